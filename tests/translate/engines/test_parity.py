"""Our engine against the real argostranslate: same packages, same sentences, same output.

Runs where argostranslate 1.11 or later can be imported; neither torch nor stanza is needed:
`pip install --no-deps "argostranslate==1.11.0"` and `pip install packaging sacremoses`.
"""

from __future__ import annotations

import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.chain import translate_segments
from nashra.translate.engines.argos_engine import ArgosEngine
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.memory import Memory
from nashra.translate.models.install import install
from nashra.translate.models.packages import Package
from nashra.translate.named_engines import make_engine
from support.argos_packages import ARABIC, EN_FR, Recipe, build_package
from support.random_package import LINES, build_random_package

INSTALLED = importlib.util.find_spec("argostranslate") is not None
needs_argos = pytest.mark.skipif(
    not INSTALLED,
    reason="PARITY NOT TESTED: argostranslate is missing; pip install --no-deps argostranslate==1.11.0 packaging",
)

ARABIC_TEXTS = [
    "قال نعم.",
    "وصل الوفد المغربي إلى باريس صباح اليوم؟",
    "أُعلِنَ عن «الاتفاق»، ثم غادر الوزير؛ وبقي السفير!",
    "بلغت النسبة 12,5٪ و ٢٠٢٤ مليونا",
    "شركة OpenAI في الرباط (المغرب) - بيان",
    "ماي ويوليوز وغشت وشتنبر ونونبر ودجنبر وتموز ويوليو",
    "مـــدرسة الفتاة وإلى الأمام... آخر إنذار",
    "漢字 🙂 في النص",
    "&lt; &amp; \"قال\" 'نعم' [1] | 100%",
]
ENGLISH_TEXTS = [
    "Yes, he said.",
    "The minister's \"plan\" - 12.5% of 2,000 - isn't ready; wait!",
    "See https://example.org/a?b=c&d or call +212 5 37 00 00 00.",
    "Mr. Smith (U.S.) met Dr. El-Amrani... at 10:30 a.m.?",
    "x",
]


def random_texts(letters: str, count: int) -> list[str]:
    rng = random.Random(11)
    words = ["".join(rng.choices(letters, k=rng.randint(1, 9))) for _ in range(200)]
    return [" ".join(rng.choices(words, k=rng.randint(1, 20))) for _ in range(count)]


@pytest.fixture
def reference() -> Iterator[ArgosEngine]:
    engine = ArgosEngine(TranslateSettings(threads=1))
    yield engine
    engine.close()


@needs_argos
@pytest.mark.parametrize("kind", ["cipher", "bpe_cipher"])
@pytest.mark.parametrize(
    ("pair", "texts"),
    [
        ("ar_en", ARABIC_TEXTS + random_texts(ARABIC[:36], 20)),
        ("en_fr", ENGLISH_TEXTS + random_texts("abcdefghijklmnopqrstuvwxyz", 20)),
    ],
)
def test_both_engines_say_the_same(
    reference: ArgosEngine,
    engine: CTranslate2Engine,
    request: pytest.FixtureRequest,
    kind: str,
    pair: str,
    texts: list[str],
) -> None:
    package: Package = request.getfixturevalue(kind)[pair]
    assert engine.translate(package, texts) == reference.translate(package, texts)


@needs_argos
@pytest.mark.parametrize(("quantization", "count"), [(None, 40), ("int8", 60)])
def test_both_engines_search_alike_on_a_model_of_random_weights(
    reference: ArgosEngine, engine: CTranslate2Engine, tmp_path: Path, quantization: str | None, count: int
) -> None:
    """Here beam size, length penalty and the rest decide what comes out, unlike with the ciphers."""
    path = build_random_package(
        tmp_path, Recipe("ar", "en", {}), layers=2, depth=64, inner=128, end_bias=4, quantization=quantization
    )
    (package,) = install(path, tmp_path / "packages")
    rng = random.Random(3)
    words = " ".join(LINES[:3]).split()
    texts = list(dict.fromkeys(" ".join(rng.choices(words, k=rng.randint(1, 25))) for _ in range(count)))
    theirs, ours = reference.translate(package, texts), engine.translate(package, texts)
    # argostranslate cuts at 256 tokens without a word; we go on.
    whole = [pair for pair in zip(theirs, ours, strict=True) if len(pair[0]) < 256]
    assert len(whole) > count * 2 / 3
    assert len({text for text, _ in whole}) > 20
    # Batches of another shape round differently, which may turn a tie; more than one in a hundred is no tie.
    assert sum(text != other for text, other in whole) <= max(1, len(whole) // 100)


@needs_argos
def test_both_engines_treat_a_target_prefix_alike(
    reference: ArgosEngine, engine: CTranslate2Engine, tmp_path: Path
) -> None:
    path = build_package(tmp_path, Recipe("en", "fr", EN_FR), metadata={"target_prefix": ">>fra<<"})
    (package,) = install(path, tmp_path / "packages")
    assert engine.translate(package, ENGLISH_TEXTS) == reference.translate(package, ENGLISH_TEXTS)


@needs_argos
def test_the_reference_engine_works_in_a_route(
    reference: ArgosEngine, memory: Memory, cipher: dict[str, Package]
) -> None:
    way = (cipher["ar_en"], cipher["en_fr"])
    texts = ["قال نعم. وصل الوفد؟", "", "قال نعم. وصل الوفد؟"]
    expected = ["QaL NeM. WsL aLWFD?", "", "QaL NeM. WsL aLWFD?"]
    assert translate_segments(reference, memory, way, texts) == expected
    assert len(memory) == 2


def test_without_argostranslate_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib.metadata

    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    with pytest.raises(TranslationError) as caught:
        make_engine(TranslateSettings(), "argostranslate")
    assert "nashra[argos]" in caught.value.problems[0].hint
