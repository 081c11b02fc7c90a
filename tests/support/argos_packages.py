"""Tiny Argos packages with hand-set weights, so that translation can be tested exactly and offline.

Each package is a real CTranslate2 transformer that copies one character after the other through its
cross-attention and writes another character for each: ar->en writes Buckwalter's letters, en->fr swaps the case.
What has no partner passes through. One token is one character, at most 1,023 in a segment. Two packages are built
in a tenth of a second.

What they write is a cipher, never a translation; do not show it as one.
"""

from __future__ import annotations

import io
import json
import string
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيًٌٍَُِّْ"
BUCKWALTER = "'|>&<}AbptvjHxd*rzs$SDTZEgfqklmnhwYyFNKaui~o"
OTHERS = "éèêëàâçôöûùüîïœ«»“”’—–…،؛؟٪٫٬٠١٢٣٤٥٦٧٨٩ـ"
CHARACTERS = sorted(set(ARABIC + string.ascii_letters + string.digits + string.punctuation + OTHERS))

AR_EN: Mapping[str, str] = dict(zip(ARABIC, BUCKWALTER, strict=True)) | {"،": ",", "؛": ";", "؟": "?"}
EN_FR: Mapping[str, str] = {letter: letter.swapcase() for letter in string.ascii_letters}

POSITION_BITS = 48


@dataclass(frozen=True)
class Recipe:
    """One package to build: the pair, and which character is written for which."""

    source: str
    target: str
    mapping: Mapping[str, str]
    version: str = "1.0"

    @property
    def root(self) -> str:
        return f"translate-{self.source}_{self.target}-{self.version.replace('.', '_')}"


RECIPES = (Recipe("ar", "en", AR_EN), Recipe("en", "fr", EN_FR))


def cipher(text: str, mapping: Mapping[str, str]) -> str:
    """What the package of `mapping` makes of `text`."""
    return "".join(mapping.get(character, character) for character in text)


def build_cipher_packages(folder: Path, *, bpe: bool = False, quantization: str | None = None) -> dict[str, Path]:
    """Write the two cipher packages into `folder`; the result maps "ar_en" and "en_fr" to their files.

    bpe:          with bpe.model and Moses tokens instead of SentencePiece.
    quantization: a CTranslate2 weight type such as "int8"; None keeps float32.
    """
    return {
        f"{recipe.source}_{recipe.target}": build_package(folder, recipe, bpe=bpe, quantization=quantization)
        for recipe in RECIPES
    }


def build_package(
    folder: Path,
    recipe: Recipe,
    *,
    bpe: bool = False,
    quantization: str | None = None,
    metadata: Mapping[str, Any] | None = None,
    positions: int = 1024,
) -> Path:
    """Write one package file into `folder`. `metadata` overrides metadata.json; None drops a field."""
    pieces, tokenizer_name, tokenizer = _bpe_vocabulary() if bpe else _character_vocabulary()
    prefix = (metadata or {}).get("target_prefix")
    if isinstance(prefix, str) and prefix not in pieces:
        pieces = [*pieces, prefix]
    mapping = recipe.mapping
    if bpe:
        mapping = {**mapping, **{f"{source}@@": f"{target}@@" for source, target in mapping.items()}}
    files = {
        "metadata.json": metadata_json(recipe, metadata),
        tokenizer_name: tokenizer,
        "README.md": b"A cipher.",
    }
    with tempfile.TemporaryDirectory() as scratch:
        _save_copying_model(Path(scratch), pieces, mapping, quantization, positions)
        for path in sorted(Path(scratch).iterdir()):
            files[f"model/{path.name}"] = path.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{recipe.root}.argosmodel"
    write_zip(path, {f"{recipe.root}/{name}": data for name, data in files.items()})
    return path


def metadata_json(recipe: Recipe, overrides: Mapping[str, Any] | None = None) -> bytes:
    """The metadata.json of a package, in the shape argostranslate writes."""
    fields: dict[str, Any] = {
        "package_version": recipe.version,
        "argos_version": "1.9",
        "from_code": recipe.source,
        "from_name": recipe.source,
        "to_code": recipe.target,
        "to_name": recipe.target,
        "type": "translate",
    }
    fields |= overrides or {}
    return json.dumps({name: value for name, value in fields.items() if value is not None}).encode()


