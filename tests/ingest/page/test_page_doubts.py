"""What a page leaves uncertain is said at the head of the article: a barrier for subscribers, dates that disagree."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from nashra.kit.errors import ContentError
from support.imported import read

TEXT = (
    "<p>Le marché couvert a rouvert samedi, après deux ans de travaux, devant une foule de clients.</p>"
    "<p>La ville a payé la moitié des travaux, le reste venant de la région et de l'État.</p>"
)
LONG = "".join(
    f"<p>Le stand numéro {number} vend des légumes de la plaine, du pain et des fleurs.</p>" for number in range(30)
)
DATED = '<meta property="article:published_time" content="2024-05-02T10:00:00Z">'


def page(body: str, head: str = DATED) -> Imported:
    html = f"<html lang='fr'><head><title>La halle rouvre ses portes</title>{head}</head><body>{body}</body></html>"
    return read(html.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC"))


def article(more: str = "", above: str = "") -> str:
    return f"{above}<article><h1>La halle rouvre ses portes</h1>{TEXT}{more}</article>"


@pytest.mark.parametrize(
    "barrier",
    [
        "<p>Il vous reste 57 % de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>Il vous reste 57.09% de cet article à lire. La suite est réservée aux abonnés.</p>",
        "<p>بقي 57,5% من هذا المقال</p>",
        "<p>Create an account or sign in to continue with your reading experience.</p>",
        "<div class='paywall'><p>57% left to read</p></div>",
        "<p>هذا المقال مخصص للمشتركين في الموقع</p>",
        "<p>Subscribe to continue reading this story</p>",
        "<p>Cet article est réservé à nos abonnés</p>",
    ],
)
def test_a_page_cut_by_a_barrier_says_so_and_the_barrier_is_no_text(barrier: str) -> None:
    found = page(article(barrier))
    assert any("for subscribers" in each for each in found.draft.comments)
    assert found.draft.body == page(article()).draft.body


def test_data_that_name_a_short_page_as_closed_raise_the_same_doubt() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": "False"}</script>'
    assert any("for subscribers" in each for each in page(article(), DATED + data).draft.comments)
    assert page(article() + LONG, DATED + data).draft.comments == ()


@pytest.mark.parametrize(
    "free",
    [
        "<header><p>Déjà abonné ? Connectez-vous</p></header>",
        "<ul class='related'><li><a href='/x'><p>Réservé aux abonnés</p></a></li></ul>",
        "",
    ],
)
def test_a_free_page_raises_no_doubt(free: str) -> None:
    assert page(article(above=free)).draft.comments == ()


@pytest.mark.parametrize("today", ["mercredi 28 août 2024", "الأربعاء 28 غشت 2024", "Wednesday, August 28, 2024"])
@pytest.mark.parametrize("path", ["2024/08/03/halle", "2024/local/8/3/halle/index.html", "2024-08-03-halle"])
def test_the_day_above_the_headline_loses_against_the_address(today: str, path: str) -> None:
    head = f'<link rel="canonical" href="https://news.example.org/{path}">'
    found = page(article(above=f"<div id='top'>{today}</div>"), head)
    assert found.draft.published.date().isoformat() == "2024-08-03"


def test_the_day_above_the_headline_is_doubted_where_it_stands_alone() -> None:
    found = page(article(above="<div id='top'>mercredi 28 août 2024</div>"), "")
    assert found.draft.published.date().isoformat() == "2024-08-28"
    assert any("above the headline" in each for each in found.draft.comments)


def test_data_that_disagree_with_the_date_shown_are_doubted() -> None:
    shown = "<time class='entry-date' datetime='2023-11-05'>5 novembre 2023</time>"
    html = f"<article><h1>La halle rouvre ses portes</h1>{shown}{TEXT}</article>"
    assert any("2023-11-05" in each and "2024-05-02" in each for each in page(html).draft.comments)
    same = html.replace("2023-11-05", "2024-05-02").replace("5 novembre 2023", "2 mai 2024")
    assert page(same).draft.comments == ()


@pytest.mark.parametrize(
    ("written", "shown", "day"),
    [
        ("2024-05-02T01:49:09Z", "1er mai 2024", "2024-05-01"),
        ("2024-05-02T23:30:00+00:00", "الجمعة 3 ماي 2024", "2024-05-03"),
        ("2024-05-02T23:30:00+00:00", "2 mai 2024", "2024-05-02"),
        # a clock of its own, and another day altogether: the data stand
        ("2024-05-02T23:30:00-04:00", "3 mai 2024", "2024-05-02"),
        ("2024-05-02T01:49:09Z", "28 avril 2024", "2024-05-02"),
    ],
)
def test_the_paper_s_own_day_is_kept_where_its_data_are_in_universal_time(written: str, shown: str, day: str) -> None:
    head = f'<meta property="article:published_time" content="{written}">'
    html = f"<article><h1>La halle rouvre ses portes</h1><p class='entry-date'>{shown}</p>{TEXT}</article>"
    found = page(html, head).draft.published
    assert found.isoformat()[:10] == day
    assert found == datetime.fromisoformat(written)


@pytest.mark.parametrize("name", ["date", "dc.date", "dcterms.date"])
def test_a_date_of_unknown_kind_yields_to_the_one_that_is_shown_for_publication(name: str) -> None:
    html = f"<article><h1>La halle rouvre ses portes</h1><p class='post-date'>Publié le 3 mai 2024</p>{TEXT}</article>"
    found = page(html, f'<meta name="{name}" content="2024-06-11T10:00:00+02:00">')
    assert found.draft.published.date().isoformat() == "2024-05-03"


def test_what_was_left_out_of_the_article_is_told_with_its_reason() -> None:
    box = "<div class='related-posts'><h3>Lire aussi</h3><p><a href='/1'>Le stade fermera deux semaines</a></p></div>"
    comments = "<div id='comments'><p>Anne</p><p>Une très belle halle, que nous attendions depuis longtemps.</p></div>"
    found = page(article(box + TEXT.replace("halle", "nef").replace("samedi", "lundi")) + comments)
    reasons = {each.reason: each.text for each in found.dropped}
    assert "stade" in reasons["related articles"] and "attendions" in reasons["comments"]


@pytest.mark.parametrize("sign", ["<style>", "<script>", "<!--", "<textarea>", "<noscript>", "<select>"])
def test_what_nothing_closes_is_named_with_its_line_since_the_text_behind_it_is_missing(sign: str) -> None:
    (doubt,) = page(article(f"\n\n{sign} a<p>La fin du texte ne doit pas manquer.</p>")).draft.comments
    assert doubt == f"`{sign}` in line 3 of the page is not closed, and what stands behind it is not in the text"
    closed = "<!-- a --><script>x = '<!--'</script><style>p > a {}</style><iframe src='https://x.example/v'/>"
    assert page(article(closed)).draft.comments == ()


def test_an_attribute_that_swallows_words_is_named_with_its_line() -> None:
    (doubt,) = page(
        article("\n<p>Voir <a href='https://x.example>le plan</a> et le <a href='/b'>rapport</a>.</p>")
    ).draft.comments
    assert doubt == "a ' in line 2 of the page is not closed, and words behind it are not in the text"
    closed = "<p><a href='/?a>b'>Un plan</a> et <a href='/c' title='<b>c</b>'>un rapport</a></p>"
    assert page(article(closed)).draft.comments == ()


@pytest.mark.parametrize(
    "style", ["opacity: 0", "opacity:.01", "max-height:0;overflow:hidden", "overflow:hidden;height:0"]
)
def test_what_a_page_may_not_show_is_told_unless_all_of_it_appears_so(style: str) -> None:
    text = "Le reste de l’histoire se lit ici, sous un bouton."
    found = page(article(f"<div style='{style}'><p>{text}</p></div>"))
    assert found.draft.comments == (f"the page may not show {text!r} to its readers",)
    assert text in found.draft.body
    assert page(f"<div style='{style}'>{article()}</div>").draft.comments == ()
    assert page(article(f"<div style='opacity:0.5;height:0'><p>{text}</p></div>")).draft.comments == ()


def test_a_page_that_was_saved_in_part_says_so() -> None:
    whole = f"<html lang='fr'><head><title>La halle rouvre ses portes</title>{DATED}</head><body>{article()}"
    for cut in (whole.removesuffix("</article>"), whole.removesuffix("rticle>"), whole + "<p class='x"):
        assert read(cut.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC")).draft.comments == (
            "the page ends before its text does, and may have been saved in part",
        )
    assert read(whole.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC")).draft.comments == ()


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("404", "<h1>404</h1><p>La page demandée n'existe pas.</p>", "the error of a server"),
        ("Erreur 503", "<h1>Erreur 503</h1><p>Service indisponible.</p>", "the error of a server"),
        ("404 : page introuvable", "<h1>Oups</h1><p>Rien ici.</p>", "the error of a server"),
        ("Page not found", "<h1>Page not found</h1><p>Try the search.</p>", "the error of a server"),
        (
            "Just a moment...",
            "<h1>tarven.example</h1><p>Checking if the site connection is secure.</p>",
            "it stands before one",
        ),
        ("Avant de continuer – La Gazette", f"<h1>Vos données</h1>{TEXT}", "it stands before one"),
        ("Protégé : Réunion", "<h1>Réunion</h1><p>Contenu protégé.</p><input type='password'>", "asks for a password"),
    ],
)
def test_what_a_server_sends_in_the_place_of_a_page_is_no_article(title: str, body: str, said: str) -> None:
    html = f"<html><head><title>{title}</title>{DATED}</head><body>{body}</body></html>"
    with pytest.raises(ContentError) as caught:
        read(html.encode(), Path("p.html"), lang="fr", timezone=ZoneInfo("UTC"))
    assert said in caught.value.problems[0].message


def test_a_short_text_whose_title_begins_with_a_number_is_an_article() -> None:
    html = f"<html><head><title>404 maisons détruites</title>{DATED}</head><body>{TEXT}</body></html>"
    assert (
        read(html.encode(), Path("p.html"), lang="fr", timezone=ZoneInfo("UTC")).draft.title == "404 maisons détruites"
    )
    gate = html.replace("404 maisons détruites", "Avant de continuer la grève, ils votent")
    assert read(gate.encode(), Path("p.html"), lang="fr", timezone=ZoneInfo("UTC")).draft.body


def test_formulas_keep_their_signs_and_pictures_that_were_not_saved_are_told() -> None:
    formula = "<math><semantics><mi>x</mi><mo>=</mo><mn>2</mn><annotation>x = 2</annotation></semantics></math>"
    found = page(article(f"<p>La formule {formula} suffit à tous.</p><img src='plan.png' alt='Plan'>"))
    assert "La formule x=2 suffit à tous." in found.draft.body
    assert any("the picture 'plan.png' was not saved with the page" in each for each in found.notes)
