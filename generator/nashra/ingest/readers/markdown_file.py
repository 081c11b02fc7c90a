"""Markdown files with front matter, of Hugo, Jekyll, Pelican and their like -> an article.

Known fields are mapped, others are kept as comments; the body stays as it is, but for what our Markdown reads
otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from nashra.content.store import is_web_address
from nashra.head.known_keys import is_yes, withholds
from nashra.head.spelling import NEAR, distance
from nashra.ingest.assembler import Assembler, Fact, Moment
from nashra.ingest.draft import Given, Imported, one_line
from nashra.ingest.page.html_dates import read_written
from nashra.ingest.page.html_names import choose_topics
from nashra.ingest.page.html_pictures import Pictures
from nashra.ingest.page.web_address import untracked
from nashra.ingest.readers.front_matter import Head, as_text, split
from nashra.ingest.readers.liquid import outside_code
from nashra.ingest.readers.markdown_dialect import adapt
from nashra.ingest.words.clean import clean
from nashra.kit.errors import ContentError
from nashra.languages.known import spec_of
from nashra.model import Picture

# Name in our front matter -> names in that of others, most telling first.
_FIELDS: dict[str, tuple[str, ...]] = {
    "title": ("title",),
    "date": ("date", "publishdate", "publish_date", "pubdate", "published_at", "created", "created_at", "date_created"),
    "updated": ("lastmod", "last_modified_at", "updated", "modified", "updated_at", "last_updated"),
    "public": ("publishdate", "publish_date"),
    "expires": ("expirydate", "expiry_date", "expires", "unpublishdate"),
    "author": ("author", "authors", "by", "byline"),
    "summary": ("summary", "description", "excerpt", "abstract"),
    "topics": ("topics", "categories", "category", "tags", "tag", "keywords", "section"),
    "lang": ("lang", "language", "locale", "languagecode"),
    "source": ("canonical_url", "canonicalurl", "canonical", "source_url", "original_url", "source"),
    "image": ("image", "images", "featured_image", "featuredimage", "cover", "thumbnail", "feature_image", "banner"),
    "draft": ("draft", "published", "status"),
}
_HELD = frozenset({"draft", "hidden", "private", "pending"})
# Jekyll: https://jekyllrb.com/docs/posts/#creating-posts
_NAMED = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})-(.+)\Z")
_NAME_LANGUAGE = re.compile(r"\.([a-z]{2,3})\Z")
_PICTURE = re.compile(r"!\[([^\[\]\n]*)\]\(\s*<?((?:[^()\s<>]|\([^()\s]*\))+)>?(\s+\"[^\"\n]*\"|\s+'[^'\n]*')?\s*\)")
_LINK = re.compile(r"(?<!!)\[[^\[\]\n]+\]\(\s*<?([^()\s<>]+)")
# Pelican: https://docs.getpelican.com/en/latest/content.html#linking-to-internal-content
_PELICAN = re.compile(r"[{|](?:filename|static|attach|photo|image)[}|]/?")
_HEADING = re.compile(r"(?:# +(.+?)(?: +#+)?|([^\s#>*+-].*)\n=+)[ \t]*(?:\n|\Z)")
_MAX_NAMED = 5


@dataclass(slots=True)
class _Reading:
    """A head while it is read. used: the keys of which the article has something."""

    head: Head
    made: Assembler
    used: set[str] = field(default_factory=set)

    def fact(self, name: str, *, types: tuple[type, ...] = (str, int, float, datetime, date)) -> Fact[Any] | None:
        """The first value of the field, where it says something."""
        for key in _FIELDS[name]:
            value = self.head.fields.get(key)
            if isinstance(value, list) and value and list not in types:
                value = value[0]
            if isinstance(value, types) and value not in ("", []):
                self.used.add(key)
                return Fact(value, f"`{key}`" + (f", line {line}" if (line := self.head.lines.get(key)) else ""))
        return None

    def line(self, name: str) -> Fact[str] | None:
        """The same as text on one line."""
        fact = self.fact(name)
        text = one_line(as_text(fact.value)) if fact is not None else None
        return Fact(text, fact.where) if fact is not None and text else None

    def fail(self, message: str, hint: str, key: str = "") -> ContentError:
        return self.made.fail(message, hint, self.head.lines.get(key, 1))


def read(text: str, given: Given) -> Imported:
    """The article in the Markdown file `text`. Raises ContentError where title, date or text are missing, or the head
    cannot be read."""
    head = split(text.replace("\r\n", "\n").replace("\r", "\n"), given.path or Path("text"))
    made = Assembler(given)
    reading = _Reading(head, made)
    stem = given.path.stem if given.path is not None else ""
    named = _NAMED.match(stem)
    title, body = _title(reading, named)
    body, remarks = adapt(body, head.body_line)
    made.doubts += remarks
    pictures = Pictures(None, given.companion)
    body = _with_pictures(body, pictures, made.doubts)
    if not any(map(str.isalnum, body)):
        raise reading.fail("there is no text under the front matter", "write the text there")
    texts = _texts(body)
    declared = reading.line("lang")
    codes = [declared.value if declared else "", *([found[1]] if (found := _NAME_LANGUAGE.search(stem)) else [])]
    lang = made.lang(" ".join([title, *texts]), codes)
    moment = _moment(reading, named)
    updated = _written(reading, "updated")
    expires = _expiry(reading, moment)
    author = _author(reading, lang)
    source = _address(reading)
    terms, where = _terms(reading)
    picture = _lead(reading, pictures)
    made.notes += pictures.notes
    return made.finish(
        lang=lang,
        title=title,
        body=body,
        texts=texts,
        moment=moment,
        updated=updated,
        author=author,
        source=made.source(None, source.value if source else None, source.where if source else ""),
        summary=reading.line("summary"),
        topics=made.topics(choose_topics(terms, (), given.known_topics), where),
        picture=picture,
        files=pictures.files,
        expires=expires,
        held=_held(reading),
        kept=_kept(reading),
    )


def has_json_head(text: str) -> bool:
    """Whether `text`, which begins like JSON, is JSON front matter with a body under it."""
    try:
        table, end = json.JSONDecoder(strict=False).raw_decode(text.lstrip())
    except (ValueError, RecursionError):
        return False
    return isinstance(table, dict) and "title" in table and bool(text.lstrip()[end:].strip())


def _title(reading: _Reading, named: re.Match[str] | None) -> tuple[str, str]:
    """(title, body without the heading that is the title)."""
    body = reading.head.body
    heading = _HEADING.match(body)
    printed = clean((heading[1] or heading[2] or "").strip()) if heading else ""
    by_file = one_line(named[2].replace("-", " ")) if named is not None else None
    title = reading.made.title(
        reading.line("title"),
        Fact(printed, f"the heading in line {reading.head.body_line}"),
        Fact(by_file, "the name of the file", "the title was made of the name of the file") if by_file else None,
    )
    if not title:
        raise reading.fail("there is no title", "add a line `title: ...` to its front matter, or give --title")
    if heading and printed.casefold() == title.casefold():
        body = body[heading.end() :].lstrip("\n")
    return title, body


def _written(reading: _Reading, name: str) -> Fact[Moment] | None:
    """The moment that a field of the head tells. Raises ContentError for what is no date."""
    fact = reading.fact(name)
    if fact is None:
        return None
    value, zone = fact.value, reading.made.given.timezone
    if isinstance(value, datetime):
        moment = value if value.tzinfo is not None else value.replace(tzinfo=zone)
        return Fact((moment, bool(moment.hour or moment.minute or moment.second)), fact.where)
    if isinstance(value, date):
        return Fact((datetime(value.year, value.month, value.day, tzinfo=zone), False), fact.where)
    found = read_written(as_text(value))
    if found is None or found.is_relative:
        key = next((key for key in _FIELDS[name] if key in reading.used), name)
        raise reading.fail(f"`{key}` is {as_text(value)[:100]!r}, not a date", "write it as 2024-07-18", key)
    return Fact(found.moment(zone), fact.where)


def _moment(reading: _Reading, named: re.Match[str] | None) -> Moment:
    made = reading.made
    written: Fact[Moment] | None = None
    if made.given.date is None:
        written = _written(reading, "date")
    else:
        reading.fact("date")  # it is replaced, and not kept beside the given one
    found = read_written("-".join(part.zfill(2) for part in named[1].split("-"))) if named else None
    by_file = Fact(found.moment(made.given.timezone), "the name of the file") if found is not None else None
    moment = made.moment(written, by_file)
    if moment is None:
        hint = "add a line `date: 2024-07-18` to its head, or give --date"
        raise reading.fail("there is no date of publication", hint)
    # Hugo shows nobody a text before its publishDate, whatever its date
    opens = _written(reading, "public") if made.given.date is None else None
    now = made.given.today
    return opens.value if opens is not None and now is not None and opens.value[0] > max(now, moment[0]) else moment


def _expiry(reading: _Reading, moment: Moment) -> str:
    """The day or moment after which nobody should see the text; empty where it stays, or nobody can tell."""
    keys = set(reading.used)
    try:
        found = _written(reading, "expires")
    except ContentError:
        found = None
    if found is None or found.value[0] <= moment[0]:
        reading.used = keys
        return ""
    when, has_time = found.value
    return when.isoformat() if has_time else when.date().isoformat()


def _author(reading: _Reading, lang: str) -> str | None:
    fact = reading.fact("author", types=(str, list, dict))
    values = [] if fact is None else fact.value if isinstance(fact.value, list) else [fact.value]
    names = [as_text(each.get("name", "")) if isinstance(each, Mapping) else as_text(each or "") for each in values]
    name = one_line(spec_of(lang).comma.join(filter(None, names)))
    return reading.made.author(Fact(name, fact.where) if fact is not None and name else None)


def _terms(reading: _Reading) -> tuple[list[str], str]:
    """(the names of its topics, where they stand)."""
    found: list[str] = []
    where = "`taxonomies`"
    for key in reversed(_FIELDS["topics"]):
        value = reading.head.fields.get(key)
        parts = value if isinstance(value, list) else re.split("[,،;؛]", value) if isinstance(value, str) else []
        found[:0] = [as_text(part) for part in parts]
        where = f"`{key}`" if parts else where
    taxonomies = reading.head.fields.get("taxonomies")  # Zola
    for value in taxonomies.values() if isinstance(taxonomies, Mapping) else ():
        found += [as_text(part) for part in value] if isinstance(value, list) else []
    return found, where


def _address(reading: _Reading) -> Fact[str] | None:
    for key in _FIELDS["source"]:
        value = reading.head.fields.get(key)
        address = value.get("url") if isinstance(value, Mapping) else value
        if isinstance(address, str) and is_web_address(address.strip()):
            reading.used.add(key)
            return Fact(untracked(address.strip()), f"`{key}`")
    return None


def _held(reading: _Reading) -> str:
    """Why the text is no news yet, where the head says so."""
    fields = reading.head.fields
    held = [key for key, value in fields.items() if _holds(key, as_text(value))]
    known = ("true", "false", "yes", "no", "1", "0", "published", *_HELD)
    reading.used |= {key for key in _FIELDS["draft"] if as_text(fields.get(key, "")).lower() in known}
    if not held:
        return ""
    return "the file says so" if held[0] in _FIELDS["draft"] else f"`{held[0]}`"


def _holds(key: str, value: str) -> bool:
    """Whether a field says that the text is no news yet, by the name of any generator, or by a slip for it."""
    if distance(key, "draft") <= NEAR:
        return bool(value) and is_yes(value) is not False and (key == "draft" or is_yes(value) is True)
    return withholds(key, value)


def _kept(reading: _Reading) -> tuple[str, ...]:
    """The fields that are not ours, one line each: topics stay in full, since not all may be the site's."""
    return tuple(
        f"{key}: {as_text(value)[:500]}"
        for key, value in reading.head.fields.items()
        if key not in reading.used and as_text(value)
    )


