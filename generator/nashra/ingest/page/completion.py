"""What the first look at a page missed: running text around what it found, rest of lists and quotations; and what is
left out in the midst, to be told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.page.leaf import Leaf
from nashra.ingest.page.page_tree import HEADINGS, text_of
from nashra.ingest.page.prose import SENTENCE_END, densest, is_heading_of_text, is_prose
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Attributes that say what the wrapper around each paragraph of a page is.
_NAMING = ("class", "data-component", "data-testid", "data-type")
# Letters of other blocks after which running text goes on with something else.
_APART = 60
# Class names of what stands under a picture or a film that a script would show.
_OF_PICTURES = re.compile(r"caption|image|photo|media|video|legend|credit|figure", re.IGNORECASE)
_TEASER, _LINKED = 4, 0.6
_HEADLINE = 6  # words of one in a script without capitals


def complete(blocks: Sequence[Leaf]) -> None:
    """Mark the running text that the witness left out of the element that holds all it found: before, between and
    behind. What is shown twice is a caption, or the text of a teaser."""
    prose = [is_prose(block) for block in blocks]
    kept = [at for at, block in enumerate(blocks) if block.kept and prose[at]]
    if not kept:
        return
    around = _around([blocks[at].element for at in kept])
    # one paragraph, or one part of the article that is an <article> itself, says nothing of where the others are
    twins = _twins(around, [block.element for block, running in zip(blocks, prose, strict=True) if running])
    around = twins[0].getparent() if twins else around
    own = densest((block, 1.0) for block, running in zip(blocks, prose, strict=True) if running)
    around = own if own is not None and own in around.iterancestors() else around
    inside = set(around.iter())
    seen = {blocks[at].letters for at in kept}
    title = next((at for at in range(kept[0], -1, -1) if blocks[at].element.tag == "h1"), -1)

    def take(at: int) -> bool:
        block = blocks[at]
        if prose[at] and not block.kept and block.element in inside and block.letters not in seen:
            block.kept = next(block.element.iterancestors("figure"), None) is None and not is_teaser(blocks, at)
            seen.add(block.letters)
        return block.kept

    for at in range(title + 1, kept[-1]):
        take(at)
    _take_opening(blocks, prose, around, kept[0], seen)
    parents = {
        block.element.getparent() for block, running in zip(blocks, prose, strict=True) if block.kept and running
    }
    parents.update(each for twin in twins for each in twin.iter())
    wrappers = _wrappers(
        [block.element for block, running in zip(blocks, prose, strict=True) if block.kept and running]
    )
    apart = 0
    for at in range(kept[-1] + 1, len(blocks)):
        rule = boilerplate.match(blocks[at].text)
        if rule is not None and rule.action == "rest":
            return
        if apart > _APART and not (prose[at] and _names_of_wrapper(blocks[at].element) & wrappers):
            continue
        if take(at) or _continues(blocks, at, parents) or _is_set_like_text(blocks, at):
            blocks[at].kept, apart = True, 0
        elif blocks[at].element.tag in HEADINGS:
            if not (at + 1 < len(blocks) and _opens_part(blocks, at, parents, prose[at + 1])):
                return
            blocks[at].kept, apart = True, 0
        else:
            apart += len(blocks[at].letters)


def _twins(around: HtmlElement, prose: Sequence[HtmlElement]) -> list[HtmlElement]:
    """The wrappers beside `around` that bear just its names and hold running text: parts of the same text, such as the
    entries of a live blog. What has a headline of its own, or one that is a link, is another article."""
    parent, names = around.getparent(), around.get("class")
    if parent is None or not names:
        return []
    alike = [each for each in parent if each.tag == around.tag and each.get("class") == names and each is not around]
    holders = {above for element in prose for above in element.iterancestors()}
    twins = [each for each in alike if each in holders]
    for each in twins:
        if next(each.iter("h1"), None) is not None or any(
            next(heading.iter("a"), None) is not None or heading.getparent().tag == "a"
            for heading in each.iter("h2", "h3", "h4")
        ):
            return []
    return twins


def _take_opening(
    blocks: Sequence[Leaf], prose: Sequence[bool], around: HtmlElement, first: int, seen: Collection[str]
) -> None:
    """Mark the paragraphs below the headline that stand in a wrapper of their own directly above the text's element.
    What stands beside a picture there is its caption."""
    title = next((at for at in range(first - 1, -1, -1) if blocks[at].element.tag in HEADINGS), -1)
    while around.getprevious() is None and (holder := around.getparent()) is not None and holder.tag != "body":
        around = holder
    branch = around.getprevious()
    if title < 0 or branch is None or any(True for _ in branch.iter("a", "button", "form", "figure", "img", "h1")):
        return
    inside = set(branch.iter())
    if any(_OF_PICTURES.search(each.get("class") or "") for each in inside):
        return
    for at in range(title + 1, first):
        block, above = blocks[at], blocks[at - 1]
        if block.element in inside and prose[at] and block.letters not in seen:
            block.kept = block.kept or next(above.element.iter("img"), None) is None


def _wrappers(paragraphs: Sequence[HtmlElement]) -> set[tuple[HtmlElement, str]]:
    """The names of the wrappers that a page gives to each of its paragraphs: those of several of `paragraphs`."""
    holders = {each.getparent(): _names_of_wrapper(each) for each in paragraphs}
    counted = Counter(name for names in holders.values() for name in names)
    return {name for name, count in counted.items() if count > 1}


def _names_of_wrapper(element: HtmlElement) -> set[tuple[HtmlElement, str]]:
    """(what is around it, name) for each name of the wrapper around a paragraph."""
    wrapper = element.getparent()
    holder = wrapper.getparent() if wrapper is not None else None
    if holder is None:
        return set()
    return {(holder, f"{each}={name}") for each in _NAMING if (name := wrapper.get(each))}


def _opens_part(blocks: Sequence[Leaf], at: int, parents: Collection[HtmlElement | None], is_over_prose: bool) -> bool:
    """Whether a heading behind the text stands beside it, over running text or a list that stands there too: a
    crosshead. A part without a link to another article may have a wrapper of its own there."""
    block, below = blocks[at], blocks[at + 1]
    parent = beside = block.element.getparent()
    if beside is not None and _links_in_sentences(blocks, beside):
        beside = beside if beside in parents else beside.getparent()
    if block.linked > 0 or not block.letters or boilerplate.match(block.text) is not None:
        return False
    holder = _list_around(below.element)
    if holder is not None and not below.linked and below.letters:
        return beside in parents and holder.getparent() is parent
    return is_over_prose and beside in parents and below.element.getparent() is parent and not is_teaser(blocks, at + 1)


def _list_around(element: HtmlElement) -> HtmlElement | None:
    """The list of which `element` is an item, or all of one."""
    item = next((each for each in (element, *element.iterancestors()) if each.tag in ("li", "dt", "dd")), None)
    return item.getparent() if item is not None else None


def complete_holders(blocks: Sequence[Leaf]) -> None:
    """Mark the lines of links in an item, a list, a quotation or a row of a table of which other lines are text."""
    said = {
        holder
        for block in blocks
        if block.kept and block.letters and block.linked < _LINKED
        for holder in _holders(block.element)
    }
    for block in blocks:
        if block.letters and not said.isdisjoint(_holders(block.element)):
            block.kept = True


def keep_ends(blocks: Sequence[Leaf]) -> None:
    """Mark the headings in the midst of what was found below which readers write: rules see by them where it ends."""
    last = max((at for at, block in enumerate(blocks) if block.kept), default=-1)
    for block in blocks[: last + 1]:
        if not block.kept and block.element.tag in HEADINGS and not block.linked:
            rule = boilerplate.match(block.text)
            block.kept = rule is not None and rule.action == "rest"


def _holders(element: HtmlElement) -> list[HtmlElement]:
    around = [next(element.iterancestors("li", "blockquote"), None)]
    if element.tag in ("li", "td", "th"):
        around.append(element.getparent())
    return [each for each in around if each is not None]


def left_out(blocks: Sequence[Leaf], told: Collection[int], titles: Collection[str]) -> list[Dropped]:
    """What stands in the midst of the article and is left out, and running text beside it or below its headline, but
    for the lines that are `told` of already. titles: folded keys of the headline."""
    kept = [at for at, block in enumerate(blocks) if block.kept and block.letters]
    if not kept:
        return []
    around = set(_around([blocks[at].element for at in kept]).iter())
    above = range(kept[0] - 1, -1, -1)
    behind = kept[-1] + 1
    while behind < len(blocks) and blocks[behind].element.tag in HEADINGS and blocks[behind].element in around:
        behind += 1  # headings with nothing under them
    start = next((at for at in above if blocks[at].element.tag in HEADINGS and key(blocks[at].text) in titles), kept[0])
    return [
        Dropped(at + 1, block.text, "a link that stands alone" if block.linked >= _LINKED else "not of the text")
        for at, block in enumerate(blocks)
        if block.letters
        and not block.kept
        and at + 1 not in told
        and (
            kept[0] < at < behind
            or (_is_told(block) and (block.element in around or start < at < kept[0]))
            or (start < at < kept[0] and is_heading_of_text(block))
        )
    ]


def _is_told(block: Leaf) -> bool:
    """Whether a block outside of the text that was found may be text: a sentence, or an item of a list."""
    sentence = SENTENCE_END.search(block.text) is not None and len(block.text.split()) > 1 and not block.linked
    item = not block.linked and _list_around(block.element) is not None and read_byline(block.text) is None
    return sentence or is_prose(block) or item


def _continues(blocks: Sequence[Leaf], at: int, parents: Collection[HtmlElement | None]) -> bool:
    """Whether the block is an item, without a link, of a list that stands directly behind the text and beside it."""
    block = blocks[at]
    holder = _list_around(block.element)
    if holder is None or block.linked > 0 or not block.letters:
        return False
    above = (each for each in range(at, -1, -1) if blocks[each].element.tag != "hr")  # notes stand under a rule
    first = next((each for each in above if _list_around(blocks[each].element) is not holder), -1)
    return holder.getparent() in parents and blocks[first].kept and boilerplate.match(blocks[first].text) is None


def _is_set_like_text(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether a few words stand right below the text, in a paragraph set like its last: who signs, a note."""
    block, above = blocks[at], blocks[at - 1]
    if block.element.tag != "p" or not above.kept or above.element.tag != "p" or block.linked or not block.letters:
        return False
    alike = block.element.getparent() is above.element.getparent() and block.element.attrib == above.element.attrib
    bare = next(block.element.iter("img", "button", "form"), None) is None
    return alike and bare and boilerplate.match(block.text) is None


