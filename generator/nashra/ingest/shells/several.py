"""Seeing that a paste holds more than one article: a second headline with its own head, or a second language."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nashra.ingest.heads.byline import read_byline
from nashra.ingest.heads.dateline import read_dateline, read_dateline_line
from nashra.ingest.heads.series import begins_item
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.language import detect
from nashra.ingest.words.paragraphs import Line
from nashra.languages.defaults import IN_ARABIC_LETTERS

# Words of a language before it is one of the paste's; another script tells it sooner.
_MIN_WORDS, _MIN_OTHER_SCRIPT = 20, 12
_MIN_LINE = 8
_ARABIC = re.compile("[\u0620-\u064a]")
_LATIN = re.compile("[A-Za-zÀ-ÿ]")
_COUNTED = re.compile(r"(\d{1,2})\s?[.)\-–/]\s+(?=\S)")
_RULE = re.compile(r"[-_=*~#•. ]{3,}")


@dataclass(frozen=True, slots=True)
class Part:
    """Where another article begins: the index of its first line among all, that line, and why it is thought so."""

    at: int
    line: Line
    why: str


def further_parts(lines: Sequence[Line]) -> list[Part]:
    """The articles behind the first one in `lines` (cleaned, blank ones too), in order."""
    found = {part.at: part for part in (*_by_language(lines), *_by_head(lines), *_by_number(lines))}
    return [found[at] for at in sorted(found)]


def _by_language(lines: Sequence[Line]) -> list[Part]:
    """Where one language ends and another begins, when each stands in one piece."""
    runs: list[list[int | str]] = []  # language, index of its first line, words, index of its last line
    for at, line in enumerate(lines):
        count = len(key(line.text).split())
        goes_on = bool(runs) and runs[-1][0] == IN_ARABIC_LETTERS and _is_arabic(line.text)
        short = goes_on and count >= _MIN_LINE // 2
        lang = _lang(line.text) if count >= _MIN_LINE else IN_ARABIC_LETTERS if short else None
        if lang is None:
            continue
        if runs and runs[-1][0] == lang:
            runs[-1][2] = int(runs[-1][2]) + count
            runs[-1][3] = at
        else:
            runs.append([lang, at, count, at])
    scripts = {run[0] == IN_ARABIC_LETTERS for run in runs}
    least = _MIN_OTHER_SCRIPT if len(runs) == len(scripts) == 2 else _MIN_WORDS
    long = [run for run in runs if int(run[2]) >= least]
    if len(long) < 2 or len(long) != len(runs) or len({run[0] for run in long}) != len(long):
        return []
    parts = []
    for before, run in pairwise(long):
        start, arabic = int(run[1]), run[0] == IN_ARABIC_LETTERS
        for near in range(int(run[1]) - 1, int(before[3]), -1):
            text = lines[near].text
            if text and (boilerplate.is_prose(text) or _is_arabic(text) != arabic or _RULE.fullmatch(text)):
                break
            start = near if text else start
        parts.append(Part(start, lines[start], f"the text goes on in another language, {run[0]!r}"))
    return parts


def _lang(text: str) -> str | None:
    found = detect(text)
    if not _is_arabic(text):
        return found
    return IN_ARABIC_LETTERS if found in (IN_ARABIC_LETTERS, None) else None


def _is_arabic(text: str) -> bool:
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def _by_head(lines: Sequence[Line]) -> list[Part]:
    """Headlines in the text that have a byline, a date or a dateline of their own below them."""
    filled = [at for at, line in enumerate(lines) if line.text]
    parts: list[Part] = []
    sentences = 0
    for place, at in enumerate(filled):
        text = lines[at].text
        if boilerplate.is_sentence(text):
            sentences += 1
            continue
        if sentences < 2 or not _is_headline(text):
            continue
        if _has_head(lines, filled, place):
            parts.append(Part(at, lines[at], "a headline stands here with a head of its own"))
            sentences = 0
        elif _is_ruled_off(lines, filled, place):
            parts.append(Part(at, lines[at], "a headline stands here under a ruled line"))
            sentences = 0
    return parts


def _by_number(lines: Sequence[Line]) -> list[Part]:
    """Headlines that are counted up from the first line on, "1) ...", "2) ...", with paragraphs below each: nothing
    stands above them that they would all belong to."""
    filled = [at for at, line in enumerate(lines) if line.text]
    counted = [(int(found[1]), place) for place, at in enumerate(filled) if (found := _COUNTED.match(lines[at].text))]
    if (
        len(counted) < 2
        or counted[0] != (1, 0)
        or [number for number, _ in counted] != list(range(1, len(counted) + 1))
    ):
        return []
    for _, place in counted:
        bare = _COUNTED.sub("", lines[filled[place]].text)
        below = lines[filled[place + 1]].text if place + 1 < len(filled) else ""
        if not 3 <= len(key(bare).split()) <= boilerplate.MAX_HEADLINE_WORDS or bare[-1] in ".:؛;,،":
            return []
        if not boilerplate.is_prose(below) or _COUNTED.match(below):
            return []
    why = "a headline stands here that is counted on from the first line"
    return [Part(filled[place], lines[filled[place]], why) for _, place in counted[1:]]


def _is_headline(text: str) -> bool:
    words = len(key(text).split())
    if not 3 <= words <= boilerplate.MAX_HEADLINE_WORDS or text[-1] in ".:؛;,،" or begins_item(text):
        return False
    return boilerplate.match(text) is None and read_byline(text) is None and read_dateline_line(text) is None


def _is_ruled_off(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """Whether a ruled line parts a headline from the text above it, and two paragraphs follow."""
    if _RULE.fullmatch(lines[filled[place - 1]].text) is None or lines[filled[place]].text.startswith("#"):
        return False
    below = [lines[at].text for at in filled[place + 1 : place + 3]]
    return len(below) == 2 and all(map(boilerplate.is_prose, below))


def _has_head(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """Whether a head and a text follow the headline: what only a first line of an article has."""
    above = filled[place - 1] if place else -1
    apart = filled[place] - above > 2 or (above >= 0 and _RULE.fullmatch(lines[above].text) is not None)
    seen = author = published = False
    for at in filled[place + 1 : place + 5]:
        text = lines[at].text
        dateline = read_dateline(text)
        if dateline is not None and dateline.agency:
            return True
        if boilerplate.is_sentence(text) or len(text) > 200:
            return seen
        byline, line = read_byline(text), read_dateline_line(text)
        if byline is not None:
            sure = (byline.labelled and not byline.weakly) or (byline.author and byline.published)
            author, published = author or bool(byline.author), published or bool(byline.published)
            seen = seen or bool(sure) or bool(apart and byline.published) or (author and published)
        elif line is not None and (line.agency or line.author):
            seen = True
        else:
            return False
    return False
