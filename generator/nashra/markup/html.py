"""Markdown -> safe HTML, block by block.

Python-Markdown renders, nh3 cleans. A block of plain words, or with only simple emphasis and links, needs neither
and is written directly, which takes a tenth of the time; `tests/markup` holds that all ways give the same HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape, unescape
from threading import local
from xml.etree.ElementTree import Element

import markdown
import nh3
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions import Extension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor

from nashra.markup.blocks import LITERAL_KINDS, Block, split
from nashra.markup.inline import plain_text
from nashra.markup.slots import texts

Resolve = Callable[[str], str]
Wrap = Callable[[int, str], str]

# Anything that may begin an inline construct, an entity, an escape or a hard break.
_SPECIAL = re.compile(r"[*_`\[\]<>&\\!]|  \n|\t")
# HTML may not hold them, and nobody sees them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
# The marks that most articles use and no others: emphasis of either strength, and links to the web.
_WORDS = r"[^\s*_`\[\]<>&\\!]+(?: [^\s*_`\[\]<>&\\!]+)*"
_SIMPLE = re.compile(
    rf"(?<!\*)\*\*({_WORDS})\*\*(?!\*)|(?<!\*)\*({_WORDS})\*(?!\*)|\[({_WORDS})\]\((https?://[\w./~%?=#+:@,;-]+)\)"
)
# An item that itself begins like a block, such as "- 1. a", would be one.
_ITEM = re.compile(r"[-*+] ((?![#>+=~|-]|\d+\.)[^\s].*)\Z")
_HEADING_TEXT = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*\Z")
_HEADING_TAG = re.compile(r"(</?h)([1-6])\b")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_NEEDS_DOCUMENT = frozenset({"footnote", "reference"})

_TAGS = set(
    "a abbr b bdi bdo blockquote br cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img "
    "ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul".split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href", "class", "id", "role"},
    "blockquote": {"cite"},
    "code": {"class"},
    "div": {"class"},
    "img": {"src", "alt", "width", "height", "loading"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
# What shows another page, a film or a sound: only its address is kept, as a link.
EMBED = re.compile(
    r"<(iframe|video|audio|embed)\b[^<>]*>(?:(?:(?!<(?:iframe|video|audio|embed)\b).)*?</\1\s*>)?", re.I | re.S
)
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_CLASSES = re.compile(r"(?:footnote|footnote-ref|footnote-backref|language-[\w+-]+)\Z")
_FOOTNOTE_ID = re.compile(r"[\w-]*fn(?:ref)?\d*:[\w-]+\Z")


def render(body: str, *, resolve: Resolve | None = None, id_prefix: str = "", wrap: Wrap | None = None) -> str:
    """Safe HTML of a Markdown body, blocks parted by "\\n".

    Headings begin at h2, since the title is the page's h1. resolve: gives the address of a relative picture or link,
    such as "photo.jpg"; an empty one makes plain text of a link. id_prefix: stands before footnote ids, for pages that
    show several bodies. wrap: is given the number (from 0) and the HTML of each block and gives what stands in its
    place; a body with footnotes is rendered in one piece and not wrapped.
    """
    if _CONTROL.search(body):
        body = _CONTROL.sub("", body)
    blocks = split(body)
    if any(block.kind in _NEEDS_DOCUMENT for block in blocks):
        html = _clean(_convert(body, resolve, id_prefix))
    else:
        parts = [_render_block(block, resolve) for block in blocks]
        if wrap is not None:
            parts = [wrap(number, part) for number, part in enumerate(parts)]
        html = "\n".join(filter(None, parts))
    return _shift_headings(html)


def render_block(block: Block, *, resolve: Resolve | None = None) -> str:
    """Safe HTML of one block on its own: its reference links and footnotes stay as typed."""
    return _shift_headings(_render_block(block, resolve))


def lead(body: str) -> str:
    """The first paragraph as plain text on one line, empty when there is none."""
    first = next((block for block in split(body) if block.kind == "paragraph" and plain_text(block.text)), None)
    return plain_text(first.text) if first else ""


def words(body: str) -> int:
    """How many words a reader reads, code and addresses left out."""
    return sum(
        len(plain_text(text).split())
        for block in split(body)
        if block.kind not in LITERAL_KINDS
        for text in texts(block)
    )


def _render_block(block: Block, resolve: Resolve | None) -> str:
    simple = _simple_block(block)
    return _clean(_convert(block.text, resolve, "")) if simple is None else simple


def _simple_block(block: Block) -> str | None:
    """The HTML of a block as plain as most blocks of news are; None for all others."""
    if block.kind == "paragraph":
        text = _simple_inline(block.text)
        return None if text is None else f"<p>{_squeeze_lines(text)}</p>"
    if block.kind == "heading" and (heading := _HEADING_TEXT.match(block.text)):
        level, text = len(heading[1]), _simple_inline(heading[2])
        if text is not None:
            return f"<h{level}>{text}</h{level}>" if text else ""
    if block.kind == "list":
        items = [_ITEM.match(line) for line in block.text.split("\n")]
        texts = [_simple_inline(item[1]) if item else None for item in items]
        if None not in texts:
            return "\n".join(["<ul>", *(f"<li>{text}</li>" for text in texts), "</ul>"])
    return None


def _simple_inline(text: str) -> str | None:
    """HTML of inline Markdown without nesting, escapes, entities or HTML; None where there are any."""
    if not _SPECIAL.search(text):
        return text
    if _SPECIAL.search(_SIMPLE.sub("", text)):
        return None
    return _SIMPLE.sub(_simple_mark, text)


def _simple_mark(mark: re.Match[str]) -> str:
    if mark[1]:
        return f"<strong>{mark[1]}</strong>"
    if mark[2]:
        return f"<em>{mark[2]}</em>"
    return f'<a href="{mark[4]}">{mark[3]}</a>'


def _squeeze_lines(text: str) -> str:
    if "\n" not in text:
        return text.strip(" ")
    return "\n".join(line.strip(" ") for line in text.split("\n"))


def _shift_headings(html: str) -> str:
    """Headings one level down where the body uses h1, which is the title's."""
    if "<h1" not in html:
        return html
    return _HEADING_TAG.sub(lambda tag: f"{tag[1]}{min(6, int(tag[2]) + 1)}", html)


