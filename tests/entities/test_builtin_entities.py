"""What comes with Nashra: the starter registry, and countries and capitals from CLDR."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from nashra.entities.builtin import builtin
from nashra.entities.countries import countries
from nashra.entities.entry import is_date
from nashra.entities.matcher import Matcher
from nashra.entities.normalize import normalize
from nashra.entities.starter import starter
from nashra.entities.table_files import table
from nashra.kit.errors import ConfigError
from nashra.kit.slugs import slug_problem
from nashra.model import Entity
from nashra.settings import config
from nashra.settings.config import STARTER_PARTS, EntitySettings, Settings

LANGUAGES = ("ar", "fr", "en")
CARRIERS = {"ar": "تحدث التقرير عن {} أمس.", "fr": "le rapport cite {} hier.", "en": "the report cites {} again."}
HERE = Path(__file__).parent
# Names that two entities have on purpose: the rest of a text tells which is meant.
SHARED = {
    "ar": {"طرابلس", "عمان", "الكونغو", "مجلس النواب", "دوري الابطال", "عصبة الابطال", "الحريري"},
    "fr": {"tripoli", "congo", "pam", "chambre des representants", "ligue des champions", "hariri"},
    "en": {"tripoli", "congo", "cordoba", "rsf", "house of representatives", "champions league", "hariri"},
}


@pytest.fixture(scope="module")
def settings() -> Settings:
    text = '[site]\nurl = "https://example.org/"\nlanguages = ["ar", "fr", "en"]\ntitle = "x"\n'
    return config.parse(text, Path("/site"))


@pytest.fixture(scope="module")
def entities(settings: Settings) -> dict[str, Entity]:
    found, problems = builtin(settings)
    assert problems == []
    return found


@pytest.fixture(scope="module")
def matchers(entities: dict[str, Entity]) -> dict[str, Matcher]:
    return {lang: Matcher(entities, lang) for lang in LANGUAGES}


def all_names(entity: Entity, lang: str) -> list[str]:
    return [entity.names[lang], *entity.aliases.get(lang, ())]


def test_the_starter_registry_has_names_and_descriptions_in_all_three_languages() -> None:
    found = starter(STARTER_PARTS, LANGUAGES)
    assert len(found) >= 300
    for entity in found.values():
        assert set(entity.names) == set(entity.description) == set(LANGUAGES)
        assert slug_problem(entity.id) == ""
        assert entity.wikidata is None
        assert all(date is None or is_date(date) for date in (entity.start, entity.end))
        assert all("\u0600" <= character <= "\u06ff" or not character.isalpha() for character in entity.names["ar"])
    types = Counter(entity.type for entity in found.values())
    assert min(types[kind] for kind in ("person", "organization", "place", "event")) >= 30


def test_all_twelve_regions_of_morocco_are_there(entities: dict[str, Entity]) -> None:
    regions = [entity for entity in entities.values() if entity.description.get("en") == "Region of Morocco"]
    assert len(regions) == 12
    assert {region.parent for region in regions} == {"morocco"}


def test_no_id_stands_in_two_parts_and_every_parent_is_there(entities: dict[str, Entity]) -> None:
    parts = Counter(id for part in STARTER_PARTS for id in starter([part], LANGUAGES))
    assert [id for id, times in parts.items() if times > 1] == []
    assert [entity.id for entity in entities.values() if entity.parent and entity.parent not in entities] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_is_found_in_a_sentence_and_means_one_entity(
    lang: str, entities: dict[str, Entity], matchers: dict[str, Matcher]
) -> None:
    owners: dict[str, set[str]] = {}
    for entity in entities.values():
        for name in all_names(entity, lang):
            owners.setdefault(normalize(name, lang), set()).add(entity.id)
    assert {key for key, ids in owners.items() if len(ids) > 1} == SHARED[lang]
    missed = []
    for entity in entities.values():
        for name in all_names(entity, lang):
            if normalize(name, lang) in SHARED[lang] or name in entity.ambiguous.get(lang, ()):
                continue
            text = CARRIERS[lang].format(name)
            if entity.type == "person" and name != entity.names[lang]:
                # a surname alone means nobody
                text += "\n\n" + CARRIERS[lang].format(entity.names[lang])
            found = [(mention.entity, text[mention.start : mention.end]) for mention in matchers[lang].find(text)]
            if found[:1] != [(entity.id, name)] or len({id for id, _ in found}) > 1:
                missed.append((name, found))
    # "financial" too, which the rules of Arabic know
    assert missed == ([("مالي", [])] if lang == "ar" else [])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sentences_full_of_traps_are_tagged_right(lang: str, matchers: dict[str, Matcher]) -> None:
    from test_entity_golden import MARK, mark  # type: ignore[import-not-found]

    lines = (HERE / "golden" / "builtin" / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    assert len(sentences) >= 15
    assert [mark(MARK.sub(r"\1", line), matchers[lang]) for line in sentences] == sentences


def test_countries_have_the_names_of_cldr_in_any_language() -> None:
    found = countries(["ar", "fr", "en", "de", "ja"])
    assert len([entity for entity in found.values() if entity.parent is None]) >= 195
    assert found["morocco"].names == {"ar": "المغرب", "fr": "Maroc", "en": "Morocco", "de": "Marokko", "ja": "モロッコ"}
    assert found["cairo"].names["de"] == "Kairo"
    assert found["cairo"].parent == "egypt"
    assert "بورما" in found["myanmar"].aliases["ar"]
    assert found["hong-kong"].names["fr"] == "Hong Kong"
    for entity in found.values():
        assert {"ar", "fr", "en"} <= set(entity.names), entity.id
        assert slug_problem(entity.id) == ""
        for name in [*entity.names.values(), *(alias for names in entity.aliases.values() for alias in names)]:
            assert not set(name) & set("=|?(;"), name


def test_settings_choose_parts_and_leave_entities_out(settings: Settings) -> None:
    def ids(**changes: object) -> dict[str, Entity]:
        return builtin(replace(settings, entities=EntitySettings(**changes)))[0]  # type: ignore[arg-type]

    assert ids(countries=False, starter=()) == {}
    sport = ids(countries=False, starter=("sport",))
    assert "fifa" in sport
    assert "rabat" not in sport
    assert sport["wydad"].parent is None
    assert ids(starter=("sport",))["zamalek"].parent == "egypt"
    fewer = ids(without=frozenset({"rabat-sale-kenitra"}))
    assert "rabat-sale-kenitra" not in fewer
    assert fewer["rabat"].parent == "morocco"


def test_an_id_left_out_that_there_is_not_is_a_problem(settings: Settings) -> None:
    _, problems = builtin(replace(settings, entities=EntitySettings(without=frozenset({"atlantis", "chad"}))))
    assert ["atlantis" in problem.message for problem in problems] == [True]


def test_a_language_without_names_gets_none_of_the_starter_registry() -> None:
    assert starter(STARTER_PARTS, ["de"]) == {}
    assert starter(["sport"], ["de", "fr"])["fifa"].names == {"fr": "Fédération internationale de football"}


def test_what_states_dispute_is_told_neutrally_until_a_setting_says_otherwise(settings: Settings) -> None:
    def told(**choices: str) -> dict[str, Entity]:
        text = (
            "[site]\nurl = 'https://example.org/'\nlanguages = ['ar', 'fr', 'en']\ntitle = 'x'\n[entities.disputed]\n"
        )
        lines = "".join(f"{key.replace('_', '-')} = '{way}'\n" for key, way in choices.items())
        return builtin(config.parse(text + lines, Path("/site")))[0]

    plain = told()
    sahara = ("laayoune", "dakhla", "smara", "boujdour", "guerguerat")
    assert [plain[id].parent for id in (*sahara, "jerusalem", "taiwan", "kosovo", "gulf")] == [None] * 9
    for id in (*sahara, "jerusalem"):
        assert not [
            text for text in plain[id].description.values() if re.search("المغرب|Maroc|Morocco|Isra|إسرا", text)
        ]
    assert [told(western_sahara="morocco")[id].parent for id in sahara[:2]] == [
        "laayoune-sakia-el-hamra",
        "dakhla-oued-ed-dahab",
    ]
    assert told(western_sahara="morocco")["western-sahara"].names["fr"] == "Sahara marocain"
    assert told(western_sahara="western-sahara")["dakhla"].parent == "western-sahara"
    assert told(jerusalem="palestine")["jerusalem"].parent == "palestine"
    assert told(taiwan="china", kosovo="serbia")["taiwan"].parent == "china"
    assert told(taiwan="china", kosovo="serbia")["kosovo"].parent == "serbia"
    assert told(gulf="arab")["gulf"].names["en"] == "Arabian Gulf"
    assert set(told(gulf="persian")["gulf"].aliases["en"]) == {"Gulf", "Arabian Gulf"}


def test_the_three_languages_say_the_same_of_what_states_dispute(
    settings: Settings, matchers: dict[str, Matcher]
) -> None:
    disputed = {row[2]: row[:2] for row in table("disputed").rows}
    more = ("ceuta", "melilla", "golan-heights", "crimea", "polisario", "minurso")
    told = [{}, *({key: way} for key, way in {(row[0], row[1]) for row in table("disputed").rows})]
    for choice in told:
        lines = "".join(f"{key} = '{way}'\n" for key, way in choice.items())
        text = "[site]\nurl = 'https://example.org/'\nlanguages = ['ar', 'fr', 'en']\ntitle = 'x'\n"
        found, _ = builtin(config.parse(f"{text}[entities.disputed]\n{lines}", Path("/site")))
        for id in (*disputed, *more):
            said = {
                lang: {mention.entity for mention in matchers[lang].find(found[id].description[lang])}
                for lang in LANGUAGES
                if lang in found[id].description
            }
            assert len({frozenset(names) for names in said.values()}) <= 1, (choice, id, said)


@pytest.mark.parametrize(
    ("table", "word"),
    [
        ('countries = "yes"', "true or false"),
        ('starter = "sport"', "a list of parts"),
        ('starter = ["moon"]', "the part 'moon'"),
        ("starter = [1]", "the part 1"),
        ('without = "chad"', "must be a list"),
        ("without = [1]", "a list of ids"),
        ("people = true", "not a setting"),
        ("page_articles = 0", "must be 1 or more"),
        ("disputed = 1", "must be a table"),
        ("\n[entities.disputed]\ntaiwan = 'japan'", "is 'japan'"),
    ],
)
def test_a_wrong_setting_is_named(table: str, word: str) -> None:
    text = '[site]\nurl = "https://example.org/"\nlanguages = ["ar"]\ntitle = "x"\n\n[entities]\n'
    with pytest.raises(ConfigError) as caught:
        config.parse(text + table + "\n", Path("/site"))
    (problem,) = caught.value.problems
    assert word in problem.message
    assert problem.line == 7 + 2 * ("[" in table and table.startswith("\n"))
