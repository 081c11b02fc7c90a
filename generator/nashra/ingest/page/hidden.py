"""Parts of a page that a reader does not see: what a style or an attribute hides, and copies for machines."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from nashra.ingest.page.furniture_names import HIDDEN_STYLE
from nashra.ingest.page.leaf import leaf_of, letters
from nashra.ingest.page.page_tree import BLOCKS, leaves
from nashra.ingest.page.prose import is_prose
from nashra.markup.raw_html import UNSEEN_CLASSES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAMPLE = 50  # letters by which a copy is recognised
# Of letters and of what is behind them.
_INK, _PAPER = (
    re.compile(rf"(?:^|;)\s*{name}\s*:\s*([^;!]+)", re.IGNORECASE) for name in ("color", "background(?:-color)?")
)
_NAMED_COLOURS = {"white": "#ffffff", "black": "#000000"}
# What a script may unfold or let appear when somebody reads on, and nobody sees until then.
_FOLDED = re.compile(
    r"(?<![\w-])opacity\s*:\s*(?:0?\.0\d*|0)(?![\d.])|(?<![\w-])(?:max-)?height\s*:\s*0(?![\d.])(?=.*overflow)|"
    r"overflow(?:-y)?\s*:\s*hidden.*(?<![\w-])(?:max-)?height\s*:\s*0(?![\d.])",
    re.IGNORECASE | re.DOTALL,
)
# What a style or a class says of what is behind letters.
_GROUND = re.compile(
    r"background|(?:^|[\s_-])(?:bg|dark|black|cover|overlay|hero|inverse|night)(?:$|[\s_-])", re.IGNORECASE
)
_FEWEST_FOLDED = 4  # words that are told
_LONGEST_TOLD = 60


def is_hidden(element: HtmlElement) -> bool:
    """Whether a reader does not see `element`. aria-hidden hides it from machines that read aloud alone, and themes set
    it on paragraphs that a script veils: what reads like the article is judged by that."""
    style = element.get("style") or ""
    if element.get("hidden") is not None or HIDDEN_STYLE.search(style) is not None:
        return not _is_shown_inside(element, style)
    if element.tag in BLOCKS and not UNSEEN_CLASSES.isdisjoint((element.get("class") or "").split()):
        return True
    if style and _ink_is_paper(style):
        return True
    if element.get("aria-hidden") != "true" or (element.tag == "p" and is_prose(leaf_of(element))):
        return False
    return not _is_rest_of_text(element)


def _ink_is_paper(style: str) -> bool:
    """Whether a style gives letters the colour of what is behind them."""
    ink, paper = _INK.search(style), _PAPER.search(style)
    if ink is None or paper is None:
        return False
    colour = _colour(ink[1])
    return bool(colour) and colour == _colour(paper[1])


def _colour(written: str) -> str:
    """A colour in one form; empty where it depends on what is around, as `inherit` does."""
    plain = "".join(written.lower().split())
    if len(plain) == 4 and plain[0] == "#":
        return "#" + "".join(digit * 2 for digit in plain[1:])
    return _NAMED_COLOURS.get(plain, plain if plain.startswith(("#", "rgb(")) else "")


def folded(body: HtmlElement) -> str | None:
    """The first words of a part of the article that its style may not show, as long as most of it is shown: pages that
    let everything appear by a script hide nothing."""
    styled = body.xpath(".//*[@style]")
    parts = [each for each in styled if _FOLDED.search(each.get("style")) is not None or _is_white(each)]
    inner = {each for part in parts for each in part.iterdescendants()} if len(parts) > 1 else set()
    texts = [" ".join(part.itertext()) for part in parts if part not in inner]
    texts = [text for text in texts if len(text.split()) >= _FEWEST_FOLDED]
    if not texts or 2 * sum(map(len, texts)) > len("".join(body.itertext())):
        return None
    return " ".join(texts[0].split())[:_LONGEST_TOLD]


def _is_white(element: HtmlElement) -> bool:
    """Whether the letters of `element` are white, and nothing around them says what they stand on."""
    ink = _INK.search(element.get("style"))
    if ink is None or _colour(ink[1]) not in ("#ffffff", "rgb(255,255,255)"):
        return False
    around = (element, *element.iterancestors())
    return not any(
        each.get("bgcolor") or _GROUND.search(f"{each.get('style') or ''} {each.get('class') or ''}") for each in around
    )


def _is_shown_inside(element: HtmlElement, style: str) -> bool:
    """Whether no more than letters of no size hide `element`, and what it holds has a size of its own: so themes close
    the gaps between boxes."""
    hides = HIDDEN_STYLE.search(style)
    if hides is None or element.get("hidden") is not None or not hides[0].lower().startswith("font-size"):
        return False
    return any("font-size" in (each.get("style") or "") for each in element.iterdescendants())


def _is_rest_of_text(element: HtmlElement) -> bool:
    """Whether `element` is a wrapper of paragraphs, and nothing else, right behind a paragraph: the part of the text
    that a button unfolds."""
    before = element.getprevious()
    if before is None or before.tag != "p" or not is_prose(leaf_of(before)):
        return False
    inside = [leaf_of(each) for each in leaves(element)]
    return bool(inside) and all(is_prose(each) for each in inside if each.letters)


def repeats(element: HtmlElement, hidden: Collection[HtmlElement], root: HtmlElement) -> bool:
    """Whether the words of a hidden part are shown elsewhere: a copy of the article for machines."""
    longest = max((letters("".join(each.itertext())) for each in leaves(element)), key=len, default="")
    unseen = {inner for each in hidden for inner in each.iter()}
    # the copy may lack its marks and breaks, or be cut
    sample = longest[:_SAMPLE]
    return len(sample) == _SAMPLE and any(
        sample in each.letters for each in map(leaf_of, leaves(root)) if each.element not in unseen
    )
