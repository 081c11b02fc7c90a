"""Code in a text: "`code`", with as many ticks before it as after it."""

from __future__ import annotations

import re
from bisect import bisect_left

from nashra.markup.grammar.inline.span import Span

_TICKS = re.compile(r"`+")


class Codes:
    """The runs of ticks in `source`, by their length: each is looked up, never searched for."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.places: dict[int, list[int]] = {}
        for ticks in _TICKS.finditer(source):
            self.places.setdefault(len(ticks[0]), []).append(ticks.start())

    def at(self, start: int) -> Span:
        """The code that begins at `start`, or the ticks there where no others close it."""
        ticks = _TICKS.match(self.source, start)
        end = ticks.end() if ticks else start + 1
        size = end - start
        places = self.places.get(size, [])
        following = bisect_left(places, end)
        if following == len(places):
            return Span("text", start, end, self.source[start:end])
        close = places[following]
        words = (end, close)
        inner = self.source[end:close].replace("\n", " ")
        if inner.startswith(" ") and inner.endswith(" ") and inner.strip(" "):
            inner = inner[1:-1]
            words = (end + 1, close - 1)
        return Span("code", start, close + size, inner, words=words)
