"""Taking the furniture of printed pages out of a text copied from a PDF: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise

from nashra.ingest.dates.calendar_words import months, weekdays
from nashra.ingest.dates.find import FoundDate, find_dates, fixed_dates
from nashra.ingest.dates.yearless import find_yearless
from nashra.ingest.draft import Dropped
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.heads.houses import is_house
from nashra.ingest.shells.found import Shelled
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import folded

# "3", "- 3 -", "[3]"; "Page 3 sur 12", "3/12", "صفحة 3 من 12"
_BARE = re.compile(r"[-–—|\[(.]{0,2}\s?(\d{1,4})\s?[-–—|\]).]{0,2}")
_DASHED = re.compile(r"([-–—|\[(])\s?\d{1,4}\s?[-–—|\])]")
_ENDS = re.compile(r"[.!?؟…:؛»\"”]['\"’”»)\]]*\Z")
_MAX_HEAD = 120
# A narrower line ends by itself: a headline, an item.
_MIN_WIDTH = 40
_NAME = 5  # words of a paper's name
_NARROW = 25  # the same, beside a line that is known to repeat
_ADDRESS = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+/?")
_PARTS = re.compile(r"\s+[-–—|•·/]\s+|\s*\|\s*")
_FIRST_NUMBER = re.compile(r"^(\d{1,4})\s+[^\W\d]")
_LAST_NUMBER = re.compile(r"\w\.?(?:\s?[|–—•·/]\s?|\s-\s|\s+)(?:\d{4}\s+)?(\d{1,4})$")
# Lines between two pages; fewer make a list of numbers rather than pages.
_MIN_PAGE = 3


def open_pages(shelled: Shelled) -> None:
    """Take what a page prints around its text out; the lines before and after go on where a sentence does."""
    numbers = _page_numbers(shelled)
    heads = _running_heads(shelled, numbers)
    heads += _addresses(shelled, {*numbers, *heads})
    mastheads = _mastheads(shelled)
    heads += [*mastheads, *_beside_mastheads(shelled, mastheads)]
    gone = sorted({*numbers, *heads})
    if not gone:
        return
    _keep_day(shelled, gone)
    _take_out(shelled, gone, "the number, head or foot of a page")
    lines = "1 line was" if len(gone) == 1 else f"{len(gone)} lines were"
    shelled.checks.append(f"{lines} taken for numbers, heads and feet of pages and left out")


def _number(text: str) -> tuple[int, bool] | None:
    """(the number that a line consists of, whether the line says that it is a page's)."""
    folded = fold(text).text.strip()
    if (named := _named().fullmatch(folded)) is not None:
        return int(named[1] or named[2]), named[1] is not None
    bare = _BARE.fullmatch(folded)
    return (int(bare[1]), False) if bare is not None else None


def _page_numbers(shelled: Shelled) -> list[int]:
    filled = shelled.filled()
    found = [(place, at, *number) for place, at in enumerate(filled) if (number := _number(shelled.lines[at].text))]
    named = [at for _, at, _, says in found if says]
    bare = [(place, at, value) for place, at, value, says in found if not says]
    chain: list[tuple[int, int, int]] = []
    best: list[tuple[int, int, int]] = []
    for each in bare:
        far = bool(chain) and each[0] - chain[-1][0] > 1
        if chain and each[2] == chain[-1][2] + 1 and far:
            chain.append(each)
        else:
            chain = [each]
        best = max(best, chain, key=len)
    if len(best) >= 2 and _are_pages(shelled, best, filled):
        return sorted([*named, *(at for _, at, _ in best)])
    if len(bare) == 1 and (_interrupts(shelled, filled, bare[0][0]) or _is_between_lines(shelled, filled, bare[0][0])):
        return sorted([*named, bare[0][1]])
    return sorted(named)


def _are_pages(shelled: Shelled, chain: list[tuple[int, int, int]], filled: list[int]) -> bool:
    """Numbers that count up are pages' where a line beside them repeats, or where one interrupts a sentence."""
    beside = {
        masked
        for place, _, _ in chain
        for step in (-1, 1)
        if 0 <= place + step < len(filled) and (masked := _masked(shelled.lines[filled[place + step]].text))
    }
    lines = Counter(_masked(shelled.lines[at].text) for at in filled)
    if any(lines[masked] > 1 for masked in beside):
        return True
    if all(_DASHED.fullmatch(shelled.lines[at].text.strip()) for _, at, _ in chain):
        return True
    wide = all(later[0] - earlier[0] > _MIN_PAGE for earlier, later in pairwise(chain))
    return wide and any(_interrupts(shelled, filled, place) for place, _, _ in chain)


def _interrupts(shelled: Shelled, filled: list[int], place: int, width: int = _MIN_WIDTH) -> bool:
    """Whether the line stands in the middle of a sentence that is written on both sides of it."""
    if not 0 < place < len(filled) - 1:
        return False
    before, after = shelled.lines[filled[place - 1]].text, shelled.lines[filled[place + 1]].text
    return len(before) >= width and _ENDS.search(before) is None and after[0].islower()


def _is_between_lines(shelled: Shelled, filled: list[int], place: int) -> bool:
    """Whether a number in dashes stands between two full lines of a text that is broken at a width: "- 1 -"."""
    if not 0 < place < len(filled) - 1 or not _DASHED.fullmatch(shelled.lines[filled[place]].text.strip()):
        return False
    widths = sorted(len(shelled.lines[at].text) for at in filled)
    wide = widths[-1] <= _MAX_HEAD and widths[len(widths) // 2] >= 0.7 * widths[-1] >= _MIN_WIDTH
    return wide and len(shelled.lines[filled[place + 1]].text) >= 0.7 * widths[-1]


def _running_heads(shelled: Shelled, numbers: list[int]) -> list[int]:
    """Lines that repeat, number aside, beside the numbers of pages; the first line of all is a title, and stays."""
    filled = shelled.filled()
    places = {at: place for place, at in enumerate(filled)}
    near = Counter[str]()
    beside: dict[str, list[int]] = {}
    taken = set(numbers)
    for at in numbers:
        for step in (-2, -1, 1, 2):
            place = places[at] + step
            if not 0 <= place < len(filled) or filled[place] in taken:
                continue
            masked = _masked(shelled.lines[filled[place]].text)
            if masked and filled[place] not in beside.setdefault(masked, []):
                beside[masked].append(filled[place])
                near[masked] += 1
    lines = Counter(_masked(shelled.lines[at].text) for at in filled)
    repeated = {masked for masked, count in near.items() if count > 1 or lines[masked] > 1}
    counted: dict[str, list[int]] = {}
    headed: set[int] = set()
    for at in filled:
        text = shelled.lines[at].text
        if len(text) <= _MAX_HEAD and _with_number().search(fold(text).text) and _masked(text):
            counted.setdefault(_masked(text), []).append(at)
    for masked, group in counted.items():
        figures = [re.findall(r"\d{1,4}", fold(shelled.lines[at].text).text) for at in group]
        same = set(figures[0]).intersection(*figures)  # the number of the issue, or a year
        values = [int(own[-1]) for each in figures if (own := [figure for figure in each if figure not in same])]
        rising = all(one < two for one, two in pairwise(values))
        inside = sum(_interrupts(shelled, filled, places[at], _NARROW) for at in group)
        texts = [shelled.lines[at].text for at in group]
        if len(group) > 1 and len(masked.split()) > 1 and (_count_up(texts) or _turn_pages(texts)):
            repeated.add(masked)
            headed |= set(group)
        if len(group) > 1 and values and rising and 2 * inside >= len(group) and inside:
            repeated.add(masked)
    first = filled[0] if filled else -1
    if (
        filled
        and _masked(shelled.lines[first].text) in repeated
        and _issue().search(fold(shelled.lines[first].text).text)
    ):
        below = filled[1] if len(filled) > 1 else first
        if _is_month(shelled.lines[below].text):
            repeated.add(_masked(shelled.lines[below].text))  # the month of that issue
    return [
        at
        for at in filled
        if (at != first or at in headed or _issue().search(fold(shelled.lines[at].text).text))
        and at not in taken
        and _masked(shelled.lines[at].text) in repeated
    ]


def _addresses(shelled: Shelled, known: set[int]) -> list[int]:
    """Lines beside a page's number or head that are the paper's address on the web and nothing else."""
    filled = shelled.filled()
    near = {filled[place + step] for place, at in enumerate(filled) if at in known for step in (-1, 1)
            if 0 <= place + step < len(filled)}  # fmt: skip
    return [at for at in sorted(near - known) if _ADDRESS.fullmatch(shelled.lines[at].text)]


def _count_up(texts: list[str]) -> bool:
    """Whether all `texts` begin or end with a number, each with the next: "12 The Harbour Post", "13 The Harbour Post";
    "Le Courrier | 7", "Le Courrier | 8"."""
    if any(find_dates(text) or find_yearless(text) for text in texts):
        return False  # the days of a programme
    for number in (_FIRST_NUMBER, _LAST_NUMBER):
        found = [number.search(fold(text).text) for text in texts]
        values = [int(each[1]) for each in found if each is not None]
        if len(values) == len(texts) and all(two - one == 1 for one, two in pairwise(values)):
            return True
    return False


def _turn_pages(texts: list[str]) -> bool:
    """Whether all `texts` name a page, each a later one, whatever else they tell: "24 May 2026 - Page 3"."""
    pages = [_page_within().search(fold(text).text) for text in texts]
    values = [int(each[1]) for each in pages if each is not None]
    return len(values) == len(texts) and all(one < two for one, two in pairwise(values))


def _mastheads(shelled: Shelled) -> list[int]:
    """The lines above everything that name the day beside the number of the issue or of the page."""
    found: list[int] = []
    for at in shelled.filled()[:2]:
        text = shelled.lines[at].text
        parts = _PARTS.split(text) if len(text) <= _MAX_HEAD and _day(text) is not None else []
        numbered = [part for part in parts if _is_number_of(part)]
        dated = [part for part in parts if _is_day_of_paper(part)]
        if len(parts) == 1 and at == shelled.filled()[0] and _names_paper(text):
            found.append(at)
            continue
        others = [part for part in parts if part not in (*numbered, *dated)]
        if numbered and dated and not any(len(key(part).split()) > _NAME for part in others):
            found.append(at)
    return found


def _names_paper(text: str) -> bool:
    """Whether a line is the name of a paper and its day: "THE FENLAND ECHO  Friday 13 November 2026"."""
    days = fixed_dates(text)
    if not days or not _is_day_of_paper(text):
        return False
    named = [word for word in text[: days[0].start].split() if not set(key(word).split()) <= weekdays()]
    name = " ".join(named).strip(" ,،.-–—")
    return len(name.split()) > 1 and not is_place(name) and (is_house(name) or name.isupper())


def _beside_mastheads(shelled: Shelled, mastheads: list[int]) -> list[int]:
    """What repeats a masthead further down, and the number of the page right below one or at the end."""
    filled = shelled.filled()
    known = {_masked(shelled.lines[at].text) for at in mastheads} - {""}
    repeated = [at for at in filled if at not in mastheads and _masked(shelled.lines[at].text) in known]
    near = [filled[place + 1] for place, at in enumerate(filled[:-1]) if at in mastheads]
    near += filled[-1:] if mastheads else []
    return repeated + [at for at in near if _number(shelled.lines[at].text) is not None and at not in repeated]


def _is_number_of(part: str) -> bool:
    """Whether a part of a head is the number of the issue or of the page, and nothing else."""
    folded = fold(part).text.strip()
    number = _issue().match(folded) or _page_within().match(folded)
    return number is not None and not re.search(r"[^\W\d_]", folded[number.end() :])


def _is_day_of_paper(part: str) -> bool:
    """Whether a part of a head is a day with its weekday, and nothing else but the name of the paper before it."""
    days = fixed_dates(part)
    if len(days) != 1 or any(word not in weekdays() for word in key(part[days[0].end :]).split()):
        return False
    return sum(word not in weekdays() for word in key(part[: days[0].start]).split()) <= _NAME


def _day(text: str) -> FoundDate | None:
    days = fixed_dates(text)
    return days[0] if len(days) == 1 else None


def _keep_day(shelled: Shelled, gone: list[int]) -> None:
    """The day that a head tells is the paper's, and its name the source's."""
    for line in (shelled.lines[at] for at in gone):
        day = _day(line.text)
        if day is None:
            continue
        shelled.stamp = shelled.stamp or (day, f"line {line.number}, the head of the page")
        names = [part.strip() for part in _PARTS.split(line.text)]
        name = next((part for part in names if is_house(part) and not find_dates(part)), None)
        if name is not None and shelled.source is None:
            shelled.source = (name, f"line {line.number}, the head of the page")
            shelled.checks.append(f"{name!r} stands in the head of the page and was taken for the source")


def _is_month(text: str) -> bool:
    """Whether a line is a month and a year, and nothing else."""
    parts = key(text).split()
    return len(parts) >= 2 and parts[-1].isdigit() and len(parts[-1]) == 4 and " ".join(parts[:-1]) in months()


def _masked(text: str) -> str:
    """What a running head says on every page: its words, without numbers; "" for what is none."""
    if len(text) > _MAX_HEAD or boilerplate.is_prose(text):
        return ""
    return " ".join(word for word in key(text).split() if not word.isdigit() or len(word) == 4)


def _take_out(shelled: Shelled, gone: list[int], reason: str) -> None:
    """Remove the lines `gone`. What stood around them goes on where a sentence does; else a blank line parts it."""
    taken = set(gone)
    kept: list[Line] = []
    at = 0
    while at < len(shelled.lines):
        if shelled.lines[at].text and at not in taken:
            kept.append(shelled.lines[at])
            at += 1
            continue
        start = at
        while at < len(shelled.lines) and (at in taken or not shelled.lines[at].text):
            at += 1
        inside = range(start, at)
        shelled.dropped += [
            Dropped(shelled.lines[each].number, shelled.lines[each].text, reason) for each in inside if each in taken
        ]
        blank = next((each for each in inside if each not in taken), start)
        before = kept[-1].text if kept else ""
        follows = shelled.lines[at].text if at < len(shelled.lines) else ""
        width = _NARROW if follows[:1].islower() else _MIN_WIDTH
        goes_on = taken.intersection(inside) and len(before) >= width and _ENDS.search(before) is None
        if not goes_on:
            kept.append(Line(shelled.lines[blank].number, ""))
    shelled.lines = kept


@lru_cache(maxsize=1)
def _named() -> re.Pattern[str]:
    """ "Page 3 sur 12", "3/12", "صفحة 3 من 12", in folded text."""
    page, of, more = (folded("prints", kind) for kind in ("page", "of", "of_pages"))
    return re.compile(
        rf"[-–—|\[(]?\s?(?:{page})\s?[:.]?\s?(\d{{1,4}})(?:\s?(?:/|{of}|{more})\s?\d{{1,4}})?\s?[-–—|\])]?"
        rf"|(\d{{1,4}})\s?(?:/|{of})\s?\d{{1,4}}"
    )


@lru_cache(maxsize=1)
def _page_within() -> re.Pattern[str]:
    """The number of a page, named so, within a folded line."""
    return re.compile(rf"(?<!\w)(?:{folded('prints', 'page')})\s?[.:]?\s?(\d{{1,4}})(?![\d/])")


@lru_cache(maxsize=1)
def _issue() -> re.Pattern[str]:
    """What tells the head of a paper from a headline, in folded text: "N° 128", "العدد 12"."""
    return re.compile(rf"(?<!\w)(?:{folded('prints', 'issue')})\s?:?\s?\d")


@lru_cache(maxsize=1)
def _with_number() -> re.Pattern[str]:
    """A folded line that has the number of a page in it."""
    return re.compile(rf"(?<!\w)(?:{folded('prints', 'page')})\s?\.?\s?\d{{1,4}}|(?:^\d{{1,4}}\s)|(?:\s\d{{1,4}}$)")
