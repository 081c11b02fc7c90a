"""What a house prints below every text of its own: how to reach the author, an invitation to subscribe, a notice of
copyright, when it was first published. And the boxes that offer a subscription in the midst of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from nashra.ingest.heads.byline import read_byline
from nashra.ingest.page.furniture_names import SUBSCRIBE, speeches
from nashra.ingest.page.leaf import Leaf, letters
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key, words
from nashra.ingest.words.press_words import folded, written
from nashra.ingest.words.rules import BARRIER

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# So many lines at the end are looked at, none of them longer than this.
_LINES, _LONGEST = 8, 400
OWN_HOUSE = "the name of the page's own house"
# Below less text than this a line may be all the article has to say.
_ARTICLE = 300
_SHORT_NOTICE = 120
_COPYRIGHT = re.compile(r"(?:copyright|©|\(c\))[^\n]*\d{4}", re.IGNORECASE)
_ALIKE, _BUTTON = 40, 8  # letters by which two captions are alike, and of the button behind one
# A small box that invites to subscribe has at most so many blocks, and its last one is nearly all link.
_SMALL_BOX, _LINKED = 5, 0.9
# A box that offers a subscription has no more blocks, and holds no more of the text.
_BOX, _BOX_SHARE, _SMALL_SHARE = 14, 0.4, 0.15


def drop_closing(blocks: Sequence[Leaf], drop: Callable[[int, str], None], site: str | None = None) -> None:
    """Unmark the lines of the house at the end of the kept `blocks`. site: the name of the house, where known."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.text]
    long = sum(len(blocks[at].text) for at in kept) >= _ARTICLE
    for at in kept[: -_LINES - 1 : -1]:
        if blocks[at].element.tag == "figcaption":
            continue
        text = blocks[at].text
        reason = OWN_HOUSE if site and _names_house(text, site) else None
        reason = reason or (_closing(text) if long and len(text) <= _LONGEST else None)
        if reason is None:
            return
        drop(at, reason)


def _names_house(text: str, site: str) -> bool:
    """Whether a line says that the page's own house, `site`, is its source, and nothing else."""
    byline = read_byline(text)
    if byline is None or not (byline.labelled and byline.source) or byline.author or byline.published:
        return False
    own, named = key(site), key(byline.source)
    return own == named or own.startswith(f"{named} ") or named.startswith(f"{own} ")


def _closing(text: str) -> str | None:
    if _COPYRIGHT.match(text) and len(text) <= _SHORT_NOTICE:
        return "a copyright notice"
    if speeches(SUBSCRIBE, text) > 1:
        return SUBSCRIBE
    if (reached := _reached()).search(text):
        left = words(reached.sub(" ", text))
        if len(left) < 2 or _reaching().search(fold(text).text):
            return "how to reach the author"
    byline = read_byline(text)
    if byline is not None and byline.labelled and not byline.weakly and (byline.published or byline.updated):
        return "the line of author and date"
    return None


@lru_cache(maxsize=1)
def _reaching() -> re.Pattern[str]:
    """Words with which a house says how its people are reached."""
    return re.compile(rf"(?<![^\W_])(?:{folded('reaching')})(?![^\W_])")


@lru_cache(maxsize=1)
def _reached() -> re.Pattern[str]:
    """Where somebody can be reached: an address, or a name on a network."""
    return re.compile(
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@])@\w{2,}"
        r"|\b(?:twitter|facebook|instagram|linkedin|t|x|bsky|threads)\.(?:com|me|app|net)/\S+"
        rf"|(?<![A-Za-z])(?:{written('pages', 'network')})(?![A-Za-z])"
    )


def drop_barriers(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark the boxes that begin by saying that a text is for subscribers, or that invite to subscribe: what follows
    there are its offers."""
    whole = sum(len(block.letters) for block in blocks if block.kept)
    for at, block in enumerate(blocks):
        if not block.kept or not block.text:
            continue
        barrier = boilerplate.match(block.text) is BARRIER
        if not barrier:
            _drop_invitation(blocks, at, whole, drop)
            continue
        first, last = at, at
        for holder in block.element.iterancestors():
            start, end = _reach(blocks, holder, at)
            size = sum(len(each.letters) for each in blocks[start : end + 1] if each.kept)
            if end - start >= _BOX or size > _BOX_SHARE * whole or any(each.kept for each in blocks[start:at]):
                break
            first, last = start, end
        for each in range(first, last + 1):
            if blocks[each].kept:
                drop(each, BARRIER.purpose)


def _drop_invitation(blocks: Sequence[Leaf], at: int, whole: int, drop: Callable[[int, str], None]) -> None:
    """Unmark the box around block `at` where that invites to subscribe, and stands apart from the article's text."""
    if len(blocks[at].text) > _LONGEST:
        return
    said = speeches(SUBSCRIBE, blocks[at].text)
    if said < 1 or (said < 2 and not _invites_in_box(blocks, at)):
        return
    box: tuple[int, int] | None = None
    for holder in blocks[at].element.iterancestors():
        start, end = _reach(blocks, holder, at)
        size = sum(len(each.letters) for each in blocks[start : end + 1] if each.kept)
        if end - start >= _BOX or size > _SMALL_SHARE * whole:
            break
        box = start, end
    for each in range(box[0], box[1] + 1) if box is not None else ():
        if blocks[each].kept:
            drop(each, SUBSCRIBE)


def _invites_in_box(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether block `at` stands in a small box that speaks twice of subscribing and ends in a link to follow."""
    for holder in blocks[at].element.iterancestors():
        start, end = _reach(blocks, holder, at)
        if end - start >= _SMALL_BOX:
            return False
        inside = [each for each in blocks[start : end + 1] if each.letters]
        if inside[-1].linked >= _LINKED and speeches(SUBSCRIBE, " ".join(each.text for each in inside)) > 1:
            return True
    return False


def _reach(blocks: Sequence[Leaf], holder: HtmlElement, at: int) -> tuple[int, int]:
    """The first and the last block in `holder`, which holds block `at`."""
    inside = set(holder.iter())
    start = end = at
    while start > 0 and blocks[start - 1].element in inside:
        start -= 1
    while end + 1 < len(blocks) and blocks[end + 1].element in inside and end - start <= _BOX:
        end += 1
    return start, end


def drop_twin_captions(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Unmark captions that stood under an earlier picture: a gallery repeats those that the text shows, and some themes
    write each of them twice, once cut."""
    described = [letters(image.get("alt") or "") for block in blocks for image in block.element.iter("img")]
    seen: list[str] = []
    for at, block in enumerate(blocks):
        if not block.kept or len(block.letters) < _ALIKE:
            continue
        caption = block.element.tag == "figcaption"
        if (caption or _says(block.letters, described)) and _says(block.letters, seen):
            drop(at, "the caption of an earlier picture")
        elif caption or _says(block.letters, described):
            seen.append(block.letters)


def _says(words: str, captions: Sequence[str]) -> bool:
    """Whether a caption says `words`, or begins so: but for the label of a button behind them ("... more")."""
    return any(each.startswith(words[: max(_ALIKE, len(words) - _BUTTON)]) for each in captions)
