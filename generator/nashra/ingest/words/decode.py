"""Bytes -> text. The encoding is chosen by evidence: what is valid, and what reads like Arabic, French or English."""

from __future__ import annotations

import codecs
import math
import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from nashra.ingest.words.press_words import written
from nashra.ingest.words.twice import undo_twice
from nashra.kit.errors import ContentError
from nashra.languages.press.known import phrases

_TEXT_HINT = "open it in the program that made it and save or copy its text as UTF-8"

# First bytes of files that are no text (from the formats' specifications), with what the editor calls them.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a sound, film or picture (RIFF)"),
    (b"PK\x03\x04", "a zip archive or an office document (docx, odt, epub)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document (doc, xls, ppt)"),
    (b"{\\rtf", "a rich text document (RTF)"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file (7z)"),
    (b"Rar!\x1a\x07", "a compressed file (RAR)"),
    (b"bplist00", "a property list (webarchive)"),
    (b"SQLite format 3\x00", "a database (SQLite)"),
    (b"\x7fELF", "a program"),
    (b"\x00\x00\x01\x00", "an icon"),
)

# UTF-32 before UTF-16: its little-endian mark begins with that of UTF-16.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# In order of preference where two read equally well: plain French is the same text in 1252 and 1256.
_SINGLE_BYTE = ("windows-1252", "windows-1256", "iso-8859-6")

_SAMPLE = 65536  # bytes that the evidence is taken from
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

# What a page declares: <meta charset>, <meta http-equiv> and the XML declaration.
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,300}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE
)
# The encodings that pages have; Python knows others that are no encodings of pages.
_USABLE = re.compile(
    r"(?:utf-?8|utf-?16(?:le|be)?|windows-125\d|cp125\d|iso[-_]?8859[-_]?\d{1,2}|latin-?1|us-ascii|ascii|macroman|"
    r"mac-?arabic|koi8-[ru])\Z",
    re.IGNORECASE,
)

_ARABIC_LETTER = "ء-غف-ي"
_ARABIC_MARK = "ً-ْ"
_LATIN_SMALL = "a-zßà-öø-ÿœ"
_LATIN = f"A-ZÀ-ÖØ-Þ{_LATIN_SMALL}ŒŸ"
_ACCENTED = "ÀÂÄÆÇÈÉÊËÎÏÔÖÙÛÜàâäæçèéêëîïôöùûüÿœŒ"

# What speaks for a reading (positive) or against it: (points a hit, pattern over the decoded text); the words that
# speak for one are in `_words`.
_EVIDENCE: tuple[tuple[float, re.Pattern[str]], ...] = (
    # taa marbuta and alef maqsura end a word
    (-3.0, re.compile(f"[ةى](?=[{_ARABIC_LETTER}])")),
    # two scripts do not share a word, and signs do not stand inside one
    (-3.0, re.compile(f"[{_ARABIC_LETTER}](?=[{_LATIN}])|[{_LATIN}](?=[{_ARABIC_LETTER}])")),
    (-3.0, re.compile(f"(?<=[{_ARABIC_LETTER}{_LATIN}])[¡-©«-¸»-¿×÷†-‰ƒˆ˜](?=[{_ARABIC_LETTER}{_LATIN}])")),
    (-1.0, re.compile("[¡-¦¨¬®¯±-´¶¸¹¼-¾×÷ƒˆ˜†‡‰]")),
    # tashkeel sits on a letter
    (-3.0, re.compile(f"(?<![{_ARABIC_LETTER}{_ARABIC_MARK}])[{_ARABIC_MARK}]")),
    # an accented letter leans on an unaccented one; a capital does not follow a small letter
    (1.0, re.compile(f"(?<=[A-Za-z])[{_ACCENTED}]|[{_ACCENTED}](?=[a-z])")),
    (-2.0, re.compile(f"[{_LATIN_SMALL}][À-ÖØ-Þ]|[^\\W\\d_a-zA-Z]{{2}}(?<=[À-ÿ]{{2}})")),
    (-3.0, re.compile("[ÃÅÐÑÕØÞãåðñõøþýÝ]")),
    # typographic signs in their places
    (0.5, re.compile("[«»“”‘’–—…،؛؟€°©]")),
    (-5.0, re.compile("[\x7f-\x84\x86-\x9f]")),
)


def decode(data: bytes) -> tuple[str, str]:
    """(text, name of its encoding) of a text file of unknown encoding.

    Knows UTF-8, UTF-16 and UTF-32 (marked), UTF-16 (unmarked), Windows-1256, ISO-8859-6 and Windows-1252.
    Raises ContentError when the data is empty, no text, damaged, or in none of these encodings.
    """
    if not data.strip():
        raise ContentError("the file is empty", hint="paste the article's text into it")
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise ContentError(f"this is {kind}, not text", hint=_TEXT_HINT)
    text, encoding = _decode(data)
    text = undo_twice(text)
    controls = len(_CONTROL.findall(text))
    if "\0" in text or controls > 2 + len(text) // 500:
        raise ContentError("this is not text", hint=_TEXT_HINT)
    if not text.strip(" \t\r\n\x0b\x0c\u00a0\u200b\u200e\u200f\ufeff"):
        raise ContentError("the file has only blank lines", hint="paste the article's text into it")
    return text, encoding


def decode_page(data: bytes, declared: str | None = None) -> tuple[str, str]:
    """(text, name of its encoding) of an HTML page. declared: the encoding that its container names, if any.

    A byte order mark and valid UTF-8 win over what the page declares, since servers and editors convert pages and leave
    the old declaration; a declared single-byte encoding wins unless another clearly reads better. Damaged letters are
    replaced: a page with one bad byte is still worth reading. Raises ContentError when the data is empty or no text.
    """
    if not data.strip():
        raise ContentError("the file is empty", hint="save the page again from the browser, when it has loaded")
    text, encoding = _decode_page(data, declared)
    return undo_twice(text), encoding


