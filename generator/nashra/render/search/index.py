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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import unescape
from typing import Any

from nashra.entities.offices import held
from nashra.model import Entity
from nashra.render.search.postings import BODY, ENTITY, SUMMARY, TITLE, decode, encode, posting
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
    picture: str = ""
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

    def offices(self, id: str, on: date) -> frozenset[str]:
        """The words of what a person was on the day `on`, in any language: "ministre" finds who has only a name."""
        titles = [title for office in held(self._entities[id], on) for title in office.title.values()]
        return frozenset(self._lexicon.terms(" ".join(titles))) if titles else frozenset()


def files(
    folder: str, entries: Sequence[IndexedVersion], entities: EntityWords, lexicon: Lexicon
) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, content) of the index in `folder`. entries: in the order of their numbers."""
    postings = _postings(entries, entities, lexicon)
    yield from _words(folder, postings, lambda word: encode(postings[word]))
    shelf: list[list[Any] | None] = []
    for at, entry in enumerate(entries):
        place = entry.number % ARTICLES
        shelf += [None] * (place - len(shelf))
        shelf.append([entry.shown or entry.title, entry.path, entry.day, entry.snippet, *_more(entry)])
        if at + 1 == len(entries) or entries[at + 1].number // ARTICLES > entry.number // ARTICLES:
            yield _script(folder, f"articles-{entry.number // ARTICLES}", shelf)
            shelf = []


def words_after(
    folder: str,
    read: Callable[[str], bytes],
    before: IndexedVersion,
    after: IndexedVersion,
    entities: EntityWords,
    lexicon: Lexicon,
) -> list[tuple[str, bytes]]:
    """The files of words of the index in `folder`, out of those that are there: `read` gives one by its path below the
    site's root. One version that was `before` is now `after`, with the same number, shown as before. Empty where it
    has the same words."""
    old, new = (
        {word: place for place, words in _words_of(each, entities, lexicon) for word in words}
        for each in (before, after)
    )
    different = [word for word in old.keys() | new.keys() if old.get(word) != new.get(word)]
    if not different:
        return []
    codes: dict[str, str] = {}
    for number in range(len(_values(read(_name(folder, "index"))))):
        parts = _values(read(_name(folder, f"words-{number}"))).split(" ")
        codes.update(zip(parts[::2], parts[1::2], strict=True))
    for word in different:
        found = {each // 4: each for each in decode(codes.get(word, ""))}
        found.pop(after.number, None)
        if word in new:
            found[after.number] = posting(after.number, new[word])
        if found:
            codes[word] = encode(found[each] for each in sorted(found))
        else:
            del codes[word]
    return list(_words(folder, codes, codes.__getitem__))


def _words(folder: str, words: Collection[str], code: Callable[[str], str]) -> Iterator[tuple[str, bytes]]:
    """The files of `words`. code: the postings of one, encoded."""
    starts: list[str] = []
    for number, (start, text) in enumerate(_shards(words, code)):
        starts.append(start)
        yield _script(folder, f"words-{number}", text)
    yield _script(folder, "index", starts)


def _name(folder: str, name: str) -> str:
    return f"{folder}/{name}.js"


def _values(script: bytes) -> Any:
    """What a script gives to the function that it calls."""
    text = script.decode("utf-8")
    return json.loads(f"[{text[len(CALL) + 1 : -2]}]")[1]


def _script(folder: str, name: str, value: Any) -> tuple[str, bytes]:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _name(folder, name), f'{CALL}("{folder}/{name}",{text})\n'.encode("utf-8", "replace")


def _postings(entries: Iterable[IndexedVersion], entities: EntityWords, lexicon: Lexicon) -> dict[str, list[int]]:
    """Word -> its postings, in ascending order."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for entry in entries:
        for place, words in _words_of(entry, entities, lexicon):
            # one number, shared by the lists of all words
            each = posting(entry.number, place)
            for word in words:
                found[word].append(each)
    return found


def _words_of(entry: IndexedVersion, entities: EntityWords, lexicon: Lexicon) -> list[tuple[int, set[str]]]:
    """(place, the words that stand there and in no better one), for the words that find `entry`."""
    title, summary = lexicon.terms(entry.title), lexicon.terms(entry.summary)
    title.update(f"={each}" for each in entry.filters)
    day = date.fromisoformat(entry.day)
    named: set[str] = set().union(*(entities[id] | entities.offices(id, day) for id in entry.entities)) - title
    summary -= title | named
    body = lexicon.terms(plain_text(entry.html))
    body.add(entry.day[:4])  # readers remember the year, and texts seldom say it
    body -= title | named | summary
    return [(TITLE, title), (ENTITY, named), (SUMMARY, summary), (BODY, body)]


def plain_text(html: str) -> str:
    """The words of `html`, which must be what `nashra.markup` gives."""
    text = _TAG.sub(" ", _INLINE.sub("", html))
    return unescape(text) if "&" in text else text


def _shards(words: Collection[str], code: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """(first word, the words with their postings) of each file of words, in the order of the words. code: the postings
    of one, encoded."""
    parts: list[str] = []
    start, size = "", 0
    for word in _sorted(words):
        codes = code(word)
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


def _more(entry: IndexedVersion) -> list[int | str]:
    """What few articles have, in the order of the script: whether a machine translated it, and a small picture."""
    return [int(entry.machine), entry.picture] if entry.picture else [1] if entry.machine else []
