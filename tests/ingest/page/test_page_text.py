"""The words of a page come in the order in which a reader sees them."""

from __future__ import annotations

import pytest

from nashra.ingest.page.page_tree import MAX_DEPTH, parse_page, text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Le conseil <span><a>municipal de Lille</a></span> a voté.</p>", "Le conseil municipal de Lille a voté."),
        ("<h1><a><span>Lille</span></a> : le budget</h1>", "Lille : le budget"),
        (
            "<p>قال <b><i><a>الوزير</a></i></b> أمس إن <em>«<a>القانون</a>»</em> جاهز.</p>",
            "قال الوزير أمس إن «القانون» جاهز.",
        ),
        ("<p>one <b>two <i>three <a>four</a> five</i> six</b> seven</p>", "one two three four five six seven"),
        ("<div>one<p>two <b>three</b> four</p>five</div>", "one two three four five"),
        ("<p>one<br>two <span><br></span> three</p>", "one two three"),
        ("<p>one <span>two <script>no()</script></span>three</p>", "one two three"),
    ],
)
def test_what_stands_in_an_element_comes_before_what_stands_behind_it(html: str, text: str) -> None:
    assert text_of(parse_page(html)) == text


def test_a_gap_stands_only_where_nothing_parts_two_boxes() -> None:
    root = parse_page("<p>Par <span><a>Jeanne Petit</a></span>, à Lille<span>3 mai</span><span>10:00</span></p>")
    assert text_of(root, gap=" ") == "Par Jeanne Petit, à Lille3 mai 10:00"


def test_words_nested_deeper_than_can_be_walked_keep_their_order() -> None:
    deep = "<div>" * (MAX_DEPTH + 5)
    html = f"<body>{deep}<p>un <b><i>deux</i> trois</b> quatre</p><p>cinq</p>{'</div>' * (MAX_DEPTH + 5)}</body>"
    assert text_of(parse_page(html)) == "un deux trois quatre cinq"
