"""Addresses that were published and lead to nothing now."""

from __future__ import annotations

import shutil
from pathlib import Path

from nashra.pipeline import build
from nashra.settings.config import load
from support.faults import FR, NOW, OTHER, clean_site, findings, line_of

LEDGER = "content/addresses.txt"
GONE = "ar/2024/07/خبر-ثان.html"


def published(root: Path) -> Path:
    """A clean site that was built for its readers."""
    clean_site(root)
    build(load(root), now=NOW, remember=True)
    return root


def without_second(root: Path) -> Path:
    """`root` without its second article, and without the link to it."""
    shutil.rmtree((root / OTHER).parent)
    first = root / OTHER.replace("19-bbbb02", "18-3f9a1c")
    first.write_text(first.read_text("utf-8").replace("[الخبر الثاني](../19-bbbb02/ar.md)", "الخبر الثاني"), "utf-8")
    return root


def test_a_site_that_is_as_it_was_has_no_finding(tmp_path: Path) -> None:
    assert findings(published(tmp_path)) == []


def test_a_deleted_article_is_found_with_the_line_to_add_for_each_language(tmp_path: Path) -> None:
    root = without_second(published(tmp_path))
    found = findings(root, "addresses")
    assert [finding.page for finding in found if finding.page == GONE] == [GONE]
    assert len(found) == 3
    arabic = next(finding for finding in found if finding.page == GONE)
    assert (arabic.severity, arabic.file(root), arabic.line) == ("warning", LEDGER, line_of(root, LEDGER, GONE))
    assert f'aliases: ["/{GONE}"]' in arabic.hint


def test_the_line_that_the_finding_names_is_the_cure(tmp_path: Path) -> None:
    root = without_second(published(tmp_path))
    arabic = next(finding for finding in findings(root, "addresses") if finding.page == GONE)
    start = arabic.hint.index("aliases:")
    line = arabic.hint[start : arabic.hint.index("]", start) + 1]
    french = root / FR
    french.write_text(french.read_text("utf-8").replace("slug: la", f"{line}\nslug: la"), "utf-8")
    assert GONE not in {finding.page for finding in findings(root)}


def test_an_address_that_an_editor_calls_gone_is_no_finding(tmp_path: Path) -> None:
    root = without_second(published(tmp_path))
    ledger = root / LEDGER
    lines = [f"gone {line}" if "bbbb02" in line else line for line in ledger.read_text("utf-8").split("\n")]
    ledger.write_text("\n".join(lines), "utf-8")
    assert findings(root, "addresses") == []


def test_a_changed_slug_leaves_a_redirect_and_is_no_finding(tmp_path: Path) -> None:
    root = published(tmp_path)
    french = root / FR
    french.write_text(french.read_text("utf-8").replace("slug: la-delegation", "slug: le-voyage"), "utf-8")
    assert findings(root) == []


def test_a_damaged_line_of_the_ledger_is_found_once(tmp_path: Path) -> None:
    root = published(tmp_path)
    with (root / LEDGER).open("a", encoding="utf-8") as stream:
        stream.write("<<<<<<< HEAD\n")
    (found,) = findings(root)
    assert (found.severity, found.check, found.file(root)) == ("error", "addresses", LEDGER)
    assert found.line == line_of(root, LEDGER, "<<<<<<<")


def test_checking_adds_nothing_to_the_ledger(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    assert findings(root) == []
    assert not (root / LEDGER).exists()
