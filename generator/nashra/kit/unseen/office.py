"""What documents of office programs tell of those who wrote them: OOXML (ECMA-376), OpenDocument, older ones."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from nashra.kit.unseen.places import tells_a_place

ENDINGS = frozenset(".docx .docm .dotx .xlsx .xlsm .pptx .pptm .ppsx .odt .ods .odp .odg .doc .xls .ppt .rtf".split())
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Bytes of one part that are looked at.
_MOST = 16_000_000

_PEOPLE = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|Company)>(?P<name>[^<]*)</", re.IGNORECASE
)
_REMARKS = re.compile(r"<(?:w:comment|comment|p188:cm|p:cm|office:annotation|threadedComment)\b")
_CHANGES = re.compile(r"<(?:w:ins|w:del|w:moveFrom|text:changed-region)\b")
_RTF_AUTHOR = re.compile(r"\{\\(?:author|operator|manager|company)\s(?P<name>[^{}]*)\}")


def told(data: bytes) -> Iterator[str]:
    """What the document `data` tells, in words that stand behind "this file"."""
    if data.startswith(_OLD):
        yield "is of an old office program, which keeps names and former texts in it"
        return
    if data.startswith(b"{\\rtf"):
        text = data.decode("latin-1")
        yield from _named({each["name"] for each in _RTF_AUTHOR.finditer(text)})
        return
    names: set[str] = set()
    remarks = changes = places = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            for info in parts.infolist():
                with parts.open(info) as stream:
                    part = stream.read(_MOST)
                if not info.filename.lower().endswith(".xml"):
                    places = places or tells_a_place(part)
                    continue
                text = part.decode("utf-8", "replace")
                if re.search(r"(?:docProps/|^meta\.xml$)", info.filename):
                    names |= {each["name"] for each in _PEOPLE.finditer(text)}
                remarks = remarks or _REMARKS.search(text) is not None
                changes = changes or _CHANGES.search(text) is not None
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError):
        return  # no whole document, which readers will see
    yield from _named(names)
    if remarks:
        yield "has remarks of its authors"
    if changes:
        yield "keeps what was changed and deleted in it"
    if places:
        yield "says where a picture in it was taken"


def _named(names: set[str]) -> Iterator[str]:
    yield from (f"names who worked on it: {name}" for name in sorted({" ".join(each.split()) for each in names} - {""}))
