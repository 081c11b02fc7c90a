"""What GitHub makes of a Markdown text, by its own parser, brought to the form in which it can be compared with ours."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import cmarkgfm
import nh3
from cmarkgfm.cmark import Options

_BLOCK = "p|ul|ol|li|blockquote|h|pre|table|tr|td|th|thead|tbody|hr|div|details|summary"
_TAGS = set(
    "a b blockquote br code del details div em h1 h2 h3 h4 h5 h6 hr i img kbd li ol p pre s strong sub summary sup "
    "table tbody td th thead tr u ul".split()
)

# Footnotes: the number in the text, and the way back, which each writes in its own way.
_NOTE = re.compile(r"<sup><a href=\"#[^\"]*fn[^\"]*\">(\d+)</a></sup>")
_BACK = re.compile(
    r"(?:\s|&nbsp;)*<a href=\"#[^\"]*fnref[^\"]*\"[^>]*>.*?</a>(?:<sup>.*?</sup></a>)?|(?<=</ol>)\n</div>", re.DOTALL
)

_OPTIONS = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES


def github(text: str) -> str:
    """The HTML of GitHub's parser."""
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=_OPTIONS))


def comparable(html: str) -> str:
    """HTML without what says nothing of the grammar: levels of headings, order of attributes, blanks between blocks."""
    html = re.sub(r"<input type=\"checkbox\"[^>]*>", lambda box: "☑" if "checked" in box[0] else "☐", html)
    html = re.sub(r"<pre lang=\"([^\"]*)\"><code>", r'<pre><code class="language-\1">', html)
    html = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href", "title"}, "img": {"src", "alt", "title"}, "ol": {"start"}, "code": {"class"}},
        link_rel=None,
        url_schemes={"http", "https", "mailto", "tel"},
    )
    html = re.sub(r"(</?h)[1-6]\b", r"\1", html)
    html = _BACK.sub("", _NOTE.sub(r"{\1}", html)).replace("<div>\n<hr>\n<ol>", "<ol>")
    html = re.sub(r"<p>\s*</p>", "", html)
    html = re.sub(r"<h></h>", "", html)
    html = re.sub(
        r"<img ([^>]*)>", lambda tag: "<img " + " ".join(sorted(re.findall(r'\w+="[^"]*"', tag[1]))) + ">", html
    )
    html = re.sub(r"(href|src)=\"([^\"]*)\"", lambda address: f'{address[1]}="{unquote(address[2])}"', html)
    html = re.sub(r"\s+", " ", unescape(html))
    return re.sub(rf"\s*(</?(?:{_BLOCK})(?: [^>]*)?>)\s*", r"\1", html).strip()


def blocks(html: str) -> list[str]:
    """The tags of the blocks of `html`, opening and closing, in their order."""
    return re.findall(rf"</?(?:{_BLOCK})(?=[ >])", comparable(html))
