"""Where an address on a page leads, and what is wrong with its form."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.checks.built_site import BuiltSite, Target
from nashra.checks.link_address import Fault, readable
from nashra.checks.page_facts import Image, read_page

URL = "https://news.rabat.ma/%D9%86%D8%B4%D8%B1%D8%A9/"  # under /نشرة/
PAGE = "ar/2024/07/وصول.html"
FILES = ["index.html", "ar/index.html", "ar/about.html", PAGE, "fr/été.html", "media/3f9a1c/صورة 1.jpg", "empty/x.txt"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    top = tmp_path_factory.mktemp("site")
    for name in FILES:
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_text("x")
    return BuiltSite(top, URL)


@pytest.mark.parametrize(
    ("reference", "target"),
    [
        ("../../about.html", Target("ar/about.html")),
        ("../../about.html?q=1#a", Target("ar/about.html", "a")),
        ("  ../../about.html\n", Target("ar/about.html")),
        ("#قسم", Target(PAGE, "قسم")),
        ("#%D9%82%D8%B3%D9%85", Target(PAGE, "قسم")),
        ("وصول.html", Target(PAGE)),
        ("%D9%88%D8%B5%D9%88%D9%84.html", Target(PAGE)),
        ("../../../", Target("index.html")),
        ("../../", Target("ar/index.html")),
        ("../..", Target("ar/index.html")),
        ("../../../media/3f9a1c/%D8%B5%D9%88%D8%B1%D8%A9%201.jpg", Target("media/3f9a1c/صورة 1.jpg")),
        (URL, Target("index.html")),
        (URL.rstrip("/"), Target("index.html")),
        (f"{URL}fr/%C3%A9t%C3%A9.html", Target("fr/été.html")),
        ("https://news.rabat.ma:443/نشرة/fr/été.html", Target("fr/été.html")),
        ("http://NEWS.rabat.ma/نشرة/ar/", Target("ar/index.html")),
        ("//news.rabat.ma/نشرة/ar/", Target("ar/index.html")),
        ("/نشرة/ar/", Target("ar/index.html", from_root=True)),
    ],
)
def test_an_address_leads_to_the_file_that_a_server_would_answer_with(
    site: BuiltSite, reference: str, target: Target
) -> None:
    assert site.resolve(PAGE, reference) == target


@pytest.mark.parametrize(
    "reference",
    [
        "https://paris.fr/",
        "https://paris.fr/a(b)?c=[d]&e=é#f",
        "http://[2001:4860:4860::8888]:8000/x",
        "https://news.rabat.ma/other/",
        "https://paris.fr/نشرة/x.html",
        "mailto:desk@rabat.ma?subject=x",
        "tel:+212537000000",
        "https://مثال.إختبار/صفحة",
    ],
)
def test_an_address_elsewhere_is_left_alone(site: BuiltSite, reference: str) -> None:
    assert site.resolve(PAGE, reference) is None


@pytest.mark.parametrize(
    ("reference", "says"),
    [
        ("x.html", "leads to nothing"),
        ("../../About.html", "'ar/about.html', in other capitals"),
        ("../../about", "leads to nothing"),
        ("../../../fr/e\u0301te\u0301.html", "other Unicode signs"),
        ("../../../../x.html", "out of the site"),
        ("../../../empty/", "without index.html"),
        ("/x.html", "out of the site"),
        ("%FF.html", "not as UTF-8"),
        ("%00.html", "not as UTF-8"),
        ("a b.html", "a blank"),
        ("a\u00a0b.html", "a blank"),
        ("https://paris.fr/\u200fx", "invisible character U+200F"),
        ("a\\b.html", "U+005C"),
        ("http://", "names no host"),
        ("https:///x", "names no host"),
        ("//", "names no host"),
        ("http://http://x", "cannot be"),
        ("https://a..b/", "cannot be"),
        ("https://x:99999/", "no address"),
        ("https://[::1/", "no address"),
        ("javascript:void(0)", "refuse or run"),
        ("JavaScript:void(0)", "refuse or run"),
        ("data:text/html,x", "refuse or run"),
        ("file:///C:/x.html", "one machine"),
        ("mailto:", "no mailbox"),
        ("mailto:salma@journal", "without a whole host"),
        ("", "is empty"),
    ],
)
def test_an_address_at_fault_says_why(site: BuiltSite, reference: str, says: str) -> None:
    found = site.resolve(PAGE, reference)
    assert isinstance(found, Fault)
    assert says in found.message


def test_pictures_may_hold_their_data_in_the_address(site: BuiltSite) -> None:
    assert site.resolve(PAGE, "data:image/png;base64,AAAA", is_link=False) is None


@given(st.text(max_size=60))
def test_no_address_is_beyond_judgement(reference: str) -> None:
    site = BuiltSite(Path("/nowhere"), URL)
    found = site.resolve(PAGE, reference)
    assert found is None or isinstance(found, Fault | Target)


def test_an_address_is_shown_as_people_read_it() -> None:
    assert readable("/ar/%D9%88%D8%B5%D9%88%D9%84.html") == "/ar/وصول.html"
    assert readable("/a%20b%2Fc") == "/a%20b%2Fc"
    assert readable("/%D9%88%E2%80%8F") == "/%D9%88%E2%80%8F"


def test_a_page_is_read_in_one_pass() -> None:
    page = """<!doctype html><html><head><meta property="og:image" content="https://x.ma/a.jpg">
<meta http-equiv="refresh" content="0; url=../b.html"><link rel="stylesheet" href="c.css">
<script type="application/ld+json">{"@id": "https://own/d", "url": "https://own/e", "image": ["https://own/f"]}</script>
</head><body><img src="outside.png"><main id="main"><h1>عنوان</h1><h3 id="x">فرعي</h3>
<img src="g.jpg" srcset="h.jpg 1x, i.jpg 2x" alt="صورة"><video poster="j.jpg"><source src="k.mp4"></video>
<a href="l"></a><a href="m"><img src="n" alt="كلمة"></a><a href="o" aria-label="كلمة"></a><a href="p"><b> </b></a>
<a name="old">x</a></main></body></html>"""
    facts = read_page(page.encode(), "https://own/")
    found = {reference.address for reference in facts.references}
    assert found == {"https://x.ma/a.jpg", "../b.html", "https://own/e", "https://own/f", *"l m n o p".split()} | {
        "c.css", "outside.png", "g.jpg", "h.jpg", "i.jpg", "j.jpg", "k.mp4"
    }  # fmt: skip
    assert {reference.address for reference in facts.references if reference.empty} == {"l", "p"}
    assert facts.ids == {"main", "x", "old"}
    assert facts.images == (Image("g.jpg", "صورة"), Image("n", "كلمة"))
    assert [(heading.level, heading.text) for heading in facts.headings] == [(1, "عنوان"), (3, "فرعي")]
    assert facts.refresh == "../b.html"


@given(st.one_of(st.binary(max_size=80), st.text("<>!-?/ahrefid='\"& \0\u0627#;", max_size=80).map(str.encode)))
def test_no_page_is_too_broken_to_be_read(data: bytes) -> None:
    assert isinstance(read_page(data, "x").references, tuple)
