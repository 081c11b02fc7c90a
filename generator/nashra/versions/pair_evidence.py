"""How much speaks for one text being the translation of another: what survives translation, whatever the languages.

Numbers, addresses, code and notes come through as they are; names keep their consonants in another script and their
first letters in the same; kinds of block, lengths and the number of sentences stay much alike (for lengths see Gale and
Church, "A Program for Aligning Sentences in Bilingual Corpora", 1993). All is counted in natural logarithms of odds, so
that reasons add up.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, repeat

from nashra.languages.known import spec_of
from nashra.markup.blocks import LITERAL_KINDS, Block
from nashra.markup.inline import parse
from nashra.markup.segments import sentences
from nashra.markup.slots import texts

# Reasons of this weight are no accident: a long number, or two names. One name is the topic of many a block.
SURE = 4.0
# With all that speaks against a pair, so much must be left.
_LIKELY = 2.5

_NUMBER = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f ]\d{3}(?!\d))*(?:[.,٫]\d+)?")
_LIKE_A_YEAR = re.compile(r"(?:19|20)\d\d")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"«[^«»]+»|“[^“”]+”|„[^„“”]+[“”]|\"[^\"]+\"")
_ADDRESS = re.compile(r"\]\(\s*<?([^\s<>)]*)")
# By the number of digits: a small number may be anybody's, and may be spelled out in the other language.
_DIGITS = {1: 0.7, 2: 2.0, 3: 4.0}
_LONG_NUMBER, _YEAR = 5.0, 2.5
_MARK = 5.0
_QUOTATION = 1.5
# By the number of consonants, of a word that begins with a capital and of one that does not.
_CAPITAL = {3: 1.0, 4: 2.0, 5: 2.5}
_SMALL = {4: 1.0, 5: 1.5}
_STEM = 5
# What is lost or added without a counterpart, and what one such thing can weigh at most.
_LOST_NUMBER, _LOST_MARK, _LOST_QUOTATION, _MOST_LOST = 2.5, 3.0, 1.0, 8.0
_OTHER_KIND, _SAME_RARE_KIND = 3.0, 2.0
# A person's translation is written more freely than the parliament's that the figure of Gale and Church comes from.
_VARIANCE = 9.0
_MOST_LENGTH = 8.0
_SENTENCE = 0.5


@dataclass(frozen=True, slots=True)
class Features:
    """What of a text can be looked for in its translation.

    items: numbers, addresses and such -> weight. words: for each word, under which keys it may be found. keys: all of
    them with the weight of the best.
    """

    kind: str
    length: int
    sentences: int
    items: Mapping[str, float]
    words: tuple[tuple[str, ...], ...]
    keys: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """shared: the weight of what both texts have. total: with all that speaks against it."""

    shared: float
    total: float

    @property
    def is_sure(self) -> bool:
        """Whether it is no accident that the two are alike."""
        return self.shared >= SURE and self.total >= _LIKELY


def features(block: Block, lang: str, other: str) -> Features:
    """Those of a block in `lang` that is to be compared with blocks in the language `other`."""
    return _of_block(block, lang, _share_a_script(lang, other))


def _share_a_script(lang: str, other: str) -> bool:
    return spec_of(lang).sounds is spec_of(other).sounds


# Each block of a gap is compared with several, and a version is looked at several times in a row.
@lru_cache(maxsize=1024)
def _of_block(block: Block, lang: str, same_script: bool) -> Features:
    text, kind = block.text, block.kind
    words = texts(block)
    if kind in LITERAL_KINDS and not words:
        return Features(kind, len(text), 1, {f"literal {' '.join(text.split())}": _MARK}, (), {})
    parts = [parse(part) for part in words]
    items: dict[str, float] = {}
    for plain, marks in parts:
        for mark in marks:
            name = mark.bare.open if mark.kind in ("note", "html") else plain[mark.start : mark.end]
            if mark.kind in ("link", "image"):
                address = _ADDRESS.match(mark.close)
                name = address[1] if address else mark.close
            if mark.kind != "emphasis":
                items[f"{mark.kind} {name}"] = _MARK
    return _of_words(" ".join(plain for plain, _ in parts), kind, lang, same_script, items)


@lru_cache(maxsize=1024)
def of_sentence(text: str, lang: str, other: str) -> Features:
    """Those of a plain sentence."""
    return _of_words(text, "sentence", lang, _share_a_script(lang, other), {})


def _of_words(plain: str, kind: str, lang: str, same_script: bool, items: dict[str, float]) -> Features:
    for number in _NUMBER.findall(plain):
        digits = "".join(str(unicodedata.digit(sign)) for sign in number if sign.isdigit())
        weight = _DIGITS.get(len(digits), _LONG_NUMBER)
        items[f"number {digits}"] = _YEAR if _LIKE_A_YEAR.fullmatch(digits) else weight
    if quoted := len(_QUOTED.findall(plain)):
        items[f"quoted {quoted}"] = _QUOTATION
    unique = dict.fromkeys(_WORD.findall(plain))
    known = map(_stems, unique) if same_script else map(_sounds, unique, repeat(lang))
    found = [each for each in known if each is not None]
    # of one key the heaviest counts, which are those of words with capitals
    best = dict(chain.from_iterable([weights for _, weights, capital in found if not capital]))
    best.update(chain.from_iterable([weights for _, weights, capital in found if capital]))
    return Features(kind, len(plain), len(sentences(plain, lang)), items, tuple([keys for keys, _, _ in found]), best)


# The keys that a word may be found by, the same with their weights, and whether those are the ones of words that begin
# with a capital, which are the heavier. Texts have the same words over and over.
_Keys = tuple[tuple[str, ...], tuple[tuple[str, float], ...], bool]


@lru_cache(maxsize=50_000)
def _stems(word: str) -> _Keys | None:
    """A word in a script that both languages have: by its first letters, without accents."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", word.lower()) if sign.isalpha())
    is_capital = word[0] != word[0].lower()
    weights = _CAPITAL if is_capital else _SMALL
    weight = weights.get(min(len(plain), _STEM))
    key = plain[:_STEM]
    return ((key,), ((key, weight),), is_capital) if weight and len(plain) >= min(weights) else None


