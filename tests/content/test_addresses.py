"""The ledger of addresses: reading, merging, remembering, and what has vanished."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from nashra.content import address_ledger, store
from nashra.content.address_ledger import Address, Ledger
from nashra.head.aliases import site_path
from nashra.kit.errors import Problem
from nashra.settings import config
from support.commands import article_text, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
OLD = Address("article", "3f9a1c", "ar/2024/07/وصول.html")
NEW = Address("article", "3f9a1c", "ar/2024/07/وصول-الوفد.html")


def parsed(text: str) -> tuple[Ledger, list[Problem]]:
    return address_ledger.parse(text, Path("addresses.txt"))


def site(root: Path, ledger: str = "", **files: str) -> config.Settings:
    texts = {f"{FOLDER}/ar.md": article_text("وصول الوفد", "نص.", more="slug: وصول-الوفد\n")} | files
    return config.load(write_site(root, texts | ({"content/addresses.txt": ledger} if ledger else {})))


def gone(settings: config.Settings) -> list[str]:
    content, _ = store.load(settings)
    return [each.path for each in address_ledger.vanished(settings, content, address_ledger.load(settings)[0])]


def test_a_ledger_reads_as_it_was_written() -> None:
    text = address_ledger.format_ledger([OLD, NEW, Address("entity", "rabat", "fr/entities/rabat.html")])
    ledger, problems = parsed(text)
    assert problems == []
    assert set(ledger.lines) == {OLD, NEW, Address("entity", "rabat", "fr/entities/rabat.html")}
    assert address_ledger.format_ledger(ledger.lines) == text
    assert text.index(str(NEW)) < text.index(str(OLD)) < text.index("entity rabat")


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "article 3f9a1c",
        "article 3f9a1c ar/2024/07/وصول",
        "article 3f9a1c ar/2024/../../x.html",
        "article 3f9a1c /ar/2024/07/x.html",
        "article 3f9a1c ar//x.html",
        "photo 3f9a1c ar/2024/07/x.html",
        "article 3f9a1c ar/2024/07/a b.html",
        "\x00\x01",
    ],
)
def test_a_damaged_line_is_named_and_left_out(line: str) -> None:
    ledger, problems = parsed(f"# head\n{OLD}\n\n{line}\n{NEW}\n")
    assert set(ledger.lines) == {OLD, NEW}
    assert [(problem.line, "damaged" in problem.message) for problem in problems] == [(4, True)]


def test_gone_wins_wherever_it_stands() -> None:
    for text in (f"gone {OLD}\n{OLD}\n{NEW}\n", f"{OLD}\n{NEW}\ngone  {OLD}\n"):
        ledger, problems = parsed(text)
        assert (ledger.live, problems) == ((NEW,), [])


def test_two_branches_merge_by_taking_the_lines_of_both() -> None:
    one, two = address_ledger.format_ledger([OLD]), address_ledger.format_ledger([NEW])
    ledger, problems = parsed(one + two)
    assert (ledger.live, problems) == ((NEW, OLD), [])


def test_the_copy_in_the_cache_counts_and_its_damage_does_not(tmp_path: Path) -> None:
    settings = site(tmp_path, ledger=f"{NEW}\n")
    settings.cache.mkdir()
    (settings.cache / "addresses.txt").write_text(f"rubbish\n{OLD}\ngone {NEW}\n", "utf-8")
    ledger, problems = address_ledger.load(settings)
    assert (problems, ledger.live, ledger.lines[OLD], ledger.lines[NEW]) == ([], (OLD,), 0, 1)


def test_remembering_adds_and_never_removes(tmp_path: Path) -> None:
    settings = site(tmp_path, ledger=f"# ours\n{OLD}\n")
    assert address_ledger.remember(settings, [NEW]) == []
    path = settings.content / "addresses.txt"
    assert path.read_text("utf-8") == f"# ours\n{NEW}\n{OLD}\n"
    assert str(OLD) in (settings.cache / "addresses.txt").read_text("utf-8")
    before = path.stat().st_ino
    assert address_ledger.remember(settings, [NEW]) == []
    assert path.stat().st_ino == before, "a file that is complete is not written again"


def test_what_an_editor_wants_forgotten_stays_so(tmp_path: Path) -> None:
    settings = site(tmp_path, ledger=f"gone {OLD}\n")
    address_ledger.remember(settings, [OLD, NEW])
    assert parsed((settings.content / "addresses.txt").read_text("utf-8"))[0].live == (NEW,)


def test_a_damaged_ledger_is_left_for_the_editor_to_mend(tmp_path: Path) -> None:
    text = f"<<<<<<< HEAD\n{OLD}\n"
    settings = site(tmp_path, ledger=text)
    (warning,) = address_ledger.remember(settings, [NEW])
    assert "has faults" in warning.message
    assert (settings.content / "addresses.txt").read_text("utf-8") == text
    (settings.content / "addresses.txt").write_text(f"{OLD}\n", "utf-8")
    assert address_ledger.remember(settings, []) == []
    assert str(NEW) in (settings.content / "addresses.txt").read_text("utf-8"), "the cache had kept it"


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    settings = site(tmp_path)
    path = settings.content / "addresses.txt"
    path.write_bytes(f"# ours\r\n{OLD}\r\n".encode())
    assert address_ledger.remember(settings, [NEW]) == []
    assert path.read_bytes() == f"# ours\r\n{NEW}\r\n{OLD}\r\n".encode()


def test_a_content_folder_that_takes_nothing_is_a_warning(tmp_path: Path) -> None:
    settings = site(tmp_path)
    settings.content.chmod(0o555)
    try:
        if os.access(settings.content, os.W_OK):
            # this user may write everything: put something in the way instead
            shutil.rmtree(settings.content)
            settings.content.write_text("a file")
        (warning,) = address_ledger.remember(settings, [NEW])
    finally:
        settings.content.chmod(0o755)
    assert "cannot be remembered" in warning.message or "has faults" in warning.message
    assert str(NEW) in (settings.cache / "addresses.txt").read_text("utf-8")


def test_a_deleted_article_has_vanished_and_a_renamed_one_has_not(tmp_path: Path) -> None:
    lines = f"{OLD}\narticle aaaaaa ar/2024/07/x.html\narticle aaaaaa fr/2024/07/x.html\n"
    settings = site(tmp_path, ledger=lines)
    assert gone(settings) == ["ar/2024/07/x.html", "fr/2024/07/x.html"]
    content, _ = store.load(settings)
    found = address_ledger.vanished(settings, content, address_ledger.load(settings)[0])
    (warning,) = address_ledger.warnings(settings, found)
    assert (warning.line, warning.path) == (2, settings.content / "addresses.txt")
    assert "aaaaaa is gone, and with it ar/2024/07/x.html and 1 more" in warning.message
    assert "`gone`" in warning.hint


def test_an_alias_takes_over_what_vanished(tmp_path: Path) -> None:
    text = article_text("وصول الوفد", "نص.", more="slug: وصول-الوفد\naliases: [/ar/2024/07/x.html]\n")
    settings = site(tmp_path, ledger="article aaaaaa ar/2024/07/x.html\n", **{f"{FOLDER}/ar.md": text})
    assert gone(settings) == []


def test_what_cannot_be_read_has_not_vanished(tmp_path: Path) -> None:
    files = {f"{FOLDER}/ar.md": "no front matter", "content/pages/about.fr.md": "none either"}
    settings = site(tmp_path, ledger=f"{OLD}\npage about fr/about.html\n", **files)
    assert gone(settings) == []


def test_an_entity_that_nobody_names_any_more_has_not_vanished(tmp_path: Path) -> None:
    places = "- id: rabat\n  names: {ar: الرباط}\n- id: fes\n  names: {ar: فاس}\n  former_ids: [fez]\n"
    topics = "sport: {ar: رياضة, former_ids: [sports]}\n"
    lines = "".join(
        f"{kind} {id} ar/{folder}/{id}.html\n"
        for kind, folder, ids in (("entity", "entities", "rabat fez atlantis"), ("topic", "topics", "sport sports war"))
        for id in ids.split()
    )
    files = {"content/entities/places.yaml": places, "content/topics.yaml": topics}
    settings = site(tmp_path, ledger=lines, **files)
    assert gone(settings) == ["ar/entities/atlantis.html", "ar/topics/war.html"]


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("/fr/2023/05/ancien.html", "fr/2023/05/ancien.html"),
        ("old/path/", "old/path/index.html"),
        ("old/path", "old/path/index.html"),
        ("/nashra/old.php", "old.php/index.html"),
        ("https://example.org/nashra/2023/x.HTM", "2023/x.HTM"),
        ("//example.org/nashra/x.html", "x.html"),
        ("/%D9%82%D8%AF%D9%8A%D9%85.html", "قديم.html"),
        ("/قديم/مقال", "قديم/مقال/index.html"),
    ],
)
def test_an_alias_is_the_file_that_answers_to_it(address: str, path: str) -> None:
    assert site_path(address, "https://example.org/nashra/") == path


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://other.example/x.html", "not on this site"),
        ("https://example.org/x.html", "not below this site"),
        ("mailto:a@example.org", "not on this site"),
        ("/x.html?id=3", "after its path"),
        ("/x.html#part", "after its path"),
        ("/a/../../etc/x.html", "hidden"),
        ("/.git/x.html", "hidden"),
        ("/a//b.html", "empty part"),
        ("/a\\b.html", "not all systems"),
        ("/a%00.html", "not all systems"),
        ("/%ff.html", "UTF-8"),
        ("https://[", "no address"),
        ("/" + "ع" * 200 + ".html", "255 bytes"),
    ],
)
def test_an_alias_that_no_file_can_answer_to_is_refused(address: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        site_path(address, "https://example.org/nashra/")
