"""Several engines as one: each does the pairs that it offers, the first that offers a pair does it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from nashra.kit.errors import Problem
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Context, Engine, Pairing
from nashra.translate.models.packages import Package


class JoinedEngine:
    """`engines` in the order in which they are preferred."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        """`engines`: at least one."""
        self._engines = tuple(engines)
        self._owners: dict[tuple[str, str], Engine] = {}
        self.name: str = self._engines[0].name

    @property
    def problems(self) -> list[Problem]:
        """What went wrong in any of them."""
        return [problem for engine in self._engines for problem in engine.problems]

    @problems.setter
    def problems(self, value: list[Problem]) -> None:
        for engine in self._engines:
            engine.problems = list(value)

    def offers(self, packages: Sequence[Package]) -> list[Pairing]:
        """One hop for each pair that any of them offers."""
        hops: dict[tuple[str, str], Pairing] = {}
        for engine in self._engines:
            for hop in checked.offers(engine, packages):
                pair = (hop.from_code, hop.to_code)
                if pair not in hops:
                    hops[pair], self._owners[pair] = hop, engine
        return list(hops.values())

    def owner(self, hop: Pairing) -> Engine:
        """The engine that offered `hop`."""
        return self._owners[hop.from_code, hop.to_code]

    def fingerprint(self, hop: Pairing) -> str:
        """That of the engine that offered `hop`, so that its memory serves with other engines beside it."""
        return self.owner(hop).fingerprint(hop)

    def stream(self, hop: Pairing, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """What the engine that offered `hop` makes of `segments`."""
        return self.owner(hop).stream(hop, segments)

    def scored(self, hop: Pairing, segments: Sequence[str]) -> Iterator[tuple[int, str, float | None]]:
        """The same with how sure the engine is, where it tells."""
        return checked.scored(self.owner(hop), hop, segments)

    def learn(self, context: Context) -> None:
        """Pass on to those that listen."""
        for engine in learners(self):
            engine.learn(context)

    def parts(self) -> tuple[Engine, ...]:
        """The engines."""
        return self._engines

    def close(self) -> None:
        """Give the memory of all their models back."""
        for engine in self._engines:
            engine.close()


def learners(engine: Engine) -> list[Any]:
    """Those that want to know what stands around sentences: `engine`, or some of those joined in it."""
    parts = engine.parts() if isinstance(engine, JoinedEngine) else (engine,)
    return [each for each in parts if callable(getattr(each, "learn", None))]


def label(engine: Engine, way: Sequence[Pairing]) -> str:
    """How a version's head names what made it: "ctranslate2 ar_en-1.0 + en_fr-1.9", every engine before its hops."""
    named = [(engine.owner(hop) if isinstance(engine, JoinedEngine) else engine, hop) for hop in way]
    runs = groupby(named, key=lambda pair: pair[0].name)
    return " + ".join(f"{name} " + " + ".join(hop.id for _, hop in run) for name, run in runs)
