"""Short paragraphs that colleagues, or the tools that they write with, left in a text."""

from __future__ import annotations

import re
from typing import Literal

from nashra.languages.desk.known import beginning, is_due, is_left, is_one, is_task, is_to_do, may_begin, plain, within

Place = Literal["", "first", "last"]

# A longer one is a paragraph of the article; what a program was asked may be longer.
_LONGEST, _LONGEST_PROMPT = 140, 400
_MOST_WORDS, _MOST_WORDS_READ, _MOST_WORDS_FOUND, _MOST_WORDS_ALONE = 16, 10, 5, 12
_NEAR = 3
# `Replace: “this” with “that”`: nothing but words in quotation marks, and one between them.
_PROPOSAL = re.compile(r"\W{0,3}([^\W\d_][^:\n]{2,20}?)[ \u00a0\u202f]?:\s*[«\"“][^\n]{1,120}[»\"”]\.?")
# What may stand behind a name with @; in a quotation, others may ask for something.
_ASKING = ("covers", "pleas", "tells", "told", "doings")
_ROUND = re.compile(r"\(([^()\n]+)\)\.?")
_SQUARE = re.compile(r"[*_]{0,2}\[([^\[\]\n]+)\][*_]{0,2}\.?")
_LENGTH = re.compile(r"\W{0,3}\d[\d.,  \u00a0\u202f]*(\D{3,40})")
_UNKNOWN = re.compile(r"(?:([^?؟:\n]{2,40}?)[ \u00a0\u202f]?:?[ \u00a0\u202f]*)?[?؟]{2,}")
_ALL_UNKNOWN = re.compile(r"[?؟]{3,}")
_TO_SOMEBODY = re.compile(r"@\w{2,30}[,:]?\s+([^\n]+)")
_THIRTY = re.compile(r"[-–—\s]*-[ ]?30[ ]?-[-–—\s]*")
# Of who wrote it, behind the word for the end.
_INITIALS = re.compile(r"(?: \w)+\Z")
_LEFT_OUT = re.compile(r"[\[(]\s*(?:\.{3}|…)\s*[\])]")
_CLAUSE = re.compile(r"[,،;:]")
_PIECES = re.compile(r"[,;:،؛.–—-]\s|\s[-–—]\s")


def is_lone_note(text: str, place: Place) -> bool:
    """Whether the paragraph `text` was not written for readers. place: where it stands in its text."""
    asking = ("covers", "pleas", "tells") if text.startswith(">") else _ASKING
    text = text.strip(" #>\t\n")
    if text.startswith("---"):
        text = text.strip(" -")
    if place and len(text) < _LONGEST_PROMPT and may_begin(text, "prompts") and beginning(plain(text), "prompts"):
        return True
    if len(text) > _LONGEST or "\n" in text:
        return False
    if may_begin(text, "proposals") and (proposal := _PROPOSAL.fullmatch(text)):
        return is_one(plain(proposal[1]), "proposals")
    if place == "last" and _LEFT_OUT.fullmatch(text):
        return True
    if _is_alone(text) or (text[0:1] in ("(", "[", "*", "_") and _is_in_brackets(text)):
        return True
    if text.endswith(("?", "؟")) and _is_unknown(text):
        return True
    if (told := _TO_SOMEBODY.fullmatch(text)) and any(beginning(plain(told[1]), each) for each in asking):
        return True
    return _asks_first(text) or (place != "" and _is_of_the_desk(text, place))


def _is_alone(text: str) -> bool:
    """Whether it is a short line that only colleagues need."""
    if not may_begin(text, "lone", "doings", "pending", "own", "works"):
        return False
    words = plain(text)
    if words.count(" ") >= _MOST_WORDS_ALONE:
        return False
    if (
        is_to_do(words)
        or (is_left(words) and beginning(words, "own"))
        or (text.isupper() and within(words, "doings") and is_task(words))
    ):
        return True
    if words.count(" ") < _MOST_WORDS_READ and _is_bare_task(words, text):
        return True
    # "add a photograph" may be advice to readers, "cut this paragraph" is none
    is_done = beginning(words, "doings") is not None and within(words, "own") is not None
    return is_done or beginning(words, "lone") is not None


def _is_bare_task(words: str, text: str) -> bool:
    """Whether it begins with a part of an article, without an article before it, that something is to be done with, or
    with what a colleague is to do with one; nobody else is told to, and it is no sentence."""
    if within(words, "readers") or "?" in text:
        return False
    if beginning(words, "works"):
        return is_due(words)
    doing = None if _CLAUSE.search(text) else beginning(words, "doings")
    rest = words[len(doing) :].split() if doing else []
    return within(" ".join(rest[:_NEAR]), "works") is not None or (len(rest) > 1 and is_one(rest[-1], "pending"))


def _is_in_brackets(text: str) -> bool:
    """Whether brackets hold all of it, and ask for something or say what goes here."""
    if round_ := _ROUND.fullmatch(text):
        words = plain(round_[1])
        return (
            _asks(words)
            or within(words, "tells") is not None
            or is_left(words)
            or (words.count(" ") < _MOST_WORDS_FOUND and is_task(words))
        )
    square = _SQUARE.fullmatch(text)
    if square is None or not may_begin(square[1], "slots"):
        return False
    words = plain(square[1])
    return 0 < words.count(" ") < _MOST_WORDS_FOUND and beginning(words, "slots") is not None


def _asks(words: str) -> bool:
    return " " in words and any(beginning(words, each) is not None for each in ("asks", "pleas"))


def _is_unknown(text: str) -> bool:
    if _ALL_UNKNOWN.fullmatch(text):
        return True
    found = _UNKNOWN.fullmatch(text)
    words = plain(found[1]) if found and found[1] else ""
    return words.count(" ") < _MOST_WORDS_FOUND and beginning(words, "unknown") is not None


def _asks_first(text: str) -> bool:
    """Whether it asks for something that is to be done before publication."""
    words = plain(text)
    if words.count(" ") >= _MOST_WORDS or within(words, "before") is None:
        return False
    return any(may_begin(piece, "asks", "pleas") and _asks(plain(piece)) for piece in _PIECES.split(text))


def _is_of_the_desk(text: str, place: Place) -> bool:
    """Whether it says who has read the text, how long it is, or that it ends here."""
    words = plain(text)
    if words.count(" ") < _MOST_WORDS_READ:
        for piece in _PIECES.split(text):
            if may_begin(piece, "cleared") and beginning(plain(piece), "cleared"):
                return True
    length = _LENGTH.fullmatch(text)
    if length and is_one(plain(length[1]), "counts"):
        return True
    return place == "last" and (is_one(_INITIALS.sub("", words), "ends") or _THIRTY.fullmatch(text) is not None)
