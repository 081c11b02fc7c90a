"""What a machine made and is doubted most: what `nashra review --worst` walks through. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nashra.markup.kept import EMPHASIS
from nashra.model import IMPORTED_UNSURE, Article, BlockRecord
from nashra.versions.alignment import align
from nashra.versions.doubts import Check, again, lost_marks, of_field, of_pair, repeated, without_marks
from nashra.versions.fields import fields_of
from nashra.versions.guards import Doubt, weight
from nashra.versions.status import NO_PLACE, SEVERAL

# What waits for a review though no rule doubts it: a mark found no place.
_WAITING = 0.3
# The same words for two sentences: one of the two is wrong.
_AGAIN = 0.9
# An engine that is not sure at all of its own words weighs as much.
_UNSURE = 0.6
# Emphasis that found no place; anything else that is lost weighs as much as the same words for two sentences.
_EMPHASIS = 0.15


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A block or a field of a version with its source, the reasons and what they weigh together.

    place: the 1-based number of the block, or the name of the field.
    """

    article: Article
    lang: str
    place: str
    source: str
    target: str
    reasons: tuple[str, ...]
    weight: float


def worst(articles: Iterable[Article], languages: Sequence[str], check: Check[Doubt], limit: int) -> list[Doubtful]:
    """At most `limit` blocks and fields that no person wrote or approved, the most doubtful first; ties in the order
    given."""
    found = [each for article in articles for lang in languages for each in _of_version(article, lang, check)]
    return sorted(found, key=lambda each: -each.weight)[:limit]


def _of_version(article: Article, lang: str, check: Check[Doubt]) -> Iterator[Doubtful]:
    version = article.versions.get(lang)
    made = version.translation if version else None
    source = article.versions.get(made.origin) if made else None
    if version is None or made is None or source is None or not made.blocks:
        return
    present = [pair for pair in align(source, version).pairs if pair.target is not None]
    fields = list(fields_of(source, version))
    twice = repeated(source, version, present, fields)
    for field in fields:
        if field.human or not field.source or not field.target:
            continue
        doubts = of_field(field, source.lang, lang, check)
        reasons = again(field.source, source.lang, twice)
        if field.record is not None and IMPORTED_UNSURE in field.record.reused:
            reasons.insert(0, SEVERAL)
        if (heavy := _weight(doubts, reasons, field.record)) > 0:
            told = _told(doubts, [*reasons, *_engine(field.record)])
            yield Doubtful(article, lang, field.name, field.source, field.target, told, heavy)
    for number, pair in enumerate(present, 1):
        if pair.human or pair.source is None or pair.target is None:
            continue
        doubts = of_pair(pair, source.lang, lang, check)
        reasons = again(pair.source, source.lang, twice)
        if pair.record is not None and IMPORTED_UNSURE in pair.record.reused:
            reasons.insert(0, SEVERAL)
        missing = lost_marks(pair)
        heavy = max((_EMPHASIS if name.startswith(EMPHASIS) else _AGAIN for name in missing), default=0.0)
        if (heavy := max(heavy, _weight(doubts, reasons, pair.record))) > 0:
            told = _told(doubts, [*reasons, *without_marks(missing), *_engine(pair.record)])
            yield Doubtful(article, lang, str(number), pair.source.text, pair.target.text, told, heavy)


def _weight(doubts: Sequence[Doubt], reasons: Sequence[str], record: BlockRecord | None) -> float:
    waits = _WAITING if record is not None and record.flag == "review" else 0.0
    heavy = max(weight(doubts), _AGAIN if reasons else 0.0, waits)
    unsure = _UNSURE * (1 - record.sure / 100) if record is not None and record.sure is not None else 0.0
    return 1 - (1 - heavy) * (1 - unsure)


def _engine(record: BlockRecord | None) -> list[str]:
    """What the engine said itself."""
    told = record is not None and record.sure is not None
    return [f"the engine was sure of it to {record.sure} %"] if record is not None and told else []


def _told(doubts: Sequence[Doubt], reasons: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*(doubt.text for doubt in doubts), *reasons])) or (NO_PLACE,)
