"""Words that a reader sees, or opens with a press, and that the markup of a page keeps where no text is looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import HEADINGS, parse_page
from nashra.kit.errors import ContentError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# No button has more words.
_LABEL = 40
# Fewer are a label of a drawing, or the sign on a film.
_FEWEST = 4
_UNFOLDING = ".//button[@aria-expanded and @aria-controls]"
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\s*(?:!important)?\s*;?", re.IGNORECASE)


def open_up(root: HtmlElement) -> None:
    """Show the insides of elements that scripts make, what unfolds below its heading, the other cards of a box with
    tabs, formulas that a script draws, and pages that stand in an attribute."""
    for template in root.xpath(".//template[@shadowrootmode or @shadowroot]"):
        template.tag = "div"
    named = {each.get("id"): each for each in root.xpath(".//*[@id]")} if root.xpath(_UNFOLDING) else {}
    for button in root.iter("button"):
        above = button.getparent()
        if above is not None and above.tag in HEADINGS and button.get("aria-expanded"):
            button.tag = "span"
            panel = named.get(button.get("aria-controls"), above.getnext())
            if panel is not None:
                _show(panel)
        elif len("".join(button.itertext()).split()) > _LABEL:  # nothing closes it
            button.tag = "div"
    for panel in root.xpath(".//*[@role='tabpanel']"):
        _show(panel)
    for script in root.xpath(".//script[starts-with(@type, 'math/tex')]"):
        before = script.getprevious()
        if before is None or "mathjax" not in (before.get("class") or "").lower():  # else it is drawn already
            script.tag = "span"
    for frame in root.xpath(".//iframe[@srcdoc]"):
        _take_in(frame)
    for holder in root.xpath(".//svg//foreignobject"):
        drawing = next(holder.iterancestors("svg"))
        if len("".join(holder.itertext()).split()) >= _FEWEST:
            holder.tag = "div"
            holder.tail, drawing.tail = drawing.tail, None
            drawing.addnext(holder)


def _show(panel: HtmlElement) -> None:
    panel.attrib.pop("hidden", None)
    if panel.get("aria-hidden") == "true":
        del panel.attrib["aria-hidden"]
    if panel.get("style"):
        panel.set("style", _HIDDEN.sub("", panel.get("style")))


def _take_in(frame: HtmlElement) -> None:
    """Put the words of a page that is written into a frame in the frame's place."""
    above = frame.getparent()
    if above is None or (frame.get("src") or "about:blank") != "about:blank":
        return
    try:
        inner = parse_page(frame.get("srcdoc")).find("body")
    except ContentError:
        return
    if inner is not None and len("".join(inner.itertext()).split()) >= _FEWEST:
        inner.tag, inner.tail = "div", frame.tail
        above.replace(frame, inner)
