"""A saved HTML page -> an article: metadata, dates, body and pictures, with a reason for each and every doubt noted."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from nashra.content.store import is_web_address
from nashra.ingest.draft import Given, Imported, digest, one_line
from nashra.ingest.page import html_dates
from nashra.ingest.page.furniture import remove_furniture
from nashra.ingest.page.furniture_names import is_apart
from nashra.ingest.page.html_body import find_body
from nashra.ingest.page.html_markdown import MarkdownWriter
from nashra.ingest.page.html_metadata import PageFacts, gather, saved_from
from nashra.ingest.page.html_names import author_name, choose_authors, choose_title, choose_topics, site_name
from nashra.ingest.page.html_pictures import Pictures, same_picture
from nashra.ingest.page.html_visible import BESIDE_DATE, Seen, look
from nashra.ingest.page.page_shown import picture_address, remove_silent
from nashra.ingest.page.page_tree import HEADINGS, leaves, parse_page, remove, settle, text_of
from nashra.ingest.page.web_address import absolute, link, untracked
from nashra.ingest.readers.paste import find_dateline
from nashra.ingest.words import boilerplate, language
from nashra.ingest.words.clean import clean
from nashra.ingest.words.fold import key
from nashra.ingest.words.rules import BARRIER
from nashra.kit.errors import ContentError
from nashra.model import Draft, Picture, Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Characters from which on a page for subscribers is taken to be whole, unless it says that it is not.
_WHOLE = 1500
_CREDIT = re.compile(
    r"[\s.(\[|–-]*(?:(?:©|crédits?(?: photos?)?|credits?|photo(?: credit)?|photo(?:graphie)? de|image|الصورة|"
    r"صورة|تصوير|عدسة|المصدر|source)"
    r"\s*(?::|/|©|par\s|by\s)\s*|©\s*)([^()\[\]|:]{2,60}?)[\s.)\]]*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Found:
    """What was chosen from the page, before what the editor gave overrides it."""

    reasons: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)  # notes that the article keeps as comments


def read(text: str, given: Given) -> Imported:
    """The article in the page `text`. Raises ContentError when it has no title, no date or no body."""
    root = parse_page(text)
    facts = gather(root)
    url = _page_address(facts, given, saved_from(text))
    base = (absolute(facts.base, url) if facts.base else None) or url
    host = urlsplit(url).hostname if url else None
    found = _Found()
    remove_silent(root)
    seen = look(root, {key(text) for text, _ in facts.titles})
    title, site = _title(facts, seen, given, host, found)
    dates = html_dates.choose(
        facts.published, facts.updated, seen.dates, url=url, zone=given.timezone, saved=given.saved
    )
    pictures = Pictures(base, given.companion, [address for address, _, _ in facts.images])
    lead_image = _lead_candidate(root, facts)
    settle(root)
    barred = any(_is_barrier(leaf) for leaf in leaves(root))
    removed = remove_furniture(root)
    titles = {key(title), *(key(heading) for heading in seen.headings), *(key(text) for text, _ in facts.titles)}
    printed = {key(text_of(leaf)) for leaf in leaves(root)} if facts.description else set()
    body, dropped = find_body(root, facts.body, titles, _author_keys(facts, seen))
    texts = [clean(text_of(leaf)) for leaf in leaves(body) if leaf.tag != "figcaption"] if body is not None else []
    if body is None or not any(any(map(str.isalnum, text)) for text in texts):
        raise _fail(given, "no article was found in the page", "copy its text and import that")
    if barred or (not facts.is_free and sum(map(len, texts)) < _WHOLE):
        found.doubts.append("the page is for subscribers, and may have been saved without the rest of its text")
    lang = _language(" ".join([title, *texts]), facts, given, found)
    lead = _lead(body, lead_image, facts, pictures, found)
    markdown = MarkdownWriter(lambda address: link(address, base), pictures.address, 2 - _top_level(body)).write(body)
    if not markdown.strip():
        raise _fail(given, "no article was found in the page", "copy its text and import that")
    published = _published(dates, texts, given, found)
    draft = Draft(
        lang=lang,
        title=title,
        body=markdown,
        published=published[0],
        has_time=published[1],
        digest=digest(title, texts),
        author=_author(facts, seen, site, lang, given, found),
        source=_source(site or seen.source, url, given, found),
        summary=_summary(facts.description, printed, texts),
        topics=given.topics or choose_topics(facts.sections, facts.keywords, given.known_topics),
        picture=lead,
        files={name: data for name, data in pictures.files.items() if name in markdown or (lead and lead.file == name)},
        comments=tuple(found.doubts),
    )
    if draft.topics and not given.topics:
        found.reasons["topics"] = "the page's section and keywords"
    draft = _with_update(draft, dates, found)
    notes = (*found.doubts, *found.notes, *pictures.notes)
    return Imported(draft, (*removed, *dropped), notes, found.reasons)


def _is_barrier(leaf: HtmlElement) -> bool:
    """Whether a block says that the rest is for subscribers: of this article, and not as the label of a link."""
    if (
        boilerplate.match(clean(text_of(leaf))) is not BARRIER
        or next(leaf.iterancestors("a", "header"), None) is not None
    ):
        return False
    return not is_apart(leaf)


def _fail(given: Given, message: str, hint: str) -> ContentError:
    return ContentError(message, path=given.path, hint=hint)


def _page_address(facts: PageFacts, given: Given, saved: str | None) -> str | None:
    for address in (given.source_url, facts.url, given.page_url, saved):
        if address and is_web_address(address.strip()):
            return untracked(address.strip())
    return None


def _title(facts: PageFacts, seen: Seen, given: Given, host: str | None, found: _Found) -> tuple[str, str | None]:
    title, where, site = choose_title(facts.titles, seen.headings, facts.site, host)
    chosen = given.cleaned_title()
    if chosen is not None:
        title, where = chosen, "given"
    if not title:
        raise _fail(given, "there is no title", "give it with --title")
    found.reasons["title"] = where
    return title, site_name(facts.site, host) or site


def _language(text: str, facts: PageFacts, given: Given, found: _Found) -> str:
    if given.lang_given or not given.languages:
        return given.lang
    code, where = language.choose(text, facts.languages, given.languages)
    if code is None:
        found.doubts.append(f"the language could not be told; {given.lang!r} was taken")
        return given.lang
    if code not in given.languages:
        message = f"the text is in {code!r}, which is no language of the site"
        raise _fail(given, message, "give another with --lang, or add the language to nashra.toml")
    found.reasons["lang"] = where
    return code


def _author(facts: PageFacts, seen: Seen, site: str | None, lang: str, given: Given, found: _Found) -> str | None:
    if name := one_line(given.author):
        found.reasons["author"] = "given"
        return name
    groups: dict[str, list[str]] = {}
    for text, where in facts.authors:
        groups.setdefault(where, []).append(text)
    for where, texts in groups.items():
        if names := choose_authors(texts, site, lang):
            found.reasons["author"] = where
            return names
    for text, where in seen.authors:
        if names := choose_authors([text], site, lang):
            found.reasons["author"] = where
            if where == BESIDE_DATE:
                found.doubts.append(f"{names!r} stands beside the date and was taken for the author")
            return names
    return None


def _author_keys(facts: PageFacts, seen: Seen) -> set[str]:
    names = (author_name(text, None) for text, _ in (*facts.authors, *seen.authors))
    return {key(name) for name in names if name and len(name.split()) > 1}


def _summary(description: str, printed: Collection[str], texts: Sequence[str]) -> str | None:
    """The standfirst: the description of the head, when the page shows it apart from the text."""
    text = one_line(description)
    if text is None or key(text) not in printed or len(text.split()) < 5:
        return None
    return None if any(key(text) in key(paragraph) for paragraph in texts[:3]) else text


def _source(site: str | None, url: str | None, given: Given, found: _Found) -> Source | None:
    source = given.source(site, url)
    if source is not None:
        found.reasons["source"] = (
            "given" if given.source_name or given.source_url else "the page's own name and address"
        )
    return source


def _published(dates: html_dates.Dates, texts: Sequence[str], given: Given, found: _Found) -> tuple[datetime, bool]:
    moment = given.moment()
    if moment is not None:
        found.reasons["date"] = "given"
        return moment
    dateline = find_dateline(texts[0]) if dates.published is None and texts else None
    if dateline is not None:
        found.reasons["date"] = "the dateline"
        return dateline.moment(given.timezone)
    if dates.published is None:
        hint = "give the day of publication with --date 2024-07-18"
        raise _fail(given, "there is no date of publication in the page", hint)
    found.reasons["date"] = dates.published_where
    found.doubts += dates.doubts
    return dates.published


def _with_update(draft: Draft, dates: html_dates.Dates, found: _Found) -> Draft:
    draft = replace(draft, comments=tuple(found.doubts))
    if dates.updated is None or dates.updated[0] <= draft.published:
        return draft
    found.reasons["updated"] = dates.updated_where
    return replace(draft, updated=dates.updated[0], updated_has_time=dates.updated[1])


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
    body: HtmlElement, image: HtmlElement | None, facts: PageFacts, pictures: Pictures, found: _Found
) -> Picture | None:
    """The lead picture when its file was saved with the page; it is then taken out of `body`."""
    first = _first_image(body)
    chosen = next((each for each in (image, first) if each is not None and _saved_file(each, pictures)), None)
    if chosen is None:
        _note_missing(facts, first, pictures, found)
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
    found.reasons["image"] = "the picture that the page names" if chosen is image else "the first picture of the text"
    return Picture(file=name, alt=clean(chosen.get("alt") or ""), caption=caption, credit=one_line(linked[1]) or credit)


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


def _note_missing(facts: PageFacts, first: HtmlElement | None, pictures: Pictures, found: _Found) -> None:
    addresses = [absolute(address, None) for address, _, _ in facts.images]
    address = next(filter(None, addresses), None)
    if address and not (first is not None and pictures.address(first)):
        found.doubts.append(f"the lead picture was not saved with the page: {address}")


def split_credit(caption: str) -> tuple[str, str]:
    """(caption, credit) of a picture's text: "المدرسة الجديدة. تصوير: و م ع" names its maker at its end."""
    found = _CREDIT.search(caption)
    if found is None:
        return caption, ""
    return caption[: found.start()].strip(" .,،|–-(["), found[1].strip(" .")
