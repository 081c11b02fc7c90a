"""An article as exports, feeds and interfaces carry it: fields with names, and a body of HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from nashra.content.store import is_web_address
from nashra.ingest.assembler import Assembler, Fact, Moment
from nashra.ingest.draft import Given, Imported, one_line
from nashra.ingest.page.fragment import Body, convert
from nashra.ingest.page.html_names import choose_authors, choose_topics
from nashra.ingest.page.html_pictures import Pictures
from nashra.ingest.page.web_address import absolute, untracked
from nashra.ingest.readers.paste import find_dateline
from nashra.ingest.readers.uploads import uploads
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import written
from nashra.kit.clock import now
from nashra.model import Picture

if TYPE_CHECKING:
    from collections.abc import Callable

# Why a text that somebody was still writing is no article yet.
DRAFT = "it was a draft there"
# The same for each state in which WordPress shows a text to nobody, or not to everybody.
NOT_PUBLIC = {"draft": DRAFT, "pending": "it waited there for a review", "private": "it was private there"}

# Elements whose content no reader sees.
_UNSEEN = re.compile(
    r"<(script|style|template|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{1,2000}>")
# Time zones lie between UTC-12 and UTC+14, at full quarters of an hour.
_MAX_OFFSET = timedelta(hours=14)
_QUARTER = timedelta(minutes=15)
_TOUCHED = timedelta(minutes=1)


@dataclass(slots=True)
class ItemPicture:
    """The picture that an article's system sets at its head: its address as written there, and its texts."""

    address: str
    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass(slots=True)
class Item:
    """What the carrier says; texts may hold HTML, and are cleaned by `make`.

    kind:      completes "the item of a ...", for reasons: "feed".
    published: (moment with a zone, whether its time of day is known).
    terms:     names of its categories and tags.
    held:      why it is imported as a draft; empty for what is public.
    before:    prepares the HTML, and gives remarks on what it could not keep.
    own:       whether it comes from an export of the owner's own system, in which nothing is furniture.
    """

    kind: str
    title: str
    html: str
    url: str | None = None
    base: str | None = None
    published: Moment | None = None
    updated: Moment | None = None
    authors: tuple[str, ...] = ()
    summary: str = ""
    terms: tuple[str, ...] = ()
    site: str | None = None
    languages: tuple[str, ...] = ()
    picture: ItemPicture | None = None
    held: str = ""
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    before: Callable[[str], tuple[str, list[str]]] | None = None
    own: bool = False


def plain(text: str) -> str:
    """`text` of a field that may hold HTML, as plain text on one line."""
    if "<" in text:
        text = _TAG.sub(" ", _UNSEEN.sub(" ", text))
    return one_line(unescape(text)) or ""


def is_cut(text: str) -> bool:
    """Whether a plain text says at its end that it goes on elsewhere."""
    return _cut().search(text.rstrip()) is not None


@lru_cache(maxsize=1)
def _cut() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\[\s*(?:…|\.{{3}}|&hellip;)\s*\]|…|\.{{3}}|(?:{written('pages', 'goes_on')})[\s.…»→>]*)\s*\Z",
        re.IGNORECASE,
    )


def local_moment(local: str, gmt: str, zone: ZoneInfo) -> Moment | None:
    """The moment that WordPress writes twice, in the site's time and in UTC: "2024-07-18 10:00:00".

    Where both are there their difference is the offset of the site's zone; with one of them, `zone` is. None where
    neither is a date ("0000-00-00 00:00:00" stands for none).
    """
    here, there = _read(local), _read(gmt)
    if here is not None and here.tzinfo is not None:
        return here, _has_time(here)
    if there is not None:
        there = there.replace(tzinfo=there.tzinfo or UTC)
        if here is None:
            moment = there.astimezone(zone)
            return moment, _has_time(moment)
        offset = here.replace(tzinfo=UTC) - there
        rounded = _QUARTER * round(offset / _QUARTER)
        if abs(rounded) <= _MAX_OFFSET and abs(offset - rounded) < _TOUCHED:
            # the site's own zone where it agrees: its name says more than an offset
            moment = here.replace(tzinfo=zone)
            fixed = moment if moment.utcoffset() == rounded else here.replace(tzinfo=timezone(rounded))
            return fixed, _has_time(here)
    return (here.replace(tzinfo=zone), _has_time(here)) if here is not None else None


