"""Pages, exports and feeds that once lost words, changed them or made them public, each with what must come of it.

After a deliberate change of a rule: read the new account in the failure, and write it into the `.expected` file.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nashra.markup.html import render
from support.imported import OPTIONS, account, entries

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.is_file() and path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_case_gives_exactly_the_expected_articles(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")
    assert account(entries(path)) + "\n" == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_of_a_case_shows_no_stray_mark(path: Path) -> None:
    for entry in entries(path):
        if entry.imported is not None:
            html = render(entry.imported.draft.body)
            assert "**" not in html and "](" not in html


@pytest.mark.parametrize("languages", [("es", "fr"), ("es", "pt", "it", "fr", "ar"), ("ar", "es", "fr")])
@pytest.mark.parametrize("said", [True, False])
def test_a_short_french_paragraph_is_french_whatever_the_order_of_the_languages(
    languages: tuple[str, ...], said: bool
) -> None:
    path = CASES / "short-french-es.rss.xml"
    data = path.read_bytes() if said else path.read_bytes().replace(b"<language>fr</language>", b"")
    (entry,) = entries(path, replace(OPTIONS, languages=languages), data)
    assert entry.imported is not None
    assert entry.imported.draft.lang == "fr"
