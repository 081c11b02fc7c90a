"""What loading and building reported: front matter, files in the wrong place, texts that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks import theme
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.content.address_ledger import ledger_path
from nashra.model import Content, Version

NAME = "content"
# Letters of a text that no other has by chance.
_LONG = 200


def check(case: Case) -> Iterator[Finding]:
    """Each problem, those of the registry of entities and of the ledger of addresses left to their own checks."""
    registry, ledger = case.settings.content / "entities", ledger_path(case.settings)
    for problem in case.problems:
        if problem.path is None or not (problem.path == ledger or problem.path.is_relative_to(registry)):
            yield Finding.of(problem, NAME)
    yield from _twins(case.content)
    yield from theme.unused(case.settings, NAME)


def _twins(content: Content) -> Iterator[Finding]:
    """Originals that say the same: one was copied, or imported twice. Short ones under other titles may well do so."""
    first: dict[tuple[str, str], Version] = {}
    for article in reversed(content.articles):
        version = article.original
        text = " ".join(version.body.split())
        title = "" if len(text) >= _LONG else " ".join(version.title.split())
        before = first.setdefault((version.lang, f"{title}\n{text}"), version)
        if before is not version:
            same = (
                "this text and its title are also those" if before.title == version.title else "this text is also that"
            )
            message = f"{same} of {'/'.join(before.path.parts[-5:])}"
            yield Finding("warning", NAME, message, version.path, None, "delete one of the two folders")
