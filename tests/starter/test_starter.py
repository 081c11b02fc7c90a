"""What `nashra init` writes can be built at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import config, store
from generator.errors import ConfigError, NashraError
from generator.starter import write_site


@pytest.mark.parametrize("languages", [["ar", "fr", "en"], ["ar"], ["en", "es"], ["zgh", "he", "zh"]])
def test_a_new_site_has_nothing_wrong_with_it(tmp_path: Path, languages: list[str]) -> None:
    write_site(tmp_path, "نشرة", languages, "https://example.org/")
    settings = config.load(tmp_path)
    content, problems = store.load(settings)
    assert problems == []
    assert list(settings.languages) == languages
    assert [(page.name, page.lang) for page in content.pages] == [("about", code) for code in sorted(languages)]
    assert (content.articles, content.entities, content.topics) == ((), {}, {})


@pytest.mark.parametrize("title", ['a "b" \\ c', "سطر\nثان", "<script>alert(1)</script>", '#\'"""'])
def test_any_title_is_read_back_as_it_was_given(tmp_path: Path, title: str) -> None:
    write_site(tmp_path, title, ["ar"], "https://example.org/")
    assert config.load(tmp_path).title == {"ar": " ".join(title.split())}


def test_the_examples_in_the_comments_are_right_when_the_marks_are_taken_away(tmp_path: Path) -> None:
    write_site(tmp_path, "نشرة", ["ar", "fr", "en"], "https://example.org/")
    for path in [tmp_path / "content" / "topics.yaml", *sorted((tmp_path / "content" / "entities").iterdir())]:
        head, *examples = path.read_text("utf-8").splitlines()
        assert head.startswith("# ")
        path.write_text("\n".join(line.removeprefix("# ") for line in examples) + "\n", "utf-8")
    toml = tmp_path / "nashra.toml"
    lines = toml.read_text("utf-8").splitlines()
    at = lines.index("# [languages.ar]")
    toml.write_text("\n".join([*lines[:at], *(line.removeprefix("# ") for line in lines[at:])]), "utf-8")
    content, problems = store.load(config.load(tmp_path))
    assert problems == []
    assert content.topics["security"].name("ar") == ("أمن", "ar")
    assert set(content.entities) == {"ibn-battuta", "unesco", "rabat", "world-cup-2030"}
    assert content.entities["rabat"].type == "place"


def test_files_that_are_there_stay_as_they_are(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    written = write_site(tmp_path, "نشرة", ["ar"], "https://example.org/")
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert tmp_path / ".gitignore" not in written


def test_a_site_is_not_made_twice(tmp_path: Path) -> None:
    write_site(tmp_path, "نشرة", ["ar"], "https://example.org/")
    with pytest.raises(ConfigError, match="already"):
        write_site(tmp_path, "أخرى", ["fr"], "https://example.org/")
    assert config.load(tmp_path).title == {"ar": "نشرة"}


@pytest.mark.parametrize(
    ("title", "languages", "url", "message"),
    [
        ("نشرة", ["xx"], "https://example.org/", "no language 'xx'"),
        ("نشرة", ["ar", "ar"], "https://example.org/", "twice"),
        ("نشرة", [], "https://example.org/", "must list"),
        ("نشرة", ["../x"], "https://example.org/", "no language"),
        ("", ["ar"], "https://example.org/", "title"),
        ("a\x7fb", ["ar"], "https://example.org/", "U\\+007F"),
        ("a\x01b", ["ar"], "https://example.org/", "U\\+0001"),
        ("a\udcffb", ["ar"], "https://example.org/", "U\\+DCFF"),
        ("نشرة", ["ar"], "javascript:alert(1)", "not an address"),
        ("نشرة", ["ar"], "", "missing"),
    ],
)
def test_a_wrong_setting_makes_no_site(
    tmp_path: Path, title: str, languages: list[str], url: str, message: str
) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        write_site(tmp_path / "new", title, languages, url)
    assert caught.value.problems[0].path is None
    assert not (tmp_path / "new").exists()


def test_a_site_cannot_be_made_of_or_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ConfigError, match="is a file"):
        write_site(tmp_path / "file", "نشرة", ["ar"], "https://example.org/")
    with pytest.raises(NashraError, match="cannot be made"):
        write_site(tmp_path / "file" / "site", "نشرة", ["ar"], "https://example.org/")


def test_a_run_that_failed_can_be_repeated(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("in the way")
    with pytest.raises(NashraError):
        write_site(tmp_path, "نشرة", ["ar"], "https://example.org/")
    (tmp_path / "content").unlink()
    write_site(tmp_path, "نشرة", ["ar"], "https://example.org/")
    assert store.load(config.load(tmp_path))[1] == []
