"""The pictures of a saved page: which are the article's, and the files to put beside it."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from nashra.ingest.page.page_shown import picture_address
from nashra.ingest.page.web_address import absolute
from nashra.ingest.words.press_words import written
from nashra.kit.image_size import size_of
from nashra.kit.slugs import make_slug

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Companion = Callable[[str], bytes | None]

# A photograph of a press agency is under this; more would not suit readers on slow lines.
MAX_PICTURE = 8 * 1024 * 1024
_MAX_PICTURES = 60
# Smaller pictures (pixels) are icons and counters.
_MIN_SIDE = 50
_MIN_LEAD = 150
_KINDS: tuple[tuple[bytes, str], ...] = ((b"\xff\xd8\xff", ".jpg"), (b"\x89PNG\r\n\x1a\n", ".png"), (b"GIF8", ".gif"))
_FURNITURE = re.compile(
    r"(?:^|[/_.-])(?:pixel|spacer|blank|1x1|transparent|gravatar|avatar|emoji|smil(?:ey|ies)|icons?|logo|sprite|loader|"
    r"placeholder|badge|button|tracking|counter)(?:[/_.-]|\d|$)",
    re.IGNORECASE,
)
_SIZE_SUFFIX = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled|@\dx|_\d{2,4}x\d{2,4})+$")


class Pictures:
    """Gives every <img> of a page its address in the Markdown, and keeps the files that go with it.

    base: the page's address. companion: the address of a picture as the page writes it -> the saved bytes, or None.
    missing: addresses without a page that they would be on, of pictures whose files are not there.
    named: web addresses of pictures that the page's head names; they stand in for files that were not saved.
    """

    def __init__(self, base: str | None, companion: Companion, named: Sequence[str] = ()) -> None:
        self._named = named
        self._base = base
        self._companion = companion
        self._addresses: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}
        self.notes: list[str] = []
        self.missing: list[str] = []

    def address(self, image: HtmlElement) -> str | None:
        """Where the Markdown finds the picture of `image`: a file's name, else a web address; None for icons."""
        if _is_small(image):
            return None
        written = picture_address(image)
        return self.named(written) if written else None

    def named(self, written: str) -> str | None:
        """As `address`, for the address `written` of a picture."""
        if written not in self._addresses:
            self._addresses[written] = None if _FURNITURE.search(_path(written)) else self._keep(written)
        return self._addresses[written]

    def _keep(self, written: str) -> str | None:
        data = _carried(written) if written.startswith("data:") else self._companion(written)
        if data is None:
            if written.startswith("data:"):
                return None
            if _is_saved(written):
                same = next((each for each in self._named if same_picture(each, written)), None)
            else:
                same = written
            if (address := absolute(same, self._base)) is None:
                self.missing.append(written)
            return address
        fault = picture_fault(data)
        if fault:
            if fault != "small":
                self.notes.append(f"the picture {_stem(written)!r} {fault} and was left out")
            return None
        if same := next((name for name, kept in self.files.items() if kept == data), None):
            return same  # one file under two addresses
        if len(self.files) >= _MAX_PICTURES:
            return None
        name = self._free_name(_stem(written), picture_ending(data))
        self.files[name] = data
        return name

    def _free_name(self, stem: str, extension: str) -> str:
        base = make_slug(_SIZE_SUFFIX.sub("", stem))[:60].strip("-.") or "picture"
        name, number = f"{base}{extension}", 2
        while name in self.files:
            name, number = f"{base}-{number}{extension}", number + 1
        return name

    def file_like(self, address: str) -> str | None:
        """The kept file of the picture that `address` shows, perhaps in another size; None when it was not saved."""
        wanted = _SIZE_SUFFIX.sub("", _stem(address)).lower()
        for address, name in self._addresses.items():
            if name in self.files and _SIZE_SUFFIX.sub("", _stem(address)).lower() == wanted:
                return name
        return None

    def is_large(self, name: str) -> bool:
        """Whether the kept file `name` is large enough for the picture at the head of an article."""
        size = size_of(self.files[name])
        return size is None or min(size) >= _MIN_LEAD


def _carried(address: str) -> bytes | None:
    """The bytes that a data: address (RFC 2397) carries, None where they are not in base64."""
    head, _, payload = address.partition(",")
    if not head.lower().endswith(";base64") or len(payload) > 2 * MAX_PICTURE:
        return None
    try:
        return b64decode(unquote(payload) if "%" in payload else payload)
    except ValueError:
        return None


def picture_fault(data: bytes) -> str:
    """Why `data` cannot be a picture of the site; empty when it can."""
    if len(data) > MAX_PICTURE:
        return f"has {len(data) / 1024 / 1024:.1f} MB, more than {MAX_PICTURE // 1024 // 1024}"
    if not picture_ending(data):
        return "is no JPEG, PNG, GIF, WebP or AVIF"
    size = size_of(data)
    return "small" if size is not None and min(size) < _MIN_SIDE else ""


def picture_ending(data: bytes) -> str:
    for magic, extension in _KINDS:
        if data.startswith(magic):
            return extension
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    return ".avif" if data[4:12] in (b"ftypavif", b"ftypavis") else ""


def _path(address: str) -> str:
    if address.startswith("data:"):
        return "picture"
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return address


def _stem(address: str) -> str:
    name = _path(address).rstrip("/").rsplit("/", 1)[-1]
    return re.sub(r"\.(?:jpe?g|png|gif|webp|avif|jfif)$", "", name, flags=re.IGNORECASE)


def _is_saved(address: str) -> bool:
    """Whether `address` points into the folder that a browser saves beside the page, or into the MHTML file."""
    return (
        address.startswith("cid:")
        or re.match(rf"(?:\./)?[^/:]+(?:{written('pages', 'saved_folder')})/", unquote(address)) is not None
    )


def _is_small(image: HtmlElement) -> bool:
    sides = [re.match(r"\d+", image.get(side) or "") for side in ("width", "height")]
    return any(side is not None and int(side[0][:6]) < _MIN_SIDE for side in sides)


def same_picture(one: str, two: str) -> bool:
    """Whether two addresses show one picture, perhaps in two sizes: the names of their files say so."""
    first, second = (_SIZE_SUFFIX.sub("", _stem(each)).lower() for each in (one, two))
    return len(first) > 2 and first == second
