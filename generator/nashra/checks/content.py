"""What loading and building reported: front matter, files in the wrong place, texts that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.content.address_ledger import ledger_path

NAME = "content"


def check(case: Case) -> Iterator[Finding]:
    """Each problem, those of the registry of entities and of the ledger of addresses left to their own checks."""
    registry, ledger = case.settings.content / "entities", ledger_path(case.settings)
    for problem in case.problems:
        if problem.path is None or not (problem.path == ledger or problem.path.is_relative_to(registry)):
            yield Finding.of(problem, NAME)
