"""Pages that are broken, huge or hostile: each becomes an article or is refused with its reason."""

from __future__ import annotations

import random
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.ingest.draft import Imported
from nashra.ingest.page.page_tree import MAX_ELEMENTS, MAX_TEXT
from nashra.kit.errors import ContentError
from nashra.markup.html import render
from support.imported import read

PAGES = Path(__file__).parents[1] / "pages"
HEAD = '<html><head><title>عنوان الصفحة هنا</title><meta property="article:published_time" content="2024-07-18"></head><body>'
TEXT = "<p>افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ، ثم زار المكتبة.</p>"


def page(html: str | bytes) -> Imported:
    data = html.encode() if isinstance(html, str) else html
    return read(data, Path("page.html"), lang=None, languages=["ar", "fr", "en"], timezone=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    "mark",
    [
        "<script>alert(1)</script>",
        "<p onclick=alert(1)>نص يضغط عليه القارئ فيحدث ما لا يراد</p>",
        '<p><a href="javascript:alert(1)">رابط</a> في فقرة طويلة بما يكفي لتبقى في المقال كما هي</p>',
        '<p><a href=" &#106;avascript:alert(1)">رابط</a> في فقرة طويلة بما يكفي لتبقى في المقال</p>',
        '<p><a href="https://a.example/)[x](javascript:alert(1)">رابط</a> في فقرة طويلة بما يكفي لتبقى</p>',
        '<p><img src="x" onerror="alert(1)" alt="](javascript:alert(1))"> فقرة طويلة بما يكفي لتبقى في المقال</p>',
        '<p><img src="https://a.example/a.jpg&quot; onerror=&quot;alert(1)"> فقرة طويلة بما يكفي لتبقى في المقال</p>',
        "<p>&lt;script&gt;alert(1)&lt;/script&gt; و &lt;img src=x onerror=alert(1)&gt; في فقرة من المقال نفسه</p>",
        '<iframe src="javascript:alert(1)"></iframe><object data="x.swf"></object><svg onload=alert(1)></svg>',
        '<figure><img src="https://a.example/a.jpg"><figcaption>&lt;b onclick=alert(1)&gt;" onerror="x</figcaption></figure>',
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    ],
)
def test_nothing_hostile_survives_in_what_readers_get(mark: str) -> None:
    html = render(page(HEAD + TEXT + mark + TEXT + TEXT + "</body></html>").draft.body)
    tags = [part.partition(">")[0].lower() for part in html.split("<")[1:]]
    assert not any(tag.startswith(("script", "iframe", "object", "svg", "style", "math")) for tag in tags)
    assert not any(
        word in tag.partition('alt="')[0]
        for tag in tags
        for word in (" onerror", " onclick", " onload", '="javascript')
    )


