"""A second chance for sentences that the guards doubt: other parameters, names put in, shorter pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from generator.entities.matcher import Matcher
from generator.model import Entity
from generator.translate.chain import translate_segments
from generator.translate.engine import Engine
from generator.translate.guards import check
from generator.translate.memory import Memory
from generator.translate.packages import Package

# Where a long sentence may be translated in two.
_CUT = re.compile(r"(?<=[،؛,;:])\s+")
# Pieces shorter than this (in characters) lose their context.
_MIN_PIECE = 30

# Called with how many sentences are tried again.
Watch = Callable[[int], None]


class Glossary:
    """The names of the registry in running text, for the guards and for putting the right ones in."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._matchers: dict[str, Matcher] = {}

    def named(self, text: str, lang: str) -> list[str]:
        """Ids of the entities that `text` names, in order."""
        if not self._entities:
            return []
        return [mention.entity for mention in self._matcher(lang).find(text)]

    def with_names(self, text: str, lang: str, target_lang: str) -> str:
        """`text` with its names replaced by those of `target_lang`, which translation models mostly copy."""
        parts: list[str] = []
        at = 0
        for mention in self._matcher(lang).find(text):
            name = self._entities[mention.entity].names.get(target_lang)
            if name is None:
                continue
            before = text[at : mention.start]
            # a particle that was attached, as in "بالرباط", cannot be attached to another script
            parts += [before, " " if before[-1:].isalpha() else "", name]
            at = mention.end
        return "".join(parts) + text[at:]

    def _matcher(self, lang: str) -> Matcher:
        if lang not in self._matchers:
            self._matchers[lang] = Matcher(self._entities, lang)
        return self._matchers[lang]


@dataclass(frozen=True, slots=True)
class Guard:
    """`check` for one pair of languages and the site's registry."""

    source: str
    target: str
    glossary: Glossary

    def __call__(self, source_text: str, target_text: str) -> tuple[str, ...]:
        """Reasons to doubt a translation; see `generator.translate.guards.check`."""
        return check(source_text, target_text, self.source, self.target, self.glossary.named)


def retry(
    table: Mapping[str, str],
    guard: Guard,
    engine: Engine,
    others: Sequence[Engine],
    memory: Memory,
    route: Sequence[Package],
    settled: frozenset[str] = frozenset(),
    watch: Watch | None = None,
) -> dict[str, str]:
    """`table` (source -> translation) with the doubtful translations replaced by better ones where a try gives one.

    others: engines with other search parameters, tried in order. settled: sources that people approved, left as they
    are. A try is taken when it leaves fewer reasons than what was there; among equals the first stays. Raises what the
    engines raise.
    """
    best = dict(table)
    reasons = {
        source: found
        for source, target in table.items()
        if source not in settled and (found := guard(source, target))
    }
    tries: list[tuple[Engine, Callable[[str], list[str]]]] = [(other, _as_it_is) for other in others]
    tries.append((engine, lambda text: [guard.glossary.with_names(text, guard.source, guard.target)]))
    tries.append((engine, _pieces))
    for other, rewrite in tries:
        doubtful = [source for source in reasons if reasons[source]]
        if not doubtful:
            break
        if watch is not None:
            watch(len(doubtful))
        rewritten = {source: rewrite(source) for source in doubtful}
        if rewrite is not _as_it_is:
            rewritten = {source: pieces for source, pieces in rewritten.items() if pieces != [source]}
        texts = list(dict.fromkeys(piece for pieces in rewritten.values() for piece in pieces))
        results = dict(zip(texts, translate_segments(other, memory, route, texts), strict=True))
        for source, pieces in rewritten.items():
            target = " ".join(results[piece].strip() for piece in pieces)
            found = guard(source, target)
            if len(found) < len(reasons[source]):
                best[source], reasons[source] = target, found
        other.close()
    return best


def _as_it_is(text: str) -> list[str]:
    return [text]


def _pieces(text: str) -> list[str]:
    """A long sentence in two or more pieces, cut after its commas."""
    pieces: list[str] = []
    for part in _CUT.split(text):
        if pieces and (len(pieces[-1]) < _MIN_PIECE or len(part) < _MIN_PIECE):
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return pieces
