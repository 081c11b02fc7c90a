"""Whole articles again, by another hand: sections, quotations, tables and folded parts, and what papers print between."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from nashra.markup.html import render
from support.html_words import words_shown
from support.imported import read
from support.newspaper_pages import newspaper_page

# Pages that lost paragraphs once: a part that is an <article> itself, text under a crosshead at the end, parts of which
# the name speaks of links or advertisements though they have none, the last lists and parts of an article under such
# names, crossheads inside them, a last sentence that begins with a link, text behind a part that was taken for all.
ONCE_LOST = (
    26,
    88,
    136,
    175,
    307,
    371,
    385,
    1088,
    1569,
    1658,
    1792,
    1813,
    1869,
    1885,
    1887,
    2305,
    2993,
    5845,
    9628,
    20160,
)


def imported(html: str, lang: str = "en") -> Imported:
    return read(html.encode(), Path("page.html"), lang=lang, timezone=ZoneInfo("UTC"), date="2024-07-18")


@pytest.mark.parametrize("seed", [*ONCE_LOST, *range(40)])
def test_every_true_paragraph_of_a_newspaper_page_comes_out_and_nothing_else(seed: int) -> None:
    page = newspaper_page(seed)
    text = words_shown(f"<div>{render(imported(page.html, page.lang).draft.body)}</div>")
    place = 0
    for each in page.true:
        at = text.find(each, place)
        assert at >= 0, f"{each!r} is not in its place in\n{text}\nof\n{page.html}"
        place = at + len(each)
    assert not [words for words in page.foreign if words in text]


ARTICLE = "".join(
    f"<p>The council of {town} met on Tuesday to talk about the road that leads to the harbour, and will meet again.</p>"
    for town in ("Acre", "Bath", "Cork", "Dover")
)


def page(inside: str) -> str:
    return (
        "<html lang=en><head><title>The road</title></head><body><article><h1>The road</h1>"
        f"{inside}</article><footer>© 2024</footer></body></html>"
    )


def test_a_post_that_the_article_shows_stays_whatever_its_wrapper_is_called() -> None:
    post = (
        '<div class="social-media-embed"><blockquote class="twitter-tweet"><p>The road was never ours to close.</p>'
        '— Jane Roe (@jane) <a href="https://twitter.com/jane/status/1">May 4, 2024</a></blockquote></div>'
    )
    assert "never ours to close" in imported(page(ARTICLE + post + ARTICLE.replace("Tuesday", "Friday"))).draft.body


@pytest.mark.parametrize(
    "line",
    [
        "Email Jane Roe at jane.roe@paper.example or follow her on Twitter @janeroe.",
        "Reach the reporters on Twitter at http://twitter.com/janeroe and http://twitter.com/omar",
        "Get the latest updates in your inbox. Subscribe to our newsletters.",
        "copyright The Paper 2019 - ISSN: 2283-5474",
        "First published on: Tuesday, November 19, 2019 08:38 AM",
        "Pour nous écrire : redaction@journal.example",
        "للتواصل مع الكاتب: katib@jarida.example",
    ],
)
def test_what_the_house_prints_below_each_text_is_left_out_and_told(line: str) -> None:
    article = imported(page(f"{ARTICLE}<p>{line}</p>"))
    assert "Dover" in article.draft.body
    assert line[-12:].strip("_ .") not in article.draft.body
    assert any(line[:8] in each.text for each in article.dropped)


def test_an_address_in_the_last_sentence_of_an_article_is_text() -> None:
    line = "People of Dover may send their complaints to road@dover.example until the end of the month."
    assert "complaints" in imported(page(f"{ARTICLE}<p>{line}</p>")).draft.body


def test_a_box_that_offers_a_subscription_goes_whole_and_the_text_goes_on() -> None:
    box = (
        "<section><div><h3>THIS CONTENT IS RESERVED FOR SUBSCRIBERS</h3><p>Enjoy the latest local news.</p>"
        "<ul><li>Daily puzzles and comics, including the crossword.</li></ul><p>Support local journalism.</p></div></section>"
    )
    article = imported(page(ARTICLE + box + ARTICLE.replace("Tuesday", "Friday")))
    assert "puzzles" not in article.draft.body
    assert "local journalism" not in article.draft.body
    assert article.draft.body.count("The council of") == 8


def test_data_for_machines_are_not_text() -> None:
    data = (
        '<div itemprop="datePublished">2019-11-19T08:57:40+01:00</div><div itemprop="keywords">road,harbour</div>'
        '<div itemprop="publisher" itemscope><div itemprop="name">Paper</div><span itemprop="url">https://p.example/l.png'
        "</span></div>"
    )
    article = imported(page(f"{data}<div itemprop='articleBody'>{ARTICLE}</div>"))
    assert article.draft.body.startswith("The council of Acre")


def test_the_caption_of_a_picture_that_is_shown_twice_is_written_once() -> None:
    figure = (
        '<figure><img src="https://p.example/{}.jpg" width="800" alt=""><figcaption>The harbour road of Dover as it was seen'
        " from the cliff on Monday.</figcaption></figure>"
    )
    body = imported(
        page(figure.format(1) + ARTICLE + figure.format(2) + ARTICLE.replace("Tuesday", "Friday"))
    ).draft.body
    assert body.count("as it was seen") == 1


def test_the_opening_of_a_text_that_has_a_wrapper_of_its_own_stays() -> None:
    opening = "The road to the harbour has been closed since the storm of last winter, and nobody knows for how long."
    body = imported(
        '<html lang=en><head><title>The road</title></head><body><div class="itemView"><h2>The road</h2><div class="itemBody">'
        f'<div class="itemIntroText"><p>{opening}</p></div><div class="itemFullText">{ARTICLE}</div></div></div></body></html>'
    ).draft.body
    assert body.startswith(opening)


def test_a_box_of_facts_between_paragraphs_stays_and_one_that_invites_goes() -> None:
    facts = (
        "<aside class='factbox'><h4>The harbour</h4><p>It has two piers, nine cranes and a light of 1871.</p></aside>"
    )
    invites = "<aside><p>Sign up for our newsletter and get the news in your inbox every morning.</p></aside>"
    body = imported(
        page(ARTICLE + facts + ARTICLE.replace("Tuesday", "Friday") + invites + "<p>So it is.</p>")
    ).draft.body
    assert "nine cranes" in body
    assert "inbox" not in body


def test_a_crosshead_behind_a_pointer_is_no_headline_of_another_article() -> None:
    pointer = "<div><h2>Read also</h2><ul><li><a href='/1'>Ferry fares rise again before the summer</a></li></ul></div>"
    body = imported(page(f"{ARTICLE}{pointer}<h2>Who will pay?</h2>{ARTICLE.replace('Tuesday', 'Friday')}")).draft.body
    assert "## Who will pay?" in body
    assert "Ferry fares" not in body
