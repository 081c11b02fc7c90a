"""Which hops, one after the other, lead from one language to another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence

from nashra.kit.errors import TranslationError
from nashra.languages.defaults import PIVOT
from nashra.translate.engines.hop import Pairing


def route(offered: Sequence[Pairing], source: str, target: str) -> tuple[Pairing, ...]:
    """The hops to translate with, first hop first; empty when `source` is `target`.

    offered: by the engines, the best of a pair before its others. The shortest way wins; among equals the one over
    English, then the first by language codes. Raises TranslationError when no way exists.
    """
    by_pair: dict[tuple[str, str], Pairing] = {}
    for hop in offered:
        by_pair.setdefault((hop.from_code, hop.to_code), hop)
    into: dict[str, list[str]] = defaultdict(list)
    out_of: dict[str, list[str]] = defaultdict(list)
    for start, end in by_pair:
        into[end].append(start)
        out_of[start].append(end)
    hops = _hops_to(target, into)
    if source not in hops:
        codes = dict.fromkeys((source, PIVOT, target))
        raise TranslationError(
            f"no installed package leads from {source} to {target}",
            hint=f"get them with `nashra models install {' '.join(codes)}`, or install a file you have with "
            "`nashra models install FILE.argosmodel`",
        )
    way = []
    while source != target:
        nearer = [code for code in out_of[source] if hops.get(code) == hops[source] - 1]
        step = min(nearer, key=lambda code: (code != PIVOT, code))
        way.append(by_pair[source, step])
        source = step
    return tuple(way)


def _hops_to(target: str, into: dict[str, list[str]]) -> dict[str, int]:
    """For each language from which `target` can be reached, the number of hops on the way."""
    hops = {target: 0}
    queue = deque([target])
    while queue:
        code = queue.popleft()
        for before in into[code]:
            if before not in hops:
                hops[before] = hops[code] + 1
                queue.append(before)
    return hops
