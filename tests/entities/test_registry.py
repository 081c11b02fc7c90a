from __future__ import annotations

from pathlib import Path

import pytest

from nashra.entities import registry
from nashra.kit.errors import Problem
from nashra.model import Entity

LANGUAGES = {"ar", "fr", "en"}
GOOD = "- id: rabat\n  names: {ar: الرباط, fr: Rabat, en: Rabat}\n"


def load(folder: Path, **files: str) -> tuple[dict[str, Entity], list[Problem]]:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return registry.load(folder, LANGUAGES)


def test_a_folder_that_is_not_there_holds_no_entities(tmp_path: Path) -> None:
    assert registry.load(tmp_path / "none", LANGUAGES) == ({}, [])


def test_an_entry_gives_an_entity(tmp_path: Path) -> None:
    text = """\
- id: dgsn
  type: organization
  names: {ar: "المديرية العامة  للأمن الوطني", fr: DGSN, de: Sicherheit}
  aliases:
    ar: [مديرية الأمن, "المديرية العامة للأمن الوطني", مديرية الأمن]
    fr: Sûreté nationale
  description: {fr: La police marocaine.}
  parent: morocco
  wikidata: Q1234
- id: morocco
  names: {ar: المغرب}
"""
    entities, problems = load(tmp_path, places=text)
    assert problems == []
    assert list(entities) == ["dgsn", "morocco"]
    assert entities["morocco"].type == "place"
    assert entities["dgsn"] == Entity(
        id="dgsn",
        type="organization",
        names={"ar": "المديرية العامة للأمن الوطني", "fr": "DGSN"},
        aliases={"ar": ("مديرية الأمن",), "fr": ("Sûreté nationale",)},
        description={"fr": "La police marocaine."},
        parent="morocco",
        wikidata="Q1234",
    )


def test_the_type_follows_the_file(tmp_path: Path) -> None:
    files = {stem: f"- id: {stem}\n  names: {{fr: Nom}}\n" for stem in registry.FILE_TYPES}
    entities, problems = load(tmp_path, **files)
    assert problems == []
    assert {key: entity.type for key, entity in entities.items()} == dict(registry.FILE_TYPES)


def test_invisible_marks_pasted_with_a_name_are_dropped(tmp_path: Path) -> None:
    entities, _ = load(tmp_path, places='- id: rabat\n  names: {ar: "\u200f الربا\u00adط\u200f"}\n')
    assert entities["rabat"].names == {"ar": "الرباط"}


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    assert load(tmp_path, places="", people="# later\n") == ({}, [])


# (the faulty entry, the line at fault, a word of the message, whether the entry is kept)
FAULTS = [
    ("- names: {fr: Nom}\n", 3, "no id", False),
    ("- id: a b\n  names: {fr: Nom}\n", 3, "may hold", False),
    ("- id: a.b\n  names: {fr: Nom}\n", 3, "dot", False),
    ("- names: {fr: Nom}\n  id: con\n", 4, "Windows", False),
    ("- id: bad\n", 3, "no names", False),
    ("- id: bad\n  names:\n", 4, "no names", False),
    ("- id: bad\n  names: {}\n", 4, "no names", False),
    ("- id: bad\n  names: Nom\n", 4, "one line a language", False),
    ("- id: bad\n  names:\n    fr: [Nom]\n", 5, "must be a text", False),
    ("- id: bad\n  names:\n    fr: '…'\n", 5, "no name", False),
    ("- id: bad\n  names: {fr: Nom}\n  type: city\n", 5, "not a type", False),
    ("- id: bad\n  names: {fr: Nom}\n  type: [place]\n", 5, "must be a text", None),
    ("- id: bad\n  names: {fr: Nom}\n  parent: nowhere\n", 5, "not in the registry", True),
    ("- id: bad\n  parent: bad\n  names: {fr: Nom}\n", 4, "lead back", True),
    ("- id: bad\n  names: {fr: Nom}\n  wikidata: 1028\n", 5, "not an item's number", True),
    ("- id: bad\n  names: {fr: Nom}\n  wikidata: https://www.wikidata.org/wiki/Q1028\n", 5, "Q1028", True),
    ("- id: bad\n  names: {fr: Nom}\n  alias: {fr: N}\n", 5, "has no key", True),
    ("- id: bad\n  names: {fr: Nom, frr2: Nom}\n", 4, "no language", True),
    ("- id: bad\n  names: {fr: Nom}\n  aliases: [N]\n", 5, "one line a language", True),
    ("- id: bad\n  names: {fr: Nom}\n  aliases:\n    fr: [{a: b}]\n", 6, "list of texts", True),
    ("- id: bad\n  names: {fr: Nom}\n  ambiguous: {fr: Nam}\n", 5, "not among its names", True),
    ("- id: bad\n  names: {fr: Nom}\n  ambiguous: [Nom]\n", 5, "one line a language", True),
    ("- id: bad\n  names: {fr: Nom}\n  dates: 2024\n", 5, "a start, an end", True),
    ("- id: bad\n  names: {fr: Nom}\n  dates:\n    start: 2024-02-30\n", 6, "not a date", True),
    ("- id: bad\n  names: {fr: Nom}\n  dates:\n    begin: 2024\n", 6, "not a date of an entity", True),
    ("- id: bad\n  names: {fr: Nom}\n  dates: {start: 2024-07, end: 2023}\n", 5, "before its start", True),
    ("- id: RABAT\n  names: {fr: Nom}\n", 3, "already used in line 1", False),
    ("- a word\n", 1, "no table", False),
]


