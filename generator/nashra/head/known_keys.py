"""The keys that the heads of content files may have, and what a key that is none of them was probably meant to be.

A mistyped `draft` would publish an article in silence. So a key that is nearly one of those that decide what is public,
or that differs from a known one by case alone, is an error, and the file is held back.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from nashra.head.frontmatter import Fields
from nashra.kit.errors import ContentError, Problem

ARTICLE = frozenset(
    "title lang date updated author source topics slug summary translation image draft aliases breaking expires digest "
    "imported languages".split()
)
PAGE = frozenset("title lang draft aliases".split())
# A mistake in one of these shows what should not be seen, or hides when and what it is.
GUARDED = ("draft", "expires", "date", "title")
_NEAR = 2


def refuse_mistyped(fields: Fields, known: Collection[str], path: Path) -> None:
    """Raises ContentError for keys of the file `path` that are nearly, but not quite, a key that counts."""
    problems = []
    for key in fields:
        if key in known:
            continue
        meant = _meant(key, known)
        if meant:
            message = f"there is no key `{key}`; did you mean `{meant}`?"
            problems.append(Problem(message, path, fields.lines.get(key), f"write `{meant}`, or delete the line"))
    if problems:
        raise ContentError.of(problems)


def _meant(key: str, known: Collection[str]) -> str | None:
    plain = key.strip().casefold()
    if plain in known:
        return plain
    near = [(_distance(plain, each), each) for each in GUARDED if each in known]
    closest = min(near, default=(_NEAR + 1, ""))
    return closest[1] if closest[0] <= _NEAR else None


def _distance(one: str, two: str) -> int:
    """How many letters must be added, dropped, replaced, or exchanged with the next, to make `two` of `one`.

    The restricted Damerau-Levenshtein distance; words whose lengths differ by more than _NEAR are simply far.
    """
    if abs(len(one) - len(two)) > _NEAR:
        return max(len(one), len(two))
    before: list[int] = []
    last = list(range(len(two) + 1))
    for at, letter in enumerate(one, 1):
        row = [at]
        for to, other in enumerate(two, 1):
            cost = min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == two[to - 2] and one[at - 2] == other:
                cost = min(cost, before[to - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
