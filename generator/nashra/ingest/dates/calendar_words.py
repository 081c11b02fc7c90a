"""Words of dates in Arabic, French and English: months, weekdays, parts of the day, units of time, time zones.

Months and weekdays come from CLDR (through Babel) for every Arab region; what CLDR lacks and newspapers write is added
here. All words are folded (see `nashra.ingest.words.fold`), since texts are compared folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from nashra.ingest.words.fold import fold
from nashra.languages.known import SPECS

# Spellings of the press that CLDR does not list; position 0 is January.
_MORE_MONTHS: tuple[str, ...] = (
    "ينائر|كانون ثاني|كانون ثان|janv|jan",
    "فبرائر|fevr|fev|feb",
    "آذار|اذار",
    "ابريل|إبريل|افريل|نيسان|avr",
    "ماي|مايس|أيار|ايار",
    "يونية|يونيه|جوان|حزيران",
    "يولية|يوليه|يوليوز|جويلية|جويليه|تموز|juil|juill|jul",
    "اغسطس|أغشت|اوت|آب",
    "سبتنبر|سبتامبر|شتمبر|ايلول|sept|sep",
    "اكتوبر|تشرين اول|تشرين أول|oct",
    "نونبر|نوفنبر|نوفمر|تشرين ثاني|تشرين ثان|nov",
    "دجنبر|دسمبر|ديسنبر|كانون اول|كانون أول|dec",
)
_MORE_WEEKDAYS = (
    "الإثنين|الاثنين|الثلاثا|الاربعاء|أربعاء|اربعا|"
    "lun|mar|mer|jeu|ven|sam|dim|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun"
)

# Part of the day -> how it changes an hour of the 12-hour clock: "am", "pm", "night" (late evening or small hours).
DAY_PARTS: Mapping[str, str] = {
    fold(word).text: part
    for part, group in {
        "am": "ص|صباحا|صباح اليوم|فجرا|am|a.m.|a.m|du matin",
        "pm": "م|مساء|ظهرا|عصرا|بعد الظهر|زوالا|بعد الزوال|pm|p.m.|p.m|du soir|de l'apres-midi",
        "night": "ليلا",
    }.items()
    for word in group.split("|")
}

# Unit of time -> its forms; an Arabic dual counts two by itself.
_UNITS: Mapping[str, str] = {
    "second": "ثانية|ثوان|ثواني|seconde|secondes|second|seconds|sec|secs",
    "minute": "دقيقة|دقائق|دقايق|minute|minutes|min|mins",
    "hour": "ساعة|ساعات|heure|heures|hour|hours|hr|hrs|h",
    "day": "يوم|يوما|أيام|jour|jours|day|days|j|d",
    "week": "أسبوع|أسبوعا|أسابيع|semaine|semaines|week|weeks",
    "month": "شهر|شهرا|أشهر|شهور|mois|month|months",
    "year": "سنة|سنوات|سنين|عام|عاما|أعوام|an|ans|annee|annees|year|years",
}
_DUALS: Mapping[str, str] = {
    "second": "ثانيتين|ثانيتان",
    "minute": "دقيقتين|دقيقتان",
    "hour": "ساعتين|ساعتان",
    "day": "يومين|يومان",
    "week": "أسبوعين|أسبوعان",
    "month": "شهرين|شهران",
    "year": "سنتين|سنتان|عامين|عامان",
}
UNITS: Mapping[str, str] = {fold(form).text: unit for unit, forms in _UNITS.items() for form in forms.split("|")}
DUALS: Mapping[str, str] = {fold(form).text: unit for unit, forms in _DUALS.items() for form in forms.split("|")}

# Numbers in words up to ten, and words for an unknown small number (None).
NUMBERS: Mapping[str, int | None] = {
    fold(form).text: value
    for forms, value in (
        ("un|une|a|an|one", 1),
        ("deux|two", 2),
        ("ثلاث|ثلاثة|trois|three", 3),
        ("أربع|أربعة|quatre|four", 4),
        ("خمس|خمسة|cinq|five", 5),
        ("ست|ستة|six", 6),
        ("سبع|سبعة|sept|seven", 7),
        ("ثمان|ثماني|ثمانية|huit|eight", 8),
        ("تسع|تسعة|neuf|nine", 9),
        ("عشر|عشرة|dix|ten", 10),
        ("بضع|بضعة|عدة|quelques|plusieurs|a few|few|several", None),
    )
    for form in forms.split("|")
}

# "Now", "today", "yesterday": a moment named without a number, as (unit, amount).
NAMED_MOMENTS: Mapping[str, tuple[str, int]] = {
    fold(form).text: moment
    for forms, moment in (
        ("الآن|قبل قليل|منذ قليل|منذ لحظات|a l'instant|just now", ("minute", 0)),
        ("اليوم|aujourd'hui|today", ("day", 0)),
        ("أمس|البارحة|hier|yesterday", ("day", 1)),
        ("أول أمس|أمس الأول|أول البارحة|avant-hier|avant hier", ("day", 2)),
    )
    for form in forms.split("|")
}

# Zone -> minutes east of Greenwich. The American ones are those of RFC 2822, section 4.3; the others are the only
# meaning that the letters have in news of Europe and the Arab world.
ZONES: Mapping[str, int] = {
    fold(form).text: minutes
    for forms, minutes in (
        ("z|ut|utc|gmt|wet|بتوقيت غرينتش|بتوقيت غرينيتش|بتوقيت جرينتش|غرينتش|ت غ|تغ", 0),
        ("cet|bst|west", 60),
        ("cest|eet", 120),
        ("eest|بتوقيت مكة المكرمة|بتوقيت مكة", 180),
        ("edt", -240),
        ("est|cdt", -300),
        ("cst|mdt", -360),
        ("mst|pdt", -420),
        ("pst", -480),
    )
    for form in forms.split("|")
}


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """Folded name or abbreviation of a month, without its dot -> its number, 1 to 12."""
    from babel import Locale

    table: dict[str, int] = {}
    for code in (code for spec in SPECS.values() for code in spec.locales):
        forms = Locale.parse(code).months
        for use in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                table |= {fold(name.rstrip(".")).text: number for number, name in forms[use][width].items()}
    for number, names in enumerate(_MORE_MONTHS, 1):
        table |= {fold(name).text: number for name in names.split("|")}
    return table


@lru_cache(maxsize=1)
def weekdays() -> frozenset[str]:
    """Folded names and abbreviations of the days of the week, without dots."""
    from babel import Locale

    names: set[str] = {fold(name).text for name in _MORE_WEEKDAYS.split("|")}
    for code in (spec.locales[0] for spec in SPECS.values() if spec.locales):
        for width in ("wide", "abbreviated"):
            names |= {fold(name.rstrip(".")).text for name in Locale.parse(code).days["format"][width].values()}
    return frozenset(names)


def alternatives(forms: Iterable[str]) -> str:
    """A regular expression for any of `forms`, longest first; a space stands for any run of spaces."""

    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in ordered)
