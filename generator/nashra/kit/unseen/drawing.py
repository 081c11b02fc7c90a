"""What drawings in SVG tell of those who drew them."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

from nashra.kit.unseen.places import tells_a_place

_PICTURE = re.compile(rb"data:image/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)")
_CREATOR = re.compile(r"<dc:creator\b[^>]*>(?P<who>.*?)</dc:creator>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# Folders of a person on Linux, macOS and Windows.
_FOLDER = re.compile(
    r"(?:file:///?)?(?:/(?:home|Users)/|[A-Za-z]:[\\/]+(?:Users|Documents and Settings)[\\/]+)[^\s\"'<>\\/]+"
)


def told(data: bytes) -> Iterator[str]:
    """What the drawing `data` tells, in words that stand behind "this file"."""
    text = data.decode("utf-8", "replace")
    names = {" ".join(_TAG.sub(" ", each["who"]).split()) for each in _CREATOR.finditer(text)}
    yield from (f"names who drew it: {name}" for name in sorted(names - {""}))
    if found := _FOLDER.search(text):
        yield f"tells of a folder on a computer: {found[0]}"
    for picture in _PICTURE.finditer(data):
        try:
            place = tells_a_place(b64decode(picture[1]))
        except (Error, ValueError):
            continue
        if place:
            yield "says where a picture in it was taken"
            return
