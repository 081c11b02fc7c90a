"""Translations that were made by a machine, and what their sources have become since."""

from __future__ import annotations

from pathlib import Path

from nashra.checks.finding import Finding
from nashra.checks.run import check_site
from nashra.settings.config import load
from support.faults import NOW, line_of
from support.newspaper import FOLDER, newspaper

FRENCH = f"{FOLDER}/fr.md"


def found_in_french(root: Path) -> list[Finding]:
    findings = check_site(load(root), NOW, ("translations",)).findings
    return [finding for finding in findings if finding.file(root) == FRENCH]


def test_stale_blocks_doubtful_ones_and_new_ones_are_found_with_their_lines(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    by_message = {finding.message.partition(":")[0]: finding for finding in found_in_french(root)}
    stale = by_message["block 3 is stale"]
    assert (stale.severity, stale.line) == ("warning", line_of(root, FRENCH, "Selon le porte-parole"))
    doubtful = by_message["block 2 is to be reviewed"]
    assert (doubtful.severity, doubtful.line) == ("warning", line_of(root, FRENCH, "## Avant les Jeux"))
    assert "nashra review 3f9a1c fr" in doubtful.hint
    assert "1 block of the source not translated yet" in by_message


def test_a_block_whose_source_is_as_it_was_is_no_finding(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    lines = {finding.line for finding in found_in_french(root)}
    assert line_of(root, FRENCH, "La délégation du Maroc") not in lines


def test_articles_without_a_version_are_notes_one_for_all_languages(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    notes = [f for f in check_site(load(root), NOW, ("translations",)).findings if f.severity == "info"]
    assert [finding.message for finding in notes] == ["there is no version in fr, en"] * 5
    assert all(finding.path and finding.path.name == "ar.md" for finding in notes)


def test_a_language_whose_interface_would_be_english_is_found(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text("utf-8").replace('"en"]', '"en", "sw"]'), "utf-8")
    found = [f for f in check_site(load(root), NOW, ("translations",)).findings if f.path == toml]
    assert [(finding.severity, "'sw'" in finding.message) for finding in found] == [("warning", True)]


def test_an_imported_memory_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    (root / "content/memory").mkdir()
    (root / "content/memory/omegat.tmx").write_text("<tmx>\n<body>", "utf-8")
    (root / "content/memory/notes.txt").write_text("x", "utf-8")
    findings = [f for f in check_site(load(root), NOW, ("translations",)).findings if "memory/" in (f.file(root) or "")]
    assert [(f.severity, f.file(root), f.line) for f in findings] == [
        ("warning", "content/memory/notes.txt", None),
        ("error", "content/memory/omegat.tmx", 2),
    ]
