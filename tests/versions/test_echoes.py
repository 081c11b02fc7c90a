"""An engine that says the same of everything."""

from __future__ import annotations

from nashra.versions.echoes import echoes

SAID = "The king opened the new port."


def test_the_same_words_for_two_unlike_sentences_are_found_for_both() -> None:
    found = echoes([("ارتفع سعر الزيتون في فاس.", SAID), ("وصل الوفد إلى باريس.", "The delegation arrived.")])
    assert found == {}
    found = echoes([("ارتفع سعر الزيتون في فاس.", SAID), ("عنوان الخبر", SAID.rstrip("."))])
    assert found == {"ارتفع سعر الزيتون في فاس.": "عنوان الخبر", "عنوان الخبر": "ارتفع سعر الزيتون في فاس."}


def test_sentences_that_are_much_alike_may_have_one_translation() -> None:
    assert echoes([("افتتح الملك الميناء الجديد.", SAID), ("افتتح الملكُ الميناءَ الجديد", SAID)]) == {}


def test_short_answers_stand_for_much() -> None:
    assert echoes([("أجل", "Yes."), ("نعم بالتأكيد", "Yes."), ("لا شيء", "None at all")]) == {}
