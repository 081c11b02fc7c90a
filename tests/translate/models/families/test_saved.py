"""Folders as Transformers saves them: what they are is known, or refused with the reason, before torch is asked for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nashra.kit.errors import TranslationError
from nashra.translate.models.families import saved
from nashra.translate.models.families.layout import layout_of
from nashra.translate.models.install import install

MARIAN = ("source.spm", "target.spm", "vocab.json")


def folder_of(path: Path, config: Any, *names: str, weights: str = "model.safetensors", **tables: Any) -> Path:
    path.mkdir()
    text = config if isinstance(config, str) else json.dumps(config)
    (path / "config.json").write_text(text, "utf-8")
    for name in (*names, *([weights] if weights else [])):
        (path / name).write_bytes(b"x")
    for name, table in tables.items():
        (path / f"{name.replace('__', '.')}.json").write_text(json.dumps(table), "utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "names", "tokenizer", "family"),
    [
        ("marian", MARIAN, {}, "opus-mt"),
        ("m2m_100", ("sentencepiece.bpe.model", "vocab.json"), {}, "m2m100"),
        ("m2m_100", ("sentencepiece.bpe.model", "tokenizer.json"), {}, "nllb"),
        ("m2m_100", ("sentencepiece.bpe.model", "vocab.json"), {"tokenizer_class": "NllbTokenizer"}, "nllb"),
        ("t5", ("spiece.model",), {"tokenizer_class": "T5Tokenizer"}, "madlad"),
    ],
)
@pytest.mark.parametrize("weights", ["model.safetensors", "pytorch_model.bin", "model-00001-of-00002.safetensors"])
def test_the_family_of_a_saved_model_is_known_by_its_config_and_its_tokenizer(
    kind: str, names: tuple[str, ...], tokenizer: dict[str, str], family: str, weights: str, tmp_path: Path
) -> None:
    made = folder_of(tmp_path / "m", {"model_type": kind}, *names, weights=weights, tokenizer_config=tokenizer)
    layout = layout_of(made)
    assert (layout.family, layout.weights) == (family, "transformers")


@pytest.mark.parametrize(
    ("config", "names", "message"),
    [
        ({"model_type": "bart"}, MARIAN, "a model of the kind `bart`: marian (OPUS-MT), m2m_100"),
        ({"model_type": "llama", "auto_map": {"AutoModel": "evil.py"}}, MARIAN, "of the kind `llama`"),
        ({"architectures": ["MarianMTModel"]}, MARIAN, "does not say of which kind it is"),
        ({"model_type": ["marian"]}, MARIAN, "does not say of which kind it is"),
        ("{", MARIAN, "its config.json cannot be read"),
        ("[" * 100_000, MARIAN, "its config.json cannot be read"),
        ("[]", MARIAN, "its config.json is no table"),
        ({"model_type": "marian"}, MARIAN[1:], "it has no source.spm"),
        ({"model_type": "marian"}, MARIAN[:2], "it has no vocab.json"),
        ({"model_type": "m2m_100"}, ("tokenizer.json",), "it has no sentencepiece.bpe.model"),
        ({"model_type": "t5"}, (), "it has no spiece.model"),
    ],
)
def test_what_is_of_no_known_family_or_not_whole_is_refused(
    config: Any, names: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    made = folder_of(tmp_path / "m", config, *names)
    with pytest.raises(TranslationError) as caught:
        install(made, tmp_path / "packages")
    assert message in caught.value.problems[0].message
    assert list((tmp_path / "packages").iterdir()) == []


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (
            ["model-00001-of-00002.safetensors", "model-00002-of-00002.safetensors"],
            "model-00002-of-00002.safetensors is",
        ),
        (["../../etc/passwd"], "names what are no weights"),
    ],
)
def test_weights_in_parts_are_all_there_and_in_the_folder(parts: list[str], message: str, tmp_path: Path) -> None:
    made = folder_of(
        tmp_path / "m",
        {"model_type": "marian"},
        *MARIAN,
        weights="model-00001-of-00002.safetensors",
        model__safetensors__index={"weight_map": {str(number): name for number, name in enumerate(parts)}},
    )
    with pytest.raises(TranslationError) as caught:
        layout_of(made)
    assert message in caught.value.problems[0].message


def test_without_the_extra_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "find_spec", lambda name: None)
    made = folder_of(tmp_path / "opus-mt-ar-en", {"model_type": "marian"}, *MARIAN)
    with pytest.raises(TranslationError) as caught:
        install(made, tmp_path / "packages")
    problem = caught.value.problems[0]
    assert "transformers and torch, which do it, are not installed" in problem.message
    assert "pip install 'nashra[convert]'" in problem.hint
    assert list((tmp_path / "packages").iterdir()) == []


def test_a_model_is_found_in_folders_within_folders(tmp_path: Path) -> None:
    (tmp_path / "got/of").mkdir(parents=True)
    folder_of(tmp_path / "got/of/it", {"model_type": "bert"}, *MARIAN)
    with pytest.raises(TranslationError, match="a model of the kind `bert`"):
        install(tmp_path / "got", tmp_path / "packages")
