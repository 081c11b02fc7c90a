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
