from __future__ import annotations

import importlib.metadata
import subprocess
import sys

import pytest

from nashra.kit.errors import ConfigError, TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate import named_engines
from nashra.translate.named_engines import GROUP, engine_names, make_engine


def test_our_own_engines_are_known_by_name() -> None:
    assert engine_names()[:2] == ["ctranslate2", "argostranslate"]
    assert make_engine(TranslateSettings()).name == "ctranslate2"


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ConfigError) as caught:
        make_engine(TranslateSettings(), "oracle")
    assert "ctranslate2" in caught.value.problems[0].hint


def test_entry_points_add_engines_but_cannot_replace_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        importlib.metadata.EntryPoint("other", "types:SimpleNamespace", GROUP),
        importlib.metadata.EntryPoint("broken", "no_such_module_here:Engine", GROUP),
        importlib.metadata.EntryPoint("ctranslate2", "no_such_module_here:Engine", GROUP),
    ]
    monkeypatch.setattr(named_engines, "entry_points", lambda group: points)
    assert engine_names() == ["ctranslate2", "argostranslate", "apertium", "broken", "other"]
    assert make_engine(TranslateSettings(), "ctranslate2").name == "ctranslate2"
    with pytest.raises(TranslationError, match="cannot be loaded"):
        make_engine(TranslateSettings(), "broken")


def test_importing_the_engine_loads_no_heavy_library() -> None:
    code = (
        "import sys, nashra.translate.named_engines, nashra.translate.chain, nashra.translate.models.obtain, "
        "nashra.translate.engines.argos_engine; "
        "print([name for name in ('ctranslate2', 'sentencepiece', 'numpy', 'sacremoses', 'argostranslate') "
        "if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
