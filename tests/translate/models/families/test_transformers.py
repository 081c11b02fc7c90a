"""Models as Transformers saves them, converted here and sent the tokens of their own tokenizers.

Runs where the extra is installed: pip install 'nashra[convert]'. What needs no torch is in test_saved.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from nashra.kit.errors import TranslationError
from nashra.translate.engines.engine import FIRST_LIMIT, SECOND_LIMIT, CTranslate2Engine
from nashra.translate.engines.tokenizers import load_tokenizer
from nashra.translate.models.families.layout import Said, vocabulary
from nashra.translate.models.install import install, remove, verify
from nashra.translate.models.model_file import read_model_file
from nashra.translate.models.packages import MODEL, Package, installed
from support import transformers_folders as folders

for _name in ("torch", "transformers"):
    pytest.importorskip(_name, reason="CONVERSION NOT TESTED: pip install 'nashra[convert]'")

TEXTS = [
    "وصل الوفد المغربي إلى العاصمة صباح اليوم.",
    "هل يحضر المدير الندوة؟ نعم، يحضرها.",
    "مـــدرسة «الفتاة» 12,5٪ و ٢٠٢٤",
    "شركة OpenAI في الرباط (المغرب) - بيان",
    "The delegation reached the capital this morning.",
]
LANGUAGES = Said(languages=("ar", "en", "fr"))


def of_marian(folder: Path, text: str) -> list[str]:
    return tokens_of(folder, f">>fra<< {text}")


def of_nllb(folder: Path, text: str) -> list[str]:
    return tokens_of(folder, text, "arb_Arab")


def of_m2m100(folder: Path, text: str) -> list[str]:
    return tokens_of(folder, text, "ar")


def of_madlad(folder: Path, text: str) -> list[str]:
    """As its model cards do it, by SentencePiece itself; T5Tokenizer does the same up to Transformers 4."""
    import sentencepiece
    import transformers

    processor = sentencepiece.SentencePieceProcessor(str(folder / "spiece.model"))
    found = [*processor.encode(f"<2fr> {text}", out_type=str), "</s>"]
    if int(transformers.__version__.split(".")[0]) < 5:
        tokenizer: Any = transformers.T5Tokenizer.from_pretrained(str(folder), legacy=True)
        assert tokenizer.convert_ids_to_tokens(tokenizer(f"<2fr> {text}")["input_ids"]) == unknown(found, processor)
    return unknown(found, processor)


def unknown(tokens: list[str], vocabulary: Any) -> list[str]:
    numbers = {vocabulary.id_to_piece(number) for number in range(vocabulary.get_piece_size())}
    return [token if token in numbers else "<unk>" for token in tokens]


def tokens_of(folder: Path, text: str, source: str = "") -> list[str]:
    """What the family's own tokenizer sends, as it is loaded from the folder."""
    import transformers

    options = {"src_lang": source} if source else {}
    tokenizer: Any = transformers.AutoTokenizer.from_pretrained(str(folder), **options)
    found: list[str] = tokenizer.convert_ids_to_tokens(tokenizer(text)["input_ids"])
    return found


@pytest.mark.parametrize(
    ("make", "family", "reference", "start"),
    [
        (lambda path: folders.marian(path, marks=(">>ara<<", ">>eng<<", ">>fra<<")), "opus-mt", of_marian, []),
        (folders.nllb, "nllb", of_nllb, ["fra_Latn"]),
        (folders.m2m100, "m2m100", of_m2m100, ["__fr__"]),
        (folders.madlad, "madlad", of_madlad, []),
    ],
    ids=["opus-mt", "nllb", "m2m100", "madlad"],
)
def test_a_saved_model_is_converted_and_sent_the_tokens_of_its_own_tokenizer(
    make: Callable[[Path], Path],
    family: str,
    reference: Callable[[Path, str], list[str]],
    start: list[str],
    tmp_path: Path,
    engine: CTranslate2Engine,
) -> None:
    source, packages = make(tmp_path / f"{family}-small"), tmp_path / "packages"
    said = Said(pairs=(("ar", "fr"), ("ar", "en"))) if family == "opus-mt" else LANGUAGES
    found = install(source, packages, said=said)
    package = next(each for each in found if each.pair == ("ar", "fr"))
    assert (package.kind, package.manifest and package.manifest.quantisation) == (family, "int8")
    assert verify(package) == []
    known = vocabulary(package.model, "source")
    ours = load_tokenizer(package)
    for text in TEXTS:
        sent = [token if token in known else "<unk>" for token in ours.encode(text)]
        assert sent == reference(source, text)
    for text in TEXTS[:2]:
        assert engine.translate(package, [text]) == [bare(package, reference(source, text), start)]
    remove(package)
    assert installed(packages) == []


def bare(package: Package, tokens: list[str], start: list[str]) -> str:
    """What CTranslate2 itself makes of `tokens`. Random weights hardly come to an end: the limits are the engine's."""
    import ctranslate2
    import sentencepiece

    assert package.manifest is not None
    translator = ctranslate2.Translator(str(package.model), inter_threads=1, intra_threads=1)
    processor = sentencepiece.SentencePieceProcessor(str(package.path / package.manifest.target_tokenizer))
    positions = read_model_file(package.path / MODEL).positions
    words: list[str] = []
    for factor, more in (FIRST_LIMIT, SECOND_LIMIT):
        most = min(factor * len(tokens) + more, positions - 1 if positions else 1_000)
        (result,) = translator.translate_batch(
            [tokens],
            target_prefix=[start] if start else None,
            beam_size=4,
            length_penalty=1,
            replace_unknowns=True,
            max_decoding_length=most,
            max_input_length=0,
        )
        words = result.hypotheses[0]
        if len(words) < most:
            break
    return str(processor.decode_pieces(words[len(start) :])).replace("▁", " ").strip(" ")


def test_a_pickle_that_runs_code_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    import pickle

    made = folders.marian(tmp_path / "opus-mt-ar-en")
    (made / "model.safetensors").unlink()
    sign = tmp_path / "sign"

    class Evil:
        def __reduce__(self) -> Any:
            return Path.touch, (sign,)

    (made / "pytorch_model.bin").write_bytes(pickle.dumps(Evil()))
    with pytest.raises(TranslationError, match="cannot be converted"):
        install(made, tmp_path / "packages")
    assert not sign.exists()
    assert installed(tmp_path / "packages") == []
