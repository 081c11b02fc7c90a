"""Which articles hold a word and where, written in few characters that need no escaping in a script.

A posting is an article's number and the best place of the word in it. Of the sorted postings of a word each is written
as a whole number: how far its article is from the one before it (from 0 for the first), times four, plus the place.
A number is written in base 46, lowest digit first; the last digit is one of the first 46 characters of the alphabet,
those before it are of the last 46.
"""

from __future__ import annotations

from collections.abc import Iterable

TITLE, ENTITY, SUMMARY, BODY = range(4)

# Printable ASCII without the blank, which parts words, and without " and \, which a script would have to escape.
ALPHABET = "".join(chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"\\')
BASE = len(ALPHABET) // 2


class _Numbers(dict[int, str]):
    """Whole number -> its characters; few differ."""

    def __missing__(self, number: int) -> str:
        more, digits = number, []
        while more >= BASE:
            more, digit = divmod(more, BASE)
            digits.append(ALPHABET[BASE + digit])
        self[number] = text = "".join([*digits, ALPHABET[more]])
        return text


_NUMBERS = _Numbers()


def posting(number: int, place: int) -> int:
    """The word is in article `number` (from 0), and its best place there is `place`."""
    return number * 4 + place


def decode(characters: str) -> list[int]:
    """The postings that `encode` wrote."""
    found = []
    base, number, worth = 0, 0, 1
    for character in characters:
        digit = ALPHABET.index(character)
        number += (digit - BASE if digit >= BASE else digit) * worth
        if digit >= BASE:
            worth *= BASE
            continue
        found.append(base + number)
        base, number, worth = found[-1] & -4, 0, 1
    return found


def encode(postings: Iterable[int]) -> str:
    """The characters of postings in ascending order, one an article."""
    parts = []
    base = 0
    for each in postings:
        parts.append(_NUMBERS[each - base])
        base = each & -4
    return "".join(parts)