@pytest.mark.parametrize(("entry", "line", "word", "kept"), FAULTS)
def test_a_fault_is_told_with_its_line_and_spares_the_others(
    tmp_path: Path, entry: str, line: int, word: str, kept: bool | None
) -> None:
    entities, problems = load(tmp_path, places=GOOD + entry + "- id: fes\n  names: {fr: Fès}\n")
    assert [(problem.path, problem.line) for problem in problems] == [(tmp_path / "places.yaml", line)]
    assert word in problems[0].message
    assert {"rabat", "fes"} <= set(entities)
    if kept is not None:
        assert ("bad" in entities) is kept
    assert all(entity.parent is None and entity.wikidata is None for entity in entities.values())


def test_an_id_used_in_two_files_names_the_other_place(tmp_path: Path) -> None:
    entities, problems = load(tmp_path, organizations="\n" + GOOD, places=GOOD)
    assert entities["rabat"].type == "organization"
    assert [(problem.path, problem.line) for problem in problems] == [(tmp_path / "places.yaml", 1)]
    assert "organizations.yaml, line 2" in problems[0].message


def test_an_unknown_file_name_needs_a_type_in_each_entry(tmp_path: Path) -> None:
    entities, problems = load(tmp_path, mine=GOOD + "- id: fes\n  type: place\n  names: {fr: Fès}\n")
    assert list(entities) == ["fes"]
    assert [problem.line for problem in problems] == [1]


def test_each_circle_of_parents_is_told_once(tmp_path: Path) -> None:
    text = "".join(
        f"- id: {key}\n  names: {{fr: N{key}}}\n  parent: {parent}\n" for key, parent in ("ab", "bc", "cb", "da")
    )
    entities, problems = load(tmp_path, places=text)
    assert [(problem.line, problem.message.count("->")) for problem in problems] == [(6, 2)]
    assert {key: entity.parent for key, entity in entities.items()} == {"a": "b", "b": None, "c": None, "d": "a"}


def test_an_entity_named_only_in_other_languages_is_passed_over(tmp_path: Path) -> None:
    text = "- id: bonn\n  names: {de: Bonn}\n- id: beuel\n  names: {fr: Beuel}\n  parent: bonn\n"
    entities, problems = load(tmp_path, places=text)
    assert problems == []
    assert list(entities) == ["beuel"]
    assert entities["beuel"].parent is None


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a: b\n", 1),
        (b"- id: [\n", 2),
        (b"- id: a\n  id: b\n", 2),
        (b"- id: \xc7\xe1\n", 1),
        (b"\0\0", None),
        (b"- &x {id: a, names: {fr: A}}\n- *x\n", 1),
    ],
)
def test_a_file_that_cannot_be_read_spares_the_others(tmp_path: Path, data: bytes, line: int | None) -> None:
    (tmp_path / "people.yaml").write_bytes(data)
    entities, problems = load(tmp_path, places=GOOD)
    assert list(entities) == ["rabat"]
    assert [(problem.path, problem.line) for problem in problems] == [(tmp_path / "people.yaml", line)]


