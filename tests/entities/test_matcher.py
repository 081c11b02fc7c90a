from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.entities.forms import FormMaker
from nashra.entities.index import Words
from nashra.entities.matcher import Matcher
from nashra.entities.normalize import folder, normalize, token_pattern
from nashra.entities.rules import rules_of
from nashra.model import Entity, EntityType


def entity(
    key: str, name: str, lang: str, *aliases: str, kind: EntityType = "place", parent: str | None = None
) -> Entity:
    return Entity(key, kind, {lang: name}, {lang: aliases} if aliases else {}, parent=parent)


def matcher(lang: str, *entities: Entity) -> Matcher:
    return Matcher({item.id: item for item in entities}, lang)


def found(text: str, lang: str, *entities: Entity) -> list[tuple[str, str]]:
    return [(item.entity, text[item.start : item.end]) for item in matcher(lang, *entities).find(text)]


def test_nothing_is_found_in_nothing() -> None:
    assert found("", "ar", entity("a", "المغرب", "ar")) == []
    assert found("المغرب", "ar") == []


def test_the_longest_name_wins() -> None:
    places = entity("club", "Paris Saint-Germain", "fr", kind="organization"), entity("paris", "Paris", "fr")
    assert found("Le Paris Saint-Germain à Paris", "fr", *places) == [
        ("club", "Paris Saint-Germain"),
        ("paris", "Paris"),
    ]


def test_a_name_broken_off_leaves_its_beginning() -> None:
    places = entity("garden", "بستان فيكتوريا الكبير", "ar"), entity("victoria", "فيكتوريا", "ar")
    assert found("بستان فيكتوريا", "ar", *places) == [("victoria", "فيكتوريا")]


@pytest.mark.parametrize("gap", [", ", ". ", "\n\n", " – puis ", " (", " / ", "؛ "])
def test_a_name_does_not_run_across_a_break(gap: str) -> None:
    assert found(f"à Abou{gap}Dhabi", "fr", entity("abu-dhabi", "Abou Dhabi", "fr")) == []


@pytest.mark.parametrize("gap", [" ", "\n", "\u00a0", "  ", "-", "\u202f"])
def test_a_name_may_run_across_a_line_end_or_a_hyphen(gap: str) -> None:
    text = f"à Abou{gap}Dhabi"
    assert found(text, "fr", entity("abu-dhabi", "Abou Dhabi", "fr")) == [("abu-dhabi", f"Abou{gap}Dhabi")]


def test_spans_take_in_tashkeel_and_leave_out_marks_of_direction() -> None:
    text = "في \u200fبِالْمَغْرِبِ\u200f."
    assert found(text, "ar", entity("morocco", "المغرب", "ar")) == [("morocco", "الْمَغْرِبِ")]


def test_a_name_in_presentation_forms_is_found() -> None:
    assert found("ﺑﺒﺎﺭﻳﺲ", "ar", entity("paris", "باريس", "ar")) == [("paris", "ﺒﺎﺭﻳﺲ")]


def test_a_first_name_of_the_registry_keeps_its_first_letter() -> None:
    places = entity("rim", "ريم", "ar", kind="person"), entity("karim", "نجم كريم", "ar", kind="person")
    assert found("قال كريم لريم", "ar", *places) == [("rim", "ريم")]


def test_a_longer_name_may_stand_behind_a_particle_that_looks_like_a_word() -> None:
    people = (
        entity("lahcen", "لحسن الداودي", "ar", kind="person"),
        entity("hassan", "حسن نصر", "ar", kind="person"),
    )
    assert found("دعا لحسن نصر", "ar", *people) == [("hassan", "حسن نصر")]


def test_the_article_is_no_particle() -> None:
    assert (
        found("التقرير المالي والوضع العماني", "ar", entity("mali", "مالي", "ar"), entity("oman", "عمان", "ar")) == []
    )


def test_an_entity_without_a_name_in_the_language_is_found_under_its_others() -> None:
    item = Entity("hrw", "organization", {"en": "Human Rights Watch"}, {"fr": ("HRW",)})
    assert [m.entity for m in matcher("ar", item).find("قالت Human Rights Watch إن")] == ["hrw"]
    assert matcher("fr", item).find("Human Rights Watch") == []


def test_a_shared_name_goes_to_the_one_named_in_full() -> None:
    people = (
        entity("father", "George H. W. Bush", "en", "Bush", kind="person"),
        entity("son", "George W. Bush", "en", "Bush", kind="person"),
    )
    assert found("Bush spoke.", "en", *people) == []
    assert found("George W. Bush came. Bush spoke.", "en", *people) == [("son", "George W. Bush"), ("son", "Bush")]
    assert found("George W. Bush met George H. W. Bush. Bush spoke.", "en", *people) == [
        ("son", "George W. Bush"),
        ("father", "George H. W. Bush"),
    ]


def test_a_shared_name_goes_to_the_parent_of_one_that_is_found() -> None:
    places = (
        entity("georgia", "Georgia", "en"),
        entity("georgia-us", "Georgia State", "en", "Georgia"),
        entity("tbilisi", "Tbilisi", "en", parent="georgia"),
        entity("atlanta", "Atlanta", "en", parent="georgia-us"),
    )
    assert found("In Tbilisi, Georgia", "en", *places) == [("tbilisi", "Tbilisi"), ("georgia", "Georgia")]
    assert found("In Atlanta, Georgia", "en", *places) == [("atlanta", "Atlanta"), ("georgia-us", "Georgia")]
    assert found("In Atlanta and Tbilisi and Georgia", "en", *places)[2:] == []


