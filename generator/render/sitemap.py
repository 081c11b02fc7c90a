"""sitemap.xml (sitemaps.org 0.9) with the language alternates of every page, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape

# sitemaps.org allows 50,000 addresses and 50 MB a file. Arabic addresses with their alternates take up to 3 kB each,
# so a fifth of the first stays well under the second.
MAX_ADDRESSES = 10_000

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: its absolute address, the day it last changed, and hreflang -> absolute address (may be empty)."""

    address: str
    changed: date | None = None
    alternates: Mapping[str, str] = field(default_factory=dict)


def sitemaps(site: str, entries: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of sitemap.xml, and of its parts where there are too many entries for one file.

    site: the site's address with a closing slash.
    """
    if len(entries) <= MAX_ADDRESSES:
        yield "sitemap.xml", _urlset(entries)
        return
    lines = [f'{_HEAD}<sitemapindex xmlns="{_SCHEMA}">\n']
    for number, start in enumerate(range(0, len(entries), MAX_ADDRESSES), 1):
        name = f"sitemap-{number}.xml"
        yield name, _urlset(entries[start : start + MAX_ADDRESSES])
        lines.append(f"<sitemap><loc>{escape(site)}{name}</loc></sitemap>\n")
    lines.append("</sitemapindex>\n")
    yield "sitemap.xml", "".join(lines).encode()


def _urlset(entries: Sequence[Entry]) -> bytes:
    parts = [f'{_HEAD}<urlset xmlns="{_SCHEMA}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n']
    for entry in entries:
        parts.append(f"<url><loc>{escape(entry.address)}</loc>")
        if entry.changed:
            parts.append(f"<lastmod>{entry.changed.isoformat()}</lastmod>")
        parts += [
            f'<xhtml:link rel="alternate" hreflang="{code}" href="{escape(address)}"/>'
            for code, address in entry.alternates.items()
        ]
        parts.append("</url>\n")
    parts.append("</urlset>\n")
    return "".join(parts).encode()


def robots(site: str) -> bytes:
    """robots.txt: everyone may read everything, and here is the map."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {site}sitemap.xml\n".encode()
