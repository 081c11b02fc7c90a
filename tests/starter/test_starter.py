"""What `nashra init` writes can be built at once, in any languages."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.content import store
from nashra.kit.errors import ConfigError, NashraError
from nashra.markup.blocks import split
from nashra.pipeline import build
from nashra.settings import config
from nashra.starter import default_timezone, first_pages, site_address, write_site

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "https://example.org/"


def start(folder: Path, languages: list[str], title: str = "نشرة", url: str = URL) -> list[Path]:
    return write_site(folder, title, languages, url, now=NOW)


@pytest.mark.parametrize(
    ("languages", "versions"),
    [
        (["ar", "fr", "en"], ["ar", "fr", "en"]),
        (["ar"], ["ar"]),
        (["en", "es"], ["en", "es"]),
        (["de", "pt", "it"], ["de", "pt", "it"]),
        (["ja", "es"], ["es"]),
        (["zgh", "he", "zh"], []),
        (["no", "en"], ["en"]),
    ],
)
def test_a_new_site_has_nothing_wrong_with_it(tmp_path: Path, languages: list[str], versions: list[str]) -> None:
    start(tmp_path, languages)
    settings = config.load(tmp_path)
    content, problems = store.load(settings)
    assert problems == []
    assert list(settings.languages) == languages
    assert {(page.name, page.lang) for page in content.pages} == {("about", code) for code in languages}
    assert sorted(content.articles[0].versions if content.articles else []) == sorted(versions)
    assert list(content.topics) == (["guide"] if versions else [])
    assert ("github" in content.entities) == bool(versions)


@pytest.mark.parametrize("languages", [["ar", "fr", "en"], ["es", "ar"], ["ja"], ["it", "de", "pt"]])
def test_a_new_site_is_built_without_a_fault(tmp_path: Path, languages: list[str]) -> None:
    start(tmp_path, languages)
    report = build(replace(config.load(tmp_path), output=tmp_path / "site"), now=NOW)
    assert report.problems == ()
    for code in languages:
        assert (tmp_path / "site" / code / "about.html").is_file()
    if report.articles:
        page = (tmp_path / "site" / languages[0] / "entities" / "github.html").read_text("utf-8")
        assert "2026/03/" in page


def test_the_first_article_is_of_today_where_the_site_is(tmp_path: Path) -> None:
    late = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    write_site(tmp_path, "نشرة", ["ar"], URL, now=late, timezone="Asia/Tokyo")
    (article,) = store.load(config.load(tmp_path))[0].articles
    assert article.folder.startswith("2026/03/02-")
    assert article.published.isoformat() == "2026-03-02T00:00:00+09:00"


def test_its_versions_say_that_people_wrote_them_and_have_the_same_blocks() -> None:
    folder, files = first_pages.article(["ar", "fr", "en", "es", "de", "pt", "it"], NOW.date(), "seed") or ("", {})
    assert re.fullmatch(r"2026/03/01-[0-9a-f]{6}", folder)
    kinds = {name: [block.kind for block in split(text.split("---\n", 2)[2])] for name, text in files.items()}
    assert set(kinds) == {"ar.md", "fr.md", "en.md", "es.md", "de.md", "pt.md", "it.md"}
    assert all(found == kinds["ar.md"] for found in kinds.values())
    assert all("state: manual" in text for name, text in files.items() if name != "ar.md")
    assert all("nashra models install ar fr en es de pt it" in text for text in files.values())


def test_the_same_answers_at_the_same_moment_give_the_same_bytes(tmp_path: Path) -> None:
    trees = []
    for name in ("a", "b"):
        start(tmp_path / name, ["ar", "fr"])
        files = sorted(path for path in (tmp_path / name).rglob("*") if path.is_file())
        trees.append([(path.relative_to(tmp_path / name), path.read_bytes()) for path in files])
    assert trees[0] == trees[1]


@pytest.mark.parametrize("title", ['a "b" \\ c', "سطر\nثان", "<script>alert(1)</script>", '#\'"""', "@URL@", "a: b #c"])
def test_any_title_is_read_back_as_it_was_given(tmp_path: Path, title: str) -> None:
    start(tmp_path, ["ja", "ar"], title)
    settings = config.load(tmp_path)
    plain = " ".join(title.split())
    assert settings.title == {"ja": plain, "ar": plain}
    content, problems = store.load(settings)
    assert problems == []
    assert {page.lang: page.title for page in content.pages}["ja"] == plain
    assert "<script>" not in (tmp_path / "README.md").read_text("utf-8")


