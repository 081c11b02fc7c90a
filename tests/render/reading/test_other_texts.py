"""A text, a title or a summary in the wrong file is told; quotations and free summaries annoy nobody."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nashra.model import Translation, Version
from nashra.render.reading.other_texts import in_other_words, of_another_article

DAM = """Le barrage de la vallée est rempli à 52 %, a indiqué jeudi l'agence du bassin. Un an plus tôt, il ne l'était qu'à 31 %.

Les pluies de novembre ont apporté 84 millions de mètres cubes. Les agriculteurs de la plaine espèrent reprendre l'irrigation en mars.
"""
DAM_AR = """بلغت نسبة ملء سد الوادي 52 في المائة، وفق ما أعلنته الوكالة. ولم تكن تتجاوز ٣١ في المائة قبل عام.

وحملت الأمطار 84 مليون متر مكعب.
"""
MATCH = """Le club de la vallée a battu celui de la montagne deux buts à zéro, mercredi soir, devant 3 200 spectateurs.

Le premier but est tombé à la 12e minute, le second à la 77e. Le club est en tête avec 23 points.
"""
ENGLISH = (
    "The dam in the valley is 52% full, the agency said on Thursday, and farmers hope that they can irrigate again."
)
VERSION = Version(lang="fr", title="Le barrage à moitié plein", slug="a", body=DAM, path=Path("fr.md"), body_line=5)


def told(title: str = VERSION.title, summary: str | None = None, body: str = DAM) -> list[str]:
    version = replace(VERSION, title=title, summary=summary, body=body)
    return [problem.message for problem in in_other_words(version)]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": "سد الوادي يمتلئ إلى النصف"}, "the title is not in the letters of 'fr'"),
        ({"summary": "بلغت نسبة ملء السد النصف"}, "the summary is not in the letters of 'fr'"),
        (
            {"body": f"{DAM}\n![عمال الصيانة فوق السد](dam.jpg)\n"},
            "alternative text of this picture is not in the letters",
        ),
        (
            {
                "body": f"{DAM}\nوتأمل التعاونيات أن تعود مياه السقي إلى الحقول في الربيع، بعد عامين من الجفاف الذي طال المنطقة كلها.\n"
            },
            "seems to be in 'ar', in a text in 'fr'",
        ),
        ({"title": "Le barrage (à moitié plein"}, "in the title, nothing closes the bracket of `(à moitié plein…`"),
        ({"summary": "Le barrage de de la vallée"}, "in the summary, `de de`: the word stands there twice"),
        ({"summary": "Le barrage, le mardi 12 novembre 2026"}, "in the summary, `mardi 12 novembre 2026`: that day is"),
        ({"body": f"# Le barrage à moitié plein\n\n{DAM}"}, "the text begins with the title"),
        ({"body": f"**Le Barrage à moitié plein.**\n\n{DAM}"}, "the text begins with the title"),
        ({"body": ENGLISH}, "seems to be in 'en', in a text in 'fr'"),
        ({"body": f"{DAM}\n{ENGLISH}\n\n{ENGLISH}\n"}, "seems to be in 'en', in a text in 'fr'"),
        ({"title": "The main square of the town opens again after the works"}, "the title seems to be in 'en'"),
        ({"summary": "The council approved the works on the main square and the road to it"}, "summary seems to be"),
        ({"body": f"{DAM}\n{DAM}\n{DAM}\n{ENGLISH} {ENGLISH}\n"}, "seems to be in 'en', in a text in 'fr'"),
        ({"body": f"{DAM}\n![Le lac](lac.jpg)\n\nLe soir.\n\n![Le lac](lac.jpg)\n"}, "'lac.jpg' is shown twice"),
        ({"body": f"{DAM}\n{DAM}\n{ENGLISH}\n"}, "seems to be in 'en', in a text in 'fr'"),
        ({"body": f"{DAM}\nفتح السد بعد أمطار الأسبوع في الجهة.\n"}, "seems to be in 'ar', in a text in 'fr'"),
        ({"title": "Le barrage de la vallée est plein Le barrage de la vallée est plein"}, "stands there twice"),
        ({"title": "Le barrage de la vallée est plein :"}, "the end is missing"),
        ({"body": "Texte\n"}, "the text is one word"),
        ({"title": "Le barrage de la vallée est plein après des…"}, "the end is missing behind `des`"),
        (
            {"summary": "Deux buts en seconde période offrent au champion sortant une victoire devant son public"},
            "hardly",
        ),
    ],
)
def test_words_of_another_version_or_article_are_told(changes: dict[str, str], said: str) -> None:
    (message,) = told(**changes)
    assert said in message


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Ooredoo"},
        {"title": "[Vidéo] Le barrage (à moitié) plein :("},
        {
            "body": f"{DAM}\n«وتأمل التعاونيات أن تعود مياه السقي إلى الحقول في الربيع، بعد عامين من الجفاف الذي طال المنطقة»\n"
        },
        {"body": f"Le barrage à moitié plein depuis jeudi.\n\n{DAM}"},
        {"title": "La pluie est là.", "body": "La pluie est là."},
        {"body": f"{DAM}\n![«الوادي»](journal.jpg)\n"},
        {"title": "« الوادي », un journal"},
        {
            "summary": "Après les pluies, l'irrigation peut reprendre dans la plaine, espèrent les agriculteurs du bassin"
        },
        {"summary": "Une bonne nouvelle pour tous"},
        {"body": f"{DAM}\n> {ENGLISH}\n"},
        {"body": f"{DAM}\nIl a répondu :\n\n{ENGLISH} {ENGLISH}\n"},
        {"body": f"{DAM}\nUn ![lac](lac.png) et un ![lac](lac.png) dans une ligne.\n"},
        {"title": "« The Lord of the Rings: The Return of the King » en salle"},
        {"title": "À quand la fin des travaux de la place…"},
        {"body": f"{DAM}\n{DAM}\nCentre for Water and Land of the Region and of the Valleys\n"},
        {"body": f"{DAM}\nمركز الماء والأرض بالجهة\n"},
    ],
)
def test_foreign_names_quotations_and_free_summaries_annoy_nobody(changes: dict[str, str]) -> None:
    assert told(**changes) == []


def test_the_address_of_a_picture_is_no_words_of_a_language() -> None:
    picture = "![The market](27%20%D8%B3%D9%88%D9%82%20%281%29%20%232%20100%25.jpg)"
    body = f"The market of the town opened again in the morning of Tuesday.\n\n{picture}\n"
    version = replace(VERSION, lang="en", title="The market", body=body)
    assert list(in_other_words(version)) == []


def test_the_translation_of_another_article_is_told() -> None:
    source = replace(VERSION, lang="ar", title="السد", body=DAM_AR, path=Path("ar.md"))
    own = replace(VERSION, translation=Translation("ar", "manual"))
    other = replace(own, body=MATCH, title="Victoire du club")
    for version, found in ((own, 0), (other, 1), (replace(other, body="Victoire."), 0)):
        named = {"ar": ["morocco"], "fr": ["morocco"] if version is own else []}
        assert len(list(of_another_article({"ar": source, "fr": version}, named))) == found
