"""`nashra new`, as an editor runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import nashra, write_site

CLOCK = {"SOURCE_DATE_EPOCH": "1795600000"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {"content/topics.yaml": "water: {ar: ماء, fr: Eau, en: Water}\n"})


def begun(site: Path) -> Path:
    (path,) = (site / "content" / "articles").glob("*/*/*/*.md")
    return path


@pytest.mark.parametrize(
    ("title", "lang", "slug"),
    [
        ("ارتفاعُ حقينة السدود، من جديد", "ar", "ارتفاع-حقينة-السدود-من-جديد"),
        ("Le barrage est plein", "fr", "le-barrage-est-plein"),
        ("The dam is full again", "en", "the-dam-is-full-again"),
    ],
)
def test_an_article_is_begun_with_folder_head_and_slug(site: Path, title: str, lang: str, slug: str) -> None:
    done = nashra("new", title, "--topic", "water", cwd=site, env=CLOCK)
    assert done.returncode == 0, done.stderr
    path = begun(site)
    assert path.relative_to(site).as_posix() in done.stdout and path.name == f"{lang}.md"
    text = path.read_text(encoding="utf-8")
    for line in (
        f"title: {title}",
        f"lang: {lang}",
        "date: 2026-11-",
        "topics: [water]",
        f"slug: {slug}",
        "draft: true",
    ):
        assert f"\n{line}" in text
    assert "imported" not in text and "digest" not in text


def test_what_is_only_begun_disturbs_nothing_and_is_not_public(site: Path) -> None:
    assert nashra("new", "Le barrage est plein", cwd=site).returncode == 0
    for command in (["build"], ["build", "--drafts"], ["status"], ["check"], ["translate", "--dry-run"]):
        done = nashra(*command, cwd=site)
        assert done.returncode == 0, done.stderr
    assert "nothing to translate" in done.stdout
    nashra("build", cwd=site)
    assert not any("barrage" in path.name for path in (site / "site").rglob("*.html"))


def test_a_text_makes_it_an_article(site: Path) -> None:
    nashra("new", "Le barrage est plein", cwd=site)
    path = begun(site)
    head = path.read_text(encoding="utf-8").replace("draft: true\n", "")
    path.write_text(head.rstrip() + "\n\nL'eau est montée cette nuit.\n", encoding="utf-8")
    assert nashra("build", cwd=site).returncode == 0
    assert any("barrage" in path.name for path in (site / "site" / "fr").rglob("*.html"))


def test_the_same_title_twice_makes_two_articles_with_two_addresses(site: Path) -> None:
    for _ in range(2):
        assert nashra("new", "Le barrage est plein", cwd=site, env=CLOCK).returncode == 0
    first, second = sorted((site / "content" / "articles").glob("*/*/*/*.md"))
    assert first.parent != second.parent and nashra("build", "--drafts", cwd=site).returncode == 0


@pytest.mark.parametrize(
    "args",
    [["\u200f "], ["Titre", "--lang", "de"], ["Titre", "--date", "hier"], ["Titre", "--topic", "a b"], []],
)
def test_what_cannot_be_meant_is_refused_and_nothing_is_written(site: Path, args: list[str]) -> None:
    done = nashra("new", *args, cwd=site)
    assert done.returncode == 2 and done.stderr and not (site / "content" / "articles").exists()


def test_the_day_is_that_of_the_site(site: Path) -> None:
    # half past midnight in Casablanca, still the day before in UTC
    nashra("new", "Le barrage est plein", cwd=site, env={"SOURCE_DATE_EPOCH": "1722468600"})
    assert "date: 2024-08-01" in begun(site).read_text(encoding="utf-8")


def test_a_title_that_an_article_of_the_day_has_already_is_told(site: Path) -> None:
    first = nashra("new", "Le barrage est plein", cwd=site, env=CLOCK)
    for title in ("Le barrage est plein ce soir", "الخزان ممتلئ"):
        assert nashra("new", title, cwd=site, env=CLOCK).stderr == ""
    assert nashra("new", "Le barrage est plein", "--date", "2026-11-02", cwd=site, env=CLOCK).stderr == ""
    again = nashra("new", "Le barrage est plein", cwd=site, env=CLOCK)
    assert again.returncode == 0
    assert f"{first.stdout.split()[1]}: an article of this day has the same title" in again.stderr
