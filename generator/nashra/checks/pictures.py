"""Pictures of articles and pages: each says in words what is to be seen, and none keeps readers waiting."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from nashra.checks.built_site import Target
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.kit.image_size import image_size
from nashra.kit.pictures.published import PICTURE_ENDINGS
from nashra.languages.desk.known import is_one, plain
from nashra.languages.known import SPECS
from nashra.model import Article, Picture

NAME = "pictures"

# A phone on a slow line (400 kbit/s, the "slow 3G" of browsers' tools) loads this in 20 seconds.
MAX_BYTES = 1_000_000
# The widest screens in use show 3,840 pixels.
MAX_PIXELS = 4000

# What cameras, phones and programs call their files, with or without the ending.
_NAMES = "|".join(re.escape(name) for spec in SPECS.values() for name in spec.pictures)
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|heic|bmp|tiff?)"
    rf"|(?:IMG|DSC[NF]?|PXL|MVI|VID|{_NAMES})[\s_(-]*\d[\d\s_.():-]*(?:[^\W\d_]{{1,3}}[\s_]+\d[\d\s_.():-]*)?(?:[AP]M)?",
    re.IGNORECASE,
)
_HINT = "say in a few words what is to be seen"


def check(case: Case) -> Iterator[Finding]:
    """Pictures without words or with a file name for words, and pictures that are too large."""
    leads: dict[str, set[str]] = {}
    for article in case.content.articles:
        yield from _lead_pictures(case, article, leads)
    for page, facts in case.pages.items():
        text = case.origins.text_of(page)
        if text is None:
            continue
        for image in facts.images:
            if not image.address:
                continue  # it was taken out, which the build tells
            target = case.site.resolve(page, image.address, is_link=False)
            if isinstance(target, Target) and posixpath.basename(target.path) in leads.get(text.media_id, ()):
                continue
            if fault := _fault(image.alt or "", image.address):
                place = case.origins.place(page, image.address)
                path, line = place or (text.path, None)
                message = f"the picture {posixpath.basename(image.address)!r} {fault}"
                yield Finding("warning", NAME, message, path, line, f"{_HINT}: ![words](file)", page)
    for file in case.site.files:
        if file.startswith("media/") and posixpath.splitext(file)[1].lower() in PICTURE_ENDINGS:
            yield from _size(case, file)


def _lead_pictures(case: Case, article: Article, leads: dict[str, set[str]]) -> Iterator[Finding]:
    original = article.original.picture or Picture()
    for version in article.versions.values():
        own = version.picture or Picture()
        if own.file:
            leads.setdefault(article.id, set()).add(own.file)
        # a translation without words of its own shows those of the original
        if own.file or (own.alt and version is not article.original):
            fault = _fault(own.alt or original.alt, own.file or original.file)
            if fault:
                message = f"the lead picture {fault}"
                hint = f"{_HINT}, in `alt` below `image`"
                yield Finding("warning", NAME, message, version.path, own.line, hint)


def _fault(alt: str, file: str) -> str:
    words = alt.strip()
    if not words:
        return "has no alternative text"
    if is_one(plain(words), "alts"):
        return f"has words that hold the place of others for its alternative text: {words!r}"
    name = posixpath.basename(file)
    if _FILE_NAME.fullmatch(words.replace("’", "'")) or words in (name, posixpath.splitext(name)[0]):
        return f"has a file name for its alternative text: {words!r}"
    return ""


def _size(case: Case, path: str) -> Iterator[Finding]:
    file: Path | None = case.origins.file_of_media(path)
    size = case.site.size(path)
    if size > MAX_BYTES:
        message = f"the picture takes {size / 1e6:.1f} MB"
        hint = "make it smaller: 1,600 pixels and 300 kB are enough for an article"
        yield Finding("warning", NAME, message, file, None, hint, path)
    pixels = image_size(case.site.top / path)
    if pixels and max(pixels) > MAX_PIXELS:
        message = f"the picture has {pixels[0]} by {pixels[1]} pixels"
        yield Finding("warning", NAME, message, file, None, f"no side needs more than {MAX_PIXELS} pixels", path)
