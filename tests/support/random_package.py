"""Argos packages of any size with random weights: what they write is noise, but it costs what a real model costs."""

from __future__ import annotations

import io
import tempfile
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from support.argos_packages import Recipe, metadata_json, write_zip

# A few plain sentences for the tokenizer to learn pieces from.
LINES = (
    "وصل الوفد المغربي إلى العاصمة صباح اليوم للمشاركة في الاجتماع.",
    "أعلنت الوزارة أن الأشغال ستنتهي قبل نهاية شهر غشت المقبل.",
    "هل يحضر المدير الندوة؟ نعم، يحضرها مع ثلاثة من زملائه.",
    "The delegation reached the capital this morning for the meeting.",
    "The ministry said the works would end before the last days of August.",
    "Does the director attend the seminar? Yes, with three colleagues.",
    "La délégation est arrivée ce matin dans la capitale pour la réunion.",
    "Le ministère affirme que les travaux prendront fin avant la fin août.",
    "Le directeur assiste-t-il au séminaire ? Oui, avec trois collègues.",
)


def build_random_package(
    folder: Path,
    recipe: Recipe,
    *,
    layers: int | tuple[int, int] = 1,
    depth: int = 16,
    heads: int = 2,
    inner: int = 32,
    pieces: int = 0,
    end_bias: float = 0.0,
    quantization: str | None = None,
    seed: int = 1,
) -> Path:
    """Write a package file with random weights into `folder`.

    layers, depth, heads, inner: of encoder and decoder alike; 6, 512, 8, 2048 is the size of Argos' own models. layers
              may be two numbers, one a side.
    pieces:   vocabulary size; 0 takes what the small tokenizer has, more is filled up with pieces nobody uses.
    end_bias: added to the score of the end mark; 0 rarely ends, 4 ends after some tokens, mostly.
    """
    tokenizer, vocabulary = random_tokenizer()
    vocabulary = vocabulary + [f"▁unused{number}" for number in range(pieces - len(vocabulary))]
    files = {"metadata.json": metadata_json(recipe), "sentencepiece.model": tokenizer}
    with tempfile.TemporaryDirectory() as scratch:
        _save_random_model(Path(scratch), vocabulary, layers, depth, heads, inner, end_bias, quantization, seed)
        for path in sorted(Path(scratch).iterdir()):
            files[f"model/{path.name}"] = path.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{recipe.root}.argosmodel"
    write_zip(path, {f"{recipe.root}/{name}": data for name, data in files.items()})
    return path


def save_random_model(
    folder: Path, vocabulary: list[str], *, end_bias: float = 0.0, quantization: str | None = None, seed: int = 1
) -> None:
    """Write the files of a small CTranslate2 model of random weights into `folder`."""
    _save_random_model(folder, vocabulary, 1, 16, 2, 32, end_bias, quantization, seed)


@lru_cache(maxsize=1)
def random_tokenizer() -> tuple[bytes, list[str]]:
    """A SentencePiece model trained on `LINES`, and its pieces."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 3),
        model_writer=model,
        model_type="unigram",
        vocab_size=200,
        hard_vocab_limit=False,
        character_coverage=1.0,
        num_threads=1,
        minloglevel=2,
        unk_id=0,
        bos_id=1,
        eos_id=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=model.getvalue())
    return model.getvalue(), [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def _save_random_model(
    folder: Path,
    vocabulary: list[str],
    layers: int | tuple[int, int],
    depth: int,
    heads: int,
    inner: int,
    end_bias: float,
    quantization: str | None,
    seed: int,
) -> None:
    from ctranslate2.specs import TransformerSpec

    rng = np.random.default_rng(seed)
    spec = TransformerSpec.from_config(layers, heads, pre_norm=True)

    def weights(*shape: int) -> Any:
        # The spread of the scores is the same whatever the depth, and wide enough for the source to matter.
        return (rng.standard_normal(shape) * 4 / np.sqrt(shape[-1])).astype(np.float32)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = np.ones(depth, np.float32), np.zeros(depth, np.float32)

    def linear(layer: Any, rows: int, columns: int) -> None:
        layer.weight, layer.bias = weights(rows, columns), np.zeros(rows, np.float32)

    embeddings = weights(len(vocabulary), depth)
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    linear(spec.decoder.projection, len(vocabulary), depth)
    spec.decoder.projection.bias[vocabulary.index("</s>")] = end_bias
    for side in (spec.encoder, spec.decoder):
        norm(side.layer_norm)
        for layer in side.layer:
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], 3 * depth, depth)
            linear(layer.self_attention.linear[1], depth, depth)
            if side is spec.decoder:
                norm(layer.attention.layer_norm)
                linear(layer.attention.linear[0], depth, depth)
                linear(layer.attention.linear[1], 2 * depth, depth)
                linear(layer.attention.linear[2], depth, depth)
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, inner, depth)
            linear(layer.ffn.linear_1, depth, inner)
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize(quantization=quantization)
    spec.save(str(folder))
