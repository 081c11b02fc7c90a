"""Small models of random weights as Transformers itself saves them, in the layouts of the families that are known.

Only where transformers and torch are installed: pip install 'nashra[convert]'.
"""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from support.random_package import LINES, random_tokenizer

_SIDES: dict[str, Any] = {
    f"{side}_{name}": value
    for side in ("encoder", "decoder")
    for name, value in (("layers", 1), ("attention_heads", 2), ("ffn_dim", 32))
}
NLLB_MARKS = ("ace_Arab", "arb_Arab", "eng_Latn", "fra_Latn")


def marian(folder: Path, *, marks: Sequence[str] = ()) -> Path:
    """An OPUS-MT model. marks: tokens such as ">>fra<<" of its targets."""
    import transformers

    tokenizer, pieces = random_tokenizer()
    folder.mkdir(parents=True)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(tokenizer)
    rest = [piece for piece in pieces if piece not in ("<unk>", "<s>", "</s>")]
    size = _vocabulary(folder, ["</s>", "<unk>", *rest, *marks, "<pad>"])
    files = [str(folder / name) for name in ("source.spm", "target.spm", "vocab.json")]
    transformers.MarianTokenizer(*files, source_lang="ar", target_lang="en").save_pretrained(folder)
    config = transformers.MarianConfig(
        vocab_size=size, decoder_vocab_size=size, d_model=16, pad_token_id=size - 1, eos_token_id=0,
        forced_eos_token_id=0, decoder_start_token_id=size - 1, activation_function="swish", scale_embedding=True,
        static_position_embeddings=True, **_SIDES,
    )  # fmt: skip
    return _save(transformers.MarianMTModel, config, folder)


def nllb(folder: Path) -> Path:
    """An NLLB-200 model of a few languages."""
    import transformers

    folder.mkdir(parents=True)
    (folder / "sentencepiece.bpe.model").write_bytes(_trained(model_type="bpe"))
    tokenizer = transformers.NllbTokenizer.from_pretrained(str(folder))
    # since Transformers 5 it knows of itself none of the marks that stand in the files of published models
    if lacking := [mark for mark in NLLB_MARKS if mark not in tokenizer.get_vocab()]:
        tokenizer.add_special_tokens({"additional_special_tokens": lacking})
    tokenizer.save_pretrained(folder)
    return _save(transformers.M2M100ForConditionalGeneration, _m2m(len(tokenizer)), folder)


def m2m100(folder: Path) -> Path:
    """An M2M100 model of its hundred languages."""
    import transformers

    tokenizer, pieces = random_tokenizer()
    folder.mkdir(parents=True)
    (folder / "sentencepiece.bpe.model").write_bytes(tokenizer)
    rest = [piece for piece in pieces if piece not in ("<unk>", "<s>", "</s>")]
    size = _vocabulary(folder, ["<s>", "<pad>", "</s>", "<unk>", *rest])
    saved = transformers.M2M100Tokenizer(str(folder / "vocab.json"), str(folder / "sentencepiece.bpe.model"))
    saved.save_pretrained(folder)
    config = _m2m(size + len(saved.lang_token_to_id) + saved.num_madeup_words)
    return _save(transformers.M2M100ForConditionalGeneration, config, folder)


def madlad(folder: Path) -> Path:
    """A MADLAD-400 model, a T5 whose tokenizer knows languages as pieces of their own."""
    import transformers

    folder.mkdir(parents=True)
    made = _trained(pad_id=1, eos_id=2, bos_id=-1, user_defined_symbols=["<2ar>", "<2en>", "<2fr>"])
    (folder / "spiece.model").write_bytes(made)
    tokenizer = transformers.T5Tokenizer.from_pretrained(str(folder), extra_ids=0)
    tokenizer.save_pretrained(folder)
    (folder / "spiece.model").write_bytes(made)
    config = transformers.T5Config(
        vocab_size=len(tokenizer), d_model=16, d_kv=8, d_ff=32, num_layers=1, num_heads=2, pad_token_id=1,
        eos_token_id=2, decoder_start_token_id=0, feed_forward_proj="gated-gelu", tie_word_embeddings=False,
    )  # fmt: skip
    return _save(transformers.T5ForConditionalGeneration, config, folder)


def _trained(**options: Any) -> bytes:
    import sentencepiece

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 3), model_writer=made, vocab_size=220, hard_vocab_limit=False,
        character_coverage=1.0, num_threads=1, minloglevel=2, **options,
    )  # fmt: skip
    return made.getvalue()


def _m2m(size: int) -> Any:
    import transformers

    return transformers.M2M100Config(
        vocab_size=size, d_model=16, max_position_embeddings=256, pad_token_id=1, bos_token_id=0, eos_token_id=2,
        decoder_start_token_id=2, **_SIDES,
    )  # fmt: skip


def _vocabulary(folder: Path, tokens: Sequence[str]) -> int:
    numbered = {token: number for number, token in enumerate(tokens)}
    (folder / "vocab.json").write_text(json.dumps(numbered), "utf-8")
    return len(numbered)


def _save(model: Any, config: Any, folder: Path) -> Path:
    import torch

    torch.manual_seed(1)
    model(config).save_pretrained(folder)
    return folder
