"""Datelines: the place, the agency, the author and the day at the head of a report, as news agencies write them.

`RABAT, 25 nov. 2026 (MAP) –`, `فاس – 14 ماي 2024 (ومع)/`, `أبوظبي في 14 مايو / وام /`, `FEZ, Morocco (AP) —`, and
a line of its own: `الرياض – سعد القحطاني`, `إسطنبول / محمد علي / الأناضول`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nashra.ingest.dates.calendar_words import weekdays
from nashra.ingest.dates.find import FoundDate, fixed_dates
from nashra.ingest.dates.yearless import Yearless, find_yearless
from nashra.ingest.heads.byline import is_person, without_edges
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.heads.houses import is_house
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key, words
from nashra.ingest.words.press_words import folded, keys, written

# A dateline ends within this many characters, and its own line is no longer.
_LONGEST = 150
_MAX_PLACE_WORDS = 4
_CLOSE = re.compile(
    r"\s?[-–—]{1,2}\s|(?<=[A-ZÀ-Þ]{3})[-–—]\s|\s?ـ{1,3}\s|[-–—]{2}\s?|(?<=[)\]])\s?[-–—/:.]\s?|\s?/{1,2}\s?|\s?:\s|\s\|\s|(?<=[)\]])\s"
)
_PIECES = re.compile(r"\s*[|()\[\],،;/:]+\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|[-–—]{2,}|^[-–—]+|[-–—]+$")
_HEADLINE = re.compile(r"[^:]{2,40}?\s?:\s")  # a place and a colon, as headlines begin
_IN_BRACKETS = (
    r"([A-Z]{2,6}|[A-Z]{2,10}(?:\s[A-Z]{2,10}){1,2}|[\u0620-\u064a]{2,4}|[\u0620-\u064a](?:\s[\u0620-\u064a]){1,3})"
)
_PARENTHESIS = re.compile(rf"\({_IN_BRACKETS}\)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; it is the first `end` characters of its paragraph."""

    end: int
    place: str | None = None
    agency: str | None = None
    author: str | None = None
    date: FoundDate | None = None
    yearless: Yearless | None = None


def read_dateline(paragraph: str) -> Dateline | None:
    """The dateline that `paragraph` (cleaned) begins with; None without one.

    It counts only when all of it can be accounted for, and when it names an agency, a day or a place that is known.
    """
    head = paragraph[:_LONGEST]
    best: Dateline | None = None
    for close in _CLOSE.finditer(head):
        if not paragraph[close.end() :].strip():
            break
        found = _account(head[: close.start()], close.end(), whole=False)
        if found is not None:
            best = found
    return best


def read_dateline_line(line: str, *, by_date: bool = False) -> Dateline | None:
    """A dateline that stands in a line of its own; None for any other line. by_date: a bare date stands beside it."""
    if len(line) > _LONGEST or boilerplate.is_sentence(line):
        return None
    return _account(line.strip(" -–—/.:"), len(line), whole=True, by_date=by_date)


def _account(text: str, end: int, *, whole: bool, by_date: bool = False) -> Dateline | None:
    dates = fixed_dates(text)
    if len(dates) > 1:
        return None
    date, yearless = (dates[0] if dates else None), None
    if date is None:
        yearless = find_yearless(text)
    span = date or yearless
    pieces = _split(text) if span is None else [*_split(text[: span.start]), "", *_split(text[span.end :])]
    place = agency = author = None
    numbered = False
    if is_person(pieces[0]) and not is_house(pieces[0], among=text) and any(is_place(piece) for piece in pieces[1:]):
        author, pieces[0] = pieces[0], ""  # "محمد العلمي - الرباط"
    for at, piece in enumerate(pieces):
        if not piece or key(piece) in keys("datelines", "filler") or key(piece) in weekdays() or key(piece).isdigit():
            numbered = numbered or key(piece).isdigit()
            continue
        left, named = _with_agency(piece, text)
        if named:
            agency = agency or named
            piece = left
            if not piece:
                continue
        if is_place(piece) or (place is None and at == 0 and _may_be_place(piece)):
            piece = without_edges(piece)
            place = f"{place}, {piece}" if place else piece
        elif place is not None and at <= 2 and author is None and agency is None and _may_be_region(piece, text):
            place = f"{place}, {piece}"
        elif author is None and is_person(name := _correspondent().sub("", piece)):
            author = name
        else:
            return None
    if numbered and span is None and agency is None:
        return None  # "9 - 2" beside an agency is a day and a month; elsewhere it may be a result
    known = place is not None and any(is_place(part) for part in place.split(", "))
    if author is not None:
        # a name needs more than a place that might be one: "كأس العرب – ربع النهائي"
        sure = known or agency is not None or (by_date and place is not None)
        if (place is None and agency is None) or not sure or not (whole or agency):
            return None
        if agency is None and span is None and _HEADLINE.match(text) is not None:
            return None  # "وجدة: تدشين مستشفى جديد"
    if agency is None and span is None and (not known or (whole and author is None)):
        return None
    if place is None and (agency is None or not boilerplate.is_agency(agency)):
        return None
    if (
        agency is None
        and author is None
        and span is not None
        and not known
        and not whole
        and len(words(place or "")) > 2
    ):
        return None
    return Dateline(end, place, agency, author, date, yearless)