def _with_pictures(body: str, pictures: Pictures, doubts: list[str]) -> str:
    """`body` with the names of the pictures that lie beside the file; those that do not are reported."""
    missing: dict[str, None] = {}
    relative: dict[str, None] = {}

    def replace(found: re.Match[str]) -> str:
        address = _PELICAN.sub("", found[2])
        if re.match(r"(?:https?:)?//|data:", address):
            return found[0]
        name = pictures.named(address.lstrip("/"))
        if name is None or name not in pictures.files:
            missing.setdefault(found[2])
            return found[0]
        return f"![{found[1]}]({name}{found[3] or ''})"

    lines = body.split("\n")
    for at, is_text in outside_code(lines):
        if is_text and "](" in lines[at]:
            lines[at] = _PICTURE.sub(replace, lines[at])
            for link in _LINK.finditer(lines[at]):
                if not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|#", link[1]):
                    relative.setdefault(link[1])
    remarks = (
        (missing, "the picture {!r} does not lie beside the file"),
        (relative, "the link {!r} leads into the old site"),
    )
    for names, what in remarks:
        doubts += [what.format(name[:120]) for name in list(names)[:_MAX_NAMED]]
        if len(names) > _MAX_NAMED:
            doubts.append(f"and {len(names) - _MAX_NAMED} more like it")
    return "\n".join(lines)


def _lead(reading: _Reading, pictures: Pictures) -> Fact[Picture] | None:
    fact = reading.fact("image", types=(str, dict))
    if fact is None:
        return None
    table = fact.value if isinstance(fact.value, Mapping) else {"src": fact.value}
    texts = {key.lower(): as_text(each) for key, each in table.items() if isinstance(each, str)}
    address = next((texts[key] for key in ("src", "file", "image", "path", "url", "relative") if texts.get(key)), "")
    if not address:
        return None
    name = pictures.named(_PELICAN.sub("", address).lstrip("/")) if not re.match(r"(?:https?:)?//", address) else None
    if name is None or name not in pictures.files:
        reading.made.doubts.append(f"the picture {address[:200]!r} does not lie beside the file")
        return None
    alt, caption, credit = (clean(texts.get(key, "")) for key in ("alt", "caption", "credit"))
    return Fact(Picture(name, alt, caption, credit), fact.where)


def _texts(body: str) -> list[str]:
    """The blocks of a Markdown body as plain text."""
    from nashra.markup.blocks import split as split_blocks
    from nashra.markup.inline import plain_text
    from nashra.markup.slots import texts

    return [plain for block in split_blocks(body) for text in texts(block) if (plain := plain_text(text))]
