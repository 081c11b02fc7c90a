"""Social cards: a picture of a title, for programs that show links. Drawn with Pillow, where it can shape Arabic."""

from __future__ import annotations

import hashlib
import os
import zlib
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from nashra.kit.errors import Problem
from nashra.kit.pictures.shrink import can_shrink
from nashra.languages.cldr import Language
from nashra.render.ground.phrases import Phrase, first_direction
from nashra.render.ground.theme import default_folder
from nashra.settings.config import FILE_NAME, Settings

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
# Raise it when the same words give another picture than before.
_DESIGN = 4
_MARGIN = 90
_ROOM = 340
# From the largest that fits down; longer titles are cut.
_TYPE = (84, 76, 68, 60, 54, 48, 42)
_NAME = 40
# Shades from paper to ink, and the colour of the mark: what smooth letters need, and two dots to a byte.
_PAPER, _INK, _ACCENT = (252, 251, 248), (31, 29, 26), (11, 90, 84)
_FULL, _MARK = 14, 15
_PALETTE = bytes(
    [
        *(
            round(paper + (ink - paper) * step / _FULL)
            for step in range(_FULL + 1)
            for paper, ink in zip(_PAPER, _INK, strict=True)
        ),
        *_ACCENT,
    ]
)
# Where the part below the title begins, which all cards of a site have in common.
_FOOT = SIZE[1] - _MARGIN - 88
# Every row of a PNG begins with a byte that is 0 here: two dots more.
_EDGE = 2
# What every whole PNG ends with.
_END = b"IEND\xaeB`\x82"


@lru_cache(maxsize=1)
def can_draw() -> bool:
    """Whether Pillow is there, and joins and orders letters as Arabic needs it."""
    if not can_shrink():
        return False
    from PIL import features

    return bool(features.check("raqm"))


def doubts(settings: Settings) -> list[Problem]:
    """That there are no cards although Pillow is there: what it needs of the system for Arabic is not."""
    if not settings.cards or not can_shrink() or can_draw():
        return []
    hint = "install it (apt-get install libfribidi0, brew install fribidi), or write cards = false"
    message = "social cards are not drawn: Pillow does not find FriBiDi, which puts Arabic letters in order"
    return [Problem(message, settings.root / FILE_NAME, hint=hint, warning=True)]


