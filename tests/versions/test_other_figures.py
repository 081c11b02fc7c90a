"""A figure that was corrected in one version alone is told; the same figure in another form is nobody's business."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.model import Translation, Version
from nashra.versions.status import Standing, standings
from support.articles import article, with_version

AR = """بلغت كلفة الرصيف 32 مليون درهم، وعمل فيه 45 عاملا طيلة 18 شهرا.

تقلع السفينة على الساعة 20:00 يوم 12 نونبر، وعلى متنها 7% من المسافرين.
"""
FR = """Le quai a coûté 32 millions de dirhams ; quarante-cinq ouvriers y ont travaillé dix-huit mois.

Le navire part à 20 h le 12 novembre, avec 7 % des passagers.
"""
EN = """The quay cost 32 million dirhams (about three million dollars); 45 people built it in a year and a half.

The ship leaves at 8 p.m. on 12 November with 7% of the passengers and 2 dogs.
"""


def standing(source: str, lang: str, text: str) -> Standing:
    by_hand = Version(lang, "t", "s", text, Path(f"{lang}.md"), translation=Translation("ar", "manual"))
    return standings(with_version(article(source), by_hand), [lang], lambda *_: [])[0]


@pytest.mark.parametrize(
    ("source", "lang", "text", "block", "said"),
    [
        (AR.replace("32", "23"), "fr", FR, 1, "“23000000” of the source is “32000000” here"),
        (AR, "fr", FR.replace("32", "52"), 1, "“32000000” of the source is “52000000” here"),
        (AR, "fr", FR.replace("millions", "milliards"), 1, "“32000000” of the source is “32000000000” here"),
        (AR, "fr", FR.replace("20 h", "21 h"), 2, "“20:00” of the source is “21 h” here"),
        (AR.replace("45", "54"), "en", EN, 1, "“54” of the source is “45” here"),
        (
            f"{AR}\nللاتصال: 0524 47 83 21.\n",
            "fr",
            f"{FR}\nContact : 0524 47 83 12.\n",
            3,
            "“0524 47 83 21” of the source",
        ),
        (AR.replace("7%", "9%"), "en", EN, 2, "“9” of the source is “7” here"),
    ],
)
def test_a_figure_that_was_corrected_in_one_version_alone_is_told(
    source: str, lang: str, text: str, block: int, said: str
) -> None:
    ((number, reason),) = standing(source, lang, text).review
    assert (number, said in reason) == (block, True), reason


def test_the_same_figures_in_other_forms_and_remarks_of_a_translator_are_nobodys_business() -> None:
    for lang, text in (("fr", FR), ("en", EN), ("fr", f"{FR}\nLa ville compte 90 000 habitants.\n"), ("fr", FR[:95])):
        assert standing(AR, lang, text) == Standing(lang, "manual")
