from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.extract import Extract
from nashra.ingest.readers.item import local_moment
from nashra.ingest.readers.wordpress_text import Attachment, paragraphs, to_html
from nashra.ingest.readers.xml_items import items, text
from nashra.ingest.readers.xml_tidy import TidyXml
from nashra.kit.errors import ContentError, Problem
from support.imported import FORMATS, OPTIONS, entries

EXPORT = FORMATS / "wordpress.xml"
ZONE = ZoneInfo("Africa/Casablanca")
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n{dtd}<rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>ص</title>'
)
TAIL = "</channel></rss>"
BODY = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور السكان والتلاميذ."


def post(body: str = BODY, *, title: str = "مدرسة", more: str = "") -> str:
    return (
        f"<item><title>{title}</title><content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<wp:post_date>2024-07-18 10:00:00</wp:post_date>{more}</item>"
    )


def read(content: str, dtd: str = "") -> list[Extract]:
    return entries(Path("export.xml"), data=(HEAD.format(dtd=dtd) + content + TAIL).encode())


def bodies(found: list[Extract]) -> list[str]:
    return [entry.imported.draft.body for entry in found if entry.imported is not None]


def test_pages_are_imported_only_when_asked() -> None:
    titles = [entry.imported.draft.title for entry in entries(EXPORT) if entry.imported]
    with_pages = [
        entry.imported.draft.title for entry in entries(EXPORT, replace(OPTIONS, pages=True)) if entry.imported
    ]
    assert set(with_pages) - set(titles) == {"من نحن"}


@pytest.mark.parametrize(
    ("local", "gmt", "expected"),
    [
        ("2024-07-18 10:00:00", "2024-07-18 09:00:00", "2024-07-18T10:00:00+01:00"),
        ("2024-07-18 10:00:00", "2024-07-18 06:00:00", "2024-07-18T10:00:00+04:00"),
        ("2024-07-18 10:00:00", "2024-07-18 15:30:00", "2024-07-18T10:00:00-05:30"),
        ("2024-07-18 10:00:00", "0000-00-00 00:00:00", "2024-07-18T10:00:00+01:00"),
        ("", "2024-07-18 09:00:00", "2024-07-18T10:00:00+01:00"),
        ("2024-07-18 10:00:00", "2020-01-01 00:00:00", "2024-07-18T10:00:00+01:00"),
        ("2024-07-18T10:00:00+03:00", "", "2024-07-18T10:00:00+03:00"),
    ],
)
def test_a_date_keeps_the_zone_of_its_site(local: str, gmt: str, expected: str) -> None:
    found = local_moment(local, gmt, ZONE)
    assert found is not None and found[0].isoformat() == expected and found[1]


def test_a_date_that_is_none_is_none() -> None:
    assert local_moment("0000-00-00 00:00:00", "0000-00-00 00:00:00", ZONE) is None
    moment = local_moment("2024-07-18 00:00:00", "", ZONE)
    assert moment is not None and not moment[1] and moment[0].utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("typed", "html"),
    [
        ("فقرة أولى.\n\nفقرة ثانية.", "<p>فقرة أولى.</p>\n<p>فقرة ثانية.</p>\n"),
        ("سطر\nسطر آخر", "<p>سطر<br>\nسطر آخر</p>\n"),
        ("قبل\n<h2>عنوان</h2>\nبعد", "<p>قبل</p>\n<h2>عنوان</h2><p>بعد</p>\n"),
        ("<blockquote>أ\n\nب</blockquote>", "<blockquote><p>أ</p>\n<p>ب</p>\n</blockquote>"),
        ("<ul>\n<li>أ</li>\n</ul>", "<ul>\n<li>أ</li>\n</ul>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<p>أ\nب</p>", "<p>أ<br>ب</p>"),
    ],
)
def test_blank_lines_of_the_classic_editor_part_paragraphs(typed: str, html: str) -> None:
    assert paragraphs(typed) == html


def test_long_texts_with_many_open_tags_take_linear_time() -> None:
    assert len(paragraphs("<div>" * 50_000 + "x")) > 250_000
    assert len(paragraphs("</li>\n\n" * 50_000)) > 250_000


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("نص [sic] آخر [1]", "نص [sic] آخر [1]"),
        ("[[gallery]]", "[gallery]"),
        ("[su_box title='x']كلمات[/su_box]", "كلمات"),
        ('[contact-form-7 id="12"]', ""),
        ('[gallery ids="1"]', '<figure><img src="https://x.example/a.jpg" alt=""><figcaption>ت</figcaption></figure>'),
        (
            "[video mp4='https://x.example/v.mp4'][/video]",
            '<p><a href="https://x.example/v.mp4">https://x.example/v.mp4</a></p>',
        ),
    ],
)
def test_shortcodes_become_what_they_show(typed: str, expected: str) -> None:
    html, _ = to_html(f"<!-- wp:html -->{typed}", lambda ids: [Attachment("https://x.example/a.jpg", "", "ت")])
    assert html.strip() == expected


