"""Segments through a route: hop by hop, every hop as a whole, the memory first."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence

from nashra.kit.errors import NashraError
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.memory import APPROVED, Memory

# Called with the hop under way, the distinct segments done, and how many there are.
Progress = Callable[[Pairing, int, int], None]

# Results that are written to the memory together, and the seconds after which fewer are: a killed run loses no more,
# and a slow engine's progress is seen.
_COMMIT, _WAIT = 32, 2.0


def translate_segments(
    engine: Engine,
    memory: Memory,
    route: Sequence[Pairing],
    segments: Sequence[str],
    progress: Progress | None = None,
    approved: Mapping[str, str] | None = None,
    sure: dict[str, float] | None = None,
) -> list[str]:
    """The translations of `segments` along `route`, in their order.

    sure: gets how sure the engine is of each segment, from 0 to 1, where it tells: the least of all hops.

    Each distinct segment is translated once a hop, and remembered as soon as it is done, so that a killed run
    goes on where it was. What people approved for the whole route, in `approved` or in the memory, wins over any
    engine. Blank segments and an empty route change nothing. Raises what the engine and the memory raise.
    """
    if not route:
        return list(segments)
    whole = (route[0].from_code, route[-1].to_code)
    distinct = list(dict.fromkeys(segment for segment in segments if segment.strip()))
    done = memory.get_many(whole, APPROVED, distinct)
    done |= {source: target for source, target in (approved or {}).items() if target.strip()}
    current = {source: source for source in distinct if source not in done}
    for hop in route:
        texts = list(dict.fromkeys(current.values()))
        scores: dict[str, float] = {}
        results = _hop(engine, memory, hop, texts, progress, scores)
        if sure is not None:
            for source, text in current.items():
                if text in scores:
                    sure[source] = min(scores[text], sure.get(source, 1.0))
        current = {source: results[text] for source, text in current.items()}
    done |= current
    return [done.get(segment, segment) for segment in segments]


def _hop(
    engine: Engine,
    memory: Memory,
    hop: Pairing,
    texts: Sequence[str],
    progress: Progress | None,
    scores: dict[str, float],
) -> dict[str, str]:
    pair, fingerprint = (hop.from_code, hop.to_code), checked.fingerprint(engine, hop)
    results = memory.get_many(pair, fingerprint, texts)
    results |= {text: text for text in texts if not text.strip()}
    missing = [text for text in texts if text not in results]
    if progress is not None:
        progress(hop, len(results), len(texts))
    scores |= memory.scores(pair, fingerprint, [text for text in texts if text in results])
    if not missing:
        return results
    for pairs in _batched(checked.answers(engine, hop, missing, scores), _COMMIT):
        memory.put_many(pair, fingerprint, pairs)
        memory.put_scores(pair, fingerprint, [(text, scores[text]) for text, _ in pairs if text in scores])
        results.update(pairs)
        if progress is not None:
            progress(hop, len(results), len(texts))
    return results


def _batched(items: Iterator[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    """`items` in lists of `size`, or of fewer where they come slowly; what came before a fault is given out before the
    fault is raised."""
    batch: list[tuple[str, str]] = []
    since = time.monotonic()
    try:
        for item in items:
            batch.append(item)
            if len(batch) == size or time.monotonic() - since > _WAIT:
                yield batch
                batch, since = [], time.monotonic()
    except NashraError:
        yield batch
        raise
    if batch:
        yield batch
