"""Names that are part of something else, words that are only written like names, and the reverse."""

from __future__ import annotations

import pytest

from nashra.entities.glossary import Glossary
from nashra.entities.matcher import Matcher
from nashra.model import Entity, EntityType


def entity(id: str, kind: EntityType, parent: str | None = None, **names: str) -> Entity:
    """`names`: language -> name; one that ends in "?" needs context."""
    plain = {lang: name.removesuffix("?") for lang, name in names.items()}
    doubtful = {lang: (plain[lang],) for lang, name in names.items() if name.endswith("?")}
    return Entity(id, kind, plain, parent=parent, ambiguous=doubtful)


ENTITIES = {
    item.id: item
    for item in (
        entity("chad", "place", ar="تشاد", fr="Tchad", en="Chad"),
        entity("france", "place", ar="فرنسا", fr="France", en="France"),
        entity("qatar", "place", ar="قطر", fr="Qatar", en="Qatar"),
        entity("saudi", "place", ar="السعودية", fr="Arabie saoudite", en="Saudi Arabia"),
        entity("mali", "place", ar="مالي", fr="Mali", en="Mali"),
        entity("niger", "place", ar="النيجر", fr="Niger", en="Niger"),
        entity("morocco", "place", ar="المغرب", fr="Maroc", en="Morocco"),
        entity("fez", "place", "morocco", ar="فاس", fr="Fès", en="Fez"),
        entity("rabat", "place", "morocco", ar="الرباط", fr="Rabat", en="Rabat"),
        entity("jordan", "place", ar="الأردن", fr="Jordanie", en="Jordan"),
        entity("turkey", "place", ar="تركيا", fr="Turquie", en="Turkey"),
        entity("holland", "place", ar="هولندا", fr="Hollande", en="Holland"),
        entity("swiss", "place", ar="سويسرا", fr="Suisse", en="Switzerland"),
        entity("ramadan", "event", ar="شهر رمضان", fr="Ramadan", en="Ramadan"),
        entity("fatah", "organization", ar="فتح", fr="Fatah", en="Fatah"),
        entity("pps", "organization", "morocco", ar="حزب التقدم", fr="PPS?", en="PPS?"),
        entity("pjd", "organization", "morocco", ar="حزب العدالة", fr="PJD", en="PJD"),
        entity("bbc", "organization", ar="هيئة الإذاعة البريطانية", fr="BBC", en="BBC"),
        entity("king", "person", "morocco", ar="محمد السادس", fr="Mohammed VI", en="Mohammed VI"),
        entity("renault", "organization", ar="رونو", fr="Renault", en="Renault"),
    )
}


def found(lang: str, text: str) -> list[str]:
    return [text[item.start : item.end] for item in Matcher(ENTITIES, lang).find(text)]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Le lac Tchad recule au Tchad.", ["Tchad"]),
        ("fr", "Le long du fleuve Niger, au Niger.", ["Niger"]),
        ("en", "The Niger River crosses Niger.", ["Niger"]),
        ("en", "Lake Chad shrinks in Chad.", ["Chad"]),
        ("ar", "جفت بحيرة تشاد في تشاد، وفاض نهر النيجر.", ["تشاد"]),
        ("ar", "التقى الجاران في تقاطع شارعي محمد السادس والنيجر.", []),
        ("ar", "زار الوفد مدينتي فاس والرباط.", ["فاس", "الرباط"]),
        ("ar", "تدرس في معهد بالرباط، ودرست في جامعة الرباط.", ["الرباط"]),
        ("ar", "افتتح معرض الرباط الدولي أبوابه في الرباط.", ["الرباط"]),
        ("ar", "تشاد الجاران في السوق ثم تصالحا، وتشاد الشقيقة تراقب.", ["تشاد"]),
        ("fr", "La Banque de France, le Tour de France et Air France sont en France.", ["France"]),
        ("en", "Air France and Radio France: New Routes to France", ["France"]),
        ("en", "A match at the Qatar Stadium in Qatar.", ["Qatar"]),
        ("fr", "Un Suisse est arrivé de Suisse.", ["Suisse"]),
        ("ar", "زار دول المغرب العربي ثم المغرب.", ["المغرب"]),
        ("ar", "أفطر الصائمون ساعة المغرب في المغرب.", ["المغرب"]),
        ("ar", "أصيب في الرباط الصليبي وعولج في الرباط.", ["الرباط"]),
        ("ar", "حوض قطر دائرته مئة متر في قطر.", ["قطر"]),
    ],
)
def test_a_river_a_bank_or_a_ligament_is_not_the_place(lang: str, text: str, names: list[str]) -> None:
    assert found(lang, text) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("en", "Michael Jordan scored. Mr Jordan left. Mr. Jordan came back to Jordan.", ["Jordan"]),
        ("en", "Chad Miller and Jordan Smith won the doubles in Chad.", ["Chad"]),
        ("fr", "L'ancien président Hollande, M. Hollande, a quitté la Hollande.", ["Hollande"]),
        ("fr", "Tariq Ramadan a parlé avant le Ramadan.", ["Ramadan"]),
    ],
)
def test_a_surname_is_not_the_place_or_the_event(lang: str, text: str, names: list[str]) -> None:
    assert found(lang, text) == names


