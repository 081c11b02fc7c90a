"""What `nashra import` says: each article, and all of them at the end."""

from __future__ import annotations

import json
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nashra.cli.output import count, report_error, shorten, table
from nashra.kit.errors import NashraError, printable

if TYPE_CHECKING:
    from nashra.ingest.batch import Outcome
    from nashra.ingest.draft import Imported
    from nashra.settings.config import Settings

# With more files than this each article gets one line, and the end of the batch is a table.
FEW = 10
_FIRST_WORDS = 8


class Report:
    """Says what became of each article, and of all at the end."""

    def __init__(self, settings: Settings, files: int, *, dry_run: bool, as_json: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._settings = settings
        self._files = files
        self._dry_run = dry_run
        self._as_json = as_json
        self._rows: list[dict[str, Any]] = []
        self._labelled = False

    def add(self, outcome: Outcome) -> None:
        """Report one outcome, now."""
        draft = outcome.imported.draft if outcome.imported is not None else None
        self._labelled = self._labelled or bool(outcome.label)
        if outcome.status != "note":
            self.counts[outcome.status] += 1
        if outcome.twin is not None and outcome.twin.why == "near":
            self.counts["near"] += 1
        if draft is not None and draft.comments and outcome.status == "imported":
            self.counts["doubtful"] += 1
        if outcome.problems:
            error = NashraError("")
            error.problems = outcome.problems
            if outcome.label:
                click.echo(printable(f"{outcome.path}: {outcome.label}:"), err=True)
            report_error(error)
        if self._as_json:
            self._rows.append(self._row(outcome))
            return
        where = printable(f"{outcome.path}: {outcome.label}" if outcome.label else str(outcome.path))
        if outcome.note:
            click.echo(f"{where}: {printable(outcome.note)}")
        if outcome.status == "imported" and outcome.imported is not None:
            if self._dry_run or (self._files <= FEW and not outcome.label):
                _describe(where, outcome.imported, reasons=self._dry_run)
            elif draft is not None and draft.comments:
                click.echo(f"{where}: to check: {'; '.join(printable(each) for each in draft.comments)}")
            click.echo(f"{where}: {_balance(outcome.imported)}")
            if self._dry_run and draft is not None:
                click.echo("\n" + draft.body + "\n")
        if line := self._sentence(outcome):
            click.echo(f"{where}: {line}" if outcome.status != "imported" else line)

    def _sentence(self, outcome: Outcome) -> str:
        article = self._relative(outcome.article)
        twin = self._relative(outcome.twin.name) if outcome.twin is not None else ""
        match outcome.status:
            case "imported":
                return f"wrote {article}" if outcome.article is not None else ""
            case "updated":
                return f"{'would be renewed' if self._dry_run else 'renewed'}: {article}"
            case "known":
                return f"already imported as {article}; nothing changed"
            case "edited":
                return f"already imported as {article}, and edited since; nothing changed"
            case "held back":
                share = f"{outcome.twin.share:.0%}" if outcome.twin is not None else ""
                return f"left out: {share} of it is also in {twin}"
            case _:
                return ""

    def _row(self, outcome: Outcome) -> dict[str, Any]:
        row: dict[str, Any] = {"file": str(outcome.path), "item": outcome.label or None, "status": outcome.status}
        row["article"] = self._relative(outcome.article) or None
        if outcome.twin is not None:
            twin = outcome.twin
            row["twin"] = {"article": self._relative(twin.name), "why": twin.why, "share": round(twin.share, 3)}
        if outcome.note:
            row["note"] = outcome.note
        if outcome.problems:
            row["problems"] = [
                {"message": each.message, "line": each.line, "hint": each.hint} for each in outcome.problems
            ]
        if outcome.imported is None:
            return row
        draft, found = outcome.imported.draft, outcome.imported
        row |= {
            "title": draft.title,
            "lang": draft.lang,
            "date": _date(draft.published, draft.has_time),
            "updated": _date(draft.updated, draft.updated_has_time) if draft.updated else None,
            "author": draft.author,
            "source": {"name": draft.source.name, "url": draft.source.url} if draft.source else None,
            "topics": list(draft.topics),
            "draft": draft.draft,
            "check": list(draft.comments),
            "reasons": dict(found.reasons),
            "kept": _paragraphs(found),
            "left_out": [_first_words(each.text) for each in found.dropped],
            "dropped": [{"line": each.line, "text": each.text, "reason": each.reason} for each in found.dropped],
            "encoding": found.encoding,
        }
        return row | ({"body": draft.body} if self._dry_run else {})

    def close(self, left_out: int) -> None:
        """The end of the batch: the JSON, or a table where there were several articles."""
        if self._as_json:
            # bytes of a file's name that are no UTF-8 must not end the report
            click.echo(json.dumps(self._rows, indent=1, ensure_ascii=False).encode("utf-8", "replace").decode())
            return
        if left_out:
            click.echo(f"{count(left_out, 'file')} in the folders left out: pictures, styles and other things")
        if self._files < 2 and not self._labelled:
            return
        rows = [["", "articles"]]
        words = (
            ("imported", "would be imported" if self._dry_run else "imported"),
            ("updated", "renewed"),
            ("known", "known already"),
            ("edited", "known already, and edited here since"),
            ("near", "near copies"),
            ("failed", "failed"),
            ("doubtful", "with something to check"),
        )
        shown = ("imported", "known", "near", "failed", "doubtful")
        rows += [[text, f"{self.counts[key]:,}"] for key, text in words if self.counts[key] or key in shown]
        click.echo("\n" + table(rows))
        if failed := self.counts["failed"]:
            noun = "article" if self._labelled else "file"
            click.echo(f"{failed} of {count(self._total(), noun)} could not be imported", err=True)

    def _total(self) -> int:
        return sum(self.counts[key] for key in ("imported", "updated", "known", "edited", "held back", "failed"))

    def _relative(self, path: Path | str | None) -> str:
        if path is None:
            return ""
        path, root = Path(path), self._settings.root
        return printable(path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path))


