"""Social cards: a picture of a title, for programs that show links. Drawn with Pillow, where it can shape Arabic."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

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
_DESIGN = 5
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
_ROW = (SIZE[0] + _EDGE) // 2
# The ways of letters, as Unicode has them, that leave the order of words in a line to its direction: signs, spaces and
# letters of its own; in a line from left to right figures as well.
_NEUTRAL = frozenset({"ON", "WS", "S", "CS", "ES", "NSM", "BN"})
_RTL_WAYS, _LTR_WAYS = _NEUTRAL | {"R", "AL"}, _NEUTRAL | {"L", "EN", "ET"}
# What every whole PNG ends with.
_END = b"IEND\xaeB`\x82"


@lru_cache(maxsize=1)
def can_draw() -> bool:
    """Whether Pillow is there, and joins and orders letters as Arabic needs it."""
    if not can_shrink():
        return False
    from PIL import features

    return bool(features.check("raqm"))


def are_drawn(settings: Settings) -> bool:
    """Whether pages have cards: the site wants them, and this machine can draw them."""
    return settings.cards and can_draw()


def doubts(settings: Settings) -> list[Problem]:
    """That there are no cards although Pillow is there: what it needs of the system for Arabic is not."""
    if not settings.cards or not can_shrink() or can_draw():
        return []
    hint = "install it (apt-get install libfribidi0, brew install fribidi), or write cards = false"
    message = "social cards are not drawn: Pillow does not find FriBiDi, which puts Arabic letters in order"
    return [Problem(message, settings.root / FILE_NAME, hint=hint, warning=True, machine=True)]


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
        for size in _TYPE:
            lines = _lines(words, self._font, size, dir, language.code)
            leading = round(size * (1.6 if dir == "rtl" else 1.3))
            if len(lines) * leading <= _ROOM:
                break
        else:
            lines = lines[: _ROOM // leading]
            lines[-1][-1] += "…"
        type = _Type(self._font, size, dir, language.code)
        written = [
            each
            for number, line in enumerate(lines)
            for each in _placed(line, _MARGIN - size // 4 + number * leading, type)
        ]
        return _png([*_head(written), _foot(self._font, name, language)])


@dataclass(frozen=True, slots=True)
class _Type:
    """How words are set: what stands in `dir` begins at that side."""

    file: Path
    size: int
    dir: str
    lang: str


# What is written, as a mask, and where it stands.
_Written = tuple["Image", tuple[int, int]]


def _placed(words: list[str], top: int, type: _Type) -> Iterator[_Written]:
    """A line of `words`: word by word where each stands beside the one before it, so that a word is drawn once for all
    cards; as a whole where words of the other direction may go another way."""
    draw: Callable[[str, _Type], _Written | tuple[None, tuple[int, int]]] = _word
    if not all(_stands_alone(word, type.dir) for word in words):
        draw, words = _drawn, [" ".join(words)]
    space, x = _space(type.file, type.dir, type.lang), 0.0
    for number, word in enumerate(words):
        if number:
            x += _length(words[number - 1], type.file, type.dir, type.lang) + space
        mask, (left, above) = draw(word, type)
        if mask is not None:
            shift = round(x * type.size / _TYPE[0])
            yield mask, (left - shift if type.dir == "rtl" else left + shift, top + above)


@lru_cache(maxsize=20_000)
def _stands_alone(word: str, dir: str) -> bool:
    """Whether `word` looks the same beside others in a line that runs in the direction `dir`, and they beside it."""
    if dir == "rtl" and word.isdecimal():
        return True
    ways = {bidirectional(char) for char in word}
    return ways <= (_RTL_WAYS if dir == "rtl" else _LTR_WAYS)


def _drawn(text: str, type: _Type) -> _Written | tuple[None, tuple[int, int]]:
    """`text` at the beginning of a line at the top; nothing where nothing of it is seen."""
    from PIL import Image, ImageDraw

    # room on all sides: letters reach out of the place that they take
    room = type.size
    width = round(_length(text, type.file, type.dir, type.lang) * type.size / _TYPE[0]) + 2 * room
    image = Image.new("L", (width, 3 * room), 0)
    x, anchor, edge = (width - room, "ra", SIZE[0] - _MARGIN) if type.dir == "rtl" else (room, "la", _MARGIN)
    font = _font(type.file, type.size)
    ImageDraw.Draw(image).text((x, room // 2), text, 255, font, anchor, direction=type.dir, language=type.lang)
    box = image.getbbox()
    return (image.crop(box), (_EDGE + edge + box[0] - x, box[1] - room // 2)) if box else (None, (0, 0))


# Some 20 kB each.
_word = lru_cache(maxsize=512)(_drawn)


def _head(written: Sequence[_Written]) -> list[_Part]:
    """All that is above the foot: what is `written`, and the empty rows above and below it."""
    from PIL import Image

    top = max(0, min((place[1] for _, place in written), default=0))
    bottom = min(_FOOT, max((place[1] + mask.height for mask, place in written), default=0))
    if bottom <= top:
        return [_empty(_FOOT)]
    image = Image.new("L", (SIZE[0] + _EDGE, bottom - top), 0)
    for mask, (x, y) in written:
        image.paste(_FULL, (x, y - top), mask)
    return [_empty(top), _Part.of(_rows(image)), _empty(_FOOT - bottom)]


def _rows(image: Image) -> bytes:
    """The dots of `image` as they stand in a PNG, two to a byte."""
    image.putpalette(b"")
    return image.tobytes("raw", "P;4")


@dataclass(frozen=True, slots=True)
class _Part:
    """Some rows of a picture, compressed, with their length and their check before that."""

    packed: bytes
    length: int
    check: int

    @classmethod
    def of(cls, rows: bytes, last: bool = False) -> _Part:
        """A part of those `rows`; last: no other comes behind it."""
        # runs of the same byte alone are looked for: a third of the time that other ways take for a file of that size
        packer = zlib.compressobj(6, zlib.DEFLATED, -15, 8, zlib.Z_RLE)
        packed = packer.compress(rows) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)
        return cls(packed, len(rows), zlib.adler32(rows))


def _png(parts: Sequence[_Part]) -> bytes:
    """A card of those parts, from above."""
    low, high = 1, 0  # the halves of what Adler-32 says of them together
    for part in parts:
        high += (part.check >> 16) + part.length * (low - 1)
        low += (part.check & 0xFFFF) - 1
    check = (high % 65521 << 16 | low % 65521).to_bytes(4, "big")
    packed = b"".join([b"\x78\x01", *(part.packed for part in parts), check])
    size = b"".join(side.to_bytes(4, "big") for side in SIZE)
    chunks = (b"IHDR" + size + b"\x04\x03\0\0\0", b"PLTE" + _PALETTE, b"IDAT" + packed, b"IEND")
    framed = ((len(each) - 4).to_bytes(4, "big") + each + zlib.crc32(each).to_bytes(4, "big") for each in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(framed)


@lru_cache(maxsize=_FOOT + 1)
def _empty(rows: int) -> _Part:
    """So many empty `rows`."""
    return _Part.of(bytes(rows * _ROW))


@lru_cache(maxsize=8)
def _foot(file: Path, name: str, language: Language) -> _Part:
    """What stands below the title on every card of the site called `name`."""
    from PIL import Image, ImageDraw

    foot = Image.new("L", (SIZE[0] + _EDGE, SIZE[1] - _FOOT), 0)
    mark = 120
    left = _EDGE + (SIZE[0] - _MARGIN - mark if language.dir == "rtl" else _MARGIN)
    ImageDraw.Draw(foot).rectangle((left, 0, left + mark, 8), _MARK)
    for mask, place in _placed(name.split(" "), 30, _Type(file, _NAME, language.dir, language.code)):
        foot.paste(_FULL, place, mask)
    return _Part.of(_rows(foot), last=True)


@lru_cache(maxsize=32)
def _font(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=20_000)
def _length(text: str, file: Path, dir: str, lang: str) -> float:
    """How long `text` is in the largest type: others are smaller by as much as their size is."""
    return _font(file, _TYPE[0]).getlength(text, direction=dir, language=lang)


def _space(file: Path, dir: str, lang: str) -> float:
    """How far apart words are: a space between letters may be another than one that stands alone."""
    letter = "م" if dir == "rtl" else "n"
    return _length(f"{letter} {letter}", file, dir, lang) - 2 * _length(letter, file, dir, lang)


def _lines(text: str, file: Path, size: int, dir: str, lang: str) -> list[list[str]]:
    """`text` in as few lines as it fits in, broken between words, none of which is left alone in the last one."""
    room = (SIZE[0] - 2 * _MARGIN) * _TYPE[0] / size
    space = _space(file, dir, lang)
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
    return lines


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
