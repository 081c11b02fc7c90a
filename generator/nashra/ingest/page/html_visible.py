"""What a reader of the page sees around the headline: the headline itself, who wrote it, and its dates."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from nashra.ingest.dates.find import FoundDate, find_dates, fixed_dates
from nashra.ingest.heads.byline import MAX_LENGTH, Byline, is_person, read_byline, says_role
from nashra.ingest.heads.dateline import read_dateline_line
from nashra.ingest.page.author_names import BESIDE_DATE, AuthorBoxes, signs_beside_date
from nashra.ingest.page.furniture_names import UNSEEN, Apart, kind_of
from nashra.ingest.page.page_tree import BLOCKS, text_of
from nashra.ingest.words import boilerplate
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names (class, id, itemprop, rel) that themes give to what stands under a headline.
_DATE_NAMES = re.compile(r"(?:^|[\s_-])(?:date|datetime|time|timestamp|publish\w*|pubdate|posted|post-?on|"
    r"entry-date|dateline)"
                         r"(?:$|[\s_-])|date$|^date", re.IGNORECASE)  # fmt: skip
_UPDATED_NAMES = re.compile(r"updat|modif|revis|maj\b|mise-a-jour", re.IGNORECASE)
_PUBLISHED_NAMES = re.compile(r"publi|pubdate|entry-date|post-date|date-?created|posted", re.IGNORECASE)
_AUTHOR_NAMES = re.compile(
    r"(?:^|[\s_-])(?:author|byline|auteur|writer|reporter|kateb|katib|creator|signature|reader-credit)s?(?:$|[\s_-]|name|link)",
    re.IGNORECASE,
)
# The same, so short that they say other things too: they count where a person's name stands.
_BRIEF_NAMES = re.compile(
    r"(?:^|[\s_-])(?:by|auth|redacteur|journalist|correspondent|mourassil)(?:$|\s)", re.IGNORECASE
)
_NEAR = 400  # elements: beyond this distance a date belongs to something else
# Lines looked at above the headline, and as many below it; elements in one of them; elements up to a line that tells
# who wrote the article.
_MAX_LINES, _SHORT, _BESIDE = 60, 12, 60
_CLOSE = 40
# Letters of a headline, by <font size>: of seven sizes the third is that of text, and "+1" is the next.
_SIZE, _USUAL, _LARGE = re.compile(r"(\+?)([1-7])"), 3, 4
_WITHIN = frozenset(("span", "a", "li", "b", "strong"))  # elements of a line
_LINES = frozenset("p div span li td ul address font small i em b strong h2 h3 h4 h5 h6 dd abbr".split())
# Letters of a sentence in which a <time> tells of another day; years from a birth to a death.
_SENTENCE, _YEARS = 60, 10
# Blocks that may tell of a day, how much of them is more than that day, and how an entry goes on behind it.
_TELLING, _MOSTLY = frozenset({"li", "p", "dd", "ul", "ol"}), 0.5
_ENTRY = re.compile(r"\s*(?::|[–—-]\s*(?=[a-zà-ÿ]))\s*(?:\S+\s+){3}")
_FAR = 40  # elements that make up for one rank


@dataclass(frozen=True, slots=True)
class SeenDate:
    """A date that stands on the page. rank: 0 is surest. updated: whether its label says so. above: whether it stands
    above the headline, where sites show today's date."""

    found: FoundDate
    where: str
    rank: int
    distance: int
    updated: bool = False
    above: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """headings: texts of <h1>, the one of the article first. dates: the surest and nearest first."""

    headings: tuple[str, ...]
    authors: tuple[tuple[str, str], ...]
    dates: tuple[SeenDate, ...]
    source: str | None = None
    source_url: str | None = None


def look(root: HtmlElement, titles: Collection[str]) -> Seen:
    """Read what stands around the headline of `root`. titles: folded keys of the titles that the head gives."""
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    headings = _headings(elements, titles)
    signs, boxes = _Signs(elements, headings[0][0] if headings else None), AuthorBoxes()
    for at, element in enumerate(elements):
        if not boxes.read(element):
            signs.read(at, element)
    # what is sure but far away belongs to another article more often than what is near
    signs.dates.sort(key=lambda each: each.rank + each.distance / _FAR)
    signs.authors.sort(key=lambda each: each[0])
    return Seen(
        tuple(text for _, text in headings),
        (*((text, where) for _, text, where in signs.authors), *boxes.authors()),
        tuple(signs.dates),
        signs.source.source if signs.source else None,
        signs.source.source_url if signs.source else None,
    )


