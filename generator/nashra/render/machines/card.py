"""Social cards: a picture of a title, for programs that show links. Drawn with Pillow, where it can shape Arabic."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from nashra.kit.pictures.shrink import can_shrink
from nashra.languages.cldr import Language
from nashra.render.ground.phrases import Phrase, first_direction
from nashra.render.ground.theme import default_folder

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
# Raise it when the same words give another picture than before.
_DESIGN = 2
_MARGIN = 90
_ROOM = 360
# From the largest that fits down; longer titles are cut.
_TYPE = (84, 76, 68, 60, 54, 48, 42)
_NAME = 40
# Shades from paper to ink, and the colour of the mark: what smooth letters need, and two dots to a byte.
_PAPER, _INK, _ACCENT = (252, 251, 248), (31, 29, 26), (11, 90, 84)
_SHADES = 15
_PALETTE = [
    *(
        round(paper + (ink - paper) * step / (_SHADES - 1))
        for step in range(_SHADES)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    ),
    *_ACCENT,
]
_FULL = 250
# From what is drawn to the palette.
_SHADE_OF = [round(value * (_SHADES - 1) / _FULL) if value <= _FULL else _SHADES for value in range(256)]
# Runs of the same byte alone are looked for, a third of the time that Deflate takes for a file of the same size.
_RUNS = 3
# What every whole PNG ends with.
_END = b"IEND\xaeB`\x82"


@lru_cache(maxsize=1)
def can_draw() -> bool:
    """Whether Pillow is there, and joins and orders letters as Arabic needs it."""
    if not can_shrink():
        return False
    from PIL import features

    return bool(features.check("raqm"))


class Cards:
    """Draws cards, and keeps them in the folder `cache` by what is on them."""

    def __init__(self, cache: Path) -> None:
        self._cache = cache
        self._font = default_folder() / "cards" / "noto.woff2"

    def draw(self, title: Phrase, name: Phrase, language: Language) -> bytes:
        """The card with `title`, of the site called `name`, on a page in `language`; PNG."""
        words, dir = title.plain_inner, first_direction(title.text) or language.dir
        seen = "\0".join((str(_DESIGN), words, dir, name.plain_inner, language.code))
        key = hashlib.sha256(seen.encode("utf-8", "replace")).hexdigest()[:32]
        path = self._cache / f"{key}.png"
        with suppress(OSError):
            if (data := path.read_bytes()).endswith(_END):
                return data
        data = self._draw(words, dir, name.plain_inner, language)
        if self._cache.parent.is_dir():  # builds that remember nothing make no folder for it
            _keep(path, data)
        return data

    def _draw(self, words: str, dir: str, name: str, language: Language) -> bytes:
        from PIL import ImageDraw

        card = _blank(self._font, name, language).copy()
        draw = ImageDraw.Draw(card)
        for size in _TYPE:
            font = _font(self._font, size)
            lines = _lines(draw, words, font, dir, language.code)
            leading = round(size * (1.6 if dir == "rtl" else 1.3))
            if len(lines) * leading <= _ROOM:
                break
        else:
            lines = [*lines[: _ROOM // leading - 1], lines[_ROOM // leading - 1] + "…"]
        for number, line in enumerate(lines):
            _write(draw, line, _MARGIN - size // 4 + number * leading, font, dir, language.code)
        card = card.point(_SHADE_OF)
        card.putpalette(_PALETTE)
        stream = BytesIO()
        card.save(stream, "PNG", bits=4, compress_type=_RUNS)
        return stream.getvalue()


def _keep(path: Path, data: bytes) -> None:
    """Put `data` into the cache. What a power cut leaves of it is not whole, and drawn again."""
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        draft = path.with_name(f".{path.name}.{os.getpid()}")
        draft.write_bytes(data)
        draft.replace(path)


@lru_cache(maxsize=8)
def _blank(file: Path, name: str, language: Language) -> Image:
    """A card of the site called `name`, without a title."""
    from PIL import Image, ImageDraw

    card = Image.new("L", SIZE, 0)
    draw = ImageDraw.Draw(card)
    floor, mark = SIZE[1] - _MARGIN, 120
    left = SIZE[0] - _MARGIN - mark if language.dir == "rtl" else _MARGIN
    draw.rectangle((left, floor - 88, left + mark, floor - 80), 255)
    _write(draw, name, floor - 58, _font(file, _NAME), language.dir, language.code)
    return card


@lru_cache(maxsize=32)
def _font(path: Path, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


def _lines(draw: ImageDraw, text: str, font: FreeTypeFont, dir: str, lang: str) -> list[str]:
    """`text` in lines that fit, broken between words."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and draw.textlength(longer, font, dir, language=lang) <= SIZE[0] - 2 * _MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(draw: ImageDraw, text: str, top: float, font: FreeTypeFont, dir: str, lang: str) -> None:
    x, anchor = (SIZE[0] - _MARGIN, "ra") if dir == "rtl" else (_MARGIN, "la")
    draw.text((x, top), text, _FULL, font, anchor, direction=dir, language=lang)
