"""What an editor can say of an entry so that another's name is not taken for it, and what is told without being said."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

from nashra.entities.matcher import Matcher
from nashra.entities.registry import load
from nashra.entities.spellings import spellings
from nashra.entities.yaml_text import entity_yaml
from nashra.kit.errors import Problem
from nashra.model import Entity

PEOPLE = """
- id: rima-haddad
  names: {ar: ريما حداد, fr: Rima Haddad, en: Rima Haddad}
  aliases: {ar: [حداد], fr: [Haddad], en: [Haddad]}
  feminine: true
- id: karl-meier
  names: {ar: كارل ماير, fr: Karl Meier, en: Karl Meier}
  aliases: {ar: [ماير], fr: [Meier], en: [Meier]}
"""
ORGANIZATIONS = """
- id: lebanese-police
  names: {ar: المديرية العامة للشرطة, fr: Direction générale de la police, en: General Directorate of Police}
  generic: true
  country: lebanon
"""
PLACES = """
- id: lebanon
  names: {ar: لبنان, fr: Liban, en: Lebanon}
- id: jordan
  names: {ar: الأردن, fr: Jordanie, en: Jordan}
- id: amman
  names: {ar: عمان, fr: Amman, en: Amman}
  parent: jordan
"""


def registry(tmp_path: Path, **files_: str) -> tuple[dict[str, Entity], list[Problem]]:
    for name, text in files_.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load(tmp_path, {"ar", "fr", "en"})


@pytest.fixture
def entities(tmp_path: Path) -> dict[str, Entity]:
    found, problems = registry(tmp_path, people=PEOPLE, organizations=ORGANIZATIONS, places=PLACES)
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("lang", "text", "ids"),
    [
        ("en", "Mrs Haddad spoke.", ["rima-haddad"]),
        ("en", "Mrs Meier spoke.", []),
        ("en", "Mr Meier spoke.", ["karl-meier"]),
        ("en", "Meier spoke.", []),
        ("en", "Karl Meier spoke, then Meier left.", ["karl-meier", "karl-meier"]),
        ("en", "Karl Meier spoke; Anna Meier left.", ["karl-meier"]),
        ("en", "Karl Meier Street", []),
        ("fr", "Mme Haddad a parlé, Mme Meier aussi.", ["rima-haddad"]),
        ("fr", "La rue Karl Meier longe le lycée Rima Haddad.", []),
        ("ar", "قالت السيدة حداد ذلك.", ["rima-haddad"]),
        ("ar", "قالت السيدة ماير ذلك.", []),
        ("ar", "قال الرئيس ماير ذلك، وأضاف ماير أنه راض.", ["karl-meier", "karl-meier"]),
        ("ar", "قال الرئيس ماير ذلك، وقالت ليلى ماير غيره.", ["karl-meier"]),
        ("ar", "في شارع كارل ماير", []),
    ],
)
def test_a_surname_alone_needs_a_title_that_fits_or_the_full_name(
    lang: str, text: str, ids: list[str], entities: dict[str, Entity]
) -> None:
    assert [mention.entity for mention in Matcher(entities, lang).find(text)] == ids


SPORTSMEN = """
- id: nadir-olmo
  names: {ar: نادر أولمو, fr: Nadir Olmo, en: Nadir Olmo}
  aliases: {ar: [أولمو], fr: [Olmo], en: [Olmo]}
  description: {ar: لاعب كرة قدم, fr: Footballeur marocain, en: Moroccan footballer}
- id: jan-kerr
  names: {ar: يان كير, fr: Jan Kerr, en: Jan Kerr}
  aliases: {ar: [كير], fr: [Kerr], en: [Kerr]}
  description: {ar: سياسي ألماني, fr: Homme politique allemand, en: German politician}
