"""sitemap.xml: an index of maps by language and month, and one of the news; with robots.txt, which says where it is.

The maps are those of sitemaps.org 0.9 with the language alternates of every page; the news map is Google's, see
https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from html import escape
from itertools import takewhile

# sitemaps.org allows 50,000 addresses and 50 MB a file. Arabic addresses with their alternates take up to 3 kB each,
# so a fifth of the first stays well under the second.
MAX_ADDRESSES = 10_000
# A news sitemap holds what came out in the last two days, and no more than 1,000 addresses; else there is none.
NEWS_SPAN = timedelta(hours=48)
MAX_NEWS = 1000

_escape = partial(escape, quote=False)

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


@dataclass(frozen=True, slots=True)
class Location:
    """One page: its absolute address, the day it last changed, and hreflang -> absolute address (may be empty)."""

    address: str
    changed: date | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class News:
    """An article in one language. published: ISO 8601 with a zone; publication: the site's title in that language."""

    address: str
    lang: str
    publication: str
    title: str
    published: str


def sitemaps(
    site: str, entries: Mapping[str, Sequence[Location]], news: Sequence[News] = ()
) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of the maps and, last, of sitemap.xml, which lists them.

    site: the site's address with a closing slash. entries: name of a map ("ar", "ar-2024-07") -> its pages; a map is
    cut where it grows too long.
    """
    names: list[str] = []
    for map_, pages in entries.items():
        for start in range(0, len(pages), MAX_ADDRESSES):
            part = start // MAX_ADDRESSES + 1
            names.append(f"sitemap-{map_}-part-{part}.xml" if start else f"sitemap-{map_}.xml")
            yield names[-1], _urlset(pages[start : start + MAX_ADDRESSES])
    if news:
        names.append("sitemap-news.xml")
        yield names[-1], _news(news[:MAX_NEWS])
    lines = [f"<sitemap><loc>{_escape(site)}{name}</loc></sitemap>\n" for name in names]
    yield "sitemap.xml", f'{_HEAD}<sitemapindex xmlns="{_SCHEMA}">\n{"".join(lines)}</sitemapindex>\n'.encode()


def still_news(moments: Sequence[datetime], now: datetime) -> int:
    """How many of `moments`, newest first, lie within NEWS_SPAN before `now`."""
    return sum(1 for _ in takewhile(lambda moment: now - moment < NEWS_SPAN, moments))


def _urlset(entries: Sequence[Location]) -> bytes:
    parts = [f'{_HEAD}<urlset xmlns="{_SCHEMA}" xmlns:xhtml="{_XHTML}">\n']
    for entry in entries:
        parts.append(f"<url><loc>{_escape(entry.address)}</loc>")
        if entry.changed:
            parts.append(f"<lastmod>{entry.changed.isoformat()}</lastmod>")
        parts += [
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{_escape(address)}"/>'
            for code, address in entry.alternates.items()
        ]
        parts.append("</url>\n")
    parts.append("</urlset>\n")
    return "".join(parts).encode()


def _news(news: Sequence[News]) -> bytes:
    parts = [f'{_HEAD}<urlset xmlns="{_SCHEMA}" xmlns:news="{_NEWS}">\n']
    parts += [
        f"<url><loc>{_escape(item.address)}</loc><news:news><news:publication>"
        f"<news:name>{_escape(item.publication)}</news:name><news:language>{item.lang}</news:language>"
        f"</news:publication><news:publication_date>{item.published}</news:publication_date>"
        f"<news:title>{_escape(item.title)}</news:title></news:news></url>\n"
        for item in news
    ]
    parts.append("</urlset>\n")
    return "".join(parts).encode("utf-8", "replace")


def robots(site: str) -> bytes:
    """robots.txt: everyone may read everything, and here is the map."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site}sitemap.xml\n".encode()
