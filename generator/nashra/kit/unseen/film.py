"""MP4, M4A and QuickTime (ISO/IEC 14496-12; QuickTime File Format)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import BinaryIO

ENDINGS = frozenset({".mp4", ".m4a", ".m4v", ".mov", ".3gp", ".m4b"})

# (where, what to write there): all of it has the length of what stood there.
Patch = tuple[int, bytes]

# What is looked into.
_OUTER = frozenset({b"moov", b"trak", b"mdia", b"minf", b"edts", b"moof", b"traf"})
# Boxes of `udta` that players show or need: titles, rights, chapters, loudness, what a track is for.
_SHOWN = frozenset({b"cprt", b"titl", b"name", b"chpl", b"kind", b"ludt", b"elng", b"\xa9nam", b"\xa9cpy", b"\xa9alb"})
# Items of iTunes that players show.
_ITEMS = frozenset(
    b"\xa9nam \xa9ART aART \xa9alb \xa9day \xa9gen gnre trkn disk desc ldes cprt \xa9lyr covr pcst tvsh stik".split()
)
# Boxes of other makers that decide how protected films are played (PIFF 1.3).
_NEEDED = frozenset(
    bytes.fromhex(each)
    for each in (
        "d08a4f1810f34a82b6c832d8aba183d3",
        "a2394f525a9b4f14a2446c427c648df4",
        "6d1d9b0542d544e680e2141daff757b2",
        "d4807ef2ca3946958e5426cb9e46a79f",
        "8974dbce7be74c5184f97148f9882554",
    )
)
# A box that players skip.
_FREE = b"free"
# Handlers of tracks that go on beside picture and sound; those of chapters and subtitles are `text`, `sbtl`, `subt`.
_TIMED = b"meta"
_EXIF = b"Exif\0\0"
# Deeper than any film.
_DEEPEST = 8


class Film:
    """What a film tells that is not seen. patches: what takes it out. timed: whether a track tells it all along."""

    def __init__(self, stream: BinaryIO) -> None:
        self.patches: list[Patch] = []
        self.timed = False
        self._stream = stream
        size = stream.seek(0, os.SEEK_END)
        self._level(0, size, 0, ())

    def _boxes(self, at: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
        """(name, where it begins, where its content does, where it ends)"""
        while at + 8 <= end:
            self._stream.seek(at)
            head = self._stream.read(16)
            size, name, inner = int.from_bytes(head[:4], "big"), head[4:8], at + 8
            if size == 1:
                size, inner = int.from_bytes(head[8:16], "big"), at + 16
            elif size == 0:
                size = end - at
            if size < inner - at or at + size > end:
                return
            yield name, at, inner, at + size
            at += size

    def _level(self, at: int, end: int, depth: int, above: tuple[bytes, ...]) -> None:
        for name, start, inner, stop in self._boxes(at, end):
            if name in _OUTER and depth < _DEEPEST:
                self._level(inner, stop, depth + 1, (*above, name))
            elif name == b"udta":
                self._user_data(inner, stop)
            elif name == b"meta":
                self._meta(start, inner, stop)
            elif (name == b"uuid" and self._read(inner, 16) not in _NEEDED) or (name in (_FREE, b"skip") and not above):
                self._blank(start, inner, stop)
            elif name == b"hdlr" and above[-2:] == (b"trak", b"mdia"):
                self.timed = self.timed or self._read(inner + 8, 4) == _TIMED

    def _user_data(self, at: int, end: int) -> None:
        for name, start, inner, stop in self._boxes(at, end):
            if name == b"meta":
                self._meta(start, inner, stop)
            elif name not in _SHOWN:
                self._blank(start, inner, stop)

    def _meta(self, start: int, inner: int, stop: int) -> None:
        """Of iTunes' lists what players show stays; nothing of all others."""
        # QuickTime's has no version before its boxes
        first = inner if self._read(inner + 4, 4) == b"hdlr" else inner + 4
        parts = list(self._boxes(first, stop))
        if not any(name == b"hdlr" and self._read(within + 8, 4) == b"mdir" for name, _, within, _ in parts):
            self._blank(start, inner, stop)
            return
        for name, begin, within, last in parts:
            if name == b"ilst":
                for item, one, content, other in self._boxes(within, last):
                    if item not in _ITEMS or (item == b"covr" and _EXIF in self._read(content, other - content)):
                        self._blank(one, content, other)
            elif name != b"hdlr":
                self._blank(begin, within, last)

    def _blank(self, start: int, inner: int, stop: int) -> None:
        name, content = self._read(start + 4, 4), self._read(inner, stop - inner)
        if name != _FREE:
            self.patches.append((start + 4, _FREE))
        if any(content):
            self.patches.append((inner, bytes(stop - inner)))

    def _read(self, at: int, length: int) -> bytes:
        self._stream.seek(at)
        return self._stream.read(length)