class Cards:
    """Draws cards, and keeps them in the folder `cache` by what is on them."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._kept: set[str] | None = None
        self._font = default_folder() / "cards" / "noto.woff2"

    def draw(self, title: Phrase, name: Phrase, language: Language) -> bytes:
        """The card with `title`, of the site called `name`, on a page in `language`; PNG."""
        words, dir = title.plain_inner, first_direction(title.text) or language.dir
        seen = "\0".join((str(_DESIGN), words, dir, name.plain_inner, language.code))
        key = hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:32]
        file = f"{key}.png"
        if file in self._known():
            with suppress(OSError):
                if (data := (self._cache / file).read_bytes()).endswith(_END):
                    return data
        data = self._draw(words, dir, name.plain_inner, language)
        self._keep(file, data)
        return data

    def _known(self) -> set[str]:
        """The names of the cards that are kept; asking the disk for each would take longer."""
        if self._kept is None:
            try:
                self._kept = set(os.listdir(self._cache))  # noqa: PTH208
            except OSError:
                self._kept = set()
        return self._kept

    def _keep(self, file: str, data: bytes) -> None:
        """Put `data` into the cache. What is not whole, after a power cut, is drawn again."""
        with suppress(OSError):
            if not self._known():
                if not self._cache.parent.is_dir():  # builds that remember nothing make no folder for it
                    return
                self._cache.mkdir(exist_ok=True)
            (self._cache / file).write_bytes(data)
            self._known().add(file)

    def _draw(self, words: str, dir: str, name: str, language: Language) -> bytes:
        from PIL import Image

        for size in _TYPE:
            lines = _lines(words, self._font, size, dir, language.code)
            leading = round(size * (1.6 if dir == "rtl" else 1.3))
            if len(lines) * leading <= _ROOM:
                break
        else:
            lines = [*lines[: _ROOM // leading - 1], lines[_ROOM // leading - 1] + "…"]
        head = Image.new("L", (SIZE[0] + _EDGE, _FOOT), 0)
        for number, line in enumerate(lines):
            _write(head, line, _MARGIN - size // 4 + number * leading, _font(self._font, size), dir, language.code)
        return _png(_rows(head), *_foot(self._font, name, language))


def _rows(image: Image) -> bytes:
    """The dots of `image` as they stand in a PNG, two to a byte."""
    image.putpalette(b"")
    return image.tobytes("raw", "P;4")


def _png(head: bytes, foot: bytes, packed_foot: bytes) -> bytes:
    """A card of those rows. packed_foot: `foot`, compressed for the end of a file."""
    packer = _packer()
    packed = b"\x78\x01" + packer.compress(head) + packer.flush(zlib.Z_FULL_FLUSH) + packed_foot
    packed += zlib.adler32(foot, zlib.adler32(head)).to_bytes(4, "big")
    size = b"".join(side.to_bytes(4, "big") for side in SIZE)
    chunks = (b"IHDR" + size + b"\x04\x03\0\0\0", b"PLTE" + _PALETTE, b"IDAT" + packed, b"IEND")
    parts = ((len(each) - 4).to_bytes(4, "big") + each + zlib.crc32(each).to_bytes(4, "big") for each in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _packer() -> zlib._Compress:
    # runs of the same byte alone are looked for: a third of the time that other ways take for a file of that size
    return zlib.compressobj(6, zlib.DEFLATED, -15, 9, zlib.Z_RLE)


@lru_cache(maxsize=8)
def _foot(file: Path, name: str, language: Language) -> tuple[bytes, bytes]:
    """What stands below the title on every card of the site called `name`: its rows, and the same compressed."""
    from PIL import Image, ImageDraw

    foot = Image.new("L", (SIZE[0] + _EDGE, SIZE[1] - _FOOT), 0)
    mark = 120
    left = _EDGE + (SIZE[0] - _MARGIN - mark if language.dir == "rtl" else _MARGIN)
    ImageDraw.Draw(foot).rectangle((left, 0, left + mark, 8), _MARK)
    _write(foot, name, 30, _font(file, _NAME), language.dir, language.code)
    rows, packer = _rows(foot), _packer()
    return rows, packer.compress(rows) + packer.flush()


@lru_cache(maxsize=32)
def _font(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=20_000)
def _length(text: str, file: Path, dir: str, lang: str) -> float:
    """How long `text` is in the largest type: others are smaller by as much as their size is."""
    return _font(file, _TYPE[0]).getlength(text, direction=dir, language=lang)


def _lines(text: str, file: Path, size: int, dir: str, lang: str) -> list[str]:
    """`text` in as few lines as it fits in, broken between words, none of which is left alone in the last one."""
    room = (SIZE[0] - 2 * _MARGIN) * _TYPE[0] / size
    space = _length(" ", file, dir, lang)
    words = [(word, _length(word, file, dir, lang)) for word in text.split(" ")]
    lines = _broken(words, space, room)
    narrow = sum(length + space for _, length in words) / len(lines)
    for _ in range(5 if len(lines) > 1 else 0):  # the narrowest that needs no line more, about
        middle = (narrow + room) / 2
        fewer = _broken(words, space, middle)
        if len(fewer) > len(lines):
            narrow = middle
        else:
            lines, room = fewer, middle
    return [" ".join(line) for line in lines]


def _broken(words: list[tuple[str, float]], space: float, room: float) -> list[list[str]]:
    """`words`, each with its length, in lines of at most `room`."""
    lines: list[list[str]] = []
    left = 0.0
    for word, length in words:
        left -= space + length
        if lines and left >= 0:
            lines[-1].append(word)
        else:
            lines.append([word])
            left = room - length
    return lines


def _write(image: Image, text: str, top: float, font: FreeTypeFont, dir: str, lang: str) -> None:
    from PIL import ImageDraw

    x, anchor = (SIZE[0] - _MARGIN, "ra") if dir == "rtl" else (_MARGIN, "la")
    ImageDraw.Draw(image).text((_EDGE + x, top), text, _FULL, font, anchor, direction=dir, language=lang)
