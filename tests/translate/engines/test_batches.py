from __future__ import annotations

import pytest

from nashra.translate.engines.batches import Job, Whole, batches, plan_jobs


def parts(text: str, longest: int) -> list[str]:
    """The parts `text` is cut into when a token is a character."""
    whole = Whole(0, text)
    list(plan_jobs([whole], list, longest))
    return [job.source for job in whole.jobs]


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("قال نعم", 7, ["قال نعم"]),
        ("قال نعم", 6, ["قال", "نعم"]),
        ("ا ب ت ث", 3, ["ا ب", "ت ث"]),
        ("كلمةطويلةجدا", 6, ["كلمةطو", "يلةجدا"]),
        ("aa   bb", 4, ["aa", "bb"]),
        ("  نعم  ", 3, ["نعم"]),
        ("a bbbbbbbb", 4, ["a", "bbbb", "bbbb"]),
    ],
)
def test_a_long_text_is_halved_at_the_space_next_to_its_middle(text: str, longest: int, expected: list[str]) -> None:
    assert parts(text, longest) == expected


@pytest.mark.parametrize("text", ["قال نعم ثم غادر", "  outer space \n", "oneverylongword and more", "ا"])
@pytest.mark.parametrize("longest", [1, 3, 5, 100])
def test_parts_are_joined_as_they_were_cut(text: str, longest: int) -> None:
    whole = Whole(0, text)
    list(plan_jobs([whole], list, longest))
    for job in whole.jobs:
        job.text = job.source
    assert whole.text() == text


def test_what_gives_no_tokens_needs_no_model() -> None:
    whole = Whole(3, " \u200f ")
    assert list(plan_jobs([whole], lambda text: [], 10)) == [whole]
    assert whole.text() == " \u200f "


def test_batches_hold_the_longest_first_and_no_more_than_they_may() -> None:
    whole = Whole(0, "")
    jobs = [Job(whole, str(number), ["x"] * length) for number, length in enumerate([3, 9, 1, 5, 4, 30, 2])]
    made = [[len(job.tokens) for job in batch] for batch in batches(jobs, 10)]
    assert made == [[30], [9], [5, 4], [3, 2, 1]]
    assert list(batches([], 10)) == []
