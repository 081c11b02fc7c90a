"""Names in the order of an index."""

from __future__ import annotations

import pytest

from nashra.languages.collation import letter, sort_key


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("ar", ["أحمد", "آسفي", "إفران", "البحرين", "تطوان", "الرباط", "سلا", "طنجة", "العيون", "فاس", "يوسف", "FIFA"]),
        ("fr", ["Abdellatif", "Économie", "Égypte", "Émile", "Espagne", "œuvre", "Zagora", "طنجة"]),
        ("fa", ["آبادان", "اصفهان", "بوشهر", "پاریس", "تهران", "جلفا", "چابهار", "حافظ", "زنجان", "ژاپن", "سعدی"]),
        ("ar", ["ألاباما", "ألبانيا", "ألمانيا", "إلياس", "الأهرام", "باريس", "الماء", "موسكو"]),
        ("fa", ["سائوتومه", "سابق", "ساتن", "ساحل عاج", "سارایوو", "سؤال", "سوخو", "سیستان"]),
        ("fa", ["قم", "کرمان", "كيش", "گرگان", "لرستان", "ورامین", "همدان", "یزد", "FIFA"]),
        ("es", ["Nador", "Nueva York", "Ñuble", "Orán"]),
        ("en", ["al-Bachir", "Algiers", "Álvarez", "Zürich"]),
    ],
)
def test_names_stand_in_the_order_of_the_language(lang: str, names: list[str]) -> None:
    mixed = [*names[1::2], *names[::2]]
    assert sorted(mixed, key=lambda name: sort_key(name, lang)) == names


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("ar", "الرباط", "ر"),
        ("ar", "أَحْمَد", "ا"),
        ("ar", "إسبانيا", "ا"),
        ("ar", "ألمانيا", "ا"),
        ("ar", "إِلْيَاس", "ا"),
        ("ar", "اَلْمغرب", "م"),
        ("ar", "«الأهرام»", "ا"),
        ("ar", "ٱلرباط", "ر"),
        ("ar", "الله", "ل"),
        ("ar", "آل سعود", "ا"),
        ("ar", "ئيليا", "ي"),
        ("ar", "20 فبراير", "#"),
        ("fa", "پاریس", "پ"),
        ("fa", "گرگان", "گ"),
        ("fa", "كيش", "ک"),
        ("fr", "Égypte", "E"),
        ("fr", "œuvre", "O"),
        ("fr", "« Al Boraq »", "A"),
        ("es", "ñandú", "Ñ"),
        ("es", "nandu", "N"),
        ("en", "", "#"),
        ("en", "'s-Hertogenbosch", "S"),
    ],
)
def test_a_name_stands_under_its_letter(lang: str, name: str, expected: str) -> None:
    assert letter(name, lang) == expected
