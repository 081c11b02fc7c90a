"""Folders as Transformers saves its models: which family one is of, by its config and its tokenizer's files."""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from nashra.kit.errors import TranslationError

# Whole or in parts; a model.bin alone is CTranslate2's.
WEIGHTS = re.compile(r"(?!model\.bin\Z)(?:pytorch_model|model)(?:-\d+-of-\d+)?\.(?:safetensors|bin)\Z")
# What such a folder has beside its weights.
FILES = (
    "config.json", "generation_config.json", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json", "tokenizer.json", "source.spm", "target.spm", "sentencepiece.bpe.model", "spiece.model",
    "sentencepiece.model", "README.md", "LICENSE*", "benchmark_results.txt",
)  # fmt: skip
_KNOWN = "marian (OPUS-MT), m2m_100 (NLLB-200, M2M100) and t5 (MADLAD-400) are known"
_MAX_BYTES = 16 << 20


def missing_converter() -> TranslationError | None:
    """What is to be installed before such a model can be converted here; None where all is there."""
    lacking = [name for name in ("transformers", "torch") if find_spec(name) is None]
    if not lacking:
        return None
    return TranslationError(
        f"it is a Transformers model, which has to be converted once, and {' and '.join(lacking)}, which "
        f"{'do' if len(lacking) > 1 else 'does'} it, {'are' if len(lacking) > 1 else 'is'} not installed",
        hint="run `pip install 'nashra[convert]'` and this command again; or convert it on another machine with "
        "`ct2-transformers-converter --quantization int8` and install the folder that comes of it, with the "
        "tokenizer's files beside model.bin",
    )


def family_of(folder: Path, names: Collection[str]) -> tuple[str, str, str]:
    """(family, tokenizer of the source, that of the target) of the model in `folder`, which holds files of `names`.

    Raises TranslationError with the reason where it is of no family that is known, or not whole.
    """
    kind = _table(folder / "config.json").get("model_type")
    if not isinstance(kind, str):
        raise TranslationError("its config.json does not say of which kind it is", path=folder, hint=_KNOWN)
    wanted: tuple[str, ...]
    if kind == "marian":
        wanted, found = ("source.spm", "target.spm", "vocab.json"), ("opus-mt", "source.spm", "target.spm")
    elif kind == "m2m_100":
        family = "m2m100" if _is_m2m100(folder, names) else "nllb"
        tokenizer = "sentencepiece.bpe.model"
        wanted, found = (tokenizer, *(["vocab.json"] if family == "m2m100" else [])), (family, tokenizer, tokenizer)
    elif kind == "t5":
        tokenizer = next((name for name in ("spiece.model", "sentencepiece.model") if name in names), "spiece.model")
        wanted, found = (tokenizer,), ("madlad", tokenizer, tokenizer)
    else:
        raise TranslationError(f"it is a model of the kind `{kind:.40}`: {_KNOWN}", path=folder)
    lacking = [name for name in wanted if name not in names]
    if lacking:
        raise TranslationError(f"it has no {lacking[0]}, which a model of the kind `{kind}` needs", path=folder)
    _check_parts(folder, names)
    return found


def _is_m2m100(folder: Path, names: Collection[str]) -> bool:
    """NLLB-200 and M2M100 are of one kind, and differ in their tokenizers."""
    said = _table(folder / "tokenizer_config.json") if "tokenizer_config.json" in names else {}
    name = str(said.get("tokenizer_class", "")).lower()
    return "m2m100" in name or ("nllb" not in name and "vocab.json" in names)


def _check_parts(folder: Path, names: Collection[str]) -> None:
    """Raise TranslationError where weights in several files are not all there, or lie outside the folder."""
    for index in sorted(name for name in names if name.endswith((".safetensors.index.json", ".bin.index.json"))):
        # of two sets of the same weights, one may have been left behind
        parts = _table(folder / index).get("weight_map")
        wanted = sorted({str(name) for name in parts.values()}) if isinstance(parts, dict) else []
        if any(not WEIGHTS.match(name) for name in wanted):
            raise TranslationError(f"its {index} names what are no weights", path=folder)
        whole = {f"model{ending}" for ending in (".safetensors",)} | {"pytorch_model.bin"}
        lacking = [name for name in wanted if name not in names]
        if lacking and not whole & set(names):
            raise TranslationError(
                f"its weights are not whole: {lacking[0]} is missing", path=folder, hint="fetch all of its files"
            )


def _table(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise TranslationError(f"its {path.name} is far too large", path=path)
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        raise TranslationError(f"it has no {path.name}", path=path.parent) from None
    except (OSError, ValueError, RecursionError):
        raise TranslationError(f"its {path.name} cannot be read", path=path) from None
    if not isinstance(found, dict):
        raise TranslationError(f"its {path.name} is no table", path=path)
    return found
