"""A file that is no picture as readers get it, and what it still tells them of people and places."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from nashra.kit.git_pointers import a_pointer
from nashra.kit.unseen import drawing, film, office, pdf, sound
from nashra.kit.unseen.film import Film, Patch
from nashra.kit.unseen.places import tells_a_place

# Pictures that are not published in texts, and of which nothing is taken out.
PHOTOGRAPHS = frozenset(
    {".heic", ".heif", ".hif", ".tif", ".tiff", ".dng", ".cr2", ".nef", ".arw", ".jp2", ".jxl", ".psd"}
)
# Sound and film whose metadata lies between their data: what they tell is looked for at both ends.
_STREAMED = frozenset({".ogg", ".oga", ".opus", ".ogv", ".flac", ".webm", ".mkv"})
_ENDS = 262_144
# What may begin like a page, or hold nothing.
_TEXTS = frozenset({".txt", ".csv", ".vtt", ".html", ".htm", ".md"})
# A larger document than this is not looked into.
_MOST = 200_000_000

_DOCUMENTS: Mapping[str, Callable[[bytes], Iterator[str]]] = {
    ".pdf": pdf.told,
    ".svg": drawing.told,
    **dict.fromkeys(office.ENDINGS, office.told),
}
_SAVE_ANEW = "save it without that, or leave it so if everybody may know"


# What is told of people, with their name behind a colon.
_NAMES = re.compile(r"names (?:its author|who worked on it|who drew it): ")
# What servers send in the place of a file that they do not have.
_PAGE = (b"<!doctype html", b"<html")
_EMPTY = "get it again where it came from"


def none_of_its_kind(file: Path) -> tuple[str, str] | None:
    """(what is wrong, what to do) where `file`, a film, a sound or a document by its name, is none: empty, a page of a
    server that did not find it, or a pointer of git."""
    try:
        with file.open("rb") as stream:
            head = stream.read(200)
    except OSError:
        return None
    if pointer := a_pointer(head):
        return pointer
    ending = file.suffix.lower()
    if not head.strip():
        return "is empty", _EMPTY
    if ending not in _TEXTS and head.lstrip(b"\xef\xbb\xbf \r\n\t").lower().startswith(_PAGE):
        return f"is a web page, and no {ending.lstrip('.').upper()}", _EMPTY
    if ending == ".pdf" and b"%PDF-" not in head:
        return "is no PDF", _EMPTY
    return None


def clean(file: Path) -> bytes | Path:
    """What is published of `file`: of a film or a sound what is seen and heard; others as they are.

    Raises OSError where it cannot be read.
    """
    with file.open("rb") as stream:
        patches = _patches(file.suffix.lower(), stream)
    if not patches:
        return file
    data = bytearray(file.read_bytes())
    for at, part in patches:
        data[at : at + len(part)] = part
    return bytes(data)


def _patches(ending: str, stream: BinaryIO) -> list[Patch]:
    """By the bytes where they tell what the file is: names are given by people."""
    if ending in film.ENDINGS or stream.read(8)[4:] == b"ftyp":
        return Film(stream).patches
    if ending == ".mp3":
        return sound.mp3(stream)
    return sound.wav(stream) if ending == ".wav" else []


def tells(file: Path, known: Collection[str] = ()) -> tuple[str, ...]:
    """What `file` as it is published tells of people and places beside what it shows: "names its author: X".

    known: the names that it may tell, as of the agency that everybody knows it to be from.
    """
    try:
        found = file.stat()
        told = _tells(file, found.st_mtime_ns, found.st_size)
    except OSError:
        return ()
    may = {name.casefold() for name in known}
    return tuple(each for each in told if not (_NAMES.match(each) and each.partition(": ")[2].casefold() in may))


def what_to_do(file: Path) -> str:
    """For an editor whose file tells something."""
    if file.suffix.lower() in film.ENDINGS | _STREAMED:
        return f"ffmpeg -i {file.name} -map 0:v? -map 0:a? -map_metadata -1 -c copy new{file.suffix} takes it out"
    return _SAVE_ANEW


@lru_cache(maxsize=4096)
def _tells(file: Path, changed: int, size: int) -> tuple[str, ...]:
    ending = file.suffix.lower()
    if size > _MOST and ending not in film.ENDINGS | _STREAMED:
        return ()
    if ending in film.ENDINGS:
        with file.open("rb") as stream:
            timed = Film(stream).timed
        return ("has a track of data beside picture and sound, as cameras write where they were",) if timed else ()
    if ending in _STREAMED:
        return tuple(_streamed(file, size))
    if ending in PHOTOGRAPHS:
        return ("says where it was taken",) if tells_a_place(file.read_bytes()) else ()
    if look := _DOCUMENTS.get(ending):
        return tuple(dict.fromkeys(look(file.read_bytes())))
    return ()


# Fields of Vorbis comments and tags of Matroska.
_FIELDS = ((b"LOCATION", "says where it was taken"), (b"CONTACT", "tells how to reach who made it"))


def _streamed(file: Path, size: int) -> Iterator[str]:
    with file.open("rb") as stream:
        ends = [stream.read(_ENDS)]
        if size > _ENDS:
            stream.seek(max(_ENDS, size - _ENDS))
            ends.append(stream.read())
    data = b"".join(ends).upper()
    return chain.from_iterable([[words] if field in data else [] for field, words in _FIELDS])
