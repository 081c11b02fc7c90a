"""Exports, feeds, answers of interfaces and Markdown of other generators, each with the articles that must come of it.

After a deliberate change of a rule: read the new account in the failure, and write it into the `.expected` file.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.markup.html import render
from support.imported import FORMATS, account, entries

FILES = sorted(path for path in FORMATS.iterdir() if path.is_file() and path.suffix != ".expected")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_gives_exactly_the_expected_articles(path: Path) -> None:
    expected = path.with_name(f"{path.name}.expected").read_text(encoding="utf-8")
    assert account(entries(path)) + "\n" == expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_what_is_written_renders_without_a_script_or_a_handler(path: Path) -> None:
    for entry in entries(path):
        if entry.imported is not None:
            html = render(entry.imported.draft.body).lower()
            assert "<script" not in html and "javascript:" not in html and "onclick" not in html and "**" not in html


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_reading_goes_on_where_it_was_broken_off(path: Path) -> None:
    everything = [entry for entry in entries(path) if not entry.note]
    for start in range(len(everything) + 1):
        assert [entry for entry in entries(path, start=start) if not entry.note] == everything[start:]
