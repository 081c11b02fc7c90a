"""The HTML in feeds: golden pairs of what a page has and what a feed reader gets."""

from __future__ import annotations

import pytest

from nashra.render.feeds.item_content import feed_html

SITE = "https://e.example/nashra/"
PAGE = "ar/2024/07/وصول.html"
HERE = SITE + "ar/2024/07/%D9%88%D8%B5%D9%88%D9%84.html"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>نص بلا روابط</p>", "<p>نص بلا روابط</p>"),
        (
            '<a class="entity" href="../../../ar/entities/rabat.html">الرباط</a>',
            f'<a href="{SITE}ar/entities/rabat.html">الرباط</a>',
        ),
        ('<a href="other.html#x">ر</a>', f'<a href="{SITE}ar/2024/07/other.html#x">ر</a>'),
        ('<a href="/عن">ر</a>', '<a href="https://e.example/عن">ر</a>'),
        ('<a href="../../../../up.html">ر</a>', '<a href="https://e.example/up.html">ر</a>'),
        ('<a href="//cdn.example/a">ر</a>', '<a href="https://cdn.example/a">ر</a>'),
        ('<a href="https://x.example/?a=1&amp;b=2">ر</a>', '<a href="https://x.example/?a=1&amp;b=2">ر</a>'),
        ('<a href="mailto:a@x.example">ر</a>', '<a href="mailto:a@x.example">ر</a>'),
        ('<a href="//[">ر</a>', '<a href="//[">ر</a>'),
        (
            '<blockquote cite="a.html"><p>ق</p></blockquote>',
            f'<blockquote cite="{SITE}ar/2024/07/a.html"><p>ق</p></blockquote>',
        ),
        # pictures: what browsers need to load them late or in other sizes is of no use
        (
            '<img src="../../../media/1/a.jpg" alt="أ > ب" width="3" height="2" loading="lazy" srcset="a 2x" data-x="1">',
            f'<img src="{SITE}media/1/a.jpg" alt="أ > ب" width="3" height="2">',
        ),
        # footnotes: the mark leads to the note on the page, and the way back is gone
        (
            '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" role="doc-noteref">1</a></sup>',
            f'<sup><a href="{HERE}#fn:1">1</a></sup>',
        ),
        (
            '<li id="fn:1"><p>عن وكالة.\u00a0<a class="footnote-backref" href="#fnref:1" role="doc-backlink" title="↩ 1">↩</a></p></li>',
            "<li><p>عن وكالة.</p></li>",
        ),
        # scrolling tables, anchors, cards
        ('<div class="scroll" role="group" tabindex="0" aria-label="جدول"><table>', "<div><table>"),
        ('<td colspan="2">س</td>', '<td colspan="2">س</td>'),
        # isolation that feed readers know, too
        ('<bdi lang="fr" dir="ltr">OpenAI</bdi>', '<span lang="fr" dir="ltr">OpenAI</span>'),
        ("<bdi>OpenAI</bdi>", '<span dir="auto">OpenAI</span>'),
        ('<bdi lang="">x</bdi>', '<span lang="" dir="auto">x</span>'),
        ('<bdo dir="rtl">abc</bdo>', '<span dir="rtl">abc</span>'),
        ('<p lang="fr" dir="ltr">Bonjour</p>', '<p lang="fr" dir="ltr">Bonjour</p>'),
        # text is left alone
        ('<p>1 &lt; 2 &amp; class="x"</p>', '<p>1 &lt; 2 &amp; class="x"</p>'),
        (
            '<code dir="auto" class="language-html">&lt;a href="x"&gt;</code>',
            '<code dir="auto">&lt;a href="x"&gt;</code>',
        ),
    ],
)
def test_what_a_page_has_becomes_what_a_reader_elsewhere_can_use(html: str, expected: str) -> None:
    assert feed_html(html, PAGE, SITE) == expected


def test_a_page_at_the_root_has_absolute_links_too() -> None:
    assert feed_html('<a href="a.html">ر</a>', "index.html", SITE) == f'<a href="{SITE}a.html">ر</a>'
