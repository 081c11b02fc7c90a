"""What stands around an article's paragraphs and between them: standfirsts, copies for machines, cards, pointers."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from support.imported import read

EN = "".join(
    f"<p>The council of {town} met on Tuesday to talk about the road that leads to the harbour, and will meet again.</p>"
    for town in ("Acre", "Bath", "Cork", "Dover", "Essex")
)
AR = "".join(
    f"<p>واجتمع مجلس {town} يوم الثلاثاء للتداول في شأن الطريق المؤدية إلى الميناء، على أن يجتمع مرة أخرى قريبا.</p>"
    for town in ("آسفي", "طنجة", "وجدة", "فاس", "أكادير")
)
FR = "".join(
    f"<p>Le conseil de {town} s’est réuni mardi pour parler de la route qui mène au port, et se réunira de nouveau.</p>"
    for town in ("Nantes", "Sète", "Brest", "Nice", "Calais")
)


def imported(top: str, text: str = EN, lang: str = "en") -> Imported:
    html = (
        f"<html lang={lang}><head><title>The road</title>"
        '<link rel="canonical" href="https://www.paper.example/news/the-road"></head>'
        f"<body><main>{top}<div class='text'>{text}</div></main><footer>© 2024</footer></body></html>"
    )
    return read(html.encode(), Path("page.html"), lang=lang, timezone=ZoneInfo("UTC"), date="2024-07-18")


@pytest.mark.parametrize(
    "between",
    [
        '<div class="x1"><span>Nobody asked the fishermen who use it every day.</span></div>',
        '<p>By Jane Roe</p><div class="byline-social"><p>Nobody asked the fishermen who use it every day.</p></div>',
        '<p>News</p><div class="mb-3"><div>Nobody asked the fishermen who use it every day.</div></div><img src="a.jpg">',
        '<div class="tools"><h2>Nobody asked the fishermen who use it every day.</h2></div>',
    ],
)
def test_the_lines_below_the_headline_are_the_summary_whatever_they_are_called(between: str) -> None:
    article = imported(f"<header><h1>The road</h1>{between}</header>")
    assert article.draft.summary == "Nobody asked the fishermen who use it every day."
    assert not any("fishermen" in each.text for each in article.dropped)


@pytest.mark.parametrize(
    "between",
    [
        "<p>Published on 3 May 2024 by Jane Roe, updated on 4 May 2024.</p>",
        '<img src="a.jpg"><p>The harbour of Acre, seen from the road that nobody asked for.</p>',
        '<div class="caption"><p>The harbour of Acre, seen from the road that nobody asked for.</p></div>',
    ],
)
def test_the_line_of_the_author_and_the_words_under_a_picture_are_no_summary(between: str) -> None:
    assert imported(f"<header><h1>The road</h1>{between}</header>").draft.summary is None


def test_the_first_paragraph_of_the_text_is_no_summary() -> None:
    article = imported("<h1>The road</h1>")
    assert article.draft.summary is None
    assert article.draft.body.count("Acre") == 1


def test_a_copy_of_the_article_for_machines_is_not_read_twice() -> None:
    words = EN.replace("<p>", " ").replace("</p>", " ")
    copy = f'<div style="display:none" itemscope><h1 itemprop="name">The road</h1><div>{words}</div></div>'
    body = imported("<h1>The road</h1>", EN + copy).draft.body
    assert body.count("Dover") == 1
    assert "The road" not in body


def test_a_paragraph_that_is_only_veiled_from_machines_stays() -> None:
    veiled = '<p class="paywall" aria-hidden="true">Nobody asked the fishermen who use it every day of the year.</p>'
    assert "fishermen" in imported("<h1>The road</h1>", EN + veiled + EN.replace("Tuesday", "Friday")).draft.body


@pytest.mark.parametrize(
    ("text", "lang", "word"),
    [
        (
            'The <a href="/r">report<span class="go-vh"> (opens in a new window)</span></a> by the council',
            "en",
            "report",
        ),
        ('Le <a href="/r">rapport<span class="v"> (nouvelle fenêtre)</span></a> du conseil', "fr", "rapport"),
        ('وجاء في <a href="/r">التقرير<small> (يفتح في نافذة جديدة)</small></a> الذي نشره المجلس', "ar", "التقرير"),
        (
            'The <a href="/r">report<span style="position:absolute;clip:rect(0 0 0 0)">, see it</span></a> by',
            "en",
            "report",
        ),
    ],
)
def test_what_a_link_says_of_its_window_is_no_word_of_the_sentence(text: str, lang: str, word: str) -> None:
    paragraphs = {"en": EN, "fr": FR, "ar": AR}[lang]
    body = imported(
        "<h1>The road</h1>", f"{paragraphs}<p>{text} says what it cost, and why.</p>{paragraphs}", lang
    ).draft.body
    assert f"[{word}](https://www.paper.example/r)" in body


def test_a_card_about_a_name_does_not_stand_in_the_sentence() -> None:
    card = '<span class="hover"><span><img src="/a.jpg"><a href="/p">Jane Roe</a><a href="/o">Harbour dues rise</a></span></span>'
    article = imported(
        "<h1>The road</h1>", f'{EN}<p>Mayor <a href="/p">Jane Roe</a>{card} (Acre) said so on Monday.</p>{EN}'
    )
    assert "Mayor [Jane Roe](https://www.paper.example/p) (Acre) said so on Monday." in article.draft.body
    assert any("Harbour dues rise" in each.text for each in article.dropped)


def test_a_card_may_give_the_name_in_full() -> None:
    card = '<span><img src="/a.jpg"><a href="/p">Jane Mary Roe</a> <a href="/o">Harbour dues rise</a></span>'
    text = f'{EN}<p>Mayor <a href="/p">Jane Roe</a>{card} said so on Monday, and again on Tuesday.</p>{EN}'
    assert "[Jane Roe](https://www.paper.example/p) said so" in imported("<h1>The road</h1>", text).draft.body


def test_two_links_side_by_side_are_no_card() -> None:
    text = (
        f'{EN}<p>Mayor <a href="/p">Jane Roe</a><span> and <a href="/o">Omar Ali</a></span> said so on Monday.</p>{EN}'
    )
    assert "Omar Ali" in imported("<h1>The road</h1>", text).draft.body


def test_a_heading_at_the_end_with_nothing_under_it_is_told() -> None:
    article = imported("<h1>The road</h1>", f"{EN}<h3>Disclaimer</h3>")
    assert "Disclaimer" not in article.draft.body
    assert any(each.text == "Disclaimer" for each in article.dropped)


def test_captions_that_a_gallery_writes_twice_stand_once() -> None:
    words = "The harbour of Acre on Tuesday, with the road that leads to it, and the boats of the fishermen"
    item = (
        f'<li><img src="https://x.example/a.jpg" alt="{words}."><div class="full">{words}. less</div>'
        f'<div class="cut">{words[:70]} ... more</div></li>'
    )
    article = imported("<h1>The road</h1>", f"{EN}<ul>{item}</ul>{EN.replace('Tuesday', 'Friday')}")
    assert article.draft.body.count("of the fishermen less") + article.draft.body.count("fishermen. less") == 1
    assert "... more" not in article.draft.body


def test_a_paragraph_that_begins_as_a_caption_does_is_not_one() -> None:
    caption = "Roughly 13,000 boats use the harbour, 18 years after it was opened"
    figure = (
        f'<figure><img src="https://x.example/a.jpg" alt="{caption}"><figcaption>{caption} [File]</figcaption></figure>'
    )
    paragraph = f"<p>{caption} by the king, in the wake of the great storm that had destroyed the old one.</p>"
    assert "wake of the great storm" in imported("<h1>The road</h1>", figure + EN + paragraph + EN).draft.body


@pytest.mark.parametrize(
    ("text", "lang", "headline", "address"),
    [
        (EN, "en", "FISHERMEN OF BATH WIN THEIR CASE", "https://www.paper.example/news/fishermen-of-bath-win"),
        (EN, "en", "Why the boats stay at home", "/2019/11/why-boats"),
        (
            FR,
            "fr",
            "À Sète, la criée menacée de fermeture",
            "https://sport.paper.example/a-sete-la-criee-menacee-123456",
        ),
        (AR, "ar", "صيادو طنجة يربحون قضيتهم أمام المحكمة", "/%d8%b5%d9%8a%d8%a7%d8%af%d9%88-%d8%b7%d9%86%d8%ac%d8%a9"),
    ],
)
def test_the_headline_of_another_article_between_two_paragraphs_is_left_out_and_told(
    text: str, lang: str, headline: str, address: str
) -> None:
    pointer = f'<p><strong><a href="{address}">{headline}</a></strong></p>'
    first, rest = text.split("</p>", 1)
    article = imported("<h1>The road</h1>", f"{first}</p>{pointer}{rest}", lang)
    assert headline not in article.draft.body
    assert any(headline in each.text for each in article.dropped)


@pytest.mark.parametrize(
    "line",
    [
        '<p><a href="https://shop.example/news/boat-of-the-year-2024">Get the boat of the year here</a></p>',
        '<p><a href="/files/report-of-the-road-2024.pdf">The whole report of the council</a></p>',
        '<p><a href="/news/the-fishermen-said-no-2024">The fishermen said no to the council.</a></p>',
        '<p>The council asks:</p><p><a href="/news/who-pays-for-the-road">Who pays for the road at last</a></p>',
    ],
)
def test_a_link_of_its_own_that_leads_elsewhere_or_speaks_in_a_sentence_stays(line: str) -> None:
    words = line.rpartition("</a>")[0].rpartition(">")[2]
    assert words in imported("<h1>The road</h1>", EN + line + EN).draft.body


def test_a_box_that_invites_to_subscribe_goes_whole_and_is_told() -> None:
    box = (
        "<div class='mb4'><h3>The Morning Review</h3><p>Get the news of the day delivered to your inbox every morning by "
        "subscribing to our newsletter.</p><div><p>It is free.</p></div></div>"
    )
    article = imported("<h1>The road</h1>", EN + box + EN)
    assert not any(words in article.draft.body for words in ("Morning Review", "inbox", "It is free"))
    assert any("inbox" in each.text for each in article.dropped)


def test_an_article_about_newsletters_keeps_its_sentences() -> None:
    words = "She told readers to subscribe to the newsletter, which lands in the inbox of half the town."
    assert words in imported("<h1>The road</h1>", f"{EN}<p>{words}</p>{EN}").draft.body


def test_running_text_between_headline_and_article_that_is_left_out_is_told() -> None:
    odd = (
        "<div class=a><ul><li>Small</li><li>Large</li></ul><div class=syn>"
        "The army has begun an operation against what it calls digital terrorism, and rights groups are worried."
    )
    article = imported(
        f"<h1>The road</h1><p>AA</p><div>Text Size of this page and of all the others that you will read "
        f"here</div>{odd}</div></div><div class='pad'><img src=x.png></div>"
    )
    said = (article.draft.summary or "") + article.draft.body + " ".join(each.text for each in article.dropped)
    assert "digital terrorism" in said
