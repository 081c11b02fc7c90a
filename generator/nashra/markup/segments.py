"""Sentences: where a plain text may be cut into segments for translation.

Rules of our own, held by the golden pairs in tests/markup/segments/: a sentence ends at . ! ? ؟ … or a line end, not
after an abbreviation, an initial or inside a number; closing quotes and brackets belong to the sentence they close.
"""

from __future__ import annotations

import re

from nashra.languages.abbreviations import is_abbreviation, is_before_number, may_end_a_sentence
from nashra.languages.known import spec_of

# Segments longer than this (in characters) are cut at ؛ ; and then ، , since translation models were trained on
# sentences of at most about 100 words.
MAX_LENGTH = 400
# No piece of a cut sentence is shorter than this, or the model would lack context.
MIN_PIECE = 60

# German closes with “ and ‘, which open in English: there a blank stands before them. French sets a space, of three
# kinds, before a closing guillemet.
_ENDING = re.compile(r"[.!?؟…]+(?:[\"'”’“‘»›)\]}]|[ \u00a0\u202f]»)*(?=\s|\Z)|\n+")
_OPENERS = "\"'“„‘‚«‹([{¿¡"
_AFTER = re.compile(rf"\s*[{re.escape(_OPENERS)}]*(?P<char>.?)", re.DOTALL)
_BLANKS = re.compile(r"\s*")
# How far back a word or a bracket is looked for, so that the time does not grow with the sentence.
_LONGEST_WORD = 100
_LONGEST_BRACKETS = 2000

_INITIAL = re.compile(r"(?:[^\W\d_][.]-?)*[^\W\d_]\Z")
_ELISION = re.compile(r".*['’]", re.DOTALL)
_NUMBER = re.compile(r"[\d٠-٩]+\Z")


def sentences(text: str, lang: str, *, small: bool = False) -> list[tuple[int, int]]:
    """Spans [start, end) of the segments of `text` in order, without the blanks between them.

    Together they hold every character that is not blank. Segments are at most MAX_LENGTH characters where the text has
    a place to cut. small: a sentence may begin with a small letter, as people in haste write, and some models.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _ENDING.finditer(text):
        if not match[0].startswith("\n") and not _ends_here(text, start, match, lang, small=small):
            continue
        _append(spans, text, start, match.end())
        start = match.end()
    _append(spans, text, start, len(text))
    if all(end - start <= MAX_LENGTH for start, end in spans):
        return spans
    return [piece for span in spans for piece in _cut_long(text, span)]


def cut(text: str, lang: str, *, small: bool = False) -> list[str]:
    """The segments themselves, see `sentences`."""
    return [text[start:end] for start, end in sentences(text, lang, small=small)]


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append((start, end))


def _ends_here(text: str, start: int, match: re.Match[str], lang: str, *, small: bool) -> bool:
    """Whether the mark at `match` ends the sentence that began at `start`."""
    next_char = _next_char(text, match.end())
    if not next_char and _end_of_blanks(text, match.end()) == len(text):
        return True
    if next_char in "،؛,;:":
        return False
    if next_char.islower() and not small:
        # "« Quoi ? » dit-il", "Really?" she asked, 3.5 ... and every abbreviation before a small letter
        return False
    if match[0][-1] in ")]" and _opens_inside(text, start, match):
        return False  # the sentence goes on after the brackets in its middle
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    before = text[max(start, match.start() - _LONGEST_WORD) : match.start()]
    if not before or before[-1].isspace():
        return False  # the dot stands alone
    before = before.rsplit(None, 1)[-1]
    word = before.lstrip(_OPENERS)
    if "'" in word or "’" in word:
        word = _ELISION.sub("", word)
    if match[0] != ".":  # a quote or bracket closes after the dot
        return True
    lower = word.lower()
    if next_char.isdigit() and is_before_number(lower, lang):
        return False
    if is_abbreviation(lower, lang, latin_follows=next_char.isascii() and next_char.isalpha()):
        return may_end_a_sentence(lower, lang) and (next_char.isupper() or _same_caseless_script(word, next_char))
    if len(word) < 6 and word[-1:].isalpha() and _INITIAL.match(word):
        # "J. Doe", "J.-P. Dupont", "ج. م. أحمد": initials; but a lone letter after a full word ends "vitamine C."
        return False
    if not word[:1].isdigit() or not _NUMBER.match(word):
        return True
    if spec_of(lang).ordinal_dot and len(word) < 3:
        return False
    # "1. Titre": a number that opens the text counts, it does not end a sentence
    return match.start() - len(before) != start


def _next_char(text: str, place: int) -> str:
    """The next character but for blanks and what opens; "" where there is none."""
    following = text[place : place + 2]
    # most sentences end at a blank and before a letter
    if len(following) == 2 and following[0] == " " and following[1].isalpha():
        return following[1]
    after = _AFTER.match(text, place)
    return after["char"] if after else ""


def _opens_inside(text: str, start: int, match: re.Match[str]) -> bool:
    opener = "(" if match[0][-1] == ")" else "["
    place = text.rfind(opener, max(start, match.start() - _LONGEST_BRACKETS), match.start())
    return place >= 0 and _end_of_blanks(text, start) < place


def _end_of_blanks(text: str, start: int) -> int:
    blanks = _BLANKS.match(text, start)
    return blanks.end() if blanks else start


def _same_caseless_script(word: str, char: str) -> bool:
    """Whether both are letters of a script without capitals, such as Arabic, where nothing marks a new sentence."""
    return all(letter.isalpha() and letter.lower() == letter.upper() for letter in (word[0], char))


def _cut_long(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    start, end = span
    if end - start <= MAX_LENGTH:
        return [span]
    for cutter in (r"[؛;]\s", r"[،,]\s", r"\s"):
        pieces: list[tuple[int, int]] = []
        at = start
        for match in re.compile(cutter).finditer(text, start, end):
            # cut as late as the limit allows: look whether the next place would be too far
            following = re.compile(cutter).search(text, match.end(), end)
            reach = following.start() + 1 if following else end
            if reach - at > MAX_LENGTH and match.start() + 1 - at >= MIN_PIECE and end - match.end() >= MIN_PIECE:
                pieces.append((at, match.start() + (0 if cutter == r"\s" else 1)))
                at = match.end()
        pieces.append((at, end))
        if len(pieces) > 1:
            return [piece for cut in pieces for piece in _cut_long(text, cut)]
    return [span]
