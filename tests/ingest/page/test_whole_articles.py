"""Not one sentence lost: whatever a theme calls the parts of an article, every paragraph comes out whole and in order.

The pages are made at random from words of the trade, so that no rule can be right for one theme only.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from support.html_words import words_shown
from support.imported import read

# What themes, plugins and newspapers call their parts: of the article, beside it, around it.
TRADE = """
article article-body article__content article-content article-text article-wrapper article-inner article-main article-lead
article-widget article-widget-text article-section article-chunk article-paragraph article-block article-module post
post-body post-content post-text post-inner post-wrapper post-excerpt entry entry-content entry-summary entry-body story
story-body story-content story-text story-chunk story-block content content-body content_body content-inner content-block
content-text content-main content-wrapper main main-content main-text single single-content page page-content text
text-block text-body text-module textwidget rich-text richtext wysiwyg body body-text body-copy copy prose paragraph par
chapo chapeau lead lede standfirst intro introduction summary excerpt teaser deck dek abstract highlight pullquote quote
chunk block module component section row col column grid container wrapper inner box panel card tile item unit cell field
field-item field-items node node-content node-body view view-content region region-content widget widget-text
widget-content sidebar sidebar-text aside rail secondary toc toc-section toc-item table-of-contents chapter part step
paywall paywall-content piano premium premium-content subscriber-content subscriber-only locked locked-text metered
gate regwall tag tags tag-text keywords keyword topic topics topics-text label labels category meta post-meta
entry-meta article-meta info post-info byline-text dateline timestamp published print print-only printable tools
tools-text actions listen audio-player-text rating rating-text vote share share-text shareable social social-text
related related-text recommend recommended similar popular trending read-more readmore see-also promo promo-text
promoted banner banner-text ad-free adv sponsor sponsored sponsored-text advertorial publicite pub pub-text
newsletter-text signup-text donate donation comment-text commentary discussion discussion-text bio author-bio
author-info author-desc vcard notice notice-text alert cookie-text consent popup popup-text modal modal-text overlay
lightbox toast nav-text menu-text navigation pager footer-text header-text masthead colophon hidden-print slider carousel
gallery media embed infobox factbox sidebar-box box-text key-points bullet live live-post live-entry timeline
""".split()
NAMES = ["سمير", "ليلى", "Ahmed", "Claire", "نجاة", "Omar", "Louise", "يوسف"]
SENTENCES = {
    "fr": [
        "{who} a rappelé devant le conseil que {n} familles attendent encore un logement dans le quartier du {word}.",
        "Selon le rapport remis par {who}, la dépense atteint {n} millions d'euros, soit le double de l'an dernier.",
        "Les habitants du {word} ont longuement interrogé {who} sur les {n} arbres qui doivent être replantés.",
        "« Nous avons perdu {n} jours », regrette {who}, qui espère que le {word} rouvrira avant l'été.",
    ],
    "ar": [
        "وقال {who} أمام المجلس إن {n} أسرة ما زالت تنتظر سكنا لائقا في حي {word} القديم.",
        "وحسب التقرير الذي قدمه {who}، بلغت الكلفة {n} مليون درهم، أي ضعف ما صرف في السنة الماضية.",
        "وسأل سكان {word} السيد {who} طويلا عن مصير {n} شجرة وعد المجلس بغرسها من جديد.",
        "«لقد ضاعت منا {n} أيام»، يقول {who} الذي يأمل أن يفتح {word} أبوابه قبل الصيف.",
    ],
    "en": [
        "{who} told the council that {n} families are still waiting for a home in the old {word} district.",
        "According to the report by {who}, the cost reached {n} million, which is twice what was spent last year.",
        "People of the {word} asked {who} at length about the {n} trees that the town has promised to plant again.",
        "“We have lost {n} days,” says {who}, who hopes that the {word} will be open before the summer.",
    ],
}
WORDS = {
    "fr": ["marché", "port", "lac", "musée"],
    "ar": ["السوق", "الميناء", "المتحف", "النهر"],
    "en": ["market", "port"],
}
TITLES = {
    "fr": "Le conseil vote le budget de la ville",
    "ar": "المجلس يصادق على ميزانية المدينة",
    "en": "The council votes",
}
BETWEEN = [
    '<div class="ad"><a href="https://ads.example.org/1"><img src="https://ads.example.org/1.gif" width="300"></a></div>',
    '<div class="ads-slot" id="gpt-ad-1"><span>{label}</span></div>',
    '<div class="share-bar"><a href="#">Facebook</a> <a href="#">Twitter</a> <a href="#">WhatsApp</a></div>',
    '<aside class="related"><h3>{also}</h3><ul><li><a href="/1">{other}</a></li><li><a href="/2">{other}</a></li></ul></aside>',
    '<p>{also} : <a href="/3">{other}</a></p>',
    '<div class="newsletter-box"><form><input name="mail"><button>{label}</button></form></div>',
]
FILLING = {
    "fr": {"label": "Publicité", "also": "Lire aussi", "other": "Le stade fermera ses portes pendant deux semaines"},
    "ar": {"label": "إعلان", "also": "اقرأ أيضا", "other": "الملعب يغلق أبوابه أسبوعين كاملين"},
    "en": {"label": "Advertisement", "also": "Read also", "other": "The stadium will be closed for two weeks"},
}
MENU = "<nav class='main-menu'><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"


def paragraph(dice: random.Random, lang: str) -> str:
    chosen = dice.sample(SENTENCES[lang], dice.randint(1, 3))
    return " ".join(
        each.format(who=dice.choice(NAMES), n=dice.randint(2, 99999), word=dice.choice(WORDS[lang])) for each in chosen
    )


def attributes(dice: random.Random) -> str:
    names = f' class="{" ".join(dice.sample(TRADE, dice.randint(1, 2)))}"' if dice.random() < 0.8 else ""
    return names + (f' id="{dice.choice(TRADE)}-{dice.randint(1, 99)}"' if dice.random() < 0.1 else "")


def nested(dice: random.Random, text: str, depth: int = 0) -> str:
    """`text` with inline elements around some of its words."""
    words = text.split(" ")
    if depth > 2 or len(words) < 3 or dice.random() < 0.3:
        return escape(text)
    start = dice.randrange(len(words) - 1)
    end = dice.randint(start + 1, min(len(words), start + 5))
    tag = dice.choice(["span", "a", "b", "i", "em", "strong", "time", "small"])
    link = ' href="/t/x"' if tag == "a" else ""
    before, inner, after = (" ".join(words[a:b]) for a, b in ((0, start), (start, end), (end, len(words))))
    middle = f"<{tag}{link}{attributes(dice)}>{nested(dice, inner, depth + 1)}</{tag}>"
    return " ".join(filter(None, (nested(dice, before, depth + 1), middle, escape(after))))


def page(seed: int, wrap: Callable[[random.Random, str], str]) -> tuple[str, str, list[str]]:
    """(language, HTML, true paragraphs)."""
    dice = random.Random(seed)
    lang = dice.choice(["ar", "fr", "en"])
    true = [paragraph(dice, lang) for _ in range(dice.randint(4, 10))]
    parts = []
    for at, text in enumerate(true):
        parts.append(wrap(dice, nested(dice, text)))
        if at < len(true) - 1 and dice.random() < 0.4:
            parts.append(dice.choice(BETWEEN).format(**FILLING[lang]))
    title, outer = TITLES[lang], dice.choice(["article", "main", "div"])
    html = (
        f'<!doctype html><html lang="{lang}"><head><title>{title}</title></head><body>{MENU}'
        f"<{outer}{attributes(dice)}><h1>{title}</h1>{''.join(parts)}</{outer}>"
        f"<footer><p>© 2024</p></footer></body></html>"
    )
    return lang, html, true


def each_alone(dice: random.Random, text: str) -> str:
    """A paragraph in a wrapper of its own, or in none."""
    html = f"<p{attributes(dice)}>{text}</p>"
    for _ in range(dice.randint(0, 2)):
        tag = dice.choice(["div", "section", "div"])
        html = f"<{tag}{attributes(dice)}>{html}</{tag}>"
    return html


def mostly_plain(dice: random.Random, text: str) -> str:
    """A theme that names few of its paragraphs."""
    return each_alone(dice, text) if dice.random() < 0.3 else f"<p>{text}</p>"


def text_in_boxes(dice: random.Random, text: str) -> str:
    """A theme without <p>."""
    return f"<div{attributes(dice)}>{text}</div>"


def imported(lang: str, html: str) -> Imported:
    return read(html.encode(), Path("page.html"), lang=lang, timezone=ZoneInfo("UTC"), date="2024-07-18")


def shown(markdown: str) -> str:
    from nashra.markup.html import render

    return words_shown(f"<div>{render(markdown)}</div>")


@pytest.mark.parametrize("wrap", [each_alone, mostly_plain, text_in_boxes], ids=lambda each: each.__name__)
@pytest.mark.parametrize("start", range(0, 120, 20))
def test_every_true_paragraph_comes_out_whole_and_in_order(
    start: int, wrap: Callable[[random.Random, str], str]
) -> None:
    for seed in range(start, start + 20):
        lang, html, true = page(seed, wrap)
        found = imported(lang, html)
        text = shown(found.draft.body)
        place = 0
        for each in true:
            at = text.find(each, place)
            assert at >= 0, f"seed {seed}: {each!r} is not in its place in\n{found.draft.body}\nof\n{html}"
            place = at + len(each)
        for other in (FILLING[lang]["other"], "WhatsApp", "Sport", FILLING[lang]["label"]):
            assert other not in text, f"seed {seed}: {other!r} came in\n{found.draft.body}\nof\n{html}"


FIRST = "The scheme, launched in 1982, is to link the bus station to the ring road before the decade is out."
SECOND = "The bill comes to 759 million, and the mayor still promises a balanced budget to the council."
THIRD = "In the old town, traders pulled down their shutters at five for fear of trouble in the streets."


def article(body: str) -> Imported:
    html = f"<!doctype html><html lang='en'><head><title>Ring road</title></head><body><h1>Ring road</h1>{body}</body></html>"
    return imported("en", html)


def test_an_article_in_sections_is_whole_though_one_of_them_has_the_name_of_a_body() -> None:
    first = f"<section><div><p>{FIRST}</p><p>{SECOND}</p></div></section>"
    second = f"<section class='post__body' id='article-content'><div><p>{THIRD}</p><p>{THIRD[:-1]}, again.</p></div></section>"
    label = "<div class='adv-slot'><span>Advertisement</span></div>"
    text = shown(article(f"<article>{first}{label}{second}{label}</article>").draft.body)
    assert all(each in text for each in (FIRST, SECOND, THIRD))
    assert "Advertisement" not in text


@pytest.mark.parametrize("name", ["print-content", "sponsor-note", "nav-open", "share-target"])
def test_a_few_words_between_two_paragraphs_are_a_paragraph(name: str) -> None:
    text = shown(
        article(f"<main><p>{FIRST}</p><p class='{name}'>Yes, but at what price?</p><p>{SECOND}</p></main>").draft.body
    )
    assert f"Yes, but at what price? {SECOND}" in text
