"""Pages of Jekyll: which are nothing but a list, and those in HTML without what Liquid says."""

from __future__ import annotations

import html
import re

from nashra.ingest.readers import liquid

# Letters of a page beside its loops and headings: one with more says something of its own.
_FEW = {"markdown": 30, "html": 120}
_LOOP = re.compile(r"\{%-?\s*(end)?(?:for|tablerow|capture)\b.*?%\}", re.DOTALL)
_FILLED = re.compile(r"\{%-?\s*(?:for|paginate|include|include_relative|tablerow)\b|\{\{-?\s*(?:site|paginator)\.")
_TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_UNSEEN = re.compile(r"<(script|style|svg|form|nav)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_HEADING = re.compile(r"<h([1-6])\b.*?</h\1\s*>|^ {0,3}#{1,6}\s.*$", re.DOTALL | re.IGNORECASE | re.MULTILINE)
_ELEMENT = re.compile(r"<[^<>]*>")
_RAW = re.compile(r"\{%-?\s*(?:end)?raw\s*-?%\}")
_COMMENT = re.compile(r"\{%-?\s*comment\s*-?%\}.*?\{%-?\s*endcomment\s*-?%\}", re.DOTALL)
_CODE = re.compile(r"\{%-?\s*highlight\b[^%]*%\}(.*?)\{%-?\s*endhighlight\s*-?%\}", re.DOTALL)
_MAX_TOLD = 5


def is_list(body: str, is_html: bool) -> bool:
    """Whether a page is filled from elsewhere, and says hardly anything itself. Loops shown as code are text."""
    found = liquid.veiled(_COMMENT.sub("", body))
    said = _TAG.sub("", _UNSEEN.sub("", found))
    if not any(map(str.isalnum, _ELEMENT.sub("", said))):
        return True
    if _FILLED.search(found) is None:
        return False
    own = _ELEMENT.sub("", _HEADING.sub("", _TAG.sub("", _without_loops(_UNSEEN.sub("", found)))))
    return sum(map(str.isalpha, own)) < _FEW["html" if is_html else "markdown"]


def _without_loops(text: str) -> str:
    out, depth, at = [], 0, 0
    for tag in _LOOP.finditer(text):
        if depth == 0:
            out.append(text[at : tag.start()])
        depth = max(0, depth - 1) if tag[1] else depth + 1
        at = tag.end()
    return "".join(out) + (text[at:] if depth == 0 else "")


def plain_html(body: str) -> tuple[str, list[str]]:
    """(HTML without the tags around what Liquid leaves alone, what is told of those that stay)."""
    body = _RAW.sub("", _COMMENT.sub("", body))
    body = _CODE.sub(lambda found: f"<pre><code>{html.escape(found[1].strip(), quote=False)}</code></pre>", body)
    tags = list(dict.fromkeys(" ".join(each.split())[:80] for each in _TAG.findall(body)))
    told = [f"{each} is a tag of the theme; it stands in the text as it was" for each in tags[:_MAX_TOLD]]
    if len(tags) > _MAX_TOLD:
        told.append(f"and {len(tags) - _MAX_TOLD} more such tags")
    return body, told