def test_a_shared_name_hides_the_shorter_name_in_it() -> None:
    places = entity("one", "Santa Fe Sur", "es"), entity("two", "Santa Fe Sur", "es"), entity("fe", "Santa Fe", "es")
    assert found("en Santa Fe Sur", "es", *places) == []


def test_a_name_of_digits_or_of_one_letter_is_not_looked_for() -> None:
    assert (
        found("En 1984, X et 24", "fr", entity("a", "1984", "fr"), entity("b", "X", "fr"), entity("c", "24", "fr"))
        == []
    )


@pytest.mark.parametrize(
    ("lang", "name", "text", "span"),
    [
        ("de", "Österreich", "In Österreich und OSTERREICH", "Österreich"),
        ("es", "México", "en México", "México"),
        ("it", "Italia", "nell'Italia del nord", "Italia"),
        ("it", "Italia", "Dell’Italia si parla", "Italia"),
        ("tr", "Türkiye", "Türkiye'nin başkenti", "Türkiye"),
        ("ru", "Москва", "в городе Москва", "Москва"),
        ("fa", "ایران", "در ايران", "ايران"),
        ("he", "ישראל", "מדינת ישראל", "ישראל"),
        ("ja", "東京", "昨日東京で会議", "東京"),
        ("th", "ไทย", "ประเทศไทย", "ไทย"),
        ("hi", "दिल्ली", "नई दिल्ली में", "दिल्ली"),
    ],
)
def test_any_language_works(lang: str, name: str, text: str, span: str) -> None:
    assert found(text, lang, entity("x", name, lang))[0] == ("x", span)


def test_a_huge_word_or_a_huge_name_does_no_harm() -> None:
    place = entity("paris", "Paris", "fr")
    long = entity("long", " ".join(["عبد"] * 3000), "ar")
    assert found("P" * 200_000 + " Paris " + "عبد " * 3000, "fr", place, long)[0] == ("paris", "Paris")
    assert found("عبد " * 2999, "ar", long) == []


NAMES = {
    "ar": ["المغرب", "باريس", "باريس 2024", "عبد اللطيف حموشي", "حموشي", "مالي", "كان", "الليكود", "إب", "قطر"],
    "fr": ["Maroc", "Paris", "Côte d'Ivoire", "ONU", "Saint-Denis", "Emmanuel Macron", "Macron", "Sale", "Mai"],
    "en": ["Morocco", "Paris", "US", "WHO", "Theresa May", "May", "Paris Hilton", "AT&T", "St. Louis", "D.C."],
}
KINDS: tuple[EntityType, ...] = ("person", "place", "organization", "event")
PIECES = st.one_of(
    st.sampled_from([name for names in NAMES.values() for name in names]),
    st.sampled_from(
        ["و", "ب", "ل", "لل", "\u200f", "ـ", "َ", "'", "’", "-", ".", " ", "\n", "\n\n", ", ", "« ", "s", "L'"]
    ),
    st.sampled_from(["في", "كان", "Brigitte", "le", "THE", "٢٠٢٤", "ﻻ", "\u0301", "ß", "İ", "@"]),
    st.text(max_size=4),
)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(NAMES)), st.lists(PIECES, max_size=30).map("".join))
def test_spans_are_ordered_apart_and_exact(lang: str, text: str) -> None:
    entities = [entity(f"e{n}", name, lang, kind=KINDS[n % 4]) for n, name in enumerate(NAMES[lang])]
    mentions = matcher(lang, *entities).find(text)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        name = normalize(NAMES[lang][int(mention.entity[1:])], lang).replace(" ", "")
        span = normalize(text[mention.start : mention.end], lang).replace(" ", "")
        # behind ل the article is written without its alef
        assert span in (name, name.removeprefix("ا"), name.removeprefix("ال"))


@settings(max_examples=50, deadline=None)
@given(st.lists(PIECES, max_size=20).map("".join))
def test_what_was_read_before_changes_nothing(text: str) -> None:
    entities = [entity(f"e{n}", name, "ar", kind=KINDS[n % 4]) for n, name in enumerate(NAMES["ar"])]
    used = matcher("ar", *entities)
    used.find("في المغرب وباريس " + text[::-1])
    assert used.find(text) == matcher("ar", *entities).find(text)


def test_behind_an_attached_particle_a_name_of_two_letters_is_not_looked_for_and_one_of_three_is() -> None:
    people = entity("mai", "مي", "ar", kind="person"), entity("huda", "هدى", "ar", kind="person")
    assert found("وصلت مي. ومي هي الأولى، وهدى الثانية.", "ar", *people) == [("mai", "مي"), ("huda", "هدى")]


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_names_of_plain_words_have_the_one_path_that_the_long_way_gives(lang: str) -> None:
    names = {
        "ar": ["الرباط", "فاس", "جامعة الدول", "محمد الخامس", "الأمم المتحدة"],
        "fr": ["Rabat", "Île Verte", "Cour des comptes", "El Jadida", "Pays de Galles"],
        "en": ["Rabat", "White House", "House of Lords", "El Jadida", "G20 Compact"],
    }[lang]
    fold = folder(lang)
    maker = FormMaker(lang, rules_of(lang), token_pattern(lang).split, Words(fold), fold)
    assert maker.are_simple(names)
    for name in names:
        entity = Entity("x", "place", {lang: name})
        assert list(maker.paths(name, entity)) == [maker.simple(name, entity)]
    assert not maker.are_simple(["ONU"])
    assert not maker.are_simple(["Saint-Denis"])
    assert maker.are_simple(["شارع بن كيران"]) == (lang != "ar")
