"""The language of a text: among the site's languages first, and never one that only shares its letters."""

from __future__ import annotations

import pytest

from nashra.ingest.words.language import choose, detect

SITE = ("ar", "fr", "en")
FRENCH = [
    "La halle de Vannes rouvre samedi, après deux ans de travaux, devant une foule de clients venus de toute la région.",
    "La Corse se prépare à une saison de pluies de grande ampleur.",
    "Le prix de la tomate de Casablanca a doublé en une semaine.",
    "La ville de Salé se dote de trois lignes de bus.",
    "Une mine de cobalt de la région de Ouarzazate de nouveau en activité.",
    "Le programme prévoit trois formes d’aide financière aux écoles de la commune.",
    "Que se passe-t-il en mer de Chine ?",
]
OTHERS = {
    "es": [
        "El ministro inauguró el martes una escuela en el pueblo, en presencia de los habitantes y de los alumnos.",
        "La feria reabre el sábado, después de dos años de obras, ante una multitud llegada de toda la región.",
        "Según la policía, el accidente se produjo en la carretera que une las dos ciudades.",
    ],
    "pt": ["A empresa anunciou que vai criar cem postos de trabalho no norte do país, segundo o ministro da economia."],
    "it": ["Il ministro ha inaugurato martedì una scuola nel villaggio, alla presenza degli abitanti e degli alunni."],
    "de": ["Der Minister eröffnete am Dienstag eine Schule im Dorf, in Anwesenheit der Bewohner und der Schüler."],
    "fa": ["رئیس جمهوری در سفر به این شهر از یک مدرسه جدید بازدید کرد و با مردم گفت وگو کرد."],
    "hi": ["प्रधानमंत्री ने मंगलवार को गाँव में एक नए स्कूल का उद्घाटन किया और AI पर बात की।"],
    "ru": ["Министр открыл во вторник новую школу в деревне."],
    "el": ["Ο υπουργός εγκαινίασε την Τρίτη ένα σχολείο στο χωριό."],
}
ARABIC = [
    "افتتح الوزير مدرسة جديدة.",
    "وقّعت شركة OpenSea Maroc اتفاقا مع جامعة Mohammed VI في بنجرير.",
    "قال الوزير: «لن نغلق أي مدرسة»، بحسب وكالة AFP و Reuters.",
]


@pytest.mark.parametrize("text", FRENCH)
def test_french_is_no_spanish_because_it_is_short(text: str) -> None:
    assert choose(text, (), SITE)[0] == "fr"


@pytest.mark.parametrize("text", FRENCH)
@pytest.mark.parametrize("declared", [("fr",), ("fr-FR", "en"), ("en",)])
def test_a_declaration_counts_where_the_words_allow_it(text: str, declared: tuple[str, ...]) -> None:
    assert choose(text, declared, SITE)[0] == "fr"


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in OTHERS.items() for text in texts])
def test_another_language_is_not_taken_for_one_of_the_site(code: str, text: str) -> None:
    assert choose(text, (), SITE)[0] == code == detect(text)
    assert choose(text, ("fr",), SITE)[0] == code


@pytest.mark.parametrize("text", ARABIC)
def test_arabic_with_latin_names_is_arabic(text: str) -> None:
    assert choose(text, ("fr",), SITE)[0] == "ar"


def test_a_text_without_small_words_tells_nothing_and_the_declaration_decides() -> None:
    assert choose("Tanger ; Kénitra ; Rabat ; Casablanca.", (), SITE) == (None, "")
    assert choose("Tanger ; Kénitra ; Rabat ; Casablanca.", ("fr",), SITE)[0] == "fr"
    assert choose("2024 : 15,700", (), SITE) == (None, "")