def test_an_unknown_shortcode_is_reported_once() -> None:
    _, remarks = to_html("[box a=1]x[/box] [box a=2]y[/box]", lambda ids: [])
    assert len(remarks) == 1 and "[box]" in remarks[0]


def test_a_bomb_is_refused_and_nothing_is_expanded() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    found = read(post(title="&e11;"), f'<!DOCTYPE rss [<!ENTITY e0 "لول">{levels}]>\n')
    assert [problem.message for entry in found for problem in entry.problems] == [
        "the XML declares entities of its own"
    ]


def test_an_external_entity_is_refused_and_its_file_never_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    for dtd in (
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>',
        f'<!DOCTYPE rss [<!ENTITY % x SYSTEM "file://{tmp_path}/secret"> %x;]>',
    ):
        found = read(post(title="&x;"), dtd)
        assert found and not bodies(found) and "SECRET" not in repr(found)


def test_a_document_type_elsewhere_is_not_fetched_and_does_no_harm() -> None:
    found = read(post(), '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://127.0.0.1:9/rss.dtd">')
    assert bodies(found) == [BODY]


def test_references_that_only_html_knows_and_lone_signs_do_no_harm() -> None:
    found = read(post(title="أ&nbsp;ب & ج &eacute; &unknown;") + post("&lt;p&gt; ثاني " + BODY, title="&lt;ب&gt; 2"))
    assert [entry.imported.draft.title for entry in found if entry.imported] == ["أ ب & ج é &unknown;", "2"]
    assert not any(entry.problems for entry in found)


def test_control_characters_are_left_out() -> None:
    assert bodies(read(post(BODY + "\x0b\x00\x1f"))) == [BODY]


def test_what_is_cut_off_is_reported_with_its_line_and_the_rest_is_kept() -> None:
    whole = HEAD.format(dtd="") + post() + "\n\n" + post(title="ثانية")
    found = entries(Path("export.xml"), data=whole.encode()[:-60])
    assert len(bodies(found)) == 1
    (problem,) = [problem for entry in found for problem in entry.problems]
    assert "damaged" in problem.message and problem.line and problem.line >= 4


def test_damage_costs_the_article_it_lies_in_and_no_other() -> None:
    items_ = [
        post(),
        post(more="<b>", title="مكسور"),
        "",
        post(title="ثالثة"),
        post("&lt;" + BODY, title="&lt;رابعة"),
        "",
    ]
    found = read("\n".join(items_))
    assert [entry.imported.draft.title for entry in found if entry.imported] == ["مدرسة", "ثالثة", "<رابعة"]
    assert min(problem.line or 0 for entry in found for problem in entry.problems) == 3


def test_an_empty_export_is_refused() -> None:
    assert [problem.message for entry in read("") for problem in entry.problems] == [
        "there are no posts in this export"
    ]


@pytest.mark.parametrize("size", [1, 7, 49, 1000])
def test_tidy_xml_is_the_same_in_chunks_of_every_size(size: int) -> None:
    class Slow(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            return super().read(size)

    raw = ("a &nbsp; b & c &amp;&lt; <![CDATA[ & &nbsp; ]]]]> &#8217; &#xE9; " * 40 + "&eacute").encode()
    tidy = b"a &#160; b &#38; c &#38;&#60; <![CDATA[ & &nbsp; ]]]]> &#8217; &#xE9; " * 40 + b"&#38;eacute"
    stream, parts = TidyXml(Slow(raw)), []
    while part := stream.read(5):
        parts.append(part)
    assert b"".join(parts) == tidy


def test_a_large_export_is_read_in_little_memory() -> None:
    import tracemalloc

    class Endless(io.RawIOBase):
        """60 MB that are never all in memory."""

        def __init__(self) -> None:
            self.seek(0)

        def seek(self, offset: int, whence: int = 0) -> int:
            self.left, self.start = 6000, True
            return 0

        def read(self, size: int = -1) -> bytes:
            if self.start:
                self.start = False
                return HEAD.format(dtd="").encode()
            self.left -= 1
            return post("x" * 10_000).encode() if self.left >= 0 else TAIL.encode() if self.left == -1 else b""

    tracemalloc.start()
    number, damaged = 0, 0
    for element in items(Endless(), ["item"]):  # type: ignore[arg-type]
        if isinstance(element, Problem):
            damaged += 1
        else:
            number += bool(text(element))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert number == 6000 and not damaged and peak < 20_000_000


def test_the_declared_language_of_a_text_too_short_to_tell_is_used() -> None:
    found = read("<language>fr-FR</language>" + post("Photo du jour, Rabat.", title="Rabat"))
    assert [entry.imported.draft.lang for entry in found if entry.imported] == ["fr"]


def test_a_language_that_the_site_lacks_is_refused_with_its_line() -> None:
    text_ = "Der Minister hat die Schule eröffnet, und die Kinder sind mit dem Bus in das Dorf gekommen."
    (entry,) = read("\n\n" + post(text_, title="Die Schule"))
    assert entry.problems[0].line == 4 and "'de'" in entry.problems[0].message
    assert isinstance(ContentError.of(entry.problems), ContentError)
