"""The pictures of a book: under names that every reader opens, with the type that their content has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nashra.kit.image_size import image_size

# What EPUB 3 readers must show (EPUB 3.3, "Core media types"), by how the files begin.
_CORE = (
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"GIF8", "gif", "image/gif"),
)
# What newer ones show: it needs a picture for all others to fall back to.
_WEBP = ("webp", "image/webp")


@dataclass(frozen=True, slots=True)
class BookImage:
    """A picture. name: its file in the book; fallback: whether older readers need another in its place."""

    id: str
    name: str
    type: str
    file: Path
    fallback: bool


class BookImages:
    """Collects the pictures that the pages of a book show, each once."""

    def __init__(self) -> None:
        self._found: dict[Path, BookImage | None] = {}

    def add(self, file: Path) -> BookImage | None:
        """The picture in `file`; None where it is no picture, or of no kind that books have."""
        if file not in self._found:
            kind = _kind(file)
            number = len(self._found) + 1
            self._found[file] = kind and BookImage(
                f"image-{number}", f"images/{number}.{kind[0]}", kind[1], file, kind == _WEBP
            )
        return self._found[file]

    def __iter__(self) -> Iterator[BookImage]:
        return (image for image in self._found.values() if image)

    @property
    def need_fallback(self) -> bool:
        """Whether one of them is of a kind that only newer readers show."""
        return any(image.fallback for image in self)


def _kind(file: Path) -> tuple[str, str] | None:
    """(suffix, media type) of a picture that can be shown. A head without a size is no picture, whatever its name."""
    try:
        with file.open("rb") as stream:
            head = stream.read(16)
    except OSError:
        return None
    if image_size(file) is None:
        return None
    if head.startswith(b"RIFF"):
        return _WEBP
    return next(((suffix, type) for magic, suffix, type in _CORE if head.startswith(magic)), None)
