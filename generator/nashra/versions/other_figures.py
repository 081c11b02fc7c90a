"""Figures of a version that people made and of its source, where one was corrected and the other was not.

Nothing remembers what such a version was made of, so no fingerprint tells. A figure that the source has not, where the
source has one that is not here, is most likely that one as it was before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product

from nashra.languages.wording.known import as_written, is_known, wording_of
from nashra.markup.blocks import split
from nashra.markup.slots import texts
from nashra.model import Version
from nashra.versions.doubts import said
from nashra.versions.evidence.fact import Fact
from nashra.versions.evidence.facts import facts, shown
from nashra.versions.evidence.figures import unlike
from nashra.versions.evidence.reading import Reading, read

# Smaller ones are many, and are compared only with what is measured in the same.
_SMALL = 12
# Telephones and hours: see `Fact`.
_ALONE = frozenset({"p", "t"})
_MILLION = 1_000_000
_NUMBER = re.compile(r"\d+(?:[.,٫٬ \u00a0\u202f']\d+)*")


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure, where it stands: the number of its block from 1, 0 for the title."""

    fact: Fact
    reading: Reading
    block: int

    @property
    def text(self) -> str:
        return shown(self.reading, self.fact)


def other_figures(source: Version, target: Version) -> list[tuple[int, str]]:
    """(block of `target`, what is to be said of it), the block counted from 1."""
    ones, twos = _quick(source), _quick(target)
    if not (ones - twos and twos - ones) and _scales(source) == _scales(target):
        return []
    before, after = list(_told(source)), list(_told(target))
    lost, strange = unlike([each.fact for each in before], [each.fact for each in after])
    gone = [each for each in before if any(each.fact is fact for fact in lost)]
    come = [each for each in after if any(each.fact is fact for fact in strange)]
    found: dict[int, str] = {}
    # each figure was one other one before: the most alike first
    for was, now in sorted(product(gone, come), key=_unlikeness):
        if was in gone and now in come and _may_be_one(was.fact, now.fact):
            gone.remove(was)
            come.remove(now)
            message = f"“{was.text}” of the source is “{now.text}” here: one of them may not have been corrected"
            found.setdefault(max(1, now.block), message)
    return sorted(found.items())


def _unlikeness(pair: tuple[_Told, _Told]) -> tuple[bool, int]:
    one, two = pair
    return one.fact.unit != two.fact.unit, abs(len(one.text) - len(two.text))


def _quick(version: Version) -> set[str]:
    """The figures of the numbers in digits, whatever signs stand between them."""
    found = (each[0] for each in _NUMBER.finditer(f"{version.title}\n{version.body}"))
    return {"".join(str(int(char)) for char in number if char.isdecimal()) for number in found}


def _scales(version: Version) -> set[Fraction]:
    """The thousands of thousands that stand behind numbers in digits."""
    found = _behind(version.lang).finditer(version.body.casefold()) if is_known(version.lang) else ()
    return {_scale_words(version.lang)[each[1]] for each in found}


@cache
def _scale_words(lang: str) -> Mapping[str, Fraction]:
    return {
        word.casefold(): Fraction(key)
        for key, word in as_written(wording_of(lang).cardinals)
        if key.isdecimal() and int(key) >= _MILLION
    }


@cache
def _behind(lang: str) -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _scale_words(lang)), key=len, reverse=True))
    return re.compile(rf"\d[ \u00a0\u202f]({words})\b")


def _told(version: Version) -> Iterator[_Told]:
    blocks: Sequence[Sequence[str]] = [[version.title], *(texts(block) for block in split(version.body))]
    for number, pieces in enumerate(blocks):
        for piece in pieces:
            reading = read(said(piece)[0], version.lang)
            yield from (_Told(fact, reading, number) for fact in facts(reading) if fact.hard or fact.digits)


def _may_be_one(one: Fact, two: Fact) -> bool:
    """Whether both are telephones or hours, or numbers in digits of one kind, large ones or of the same unit."""
    if {kind for kind, _ in one.keys} & {kind for kind, _ in two.keys} & _ALONE:
        return True
    if not (one.digits and two.digits) or one.value is None or two.value is None:
        return False
    if one.unit != two.unit and one.unit and two.unit:
        return False
    return min(one.value, two.value) > _SMALL or (
        one.unit == two.unit and (one.unit != "" or max(one.value, two.value) > _SMALL)
    )
