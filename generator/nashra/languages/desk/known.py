"""The languages whose newsrooms' notes Nashra knows, and the one way to look for them. A new language is a file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from unicodedata import normalize

from nashra.languages import files
from nashra.languages.desk.spec import Desk
from nashra.languages.known import loose

DESK: Mapping[str, Desk] = files.read("nashra.languages.desk", "DESK")

_WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


def plain(text: str) -> str:
    """The words of `text` with blanks between them, without what people leave out or mix up: case, accents, hamza
    forms, tashkeel, punctuation, invisible marks."""
    text = _UNSEEN.sub("", normalize("NFKC", text))
    return " ".join(_WORD.findall(loose(_MARKS.sub("", text.casefold()))))


@cache
def phrases(field: str) -> Mapping[str, tuple[str, ...]]:
    """First word -> the phrases of `field` that begin with it, the longest first; of all languages, since who writes
    Arabic may leave notes in French."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for desk in DESK.values():
        for phrase in filter(None, map(plain, getattr(desk, field).split("|"))):
            found[phrase.split(" ", 1)[0]].add(phrase)
    return {word: tuple(sorted(each, key=len, reverse=True)) for word, each in found.items()}


def may_begin(text: str, *fields: str) -> bool:
    """Whether the first word of `text` is that of a phrase of `fields`: a quick look, wrong only towards True."""
    first = first_word(text)
    return any(first in phrases(field) for field in fields)


def first_word(text: str) -> str:
    """The first of the `plain` words of `text`, nothing where there is none."""
    first = _WORD.search(text)
    return _first_plain(first[0]) if first else ""


@lru_cache(maxsize=4096)
def _first_plain(word: str) -> str:
    return plain(word).split(" ", 1)[0]


def beginning(words: str, field: str) -> str | None:
    """The longest phrase of `field` that the `plain` words begin with, None where there is none."""
    begun = f"{words} "
    known = phrases(field).get(words.split(" ", 1)[0], ())
    return next((phrase for phrase in known if begun.startswith(f"{phrase} ")), None)


def is_one(words: str, field: str) -> bool:
    """Whether the `plain` words are a phrase of `field`."""
    return bool(words) and words in phrases(field).get(words.split(" ", 1)[0], ())


def within(words: str, field: str) -> str | None:
    """A phrase of `field` that stands somewhere in the `plain` words."""
    spaced, known = f" {words} ", phrases(field)
    for word in words.split():
        if word in known:
            for each in known[word]:
                if f" {each} " in spaced:
                    return each
    return None


def is_task(words: str) -> bool:
    """Whether the `plain` words name a part of an article, and say what is to be done with it or that it is missing."""
    if not within(words, "works"):
        return False
    first = beginning(words, "pending")
    rest = words[len(first) :].strip() if first else words
    begins = any(beginning(rest, field) is not None for field in ("doings", "modals"))
    return begins or within(words, "pending") is not None


def is_left(words: str) -> bool:
    """Whether the `plain` words begin with a part of an article and that it is still to come or to be done."""
    work = beginning(words, "works")
    return work is not None and beginning(words[len(work) :].strip(), "pending") is not None


def is_due(words: str) -> bool:
    """Whether the `plain` words name what is done with a text behind a word that says: not yet."""
    parts = words.split()
    for at, word in enumerate(parts[1:-1], 1):
        rest = " ".join(parts[at:])
        if word in phrases("due") and (due := beginning(rest, "due")):
            rest = rest[len(due) :].strip()
            if beginning(rest, "doings") or beginning(rest, "deeds"):
                return True
    return False


def is_to_come(words: str) -> bool:
    """Whether the `plain` words are a part of an article and that it is still to come, and nothing else."""
    work = beginning(words, "works")
    return work is not None and is_one(words[len(work) :].strip(), "pending")


def is_to_do(words: str) -> bool:
    """Whether the `plain` words say where a part of an article is to be put: "here", "put", "the quote"."""
    first = beginning(words, "pending")
    return first is not None and beginning(words[len(first) :].strip(), "doings") is not None and is_task(words)


@cache
def unfinished() -> frozenset[str]:
    """The words that no sentence ends with, as they are written."""
    return frozenset(each for desk in DESK.values() for each in desk.unfinished.split("|") if each)
