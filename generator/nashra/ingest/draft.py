"""What an import gives: the article, and an account of what was left out and why."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from nashra.content.store import is_web_address
from nashra.ingest.dates.find import parse_date
from nashra.ingest.words.clean import clean
from nashra.kit.errors import ContentError
from nashra.model import Draft, Source


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line of what was pasted that is not in the article: its 1-based number, its text, and the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """An article ready to be written.

    reasons: field of the draft -> where its value came from, "line 3".
    notes:   what the editor should look at: guesses, and dates that could not be used.
    """

    draft: Draft
    dropped: tuple[Dropped, ...] = ()
    notes: tuple[str, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    encoding: str = "utf-8"


def _no_companion(_address: str) -> bytes | None:
    return None


@dataclass(frozen=True, slots=True)
class Given:
    """What the editor says about an article; it overrides what is found in it.

    lang: language code; where `lang_given` is False it is only the fallback, and the text decides among `languages`.
    timezone: for dates without one. date: any form that `parse_date` reads. topics: ids.
    known_topics: `nashra.ingest.page.html_names.topic_key` of each name and id of the site's topics -> id.
    saved: when the file was saved, for relative dates. page_url: the page's address as its container tells it.
    companion: gives the bytes of a picture saved with a page, by the address that the page writes.
    pages: whether the pages of an export are imported like its posts.
    today: the moment of the import, which stands in for a paste's missing date and makes later days future; None where
    nobody says, and a paste without a date is refused. split: whether a paste of several articles is taken apart.
    """

    lang: str
    timezone: ZoneInfo
    title: str | None = None
    author: str | None = None
    date: str | None = None
    source_name: str | None = None
    source_url: str | None = None
    topics: tuple[str, ...] = ()
    path: Path | None = None
    lang_given: bool = True
    languages: tuple[str, ...] = ()
    known_topics: Mapping[str, str] = field(default_factory=dict)
    saved: datetime | None = None
    page_url: str | None = None
    companion: Callable[[str], bytes | None] = field(default=_no_companion)
    pages: bool = False
    today: datetime | None = None
    split: bool = False

    def cleaned_title(self) -> str | None:
        """The given title on one line, None when there is none."""
        return one_line(self.title)

    def moment(self) -> tuple[datetime, bool] | None:
        """The given date as (moment, whether its time is known). Raises ContentError when it cannot be read."""
        if self.date is None:
            return None
        found = parse_date(clean(self.date))
        if found is None:
            message = f"{self.date!r} is not a date with day, month and year"
            raise ContentError(message, path=self.path, hint="write it as 2024-07-18 or 2024-07-18T10:00:00+01:00")
        return found.moment(self.timezone)

    def source(self, name: str | None, url: str | None) -> Source | None:
        """The source: what was given, else what was found. Raises ContentError for an address that is none."""
        if self.source_url is not None and not is_web_address(self.source_url.strip()):
            message = f"{self.source_url!r} is not a web address"
            raise ContentError(message, path=self.path, hint="an address begins with https://")
        chosen_name = one_line(self.source_name) or one_line(name)
        chosen_url = self.source_url.strip() if self.source_url else url
        if chosen_name is None and chosen_url is None:
            return None
        return Source(chosen_name or _host(str(chosen_url)), chosen_url)


def one_line(text: str | None) -> str | None:
    """`text` cleaned and on one line; None when nothing is left of it."""
    return (clean(" ".join(text.split())) or None) if text else None


def _host(url: str) -> str:
    from urllib.parse import urlsplit

    return (urlsplit(url).hostname or url).removeprefix("www.")


def digest(title: str, paragraphs: Iterable[str]) -> str:
    """16 hexadecimal digits that are the same for the same words of title and plain text.

    Only letters and digits count, folded by NFKC and case, so that furniture, spacing, quotes, tashkeel and the way
    a paste is broken into lines make no difference.
    """
    text = unicodedata.normalize("NFKC", "\n".join((title, *paragraphs))).casefold()
    letters = "".join(filter(str.isalnum, text))
    return hashlib.sha256(letters.encode("utf-8", "replace")).hexdigest()[:16]
