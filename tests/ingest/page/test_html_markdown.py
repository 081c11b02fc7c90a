"""HTML -> Markdown: what the page shows is what our renderer shows."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from nashra.ingest.page.html_markdown import MarkdownWriter
from nashra.ingest.page.page_shown import picture_address, remove_silent
from nashra.ingest.page.page_tree import parse_page, settle
from nashra.ingest.page.web_address import link
from nashra.markup.html import render

BASE = "https://news.example/2024/page"


def markdown(html: str) -> str:
    root: HtmlElement = parse_page(f"<html><body><div>{html}</div></body></html>")
    remove_silent(root)
    settle(root)
    return MarkdownWriter(lambda address: link(address, BASE), picture_address).write(root)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p><strong>مهم،</strong>ثم قال</p>", "**مهم،**ثم قال"),
        ("<p>قال <b> الوزير </b>: نعم</p>", "قال **الوزير** : نعم"),
        ("<p><b>أ</b><b>ب</b> ج</p>", "**أب** ج"),
        ("<p><b>أ</b> <b>ب</b></p>", "**أ ب**"),
        ("<p><i>a</i><b>b</b></p>", "*a*b"),
        ("<p>a <b>b <i>c</i></b></p>", "a **b *c***"),
        ("<p><b>،</b> نعم</p>", "، نعم"),
        ("<p>2 * 3 * 4 و snake_case و *نجمة*</p>", "2 * 3 * 4 و snake_case و \\*نجمة\\*"),
        ("<p># رقم</p>", "\\# رقم"),
        ("<p>1. أولا</p>", "1\\. أولا"),
        ("<p>a &lt;b&gt; c &amp;amp;</p>", "a &lt;b> c &amp;amp;"),
        ('<p><a href="/a?utm_source=x&amp;id=1">رابط</a></p>', "[رابط](https://news.example/a?id=1)"),
        ('<p><a href="/a_(b)">x</a></p>', "[x](https://news.example/a_%28b%29)"),
        ('<p><a href="#n">x</a> <a href="data:x">y</a></p>', "x y"),
        ('<p><a href="mailto:a@b.example">كتابة</a></p>', "[كتابة](mailto:a@b.example)"),
        ('<p><a href="/a"><b>كل</b> شيء</a></p>', "[**كل** شيء](https://news.example/a)"),
        ("<ul><li>أ<ol><li>ب</li></ol></li><li>ج</li></ul>", "- أ\n    1. ب\n- ج"),
        ("<ul><li>أ</li><ul><li>ب</li></ul><li>ج</li></ul>", "- أ\n    - ب\n- ج"),
        ("<blockquote><p>أ</p><p>ب</p></blockquote>", "> أ\n>\n> ب"),
        ("<p>أ<br>ب</p>", "أ  \nب"),
        ("<div>أ<br><br>ب<p>ج</p>د</div>", "أ\n\nب\n\nج\n\nد"),
        ("<h2>عنوان <b>فرعي</b> #</h2>", "## عنوان فرعي \\#"),
        ("<table><tr><td>أ</td><td>ب|ج</td></tr><tr><td>1</td></tr></table>", "| أ | ب\\|ج |\n| --- | --- |\n| 1 |  |"),
        ("<table><tr><td><p>فقرة</p></td></tr></table>", "فقرة"),
        ('<img src="https://a.example/p.jpg" alt="صورة [1]">', "![صورة \\[1\\]](https://a.example/p.jpg)"),
        ('<p>قال "نعم" و«لا» و“ربما”</p>', 'قال "نعم" و«لا» و“ربما”'),
        ("<pre>a\n  b</pre>", "```\na\n  b\n```"),
        ("<hr>", "* * *"),
        ("<p>م<sup><a href='#f1'>1</a></sup></p>", "م[1]"),
        ("<p>10<sup>3</sup> م<sup>2</sup> و1<sup>er</sup> وCO<sub>2</sub></p>", "10³ م² و1er وCO2"),
        ('<iframe src="//player.vimeo.com/video/12345"></iframe>', "[vimeo.com](https://vimeo.com/12345)"),
    ],
)  # fmt: skip
def test_html_becomes_the_markdown_that_shows_it(html: str, expected: str) -> None:
    assert markdown(html) == expected


def test_emphasis_beside_arabic_letters_and_signs_comes_out_bold() -> None:
    html = render(markdown("<p><b>مهم،</b>ثم <b>«نعم»</b>،و<b>لا</b>شيء</p>"))
    assert html == "<p><strong>مهم،</strong>ثم <strong>«نعم»</strong>،و<strong>لا</strong>شيء</p>"


def test_a_caption_becomes_the_title_of_its_picture_whatever_quotes_it_has() -> None:
    text = markdown('<figure><img src="https://a.example/p.jpg"><figcaption>قال "نعم" \\ و\'لا\'</figcaption></figure>')
    assert "title=\"قال &quot;نعم&quot; \\ و'لا'\"" in render(text)
