"""Films and sounds go out without what is neither seen nor heard, at the same places; documents are told."""

from __future__ import annotations

import struct
from base64 import b64encode
from pathlib import Path

import pytest

from nashra.kit.unseen.cleaned import clean, tells
from support.pictures import jpeg
from support.recordings import OWNER, PLACE, box, document, film, handler, pdf, song, wave


def published(tmp_path: Path, name: str, data: bytes) -> bytes:
    file = tmp_path / name
    file.write_bytes(data)
    found = clean(file)
    return file.read_bytes() if isinstance(found, Path) else found


def with_place(order: str = "<") -> bytes:
    """TIFF whose directory leads to one of places with its version and a latitude."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    head = mark + struct.pack(order + "IHHHIII", 8, 1, 0x8825, 4, 1, 26, 0)
    return head + struct.pack(order + "HHHI4sHHI4s", 2, 0, 1, 4, b"\2\3\0\0", 1, 2, 2, b"N\0\0\0")


ITUNES = box(b"meta", bytes(4), handler(b"mdir"), box(b"ilst", box(b"\xa9nam", b"Title"), box(b"\xa9too", OWNER)))


@pytest.mark.parametrize(
    ("name", "data", "stays"),
    [
        ("a.mp4", film(), b"Title"),
        ("a.MOV", film(more=box(b"free", OWNER) + box(b"uuid", bytes(16) + PLACE)), b"Title"),
        ("a.m4a", film(more=box(b"moov", box(b"udta", ITUNES))), b"\xa9nam"),
        ("named-by-hand.mp3", film(iphone=False), b"Title"),
        ("a.mp3", song(3), b"TIT2"),
        ("b.mp3", song(4), b"TIT2"),
        ("a.wav", wave(), b"sound"),
    ],
)
def test_films_and_sounds_keep_what_is_seen_and_heard_and_every_place_in_the_file(
    name: str, data: bytes, stays: bytes, tmp_path: Path
) -> None:
    seen = published(tmp_path, name, data)
    assert OWNER in data
    assert len(seen) == len(data)
    assert stays in seen
    for private in (PLACE, OWNER):
        assert private not in seen
    assert (tmp_path / name).read_bytes() == data, "the editor's own file stays as it is"
    assert published(tmp_path, name, seen) == seen


@pytest.mark.parametrize("cut", [0, 3, 12, 40, 90, 200])
def test_a_film_or_sound_that_is_cut_off_is_taken(cut: int, tmp_path: Path) -> None:
    for name, data in (("a.mp4", film()), ("a.mp3", song()), ("a.wav", wave())):
        assert len(published(tmp_path, name, data[:cut])) == len(data[:cut])
        assert tells(tmp_path / name) == ()


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", pdf("2 0 obj\n<< /Author (Fatima \\(F.\\) Z.) /Producer (LaTeX) >>\nendobj\n"), ["its author: Fatima (F.) Z."]),
        ("a.pdf", pdf("2 0 obj\n<< /Author <FEFF06410627> >>\nendobj\n"), ["names its author: فا"]),
        ("a.pdf", pdf(packed="2 0 << /Author (Jean) >>"), ["names its author: Jean"]),
        ("a.pdf", pdf("<dc:creator><rdf:Seq><rdf:li>Jean</rdf:li></rdf:Seq></dc:creator>"), ["names its author: Jean"]),
        ("a.pdf", pdf("<< /Type /Annot /Subtype /Highlight /Contents (no!) >>"), ["has remarks of its reviewers"]),
        ("a.pdf", pdf(with_place().decode("latin-1")), ["says where a picture in it was taken"]),
        ("a.pdf", pdf("trailer << /Encrypt 5 0 R >>"), ["is encrypted"]),
        ("a.docx", document({"docProps/core.xml": "<dc:creator>Jean</dc:creator><cp:lastModifiedBy/>"}), ["who worked on it: Jean"]),
        ("a.xlsx", document({"xl/comments1.xml": '<comment ref="A1"/>', "docProps/app.xml": "<Company>X</Company>"}),
         ["names who worked on it: X", "has remarks of its authors"]),
        ("a.docx", document({"word/document.xml": '<w:p><w:del w:author="J"><w:r/></w:del></w:p>'}), ["changed and deleted"]),
        ("a.docx", document({"word/media/image1.jpeg": jpeg(4, 3, extra=[(0xE1, b"Exif\0\0" + with_place(">"))])}),
         ["says where a picture in it was taken"]),
        ("a.odt", document({"meta.xml": "<meta:initial-creator>ليلى</meta:initial-creator>"}), ["worked on it: ليلى"]),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ["an old office program"]),
        ("a.rtf", rb"{\rtf1{\info{\author Jean}}}", ["worked on it: Jean"]),
        ("a.svg", b"<svg><dc:creator><cc:Agent><dc:title>Jean</dc:title></cc:Agent></dc:creator></svg>", ["who drew it: Jean"]),
        ("a.svg", b'<svg inkscape:export-filename="C:\\Users\\jean\\map.png"/>', ["C:\\Users\\jean"]),
        ("a.svg", b'<svg><image href="data:image/jpeg;base64,' + b64encode(with_place()) + b'"/></svg>', ["a picture in it"]),
        ("a.heic", box(b"ftyp", b"heic") + box(b"mdat", b"\0\0\0\6Exif\0\0" + with_place(">")), ["where it was taken"]),
        ("a.tif", with_place(), ["where it was taken"]),
        ("a.webm", b"\x1aE\xdf\xa3...\x45\xa3\x88LOCATION", ["where it was taken"]),
        ("a.ogg", b"OggS\x03vorbis\x01\0\0\0location=34N", ["where it was taken"]),
        ("a.mp4", film(tracks=(b"vide", b"soun", b"meta")), ["a track of data"]),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_out_is_told(name: str, data: bytes, told: list[str], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    found = tells(tmp_path / name)
    assert len(found) == len(told)
    for words, part in zip(found, told, strict=True):
        assert part in words


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf("2 0 obj\n<< /Author () /Producer (LaTeX) /Title (x) >>\nendobj\n<< /Subtype /Link >>")),
        ("a.pdf", b""),
        ("a.docx", document({"docProps/core.xml": "<dc:creator></dc:creator>", "word/document.xml": "<w:insideH/>"})),
        ("a.docx", b"PK\3\4 cut off"),
        ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'),
        ("a.heic", box(b"ftyp", b"heic") + box(b"mdat", b"II*\0 and no more")),
        ("a.tif", b"MM\0*\0\0\0\x08\0\1\1\0\0\3\0\0\0\1\0\4\0\0" + bytes(4)),
        ("a.ogg", b"OggS\x03vorbis\x01\0\0\0TITLE=x"),
        ("a.mp4", film(tracks=(b"vide", b"soun", b"text"))),
        ("a.csv", b"location,author\n"),
    ],
)
def test_nothing_is_told_of_what_tells_nothing(name: str, data: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    assert tells(tmp_path / name) == ()