def test_a_headline_of_small_and_capital_words_is_still_a_headline() -> None:
    assert found("en", "Chad Rebels Leave the Capital for Niger") == ["Chad", "Niger"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("نفت السعودية الخبر، وقالت السعودية إنها مستعدة، بين فرنسا والسعودية وللسعودية.", 4),
        ("دعا الرئيس السعودية إلى الحوار. اتهم الحوثيون السعودية.", 2),
        ("نقل الدورة إلى السعودية، والى السعودية، في السعودية، لدى السعودية.", 4),
        ("القوات السعودية والحكومة السعودية وللشركة السعودية وصحيفة عكاظ السعودية.", 0),
    ],
)
def test_an_adjective_is_told_from_the_country_by_the_noun_before_it(text: str, names: int) -> None:
    assert sum(name.endswith("سعودية") for name in found("ar", text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("استقبل الوزير وفدا تركيا رفيعا.", []),
        ("ضم الفريق لاعبا شابا تركيا.", []),
        ("استدعت الوزارة سفيرا جديدا تركيا.", []),
        ("زار الوزير أيضا تركيا.", ["تركيا"]),
        ("دعت الحكومة رسميا تركيا إلى الحوار.", ["تركيا"]),
        ("فاز منتخبا تركيا وفرنسا.", ["تركيا", "فرنسا"]),
        ("عادت جارتها تركيا إلى المفاوضات.", ["تركيا"]),
        ("تتحدث عن قضايا تركيا.", ["تركيا"]),
    ],
)
def test_an_adjective_that_is_spelt_like_its_country_is_told_by_the_noun_that_it_agrees_with(
    text: str, names: list[str]
) -> None:
    assert found("ar", text) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Le film « Un été à Rabat » sort à Rabat.", ["Rabat"]),
        ("fr", "Le roman « Rabat la nuit » est un succès.", []),
        ("fr", "Il a dit « je vis à Rabat » avant de partir.", ["Rabat"]),
        ("en", 'The band "Sons of Rabat" plays in Rabat.', ["Rabat"]),
        ("en", 'He said "I live in Rabat" twice.', ["Rabat"]),
        ("ar", "أحيت فرقة «أبناء الرباط» حفلا في الرباط.", ["الرباط"]),
        ("ar", "رست الناقلة «فرنسا الحرة» أمس.", []),
        ("ar", "قال «زرت الرباط مرتين» ثم سكت.", ["الرباط"]),
    ],
)
def test_the_words_of_a_title_in_quotation_marks_name_nothing(lang: str, text: str, names: list[str]) -> None:
    assert found(lang, text) == names


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("fr", "Sa fille Chad et son fils Rabat dorment.", ["Rabat"]),
        ("en", "Their son Chad was born in Chad.", ["Chad"]),
        ("en", "His daughter, Chad said, is ill.", ["Chad"]),
        ("ar", "سافرت ابنته تشاد إلى تشاد.", ["تشاد"]),
    ],
)
def test_a_relative_with_a_first_name_that_places_have_is_no_place(lang: str, text: str, names: list[str]) -> None:
    assert found(lang, text) == names


def test_hamza_may_be_left_out_of_a_name_but_not_put_into_it() -> None:
    assert found("ar", "اعتدى عليه بفأس في فاس") == ["فاس"]
    assert found("ar", "عاد من الاردن") == ["الاردن"]


def test_a_common_word_is_a_name_beside_another_name_of_its_kind() -> None:
    assert found("ar", "أعربت مالي والنيجر عن أسفهما") == ["مالي", "النيجر"]
    assert found("ar", "أعلن عن دعم مالي ونيجري") == []


def test_to_open_is_no_movement() -> None:
    assert found("ar", "طالب بفتح تحقيق ودعا لفتح الحدود، وقالت حركة فتح لا") == ["فتح"]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_a_doubtful_name_counts_beside_another_child_of_its_parent(lang: str) -> None:
    assert found(lang, "PJD, PPS") == ["PJD", "PPS"]
    assert found(lang, "PPS") == []


def test_names_in_latin_letters_are_found_in_an_arabic_text() -> None:
    assert found("ar", "نقلت BBC عن Renault وRenault أخرى، لا عن bbc") == ["BBC", "Renault", "Renault"]


def test_arabic_words_in_a_french_text_are_a_quotation() -> None:
    assert found("fr", "Le titre « المغرب » et le Maroc") == ["Maroc"]


def test_a_name_left_in_latin_letters_is_not_translated() -> None:
    assert Glossary(ENTITIES).named("قالت Renault ذلك", "ar", "ar") == []
    assert Glossary(ENTITIES).named("قالت رونو ذلك", "ar", "ar") == ["renault"]


@pytest.mark.parametrize(
    ("lang", "text", "names"),
    [
        ("ar", "رست الباخرة «محمد السادس» في الميناء.", []),
        ("ar", 'نقل المصابون إلى مستشفى "محمد السادس" الجامعي.', []),
        ("ar", "يحتضن فندق “الرباط” الندوة.", []),
        ("ar", "استقبل الملك «محمد السادس» الوفد في «الرباط».", ["محمد السادس", "الرباط"]),
        ("fr", "Le navire « Mohammed VI » a quitté Rabat.", ["Rabat"]),
        ("fr", "Le roi « Mohammed VI » est à Rabat.", ["Mohammed VI", "Rabat"]),
        ("en", "The ship “Mohammed VI” left Rabat.", ["Rabat"]),
        ("en", "He prayed at the “Mohammed VI” mosque.", []),
    ],
)
def test_a_thing_whose_name_stands_in_quotation_marks_is_not_who_it_is_named_after(
    lang: str, text: str, names: list[str]
) -> None:
    assert found(lang, text) == names
