"""The blocks that a machine made and the guards doubt most: what `nashra review --worst` walks through. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from nashra.markup.inline import plain_text
from nashra.markup.slots import texts
from nashra.model import IMPORTED_UNSURE, Article
from nashra.versions.alignment import Pair, align
from nashra.versions.guards import Doubt, weight
from nashra.versions.status import NO_PLACE, SEVERAL

# (source text, target text, source language, target language) -> reasons to doubt a translation
Check = Callable[[str, str, str, str], tuple[Doubt, ...]]

# A block that waits for a review though no rule doubts it: a mark found no place.
_WAITING = 0.3


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A block of a version, by its 1-based number, with its source, the reasons and what they weigh together."""

    article: Article
    lang: str
    number: int
    source: str
    target: str
    reasons: tuple[str, ...]
    weight: float


def worst(articles: Iterable[Article], languages: Sequence[str], check: Check, limit: int) -> list[Doubtful]:
    """At most `limit` blocks that no person wrote or approved, the most doubtful first; ties in the order given."""
    found = [each for article in articles for lang in languages for each in _of_version(article, lang, check)]
    return sorted(found, key=lambda each: -each.weight)[:limit]


def _of_version(article: Article, lang: str, check: Check) -> Iterator[Doubtful]:
    version = article.versions.get(lang)
    made = version.translation if version else None
    source = article.versions.get(made.origin) if made else None
    if version is None or made is None or source is None or not made.blocks:
        return
    present = [pair for pair in align(source, version).pairs if pair.target is not None]
    for number, pair in enumerate(present, 1):
        if pair.human or pair.source is None or pair.target is None:
            continue
        doubts = _doubts(pair, source.lang, lang, check)
        waits = pair.record is not None and pair.record.flag == "review"
        if doubts or waits:
            reasons = tuple(dict.fromkeys([*_several(pair), *(doubt.text for doubt in doubts)])) or (NO_PLACE,)
            heavy = max(weight(doubts), _WAITING if waits else 0.0)
            yield Doubtful(article, lang, number, pair.source.text, pair.target.text, reasons, heavy)


def _several(pair: Pair) -> tuple[str, ...]:
    unsure = pair.record is not None and IMPORTED_UNSURE in pair.record.reused
    return (SEVERAL,) if unsure else ()


def _doubts(pair: Pair, source_lang: str, target_lang: str, check: Check) -> tuple[Doubt, ...]:
    if pair.source is None or pair.target is None:
        return ()
    befores, afters = texts(pair.source), texts(pair.target)
    if len(befores) != len(afters):
        return ()
    return tuple(
        doubt
        for before, after in zip(befores, afters, strict=True)
        for doubt in check(plain_text(before), plain_text(after), source_lang, target_lang)
    )
