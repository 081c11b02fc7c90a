from __future__ import annotations

import pytest
from hypothesis import given, settings

from nashra.markup import html
from nashra.markup.blocks import Block, split
from nashra.markup.html import lead, render, render_block, words
from support.markdown import documents


@pytest.mark.parametrize(
    ("text", "shown"),
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
        (
            "أ | ب\n-|-\n[ج](/x) ثم *د* بعده | هـ",
            '<table>\n<thead>\n<tr>\n<th>أ</th>\n<th>ب</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><a href="/x">ج</a> ثم <em>د</em> بعده</td>\n<td>هـ</td>\n</tr>\n</tbody>\n</table>',
        ),
        ("نص:\n- أ\n  - ب\n- ج", "<p>نص:</p>\n<ul>\n<li>أ\n<ul>\n<li>ب</li>\n</ul>\n</li>\n<li>ج</li>\n</ul>"),
        ("- [x] تم\n- [ ] لم يتم", "<ul>\n<li>☑ تم</li>\n<li>☐ لم يتم</li>\n</ul>"),
        ("٢) بند", '<ol start="2">\n<li>بند</li>\n</ol>'),
        ("و**«مهم»**ثم **قال:**نعم", "<p>و<strong>«مهم»</strong>ثم <strong>قال:</strong>نعم</p>"),
        ("~~قديم~~ جديد", "<p><del>قديم</del> جديد</p>"),
        (
            "انظر https://example.org/أ،",
            '<p>انظر <a href="https://example.org/أ">https://example.org/أ</a>،</p>',
        ),
        ("![صورة](صورة 1.jpg)", '<p><img alt="صورة" loading="lazy" src="صورة%201.jpg"></p>'),
        (
            "<details>\n<summary>عنوان</summary>\n\n- بند\n\n</details>\n\nنص",
            "<details>\n<summary>عنوان</summary>\n<ul>\n<li>بند</li>\n</ul>\n</details>\n<p>نص</p>",
        ),
        ("بوقت `git push` ثم", "<p>بوقت <code>git push</code> ثم</p>"),
    ],
)
def test_markdown_becomes_this_html(text: str, shown: str) -> None:
    assert render(text) == shown


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
    shown = render(text).lower()
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
        assert tooth not in shown


def test_the_words_of_a_nest_of_a_thousand_quotes_are_kept() -> None:
    assert "نص" in render("> " * 5000 + "نص")


@pytest.mark.parametrize("tag", "section article aside option label button legend center header caption".split())
def test_words_of_elements_that_are_not_kept_do_not_stick_together(tag: str) -> None:
    for around in ("{}", "<div>{}</div>", "قبل {}", "<table><tr><td>{}</td></tr></table>"):
        shown = render("نص.\n\n" + around.format(f"<{tag}>السبت</{tag}><{tag.upper()} class='x'>الأحد</{tag.upper()}>"))
        assert "السبت" in shown and "الأحد" in shown and "السبتالأحد" not in shown
    assert (
        render("`<section>a</section><section>b`")
        == "<p><code>&lt;section&gt;a&lt;/section&gt;&lt;section&gt;b</code></p>"
    )
    assert "<td>a</td><td>b</td>" in render("<table><tr><td>a</td><td>b</td></tr></table>")


def test_relative_pictures_and_links_get_their_address_and_others_keep_theirs() -> None:
    shown = render(
        "![صورة](photo.jpg) [ملف](a.pdf) [خارج](https://example.org/) [هنا](#x)", resolve=lambda name: f"/m/{name}"
    )
    assert 'src="/m/photo.jpg"' in shown
    assert 'href="/m/a.pdf"' in shown
    typed = render(
        "<img src=photo.jpg> <a href='a.pdf?x&amp;y'>ملف</a>[^1]\n\n[^1]: حاشية", resolve=lambda name: f"m/{name}"
    )
    assert 'src="m/photo.jpg"' in typed
    assert 'href="m/a.pdf?x&amp;y"' in typed
    assert 'href="https://example.org/"' in shown
    assert 'href="#x"' in shown


def test_footnotes_link_there_and_back_with_ids_of_their_own() -> None:
    shown = render("نص[^1].\n\n[^1]: هامش **مهم**.", id_prefix="ar-")
    assert 'href="#ar-fn:1"' in shown
    assert 'id="ar-fn:1"' in shown
    assert 'id="ar-fnref:1"' in shown
    assert "<strong>مهم</strong>" in shown


@settings(max_examples=300)
@given(documents)
def test_the_quick_way_for_plain_blocks_gives_what_the_library_gives(text: str) -> None:
    quick = render(text)
    blocks = [render_block(block) for block in split(text)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(html, "_simple_block", lambda node: None)
        assert render(text) == quick
        # nor does a block that is shown alone depend on those around it
        assert [render_block(Block(block.kind, block.text)) for block in split(text)] == blocks


def test_the_lead_is_the_first_paragraph_without_signs() -> None:
    assert lead("## عنوان\n\n![صورة](p.jpg)\n\nوصل **الوفد** إلى [باريس](https://example.org).\n\nثان") == (
        "وصل الوفد إلى باريس."
    )
    assert lead("## عنوان\n") == ""


def test_words_are_counted_without_code_and_addresses_of_links() -> None:
    assert words("وصل الوفد إلى [باريس](https://example.org/a).\n\n```\nx y z\n```\n\n- بند أول\n") == 6