def write_zip(path: Path, files: Mapping[str, bytes]) -> None:
    """A zip file whose bytes depend on `files` alone."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)


@lru_cache(maxsize=1)
def _character_vocabulary() -> tuple[list[str], str, bytes]:
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter([" ".join(CHARACTERS)]),
        model_writer=model,
        model_type="char",
        vocab_size=1000,
        hard_vocab_limit=False,
        character_coverage=1.0,
        normalization_rule_name="identity",
        remove_extra_whitespaces=False,
        num_threads=1,
        minloglevel=2,
        unk_id=0,
        bos_id=1,
        eos_id=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    pieces = [processor.id_to_piece(index) for index in range(processor.get_piece_size())]
    return pieces, "sentencepiece.model", model.getvalue()


@lru_cache(maxsize=1)
def _bpe_vocabulary() -> tuple[list[str], str, bytes]:
    # No merge applies to these texts: every word falls into its characters, `w@@ o@@ r@@ d`.
    single = [character for character in CHARACTERS if not character.isspace()]
    pieces = ["<unk>", "<s>", "</s>", *single, *(f"{character}@@" for character in single)]
    return pieces, "bpe.model", b"#version: 0.2\nx y\n"


def _save_copying_model(
    folder: Path, pieces: Sequence[str], mapping: Mapping[str, str], quantization: str | None, positions: int
) -> None:
    from ctranslate2.specs import TransformerSpec

    size = len(pieces)
    index = {piece: number for number, piece in enumerate(pieces)}
    depth = size + POSITION_BITS
    depth += -depth % 8
    codes = np.random.default_rng(7).choice([-1.0, 1.0], size=(positions, POSITION_BITS)).astype(np.float32)
    codes -= codes.mean(1, keepdims=True)
    encodings = np.zeros((positions, depth), np.float32)
    encodings[:, size : size + POSITION_BITS] = codes

    spec = TransformerSpec.from_config(1, 1, pre_norm=True, no_final_norm=True)
    for side in (spec.encoder, spec.decoder):
        side.scale_embeddings = False
        side.position_encodings.encodings = encodings
    # The encoder's input is a one-hot token beside its position code; the decoder sees positions only, so what it
    # writes cannot depend on what it wrote before.
    one_hot = np.zeros((size, depth), np.float32)
    one_hot[np.arange(size), np.arange(size)] = 1
    spec.encoder.embeddings[0].weight = one_hot
    spec.decoder.embeddings.weight = np.zeros((size, depth), np.float32)

    for layer in (spec.encoder.layer[0], spec.decoder.layer[0]):
        _norm(layer.self_attention.layer_norm, depth)
        _linear(layer.self_attention.linear[0], np.zeros((3 * depth, depth), np.float32))
        _linear(layer.self_attention.linear[1], np.zeros((depth, depth), np.float32))
        _norm(layer.ffn.layer_norm, depth)
        _linear(layer.ffn.linear_0, np.zeros((8, depth), np.float32))
        _linear(layer.ffn.linear_1, np.zeros((depth, 8), np.float32))

    # Cross-attention: a position code asks for the same code, and brings back the token that stands there.
    query = np.zeros((depth, depth), np.float32)
    key_value = np.zeros((2 * depth, depth), np.float32)
    for number in range(size, size + POSITION_BITS):
        query[number, number] = 8.0
        key_value[number, number] = 1.0
    for number in range(size):
        key_value[depth + number, number] = 1.0
    attention = spec.decoder.layer[0].attention
    _norm(attention.layer_norm, depth)
    _linear(attention.linear[0], query)
    _linear(attention.linear[1], key_value)
    _linear(attention.linear[2], np.eye(depth, dtype=np.float32))

    projection = np.zeros((size, depth), np.float32)
    for number, piece in enumerate(pieces):
        projection[index.get(mapping.get(piece, piece), number), number] += 60.0
    spec.decoder.projection.weight = projection
    spec.decoder.projection.bias = np.zeros(size, np.float32)

    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(folder))


def _norm(layer: Any, depth: int) -> None:
    layer.gamma, layer.beta = np.ones(depth, np.float32), np.zeros(depth, np.float32)


def _linear(layer: Any, weight: np.ndarray) -> None:
    layer.weight, layer.bias = weight, np.zeros(weight.shape[0], np.float32)
