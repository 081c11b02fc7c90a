"""What only goes wrong once the site is on GitHub Pages, or unpacked elsewhere."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from nashra.checks import deploy
from nashra.checks.file_names import collisions, name_problem
from nashra.checks.finding import Finding
from support.faults import URL, built, clean_site, findings

FILES = {"index.html": "<p>x", "404.html": "<p>x", ".nojekyll": "", "robots.txt": "User-agent: *\nDisallow:\n"}
REPOSITORY = "GITHUB_REPOSITORY"


def deployed(
    root: Path,
    files: Mapping[str, str | bytes] | None = None,
    *,
    without: str = "",
    url: str = URL,
    environment: Mapping[str, str] | None = None,
) -> list[Finding]:
    """What the check finds of a site with FILES and `files`."""
    every = {name: text for name, text in {**FILES, **(files or {})}.items() if name != without}
    case = built(root, every, url=url)
    case.environment = environment or {}
    return list(deploy.check(case))


def test_a_site_fit_to_be_deployed_has_no_finding(tmp_path: Path) -> None:
    assert deployed(tmp_path) == []
    assert findings(clean_site(tmp_path / "whole"), "deploy") == []


def test_large_files_and_a_large_site_are_found(tmp_path: Path) -> None:
    case = built(tmp_path, FILES)
    for number in range(11):
        path = case.site.top / f"film-{number}.mp4"
        path.touch()
        os.truncate(path, 101 * 1024**2 if number == 0 else 99 * 1024**2)  # a hole: it takes no room
    found = list(deploy.check(built_again(case.site.top, tmp_path)))
    assert [(each.severity, each.page) for each in found[:2]] == [("error", "film-0.mp4"), ("warning", "film-1.mp4")]
    assert "takes no file over 100 MB" in found[0].message
    assert found[-1].severity == "error"
    assert "GitHub Pages takes 1 GB" in found[-1].message


def built_again(top: Path, root: Path):  # type: ignore[no-untyped-def]
    """The case of a folder whose files were changed by hand."""
    from nashra.checks.built_site import BuiltSite
    from nashra.checks.case import Case
    from nashra.model import Content
    from nashra.settings.config import load

    return Case(load(root), Content((), {}, {}, ()), (), BuiltSite(top, URL))


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("ar/سؤال?.html", "'?'"),
        ("ar/a:b.html", "':'"),
        ('ar/"x".html', "'\"'"),
        ("ar/x./index.html", "dot or a blank"),
        ("ar/x /index.html", "dot or a blank"),
        ("ar/CON.html", "device"),
        ("ar/lpt1/index.html", "device"),
        ("ar/" + "ا" * 130 + ".html", "255 bytes"),
        ("/".join(["ab" * 40] * 4), "characters, more than Windows"),
    ],
)
def test_names_that_some_system_cannot_have_are_found(path: str, says: str) -> None:
    assert says in name_problem(path)


@pytest.mark.parametrize("path", ["ar/2024/07/وصول-الوفد.html", "fr/à-l-été.html", ".nojekyll", "ar/console.html"])
def test_names_of_plain_pages_are_fit_for_all_systems(path: str) -> None:
    assert name_problem(path) == ""


def test_names_that_differ_in_capitals_or_accents_signs_only_are_found(tmp_path: Path) -> None:
    decomposed = "fr/e\u0301te\u0301.html"
    assert list(collisions(["fr/A.html", "fr/a.html", decomposed, "fr/été.html", "fr/b.html"])) == [
        ("fr/a.html", "fr/A.html"),
        ("fr/été.html", decomposed),
    ]
    (found,) = deployed(tmp_path, {"fr/A.html": "x", "fr/a.html": "x"})
    assert (found.severity, found.page) == ("warning", "fr/a.html")


@pytest.mark.parametrize(
    ("files", "without", "severity", "says"),
    [
        ({"_next/a.js": ""}, ".nojekyll", "error", "begin with `_`"),
        ({}, "404.html", "warning", "404.html"),
        ({"robots.txt": "User-agent: *\nDisallow: /\n"}, "", "error", "keeps all search engines off"),
        ({"CNAME": "other.ma\n"}, "", "error", "CNAME names the host other.ma"),
    ],
)
def test_special_files_at_fault_are_found(
    files: dict[str, str], without: str, severity: str, says: str, tmp_path: Path
) -> None:
    (found,) = deployed(tmp_path, files, without=without)
    assert found.severity == severity
    assert says in found.message


def test_special_files_as_they_should_be_are_no_finding(tmp_path: Path) -> None:
    robots = "User-agent: BadBot\nDisallow: /\n\nUser-agent: *\nDisallow: /private/\n"
    assert deployed(tmp_path, {"_next/a.js": "", "CNAME": "news.rabat.ma\n", "robots.txt": robots}) == []


@pytest.mark.parametrize(
    ("url", "repository", "severity", "says"),
    [
        ("https://example.org/", "", "error", "a placeholder"),
        ("https://nashra.example/", "", "error", "a placeholder"),
        ("http://localhost:8000/", "", "error", "a placeholder"),
        ("http://news.rabat.ma/", "", "warning", "http://"),
        ("https://desk.github.io/", "desk/bulletin", "error", "elsewhere"),
        ("https://desk.github.io/other/", "desk/bulletin", "error", "elsewhere"),
        ("https://desk.github.io/bulletin/", "fork/bulletin", "error", "elsewhere"),
        ("https://desk.github.io/x/", "desk/desk.github.io", "error", "elsewhere"),
        ("https://news.rabat.ma/x/", "desk/bulletin", "warning", "the path /x/"),
    ],
)
def test_an_address_that_cannot_be_right_is_found_in_the_settings(
    url: str, repository: str, severity: str, says: str, tmp_path: Path
) -> None:
    (found,) = deployed(tmp_path, url=url, environment={REPOSITORY: repository})
    assert (found.severity, found.file(tmp_path), found.line) == (severity, "nashra.toml", 2)
    assert says in found.message


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("https://desk.github.io/bulletin/", "desk/bulletin"),
        ("https://desk.github.io/bulletin/", "Desk/Bulletin"),
        ("https://desk.github.io/", "desk/desk.github.io"),
        ("https://news.rabat.ma/", "desk/bulletin"),
        ("https://news.rabat.ma/bulletin/", "desk/bulletin"),
        ("https://desk.github.io/anything/", ""),
    ],
)
def test_an_address_that_fits_the_repository_is_no_finding(url: str, repository: str, tmp_path: Path) -> None:
    assert deployed(tmp_path, url=url, environment={REPOSITORY: repository}) == []


COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.mark.parametrize(
    ("line", "severity", "says"),
    [
        ("nashra @ git+https://github.com/owner/nashra@main", "warning", "a branch or a tag"),
        ("nashra @ git+https://github.com/owner/nashra", "warning", "a branch or a tag"),
        (f"nashra @ git+https://github.com/owner/nashra@{COMMIT[:7]}", "warning", "a branch or a tag"),
        ("nashra[pictures] @ https://host.example/nashra-0.1.0-py3-none-any.whl", "warning", "without a checksum"),
        ("./gone-0.1.0-py3-none-any.whl", "error", "there is no file gone-0.1.0-py3-none-any.whl"),
        ("./new-0.1.0-py3-none-any.whl", "error", "nashra.sha256 has no checksum of new-0.1.0-py3-none-any.whl"),
        ("./other-0.1.0-py3-none-any.whl", "error", "is not the file whose checksum was noted"),
    ],
)
def test_what_the_workflow_would_install_unseen_or_stop_at_is_found(
    line: str, severity: str, says: str, tmp_path: Path
) -> None:
    for name in ("new", "other"):
        (tmp_path / f"{name}-0.1.0-py3-none-any.whl").write_bytes(b"PK")
    (tmp_path / "nashra.sha256").write_text(f"{'0' * 64}  other-0.1.0-py3-none-any.whl\n", "utf-8")
    (tmp_path / "requirements.txt").write_text(f"# where from\n{line}\n", "utf-8")
    (found,) = deployed(tmp_path)
    assert (found.severity, found.path, found.line) == (severity, tmp_path / "requirements.txt", 2)
    assert says in found.message


def test_what_is_named_by_its_bytes_is_right(tmp_path: Path) -> None:
    (tmp_path / "nashra-0.1.0-py3-none-any.whl").write_bytes(b"PK")
    (tmp_path / "nashra.sha256").write_text(f"{sha256(b'PK').hexdigest()} *nashra-0.1.0-py3-none-any.whl\n", "utf-8")
    lines = (
        "./nashra-0.1.0-py3-none-any.whl",
        f"nashra @ git+https://github.com/owner/nashra@{COMMIT}",
        f"nashra @ git+https://github.com/owner/nashra@{COMMIT}#subdirectory=x",
        f"nashra @ https://host.example/nashra-0.1.0-py3-none-any.whl#sha256={'0' * 64}",
        "# nashra @ git+https://github.com/owner/nashra@main",
        "feedparser==6.0.11",
        "other @ git+https://github.com/owner/other@main",
    )
    (tmp_path / "requirements.txt").write_text("\n".join(lines), "utf-8")
    assert deployed(tmp_path) == []