def _headings(elements: list[HtmlElement], titles: Collection[str]) -> list[tuple[HtmlElement, str]]:
    """What may be the headline, the likeliest first."""
    headings = [(element, clean(text_of(element)[:1000])) for element in elements if element.tag == "h1"]
    headings = [(element, text) for element, text in headings if text]
    headings.sort(key=lambda pair: (key(pair[1]) not in titles, not _agrees(key(pair[1]), titles)))
    if not headings or not _agrees(key(headings[0][1]), titles):
        return [*_printed_title(elements, titles), *headings] or _in_large_letters(elements)
    if (own := _below_site_name(elements, key(headings[0][1]), titles)) is not None:
        return [own, *headings]
    return headings


class _Signs:
    """The dates and names that stand around the headline, each with its distance in elements.

    authors: (distance, name, where).
    """

    def __init__(self, elements: list[HtmlElement], headline: HtmlElement | None) -> None:
        self.dates: list[SeenDate] = []
        self.authors: list[tuple[int, str, str]] = []
        self.source: Byline | None = None
        self._has_headline = headline is not None
        self._title_at = elements.index(headline) if headline is not None else 0
        self._around = set(headline.iterancestors()) if headline is not None else set()
        self._is_apart = Apart(self._around)
        self._lines = {True: 0, False: 0}  # above the headline, and below it

    def read(self, at: int, element: HtmlElement) -> None:
        """See what `element`, which is number `at` of the page, says."""
        is_above = at < self._title_at
        distance = 3 * (self._title_at - at) if is_above else at - self._title_at
        if distance > _NEAR and element.tag != "time":
            return
        names = _names(element)
        dated = element.tag == "time" or _is_named(_DATE_NAMES, names)
        signed = (
            element.tag not in ("body", "html")
            and (_is_named(_AUTHOR_NAMES, f"{names} {_labels(element)}") or "author" in (element.get("rel") or ""))
            and kind_of(element) != UNSEEN
        )
        is_line = len(element) <= _SHORT and distance <= _NEAR and element.tag in _LINES
        if not (dated or signed or is_line):
            return
        if self._is_apart(element) or (not dated and _is_long(element)):
            return
        if not self._around.issuperset(element.iterancestors("blockquote")):
            return  # what others said, and when
        text = clean(text_of(element, gap=" "))
        brief = not (signed or is_above) and _is_named(_BRIEF_NAMES, names)
        if (signed or brief) and len(element):
            text = _each_name(element) or _without_roles(element) or text
        signed = signed or (brief and is_person(text) and boilerplate.match(text) is None)
        is_short = bool(text) and len(text) <= MAX_LENGTH
        if signed and is_short:
            # the innermost element has the name alone; those around it are asked after it
            outer = any(_is_named(_AUTHOR_NAMES, _names(inner)) for inner in element.iterdescendants())
            text = "; ".join([text, *_with(element)])
            self.authors.append((distance + _NEAR * outer, text, f"{element.tag}.{names.split(' ')[0] or 'author'}"))
        if dated or (is_short and self._lines[is_above] < _MAX_LINES):
            self._lines[is_above] += not dated
            found = _dates(element, text, names, distance, dated)
            self.dates += [replace(each, above=self._has_headline and is_above) for each in found]
        if is_short and distance < _BESIDE:
            self._read_line(element, text, at, distance)

    def _read_line(self, element: HtmlElement, text: str, at: int, distance: int) -> None:
        """See whether the line `text` says who wrote the article, or where it comes from."""
        byline = read_byline(text)
        if byline and byline.author and (byline.labelled or (byline.published and distance < _CLOSE)):
            # a labelled element has the name alone; a line is cut out of what stands around it
            where = BESIDE_DATE if byline.bare_name else "the line of the author"
            self.authors.append((distance + _CLOSE * (1 + byline.bare_name), byline.author, where))
        elif byline is None and 0 < at - self._title_at < _CLOSE and element.tag in _LINES:
            line = read_dateline_line(text)
            if line is not None and line.place and line.author:
                self.authors.append((distance + 2 * _CLOSE, line.author, BESIDE_DATE))
            elif signs_beside_date(element, text):
                self.authors.append((distance + 3 * _CLOSE, text, BESIDE_DATE))
        if self.source is None and byline and byline.labelled and byline.source:
            self.source = byline


