"""One thing that a check found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from nashra.kit.errors import Problem

# error: readers meet something broken. warning: it works, and an editor should look. info: good to know.
Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found, and where to change it.

    check:   name of the check. message: what is wrong, a sentence without a full stop. hint: what to do about it.
    path:    the file that the editor must change, None where no file of theirs is known to be at fault.
    line:    1-based line of that file, None when the whole file is meant.
    page:    where readers see it: path of a file below the site's root, None where it is on no page.
    """

    severity: Severity
    check: str
    message: str
    path: Path | None = None
    line: int | None = None
    hint: str = ""
    page: str | None = None

    @classmethod
    def of(cls, problem: Problem, check: str, severity: Severity | None = None) -> Finding:
        """A problem as a finding of `check`, as grave as it is unless `severity` says otherwise."""
        severity = severity or ("warning" if problem.warning else "error")
        return cls(severity, check, problem.message, problem.path, problem.line, problem.hint)

    def file(self, root: Path) -> str | None:
        """The path below `root` with forward slashes, the whole path where it is elsewhere, None without a path."""
        if self.path is None:
            return None
        return self.path.relative_to(root).as_posix() if self.path.is_relative_to(root) else self.path.as_posix()


def ordered(findings: Iterable[Finding], root: Path) -> tuple[Finding, ...]:
    """Each finding once, by file, line, severity, check and message; those without a file last, by page."""
    return tuple(sorted(dict.fromkeys(findings), key=lambda finding: _key(finding, root)))


def _key(finding: Finding, root: Path) -> tuple[bool, str, int, int, str, str]:
    place = finding.file(root) or finding.page or ""
    rank = SEVERITIES.index(finding.severity)
    return finding.path is None, place, finding.line or 0, rank, finding.check, finding.message


def reaches(findings: Iterable[Finding], level: Severity) -> bool:
    """Whether one of `findings` is as grave as `level` or graver."""
    return any(SEVERITIES.index(finding.severity) <= SEVERITIES.index(level) for finding in findings)
