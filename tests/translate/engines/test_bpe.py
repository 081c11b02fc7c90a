from __future__ import annotations

from pathlib import Path

import pytest

from nashra.translate.engines.bpe import Bpe, BpeError

MERGES = "#version: 0.2\nl o\nlo w</w>\ne r</w>\nو ال\nا ل\nن ع\nنع م</w>\n"


@pytest.fixture
def bpe(tmp_path: Path) -> Bpe:
    path = tmp_path / "bpe.model"
    path.write_text(MERGES, encoding="utf-8")
    return Bpe.load(path)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("low", ["low"]),
        ("lower", ["lo@@", "w@@", "er"]),
        ("lowlow", ["lo@@", "w@@", "low"]),
        ("lolo", ["lo@@", "l@@", "o"]),
        ("نعم", ["نعم"]),
        ("نعمان", ["نع@@", "م@@", "ا@@", "ن"]),
        ("والنعم", ["وال@@", "نعم"]),
        ("x", ["x"]),
        ("", []),
        ("🙂", ["🙂"]),
    ],
)
def test_words_are_split_by_the_merges_in_their_order(bpe: Bpe, word: str, parts: list[str]) -> None:
    assert bpe.split(word) == parts
    assert bpe.split(word) == parts


def test_in_the_first_version_the_end_of_a_word_is_a_symbol(tmp_path: Path) -> None:
    path = tmp_path / "bpe.model"
    path.write_text("l o\nlo w\nw </w>\n", encoding="utf-8")
    assert Bpe.load(path).split("low") == ["low"]
    path.write_text("w </w>\nl o\n", encoding="utf-8")
    assert Bpe.load(path).split("low") == ["lo@@", "w"]


def test_a_merge_that_comes_twice_keeps_its_first_place(tmp_path: Path) -> None:
    path = tmp_path / "bpe.model"
    path.write_text("#version: 0.2\na b\nb c</w>\na b\n", encoding="utf-8")
    assert Bpe.load(path).split("abc") == ["ab@@", "c"]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xfe", b"#version: 0.2\n", b"#version: 9.9\na b\n", b"#version: x\na b\n", b"a b c\n", b"#version:"],
)
def test_a_file_that_is_no_list_of_merges_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bpe.model"
    path.write_bytes(data)
    with pytest.raises(BpeError):
        Bpe.load(path)
