"""A text as the guards read it: numbers, words without their particles, signs; where words of a table stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from nashra.entities.normalize import folder, plain
from nashra.languages.wording.known import rows_of, wording_of
from nashra.languages.wording.spec import Wording

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_LETTER = r"[^\W\d_]|[\u064b-\u065f\u0670\u0640\u200c\u200d]"
_TOKEN = re.compile(
    rf"""
    (?P<phone>(?<![\w.,])(?:\+\d[\d .\-/()]{{7,20}}\d|0\d(?:[ .\-/]?\d){{7,9}}(?![\d.,]*\d)))
    |(?P<date>(?<!\d)(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}}))(?![\d/-]))
    |(?P<code>(?<![\d.,/-])(?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d{{1,4}}(?:[-/.]\d{{1,4}}){{2,}}(?!\d))
    |(?P<season>(?<!\d)(?:19|20)\d{{2}}\ ?[-/–‑]\ ?\d{{2}}(?!\d))
    |(?P<time>(?<![\d:])\d{{1,2}}(?::\d{{2}}(?![\d:])
        |[ \u00a0\u202f]?[hH][ \u00a0\u202f]?[0-5]\d(?!\d)|[ \u00a0\u202f]?[hH](?![^\W\d_])))
    |(?P<number>\d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٫٬]\d+)*)
    |(?P<ampm>(?<=[\d ])[ap]\.?m\b\.?)
    |(?P<dotted>\b(?:[A-Za-z]\.){{2,}})
    |(?P<word>(?:{_LETTER})+)
    |(?P<sign>[%٪$€£°])
    """,
    re.VERBOSE,
)
# Signs that part the clauses of a sentence, and what is told from what is said.
_PARTS = re.compile(r"[,،.;؛:!?؟«»“”\"()–—]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign. kind: the name of its group; forms: the folded word, then without its particles.

    joined: whether a joiner (the Arabic و) is attached before it.
    """

    kind: str
    raw: str
    start: int
    end: int
    forms: tuple[str, ...] = ()
    joined: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A text, its language's words, and its tokens in order. forms: those of all of them."""

    text: str
    lang: str
    wording: Wording
    tokens: tuple[Token, ...]
    forms: frozenset[str]

    def between(self, first: int, second: int) -> str:
        """What stands between two tokens."""
        return self.text[self.tokens[first].end : self.tokens[second].start]

    def is_joined(self, at: int) -> bool:
        """Whether the word at token `at` is an "and", or has one before it."""
        token = self.tokens[at]
        return token.joined or token.raw.lower() in self.wording.joiners.split()

    def is_parted(self, one: int, two: int) -> bool:
        """Whether a sign that parts clauses stands between two tokens, in whichever order they are given."""
        return _PARTS.search(self.between(*sorted((one, two)))) is not None


@lru_cache(maxsize=256)
def read(text: str, lang: str) -> Reading:
    """`text` read in `lang`; the same text is read once."""
    text = text.translate(_DIGITS).replace("’", "'")
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind, raw = match.lastgroup or "", match[0]
        if kind == "word" and (apart := _glued(raw.casefold(), lang)):
            place = match.start()
            for part in apart:
                forms, _ = _forms(raw[place - match.start() :][: len(part)], lang)
                tokens.append(Token("word", text[place : place + len(part)], place, place + len(part), forms))
                place += len(part)
        elif kind in ("word", "dotted"):
            forms, joined = _forms(raw.strip(".") if kind == "dotted" else raw, lang)
            tokens.append(Token("word", raw, match.start(), match.end(), forms, joined))
        elif kind in ("sign", "ampm"):
            form = raw.lower().strip(".") if kind == "ampm" else raw.replace("٪", "%")
            tokens.append(Token("word", raw, match.start(), match.end(), (form,)))
        else:
            tokens.append(Token(kind, raw, match.start(), match.end()))
    # "و200": the particle before a number
    before_number = wording_of(lang).joiners.split()
    for at in range(1, len(tokens)):
        before, token = tokens[at - 1], tokens[at]
        if token.kind != "word" and before.raw in before_number and before.end == token.start:
            tokens[at] = Token(token.kind, token.raw, token.start, token.end, (), True)
    all_forms = frozenset(chain.from_iterable([token.forms for token in tokens]))
    return Reading(text, lang, wording_of(lang), tuple(tokens), all_forms)


@lru_cache(maxsize=4096)
def _glued(word: str, lang: str) -> tuple[str, ...]:
    """The parts of a word that is two: MMDH."""
    parts = (tuple(row.split("_")) for row in wording_of(lang).glued.split())
    return next((each for each in parts if "".join(each) == word), ())


@lru_cache(maxsize=16384)
def _forms(raw: str, lang: str) -> tuple[tuple[str, ...], bool]:
    wording = wording_of(lang)
    fold = folder(lang)
    word = plain(raw)
    forms = [fold(word)]
    joined = False
    rest = word
    for number, letters in enumerate(wording.proclitics):
        if len(rest) > 2 and rest[0] in letters:
            rest = rest[1:]
            joined = joined or (number == 0 and word[0] == letters[0])
            forms.append(fold(rest))
            if rest.startswith("ل") and wording.article and word[-len(rest) - 1] == "ل":  # لل + word
                forms.append(fold(rest[1:]))
    for base in (word, rest, word[1:] if joined else word):
        if wording.article and base.startswith(wording.article) and len(base) > len(wording.article) + 1:
            forms.append(fold(base[len(wording.article) :]))
    if wording.case_ending:
        forms += [
            form[: -len(wording.case_ending)] for form in forms if form.endswith(wording.case_ending) and len(form) > 4
        ]
    return tuple(dict.fromkeys(forms)), joined


