"""A picture in the sizes that pages ask for, made once and kept by content. Needs Pillow, the extra `pictures`.

Nothing is made larger than it is. Upright photographs are turned in the pixels. What Pillow cannot read, and what
moves, stays as it is: then there are no sizes of it.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from nashra.kit.pictures.published import stripped

if TYPE_CHECKING:
    from PIL import Image

# Raise it when the same file gives other pictures than before.
_RECIPE = 3
# Pixels across of the whole picture on article pages, and of what lists and the front page cut out of it.
WHOLE = (480, 960, 1440)
CUT = (240, 480, 960)
# What is cut out is three by two, the form of most photographs.
RATIO = (3, 2)
_QUALITY = 80
# (the format's name, the ending of its files, their type)
_KINDS = {"JPEG": ("jpg", "image/jpeg"), "PNG": ("png", "image/png"), "WEBP": ("webp", "image/webp")}
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})

Focus = tuple[float, float]
CENTRE: Focus = (0.5, 0.5)


@dataclass(frozen=True, slots=True)
class Small:
    """One size of a picture. file: where it is kept; name: what to publish it as."""

    name: str
    width: int
    height: int
    file: Path


@dataclass(frozen=True, slots=True)
class Sizes:
    """A picture in several sizes, smallest first. webp: the same, smaller still; empty where that does not help."""

    whole: tuple[Small, ...] = ()
    whole_webp: tuple[Small, ...] = ()
    cut: tuple[Small, ...] = ()
    cut_webp: tuple[Small, ...] = ()

    def __iter__(self) -> Iterator[Small]:
        for group in (self.whole, self.whole_webp, self.cut, self.cut_webp):
            yield from group


NONE = Sizes()


@lru_cache(maxsize=1)
def can_shrink() -> bool:
    """Whether Pillow is there."""
    try:
        import PIL.Image  # noqa: F401
    except ImportError:
        return False
    return True


def sizes(file: Path, cache: Path, focus: Focus = CENTRE) -> Sizes:
    """The picture `file` in smaller sizes, out of the folder `cache` if they were made before. NONE where none can be.

    focus: the point that stays in view where something is cut off, as shares of width and height from the top left.
    """
    if not can_shrink():
        return NONE
    try:
        found = file.stat()
        return _sizes(file, cache, focus, found.st_mtime_ns, found.st_size)
    except OSError:
        return NONE


@lru_cache(maxsize=4096)
def _sizes(file: Path, cache: Path, focus: Focus, changed: int, size: int) -> Sizes:
    from PIL import __version__

    data = file.read_bytes()
    key = hashlib.sha256(f"{_RECIPE} {__version__} {focus} {file.name}\0".encode() + data).hexdigest()[:32]
    folder = cache / key
    if (folder / "sizes.json").is_file():
        with suppress(OSError, ValueError, TypeError, KeyError):
            return _kept(folder)
    cache.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=".new-", dir=cache))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow tells whoever runs us of odd metadata
            _make(data, file.name, focus, new)
        shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError):  # another build was quicker
            new.rename(folder)
        return _kept(folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _kept(folder: Path) -> Sizes:
    rows = json.loads((folder / "sizes.json").read_text("utf-8"))
    groups = {
        group: tuple(Small(name, width, height, folder / name) for name, width, height in found)
        for group, found in rows.items()
    }
    return Sizes(**groups)


def _make(data: bytes, name: str, focus: Focus, folder: Path) -> None:
    """Write all sizes and what they are into `folder`; none where Pillow cannot read the picture."""
    from PIL import Image, ImageOps

    groups: dict[str, list[tuple[str, int, int]]] = {}
    try:
        # what is published of it: in the file there may be a second picture, or a turn that no browser asks for
        data = stripped(data)
        with Image.open(BytesIO(data), formats=tuple(_KINDS)) as image:
            if image.mode in _MODES and getattr(image, "n_frames", 1) == 1:
                kind, few = str(image.format), image.mode in ("1", "P")
                ImageOps.exif_transpose(image, in_place=True)
                profile = image.info.get("icc_profile") or None
                has_alpha = "A" in image.mode or "transparency" in image.info
                pixels = image.convert("RGBA" if has_alpha else "RGB")
                # a picture may be shown whole here and cut around a point there: two sets of files beside each other
                point = "" if focus == CENTRE else f"-{focus[0]:.4g}x{focus[1]:.4g}".replace(".", "")
                writer = _Writer(folder, name + point, kind, few, profile, len(data))
                groups = {
                    **writer.write("whole", pixels, WHOLE),
                    **writer.write("cut", _cut(pixels, focus), CUT),
                }
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        groups = {}
    (folder / "sizes.json").write_text(json.dumps(groups), "utf-8")


def _cut(pixels: Image.Image, focus: Focus) -> Image.Image:
    """The largest part of RATIO that has `focus` as near to its middle as the edges allow."""
    width, height = pixels.size
    wide, high = min(width, height * RATIO[0] // RATIO[1]), min(height, width * RATIO[1] // RATIO[0])
    wide, high = max(wide, 1), max(high, 1)
    left = round(min(max(focus[0] * width - wide / 2, 0), width - wide))
    top = round(min(max(focus[1] * height - high / 2, 0), height - high))
    return pixels.crop((left, top, left + wide, top + high))


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes one picture's sizes.

    few: whether it has few colours, as drawings have, which must keep their edges. most: bytes of the picture itself.
    """

    folder: Path
    name: str
    kind: str
    few: bool
    profile: bytes | None
    most: int

    def write(self, group: str, pixels: Image.Image, widths: tuple[int, ...]) -> dict[str, list[tuple[str, int, int]]]:
        """All `widths` that are smaller than `pixels`, and `pixels` itself where it is smaller than the largest."""
        from PIL import Image

        own, ours = pixels.width, [width for width in widths if width < pixels.width]
        if group == "cut" and own <= widths[-1]:
            ours.append(own)
        found: dict[str, list[tuple[str, int, int]]] = {group: [], f"{group}_webp": []}
        weight = {group: 0, f"{group}_webp": 0}
        for width in ours:
            height = max(1, round(pixels.height * width / own))
            small = pixels if width == own else pixels.resize((width, height), Image.Resampling.LANCZOS)
            for to, kind in ((group, self.kind), (f"{group}_webp", "WEBP")):
                name = f"{self.name}-{group}-{width}.{_KINDS[kind][0]}"
                data = self._data(small, kind)
                if group == "whole" and len(data) >= self.most:
                    continue  # a drawing of few colours can be larger with fewer pixels
                (self.folder / name).write_bytes(data)
                found[to].append((name, *small.size))
                weight[to] += len(data)
        webp = f"{group}_webp"
        if self.kind == "WEBP" or weight[webp] >= weight[group]:
            found[webp] = []
        return found

    def _data(self, small: Image.Image, kind: str) -> bytes:
        from PIL import Image

        stream = BytesIO()
        extra = {"icc_profile": self.profile} if self.profile else {}
        if self.few:
            method = Image.Quantize.FASTOCTREE if small.mode == "RGBA" else Image.Quantize.MEDIANCUT
            small = small.quantize(128, method, dither=Image.Dither.NONE)
        match kind:
            case "JPEG":
                small.convert("RGB").save(stream, kind, quality=_QUALITY, optimize=True, progressive=True, **extra)
            case "PNG":
                small.save(stream, kind, optimize=True, **extra)
            case _ if self.few:
                small.convert("RGBA" if small.has_transparency_data else "RGB").save(
                    stream, kind, lossless=True, quality=50, method=3, **extra
                )
            case _:
                small.save(stream, kind, quality=_QUALITY, method=4, **extra)
        return stream.getvalue()
