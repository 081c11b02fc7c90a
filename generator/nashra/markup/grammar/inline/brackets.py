"""Links and pictures: "[words](address "title")", "[words][label]", "[label]", with "!" before them for pictures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from nashra.markup.grammar.addresses import ADDRESS, TITLE, target
from nashra.markup.grammar.tree import Target

# The target that a label leads to, if any; and whether the label is of words in single brackets.
Lookup = Callable[[str, bool], Target | None]

_OPEN = re.compile(r"\([ \t\n]*")
_GAP = re.compile(r"[ \t\n]+")
_CLOSE = re.compile(r"[ \t\n]*\)")
# Names of pictures may hold blanks, which GitHub does not allow: a picture that is not shown is a loss for readers.
_FILE = re.compile(rf"\([ \t]*([^()<>\"'\n]{{1,300}}?)(?:[ \t]+({TITLE.pattern}))?[ \t]*\)")
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\]){0,999})\]", re.DOTALL)


@dataclass(slots=True)
class Opener:
    """An opening bracket. index: its place among the spans. start: its place in the text, "!" included."""

    index: int
    start: int
    inner: int
    image: bool
    holds_brackets: bool = False


@dataclass(frozen=True, slots=True)
class Tail:
    """What follows the words of a link: its target, which may be typed there, and where it ends.

    is_file: whether it is the name of a file with blanks, for which GitHub wants "%20" or "<...>".
    """

    target: Target
    end: int
    by_label: bool = False
    typed: bool = False
    is_file: bool = False


def tail(source: str, opener: Opener, close: int, lookup: Lookup) -> Tail | None:
    """Where the words between `opener` and the bracket at `close` lead to; None where they are no link."""
    after = close + 1
    if inline := _inline_target(source, after):
        return inline
    if opener.image and (file := _FILE.match(source, after)):
        return Tail(target(file[1], file[2]), file.end(), typed=True, is_file=True)
    label = _LABEL.match(source, after)
    if label and label[1].startswith("^"):
        label = None  # a footnote, which names no target
    if label and label[1].strip():
        found = lookup(label[1], False)
        return Tail(found, label.end()) if found else None
    if opener.holds_brackets or close - opener.inner > 999:
        return None
    found = lookup(source[opener.inner : close], label is None)
    return Tail(found, label.end() if label else after, by_label=True) if found else None


def has_typed_target(source: str, close: int) -> bool:
    """Whether an address in round brackets follows the bracket at `close`."""
    return _inline_target(source, close + 1) is not None


def _inline_target(source: str, at: int) -> Tail | None:
    if not (opened := _OPEN.match(source, at)):
        return None
    address = ADDRESS.match(source, opened.end())
    end = address.end() if address else opened.end()
    title = None
    if (gap := _GAP.match(source, end)) and (words := TITLE.match(source, gap.end())):
        title, end = words[0], words.end()
    close = _CLOSE.match(source, end)
    if close is None:
        return None
    return Tail(target(address[0] if address else "", title), close.end(), typed=True)
