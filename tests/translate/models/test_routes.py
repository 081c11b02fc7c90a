from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.engines.hop import Pairing
from nashra.translate.models.packages import Package
from nashra.translate.models.routes import route


def packages(*ids: str) -> list[Package]:
    """ "ar_en-1.0" -> Package."""
    result = []
    for name in ids:
        pair, version = name.split("-")
        source, target = pair.split("_")
        result.append(Package(source, target, version, Path(name), "sentencepiece"))
    return result


def ids(way: tuple[Pairing, ...]) -> list[str]:
    return [package.id for package in way if isinstance(package, Package)]


def test_a_direct_package_wins_over_a_pivot() -> None:
    found = packages("ar_en-1.0", "ar_fr-1.0", "en_fr-1.9")
    assert ids(route(found, "ar", "fr")) == ["ar_fr-1.0"]


def test_without_a_direct_package_the_way_goes_over_english() -> None:
    found = packages("en_fr-1.9", "ar_en-1.0")
    assert ids(route(found, "ar", "fr")) == ["ar_en-1.0", "en_fr-1.9"]


def test_english_wins_a_tie_then_the_alphabet() -> None:
    found = packages("ar_de-1", "de_fr-1", "ar_es-1", "es_fr-1")
    assert ids(route(found, "ar", "fr")) == ["ar_de-1", "de_fr-1"]
    found += packages("ar_en-1", "en_fr-1")
    assert ids(route(found, "ar", "fr")) == ["ar_en-1", "en_fr-1"]
    assert ids(route(found[::-1], "ar", "fr")) == ["ar_en-1", "en_fr-1"]


def test_a_way_may_take_three_packages() -> None:
    found = packages("ar_en-1", "en_es-1", "es_ca-1", "ca_es-1")
    assert ids(route(found, "ar", "ca")) == ["ar_en-1", "en_es-1", "es_ca-1"]


def test_the_newest_version_of_a_pair_is_taken() -> None:
    found = packages("ar_en-1.9", "ar_en-1.10", "ar_en-1.0")
    offered = CTranslate2Engine(TranslateSettings()).offers(found)
    assert ids(route(offered, "ar", "en")) == ["ar_en-1.10"]


def test_a_language_needs_no_package_for_itself() -> None:
    assert route([], "ar", "ar") == ()


@pytest.mark.parametrize(
    ("found", "source", "target", "command"),
    [
        ((), "ar", "fr", "nashra models install ar en fr"),
        (("ar_en-1",), "ar", "fr", "nashra models install ar en fr"),
        (("en_ar-1", "fr_en-1"), "ar", "en", "nashra models install ar en"),
        (("ar_en-1",), "en", "ar", "nashra models install en ar"),
    ],
)
def test_without_a_way_the_error_names_the_command_that_gets_one(
    found: tuple[str, ...], source: str, target: str, command: str
) -> None:
    with pytest.raises(TranslationError) as caught:
        route(packages(*found), source, target)
    (problem,) = caught.value.problems
    assert f"from {source} to {target}" in problem.message
    assert f"`{command}`" in problem.hint
