"""What goes into an archive, and what its pages then look like."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from nashra.archives.selection import Selected, Selection, select, span_of
from nashra.content import store
from nashra.kit.errors import ContentError, NashraError
from nashra.model import Content
from nashra.render.reading.readings import Readings, read_all
from nashra.settings import config
from nashra.settings.config import Settings
from support.archives import archive
from support.newspaper import ID, newspaper


@dataclass(frozen=True)
class Loaded:
    """A site, read once for all tests."""

    root: Path
    settings: Settings
    content: Content
    readings: Readings

    def select(self, selection: Selection) -> Selected:
        return select(self.settings, self.content, self.readings, selection)


def load(root: Path) -> Loaded:
    settings = config.load(root)
    content, problems = store.load(settings)
    readings, faulty = read_all(settings, content)
    assert [*problems, *faulty] == []
    return Loaded(root, settings, content, readings)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Loaded:
    return load(newspaper(tmp_path_factory.mktemp("newspaper")))


def short_links(path: Path) -> set[str]:
    """The articles in a zip, by the ids of their short links."""
    return {name.split("/")[2] for name in ZipFile(path).namelist() if name.split("/")[1] == "s"}


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(), {ID, "aaaa01", "aaaa02", "aaaa03", "aaaa04", "aaaa05"}),
        (Selection(first=date(2024, 7, 13)), {ID, "aaaa04", "aaaa05"}),
        (Selection(last=date(2024, 7, 10)), {"aaaa01"}),
        (Selection(first=date(2024, 7, 12), last=date(2024, 7, 12)), {"aaaa03"}),
        (Selection(topics=("sport",)), {ID, "aaaa01", "aaaa03"}),
        (Selection(topics=("sport",), first=date(2024, 7, 11)), {ID, "aaaa03"}),
        (Selection(entities=("fifa",)), {ID, "aaaa01"}),
        (Selection(entities=("fifa", "paris")), {ID, "aaaa01", "aaaa02"}),
        (Selection(edition="2024-07-18"), {ID}),
        (Selection(edition="2024-W28"), {"aaaa01", "aaaa02", "aaaa03", "aaaa04", "aaaa05"}),
        (Selection(month="2024-07", entities=("rabat",)), {ID, "aaaa01"}),
        (Selection(articles=("aaaa02", "aaaa04")), {"aaaa02", "aaaa04"}),
        (Selection(langs=("fr",)), {ID}),
        (Selection(langs=("en", "ar"), topics=("sport",)), {ID, "aaaa01", "aaaa03"}),
    ],
)
def test_an_archive_has_the_articles_that_are_chosen(site: Loaded, selection: Selection, expected: set[str]) -> None:
    selected = site.select(selection)
    assert {article.id for article in selected.content.articles} == expected
    assert {id for id, _ in selected.readings.articles} == expected


def test_lists_editions_and_search_know_the_chosen_articles_only(site: Loaded, tmp_path: Path) -> None:
    archive(site.root, "zip", tmp_path / "a.zip", Selection(edition="2024-07-18"))
    with ZipFile(tmp_path / "a.zip") as file:
        names = [name.partition("/")[2] for name in file.namelist()]
        text = b"".join(map(file.read, file.namelist())).decode("utf-8", "replace")
    assert [name for name in names if name.startswith("ar/editions/")] == [
        "ar/editions/2024-07-18.html",
        "ar/editions/2024-W29.html",
    ]
    assert [name for name in names if name.startswith("ar/archive/")] == ["ar/archive/2024-07.html"]
    assert "لا شيء مشترك" not in text
    assert "aaaa04" not in text


def test_the_days_of_an_edition_are_those_of_the_calendar() -> None:
    assert span_of("2024-W01") == (date(2024, 1, 1), date(2024, 1, 7))
    assert span_of("2020-W53") == (date(2020, 12, 28), date(2021, 1, 3))
    assert span_of("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert span_of("9999-12") == (date(9999, 12, 1), date(9999, 12, 31))


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(langs=("es",)), "ar, fr, en"),
        (Selection(topics=("sprot",)), "similar: sport"),
        (Selection(topics=("economy",)), "there is sport"),
        (Selection(entities=("nobody",)), "there are fifa, morocco"),
        (Selection(entities=("moroco",)), "similar: morocco"),
        (Selection(articles=("bbbbbb",)), "nashra status"),
        (Selection(edition="2024-W60"), "2024-W32"),
        (Selection(edition="yesterday"), "2024-W32"),
        (Selection(edition="2024-07"), "2024-W32"),
        (Selection(month="2024-13"), "2024-08"),
        (Selection(month="2024-W28"), "2024-08"),
    ],
)
def test_what_the_site_does_not_have_is_named_with_what_it_has(site: Loaded, selection: Selection, said: str) -> None:
    with pytest.raises(NashraError) as caught:
        site.select(selection)
    assert said in caught.value.problems[0].describe()


def test_a_choice_that_leaves_nothing_says_what_there_is(site: Loaded) -> None:
    with pytest.raises(ContentError) as caught:
        site.select(Selection(first=date(2025, 1, 1)))
    assert "from 2024-07-10 to 2024-07-18" in caught.value.problems[0].hint
    with pytest.raises(ContentError) as caught:
        site.select(Selection(langs=("en",), month="2024-06"))
    assert "in en there are articles from 2024-07-18 to 2024-07-18" in caught.value.problems[0].hint


def test_drafts_and_what_is_still_to_come_are_left_out(tmp_path: Path) -> None:
    root = newspaper(tmp_path / "site")
    for id, line in (("aaaa01", "draft: true\n"), ("aaaa02", "updated: 2999-01-01\n")):
        (path,) = root.glob(f"content/articles/*/*/*-{id}/ar.md")
        path.write_text(path.read_text("utf-8").replace("lang: ar\n", f"lang: ar\n{line}"), "utf-8")
    archive(root, "zip", tmp_path / "a.zip")
    assert short_links(tmp_path / "a.zip") == {ID, "aaaa03", "aaaa04", "aaaa05"}
