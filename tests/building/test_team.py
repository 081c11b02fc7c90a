"""Pages that several processes make are those that one makes, in the same order, with the same problems."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from multiprocessing import get_context

import pytest

from nashra.building import team
from nashra.kit import processes
from nashra.kit.errors import NashraError
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.render.ground.bundle import Bundle
from nashra.render.ground.theme import ASSETS
from nashra.settings import config
from support.changing_site import Newsroom, tree


@pytest.fixture(autouse=True)
def small_sites_are_shared_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "LEAST", 1)


def built(room: Newsroom, output: str, jobs: int, cached: bool = True) -> BuildReport:
    settings = replace(config.load(room.root), output=room.root / output)
    return build(settings, now=room.now, cached=cached, jobs=jobs)


def pages_made_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the bundles that this process makes from now on."""
    names: list[str] = []
    alone = team.made

    def made(bundle: Bundle) -> team.Made:
        names.append(bundle.name)
        return alone(bundle)

    monkeypatch.setattr(team, "made", made)
    return names


def same(one: BuildReport, two: BuildReport) -> None:
    assert tree(one.output) == tree(two.output)
    assert replace(one, output=two.output, written=0) == replace(two, written=0)


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_make_what_one_process_makes(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    monkeypatch.setattr(team, "start_method", lambda: method)
    newsroom.article(2, more="[رابط](nowhere.md)")
    newsroom.article(4, head="updated: never\n")
    alone = built(newsroom, "one", 1)
    here = pages_made_here(monkeypatch)
    same(built(newsroom, "two", 2), alone)
    # a template that all pages rest on is another: they are made again, from what is kept of their articles
    newsroom.write("templates/article.html", '{% extends "default/article.html" %}\n{# other #}\n')
    newsroom.write("static/own.txt", "x")
    again = built(newsroom, "two", 2)
    assert not [name for name in here if name.startswith("article/")]
    same(again, built(newsroom, "cold", 1, cached=False))


def test_a_worker_that_reads_another_site_than_the_build_did_makes_nothing(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(team, "start_method", lambda: "spawn")
    alone = built(newsroom, "one", 1)
    here = pages_made_here(monkeypatch)
    path = newsroom.root / newsroom.folder(1) / "ar.md"
    text = path.read_text("utf-8")

    def changed(method: str | None) -> object:
        """Somebody saves an article between the build's look at it and the worker's."""
        path.write_text(text.replace("كلمة", "جملة"), "utf-8")
        return get_context(method)

    monkeypatch.setattr(team, "get_context", changed)
    same(built(newsroom, "two", 2), alone)
    assert "article/a00001" in here and ASSETS not in here


def test_what_is_wrong_with_a_template_is_said_as_by_one_process(newsroom: Newsroom) -> None:
    newsroom.write("templates/compare.html", "\n{{ missing.value }}\n")
    newsroom.write("templates/month.html", "{{ other.value }}\n")
    said = []
    for jobs in (1, 2):
        with pytest.raises(NashraError) as caught:
            built(newsroom, "site", jobs)
        said.append(caught.value.problems)
    assert said[0] == said[1]
    assert not (newsroom.root / "site").exists()


def test_what_a_killed_worker_leaves_is_made_by_the_build(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "start_method", lambda: "fork")
    alone = built(newsroom, "one", 1)
    mine, real = os.getpid(), team.made

    def deadly(bundle: Bundle) -> team.Made:
        if os.getpid() != mine and bundle.name == "article/a00002":
            os.kill(os.getpid(), signal.SIGKILL)
        return real(bundle)

    monkeypatch.setattr(team, "made", deadly)
    same(built(newsroom, "two", 2), alone)


def test_a_small_site_is_made_by_one_process(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team, "LEAST", 150)
    monkeypatch.setattr(team, "get_context", None)
    assert built(newsroom, "site", 8).written > 50
    assert processes.cores() >= 1


@pytest.mark.parametrize("allowed", [0, 1])
def test_where_the_system_allows_no_more_processes_the_site_is_made_by_those_there_are(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    alone = built(newsroom, "one", 1)
    left = [None] * allowed

    def process(method: str) -> object:
        if not left:
            raise BlockingIOError("Resource temporarily unavailable")
        left.pop()
        return get_context(method)

    monkeypatch.setattr(team, "get_context", process)
    same(built(newsroom, "two", 3), alone)
