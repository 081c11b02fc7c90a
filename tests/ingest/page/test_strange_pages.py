"""Pages that programs, careless themes and hands make: no text of theirs is lost, doubled or another's without a word."""

from __future__ import annotations

import json
import re
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Imported
from nashra.kit.errors import ContentError
from support.imported import read

ONE = "La halle aux poissons a rouvert samedi matin, après deux ans de travaux et bien des disputes."
TWO = "Les marins y vendent désormais leur pêche eux-mêmes, sous un toit de bois clair."
THREE = (
    "La commune a payé la moitié du chantier, le reste venant de la région et d'un emprunt qui court sur vingt ans, si bien "
    "que les étals se louent un peu plus cher qu'avant, ce dont chacun se plaint sans que personne y renonce pour autant."
)
TEXT = f"<p>{ONE}</p><p>{TWO}</p><p>{THREE}</p>"
TITLE = "La halle aux poissons rouvre enfin"
DAY = "<p>4 mars 2025</p>"


def page(body: str, title: str = TITLE, head: str = "") -> Imported:
    html = f"<html lang='fr'><head><meta charset='utf-8'><title>{title}</title>{head}</head><body>{body}"
    return read(html.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC"))


def article(more: str = "", below: str = "", day: str = DAY) -> str:
    return f"<article><h1>{TITLE}</h1>{day}<p>{ONE}</p>{more}<p>{TWO}</p><p>{THREE}</p>{below}</article>"


BESIDE = {
    "the banner of an archive": f"<div id='wm-ipp-base'><p>{'Ceci est une copie de la page. ' * 4}</p></div>{article()}",
    "the link of a wiki": article(
        "<h2>Le toit<span class='mw-editsection'>[modifier]</span></h2><p>Il est de chêne.</p>"
    ),
    "a box that asks for an address": article(
        "<div><h3>La lettre</h3><p>Chaque vendredi, la mer chez vous.</p><form><input type='email'><button>Oui</button>"
        "<p>Vos données restent ici.</p></form></div>"
    ),
    "a poll": article(
        "<div><p>Faut-il un second toit ?</p><form><input type='radio' name='v'> Oui</form><p>312 votes</p></div>"
    ),
    "a promotion": article(
        "<div><h3>Notre podcast</h3><p>Une histoire de marins. Abonnez-vous !</p><a href='/p'>Écouter</a></div>"
    ),
    "what others advise to read": article(
        "<div><h4>À lire aussi</h4><div><a href='/1'><b>Le phare sera repeint avant l'été</b></a><br>La peinture "
        "s'écaille depuis dix ans.</div></div>"
    ),
    "comments under a heading without a name": f"<div>{article()}</div><div><h3>3 réactions</h3><div><b>Momo</b>"
    "<p>On nous promet cette halle depuis vingt ans, et voilà.</p></div></div>",
    "what readers are told of comments": article(
        below="<div>Bienvenue dans l'espace commentaire. Merci de rester courtois avec tous, et de relire vos phrases.</div>"
    ),
    "teasers around the main part": "<div>"
    + "".join(
        f"<div><p>Une autre nouvelle de la côte porte le numéro {n}, et elle est longue.</p></div>" for n in range(30)
    )
    + f"</div><main>{article()}</main>",
    "a copy for narrow windows": f"<div>{article()}</div><div><h2>{TITLE}</h2>{DAY}{TEXT}</div>",
    "its beginning, which a button unfolds": article(
        day=f"{DAY}<div>{ONE[:60]}... <a href='#x'>Lire la suite</a></div>"
    ),
    "links within the page": article(
        "<p>Aller à : <a href='#toit'>Le toit de bois</a> | <a href='#prix'>Le prix</a></p>"
    ),
    "words in a tip": article().replace(
        "emprunt", "emprunt<span class='tooltiptext'>De l'argent que l'on rend.</span>"
    ),
    "a word for an advertisement before its link": article(
        "<div>- Publicité -<a href='/pub'>Un bateau dès 99 euros</a></div>"
    ),
    "the forum of a site's program": article(
        below="<section class='forum'><h2>Un message, un commentaire ?</h2><p>Qui êtes-vous ?</p></section>"
    ),
    "an arrow before another headline": article("<p>&gt;&gt; <a href='/b'>Notre dossier sur les quais du nord</a></p>"),
    "the column beside the headline's": f"<div class='row'><div class='col-12 col-md-8'><h1>{TITLE}</h1>{DAY}{TEXT}</div>"
    "<div class='col-12 col-md-4'><h3>Marées</h3><p>Brest, 12°C, averses</p></div></div>",
    "where a mistake is told": article(
        below="<p><small>Une erreur dans cet article ? <a href='/e'>Signalez-la</a>.</small></p>"
    ),
    "a word above the headline": article().replace("<h1>", "<div class='s'><p class='surtitre'>Pêche</p></div><h1>"),
    "the day of a change": article(below="<p>Dernière modification : 9 mars 2025</p>"),
    "a plea to subscribe": article(
        below="<div><p>Cet article vous a plu ? Abonnez-vous à la lettre du port.</p></div>"
    ),
    "where it is printed": article(
        below="<p>A version of this article appears in print on March 5, 2025, Section B, "
        "Page 3. Order reprints | Subscribe</p>"
    ),
    "the mail's own lines": article(below="<p>Vous recevez cet e-mail parce que vous êtes inscrit à notre lettre.</p>"),
}


@pytest.mark.parametrize("kind", BESIDE)
def test_what_stands_beside_the_text_is_no_text(kind: str) -> None:
    found = page(BESIDE[kind]).draft
    kept = found.body.replace("## Le toit\n\nIl est de chêne.\n\n", "")
    assert (found.title, kept) == (TITLE, "\n\n".join([ONE, TWO, THREE]))


WHOLE = {
    "text behind the end of the page": f"<h1>{TITLE}</h1>{DAY}<p>{ONE}</p></body></html><p>{TWO}</p><p>{THREE}</p>",
    "an anchor that nothing closes": f"<a name='top'><h1>{TITLE}</h1>{DAY}{TEXT}",
    "a link that nothing closes": f"<article><h1>{TITLE}</h1>{DAY}<p>Voir <a href='/x'>le plan{TEXT * 2}</article>",
    "a figure that nothing closes": f"<article><h1>{TITLE}</h1>{DAY}<p>{ONE}</p><figure><img src='https://x.example/a.jpg'>"
    f"<figcaption>Le toit.</figcaption><p>{TWO}</p><p>{THREE}</p></article>",
    "names of letters escaped twice": article().replace("é", "&amp;eacute;").replace("'", "&amp;#039;"),
    "links between paragraphs that have wrappers": f"<main><article><div data-component='head'><h1>{TITLE}</h1></div>{DAY}"
    + "".join(f"<div data-component='text' class='t'><p>{each}</p></div>" for each in (ONE, THREE.replace("a", "o")))
    + f"<div data-component='sub'><h2>Le bois</h2></div><div data-component='text'><p>{THREE}</p></div><div data-component='links'>"
    "<div><ul><li><a href='/a'>Le phare sera repeint avant l'été</a></li><li><a href='/b'>Le bac de l'île reprend la mer</a></li></ul>"
    f"</div></div><div data-component='text'><p>{TWO}</p><p><i>Suivez le port sur <a href='https://facebook.com/c'>Facebook</a> et "
    "<a href='https://x.com/c'>X</a>.</i></p></div></article></main>",
    "a text of headings": f"<h1>{TITLE}</h1><h6>4 mars 2025</h6>" + TEXT.replace("p>", "h2>"),
    "a box of the theme's": article(f"<aside class='sidebar'><p>{THREE.replace('chantier', 'quai')}</p></aside>"),
    "a line in the headline": article().replace("</h1>", " <small>Reportage au port</small></h1>"),
    "a word in the headline": article().replace("<h1>", "<h1><span>Reportage</span> "),
    "stray text before a block": f"<div>{TITLE}<br>Publié par Anne Roy le 4 mars 2025<br>{TEXT}</div>",
}


@pytest.mark.parametrize("kind", WHOLE)
def test_what_nothing_closes_or_names_is_read_whole(kind: str) -> None:
    found = page(WHOLE[kind]).draft
    assert found.title == TITLE
    assert found.published.isoformat()[:10] == "2025-03-04"
    assert [each for each in (ONE, TWO, THREE) if each not in found.body] == []


TOLD = {
    "the page may not show": (article("<p style='color:#fff'>Des mots blancs sur du blanc, que personne ne lit jamais.</p>"), TITLE),
    "one of several (Page 1 sur 3)": (article(below="<div class='pagination'>Page 1 sur 3 <a href='?p=2'>2</a></div>"), TITLE),
    "the title is cut off": (f"<div>{DAY}{TEXT}</div>", "La halle aux poissons rouvre ses… | Facebook"),
    "its title nowhere": (f"<div>{DAY}{TEXT}</div>", "Ministère de la pêche"),
    "its caption was left out": (
        article("<figure><svg><text>9</text></svg><figcaption>Le prix du kilo de sardines au port.</figcaption></figure>"),
        TITLE,
    ),
    "could not be read": (article("<p>Le maire a parlé d'un grand jour pour toute la c�te.</p>"), TITLE),
    "stands there twice": (article(f"<p>{THREE}</p>"), TITLE),
    "another script": (article("<p>عادت سوق السمك إلى فتح أبوابها صباح السبت بعد سنتين من الأشغال والخلافات.</p>" * 1
                               + "<p>ويبيع البحارة فيها اليوم صيدهم بأنفسهم تحت سقف من الخشب الفاتح اللون.</p>"), TITLE),
    "label of an advertisement": (article("<div><b>Publicité</b><p>Un bateau neuf dès 99 euros par mois, sans frais.</p></div>"),
                                  TITLE),
    "text paid for": (article(day=f"<div>Contenu sponsorisé</div>{DAY}"), TITLE),
    "several pages": (f"{article()}</body></html>\n<html><body><h1>Autre page</h1><p>{TWO}</p>", TITLE),
    "the text is that of its data": ("<div id='app'></div>", TITLE),
}  # fmt: skip
DATA = json.dumps(
    {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2025-03-04",
        "articleBody": "\n".join([ONE, TWO, THREE]),
    }
)
SCRIPT = f'<script type="application/ld+json">{DATA}</script>'


@pytest.mark.parametrize("kind", TOLD)
def test_what_may_be_wrong_is_told(kind: str) -> None:
    body, title = TOLD[kind]
    found = page(body, title, SCRIPT if "data" in kind else "").draft
    assert [each for each in found.comments if kind in each] != []
    assert TWO in found.body
    assert not page(article()).draft.comments


@pytest.mark.parametrize(
    "day",
    [
        "<ul><li><b>12 mai 2019</b> : le premier quai s'effondre une nuit de tempête.</li></ul>",
        "<p>Le <b>12 mai 2019</b>, le premier quai s'est effondré.</p>",
        "<p>Imprimé le 12 mai 2019</p>",
        "<p>12 mai 1921 – 3 mars 2012</p>",
        "<p>Le quai s'est effondré dans la nuit du <time datetime='2019-05-12'>12 mai 2019</time>, sans un blessé.</p>",
        "<blockquote><p>Quel jour !</p>— Le port (@port) <a href='https://x.example/1'>12 mai 2019</a></blockquote>",
    ],
)
def test_a_day_of_which_the_text_tells_is_not_that_of_publication(day: str) -> None:
    with pytest.raises(ContentError, match="no date of publication"):
        page(article(day=day))
    assert page(article(f"{day}", day=DAY)).draft.published.isoformat()[:10] == "2025-03-04"


def test_a_post_of_a_network_is_its_own_words() -> None:
    post = (
        f"<div role='article'><div data-testid='User-Name'>Le port @port</div><h2>{TITLE}</h2>{DAY}{TEXT}<div role='group'>12</div>"
        "<div role='article' aria-label='Commentaire de Momo'><p>Bravo à tous les marins pour cette belle halle toute neuve !</p></div></div>"
    )
    other = (
        f"<div role='article'><div data-testid='User-Name'>Momo @momo</div><p>{'Et le parking, alors ? ' * 4}</p></div>"
    )
    found = page(f"<main>{post}{other}</main>")
    assert found.draft.body == "\n\n".join([ONE, TWO, THREE])
    assert sum("comments" in each.reason for each in found.dropped) == 2


GOOD = {
    "white letters on a dark ground": "<div style='background:#123'><p style='color:white'>Le toit pèse quarante tonnes de chêne.</p></div>",
    "white letters in a dark box": "<div class='box bg-dark'><p style='color:#FFF'>Le toit pèse quarante tonnes de chêne.</p></div>",
    "a word of advertising with a link": "<p>Publicité et <a href='https://x.example/'>affiches</a> couvraient le mur, dit-il.</p>",
    "a link behind an arrow that leads away": "<p>→ <a href='https://x.example/plan.pdf'>Le plan du quai nord et ses étals</a></p>",
    "an arrow before a sentence": "<p>→ Le <a href='/quai'>quai nord</a> restera fermé jusqu'au printemps.</p>",
    "columns of the text itself": "<div class='row'><div class='col-6'><p>Côté nord, les mareyeurs occupent douze étals.</p></div>"
    "<div class='col-6'><p>Côté sud, les pêcheurs en tiennent quarante.</p></div></div>",
    "a box in a narrow column": "<div class='row'><div class='col-8'><p>Les mareyeurs occupent désormais douze des étals du nord.</p></div>"
    "<div class='col-4'><p>Douze étals, quarante pêcheurs.</p></div></div>",
    "a forum that the text is about": "<div class='forum'><p>Le forum des pêcheurs s'est tenu dimanche sous la halle neuve.</p></div>",
    "a sentence on print": "<p>A version of this article of faith has long been heard along the quays, said the mayor.</p>",
    "a crosshead that counts answers": "<h2>54 réponses</h2><p>La moitié des marins n'a pas rendu le papier, dit le maire.</p>",
    "names of letters in code": "<p>Écrire <code>&amp;eacute;</code> pour cette lettre, dit la notice du marchand.</p>",
    "a heading that leads to itself": "<h2 id='x'><a href='#x'>Un toit de bois clair</a></h2><p>Il vient des Landes, dit-on.</p>",
    "a quiz": "".join(
        f"<div><p>Question {n} : qui a payé ?</p><form><input type='radio' name='q{n}'> la ville</form></div>"
        for n in (1, 2, 3)
    ),
    "a word on support": "<p>« Soutenez la halle », écrit <a href='https://x.example/'>la criée</a> aux gens du port.</p>",
}


@pytest.mark.parametrize("kind", GOOD)
def test_good_text_that_looks_alike_stays_without_a_word(kind: str) -> None:
    found = page(article(GOOD[kind]))
    words = re.findall(r"[A-Za-zÀ-ÿ]{5,}", re.sub(r"<[^>]*>|&amp;\w+;", " ", GOOD[kind]))
    assert [word for word in words if word not in found.draft.body] == []
    assert not found.draft.comments
    assert all(each in found.draft.body for each in (ONE, TWO, THREE))


def test_numbers_that_count_up_are_those_at_which_they_end() -> None:
    found = page(article("<p>La halle a <span class='n' data-to-value='98'>0</span> étals, dit le maire du port.</p>"))
    assert "La halle a 98 étals" in found.draft.body


def test_the_numbers_of_pictures_shown_in_turn_are_no_text() -> None:
    slides = "".join(f"<div><img src='https://x.example/{n}.jpg'><span>{n} / 2</span></div>" for n in (1, 2))
    assert "/ 2" not in page(article(slides)).draft.body.replace("https://", "")


def test_formulas_keep_their_signs() -> None:
    formula = "<math><mi>p</mi><mo>=</mo><mfrac><mi>F</mi><msup><mi>a</mi><mn>2</mn></msup></mfrac></math>"
    assert (
        "p=F/(a^2)" in page(article(f"<p>Le poids sur le toit se calcule ainsi : {formula} au mètre.</p>")).draft.body
    )
