"""A limit of memory leaves the models that keep it, and tells of the others."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from nashra.kit.errors import Problem
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.models.memory_need import needed, within
from nashra.translate.models.packages import Package

BIG = 300_000_000


def test_a_smaller_model_does_the_work_of_one_that_takes_too_much(cipher: dict[str, Package], tmp_path: Path) -> None:
    small = cipher["ar_en"]
    large = replace(small, version="2.0", path=shutil.copytree(small.path, tmp_path / "large"), model_size=BIG)
    free = CTranslate2Engine(TranslateSettings())
    assert free.offers([small, large]) == [large]
    engine = CTranslate2Engine(TranslateSettings(limit_memory=400_000_000))
    assert engine.offers([small, large, cipher["en_fr"]]) == [small, cipher["en_fr"]]
    assert engine.offers([large]) == []
    (told,) = engine.problems
    assert told.message == (
        "ar_en-2.0 is passed over: translating with it takes about 585 MB of memory, more than the limit of 400 MB"
    )
    assert told.warning


def test_wider_numbers_than_those_in_the_file_are_counted(cipher: dict[str, Package]) -> None:
    assert needed(80_000_000) == needed(80_000_000, 75_000_000, "int8") == 332_000_000
    assert needed(80_000_000, 75_000_000, "float32") == 585_000_000
    problems: list[Problem] = []
    assert within([cipher["ar_en"]], 10_000_000, "default", problems) == []
    assert len(problems) == 1
    assert within([cipher["ar_en"]], 0, "default") == [cipher["ar_en"]]
