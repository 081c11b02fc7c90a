"""A second opinion: another engine is asked for what the guards doubt, and believed where it gives less to doubt."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nashra.kit.errors import Problem, TranslationError
from nashra.translate.chain import Progress, translate_segments
from nashra.translate.engines import checked
from nashra.translate.engines.hop import Engine, Pairing
from nashra.translate.engines.joined import label
from nashra.translate.memory import Memory
from nashra.translate.models.packages import Package
from nashra.translate.models.routes import route
from nashra.translate.retry import Guard
from nashra.versions.guards import weight


@dataclass(slots=True)
class SecondOpinion:
    """`engine`, asked for doubtful sentences.

    problems: why it could not be asked. What the first engine said stays then, and waits for a review.
    """

    engine: Engine
    packages: Sequence[Package]
    problems: list[Problem] = field(default_factory=list)
    _failed: bool = False
    _ways: dict[tuple[str, str], tuple[Pairing, ...]] = field(default_factory=dict)

    def better(
        self,
        table: Mapping[str, str],
        guard: Guard,
        memory: Memory,
        settled: Collection[str] = (),
        progress: Progress | None = None,
        before: Sequence[Engine] = (),
    ) -> dict[str, str]:
        """Source -> what the engine makes of it, for those of `table` (source -> translation) that `guard` doubts, and
        doubts less as the engine has them. settled: sources that people approved, left as they are.
        before: engines whose models make room."""
        doubts = {source: guard(source, target) for source, target in table.items() if source not in settled}
        doubtful = [source for source, found in doubts.items() if found]
        way = self._way(guard.source, guard.target) if doubtful and not self._failed else ()
        if not way:
            return {}
        for other in before:
            checked.close(other)  # never two models in memory
        try:
            targets = translate_segments(self.engine, memory, way, doubtful, progress)
            checked.close(self.engine)
        except TranslationError as error:
            self._failed = True
            self.problems.extend(error.problems)
            return {}
        return {
            source: target
            for source, target in zip(doubtful, targets, strict=True)
            if weight(guard(source, target)) < weight(doubts[source])
        }

    def label(self, pair: tuple[str, str], first: str, sources: Iterable[str], taken: Collection[str]) -> str:
        """How what made a version is named: `first`, and this engine where words of it were taken for its `sources`."""
        if pair not in self._ways or not any(source in taken for source in sources):
            return first
        return f"{first} & {label(self.engine, self._ways[pair])}"

    def _way(self, source: str, target: str) -> tuple[Pairing, ...]:
        if (source, target) not in self._ways:
            self._ways[source, target] = ()
            try:
                self._ways[source, target] = route(checked.offers(self.engine, self.packages), source, target)
            except TranslationError as error:
                self.problems.extend(error.problems)
        return self._ways[source, target]