def _with(element: HtmlElement) -> list[str]:
    """Who stands beside the first author of a line, each in an element of the same names: co-authors."""
    alike = [each for each in element.itersiblings() if each.tag == element.tag and _names(each) == _names(element)]
    names = [clean(text_of(each, gap=" ")) for each in alike] if _names(element) else []
    return names if element.tag in _WITHIN and all(map(is_person, names)) else []


def _each_name(element: HtmlElement) -> str:
    """The names in an author's element of which each stands in an element of its own, and nothing else does."""
    names = [clean(text_of(each, gap=" ")) for each in element]
    if (
        len(names) < 2
        or not all(map(is_person, names))
        or clean(text_of(element)).replace(" ", "") != "".join(names).replace(" ", "")
    ):
        return ""
    return "; ".join(names)


def _labels(element: HtmlElement) -> str:
    """What pages whose classes are numbers call an element."""
    return " ".join(filter(None, map(element.get, ("data-testid", "data-component"))))


def _without_roles(element: HtmlElement) -> str:
    """The parts of an author's element that do not say what he is, where each stands in an element of its own."""
    while len(element) == 1 and len(element[0]) and not (element.text or "").strip():
        element = element[0]  # a wrapper of nothing else
    if any((each or "").strip() for each in (element.text, *(child.tail for child in element))):
        return ""
    parts = [part for child in element if (part := clean(text_of(child, gap=" ")))]
    names = [part for part in parts if not says_role(part)]
    return names[0] if len(names) == 1 < len(parts) else ""


def _is_long(element: HtmlElement) -> bool:
    """Whether `element` has surely more words than any line about an article."""
    length = 0
    for text in element.itertext():
        length += sum(map(len, text.split()))
        if length > 2 * MAX_LENGTH:
            return True
    return False


def _names(element: HtmlElement) -> str:
    return " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))


@lru_cache(maxsize=4096)
def _is_named(pattern: re.Pattern[str], names: str) -> bool:
    """Whether `names` has one of `pattern`: a theme gives the same names to many elements."""
    return pattern.search(names) is not None


def _agrees(heading: str, titles: Collection[str]) -> bool:
    return any(heading and (heading == title or heading in title or title in heading) for title in titles if title)


def _below_site_name(elements: list[HtmlElement], site: str, titles: Collection[str]) -> tuple[HtmlElement, str] | None:
    """The headline of a page whose only <h1> is the name of the blog, with which the title of its head begins or ends:
    the heading that says the rest of it."""
    if site in titles:
        return None
    rests = {title.removeprefix(f"{site} ") for title in titles if title.startswith(f"{site} ")}
    rests |= {title.removesuffix(f" {site}") for title in titles if title.endswith(f" {site}")}
    for element in elements if rests else ():
        if element.tag in ("h2", "h3", "h4") and key(text := clean(text_of(element)[:1000])) in rests:
            return element, text
    return None


def _printed_title(elements: list[HtmlElement], titles: Collection[str]) -> list[tuple[HtmlElement, str]]:
    """The headline of a page without a useful <h1>: the first short element whose text is a title of the head, or all
    of it but the site's name at one end."""
    for element in elements:
        if element.tag not in ("h2", "h3", "h4", "div", "p", "b", "strong", "td", "span", "font") or len(element) > 3:
            continue
        text = clean(text_of(element))
        if len(text) > MAX_LENGTH:
            continue
        folded = key(text)
        if len(folded.split()) > 3 and any(
            title == folded or title.startswith(f"{folded} ") or title.endswith(f" {folded}") for title in titles
        ):
            return [(element, text)]
    return []


def _in_large_letters(elements: list[HtmlElement]) -> list[tuple[HtmlElement, str]]:
    """The headline of a page from the time before style sheets: the only text in its largest letters."""
    told = [(_SIZE.fullmatch((each.get("size") or "").strip()), each) for each in elements if each.tag == "font"]
    sized = [(int(size[2]) + (_USUAL if size[1] else 0), each) for size, each in told if size is not None]
    largest = max((size for size, _ in sized), default=0)
    found = [(each, clean(text_of(each))) for size, each in sized if size == largest >= _LARGE]
    found = [(each, text) for each, text in found if text]
    return found if len(found) == 1 and len(found[0][1]) <= MAX_LENGTH else []


