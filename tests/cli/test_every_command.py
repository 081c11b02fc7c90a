"""The command line as a newcomer, and as somebody who gets everything wrong: a message, an exit code, no traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import feedparser
import pytest

from support.commands import SOURCE, article_text, nashra, write_site

PASTE = """\
افتتاح معرض الكتاب بالرباط <script>alert(1)</script>
سارة العلمي 5 غشت 2024

افتتحت وزارة الثقافة معرض الكتاب بالرباط، بمشاركة ناشرين من عشرين بلدا، وسط إقبال كبير من القراء والطلبة.

وقال المنظمون إن المعرض سيستمر عشرة أيام، وإن الدخول إليه مجاني للطلبة والتلاميذ طيلة هذه المدة.
"""
OFF = {"ARGOS_PACKAGES_DIR": "/nonexistent/packages"}
COMMANDS = ("init", "import", "translate", "build", "serve", "status", "models")


def fails(code: int, *args: str | Path, cwd: Path, stdin: bytes | None = None) -> str:
    """What `nashra ARGS` says on standard error; it must end with `code`."""
    done = nashra(*args, cwd=cwd, env=OFF, stdin=stdin)
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stderr.strip()
    return done.stderr


def test_the_help_lists_every_command_in_a_whole_sentence(tmp_path: Path) -> None:
    text = nashra("--help", cwd=tmp_path).stdout
    for command in COMMANDS:
        (line,) = [line for line in text.splitlines() if line.startswith(f"  {command} ")]
        assert line.endswith(".")
        assert not line.endswith("...")


@pytest.mark.parametrize("command", [*COMMANDS, "models install", "models list", "models remove"])
def test_every_command_explains_itself(tmp_path: Path, command: str) -> None:
    done = nashra(*command.split(), "--help", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: ")


def test_the_help_loads_nothing_heavy() -> None:
    heavy = {
        "babel",
        "yaml",
        "jinja2",
        "markdown",
        "ctranslate2",
        "sentencepiece",
        "feedgen",
        "slugify",
        "nh3",
        "numpy",
    }
    code = f"""
import sys
from nashra.cli import cli
cli.main(["--help"], standalone_mode=False)
print(sorted({heavy!r} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=SOURCE)
    assert done.stderr.strip() == "[]"


def test_a_newcomer_gets_from_an_empty_folder_to_a_site(tmp_path: Path) -> None:
    (tmp_path / "paste.txt").write_text(PASTE, "utf-8")
    done = nashra("init", "نشرتي", "--yes", cwd=tmp_path)
    assert done.returncode == 0
    assert "nashra -C 'نشرتي' build" in done.stdout or "nashra -C نشرتي build" in done.stdout
    site = tmp_path / "نشرتي"
    assert "manual" in nashra("status", cwd=site).stdout
    assert "nashra import FILE" in nashra("status", cwd=write_site(tmp_path / "empty", {})).stdout
    assert nashra("-C", site, "build", cwd=tmp_path).returncode == 0
    assert nashra("-C", site, "import", "paste.txt", cwd=tmp_path).returncode == 0
    assert "nothing changed" in nashra("import", "../paste.txt", cwd=site).stdout
    built = nashra("build", "-C", site, cwd=tmp_path)
    assert built.returncode == 0
    assert "built 2 articles" in built.stdout
    assert f"nashra -C {site} serve" in built.stdout or f"nashra -C '{site}' serve" in built.stdout
    assert "models install" in fails(1, "translate", cwd=site)
    (row,) = [row for row in json.loads(nashra("status", "--json", cwd=site).stdout) if "معرض" in row["title"]]
    assert [version["condition"] for version in row["versions"]] == ["original", "missing", "missing"]


def test_a_script_in_a_pasted_title_is_shown_and_never_run(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    assert nashra("import", "-", cwd=site, stdin=PASTE.encode()).returncode == 0
    assert nashra("build", cwd=site).returncode == 0
    pages = [path.read_text("utf-8") for path in (site / "site").rglob("*.html")]
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in page for page in pages)
    assert not any("<script>alert" in page for page in pages)
    feed = feedparser.parse((site / "site" / "ar" / "rss.xml").read_bytes())
    assert not feed.bozo
    assert "<script>alert(1)</script>" in feed.entries[0].title


def test_a_script_in_a_title_by_hand_is_shown_and_never_run(tmp_path: Path) -> None:
    title = "'</title><script>alert(1)</script> ]]> & \"<b>\"'"
    site = write_site(tmp_path, {"content/articles/2024/07/18-aaaaaa/ar.md": article_text(title, "نص المقال.")})
    assert nashra("build", cwd=site).returncode == 0
    assert not any("<script>alert" in path.read_text("utf-8") for path in (site / "site").rglob("*.html"))
    assert not feedparser.parse((site / "site" / "ar" / "rss.xml").read_bytes()).bozo


@pytest.mark.parametrize("command", ["build", "status", "translate", "serve", "import x.txt"])
def test_outside_a_site_every_command_says_how_to_make_one(tmp_path: Path, command: str) -> None:
    assert "nashra init DIR" in fails(2, *command.split(), cwd=tmp_path)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ("bogus", "bogus"),
        ("build --bogus", "--bogus"),
        ("build extra", "extra"),
        ("import", "FILE"),
        ("init", "DIR"),
        ("-C none build", "is not there"),
        ("-C nashra.toml build", "is a file"),
        ("build -C content", "no nashra.toml"),
        ("import --lang xx x.txt", "it has ar, fr, en"),
        ("import --date 2024-13-45 x.txt", "--date"),
        ("import --source-url javascript:1 x.txt", "--source-url"),
        ("import --topic ../x x.txt", "--topic"),
        ("translate --to xx", "--to"),
        ("translate --to ,", "--to"),
        ("serve --port 99999", "--port"),
        ("init new --yes --languages xx", "no language 'xx'"),
        ("init new --yes --url ftp://example.org", "not an address"),
        ("init . --yes", "is a site already"),
        ("init content/new --yes", "lies in the site"),
        ("init nashra.toml --yes", "is a file"),
    ],
)
def test_a_wrong_command_is_refused_and_says_why(tmp_path: Path, args: str, said: str) -> None:
    site = write_site(tmp_path, {"content/topics.yaml": ""})
    assert said in fails(2, *args.split(), cwd=site)
    assert not (site / "new").exists()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("none.txt", None, "cannot be read"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text"),
        ("noise.bin", bytes(range(256)) * 8, "not text"),
    ],
)
def test_a_file_that_cannot_be_imported_is_named_and_the_others_are_imported(
    tmp_path: Path, name: str, data: bytes | None, said: str
) -> None:
    site = write_site(tmp_path, {"good.txt": PASTE})
    if data is not None:
        (site / name).write_bytes(data)
    done = nashra("import", name, "good.txt", cwd=site)
    assert done.returncode == 1
    assert name in done.stderr
    assert said in done.stderr
    assert "1 of 2 files" in done.stderr
    assert len(list((site / "content").rglob("ar.md"))) == 1


