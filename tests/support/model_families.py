"""Small models in the layouts in which other families than Argos publish theirs, made with the true tools.

OPUS-MT releases are Marian's own weights (numpy), which CTranslate2's converter turns; the others are CTranslate2 models
with their tokenizers beside them. The weights are random: what they write is noise, and never a translation.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from support.argos_packages import write_zip
from support.random_package import LINES, random_tokenizer, save_random_model

_DEPTH, _INNER, _HEADS = 16, 32, 2
README = """\
# opus-2020-07-08.zip

* dataset: opus
* model: transformer-align
* source language(s): {sources}
* target language(s): {targets}
* pre-processing: normalization + SentencePiece (spm32k,spm32k)

## Benchmarks

| testset               | BLEU  | chr-F |
|-----------------------|-------|-------|
| Tatoeba-test.ara.eng  | 49.4  | 0.661 |
"""


def marian_release(
    folder: Path,
    *,
    sources: str = "ara",
    targets: str = "eng",
    marks: Sequence[str] = (),
    readme: str | None = None,
    plain: bool = False,
    bpe: bool = False,
    seed: int = 1,
) -> Path:
    """The files of an OPUS-MT release, unpacked, in `folder`. marks: tokens such as ">>fra<<" in the vocabulary.

    plain: as newer releases, with two vocabularies that are lists, and without decoder.yml.
    bpe:   as early releases, with codes of BPE in the place of SentencePiece's models.
    """
    folder.mkdir(parents=True)
    tokenizer, pieces = random_tokenizer()
    if bpe:
        tokenizer, pieces = _bpe_codes()
    vocabulary = ["</s>", "<unk>", *(piece for piece in pieces if piece not in ("</s>", "<unk>")), *marks, "<pad>"]
    for side in ("source", "target"):
        (folder / f"{side}.{'bpe' if bpe else 'spm'}").write_bytes(tokenizer)
    if plain:
        for side in ("src", "trg"):
            (folder / f"opus.{side}.vocab").write_text("\n".join(vocabulary) + "\n", "utf-8")
    lines = [f"{json.dumps(token, ensure_ascii=False)}: {number}" for number, token in enumerate(vocabulary)]
    if not plain:
        (folder / "opus.spm32k-spm32k.vocab.yml").write_text("\n".join(lines) + "\n", "utf-8")
    decoder = {
        "relative-paths": True,
        "models": ["opus.npz"],
        "vocabs": ["opus.spm32k-spm32k.vocab.yml"] * 2,
        "beam-size": 6,
        "normalize": 1,
    }
    if not plain:
        (folder / "decoder.yml").write_text(yaml.safe_dump(decoder), "utf-8")
    np.savez(folder / "opus.npz", **_marian_weights(len(vocabulary), seed))  # type: ignore[arg-type]
    text = README.format(sources=sources, targets=targets) if readme is None else readme
    (folder / "README.md").write_text(text, "utf-8")
    (folder / "LICENSE").write_text("Creative Commons\nAttribution 4.0 International\n", "utf-8")
    return folder


def zipped(folder: Path, path: Path) -> Path:
    """The files of `folder` as OPUS-MT zips them: in no folder."""
    write_zip(path, {each.name: each.read_bytes() for each in sorted(folder.iterdir())})
    return path


def converted(
    folder: Path, files: Mapping[str, bytes], *, marks: Sequence[str] = (), adds_end: bool = False, split: bool = False
) -> Path:
    """A CTranslate2 model in `folder` with `files` beside it. marks: tokens of the vocabulary beyond the pieces.

    adds_end: whether its config has the end mark added. split: whether it has two vocabularies.
    """
    folder.mkdir(parents=True)
    _, pieces = random_tokenizer()
    save_random_model(folder, [*pieces, *marks], end_bias=6.0, seed=3)
    config = json.loads((folder / "config.json").read_text("utf-8"))
    (folder / "config.json").write_text(json.dumps(config | {"add_source_eos": adds_end}), "utf-8")
    if split:
        shared = folder / "shared_vocabulary.json"
        for side in ("source", "target"):
            (folder / f"{side}_vocabulary.json").write_bytes(shared.read_bytes())
        shared.unlink()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


def _bpe_codes() -> tuple[bytes, list[str]]:
    """Some codes, and all tokens that can come of the letters of `LINES`."""
    merges = ["ا ل", "م ن</w>", "ن ع", "نع م</w>", "t h", "th e</w>"]
    letters = sorted({letter for line in LINES for letter in line if letter != " "} | set("@-&;,٪؟«»٢٠٤12345"))
    parts = [*letters, *("".join(merge.split()).removesuffix("</w>") for merge in merges)]
    tokens = [token for part in dict.fromkeys(parts) for token in (part, f"{part}@@")]
    return ("#version: 0.2\n" + "\n".join(merges) + "\n").encode(), [*tokens, "@-@", "&quot;", "&apos;"]


def _marian_weights(size: int, seed: int) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(seed)

    def random(*shape: int) -> np.ndarray:
        drawn: np.ndarray = (rng.standard_normal(shape) * 2 / np.sqrt(shape[0])).astype(np.float32)
        return drawn

    def norm(name: str) -> dict[str, np.ndarray]:
        return {
            f"{name}_ln_scale": np.ones((1, _DEPTH), np.float32),
            f"{name}_ln_bias": np.zeros((1, _DEPTH), np.float32),
        }

    weights: dict[str, np.ndarray] = {"Wemb": random(size, _DEPTH)}
    ends = np.zeros((1, size), np.float32)
    ends[0, 0] = 4.0
    weights["decoder_ff_logit_out_b"] = ends
    for side, attentions in (("encoder", ("self",)), ("decoder", ("self", "context"))):
        for attention in attentions:
            scope = f"{side}_l1_{attention}"
            for part in "qkvo":
                weights[f"{scope}_W{part}"] = random(_DEPTH, _DEPTH)
                weights[f"{scope}_b{part}"] = np.zeros((1, _DEPTH), np.float32)
            weights |= norm(f"{scope}_Wo")
        scope = f"{side}_l1_ffn"
        weights[f"{scope}_W1"], weights[f"{scope}_b1"] = random(_DEPTH, _INNER), np.zeros((1, _INNER), np.float32)
        weights[f"{scope}_W2"], weights[f"{scope}_b2"] = random(_INNER, _DEPTH), np.zeros((1, _DEPTH), np.float32)
        weights |= norm(f"{scope}_ffn")
    config: dict[str, Any] = {
        "type": "transformer",
        "transformer-decoder-autoreg": "self-attention",
        "transformer-no-projection": False,
        "transformer-ffn-activation": "swish",
        "transformer-preprocess": "",
        "transformer-postprocess": "dan",
        "transformer-postprocess-emb": "d",
        "transformer-guided-alignment-layer": "last",
        "transformer-heads": _HEADS,
        "enc-depth": 1,
        "dec-depth": 1,
    }
    weights["special:model.yml"] = np.frombuffer(yaml.safe_dump(config).encode() + b"\0", np.int8)
    return weights