# Letters that a word must have without its particles, and what stands for some words in a row of a table.
_WHOLE, _GAP, _GAP_WORDS = 3, "~", 4
# Texts whose places a table remembers.
_KEPT = 64


class Lexicon:
    """Words of a table, each with what it stands for, to be found in readings of one language."""

    def __init__(self, table: str, lang: str, *, exact: bool = False, owned: bool = False) -> None:
        self._exact = exact
        self._found: dict[str, tuple[tuple[str, int, int], ...]] = {}
        self._starts: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for row in rows_of(table):
            key, *forms = row.split()
            for form in forms:
                # a nationality is told from the name of the country by the star
                sign = "*" if form.endswith("*") else ""
                words = [*_expanded(form, lang)]
                for word in [*words, *_owned(words, lang)] if owned else words:
                    parts = tuple(
                        plain(part).casefold() if exact else _folded(part, lang)
                        for part in re.split(r"[_'-]", word)
                        if part
                    )
                    self._starts.setdefault(parts[0], []).append((parts, key + sign))
        for found in self._starts.values():
            found.sort(key=lambda item: -len(item[0]))

    def at(self, reading: Reading, at: int) -> tuple[str, int] | None:
        """What the words at token `at` stand for, and the token after them; None when they are not in the table."""
        token = reading.tokens[at]
        for number, form in enumerate((_as_written(token.raw),) if self._exact else token.forms):
            if number and len(form) < _WHOLE:
                continue  # بين is no yen
            for parts, key in self._starts.get(form, ()):
                if end := self._end(reading, at + 1, parts[1:]):
                    return key, end
        return None

    def form(self, token: Token) -> str:
        """The form of a word by which it is in the table: واحد, not أحد with a particle."""
        return next((form for form in token.forms if form in self._starts), token.raw)

    def _end(self, reading: Reading, at: int, parts: tuple[str, ...]) -> int:
        """The token after `parts`, which begin at token `at`; 0 where they do not."""
        for number, part in enumerate(parts):
            if part == _GAP:
                rest = parts[number + 1 :]
                ends = (
                    self._end(reading, start, rest) for start in range(at, min(at + _GAP_WORDS, len(reading.tokens)))
                )
                return next((end for end in ends if end), 0)
            if at >= len(reading.tokens) or not self._is(reading.tokens[at], part):
                return 0
            at += 1
        return at

    def _is(self, token: Token, part: str) -> bool:
        return part == _as_written(token.raw) if self._exact else part in token.forms

    def find(self, reading: Reading) -> Iterator[tuple[str, int, int]]:
        """(what it stands for, first token, token after) of each place, none inside another; looked for once a text."""
        if reading.text not in self._found:
            if len(self._found) >= _KEPT:
                self._found.clear()
            self._found[reading.text] = tuple(self._find(reading))
        return iter(self._found[reading.text])

    def may_begin(self, token: Token) -> bool:
        """Whether a place may begin with `token`: a quick look."""
        return bool(token.forms) and (self._exact or not self._starts.keys().isdisjoint(token.forms))

    def _find(self, reading: Reading) -> Iterator[tuple[str, int, int]]:
        if not self._exact and self._starts.keys().isdisjoint(reading.forms):
            return
        at = 0
        while at < len(reading.tokens):
            found = self.at(reading, at) if self.may_begin(reading.tokens[at]) else None
            if found is None:
                at += 1
                continue
            yield found[0], at, found[1]
            at = found[1]


@lru_cache(maxsize=16384)
def _as_written(raw: str) -> str:
    """A word with its accents: né is no ne."""
    return plain(raw).casefold()


def _expanded(form: str, lang: str) -> Iterator[str]:
    future, before = wording_of(lang).future
    if future and len(form) > _WHOLE and form.startswith(before):
        yield future + form
    if not form.endswith("*"):
        yield form
        return
    base = form[:-1]
    yield base
    for end, others in wording_of(lang).endings:
        if base.endswith(end):
            for other in others.split():
                yield base[: len(base) - len(end)] + other


def _owned(words: Iterable[str], lang: str) -> Iterator[str]:
    """Words with the endings that say whose a thing is: فوزه"""
    owners = wording_of(lang).owners
    for word in words:
        if len(word) >= _WHOLE and "_" not in word:
            yield from (word[:-1] + "ت" + end if word.endswith("ة") else word + end for end in owners)


@lru_cache(maxsize=16384)
def _folded(word: str, lang: str) -> str:
    bare = wording_of(lang).article
    if word.startswith("="):  # with its article, or it is another word: الأحد and أحد
        word = word[1:]
    elif bare and word.startswith(bare) and len(word) > len(bare) + 2:
        # tables may write the article; it never counts
        word = word[len(bare) :]
    return folder(lang)(plain(word))


@lru_cache(maxsize=256)
def lexicon(field: str, lang: str, exact: bool = False) -> Lexicon:
    """The words of one table of `Wording`; a plain list of words is a table with one row, "yes"."""
    table: str = getattr(wording_of(lang), field)
    keyed = field in _KEYED
    return Lexicon(table if keyed else "yes " + " ".join(table.split()), lang, exact=exact, owned=field == "opposites")


_KEYED = frozenset(
    "adjectives times short decade_names either cardinals ordinals fractions vague hints months weekdays units each"
    " currencies opposites places".split()
)


@lru_cache(maxsize=256)
def words_of(field: str, lang: str) -> frozenset[str]:
    """The folded words of a list of `Wording`."""
    return frozenset(_folded(word, lang) for word in getattr(wording_of(lang), field).split())
