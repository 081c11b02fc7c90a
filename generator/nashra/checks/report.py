"""A report as text for people, as JSON for programs, and as annotations for GitHub. The forms: docs/checking.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from nashra.checks.finding import SEVERITIES, Finding, Severity
from nashra.checks.run import Report
from nashra.kit.errors import printable

# Goes up when the JSON changes in a way that programs must know of.
JSON_VERSION = 1

_NOUNS: dict[Severity, tuple[str, str]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}
_LABELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}

# (text, severity) -> the text as a terminal shows it
Paint = Callable[[str, Severity], str]


def counts(report: Report) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first."""
    found = Counter(finding.severity for finding in report.findings)
    return {severity: found[severity] for severity in SEVERITIES}


def as_text(report: Report, *, notes: bool = False, paint: Paint | None = None) -> Iterator[str]:
    """Lines for people: the findings by file, then their number. notes: whether to show what is good to know."""
    shown = [finding for finding in report.findings if notes or finding.severity != "info"]
    for place, findings in groupby(shown, key=lambda finding: _place(finding, report.root)):
        yield printable(place)
        for finding in findings:
            label = _LABELS[finding.severity].ljust(7)
            label = paint(label, finding.severity) if paint else label
            line = str(finding.line) if finding.line else "-"
            hint = f" ({finding.hint})" if finding.hint else ""
            yield f"  {line:>5}  {label}  {finding.check:<12}  {printable(finding.message + hint)}"
        yield ""
    yield summary(report, notes=notes)


def summary(report: Report, *, notes: bool = False) -> str:
    """One line with the numbers of what was checked and of what was found."""
    found = counts(report)
    parts = [_many(found[severity], *_NOUNS[severity]) for severity in SEVERITIES]
    hidden = " (shown with --notes)" if found["info"] and not notes else ""
    where = f"in {_many(report.articles, 'article', 'articles')}"
    pages = f", {_many(report.pages, 'page', 'pages')}" if report.pages else ""
    return f"{', '.join(parts)}{hidden} {where}{pages}"


def as_json(report: Report) -> str:
    """The report as JSON, one shape whatever was found."""
    found = {
        "version": JSON_VERSION,
        "checks": list(report.checks),
        "counts": counts(report),
        "findings": [
            {
                "severity": finding.severity,
                "check": finding.check,
                "message": finding.message,
                "hint": finding.hint,
                "file": finding.file(report.root),
                "line": finding.line,
                "page": finding.page,
            }
            for finding in report.findings
        ],
    }
    return json.dumps(found, indent=1)


def as_annotations(report: Report, workspace: Path | None = None, *, notes: bool = False) -> Iterator[str]:
    """GitHub workflow commands, the gravest first, since GitHub shows only the first ten of a kind; then the numbers.

    workspace: the folder that the repository was checked out to; paths are relative to it where the site lies in it.
    """
    root = workspace if workspace is not None and report.root.is_relative_to(workspace) else report.root
    for finding in sorted(report.findings, key=lambda finding: SEVERITIES.index(finding.severity)):
        if finding.severity == "info" and not notes:
            continue
        properties = {"file": finding.file(root), "line": finding.line, "title": f"nashra {finding.check}"}
        listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items() if value)
        message = f"{finding.page}: {finding.message}" if finding.path is None and finding.page else finding.message
        hint = f"\n{printable(finding.hint)}" if finding.hint else ""
        yield f"::{_COMMANDS[finding.severity]} {listed}::{_data(printable(message) + hint)}"
    yield summary(report, notes=notes)


def _data(text: str) -> str:
    """`text` as the message of a workflow command, as GitHub's own toolkit writes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(printable(text)).replace(":", "%3A").replace(",", "%2C")


def _place(finding: Finding, root: Path) -> str:
    file = finding.file(root)
    if file is not None:
        return file
    return f"page {finding.page}" if finding.page else "the site"


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"
