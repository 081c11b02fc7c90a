"""Dates in the Persian calendar, where a site asks for it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from nashra.kit.errors import ConfigError
from nashra.languages.cldr import Language, language
from nashra.languages.persian import persian_day
from nashra.render.ground.periods import day_name, month_alone, month_name, span_name
from nashra.settings import config

SITE = '[site]\nurl = "https://example.org/"\nlanguages = ["fa", "fr"]\ntitle = "x"\n\n'


def persian(region: str | None = None, digits: str | None = None) -> Language:
    return language("fa", region, digits, "persian")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-03-19", (1402, 12, 29)),
        ("2024-03-20", (1403, 1, 1)),  # Nowruz
        ("2025-03-20", (1403, 12, 30)),  # the last day of a leap year
        ("2025-03-21", (1404, 1, 1)),
        ("1979-02-11", (1357, 11, 22)),
        ("2000-01-01", (1378, 10, 11)),
        ("1941-09-16", (1320, 6, 25)),
        ("1951-03-20", (1329, 12, 29)),
        ("1953-08-19", (1332, 5, 28)),
        ("2024-09-21", (1403, 6, 31)),
        ("2024-09-22", (1403, 7, 1)),
    ],
)
def test_a_day_has_its_place_in_the_persian_calendar(day: str, expected: tuple[int, int, int]) -> None:
    assert persian_day(date.fromisoformat(day)) == expected


def test_the_day_after_the_last_of_a_month_is_a_first_in_all_years() -> None:
    days = [persian_day(date.fromordinal(number)) for number in range(date(1900, 1, 1).toordinal(), 774_000)]
    for one, two in pairwise(days):
        assert two == (one.year, one.month, one.day + 1) or two.day == 1
        assert two.day != 1 or one.day >= 29


def test_dates_are_written_with_its_months_and_the_digits_of_the_language() -> None:
    day = date(2024, 7, 18)
    assert persian().format_date(day) == "۲۸ تیر ۱۴۰۳"
    assert persian("AF").format_date(day) == "۲۸ سرطان ۱۴۰۳"
    assert persian(digits="latn").format_date(day) == "28 تیر 1403"
    assert day_name(persian(), day) == "پنجشنبه ۲۸ تیر ۱۴۰۳"
    assert persian().day_number(day) == "۲۸"
    assert language("fa").format_date(day).endswith("۲۰۲۴")


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2024-07-18", "2024-07-18", "۲۸ تیر ۱۴۰۳"),
        ("2024-07-15", "2024-07-18", "۲۵–۲۸ تیر ۱۴۰۳"),
        ("2024-07-18", "2024-07-25", "۲۸ تیر – ۴ مرداد ۱۴۰۳"),
        ("2024-03-18", "2024-03-24", "۲۸ اسفند ۱۴۰۲ – ۵ فروردین ۱۴۰۳"),
    ],
)
def test_a_span_of_days_is_written_with_what_differs(first: str, last: str, text: str) -> None:
    assert span_name(persian(), date.fromisoformat(first), date.fromisoformat(last)) == text


def test_a_month_of_an_archive_names_the_two_that_it_lies_in() -> None:
    assert month_name(persian(), date(2024, 7, 1)) == "تیر – مرداد ۱۴۰۳"
    assert month_name(persian(), date(2024, 3, 1)) == "اسفند ۱۴۰۲ – فروردین ۱۴۰۳"
    assert month_name(persian(), date(9999, 12, 1)).startswith("آذر – دی")
    assert month_alone(persian(), 12) == "آذر – دی"
    assert persian().year_name(2024) == "۱۴۰۲ – ۱۴۰۳" and language("fr").year_name(2024) == "2024"


def test_a_site_asks_for_it_in_its_settings() -> None:
    settings = config.parse(f'{SITE}[languages.fa]\ncalendar = "persian"\n', Path("/site"))
    assert settings.languages["fa"].format_date(date(2024, 7, 18)) == "۲۸ تیر ۱۴۰۳"
    assert settings.languages["fr"].format_date(date(2024, 7, 18)) == "18 juillet 2024"


@pytest.mark.parametrize(
    ("table", "message"),
    [('[languages.fr]\ncalendar = "persian"', "not known in 'fr'"), ('[languages.fa]\ncalendar = "jalali"', "jalali")],
)
def test_a_calendar_that_is_none_is_an_error_with_its_line(table: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message) as caught:
        config.parse(f"{SITE}{table}\n", Path("/site"))
    assert caught.value.problems[0].line == 7
