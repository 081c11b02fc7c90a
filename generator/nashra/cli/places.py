"""Articles that were put into content/articles/ without a folder get it before a command reads the content."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from nashra.kit.errors import Problem, printable

if TYPE_CHECKING:
    from nashra.settings.config import Settings


def place_loose(settings: Settings) -> Sequence[Problem]:
    """Give articles without a folder theirs, and say so. What could not be placed is returned."""
    from nashra.content.strays import loose_texts

    if not any(loose_texts(settings)):
        return []
    from nashra.ingest import loose
    from nashra.kit import clock

    placed, problems = loose.place_loose(settings, clock.now())
    for each in placed:
        old, new = (path.relative_to(settings.content).as_posix() for path in (each.old, each.new))
        click.echo(printable(f"{old} got its place: {new}"))
    return problems


def with_reasons(problems: Sequence[Problem], loose: Sequence[Problem]) -> list[Problem]:
    """`problems`, those of texts without a place replaced by the reason why they got none."""
    told = {problem.path for problem in loose}
    return [*loose, *(problem for problem in problems if problem.path not in told)]