@pytest.mark.parametrize(
    "html",
    [
        HEAD + "<div>" * 10_000 + TEXT * 3,
        HEAD + "<ul><li>" * 5_000 + TEXT,
        HEAD + TEXT + "<blockquote>" * 3_000 + TEXT,
        HEAD + "<p>" + "<b>" * 20_000 + "نص" + TEXT,
        HEAD + f"<div {' '.join(f'a{number}=x' for number in range(30_000))}>" + TEXT * 3,
        HEAD + TEXT * 3 + '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        HEAD + "<p>x</p>" * MAX_ELEMENTS,
        HEAD + "<p>" + "كلمة " * (MAX_TEXT // 4) + "</p>",
        "<html></html>",
        "<html><body>",
        HEAD,
        HEAD + "<p></p><br><img>",
    ],
    ids=["divs", "lists", "quotes", "bold", "attributes", "json", "elements", "text", "empty", "cut", "head", "blank"],
)
def test_a_page_beyond_measure_becomes_an_article_or_is_refused(html: str) -> None:
    try:
        assert page(html).draft.body
    except ContentError as error:
        assert error.problems[0].message and error.problems[0].hint and error.problems[0].path == Path("page.html")


def mutations(data: bytes, chance: random.Random) -> list[bytes]:
    cut, other = sorted(chance.randrange(len(data)) for _ in range(2))
    at = chance.randrange(len(data))
    return [
        data[:cut],
        data[cut:other] + data[:cut] + data[other:],
        data + data,
        data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
        data.replace(b"<", b"", 40),
        data.decode("utf-8", "replace").encode("windows-1256", "replace"),
        data.decode("utf-8", "replace").encode("utf-16"),
    ]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.*ht*ml")), ids=lambda path: path.name)
def test_no_mutilated_page_ends_in_anything_but_an_article_or_a_refusal(path: Path) -> None:
    chance = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(2):
        for each in mutations(data, chance):
            try:
                draft = read(each, path, lang=None, languages=["ar", "fr", "en"], timezone=ZoneInfo("UTC")).draft
            except ContentError as error:
                assert error.problems[0].path == path
            else:
                assert draft.title and draft.body and "<script" not in render(draft.body)


TAGS = st.sampled_from(
    "<p> </p> <div> </div> <b> </b> <i> <a&nbsp;href=/x> </a> <ul> <li> </ul> <table> <tr> <td> <br> <br><br> <blockquote> "
    "<pre> <h2> </h2> <figure> <figcaption> <img&nbsp;src=a.jpg> <hr> <ol> <dl> <dt> <dd> <code> </code>".split()
).map(lambda tag: tag.replace("&nbsp;", " "))
WORDS = st.sampled_from(
    ["كلمة", "**", "_x_", "[a](b)", "`", "# ", "1. ", "- ", "|", "&amp;", "&lt;b&gt;", "،", " ", "\n"]
)


@given(st.lists(st.one_of(TAGS, WORDS), max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_soup_of_tags_renders_to_its_own_words(parts: list[str]) -> None:
    try:
        body = page(HEAD + TEXT * 2 + "".join(parts) + TEXT).draft.body
    except ContentError:
        return
    html = render(body)
    assert html.count("المكتبة") >= 2
    assert "<b>" not in html.replace("&lt;b&gt;", "")


HIDDEN = "تعليمات للآلات لا يراها قارئ الصفحة ولا يجوز أن تصل إلى المقال"


@pytest.mark.parametrize(
    ("css", "part"),
    [
        ("", f'<p style="color:#fff;font-size:1px">{HIDDEN}</p>'),
        ("", f'<div style="position:absolute; left:-9999px">{HIDDEN}</div>'),
        ("", f'<p style="font-size: 0">{HIDDEN}</p>'),
        ("", f'<p style="Color: #FFF; background-color:#ffffff">{HIDDEN}</p>'),
        ("", f'<div class="a sr-only"><p>{HIDDEN}</p></div>'),
        ("", f'<p style="transform: scale(0)">{HIDDEN}</p>'),
        ("", f'<p style="clip-path: circle(0)">{HIDDEN}</p>'),
        (".inv{display:none}", f'<p class="a inv">{HIDDEN}</p>'),
        ("/* x{} */ p.a, #inv { margin: 0; visibility: hidden }", f'<p id="inv">{HIDDEN}</p>'),
        ("@media print{.b{color:red}} .inv{text-indent:-999em}", f'<div class="inv"><p>{HIDDEN}</p></div>'),
    ],
)
def test_what_the_style_of_a_page_hides_is_no_text(css: str, part: str) -> None:
    body = page(f"{HEAD}<style>{css}</style>{TEXT}{part}{TEXT.replace('مدرسة', 'مكتبة')}</body></html>").draft.body
    assert HIDDEN not in body
    assert "مكتبة" in body


@pytest.mark.parametrize(
    ("css", "part"),
    [
        ("@media print{.inv{display:none}}", f'<p class="inv">{HIDDEN}</p>'),
        (".js .inv{display:none}", f'<p class="inv">{HIDDEN}</p>'),
        (".inv{display:none}", f'<p class="inv" style="display:block">{HIDDEN}</p>'),
        ("", f'<p style="font-size:1.2em; margin-left:-10px">{HIDDEN}</p>'),
        ("", f'<p style="font-size:100%">{HIDDEN}</p>'),
        ("", f'<p style="color:#fff;background:#333">{HIDDEN}</p>'),
        ("", f'<p style="color:inherit;background:inherit">{HIDDEN}</p>'),
        ("", f'<p class="not-sr-only">{HIDDEN}</p>'),
    ],
)
def test_what_it_may_show_after_all_stays(css: str, part: str) -> None:
    assert (
        HIDDEN
        in page(f"{HEAD}<style>{css}</style>{TEXT}{part}{TEXT.replace('مدرسة', 'مكتبة')}</body></html>").draft.body
    )
