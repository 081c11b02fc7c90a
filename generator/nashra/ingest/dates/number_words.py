"""Days of the month and small numbers in words: `السابع من أكتوبر`, `quatre juin`, `خمسة عشر يوما`.

All words are folded (see `nashra.ingest.words.fold`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from nashra.ingest.words.fold import fold

# Position 0 is one; a `|` separates spellings.
_AR_ORDINALS = "الأول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع".split()
_AR_TEENS = "الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع".split()
_AR_TENS = {20: ("العشرين", "العشرون"), 30: ("الثلاثين", "الثلاثون")}
_AR_CARDINALS = {
    "احد عشر|احدى عشرة": 11,
    "اثني عشر|اثنا عشر|اثنتي عشرة|اثنتا عشرة": 12,
    **{
        f"{masculine} عشر|{feminine} عشرة": number
        for number, masculine, feminine in (
            (13, "ثلاثة", "ثلاث"), (14, "أربعة", "أربع"), (15, "خمسة", "خمس"), (16, "ستة", "ست"),
            (17, "سبعة", "سبع"), (18, "ثمانية", "ثماني"), (19, "تسعة", "تسع"),
        )
    },
    "عشرين|عشرون": 20, "ثلاثين|ثلاثون": 30, "أربعين|أربعون": 40, "خمسين|خمسون": 50,
}  # fmt: skip
_FR = (
    "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt"
).split()
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
_EN_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()


@lru_cache(maxsize=1)
def day_words() -> Mapping[str, int]:
    """Folded words for a day of the month -> its number. One word of French alone ("un mars") is none."""
    return {fold(words).text: day for words, day in _days()}


def _days() -> Iterator[tuple[str, int]]:
    yield from ((word, day) for day, word in enumerate(_AR_ORDINALS, 1))
    yield "العاشر", 10
    for unit, word in enumerate(_AR_TEENS, 1):
        yield f"{word} عشر", 10 + unit
        for tens, forms in _AR_TENS.items():
            if tens + unit <= 31:
                yield from ((f"{word} و{form}", tens + unit) for form in forms)
                if unit == 1:
                    yield from ((f"الواحد و{form}", tens + unit) for form in forms)
    for tens, forms in _AR_TENS.items():
        yield from ((form, tens) for form in forms)
    yield "premier", 1
    yield from ((word, day) for day, word in enumerate(_FR, 1) if day > 1)
    yield from _tens("vingt", "trente", _FR, ("-", " ", " et ", "-et-"))
    yield "trente", 30
    yield from ((word, day) for day, word in enumerate(_EN_ORDINALS, 1))
    yield from _tens("twenty", "thirty", _EN_ORDINALS, ("-", " "))
    yield "thirtieth", 30


def _tens(twenty: str, thirty: str, units: list[str], joints: tuple[str, ...]) -> Iterator[tuple[str, int]]:
    for joint in joints:
        yield from ((f"{twenty}{joint}{word}", 20 + unit) for unit, word in enumerate(units[:9], 1))
        yield f"{thirty}{joint}{units[0]}", 31


def more_numbers() -> Mapping[str, int]:
    """Folded numbers in words above ten, as counts of days and the like."""
    table = {form: number for forms, number in _AR_CARDINALS.items() for form in forms.split("|")}
    table |= {word: number for number, word in enumerate(_FR, 1) if number > 10}
    table |= {word: number for number, word in enumerate(_EN_CARDINALS, 1) if number > 10}
    table |= {"trente": 30, "quarante": 40, "cinquante": 50, "thirty": 30, "forty": 40, "fifty": 50}
    return {fold(form).text: number for form, number in table.items()}
