"""What a text can be known again by in another text on the same event, also in another language."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from nashra.entities.normalize import folder, plain
from nashra.entities.suggest.sounds import sound
from nashra.languages.happenings.known import HAPPENINGS
from nashra.languages.happenings.spec import Happenings
from nashra.languages.known import spec_of
from nashra.versions.evidence.facts import facts
from nashra.versions.evidence.reading import read

# Characters of the text that count besides the title: what it is about stands at the beginning.
_BEGINNING = 420
# Numbers up to this one stand in every text.
_SMALL = 2
_YEARS = range(1900, 2101)
_WORD = re.compile(r"[^\W\d_]+")
# The least letters of a word; Arabic ones are shorter.
_LEAST = 4
_UNKNOWN = Happenings()
_LEAST_SOUND = 3
# Kinds of signs: a number, a word, a consonant skeleton of what may be a name, what happens.
NUMBER, WORD, SOUND, HAPPENS = "nwsh"


def signs(title: str, text: str, lang: str, *, numbers: bool = True) -> str:
    """The signs of a text with blanks between them, each a letter for its kind and what it is; sorted.

    numbers: whether its numbers count; other versions of an article have the same.
    """
    beginning = text[:_BEGINNING].rpartition(" ")[0] if len(text) > _BEGINNING else text
    found: set[str] = set()
    whole = f"{title}\n{beginning}"
    if numbers:
        found |= {NUMBER + _shown(value) for value in _numbers(whole, lang)}
    for raw in _WORD.findall(whole):
        found.update(_told(raw, lang))
    return " ".join(sorted(found))


@lru_cache(maxsize=50_000)
def _told(raw: str, lang: str) -> tuple[str, ...]:
    """The signs of a word: its stem, its sound where it may be a name, what it tells of."""
    word = plain(raw)
    if word.lower() in spec_of(lang).small_words:
        return ()
    folded = folder(lang)(word)
    bare = _bare(folded, lang)
    known = HAPPENINGS.get(lang, _UNKNOWN)
    found: list[str] = []
    stem = known.stem_of(bare)
    if len(stem) >= _LEAST - (not word.isascii()):
        found.append(WORD + stem)
    may_be_name = word[:1].isupper() or word[:1].lower() == word[:1].upper()
    heard = sound(bare if bare != folded else word) if may_be_name else ""
    if len(heard) >= _LEAST_SOUND:
        found.append(SOUND + heard)
    happens = known.told_by(bare) or known.told_by(folded)
    return (*found, *(HAPPENS + name for name in happens))


def _bare(word: str, lang: str) -> str:
    """`word` without what is attached to it in front, where enough is left."""
    best = max((part for part in spec_of(lang).attached if word.startswith(part)), key=len, default="")
    return word[len(best) :] if len(word) - len(best) >= _LEAST - 1 else word


def _numbers(text: str, lang: str) -> set[Fraction]:
    found: set[Fraction] = set()
    for fact in facts(read(text, lang)):
        values = {value for kind, value in fact.keys if kind == "n" and isinstance(value, Fraction)}
        if len(values) == 1 and fact.hard:
            found |= values
    return {value for value in found if value > _SMALL and value not in _YEARS}


def _shown(value: Fraction) -> str:
    return f"{float(value):g}" if value.denominator != 1 else str(value.numerator)
