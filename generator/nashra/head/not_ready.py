"""Texts that say of themselves that they are not for readers yet: a line such as "not for publication before six"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.head.frontmatter import Document
from nashra.head.known_keys import is_yes
from nashra.kit.comments import blank_comments
from nashra.kit.errors import ContentError
from nashra.languages.calendar.wrong_dates import is_weekday
from nashra.languages.desk.known import beginning, is_one, may_begin, plain

_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_BRACKETS = re.compile(r"(?<!\])[\[(]([^\[\]()\n\"«»“”]{3,80})[\])](?![(\[:])")
# What parts the pieces of a line, and what stands around one that is to be seen.
_BETWEEN = re.compile(r"[:!;,،؛.()\[\]–—|/*_]+|\s-+\s")
_AROUND = "*_#>-–—⚠\ufe0f![](){}<>/|=~•: \t"
_QUOTES = "«»\"“”‘’'"
# The number of a version and the like, behind what it is of.
_NUMBERS = re.compile(r"(?: \w?\d\w*)+\Z")
_KEY = re.compile(r"[a-z]+(?:_[a-z]+)*:")
_DIGIT = re.compile(r"\d")
# A longer line is a sentence of the article.
_LONGEST, _MOST_WORDS, _MOST_WORDS_OF_EMBARGO, _MOST_WORDS_OF_DATE = 140, 15, 10, 4
_HINT = "write `draft: true` to hold it back, `draft: false` where it is meant for readers, or take it out"


def refuse_not_ready(document: Document, path: Path) -> None:
    """Raises ContentError where a line of its own, or a remark in brackets, says that the text is not for readers, and
    `draft` does not say what is true."""
    if is_yes(document.fields.words("draft")) is not None:
        return
    for number, remark in document.remarks:
        if len(remark) <= _LONGEST and _is_announced(remark):
            raise _not_ready(remark.strip(), path, number)
    body = blank_comments(document.body)
    for number, line, outermost in _lines(body):
        if _holds_back(line, outermost):
            raise _not_ready(line.strip(), path, document.body_line + number)
    for match in _BRACKETS.finditer(body) if "[" in body or "(" in body else ():
        if any(may_begin(piece, "held") and _is_held(piece, match[0]) for piece in _BETWEEN.split(match[1])):
            raise _not_ready(match[0], path, document.body_line + body.count("\n", 0, match.start()))


def _not_ready(shown: str, path: Path, line: int) -> ContentError:
    return ContentError(f"`{shown[:60]}` says that this text is not for readers", path=path, line=line, hint=_HINT)


def _lines(body: str) -> Iterator[tuple[int, str, bool]]:
    """(number, line, whether it is the first or the last of the text) of those that stand alone, without code."""
    lines = body.split("\n")
    written = [number for number, line in enumerate(lines) if line.strip()]
    if not written:
        return
    first, last = written[0], written[-1]
    fence, may_have_fences = "", "```" in body or "~~~" in body
    for number in written:
        line = lines[number]
        match = _FENCE.match(line) if may_have_fences else None
        if match and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
            continue
        if fence or len(line) > _LONGEST or line.startswith(("    ", "\t")):
            continue
        outermost = number in (first, last)
        beside = "".join(lines[max(number - 1, 0) : number]) + "".join(lines[number + 1 : number + 2])
        if outermost or not beside.strip():
            yield number, line, outermost


def _holds_back(line: str, outermost: bool) -> bool:
    said = line.strip().lstrip(_AROUND)
    if not may_begin(said, "held", "alone", "embargo"):
        return False
    words = plain(said)
    if not words or said[0] in _QUOTES or words.count(" ") >= _MOST_WORDS:
        return False
    pieces = [piece for piece in _BETWEEN.split(said) if piece and plain(piece)]
    if _is_held(pieces[0], line):
        return True
    if not outermost:
        return False
    if _is_embargo(pieces, words):
        return True
    alone = [is_one(_NUMBERS.sub("", plain(piece)), "alone") for piece in pieces]
    return any(alone) and all(
        is_alone or _is_held(piece, line) or _is_date(piece) for is_alone, piece in zip(alone, pieces, strict=True)
    )


def _is_announced(remark: str) -> bool:
    """Whether a comment says until when a text is to wait, or that it is not to be published; a key that was taken out
    says nothing any more."""
    if _KEY.match(remark) or not may_begin(remark, "held", "embargo"):
        return False
    pieces = [piece for piece in _BETWEEN.split(remark) if piece and plain(piece)]
    return _is_held(pieces[0], remark) or _is_embargo(pieces, plain(remark))


def _is_held(piece: str, line: str) -> bool:
    """Whether a piece of a line says "not for publication", and goes on as no other sentence does."""
    words = plain(piece)
    phrase = beginning(words, "held")
    if phrase is None:
        return False
    rest = words[len(phrase) :].strip()
    return not rest or rest[0].isdigit() or beginning(rest, "then") is not None or line.isupper()


def _is_embargo(pieces: list[str], words: str) -> bool:
    if words.count(" ") >= _MOST_WORDS_OF_EMBARGO or not (_DIGIT.search(words) or any(map(is_weekday, words.split()))):
        return False
    first = plain(pieces[0])
    phrase = beginning(first, "embargo")
    if phrase is None:
        return False
    rest = first[len(phrase) :].strip()
    if small := beginning(rest, "on"):
        rest = rest[len(small) :].strip()
    return not rest or rest[0].isdigit() or is_weekday(rest.split(" ", 1)[0]) or beginning(rest, "then") is not None


def _is_date(piece: str) -> bool:
    words = plain(piece)
    return words.count(" ") < _MOST_WORDS_OF_DATE and _DIGIT.search(words) is not None
