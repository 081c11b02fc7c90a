"""Word files and PDF: read as pasted text, or refused with the reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Given, Imported
from nashra.ingest.formats import format_of, read_all

docx = pytest.importorskip("docx")
pypdf = pytest.importorskip("pypdf")

LEDE = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية، بحضور عدد كبير من السكان والتلاميذ."


def given(**more: Any) -> Given:
    return Given("ar", ZoneInfo("UTC"), path=Path("x"), lang_given=False, languages=("ar", "fr", "en"), **more)


def read(data: bytes, **more: Any) -> Imported:
    (entry,) = read_all(io.BytesIO(data), given(**more))
    assert entry.imported is not None, entry.problems
    return entry.imported


def refusal(data: bytes) -> str:
    (entry,) = read_all(io.BytesIO(data), given())
    assert entry.imported is None and entry.problems[0].hint
    return entry.problems[0].message


def word(*paragraphs: tuple[str, str], table: list[list[str]] | None = None) -> bytes:
    document = docx.Document()
    for text, style in paragraphs:
        document.add_paragraph(text, style=style or None)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages: list[str]) -> bytes:
    """A PDF of Latin text, one line a string, as simple programs write it."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    for at, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    text, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(text.encode("cp1252")))
        text += f"{number} 0 obj\n{each}\nendobj\n"
    start = len(text.encode("cp1252"))
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    text += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return (text + f"startxref\n{start}\n%%EOF").encode("cp1252")


def test_a_word_file_gives_its_head_paragraphs_lists_and_tables_in_order() -> None:
    data = word(
        ("مدرسة جديدة في القرية", "Title"),
        ("إعداد: سلمى بنعيسى", ""),
        ("وجدة – 10 أبريل 2024", ""),
        (LEDE, ""),
        ("النجارة والحدادة", "List Bullet"),
        ("البرمجة", "List Bullet"),
        ("الشبكات", "List Bullet 2"),
        ("أولا", "List Number"),
        ("ثانيا", "List Number"),
        (f"{LEDE} نعم.", ""),
        table=[["السنة", "التلاميذ"], ["2024", "800"]],
    )
    draft = read(data).draft
    assert (draft.title, draft.author, draft.lang) == ("مدرسة جديدة في القرية", "سلمى بنعيسى", "ar")
    assert draft.published.date().isoformat() == "2024-04-10"
    assert draft.body.split("\n\n") == [
        LEDE,
        "- النجارة والحدادة\n- البرمجة\n    - الشبكات",
        "1. أولا\n2. ثانيا",
        f"{LEDE} نعم.",
        "السنة | التلاميذ",
        "2024 | 800",
    ]


def test_a_damaged_or_empty_word_file_is_refused() -> None:
    data = word(("عنوان", ""), (LEDE, ""))
    assert "damaged" in refusal(data[: len(data) // 2])
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
    assert "damaged" in refusal(stream.getvalue())


def test_old_and_other_files_of_word_processors_are_named() -> None:
    assert "old version of Word" in refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert "OpenDocument" in refusal(stream.getvalue())


def test_a_pdf_gives_its_paragraphs_without_heads_feet_and_broken_words() -> None:
    head = "Rapport annuel de la commune"
    first = [
        head,
        "Rabat, le 12 mars 2024",
        "Le ministre a ouvert mardi une école dans le village, en présence des habi-",
        "tants et des élèves, et il a promis d'en ouvrir cent autres dans les monta-",
        "gnes du nord avant la fin de l'année",
        "Commune du village - page 1",
    ]
    second = [
        "prochaine, avec des cantines et des bus pour tous les élèves de la région.",
        "Commune du village - page 2",
    ]
    imported = read(pdf(first, second))
    draft = imported.draft
    assert (draft.title, draft.lang, draft.published.date().isoformat()) == (head, "fr", "2024-03-12")
    assert draft.body == (
        "Le ministre a ouvert mardi une école dans le village, en présence des habitants et des élèves, et il a promis "
        "d'en ouvrir cent autres dans les montagnes du nord avant la fin de l'année prochaine, avec des cantines et des "
        "bus pour tous les élèves de la région."
    )
    assert any("out of a PDF" in check for check in draft.comments)
    assert sum("page" in each.reason for each in imported.dropped) == 2


def test_a_pdf_without_text_or_damaged_is_refused() -> None:
    assert "no text" in refusal(pdf([]))
    assert "cannot be read" in refusal(b"%PDF-1.4\nnothing")


def test_what_the_library_says_of_bytes_does_not_reach_editors(caplog: pytest.LogCaptureFixture) -> None:
    refusal(pdf(["A line"])[:-60])
    assert not caplog.records


def test_documents_are_recognised_by_their_first_bytes() -> None:
    assert format_of("%PDF-1.7\n").name == "a PDF"
    assert format_of("PK\x03\x04....[Content_Types].xml").name == "a Word file"
    assert format_of("PK is a text").name == "pasted text"
