"""What Nashra tells an editor when something is wrong: what, where, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

# Control characters, lone surrogates (bytes of file names that are no UTF-8), and the signs that turn text around.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")


def printable(text: str) -> str:
    """`text` on one line that a terminal can show as it is and that gives it no orders."""
    return _UNPRINTABLE.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in one place.

    message: what is wrong, a sentence without a full stop.
    path:    the file it is in, None when no file is to blame.
    line:    1-based line in that file, None when the whole file is meant.
    hint:    what to do about it.
    warning: whether nothing is left out for it: it may be a mistake, and somebody should look.
    machine: whether it is of the machine that the command runs on, and no fault of the site.
    """

    message: str
    path: Path | None = None
    line: int | None = None
    hint: str = ""
    warning: bool = False
    machine: bool = False

    def describe(self, root: Path | None = None) -> str:
        """The problem on one line, its path relative to `root` where possible."""
        where = ""
        if self.path is not None:
            path = self.path
            if root is not None and path.is_relative_to(root):
                path = path.relative_to(root)
            where = f"{path}:{self.line}: " if self.line else f"{path}: "
        return printable(f"{where}{self.message}" + (f" ({self.hint})" if self.hint else ""))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of `problems` that are more than a warning."""
    return tuple(problem for problem in problems if not problem.warning)


class NashraError(Exception):
    """An error meant for the editor; the command line prints it and ends with `exit_code`."""

    exit_code = 2

    def __init__(self, message: str, *, path: Path | None = None, line: int | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.problems: tuple[Problem, ...] = (Problem(message, path, line, hint),)

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> Self:
        """An error that carries several problems (at least one)."""
        error = cls(problems[0].message)
        error.problems = tuple(problems)
        return error


class ConfigError(NashraError):
    """nashra.toml or the command line is wrong."""


class ContentError(NashraError):
    """Something in content/, or something to be brought into it, is wrong."""

    exit_code = 1


class TranslationError(NashraError):
    """Translation is not possible: a package is missing, or one is damaged."""

    exit_code = 1