@lru_cache(maxsize=50_000)
def _sounds(word: str, lang: str) -> _Keys | None:
    """A word by its consonants, with and without what may be attached to it, and without what only ends it."""
    spec = spec_of(lang)
    found: dict[str, float] = {}
    starts = [head for head in ("", *spec.attached) if word.startswith(head) and len(word) > len(head) + 1]
    has_case = word.lower() != word.upper()
    is_capital = not has_case or word[0] != word[0].lower()
    weights = _CAPITAL if is_capital else _SMALL
    for head in starts:
        sounds = _consonants(word[len(head) :].lower(), lang)
        for key in (sounds, sounds[:-1] if len(sounds) > _STEM else sounds):
            weight = weights.get(min(len(key), 5))
            if weight:
                found[key] = max(weight, found.get(key, 0.0))
    return (tuple(found), tuple(found.items()), is_capital) if found else None


def _consonants(word: str, lang: str) -> str:
    sounds = spec_of(lang).sounds
    found = (sounds[letters] for letters in _sounding(lang).findall(word))
    # a letter that is written twice, or doubled by a sign, is one
    return "".join(sound for sound, _ in groupby(sound for sound in found if sound))


@lru_cache(maxsize=32)
def _sounding(lang: str) -> re.Pattern[str]:
    """Finds the letters that have a sound in `lang`, the longest groups of them first."""
    letters = sorted(spec_of(lang).sounds, key=lambda each: (-len(each), each))
    return re.compile("|".join(map(re.escape, letters)) or r"(?!)")


def rarity(texts_of: Iterable[Features]) -> Counter[str]:
    """In how many texts each item and each word stands: what stands in many says little about one."""
    counts: Counter[str] = Counter()
    for each in texts_of:
        counts.update(each.items.keys() | each.keys.keys())
    return counts


def compare(source: Features, target: Features, lang: str, other: str, counts: Mapping[str, int]) -> Evidence:
    """What speaks for `target`, in the language `other`, being the translation of `source`, in `lang`.

    counts: see `rarity`; of the texts that `source` is one of.
    """
    shared = sum(weight / max(1, counts.get(item, 1)) for item, weight in source.items.items() if item in target.items)
    seen: set[str] = set()
    common = source.keys.keys() & target.keys.keys()
    for keys in source.words if common else ():
        if common.isdisjoint(keys):
            continue
        found = [(min(source.keys[key], target.keys[key]), key) for key in keys if key in target.keys]
        if found and (best := max(found))[1] not in seen:
            seen.update(key for _, key in found)
            shared += best[0] / max(1, counts.get(best[1], 1))
    against = lost(source, target) + lost(target, source)
    total = shared - min(against, _MOST_LOST)
    total -= min(unlike(source.length, target.length, lang, other), _MOST_LENGTH)
    total -= _SENTENCE * abs(source.sentences - target.sentences)
    if source.kind != target.kind:
        total -= _OTHER_KIND
    elif source.kind not in ("paragraph", "sentence"):
        total += _SAME_RARE_KIND
    return Evidence(shared, total)


def lost(one: Features, two: Features) -> float:
    """What `one` has and `two` should have too. Small numbers are often spelled out."""
    weight = 0.0
    for item, worth in one.items.items():
        if item in two.items or worth < _QUOTATION:
            continue
        if item.startswith("quoted"):
            weight += _LOST_QUOTATION
        else:
            weight += _LOST_NUMBER if item.startswith("number") else _LOST_MARK
    return weight


def unlike(length: int, other_length: int, lang: str, other: str) -> float:
    """How unlikely the length of a translation is."""
    expected = length * spec_of(other).length / spec_of(lang).length
    # a few letters more or less say nothing of a very short text
    spread = _VARIANCE * max(length, other_length, 12)
    return (other_length - expected) ** 2 / (2 * spread)
