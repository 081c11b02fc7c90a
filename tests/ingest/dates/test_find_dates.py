from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.dates.find import find_date, find_dates, parse_date

CASABLANCA = ZoneInfo("Africa/Casablanca")

# text, the part of it that is the date, ISO form of the moment (without a zone: the site's)
GOLDEN = [
    ("hassan faqir18 يوليو 2024آخر تحديث : منذ 4 أشهر", "18 يوليو 2024", "2024-07-18"),
    ("18 يوليوز 2024", "18 يوليوز 2024", "2024-07-18"),
    ("٣ غشت ٢٠٢٤", "٣ غشت ٢٠٢٤", "2024-08-03"),
    ("نُشر في: السبت 3 غشت 2024 - 18:20", "السبت 3 غشت 2024 - 18:20", "2024-08-03T18:20"),
    ("15 شتنبر 2023", "15 شتنبر 2023", "2023-09-15"),
    ("10 نونبر 2023 على الساعة 17:45", "10 نونبر 2023 على الساعة 17:45", "2023-11-10T17:45"),
    ("31 دجنبر 2023", "31 دجنبر 2023", "2023-12-31"),
    ("فاتح ماي 2024", "فاتح ماي 2024", "2024-05-01"),
    ("18 تموز/يوليو 2024", "18 تموز/يوليو 2024", "2024-07-18"),
    ("18 تموز (يوليو) 2024", "18 تموز (يوليو) 2024", "2024-07-18"),
    ("الخميس 12 تشرين الأول/أكتوبر 2023 | الساعة 10:30 ص", None, "2023-10-12T10:30"),
    ("2 كانون الثاني 2024", "2 كانون الثاني 2024", "2024-01-02"),
    ("25 كانون الأول 2023", "25 كانون الأول 2023", "2023-12-25"),
    ("يوم الخميس، 18 يوليو، 2024", "يوم الخميس، 18 يوليو، 2024", "2024-07-18"),
    ("يوليو 18, 2024", "يوليو 18, 2024", "2024-07-18"),
    ("18 من يوليو 2024", "18 من يوليو 2024", "2024-07-18"),
    ("18 شهر يوليوز سنة 2024", "18 شهر يوليوز سنة 2024", "2024-07-18"),
    ("18 جويلية 2024", "18 جويلية 2024", "2024-07-18"),
    ("1 جانفي 2024", "1 جانفي 2024", "2024-01-01"),
    ("22 فيفري 2024", "22 فيفري 2024", "2024-02-22"),
    ("5 أوت 2024", "5 أوت 2024", "2024-08-05"),
    ("9 إبريل 2024", "9 إبريل 2024", "2024-04-09"),
    ("11 اكتوبر 2022", "11 اكتوبر 2022", "2022-10-11"),
    ("7 أغسطس 2024 12:05 ص", "7 أغسطس 2024 12:05 ص", "2024-08-07T00:05"),
    ("7 أغسطس 2024، 3:05 مساءً", "7 أغسطس 2024، 3:05 مساءً", "2024-08-07T15:05"),
    ("18 يوليو 2024م", "18 يوليو 2024م", "2024-07-18"),
    ("12 محرم 1446هـ الموافق 18 يوليو 2024", None, "2024-07-18"),
    ("التاريخ: ١٨/٠٧/٢٠٢٤", "١٨/٠٧/٢٠٢٤", "2024-07-18"),
    ("۲۰۲۴/۷/۱۸", "۲۰۲۴/۷/۱۸", "2024-07-18"),
    ("بتاريخ 2024/07/18 10:30 مساءً", "2024/07/18 10:30 مساءً", "2024-07-18T22:30"),
    ("18 يُولـيو 2024", "18 يُولـيو 2024", "2024-07-18"),
    ("وذلك في 18 يوليو من عام 2024.", "18 يوليو من عام 2024", "2024-07-18"),
    ("18 يوليو 2024 - 10:30 بتوقيت غرينتش", None, "2024-07-18T10:30+00:00"),
    ("20 حزيران 2024 الساعة 10 صباحا", None, "2024-06-20T10:00"),
    ("Publié le jeudi 18 juillet 2024 à 14h35", "jeudi 18 juillet 2024 à 14h35", "2024-07-18T14:35"),
    ("1er août 2024", "1er août 2024", "2024-08-01"),
    ("le 3 févr. 2024", "3 févr. 2024", "2024-02-03"),
    ("Mis à jour le 19/07/2024 à 09:10", "19/07/2024 à 09:10", "2024-07-19T09:10"),
    ("18 juil. 2024, 9 h 05", "18 juil. 2024, 9 h 05", "2024-07-18T09:05"),
    ("31 DÉCEMBRE 2023", "31 DÉCEMBRE 2023", "2023-12-31"),
    ("18.07.2024", "18.07.2024", "2024-07-18"),
    ("18-07-2024", "18-07-2024", "2024-07-18"),
    ("18 / 07 / 2024", "18 / 07 / 2024", "2024-07-18"),
    ("14:05 18/07/2024", "14:05 18/07/2024", "2024-07-18T14:05"),
    ("By John SmithJuly 18, 2024", "July 18, 2024", "2024-07-18"),
    ("Thursday, July 18th, 2024 at 2:35 PM EDT", None, "2024-07-18T14:35-04:00"),
    ("18 July 2024, 14:35 GMT+1", None, "2024-07-18T14:35+01:00"),
    ("18-Jul-2024", "18-Jul-2024", "2024-07-18"),
    ("Sept. 3, 2024", "Sept. 3, 2024", "2024-09-03"),
    ("07/18/2024", "07/18/2024", "2024-07-18"),
    ("2024-07-18", "2024-07-18", "2024-07-18"),
    ("2024-07-18T14:35:00+01:00", None, "2024-07-18T14:35+01:00"),
    ("2024-07-18T14:35:20.123Z", None, "2024-07-18T14:35:20+00:00"),
    ("29 فبراير 2024", "29 فبراير 2024", "2024-02-29"),
]


