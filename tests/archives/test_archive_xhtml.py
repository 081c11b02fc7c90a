"""HTML of bodies as XHTML: pairs of what comes in and what goes out."""

from __future__ import annotations

from xml.dom.minidom import parseString

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.archives.strict_addresses import web_address
from nashra.archives.xhtml import to_xhtml
from nashra.markup import html as markup

_PAIRS = [
    ("<p>نص <strong>مهم</strong><br>و&nbsp;آخر &amp; &lt;b&gt;</p>", "<p>نص <strong>مهم</strong><br/>و\u00a0آخر &amp; &lt;b&gt;</p>"),
    ('<p lang="fr" dir="ltr">Oui</p>', '<p lang="fr" dir="ltr" xml:lang="fr">Oui</p>'),
    ('<p><bdi lang="">x</bdi></p>', '<p><bdi lang="" xml:lang="">x</bdi></p>'),
    ('<p lang="zz_ZZ!">x</p>', "<p>x</p>"),
    ('<a href="in.html">خبر</a>', '<a href="chapter.xhtml">خبر</a>'),
    ('<p><a href="out.html" class="x">اسم</a></p>', "<p><span>اسم</span></p>"),
    ('<p><a href="#nowhere">x</a></p>', "<p><span>x</span></p>"),
    ('<img src="in.png" alt="a &quot;b&quot;" loading="lazy" width="3">', '<img src="image.png" alt="a &quot;b&quot;" width="3"/>'),
    ('<p><img src="out.png" alt="كلام"></p>', "<p><span>كلام</span></p>"),
    ("<li>وحده</li>", "<div>وحده</div>"),
    ("<ul>أ<li>ب</li></ul>", "<ul>\n<li>أ</li><li>ب</li>\n</ul>"),
    ("<p><ul><li>x</li></ul></p>", "<p><span><span>x</span></span></p>"),
    ("<dl><dd>شرح</dd></dl>", "<div><div>شرح</div></div>"),
    ("<dl><dt>أ</dt><dd>ب</dd></dl>", "<dl><dt>أ</dt><dd>ب</dd></dl>"),
    ("<details>x<summary>y</summary></details>", "<div>x<div>y</div></div>"),
    ("<table></table>", "<div></div>"),
    (
        '<table><tbody><tr><td colspan="0">x</td><th scope="row">y</th></tr></tbody></table>',
        '<table><tbody><tr><td>x</td><th scope="row">y</th></tr></tbody></table>',
    ),
    ('<p><time datetime="2024-07-18">x</time><time datetime="soon">y</time></p>', '<p><time datetime="2024-07-18">x</time><span>y</span></p>'),
    ('<p><bdo>x</bdo><bdo dir="rtl">y</bdo></p>', '<p><span>x</span><bdo dir="rtl">y</bdo></p>'),
    ('<h2 id="fn:1">a</h2><p id="fn:1">b</p>', '<h2 id="n-fn-1">a</h2><p>b</p>'),
    ("<p>a</b>b</p></div>", "<p>ab</p>"),
    ("<p><em>a<strong>b</em>c", "<p><em>a<strong>b</strong></em>c</p>"),
]  # fmt: skip


def convert(html: str) -> str:
    return to_xhtml(html, {"in.html": "chapter.xhtml"}.get, {"in.png": "image.png"}.get)


@pytest.mark.parametrize(("html", "expected"), _PAIRS)
def test_html_becomes_xhtml(html: str, expected: str) -> None:
    assert convert(html) == expected


def test_a_footnote_is_one_for_reading_systems_too() -> None:
    xhtml = convert(markup.render("نص[^أ].\n\n[^أ]: هامش.\n"))
    assert 'epub:type="noteref"' in xhtml
    assert 'role="doc-noteref"' in xhtml
    document = parseString(f'<body xmlns:epub="x">{xhtml}</body>')
    ids = {element.getAttribute("id") for element in document.getElementsByTagName("*")} - {""}
    links = {element.getAttribute("href").removeprefix("#") for element in document.getElementsByTagName("a")}
    assert links == ids
    assert all(id.startswith("n-") and ":" not in id for id in ids)
    (note,) = [li for li in document.getElementsByTagName("li") if li.getAttribute("epub:type") == "footnote"]
    assert "هامش" in note.toxml()


@given(
    st.text("<>/ab \"'&;=#\u0000\u202eأب\n", max_size=80), st.sampled_from(["p", "ul", "table", "dl", "a", "details"])
)
def test_whatever_an_author_writes_the_result_is_well_formed_and_its_words_stay(text: str, tag: str) -> None:
    html = markup.render(f"<{tag}>{text}</{tag}>\n\n{text}\n")
    document = parseString(f'<body xmlns:epub="x">{convert(html)}</body>'.encode())
    assert document.documentElement is not None and document.documentElement.tagName == "body"


def test_elements_nested_without_end_keep_their_words() -> None:
    xhtml = convert("<div>" * 3000 + "كلام" + "</div>" * 3000 + "<p>آخر</p>")
    assert "كلام" in xhtml
    assert xhtml.endswith("<p>آخر</p>")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f"),
        ("HTTPS://Example.org:8080/", "https://example.org:8080/"),
        ("https://example.org/بحث هنا", "https://example.org/%D8%A8%D8%AD%D8%AB%20%D9%87%D9%86%D8%A7"),
        ("https://example.org/%D8%A8%zz", "https://example.org/%D8%A8%25zz"),
        ("https://موقع.example/", "https://xn--4gbrim.example/"),
        ("https://example.org/[x]", "https://example.org/%5Bx%5D"),
        ("mailto:a b@example.org?subject=x", "mailto:a%20b@example.org?subject=x"),
        ("tel:+212600000000", "tel:+212600000000"),
        ("http://[bad", None),
        ("http://", None),
        ("https://example.org:99999/", None),
        ("https://user@example.org/", None),
        ("javascript:alert(1)", None),
        ("photo.jpg", None),
        ("", None),
    ],
)
def test_an_address_is_encoded_or_refused(address: str, expected: str | None) -> None:
    assert web_address(address) == expected
