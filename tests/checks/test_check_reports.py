"""The three forms of a report, byte by byte."""

from __future__ import annotations

import json
from pathlib import Path

from nashra.checks.finding import Finding, ordered
from nashra.checks.report import as_annotations, as_json, as_text
from nashra.checks.run import Report

ROOT = Path("/srv/desk/news")
ARTICLE = ROOT / "content/articles/2024/07/18-3f9a1c/ar.md"
FINDINGS = (
    Finding("info", "translations", "there is no version in fr", ARTICLE, None, "`nashra translate` makes one"),
    Finding("warning", "pictures", "the lead picture has no alternative text", ARTICLE, 7, "say what is to be seen"),
    Finding("error", "links", "the link 'مقال.html' leads to nothing on this site", ARTICLE, 12, page="ar/a.html"),
    Finding("error", "feeds", "the file is no well-formed XML: 100% wrong", page="ar/rss.xml"),
    Finding("error", "deploy", "the site takes 1.20 GB; GitHub Pages takes 1 GB"),
)
REPORT = Report(ROOT, ("content", "links"), ordered(FINDINGS, ROOT), 9, 1356)


def test_people_get_the_findings_by_file_and_line_and_their_number() -> None:
    assert "\n".join(as_text(REPORT)) == (
        "content/articles/2024/07/18-3f9a1c/ar.md\n"
        "      7  warning  pictures      the lead picture has no alternative text (say what is to be seen)\n"
        "     12  error    links         the link 'مقال.html' leads to nothing on this site\n"
        "\n"
        "the site\n"
        "      -  error    deploy        the site takes 1.20 GB; GitHub Pages takes 1 GB\n"
        "\n"
        "page ar/rss.xml\n"
        "      -  error    feeds         the file is no well-formed XML: 100% wrong\n"
        "\n"
        "3 errors, 1 warning, 1 note (shown with --notes) in 9 articles, 1,356 pages"
    )


def test_notes_are_shown_on_demand() -> None:
    lines = list(as_text(REPORT, notes=True))
    assert lines[1] == "      -  note     translations  there is no version in fr (`nashra translate` makes one)"
    assert lines[-1] == "3 errors, 1 warning, 1 note in 9 articles, 1,356 pages"


def test_programs_get_one_shape_of_json() -> None:
    found = json.loads(as_json(REPORT))
    assert list(found) == ["version", "checks", "counts", "findings"]
    assert found["version"] == 1
    assert found["checks"] == ["content", "links"]
    assert found["counts"] == {"error": 3, "warning": 1, "info": 1}
    assert found["findings"][2] == {
        "severity": "error",
        "check": "links",
        "message": "the link 'مقال.html' leads to nothing on this site",
        "hint": "",
        "file": "content/articles/2024/07/18-3f9a1c/ar.md",
        "line": 12,
        "page": "ar/a.html",
    }
    assert {tuple(finding) for finding in found["findings"]} == {tuple(found["findings"][2])}


def test_github_gets_the_gravest_findings_first_as_annotations() -> None:
    place = "file=content/articles/2024/07/18-3f9a1c/ar.md,line"
    assert list(as_annotations(REPORT)) == [
        f"::error {place}=12,title=nashra links::the link 'مقال.html' leads to nothing on this site",
        "::error title=nashra deploy::the site takes 1.20 GB; GitHub Pages takes 1 GB",
        "::error title=nashra feeds::ar/rss.xml: the file is no well-formed XML: 100%25 wrong",
        f"::warning {place}=7,title=nashra pictures::the lead picture has no alternative text%0Asay what is to be seen",
        "3 errors, 1 warning, 1 note (shown with --notes) in 9 articles, 1,356 pages",
    ]
    assert any(line.startswith("::notice file=") for line in as_annotations(REPORT, notes=True))


def test_annotations_name_files_as_the_repository_does() -> None:
    lines = list(as_annotations(REPORT, ROOT.parent))
    assert lines[0].startswith("::error file=news/content/articles/")
    elsewhere = list(as_annotations(REPORT, Path("/somewhere/else")))
    assert elsewhere[0].startswith("::error file=content/articles/")


def test_hostile_words_give_no_orders_to_terminals_and_workflows() -> None:
    name = ROOT / "content/a,b:c\n::error::x%41\x1b[2J.md"
    finding = Finding("error", "links", "a\r\n::set-output name=x::y\x1b[31m\u202e%", name, 3, "b\n::stop-commands::z")
    report = Report(ROOT, ("links",), (finding,), 1, 1)
    annotations = list(as_annotations(report))
    assert len(annotations) == 2
    assert annotations[0] == (
        "::error file=content/a%2Cb%3Ac\\n%3A%3Aerror%3A%3Ax%2541\\x1b[2J.md,line=3,title=nashra links::"
        "a\\r\\n::set-output name=x::y\\x1b[31m\\u202e%25%0Ab\\n::stop-commands::z"
    )
    for line in as_text(report):
        assert "\n" not in line
        assert "\x1b" not in line
        assert "\u202e" not in line


def test_the_same_finding_twice_is_one_and_the_order_is_that_of_the_places() -> None:
    twice = ordered([*reversed(FINDINGS), *FINDINGS], ROOT)
    assert twice == ordered(FINDINGS, ROOT)
    assert [finding.line for finding in twice[:3]] == [None, 7, 12]
