"""Saved pages in the manner of real themes and hand-made sites, each with the article that must come of it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.companion_files import beside
from nashra.ingest.draft import Imported
from nashra.markup.html import render
from support.imported import read

PAGES = Path(__file__).parents[1] / "pages"
FILES = sorted([*PAGES.glob("*.html"), *PAGES.glob("*.mhtml")])
SAVED = datetime(2024, 11, 20, 12, tzinfo=UTC)
TOPICS = {"رياضه": "sport", "sport": "sport", "مجتمع": "society"}


def imported(path: Path, data: bytes | None = None) -> Imported:
    return read(
        path.read_bytes() if data is None else data,
        path,
        lang=None,
        languages=["ar", "fr", "en"],
        timezone=ZoneInfo("Africa/Casablanca"),
        known_topics=TOPICS,
        saved=SAVED,
        companion=beside(path),
    )


def account(imported: Imported) -> dict[str, Any]:
    """Everything but the body, as the .json files beside the pages hold it."""
    draft = imported.draft
    picture = draft.picture
    return {
        "title": draft.title,
        "lang": draft.lang,
        "author": draft.author,
        "date": (draft.published if draft.has_time else draft.published.date()).isoformat(),
        "updated": draft.updated.isoformat() if draft.updated else None,
        "source": [draft.source.name, draft.source.url] if draft.source else None,
        "topics": list(draft.topics),
        "summary": draft.summary,
        "picture": [picture.file, picture.alt, picture.caption, picture.credit] if picture else None,
        "files": sorted(draft.files),
        "encoding": imported.encoding,
        "check": list(draft.comments),
        "dropped": [[each.text, each.reason] for each in imported.dropped],
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_page_gives_exactly_the_expected_article(path: Path) -> None:
    found = imported(path)
    assert account(found) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert found.draft.body + "\n" == path.with_suffix(".md").read_text(encoding="utf-8")


def test_there_are_pages_in_all_three_languages() -> None:
    assert len(FILES) >= 30
    assert {path.name[:2] for path in FILES} == {"ar", "fr", "en"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_renders_without_a_stray_mark(path: Path) -> None:
    html = render(imported(path).draft.body)
    assert "**" not in html and "](" not in html and "<script" not in html and "javascript:" not in html