def _clean(html: str) -> str:
    return nh3.clean(
        EMBED.sub(_embed_link, html) if "<" in html else html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    ).strip()


def embedded(match: re.Match[str]) -> str | None:
    """The web address that a match of EMBED shows, None where it has none."""
    source = _SOURCE.search(match[0])
    address = unescape(source[1] or source[2] or "") if source else ""
    address = f"https:{address}" if address.startswith("//") else address
    return address if address.startswith(("https://", "http://")) else None


def _embed_link(match: re.Match[str]) -> str:
    address = embedded(match)
    return f'<a href="{escape(address)}">{escape(address, quote=False)}</a>' if address else match[0]


def _filter_attribute(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "class":
        return value if _CLASSES.match(value) else None
    if attribute == "id":
        return value if _FOOTNOTE_ID.match(value) else None
    if attribute == "dir":
        return value if value in ("ltr", "rtl", "auto") else None
    if attribute == "role":
        return value if value in ("doc-backlink", "doc-noteref") else None
    if attribute in ("start", "width", "height", "colspan", "rowspan"):
        # a list may be numbered in Arabic-Indic digits; HTML wants European ones
        return str(int(value)) if value.isdecimal() and len(value) < 8 else None
    return value


class _Links(Treeprocessor):
    """Gives relative pictures and links their address, and lets pictures load late."""

    resolve: Resolve | None = None

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag not in ("img", "a"):
                continue
            key = "src" if element.tag == "img" else "href"
            address = element.get(key, "")
            if self.resolve and address and not address.startswith(("#", "/")) and not _SCHEME.match(address):
                element.set(key, self.resolve(address))
                if element.tag == "a" and not element.get(key):  # it leads to what is not there yet, or no more
                    del element.attrib[key]
            if element.tag == "img":
                element.set("loading", "lazy")


class _HeadingProcessor(HashHeaderProcessor):
    """Headings need a space after their #, as in CommonMark: a paragraph may begin with a hashtag."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{1,6})(?=[ \t])(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)")


class _House(Extension):
    """What Nashra changes in Python-Markdown."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        md.parser.blockprocessors.register(_HeadingProcessor(md.parser), "hashheader", 70)
        self.links = _Links(md)
        md.treeprocessors.register(self.links, "nashra_links", 5)


class _Converter:
    """A Python-Markdown instance; making one costs more than converting an article."""

    def __init__(self) -> None:
        self.house = _House()
        self.footnotes = FootnoteExtension(BACKLINK_TITLE="↩ {}", BACKLINK_TEXT="↩")
        extensions: Sequence[Extension] = [
            FencedCodeExtension(),
            TableExtension(),
            self.footnotes,
            SaneListExtension(),
            self.house,
        ]
        self.markdown = markdown.Markdown(extensions=extensions, output_format="html")


_thread = local()


def _convert(text: str, resolve: Resolve | None, id_prefix: str) -> str:
    converter: _Converter | None = getattr(_thread, "converter", None)
    if converter is None:
        converter = _thread.converter = _Converter()
    converter.house.links.resolve = resolve
    converter.markdown.reset()
    try:
        html = converter.markdown.convert(text)
    except RecursionError:
        # hundreds of nested quotes or lists: nobody means that, but the words must stay
        return f"<p>{escape(text, quote=False)}</p>"
    if id_prefix:
        html = re.sub(r'(\bid="|href="#)(?=fn(?:ref)?\d*:)', rf"\g<1>{id_prefix}", html)
    return html
