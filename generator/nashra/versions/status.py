"""How far each article is in each language: what `nashra status` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from nashra.content.publication import hold
from nashra.markup.blocks import fingerprint
from nashra.markup.inline import plain_text
from nashra.markup.slots import texts
from nashra.model import IMPORTED_UNSURE, Article, Hold, Version
from nashra.versions.alignment import Alignment, Pair, align, record_is_current

Condition = Literal["original", "missing", "unwanted", "machine", "reviewed", "manual"]


# Why a block waits for a review that no rule doubts.
NO_PLACE = "a link or other mark found no place"
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
    human:  how many blocks people wrote or edited in a machine's version.
    reused: block number and the ids of the articles whose approved sentences it has, "tmx" for those of an import.
    review: block number and why a person should look at it.
    fields: "title", "summary" where their source changed since.
    drafts: "title", "summary" where a translator wrote them and nobody has approved them yet.
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
    human: int = 0
    reused: tuple[tuple[int, str], ...] = ()
    review: tuple[tuple[int, str], ...] = ()
    fields: tuple[str, ...] = ()
    drafts: tuple[str, ...] = ()
    hold: Hold = ""

    @property
    def is_stale(self) -> bool:
        """Whether anything of the source has changed since the translation."""
        return bool(self.stale or self.untranslated or self.lost or self.fields)


# (source text, target text, source language, target language) -> reasons to doubt a translation
Doubts = Callable[[str, str, str, str], tuple[str, ...]]


def standings(
    article: Article, languages: Sequence[str], doubts: Doubts | None = None, now: datetime | None = None
) -> list[Standing]:
    """One for each of `languages`, in order.

    doubts: says why a block that is marked for review is doubtful. now: the moment at which readers would look.
    """
    found = [_standing(article, lang, doubts) for lang in languages]
    if now is None:
        return found
    return [
        replace(each, hold=hold(article, article.versions[each.lang], now)) if each.lang in article.versions else each
        for each in found
    ]


def _standing(article: Article, lang: str, doubts: Doubts | None) -> Standing:
    version = article.versions.get(lang)
    if version is None:
        return Standing(lang, "missing" if article.is_wanted_in(lang) else "unwanted")
    if version.translation is None:
        return Standing(lang, "original")
    made = version.translation
    source = article.versions.get(made.origin)
    if source is None or not made.blocks:
        return Standing(lang, made.state)
    alignment = align(source, version)
    present = [pair for pair in alignment.pairs if pair.target is not None]
    stale = _stale(alignment)
    absent = [
        (pair, 0 if index is None else index + 1)
        for pair, index in zip(alignment.pairs, alignment.partner, strict=True)
        if pair.target is None and pair.tie != "joined"
    ]
    return Standing(
        lang,
        made.state,
        stale=tuple(stale),
        kept=tuple(number for number in stale if present[number - 1].human),
        untranslated=len(alignment.missing),
        lost=tuple(number for pair, number in absent if pair.stale),
        unknown=tuple(number for pair, number in absent if pair.tie == "unpaired" and not pair.stale),
        unpaired=tuple(number for number, pair in enumerate(present, 1) if pair.tie == "unpaired"),
        human=sum(pair.human for pair in present),
        reused=tuple(
            (number, ", ".join(pair.record.reused))
            for number, pair in enumerate(present, 1)
            if pair.record is not None and pair.record.reused and not pair.human
        ),
        review=tuple(
            (number, _why(pair, source.lang, lang, doubts))
            for number, pair in enumerate(present, 1)
            if needs_review(pair)
        ),
        fields=tuple(_stale_fields(source, version)),
        drafts=tuple(_draft_fields(version)),
    )


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


def _why(pair: Pair, source_lang: str, target_lang: str, doubts: Doubts | None) -> str:
    if pair.tie == "unpaired":
        return "a person wrote it, and it is not known which block of the source it translates"
    if pair.draft:
        return "a translator wrote it, and nobody has approved it yet"
    if doubts is None or pair.source is None or pair.target is None:
        return ""
    befores, afters = texts(pair.source), texts(pair.target)
    found: list[str] = []
    if pair.record is not None and IMPORTED_UNSURE in pair.record.reused:
        found.append(SEVERAL)
    if len(befores) == len(afters):
        for before, after in zip(befores, afters, strict=True):
            found.extend(doubts(plain_text(before), plain_text(after), source_lang, target_lang))
    return "; ".join(dict.fromkeys(found)) or NO_PLACE


def _stale_fields(source: Version, version: Version) -> Iterable[str]:
    made = version.translation
    if made is None:
        return
    if made.title and not record_is_current(made.title, source.title, version.title)[0]:
        yield "title"
    if made.summary and not record_is_current(made.summary, source.summary or "", version.summary or "")[0]:
        yield "summary"


def _draft_fields(version: Version) -> Iterable[str]:
    made = version.translation
    if made is None:
        return
    if made.title and made.title.flag == "draft" and made.title.target == fingerprint(version.title):
        yield "title"
    if made.summary and made.summary.flag == "draft" and made.summary.target == fingerprint(version.summary or ""):
        yield "summary"
