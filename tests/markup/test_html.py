from __future__ import annotations

import pytest
from hypothesis import given, settings

from nashra.markup.html import lead, render, words
from support.markdown import documents


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("وصل الوفد إلى باريس.", "<p>وصل الوفد إلى باريس.</p>"),
        ("**مهم،**ثم", "<p><strong>مهم،</strong>ثم</p>"),
        ("# عنوان\n\n## فرعي", "<h2>عنوان</h2>\n<h3>فرعي</h3>"),
        ("## عنوان ##", "<h2>عنوان</h2>"),
        ("##  ", ""),
        ("#المغرب أولا", "<p>#المغرب أولا</p>"),
        ("سطر  \nوسطر", "<p>سطر<br>\nوسطر</p>"),
        ("A & B < C", "<p>A &amp; B &lt; C</p>"),
        ("٢. بند\n٣. بند", '<ol start="2">\n<li>بند</li>\n<li>بند</li>\n</ol>'),
        ("[نص](https://example.org/)", '<p><a href="https://example.org/">نص</a></p>'),
        ("بوقت `git push` ثم", "<p>بوقت <code>git push</code> ثم</p>"),
    ],
)
def test_markdown_becomes_this_html(text: str, html: str) -> None:
    assert render(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "نص <img src=x onerror=alert(1)> نص",
        "[نص](javascript:alert(1))",
        "[نص](JaVaScRiPt:alert(1))",
        "[نص](data:text/html;base64,PHNjcmlwdD4=)",
        "<iframe src='https://example.org'></iframe>",
        '<p style="position:fixed">نص</p>',
        "<svg><script>alert(1)</script></svg>",
        "<form action='//x'><input></form>",
        "<style>p{direction:ltr}</style>",
        '![x](x"onerror="alert(1))',
        "<a href='https://example.org' onclick='x()'>نص</a>",
        "<div id='main' class='entity'>نص</div>",
    ],
)
def test_hostile_markup_loses_its_teeth(text: str) -> None:
    html = render(text).lower()
    for tooth in (
        "<script",
        'onerror="',
        "onclick=",
        "javascript:",
        "data:",
        "<iframe",
        "style",
        "<form",
        "id=",
        "class=",
    ):
        assert tooth not in html


def test_the_words_of_a_nest_of_a_thousand_quotes_are_kept() -> None:
    assert "نص" in render("> " * 5000 + "نص")


def test_relative_pictures_and_links_get_their_address_and_others_keep_theirs() -> None:
    html = render(
        "![صورة](photo.jpg) [ملف](a.pdf) [خارج](https://example.org/) [هنا](#x)", resolve=lambda name: f"/m/{name}"
    )
    assert 'src="/m/photo.jpg"' in html
    assert 'href="/m/a.pdf"' in html
    assert 'href="https://example.org/"' in html
    assert 'href="#x"' in html


def test_footnotes_link_there_and_back_with_ids_of_their_own() -> None:
    html = render("نص[^1].\n\n[^1]: هامش **مهم**.", id_prefix="ar-")
    assert 'href="#ar-fn:1"' in html
    assert 'id="ar-fn:1"' in html
    assert 'id="ar-fnref:1"' in html
    assert "<strong>مهم</strong>" in html


@settings(max_examples=150)
@given(documents)
def test_block_by_block_gives_what_the_whole_document_gives(text: str) -> None:
    """A link definition at the end makes `render` convert the document as a whole; the HTML must be the same."""
    assert squeeze(render(text)) == squeeze(render(text + "\n[unused-label]: https://example.org/\n"))


def squeeze(html: str) -> str:
    return "".join(html.split())


def test_the_lead_is_the_first_paragraph_without_signs() -> None:
    assert lead("## عنوان\n\n![صورة](p.jpg)\n\nوصل **الوفد** إلى [باريس](https://example.org).\n\nثان") == (
        "وصل الوفد إلى باريس."
    )
    assert lead("## عنوان\n") == ""


def test_words_are_counted_without_code_and_addresses_of_links() -> None:
    assert words("وصل الوفد إلى [باريس](https://example.org/a).\n\n```\nx y z\n```\n\n- بند أول\n") == 6
