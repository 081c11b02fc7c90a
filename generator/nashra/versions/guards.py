"""What may be wrong with a machine's sentence: rules that compare a text with its translation, without any model.

A rule never decides; it gives a reason and says how heavy it weighs. Translations with reasons are tried again with
other parameters, then kept and marked for review (see `nashra.translate.retry`). The rules are in `evidence/`, the
words they know in `nashra.languages.wording`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial
from typing import Literal

from nashra.languages.known import spec_of
from nashra.languages.wording.known import is_known
from nashra.versions.evidence import (
    content,
    figures,
    kinds,
    meaning,
    negation,
    people,
    polarity,
    quotations,
    roles,
    surface,
    ways,
)
from nashra.versions.evidence.denied import is_short
from nashra.versions.evidence.facts import length
from nashra.versions.evidence.names import Names as Names
from nashra.versions.evidence.names import has_strange_name
from nashra.versions.evidence.names import lost_names as lost_names
from nashra.versions.evidence.reading import Reading, read
from nashra.versions.evidence.registry import common_names, common_places

Kind = Literal[
    "empty", "addresses", "names", "numbers", "length", "repetition", "script", "copy",
    "debris", "chatter", "quotation", "negation", "meaning",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to doubt a translation. kind: the rule, by which a second try is chosen; text: for people.

    weight: from 0 to 1, how sure it is that something is wrong; it tells what to look at first, not whether two doubts
    are the same.
    """

    kind: Kind
    text: str
    weight: float = field(default=0.8, compare=False)


# How sure it must be that something is wrong; cues that weigh less are a doubt only where there are two of them.
_ENOUGH = 0.5
# How sure a place is lost in whose stead there is no other one.
_DROPPED = 0.4
# Numbers that a text must have to be known by them, and by other things that are told one more than that.
_MANY = 3
# The share of the length that translations mostly have, below which another thing that is lost is a doubt.
_SHORTER = 0.75
# The shares of the length between which nothing is said of it.
_EVEN = 0.65, 1.5


def check(
    source: str, target: str, source_lang: str, target_lang: str, names: Names | None = None
) -> tuple[Doubt, ...]:
    """Reasons to doubt that `target` is a translation of `source`, both plain text; empty when there is none.

    names: see `Names`; without it only names that everybody knows are looked at, and only whether one became another.
    """
    found = tuple(_reasons(source, target, source_lang, target_lang, names))
    # one cue of each kind: two doubts about one negation do not make each other surer
    heaviest = {doubt.kind: doubt for doubt in sorted(found, key=lambda doubt: doubt.weight)}
    return found if weight(heaviest.values()) >= _ENOUGH else ()


def weight(doubts: Iterable[Doubt]) -> float:
    """How sure it is that something is wrong, from 0 to 1, of all the reasons together."""
    right = 1.0
    for doubt in doubts:
        right *= 1 - min(doubt.weight, 0.99)
    return 1 - right


def numbers(text: str, lang: str) -> set[Fraction]:
    """The numbers of a text as values, so that 12.5 and ١٢٫٥ and 12,5 are one, and eighteen and 18."""
    return figures.numbers(read(text, lang))


def _reasons(source: str, target: str, source_lang: str, target_lang: str, names: Names | None) -> Iterator[Doubt]:
    if not target.strip():
        yield Doubt("empty", "the translation is empty", 1.0)
        return
    bare_source, bare_target = surface.ADDRESS.sub(" ", source), surface.ADDRESS.sub(" ", target)
    before, after = read(bare_source, source_lang), read(bare_target, target_lang)
    yield from _as("debris", surface.debris(source, target))
    yield from _as("chatter", surface.chatter(source, target))
    told = [*figures.figures(before, after)]
    yield from _as("numbers", told)
    yield from _as("addresses", surface.addresses(source, target))
    if names is not None:
        lost = lost_names(names, source, target, source_lang, target_lang)
        if lost:
            # a place that everybody knows may go without saying: at the stadium in Manchester, England
            replaced = not common_places().issuperset(lost) or lost_names(
                names, target, source, target_lang, source_lang
            )
            alone = not replaced and not is_short(before, after) and not has_strange_name(before, after)
            sure = _DROPPED if alone else 0.7
            yield Doubt("names", "names or terms not found: " + ", ".join(lost), sure)
    elif is_known(source_lang) and is_known(target_lang):
        common = common_names(frozenset({source_lang, target_lang}))
        lost = lost_names(common, source, target, source_lang, target_lang)
        strange = lost_names(common, target, source, target_lang, source_lang) if lost else []
        if lost and strange:
            yield Doubt("names", f"{lost[0]} became {strange[0]}", 0.7)
    denied = [*negation.negation(before, after)]
    yield from _as("negation", denied or polarity.polarity(before, after))
    yield from _as("meaning", meaning.opposites(before, after))
    yield from _as("names", meaning.countries(before, after))
    yield from _as("names", people.people(before, after))
    yield from _as("meaning", roles.roles(before, after))
    yield from _as("meaning", ways.ways(before, after))
    yield from _as("meaning", kinds.kinds(before, after))
    lengths = length(before), length(after)
    counted = figures.counted(before, after)
    all_told = not told and (counted >= _MANY or counted + meaning.kept(before, after) > _MANY)
    share = lengths[1] * spec_of(source_lang).length / max(1, lengths[0] * spec_of(target_lang).length)
    all_told = all_told or (not told and not _EVEN[0] < share < _EVEN[1] and content.most_told(before, after))
    joined, parted = (partial(content.all_sentences_told, *each) for each in ((before, after), (after, before)))
    uneven = [
        *surface.length(source, target, source_lang, target_lang, lengths, joined, parted, all_told=all_told),
    ]
    yield from _as("length", uneven or [*_half(before, after, share)] or content.content(before, after, share))
    yield from _as("quotation", quotations.quotation(source, target, source_lang, target_lang))
    yield from _as("repetition", surface.repetition(source, target, target_lang))
    known = frozenset(
        before.tokens[at].raw.casefold() for at in (*people.words(before), *dict(meaning.places(before)).values())
    )
    yield from _as("script", surface.script(source, target, source_lang, target_lang, known))
    yield from _as("copy", surface.copied(source, target, source_lang, target_lang))


def _half(before: Reading, after: Reading, share: float) -> Iterator[tuple[float, str]]:
    """A text that is shorter than most translations, and lacks something that alone would say little."""
    lost = next(meaning.told_less(before, after), "") if share < _SHORTER else ""
    if lost:
        yield 0.5, f"shorter than the source, and without “{lost}”"


def _as(kind: Kind, found: Iterable[tuple[float, str]]) -> Iterator[Doubt]:
    for heavy, text in found:
        yield Doubt(kind, text, heavy)
