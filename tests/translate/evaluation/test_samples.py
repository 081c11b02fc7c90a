"""What people translated, read from the files in which it is passed on."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.kit.errors import ContentError
from nashra.translate.evaluation.samples import Sample, read_files
from nashra.translate.exchange.tmx import write_tmx
from nashra.translate.memory import APPROVED, Unit

AR, FR, EN = "وصل الوفد إلى الرباط.", "La délégation est arrivée à Rabat.", "The delegation arrived in Rabat."


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    "text",
    [
        f"ar\tfr\ten\n{AR}\t{FR}\t{EN}\n",
        # as FLORES+ comes: other columns, a number that is no Indonesian, a byte order mark, line ends of Windows
        f"\ufeffid\tURL\tsentence_arb_Arab\tsentence_fra_Latn\tsentence_eng_Latn\r\n1\tx\t{AR}\t{FR}\t{EN}\r\n",
        f"arb\tfra\teng\n{AR}\t  {FR}\t{EN}\n\n{AR}\tOnce more.\t\n",
    ],
)
def test_a_table_holds_every_pair_of_its_languages(tmp_path: Path, text: str) -> None:
    found = read_files([written(tmp_path, "test.tsv", text)])
    assert len(found) == 6
    assert found["ar", "fr"] == [Sample(AR, FR)]
    assert found["en", "ar"] == [Sample(EN, AR)]


def test_only_the_languages_that_are_wanted_are_taken(tmp_path: Path) -> None:
    path = written(tmp_path, "test.tsv", f"ar\tfr\ten\n{AR}\t{FR}\t{EN}\n")
    assert set(read_files([path], ["en", "ar", "de"])) == {("ar", "en"), ("en", "ar")}
    with pytest.raises(ContentError, match="no pair of languages of de, es"):
        read_files([path], ["de", "es"])


@pytest.mark.parametrize(
    "names",
    [
        ("arb_Arab.devtest", "eng_Latn.devtest"),
        ("newstest2019-ref.arb.txt", "newstest2019-src.eng.txt"),
        ("ar.txt", "test-en.txt"),
    ],
)
def test_files_of_one_language_each_stand_beside_each_other(tmp_path: Path, names: tuple[str, str]) -> None:
    paths = [written(tmp_path, name, f"{text}\nnot\n") for name, text in zip(names, (AR, EN), strict=True)]
    assert read_files(paths)["ar", "en"] == [Sample(AR, EN), Sample("not", "not")]


def test_a_memory_of_another_tool_holds_in_the_direction_that_it_says(tmp_path: Path) -> None:
    write_tmx(tmp_path / "x.tmx", [Unit("ar", "en", APPROVED, AR, EN), Unit("ar", "en", "a model", "نعم", "Yes")])
    assert read_files([tmp_path / "x.tmx"]) == {("ar", "en"): [Sample(AR, EN), Sample("نعم", "Yes")]}


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("x.tsv", "ar\ten\na\tb\nc\n", 3, "the line has 1 columns, the first one has 2"),
        ("x.tsv", "ar\ten\na\tb\tc\n", 2, "the line has 3 columns, the first one has 2"),
        ("x.tsv", f"{AR}\t{EN}\n", 1, "does not name two languages"),
        ("x.tsv", "ar\tarb_Arab\na\tb\n", 1, "two columns are in 'ar'"),
        ("x.tsv", b"ar\ten\na\tb\n\xff\tb\n", 3, "not UTF-8"),
        ("x.tsv", "ar\ten\na\tb\n\0\tb\n", 3, "no text"),
        ("x.tsv", "", 1, "empty"),
        ("words.txt", "one\ntwo\n", 1, "does not tell its language"),
        ("ar.txt", "one\ntwo\n", 1, "in one language"),
        ("x.tmx", "<tmx><body>\n<tu></body></tmx>", 2, "not well-formed"),
    ],
)
def test_a_file_that_is_none_is_told_with_its_line(
    tmp_path: Path, name: str, text: str | bytes, line: int, message: str
) -> None:
    with pytest.raises(ContentError, match=message) as caught:
        read_files([written(tmp_path, name, text)])
    (problem,) = caught.value.problems
    assert (problem.path, problem.line) == (tmp_path / name, line)


def test_files_of_other_lengths_are_no_translations_of_each_other(tmp_path: Path) -> None:
    paths = [written(tmp_path, "ar.txt", "a\nb\nc\n"), written(tmp_path, "en.txt", "a\nb\n")]
    with pytest.raises(ContentError, match=r"has 2 lines and ar\.txt has 3"):
        read_files(paths)
    with pytest.raises(ContentError, match="cannot be read: No such file"):
        read_files([tmp_path / "none.tsv"])