@pytest.mark.parametrize(("text", "span", "expected"), GOLDEN)
def test_an_absolute_date_is_found_in_its_text(text: str, span: str | None, expected: str) -> None:
    found = find_date(text)
    assert found is not None
    assert text[found.start : found.end] == (text if span is None else span)
    moment, has_time = found.moment(CASABLANCA)
    wanted = datetime.fromisoformat(expected)
    assert moment == (wanted if wanted.tzinfo else wanted.replace(tzinfo=CASABLANCA))
    assert has_time == ("T" in expected)


@pytest.mark.parametrize(
    "text",
    [
        "التظاهرة التي ستنطلق رسميا يوم 26 يوليوز الجاري",
        "في يونيو الماضي",
        "صيف 2024",
        "31/02/2024",
        "29 فبراير 2023",
        "12/01/1446",
        "العدد 2024 من الجريدة",
        "https://example.org/2024/07/18/article",
        "192.168.20.2024",
        "10 ماي",
        "45 يوليو 2024",
        "a score of 18-07",
        "اليوم 24",
        "أخبار اليوم",
        "",
    ],
)
def test_what_names_no_day_of_a_year_is_no_date(text: str) -> None:
    assert find_date(text) is None


@pytest.mark.parametrize(
    ("text", "span", "unit", "amount"),
    [
        ("آخر تحديث : منذ 4 أشهر", "منذ 4 أشهر", "month", 4),
        ("منذ شهرين", "منذ شهرين", "month", 2),
        ("منذ ساعة واحدة", "منذ ساعة واحدة", "hour", 1),
        ("قبل ٣ أيام", "قبل ٣ أيام", "day", 3),
        ("منذ ثلاثة أسابيع", "منذ ثلاثة أسابيع", "week", 3),
        ("منذ يومين", "منذ يومين", "day", 2),
        ("منذ بضع دقائق", "منذ بضع دقائق", "minute", None),
        ("منذ 11 سنة", "منذ 11 سنة", "year", 11),
        ("أمس 14:35", "أمس 14:35", "day", 1),
        ("il y a 3 jours", "il y a 3 jours", "day", 3),
        ("Publié il y a une heure", "il y a une heure", "hour", 1),
        ("an hour ago", "an hour ago", "hour", 1),
        ("Updated 2 months ago", "2 months ago", "month", 2),
        ("yesterday", "yesterday", "day", 1),
    ],
)
def test_a_relative_date_is_found_and_marked_as_such(text: str, span: str, unit: str, amount: int | None) -> None:
    found = find_date(text)
    assert found is not None and found.is_relative
    assert (text[found.start : found.end], found.unit, found.amount) == (span, unit, amount)


def test_a_relative_date_never_overrides_an_absolute_one() -> None:
    found = find_date("منذ شهرين (18 يوليو 2024)")
    assert found is not None and found.day == date(2024, 7, 18)


def test_a_relative_date_is_placed_only_by_a_reference() -> None:
    reference = datetime(2024, 3, 31, 1, tzinfo=UTC)
    expected = {"منذ شهر": date(2024, 2, 29), "an hour ago": date(2024, 3, 31), "2 hours ago": date(2024, 3, 30)}
    expected |= {"منذ سنتين": date(2022, 3, 31), "il y a 3 jours": date(2024, 3, 28)}
    for text, day in expected.items():
        found = find_date(text)
        assert found is not None and found.before(reference) == day
        with pytest.raises(ValueError, match="relative"):
            found.moment(CASABLANCA)


def test_a_day_that_could_be_a_month_is_marked() -> None:
    marks = {text: found.ambiguous for text in ("07/08/2024", "18/07/2024", "07/07/2024") if (found := find_date(text))}
    assert marks == {"07/08/2024": True, "18/07/2024": False, "07/07/2024": False}
    first = find_date("07/08/2024")
    assert first is not None and first.day == date(2024, 8, 7)


def test_all_dates_of_a_line_are_found_in_order() -> None:
    text = "نشر في 18 يوليو 2024، وحدث في 19/07/2024 (منذ شهر)"
    assert [text[each.start : each.end] for each in find_dates(text)] == ["18 يوليو 2024", "19/07/2024", "منذ شهر"]


def test_a_given_date_must_be_nothing_but_a_date() -> None:
    good, bad = parse_date(" 18 يوليوز 2024 "), parse_date("حوالي 18 يوليوز 2024")
    assert good is not None and good.day == date(2024, 7, 18)
    assert bad is None
    assert parse_date("منذ شهرين") is None
