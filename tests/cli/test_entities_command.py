"""`nashra entities`, as editors use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from nashra.content import store
from nashra.settings import config
from support.commands import article_text, nashra, write_site

ENTITIES = """\
- id: agdal
  names: {ar: أكدال, fr: Agdal, en: Agdal}
  parent: rabat
- id: nowhere
  names: {ar: لا مكان, fr: Nulle-Part, en: Nowhere}
"""
BODY = "استقبل الرئيس كريم الزياني وفدا من المغرب في أكدال.\n\nثم غادر الرئيس كريم الزياني حي أكدال."


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "content/entities/places.yaml": ENTITIES,
        "content/articles/2024/07/18-3f9a1c/ar.md": article_text("خبر", BODY),
    }
    return write_site(tmp_path, files)


def test_list_has_those_of_the_site_and_those_that_articles_name(site: Path) -> None:
    done = nashra("entities", "list", cwd=site)
    assert done.returncode == 0
    rows = [line.split() for line in done.stdout.splitlines()]
    assert [row[:4] for row in rows[1:]] == [
        ["1", "agdal", "place", "site"],
        ["1", "morocco", "place", "nashra"],
        ["0", "nowhere", "place", "site"],
    ]
    listed = json.loads(nashra("entities", "list", "--json", cwd=site).stdout)
    assert [entity["id"] for entity in listed] == ["agdal", "morocco", "nowhere"]
    assert listed[0]["names"] == {"ar": "أكدال", "fr": "Agdal", "en": "Agdal"}
    assert json.loads(nashra("entities", "list", "--json", "--type", "person", cwd=site).stdout) == []
    every = json.loads(nashra("entities", "list", "--json", "--all", cwd=site).stdout)
    assert len(every) > 600


def test_check_is_silent_on_what_is_sound_and_ends_with_1_on_a_fault(site: Path) -> None:
    done = nashra("entities", "check", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert "content/entities/places.yaml:4: advice: entity 'nowhere' is named in no article" in done.stdout
    with (site / "content/entities/places.yaml").open("a", encoding="utf-8") as stream:
        stream.write("- id: twin\n  names: {ar: أكدال, fr: Jumeau, en: Twin}\n  parent: nobody\n")
    done = nashra("entities", "check", cwd=site)
    assert done.returncode == 1
    assert "places.yaml:7: entity 'twin': the ar name 'أكدال' is also one of 'agdal'" in done.stdout
    assert "places.yaml:8: entity 'twin': the parent 'nobody'" in done.stderr
    found = json.loads(nashra("entities", "check", "--json", cwd=site).stdout)
    assert {(row["kind"], row["entity"], row["line"]) for row in found} >= {("collision", "twin", 7)}


def test_what_suggest_prints_can_be_copied_into_a_file_and_is_then_known(site: Path) -> None:
    done = nashra("entities", "suggest", cwd=site)
    assert done.returncode == 0
    (row,) = yaml.safe_load(done.stdout)
    assert row["names"] == {"ar": "كريم الزياني"}
    assert row["type"] == "person"
    assert "# 2 mentions in 1 article; after الرئيس" in done.stdout
    assert "#   ar: استقبل الرئيس كريم الزياني وفدا" in done.stdout
    (site / "content/entities/people.yaml").write_text(done.stdout, encoding="utf-8")
    content, problems = store.load(config.load(site))
    assert problems == []
    assert row["id"] in content.entities
    done = nashra("entities", "suggest", cwd=site)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no names were found" in done.stderr


def test_suggest_as_json_and_with_a_threshold(site: Path) -> None:
    (row,) = json.loads(nashra("entities", "suggest", "--json", cwd=site).stdout)
    assert (row["mentions"], row["articles"], row["names"]) == (2, 1, {"ar": "كريم الزياني"})
    assert json.loads(nashra("entities", "suggest", "--json", "--min", "3", cwd=site).stdout) == []


def test_show_prints_an_entry_that_overrides_when_copied(site: Path) -> None:
    done = nashra("entities", "show", "rabat", "covid-19", cwd=site)
    assert done.returncode == 0
    (site / "content/entities/mine.yaml").write_text(
        done.stdout.replace("Rabat\n", "Rabat-Salé\n", 1), encoding="utf-8"
    )
    before, _ = store.load(config.load(write_site(site.parent / "other", {})))
    content, problems = store.load(config.load(site))
    assert problems == []
    assert content.entities["rabat"].names["fr"] == "Rabat-Salé"
    assert content.entities["covid-19"] == before.entities["covid-19"]


def test_an_unknown_id_is_named(site: Path) -> None:
    done = nashra("entities", "show", "atlantis", cwd=site)
    assert done.returncode == 1
    assert "there is no entity 'atlantis'" in done.stderr


def test_a_site_without_articles_says_what_to_do(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    assert "entities suggest" in nashra("entities", "list", cwd=site).stdout
    assert nashra("entities", "check", cwd=site).returncode == 0
