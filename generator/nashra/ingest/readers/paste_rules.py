"""What the reader of pastes needs to know of lines."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from nashra.ingest.dates.find import FoundDate, fixed_dates
from nashra.ingest.draft import Dropped
from nashra.ingest.heads.byline import Byline, is_person, read_byline
from nashra.ingest.heads.dateline import read_dateline, read_dateline_line
from nashra.ingest.heads.dateline_places import is_place
from nashra.ingest.heads.signature import read_signature
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, words
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import folded, written
from nashra.ingest.words.rules import BARRIER

# The head of an article has no more lines than this.
_HEAD = 10
_EDGES = " |·•–—-"  # signs between a name and a day
# The number of a post in a thread, "1/", "2/7", which may be missing.
_THREAD = re.compile(r"(?:\d{1,2}\s?/\s?\d{0,2}\s+)?")
# Characters of a headline that the first words of the text stand for.
_LEDE = 120
# Lines at the foot of a text among which the day is sought on which it was signed; their characters; words of a place.
_FOOT, _MAX_FOOT, _MOST_WORDS = 4, 90, 6
# Reasons for which a line is dropped that is a word of the text when it stands among paragraphs.
_NAVIGATION = "the page's navigation"
_LEAST_WORDS = 4  # of a headline below menus
_LOOKALIKES = frozenset({_NAVIGATION, "a tool of the page", "a counter"})


def apart(lines: Sequence[Line]) -> list[Line]:
    """`lines` with blank ones around each line of the head, so that none is taken for a piece of a paragraph."""
    parted: list[Line] = []
    seen = 0
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        seen += bool(line.text)
        about = line.text and seen <= _HEAD and (read_byline(line.text) or read_dateline_line(line.text))
        is_head = bool(about)
        if seen > 1 and seen <= _HEAD and not is_head and below is not None and _is_name_over_day(line, below):
            line, is_head = Line(line.number, line.text.strip(_EDGES)), True
        blank = Line(line.number, "")
        parted += [blank, line, blank] if is_head else [line]
    return parted


def _is_name_over_day(line: Line, below: Line) -> bool:
    """Whether a line is a name, perhaps with the sign that parts it from the day in the line below."""
    byline = read_byline(below.text)
    dated = byline is not None and byline.published is not None and not byline.author
    return dated and is_person(line.text.strip(_EDGES))


def without_labels(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """(`lines` without the labels of a form, what went), where the first is labelled as the title: "Titre : X"."""
    found = _label("title").match(lines[0].text) if lines else None
    if found is None:
        return list(lines), []
    bare, gone = [], []
    for at, line in enumerate(lines):
        if 0 < at <= _HEAD and (other := _label("other").match(line.text)) and line.text[other.end() :]:
            gone.append(Dropped(line.number, line.text, "a field of the form that no article has"))
            continue
        pattern = _label("title") if at == 0 else _label("text")
        label = pattern.match(line.text) if at <= _HEAD else None
        if label is None:
            bare.append(line)
            continue
        gone.append(Dropped(line.number, label[0].strip(), "the label of a field"))
        if line.text[label.end() :]:
            bare.append(Line(line.number, line.text[label.end() :]))
    return bare, gone


@lru_cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\**(?:{written('forms', kind)})\s?\**\s?[:：]\**\s*", re.IGNORECASE)


def restored(lines: Sequence[Line], dropped: Sequence[Dropped]) -> tuple[list[Line], list[Dropped]]:
    """(`lines` with the short ones that only look like a page's in the midst of the text, the others of `dropped`).

    "Menu", "Contact" or "45 min" alone between two paragraphs is a crosshead or an item; a page has them in groups.
    """
    inside = [line.number for line in lines if boilerplate.is_sentence(line.text)]
    numbers = sorted([*(line.number for line in lines), *(each.line for each in dropped)])
    gone = {each.line for each in dropped}
    back: list[Dropped] = []
    for each in dropped:
        if each.reason not in _LOOKALIKES or not inside or not inside[0] < each.line < inside[-1]:
            continue
        place = numbers.index(each.line)
        if not gone.intersection(numbers[max(0, place - 1) : place] + numbers[place + 1 : place + 2]):
            back.append(each)
    kept = sorted([*lines, *(Line(each.line, each.text) for each in back)], key=lambda line: line.number)
    return kept, [each for each in dropped if each not in back]


def without_menus(lines: Sequence[Line], dropped: Sequence[Dropped]) -> tuple[list[Line], list[Dropped]]:
    """(`lines` without a page's menus above its headline, what went), where all of a page was copied: its first line
    was of the navigation, and who wrote the article, or when, stands below the headline."""
    first = min((line.number for line in lines), default=0)
    opening = [each for each in dropped if each.line < first and each.reason == _NAVIGATION]
    about = next((at for at, line in enumerate(lines[: 2 * _HEAD]) if _says_of_article(line.text)), 0) if opening else 0
    while about and (read_signature(lines[about - 1].text) or len(words(lines[about - 1].text)) < _LEAST_WORDS):
        about -= 1
    above = [line for line in lines[: max(0, about - 1)] if not boilerplate.is_section(line.text)]
    if not above or any(boilerplate.is_prose(line.text) for line in above):
        return list(lines), list(dropped)
    left = [line for line in lines if line not in above]
    return left, [*dropped, *(Dropped(line.number, line.text, _NAVIGATION) for line in above)]


def _says_of_article(text: str) -> bool:
    """Whether a line says who wrote the article or when, and nothing else."""
    byline = read_byline(text)
    return byline is not None and (byline.labelled or byline.published is not None)


def barred(dropped: Sequence[Dropped]) -> list[str]:
    """What an editor is told where `dropped` has a line for those who do not pay."""
    if not any(each.reason == BARRIER.purpose for each in dropped):
        return []
    return ["the page is for subscribers, and may have been copied without the rest of its text"]


def lede(text: str, *, below_dateline: bool = False) -> str:
    """The first words of a report that begins with its dateline, or stands below it; "" for a headline."""
    found = read_dateline(text)
    dated = found is not None and (found.agency or found.date or found.yearless)
    running = boilerplate.is_prose(text) and (
        found is not None or below_dateline or len(words(text)) > boilerplate.MAX_HEADLINE_WORDS
    )
    if not (dated or running):
        return ""
    start = found.end if found is not None else _THREAD.match(text).end()  # type: ignore[union-attr]
    first = re.split(r"(?<=[.!?؟])\s", text[start:].strip(), maxsplit=1)[0].rstrip(".")
    return first if len(first) <= _LEDE else f"{first[:_LEDE].rsplit(' ', 1)[0].rstrip(' ,،;؛')}…"


def signed_day(lines: Sequence[Line]) -> tuple[FoundDate, int] | None:
    """(the day on which a text was signed, the number of its line): at the foot, alone or with the place.

    "وحرر بالرباط، في 14 نونبر 2026", "Fait à Rabat, le 14 novembre 2026", "Rabat, 14 November 2026".
    """
    for line in reversed(lines[1:][-_FOOT:]):
        found = fixed_dates(line.text)
        if len(line.text) > _MAX_FOOT or len(found) != 1 or line.text[found[0].end :].strip(" .،,)–—-"):
            continue
        before = line.text[: found[0].start].strip(" :،,.(–—-")
        drawn = _drawn_up().match(fold(before).text)
        place = _on().sub("", before).strip(" :،,.(–—-")
        if drawn is not None and len(before.split()) <= _MOST_WORDS:
            return found[0], line.number
        if place and is_place(place):
            return found[0], line.number
    return None


@lru_cache(maxsize=1)
def _drawn_up() -> re.Pattern[str]:
    return re.compile(rf"(?:{folded('dates', 'drawn_up')})(?!\w)")


@lru_cache(maxsize=1)
def _on() -> re.Pattern[str]:
    """What joins a place to the day behind it: الرباط في, Rabat, le."""
    return re.compile(rf"[\s،,:]+(?:{written('dates', 'on')})\s*:?\Z", re.IGNORECASE)


def listed(words: Sequence[str]) -> str:
    """`words` as a list in a sentence: the date, the author and the source."""
    named = [f"the {word}" for word in words]
    return " and ".join(filter(None, [", ".join(named[:-1]), named[-1]]))


def closes_standfirst(byline: Byline, below: Sequence[Line]) -> bool:
    """Whether the line with `byline` behind a sentence is that of an article that goes on `below` it with its text."""
    if not ((byline.labelled and not byline.weakly) or byline.author) or (byline.weakly and byline.published):
        return False
    following = next((line for line in below if read_byline(line.text) is None), None)
    return following is not None and boilerplate.is_sentence(following.text)


def signing(lines: Sequence[Line], date_at: int, gone: Container[int], title_line: int) -> Iterator[int]:
    """The lines, none of them `gone`, that may sign beside the date in line `date_at`: up to two over it, under the
    title in line number `title_line`, then one below."""
    for step in (-1, 1):
        near = date_at + step
        while step > 0 and near in gone:
            near += step  # the author may stand between
        for _ in range(2 if step < 0 else 1):
            if not 0 <= near < len(lines) - 1 or near in gone or lines[near].number <= title_line:
                break
            if abs(lines[near].number - lines[near - step].number) > 2:
                break
            yield near
            near += step


def reporter(text: str) -> str:
    """The name behind a word such as "from" that is all of a line besides it; "" for other lines."""
    found = _from().match(text)
    name = text[found.end() :] if found is not None else ""
    return name if is_person(name) else ""


@lru_cache(maxsize=1)
def _from() -> re.Pattern[str]:
    return re.compile(rf"(?:{written('authors', 'from')})\s+", re.IGNORECASE)
