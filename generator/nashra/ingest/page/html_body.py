"""Finding the article in a page: which blocks of its tree are the text, and nothing else.

trafilatura chooses by its rules; what it names is then looked up in the page's own tree, so that links, emphasis,
nested lists and captions, which it gives up, are kept. JSON-LD's articleBody, where a site gives one, is the second
witness, and a measure of text density the third, for pages of which the first makes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import fixed_dates
from nashra.ingest.draft import Dropped
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.page import rescue_words
from nashra.ingest.page.body_rules import drop_known
from nashra.ingest.page.columns import drop_other_columns
from nashra.ingest.page.completion import complete, complete_holders, is_under_link, keep_ends, left_out
from nashra.ingest.page.furniture_names import kind_by_markup
from nashra.ingest.page.html_markdown import is_player
from nashra.ingest.page.leaf import Leaf, letters
from nashra.ingest.page.main_part import stay_in_main
from nashra.ingest.page.page_tree import HEADINGS, remove
from nashra.ingest.page.pointers import leads_away
from nashra.ingest.page.prose import is_heading_of_text, is_prose, is_short_sentence
from nashra.ingest.page.ticker import keep_hours
from nashra.ingest.words import boilerplate

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Beyond this many elements only the linear measure is used: the page is a list or an attack.
_MAX_ELEMENTS = 15_000
# A witness that names fewer characters than this has not found the article.
_MIN_TEXT = 140
# articleBody is believed over trafilatura when it has this much more, or this little overlap.
_MUCH_LONGER = 1.25
_CORE = 0.75
_LEAD, _SHORT_LEAD, _LEAD_WORDS = 80, 20, 4
_LEAD_NAMES = re.compile(
    r"(?:^|[\s_-])(?:lead|lede|chapo|chapeau|standfirst|intro|introduction|summary|excerpt|teaser|deck|dek|sub-?title|sub-?headline|"
    r"sub-?head|sous-?titre|accroche|abstract)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMA = re.compile(r"[,،;؛]")


def find_body(
    root: HtmlElement,
    blocks: Sequence[Leaf],
    article_body: str,
    titles: Collection[str],
    names: Collection[str],
    host: str | None,
    site: str | None = None,
) -> tuple[HtmlElement | None, list[Dropped]]:
    """(the part of `root` that is the article, stripped in place to it, what was dropped inside it).

    root: a settled tree without furniture; blocks: its leaves. article_body: JSON-LD's text, may be empty.
    titles: folded keys of the article's title, which the body does not repeat; names: those of its authors.
    host: of the page's address; site: its own name. The element is None where there is no article.
    """
    if not any(block.letters for block in blocks):
        return None, []
    for witness in _witnesses(root, article_body, blocks):
        witness()
        if sum(len(block.letters) for block in blocks if block.kept) >= min(_MIN_TEXT, _all_letters(blocks) // 2):
            break
    outside = stay_in_main(root, blocks, titles)
    if not any(block.kept for block in blocks):
        return None, []
    core = _core(root, blocks)
    beside = drop_other_columns(core, blocks, titles)
    _fill(core, blocks, host)
    complete(blocks)
    complete_holders(blocks)
    _keep_captions(blocks)
    keep_ends(blocks)
    keep_hours(blocks)
    dropped = [*outside, *beside, *drop_known(blocks, titles, names, host, site)]
    dropped = sorted([*dropped, *left_out(blocks, {each.line for each in dropped}, titles)], key=lambda each: each.line)
    return _reduce(root, blocks), dropped


def _all_letters(blocks: Sequence[Leaf]) -> int:
    return sum(len(block.letters) for block in blocks)


def _witnesses(root: HtmlElement, article_body: str, blocks: Sequence[Leaf]) -> Iterator[Callable[[], None]]:
    """Ways of marking the blocks of the article, best first."""
    if sum(1 for _ in root.iter()) <= _MAX_ELEMENTS:
        yield lambda: _ask_both(root, article_body, blocks)
    elif article_body:
        yield lambda: _mark(blocks, article_body)
    yield lambda: _measure(root, blocks)


def _ask_both(root: HtmlElement, article_body: str, blocks: Sequence[Leaf]) -> None:
    extracted = _extract(root)
    _mark(blocks, extracted)
    if len(article_body) < _MIN_TEXT:
        return
    by_first = [block.kept for block in blocks]
    first = sum(len(block.letters) for block in blocks if block.kept)
    _mark(blocks, article_body)
    second = sum(len(block.letters) for block in blocks if block.kept)
    both = sum(len(block.letters) for block, was in zip(blocks, by_first, strict=True) if block.kept and was)
    # the text of the data must be on the page, and be most of what it claims
    believable = second >= 0.6 * len(letters(article_body)) and second >= _MIN_TEXT
    if believable and (second > _MUCH_LONGER * first or both < 0.5 * second):
        return
    for block, was in zip(blocks, by_first, strict=True):
        block.kept = was


def _extract(root: HtmlElement) -> list[str]:
    """The lines that trafilatura takes for the article; none when it fails."""
    from trafilatura import bare_extraction

    rescue_words.lend()
    try:
        document = bare_extraction(
            deepcopy(root), include_comments=False, include_tables=True, include_formatting=False, include_links=False
        )
    except Exception:  # a library that fails on a broken page leaves it to the next witness
        return []
    body = getattr(document, "body", None)
    if body is None:
        return []
    lines = []
    for element in body.iter():
        lines.append("".join(element.itertext()) if len(element) == 0 else element.text or "")
        lines.append(element.tail or "")
    lines.append("".join(body.itertext()))
    return lines


def _mark(blocks: Sequence[Leaf], text: str | Sequence[str]) -> None:
    """Mark the blocks whose words are in `text`."""
    lines = text.splitlines() if isinstance(text, str) else list(text)
    known = {letters(line) for line in lines}
    everything = letters(" ".join(lines) if isinstance(text, str) else (lines[-1] if lines else ""))
    for block in blocks:
        short = len(block.letters) < 25
        block.kept = bool(block.letters) and (block.letters in known or (not short and block.letters in everything))


def _measure(root: HtmlElement, blocks: Sequence[Leaf]) -> None:
    """Mark the blocks of the element around which running text is densest: long blocks with commas and few links."""
    scores: dict[HtmlElement, float] = {}
    for block in blocks:
        if len(block.letters) < 20:
            continue
        points = (1 + len(_COMMA.findall(block.text)) + min(len(block.text) / 100, 3)) * (1 - block.linked)
        parent, share = block.element.getparent() if block.element is not root else block.element, 1.0
        while parent is not None and share > 0.1:
            scores[parent] = scores.get(parent, 0.0) + points * share
            parent, share = parent.getparent(), share / 2
    for block in blocks:
        block.kept = False
    if not scores:
        for block in blocks:
            block.kept = block.linked < 0.5 and bool(block.letters)
        return
    best = max(scores, key=lambda element: scores[element])
    inside = set(best.iter())
    for block in blocks:
        block.kept = block.element in inside and bool(block.letters) and block.linked < 0.5


def _core(root: HtmlElement, blocks: Sequence[Leaf]) -> HtmlElement:
    """The deepest element that holds most of the marked text."""
    weights: dict[HtmlElement, int] = {}
    for block in blocks:
        if block.kept:
            node = block.element
            while node is not None:
                weights[node] = weights.get(node, 0) + len(block.letters)
                node = node.getparent()
    total, core = weights.get(root, 0), root
    while True:
        heavier = next((child for child in core if weights.get(child, 0) >= _CORE * total), None)
        if heavier is None:
            return core
        core = heavier


def _fill(core: HtmlElement, blocks: Sequence[Leaf], host: str | None) -> None:
    """Mark what stands between marked blocks of the core and reads like the article: crossheads, lines, pictures."""
    inside = set(core.iter())
    places = [at for at, block in enumerate(blocks) if block.kept and block.element in inside]
    if not places:
        return
    parents = {blocks[at].element.getparent() for at in places}
    for at in range(places[0] - 3, places[-1] + 40):
        if not 0 <= at < len(blocks) or blocks[at].kept or blocks[at].element not in inside:
            continue
        block = blocks[at]
        between = places[0] < at < places[-1]
        if not block.text:
            near = at < places[0] or block.element.getparent() in parents
            block.kept = between or (near and _has_picture(block.element)) or _is_player(block.element, parents)
        elif block.linked >= 0.6:
            line = between and block.element.tag == "p" and block.element.getparent() in parents
            introduced = line and blocks[at - 1].kept and blocks[at - 1].text.endswith(":")
            block.kept = line and (_is_running(block) or introduced or leads_away(block.element, host))
        elif between:
            block.kept = not (is_prose(block) and is_under_link(blocks, at))
        elif at == places[0] - 1 and _is_first_crosshead(blocks, at, places):
            block.kept = True
        elif is_short_sentence(block, blocks[places[0]]) and (at < places[0] or blocks[at - 1].kept):
            block.kept = block.element.getparent() in parents
        elif block.element.tag in ("p", "li", "blockquote", "td") and block.element.getparent() in parents:
            block.kept = len(block.text) > 60 and block.linked < 0.3
        elif block.element.tag == "figcaption":
            block.kept = at < places[0]
    _keep_lead(blocks, places[0], parents)
    _keep_picture_above(blocks, places[0])
    _keep_player_above(blocks, places[0])
    for at in range(len(blocks) - 1, -1, -1):  # a heading under which nothing is left says nothing
        if blocks[at].kept and blocks[at].text:
            if blocks[at].element.tag not in HEADINGS:
                break
            blocks[at].kept = False


def _keep_lead(blocks: Sequence[Leaf], first: int, parents: Collection[HtmlElement | None]) -> None:
    """Mark the standfirst above the text: sentences in an element named so, or beside the marked blocks."""
    for at in range(first - 1, max(-1, first - 6), -1):
        block = blocks[at]
        if block.element.tag == "h1":
            return
        names = _near_names(block.element)
        named = _LEAD_NAMES.search(names) is not None
        heading = block.element.tag in HEADINGS
        below = at > 0 and blocks[at - 1].element.tag == "h1"
        if heading and not (named or (below and boilerplate.is_sentence(block.text))):
            return
        enough = len(block.text) >= (_SHORT_LEAD if named and below and _may_lead(block) else _LEAD)
        if (
            enough
            and block.linked < 0.2
            and (boilerplate.is_sentence(block.text) or (named and below))
            and boilerplate.match(block.text) is None
            and block.element.tag != "figcaption"
            and (named or block.element.getparent() in parents)
        ):
            block.kept = True
            block.element.tag = "p" if heading else block.element.tag


def _may_lead(block: Leaf) -> bool:
    """Whether a short block can be a standfirst: it says more than a name, a day or a section."""
    dated = bool(fixed_dates(block.text))
    return len(block.text.split()) >= _LEAD_WORDS and read_byline(block.text) is None and not dated


def _is_first_crosshead(blocks: Sequence[Leaf], at: int, places: Sequence[int]) -> bool:
    """Whether the heading right above the text is the first of the text's own: others of its kind stand further down
    beside it, over running text."""
    block = blocks[at]
    if not is_heading_of_text(block) or blocks[at + 1].element.getparent() is not block.element.getparent():
        return False
    return any(
        is_heading_of_text(blocks[each])
        and blocks[each].element.tag == block.element.tag
        and blocks[each].element.getparent() is block.element.getparent()
        and is_prose(blocks[each + 1])
        for each in range(at + 1, places[-1])
    )


def _near_names(element: HtmlElement) -> str:
    parent = element.getparent()
    return " ".join(each.get("class") or "" for each in (element, parent) if each is not None)


def _keep_picture_above(blocks: Sequence[Leaf], first: int) -> None:
    """Mark the picture that many themes set between the headline and the element of the text, and its caption."""
    title = next((at for at in range(first - 1, -1, -1) if blocks[at].element.tag in ("h1", "h2")), None)
    if title is None or any(_has_picture(block.element) for block in blocks[title:first] if block.kept):
        return
    for at in range(first - 1, title, -1):
        figure = next(blocks[at].element.iterancestors("figure"), None)
        if _has_picture(blocks[at].element) and (figure is not None or not blocks[at].text):
            blocks[at].kept = True
            for block in blocks[title:first]:
                if block.element.tag == "figcaption" and figure in block.element.iterancestors("figure"):
                    block.kept = True
            return


def _keep_captions(blocks: Sequence[Leaf]) -> None:
    """Mark the captions of the pictures that are kept."""
    shown = {
        figure
        for block in blocks
        if block.kept and block.element.tag != "figcaption" and _has_picture(block.element)
        for figure in (block.element, *block.element.iterancestors())
        if figure.tag == "figure"
    }
    for block in blocks if shown else ():
        if block.element.tag == "figcaption" and not shown.isdisjoint(block.element.iterancestors("figure")):
            block.kept = True


def _keep_player_above(blocks: Sequence[Leaf], first: int) -> None:
    """Mark the film or the recording between the headline and the text, of which the text speaks then."""
    title = next((at for at in range(first - 1, -1, -1) if blocks[at].element.tag in ("h1", "h2")), None)
    above = set(blocks[first].element.iterancestors())
    for at in range(title + 1, first) if title is not None else ():
        element = blocks[at].element
        if element.tag not in ("video", "audio") and not is_player(element):
            continue
        holders = list(element.iterancestors())[:3]
        if any(each in above for each in holders) and kind_by_markup(element) == "":
            blocks[at].kept = True
            return


def _is_running(block: Leaf) -> bool:
    return boilerplate.is_sentence(block.text) and len(block.text) > 60


def _is_player(element: HtmlElement, parents: Collection[HtmlElement | None]) -> bool:
    """Whether `element` is a player beside the text, or in a wrapper of its own beside it."""
    parent = element.getparent()
    beside = parent in parents or (parent is not None and len(parent) == 1 and parent.getparent() in parents)
    return element.tag in ("iframe", "video", "audio") and beside


def _has_picture(element: HtmlElement) -> bool:
    return element.tag in ("img", "figure", "picture") or next(element.iter("img"), None) is not None


def _reduce(root: HtmlElement, blocks: Sequence[Leaf]) -> HtmlElement:
    """`root` without the leaves that are not kept, and without what is empty then."""
    kept = [block.element for block in blocks if block.kept]
    wanted: set[HtmlElement] = set()
    for element in kept:
        node: HtmlElement | None = element
        while node is not None and node not in wanted:
            wanted.add(node)
            node = node.getparent()
    whole = set(kept)
    stack = [root]
    while stack:
        element = stack.pop()
        for child in list(element):
            if child in whole:
                continue
            if child in wanted:
                stack.append(child)
            elif child.tag not in ("br", "hr") or element not in whole:
                remove(child)
    return root