def test_the_examples_in_the_comments_are_right_when_the_marks_are_taken_away(tmp_path: Path) -> None:
    start(tmp_path, ["ar", "fr", "en"])
    for path in [tmp_path / "content" / "topics.yaml", *sorted((tmp_path / "content" / "entities").iterdir())]:
        head, *examples = path.read_text("utf-8").splitlines()
        assert head.startswith("# ")
        path.write_text("\n".join(line.removeprefix("# ") for line in examples) + "\n", "utf-8")
    toml = tmp_path / "nashra.toml"
    lines = toml.read_text("utf-8").splitlines()
    at = lines.index("# [languages.ar]")
    lines = [line.removeprefix("# ") if line.startswith("# report = ") else line for line in lines]
    toml.write_text("\n".join([*lines[:at], *(line.removeprefix("# ") for line in lines[at:])]), "utf-8")
    settings = config.load(tmp_path)
    content, problems = store.load(settings)
    assert problems == []
    assert settings.report == "mailto:desk@example.org"
    assert content.topics["security"].name("ar") == ("أمن", "ar")
    assert {"github", "ibn-battuta", "unesco", "rabat", "world-cup-2030"} <= set(content.entities)
    assert content.entities["rabat"].type == "place"


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["ar", "fr"], ["اللصق", "الاستيراد", "الترجمة", "التصحيح", "المعاينة", "النشر"]),
        (["fr", "ar"], ["Coller", "Importer", "Traduire", "Corriger", "Prévisualiser", "Publier"]),
        (["en", "ar"], ["Paste", "Import", "Translate", "Correct", "Preview", "Publish"]),
        (["es", "ar"], ["Pegar", "Importar", "Traducir", "Corregir", "Ver antes", "Publicar"]),
        (["ja", "en"], ["Paste", "Import", "Translate", "Correct", "Preview", "Publish"]),
    ],
)
def test_the_readme_explains_each_step_in_the_language_of_the_site(
    tmp_path: Path, languages: list[str], expected: list[str]
) -> None:
    start(tmp_path, languages)
    text = (tmp_path / "README.md").read_text("utf-8")
    assert [step for step in expected if f". **{step}.**" not in text] == []
    assert f"/DAY-ID/{languages[0]}.md" in text
    assert f"nashra models install {' '.join(languages)}`" in text
    assert "PyPI" in text
    assert ('<div lang="ar" dir="rtl">' in text) == (languages[0] == "ar")
    assert not re.search("@[A-Z]+@", text)


@pytest.mark.parametrize("code", ["ar", "fr", "en", "es", "pt", "de", "it", "ja"])
def test_a_site_in_one_language_is_told_nothing_about_translation(code: str) -> None:
    _, files = first_pages.article([code], NOW.date(), "seed") or ("", {})
    for text in (*files.values(), first_pages.readme([code], "Bulletin", workflow=True)):
        assert not re.search(r"nashra (?:translate|models|review)|[{}]", text)
        steps = re.findall(r"^(\d+)\. ", text, re.MULTILINE)
        assert steps == [str(number) for number in range(1, len(steps) + 1)]
        assert len(steps) >= 2


def test_every_command_that_the_texts_name_is_one() -> None:
    from nashra.cli import cli

    texts = sorted((Path(first_pages.__file__).parent / "files").rglob("*.md"))
    named = {name for path in texts for name in re.findall(r"`nashra (\w+)", path.read_text("utf-8"))}
    assert {"import", "translate", "build", "serve", "check", "review", "models", "status"} - {"build"} <= named
    assert named <= set(cli.list_commands(None))  # type: ignore[arg-type]


