"""content/inbox/ and texts without a folder, as editors use them who have no command line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from support.commands import nashra, write_site
from support.pictures import png

PASTE = """\
ارتفاع حقينة السدود بعد أمطار الخريف

الرباط، 18 نونبر 2026

ارتفعت حقينة السدود في المغرب بعد أمطار الأسبوع الماضي، وبلغت نسبة الملء أربعين في المائة حسب الوزارة.
"""
NOTE = "# Barrages : nette remontée\n\nLe niveau des barrages du pays est remonté après les pluies de l'automne.\n"
PICTURE = png(300, 200)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/topics.yaml": "society: {ar: مجتمع, fr: Société, en: Society}\n"})


def put(site: Path, name: str, data: str | bytes) -> Path:
    path = site / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def originals(site: Path) -> list[Path]:
    return sorted((site / "content" / "articles").glob("*/*/*/*.md"))


def left(site: Path) -> list[str]:
    inbox = site / "content" / "inbox"
    return sorted(path.relative_to(inbox).as_posix() for path in inbox.rglob("*") if path.is_file())


def test_what_lies_in_the_inbox_becomes_articles_and_is_taken_out(site: Path) -> None:
    put(site, "inbox/سدود.txt", PASTE)
    put(site, "inbox/مدينة/barrages.md", f"---\ndate: 2026-11-19\n---\n{NOTE}")
    done = nashra("import", "--inbox", cwd=site, offline=True)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in originals(site)] == ["ar.md", "fr.md"]
    assert left(site) == [] and not (site / "content/inbox/مدينة").exists()
    assert nashra("build", cwd=site).returncode == 0


def test_a_picture_goes_with_the_text_of_its_name_and_asks_for_words(site: Path) -> None:
    put(site, "inbox/سدود.txt", PASTE)
    put(site, "inbox/سدود.PNG", PICTURE)
    assert nashra("import", "--inbox", cwd=site).returncode == 0
    (article,) = originals(site)
    assert (article.parent / "سدود.png").read_bytes() == PICTURE
    text = article.read_text(encoding="utf-8")
    assert "file: سدود.png" in text and "# check: the picture سدود.png" in text and "`alt`" in text
    assert left(site) == []


def test_a_picture_that_a_text_names_is_taken_out_with_it(site: Path) -> None:
    put(site, "inbox/barrages.md", f"---\ndate: 2026-11-19\n---\n{NOTE}\n![Carte](img/carte.png)\n")
    put(site, "inbox/img/carte.png", PICTURE)
    assert nashra("import", "--inbox", cwd=site).returncode == 0
    assert (originals(site)[0].parent / "carte.png").exists() and left(site) == []


def test_a_saved_page_goes_with_the_folder_beside_it(site: Path) -> None:
    page = '<html lang="ar"><meta property="article:published_time" content="2026-11-18"><h1>ارتفاع السدود</h1>'
    page += "".join(f"<p>{line}</p>" for line in PASTE.splitlines()[4:]) + '<img src="خبر_files/a.png"></html>'
    put(site, "inbox/خبر.html", page)
    put(site, "inbox/خبر_files/a.png", PICTURE)
    assert nashra("import", "--inbox", cwd=site).returncode == 0
    assert len(originals(site)) == 1 and not list((site / "content/inbox").iterdir())


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("archive.zip", b"PK\x03\x04", "files of this kind are not read"),
        ("empty.txt", b"", "the file is empty"),
        ("alone.png", PICTURE, "no text of the same name"),
        ("page.html", b"<html><body></body></html>", ""),
    ],
)
def test_what_cannot_be_taken_in_stays_with_its_reason(site: Path, name: str, data: bytes, reason: str) -> None:
    path = put(site, f"inbox/{name}", data)
    put(site, "inbox/good.txt", PASTE)
    done = nashra("import", "--inbox", cwd=site)
    assert done.returncode == 1 and name in done.stderr and len(originals(site)) == 1
    assert path.read_bytes() == data
    explained = path.with_name(f"{name}.reason.txt").read_text(encoding="utf-8")
    assert explained.startswith("nashra import --inbox left this here:\n- ") and reason in explained
    assert left(site) == sorted([name, f"{name}.reason.txt"])
    again = nashra("import", "--inbox", cwd=site)
    assert again.returncode == 1 and left(site) == sorted([name, f"{name}.reason.txt"])


def test_the_reason_goes_when_the_file_is_put_right(site: Path) -> None:
    path = put(site, "inbox/a.txt", "")
    assert nashra("import", "--inbox", cwd=site).returncode == 1
    path.write_text(PASTE, encoding="utf-8")
    assert nashra("import", "--inbox", cwd=site).returncode == 0 and left(site) == []


def test_another_text_of_a_known_address_is_not_thrown_away(site: Path) -> None:
    head = "---\ntitle: {}\ndate: 2026-11-19\ncanonical_url: https://a.example/x\n---\n"
    put(site, "inbox/a.md", head.format("Barrages") + NOTE)
    assert nashra("import", "--inbox", cwd=site).returncode == 0
    put(site, "inbox/b.md", head.format("Barrages, suite") + NOTE + "\nUn second paragraphe, écrit le lendemain.\n")
    done = nashra("import", "--inbox", cwd=site)
    assert done.returncode == 1 and "with other words" in done.stderr and "b.md" in left(site)
    assert nashra("import", "--inbox", "--update", cwd=site).returncode == 0
    assert left(site) == [] and "lendemain" in originals(site)[0].read_text(encoding="utf-8")


def test_the_same_text_put_in_again_is_taken_out_and_nothing_is_written(site: Path) -> None:
    for _ in range(2):
        put(site, "inbox/a.txt", PASTE)
        put(site, "inbox/a.png", PICTURE)
        assert nashra("import", "--inbox", cwd=site).returncode == 0
        assert len(originals(site)) == 1 and left(site) == []


def test_a_link_is_not_followed(site: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(PASTE, encoding="utf-8")
    (site / "content" / "inbox").mkdir(parents=True)
    (site / "content/inbox/a.txt").symlink_to(secret)
    done = nashra("import", "--inbox", cwd=site)
    assert done.returncode == 1 and "it is a link" in done.stderr and originals(site) == [] and secret.exists()


def test_a_trial_takes_nothing_out(site: Path) -> None:
    put(site, "inbox/a.txt", PASTE)
    assert nashra("import", "--inbox", "--dry-run", cwd=site).returncode == 0
    assert left(site) == ["a.txt"] and originals(site) == []


def test_an_empty_inbox_and_its_readme_are_no_fault(site: Path) -> None:
    assert "the inbox is empty" in nashra("import", "--inbox", cwd=site).stdout
    put(site, "inbox/README.md", "# Put texts here\n")
    assert nashra("import", "--inbox", cwd=site).returncode == 0 and left(site) == ["README.md"]


def test_inbox_and_files_are_one_or_the_other(site: Path) -> None:
    assert nashra("import", cwd=site).returncode == 2
    assert nashra("import", "--inbox", "a.txt", cwd=site).returncode == 2


@pytest.mark.parametrize("command", [["build"], ["translate", "--to", "ar"], ["import", "--inbox"]])
def test_an_article_without_a_folder_gets_its_place_by_the_next_command(site: Path, command: list[str]) -> None:
    head = "---\n# a note of the editor\ntitle: 'سدود: ارتفاع'\nlang: ar\ndate: 2026-11-03\nbreaking: true\n---\n\nنص المقال هنا.\n"
    loose = put(site, "articles/سدود.md", head)
    done = nashra(*command, cwd=site)
    assert done.returncode == 0 and "got its place" in done.stdout, done.stderr
    (article,) = originals(site)
    assert not loose.exists() and article.parent.parent == site / "content/articles/2026/11"
    assert article.parent.name.startswith("03-")
    text = article.read_text(encoding="utf-8")
    assert text == head.replace("breaking: true\n", "breaking: true\nslug: سدود-ارتفاع\n")


@pytest.mark.parametrize("folder", ["articles", "articles/2026", "articles/2026/11"])
def test_a_bare_text_gets_a_head(site: Path, folder: str) -> None:
    put(site, f"{folder}/barrages.md", NOTE + "\n![Carte](carte.png)\n")
    put(site, f"{folder}/carte.png", PICTURE)
    put(site, f"{folder}/other.png", PICTURE)
    done = nashra("build", cwd=site, env={"SOURCE_DATE_EPOCH": "1795600000"})
    assert done.returncode == 0, done.stderr
    (article,) = originals(site)
    text = article.read_text(encoding="utf-8")
    assert (
        text.startswith("---\ntitle: 'Barrages : nette remontée'\nlang: fr\ndate: 2026-11-")
        and "# Barrages" not in text
    )
    assert (article.parent / "carte.png").exists() and not (site / "content" / folder / "carte.png").exists()
    assert (site / "content" / folder / "other.png").exists()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: x\nlang: de\n---\n\nEin Text.\n", "the site has no language 'de'"),
        (
            "---\ntitle: x\nlang: fr\ntranslation: {from: ar, state: manual}\n---\n\nUn texte.\n",
            "a translation has no place",
        ),
        ("---\ntitle: x\nlang: fr\ndate: yesterday\n---\n\nUn texte.\n", "date"),
        ("---\ntitle: x\nlang: fr\n---\n", "no text"),
        ("12345\n", "its language cannot be told"),
        ("---\ntitle: [\n---\n\nUn texte.\n", "x.md"),
    ],
)
def test_what_has_no_place_stays_and_is_told_once(site: Path, text: str, reason: str) -> None:
    loose = put(site, "articles/x.md", text)
    done = nashra("build", cwd=site)
    assert done.returncode == 1 and reason in done.stderr and done.stderr.count("x.md") == 1, done.stderr
    assert loose.read_text(encoding="utf-8") == text and originals(site) == []


def test_two_texts_that_share_a_picture_both_keep_it(site: Path) -> None:
    for name, title in (("a", "Barrages"), ("b", "Pluies")):
        put(site, f"articles/{name}.md", NOTE.replace("Barrages", title) + f"\n{title} encore.\n\n![](carte.png)\n")
    put(site, "articles/carte.png", PICTURE)
    assert nashra("build", cwd=site).returncode == 0
    assert [(path.parent / "carte.png").exists() for path in originals(site)] == [True, True]
    assert not (site / "content/articles/carte.png").exists()


def test_one_that_was_placed_before_a_crash_is_not_placed_twice(site: Path) -> None:
    put(site, "articles/barrages.md", NOTE)
    assert nashra("build", cwd=site).returncode == 0
    loose = put(site, "articles/barrages.md", NOTE)
    assert nashra("build", cwd=site).returncode == 0
    assert len(originals(site)) == 1 and not loose.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="the permissions of folders do not bind root")
def test_where_the_disk_says_no_the_text_stays(site: Path) -> None:
    loose = put(site, "articles/barrages.md", NOTE)
    loose.parent.chmod(0o555)
    try:
        done = nashra("build", cwd=site)
    finally:
        loose.parent.chmod(0o755)
    assert done.returncode == 1 and loose.exists() and "Traceback" not in done.stderr
