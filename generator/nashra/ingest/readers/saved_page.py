"""A saved HTML page -> an article: metadata, dates, body and pictures, with a reason for each and every doubt noted."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from nashra.ingest.assembler import Assembler, Fact, Moment
from nashra.ingest.draft import Dropped, Given, Imported, one_line
from nashra.ingest.heads.byline import is_person
from nashra.ingest.heads.houses import is_house
from nashra.ingest.heads.title import without_rubric
from nashra.ingest.page import html_dates
from nashra.ingest.page.author_names import AT_THE_END, BESIDE_DATE, IN_BOX, signed_at_end
from nashra.ingest.page.captions import split_credit
from nashra.ingest.page.hidden import folded
from nashra.ingest.page.html_markdown import NO_PICTURE, MarkdownWriter
from nashra.ingest.page.html_metadata import PageFacts
from nashra.ingest.page.html_names import (
    ONLY_HEADLINE,
    choose_authors,
    choose_title,
    choose_topics,
    is_cut,
    site_name,
)
from nashra.ingest.page.html_pictures import Pictures, same_picture
from nashra.ingest.page.html_visible import Seen, look
from nashra.ingest.page.page_shown import picture_address
from nashra.ingest.page.page_tree import HEADINGS, once_escaped, remove, text_of
from nashra.ingest.page.text_doubts import doubts_of_text, sponsored
from nashra.ingest.page.unfinished import doubts_of, page_number
from nashra.ingest.page.web_address import absolute, link
from nashra.ingest.readers.item import undated
from nashra.ingest.readers.paste import find_dateline
from nashra.ingest.readers.saved_text import NOTHING, find_text, no_article, opened
from nashra.ingest.words import boilerplate
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.press_words import keys
from nashra.model import Picture

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Words of a caption that says something.
_CAPTION = 4


def read(text: str, given: Given) -> Imported:
    """The article in the page `text`. Raises ContentError when it has no title, no date or no body."""
    text = once_escaped(text)
    page = opened(text, given)
    facts, post, made = page.facts, page.post, Assembler(given)
    seen = look(page.root, page.named)
    title, site = _title(facts, seen, page.host, made)
    dates = html_dates.choose(
        facts.published, facts.updated, seen.dates, url=page.url, zone=given.timezone, saved=given.saved
    )
    pictures = Pictures(page.base, given.companion, [address for address, _, _ in facts.images])
    lead_image = _lead_candidate(page.root, facts)
    found = find_text(page, seen, title, site, made)
    if why := no_article(page, title, len(" ".join([title, *found.texts]).split())):
        raise made.fail(f"no article was found in the page: {why}", "open it in a browser, and save it from there")
    made.doubts += filter(
        None, [*found.doubts, *doubts_of(text), *((post.held, post.doubt) if post is not None else ())]
    )
    if (unseen := folded(found.body)) is not None:
        made.doubts.append(f"the page may not show {unseen!r} to its readers")
    made.doubts += filter(None, [sponsored(found.blocks), *doubts_of_text(found.texts, found.advertised)])
    lang = made.lang(" ".join([title, *found.texts]), facts.languages)
    lead = _lead(found.body, lead_image, facts, pictures, made.doubts)
    markdown, left_out = _written(found.body, page.base, pictures, made)
    summary = _summary(facts.description, found.printed, found.standfirst, found.texts)
    if post is not None and post.subtitle:
        summary = Fact(post.subtitle, post.where)
    moment = _published(dates, found.texts, made, held=post is not None and bool(post.held))
    author = _author(facts, seen, signed_at_end(found.blocks), site, lang, made)
    made.notes += pictures.notes
    made.notes += (f"the picture {each[-60:]!r} was not saved with the page: left out" for each in pictures.missing)
    return made.finish(
        lang=lang,
        title=title,
        body=markdown,
        texts=found.texts,
        moment=moment,
        updated=Fact(dates.updated, dates.updated_where) if dates.updated is not None else None,
        author=author,
        source=made.source(site or seen.source, page.url, "the page's own name and address"),
        summary=summary,
        topics=made.topics(
            choose_topics(facts.sections, facts.keywords, given.known_topics), "the page's section and keywords"
        ),
        picture=lead,
        files=pictures.files,
        held=post.held if post is not None else "",
        dropped=_account((*page.removed, *found.dropped, *left_out), found.standfirst, summary, found.texts),
    )


def _written(body: HtmlElement, base: str | None, pictures: Pictures, made: Assembler) -> tuple[str, list[Dropped]]:
    """(the Markdown of `body`, what was left out of it)."""
    settings = (lambda address: link(address, base), pictures.address, 2 - _top_level(body))
    writer = MarkdownWriter(*settings)
    markdown = writer.write(body)
    lost = [each.text for each in writer.dropped if each.reason == NO_PICTURE and len(each.text.split()) >= _CAPTION]
    if len(lost) > 1 and sum(map(len, lost)) > len(markdown):
        made.doubts.append(
            f"{len(lost)} pictures are not there, and their captions are most of the text: they were kept"
        )
        writer, lost = MarkdownWriter(*settings, lone=True), []
        markdown = writer.write(body)
    if not markdown.strip():
        raise made.fail(*NOTHING)
    more = f" (and {len(lost) - 1} more)" if len(lost) > 1 else ""
    made.doubts += [
        f"a picture is not there, and so its caption was left out: {each[:60]!r}{more}" for each in lost[:1]
    ]
    return markdown, writer.dropped


def _title(facts: PageFacts, seen: Seen, host: str | None, made: Assembler) -> tuple[str, str | None]:
    printed, where, site = choose_title(facts.titles, seen.headings, facts.site, host)
    headline, rubric = without_rubric(printed)
    unsaid = f"the page's title says {facts.titles[0][0][:80]!r}" if where == ONLY_HEADLINE else ""
    title = made.title(Fact(headline, where, unsaid))
    if rubric and title == headline:
        made.notes.append(f"the rubric of an agency, {rubric!r}, was taken off the title")
    if not title:
        raise made.fail("there is no title", "give it with --title")
    if is_cut(title):
        made.doubts.append(f"the title is cut off: {title[-60:]!r}")
    beside = site if site and not _is_no_site(site) else None
    return title, site_name(facts.site, host) or site_name(beside, host)


def _is_no_site(name: str) -> bool:
    """Whether what stands beside a title is no name of a site: a section, a button, the number of the page."""
    if boilerplate.is_section(name) or boilerplate.are_sections(name) or boilerplate.match(name) is not None:
        return True
    return page_number(name) is not None


def _author(facts: PageFacts, seen: Seen, last: str | None, site: str | None, lang: str, made: Assembler) -> str | None:
    """The author, of the head, then of what stands around the headline; `last` is the name at the end of the text."""
    groups: dict[str, list[str]] = {}
    for text, where in facts.authors:
        groups.setdefault(where, []).append(text)
    told = [*groups.items(), *((where, [text]) for text, where in seen.authors)]
    told += [(AT_THE_END, [last])] if last else []
    found = [(name, where) for where, texts in told if (name := choose_authors(texts, site, lang))]
    found.sort(key=lambda each: _is_paper(each[0]))  # a paper signs where nobody else does
    return made.author(
        *(Fact(name, where, _GUESSED[where].format(name) if where in _GUESSED else "") for name, where in found)
    )


# Where an author stands whom nothing announces -> what is said of the guess.
_GUESSED = {
    BESIDE_DATE: "{!r} stands beside the date and was taken for the author",
    IN_BOX: "{!r} stands in the box about the author and was taken for the author",
    AT_THE_END: "{!r} stands below the text and was taken for the author",
}


def _is_paper(name: str) -> bool:
    """Whether `name` is that of a house rather than of a person: "Le Peuple du Maine"."""
    if key(name) in keys("authors", "desks"):
        return True
    return not is_person(name) and (is_house(name) or next(iter(words(name)), "") in keys("authors", "article"))


def _summary(
    description: str, printed: Collection[str], standfirst: Sequence[str], texts: Sequence[str]
) -> Fact[str] | None:
    """The standfirst: the description of the head, when the page shows it apart from the text; else what stands below
    the headline."""
    text = one_line(description)
    shown = text is not None and key(text) in printed and len(text.split()) > 4
    if text is not None and shown and not any(key(text) in key(paragraph) for paragraph in texts[:3]):
        return Fact(text, "the page's description")
    whole = " ".join(map(key, texts))
    if not standfirst or any(key(each) in whole for each in standfirst):
        return None
    return Fact(" ".join(standfirst), "the lines below the headline")


def _account(
    dropped: Sequence[Dropped], standfirst: Sequence[str], summary: Fact[str] | None, texts: Sequence[str]
) -> list[Dropped]:
    """What was left out: not what became the summary, and a standfirst that stands nowhere else."""
    said = key(summary.value) if summary is not None else ""
    here = {said, *(key(each) for each in standfirst if key(each) in said)} - {""}
    account = [each for each in dropped if key(each.text) not in here]
    known = " ".join([said, *map(key, texts), *(key(each.text) for each in account)])
    return [Dropped(1, each, "the lines below the headline") for each in standfirst if key(each) not in known] + account


def _published(dates: html_dates.Dates, texts: Sequence[str], made: Assembler, *, held: bool) -> Moment:
    dateline = find_dateline(texts[0]) if dates.published is None and texts else None
    moment = made.moment(
        Fact(dateline.moment(made.given.timezone), "the dateline") if dateline is not None else None,
        Fact(dates.published, dates.published_where) if dates.published is not None else None,
        undated(made) if held else None,
    )
    if moment is None:
        hint = "give the day of publication with --date 2024-07-18"
        raise made.fail("there is no date of publication in the page", hint)
    if moment is dates.published:
        made.doubts += dates.doubts
    return moment


def _top_level(body: HtmlElement) -> int:
    return min((int(heading.tag[1]) for heading in body.iter(*HEADINGS)), default=2)


def _lead_candidate(root: HtmlElement, facts: PageFacts) -> HtmlElement | None:
    """The <img> of the page that shows the picture its head names: found before furniture is removed, since many themes
    put it beside the headline, outside of the text."""
    names = [address for address, _, _ in facts.images]
    if not names:
        return None
    for image in root.iter("img"):
        written = picture_address(image)
        if written and any(same_picture(written, name) for name in names):
            return image
    return None


def _lead(
    body: HtmlElement, image: HtmlElement | None, facts: PageFacts, pictures: Pictures, doubts: list[str]
) -> Fact[Picture] | None:
    """The lead picture when its file was saved with the page; it is then taken out of `body`."""
    first = _first_image(body)
    chosen = next((each for each in (image, first) if each is not None and _saved_file(each, pictures)), None)
    if chosen is None:
        _note_missing(facts, first, pictures, doubts)
        return None
    name = _saved_file(chosen, pictures)
    if name is None:
        return None
    figure = next(chosen.iterancestors("figure"), None)
    caption = " ".join(text_of(each) for each in figure.iter("figcaption")) if figure is not None else ""
    linked = next(
        ((text, credit) for address, text, credit in facts.images if pictures.file_like(address) == name), ("", "")
    )
    caption, credit = split_credit(clean(caption or linked[0]))
    for each in [each for each in body.iter("img") if _saved_file(each, pictures) == name][:1]:
        remove(next((part for part in each.iterancestors("figure")), each))
    picture = Picture(name, clean(chosen.get("alt") or ""), caption, one_line(linked[1]) or credit)
    return Fact(picture, "the picture that the page names" if chosen is image else "the first picture of the text")


def _saved_file(image: HtmlElement, pictures: Pictures) -> str | None:
    name = pictures.address(image)
    return name if name in pictures.files and pictures.is_large(name) else None


def _first_image(body: HtmlElement) -> HtmlElement | None:
    """The picture that stands before the second paragraph."""
    paragraphs = 0
    for element in body.iter("img", "p"):
        if element.tag == "img":
            return element
        paragraphs += bool(text_of(element))
        if paragraphs > 1:
            return None
    return None


def _note_missing(facts: PageFacts, first: HtmlElement | None, pictures: Pictures, doubts: list[str]) -> None:
    addresses = [absolute(address, None) for address, _, _ in facts.images]
    address = next(filter(None, addresses), None)
    if address and not (first is not None and pictures.address(first)):
        doubts.append(f"the lead picture was not saved with the page: {address}")
