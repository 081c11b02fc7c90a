from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.formats import format_of
from nashra.kit.errors import ContentError
from support.imported import read

ZONE = ZoneInfo("Africa/Casablanca")
PATH = Path("in/paste.txt")
ARTICLE = "مدرسة جديدة في القرية\n\n18 يوليوز 2024\n\nافتتح الوزير صباح اليوم مدرسة جديدة في القرية.\n"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<!DOCTYPE html>\n<html><body>x", "an HTML page"),
        ("\n<html lang=ar>", "an HTML page"),
        ("<div class='x'><p>نص</p></div>", "an HTML page"),
        ("نص <p>فقرة</p> <p>أخرى</p> <a href='x'>رابط</a> <br>", "an HTML page"),
        ('<?xml version="1.0"?>\n<rss version="2.0">', "a feed"),
        ('<?xml version="1.0"?>\n<!-- x -->\n<rss xmlns:wp="http://wordpress.org/export/1.2/">', "a WordPress export"),
        ('<!DOCTYPE rdf:RDF [<!ENTITY a "b">]>\n<rdf:RDF xmlns="http://purl.org/rss/1.0/">', "a feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">', "a feed"),
        ("From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\n", "a web page saved as MHTML"),
        ('{"title": "x"}', "JSON"),
        ('[{"id": 1}]', "JSON"),
        ("---\ntitle: x\n---\nنص", "Markdown with front matter"),
        ("+++\ntitle = 'x'\n+++\n", "Markdown with front matter"),
        ("Title: x\nDate: 2024-07-18\n\nنص", "Markdown with front matter"),
        (ARTICLE, "pasted text"),
        ("خبر <script>alert(1)</script> عاجل\nنص", "pasted text"),
        ("--- نص ---", "pasted text"),
        ("[x] نص {y}", "pasted text"),
        ("Title: a word\nThen a text.", "pasted text"),
    ],
)
def test_a_format_is_recognised_by_its_content(text: str, name: str) -> None:
    assert format_of(text).name == name


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"---\ntitle: x\n---\n", "no text"),
        (b"---\ntitle: [x\n---\n", "YAML"),
        (b"+++\ntitle = x\n+++\n", "TOML"),
        (b"<rss></rss>", "no articles in this feed"),
        (b'{"a": 1}', "not that of WordPress posts"),
        (b'{"code": "rest_forbidden", "message": "Sorry"}', "answered with an error: Sorry"),
        (b'[{"title": 1, "content": 2}]', "no title"),
        (b'{"title": "x", ', "JSON is damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, reason: str) -> None:
    with pytest.raises(ContentError) as error:
        read(data, PATH, lang="ar", timezone=ZONE)
    problem = error.value.problems[0]
    assert reason in problem.message and problem.path == PATH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1256", "iso-8859-6"])
def test_the_article_is_the_same_in_every_encoding(encoding: str) -> None:
    imported = read(ARTICLE.encode(encoding), PATH, lang="ar", timezone=ZONE)
    expected = read(ARTICLE.encode(), PATH, lang="ar", timezone=ZONE)
    assert imported.draft == expected.draft
    assert imported.encoding == {"utf-8-sig": "utf-8", "utf-16": "utf-16-le"}.get(encoding, encoding)


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"%PDF-1.4", "عنوان فقط".encode()])
def test_every_refusal_names_the_file(data: bytes) -> None:
    with pytest.raises(ContentError) as error:
        read(data, PATH, lang="ar", timezone=ZONE)
    assert [problem.path for problem in error.value.problems] == [PATH]


def test_no_mutilated_fixture_ends_in_anything_but_an_article_or_a_refusal() -> None:
    outcomes = set()
    for path in sorted((Path(__file__).parent / "fixtures").glob("*.txt")):
        data = path.read_bytes()
        third = len(data) // 3
        pieces = [data[:third], data[third : 2 * third], data[2 * third :]]
        broken = [data[:at] for at in range(0, len(data), 97)]
        broken += [
            data * 2,
            data[::-1],
            b"".join(reversed(pieces)),
            data.replace(b" ", b"\0"),
            data.replace(b"\n", b""),
        ]
        broken += [data.decode().encode("utf-16-le"), data.decode().encode("windows-1256", "replace")]
        for each in broken:
            try:
                imported = read(each, path, lang=path.name[:2], timezone=ZONE)
            except ContentError as error:
                assert error.problems[0].path == path
                outcomes.add("refused")
            else:
                assert imported.draft.title and imported.draft.body
                outcomes.add("imported")
    assert outcomes == {"refused", "imported"}
