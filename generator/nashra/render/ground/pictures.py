"""Pictures on pages: the lead picture of an article, and those in its text, with their sizes and captions."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from pathlib import Path

from nashra.kit.errors import Problem
from nashra.kit.files import publishing_problem
from nashra.kit.image_size import Size, image_size
from nashra.kit.pictures.published import fault, is_picture
from nashra.kit.pictures.shrink import CENTRE, NONE, Focus, Sizes, sizes
from nashra.model import Article, Picture, Version
from nashra.render.ground import urls

# What to do with pictures of other kinds.
_AS_JPEG = "browsers do not show it: save it as JPEG or WebP"
KINDS = {
    **dict.fromkeys(
        (".heic", ".heif", ".tif", ".tiff", ".bmp", ".jp2", ".jxl", ".psd", ".dng", ".cr2", ".nef"), _AS_JPEG
    ),
    **dict.fromkeys((".svg", ".svgz"), "it can hold scripts and the paths of whoever drew it: save it as PNG or WebP"),
    **dict.fromkeys((".jfif", ".jpe", ".pjpeg", ".mpo"), "it is JPEG: name it .jpg"),
}
IMAGE_TAG = re.compile(r'<img\b(?:[^<>"]|"[^"]*")*>')
_ALONE = re.compile(rf"<p>({IMAGE_TAG.pattern})</p>")
_ATTRIBUTE = re.compile(r'\s([a-z]+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class LeadPicture:
    """The lead picture of a version. path: below the site's root; size: pixels, None where it cannot be told.

    alt, caption, credit: (text, its language), the original's where this version has none; the text may be empty.
    focus: the point that stays in view where something is cut off. sizes: the same picture smaller.
    """

    path: str
    file: Path
    size: Size | None
    alt: tuple[str, str]
    caption: tuple[str, str]
    credit: tuple[str, str]
    focus: Focus = CENTRE
    sizes: Sizes = NONE


def lead_picture(
    article: Article, version: Version, cache: Path | None = None
) -> tuple[LeadPicture | None, Problem | None]:
    """The lead picture of `version`; a problem in its place where it names a file that cannot be shown.

    cache: where its smaller sizes are kept; None for no such sizes.
    """
    own, first = version.picture or Picture(), article.original.picture or Picture()
    named = version if own.file else article.original
    name = own.file or first.file
    if not name:
        if version.picture is None:
            return None, None
        hint = f"add `file` in {article.original.path.name}"
        return None, Problem("`image` names no file", version.path, own.line, hint)
    file = named.path.parent / name
    if wrong := _fault(file, named.path.parent, name):
        line = (own if own.file else first).line
        return None, Problem(f"the picture {name!r} {wrong[0]}", named.path, line, wrong[1])
    focus = (own if own.file else first).focus or CENTRE
    return LeadPicture(
        path=urls.media(article.id, file.name),
        file=file,
        size=image_size(file),
        alt=(own.alt, version.lang) if own.alt else (first.alt, article.lang),
        caption=(own.caption, version.lang) if own.caption else (first.caption, article.lang),
        credit=(own.credit, version.lang) if own.credit else (first.credit, article.lang),
        focus=focus,
        sizes=sizes(file, cache, focus) if cache else NONE,
    ), None


def _fault(file: Path, folder: Path, name: str) -> tuple[str, str] | None:
    """(what is wrong with the picture, what to do), None where it can be shown."""
    if "\0" in name or file.parent != folder or name.startswith(".") or name != file.name:
        return "is no file beside the article", "put the file there, and give its name only"
    if not is_picture(file):
        hint = KINDS.get(file.suffix.lower(), "use JPEG, PNG, GIF, WebP or AVIF")
        return "is no kind of picture that is published", hint
    return publishing_problem(file) or fault(file)


def dress_pictures(html: str, page: str, media: Mapping[str, Path]) -> str:
    """`html` of a body with the size of each picture of its own, and as a figure each that stands alone in a paragraph.

    The title of such a picture is its caption. page: where the HTML will be read. media: site path -> file.
    """
    if "<img" not in html:
        return html
    files = {urls.relative(page, path): file for path, file in media.items()}
    html = IMAGE_TAG.sub(lambda tag: _with_size(tag[0], files), html)
    return _ALONE.sub(lambda paragraph: _figure(paragraph[1]), html)


def _with_size(tag: str, files: Mapping[str, Path]) -> str:
    attributes = dict(_ATTRIBUTE.findall(tag))
    file = files.get(unescape(attributes.get("src", "")))
    if file is None or "width" in attributes or "height" in attributes:
        return tag
    size = image_size(file)
    return tag if size is None else f'{tag[:-1]} width="{size[0]}" height="{size[1]}">'


def _figure(tag: str) -> str:
    title = next((text for name, text in _ATTRIBUTE.findall(tag) if name == "title"), "")
    if not title.strip():
        return f"<figure>{tag}</figure>"
    tag = re.sub(r'\stitle="[^"]*"', "", tag, count=1)
    return f"<figure>{tag}<figcaption>{escape(unescape(title), quote=False)}</figcaption></figure>"
