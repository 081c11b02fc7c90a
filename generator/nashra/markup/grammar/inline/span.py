"""What a text is made of: words, and signs around words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SpanKind = Literal[
    "text", "escape", "entity", "code", "html", "note", "break", "soft",
    "emphasis", "strong", "struck", "link", "image", "angle", "bare",
]  # fmt: skip

# What only Nashra sees: GitHub's preview shows the signs, or less or more of an address.
Ours = Literal["", "emphasis", "address", "bracket", "picture"]

# Nobody means emphasis in emphasis in emphasis so often; what is deeper stays text.
MAX_DEPTH = 24


@dataclass(slots=True)
class Span:
    """A part of a text.

    start, end: its place in the text, signs included. words: the place of what its signs stand around.
    text:       what is shown (text, escape, entity, code, angle, bare) or handed on (html, note); of a link or picture,
                the address as it was typed, empty where a reference gives it.
    address, title: of a link or picture. by_label: whether it leads where its bare label says.
    ours:       why GitHub reads it otherwise; empty where it does not.
    """

    kind: SpanKind
    start: int
    end: int
    text: str = ""
    children: list[Span] = field(default_factory=list)
    words: tuple[int, int] = (0, 0)
    address: str = ""
    title: str | None = None
    by_label: bool = False
    depth: int = 0
    ours: Ours = ""


@dataclass(slots=True)
class Run(Span):
    """Signs that may begin or end emphasis, `count` of which are not used yet; what is left of them is words.

    lent: whether only Nashra lets them begin (or end) it where they stand.
    """

    sign: str = ""
    count: int = 0
    length: int = 0
    can_open: bool = False
    can_close: bool = False
    lent: tuple[bool, bool] = (False, False)


def holding(kind: SpanKind, start: int, end: int, children: list[Span], words: tuple[int, int]) -> Span | None:
    """A span around `children`; None where it would nest too deep."""
    depth = 1 + max((child.depth for child in children), default=0)
    if depth > MAX_DEPTH:
        return None
    return Span(kind, start, end, children=children, words=words, depth=depth)