def test_a_huge_file_is_not_imported(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    with (site / "huge.txt").open("wb") as stream:
        stream.truncate(20 * 1024 * 1024)
    assert "huge.txt: the file is larger than" in fails(1, "import", ".", cwd=site)
    assert "larger than" in fails(1, "import", "huge.txt", cwd=site)
    assert not (site / "content").exists()


def test_a_file_in_windows_1256_is_imported_as_arabic(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    (site / "old.txt").write_bytes(PASTE.replace("\n", "\r\n").encode("windows-1256"))
    assert nashra("import", "old.txt", cwd=site).returncode == 0
    (original,) = (site / "content").rglob("ar.md")
    assert "افتتحت وزارة الثقافة معرض الكتاب بالرباط، بمشاركة" in original.read_text("utf-8")


def test_the_same_text_is_imported_once_whatever_its_encoding_and_line_ends(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"a.txt": PASTE, "b.txt": PASTE.replace("\n", "\r\n")})
    (site / "c.txt").write_bytes(PASTE.encode("windows-1256"))
    done = nashra("import", "a.txt", "a.txt", "b.txt", "c.txt", cwd=site)
    assert done.returncode == 0
    assert done.stdout.count("nothing changed") == 2
    (original,) = (site / "content").rglob("ar.md")
    before = original.read_bytes()
    assert nashra("import", "a.txt", cwd=site).returncode == 0
    assert original.read_bytes() == before
    assert len(list((site / "content").rglob("*.md"))) == 1


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"a.txt": PASTE})
    done = nashra("import", "--dry-run", "a.txt", cwd=site)
    assert done.returncode == 0
    assert "افتتحت وزارة الثقافة" in done.stdout
    assert sorted(path.name for path in site.iterdir()) == ["a.txt", "nashra.toml"]


def test_options_override_what_the_paste_says_and_are_read_back(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"a.txt": PASTE})
    options = ["--title", 'x: "y" #z', "--author", "A: B", "--date", "2024-01-02", "--source", "S #1"]
    options += ["--source-url", "https://x.example/?a=1&b=#c", "--topic", "sport", "--topic", "رياضة"]
    assert nashra("import", "a.txt", *options, cwd=site).returncode == 0
    (row,) = json.loads(nashra("status", "--json", cwd=site).stdout)
    assert row["title"] == 'x: "y" #z'
    assert row["article"].startswith("2024/01/02-")
    assert nashra("build", cwd=site).returncode == 0