"""


@pytest.mark.parametrize(
    ("lang", "text", "ids"),
    [
        ("en", "Defender Olmo left. Coach Kerr stayed.", ["nadir-olmo"]),
        ("en", "Minister Kerr left. Minister Olmo stayed.", ["jan-kerr"]),
        ("en", "Mr Kerr met Mr Olmo.", ["jan-kerr", "nadir-olmo"]),
        ("fr", "Le défenseur Olmo est parti, l'entraîneur Kerr est resté.", ["nadir-olmo"]),
        ("fr", "Le ministre Kerr est parti, le ministre Olmo est resté.", ["jan-kerr"]),
        ("ar", "قال المدافع أولمو ذلك، وقال المدرب كير غيره.", ["nadir-olmo"]),
        ("ar", "قال الوزير كير ذلك، وقال الوزير أولمو غيره.", ["jan-kerr"]),
    ],
)
def test_an_office_of_another_trade_tells_nothing_of_whose_the_surname_is(
    lang: str, text: str, ids: list[str], tmp_path: Path
) -> None:
    found, problems = registry(tmp_path, people=SPORTSMEN)
    assert problems == []
    assert [mention.entity for mention in Matcher(found, lang).find(text)] == ids


@pytest.mark.parametrize(
    ("lang", "text", "is_meant"),
    [
        ("en", "The General Directorate of Police spoke.", True),
        ("en", "The General Directorate of Police of Lebanon spoke.", True),
        ("en", "The General Directorate of Police of Jordan spoke.", False),
        ("en", "In Amman, the General Directorate of Police spoke.", False),
        ("en", "In Amman, the Lebanese General Directorate of Police opened an office.", True),
        ("en", "The Kenyan General Directorate of Police spoke.", False),
        ("fr", "La Direction générale de la police libanaise", True),
        ("fr", "La Direction générale de la police suisse", False),
        ("ar", "أعلنت المديرية العامة للشرطة ذلك", True),
        ("ar", "أعلنت المديرية العامة للشرطة اللبنانية ذلك", True),
        ("ar", "أعلنت المديرية العامة للشرطة المصرية ذلك", False),
        ("ar", "أعلنت المديرية العامة للشرطة بالأردن ذلك", False),
    ],
)
def test_a_body_with_a_general_name_is_meant_where_its_country_or_none_is_in_view(
    lang: str, text: str, is_meant: bool, entities: dict[str, Entity]
) -> None:
    found = [mention.entity for mention in Matcher(entities, lang).find(text)]
    assert ("lebanese-police" in found) == is_meant


def test_what_is_said_of_an_entry_is_printed_again(entities: dict[str, Entity]) -> None:
    assert "  country: lebanon\n  generic: true\n" in entity_yaml(entities["lebanese-police"])
    assert "  feminine: true\n" in entity_yaml(entities["rima-haddad"])
    assert "feminine" not in entity_yaml(entities["karl-meier"])


def test_what_is_neither_true_nor_false_is_a_fault_with_its_line(tmp_path: Path) -> None:
    found, problems = registry(tmp_path, people=PEOPLE.replace("feminine: true", "feminine: perhaps"))
    assert [(problem.line, "true or false" in problem.message) for problem in problems] == [(5, True)]
    assert not found["rima-haddad"].feminine


@pytest.mark.parametrize(
    ("name", "is_country", "other"),
    [
        ("هونغ كونغ", True, "هونج كونج"),
        ("سنغافورة", True, "سنكافورة"),
        ("باراغواي", True, "الباراغواي"),
        ("تايلاند", True, "تايلند"),
        ("جمهورية الكونغو الديمقراطية", True, "جمهورية الكونغو الديموقراطية"),
        ("أنطونيو غوتيريش", False, "أنطونيو جوتيريش"),
    ],
)
def test_regular_spellings_of_foreign_names_are_known(name: str, is_country: bool, other: str) -> None:
    assert other in spellings(name, "ar", is_country=is_country)


@pytest.mark.parametrize(
    ("name", "lang", "other"),
    [
        ("Mohammed ben Rachid", "fr", "Mohamed bin Rashid"),
        ("Bashar al-Assad", "en", "Bachar el-Assad"),
        ("Mohammed VI", "fr", "Mohamed VI"),
    ],
)
def test_arabic_names_of_persons_are_known_as_others_write_them_in_latin_letters(
    name: str, lang: str, other: str
) -> None:
    assert other in spellings(name, lang, is_country=False, is_person=True)
    assert list(spellings(name, lang, is_country=False)) == []


@pytest.mark.parametrize("name", ["المغرب", "غزة", "مالي"])
def test_names_of_arabic_origin_and_short_ones_have_one_spelling(name: str) -> None:
    assert list(spellings(name, "ar", is_country=False)) == []


def test_words_that_only_look_like_a_particle_and_a_name_are_no_names() -> None:
    table = (files("nashra.entities") / "tables" / "collisions-ar.txt").read_text(encoding="utf-8")
    words = [line for line in table.splitlines() if not line.startswith("#")]
    assert {"برونو", "كلاوس", "بليون"} <= set(words)
    places = {
        name: Entity(name, "place", {"ar": name})
        for name in ("رونو", "لاوس", "ليون", "سرت", "سلا", "لولا", "طاطا", "فيفا")
    }
    matcher = Matcher(places, "ar")
    assert [word for word in words if matcher.find(f"ذكر التقرير {word} أمس")] == []
    assert [mention.entity for mention in matcher.find("في سرت وسلا ورونو")] == ["سرت", "سلا", "رونو"]