def _read(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment if 1900 <= moment.year <= 2199 else None
    except ValueError:
        return None


def mail_moment(text: str) -> datetime | None:
    """The moment in a date of RFC 5322; None where there is none: WordPress writes the year -1 for drafts."""
    if re.search(r"\s-\d{4}\b|\s0000\s", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return moment if moment.year > 1970 else None


def _has_time(moment: datetime) -> bool:
    """Midnight is what systems write that know only the day."""
    return bool(moment.hour or moment.minute or moment.second)


def make(item: Item, given: Given) -> Imported:
    """The article of `item`. Raises ContentError where it has no title, no text or no date, or is in a language that
    the site does not have."""
    made = Assembler(given, doubts=[*([item.held] if item.held else []), *item.doubts], notes=list(item.notes))
    where = f"the {item.kind}"
    title = made.title(Fact(plain(item.title), where))
    if not title:
        raise made.fail("there is no title", "give it one where it was written")
    url = _address(given.source_url or item.url)
    html = item.html
    if item.before is not None:
        html, remarks = item.before(html)
        made.notes += remarks
    pictures = Pictures(url or item.base, uploads(given.companion))
    authors = [plain(name) for name in item.authors]
    body = convert(html, item.base or url, pictures, title, authors, own=item.own)
    if not body.markdown.strip() or not any(any(map(str.isalnum, text)) for text in body.texts):
        raise made.fail("there is a title and no text under it")
    lang = made.lang(" ".join([title, *body.texts]), item.languages)
    picture = _lead(item.picture, body, pictures, made.doubts)
    moment = _published(item, body, made)
    author = choose_authors(authors, item.site, lang)
    made.notes += pictures.notes
    return made.finish(
        lang=lang,
        title=title,
        body=body.markdown,
        texts=body.texts,
        moment=moment,
        updated=Fact(item.updated, where) if item.updated is not None else None,
        author=made.author(Fact(author, where) if author else None),
        source=made.source(plain(item.site or "") or None, url, where),
        summary=_summary(item.summary, body, where),
        topics=made.topics(
            choose_topics([plain(term) for term in item.terms], (), given.known_topics), "its categories and tags"
        ),
        picture=picture,
        files=pictures.files,
        held=item.held,
        dropped=body.dropped,
    )


def _address(url: str | None) -> str | None:
    text = (url or "").strip()
    return untracked(text) if text and is_web_address(text) else None


def _published(item: Item, body: Body, made: Assembler) -> Moment:
    where = f"the {item.kind}"
    dateline = find_dateline(body.texts[0]) if body.texts else None
    late = "only the date of the last update was found; it stands for that of publication"
    moment = made.moment(
        Fact(item.published, where) if item.published is not None else None,
        Fact(dateline.moment(made.given.timezone), "the dateline") if dateline is not None else None,
        Fact(item.updated, where, late) if item.updated is not None else None,
        undated(made) if item.held else None,
    )
    if moment is None:
        raise made.fail("there is no date of publication", "give the day of publication with --date 2024-07-18")
    return moment


def undated(made: Assembler) -> Fact[Moment]:
    """The day of a draft that has none."""
    day = (made.given.saved or now()).astimezone(made.given.timezone)
    return Fact(
        (day, False), "the day of the import", "it had no date there; the day of the import stands in its place"
    )


def _summary(text: str, body: Body, where: str) -> Fact[str] | None:
    """The excerpt, where a person wrote it: systems cut one off the text when there is none."""
    summary = plain(text)
    if not summary or is_cut(summary) or len(summary) > 1000:
        return None
    folded = key(summary)
    return None if not folded or folded in key(" ".join(body.texts[:4])) else Fact(summary, where)


def _lead(written: ItemPicture | None, body: Body, pictures: Pictures, doubts: list[str]) -> Fact[Picture] | None:
    if written is None:
        return None
    name = pictures.named(written.address)
    if name is None or name not in pictures.files:
        address = absolute(written.address, None)
        if address and not body.shows(address):
            doubts.append(f"the lead picture is not in the folder of the file: {address}")
        return None
    if not pictures.is_large(name):
        return None
    body.take_out(name)
    picture = Picture(name, plain(written.alt), plain(written.caption), plain(written.credit))
    return Fact(picture, "the picture at its head")
