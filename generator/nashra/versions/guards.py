"""What may be wrong with a machine's sentence: rules that compare a text with its translation, without any model.

A rule never decides; it gives a reason. Translations with reasons are tried again with other parameters, then kept and
marked for review (see `nashra.translate.retry`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nashra.languages.known import spec_of

Kind = Literal["empty", "addresses", "names", "numbers", "length", "repetition", "script", "copy"]

# Called with a text, its language and another language, gives the ids of the entities and terms in it that have a name
# in the other language.
Names = Callable[[str, str, str], Iterable[str]]

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬", "01234567890123456789.,")
# 1,234,567 and 1 234 567 and 1.234.567 are one number each, 3.5 and 3,5 too.
_NUMBER = re.compile(r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*")
_SEPARATORS = re.compile(r"[^\d]")
# Up to twelve a translator may write in words.
_SPELLED_OUT = 12
_PERCENT = re.compile(r"[%٪]|في ال?مائة|بالمائة|في المئة|بالمئة|per ?cent|pour cent|por ciento|percent", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://[^\s<>()\"«»،؛؟]+[^\s<>()\"«»،؛؟.,:;!?]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/])[@#]\w+"
)
_WORD = re.compile(r"\w+")

# Shorter texts vary too much for a ratio to mean anything.
_LENGTH_FROM = 25
_LENGTH_FACTOR = 2.5


@dataclass(frozen=True, slots=True)
class Doubt:
    """A reason to doubt a translation. kind: the rule, by which a second try is chosen; text: for people."""

    kind: Kind
    text: str


def check(
    source: str, target: str, source_lang: str, target_lang: str, names: Names | None = None
) -> tuple[Doubt, ...]:
    """Reasons to doubt that `target` is a translation of `source`, both plain text; empty when there is none.

    names: see `Names`; without it names are not looked at.
    """
    return tuple(_reasons(source, target, source_lang, target_lang, names))


def _reasons(source: str, target: str, source_lang: str, target_lang: str, names: Names | None) -> Iterator[Doubt]:
    if not target.strip():
        yield Doubt("empty", "the translation is empty")
        return
    yield from _numbers(source, target)
    missing = [address for address in _ADDRESS.findall(source) if address not in target]
    if missing:
        yield Doubt("addresses", f"{missing[0]} is missing")
    if names is not None:
        present = set(names(target, target_lang, source_lang))
        lost = [name for name in dict.fromkeys(names(source, source_lang, target_lang)) if name not in present]
        if lost:
            yield Doubt("names", "names or terms not found: " + ", ".join(lost))
    yield from _length(source, target, source_lang, target_lang)
    repeated = _repetition(source, target)
    if repeated:
        yield Doubt("repetition", f"“{repeated}” is repeated")
    yield from _script(target, target_lang)
    if _is_copy(source, target):
        yield Doubt("copy", "the source was copied")


def numbers(text: str) -> Counter[str]:
    """The numbers of a text as their digits alone, so that 3,000 and ٣٠٠٠ and 3 000 are one."""
    return Counter(_SEPARATORS.sub("", number) for number in _NUMBER.findall(text.translate(_DIGITS)))


def _numbers(source: str, target: str) -> Iterator[Doubt]:
    wanted, found = numbers(source), numbers(target)
    lost = [number for number, times in wanted.items() if found[number] < times and int(number) > _SPELLED_OUT]
    # "2-1" may come out as "two to one", but a year that became another one is wrong
    strange = [number for number in found if number not in wanted and int(number) > 999]
    if lost:
        yield Doubt("numbers", "numbers missing: " + ", ".join(lost))
    elif strange:
        yield Doubt("numbers", "numbers that are not in the source: " + ", ".join(strange))
    if _PERCENT.search(source) and not _PERCENT.search(target):
        yield Doubt("numbers", "a percentage is missing")


def _length(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[Doubt]:
    if len(source) < _LENGTH_FROM:
        return
    expected = spec_of(target_lang).length / spec_of(source_lang).length
    ratio = len(target) / len(source) / expected
    if ratio > _LENGTH_FACTOR:
        yield Doubt("length", "much longer than the source")
    elif ratio < 1 / _LENGTH_FACTOR:
        yield Doubt("length", "much shorter than the source")


def _repetition(source: str, target: str) -> str:
    """Words that come again and again, though they do not in the source."""
    words = _WORD.findall(target)
    for size, times in ((4, 2), (3, 3), (2, 3), (1, 4)):
        run = _longest_run(words, size)
        if run[1] >= times and _longest_run(_WORD.findall(source), size)[1] < times:
            return " ".join(run[0])
    grams = Counter(tuple(words[at : at + 3]) for at in range(len(words) - 2))
    if grams:
        gram, count = max(grams.items(), key=lambda item: item[1])
        source_words = _WORD.findall(source)
        most = max(Counter(tuple(source_words[at : at + 3]) for at in range(len(source_words) - 2)).values(), default=1)
        if count >= max(3, most + 2):
            return " ".join(gram)
    return ""


def _longest_run(words: list[str], size: int) -> tuple[tuple[str, ...], int]:
    """The words that follow themselves most often in steps of `size`, and how often they stand there."""
    best: tuple[tuple[str, ...], int] = ((), 0)
    at = 0
    while at + size <= len(words):
        gram = tuple(words[at : at + size])
        times = 1
        while tuple(words[at + times * size : at + (times + 1) * size]) == gram:
            times += 1
        if times > best[1]:
            best = (gram, times)
        at += max(1, (times - 1) * size)
    return best


def _script(target: str, lang: str) -> Iterator[Doubt]:
    script = _script_of(lang)
    letters = [char for char in target if char.isalpha()]
    if script is None or len(letters) < 4:
        return
    right = sum(bool(script.match(char)) for char in letters)
    if right < len(letters) / 2:
        yield Doubt("script", "most letters are of another script")


# Scripts that news is translated into, as ranges of letters.
_SCRIPTS = {
    "Arab": re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]"),
    "Latn": re.compile("[A-Za-z\u00aa-\u024f\u1e00-\u1eff]"),
    "Cyrl": re.compile("[\u0400-\u052f]"),
    "Grek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]"),
    "Tfng": re.compile("[\u2d30-\u2d7f]"),
    "Hebr": re.compile("[\u0590-\u05ff]"),
}


@lru_cache(maxsize=64)
def _script_of(lang: str) -> re.Pattern[str] | None:
    from babel.core import get_global

    likely = str(get_global("likely_subtags").get(lang, ""))
    return next((pattern for script, pattern in _SCRIPTS.items() if f"_{script}" in likely), None)


def _is_copy(source: str, target: str) -> bool:
    """Whether five words or more of the source came out as they went in; fewer may well be a name."""
    before = [word.casefold() for word in _WORD.findall(source) if not word.isdigit()]
    after = [word.casefold() for word in _WORD.findall(target) if not word.isdigit()]
    if len(after) < 5:
        return False
    known = Counter(before)
    return sum((Counter(after) & known).values()) > 0.8 * len(after)
