"""Segments through a route: hop by hop, every hop as a whole, the memory first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from nashra.translate.engines.engine import Engine
from nashra.translate.memory import APPROVED, Memory
from nashra.translate.models.packages import Package

# Called with the package of the hop, the distinct segments done, and how many there are.
Progress = Callable[[Package, int, int], None]

# Results that are written to the memory together; a killed run loses fewer than these.
_COMMIT = 32


def translate_segments(
    engine: Engine,
    memory: Memory,
    route: Sequence[Package],
    segments: Sequence[str],
    progress: Progress | None = None,
    approved: Mapping[str, str] | None = None,
) -> list[str]:
    """The translations of `segments` along `route`, in their order.

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
    for package in route:
        texts = list(dict.fromkeys(current.values()))
        results = _hop(engine, memory, package, texts, progress)
        current = {source: results[text] for source, text in current.items()}
    done |= current
    return [done.get(segment, segment) for segment in segments]


def _hop(
    engine: Engine, memory: Memory, package: Package, texts: Sequence[str], progress: Progress | None
) -> dict[str, str]:
    fingerprint = engine.fingerprint(package)
    results = memory.get_many(package.pair, fingerprint, texts)
    results |= {text: text for text in texts if not text.strip()}
    missing = [text for text in texts if text not in results]
    if progress is not None:
        progress(package, len(results), len(texts))
    if not missing:
        return results
    for pairs in _batched(((missing[index], text) for index, text in engine.stream(package, missing)), _COMMIT):
        memory.put_many(package.pair, fingerprint, pairs)
        results.update(pairs)
        if progress is not None:
            progress(package, len(results), len(texts))
    return results


def _batched(items: Iterator[tuple[str, str]], size: int) -> Iterator[list[tuple[str, str]]]:
    while batch := list(islice(items, size)):
        yield batch
