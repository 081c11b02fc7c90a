"""One pair of languages of a run: its segments through memory and engines, in portions, and what they become."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from nashra.entities.glossary import Glossary
from nashra.kit.spaces import one_line
from nashra.model import IMPORTED, IMPORTED_UNSEEN, IMPORTED_UNSURE, Article
from nashra.translate.approved import Match, similar, texts_of_people, unapproved
from nashra.translate.chain import Progress, translate_segments
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.engines.joined import label, learners
from nashra.translate.exchange.imports import Found, Imports
from nashra.translate.memory import APPROVED, Memory
from nashra.translate.renewal import Renewal, Result, finish
from nashra.translate.retry import Guard, retry
from nashra.translate.second import SecondOpinion
from nashra.translate.surroundings import context_of
from nashra.versions.echoes import echoes

# Distinct segments that go through the models together, then into their articles: enough to keep many cores or
# machines busy, few enough that an archive of any size is translated in the same memory.
PORTION = 8192


@dataclass(frozen=True, slots=True)
class Tools:
    """What a run translates with.

    others: engines with other parameters, for sentences in doubt. second: another engine for those that are in doubt
    after that. imports: translation memories of people and other programs.
    """

    engine: Engine
    others: Sequence[Engine]
    second: SecondOpinion | None
    memory: Memory
    imports: Imports
    glossary: Glossary
    progress: Progress | None

    @property
    def engines(self) -> tuple[Engine, ...]:
        """All of them."""
        return engines_of(self.engine, self.others, self.second)


def engines_of(engine: Engine, others: Sequence[Engine], second: SecondOpinion | None) -> tuple[Engine, ...]:
    """Every engine of a run once, the first one first."""
    return (engine, *others, *((second.engine,) if second else ()))


@dataclass(frozen=True, slots=True)
class Made:
    """What came of the segments of a portion.

    results: each renewal with the version that is to be written. matches: approved sentences much like new ones.
    """

    results: Iterable[tuple[Renewal, Result]]
    matches: Sequence[Match]


class Pair:
    """The translation of `articles` from one language into another by `way`, its hops in their order."""

    def __init__(self, way: Sequence[Pairing], articles: Sequence[Article], tools: Tools) -> None:
        self._way, self._tools = way, tools
        self._codes = codes = (way[0].from_code, way[-1].to_code)
        people, self._waiting = texts_of_people(articles, *codes)
        self._article_of = {text: each.article for text, each in people.items()}
        self._approved = {text: each.target for text, each in people.items()}
        self._taken = _Taken(tools.imports, tools.engine, way, self._approved)
        self._guard = Guard(*codes, tools.glossary)
        self._listening = [each for used in tools.engines for each in learners(used)]

    def portions(self, renewals: Sequence[Renewal]) -> Iterator[Made]:
        """`renewals`, all of this pair, a portion at a time. Raises what the engines and the memory raise."""
        for portion, segments in _portions([renewal.with_whole_texts(self._taken) for renewal in renewals]):
            if self._listening:
                context = context_of(portion, self._tools.glossary)
                for each in self._listening:
                    each.learn(context)
            yield self._made(portion, segments)

    def _made(self, portion: Sequence[Renewal], segments: Sequence[str]) -> Made:
        tools, way, guard = self._tools, self._way, self._guard
        found = self._taken.of(segments)
        origins = dict.fromkeys(tools.memory.get_many(self._codes, APPROVED, segments), IMPORTED) | self._article_of
        settled = frozenset(origins) | {text for text, each in found.items() if each.approved}
        origins |= {text: _origin(each) for text, each in found.items()}
        given = self._approved | {text: each.target for text, each in found.items()}
        scores: dict[str, float] = {}
        targets = translate_segments(tools.engine, tools.memory, way, segments, tools.progress, given, scores)
        first = dict(zip(segments, targets, strict=True))
        table = retry(first, guard, tools.engine, tools.others, tools.memory, way, settled=settled)
        better: Mapping[str, str] = {}
        if tools.second:
            better = tools.second.better(table, guard, tools.memory, settled, tools.progress, (tools.engine,))
            table |= better
        origins = {
            text: origin
            for text, origin in origins.items()
            if text not in found or table.get(text) == found[text].target
        }
        scores = {text: score for text, score in scores.items() if table[text] == first[text]}
        matches = [*similar(segments, self._approved), *unapproved(segments, self._waiting)]
        return Made(self._results(portion, table, origins, better, scores), matches)

    def _results(
        self,
        portion: Sequence[Renewal],
        table: Mapping[str, str],
        origins: Mapping[str, str],
        better: Mapping[str, str],
        scores: Mapping[str, float],
    ) -> Iterator[tuple[Renewal, Result]]:
        """origins: segments that no engine of this run translated, and where their words come from. better: what the
        second engine gave. scores: how sure the first engine was."""
        doubts = _doubting(self._guard, [text for text, origin in origins.items() if origin == IMPORTED_UNSURE])
        again = echoes(pair for pair in table.items() if pair[0] not in origins)
        via = tuple(hop.to_code for hop in self._way[:-1])
        made_by = label(self._tools.engine, self._way)
        for renewal in portion:
            maker = made_by
            if self._tools.second is not None:
                maker = self._tools.second.label(self._codes, made_by, renewal.segments(), better)
            yield renewal, finish(renewal, table, maker, via, doubts, origins, again, scores)


def _portions(renewals: Sequence[Renewal]) -> Iterator[tuple[list[Renewal], list[str]]]:
    """`renewals` a portion at a time, with the distinct segments of each."""
    portion: list[Renewal] = []
    segments: dict[str, None] = {}
    for renewal in renewals:
        portion.append(renewal)
        segments.update(dict.fromkeys(renewal.segments()))
        if len(segments) >= PORTION:
            yield portion, list(segments)
            portion, segments = [], {}
    if portion:
        yield portion, list(segments)


class _Taken:
    """What is known of the texts of one pair before any engine is asked; with `in`, whether a text is."""

    def __init__(self, imports: Imports, engine: Engine, way: Sequence[Pairing], approved: Mapping[str, str]) -> None:
        """approved: what people wrote in the articles, which comes before every import."""
        self._imports, self._approved = imports, approved
        self._pair = (way[0].from_code, way[-1].to_code)
        self._made_by = {label(engine, way), *(checked.fingerprint(engine, hop) for hop in way if len(way) == 1)}

    def __contains__(self, text: object) -> bool:
        return isinstance(text, str) and (text in self._approved or self._find(text) is not None)

    def of(self, segments: Iterable[str]) -> dict[str, Found]:
        """Segment -> what the imports make of it, of those that people have not translated in the articles."""
        if not self._imports:
            return {}
        found = ((text, self._find(text)) for text in segments if text not in self._approved)
        return {text: each for text, each in found if each is not None}

    def _find(self, text: str) -> Found | None:
        return self._imports.find(self._pair, text, self._made_by)


def _origin(found: Found) -> str:
    if found.unsure:
        return IMPORTED_UNSURE
    return IMPORTED if found.approved else IMPORTED_UNSEEN


def _doubting(guard: Guard, unsure: Sequence[str]) -> Callable[[str, str], Sequence[object]]:
    """`guard`, which also doubts texts with a sentence of which there are several translations."""
    if not unsure:
        return guard
    words = [one_line(text) for text in unsure]
    return lambda source, target: [*guard(source, target), *(text for text in words if text in source)]
