"""Pictures as templates see them: whole on the page of their article, cut to one form in lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from markupsafe import Markup

from nashra.kit.pictures.shrink import Sizes, Small
from nashra.languages.cldr import Language
from nashra.render.ground import urls
from nashra.render.ground.phrases import phrase
from nashra.render.ground.pictures import IMAGE_TAG, LeadPicture
from nashra.render.shown.view import ShownPicture

# What browsers without `srcset`, and programs, take in lists.
_USUAL = 480
# How wide a picture in the text is shown: the measure of the text, or the window but for its margins.
TEXT_SIZES = "(min-width: 40rem) 36rem, 90vw"
_SOURCE = re.compile(r'\ssrc="([^"]*)"')


def whole(picture: LeadPicture, article_id: str, page: Language) -> ShownPicture:
    """The picture as it is, in all sizes up to its own."""
    own: tuple[tuple[str, int], ...] = ()
    if picture.size and picture.sizes.whole:
        own = ((urls.encode(picture.path), picture.size[0]),)
    return ShownPicture(
        path=urls.encode(picture.path),
        alt=phrase(*picture.alt, page),
        size=_size(picture.size),
        set=(*_paths(picture.sizes.whole, article_id), *own) if own else (),
        webp=_paths(picture.sizes.whole_webp, article_id),
    )


def cut(picture: LeadPicture, article_id: str, page: Language) -> ShownPicture:
    """The picture cut to the form of all pictures in lists, around its focus; the whole where there are no sizes."""
    cuts = picture.sizes.cut
    if not cuts:
        return whole(picture, article_id, page)
    usual = max((small for small in cuts if small.width <= _USUAL), key=lambda small: small.width, default=cuts[0])
    return ShownPicture(
        path=urls.encode(urls.small(article_id, usual.name)),
        alt=phrase(*picture.alt, page),
        size=_size((usual.width, usual.height)),
        set=_paths(cuts, article_id),
        webp=_paths(picture.sizes.cut_webp, article_id),
    )


def with_sizes(html: str, page: str, article_id: str, small: Mapping[str, Sizes]) -> str:
    """`html` of a body on the page `page`, its pictures in several sizes and loaded when they come into view."""
    if "<img" not in html:
        return html
    known = {urls.relative(page, path): found for path, found in small.items()}

    def picture(tag: re.Match[str]) -> str:
        source = _SOURCE.search(tag[0])
        image = tag[0] if " loading=" in tag[0] else f'{tag[0][:-1]} loading="lazy">'
        found = known.get(unescape(source[1])) if source else None
        width = re.search(r'\swidth="(\d+)"', image)
        if found is None or source is None or width is None:
            return image
        own = f"{source[1]} {width[1]}w"
        image = f'{image[:-1]} srcset="{_set(found.whole, page, article_id)}, {own}" sizes="{TEXT_SIZES}">'
        if not found.whole_webp:
            return image
        webp = _set(found.whole_webp, page, article_id)
        return f'<picture><source type="image/webp" srcset="{webp}" sizes="{TEXT_SIZES}">{image}</picture>'

    return IMAGE_TAG.sub(picture, html)


def _set(found: Iterable[Small], page: str, article_id: str) -> str:
    root = urls.up(page)
    return ", ".join(f"{root}{path} {width}w" for path, width in _paths(found, article_id))


def _paths(found: Iterable[Small], article_id: str) -> tuple[tuple[str, int], ...]:
    return tuple((urls.encode(urls.small(article_id, small.name)), small.width) for small in found)


def _size(size: tuple[int, int] | None) -> Markup:
    return Markup(' width="{}" height="{}"').format(*size) if size else Markup("")
