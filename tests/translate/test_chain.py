from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from nashra.kit.errors import Problem
from nashra.translate.chain import translate_segments
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.memory import APPROVED, Memory
from nashra.translate.models.packages import Package, installed
from nashra.translate.models.routes import route
from support.argos_packages import AR_EN, EN_FR, cipher


class CountingEngine:
    """A stand-in that swaps case and notes what it was asked for."""

    name = "counting"

    def __init__(self, fail_after: int | None = None) -> None:
        self.problems: list[Problem] = []
        self.asked: list[tuple[str, str]] = []
        self.fail_after = fail_after

    def offers(self, packages: Sequence[Package]) -> Sequence[Package]:
        return packages

    def fingerprint(self, package: Package) -> str:
        return package.id

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index, segment in reversed(list(enumerate(segments))):
            if self.fail_after is not None and len(self.asked) >= self.fail_after:
                raise KeyboardInterrupt
            self.asked.append(("_".join(package.pair), segment))
            yield index, segment.swapcase()

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        done = dict(self.stream(package, segments))
        return [done[index] for index in range(len(segments))]

    def close(self) -> None:
        pass


@pytest.fixture
def way(cipher: dict[str, Package]) -> tuple[Package, ...]:
    return cipher["ar_en"], cipher["en_fr"]


def test_arabic_reaches_french_over_english(engine: CTranslate2Engine, memory: Memory, cipher_folder: Path) -> None:
    way = route(installed(cipher_folder), "ar", "fr")
    assert translate_segments(engine, memory, way, ["قال نعم. وصل الوفد؟"]) == ["QaL NeM. WsL aLWFD?"]


def test_a_bpe_package_and_a_sentencepiece_package_work_in_one_route(
    engine: CTranslate2Engine, memory: Memory, cipher: dict[str, Package], bpe_cipher: dict[str, Package]
) -> None:
    way = (bpe_cipher["ar_en"], cipher["en_fr"])
    assert translate_segments(engine, memory, way, ["قال نعم."]) == ["QaL NeM."]


def test_each_distinct_segment_is_translated_once(memory: Memory, way: tuple[Package, ...]) -> None:
    engine = CountingEngine()
    assert translate_segments(engine, memory, way[:1], ["a", "b", "a", "", "a"]) == ["A", "B", "A", "", "A"]
    assert sorted(engine.asked) == [("ar_en", "a"), ("ar_en", "b")]


def test_what_is_remembered_opens_no_model(
    engine: CTranslate2Engine, memory: Memory, way: tuple[Package, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = translate_segments(engine, memory, way, ["قال نعم.", "وصل"])
    engine.close()
    monkeypatch.setattr("ctranslate2.Translator", None)
    assert translate_segments(engine, memory, way, ["قال نعم.", "وصل"]) == first


def test_a_broken_run_goes_on_where_it_was(memory: Memory, way: tuple[Package, ...]) -> None:
    texts = [f"text {number}" for number in range(100)]
    first = CountingEngine(fail_after=70)
    with pytest.raises(KeyboardInterrupt):
        translate_segments(first, memory, way[:1], texts)
    kept = len(memory)
    assert 32 <= kept <= 70
    second = CountingEngine()
    assert translate_segments(second, memory, way[:1], texts) == [text.swapcase() for text in texts]
    assert len(second.asked) == 100 - kept


def test_another_version_of_a_package_is_asked_anew(memory: Memory, cipher: dict[str, Package]) -> None:
    old, new = cipher["ar_en"], Package("ar", "en", "1.1", Path("x"), "sentencepiece")
    engine = CountingEngine()
    for package in (old, new, old, new):
        translate_segments(engine, memory, (package,), ["a"])
    assert len(engine.asked) == 2


def test_approved_pairs_win_over_the_engine(memory: Memory, way: tuple[Package, ...]) -> None:
    engine = CountingEngine()
    memory.put_many(("ar", "fr"), APPROVED, [("b", "from memory")])
    given = {"a": "by hand", "c": "   "}
    assert translate_segments(engine, memory, way, ["a", "b", "c"], approved=given) == [
        "by hand",
        "from memory",
        "c",
    ]
    assert engine.asked == [("ar_en", "c"), ("en_fr", "C")]


def test_progress_ends_at_the_number_of_distinct_segments(memory: Memory, way: tuple[Package, ...]) -> None:
    steps: list[tuple[str, int, int]] = []
    translate_segments(
        CountingEngine(), memory, way, ["a", "b", "a"], lambda package, done, of: steps.append((package.id, done, of))
    )
    assert steps[0] == ("ar_en-1.0", 0, 2)
    assert ("ar_en-1.0", 2, 2) in steps
    assert steps[-1] == ("en_fr-1.0", 2, 2)


def test_an_empty_route_changes_nothing(memory: Memory) -> None:
    assert translate_segments(CountingEngine(), memory, (), ["a", ""]) == ["a", ""]


def test_a_run_killed_in_the_middle_is_finished_by_the_next(
    tmp_path: Path, cipher_folder: Path, engine: CTranslate2Engine
) -> None:
    """kill -9 while the memory is being filled; what was finished is not translated again."""
    path = tmp_path / "memory.sqlite"
    script = textwrap.dedent(
        """
        import sys
        from pathlib import Path
        from nashra.settings.config import TranslateSettings
        from nashra.translate.chain import translate_segments
        from nashra.translate.engines.engine import CTranslate2Engine
        from nashra.translate.memory import Memory
        from nashra.translate.models.packages import installed
        from nashra.translate.models.routes import route

        texts = [f"وصل الوفد {number}" for number in range(400)]
        way = route(installed(Path(sys.argv[1])), "ar", "fr")
        engine = CTranslate2Engine(TranslateSettings(threads=1, batch_tokens=64))
        with Memory(Path(sys.argv[2])) as memory:
            translate_segments(engine, memory, way, texts, lambda package, done, of: print(done, flush=True))
        """
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(cipher_folder), str(path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    for line in process.stdout:
        if int(line) >= 96:
            os.kill(process.pid, signal.SIGKILL)
            break
    process.stdout.close()
    assert process.wait() == -signal.SIGKILL

    texts = [f"وصل الوفد {number}" for number in range(400)]
    with Memory(path) as memory:
        assert memory.problems == []
        kept = len(memory)
        assert kept >= 96
        way = route(installed(cipher_folder), "ar", "fr")
        result = translate_segments(engine, memory, way, texts)
        assert len(memory) == 800
    assert result == [cipher(cipher(text, AR_EN), EN_FR) for text in texts]
