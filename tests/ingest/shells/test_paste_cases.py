"""Golden pairs: a paste, and the article that must come of it with its doubts, in `.expected` beside it.

To add one, add NAME.txt to pastes/ and run this file with NASHRA_WRITE_GOLDEN=1 set; then read what it wrote.
"""

from __future__ import annotations

import html
import io
import os
import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Given, Imported
from nashra.ingest.formats import read_all
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import words

CASES = sorted((Path(__file__).parents[1] / "pastes").glob("*.txt"))
BROKEN_AT_THEIR_HYPHEN = {"porteconteneurs", "viceprésident", "vicepresident"}
TODAY = datetime(2026, 11, 29, 12, tzinfo=UTC)


def articles(text: str, *, split: bool = False) -> list[Imported]:
    given = Given(
        "ar",
        ZoneInfo("Africa/Casablanca"),
        lang_given=False,
        languages=("ar", "fr", "en"),
        today=TODAY,
        split=split,
    )
    entries = list(read_all(io.BytesIO(text.encode()), given))
    assert not any(entry.problems for entry in entries)
    return [entry.imported for entry in entries if entry.imported is not None]


def account(imported: Imported) -> str:
    """Everything that an editor sees of the article, as the `.expected` files hold it."""
    draft = imported.draft
    published = draft.published.isoformat() if draft.has_time else draft.published.date().isoformat()
    head = {
        "title": draft.title,
        "lang": draft.lang,
        "date": published,
        "updated": draft.updated.isoformat() if draft.updated else None,
        "author": draft.author,
        "source": draft.source.name if draft.source else None,
    }
    lines = [f"{name}: {value}" for name, value in head.items() if value]
    lines += [f"# check: {check}" for check in draft.comments]
    lines += [f"dropped {each.line}: {each.text} ({each.reason})" for each in imported.dropped]
    return "\n".join([*lines, "", draft.body, ""])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_paste_gives_the_expected_article(path: Path) -> None:
    split = path.stem.endswith("-split")
    found = articles(path.read_text(encoding="utf-8"), split=split)
    seen = "\n=====\n".join(map(account, found))
    expected = path.with_suffix(".expected")
    if os.environ.get("NASHRA_WRITE_GOLDEN"):
        expected.write_text(seen, encoding="utf-8")
    assert seen == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_word_of_a_paste_is_lost_without_a_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    kept: set[str] = set()
    for imported in articles(text, split=path.stem.endswith("-split")):
        draft = imported.draft
        source = draft.source.name if draft.source else ""
        told = [draft.title, html.unescape(draft.body), source, draft.author or ""]
        kept |= set(words("\n".join([*told, *(each.text for each in imported.dropped)])))
    # a word that the end of a line broke is whole in the article
    joined = re.sub(r"([^\W\d_])-\n([a-zà-ÿ])", r"\1\2", re.sub(r"(?m)^> ?|^\s*o\t", "", text))
    every = {word for line in joined.split("\n") for word in words(clean(line)) if not word.isdigit()}
    assert every - kept - BROKEN_AT_THEIR_HYPHEN == set()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_address_of_a_sender_reaches_the_article(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    senders = re.findall(r"[\w.+-]+@[\w.-]+\w", "\n".join(re.findall(r"(?m)^.*@.*$", text)))
    for imported in articles(text):
        draft = imported.draft
        published = "\n".join([draft.title, draft.body, draft.author or "", *(draft.comments)])
        published += f"{draft.source.name} {draft.source.url}" if draft.source else ""
        assert not [sender for sender in senders if sender in published]
        assert "212 6 61" not in published


def test_the_cases_are_many_and_of_every_kind() -> None:
    kinds = {path.stem.split("-")[0] for path in CASES}
    assert len(CASES) >= 50 and {"wire", "chat", "social", "mail", "pdf", "body", "hijri", "two"} <= kinds
