"""The coded data of a JPEG up to its last block: what lies behind, nobody sees (ITU-T T.81, annex A).

What is read to its end here stays byte for byte up to there. What is unusual stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nashra.kit.pictures import jpeg_passes
from nashra.kit.pictures.jpeg_codes import Table, tables

CUT_OFF = "is cut off or damaged"
_RESTART = re.compile(rb"(\xff+[\xd0-\xd7])")
# Coded data look like chance. Numbers and text do not: of many bytes in a row the highest bit is the same but for
# blanks, or they are UTF-8. Chance makes about one such end in 30,000.
_ODD_END = re.compile(
    rb"(?:[\x00-\x7f]{16}|[ \x80-\xfe]{16}"
    rb"|(?:[\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){12})"
    rb"(?:\xff+[\xd0-\xd7]|\xff*\Z)"
)
_NEAR_END = 64
_PROGRESSIVE = 0xC2
# Blocks that a unit of several components may have (B.2.3).
_MOST_BLOCKS = 10
_LAST = 63
# More is not published, or is made to keep a program busy: passes that are a few bytes each go over all blocks.
_MOST_PIXELS = 100_000_000
_MOST_UNITS = 10_000_000
_NONE = Table({})


def _over(count: int, size: int) -> int:
    """How many of `size` hold `count`."""
    return -(-count // size)


@dataclass(frozen=True, slots=True)
class _Component:
    """blocks: in a unit of several components. wide, high: blocks of the component alone. marks: see `jpeg_passes`."""

    blocks: int
    wide: int
    high: int
    marks: list[int]


@dataclass(frozen=True, slots=True)
class _Scan:
    """One pass. row: units beside each other; blocks: the tables of each of a unit, of its mean and of the rest."""

    units: int
    row: int
    blocks: list[tuple[Table, Table]]
    marks: list[int]
    first: int
    last: int
    again: bool


@dataclass(slots=True)
class Scans:
    """The passes over one picture; it is told segment by segment what the file says.

    by_block: whether to read the data, or only to count how often they begin anew. odd: whether something else than
    coded data seems to stand before the end of some, or before a restart in them.
    """

    by_block: bool
    odd: bool = False
    _progressive: bool = False
    _units: tuple[int, int] = (0, 0)
    _components: dict[int, _Component] = field(default_factory=dict)
    _tables: dict[int, Table] = field(default_factory=dict)
    _interval: int = 0
    _read_units: int = 0

    def frame(self, marker: int, content: bytes) -> None:
        """A frame header (B.2.2). Lines that are counted behind the picture (B.2.5) are not for here."""
        self._progressive = marker == _PROGRESSIVE
        height, width = int.from_bytes(content[1:3], "big"), int.from_bytes(content[3:5], "big")
        rows = [content[at : at + 3] for at in range(6, len(content) - 2, 3)]
        sizes = [(row[1] >> 4, row[1] & 15) for row in rows]
        if self._components or not sizes or not 0 < height * width <= _MOST_PIXELS or not all(map(all, sizes)):
            self._components = {}
            return
        across, down = max(size[0] for size in sizes), max(size[1] for size in sizes)
        self._units = _over(width, 8 * across), _over(height, 8 * down)
        for row, size in zip(rows, sizes, strict=True):
            # the component's own samples first, which are rounded up, then its blocks (A.1.1)
            wide = _over(_over(width * size[0], across), 8)
            high = _over(_over(height * size[1], down), 8)
            marks = [0] * (wide * high) if self._progressive and self.by_block else []
            self._components[row[0]] = _Component(size[0] * size[1], wide, high, marks)

    def tables(self, content: bytes) -> None:
        """A segment of tables of Huffman codes."""
        self._tables.update(tables(content))

    def restarts(self, content: bytes) -> None:
        """After how many units the coded data begin anew."""
        self._interval = int.from_bytes(content[:2], "big")

    def kept(self, header: bytes, data: bytes) -> bytes:
        """The coded data `data` behind the scan header `header`, up to the last block.

        Raises ValueError where a row of the picture is missing at least.
        """
        self.odd = self.odd or _ODD_END.search(data if b"\xff\xd0" in data else data[-_NEAR_END:]) is not None
        scan = self._scan(header)
        if scan is None or (not self._interval and _RESTART.search(data)):
            return data
        self._read_units += scan.units
        by_block = self.by_block and self._read_units <= _MOST_UNITS
        pieces = _RESTART.split(data) if self._interval else [data]
        size = self._interval or scan.units
        found: list[bytes] = []
        missing = 0
        for number, start in enumerate(range(0, scan.units, size)):
            if 2 * number >= len(pieces):
                missing += scan.units - start
                break
            units, coded = min(size, scan.units - start), pieces[2 * number]
            found += pieces[max(2 * number - 1, 0) : 2 * number]
            if not by_block:
                found.append(coded)
                continue
            plain = coded.replace(b"\xff\0", b"\xff")
            done, bits = self._read(scan, plain, start, units)
            missing = missing + units - done if done < units else 0
            found.append(coded if done < units else plain[: (bits + 7) // 8].replace(b"\xff", b"\xff\0"))
        if missing > scan.row:
            raise ValueError(CUT_OFF)
        return data if missing else b"".join(found)

    def _scan(self, header: bytes) -> _Scan | None:
        """What the header says; None where this is not what was announced."""
        count = header[0] if header else 0
        if len(header) != 4 + 2 * count or not all(number in self._components for number in header[1:-3:2]):
            return None
        parts = [self._components[number] for number in header[1:-3:2]]
        first, last, again = header[-3], header[-2], bool(header[-1] >> 4)
        blocks: list[tuple[Table, Table]] = []
        for part, named in zip(parts, header[2:-3:2], strict=True):
            means, rest = self._tables.get(named >> 4), self._tables.get(0x10 | named & 15)
            if self._progressive:  # each pass has codes of one kind alone, or none
                rest = rest if first else means
                means = means if not first else rest
            if (means is None or rest is None) and not (self._progressive and again and not first):
                return None
            blocks += [(means or _NONE, rest or _NONE)] * (part.blocks if count > 1 else 1)
        if len(blocks) > _MOST_BLOCKS or not blocks or last > _LAST or (self._progressive and first and count > 1):
            return None
        row, rows = self._units if count > 1 else (parts[0].wide, parts[0].high)
        return _Scan(row * rows, row, blocks, parts[0].marks, first, last, again)

    def _read(self, scan: _Scan, plain: bytes, start: int, units: int) -> jpeg_passes.Read:
        if not self._progressive:
            return jpeg_passes.sequential(plain, units, scan.blocks)
        if scan.first == 0 and scan.again:
            return jpeg_passes.finer_means(plain, units, len(scan.blocks))
        if scan.first == 0:
            return jpeg_passes.means(plain, units, [table for table, _ in scan.blocks])
        marks = scan.marks[start : start + units]
        read = jpeg_passes.finer_coefficients if scan.again else jpeg_passes.coefficients
        found = read(plain, marks, scan.blocks[0][1], scan.first, scan.last)
        scan.marks[start : start + units] = marks
        return found
