"""Which hops, one after the other, lead from one language to another."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from itertools import pairwise

from nashra.kit.errors import TranslationError
from nashra.languages.defaults import PIVOT
from nashra.translate.engines.hop import Pairing
from nashra.translate.models.recommended import estimate, published


def route(
    offered: Sequence[Pairing], source: str, target: str, fixed: Sequence[Sequence[str]] = ()
) -> tuple[Pairing, ...]:
    """The hops to translate with, first hop first; empty when `source` is `target`.

    offered: by the engines, the best of a pair before its others. fixed: ways that the site sets, as languages. Where
    figures are published of the shortest way and of another of two hops at most, the better one wins; else the
    shortest way; among equals the one over English, then the first by language codes. Raises TranslationError when no
    way exists.
    """
    by_pair: dict[tuple[str, str], Pairing] = {}
    for hop in offered:
        by_pair.setdefault((hop.from_code, hop.to_code), hop)
    for codes in fixed:
        if codes[0] == source and codes[-1] == target:
            return _along(codes, by_pair)
    shortest = _shortest(by_pair, source, target)
    held = estimate([published(hop) for hop in shortest])
    if held is None:
        return shortest
    best, most = shortest, held
    for way in _ways(by_pair, source, target):
        found = estimate([published(hop) for hop in way])
        if found is not None and found > most:
            best, most = way, found
    return best


def _along(codes: Sequence[str], by_pair: Mapping[tuple[str, str], Pairing]) -> tuple[Pairing, ...]:
    """The way that the site sets."""
    steps = list(pairwise(codes))
    for one, two in steps:
        if (one, two) not in by_pair:
            raise TranslationError(
                f"no installed package leads from {one} to {two}, as `translate.routes` wants it",
                hint=f"install one, or take {'-'.join(codes)} out of `translate.routes`",
            )
    return tuple(by_pair[step] for step in steps)


def _ways(by_pair: Mapping[tuple[str, str], Pairing], source: str, target: str) -> list[tuple[Pairing, ...]]:
    """All ways of one hop or two."""
    direct = by_pair.get((source, target))
    found: list[tuple[Pairing, ...]] = [(direct,)] if direct is not None else []
    for one, middle in sorted(by_pair):
        if one == source and middle != target and (middle, target) in by_pair:
            found.append((by_pair[one, middle], by_pair[middle, target]))
    return found


def _shortest(by_pair: Mapping[tuple[str, str], Pairing], source: str, target: str) -> tuple[Pairing, ...]:
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
