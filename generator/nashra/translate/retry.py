"""A second chance for sentences that the guards doubt: other parameters, names put in, shorter pieces."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from nashra.entities.glossary import Glossary
from nashra.translate.chain import translate_segments
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.memory import Memory
from nashra.versions.guards import Doubt, Kind, check, weight

# Where a long sentence may be translated in two.
_CUT = re.compile(r"(?<=[،؛,;:])\s+")
# Pieces shorter than this (in characters) lose their context.
_MIN_PIECE = 30


@dataclass(frozen=True, slots=True)
class Guard:
    """`check` for one pair of languages and the site's registry."""

    source: str
    target: str
    glossary: Glossary

    def __call__(self, source_text: str, target_text: str) -> tuple[Doubt, ...]:
        """Reasons to doubt a translation; see `nashra.versions.guards.check`."""
        return check(source_text, target_text, self.source, self.target, self.glossary.named)


@dataclass(frozen=True, slots=True)
class _Try:
    """One way to translate again. kinds: the doubts it may help against. rewrite: what the engine is given instead."""

    engine: Engine
    kinds: frozenset[Kind]
    rewrite: Callable[[str], list[str]]


# Other search parameters can change any sentence for the better, but bring back no name that the model does not know.
_SEARCH: frozenset[Kind] = frozenset(
    {
        "empty", "addresses", "numbers", "length", "repetition", "script", "copy",
        "debris", "chatter", "quotation", "negation", "meaning",
    }
)  # fmt: skip
_SHORTER: frozenset[Kind] = frozenset({"empty", "numbers", "length", "repetition"})


def retry(
    table: Mapping[str, str],
    guard: Guard,
    engine: Engine,
    others: Sequence[Engine],
    memory: Memory,
    route: Sequence[Pairing],
    settled: frozenset[str] = frozenset(),
) -> dict[str, str]:
    """`table` (source -> translation) with the doubtful translations replaced by better ones where a try gives one.

    others: engines with other search parameters, tried in order. settled: sources that people approved, left as they
    are. A try is taken when its reasons weigh less than those of what was there; among equals the first stays. Raises
    what the engines raise.
    """
    best = dict(table)
    doubts = {source: guard(source, target) for source, target in table.items() if source not in settled}
    tries = [
        _Try(engine, frozenset({"names"}), lambda text: [guard.glossary.with_names(text, guard.source, guard.target)]),
        *(_Try(other, _SEARCH, lambda text: [text]) for other in others),
        _Try(engine, _SHORTER, _pieces),
    ]
    for attempt in tries:
        rewritten = {
            source: attempt.rewrite(source)
            for source, found in doubts.items()
            if any(doubt.kind in attempt.kinds for doubt in found)
        }
        if attempt.engine is engine:
            # the same words would come out the same
            rewritten = {source: pieces for source, pieces in rewritten.items() if pieces != [source]}
        texts = list(dict.fromkeys(piece for pieces in rewritten.values() for piece in pieces))
        if texts and attempt.engine is not engine:
            checked.close(engine)  # never two models in memory; it opens again when it is needed
        results = dict(zip(texts, translate_segments(attempt.engine, memory, route, texts), strict=True))
        for source, pieces in rewritten.items():
            target = " ".join(results[piece].strip() for piece in pieces)
            found = guard(source, target)
            if weight(found) < weight(doubts[source]):
                best[source], doubts[source] = target, found
        if attempt.engine is not engine:
            checked.close(attempt.engine)
    return best


def _pieces(text: str) -> list[str]:
    """A long sentence in two or more pieces, cut after its commas."""
    pieces: list[str] = []
    for part in _CUT.split(text):
        if pieces and (len(pieces[-1]) < _MIN_PIECE or len(part) < _MIN_PIECE):
            pieces[-1] = f"{pieces[-1]} {part}"
        else:
            pieces.append(part)
    return pieces
