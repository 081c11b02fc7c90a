"""How far each article is in each language: what `nashra status` shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from nashra.content.publication import hold
from nashra.model import IMPORTED_UNSEEN, IMPORTED_UNSURE, Article, BlockRecord, Hold
from nashra.versions.alignment import Alignment, Pair, align
from nashra.versions.doubts import Check, again, lost_marks, of_field, of_pair, repeated, without_marks
from nashra.versions.fields import Field, fields_of
from nashra.versions.other_figures import other_figures

Condition = Literal["original", "missing", "unwanted", "unreadable", "machine", "reviewed", "manual"]


# Why a block waits for a review that no rule doubts.
NO_PLACE = "the machine marked it: a link or another mark may stand in the wrong place"
SEVERAL = "an imported memory has several translations of a sentence in it"


@dataclass(frozen=True, slots=True)
class Standing:
    """An article in one language.

    stale:  1-based numbers of the blocks of the version whose source changed.
    kept:   those of them that people wrote; the others are renewed by the next `nashra translate`.
    untranslated: how many blocks of the source are new.
    lost:   of blocks that a person took out, and whose source changed since: the number of the block of the source that
            stands there now, 0 where nothing does.
    unknown: numbers of the blocks of the source of which it is not known which block of the version translates them.
    unpaired: numbers of the blocks of the version that may do so; they are in `review` too.
    more:   numbers of blocks of the version that may tell more than their source: people rewrote several at once.
    human:  how many blocks people wrote or edited in a machine's version.
    reused: block number and the ids of the articles whose approved sentences it has, "tmx" for those of an import.
    taken:  the same of the fields, by their names.
    review: block number and why a person should look at it.
    fields: those of title, summary, alt and caption whose source changed since.
    drafts: those that a translator wrote and nobody has approved yet.
    absent: those that nobody has translated yet.
    doubtful: those of the machine's that a person should look at, and why.
    needless: whether it is there though the article is not wanted in its language: readers do not see it.
    hold:   why readers do not see it now: "draft", "future", "expired"; empty where they do, or nobody asked.
    """

    lang: str
    condition: Condition
    stale: tuple[int, ...] = ()
    kept: tuple[int, ...] = ()
    untranslated: int = 0
    lost: tuple[int, ...] = ()
    unknown: tuple[int, ...] = ()
    unpaired: tuple[int, ...] = ()
    more: tuple[int, ...] = ()
    human: int = 0
    reused: tuple[tuple[int, str], ...] = ()
    taken: tuple[tuple[str, str], ...] = ()
    review: tuple[tuple[int, str], ...] = ()
    fields: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    doubtful: tuple[tuple[str, str], ...] = ()
    needless: bool = False
    hold: Hold = ""

    @property
    def is_stale(self) -> bool:
        """Whether anything of the source has changed since the translation."""
        return bool(self.stale or self.untranslated or self.lost or self.fields or self.absent)


# Reasons to doubt a translation, in words.
Doubts = Check[str]


def standings(
    article: Article, languages: Sequence[str], doubts: Doubts | None = None, now: datetime | None = None
) -> list[Standing]:
    """One for each of `languages`, in order.

    doubts: says what is doubtful about a machine's words; without it, only what is marked for review is told. now: the
    moment at which readers would look.
    """
    found = [_standing(article, lang, doubts) for lang in languages]
    if now is None:
        return found
    return [
        replace(each, hold=hold(article, article.versions[each.lang], now)) if each.lang in article.versions else each
        for each in found
    ]


def _standing(article: Article, lang: str, doubts: Doubts | None) -> Standing:
    if (version := article.versions.get(lang)) is not None and not article.is_wanted_in(lang):
        return Standing(lang, version.translation.state if version.translation else "original", needless=True)
    if version is None:
        wanted: Condition = "missing" if article.is_wanted_in(lang) else "unwanted"
        return Standing(lang, "unreadable" if lang in article.unreadable else wanted)
    if version.translation is None:
        return Standing(lang, "original")
    made = version.translation
    source = article.versions.get(made.origin)
    if source is None or not made.blocks:
        # a look at all that people wrote is for those who ask for doubts
        return Standing(lang, made.state, review=tuple(other_figures(source, version)) if source and doubts else ())
    alignment = align(source, version)
    present = [pair for pair in alignment.pairs if pair.target is not None]
    fields = list(fields_of(source, version))
    stale = _stale(alignment)
    absent = [
        (pair, 0 if index is None else index + 1)
        for pair, index in zip(alignment.pairs, alignment.partner, strict=True)
        if pair.target is None and pair.tie != "joined"
    ]
    marked = any(map(_is_marked, [pair.record for pair in present] + [each.record for each in fields]))
    why = _Reasons(source.lang, lang, doubts, repeated(source, version, present, fields) if marked else {})
    return Standing(
        lang,
        made.state,
        stale=tuple(stale),
        kept=tuple(number for number in stale if present[number - 1].human),
        untranslated=len(alignment.missing),
        lost=tuple(number for pair, number in absent if pair.stale),
        unknown=tuple(number for pair, number in absent if pair.tie == "unpaired" and not pair.stale),
        unpaired=tuple(number for number, pair in enumerate(present, 1) if pair.tie == "unpaired"),
        more=tuple(number for number, pair in enumerate(present, 1) if pair.tie == "more" and not pair.stale),
        human=sum(pair.human for pair in present),
        reused=tuple(
            (number, ", ".join(pair.record.reused))
            for number, pair in enumerate(present, 1)
            if pair.record is not None and pair.record.reused and not pair.human
        ),
        taken=tuple(
            (each.name, ", ".join(each.record.reused))
            for each in fields
            if each.record is not None and each.record.reused and not each.human
        ),
        review=tuple((number, reason) for number, pair in enumerate(present, 1) if (reason := why.of_block(pair))),
        fields=tuple(each.name for each in fields if each.stale),
        drafts=tuple(each.name for each in fields if each.draft),
        absent=tuple(each.name for each in fields if each.missing),
        doubtful=tuple((each.name, reason) for each in fields if (reason := why.of_field(each))),
    )


def origins(reused: Sequence[str]) -> Iterator[str]:
    """Where the words of a block or a field come from that no model made for it, see `BlockRecord.reused`."""
    if approved := [each for each in reused if each not in (IMPORTED_UNSEEN, IMPORTED_UNSURE)]:
        yield f"words that people approved in {', '.join(approved)}"
    if IMPORTED_UNSEEN in reused:
        yield "words of an imported memory that nobody is known to have approved"


def needs_review(pair: Pair) -> bool:
    """Whether a person should look at a block that is there: it is doubtful, a draft, or of a source not known."""
    if pair.draft or pair.tie == "unpaired":
        return True
    return pair.record is not None and pair.record.flag == "review" and not pair.human


def _stale(alignment: Alignment) -> list[int]:
    """1-based numbers of the blocks of the version of which one source at least has changed, in order."""
    found: dict[int, None] = {}
    number = 0
    for pair in alignment.pairs:
        number += pair.target is not None
        if pair.stale and (pair.target is not None or pair.tie == "joined"):
            found[number] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class _Reasons:
    """Why a person should look at a block or a field that is there; "" where nothing speaks against it.

    said_again: see `nashra.versions.doubts.repeated`.
    """

    source_lang: str
    target_lang: str
    doubts: Doubts | None
    said_again: Mapping[str, str]

    def of_block(self, pair: Pair) -> str:
        if pair.tie == "unpaired":
            return "a person wrote it, and it is not known which block of the source it translates"
        if pair.draft:
            return "a translator wrote it, and nobody has approved it yet"
        if pair.human:
            return ""
        if pair.stale and not _is_marked(pair.record):
            return ""  # what there is to say is that its source has changed
        found = of_pair(pair, self.source_lang, self.target_lang, self.doubts) if self.doubts else []
        if pair.source is not None:
            found += again(pair.source, self.source_lang, self.said_again)
        if pair.record is not None and IMPORTED_UNSURE in pair.record.reused:
            found.insert(0, SEVERAL)
        return self._told(found + without_marks(lost_marks(pair)), pair.record)

    def of_field(self, field: Field) -> str:
        if field.human or (field.stale and not _is_marked(field.record)):
            return ""
        found = of_field(field, self.source_lang, self.target_lang, self.doubts) if self.doubts else []
        if field.record is not None and IMPORTED_UNSURE in field.record.reused:
            found.insert(0, SEVERAL)
        return self._told(found + again(field.source or "", self.source_lang, self.said_again), field.record)

    def _told(self, found: Sequence[str], record: BlockRecord | None) -> str:
        return "; ".join(dict.fromkeys(found)) or (NO_PLACE if _is_marked(record) else "")


def _is_marked(record: BlockRecord | None) -> bool:
    return record is not None and record.flag == "review"
