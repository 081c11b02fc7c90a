"""Taking the shell of a post on Facebook and its like off: name and stamp above it, buttons and comments below."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from nashra.ingest.dates.find import find_dates, fixed_dates
from nashra.ingest.dates.yearless import find_yearless
from nashra.ingest.draft import Dropped
from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.phrases import is_one_of, table
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import folded, written

_DOTS = re.compile(r"\s*[·•∙⋅]\s*")
_HANDLE = re.compile(r"@[\w.]{2,30}")
_ICON = re.compile(r"[^\w\s]{1,4}")


def open_post(shelled: Shelled) -> None:
    """Take the shell of a post off, where a stamp ends in the dot that networks set before the audience."""
    _take_handle(shelled)
    head = _head(shelled)
    tail = _tail(shelled, sure=head is not None)
    if head is None and tail is None:
        return
    if head is not None:
        _take_head(shelled, head)
    if tail is not None:
        filled = [at for at in shelled.filled() if at >= tail]
        shelled.drop(filled, "reactions and comments below a post")
    _unfold(shelled)


def _take_handle(shelled: Shelled) -> None:
    """A name over its handle above a post, and the stamp below it: "10:14 AM · Nov 17, 2026 · 12.4K Views"."""
    filled = shelled.filled()
    if len(filled) < 3 or _HANDLE.fullmatch(shelled.lines[filled[1]].text) is None:
        return
    name = shelled.lines[filled[0]]
    if len(name.text) > 80 or boilerplate.is_sentence(name.text):
        return
    shelled.source = shelled.source or (name.text, f"line {name.number}, above the post")
    shelled.checks.append(f"{name.text!r} stands above the post and was taken for its source")
    for place, at in enumerate(filled[2:], 2):
        line = shelled.lines[at]
        days = fixed_dates(line.text)
        if (
            len(days) == 1
            and len(line.text) <= 80
            and _DOTS.search(line.text)
            and not boilerplate.is_sentence(line.text)
        ):
            shelled.stamp = shelled.stamp or (days[0], f"line {line.number}, the stamp of the post")
            below = [each for each in filled[place:] if each == at or _is_reaction(shelled.lines[each].text)]
            shelled.drop(below, "the stamp and the counters below a post")
            break
    shelled.untitled = True
    shelled.drop(filled[:2], "the name and the handle above a post")


def _head(shelled: Shelled) -> int | None:
    """The index of the stamp among the first lines; None without one."""
    for at in shelled.filled()[:5]:
        text = shelled.lines[at].text
        if len(text) <= 80 and _DOTS.search(text, 1) and text[0].isalnum() and _is_stamp(text):
            return at
    return None


def _is_stamp(text: str) -> bool:
    parts = [part.strip() for part in _DOTS.split(text)]
    rest = [part for part in parts if part and not is_one_of(part, "audience") and not _ICON.fullmatch(part)]
    return len(rest) == 1 and _is_when(rest[0])


def _is_when(part: str) -> bool:
    if _age().fullmatch(fold(part).text):
        return True
    found = find_dates(part)
    spans = [(each.start, each.end) for each in found]
    if not spans and (yearless := find_yearless(part)) is not None:
        spans = [(yearless.start, yearless.end)]
    left = part
    for start, end in reversed(spans):
        left = left[:start] + left[end:]
    return bool(spans) and len(key(left).split()) <= 2 and len(left) <= 15


def _take_head(shelled: Shelled, stamp: int) -> None:
    line = shelled.lines[stamp]
    above = [at for at in shelled.filled() if at < stamp]
    for at in above:
        text = shelled.lines[at].text
        if not boilerplate.is_sentence(text) and not _HANDLE.fullmatch(text) and not is_one_of(text, "audience"):
            name = _DOTS.split(text)[0].strip()
            if shelled.source is None and len(name) <= 80:
                shelled.source = (name, f"line {shelled.lines[at].number}, above the post's stamp")
                shelled.checks.append(f"{name!r} stands above the stamp of the post and was taken for its source")
    dates = fixed_dates(line.text)
    where = f"line {line.number}, the stamp of the post"
    if dates:
        shelled.stamp = (dates[0], where)
    elif (yearless := find_yearless(line.text)) is not None:
        shelled.yearless = (yearless, where)
    else:
        shelled.checks.append(f"the stamp of the post, {line.text!r}, does not tell its day")
    shelled.drop([*above, stamp], "the name and the stamp above a post")


def _tail(shelled: Shelled, *, sure: bool) -> int | None:
    """The index of the first of the counters and buttons that stand below a post; None where there are none."""
    filled = shelled.filled()
    last_prose = max(
        (place for place, at in enumerate(filled) if boilerplate.is_prose(shelled.lines[at].text)), default=0
    )
    marks = [_is_reaction(shelled.lines[at].text) for at in filled]
    place = 1
    while place < len(filled):
        end = place
        while end < len(filled) and marks[end]:
            end += 1
        texts = [shelled.lines[at].text for at in filled[place:end]]
        buttons = sum(any(map(str.isalpha, text)) for text in texts)
        if buttons >= (2 if sure else 3) and len(texts) >= 3 and (place > last_prose or buttons >= 3):
            return filled[place]
        place = max(end, place + 1)
    return None


def _is_reaction(text: str) -> bool:
    folded = fold(text).text
    bare = key(re.sub(r"\d[\d.,]*\s?[kKmM]?", " ", folded))
    if _count().fullmatch(folded.strip()):
        return True
    return bool(bare) and _is_made_of(bare.split(), table("reactions"))


def _is_made_of(words: Sequence[str], phrases: Collection[str]) -> bool:
    """Whether `words` are phrases and nothing else: "j aime commentaires partages"."""
    reached = {0}
    for end in range(1, len(words) + 1):
        if any(start in reached and " ".join(words[start:end]) in phrases for start in range(max(0, end - 5), end)):
            reached.add(end)
    return len(words) in reached


def _unfold(shelled: Shelled) -> None:
    """ "See more" at the end of a paragraph: the network folded the rest away, and it is not in the paste."""
    for at in shelled.filled():
        line = shelled.lines[at]
        found = _see_more().search(line.text)
        if found is None:
            continue
        shelled.lines[at] = Line(line.number, line.text[: found.start()].rstrip())
        shelled.dropped.append(Dropped(line.number, found[0].strip(), "a button of the network"))
        shelled.checks.append(f"line {line.number} ends in {found[0].strip()!r}: the rest of the post may be missing")


@lru_cache(maxsize=1)
def _see_more() -> re.Pattern[str]:
    return re.compile(rf"(?:(?<=[.…])|(?<=\.\s)|(?<=…\s))\s*(?:{written('see_more')})\s*\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _count() -> re.Pattern[str]:
    return re.compile(rf"\d++(?:[.,\s]\d{{1,3}})*+\s?(?:k|m|{folded('networks', 'count')})?")


@lru_cache(maxsize=1)
def _age() -> re.Pattern[str]:
    """How long ago a post was written, as networks abbreviate it, in folded text."""
    return re.compile(rf"\d{{1,2}}\s?(?:{folded('networks', 'age')})")
