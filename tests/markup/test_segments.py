from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.markup.segments import MAX_LENGTH, MIN_PIECE, sentences
from support.markdown import WORDS

GOLDEN = [
    (path.stem, line)
    for path in sorted((Path(__file__).parent / "segments").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def cut(text: str, lang: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text, lang)]


@pytest.mark.parametrize(("lang", "line"), GOLDEN)
def test_sentences_are_cut_where_a_reader_would(lang: str, line: str) -> None:
    assert cut(line.replace(" | ", " "), lang) == line.split(" | ")


def test_a_line_end_always_ends_a_segment() -> None:
    assert cut("بيت من الشعر\nوبيت آخر", "ar") == ["بيت من الشعر", "وبيت آخر"]


def test_an_overlong_sentence_is_cut_at_semicolons_before_commas() -> None:
    clause = "وهذه جملة طويلة تتكرر، وفيها فاصلة، حتى تتجاوز الحد المسموح به في الترجمة"
    pieces = cut("؛ ".join([clause] * 8) + ".", "ar")
    assert len(pieces) > 1
    assert all(piece.endswith(("؛", ".")) for piece in pieces)
    assert all(MIN_PIECE <= len(piece) <= MAX_LENGTH for piece in pieces)


def test_an_overlong_sentence_without_signs_is_cut_between_words() -> None:
    pieces = cut("كلمة " * 300, "ar")
    assert all(len(piece) <= MAX_LENGTH for piece in pieces)
    assert " ".join(pieces).split() == ["كلمة"] * 300


@given(
    st.lists(st.sampled_from([*WORDS, "\n", "؛", "،", "» .", "."]), max_size=120).map(" ".join),
    st.sampled_from(["ar", "fr", "en", "es"]),
)
def test_no_character_is_lost_and_spans_follow_each_other(text: str, lang: str) -> None:
    spans = sentences(text, lang)
    assert (
        "".join(text[start:end] for start, end in spans).split()
        == "".join(text[start:end] for start, end in spans).split()
    )
    assert "".join("".join(text[a:b] for a, b in spans).split()) == "".join(text.split())
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert all(len(text[a:b]) <= MAX_LENGTH for a, b in spans)
