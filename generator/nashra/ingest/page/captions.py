"""Captions that a theme writes without <figcaption>: they belong to their picture, and are no paragraph of the text."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import text_of
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names (class) that themes and WordPress give to the words under a picture: "wp-caption-text", "image-legend",
# "newsCaption".
_NAMES = re.compile(
    r"(?:^|\s)(?:wp-caption-text|(?:(?:image|img|photo|picture|pic|figure|media|thumb(?:nail)?)[-_]*)?"
    r"(?:caption|legende?|taliq)(?:[-_]*text)?|[a-z]+(?-i:Caption))(?:$|\s)",
    re.IGNORECASE,
)
_WRITERS = ("p", "div", "span", "small", "em")
_HOLDERS = ("div", "p", "span", "a", "li")
_BESIDE = ("p", "div", "span")
_MOST = 600  # characters; a longer one is text
# Words of a picture's description that a caption repeats, and of the button that a theme sets behind a long one.
_LEAST_WORDS, _BUTTON_WORDS = 6, 2
# Of a figure that nothing closes: characters of a paragraph, and how many of them stand behind a caption or a picture.
_PARAGRAPH, _AFTER_CAPTION, _AFTER_PICTURE = 80, 1, 2
_WRAPPERS = ("p", "div", "center", "a", "span", "picture")
_BLOCKS, _CREDITED = ("p", "div", "center"), 300  # what holds a picture alone; characters of a caption with a credit


def settle_captions(root: HtmlElement) -> None:
    """Make a figure of each wrapper that holds one picture, the words named as its caption, and nothing else; and of
    each that holds a picture and, below it, the words that describe it."""
    for figure in list(root.iter("figure")):
        _end_figure(figure)
    for element in list(root.iter(*_WRITERS)):
        parent = element.getparent()
        if parent is None or not _NAMES.search(element.get("class") or "") or parent.tag not in _HOLDERS:
            continue
        if parent.tag in ("p", "span", "a") and element.tag in ("p", "div"):
            continue
        words = text_of(element)
        if not words.strip() or len(words) > _MOST or text_of(parent).strip() != words.strip():
            continue
        if _only_picture(parent, element) is not None and next(parent.iterancestors("figure"), None) is None:
            _make_figure(parent, element)
    for image in list(root.iter("img")):
        _settle_described(image)
        _settle_credited(image)
    for gallery in list(root.iter("ul", "ol")):
        _settle_gallery(gallery)


def _end_figure(figure: HtmlElement) -> None:
    """Put behind a figure what stands in it behind its picture or its caption, where that is running text: nothing
    closed the figure."""
    children = list(figure)
    last = max((at for at, each in enumerate(children) if each.tag == "figcaption"), default=-1)
    text = [at for at, each in enumerate(children) if each.tag == "p" and len(text_of(each)) >= _PARAGRAPH]
    behind = [at for at in text if at > last]
    if len(behind) < (_AFTER_CAPTION if last >= 0 else _AFTER_PICTURE) or next(figure.iter("img"), None) is None:
        return
    if any(True for _ in children[behind[0]].iter("img")) or figure.getparent() is None:
        return
    before = figure
    tail, figure.tail = figure.tail, None
    for child in children[last + 1 if last >= 0 else behind[0] :]:
        before.addnext(child)
        before = child
    before.tail = (before.tail or "") + (tail or "")


def _settle_gallery(gallery: HtmlElement) -> None:
    """A list of figures is no list of the text: one picture follows the other."""
    if any(item.tag != "li" for item in gallery) or not len(gallery):
        return
    if all(_is_figure_alone(item) for item in gallery):
        gallery.tag = "div"
        for item in gallery:
            item.tag = "div"


def _is_figure_alone(item: HtmlElement) -> bool:
    figures = list(item.iter("figure"))
    return len(figures) == 1 and text_of(item).strip() == text_of(figures[0]).strip() and _holds_picture(figures[0])


def _holds_picture(figure: HtmlElement) -> bool:
    return next(figure.iter("img"), None) is not None


def _is_picture_alone(element: HtmlElement) -> bool:
    """Whether `element` holds one picture and no word; asked of every wrapper of every picture, so it looks no further
    than it must."""
    return _holds_one(element) and not any(map(str.strip, element.itertext()))


def _holds_one(element: HtmlElement) -> bool:
    return len(list(islice(element.iter("img"), 2))) == 1


def _only_picture(holder: HtmlElement, caption: HtmlElement) -> HtmlElement | None:
    pictures = [image for image in holder.iter("img") if caption not in image.iterancestors()]
    return pictures[0] if len(pictures) == 1 else None


def _make_figure(holder: HtmlElement, caption: HtmlElement) -> None:
    if holder.tag == "li":
        from lxml.html import Element

        figure = Element("figure")
        figure.text, holder.text = holder.text, None
        figure.extend(list(holder))
        holder.append(figure)
    else:
        holder.tag = "figure"
    caption.tag = "figcaption"


def _settle_described(image: HtmlElement) -> None:
    """Make a caption of the element that says what the picture's own description says, in a wrapper of these two."""
    described = key(image.get("alt") or "")
    if len(described.split()) < _LEAST_WORDS or next(image.iterancestors("figure"), None) is not None:
        return
    holder, inner = image.getparent(), image
    while holder is not None and _is_picture_alone(holder):
        holder, inner = holder.getparent(), holder
    below = inner.getnext()
    if holder is None or holder.tag not in _HOLDERS or below is None or below.tag not in _BESIDE:
        return
    said = key(clean(text_of(below, gap=" ")))
    words = said.split()
    repeats = any(described.startswith(" ".join(words[:count])) for count in _counts(len(words)))
    alone = repeats and _holds_one(holder) and _only_picture(holder, below) is image
    if alone and key(clean(text_of(holder, gap=" "))) == said:
        _make_figure(holder, below)


