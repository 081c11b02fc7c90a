"""How well names are found in news prose of many kinds: tests/entities/gold/, marked by hand.

The registry is the one that a new site has. Each paragraph is read as a text of its own, which is the hardest case:
in an article the other paragraphs tell which of several namesakes is meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from nashra.entities.builtin import builtin
from nashra.entities.matcher import Matcher
from nashra.model import Entity
from nashra.settings import config
from support.commands import write_site

GOLD = Path(__file__).parent / "gold"
LANGUAGES = ("ar", "fr", "en")
MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
# Line that parts the paragraphs written before the rules were looked at again from those written after.
FRESH = "# == written after the rules were changed =="
FLOOR = 0.95
# Of the paragraphs in gold/kinds/, half of which hold only what looks like a name.
KINDS_FLOOR, LINKS_FLOOR = 0.97, 0.99


class Span(NamedTuple):
    """Characters [start, end) of a text name an entity."""

    start: int
    end: int
    entity: str


class Paragraph(NamedTuple):
    """A paragraph of the gold set: its words without marks, and the mentions that an annotator saw in it."""

    text: str
    mentions: frozenset[Span]
    is_fresh: bool


class Score(NamedTuple):
    """Counts of true positives, of what was found and of what there is."""

    hits: int
    found: int
    marked: int

    @property
    def precision(self) -> float:
        return self.hits / max(self.found, 1)

    @property
    def recall(self) -> float:
        return self.hits / max(self.marked, 1)

    @property
    def f1(self) -> float:
        return 2 * self.hits / (self.found + self.marked)

    def __str__(self) -> str:
        return f"precision {self.precision:.3f}, recall {self.recall:.3f}, F1 {self.f1:.3f}"


def paragraphs(lang: str, folder: Path = GOLD) -> list[Paragraph]:
    found: list[Paragraph] = []
    is_fresh = False
    for line in (folder / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
        is_fresh = is_fresh or line == FRESH
        if line and not line.startswith("#"):
            found.append(_unmarked(line, is_fresh))
    return found


def _unmarked(line: str, is_fresh: bool) -> Paragraph:
    text = ""
    mentions: set[Span] = set()
    done = 0
    for match in MARK.finditer(line):
        text += line[done : match.start()]
        mentions.add(Span(len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        done = match.end()
    return Paragraph(text + line[done:], frozenset(mentions), is_fresh)


def spans(matcher: Matcher, text: str) -> frozenset[Span]:
    return frozenset(Span(mention.start, mention.end, mention.entity) for mention in matcher.find(text))


def score(
    marked: Iterable[Paragraph], matcher: Matcher, what: Callable[[frozenset[Span]], frozenset[object]] = frozenset
) -> Score:
    """The score over all of `marked`. what: what of the mentions of a paragraph is compared."""
    hits = found = there = 0
    for paragraph in marked:
        ours, theirs = what(spans(matcher, paragraph.text)), what(paragraph.mentions)
        hits, found, there = hits + len(ours & theirs), found + len(ours), there + len(theirs)
    return Score(hits, found, there)


def entity_ids(mentions: frozenset[Span]) -> frozenset[object]:
    return frozenset(mention.entity for mention in mentions)


@pytest.fixture(scope="module")
def entities(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Entity]:
    settings = config.load(write_site(tmp_path_factory.mktemp("site"), {}))
    found, problems = builtin(settings)
    assert problems == []
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_gold_set_marks_names_of_the_registry_in_many_paragraphs(lang: str, entities: Mapping[str, Entity]) -> None:
    marked = paragraphs(lang)
    assert sum(not paragraph.is_fresh for paragraph in marked) >= 60
    assert sum(paragraph.is_fresh for paragraph in marked) >= 15
    unknown = {mention.entity for paragraph in marked for mention in paragraph.mentions} - entities.keys()
    assert unknown == set()
    assert not any("[" in paragraph.text or "](" in paragraph.text for paragraph in marked)
    assert len({paragraph.text for paragraph in marked}) == len(marked)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_found_in_news_prose_as_a_reader_marks_them(
    lang: str, entities: Mapping[str, Entity], capsys: pytest.CaptureFixture[str]
) -> None:
    marked = paragraphs(lang)
    matcher = Matcher(entities, lang)
    exact, ids = score(marked, matcher), score(marked, matcher, entity_ids)
    fresh = score((paragraph for paragraph in marked if paragraph.is_fresh), matcher)
    with capsys.disabled():
        print(f"\n{lang}: {exact.marked} mentions in {len(marked)} paragraphs: {exact}")
        print(f"    entities of a paragraph alone: {ids}; paragraphs written last: {fresh}")
    assert exact.f1 >= FLOOR
    assert ids.f1 >= FLOOR
    assert fresh.f1 >= FLOOR


@pytest.mark.parametrize("lang", LANGUAGES)
def test_relatives_streets_and_bodies_of_other_countries_are_told_from_those_of_the_registry(
    lang: str, entities: Mapping[str, Entity], capsys: pytest.CaptureFixture[str]
) -> None:
    marked = paragraphs(lang, GOLD / "kinds")
    assert len(marked) >= 100
    assert sum(not paragraph.mentions for paragraph in marked) >= 40
    assert {mention.entity for paragraph in marked for mention in paragraph.mentions} <= entities.keys()

    def links(mentions: frozenset[Span]) -> frozenset[object]:
        return frozenset(span for span in mentions if entities[span.entity].type in ("person", "organization"))

    matcher = Matcher(entities, lang)
    exact, of_persons_and_bodies = score(marked, matcher), score(marked, matcher, links)
    with capsys.disabled():
        print(f"\n{lang}, kinds: {exact}; persons and bodies: {of_persons_and_bodies}")
    assert exact.f1 >= KINDS_FLOOR
    assert of_persons_and_bodies.precision >= LINKS_FLOOR
