"""Word files (.docx) and simple PDF -> the lines of a paste. The libraries for both are an extra."""

from __future__ import annotations

import io
import logging
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from nashra.ingest.draft import Dropped, Given, Imported
from nashra.ingest.readers import paste
from nashra.ingest.words import clean
from nashra.ingest.words.fold import key
from nashra.kit.errors import ContentError

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

# What a Word file may grow to when it is unpacked; a book has less than a tenth of that.
_MAX_UNPACKED = 256 * 1024 * 1024
_BULLETS = ("•", "◦", "▪")
_EDGE = 2  # lines at the top and at the foot of a page that may be its head or foot
_INSTALL = "pip install 'nashra[documents]' brings what reads it; or copy its text and import that"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read_docx(data: bytes, given: Given) -> Imported:
    """The article in a Word file: paragraphs, headings, lists and tables in their order, as plain text.

    Raises ContentError for what is none, and where the library is missing.
    """
    try:
        import docx
    except ImportError:
        raise ContentError("Word files need a library that is not here", path=given.path, hint=_INSTALL) from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(each.file_size for each in archive.infolist()) > _MAX_UNPACKED:
                raise ContentError("the Word file grows too large when it is unpacked", path=given.path)
            notes = [name for name in ("footnotes", "endnotes", "comments") if _has_notes(archive, name)]
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document))
    except ContentError:
        raise
    except Exception as error:  # whatever the library stumbles over, the file is what is wrong
        hint = "open it in a word processor and save it anew as .docx"
        raise ContentError(f"the Word file is damaged: {error}", path=given.path, hint=hint) from error
    imported = paste.read(text, given)
    checks = [f"the {name} of the Word file were not read" for name in notes]
    return _with_checks(imported, checks)


def _has_notes(archive: zipfile.ZipFile, name: str) -> bool:
    try:
        text = archive.read(f"word/{name}.xml").decode("utf-8", "replace")
    except KeyError:
        return False
    return re.search(r"<w:t[ >]", text) is not None


def _blocks(document: Any) -> Iterator[str]:
    from docx.table import Table

    counters: dict[tuple[str, int], int] = {}
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
            continue
        text = block.text.strip()
        if not text:
            continue
        mark = _mark(document, block, counters)
        yield f"{mark} {' '.join(text.split())}" if mark else text


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[str] = []
        seen: set[int] = set()
        for cell in row.cells:
            if id(cell._tc) not in seen:  # a cell that spans columns comes once for each
                seen.add(id(cell._tc))
                cells.append(" ".join(cell.text.split()))
        if any(cells):
            yield " | ".join(cells)


def _mark(document: Any, block: Paragraph, counters: dict[tuple[str, int], int]) -> str:
    """The bullet or number of an item of a list, "" for other paragraphs."""
    found = _numbering(document, block)
    if found is None:
        counters.clear()
        return ""
    list_id, level, kind = found
    if kind == "bullet":
        return _BULLETS[min(level, len(_BULLETS) - 1)]
    counters[list_id, level] = counters.get((list_id, level), 0) + 1
    return f"{counters[list_id, level]}."


def _numbering(document: Any, block: Paragraph) -> tuple[str, int, str] | None:
    """(the list, the level, the kind of mark) of an item; None for a paragraph that is none."""
    style = (block.style.name or "") if block.style is not None else ""
    properties = block._p.pPr
    numbers = properties.numPr if properties is not None else None
    if numbers is None or numbers.numId is None:
        named = re.match(r"List (Bullet|Number)(?: (\d))?\Z", style)
        if named is None:
            return None
        return style, int(named[2] or 1) - 1, named[1].lower()
    list_id = str(numbers.numId.val)
    level = int(numbers.ilvl.val) if numbers.ilvl is not None else 0
    return (list_id, level, _kind(document, list_id, level)) if list_id != "0" else None


def _kind(document: Any, list_id: str, level: int) -> str:
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return "bullet"
    for number in root.findall(f"{_WORD}num"):
        if number.get(f"{_WORD}numId") != list_id:
            continue
        abstract = number.find(f"{_WORD}abstractNumId").get(f"{_WORD}val")
        for each in root.findall(f"{_WORD}abstractNum"):
            if each.get(f"{_WORD}abstractNumId") == abstract:
                for layer in each.findall(f"{_WORD}lvl"):
                    if layer.get(f"{_WORD}ilvl") == str(level):
                        return str(layer.find(f"{_WORD}numFmt").get(f"{_WORD}val"))
    return "bullet"


def read_pdf(data: bytes, given: Given) -> Imported:
    """The article in a PDF whose text can be copied.

    Raises ContentError for a locked, damaged or scanned one, and where the library is missing.
    """
    try:
        import pypdf
    except ImportError:
        raise ContentError("PDF files need a library that is not here", path=given.path, hint=_INSTALL) from None
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says between is of bytes, and not for editors
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = [] if locked else [clean.lines(page.extract_text() or "") for page in reader.pages]
    except Exception as error:  # whatever the library stumbles over, the file is what is wrong
        hint = "open it, copy its text and import that"
        raise ContentError(f"the PDF cannot be read: {error}", path=given.path, hint=hint) from error
    if locked:
        raise ContentError("the PDF is locked with a password", path=given.path, hint="save it without one")
    if not any(line for page in pages for line in page):
        hint = "it is a picture of pages; let a program read them (OCR) first"
        raise ContentError("there is no text in the PDF", path=given.path, hint=hint)
    text, dropped = _joined(pages)
    imported = paste.read(text, given)
    imported = replace(imported, dropped=(*imported.dropped, *dropped))
    return _with_checks(imported, ["the text was taken out of a PDF: compare it with the pages"])


def _joined(pages: list[list[str]]) -> tuple[str, list[Dropped]]:
    """(the text of all pages, the heads and feet that several of them have)."""
    filled = [[line for line in page if line] for page in pages]
    edges = [{_masked(line) for line in [*page[:_EDGE], *page[-_EDGE:]]} for page in filled]
    counts = Counter(masked for edge in edges for masked in edge if masked is not None)
    repeated = {masked for masked, count in counts.items() if count > 1}
    dropped: list[Dropped] = []
    text = ""
    for number, page in enumerate(pages, 1):
        kept: list[str] = []
        places = [at for at, line in enumerate(page) if line]
        edge = {*places[:_EDGE], *places[-_EDGE:]}
        for at, line in enumerate(page):
            is_first = number == 1 and at == places[0]
            if at in edge and not is_first and _masked(line) in repeated:
                dropped.append(Dropped(0, line, f"the head or foot of page {number}"))
            else:
                kept.append(line)
        joint = "\n" if text and not re.search(r"[.!?؟…:»\"”]\s*\Z", text) else "\n\n"
        text = f"{text}{joint}{chr(10).join(kept).strip()}" if text else "\n".join(kept).strip()
    return text, dropped


def _masked(line: str) -> str | None:
    """What a head or foot says on every page, numbers aside; None for what is too long for one."""
    return " ".join("#" if word.isdigit() else word for word in key(line).split()) if 0 < len(line) <= 120 else None


def _with_checks(imported: Imported, checks: list[str]) -> Imported:
    draft = replace(imported.draft, comments=(*imported.draft.comments, *checks))
    return replace(imported, draft=draft, notes=(*imported.notes, *checks))
