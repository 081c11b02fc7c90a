"""The list of recommended models: every figure has its source, and the way is chosen by what was published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from nashra.translate.engines.hop import Hop
from nashra.translate.models.families.manifest import Direction, Manifest
from nashra.translate.models.packages import Package
from nashra.translate.models.recommended import estimate, plan, published, recommended
from nashra.translate.models.routes import route

BLANK = Manifest("", "1.0", "opus-mt", "", "", "", (), "a", "b")


def of(name: str, source: str, target: str) -> Package:
    """An installed model of the list."""
    direction = Direction(source, target)
    manifest = replace(BLANK, name=name, directions=(direction,))
    return Package(source, target, "1.0", Path(name), "opus-mt", manifest=manifest, direction=direction)


def argos(source: str, target: str) -> Package:
    return Package(source, target, "1.0", Path("x"), "sentencepiece")


def test_every_figure_has_a_source_line_and_every_model_a_page_and_a_licence() -> None:
    assert len(recommended()) >= 5
    for model in recommended():
        assert model.licence
        assert model.pairs
        for address in (model.page, *(figure.source for figure in model.figures)):
            assert urlsplit(address).scheme == "https", (model.name, address)
            assert urlsplit(address).netloc
        for figure in model.figures:
            assert figure.pair in model.pairs
            assert figure.measure in ("BLEU", "chrF", "COMET")
            assert 0 < figure.value < 100
            assert "flores" in figure.test
        assert model.address in ("", "argos") or urlsplit(model.address).path.endswith(".zip")


def test_what_was_published_is_known_of_a_model_by_its_name_and_pair() -> None:
    assert published(of("opus-mt-tc-big-ar-en", "ar", "en")) == 42.6
    assert published(argos("ar", "en")) == 29.5
    assert published(of("my-own", "ar", "en")) is None
    assert published(Hop("ar", "en", "plug-in")) is None


def test_a_way_over_another_language_keeps_a_share() -> None:
    assert estimate([30.0]) == 30.0
    assert estimate([30.0, 50.0]) == 25.0
    assert estimate([60.0, None]) is None


@pytest.mark.parametrize(
    ("installed", "way"),
    [
        # 33.4 against 29.5 / 60 of 42.7
        ([of("opus-mt-tc-big-ar-itc", "ar", "fr"), argos("ar", "en"), argos("en", "fr")], ["ar-fr"]),
        # 33.4 against 42.6 / 60 of 52.2
        (
            [
                of("opus-mt-tc-big-ar-itc", "ar", "fr"),
                of("opus-mt-tc-big-ar-en", "ar", "en"),
                of("opus-mt-tc-big-en-fr", "en", "fr"),
            ],
            ["ar-en", "en-fr"],
        ),
        # of one half nothing was published: the shortest
        ([of("my-own", "ar", "fr"), of("opus-mt-tc-big-ar-en", "ar", "en"), argos("en", "fr")], ["ar-fr"]),
        ([argos("ar", "fr"), argos("ar", "en"), argos("en", "fr")], ["ar-fr"]),
    ],
)
def test_the_better_way_by_published_figures_wins_else_the_shortest(installed: list[Package], way: list[str]) -> None:
    assert ["-".join(hop.pair) for hop in route(installed, "ar", "fr")] == way  # type: ignore[attr-defined]


def test_a_site_may_fix_a_way() -> None:
    installed = [of("opus-mt-tc-big-ar-itc", "ar", "fr"), argos("ar", "en"), argos("en", "fr")]
    assert len(route(installed, "ar", "fr", [("ar", "en", "fr")])) == 2
    assert len(route(installed, "ar", "fr", [("fr", "ar"), ("ar", "fr")])) == 1


def test_the_best_that_can_be_installed_is_chosen_for_each_pair() -> None:
    best = plan(["ar", "fr"], best=True)
    assert {pair: model.name for pair, model in best.items()} == {
        ("ar", "en"): "opus-mt-tc-big-ar-en",
        ("en", "fr"): "argos",
        ("fr", "en"): "argos",
        ("en", "ar"): "opus-mt-tc-big-en-ar",
    }
    assert {model.name for model in plan(["ar", "fr"], best=False).values()} == {"argos"}
    assert list(plan(["ar", "en"], best=True, sources=["ar"])) == [("ar", "en")]
