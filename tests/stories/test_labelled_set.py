"""Stories are found as people find them: measured on 252 short articles of our own, of which one half fitted the
weights and the other one did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest

from nashra.content import store
from nashra.render.reading.readings import read_all
from nashra.settings import config

LABELLED = Path(__file__).parent / "labelled"
TOML = """\
[site]
url = "https://news.example/"
languages = ["ar", "fr", "en"]
title = {ar = "نشرة", fr = "Bulletin", en = "Bulletin"}
timezone = "Africa/Casablanca"
"""


class Told(NamedTuple):
    """An article of the set: the event that it tells of, and the story that it was put into."""

    event: str
    lang: str
    story: str = ""


class Labelled(NamedTuple):
    event: str
    lang: str
    moment: str
    source: str
    title: str
    text: str


def labelled(half: str) -> list[Labelled]:
    """The articles of a half: a head of event, language, day, hour and source, a title, a text."""
    found = []
    for block in (LABELLED / f"{half}.txt").read_text("utf-8").split("== ")[1:]:
        head, title, text = block.strip().split("\n", 2)
        event, lang, day, hour, source = head.split(" ", 4)
        found.append(Labelled(event, lang, f"2026-{day}T{hour}", source, title, text))
    return found


def put_together(half: str, root: Path) -> list[Told]:
    """The articles of a half as a site reads them, each alone in its own language, with their stories."""
    root.mkdir()
    (root / "nashra.toml").write_text(TOML, "utf-8")
    articles = labelled(half)
    for number, each in enumerate(articles):
        folder = root / f"content/articles/2026/{each.moment[5:7]}/{each.moment[8:10]}-{number:06x}"
        folder.mkdir(parents=True)
        title, source = (text.replace("'", "''") for text in (each.title, each.source))
        head = f"---\ntitle: '{title}'\ndate: {each.moment}\nsource: '{source}'\n---\n\n"
        (folder / f"{each.lang}.md").write_text(f"{head}{each.text}\n", "utf-8")
    settings = config.load(root)
    content, problems = store.load(settings)
    readings, faults = read_all(settings, content)
    assert not problems and not faults
    known = {f"{number:06x}": each for number, each in enumerate(articles)}
    return [Told(known[id].event, known[id].lang, story) for id, story in readings.stories.items()]


def b_cubed(told: Sequence[Told]) -> tuple[float, float]:
    """(precision, recall) after Bagga and Baldwin: the mean over all articles."""
    both, found, real = (Counter(map(key, told)) for key in (_both, lambda each: each.story, lambda each: each.event))
    precision = sum(both[_both(each)] / found[each.story] for each in told) / len(told)
    recall = sum(both[_both(each)] / real[each.event] for each in told) / len(told)
    return precision, recall


def _both(each: Told) -> tuple[str, str]:
    return each.event, each.story


def across_languages(told: Sequence[Told]) -> tuple[float, float]:
    """(precision, recall) of the pairs of articles in two languages that are put together."""
    pairs = [(one, two) for one, two in combinations(told, 2) if one.lang != two.lang]
    found = [one.event == two.event for one, two in pairs if one.story == two.story]
    real = [one.story == two.story for one, two in pairs if one.event == two.event]
    return sum(found) / len(found), sum(real) / len(real)


def f1(measured: tuple[float, float]) -> float:
    precision, recall = measured
    return 2 * precision * recall / (precision + recall)


def test_the_set_is_as_large_and_as_mixed_as_it_is_said_to_be() -> None:
    halves = [labelled("seen"), labelled("held_out")]
    articles = [each for half in halves for each in half]
    assert len(articles) >= 250 and {each.lang for each in articles} == {"ar", "fr", "en"}
    assert len({each.title for each in articles}) == len({each.text for each in articles}) == len(articles)
    events = Counter(each.event for each in articles)
    assert sum(count > 1 for count in events.values()) >= 60
    assert not {each.event for each in halves[0]} & {each.event for each in halves[1]}
    languages = {event: {each.lang for each in articles if each.event == event} for event in events}
    assert sum(len(spoken) > 1 for spoken in languages.values()) >= 60


@pytest.mark.parametrize("half", ["seen", "held_out"])
def test_articles_on_one_event_become_one_story(half: str, tmp_path: Path) -> None:
    told = put_together(half, tmp_path / "site")
    precision, _ = measured = b_cubed(told)
    assert precision >= 0.95 and f1(measured) >= 0.90, measured
    assert f1(across := across_languages(told)) >= 0.85, across