def _decode_page(data: bytes, declared: str | None) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if b"\0" in data[:_SAMPLE]:
        try:
            return _unmarked_utf16(data)
        except ContentError:
            data = data.replace(b"\0", b"")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if _is_mostly_utf8(data[_first_high(data) :]):
            return data.decode("utf-8", "replace"), "utf-8"
    return _declared_or_likely(data, declared)


def _declared_or_likely(data: bytes, declared: str | None) -> tuple[str, str]:
    found = _DECLARED.search(data[:8192])
    names = [name for name in (declared, found[1].decode("ascii") if found else None) if name and _USABLE.match(name)]
    start = max(0, _first_high(data) - 100)
    sample = data[start : start + _SAMPLE]
    # https://encoding.spec.whatwg.org/#names-and-labels: browsers read Latin-1 as Windows-1252
    latin = re.compile(r"(?:iso[-_]?8859[-_]?1|latin-?1|us-ascii|ascii)\Z", re.IGNORECASE)
    known = ["windows-1252" if latin.match(name) else name for name in names if not name.lower().startswith("utf")]
    scores = {name: _score(sample, name, "replace") for name in (*known, *_SINGLE_BYTE)}
    best = max(scores, key=lambda name: scores[name])
    chosen = known[0] if known and scores[known[0]] >= 0.5 * scores[best] else best
    return data.decode(chosen, "replace"), chosen.lower()


def _first_high(data: bytes) -> int:
    first = re.search(rb"[\x80-\xff]", data)
    return first.start() if first else 0


def _decode(data: bytes) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding), encoding
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        cut = error.end == len(data) and error.reason == "unexpected end of data"
        if cut and not data[: error.start].isascii():
            return data[: error.start].decode("utf-8"), "utf-8"  # a file cut inside its last letter
        if _is_mostly_utf8(data):
            line = data.count(b"\n", 0, error.start) + 1
            hint = "the letter there is damaged: type it again and save the file as UTF-8"
            raise ContentError("the file is UTF-8 with a broken letter", line=line, hint=hint) from None
    return _single_byte(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.start >= len(data) - 3:
            return data[: error.start].decode(encoding)
        message = f"the file says that it is {encoding.upper()} and is not"
        raise ContentError(message, hint="save it again as UTF-8") from None


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether well-formed sequences outnumber stray bytes ten to one; in a single-byte encoding it is never so."""
    sample = data[:_SAMPLE]
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", sample))
    text = sample.decode("utf-8", "replace")
    return good > 0 and good >= 10 * (text.count("\ufffd") - sample.count(b"\xef\xbf\xbd"))


def _unmarked_utf16(data: bytes) -> tuple[str, str]:
    """UTF-16 shows in the high bytes: 00 for Latin and spaces, 06 for Arabic, always on the same side."""
    if len(data) > 64:
        data = data[: len(data) & ~1]  # half a letter at the end of a cut file
    sample = data[:_SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        counts = Counter(high)
        if counts[0] + counts[6] + counts[0x20] + counts[0xFE] < 0.9 * len(high) or len(data) % 2:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text, encoding
    raise ContentError("this is not text", hint=_TEXT_HINT)


def _single_byte(data: bytes) -> tuple[str, str]:
    first = re.search(rb"[\x80-\xff]", data)
    start = max(0, first.start() - 100) if first else 0
    sample = data[start : start + _SAMPLE]
    high = sum(1 for byte in sample if byte >= 0x80)
    best = max(((_score(sample, name), -index) for index, name in enumerate(_SINGLE_BYTE)), default=(0.0, 0))
    name = _SINGLE_BYTE[-best[1]]
    if high and best[0] / high < 0.1:
        hint = "save it as UTF-8; `iconv -f OLD -t utf-8` converts it where you know the old encoding"
        raise ContentError("the encoding of the file cannot be told", hint=hint)
    try:
        return data.decode(name), name
    except UnicodeDecodeError:
        return data.decode(name, "replace"), name


def _score(sample: bytes, encoding: str, errors: str = "strict") -> float:
    """How well `sample` reads in `encoding`; higher is better, -inf when it has no such bytes (or there is no such)."""
    try:
        text = sample.decode(encoding, errors)
    except (UnicodeDecodeError, LookupError):
        return -math.inf
    counts = Counter(text)
    score = sum(_letter_points()[letter] * counts[letter] for letter in _letter_points().keys() & counts.keys())
    for points, pattern in (*_words(), *_EVIDENCE):
        score += points * len(pattern.findall(text))
    return score


@lru_cache(maxsize=1)
def _words() -> tuple[tuple[float, re.Pattern[str]], ...]:
    """(points a hit, pattern) of the words by which Arabic text in a wrong encoding is told from right text."""
    glued, common = written("letters", "glued"), written("letters", "words")
    return (
        (2.0, re.compile(f"(?<![{_ARABIC_LETTER}])(?:{glued})[{_ARABIC_LETTER}]{{2}}")),
        (3.0, re.compile(f"(?<![{_ARABIC_LETTER}])(?:{common})(?![{_ARABIC_LETTER}])")),
    )


@lru_cache(maxsize=1)
def _letter_points() -> Mapping[str, float]:
    """From 1 for the most frequent Arabic letter of news down to -1 for the rarest."""
    (by_use,) = phrases("letters", "by_use")
    return {letter: 1 - 2 * rank / (len(by_use) - 1) for rank, letter in enumerate(by_use)}
