"""Offices have dates: what somebody was on a day, and nothing that nobody has looked at for a year."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from nashra.entities.offices import about, held, is_unchecked, sure
from nashra.entities.registry import read
from nashra.entities.starter import starter
from nashra.entities.yaml_text import entity_yaml
from nashra.kit.errors import Problem
from nashra.model import Entity, Office
from nashra.settings.config import STARTER_PARTS
from support.commands import article_text, nashra, write_site

LANGUAGES = ("ar", "fr", "en")
# 1 July 2026, a year after the offices that come with Nashra were checked; and two days after that year
THEN, LATER = ({"SOURCE_DATE_EPOCH": each} for each in ("1782864000", "1783123200"))
MAYOR = """\
- id: amina-test
  names: {ar: أمينة التجريبية, fr: Amina Essai, en: Amina Test}
  description: {ar: سياسية, fr: Femme politique, en: Politician}
  dates: {start: 1970-05-24}
  offices:
    - title: {ar: عمدة فاس, fr: Maire de Fès, en: Mayor of Fez}
      from: 2003-10-01
      to: 2009-06
      of: fez
      checked: 2024-03-01
    - title: {ar: وزيرة الصحة, fr: Ministre de la Santé, en: Minister of Health}
      from: 2017-04-05
      checked: 2024-03-01
