"""Models that are worth having, with what was published about them: data in recommended.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from nashra.translate.engines.hop import Pairing
from nashra.translate.models.packages import Package

Pair = tuple[str, str]
ARGOS = "argos"
# A translation of a translation: what the second hop has published, times the share that the first one kept. A human
# translation reaches about this figure against another one; it stands for all.
CEILING = 60.0


@dataclass(frozen=True, slots=True)
class Published:
    """What somebody published of a pair: the test, the measure, the value, and the address where it stands."""

    pair: Pair
    test: str
    measure: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Recommended:
    """One model. address: what can be installed from, "argos", or "" where there is only the page to fetch it from."""

    name: str
    family: str
    pairs: tuple[Pair, ...]
    address: str
    page: str
    licence: str
    size: str
    figures: tuple[Published, ...]

    def bleu(self, pair: Pair) -> float | None:
        """What was published of a pair on FLORES, in BLEU."""
        return next((each.value for each in self.figures if each.pair == pair and each.measure == "BLEU"), None)


@lru_cache(maxsize=1)
def recommended() -> tuple[Recommended, ...]:
    """All of the list."""
    text = files("nashra.translate.models").joinpath("recommended.toml").read_text("utf-8")
    return tuple(
        Recommended(
            row["name"],
            row["family"],
            tuple(_pair(each) for each in row["pairs"]),
            row["address"],
            row["page"],
            row["licence"],
            row["size"],
            tuple(
                Published(_pair(each["pair"]), each["test"], each["measure"], each["value"], each["source"])
                for each in row["figures"]
            ),
        )
        for row in tomllib.loads(text)["model"]
    )


def published(hop: Pairing) -> float | None:
    """The BLEU on FLORES that was published of what does `hop`; None for a model that the list does not know."""
    if not isinstance(hop, Package):
        return None
    for model in recommended():
        manifest = hop.manifest
        if manifest is None:
            is_it = model.family == ARGOS
        else:
            is_it = model.name == manifest.name or (bool(model.address) and model.address == manifest.address)
        if is_it and hop.pair in model.pairs:
            return model.bleu(hop.pair)
    return None


def estimate(figures: Sequence[float | None]) -> float | None:
    """What a way over these hops may reach, None where a figure is missing."""
    found = [figure for figure in figures if figure is not None]
    if not found or len(found) < len(figures):
        return None
    result = found[-1]
    for figure in found[:-1]:
        result *= min(1.0, figure / CEILING)
    return result


def plan(languages: Sequence[str], *, best: bool, sources: Sequence[str] | None = None) -> dict[Pair, Recommended]:
    """Pair -> the model to install for it, so that each of `languages` is translated into each other.

    best: the highest figures that can be installed from an address; else the smallest models. A pair that no row of
    the list leads to is left out.
    """
    offers: dict[Pair, Recommended] = {}
    for model in recommended():
        for pair in model.pairs if model.address else ():
            held = offers.get(pair)
            if held is None or _worth(model, pair, best=best) > _worth(held, pair, best=best):
                offers[pair] = model
    wanted: dict[Pair, Recommended] = {}
    for source in languages if sources is None else sources:
        for target in languages:
            if source != target:
                wanted |= {pair: offers[pair] for pair in _way(source, target, offers)}
    return wanted


def _worth(model: Recommended, pair: Pair, *, best: bool) -> tuple[bool, float]:
    return (best or model.size == "base", model.bleu(pair) or 0.0)


def _way(source: str, target: str, offers: dict[Pair, Recommended]) -> list[Pair]:
    ways = [[(source, target)]]
    ways += [[(source, code), (code, target)] for code in sorted({one for one, _ in offers})]
    known = [way for way in ways if all(pair in offers for pair in way)]
    return max(known, key=lambda way: estimate([offers[pair].bleu(pair) for pair in way]) or 0.0, default=[])


def _pair(text: str) -> Pair:
    one, _, two = text.partition("-")
    return one, two
