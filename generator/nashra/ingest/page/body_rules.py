"""What stands inside an article's text and is no part of it: the rules for pasted text, and those that need links."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import find_dates
from nashra.ingest.draft import Dropped
from nashra.ingest.heads.byline import MAX_LENGTH, read_byline
from nashra.ingest.heads.dateline import read_dateline_line
from nashra.ingest.page.closing import drop_barriers, drop_closing, drop_twin_captions
from nashra.ingest.page.completion import is_teaser
from nashra.ingest.page.copies import drop_beginnings, drop_copies, drop_counts
from nashra.ingest.page.leaf import Leaf, letters
from nashra.ingest.page.page_tree import HEADINGS, lines_of, text_of
from nashra.ingest.page.pointers import drop_jumps, drop_pointers, leads_to_file
from nashra.ingest.page.prose import is_heading_of_text, is_prose
from nashra.ingest.page.pull_quotes import drop_pull_quotes
from nashra.ingest.page.ticker import is_hour, is_hour_of_the_page
from nashra.ingest.page.trim import trim
from nashra.ingest.words import boilerplate
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import keys
from nashra.ingest.words.rules import ADVERTISING, ANSWERS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Lines about the article end within this many characters of its text.
_HEAD = 200
_MAX_NAMES = 14  # words of a line that names the authors
_LINKED = 0.9
_LABELLED = 0.8  # with a label behind it, as [VIDEO]
_MAX_VALUE = 60  # characters of a value in a table
# A headline in a list of links is longer than the name of a page or of a term.
_HEADLINE = 20


def drop_known(
    blocks: Sequence[Leaf],
    titles: Collection[str],
    names: Collection[str],
    host: str | None = None,
    site: str | None = None,
) -> list[Dropped]:
    """Unmark the kept `blocks` that are furniture, and say why; the number of a dropped line is that of its block.

    titles, names: folded keys of the article's titles and of its authors' names. host: of the page's address; site: its
    own name; None where they are unknown.
    """
    dropped: list[Dropped] = []

    def drop(at: int, reason: str) -> None:
        blocks[at].kept = False
        dropped.append(Dropped(at + 1, blocks[at].text, reason))

    _drop_head(blocks, titles, names, drop)
    _drop_notices(blocks, drop)
    drop_barriers(blocks, drop)
    _drop_stock(blocks, drop)
    _drop_labelled_links(blocks, drop)
    drop_twin_captions(blocks, drop)
    _drop_links(blocks, drop)
    drop_pointers(blocks, host, drop)
    drop_jumps(blocks, drop)
    drop_closing(blocks, drop, site)
    drop_pull_quotes(blocks, drop)
    drop_beginnings(blocks, drop)
    drop_counts(blocks, drop)
    drop_copies(blocks, drop)
    dropped.sort(key=lambda each: each.line)
    return dropped


def _kept(blocks: Sequence[Leaf]) -> list[tuple[int, Leaf]]:
    return [(at, block) for at, block in enumerate(blocks) if block.kept and block.text]


def _drop_head(
    blocks: Sequence[Leaf], titles: Collection[str], names: Collection[str], drop: Callable[[int, str], None]
) -> None:
    """The title again, and the lines of author, date and section above the text."""
    started = 0
    for at, block in _kept(blocks):
        if started >= _HEAD:
            return
        if block.element.tag != "figcaption" and next(block.element.iterancestors("blockquote"), None) is None:
            if key(block.text) in titles or (not started and _is_title_and_more(block, titles, names)):
                drop(at, "repeats the title")
            elif (
                _is_about(block.text, names, not started)
                or (not started and _is_about_in_lines(block, names))
                or (
                    not started
                    and (boilerplate.is_agency(block.text) or is_hour_of_the_page(blocks, at) or _is_time(block))
                )
            ):
                drop(at, "the line of author and date")
            elif boilerplate.is_section(block.text) and not started:
                drop(at, "the name of a section")
        if block.kept and boilerplate.is_sentence(block.text):
            started += len(block.text)


def _is_time(block: Leaf) -> bool:
    """Whether a block is a day that is marked up as one, and nothing else: "24 Nov"."""
    marked = next(block.element.iter("time"), None)
    if is_hour(block.element):
        return False  # of a live ticker
    return marked is not None and bool(marked.get("datetime")) and clean(text_of(marked)) == block.text


def _is_title_and_more(block: Leaf, titles: Collection[str], names: Collection[str]) -> bool:
    """Whether `block` is the title, parted by a <br> from who wrote the article and when."""
    lines = lines_of(block.element) if len(block.text) <= 2 * MAX_LENGTH else []
    rest = [line for line in lines if key(line) not in titles]
    return len(rest) < len(lines) and all(_is_about(clean(line), names, True) for line in rest)


def _is_about_in_lines(block: Leaf, names: Collection[str]) -> bool:
    """Whether each of the lines of a block, parted by <br>, says who wrote the article or when, and one says when."""
    lines = lines_of(block.element) if len(block.text) <= MAX_LENGTH else []
    return len(lines) > 1 and any(map(find_dates, lines)) and all(_is_about(clean(line), names, True) for line in lines)


def _is_about(text: str, names: Collection[str], first: bool) -> bool:
    """Whether `text` says nothing but who wrote the article and when. first: no sentence stands before it."""
    if len(text) > MAX_LENGTH or boilerplate.is_sentence(text):
        byline = read_byline(text) if len(text) <= MAX_LENGTH else None
        return byline is not None and byline.labelled
    byline = read_byline(text)
    if byline is not None and (byline.labelled or byline.published):
        return True
    if not first:
        return False
    if (line := read_dateline_line(text)) is not None and line.author and line.place:
        return True
    folded = f" {key(text)} "
    if len(words(text)) <= _MAX_NAMES and any(f" {name} " in folded for name in names if name):
        return True
    return sum(each.end - each.start for each in find_dates(text)) > 0.5 * len(text)


def _drop_stock(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """What the rules for pasted text know: read also, share, comments, subscribe."""
    at_line: dict[int, int] = {}
    lines: list[Line] = []
    number = 0
    before: Leaf | None = None
    for at, block in _kept(blocks):
        if _is_cell(block.element) or _counts_answers(blocks, at):
            continue
        # items of one list stand on neighbouring lines, other blocks two lines apart
        number += 1 if before is not None and _in_one_list(before, block) else 2
        at_line[number] = at
        lines.append(Line(number, block.text))
        before = block
    for each in trim(lines)[1]:
        at = at_line[each.line]
        if not _is_crosshead(blocks, at):
            drop(at, each.reason)
            _drop_teasers(blocks, at, drop)


def _counts_answers(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether "54 responses" is a crosshead of the article: it stands beside its paragraphs, over one of them."""
    if boilerplate.match(blocks[at].text) is not ANSWERS or not 0 < at < len(blocks) - 1:
        return False
    near, parent = (blocks[at - 1], blocks[at + 1]), blocks[at].element.getparent()
    return all(each.kept and is_prose(each) and each.element.getparent() is parent for each in near)