def is_place_line(line: str) -> bool:
    """Whether `line` names a place, perhaps with words such as "special" beside it, and says nothing else."""
    pieces = [piece for piece in _split(line) if piece and key(piece) not in keys("datelines", "filler")]
    return bool(pieces) and len(line) <= _LONGEST and all(map(is_place, pieces))


def _split(text: str) -> list[str]:
    return [part for piece in _PIECES.split(text) for part in _parted(piece.strip(" .\"'«»*"))]


def _parted(piece: str) -> list[str]:
    """A piece that joins a place and its agency with a hyphen, "دمشق-سانا", in its two parts."""
    place, sign, agency = piece.rpartition("-")
    return [place, agency] if sign and boilerplate.is_agency(agency) and is_place(place) else [piece]


def _with_agency(piece: str, text: str) -> tuple[str, str]:
    """(what is left of `piece`, the agency that it is or ends in)."""
    if is_house(piece, among=text) or (f"({piece})" in text and boilerplate.is_agency(piece)):
        return "", piece
    if f"({piece})" in text and _agency().search(fold(piece).text):
        return "", piece
    found = _PARENTHESIS.search(text)
    if found is not None and found[1] == piece:
        return "", piece  # any letters in brackets behind a place
    return next((found for found in boilerplate.agencies_behind(piece) if is_place(found[0])), (piece, ""))


@lru_cache(maxsize=1)
def _capitals() -> re.Pattern[str]:
    return re.compile(rf"(?:[A-ZÀ-ÖØ-Þ][\w'’-]*|(?:{written('datelines', 'small')})\b|d'|l')")


def _may_be_place(piece: str) -> bool:
    if not 1 <= len(words(piece)) <= _MAX_PLACE_WORDS or any(character.isdigit() for character in piece):
        return False
    if boilerplate.is_section(piece) and not is_place(piece):
        return False
    if re.search(r"[A-Za-z]", piece):
        return all(_capitals().match(word) for word in piece.split()) and piece[0].isupper()
    return not _is_filler_start(piece)


def _is_filler_start(piece: str) -> bool:
    return fold(piece).text.split()[0] in keys("datelines", "sentence")


def _may_be_region(piece: str, text: str) -> bool:
    """The country or state behind a place: "Fès (Maroc)", "FEZ, Morocco", "SPRINGFIELD, Ill.", or the second of two
    places: "AJACCIO / OLBIA, 24 novembre (AFP)"."""
    beside = rf",\s{re.escape(piece)}\.?\s\(|[/–-]\s?{re.escape(piece)}\b[^()]*\({_IN_BRACKETS}\)"
    if f"({piece})" not in text and not re.search(beside, text):
        return False
    return _may_be_place(piece) and not is_person(piece)


@lru_cache(maxsize=1)
def _agency() -> re.Pattern[str]:
    """A folded name that says that it is an agency's."""
    first, last = folded("datelines", "agency"), folded("datelines", "agency_end")
    return re.compile(rf"^(?:{first})\s|(?<!\w)(?:{last})$")


@lru_cache(maxsize=1)
def _correspondent() -> re.Pattern[str]:
    """What stands before the name of one who reports from a place."""
    return re.compile(rf"(?:{written('datelines', 'correspondent')})\s", re.IGNORECASE)
