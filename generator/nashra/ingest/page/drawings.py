"""Text of the page that the parser left in a drawing or a formula: a browser ends those where HTML begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inforeign
_ENDING = (
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
).split()
# Parts of a drawing or a formula that may hold HTML all the same (its "integration points").
_HOLDING = ("foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext")


def end_drawings(root: HtmlElement) -> None:
    """Take what begins with an element of HTML out of every <svg> and <math>, and put it behind."""
    for drawing in list(root.iter("svg", "math")):
        first = next((each for each in drawing.iter(*_ENDING) if not _is_held(each, drawing)), None)
        if first is None:
            continue
        moved: list[HtmlElement] = [first, *first.itersiblings()]
        words = ""
        above = first.getparent()
        while above is not None and above is not drawing:
            # what stands behind an ancestor belongs to the page too
            words, above.tail = above.tail or "", None
            moved[-1].tail = (moved[-1].tail or "") + words
            moved += above.itersiblings()
            above = above.getparent()
        moved[-1].tail = (moved[-1].tail or "") + (drawing.tail or "")
        drawing.tail = None
        for each in reversed(moved):
            tail = each.tail
            each.tail = None
            drawing.addnext(each)
            each.tail = tail


def _is_held(element: HtmlElement, drawing: HtmlElement) -> bool:
    for above in element.iterancestors():
        if above is drawing:
            return False
        if above.tag in _HOLDING:
            return True
    return False
