"""What a build gives to those who show it: the command line and the live preview."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from nashra.kit.errors import Problem
from nashra.model import Hold


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did.

    pages: HTML pages, redirects not among them; redirects: pages at old addresses; files: everything written.
    problems: what was left out, and why. warnings: what is no fault of the site, and may still be a mistake.
    held: how many articles are not public now, by reason. written: files that were not there as they are.
    """

    output: Path
    articles: int
    pages: int
    files: int
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    redirects: int = 0
    held: Mapping[Hold, int] = field(default_factory=dict)
    written: int = 0

    def saying(self, warnings: Sequence[Problem]) -> BuildReport:
        """The same with `warnings` before its own."""
        return replace(self, warnings=(*warnings, *self.warnings)) if warnings else self
