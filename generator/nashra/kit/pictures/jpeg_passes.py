"""The blocks of one pass over a JPEG, counted (ITU-T T.81, F.2.2 and G.2): how many are there, in how many bits.

Each function gets coded data without stuffing and the blocks to read, and answers (units that are whole, bits taken).
"""

from __future__ import annotations

from nashra.kit.pictures.jpeg_codes import BadCode, Bits, Table

Read = tuple[int, int]

_LAST = 63
# Ten blocks of 64 codes with their values, behind the end: so far a unit can be read before it is known to be cut off.
_BEYOND = bytes(2_200)
# Enough for a code, the bits of its value, and the window behind.
_ENOUGH = 48


def sequential(data: bytes, units: int, blocks: list[tuple[Table, Table]]) -> Read:
    """All of each block at once. blocks: for every one of a unit the tables of its mean and of the rest.

    This is what most photographs have millions of codes of: hence one loop, which goes by windows of several codes.
    """
    padded, end = data + _BEYOND, 8 * len(data)
    held = count = at = taken = unit = 0
    try:
        for unit in range(units):
            for means, rest in blocks:
                steps, leaps = means.steps, rest.leaps
                if count < _ENOUGH:
                    held = (held & (1 << count) - 1) << 48 | int.from_bytes(padded[at : at + 6], "big")
                    count, at = count + 48, at + 6
                window = held >> (count - 16) & 0xFFFF
                count -= (steps.get(window) or means.step(window))[0]
                seen = 0
                while seen < _LAST:
                    if count < _ENOUGH:
                        held = (held & (1 << count) - 1) << 48 | int.from_bytes(padded[at : at + 6], "big")
                        count, at = count + 48, at + 6
                    window = held >> (count - 16) & 0xFFFF
                    bits, ahead, ends = leaps.get(window) or rest.leap(window)
                    if seen + ahead >= _LAST:  # behind the last coefficient the next block begins, without a word
                        bits, ahead, ends = rest.step(window)
                    count -= bits
                    seen += ahead
                    if ends:
                        break
            if 8 * at - count > end:
                return unit, taken
            taken = 8 * at - count
    except BadCode:
        return unit, taken
    return units, taken


def means(data: bytes, units: int, tables: list[Table]) -> Read:
    """The means of all blocks, as far as the first pass has them. tables: for every block of a unit."""
    bits, taken = Bits(data), 0
    for unit in range(units):
        try:
            for table in tables:
                size = bits.code(table) & 15
                bits.at += size
        except BadCode:
            return unit, taken
        if bits.at > bits.end:
            return unit, taken
        taken = bits.at
    return units, taken


def finer_means(data: bytes, units: int, blocks: int) -> Read:
    """One bit more of every mean."""
    whole = min(units, 8 * len(data) // blocks)
    return whole, whole * blocks


def coefficients(data: bytes, marks: list[int], table: Table, first: int, last: int) -> Read:
    """The coefficients `first` to `last` of the blocks of one component, as far as a first pass has them.

    marks: of every block a bit for each coefficient that is not nought; this pass sets them.
    """
    bits, taken, run = Bits(data), 0, 0
    for unit, mark in enumerate(marks):
        if run:
            run -= 1
            continue
        at = first
        try:
            while at <= last:
                symbol = bits.code(table)
                zeros, size = symbol >> 4, symbol & 15
                if size:
                    at += zeros
                    mark |= 1 << at
                    bits.at += size
                elif zeros < 15:
                    run = (1 << zeros) + bits.take(zeros) - 1
                    break
                else:
                    at += 15
                at += 1
        except BadCode:
            return unit, taken
        if bits.at > bits.end:
            return unit, taken
        marks[unit], taken = mark, bits.at
    return len(marks), taken


def finer_coefficients(data: bytes, marks: list[int], table: Table, first: int, last: int) -> Read:
    """One bit more of those coefficients, and those that are not nought for the first time (G.1.2.3)."""
    bits, taken, run = Bits(data), 0, 0
    span = (1 << last + 1) - (1 << first)
    for unit, mark in enumerate(marks):
        at, known = first, mark
        try:
            while not run and at <= last:
                symbol = bits.code(table)
                zeros, size = symbol >> 4, symbol & 15
                if size:
                    bits.at += 1
                elif zeros < 15:
                    run = (1 << zeros) + bits.take(zeros)
                    break
                while at <= last:
                    if known >> at & 1:
                        bits.at += 1
                    elif zeros:
                        zeros -= 1
                    else:
                        break
                    at += 1
                if size:
                    mark |= 1 << at
                at += 1
        except BadCode:
            return unit, taken
        if run:
            bits.at += (known & span & -(1 << at)).bit_count()
            run -= 1
        if bits.at > bits.end:
            return unit, taken
        marks[unit], taken = mark, bits.at
    return len(marks), taken