def _dates(element: HtmlElement, text: str, names: str, distance: int, dated: bool) -> list[SeenDate]:
    where = f"<{element.tag}>" if element.tag == "time" else "the text near the title"
    written = (element.get("datetime") or element.get("content") or element.get("title") or "").strip() if dated else ""
    # the microformat hAtom calls a date "updated" that themes call "entry-date" or "published" beside it
    updated = _is_named(_UPDATED_NAMES, names) and not _is_named(_PUBLISHED_NAMES, names)
    if element.tag == "time" and _is_told(element, _SENTENCE):
        return []
    rank = 1 if element.tag == "time" else 2 if dated else 3
    # in an item of a list, or in a link, it is most likely that of another article
    rank += any(parent.tag in ("li", "a") for parent in (element, *element.iterancestors()))
    if _is_named(_PUBLISHED_NAMES, names) and dated:
        rank -= 1
    found = fixed_dates(written)[:1] if written else []
    if found:
        if found[0].clock is None and text:  # the attribute names the day, the text its hour
            found = [each for each in find_dates(text) if each.day == found[0].day and each.clock] or found
        return [SeenDate(found[0], where, rank, distance, updated or _label_says_updated(element))]
    if not text or len(text) > MAX_LENGTH:
        return []
    if not dated and _is_told(element, 0):
        return []
    byline = read_byline(text)
    if byline is not None:
        seen = []
        if byline.published:
            seen.append(SeenDate(byline.published, where, rank - (byline.labelled and rank > 1), distance, updated))
        if byline.updated:
            seen.append(SeenDate(byline.updated, where, rank, distance, True))
        if seen:
            return seen
    # "today" and "now" are words of headlines and buttons too: outside of a place for dates they must stand alone
    return [
        SeenDate(each, where, rank + 4 * each.is_relative + (not dated), distance, updated)
        for each in find_dates(text)
        if not _copied().search(text[: each.start])
        if dated
        or (each.end - each.start > 0.6 * len(text) and each.amount != 0 if each.is_relative else len(text) <= 100)
    ][:2]


def _is_told(element: HtmlElement, least: int) -> bool:
    """Whether the day in `element` is one of which the text tells: it stands in a sentence, of no fewer letters than
    `least`, or begins an entry of a chronology, or what it says is a span of years."""
    block = next(each for each in (element, *element.iterancestors()) if each.tag in BLOCKS or each.tag == "html")
    if block.tag not in _TELLING or _is_long(block) or next(block.iter("br"), None) is not None:
        return False
    if next(block.iterancestors("footer"), None) is not None:
        return False  # what a program says of the page
    text = clean(text_of(block, gap=" "))
    dates = find_dates(text)
    years = [each.day.year for each in dates if each.day is not None]
    if years and max(years) - min(years) > _YEARS:
        return True
    if not dates or len(text) < least or sum(each.end - each.start for each in dates) > _MOSTLY * len(text):
        return False
    entry = _ENTRY.match(text[dates[0].end :]) is not None and not text[: dates[0].start].strip()
    says_who = read_byline(text) is not None or read_dateline_line(text) is not None
    return (entry or boilerplate.is_sentence(text)) and not says_who


@lru_cache(maxsize=1)
def _copied() -> re.Pattern[str]:
    """What stands before the day on which somebody printed, fetched or read the page."""
    return re.compile(rf"(?<![^\W_])(?:{written('pages', 'copied')})\W*\Z", re.IGNORECASE)


def _label_says_updated(element: HtmlElement) -> bool:
    """Whether the words just before a date say that it is that of an update."""
    before = element.getprevious()
    label = (
        before.tail if before is not None else element.getparent().text if element.getparent() is not None else ""
    ) or ""
    if before is not None and not label.strip():
        label = text_of(before)[-40:]
    return _updated().search(label[-60:].strip()) is not None


@lru_cache(maxsize=1)
def _updated() -> re.Pattern[str]:
    return re.compile(rf"(?:{written('pages', 'updated')})\W*\Z", re.IGNORECASE)