def test_without_a_workflow_nothing_speaks_of_github_pages(tmp_path: Path) -> None:
    written = write_site(tmp_path, "نشرة", ["en"], URL, now=NOW, workflow=False)
    assert not (tmp_path / ".github").exists()
    assert "GitHub Actions" not in (tmp_path / "README.md").read_text("utf-8")
    assert tmp_path / "requirements.txt" in written


def test_files_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    (tmp_path / "content" / "articles" / "2020").mkdir(parents=True)
    written = start(tmp_path, ["ar"])
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert tmp_path / ".gitignore" not in written
    assert store.load(config.load(tmp_path))[0].articles == ()


def test_a_site_is_not_made_twice(tmp_path: Path) -> None:
    start(tmp_path, ["ar"])
    with pytest.raises(ConfigError, match="already"):
        start(tmp_path, ["fr"], "أخرى")
    assert config.load(tmp_path).title == {"ar": "نشرة"}


@pytest.mark.parametrize(
    ("title", "languages", "url", "message"),
    [
        ("نشرة", ["xx"], URL, "no language 'xx'"),
        ("نشرة", ["ar", "ar"], URL, "twice"),
        ("نشرة", [], URL, "must list"),
        ("نشرة", ["../x"], URL, "no language"),
        ("", ["ar"], URL, "title"),
        ("a\x7fb", ["ar"], URL, "U\\+007F"),
        ("a\x01b", ["ar"], URL, "U\\+0001"),
        ("a\udcffb", ["ar"], URL, "U\\+DCFF"),
        ("نشرة", ["ar"], "javascript:alert(1)", "not an address"),
        ("نشرة", ["ar"], "", "missing"),
    ],
)
def test_a_wrong_setting_makes_no_site(
    tmp_path: Path, title: str, languages: list[str], url: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        start(tmp_path / "new", languages, title, url)
    assert caught.value.problems[0].path is None
    assert not (tmp_path / "new").exists()


def test_a_wrong_time_zone_makes_no_site(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="no known time zone"):
        write_site(tmp_path / "new", "نشرة", ["ar"], URL, now=NOW, timezone="Rabat")
    assert not (tmp_path / "new").exists()


def test_a_site_cannot_be_made_of_or_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match="is a file"):
        start(tmp_path / "file", ["ar"])
    with pytest.raises(NashraError, match="cannot be made"):
        start(tmp_path / "file" / "site", ["ar"])


def test_a_run_that_failed_can_be_repeated(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("in the way")
    with pytest.raises(NashraError):
        start(tmp_path, ["ar"])
    (tmp_path / "content").unlink()
    start(tmp_path, ["ar"])
    assert store.load(config.load(tmp_path))[1] == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("owner/news", "https://owner.github.io/news/"),
        ("Owner/News", "https://owner.github.io/News/"),
        ("owner/news.git", "https://owner.github.io/news/"),
        ("owner/owner.github.io", "https://owner.github.io/"),
        ("Owner/owner.github.io", "https://owner.github.io/"),
        ("example.org", "https://example.org"),
        ("example.org/news/", "https://example.org/news/"),
        (" https://example.org/ ", "https://example.org/"),
        ("http://a.example/b", "http://a.example/b"),
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("a/b/c", "a/b/c"),
    ],
)
def test_an_address_may_be_typed_as_a_repository_or_without_https(typed: str, expected: str) -> None:
    assert site_address.address(typed) == expected


@pytest.mark.parametrize(
    ("code", "zone"), [("ar", "Africa/Casablanca"), ("fr", "Europe/Paris"), ("es", "UTC"), ("xx", "UTC")]
)
def test_the_time_zone_is_that_of_the_region_where_it_has_only_one(code: str, zone: str) -> None:
    assert default_timezone(code) == zone
