"""Pages, exports and feeds that once lost words, changed them or made them public, each with what must come of it.

After a deliberate change of a rule: read the new account in the failure, and write it into the `.expected` file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.markup.html import render
from support.imported import account, entries

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
