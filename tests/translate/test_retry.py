from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from nashra.entities.glossary import Glossary
from nashra.kit.errors import Problem
from nashra.model import Entity
from nashra.translate.memory import Memory
from nashra.translate.models.packages import Package
from nashra.translate.retry import Guard, retry
from nashra.translate.second import SecondOpinion

PACKAGE = Package("ar", "en", "1.0", Path("nowhere"), "sentencepiece", "", 0)
ENTITIES = {
    "rabat": Entity("rabat", "place", {"ar": "الرباط", "en": "Rabat"}),
    "paris": Entity("paris", "place", {"ar": "باريس", "en": "Paris"}),
}


class Says:
    """An engine that says what a function says, and counts what it was asked."""

    def __init__(self, name: str, says: Callable[[str], str]) -> None:
        self.name, self.says = name, says
        self.problems: list[Problem] = []
        self.asked: list[str] = []

    def offers(self, packages: Sequence[Package]) -> Sequence[Package]:
        return packages

    def fingerprint(self, package: Package) -> str:
        return self.name

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        self.asked.extend(segments)
        yield from enumerate(map(self.says, segments))

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        return [self.says(segment) for segment in segments]

    def close(self) -> None:
        pass


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    with Memory(tmp_path / "memory.sqlite") as opened:
        yield opened


def better(memory: Memory, source: str, target: str, engine: Says, *others: Says, settled: Sequence[str] = ()) -> str:
    guard = Guard("ar", "en", Glossary(ENTITIES))
    return retry({source: target}, guard, engine, others, memory, [PACKAGE], frozenset(settled))[source]


def test_a_translation_without_doubts_is_left_and_no_engine_asked(memory: Memory) -> None:
    engine, other = Says("first", str), Says("other", str)
    assert better(memory, "وصل سنة 2024.", "It arrived in 2024.", engine, other) == "It arrived in 2024."
    assert engine.asked == other.asked == []


def test_other_parameters_mend_a_lost_number(memory: Memory) -> None:
    other = Says("other", lambda text: "It arrived in 2024.")
    assert better(memory, "وصل سنة 2024.", "It arrived.", Says("first", str), other) == "It arrived in 2024."


def test_a_try_that_is_no_better_is_not_taken(memory: Memory) -> None:
    other = Says("other", lambda text: "It arrived in 1999.")
    assert better(memory, "وصل سنة 2024.", "It arrived.", Says("first", str), other) == "It arrived."


def test_a_lost_name_is_put_in_before_translating_again(memory: Memory) -> None:
    engine = Says("first", lambda text: "The delegation came to Rabat." if "Rabat" in text else "?")
    target = better(memory, "حل الوفد بالرباط.", "The delegation came to Connection.", engine)
    assert target == "The delegation came to Rabat."
    assert engine.asked == ["حل الوفد ب Rabat."]


def test_a_sentence_that_went_in_circles_is_translated_in_pieces(memory: Memory) -> None:
    first, second = "قال الوزير إن الحكومة ستعمل على ذلك،", "وأضاف أن البرلمان سينظر في المشروع."
    says = {first: "The minister said the government would see to it,", second: "and parliament will discuss the bill."}
    engine = Says("first", lambda text: says.get(text, "the the the the"))
    target = better(memory, f"{first} {second}", "the the the the the the", engine)
    assert target == f"{says[first]} {says[second]}"


def test_what_people_approved_is_never_doubted(memory: Memory) -> None:
    other = Says("other", lambda text: "It arrived in 2024.")
    source = "وصل سنة 2024."
    assert better(memory, source, "It arrived.", Says("first", str), other, settled=[source]) == "It arrived."
    assert other.asked == []


def test_names_are_found_with_their_particles_and_replaced_without_them() -> None:
    glossary = Glossary(ENTITIES)
    assert glossary.named("من باريس والرباط", "ar", "en") == ["paris", "rabat"]
    assert glossary.with_names("من باريس والرباط.", "ar", "en") == "من Paris و Rabat."
    assert Glossary({}).named("من باريس", "ar", "en") == []


def test_no_two_models_are_open_at_once(memory: Memory) -> None:
    open_now: set[str] = set()
    most: list[int] = []

    class Opens(Says):
        def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
            open_now.add(self.name)
            most.append(len(open_now))
            return super().stream(package, segments)

        def close(self) -> None:
            open_now.discard(self.name)

    long = "وصل الوفد المغربي إلى الرباط صباح اليوم سنة 2024، ثم غادر القاعة الكبرى بعد ساعتين من الزمن."
    first, others = Opens("first", str), (Opens("wider", lambda text: ""), Opens("calmer", lambda text: ""))
    list(first.stream(PACKAGE, []))
    better(memory, long, "It arrived.", first, *others)
    last = Opens("second", str)
    second = SecondOpinion(last, [PACKAGE])
    guard = Guard("ar", "en", Glossary(ENTITIES))
    second.better({long: "It arrived."}, guard, memory, before=[first])
    assert all(each.asked for each in (first, *others, last))
    assert set(most) == {1}
