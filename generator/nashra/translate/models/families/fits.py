"""Whether the files of a converted model belong together: its config, its vocabularies and its weights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nashra.kit.errors import TranslationError
from nashra.translate.models.families.layout import tokens_of
from nashra.translate.models.model_file import ModelFileError, read_model_file

_WRITTEN = "take it from where the model is, as CTranslate2's converter wrote it"
_FIRST_WITH_CONFIG = 6
_TOKENS = ("unk_token", "bos_token", "eos_token")
_SIGNS = ("add_source_bos", "add_source_eos")


def config_of(model: Path) -> dict[str, Any]:
    """The config of the converted model in the folder `model`. Raises TranslationError where it is none of
    CTranslate2's."""
    path = model / "config.json"
    try:
        fields = json.loads(path.read_bytes())
    except FileNotFoundError:
        if _is_old(model / "model.bin"):
            return {"add_source_eos": False, "eos_token": "</s>"}
        raise TranslationError("it has no config.json beside model.bin", path=model, hint=_WRITTEN) from None
    except (OSError, ValueError, RecursionError):
        raise TranslationError("the model's config.json cannot be read", path=model, hint=_WRITTEN) from None
    if isinstance(fields, dict) and isinstance(kind := fields.get("model_type"), str):
        raise TranslationError(
            f"the config.json beside model.bin is not CTranslate2's but that of a `{kind:.40}` of Transformers",
            path=model,
            hint=_WRITTEN,
        )
    if (
        not isinstance(fields, dict)
        or not all(isinstance(fields.get(name), str) for name in _TOKENS)
        or not all(isinstance(fields.get(name), bool) for name in _SIGNS)
    ):
        raise TranslationError("the config.json beside model.bin is not CTranslate2's", path=model, hint=_WRITTEN)
    return fields


def _is_old(path: Path) -> bool:
    """Whether a model is from before CTranslate2 3, which wrote no config.json."""
    try:
        return read_model_file(path).binary_version < _FIRST_WITH_CONFIG
    except (ModelFileError, OSError):
        return False


def check_fit(model: Path) -> None:
    """Raise TranslationError where the converted model in the folder `model` has numbers of other tokens than its
    weights, or tokens by which no sentence can end: it would write fluent nonsense."""
    end = config_of(model)["eos_token"]
    try:
        weights = read_model_file(model / "model.bin")
    except ModelFileError as error:
        raise TranslationError(f"the model cannot be used: {error}", path=model, hint="get it again") from None
    if weights.kind not in ("", "TransformerSpec", "TransformerBase", "TransformerBig"):
        raise TranslationError(
            f"it is a model that does not translate: CTranslate2 calls it {weights.kind}", path=model
        )
    for side, known in (("source", weights.sources), ("target", weights.targets)):
        tokens = tokens_of(model, side)
        if known is not None and len(tokens) != known:
            raise TranslationError(
                f"its {side} vocabulary is that of another model: it has {len(tokens):,} tokens, "
                f"and the weights are for {known:,}",
                path=model,
                hint="take both from one place",
            )
        if end not in tokens:
            raise TranslationError(f"its {side} vocabulary lacks the end mark {end}", path=model)