def _date(moment: datetime, has_time: bool) -> str:
    return str(moment.isoformat() if has_time else moment.date())


def _balance(imported: Imported) -> str:
    """What an editor compares with the source: how much there is, and the first words of all that is not there."""
    left_out = "; ".join(f"{_first_words(each.text)!r} ({each.reason})" for each in imported.dropped)
    return f"kept {count(_paragraphs(imported), 'paragraph')}; left out: {printable(left_out) or 'nothing'}"


def _paragraphs(imported: Imported) -> int:
    """How many blocks of the text are neither headings nor pictures nor rules."""
    return sum(not each.startswith(("![", "#", "* * *")) for each in imported.draft.body.split("\n\n"))


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:_FIRST_WORDS]) + (" …" if len(words) > _FIRST_WORDS else "")


def _describe(where: str, imported: Imported, *, reasons: bool) -> None:
    """The fields of an article. reasons: with where each was found."""
    draft = imported.draft
    source = f"{shorten(draft.source.name)} {shorten(draft.source.url or '', 200)}" if draft.source else ""
    fields = {
        "title": shorten(draft.title, 200),
        "date": _date(draft.published, draft.has_time),
        "updated": _date(draft.updated, draft.updated_has_time) if draft.updated else "",
        "lang": draft.lang,
        "author": shorten(draft.author or ""),
        "source": source.strip(),
        "topics": ", ".join(draft.topics),
        "summary": shorten(draft.summary or "", 200),
        "image": shorten(draft.picture.file) if draft.picture else "",
        "draft": "yes" if draft.draft else "",
        "text": count(len(draft.body.split("\n\n")), "block"),
    }
    click.echo(f"{where}:")
    for name, value in fields.items():
        if value:
            reason = imported.reasons.get(name) if reasons else None
            click.echo(f"  {name:<7} {value}" + (f"  ({printable(reason)})" if reason else ""))
    for dropped in imported.dropped:
        click.echo(f"  dropped line {dropped.line}: {shorten(dropped.text)} ({dropped.reason})")
    for note in imported.notes:
        click.echo(f"  note    {printable(note)}")
    for line in draft.kept if reasons else ():
        click.echo(f"  kept    {printable(line)}")
