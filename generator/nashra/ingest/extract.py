"""What a file gives: one article or many, each ready to be written or refused with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from nashra.ingest.draft import Imported
from nashra.kit.errors import ContentError, Problem


@dataclass(frozen=True, slots=True)
class Extract:
    """One article of a file, or a remark on the file.

    label:    which of several articles, empty for a file that holds one: "item 3".
    imported: the article; None where it was refused, or where this is a remark.
    problems: why it was refused, or what is damaged in the file.
    note:     a remark for the editor: what of the file is no article.
    """

    label: str = ""
    imported: Imported | None = None
    problems: tuple[Problem, ...] = ()
    note: str = ""


def refused(label: str, error: ContentError, line: int | None = None) -> Extract:
    """The entry of an article that cannot be imported; `line` (1-based) is where it begins in its file."""
    problems = tuple(
        Problem(each.message, each.path, each.line or line, each.hint) if each.line is None else each
        for each in error.problems
    )
    return Extract(label, problems=problems)