"""


def entity(*offices: Office) -> Entity:
    return Entity("somebody", "person", {"en": "Somebody"}, description={"en": "Politician"}, offices=offices)


def office(start: str | None, end: str | None = None, checked: str | None = None) -> Office:
    return Office({"en": "Minister"}, start, end, None, checked)


@pytest.mark.parametrize(
    ("start", "end", "checked", "day", "expected"),
    [
        ("2017-04-05", "2021-10-07", None, "2017-04-04", False),
        ("2017-04-05", "2021-10-07", None, "2017-04-05", True),
        ("2017-04-05", "2021-10-07", None, "2021-10-07", True),
        ("2017-04-05", "2021-10-07", None, "2021-10-08", False),
        # in the month, or year, of a beginning or an end nobody knows
        ("2017-04", "2021-10", None, "2017-04-20", False),
        ("2017-04", "2021-10", None, "2017-05-01", True),
        ("2017", "2021", None, "2020-12-31", True),
        ("2017", "2021", None, "2021-02-01", False),
        ("2024-02", None, None, "2024-02-29", True),
        # what goes on is believed for a year after somebody looked, and where nobody says when
        ("2017", None, "2025-07-01", "2025-06-30", True),
        ("2017", None, "2025-07-01", "2026-07-02", True),
        ("2017", None, "2025-07-01", "2026-07-03", False),
        ("2017", None, None, "2040-01-01", True),
        (None, "2019-05-01", "2020", "2001-01-01", True),
    ],
)
def test_an_office_holds_from_its_first_day_to_its_last(
    start: str | None, end: str | None, checked: str | None, day: str, expected: bool
) -> None:
    who = entity(office(start, end, checked))
    on = date.fromisoformat(day)
    assert bool(held(who, on)) is expected
    assert about(who, "en", on).startswith("Minister (" if expected else "Politician")


def test_the_words_on_somebody_have_the_years_and_all_that_held_on_the_day() -> None:
    who = entity(office("2011-11-29", "2017-03-17"), Office({"en": "Mayor"}, "2009", "2015"), office("2021-10-07"))
    assert about(who, "en", date(2014, 1, 1)) == "Minister (2011–2017) · Mayor (2009–2015)"
    assert about(who, "en", date(2022, 1, 1)) == "Minister (2021–…)"
    assert about(who, "en", date(2018, 1, 1)) == "Politician"
    assert about(who, "fr", date(2014, 1, 1)) == ""


@pytest.mark.parametrize(
    ("checked", "end", "expected"),
    [("2025-07-01", None, True), ("2026-01-01", None, False), (None, None, True), (None, "2020-01-01", False)],
)
def test_an_office_that_goes_on_must_be_checked_once_a_year(
    checked: str | None, end: str | None, expected: bool
) -> None:
    assert is_unchecked(office("2017", end, checked), date(2026, 11, 29)) is expected


def test_no_living_person_of_the_starter_registry_has_an_office_without_a_day() -> None:
    people = [one for one in starter(STARTER_PARTS, LANGUAGES).values() if one.type == "person"]
    assert sum(len(one.offices) for one in people) >= 90
    claims = re.compile(
        r"رئيس|رئيسة|وزير|ملك |أمير|سلطان|قائد قوات|المدير العام|الأمين العام|ولي عهد|منذ|"
        r"\b(?:président|ministre|roi |émir|sultan|premier|directeur|secrétaire|chef de|depuis|élue?|nommée?)\b|"
        r"\b(?:president|minister|king |emir|sultan|prime|director|secretary|head of|since|elected|appointed|speaker)\b",
        re.IGNORECASE,
    )
    for one in people:
        assert all(each.start and each.checked and set(each.title) == set(LANGUAGES) for each in one.offices), one.id
        assert not [text for text in one.description.values() if claims.search(text)], one.id


def test_no_description_that_comes_with_nashra_names_a_month_as_one_region_does() -> None:
    months = ("يوليو", "غشت", "أغسطس", "شتنبر", "سبتمبر", "نونبر", "نوفمبر", "دجنبر", "ديسمبر", "تشرين", "حزيران")
    for one in starter(STARTER_PARTS, LANGUAGES).values():
        texts = [one.description["ar"], *(each.title["ar"] for each in one.offices)]
        assert not [text for text in texts if any(month in text for month in months)], one.id


def test_hammouchi_heads_the_dgst_since_2005_and_the_dgsn_since_2015() -> None:
    found = starter(STARTER_PARTS, LANGUAGES)["abdellatif-hammouchi"].offices
    assert [(each.of, (each.start or "")[:4], each.end) for each in found] == [
        ("dgst", "2005", None),
        ("dgsn", "2015", None),
    ]


def problems_of(tmp_path: Path, text: str) -> tuple[Entity | None, list[Problem]]:
    folder = tmp_path / "entities"
    folder.mkdir(exist_ok=True)
    (folder / "people.yaml").write_text(text, encoding="utf-8")
    found, problems = read(folder, set(LANGUAGES))
    (entry,) = found.values()
    return entry.entity, problems


def test_an_entry_with_offices_comes_back_from_its_yaml(tmp_path: Path) -> None:
    first, problems = problems_of(tmp_path, MAYOR)
    assert first is not None and problems == []
    assert [(each.start, each.end, each.of, each.checked) for each in first.offices] == [
        ("2003-10-01", "2009-06", "fez", "2024-03-01"),
        ("2017-04-05", None, None, "2024-03-01"),
    ]
    assert problems_of(tmp_path, entity_yaml(first)) == (first, [])


@pytest.mark.parametrize(
    ("office_lines", "word", "line"),
    [
        ("    - title: {en: Mayor}\n      from: soon\n", "`from` of an office is 'soon'", 5),
        ("    - title: {en: Mayor}\n      from: 2020-13\n", "not a date", 5),
        ("    - title: {en: Mayor}\n      from: 2020\n      to: 2019\n", "before it begins", 6),
        ("    - from: 2020\n", "must have a `title`", 4),
        ("    - title: Mayor\n", "must have a `title`", 4),
        ("    - Mayor\n", "must be a table", 3),
        ("    - title: {en: Mayor}\n      until: 2020\n", "no key `until`", 5),
        ("    - title: {en: Mayor}\n      of: [a, b]\n", "`of` of an office must be a text", 5),
    ],
)
def test_a_faulty_office_is_left_out_and_named_with_its_line(
    tmp_path: Path, office_lines: str, word: str, line: int
) -> None:
    entity, problems = problems_of(tmp_path, "- id: a-test\n  names: {en: A Test}\n  offices:\n" + office_lines)
    assert entity is not None
    assert [(word in problem.message, problem.line) for problem in problems] == [(True, line)]
    assert not entity.offices or "until" in office_lines or "of:" in office_lines


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose articles name the mayor, and a prince that comes with Nashra, at different times."""
    body = "زارت أمينة التجريبية المدينة، ثم غادرت أمينة التجريبية. وحضر الأمير مولاي الحسن، وتحدث مولاي الحسن."
    files = {"content/entities/people.yaml": MAYOR}
    for number, day in enumerate(("2008-01-01", "2012-01-01", "2018-01-01", "2026-06-01")):
        place = f"content/articles/{day[:4]}/{day[5:7]}/01-3f9a1{number}/ar.md"
        files[place] = article_text(f"خبر {number}", body, date=day)
    root = write_site(tmp_path_factory.mktemp("offices"), files)
    done = nashra("build", cwd=root, env=THEN)
    assert done.returncode == 0, done.stderr
    return root


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("2008/01/3f9a10", "عمدة فاس (2003–2009)"),
        ("2012/01/3f9a11", "سياسية"),
        ("2018/01/3f9a12", "وزيرة الصحة (2017–…)"),
        ("2026/06/3f9a13", "سياسية"),
    ],
)
def test_an_article_tells_what_somebody_was_on_its_day(site: Path, path: str, words: str) -> None:
    html = (site / "site" / "ar" / f"{path}.html").read_text("utf-8")
    cards = dict(re.findall(r'entities/([a-z-]+)\.html" data-card="([^"]*)"', html))
    assert cards["amina-test"] == words