def test_a_pipe_that_cannot_show_arabic_gets_numbers_and_no_error(tmp_path: Path) -> None:
    files = {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("عنوان", "نص.")}
    done = nashra("status", cwd=write_site(tmp_path, files), env={"PYTHONIOENCODING": "cp1252"})
    assert done.returncode == 0
    assert "\\u0639" in done.stdout


FAULTS = {
    "content/articles/2024/07/01-000001/ar.md": "",
    "content/articles/2024/07/01-000002/ar.md": "---\ntitle: [\n---\nنص\n",
    "content/articles/2024/07/01-000003/ar.md": "---\ntitle: بلا تاريخ\n---\nنص\n",
    "content/articles/2024/07/01-000004/xx.md": article_text("x", "y"),
    "content/articles/2024/07/01-000005/ar.md": article_text("x", "y", date="2024-13-45"),
    "content/articles/2024/07/01-000006/ar.md": article_text("x", "y", more="source: {name: x, url: 'javascript:1'}\n"),
    "content/articles/2024/07/01-000007/ar.md": article_text("x", "y", more="x: " + "[" * 9000 + "\n"),
    "content/articles/2024/07/01-000008/ar.md": article_text("x", "y", more="slug: ../../../x\n"),
    "content/articles/2024/07/ar.md": article_text("x", "y", lang="xx"),
    "content/topics.yaml": "a: [\n",
    "content/pages/about.ar.md": "x",
    "content/entities/places.yaml": "\t- x\n",
}


def test_all_faults_are_listed_with_their_files_and_the_rest_is_built(tmp_path: Path) -> None:
    good = {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("خبر صحيح", "نص المقال.")}
    site = write_site(tmp_path, {**FAULTS, **good})
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    named = [line.removeprefix("problem: ") for line in done.stderr.splitlines() if line.startswith("problem: ")]
    for path in FAULTS:
        place = path.removesuffix("/xx.md") if path.endswith("xx.md") else path
        assert any(line.startswith(place) for line in named), path
    assert "built 1 article" in done.stdout
    assert len(list((site / "site" / "ar" / "2024" / "07").glob("*.html"))) == 1
    status = nashra("status", cwd=site)
    assert status.returncode == 1
    assert "خبر صحيح" in status.stdout


def test_an_article_whose_address_is_taken_is_named(tmp_path: Path) -> None:
    files = {
        f"content/articles/2024/07/{name}/ar.md": article_text("خبر", "نص المقال.", more=f"slug: {slug}\n")
        for name, slug in [("01-00000a", "khabar"), ("02-00000b", "Khabar")]
    }
    done = nashra("build", cwd=write_site(tmp_path, files))
    assert done.returncode == 1
    assert "slug" in done.stderr
    assert "built 1 article" in done.stdout


def test_a_name_of_a_file_that_is_no_text_does_not_break_the_report(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("خبر", "نص.")})
    try:
        Path(str(site / "content/articles/2024/07/18-aaaaaa/\udcff\x1b[31m.md")).write_text("x")
    except OSError:
        pytest.skip("this file system takes no such name")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    assert "\\udcff\\x1b[31m.md" in done.stderr
    assert "built 1 article" in done.stdout


def test_an_output_that_is_somebody_else_s_is_left_alone(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"site/thesis.doc": "years of work"})
    assert "did not write" in fails(2, "build", cwd=site)
    assert (site / "site" / "thesis.doc").read_text() == "years of work"
    (site / "site" / "thesis.doc").unlink()
    (site / "site").rmdir()
    (site / "site").write_text("a file")
    assert "a file" in fails(2, "build", cwd=site)


def test_a_wrong_content_folder_does_not_empty_the_site(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("خبر", "نص.")})
    assert nashra("build", cwd=site).returncode == 0
    pages = sorted(path for path in (site / "site").rglob("*.html"))
    toml = site / "nashra.toml"
    toml.write_text(toml.read_text("utf-8") + '[paths]\ncontent = "contnet"\n', "utf-8")
    assert "paths.content" in fails(1, "build", cwd=site)
    assert sorted(path for path in (site / "site").rglob("*.html")) == pages


def test_an_unknown_article_or_package_is_named(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("خبر", "نص.")})
    assert "no article 'bbbbbb'" in fails(1, "translate", "bbbbbb", cwd=site)
    assert "no package" in fails(1, "models", "remove", "xx_yy-1.0", cwd=site)
    for name in (
        "aaaaaa",
        "18-aaaaaa",
        "content/articles/2024/07/18-aaaaaa/",
        "content/articles/2024/07/18-aaaaaa/ar.md",
    ):
        done = nashra("translate", name, "--to", "en,en", "--dry-run", cwd=site, env=OFF)
        assert (done.returncode, "ar to en: 1 article left without" in done.stderr) == (1, True)