def _drop_teasers(blocks: Sequence[Leaf], at: int, drop: Callable[[int, str], None]) -> None:
    """What stands in one box with a heading such as "read also", where all of it begins with headlines that are
    links."""
    rule, box = boilerplate.match(blocks[at].text), blocks[at].element.getparent()
    if rule is None or rule.action != "list" or not boilerplate.is_heading(blocks[at].text) or box is None:
        return
    below: list[int] = []
    for each in range(at + 1, len(blocks)):
        element = blocks[each].element
        if box not in element.iterancestors():
            break
        if blocks[each].letters and (element.tag in HEADINGS or not is_teaser(blocks, each)):
            return
        below.append(each)
    for each in below:
        if blocks[each].kept:
            drop(each, f"stands under {rule.purpose}")


def _is_crosshead(blocks: Sequence[Leaf], at: int) -> bool:
    """Whether a heading stands directly above running text: no headline of another article."""
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    return is_heading_of_text(blocks[at]) and below is not None and below.kept and is_prose(below)


def _is_cell(element: HtmlElement) -> bool:
    """Whether `element` is in a table of data: signs and short words are its values."""
    cell = next((each for each in (element, *element.iterancestors()) if each.tag in ("td", "th")), None)
    table = next(cell.iterancestors("table"), None) if cell is not None else None
    if table is None or len(text_of(element)) > _MAX_VALUE:
        return False
    rows = [row for row in table.iter("tr") if sum(each.tag in ("td", "th") for each in row) > 1]
    return len(rows) > 1


def _drop_notices(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """What a site says of its comments or its cookies: a paragraph that links to two of its rules."""
    for at, block in _kept(blocks):
        links = {key(text_of(link)) for link in block.element.iter("a")}
        if len(links & keys("pages", "site_rules")) > 1:
            drop(at, "the site's rules")


def _in_one_list(one: Leaf, two: Leaf) -> bool:
    return two.element.tag == "li" and one.element.getparent() is two.element.getparent()


def _drop_labelled_links(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """The label of an advertisement with what it links to, in one block: nothing else stands there."""
    for at, block in _kept(blocks):
        if 0 < block.linked < 1 and len(block.text) <= MAX_LENGTH and not boilerplate.is_sentence(block.text):
            links = [text_of(link) for link in block.element.iter("a")]
            label = block.text[: max(0, block.text.find(clean(links[0])))]
            if boilerplate.match(label.strip()) is ADVERTISING and block.letters == letters(label + "".join(links)):
                drop(at, ADVERTISING.purpose)


def _drop_links(blocks: Sequence[Leaf], drop: Callable[[int, str], None]) -> None:
    """Lists of headlines of other articles, and buttons at either end of the text."""
    kept = _kept(blocks)
    for run in _runs(kept):
        if len(run) > 1 and sum(len(block.text) for _, block in run) >= _HEADLINE * len(run):
            for at, _ in run:
                drop(at, "a list of links to other pages")
    for ends in (_kept(blocks), _kept(blocks)[::-1]):
        for at, block in ends:
            if not _is_button(block):
                break
            drop(at, "a link that stands alone")
    for at, block in _kept(blocks)[::-1]:
        if block.element.tag not in HEADINGS:
            break
        drop(at, "a heading with nothing under it")


def _runs(kept: Iterable[tuple[int, Leaf]]) -> list[list[tuple[int, Leaf]]]:
    """Neighbours that are nothing but links."""
    runs: list[list[tuple[int, Leaf]]] = [[]]
    for at, block in kept:
        labelled = block.linked >= _LABELLED and block.text.endswith(("]", "|"))
        if (block.linked >= _LINKED or labelled) and block.element.tag != "td":
            runs[-1].append((at, block))
        elif runs[-1]:
            runs.append([])
    return runs


def _is_button(block: Leaf) -> bool:
    if leads_to_file(block.element) and len(words(block.text)) > 1 and boilerplate.match(block.text) is None:
        return False  # a report, a programme
    return (
        block.linked >= _LINKED and not boilerplate.is_sentence(block.text) and block.element.tag not in ("blockquote",)
    )
