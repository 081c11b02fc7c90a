"""What XHTML allows where: elements that stand elsewhere become such as may, attributes that are wrong go.

The rules are those of HTML (https://html.spec.whatwg.org/, "The elements of HTML"), as far as the elements go that
`nashra.markup` lets through.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_INLINE = frozenset(
    "a abbr b bdi bdo br cite code del em i img ins kbd mark q s small span strong sub sup time u".split()
)
# Elements whose content is inline only, besides the inline ones themselves.
_LINES = frozenset("p h1 h2 h3 h4 h5 h6 pre summary".split())
# These take what their parent takes (HTML, "transparent").
_TRANSPARENT = frozenset({"a", "ins", "del"})
_KNOWN = _INLINE | _LINES | frozenset("blockquote details div dl figure hr ol table ul".split())
# Element -> the parents it may have.
_PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl"},
    "dd": {"dl"},
    "figcaption": {"figure"},
    "summary": {"details"},
    "thead": {"table"},
    "tbody": {"table"},
    "tfoot": {"table"},
    "tr": {"thead", "tbody", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
}
_LANG = re.compile(r"[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*|")
_MOMENT = re.compile(
    r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01])(?:T(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-][01]\d:[0-5]\d)?)?)?)?",
    re.ASCII,
)
_SCOPES = frozenset({"row", "col", "rowgroup", "colgroup"})
_NUMBERS = frozenset({"width", "height", "colspan", "rowspan"})


def fix(element: Element, parent: Element, *, lines: bool, linked: bool = False) -> None:
    """Put `element` and what is in it right. lines: only inline elements may stand here; linked: within a link."""
    tag = element.tag
    allowed = _PARENTS.get(tag)
    if lines and tag not in _INLINE:
        element.tag = "br" if tag == "hr" else "span"
    elif (allowed is not None and parent.tag not in allowed) or (allowed is None and tag not in _KNOWN):
        element.tag = "div"
    if element.tag == "a" and linked:
        element.tag = "span"
    if element.tag == "bdo" and element.get("dir") not in ("ltr", "rtl"):
        element.tag = "span"
    if element.tag == "time" and not _MOMENT.fullmatch(element.get("datetime", "")):
        element.tag = "span"
    _fix_shape(element)
    _fix_attributes(element)
    inside = lines or element.tag in _LINES or (element.tag in _INLINE and element.tag not in _TRANSPARENT)
    for child in list(element):
        fix(child, element, lines=inside, linked=linked or element.tag == "a")


def _fix_shape(element: Element) -> None:
    """What must stand in a certain order in lists, definitions, figures, details and tables."""
    kinds = [child.tag for child in element]
    if element.tag in ("ul", "ol"):
        _wrap_others(element, "li")
    elif element.tag == "dl" and (_has_text(element) or not re.fullmatch("(?:(?:dt )+(?:dd )+)*", _spelled(kinds))):
        element.tag = "div"
    elif element.tag == "figure":
        for number, child in enumerate(element):
            if child.tag == "figcaption" and (number != len(kinds) - 1 or (child.tail or "").strip()):
                child.tag = "div"
    elif element.tag == "details" and (
        (element.text or "").strip() or kinds[:1] != ["summary"] or "summary" in kinds[1:]
    ):
        element.tag = "div"
    elif element.tag == "table":
        order = re.fullmatch("(?:thead )?(?:tbody )*(?:tfoot )?", _spelled(kinds))
        rows = [row for part in element for row in part]
        if not rows or _has_text(element) or not order or not all(row.tag == "tr" and len(row) for row in rows):
            element.tag = "div"
    elif element.tag == "tr":
        _wrap_others(element, "td")


def _spelled(kinds: list[str]) -> str:
    return "".join(f"{kind} " for kind in kinds)


def _has_text(element: Element) -> bool:
    return any((text or "").strip() for text in (element.text, *(child.tail for child in element)))


def _wrap_others(element: Element, wanted: str) -> None:
    """Put what is not `wanted` (or, in a row, a cell) within `element` into elements of that kind."""
    fine = {wanted, "th"} if wanted == "td" else {wanted}
    if not _has_text(element) and all(child.tag in fine for child in element):
        return
    pieces: list[tuple[Element | None, str | None]] = [(None, element.text), *((each, each.tail) for each in element)]
    for piece in list(element):
        element.remove(piece)
    element.text = "\n"
    for child, text in pieces:
        if child is not None:
            child.tail = "\n"
            (element if child.tag in fine else SubElement(element, wanted)).append(child)
        if text and text.strip():
            SubElement(element, wanted).text = text


def _fix_attributes(element: Element) -> None:
    values = element.attrib
    if not _LANG.fullmatch(values.get("lang", "")):
        del values["lang"]
    if element.tag == "img":
        values.setdefault("alt", "")
    if element.tag != "time":
        values.pop("datetime", None)
    if values.get("scope", "row") not in _SCOPES or element.tag != "th":
        values.pop("scope", None)
    wanted = {"width": "img", "height": "img", "colspan": "cell", "rowspan": "cell"}
    kind = "cell" if element.tag in ("td", "th") else element.tag
    for name in _NUMBERS & values.keys():
        if wanted[name] != kind or not values[name].isdecimal() or int(values[name]) == 0:
            del values[name]
    if element.tag != "ol":
        values.pop("start", None)
