"""The engine on real CTranslate2 packages, whose cipher says exactly what must come out."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import MAX_SOURCE_TOKENS, CTranslate2Engine, Decoding
from nashra.translate.models.install import install
from nashra.translate.models.packages import Package
from support.argos_packages import AR_EN, ARABIC, EN_FR, Recipe, build_package, cipher

SENTENCES = [
    "قال نعم.",
    "وصل الوفد؟",
    "أُعلِنَ عن الاتفاق، ثم غادر الوزير؛ وبقي السفير!",
    "بلغت النسبة 12,5٪ و ٢٠٢٤ مليوناً",
    "شركة OpenAI في الرباط",
    "مدرسة الفتاة ــ آخر إنذار وإلى الأمام",
    "«قال: “نعم” لـ NaBae 24»",
    "ماي ويوليوز وغشت وشتنبر ونونبر ودجنبر وتموز ويوليو",
]


def test_arabic_sentences_come_out_in_the_order_they_went_in(
    engine: CTranslate2Engine, cipher_package: Package
) -> None:
    assert engine.translate(cipher_package, SENTENCES) == [cipher(text, AR_EN) for text in SENTENCES]


@pytest.fixture
def cipher_package(cipher: dict[str, Package]) -> Package:
    return cipher["ar_en"]


def test_a_bpe_package_gives_the_words_of_the_cipher(engine: CTranslate2Engine, bpe_cipher: dict[str, Package]) -> None:
    assert engine.translate(bpe_cipher["ar_en"], ["قال نعم. وصل الوفد؟"]) == ["qAl nEm. wSl Alwfd?"]
    # Moses sets a space before a French question mark.
    assert engine.translate(bpe_cipher["en_fr"], ["qAl nEm. wSl Alwfd?"]) == ["QaL NeM. WsL aLWFD ?"]


@pytest.mark.parametrize("batch_tokens", [32, 100, 1024])
@pytest.mark.parametrize("threads", [1, 3])
def test_batch_size_and_threads_change_no_word(cipher_package: Package, batch_tokens: int, threads: int) -> None:
    rng = random.Random(5)
    texts = ["".join(rng.choices(ARABIC[:36] + "  ", k=rng.randint(1, 90))).strip() for _ in range(60)]
    texts = [" ".join(text.split()) for text in texts if text]
    with CTranslate2Engine(TranslateSettings(batch_tokens=batch_tokens, threads=threads)) as engine:
        assert engine.translate(cipher_package, texts) == [cipher(text, AR_EN) for text in texts]


def test_every_segment_is_streamed_once(engine: CTranslate2Engine, cipher_package: Package) -> None:
    texts = [*SENTENCES, "", "  ", *SENTENCES]
    indexes = [index for index, _ in engine.stream(cipher_package, texts)]
    assert sorted(indexes) == list(range(len(texts)))


@pytest.mark.parametrize("blank", ["", " ", "\n", "\u00a0", "\t \r\n"])
def test_a_blank_segment_is_left_alone_and_opens_no_model(engine: CTranslate2Engine, blank: str) -> None:
    nowhere = Package("ar", "en", "1.0", Path("/nonexistent"), "sentencepiece")
    assert engine.translate(nowhere, [blank]) == [blank]


def test_white_space_around_a_segment_stays(engine: CTranslate2Engine, cipher_package: Package) -> None:
    assert engine.translate(cipher_package, ["  قال\n"]) == ["  qAl\n"]


def test_underscores_of_addresses_and_handles_stay(engine: CTranslate2Engine, cipher: dict[str, Package]) -> None:
    assert engine.translate(cipher["en_fr"], ["see @news_desk"]) == ["SEE @NEWS_DESK"]


def test_characters_the_model_does_not_know_are_copied(engine: CTranslate2Engine, cipher: dict[str, Package]) -> None:
    assert engine.translate(cipher["en_fr"], ["a 漢 b 🙂"]) == ["A 漢 B 🙂"]


@pytest.fixture
def greedy() -> Iterator[CTranslate2Engine]:
    """A beam of one: enough for the cipher, and quick on long segments."""
    with CTranslate2Engine(TranslateSettings(beam_size=1)) as engine:
        yield engine


def test_a_segment_longer_than_the_model_allows_is_cut_at_spaces_and_joined_again(
    greedy: CTranslate2Engine, cipher_package: Package
) -> None:
    text = " ".join(["والاتحاد", "الإفريقي", "نعم"] * 50)
    assert len(text) > 1024
    assert greedy.translate(cipher_package, [text]) == [cipher(text, AR_EN)]
    assert greedy.problems == []


def test_an_endless_word_does_not_stop_the_run(greedy: CTranslate2Engine, cipher_package: Package) -> None:
    text = "ب" * (MAX_SOURCE_TOKENS * 2 + 1)
    assert greedy.translate(cipher_package, [text, "نعم"]) == ["b" * len(text), "nEm"]


def test_a_model_with_few_positions_gets_shorter_inputs(engine: CTranslate2Engine, tmp_path: Path) -> None:
    path = build_package(tmp_path, Recipe("ar", "en", AR_EN), positions=64)
    (package,) = install(path, tmp_path / "packages")
    text = " ".join(["وصل", "الوفد", "صباحا"] * 40)
    assert engine.translate(package, [text]) == [cipher(text, AR_EN)]


def test_an_output_longer_than_256_tokens_is_not_cut(engine: CTranslate2Engine, cipher_package: Package) -> None:
    text = "ا" * 400 + " نعم"
    assert engine.translate(cipher_package, [text]) == [cipher(text, AR_EN)]


def test_a_model_that_never_ends_is_stopped_and_reported(engine: CTranslate2Engine, tmp_path: Path) -> None:
    # Where the end mark should come, this model writes another "b".
    path = build_package(tmp_path, Recipe("ar", "en", {**AR_EN, "</s>": "b"}))
    (package,) = install(path, tmp_path / "packages")
    (text,) = engine.translate(package, ["بب"])
    assert text.startswith("bb")
    assert len(engine.problems) == 1
    assert "came to no end" in engine.problems[0].message


def test_the_target_prefix_goes_in_and_does_not_come_out(engine: CTranslate2Engine, tmp_path: Path) -> None:
    path = build_package(tmp_path, Recipe("en", "fr", EN_FR), metadata={"target_prefix": ">>fra<<"})
    (package,) = install(path, tmp_path / "packages")
    assert package.target_prefix == ">>fra<<"
    # The cipher writes by position, so the prefix takes the place of the first token, the mark of the first space.
    assert engine.translate(package, ["abc def"]) == ["ABC DEF"]


def test_only_one_model_is_open_at_a_time(engine: CTranslate2Engine, cipher: dict[str, Package]) -> None:
    for _ in range(2):
        assert engine.translate(cipher["ar_en"], ["نعم"]) == ["nEm"]
        assert engine.translate(cipher["en_fr"], ["nEm"]) == ["NeM"]
    engine.close()
    assert engine.translate(cipher["ar_en"], ["نعم"]) == ["nEm"]


def test_the_fingerprint_changes_with_package_and_parameters_only(cipher_package: Package) -> None:
    base = CTranslate2Engine(TranslateSettings()).fingerprint(cipher_package)
    assert CTranslate2Engine(TranslateSettings(threads=3, batch_tokens=99)).fingerprint(cipher_package) == base
    others = [
        CTranslate2Engine(TranslateSettings()).fingerprint(replace(cipher_package, version="1.1")),
        CTranslate2Engine(TranslateSettings()).fingerprint(replace(cipher_package, model_size=1)),
        CTranslate2Engine(TranslateSettings(beam_size=2)).fingerprint(cipher_package),
        CTranslate2Engine(TranslateSettings(compute_type="int8")).fingerprint(cipher_package),
        CTranslate2Engine(TranslateSettings(), Decoding(repetition_penalty=1.2)).fingerprint(cipher_package),
    ]
    assert len({base, *others}) == len(others) + 1


def test_other_search_parameters_can_be_asked_for(cipher_package: Package) -> None:
    decoding = Decoding(beam_size=1, repetition_penalty=1.1, no_repeat_ngram_size=5)
    with CTranslate2Engine(TranslateSettings(), decoding) as engine:
        assert engine.translate(cipher_package, ["نعم"]) == ["nEm"]


def test_a_quantized_package_gives_the_same_words(engine: CTranslate2Engine, tmp_path: Path) -> None:
    path = build_package(tmp_path, Recipe("ar", "en", AR_EN), quantization="int8")
    (package,) = install(path, tmp_path / "packages")
    assert engine.translate(package, SENTENCES) == [cipher(text, AR_EN) for text in SENTENCES]


def test_a_compute_type_that_is_none_is_reported_with_the_setting(cipher_package: Package) -> None:
    with (
        pytest.raises(TranslationError) as caught,
        CTranslate2Engine(TranslateSettings(compute_type="int7")) as engine,
    ):
        engine.translate(cipher_package, ["نعم"])
    assert "compute_type" in caught.value.problems[0].hint
