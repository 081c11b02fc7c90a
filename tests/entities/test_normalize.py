from __future__ import annotations

import pytest

from nashra.entities.normalize import Skeletons, folder, normalize, offsets, plain

SAME = [
    ("ar", "الأمم المتّحدة", "الامم المتحده"),
    ("ar", "المغـــرب", "المغرب"),
    ("ar", "إيمانويل مَاكْرُون", "ايمانويل ماكرون"),
    ("ar", "آسيا", "اسيا"),
    ("ar", "القاهرة", "القاهره"),
    ("ar", "الغنوشي", "الغنوشى"),
    ("ar", "موسى", "موسي"),
    ("ar", "دبي", "دبى"),
    ("ar", "مسؤول", "مسوول"),
    ("ar", "الجزائر", "الجزاير"),
    ("ar", "أڭادير", "اكادير"),
    ("ar", "ڨفصة", "قفصة"),
    ("ar", "ﺑﺎﺭﻳﺲ", "باريس"),
    ("ar", "باريس ٢٠٢٤", "باريس 2024"),
    ("ar", "باريس ۲۰۲۴", "باريس 2024"),
    ("ar", "\u200fباريس\u200f", "باريس"),
    ("ar", "عبد\u00a0اللطيف", "عبد اللطيف"),
    ("ar", "کینیا", "كينيا"),
    ("fr", "Côte d’Ivoire", "cote d'ivoire"),
    ("fr", "SAINT-DENIS", "Saint Denis"),
    ("fr", "cœur", "coeur"),
    ("fr", "Alge\u0301rie", "Algérie"),
    ("en", "U.N.", "u n"),
    ("tr", "İstanbul", "istanbul"),
    ("de", "Straße", "STRASSE"),
    ("el", "Αθήνα", "αθηνα"),
]
DIFFERENT = [
    ("ar", "علي", "على"),
    ("ar", "مني", "منى"),
    ("ar", "إلي", "إلى"),
    ("ar", "جدة", "جده"),
    ("ar", "إب", "أب"),
    ("ar", "ليبيا", "لبنان"),
    ("fr", "Nantes", "Nancy"),
    ("fa", "گل", "کل"),
    ("ru", "мой", "мои"),
]


@pytest.mark.parametrize(("lang", "one", "other"), SAME)
def test_two_ways_to_type_a_name_fold_to_the_same(lang: str, one: str, other: str) -> None:
    assert normalize(one, lang) == normalize(other, lang)


@pytest.mark.parametrize(("lang", "one", "other"), DIFFERENT)
def test_two_words_stay_two(lang: str, one: str, other: str) -> None:
    assert normalize(one, lang) != normalize(other, lang)


def test_a_text_without_letters_folds_to_nothing() -> None:
    assert normalize("، … \u200f «»", "ar") == ""


def test_offsets_tell_where_each_letter_came_from() -> None:
    token = "\u200fبَـاريس\u200f"
    places = offsets(token)
    assert plain(token) == "باريس"
    assert [token[place] for place in places[:-1]] == list("باريس")
    assert places[-1] == len(token) - 1


def test_a_mark_belongs_to_the_letter_before_it() -> None:
    assert offsets("مغربٌ") == [0, 1, 2, 3, 5]


@pytest.mark.parametrize(
    "word", ["الأمم", "مدرسة", "جدة", "إب", "على", "علي", "مسئول", "فلسطين", "مرةأخرى", "قانون", "الى"]
)
def test_the_skeleton_of_a_word_stands_for_its_folding_only_where_they_are_the_same(word: str) -> None:
    (bones,) = Skeletons("ar").of([word])[1]
    assert not Skeletons.is_folded(word, bones) or bones == folder("ar")(word)


def test_the_skeletons_of_most_words_are_their_foldings() -> None:
    words = "أعلنت الحكومة المغربية أمس إطلاق برنامج جديد لتأهيل المدارس بالقرى البعيدة".split()
    listed, bones, _ = Skeletons("ar").of(words)
    assert sum(map(Skeletons.is_folded, listed, bones)) >= 8
