"""Languages: direction, names, dates and digits by region, all from CLDR."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from babel import Locale

from nashra.languages.cldr import NUMBERING_SYSTEMS, UnknownLanguage, is_language_code, language
from nashra.render.ground.periods import span_name

DAY = date(2024, 7, 18)


@pytest.mark.parametrize(
    ("code", "region", "digits", "text"),
    [
        ("ar", None, None, "18 يوليوز 2024"),
        ("ar", "MA", None, "18 يوليوز 2024"),
        ("ar", "MA", "arab", "١٨ يوليوز ٢٠٢٤"),
        ("ar", "EG", None, "١٨ يوليو ٢٠٢٤"),
        ("ar", "EG", "latn", "18 يوليو 2024"),
        ("ar", "LB", None, "١٨ تموز ٢٠٢٤"),
        ("ar", "DZ", None, "18 جويلية 2024"),
        ("ar", "ma", None, "18 يوليوز 2024"),
        ("fr", None, None, "18 juillet 2024"),
        ("fr", "MA", None, "18 juillet 2024"),
        ("en", None, None, "18 July 2024"),
        ("en", "US", None, "July 18, 2024"),
        # with or without the sign of the genitive, as the version of CLDR has it
        ("fa", None, None, f"۱۸ {Locale('fa').months['format']['wide'][7]} ۲۰۲۴"),
        ("zh", None, None, "2024年7月18日"),
    ],
)
def test_a_day_is_written_as_its_region_writes_it(code: str, region: str | None, digits: str | None, text: str) -> None:
    assert language(code, region, digits).format_date(DAY) == text


@pytest.mark.parametrize(
    ("code", "day", "text"),
    [
        ("fr", date(2024, 11, 1), "1er novembre 2024"),
        ("fr", date(2024, 11, 11), "11 novembre 2024"),
        ("fr", date(2021, 1, 21), "21 janvier 2021"),
        ("en", date(2024, 11, 1), "1 November 2024"),
        ("es", date(2024, 11, 1), "1 de noviembre de 2024"),
    ],
)
def test_the_first_of_a_month_is_an_ordinal_where_the_language_has_it_so(code: str, day: date, text: str) -> None:
    assert language(code).format_date(day) == text


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2024, 11, 1), date(2024, 11, 7), "1er–7 novembre 2024"),
        (date(2024, 10, 28), date(2024, 11, 1), "28 octobre – 1er novembre 2024"),
        (date(2024, 12, 31), date(2025, 1, 1), "31 décembre 2024 – 1er janvier 2025"),
        (date(2024, 11, 11), date(2024, 11, 21), "11–21 novembre 2024"),
    ],
)
def test_a_span_of_days_has_the_ordinal_too(first: date, last: date, text: str) -> None:
    assert re.sub(r"\s", " ", span_name(language("fr"), first, last)) == text


def test_the_months_of_morocco_are_its_own() -> None:
    months = [language("ar").format_date(date(2024, month, 1)).split()[1] for month in range(1, 13)]
    assert months == "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر".split()


@pytest.mark.parametrize(("region", "text"), [("MA", "14:05"), ("EG", "٢:٠٥ م")])
def test_the_time_of_day_follows_the_region(region: str, text: str) -> None:
    assert language("ar", region).format_time(datetime(2024, 7, 18, 14, 5)).replace("\u202f", " ") == text


@pytest.mark.parametrize(
    ("code", "direction", "name", "tag"),
    [
        ("ar", "rtl", "العربية", "ar-MA"),
        ("he", "rtl", "עברית", "he-IL"),
        ("ckb", "rtl", "کوردیی ناوەندی", "ckb-IQ"),
        ("fr", "ltr", "français", "fr-FR"),
        ("en", "ltr", "English", "en-GB"),
        ("zgh", "ltr", "ⵜⴰⵎⴰⵣⵉⵖⵜ", "zgh-MA"),
    ],
)
def test_a_language_knows_its_direction_and_its_own_name(code: str, direction: str, name: str, tag: str) -> None:
    known = language(code)
    assert (known.dir, known.name, known.tag) == (direction, name, tag)


def test_languages_are_named_in_each_other() -> None:
    assert language("ar").name_of("fr") == "الفرنسية"
    assert language("en").name_of("ar") == "Arabic"
    assert language("en").name_of("qqq") == "qqq"


def test_digits_are_localized_inside_a_text() -> None:
    assert language("ar", "EG").localize_digits("صفحة 12 من 30") == "صفحة ١٢ من ٣٠"
    assert language("ar").localize_digits("صفحة 12") == "صفحة 12"


@pytest.mark.parametrize("digits", NUMBERING_SYSTEMS.values())
def test_a_numbering_system_has_the_ten_digits_in_order(digits: str) -> None:
    assert [int(digit) for digit in digits] == list(range(10))


@pytest.mark.parametrize("code", ["xx", "AR", "a", "", "und", "root", "ar-MA", "ar_MA", "../x", "arab", "no\n"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    assert not is_language_code(code)
    with pytest.raises(UnknownLanguage):
        language(code)


@pytest.mark.parametrize("region", ["XX", "../x", "Arab", "US1", "JP"])
def test_a_region_where_the_language_is_not_known_is_refused(region: str) -> None:
    with pytest.raises(UnknownLanguage):
        language("ar", region)
