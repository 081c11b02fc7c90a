"""A picture file as readers get it, and what speaks against publishing it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from nashra.kit.errors import ContentError
from nashra.kit.git_pointers import a_pointer
from nashra.kit.image_size import size_of
from nashra.kit.pictures import avif, gif, jpeg, png, webp

# By its name's ending: what is looked into. What a file is, its first bytes say.
PICTURE_ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"})
# A photograph as it comes from a telephone is below 15 MB. A page with more is none for a slow network.
MAX_BYTES = 20_000_000
# Browsers on telephones give up on larger ones: https://developer.mozilla.org/docs/Web/HTML/Element/canvas,
# "Maximum canvas size", has 16,777,216 pixels for Safari on iOS; pictures are drawn up to about five times that.
MAX_PIXELS = 80_000_000

_SIGNS = ((jpeg.SIGNATURE, "jpg"), (png.SIGNATURE, "png"), (gif.SIGNATURES, "gif"))
# Kinds that few browsers show, or none.
_OTHERS = (((b"II*\0", b"MM\0*"), "TIFF"), (b"BM", "BMP"), (b"8BPS", "Photoshop"), (b"\0\0\1\0", "icon"))

Fault = tuple[str, str]
SMALLER = "make it smaller: readers need no more than 2,000 pixels across"
_ANEW = "save it anew, or get it again where it came from"


def is_picture(file: Path) -> bool:
    """Whether `file` is one by its name."""
    return file.suffix.lower() in PICTURE_ENDINGS


def disguised(file: Path) -> Fault | None:
    """(what is wrong, what to do) where `file` is a picture, and is none by its name: it would go out uncleaned."""
    try:
        with file.open("rb") as stream:
            head = stream.read(16)
    except OSError:
        return None
    kind = next((ending for signs, ending in _SIGNS if head.startswith(signs)), "avif" if avif.is_avif(head) else None)
    if head.startswith(webp.SIGNATURE) and head[8:12] == b"WEBP":
        kind = "webp"
    return (f"is a picture, and its name does not say so (.{kind})", f"name it .{kind}") if kind else None


def published(file: Path) -> bytes:
    """The bytes of the picture `file` without what is not seen: places, cameras, names, notes, thumbnails.

    Raises OSError where it cannot be read and ContentError where it is no whole picture.
    """
    try:
        return stripped(file.read_bytes())
    except ValueError as error:
        raise ContentError(f"the picture {error}", path=file, hint=_ANEW) from None


def stripped(data: bytes) -> bytes:
    """As `published`, for the bytes of a picture. Raises ValueError, with what is wrong, where they are none."""
    if not data:
        raise ValueError("is empty")
    if data.startswith(jpeg.SIGNATURE):
        return jpeg.stripped(data)
    if data.startswith(png.SIGNATURE):
        return png.stripped(data)
    if data.startswith(gif.SIGNATURES):
        return gif.stripped(data)
    if data.startswith(webp.SIGNATURE) and data[8:12] == b"WEBP":
        return webp.stripped(data)
    other = next((name for signs, name in _OTHERS if data.startswith(signs)), avif.no_avif(data))
    if other:
        raise ValueError(f"is a {other} picture, and no JPEG, PNG, GIF, WebP or AVIF")
    if avif.is_avif(data[:16]):
        return avif.stripped(data)
    raise ValueError("is no picture")


def fault(file: Path) -> Fault | None:
    """(what is wrong with the picture `file`, what to do), None where it can be published."""
    return look(file).fault


@dataclass(frozen=True, slots=True)
class Look:
    """What a picture file is. size: of what is published, in bytes."""

    fault: Fault | None
    size: int = 0


def look(file: Path) -> Look:
    """`file` looked into once, as long as it stays as it is: versions in several languages show the same picture."""
    try:
        found = file.stat()
        return _look(file, found.st_mtime_ns, found.st_size)
    except OSError as error:
        return Look((f"cannot be read: {error.strerror}", "allow it to be read, or put another file there"))


@lru_cache(maxsize=4096)
def _look(file: Path, changed: int, size: int) -> Look:
    if size > MAX_BYTES:
        return Look((f"has {size / 1e6:.0f} MB, and {MAX_BYTES / 1e6:.0f} MB is the most", SMALLER))
    whole = file.read_bytes()
    if pointer := a_pointer(whole[:200]):
        return Look(pointer)
    try:
        data = stripped(whole)
    except ValueError as error:
        return Look((str(error), _ANEW))
    pixels = size_of(data)
    if pixels and pixels[0] * pixels[1] > MAX_PIXELS:
        return Look((f"has {pixels[0]} by {pixels[1]} pixels", SMALLER))
    if data.startswith(png.SIGNATURE) and not png.has_all_rows(data):
        return Look(("is cut off or damaged: rows of it are missing", _ANEW))
    return Look(None, len(data))
