"""Safe HTML of a body -> XHTML as books want it: well-formed, and valid where browsers would make the best of it.

EPUB readers are strict (EPUB 3.3, "XHTML content documents"), and authors may write HTML in their Markdown. The words
always stay; an element that is not allowed where it stands becomes one that is.
"""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

from nashra.archives.xhtml_references import Image, Link, References
from nashra.archives.xhtml_shape import fix
from nashra.kit.files import CONTROL

_VOID = frozenset({"br", "hr", "img"})
_KEPT = frozenset("lang dir title class id role href src alt width height start colspan rowspan scope datetime".split())
# Nobody nests elements deeper and means it.
_DEEPEST = 60


def to_xhtml(html: str, link: Link, image: Image) -> str:
    """The body `html`, which `nashra.markup` has made safe, as the content of an element of an EPUB page.

    link, image: what becomes of its references; those within the page are kept where what they lead to is there.
    """
    builder = _Builder()
    builder.feed(html)
    builder.close()
    top = builder.top
    for child in list(top):
        fix(child, top, lines=False)
    References(link, image).put_right(top)
    return "".join(_inner(top))


class _Builder(HTMLParser):
    """Builds the tree. An end tag without its start is left out; what is open at another's end is closed.

    Of elements nested deeper than anybody means them only the words stay.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.top = Element("div")
        self._open = [("", self.top)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        parent = self._open[-1][1]
        if len(self._open) > _DEEPEST:
            if tag not in _VOID:
                self._open.append((tag, parent))
            return
        attributes = {name: CONTROL.sub("", value or "") for name, value in attrs if name in _KEPT}
        element = SubElement(parent, tag, attributes)
        if tag not in _VOID:
            self._open.append((tag, element))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                return

    def handle_data(self, data: str) -> None:
        data = CONTROL.sub("", data)
        parent = self._open[-1][1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data


def _inner(element: Element) -> list[str]:
    parts = [_text(element.text)]
    for child in element:
        attributes = "".join(f' {name}="{_attribute(value)}"' for name, value in child.attrib.items())
        if "lang" in child.attrib:
            attributes += f' xml:lang="{_attribute(child.attrib["lang"])}"'
        if child.tag in _VOID:
            parts.append(f"<{child.tag}{attributes}/>")
        else:
            parts += [f"<{child.tag}{attributes}>", *_inner(child), f"</{child.tag}>"]
        parts.append(_text(child.tail))
    return parts


def _text(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _attribute(text: str) -> str:
    return _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
