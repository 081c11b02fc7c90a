"""What an article is not wanted in does not exist there; what cannot be read is not missing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

EVERYWHERE, SOMEWHERE = "content/articles/2024/07/18-3f9a1c", "content/articles/2024/08/05-0b77de"
ENGLISH = """\
---
title: Not for English
lang: en
slug: not-for-english
translation: {from: ar, state: manual}
---

It is not wanted here.
"""


@pytest.fixture
def root(tmp_path: Path, env: dict[str, str]) -> Path:
    """A site of two articles, of which one is not wanted in English, translated."""
    files = {
        f"{EVERYWHERE}/ar.md": article_text("خبر عام", "نص الخبر الأول.", more="topics: [culture]\n"),
        f"{SOMEWHERE}/ar.md": article_text(
            "خبر خاص",
            "أعلن أحمد ولد منصور عن المعرض.",
            date="2024-08-05",
            more="languages: [ar, fr]\ntopics: [sport]\n",
        ),
        "content/topics.yaml": "culture: {ar: ثقافة, fr: Culture, en: Culture}\nsport: {ar: رياضة, fr: Sport, en: Sport}\n",
    }
    site = write_site(tmp_path / "site", files)
    done = nashra("translate", cwd=site, env=env)
    assert done.returncode == 0, done.stderr
    return site


def english_pages(root: Path) -> dict[str, str]:
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in (root / "site/en").rglob("*.*")}


@pytest.mark.parametrize("there", [False, True], ids=["no file", "a file"])
def test_no_page_and_no_list_shows_an_article_in_a_language_in_which_it_is_not_wanted(root: Path, there: bool) -> None:
    if there:
        (root / SOMEWHERE / "en.md").write_text(ENGLISH, "utf-8")
    done = nashra("build", cwd=root)
    assert done.returncode == 0, done.stderr
    for path, text in english_pages(root).items():
        for sign in ("خبر خاص", "Not for English", "not-for-english", "2024/08/", "sport"):
            assert sign not in text or path == "site/en/feeds.opml", (path, sign)
    assert not (root / "site/en/topics/sport.html").exists()
    assert not (root / "site/en/briefing/2024-08-05.html").exists()
    for lang in ("ar", "fr"):
        assert (root / f"site/{lang}/topics/sport.html").exists()
        (page,) = (root / f"site/{lang}/2024/08").glob("*.html")
        text = page.read_text("utf-8")
        assert 'hreflang="en"' not in text
        assert "/en/index.html" not in text
    text = next((root / "site/ar/2024/07").glob("*.html")).read_text("utf-8")
    assert 'hreflang="en"' in text
    done = nashra("check", cwd=root)
    assert "there is no version in en" not in done.stdout
    assert ("leaves this language out" in done.stdout) == there
    assert ("leaves this language out" in nashra("status", cwd=root).stdout) == there


BROKEN = {
    "malformed": (
        "title: ",
        "title: [",
    ),
    "conflicted": (
        "---\n\n",
        "---\n\n<<<<<<< ours\nA.\n=======\nB.\n>>>>>>> theirs\n\n",
    ),
    "a conflict in the head": (
        "title: ",
        "<<<<<<< ours\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\nx-old: ",
    ),
    "no bytes of text": (
        "title: ",
        "title: \udcff",
    ),
    "a state that there is not": (
        "state: machine",
        "state: machin",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_file_that_cannot_be_read_is_an_error_and_neither_missing_nor_written_over(
    root: Path, env: dict[str, str], fault: str
) -> None:
    path = root / EVERYWHERE / "fr.md"
    old, new = BROKEN[fault]
    text = path.read_text("utf-8").replace(old, new, 1)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    before = path.read_bytes()
    others = (["check"], ["build"], ["translate", "--dry-run"]) if fault == "conflicted" else ()
    for command in (["translate"], ["status", "--json"], *others):
        done = nashra(*command, cwd=root, env=env)
        assert done.returncode == 1, command
        assert re.search(f"{EVERYWHERE}/fr.md(:|\\n +)\\d", done.stdout + done.stderr), command
        assert "there is no version in fr" not in done.stdout
        assert "whole article" not in done.stdout
        assert path.read_bytes() == before
        if command[0] == "status":
            (row,) = (row for row in json.loads(done.stdout) if row["id"] == "3f9a1c")
            assert {each["lang"]: each["condition"] for each in row["versions"]}["fr"] == "unreadable"
    if fault != "conflicted":
        return
    for args in (["review", "3f9a1c", "fr"], ["export", "3f9a1c", "fr"], ["diff", "3f9a1c", "fr"]):
        done = nashra(*args, cwd=root)
        assert done.returncode == 1
        assert "fr.md cannot be read" in done.stderr


def test_a_file_of_another_spelling_is_not_missing_either(root: Path, env: dict[str, str]) -> None:
    (root / EVERYWHERE / "fr.md").rename(root / EVERYWHERE / "fr.MD")
    done = nashra("translate", cwd=root, env=env)
    assert done.returncode == 1
    assert "fr.MD" in done.stderr
    assert not (root / EVERYWHERE / "fr.md").exists()
