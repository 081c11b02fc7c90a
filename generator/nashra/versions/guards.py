"""What may be wrong with a machine's sentence: rules that compare a text with its translation, without any model.

A rule never decides; it gives a reason and says how heavy it weighs. Translations with reasons are tried again with
other parameters, then kept and marked for review (see `nashra.translate.retry`). The rules are in `evidence/`, the
words they know in `nashra.languages.wording`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from nashra.languages.wording.known import is_known
from nashra.versions.evidence import figures, meaning, people, surface
from nashra.versions.evidence.facts import length
from nashra.versions.evidence.reading import Reading, read
from nashra.versions.evidence.registry import capitals, common_countries, common_names, institutions
from nashra.versions.evidence.spelling import distance, skeleton, sounds_alike

Kind = Literal[
    "empty", "addresses", "names", "numbers", "length", "repetition", "script", "copy",
    "debris", "chatter", "quotation", "negation", "meaning",
]  # fmt: skip

# Called with a text, its language and another language, gives the ids of the entities and terms in it that have a name
# in the other language.
Names = Callable[[str, str, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to doubt a translation. kind: the rule, by which a second try is chosen; text: for people.

    weight: from 0 to 1, how sure it is that something is wrong; it tells what to look at first, not whether two doubts
    are the same.
    """

    kind: Kind
    text: str
    weight: float = field(default=0.8, compare=False)


def check(
    source: str, target: str, source_lang: str, target_lang: str, names: Names | None = None
) -> tuple[Doubt, ...]:
    """Reasons to doubt that `target` is a translation of `source`, both plain text; empty when there is none.

    names: see `Names`; without it only names that everybody knows are looked at, and only whether one became another.
    """
    return tuple(_reasons(source, target, source_lang, target_lang, names))


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
    yield from _as("numbers", figures.figures(before, after))
    yield from _as("addresses", surface.addresses(source, target))
    if names is not None:
        lost = lost_names(names, source, target, source_lang, target_lang)
        if lost:
            yield Doubt("names", "names or terms not found: " + ", ".join(lost), 0.7)
    elif is_known(source_lang) and is_known(target_lang):
        common = common_names(frozenset({source_lang, target_lang}))
        lost = lost_names(common, source, target, source_lang, target_lang)
        strange = lost_names(common, target, source, target_lang, source_lang) if lost else []
        if lost and strange:
            yield Doubt("names", f"{lost[0]} became {strange[0]}", 0.7)
    yield from _as("negation", meaning.negation(before, after))
    yield from _as("meaning", meaning.opposites(before, after))
    yield from _as("names", meaning.countries(before, after))
    yield from _as("names", people.people(before, after))
    yield from _as("length", surface.length(source, target, source_lang, target_lang, (length(before), length(after))))
    yield from _as("quotation", surface.quotation(source, target, target_lang))
    yield from _as("repetition", surface.repetition(source, target, target_lang))
    known = frozenset(
        before.tokens[at].raw.casefold() for at in (*people.words(before), *dict(meaning.places(before)).values())
    )
    yield from _as("script", surface.script(source, target, source_lang, target_lang, known))
    yield from _as("copy", surface.copied(source, target, source_lang, target_lang))


def _as(kind: Kind, found: Iterable[tuple[float, str]]) -> Iterator[Doubt]:
    for heavy, text in found:
        yield Doubt(kind, text, heavy)


def lost_names(names: Names, source: str, target: str, source_lang: str, target_lang: str) -> list[str]:
    """The names of the source, as `names` gives them, that the target lacks; a nationality stands for its country.

    A country stands for its capital too, and for its team.
    """
    present = set(names(target, target_lang, source_lang))
    wanted = dict.fromkeys(names(source, source_lang, target_lang))
    lost = [name for name in wanted if name not in present]
    if not lost:
        return []
    after = read(target, target_lang)
    nations = {key for key, _ in meaning.places(after)}
    # a capital that stands beside its country is a place of its own
    before = read(source, source_lang)
    said = {key for key, at in meaning.places(before) if not any(_names(id, before.tokens[at].raw) for id in lost)}
    over = {**{id: country for id, country in capitals().items() if country not in said}, **institutions()}
    # and the other way round: Berlin for Germany
    nations |= {country for id, country in capitals().items() if id in present}
    return [
        name
        for name in lost
        if not {name, over.get(name)} & nations and not _sounds(name, after, present - set(wanted))
    ]


def _names(id: str, word: str) -> bool:
    """Whether a word is the name of a capital, which may stand for its country: Washington."""
    return id in capitals() and sounds_alike(id.partition("-")[0].title(), word)


def _sounds(id: str, target: Reading, strange: Collection[str]) -> bool:
    """Whether a text has the words of an id, or in a script without capitals words that sound so: there many names are
    common words, which the matcher takes for names only where something says so: الرجاء.

    strange: ids of names of the text that the other one does not have.
    """
    parts = [part for part in id.split("-") if len(part) > 2]
    if not parts:
        return False
    if target.wording.capitals:
        said = " ".join(token.forms[0] for token in target.tokens if token.forms)
        if f" {id.replace('-', ' ')} " in f" {said} ":
            return True
        # Marrakech is Marrakesh to others; of countries there are too many that sound alike
        capitals = [token.forms[0] for token in target.tokens if token.forms and token.raw[0].isupper()]
        alike = [
            any(skeleton(part) == skeleton(word) and distance(part, word) < 2 for word in capitals) for part in parts
        ]
        return id not in common_countries() and all(alike)
    # a word that is another name is not this one: بغداد is not Beirut
    others = {skeleton(part) for other in strange for part in other.split("-") if len(part) > 2} - set(
        map(skeleton, parts)
    )
    words = [token.raw for token in target.tokens if token.kind == "word" and skeleton(token.raw) not in others]
    return all(any(skeleton(part) and sounds_alike(part, word) for word in words) for part in parts)