def test_ambiguous_names_and_dates_are_read(tmp_path: Path) -> None:
    text = """\
- id: jenin
  names: {ar: جنين, fr: Jénine}
  aliases: {ar: [مخيم جنين]}
  ambiguous: {ar: [جنين]}
  dates: {start: 1948, end: 1948-07}
"""
    entities, problems = load(tmp_path, places=text)
    assert problems == []
    jenin = entities["jenin"]
    assert (jenin.ambiguous, jenin.start, jenin.end) == ({"ar": ("جنين",)}, "1948", "1948-07")


BASE = {
    "morocco": Entity("morocco", "place", {"ar": "المغرب", "fr": "Maroc"}, {"fr": ("Royaume du Maroc",)}),
    "region": Entity("region", "place", {"fr": "Région"}, parent="morocco"),
    "rabat": Entity("rabat", "place", {"ar": "الرباط", "fr": "Rabat"}, {"fr": ("Capitale",)}, parent="region"),
    "sale": Entity("sale", "place", {"fr": "Salé"}, parent="rabat"),
}


def over(folder: Path, text: str) -> tuple[dict[str, Entity], list[Problem]]:
    (folder / "places.yaml").write_text(text, encoding="utf-8")
    return registry.load(folder, LANGUAGES, BASE)


def test_an_entry_takes_the_place_of_the_built_in_entity_with_its_id(tmp_path: Path) -> None:
    entities, problems = over(tmp_path, "- id: rabat\n  names: {fr: Rabat-Ville}\n  parent: morocco\n")
    assert problems == []
    assert entities["rabat"] == Entity("rabat", "place", {"fr": "Rabat-Ville"}, parent="morocco")
    assert {"morocco", "region", "sale"} <= set(entities)


@pytest.mark.parametrize("names", ["{fr: Rabat}", "{ar: الرِّباط}", "{fr: Ville}\n  aliases: {fr: rabat}"])
def test_an_entry_with_the_name_of_a_built_in_entity_stands_for_it(tmp_path: Path, names: str) -> None:
    entities, problems = over(tmp_path, f"- id: capital\n  names: {names}\n  parent: morocco\n")
    assert problems == []
    assert "rabat" not in entities
    assert entities["sale"].parent == "capital"


def test_a_built_in_alias_gives_way_to_a_name_of_the_site(tmp_path: Path) -> None:
    entities, _ = over(tmp_path, "- id: magazine\n  type: organization\n  names: {fr: Capitale}\n")
    assert entities["rabat"].aliases == {}
    assert entities["rabat"].names["fr"] == "Rabat"


def test_a_former_id_takes_the_place_of_a_built_in_entity(tmp_path: Path) -> None:
    entities, problems = over(tmp_path, "- id: rabat-city\n  names: {fr: Cité}\n  former_ids: [rabat]\n")
    assert problems == []
    assert "rabat" not in entities
    assert entities["sale"].parent == "rabat-city"


def test_parents_may_be_built_in_and_a_circle_through_them_is_told(tmp_path: Path) -> None:
    entities, problems = over(tmp_path, "- id: agdal\n  names: {fr: Agdal}\n  parent: rabat\n")
    assert (problems, entities["agdal"].parent) == ([], "rabat")
    entities, problems = over(tmp_path, "- id: morocco\n  names: {fr: Maroc}\n  parent: rabat\n")
    assert [problem.line for problem in problems] == [3]
    assert "morocco -> rabat -> region -> morocco" in problems[0].message
    assert entities["morocco"].parent is None
    assert entities["rabat"].parent == "region"
