"""The Huffman codes of a JPEG (ITU-T T.81, annexes C and F), read for their lengths: nothing is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

# No code is longer (B.2.4.2 there): a window of so many bits always has the next one whole.
WINDOW = 16
SIXTEEN_ZEROS = 0xF0
# What a window begins with: (its bits, those of the values behind codes included; by how many coefficients they go on;
# whether the last code ends the block).
Leap = tuple[int, int, bool]


class BadCode(ValueError):
    """No code begins like this."""


class Table:
    """One table of codes. What windows hold is found when they come: of all that can be, few do."""

    def __init__(self, codes: dict[tuple[int, int], int]) -> None:
        self._codes = codes
        self.firsts: dict[int, tuple[int, int]] = {}
        self.steps: dict[int, Leap] = {}
        self.leaps: dict[int, Leap] = {}

    def first(self, window: int) -> tuple[int, int]:
        """(length of the first code, what it stands for)."""
        found = self.firsts.get(window)
        if found is None:
            found = self.firsts[window] = self._code(window, 0)
        return found

    def step(self, window: int) -> Leap:
        """The first code alone, with the bits of its value."""
        length, symbol = self.first(window)
        size = symbol & 15
        ends = not size and symbol != SIXTEEN_ZEROS
        found = self.steps[window] = (length + size, 0 if ends else (symbol >> 4) + 1, ends)
        return found

    def leap(self, window: int) -> Leap:
        """The first code and all that `window` has whole behind it, up to one that ends the block."""
        bits, ahead, ends = self.step(window)
        while not ends and bits < WINDOW:
            try:
                length, symbol = self._code(window, bits)
            except BadCode:
                break
            size = symbol & 15
            if not size and symbol != SIXTEEN_ZEROS:
                bits, ends = bits + length, True
            elif bits + length + size > WINDOW:
                break
            else:
                bits, ahead = bits + length + size, ahead + (symbol >> 4) + 1
        found = self.leaps[window] = (bits, ahead, ends)
        return found

    def _code(self, window: int, at: int) -> tuple[int, int]:
        for length in range(1, WINDOW - at + 1):
            symbol = self._codes.get((length, window >> (WINDOW - at - length) & ((1 << length) - 1)))
            if symbol is not None:
                return length, symbol
        raise BadCode


@lru_cache(maxsize=16)
def _table(counts: bytes, symbols: bytes) -> Table:
    """Many pictures have the tables of annex K there: what was found in one serves in the next."""
    codes: dict[tuple[int, int], int] = {}
    code = at = 0
    for length, count in enumerate(counts, start=1):
        for symbol in symbols[at : at + count]:
            codes[length, code] = symbol
            code += 1
        at += count
        code <<= 1
    return Table(codes)


def tables(content: bytes) -> Iterator[tuple[int, Table]]:
    """(class and number in one byte, the table) for every table of a DHT segment (B.2.4.2)."""
    at = 0
    while at + 17 <= len(content):
        counts = content[at + 1 : at + 17]
        end = at + 17 + sum(counts)
        yield content[at], _table(counts, content[at + 17 : end])
        at = end


class Bits:
    """Bits from the highest down. Behind the last one come zeros, and `at` goes on."""

    def __init__(self, data: bytes) -> None:
        self.end = 8 * len(data)
        self._data = data
        self.at = 0

    def window(self) -> int:
        """The next WINDOW bits, which stay."""
        at = self.at >> 3
        return int.from_bytes(self._data[at : at + 3].ljust(3, b"\0"), "big") >> (8 - (self.at & 7)) & 0xFFFF

    def take(self, count: int) -> int:
        """The next `count` bits, at most WINDOW."""
        value = self.window() >> (WINDOW - count)
        self.at += count
        return value

    def code(self, table: Table) -> int:
        """What the next code stands for."""
        window = self.window()
        length, symbol = table.firsts.get(window) or table.first(window)
        self.at += length
        return symbol