def _links_in_sentences(blocks: Sequence[Leaf], holder: HtmlElement) -> bool:
    """Whether every link in `holder` stands inside a sentence: one to another article begins a block, or ends it."""
    for link in holder.iter("a"):
        around = {link, *link.iterancestors()}
        block = next((each for each in blocks if each.element in around), None)
        words = text_of(link)
        before = block.text.partition(words)[0].rstrip() if block is not None and words else ""
        if not before or SENTENCE_END.search(before) is not None or before.endswith(":"):
            return False
    return True


def is_teaser(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether a link to another article stands at the start of a block, or in a headline right above it."""
    block = blocks[at]
    first = next(block.element.iter("a"), None) if block.element.tag != "p" else None
    title = text_of(first) if first is not None else ""
    if len(title.split()) >= _TEASER and block.text.startswith(title) and not _goes_on(title, block.text):
        return True
    return is_under_link(blocks, at)


def _goes_on(title: str, text: str) -> bool:
    """Whether a sentence goes on where the link ends with which `text` begins: a headline ends where its link does."""
    behind = text[len(title) :].lstrip()
    if not behind or title[-1] in ".!?؟…:":
        return False
    return behind[0].islower() or (behind[0].isalpha() and not behind[0].isupper() and len(title.split()) < _HEADLINE)


def is_under_link(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether a headline that is a link, to another article then, stands right above a block."""
    block = blocks[at]
    above = blocks[at - 1] if at else block
    linked = above.linked >= _LINKED and (above.element.tag in HEADINGS or above.element.tag != block.element.tag)
    if not linked or above.kept or len(above.text.split()) < _TEASER:
        return False
    listed = _list_around(above.element)
    if listed is not None and listed not in block.element.iterancestors():
        return False  # a list of links, and what stands behind it
    return boilerplate.match(above.text) is None  # "read also: ..." speaks of what it leads to, not of what follows


def _around(elements: Sequence[HtmlElement]) -> HtmlElement:
    """The deepest element that holds all `elements`."""
    path = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        above = {element, *element.iterancestors()}
        path = [each for each in path if each in above]
    return path[0]
