from __future__ import annotations

import sys

import pytest

from nashra.kit.errors import TranslationError
from nashra.translate.engines.tokenizers import load_tokenizer
from nashra.translate.models.packages import Package

TEXTS = [
    "قال نعم. وصل الوفد؟",
    "أُعلِنَ عن «الاتفاق»، ثم غادر؛ وبقي!",
    "شركة OpenAI في الرباط 12,5٪ و ٢٠٢٤",
    "see @news_desk and https://example.org/a_b",
    "</s> <unk> >>fra<<",
    "漢字 🙂 \u200f",
]


@pytest.mark.parametrize("text", TEXTS)
def test_sentencepiece_gives_the_text_back(cipher: dict[str, Package], text: str) -> None:
    tokenizer = load_tokenizer(cipher["ar_en"])
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_sentencepiece_marks_spaces_and_leaves_underscores(cipher: dict[str, Package]) -> None:
    tokenizer = load_tokenizer(cipher["ar_en"])
    assert tokenizer.encode("و a_b") == ["▁", "و", "▁", "a", "_", "b"]
    assert tokenizer.encode("") == []


@pytest.mark.parametrize(
    "text", ["قال نعم. وصل الوفد؟", "أُعلِنَ عن الاتفاق، ثم غادر؛ وبقي!", "شركة OpenAI في الرباط", "AT & T < 5"]
)
def test_bpe_gives_plain_text_back(bpe_cipher: dict[str, Package], text: str) -> None:
    tokenizer = load_tokenizer(bpe_cipher["ar_en"])
    assert tokenizer.decode(tokenizer.encode(text)) == text


def test_bpe_splits_words_as_moses_does(bpe_cipher: dict[str, Package]) -> None:
    tokenizer = load_tokenizer(bpe_cipher["en_fr"])
    assert tokenizer.encode("Yes, it's") == [
        "Y@@",
        "e@@",
        "s",
        ",",
        "i@@",
        "t",
        "&@@",
        "a@@",
        "p@@",
        "o@@",
        "s@@",
        ";@@",
        "s",
    ]
    assert tokenizer.encode("  ") == []
    # French typography: a space before "!" and none after an apostrophe.
    assert tokenizer.decode(["l&apos;", "h@@", "o@@", "m@@", "me", "!"]) == "l'homme !"
    assert tokenizer.decode(["cut@@"]) == "cut"


def test_a_bpe_package_without_its_library_names_what_to_install(
    bpe_cipher: dict[str, Package], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sacremoses.normalize", None)
    with pytest.raises(TranslationError) as caught:
        load_tokenizer(bpe_cipher["ar_en"])
    assert "pip install sacremoses" in caught.value.problems[0].hint
