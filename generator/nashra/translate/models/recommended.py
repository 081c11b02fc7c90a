"""Models that are worth having, with what was published about them: data in recommended.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec

from nashra.translate.engines.hop import Pairing
from nashra.translate.models.memory_need import needed
from nashra.translate.models.packages import Package

Pair = tuple[str, str]
ARGOS = "argos"
SMALL = "base"
# A translation of a translation: what the second hop has published, times the share that the first one kept. A human
# translation reaches about this figure against another one; it stands for all.
CEILING = 60.0
# An extra of Nashra -> what it brings.
_EXTRAS = {"hub": ("huggingface_hub",), "convert": ("transformers", "torch")}


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
    """One model.

    address: what can be installed from, or "argos". needs: the extras without which it cannot.
    memory: megabytes that translating with it takes, about. time: that the same texts take, a base model's being 1.
    """

    name: str
    family: str
    pairs: tuple[Pair, ...]
    address: str
    page: str
    licence: str
    size: str
    figures: tuple[Published, ...]
    needs: tuple[str, ...] = ()
    memory: int = 0
    time: float = 0.0

    def lacking(self) -> tuple[str, ...]:
        """The extras that it needs and that are not installed here."""
        return tuple(extra for extra in self.needs if any(find_spec(name) is None for name in _EXTRAS[extra]))

    def bleu(self, pair: Pair) -> float | None:
        """What was published of a pair on FLORES, in BLEU."""
        return next((each.value for each in self.figures if each.pair == pair and each.measure == "BLEU"), None)


@lru_cache(maxsize=1)
def recommended() -> tuple[Recommended, ...]:
    """All of the list."""
    data = tomllib.loads(files("nashra.translate.models").joinpath("recommended.toml").read_text("utf-8"))
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
            tuple(row.get("needs", ())),
            round(needed(data["size"][row["size"]]["package_mb"] * 10**6) / 10**7) * 10,
            data["size"][row["size"]]["time"],
        )
        for row in data["model"]
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


def plan(
    languages: Sequence[str], *, best: bool, sources: Sequence[str] | None = None, anyhow: bool = False
) -> dict[Pair, Recommended]:
    """Pair -> the model to install for it, so that each of `languages` is translated into each other.

    best: the highest figures; else the smallest models. anyhow: those too that need extras which are not installed.
    A pair that no row of the list leads to is left out.
    """
    here = [model for model in recommended() if anyhow or not model.lacking()]
    # the large ones only where no small one leads
    stages = [_offers(here)] if best else [_offers([model for model in here if model.size == SMALL]), _offers(here)]
    wanted: dict[Pair, Recommended] = {}
    for source in languages if sources is None else sources:
        for target in languages:
            for offers in stages if source != target else ():
                if way := _way(source, target, offers):
                    wanted |= {pair: offers[pair] for pair in way}
                    break
    return wanted


def _offers(models: Sequence[Recommended]) -> dict[Pair, Recommended]:
    """Of each pair the model with the highest figure."""
    offers: dict[Pair, Recommended] = {}
    for model in models:
        for pair in model.pairs:
            held = offers.get(pair)
            if held is None or (model.bleu(pair) or 0.0) > (held.bleu(pair) or 0.0):
                offers[pair] = model
    return offers


def _way(source: str, target: str, offers: dict[Pair, Recommended]) -> list[Pair]:
    ways = [[(source, target)]]
    ways += [[(source, code), (code, target)] for code in sorted({one for one, _ in offers})]
    known = [way for way in ways if all(pair in offers for pair in way)]
    return max(known, key=lambda way: estimate([offers[pair].bleu(pair) for pair in way]) or 0.0, default=[])


def _pair(text: str) -> Pair:
    one, _, two = text.partition("-")
    return one, two
