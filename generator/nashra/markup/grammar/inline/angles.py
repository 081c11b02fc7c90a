"""What begins with "<" in a text: addresses in angle brackets, and tags of HTML."""

from __future__ import annotations

import re

from nashra.markup.grammar.addresses import encoded
from nashra.markup.grammar.inline.span import Span
from nashra.markup.grammar.tags import TAG

_ADDRESS = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*)>")
_MAIL = re.compile(
    r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
    r"(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?){0,20})>"
)
_OTHER = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"), ("<!", ">"))
_EMPTY_COMMENT = re.compile(r"<!--(?:-?>)")


class Angles:
    """missing: the ends that `source` is known not to have any more, so that nothing is searched for twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.missing: set[str] = set()

    def at(self, start: int) -> Span:
        """What begins with the "<" at `start`; only that sign where it begins nothing."""
        if address := _ADDRESS.match(self.source, start):
            return self._link(address, "")
        if mail := _MAIL.match(self.source, start):
            return self._link(mail, "mailto:")
        end = self._tag_end(start)
        if not end:
            return Span("text", start, start + 1, "<")
        return Span("html", start, end, self.source[start:end])

    def _link(self, match: re.Match[str], scheme: str) -> Span:
        return Span(
            "angle", match.start(), match.end(), match[1], words=match.span(1), address=scheme + encoded(match[1])
        )

    def _tag_end(self, start: int) -> int:
        if match := (TAG.match(self.source, start) or _EMPTY_COMMENT.match(self.source, start)):
            return match.end()
        for begin, end in _OTHER:
            if not self.source.startswith(begin, start):
                continue
            if begin == "<!" and not self.source[start + 2 : start + 3].isalpha():
                break
            place = -1 if end in self.missing else self.source.find(end, start + len(begin))
            if place < 0:
                self.missing.add(end)
                break
            return place + len(end)
        return 0
