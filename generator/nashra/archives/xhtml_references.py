"""The references of an XHTML body: links, pictures, and the ids that links lead to."""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree.ElementTree import Element

# (the address in the body) -> the address in the book; None to keep the words only.
Link = Callable[[str], "str | None"]
# (the address of a picture in the body) -> its address in the book; None where it has no place there.
Image = Callable[[str], "str | None"]

_ID = re.compile(r"[^\w.-]")


class References:
    """Links, pictures and the ids that links lead to."""

    def __init__(self, link: Link, image: Image) -> None:
        self._link, self._image = link, image

    def put_right(self, top: Element) -> None:
        """Change the tree `top`."""
        ids = _unique_ids(top)
        for element in top.iter():
            if element.tag != "a":
                for name in ("href", "role"):
                    element.attrib.pop(name, None)
            elif (address := element.get("href")) is not None:
                self._point(element, address, ids)
            if element.tag != "img":
                element.attrib.pop("src", None)
                continue
            source = self._image(element.get("src", ""))
            if source is None:
                _say(element)
            else:
                element.set("src", source)
        for element in top.iter("a"):
            _mark_note(element, top)

    def _point(self, element: Element, address: str, ids: dict[str, str]) -> None:
        if address.startswith("#"):
            target = ids.get(address[1:])
            found = f"#{target}" if target else None
        else:
            found = self._link(address)
        if found is not None:
            element.set("href", found)
            return
        element.tag = "span"
        for name in ("href", "role", "class"):
            element.attrib.pop(name, None)


def _unique_ids(top: Element) -> dict[str, str]:
    """Make ids what XML takes, each once; the old ones -> the new ones."""
    ids: dict[str, str] = {}
    for element in top.iter():
        old = element.attrib.pop("id", None)
        if not old or old in ids:
            continue
        new = f"n-{_ID.sub('-', old)}"
        while new in ids.values():
            new += "-"
        ids[old] = new
        element.set("id", new)
    return ids


def _say(image: Element) -> None:
    """Put the words of a picture in its place."""
    image.tag = "span"
    image.text = image.get("alt", "")
    for name in ("alt", "src", "width", "height"):
        image.attrib.pop(name, None)


def _mark_note(link: Element, top: Element) -> None:
    """Tell readers which links are references to footnotes, and what is one: many show them at the finger."""
    if "footnote-ref" in link.get("class", ""):
        link.set("epub:type", "noteref")
        link.set("role", "doc-noteref")
        target = link.get("href", "").removeprefix("#")
        for item in top.iter("li"):
            if item.get("id") == target:
                item.set("epub:type", "footnote")
    elif "footnote-backref" in link.get("class", ""):
        link.set("epub:type", "backlink")
        link.set("role", "doc-backlink")
