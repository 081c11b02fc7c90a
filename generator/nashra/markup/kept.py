"""Whether a text still has the marks of another: what a translation must not lose, whatever an engine says."""

from __future__ import annotations

from collections import Counter

from nashra.markup.inline import Mark, parse

EMPHASIS, BREAK = "emphasis", "line break"
# How the names of words begin that stay as they are, those that are links by themselves and the others.
_LITERAL = ("linked address ", "address ")
_AGAIN = "said again: "


def marks_of(text: str, references: frozenset[str] | None = None) -> Counter[str]:
    """What inline Markdown has beside words, each by what must stay the same of it, and how often."""
    plain, marks = parse(text, references)
    found = Counter(_name(mark, plain) for mark in marks)
    if breaks := plain.count("\n"):
        found[BREAK] = breaks
    return found


def lost(source: str, target: str, references: frozenset[str] | None = None) -> list[str]:
    """The marks of `source` that `target` has not, or not as often."""
    if not any(sign in source for sign in "[]*_`<\n~#@:."):
        return []
    return list((marks_of(source, references) - marks_of(target, references)).elements())


def strange(source: str, target: str, references: frozenset[str] | None = None) -> list[str]:
    """The links, pictures, codes, notes and tags of `target` that `source` has not at all."""
    before, after = marks_of(source, references), marks_of(target, references)
    return [name for name in after if name not in before and not name.startswith((*_LITERAL, EMPHASIS))]


def faults(source: str, target: str, references: frozenset[str] | None = None) -> list[str]:
    """All that is wrong with the marks of `target`, which a machine made of `source`; see `is_grave`."""
    before, after = marks_of(source, references), marks_of(target, references)
    again = [f"{_AGAIN}{name}" for name in after - before if name in before and name.startswith(_LITERAL)]
    return [*lost(source, target, references), *strange(source, target, references), *again]


def is_grave(fault: str) -> bool:
    """Whether a fault is more than emphasis without a place, or an address that stands there twice."""
    return not fault.startswith((EMPHASIS, _AGAIN))


def _name(mark: Mark, plain: str) -> str:
    mark = mark.bare
    if mark.kind == "emphasis":
        return f"{EMPHASIS} {mark.open}"
    if mark.kind == "image":
        return f"picture {'in a link ' if mark.inside else ''}{mark.open}{mark.close}"
    if mark.kind == "link":
        return f"link {mark.open}" if mark.open.startswith("<") else f"link {mark.close.removeprefix(']').strip('()')}"
    if mark.kind in ("code", "literal"):
        what = "code" if mark.kind == "code" else "linked address" if mark.leads else "address"
        return f"{what} {plain[mark.start : mark.end].strip()}"
    return mark.open