def _settle_credited(image: HtmlElement) -> None:
    """Make a figure of a block that holds one picture alone and the lines that stand right below it and name its
    maker: "The old bridge. Photo: Samira Alami"."""
    block = image
    while (parent := block.getparent()) is not None and parent.tag in _WRAPPERS and _is_picture_alone(parent):
        block = parent
    if block.tag not in _BLOCKS or (block.tail or "").strip():
        return
    below = block.getnext()
    while below is not None and below.tag in _BLOCKS and not len(below) and not text_of(below).strip():
        below = below.getnext()
    if below is None or below.tag not in _BLOCKS or next(below.iter("img", "a"), None) is not None:
        return
    words = clean(text_of(below))
    if not 0 < len(words) <= _CREDITED or not all(split_credit(words)):
        return
    if next(block.iterancestors("figure", "table"), None) is not None:
        return
    from lxml.html import Element

    figure = Element("figure")
    block.addprevious(figure)
    figure.tail, below.tail = below.tail, None
    figure.extend([block, below])
    below.tag = "figcaption"


def split_credit(caption: str) -> tuple[str, str]:
    """(caption, credit) of a picture's text: "المدرسة الجديدة. تصوير: و م ع" names its maker at its end."""
    found = _credit().search(caption)
    if found is None:
        return caption, ""
    return caption[: found.start()].strip(" .,،|–-(["), found[1].strip(" .")


def _counts(words: int) -> range:
    """How many of a caption's words may be the description's: all but a button's behind them."""
    return range(words, max(_LEAST_WORDS, words - _BUTTON_WORDS) - 1, -1)


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    return re.compile(
        rf"[\s.(\[|–-]*(?:(?:©|{written('pages', 'credit')})\s*(?::|/|©|(?:{written('authors', 'by')})\s)\s*|©\s*)"
        r"([^()\[\]|:]{2,60}?)[\s.)\]]*\Z",
        re.IGNORECASE,
    )
