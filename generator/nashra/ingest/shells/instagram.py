"""Taking the shell of a post on Instagram off: the account and the place above its text, likes and remarks below."""

from __future__ import annotations

import re
from functools import lru_cache

from nashra.ingest.dates.find import fixed_dates
from nashra.ingest.dates.yearless import find_yearless
from nashra.ingest.shells.found import Shelled
from nashra.ingest.words.fold import fold
from nashra.ingest.words.press_words import folded

_ACCOUNT = re.compile(r"[a-z0-9_](?:[a-z0-9_.]{1,28})[a-z0-9_]")
_HEAD, _FOOT_LINE = 8, 60
_DOTS = re.compile(r"\s*[·•∙⋅]\s*")


def open_instagram(shelled: Shelled) -> None:
    """Take the shell off, where an account stands above the text, and again as the name of its picture or alone."""
    filled = shelled.filled()
    account = shelled.lines[filled[0]].text if filled else ""
    if not _ACCOUNT.fullmatch(account):
        return
    again = [at for at in filled[1:_HEAD] if _names(shelled.lines[at].text, account)]
    if not again or again[-1] == filled[-1]:
        return
    where = f"line {shelled.lines[filled[0]].number}, above the post"
    shelled.source = shelled.source or (account, where)
    shelled.checks.append(f"{account!r} stands above the post and was taken for its source")
    shelled.drop([at for at in filled if at <= again[-1]], "the account above a post")
    text = [at for at in filled if at > again[-1]]
    foot = next((at for at in text[1:] if _is_foot(shelled.lines[at].text)), None)
    if foot is None:
        return
    below = [at for at in text if at >= foot]
    _take_stamp(shelled, below)
    shelled.drop(below, "reactions and comments below a post")


def _names(text: str, account: str) -> bool:
    """Whether a line is the account, or what is said of its picture."""
    return text == account or (account in text and _picture().search(fold(text).text) is not None)


def _is_foot(text: str) -> bool:
    """Whether a line stands below the text of a post: its age, who liked it, where remarks are written."""
    if len(text) > _FOOT_LINE:
        return False
    line = fold(text).text.strip(" .…")
    parts = [part for part in _DOTS.split(line) if part]
    return any(_age().fullmatch(part) for part in parts) or _foot().match(line) is not None


def _take_stamp(shelled: Shelled, below: list[int]) -> None:
    for at in reversed(below):
        line = shelled.lines[at]
        if len(line.text) > _FOOT_LINE // 2:
            continue
        where = f"line {line.number}, the stamp of the post"
        days = fixed_dates(line.text)
        if days:
            shelled.stamp = shelled.stamp or (days[0], where)
        elif (yearless := find_yearless(line.text)) is not None:
            shelled.yearless = shelled.yearless or (yearless, where)
        else:
            continue
        return


@lru_cache(maxsize=1)
def _picture() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{folded('networks', 'account_picture')})(?!\w)")


@lru_cache(maxsize=1)
def _age() -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}\s?(?:{folded('networks', 'age')})")


@lru_cache(maxsize=1)
def _foot() -> re.Pattern[str]:
    """The first words of a line below a post, in folded text; or how many like it."""
    return re.compile(rf"(?:{folded('networks', 'below')})(?!\w)|\d[\d., ]*\s?(?:{folded('networks', 'likes')})(?!\w)")
