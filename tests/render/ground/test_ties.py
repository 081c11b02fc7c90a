"""No line of a page ends between a figure and what it counts, nor before a mark that stands apart."""

from __future__ import annotations

import pytest

from nashra.languages.cldr import language
from nashra.render.ground.phrases import phrase
from nashra.render.ground.ties import NO_BREAK, tied

AR, FR = language("ar"), language("fr")


# ~ is a space where no line may end
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "une hausse de +17,4~% en un mois"),
        ("fr", "le 14~décembre 2024 et le 1er~mai"),
        ("fr", "de 7~h~30 à 9~h, à 90~km/h sur 12~km"),
        ("fr", "Crue~: «~tout va~», dit-il~; vraiment~?"),
        ("fr", "3~millions m’a-t-on dit".replace("~", " ")),
        ("fr", "les 2 l’ont vu, 5 hommes aussi"),
        ("en", "on Saturday 14~December at 2.40~m"),
        ("en", "a fine of €5~m and 300~EUR for 10 dogs"),
        ("ar", "يوم السبت 14~دجنبر و15~كانون الأول"),
        ("ar", "ارتفع بنسبة 12~% في 3 أيام"),
        ("ar", "412,5~ملم على علو 12~م من 5 محطات"),
        ("", "12~% (?)"),
        # what stands between two marks of a figure that was set apart
        ("fr", 'contre <bdi dir="ltr">1 998 000</bdi>~m³ <em>un an</em> plus tôt'),
        # code and what is no text
        ("fr", '<code>a ? b : 5 m</code> <pre>x ; 5 m\ny ! z</pre> <img alt="3 m : x">'),
    ],
)
def test_spaces_are_tied_where_a_line_may_not_end_and_nowhere_else(lang: str, text: str) -> None:
    assert tied(text.replace("~", " "), lang) == text.replace("~", NO_BREAK)


def test_only_pages_have_them_and_what_takes_no_markup_stays_as_it_was_typed() -> None:
    title = phrase("Crue : +17 % le 14 décembre", "fr", FR)
    assert str(title.__html__()) == "Crue~: +17~% le 14~décembre".replace("~", NO_BREAK)
    assert title.text == title.plain == title.plain_inner == "Crue : +17 % le 14 décembre"
    beside = phrase("يوم 14 دجنبر", "ar", FR)
    assert f"14{NO_BREAK}دجنبر" in beside.__html__() and NO_BREAK not in beside.plain
    # an editor's own stay
    assert phrase(f"5{NO_BREAK}% ou 6 %", "fr", FR).plain.count(NO_BREAK) == 2
    assert phrase("الرباط", "ar", AR).html is None
