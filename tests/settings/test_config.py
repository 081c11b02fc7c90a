"""nashra.toml: every fault is named with its key, its line and a way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ConfigError, Problem
from nashra.settings import config
from nashra.settings.config import Settings

ROOT = Path("/site")
SITE = '[site]\nurl = "https://example.org/"\nlanguages = ["ar", "fr"]\ntitle = "نشرة"\n'


def parse(text: str) -> Settings:
    return config.parse(text, ROOT)


def fault(text: str) -> Problem:
    with pytest.raises(ConfigError) as caught:
        parse(text)
    (problem,) = caught.value.problems
    assert problem.path == ROOT / "nashra.toml"
    return problem


def test_what_is_not_said_has_a_default() -> None:
    settings = parse(SITE)
    assert (settings.page_size, settings.feed_items, settings.timezone.key) == (20, 50, "UTC")
    assert settings.title == {"ar": "نشرة", "fr": "نشرة"}
    assert settings.description == {}
    assert (settings.content, settings.output) == (ROOT / "content", ROOT / "site")
    assert (settings.theme, settings.cache) == (ROOT / "templates", ROOT / ".nashra")
    assert settings.default_language.code == "ar"


def test_languages_keep_their_order_and_take_their_settings() -> None:
    settings = parse(SITE + '[languages.ar]\nregion = "EG"\ndigits = "latn"\n')
    assert list(settings.languages) == ["ar", "fr"]
    assert (settings.languages["ar"].region, settings.languages["ar"].digits) == ("EG", "latn")
    assert settings.languages["fr"].region == "FR"


@pytest.mark.parametrize(
    ("url", "kept", "base"),
    [
        ("https://example.org", "https://example.org/", "/"),
        ("https://example.org/nashra", "https://example.org/nashra/", "/nashra/"),
        ("http://[::1]:8000/x/", "http://[::1]:8000/x/", "/x/"),
        (
            "https://a.example/%D9%86%D8%B4%D8%B1%D8%A9",
            "https://a.example/%D9%86%D8%B4%D8%B1%D8%A9/",
            "/%D9%86%D8%B4%D8%B1%D8%A9/",
        ),
    ],
)
def test_the_address_of_the_site_ends_with_a_slash(url: str, kept: str, base: str) -> None:
    settings = parse(SITE.replace("https://example.org/", url))
    assert (settings.url, settings.base_path) == (kept, base)


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "https://",
        "https://a.example:99999999/",
        "https://a b.example/",
        "https://a.example/نشرة/",
        "https://مثال.إختبار/",
        "https://a.example/?q=1",
        "https://a.example/?",
        "https://a.example/#top",
        "https://user:secret@a.example/",
        "https://a.example/../b/",
        "https://a.example//b/",
        "//a.example/",
        "ftp://a.example/",
        "https://a.example/<script>",
        "https://[::1",
        "example.org",
        "",
    ],
)
def test_an_address_that_cannot_be_published_at_is_refused(url: str) -> None:
    problem = fault(SITE.replace("https://example.org/", url))
    assert problem.line == 2
    assert "`site.url`" in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("more", "line", "message"),
    [
        ("foo = 1\n", 5, "`site.foo` is not a setting"),
        ("[foo]\n", 5, "`foo` is not a setting"),
        ("[path]\n", 5, "`path` is not a setting; did you mean `paths`?"),
        ("page_size = 0\n", 5, "`site.page_size` must be 1 or more"),
        ("page_size = true\n", 5, "`site.page_size` must be a whole number"),
        ("feed_items = '5'\n", 5, "`site.feed_items` must be a whole number"),
        ("timezone = 'Africa'\n", 5, "no known time zone"),
        ("timezone = '../../etc/passwd'\n", 5, "no known time zone"),
        ('timezone = "a\\u0000b"\n', 5, "no known time zone"),
        ("description = {en = 'x'}\n", 5, "'en', which is not in site.languages"),
        ("description = 5\n", 5, "must be a text, or a table"),
        ("[languages]\nar = 1\n", 6, "`languages.ar` must be a table"),
        ("[languages.en]\n", 5, "`languages.en` is not a setting"),
        ("[languages.ar]\nregion = 'XX'\n", 6, "`languages.ar.region` is 'XX'"),
        ("[languages.ar]\ndigits = 'roman'\n", 6, "`languages.ar.digits` is 'roman'"),
        ("[languages.fr]\n# x\n\nfoo = 1\n", 8, "`languages.fr.foo` is not a setting"),
        ("[paths]\noutput = '..'\n", 6, "outside the site's folder"),
        ("[paths]\noutput = '/tmp'\n", 6, "outside the site's folder"),
        ("[paths]\noutput = '.'\n", 6, "a folder of its own"),
        ("[paths]\noutput = 'content'\n", 6, "a folder of its own"),
        ("[paths]\noutput = 'content/x'\n", 6, "a folder of its own"),
        ("[paths]\noutput = 'templates'\n", 6, "a folder of its own"),
        ("[paths]\noutput = '.nashra/x'\n", 6, "a folder of its own"),
        ("[paths]\nstatic = 'content'\n", 6, "all that is in it is published"),
        ("[paths]\nstatic = 'content/articles'\n", 6, "all that is in it is published"),
        ("[paths]\nstatic = 'content/articles/2024'\n", 6, "all that is in it is published"),
        ("[paths]\nstatic = '.nashra'\n", 6, "all that is in it is published"),
        ("[paths]\nstatic = 'templates'\n", 6, "all that is in it is published"),
        ("[paths]\ncontent = 'site/x'\n", None, "a folder of its own"),
        ('[paths]\noutput = "a\\u0000b"\n', 6, "not the name of a folder"),
        ("[paths]\ncontent = ''\n", 6, "not the name of a folder"),
        ("[translate]\nbeam_size = 0\n", 6, "1 or more"),
        ("[translate]\ndevice = 'gpu'\n", 6, "`translate.device` is 'gpu'"),
        ("[site.title]\nar = 'x'\n", 5, "not valid TOML"),
        ("x = [\n", 5, "not valid TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_line(more: str, line: int | None, message: str) -> None:
    problem = fault(SITE + more)
    assert message in problem.message
    assert problem.line == line


@pytest.mark.parametrize(
    "languages", ["[]", '"ar"', "[1]", '["ar", "ar"]', '["xx"]', '["AR"]', '["ar-MA"]', '["../x"]']
)
def test_languages_that_there_are_not_are_refused(languages: str) -> None:
    problem = fault(SITE.replace('["ar", "fr"]', languages))
    assert (problem.line, "`site.languages`" in problem.message) == (3, True)


@pytest.mark.parametrize("title", ['""', '"  "', '{ar = "x"}', '{ar = "x", fr = ""}', "{ar = 1}", "5"])
def test_every_language_needs_a_title(title: str) -> None:
    problem = fault(SITE.replace('"نشرة"', title))
    assert (problem.line, "`site.title`" in problem.message) == (4, True)


@pytest.mark.parametrize("text", ["", "site = 1\n", "[site]\n", "x", "[site"])
def test_a_file_that_says_nothing_is_refused(text: str) -> None:
    assert fault(text).message


def loading(root: Path) -> Problem:
    with pytest.raises(ConfigError) as caught:
        config.load(root)
    return caught.value.problems[0]


def test_a_folder_that_is_no_site_is_told_how_to_become_one(tmp_path: Path) -> None:
    assert "nashra init" in loading(tmp_path).hint
    assert "is not there" in loading(tmp_path / "none").message
    (tmp_path / "nashra.toml").mkdir()
    assert "is a folder" in loading(tmp_path).message


def test_the_file_itself_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "nashra.toml").write_text(SITE, "utf-8")
    assert "name the folder" in loading(tmp_path / "nashra.toml").hint
    assert "is not there" in loading(tmp_path / "nashra.toml" / "x").message
    assert config.load(tmp_path).root == tmp_path.resolve()


def test_a_file_saved_by_windows_is_read(tmp_path: Path) -> None:
    (tmp_path / "nashra.toml").write_bytes(("\ufeff" + SITE.replace("\n", "\r\n")).encode())
    assert config.load(tmp_path).title["ar"] == "نشرة"


def test_a_file_in_an_old_encoding_is_told_so(tmp_path: Path) -> None:
    (tmp_path / "nashra.toml").write_bytes(SITE.encode("windows-1256"))
    assert "UTF-8" in loading(tmp_path).message


def test_an_output_folder_that_leads_out_of_the_site_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "elsewhere").mkdir()
    (root / "site").symlink_to(tmp_path / "elsewhere")
    (root / "nashra.toml").write_text(SITE, "utf-8")
    assert "outside the site's folder" in loading(root).message
