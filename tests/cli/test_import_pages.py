"""`nashra import` of saved pages, as an editor runs it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from support.commands import nashra, write_site

PAGES = Path(__file__).parents[1] / "ingest" / "pages"
TOPICS = "society: {ar: مجتمع, fr: Société, en: Society}\n"


def test_a_complete_page_becomes_an_article_with_its_picture_and_the_site_builds(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    done = nashra("import", PAGES / "fr-complete.html", cwd=site, offline=True)
    assert done.returncode == 0, done.stderr
    (article,) = (site / "content" / "articles").glob("*/*/*/fr.md")
    head = article.read_text(encoding="utf-8")
    assert "title: 'Sécheresse" in head or 'title: "Sécheresse' in head
    assert "file: troupeau.png" in head and "credit: Karim Saïd" in head
    assert (article.parent / "troupeau.png").read_bytes().startswith(b"\x89PNG")
    assert "lang    fr" in done.stdout and "image   troupeau.png" in done.stdout
    assert nashra("build", cwd=site).returncode == 0
    assert nashra("import", PAGES / "fr-complete.html", cwd=site).stdout.count("already imported") == 1


def test_what_is_doubtful_stands_as_a_comment_in_the_front_matter_and_in_the_summary(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    done = nashra("import", PAGES / "ar-default-january.html", cwd=site)
    (article,) = (site / "content" / "articles").glob("*/*/*/ar.md")
    assert article.read_text(encoding="utf-8").startswith("---\n# check: the date 2024-01-01 may only mean")
    assert "may only mean the year 2024" in done.stdout
    assert nashra("build", cwd=site).returncode == 0


def test_the_language_and_the_topic_are_told_from_the_page(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {"content/topics.yaml": TOPICS})
    done = nashra("import", PAGES / "ar-wordpress-blocks.html", PAGES / "en-amp.html", cwd=site)
    assert done.returncode == 0, done.stderr
    assert "lang    ar" in done.stdout and "lang    en" in done.stdout and "topics  society" in done.stdout


def test_a_picture_outside_of_the_pages_folder_is_not_read(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    shutil.copy(PAGES / "fr-complete_files" / "troupeau-1024x683.png", tmp_path / "secret.png")
    folder = tmp_path / "saved"
    folder.mkdir()
    text = (PAGES / "fr-complete.html").read_text(encoding="utf-8")
    text = text.replace("./fr-complete_files/troupeau-1024x683.png", "../secret.png")
    (folder / "page.html").write_text(text, encoding="utf-8")
    assert nashra("import", folder / "page.html", cwd=site).returncode == 0
    assert not list((site / "content").rglob("*.png"))


def test_a_page_that_fails_leaves_nothing_behind_and_the_others_are_imported(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    (tmp_path / "empty.html").write_text("<html><body></body></html>", encoding="utf-8")
    done = nashra("import", tmp_path / "empty.html", PAGES / "en-amp.html", cwd=site)
    assert done.returncode == 1 and "empty.html" in done.stderr
    assert len(list((site / "content" / "articles").glob("*/*/*"))) == 1


def test_what_was_kept_and_what_was_left_out_is_told_after_every_import(tmp_path: Path) -> None:
    site = write_site(tmp_path / "site", {})
    wanted = "left out: 'Recevez chaque matin notre sélection d’articles dans votre …' (an invitation to subscribe)"
    for options in (["--dry-run"], []):
        done = nashra("import", PAGES / "fr-newspaper.html", *options, cwd=site)
        assert "kept 4 paragraphs; " in done.stdout and wanted in done.stdout, done.stdout
    (row,) = json.loads(nashra("import", PAGES / "fr-newspaper.html", "--dry-run", "--json", cwd=site).stdout)
    assert row["status"] == "known" and row["kept"] == 4
    assert row["left_out"] == [
        "Recevez chaque matin notre sélection d’articles dans votre …",
        "Par Julien PetitPublié le 05 mai 2024 à …",
        "Lire aussi : Le tramway arrive à la …",
    ]
