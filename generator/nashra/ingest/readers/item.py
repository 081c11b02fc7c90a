"""An article as exports, feeds and interfaces carry it: fields with names, and a body of HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from html import unescape
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from nashra.content.store import is_web_address
from nashra.ingest.draft import Given, Imported, digest, one_line
from nashra.ingest.page.fragment import Body, convert
from nashra.ingest.page.html_names import choose_authors, choose_topics
from nashra.ingest.page.html_pictures import Pictures
from nashra.ingest.page.web_address import absolute, untracked
from nashra.ingest.readers.paste import find_dateline
from nashra.ingest.readers.uploads import uploads
from nashra.ingest.words import language
from nashra.ingest.words.fold import key
from nashra.kit.clock import now
from nashra.kit.errors import ContentError
from nashra.model import Draft, Picture

if TYPE_CHECKING:
    from collections.abc import Callable

Moment = tuple[datetime, bool]

# Elements whose content no reader sees.
_UNSEEN = re.compile(
    r"<(script|style|template|noscript)\b[^>]*>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"<[^<>]{1,2000}>")
# What stands at the end of a text that goes on elsewhere.
_CUT = re.compile(
    r"(?:\[\s*(?:…|\.{3}|&hellip;)\s*\]|…|\.{3}|"
    r"(?:continue reading|read more|lire la suite|اقرأ المزيد|المزيد|أكمل القراءة)[\s.…»→>]*)\s*\Z",
    re.IGNORECASE,
)
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
    return _CUT.search(text.rstrip()) is not None


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
    reasons: dict[str, str] = {}
    doubts = list(item.doubts)
    notes = list(item.notes)
    where = f"the {item.kind}"
    title = given.cleaned_title() or plain(item.title)
    if not title:
        raise ContentError("there is no title", path=given.path, hint="give it one where it was written")
    reasons["title"] = "given" if given.cleaned_title() else where
    url = _address(given.source_url or item.url)
    html = item.html
    if item.before is not None:
        html, remarks = item.before(html)
        notes += remarks
    pictures = Pictures(url or item.base, uploads(given.companion))
    authors = [plain(name) for name in item.authors]
    body = convert(html, item.base or url, pictures, title, authors, own=item.own)
    if not body.markdown.strip() or not any(any(map(str.isalnum, text)) for text in body.texts):
        raise ContentError("there is a title and no text under it", path=given.path)
    lang = choose_language(" ".join([title, *body.texts]), item.languages, given, reasons, doubts)
    picture = _lead(item.picture, body, pictures, reasons, doubts)
    moment = _published(item, body, given, reasons, doubts)
    author = one_line(given.author) or choose_authors(authors, item.site, lang)
    if author:
        reasons["author"] = "given" if given.author else where
    source = given.source(plain(item.site or "") or None, url)
    if source is not None:
        reasons["source"] = "given" if given.source_name or given.source_url else where
    topics = given.topics or choose_topics([plain(term) for term in item.terms], (), given.known_topics)
    if topics:
        reasons["topics"] = "given" if given.topics else "its categories and tags"
    summary = _summary(item.summary, body)
    if summary:
        reasons["summary"] = where
    if item.held:
        doubts.insert(0, item.held)
        reasons["draft"] = item.held
    notes += [*doubts, *pictures.notes]
    draft = Draft(
        lang=lang,
        title=title,
        body=body.markdown,
        published=moment[0],
        has_time=moment[1],
        digest=digest(title, body.texts),
        author=author,
        source=source,
        summary=summary,
        topics=topics,
        picture=picture,
        files={
            name: data
            for name, data in pictures.files.items()
            if name in body.markdown or (picture and picture.file == name)
        },
        comments=tuple(doubts),
        draft=bool(item.held),
    )
    if item.updated is not None and item.updated[0] - moment[0] >= _TOUCHED:
        draft = replace(draft, updated=item.updated[0], updated_has_time=item.updated[1])
        reasons["updated"] = where
    return Imported(draft, tuple(body.dropped), tuple(notes), reasons)


def choose_language(
    text: str, declared: tuple[str, ...], given: Given, reasons: dict[str, str], doubts: list[str]
) -> str:
    """The language of an article, with its reason or a doubt noted. Raises ContentError for one the site lacks."""
    if given.lang_given or not given.languages:
        if given.lang_given:
            reasons["lang"] = "given"
        return given.lang
    code, seen = language.choose(text, declared, given.languages)
    if code is None:
        doubts.append(f"the language could not be told; {given.lang!r} was taken")
        return given.lang
    if code not in given.languages:
        message = f"the text is in {code!r}, which is no language of the site"
        hint = "give another with --lang, or add the language to nashra.toml"
        raise ContentError(message, path=given.path, hint=hint)
    reasons["lang"] = seen
    return code


def _address(url: str | None) -> str | None:
    text = (url or "").strip()
    return untracked(text) if text and is_web_address(text) else None


def _published(item: Item, body: Body, given: Given, reasons: dict[str, str], doubts: list[str]) -> Moment:
    moment = given.moment()
    if moment is not None:
        reasons["date"] = "given"
        return moment
    if item.published is not None:
        reasons["date"] = f"the {item.kind}"
        return item.published
    dateline = find_dateline(body.texts[0]) if body.texts else None
    if dateline is not None:
        reasons["date"] = "the dateline"
        return dateline.moment(given.timezone)
    if item.updated is not None:
        reasons["date"] = f"the {item.kind}"
        doubts.append("only the date of the last update was found; it stands for that of publication")
        return item.updated
    if item.held:
        reasons["date"] = "the day of the import"
        doubts.append("it had no date there; the day of the import stands in its place")
        return (given.saved or now()).astimezone(given.timezone), False
    raise ContentError(
        "there is no date of publication", path=given.path, hint="give the day of publication with --date 2024-07-18"
    )


def _summary(text: str, body: Body) -> str | None:
    """The excerpt, where a person wrote it: systems cut one off the text when there is none."""
    summary = plain(text)
    if not summary or is_cut(summary) or len(summary) > 1000:
        return None
    folded = key(summary)
    return None if not folded or folded in key(" ".join(body.texts[:4])) else summary


def _lead(
    written: ItemPicture | None, body: Body, pictures: Pictures, reasons: dict[str, str], doubts: list[str]
) -> Picture | None:
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
    reasons["image"] = "the picture at its head"
    return Picture(file=name, alt=plain(written.alt), caption=plain(written.caption), credit=plain(written.credit))
