"""Mornings on which whole folders go wrong: a branch without articles, a new id, the site imported into itself."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from support.commands import nashra, write_site

FOLDER = "content/articles/2026/11"
TEXTS = {
    "10-00000a": "التجار يطالبون بإنارة السوق الجديد",
    "12-00000b": "أطفال الحي يزرعون مائة شجرة زيتون",
    "14-00000c": "المكتبة المتنقلة تصل إلى قرى الجبل",
}
ABOUT = "Notre rédaction écrit chaque matin des nouvelles de la région pour les gens de la vallée et de la plaine."
TOPICS = "local: {ar: محلي, fr: Vie locale}\nsport: {ar: رياضة, fr: Sport, en: Sport}\n"


def text(title: str, day: str, more: str = "") -> str:
    return f"---\ntitle: {title}\ndate: 2026-11-{day}\nslug: n{day}\n{more}---\n\nقال السكان إن الخبر رقم {day} سرهم كثيرا.\n"


def newsroom(root: Path) -> Path:
    files = {f"{FOLDER}/{name}/ar.md": text(title, name[:2]) for name, title in TEXTS.items()}
    return write_site(root, {"content/topics.yaml": TOPICS, **files})


def test_a_site_is_not_emptied_because_its_articles_are_elsewhere(tmp_path: Path) -> None:
    site = newsroom(tmp_path)
    assert nashra("build", cwd=site).returncode == 0
    published = {path: path.read_bytes() for path in site.glob("site/**/*.html")}
    for folder in ("content/articles", "content"):
        shutil.move(site / folder, site / "elsewhere")
        for command in ("build", "check"):
            done = nashra(command, cwd=site)
            assert done.returncode != 0
            assert "not one of the 3 articles that this site has had is there" in done.stderr
        assert {path: path.read_bytes() for path in site.glob("site/**/*.html")} == published
        shutil.move(site / "elsewhere", site / folder)
    # whoever means it begins anew, and so does a site whose first article goes
    shutil.rmtree(site / "content/articles")
    (site / "content/addresses.txt").unlink()
    shutil.rmtree(site / ".nashra")
    done = nashra("build", cwd=site)
    assert done.returncode == 0
    assert "did not write" not in done.stderr


def test_what_moves_or_is_copied_as_a_whole_is_told(tmp_path: Path) -> None:
    site = newsroom(tmp_path)
    assert nashra("build", cwd=site).returncode == 0
    first = site / FOLDER / "10-00000a"
    title = TEXTS["10-00000a"]
    first.rename(site / FOLDER / "10-00000d")
    other = (
        text(title, "10", "topics: [local]\nstory: 00000f\n")
        .replace("slug: n10", "slug: n-other")
        .replace("سرهم", "أحزنهم")
    )
    (site / FOLDER / "10-00000e").mkdir()
    (site / FOLDER / "10-00000e/ar.md").write_text(other, "utf-8")
    with (site / "content/topics.yaml").open("a", encoding="utf-8") as topics:
        topics.write("trade: {ar: Commerce, fr: تجارة, en: Trade}\n")
    second = site / FOLDER / "12-00000b/ar.md"
    second.write_text(second.read_text("utf-8").replace("\ndate", " | نشرة\ndate", 1), "utf-8")
    (site / "content/pages").mkdir()
    (site / "content/pages/about.en.md").write_text(f"---\ntitle: About\n---\n\n{ABOUT}\n", "utf-8")
    (site / "content/terms.yaml").write_text("- {ar: port, fr: ميناء}\n", "utf-8")
    (site / ".gitignore").write_text("*.yaml\n", "utf-8")
    subprocess.run(["git", "init", "-q"], cwd=site, check=True)
    built, checked = nashra("build", cwd=site), nashra("check", cwd=site)
    for said in (
        "addresses.txt:3: the article 00000a is 00000d now: its short link leads nowhere",
        "topics.yaml:3: the name of the topic 'trade' in 'ar', 'Commerce', is not in its letters",
        f"about.en.md:5: `{ABOUT[:40]}…` seems to be in 'fr', in a text in 'en'",
        "terms.yaml:1: the term 'port' stands beside 'ar', and is not in its letters",
    ):
        assert said in built.stderr
        assert said.partition(": ")[2] in checked.stdout
    for said in (
        "this title is also that of articles/2026/11/10-00000",
        "without a name in 'en', in which readers see that of another language: local",
        ".gitignore leaves it out",
        "the title ends with the name of the site, 'نشرة'",
        "`story` is '00000f', and there is no article of that id",
    ):
        assert checked.stdout.count(said) == 1


def test_a_site_is_not_imported_into_itself(tmp_path: Path) -> None:
    site = newsroom(tmp_path)
    for folder in ("content", FOLDER):
        done = nashra("import", folder, cwd=site)
        assert (done.returncode, f"{folder}: this is the site's own content" in done.stderr) == (1, True)
    assert len(list(site.glob(f"{FOLDER}/*"))) == len(TEXTS)


def test_a_site_does_not_move_into_itself(tmp_path: Path) -> None:
    site = newsroom(tmp_path)
    assert nashra("build", cwd=site).returncode == 0
    for folder in (".", "site", "content", str(site)):
        done = nashra("import", "--move", folder, cwd=site)
        assert (done.returncode, "is this site itself" in done.stderr) == (2, True), folder
    assert len(list(site.glob(f"{FOLDER}/*"))) == len(TEXTS)


def test_folders_that_change_places_and_feeds_that_get_other_ids_are_told_once(tmp_path: Path) -> None:
    site = newsroom(tmp_path)
    settings = site / "nashra.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("[site]", '[site]\nfeed_authority = "news.rabat.ma"', 1), "utf-8"
    )
    assert nashra("build", cwd=site).returncode == 0
    one, two = site / FOLDER / "10-00000a", site / FOLDER / "12-00000b"
    one.rename(site / "kept")
    two.rename(site / FOLDER / "12-00000a")
    (site / "kept").rename(site / FOLDER / "10-00000b")
    settings.write_text(settings.read_text("utf-8").replace("news.rabat.ma", "rabat.ma"), "utf-8")
    (site / "static/2026").mkdir(parents=True)
    for name in ("static/2026/ar.md", "papier.md"):
        (site / name).write_text(text("عنوان آخر", "10"), "utf-8")
    (site / "static/2026/fr.md").write_text(text("Autre titre", "10", "draft: oui\n"), "utf-8")
    (site / "static/brouillon-pont.odt").write_bytes(b"PK")
    checked, built = nashra("check", cwd=site), nashra("build", cwd=site)
    for said in (
        "the articles 00000a and 00000b have changed places",
        "the ids of feeds begin with 'rabat.ma', and with 'news.rabat.ma' in the last build",
        "static/2026/fr.md:5: this is a draft; it is not published",
        "this is the text of an article, and is published as it is",
        "by its name this may not be ready",
        "this file is not read",
    ):
        assert said in built.stderr, said
        assert said.rpartition(": ")[2] in checked.stdout, said
    assert not (site / "site/2026/fr.md").exists()
    again = nashra("build", cwd=site).stderr
    assert "changed places" not in again
    assert "ids of feeds" not in again
