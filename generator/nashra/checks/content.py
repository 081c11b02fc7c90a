"""What loading and building reported: front matter, files in the wrong place, texts that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks import theme
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.content.address_ledger import ledger_path
from nashra.model import Content, Version

NAME = "content"


def check(case: Case) -> Iterator[Finding]:
    """Each problem, those of the registry of entities and of the ledger of addresses left to their own checks."""
    registry, ledger = case.settings.content / "entities", ledger_path(case.settings)
    for problem in case.problems:
        if problem.path is None or not (problem.path == ledger or problem.path.is_relative_to(registry)):
            yield Finding.of(problem, NAME)
    yield from _twins(case.content)
    yield from theme.unused(case.settings, NAME)


def _twins(content: Content) -> Iterator[Finding]:
    """Originals that say the same under the same title: one was probably copied, or imported twice."""
    by_title: dict[tuple[str, str], list[Version]] = {}
    for article in reversed(content.articles):
        version = article.original
        by_title.setdefault((version.lang, " ".join(version.title.split())), []).append(version)
    for same in by_title.values():
        first: dict[str, Version] = {}
        for version in same if len(same) > 1 else ():
            before = first.setdefault(" ".join(version.body.split()), version)
            if before is not version:
                message = f"this text and its title are also those of {'/'.join(before.path.parts[-5:])}"
                yield Finding("warning", NAME, message, version.path, None, "delete one of the two folders")
