"""What a page's own style hides: its readers do not see it, so it is marked as hidden before the style is taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import HIDDEN_STYLE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# A class or an id alone, with or without the element's name: what depends on more may be shown after all.
_SIMPLE = re.compile(r"(?:[a-z][a-z0-9]*)?([.#])(-?[A-Za-z_][\w-]*)")
_SHOWN = re.compile(r"display\s*:\s*(?!none)[a-z]", re.IGNORECASE)
# Styles of more than this are those of a whole theme; longer parts may be what a script shows.
_MOST_CSS, _LONGEST = 400_000, 600


def hide_by_style(root: HtmlElement) -> None:
    """Set `hidden` on the short elements that a rule in a <style> of the page hides in every case."""
    css = "".join("".join(style.itertext()) for style in root.iter("style"))
    if len(css) > _MOST_CSS or HIDDEN_STYLE.search(css) is None:
        return
    names = set(_hiding(_COMMENT.sub("", css)))
    for element in root.iter() if names else ():
        if not isinstance(element.tag, str) or not (element.get("class") or element.get("id")):
            continue
        own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        if names.isdisjoint(own) or _SHOWN.search(element.get("style") or ""):
            continue
        if len(element.text_content()) <= _LONGEST:
            element.set("hidden", "")


def _hiding(css: str) -> Iterator[str]:
    """`.class` or `#id` of the rules that hide, outside of @media and the like."""
    depth, start, selector = 0, 0, ""
    for brace in re.finditer("[{}]", css):
        if brace[0] == "{":
            if depth == 0:
                selector = css[start : brace.start()].rpartition(";")[2].strip()
            depth += 1
        else:
            depth = max(0, depth - 1)
            if depth == 0 and not selector.startswith("@") and HIDDEN_STYLE.search(css, start, brace.start()):
                for each in selector.split(","):
                    if simple := _SIMPLE.fullmatch(each.strip()):
                        yield simple[1] + simple[2]
        start = brace.end()