def test_the_page_of_a_person_shows_dates_and_offices_with_the_day_they_were_checked(site: Path) -> None:
    html = (site / "site/en/entities/amina-test.html").read_text("utf-8")
    text = " ".join(re.sub(r"<[^>]+>", "", html.split("<script")[0] + html).split())
    assert "Born: 24 May 1970" in text
    assert "Mayor of Fez (2003–2009)" in text
    assert "Minister of Health (since 2017, last checked: 1 March 2024)" in text
    graph = json.loads(re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[0])["@graph"]
    (node,) = [each for each in graph if each["@type"] == "Person"]
    assert (node["birthDate"], node["description"]) == ("1970-05-24", "Politician")
    # programs do not read when it was checked: what had not been for a year when the newest article came out is left out
    assert [(each["roleName"], each["startDate"], each.get("endDate")) for each in node["hasOccupation"]] == [
        ("Mayor of Fez", "2003-10-01", "2009-06")
    ]
    prince = (site / "site/en/entities/moulay-hassan.html").read_text("utf-8")
    assert '"roleName":"Crown Prince of Morocco"' in prince


@pytest.mark.parametrize(
    ("known", "day", "expected"),
    [
        (office("2003", "2009"), "2026-01-01", True),
        (office(None, "2009"), "2026-01-01", True),
        (office("2017", None, "2025-07-01"), "2026-07-02", True),
        (office("2017", None, "2025-07-01"), "2026-07-03", False),
        (office("2017"), "2026-01-01", True),
        # nobody knows since when, or not yet
        (office(None, None, "2025-07-01"), "2025-08-01", False),
        (office("2027-01-01"), "2026-01-01", False),
    ],
)
def test_programs_are_told_what_ended_and_what_surely_goes_on(known: Office, day: str, expected: bool) -> None:
    assert bool(sure(entity(known), date.fromisoformat(day))) is expected


def test_entities_check_lists_what_nobody_has_checked_for_a_year(site: Path) -> None:
    done = nashra("entities", "check", cwd=site, env=THEN)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "content/entities/people.yaml:5: advice: entity 'amina-test'" in done.stdout
    assert "moulay-hassan" not in done.stdout
    later = nashra("entities", "check", "--json", cwd=site, env=LATER)
    found = {each["entity"]: each for each in json.loads(later.stdout) if each["kind"] == "unchecked"}
    assert set(found) == {"amina-test", "moulay-hassan"}
    assert "'وزيرة الصحة'" in found["amina-test"]["message"]
    assert "entities show moulay-hassan" in found["moulay-hassan"]["hint"]
