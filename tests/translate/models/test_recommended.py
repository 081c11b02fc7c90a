"""The list of recommended models: every figure has its source, and the way is chosen by what was published."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from nashra.translate.engines.hop import Hop
from nashra.translate.models.families.manifest import Direction, Manifest
from nashra.translate.models.packages import Package
from nashra.translate.models.recommended import _EXTRAS, estimate, plan, published, recommended
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
        known = model.address == "argos" or urlsplit(model.address).path.endswith(".zip")
        assert known or model.address == f"hf:{urlsplit(model.page).path.strip('/')}"


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


BIG = "opus-mt-tc-big-"


@pytest.mark.parametrize(
    ("extras", "best"),
    [
        ((), {"fr-en": "argos", "en-fr": "argos"}),
        (("huggingface_hub",), {"fr-en": "quickmt-fr-en", "en-fr": "argos"}),
        (("transformers", "torch"), {"fr-en": "argos", "en-fr": "argos"}),
        (("huggingface_hub", "transformers"), {"fr-en": "quickmt-fr-en", "en-fr": "argos"}),
        (("huggingface_hub", "transformers", "torch"), {"fr-en": f"{BIG}fr-en", "en-fr": f"{BIG}en-fr"}),
    ],
)
def test_the_best_that_can_be_installed_here_is_chosen_for_each_pair(
    extras: tuple[str, ...], best: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "nashra.translate.models.recommended.find_spec", lambda name: object() if name in extras else None
    )
    always = {"ar-en": f"{BIG}ar-en", "en-ar": f"{BIG}en-ar"}
    assert {"-".join(pair): model.name for pair, model in plan(["ar", "fr"], best=True).items()} == always | best
    assert {model.name for model in plan(["ar", "fr"], best=False).values()} == {"argos"}
    assert list(plan(["ar", "en"], best=True, sources=["ar"])) == [("ar", "en")]
    assert plan(["en", "fr"], best=True, anyhow=True)["en", "fr"].name == f"{BIG}en-fr"


def test_what_a_model_of_the_list_needs_is_an_extra_of_this_project() -> None:
    project = tomllib.loads((Path(__file__).parents[3] / "pyproject.toml").read_text("utf-8"))["project"]
    for model in recommended():
        for extra in model.needs:
            asked = " ".join(project["optional-dependencies"][extra])
            assert all(name.replace("_", "-") in asked for name in _EXTRAS[extra])
        assert model.needs or not model.address.startswith("hf:")


def test_the_table_of_the_manual_says_what_the_list_says() -> None:
    page = (Path(__file__).parents[3] / "docs/models.md").read_text("utf-8")
    rows = [line.strip("| ").split(" | ") for line in page.splitlines() if re.match(r"\| [a-z]{2}-[a-z]{2} \|", line)]
    wanted = []
    for model in recommended():
        for pair in model.pairs:
            if set(pair) <= {"ar", "en", "fr"}:
                values = {each.measure: str(each.value) for each in model.figures if each.pair == pair}
                figures = [values.get("BLEU", "-"), values.get("chrF", "-")]
                wanted.append(
                    ["-".join(pair), model.name, *figures, f"{model.memory} MB", str(model.time), model.licence]
                )
    assert sorted(rows) == sorted(wanted)


def test_memory_and_time_of_every_model_of_the_list_are_known() -> None:
    for model in recommended():
        assert 100 < model.memory < 10_000
        assert 0.5 < model.time < 50
