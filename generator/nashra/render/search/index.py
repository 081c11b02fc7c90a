"""The search index of one language: scripts that the page of search loads one by one, as a query needs them.

- `index.js` says with which word each of the others begins.
- `words-N.js` hold the words in the order of their letters, each with its postings. Among them stand the filters, such
  as `=topic=sport` and `=year=2024`: an article passes a filter as it has a word.
- `articles-N.js` hold what the list of results shows, a few articles each.

They are scripts that call one function, because a page opened from the disk may load scripts and nothing else.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from nashra.model import Entity
from nashra.render.search.postings import BODY, ENTITY, SUMMARY, TITLE, encode, posting
from nashra.render.search.words import Lexicon

# Bytes of a file of words. A query loads one a word and up to three for the beginning of a word, so that it stays far
# under 300 kB; smaller ones would be thousands of files.
WORDS_SIZE = 16_000
# Articles in a file. Twenty results may lie in twenty files.
ARTICLES = 10

CALL = "nashraSearch"

# A tag or a comment; attribute values may hold ">". The first kind of tag leaves a word whole, the second parts words.
_REST = r"""(?:[^<>"']++|"[^"]*+"|'[^']*+')*+>"""
_INLINE = re.compile(rf"</?(?:a|abbr|b|bdi|cite|code|del|em|i|ins|kbd|mark|q|s|small|span|strong|time|u)\b{_REST}")
_TAG = re.compile(rf"<!--.*?-->|<{_REST}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class IndexedVersion:
    """One version of an article.

    number: of the article, from 0 for the oldest; the same in every language.
    path: of its page, not percent-encoded, below the language's folder and without ".html". day: ISO 8601.
    snippet: what to show of it. summary, html: what to find it by, besides the title and the names of its `entities`.
    filters: "topic=ID", "entity=ID", "year=YYYY". shown: the title as a list shows it, where that is not the bare text.
    """

    number: int
    title: str
    summary: str
    html: str
    filters: Sequence[str]
    entities: Sequence[str]
    path: str
    day: str
    snippet: str
    machine: bool
    shown: str = ""


class EntityWords:
    """Entity's id -> the words of all its names: a reader may know a person by the name in another language."""

    def __init__(self, entities: Mapping[str, Entity], lexicon: Lexicon) -> None:
        self._entities, self._lexicon = entities, lexicon
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, id: str) -> frozenset[str]:
        if id not in self._known:
            entity = self._entities[id]
            names = [*entity.names.values(), *(alias for aliases in entity.aliases.values() for alias in aliases)]
            self._known[id] = frozenset(self._lexicon.terms(" ".join(names)))
        return self._known[id]


def files(
    folder: str, entries: Sequence[IndexedVersion], entities: EntityWords, lexicon: Lexicon
) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, content) of the index in `folder`. entries: in the order of their numbers."""
    starts: list[str] = []
    for number, (start, text) in enumerate(_shards(_postings(entries, entities, lexicon))):
        starts.append(start)
        yield _script(folder, f"words-{number}", text)
    yield _script(folder, "index", starts)
    shelf: list[list[Any] | None] = []
    for at, entry in enumerate(entries):
        place = entry.number % ARTICLES
        shelf += [None] * (place - len(shelf))
        shelf.append(
            [entry.shown or entry.title, entry.path, entry.day, entry.snippet, *([1] if entry.machine else [])]
        )
        if at + 1 == len(entries) or entries[at + 1].number // ARTICLES > entry.number // ARTICLES:
            yield _script(folder, f"articles-{entry.number // ARTICLES}", shelf)
            shelf = []


def _script(folder: str, name: str, value: Any) -> tuple[str, bytes]:
    name = f"{folder}/{name}"
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{name}.js", f'{CALL}("{name}",{text})\n'.encode("utf-8", "replace")


def _postings(entries: Iterable[IndexedVersion], entities: EntityWords, lexicon: Lexicon) -> dict[str, list[int]]:
    """Word -> its postings, in ascending order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        title, summary = lexicon.terms(entry.title), lexicon.terms(entry.summary)
        title.update(f"={each}" for each in entry.filters)
        named: set[str] = set().union(*(entities[id] for id in entry.entities)) - title
        summary -= title | named
        body = lexicon.terms(plain_text(entry.html))
        body.add(entry.day[:4])  # readers remember the year, and texts seldom say it
        body -= title | named | summary
        for place, terms in ((TITLE, title), (ENTITY, named), (SUMMARY, summary), (BODY, body)):
            # one number, shared by the lists of all words
            each = posting(entry.number, place)
            for term in terms:
                found[term].append(each)
    return found


def plain_text(html: str) -> str:
    """The words of `html`, which must be what `nashra.markup` gives."""
    text = _TAG.sub(" ", _INLINE.sub("", html))
    return unescape(text) if "&" in text else text


def _shards(postings: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, str]]:
    """(first word, the words with their postings) of each file of words, in the order of the words."""
    parts: list[str] = []
    start, size = "", 0
    for word in _sorted(postings):
        codes = encode(postings[word])
        length = len(word.encode("utf-8", "replace")) + len(codes) + 2
        if parts and size + length > WORDS_SIZE:
            yield start, " ".join(parts)
            parts, size = [], 0
        if not parts:
            start = word
        parts += word, codes
        size += length
    if parts:
        yield start, " ".join(parts)


def _sorted(words: Iterable[str]) -> list[str]:
    """`words` as JavaScript compares them, by UTF-16: that differs only where there are characters beyond U+FFFF."""
    found = sorted(words)
    if max(map(max, found), default="") > "\uffff":
        found.sort(key=lambda word: word.encode("utf-16-be", "surrogatepass"))
    return found
