"""The HTML of a page -> HTML for readers elsewhere: absolute addresses, and nothing that needs our style or scripts.

What is kept are elements and attributes that feed readers let through and that the W3C's feed validator has no warning
for.
"""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urljoin, urlsplit

from nashra.render.ground import urls

# A tag with attributes. These stand in double quotes: our HTML comes from nh3 and from our own templates.
_TAG = re.compile(r'<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)+)\s*>')
_ATTRIBUTE = re.compile(r'\s+([a-zA-Z][\w:-]*)(?:="([^"]*)")?')
# Anchors of the page itself, classes, roles, hints on loading and whatever scripts read (data-*) are of no use.
_KEPT = frozenset("alt cite colspan datetime dir height href hreflang lang rowspan scope src start title width".split())
_ADDRESSES = frozenset({"cite", "href", "src"})
# The way back from a footnote leads out of the reader.
_BACKLINK = re.compile(r'[\s\u00a0]*<a\s[^>]*\bclass="footnote-backref"[^>]*>.*?</a>', re.S)
# Readers drop what they do not know: `bdi` isolates nothing there, a span with `dir` does (HTML, section 15.3.5).
# `bdo` is not among what validators take for safe: around figures Unicode's override stands for it.
_BIDI = re.compile(r"<(/?)bd[io](?=[\s>])([^>]*)>")
_OVERRIDDEN = re.compile(r'<bdo dir="ltr">([^<]*)</bdo>')


def feed_html(html: str, page: str, site: str) -> str:
    """`html` of the page `page` (a path below the root of the site at `site`), for readers elsewhere.

    Links to places on the same page become links to the page itself.
    """
    if "footnote-backref" in html:
        html = _BACKLINK.sub("", html)
    if "<bd" in html:
        html = _OVERRIDDEN.sub('<span dir="ltr">\u202d\\1\u202c</span>', html)
        html = _BIDI.sub(_span, html)
    address, root = urls.absolute(site, page), urls.up(page)

    def rewrite(tag: re.Match[str]) -> str:
        kept = [
            f' {name}="{_absolute(value, address, root, site) if name in _ADDRESSES else value}"'
            for name, value in _ATTRIBUTE.findall(tag[2])
            if name in _KEPT
        ]
        return f"<{tag[1]}{''.join(kept)}>"

    return _TAG.sub(rewrite, html)


def _absolute(reference: str, address: str, root: str, site: str) -> str:
    """The reference as an absolute address, escaped as it was."""
    if root and reference.startswith(root) and not reference.startswith(f"{root}../"):
        return site + reference[len(root) :]
    if reference.startswith(("https://", "http://")):
        return reference
    if reference.startswith("#"):
        return address + reference
    try:
        return reference if urlsplit(unescape(reference)).scheme else urljoin(address, reference)
    except ValueError:  # such as "//[": no address at all, and none of our making
        return reference


def _span(tag: re.Match[str]) -> str:
    if tag[1]:
        return "</span>"
    return f"<span{tag[2]}>" if "dir=" in tag[2] else f'<span{tag[2]} dir="auto">'
