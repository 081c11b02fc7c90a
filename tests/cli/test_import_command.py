"""`nashra import` of exports, feeds, folders and batches, as an editor runs it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.commands import SOURCE, article_text, nashra, write_site

FORMATS = Path(__file__).parents[1] / "ingest" / "fixtures" / "formats"
TOPICS = "society: {ar: مجتمع, fr: Société, en: Society}\n"
WORDS = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية بحضور السكان والتلاميذ وقال إن الأشغال دامت سنة كاملة".split()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/topics.yaml": TOPICS})


def originals(site: Path) -> list[Path]:
    return sorted((site / "content" / "articles").glob("*/*/*/*.md"))


def paste(number: int, words: int = 60) -> str:
    body = " ".join(f"{WORDS[(number * 7 + at) % len(WORDS)]}{(number * at) % 97}" for at in range(words))
    return f"خبر رقم {number} عن المدرسة الجديدة\n\n18 يوليوز 2024\n\n{body}.\n"


def page(body: str, address: str = "https://a.example/2024/x") -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in body.split("\n\n"))
    return (
        f'<!doctype html><html lang="ar"><head><title>مدرسة جديدة في القرية</title><link rel="canonical" href="{address}">'
        f'<meta property="article:published_time" content="2024-07-18T10:00:00+01:00"></head><body><article>'
        f"<h1>مدرسة جديدة في القرية</h1>{paragraphs}</article></body></html>"
    )


BODY = " ".join(WORDS) + ".\n\n" + " ".join(f"{word}{at}" for at, word in enumerate(WORDS * 3)) + "."


def test_an_export_becomes_articles_with_pictures_and_drafts_and_the_site_builds(site: Path) -> None:
    done = nashra("import", FORMATS / "wordpress.xml", cwd=site, offline=True)
    assert done.returncode == 1 and "no text under it" in done.stderr and "wordpress.xml:125" in done.stderr
    arabic, french = originals(site)
    assert (arabic.parent / "souk.png").read_bytes().startswith(b"\x89PNG")
    assert "\ndraft: true\n" in french.read_text(encoding="utf-8")
    assert "imported                 2" in done.stdout and "failed                   1" in done.stdout
    assert nashra("build", cwd=site).returncode == 0
    again = nashra("import", FORMATS / "wordpress.xml", cwd=site)
    assert again.stdout.count("already imported") == 2 and originals(site) == [arabic, french]


def test_unknown_fields_of_markdown_are_kept_as_comments(site: Path) -> None:
    assert nashra("import", FORMATS / "hugo-toml.md", cwd=site).returncode == 0
    (article,) = originals(site)
    text = article.read_text(encoding="utf-8")
    assert "\n# weight: 10\n" in text and "\n# check: the link '../autre/' leads into the old site" in text
    assert "\n\nUne visite est possible.\n\n" in text and "{{< notice" not in text
    assert (article.parent / "olivier.png").exists()


def test_markdown_with_its_picture_builds(site: Path) -> None:
    assert nashra("import", FORMATS / "pelican.md", FORMATS / "2024-06-09-jekyll-arabic.md", cwd=site).returncode == 0
    assert nashra("build", cwd=site).returncode == 0


def test_a_folder_means_all_in_it_but_hidden_files_companions_and_pictures(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in ("deep/er", ".hidden", "page_files", "notes_files"):
        (folder / name).mkdir(parents=True)
    for number, name in enumerate(
        ("a.txt", "deep/er/b", ".hidden/c.txt", ".d.txt", "page_files/e.txt", "notes_files/f.txt")
    ):
        (folder / name).write_text(paste(number), encoding="utf-8")
    (folder / "page.html").write_text(page(BODY), encoding="utf-8")
    (folder / "style.css").write_text("p {}", encoding="utf-8")
    (folder / "photo").write_bytes(b"\x89PNG\r\n\x1a\n....")
    (folder / "loop").symlink_to(folder)
    done = nashra("import", folder, cwd=site)
    assert done.returncode == 0, done.stderr
    assert len(originals(site)) == 4 and "2 files in the folders left out" in done.stdout


def test_the_sites_own_articles_are_not_imported_from_its_folder(site: Path) -> None:
    (site / "new.txt").write_text(paste(1), encoding="utf-8")
    assert nashra("import", ".", cwd=site).returncode == 0
    (site / "new.txt").write_text(paste(2), encoding="utf-8")
    done = nashra("import", ".", cwd=site)
    assert done.returncode == 0 and len(originals(site)) == 2 and "known already" not in done.stdout


def test_an_empty_folder_and_a_missing_file_are_reported(site: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = nashra("import", tmp_path / "empty", tmp_path / "none.txt", cwd=site)
    assert done.returncode == 1 and "nothing to import" in done.stderr and "none.txt" in done.stderr


def test_standard_input_may_be_any_format(site: Path) -> None:
    done = nashra("import", "-", cwd=site, stdin=(FORMATS / "atom.xml").read_bytes())
    assert done.returncode == 0 and len(originals(site)) == 3, done.stderr


def test_a_dry_run_shows_text_and_reasons_and_writes_nothing(site: Path) -> None:
    done = nashra("import", "--dry-run", FORMATS / "pelican.md", cwd=site)
    assert done.returncode == 0 and not originals(site)
    assert "title   New opening hours of the library  (`title`, line 1)" in done.stdout
    assert "lang    en  (the words of the text)" in done.stdout and "kept    slug: hours" in done.stdout
    assert "The library of the town opens on Sundays" in done.stdout


def test_json_tells_everything_and_nothing_else_is_on_standard_output(site: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"a": 1}', encoding="utf-8")
    done = nashra("import", "--json", FORMATS / "rss-full.xml", tmp_path / "bad.json", cwd=site)
    rows = json.loads(done.stdout)
    assert done.returncode == 1
    assert [row["status"] for row in rows] == ["imported", "imported", "failed", "failed"]
    assert rows[0]["lang"] == "ar" and rows[0]["reasons"]["date"] == "the feed" and rows[1]["draft"] is True
    assert rows[2]["problems"][0]["line"] == 32 and rows[3]["problems"][0]["hint"]
    assert rows[0]["article"].startswith("content/articles/2024/02/04-")


def test_the_same_address_is_known_and_renewed_only_when_asked_and_not_edited(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "page.html"
    source.write_text(page(BODY), encoding="utf-8")
    nashra("import", source, cwd=site)
    (article,) = originals(site)
    before = article.read_bytes()
    source.write_text(page(BODY + "\n\nفقرة جديدة أضافها الموقع بعد النشر، وفيها تصحيح مهم."), encoding="utf-8")
    assert "already imported" in nashra("import", source, cwd=site).stdout and article.read_bytes() == before
    assert "would be renewed" in nashra("import", "--update", "--dry-run", source, cwd=site).stdout
    assert article.read_bytes() == before
    assert "renewed" in nashra("import", "--update", source, cwd=site).stdout
    renewed = article.read_text(encoding="utf-8")
    assert "فقرة جديدة أضافها الموقع" in renewed and originals(site) == [article]

    article.write_text(renewed.replace("فقرة جديدة", "فقرة أخيرة"), encoding="utf-8")
    source.write_text(page(BODY + "\n\nفقرة ثالثة لا يجب أن تمحو كلمات المحرر في أي حال."), encoding="utf-8")
    done = nashra("import", "--update", source, cwd=site)
    assert "edited since" in done.stdout and "فقرة أخيرة" in article.read_text(encoding="utf-8")
    assert nashra("status", cwd=site).returncode == 0


def test_a_change_of_a_comma_is_an_edit_too(site: Path, tmp_path: Path) -> None:
    source = tmp_path / "page.html"
    source.write_text(page(BODY), encoding="utf-8")
    nashra("import", source, cwd=site)
    (article,) = originals(site)
    edited = article.read_text(encoding="utf-8").rstrip().removesuffix(".") + "،\n"
    article.write_text(edited, encoding="utf-8")
    source.write_text(page(BODY + "\n\nفقرة جديدة أضافها الموقع بعد النشر، وفيها تصحيح مهم."), encoding="utf-8")
    nashra("import", "--update", source, cwd=site)
    assert article.read_text(encoding="utf-8") == edited


def test_a_near_copy_is_imported_with_a_comment_or_held_back(site: Path, tmp_path: Path) -> None:
    one, two = tmp_path / "one.html", tmp_path / "two.html"
    one.write_text(page(BODY), encoding="utf-8")
    two.write_text(page(BODY + "\n\nخاتمة أخرى من موقع ثان.", "https://b.example/y"), encoding="utf-8")
    nashra("import", one, cwd=site)
    held = nashra("import", "--skip-near", two, cwd=site)
    assert held.returncode == 0 and "left out: 100% of it is also in content/articles/" in held.stdout
    assert len(originals(site)) == 1
    done = nashra("import", two, cwd=site)
    assert len(originals(site)) == 2 and "of its words are also in content/articles/2024/07/18-" in done.stdout
    assert sum("# check: 100% of its words" in each.read_text(encoding="utf-8") for each in originals(site)) == 1


def test_a_batch_goes_on_after_failures_and_ends_with_a_table(site: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(paste(number), encoding="utf-8")
    (folder / "05.txt").write_bytes(b"%PDF-1.4")
    shutil.copy(folder / "07.txt", folder / "08.txt")
    done = nashra("import", folder, cwd=site)
    assert done.returncode == 1 and len(originals(site)) == 28
    assert "imported                 28" in done.stdout and "known already            1" in done.stdout
    assert "1 of 30 files could not be imported" in done.stderr and "importing: 50 %" in done.stderr


def test_a_file_that_takes_too_long_is_given_up_and_the_others_are_imported(site: Path, tmp_path: Path) -> None:
    slow = tmp_path / "a-slow.html"
    slow.write_text(page("كلمة طويلة، " * 60_000 + "\n\n" + "<b>" * 100 + "\n\n".join([BODY] * 300)), encoding="utf-8")
    quick = tmp_path / "b.txt"
    quick.write_text(paste(1), encoding="utf-8")
    done = nashra("import", "--time-limit", "0.1", slow, cwd=site)
    assert done.returncode == 1 and "took longer than 0.1 seconds" in done.stderr and not originals(site)
    assert nashra("import", "--time-limit", "30", quick, cwd=site).returncode == 0


def test_the_bad_value_of_an_option_ends_the_command(site: Path) -> None:
    for option in (("--time-limit", "0"), ("--lang", "xx"), ("--date", "tomorrow"), ("--topic", "a b")):
        assert nashra("import", *option, FORMATS / "pelican.md", cwd=site).returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C is another thing on Windows")
def test_what_was_imported_before_ctrl_c_is_kept(site: Path, tmp_path: Path) -> None:
    fifo = tmp_path / "z-never"
    os.mkfifo(fifo)
    first = tmp_path / "a.txt"
    first.write_text(paste(1), encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "nashra", "import", str(first), str(fifo)],
        cwd=site, env={**os.environ, "PYTHONPATH": str(SOURCE)}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    for _ in range(600):
        if originals(site):
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert len(originals(site)) == 1 and process.returncode not in (0, None)
    assert b"Traceback" not in err and "imported" in out.decode("utf-8")


def test_what_is_no_text_of_an_article_is_not_made_into_one(site: Path) -> None:
    article = site / "content/articles/2024/07/18-3f9a1c/ar.md"
    write_site(
        site,
        {str(article.relative_to(site)): article_text("وصول", "وصل الوفد."), "a.url": "[x]\nURL=y", "a.csv": "a,b\n"},
    )
    named = ["nashra.toml", "a.url", "a.csv", str(article), "https://x.example/a.html"]
    done = nashra("import", *named, cwd=site)
    assert done.returncode == 1
    for name in named[:3]:
        assert f"{name}: this is no text of an article" in done.stderr
    assert "18-3f9a1c/ar.md: this is in an article of the site already" in done.stderr
    assert "https://x.example/a.html: nothing is fetched from an address (save the page in a browser" in done.stderr
    assert list(site.rglob("ar.md")) == [article]
