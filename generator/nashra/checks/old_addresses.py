"""Addresses of another site, in a list or a sitemap: does each of them still lead somewhere here?"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.content.forwards import asked_path
from nashra.head.aliases import site_path
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.model import Content

NAME = "old"

_LOC = re.compile(r"<(?:\w+:)?loc>\s*+(?:<!\[CDATA\[([^\]]*)\]\]>|([^<]*))")
_HINT = "give it to what stands in its place: in `aliases` of an article or a page, or in content/redirects.txt"


def addresses_in(path: Path) -> list[tuple[str, int]]:
    """The addresses that a sitemap (XML) or a list names, one a line, with their lines; of a table the first column.

    Raises ContentError for a file that cannot be read, or that names none.
    """
    text = read_text(path)
    found: list[tuple[str, int]] = []
    if _LOC.search(text):
        ends = [end.start() for end in re.finditer(r"\n", text)]
        found = [
            (unescape((each[1] or each[2]).strip()), bisect(ends, each.start()) + 1) for each in _LOC.finditer(text)
        ]
    else:
        for number, line in enumerate(text.split("\n"), 1):
            # an address may hold blanks and commas; a table has tabs, or a second address behind the first
            word = re.split(r"\t|[,; ]+(?=/|https?://|\d{3}\b)", line.strip(), maxsplit=1)[0].strip("\"',; ")
            if word.startswith(("/", "http://", "https://", "?")):
                found.append((word, number))
    if not found:
        hint = "give a sitemap, or a list with one address a line"
        raise ContentError("there are no addresses in this file", path=path, hint=hint)
    return found


def check(case: Case, path: Path) -> Iterator[Finding]:
    """The addresses in the file `path` at which nothing answers. Raises ContentError, see `addresses_in`."""
    held = _held(case.content)
    for address, line in addresses_in(path):
        if address.endswith(".xml") and "sitemap" in address:
            continue  # a sitemap that lists others
        wanted = _page_at(address, case.settings.url)
        if wanted is None:
            yield Finding("error", NAME, f"{unquote(address)} cannot be answered by a file", path, line, _HINT)
        elif not any(each in case.site for each in wanted) and held.isdisjoint(wanted):
            yield Finding("error", NAME, f"the old address {unquote(address)} leads to nothing", path, line, _HINT)


def _page_at(address: str, url: str) -> tuple[str, ...] | None:
    """The files that would answer to the path of `address` on any host; None where none can."""
    try:
        parts = urlsplit(address)
        own = parts.path if parts.path.startswith("/") else f"/{parts.path}"
        base = urlsplit(url).path
        if parts.query and (asked := asked_path(own, parts.query, url)):
            return (asked,)
        plain = own.removeprefix(base.rstrip("/")) if f"{own}/".startswith(base) else own
        file = unquote(plain).strip("/")
        return tuple(dict.fromkeys((site_path(plain or "/", "https://site.invalid/"), file or "index.html")))
    except ValueError:
        return None


def _held(content: Content) -> set[str]:
    """The old addresses of what readers may not see now: nobody could read it there either."""
    hidden = [
        version
        for article in content.articles
        for version in article.versions.values()
        if version.draft or article.original.draft
    ]
    found = {alias.path for version in hidden for alias in version.aliases}
    found |= {alias.path for page in content.pages if page.draft for alias in page.aliases}
    files = [*(version.path for version in hidden), *(page.path for page in content.pages if page.draft)]
    names = {"/".join(file.parts[-5:]) if "articles" in file.parts else "/".join(file.parts[-2:]) for file in files}
    return found | {each.path for each in content.redirects if each.target in names}
