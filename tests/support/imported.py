"""What an import found, as text that people can read and compare."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from nashra.ingest.companion_files import beside
from nashra.ingest.draft import Imported
from nashra.ingest.extract import Extract
from nashra.ingest.formats import Options, read_all
from nashra.kit.errors import ContentError

FORMATS = Path(__file__).parents[1] / "ingest" / "fixtures" / "formats"
SAVED = datetime(2024, 11, 20, 12, tzinfo=UTC)
OPTIONS = Options(
    None,
    ZoneInfo("Africa/Casablanca"),
    ("ar", "fr", "en"),
    known_topics={"مجتمع": "society", "societe": "society", "society": "society"},
)


def entries(path: Path, options: Options = OPTIONS, data: bytes | None = None, start: int = 0) -> list[Extract]:
    """The articles of the file `path`, or of `data` in its place."""
    given = replace(options.given(path), saved=SAVED, companion=beside(path))
    stream = io.BytesIO(path.read_bytes() if data is None else data)
    return list(read_all(stream, given, start))


def read(
    data: bytes,
    path: Path,
    *,
    lang: str | None,
    timezone: ZoneInfo,
    saved: datetime | None = None,
    companion: Callable[[str], bytes | None] | None = None,
    **options: Any,
) -> Imported:
    """The one article in `data`; raises ContentError where it is refused. saved, companion: see `Given`; the others:
    see `Options`."""
    options["languages"] = tuple(options.get("languages", ()))
    given = replace(Options(lang, timezone, **options).given(path), saved=saved)
    if companion is not None:
        given = replace(given, companion=companion)
    found = [entry for entry in read_all(io.BytesIO(data), given) if entry.imported or entry.problems]
    problems = [problem for entry in found for problem in entry.problems]
    if problems:
        raise ContentError.of(problems)
    (article,) = [entry.imported for entry in found if entry.imported is not None]
    return article


def account(found: Iterable[Extract]) -> str:
    """Everything that would be written, and every remark."""
    return "\n".join(line for entry in found for line in _lines(entry))


def _lines(entry: Extract) -> list[str]:
    lines = [f"=== {entry.label or 'the article'}"]
    lines += [f"refused: line {each.line}: {each.message}" for each in entry.problems]
    if entry.note:
        lines.append(f"note: {entry.note}")
    if entry.imported is None:
        return lines
    draft = entry.imported.draft
    moment = draft.published if draft.has_time else draft.published.date()
    fields = {
        "title": draft.title,
        "lang": draft.lang,
        "date": moment.isoformat(),
        "updated": draft.updated.isoformat() if draft.updated else None,
        "author": draft.author,
        "source": f"{draft.source.name} {draft.source.url}" if draft.source else None,
        "topics": ", ".join(draft.topics),
        "summary": draft.summary,
        "picture": draft.picture and "|".join((draft.picture.file, draft.picture.alt, draft.picture.caption)),
        "files": ", ".join(draft.files),
        "draft": "yes" if draft.draft else None,
    }
    lines += [f"{name}: {value}" for name, value in fields.items() if value]
    lines += [f"check: {each}" for each in draft.comments]
    lines += [f"kept: {each}" for each in draft.kept]
    lines += [f"remark: {each}" for each in entry.imported.notes if each not in draft.comments]
    lines += [f"dropped: {each.text} ({each.reason})" for each in entry.imported.dropped]
    return [*lines, "", draft.body, ""]
