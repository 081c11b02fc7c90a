"""Who signs: each by the name that the language of a version has, and told apart from a desk or an agency."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nashra.entities.bylines import Bylines, Signed, is_body
from nashra.model import Article, Entity, Source
from support.articles import article, with_version

SARA = Entity("sara", "person", {"ar": "سارة العلوي", "fr": "Sara Alaoui"}, {"ar": ("س. العلوي",)})
ALI = Entity("ali", "person", {"ar": "علي بنصالح", "fr": "Ali Bensalah"})
MAP = Entity("map", "organization", {"ar": "و م ع", "fr": "MAP"})
OTHER_ALI = Entity("other-ali", "person", {"fr": "Ali Bensalah", "ar": "علي بن صالح"})
RABAT = Entity("rabat", "place", {"ar": "الرباط"})


def bylines(*entities: Entity) -> Bylines:
    return Bylines({each.id: each for each in entities or (SARA, ALI, MAP, RABAT)})


def signed_by(*names: str) -> Article:
    old = replace(article("نص."), authors=names)
    return with_version(old, replace(old.original, lang="fr", title="Titre"))


def shown(one: Article, lang: str, by: Bylines) -> list[tuple[str, str, str]]:
    found = by.signed(one, one.versions[lang])
    return [(each.name, each.lang, each.entity.id if each.entity else "") for each in found]


def test_each_has_the_name_of_the_language_and_who_is_not_known_the_one_that_was_written() -> None:
    one = signed_by("سارة العلوي", "ضيف النشرة")
    assert shown(one, "fr", bylines()) == [("Sara Alaoui", "fr", "sara"), ("ضيف النشرة", "ar", "")]
    assert shown(one, "ar", bylines()) == [("سارة العلوي", "ar", "sara"), ("ضيف النشرة", "ar", "")]
    assert bylines().ids(one) == ("sara",)


@pytest.mark.parametrize("written", ["سارة العلوي، علي بنصالح", "س. العلوي ؛ علي بنصالح", "sara, ali"])
def test_several_in_one_text_are_told_apart_where_all_are_known(written: str) -> None:
    assert bylines().ids(signed_by(written)) == ("sara", "ali")
    assert [name for name, _, _ in shown(signed_by(written), "fr", bylines())] == ["Sara Alaoui", "Ali Bensalah"]


@pytest.mark.parametrize("written", ["سارة العلوي، الرباط", "سارة العلوي، مراسلة خاصة"])
def test_a_comma_that_parts_no_authors_stays(written: str) -> None:
    assert shown(signed_by(written), "ar", bylines()) == [(written, "ar", "")]


def test_a_name_that_two_have_is_nobody_s() -> None:
    both = bylines(ALI, OTHER_ALI)
    assert (
        both.known("Ali Bensalah") is None and both.known("علي بنصالح") == ALI and both.known("other-ali") == OTHER_ALI
    )


def test_who_signs_a_translation_stands_in_its_file() -> None:
    one = signed_by("سارة العلوي")
    one = with_version(one, replace(one.versions["fr"], authors=("Ali Bensalah", "Nadia Fassi")))
    assert shown(one, "fr", bylines()) == [("Ali Bensalah", "fr", "ali"), ("Nadia Fassi", "fr", "")]
    assert shown(one, "ar", bylines()) == [("سارة العلوي", "ar", "sara")]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("هيئة التحرير", True),
        ("وكالة الأنباء", True),
        ("و م ع", True),
        ("AFP", True),
        ("La rédaction", True),
        ("Newsroom staff", True),
        ("فريق نشرة", True),
        ("سارة العلوي", False),
        ("Jean-Pierre Dupont", False),
        ("Al Pacino", False),
        ("أ. ب. كريم", False),
        ("نشرة", True),
    ],
)
def test_a_desk_is_no_person(name: str, body: bool) -> None:
    assert is_body(Signed(name, "ar"), signed_by(name)) is body


def test_the_registry_and_the_source_of_an_article_tell_too() -> None:
    assert is_body(Signed("و م ع", "ar", MAP), signed_by("و م ع")) and not is_body(
        Signed("AFP", "fr", SARA), signed_by()
    )
    from_paper = replace(signed_by("Hespress"), source=Source("hespress"))
    assert is_body(Signed("Hespress", "fr"), from_paper) and not is_body(
        Signed("Hespress", "fr"), signed_by("Hespress")
    )
