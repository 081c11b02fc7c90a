from __future__ import annotations

import pytest

from nashra.ingest.words.decode import decode, decode_page
from nashra.kit.errors import ContentError

ARABIC = "وصلت قافلة الكتب إلى القرية مساء الجمعة، وكان في استقبالها أطفال المدرسة.\n"
FRENCH = "L’été a été « très » sec à Noël-sur-Mer : on a même dû fermer l’école. ÉTAT D’URGENCE.\n"
ENGLISH = "The café’s owner said “nothing has changed” — and meant it.\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8"),
        (ARABIC, "windows-1256"),
        (ARABIC, "iso-8859-6"),
        (ARABIC * 50 + ENGLISH, "windows-1256"),
        ("مراكش", "windows-1256"),
        ("هل تعلم؟", "windows-1256"),
        ("هل تعلم؟", "iso-8859-6"),
        ("x" * 100_000 + "\n" + ARABIC, "windows-1256"),
        (FRENCH, "utf-8"),
        (FRENCH, "windows-1252"),
        (ENGLISH, "windows-1252"),
        ("plain ASCII", "utf-8"),
        (ARABIC, "utf-16-le"),
        (ARABIC, "utf-16-be"),
        (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"),
    ],
)
def test_an_encoding_is_told_from_the_bytes_alone(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == (text, encoding)


@pytest.mark.parametrize(
    ("written_as", "named"),
    [("utf-8-sig", "utf-8"), ("utf-16", "utf-16-le"), ("utf-32", "utf-32-le")],
)
def test_a_byte_order_mark_is_obeyed_and_removed(written_as: str, named: str) -> None:
    assert decode(ARABIC.encode(written_as)) == (ARABIC, named)


@pytest.mark.parametrize("once", ["latin-1", "cp1252"])
@pytest.mark.parametrize("text", [ARABIC * 3, FRENCH * 3])
def test_what_was_written_as_utf_8_twice_is_read_as_it_was_meant(text: str, once: str) -> None:
    text = text.replace("\u0641", "\u0642").replace("\u0645", "\u0644")  # of these Windows-1252 has no sign
    if once == "cp1252":
        text = "".join(
            sign for sign in text if sign.encode().decode("cp1252", "ignore").encode("cp1252") == sign.encode()
        )
    twice = text.encode().decode(once).encode()
    assert decode(twice)[0] == decode_page(twice)[0] == text


def test_accents_alone_are_no_letters_of_utf_8_written_twice() -> None:
    text = "SÃO PAULO, ÂGE, Ã©, l’été à Noël où ça naît. " * 20
    assert decode(text.encode())[0] == text


def test_french_that_reads_the_same_in_both_is_called_windows_1252() -> None:
    assert decode("café à la crème".encode("windows-1256")) == ("café à la crème", "windows-1252")


def test_a_utf_8_file_cut_inside_its_last_letter_loses_only_that_letter() -> None:
    assert decode(ARABIC.encode()[:-2]) == (ARABIC[:-2], "utf-8")
    assert decode("مدينة فاس".encode()[:-1]) == ("مدينة فا", "utf-8")


def test_a_marked_utf_16_file_cut_inside_its_last_letter_loses_only_that_letter() -> None:
    assert decode(ARABIC.encode("utf-16")[:-1]) == (ARABIC[:-1], "utf-16-le")


def test_a_broken_letter_in_utf_8_is_reported_with_its_line() -> None:
    data = (ARABIC * 3).encode() + b"\xff" + ARABIC.encode()
    with pytest.raises(ContentError) as error:
        decode(data)
    assert error.value.problems[0].line == 4
    assert "UTF-8" in error.value.problems[0].message


@pytest.mark.parametrize("data", [b"", b"\n \r\n\t", "\ufeff\n".encode(), "\u00a0\n\u200f".encode()])
def test_a_blank_file_is_refused(data: bytes) -> None:
    with pytest.raises(ContentError) as error:
        decode(data)
    assert error.value.problems[0].hint


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"PK\x03\x04\x14\x00", "docx"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "office"),
        (b"a\0b", "not text"),
        (b"\x01\x02\x03\x04\x05" * 20, "not text"),
        (bytes(range(256)) * 4, "not text"),
        ("Привет, это новости".encode("cp1251"), "encoding"),
        ("こんにちは、ニュースです".encode("shift_jis"), "encoding"),
    ],
)
def test_what_is_no_text_of_ours_is_refused_with_its_name_and_a_hint(data: bytes, word: str) -> None:
    with pytest.raises(ContentError) as error:
        decode(data)
    assert word in error.value.problems[0].message
    assert error.value.problems[0].hint
