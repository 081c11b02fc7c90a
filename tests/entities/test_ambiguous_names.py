"""Names that an editor marks as ambiguous count only where something shows what is meant."""

from __future__ import annotations

import pytest

from nashra.entities.matcher import Matcher
from nashra.model import Entity

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("palestine", "place", {"ar": "فلسطين", "fr": "Palestine", "en": "Palestine"}),
        Entity("west-bank", "place", {"ar": "الضفة الغربية", "fr": "Cisjordanie"}, parent="palestine"),
        Entity("jenin", "place", {"ar": "جنين", "fr": "Jénine"}, parent="west-bank", ambiguous={"ar": ("جنين",)}),
        Entity("un", "organization", {"fr": "Nations unies"}, {"fr": ("ONU",)}),
        Entity("wfp", "organization", {"fr": "PAM"}, parent="un", ambiguous={"fr": ("PAM",)}),
        Entity("morocco", "place", {"fr": "Maroc"}),
        Entity("party", "organization", {"fr": "PAM"}, parent="morocco", ambiguous={"fr": ("PAM",)}),
        Entity(
            "council",
            "organization",
            {"ar": "المجلس الوطني"},
            parent="palestine",
            ambiguous={"ar": ("المجلس الوطني",)},
        ),
    )
}


def found(text: str, lang: str) -> list[str]:
    return [mention.entity for mention in Matcher(ENTITIES, lang).find(text)]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("توفي جنين في بطن أمه.", []),
        ("فلسطين: توفي جنين في بطن أمه.", ["palestine"]),
        ("وصل إلى مدينة جنين.", ["jenin"]),
        ("وصل إلى جنين.", ["jenin"]),
        ("عملية بجنين.", ["jenin"]),
        ("قال المجلس الوطني.", []),
        ("قال المجلس الوطني في فلسطين.", ["council", "palestine"]),
    ],
)
def test_an_arabic_word_needs_a_word_before_it_and_several_need_a_relative(text: str, ids: list[str]) -> None:
    assert found(text, "ar") == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Le PAM appelle à l’aide.", []),
        ("Le PAM appelle l’ONU.", ["wfp", "un"]),
        ("Le PAM gagne au Maroc.", ["party", "morocco"]),
        ("Jénine est calme.", ["jenin"]),
    ],
)
def test_a_name_in_capitals_needs_a_relative_in_the_text(text: str, ids: list[str]) -> None:
    assert found(text, "fr") == ids


def test_a_name_ambiguous_in_one_language_is_not_so_in_another() -> None:
    entity = Entity("x", "organization", {"fr": "RSF", "en": "RSF"}, ambiguous={"en": ("RSF",)})
    assert [len(Matcher({"x": entity}, lang).find("RSF")) for lang in ("fr", "en")] == [1, 0]


TWO_OMANS = {
    entity.id: entity
    for entity in (
        Entity("qatar", "place", {"ar": "قطر"}),
        Entity("jordan", "place", {"ar": "الأردن"}),
        Entity("lebanon", "place", {"ar": "لبنان"}),
        Entity("beirut", "place", {"ar": "بيروت"}, parent="lebanon"),
        Entity("oman", "place", {"ar": "عمان"}),
        Entity("amman", "place", {"ar": "عمان"}, parent="jordan"),
    )
}


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("شاركت لبنان وعمان في الدورة.", ["lebanon", "oman"]),
        ("عاد الوفد من بيروت وعمان أمس.", ["beirut", "amman"]),
        ("يمر الخط بعمان وبيروت.", ["amman", "beirut"]),
        ("صدرت الأردن ولبنان وعمان الخضر إليها.", ["jordan", "lebanon", "oman"]),
        ("الفيلم يعرض في لبنان وعمان وبيروت.", ["lebanon", "oman", "beirut"]),
    ],
)
def test_of_a_country_and_a_town_of_one_name_the_one_is_meant_that_is_as_what_it_is_joined_to(
    text: str, ids: list[str]
) -> None:
    assert [mention.entity for mention in Matcher(TWO_OMANS, "ar").find(text)] == ids
