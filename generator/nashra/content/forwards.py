"""content/redirects.txt: old addresses that no article and no page of ours had, and where they lead now, a pair a line.

An article or a page names its own old addresses in `aliases`; this is for lists, feeds and the like of another system,
and for addresses that ask for something, `/?p=12`. No page that is a file can answer to those: there is one for each in
a folder of its own, and a script of the front door leads there.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from urllib.parse import urlsplit

from nashra.head.aliases import site_path
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text
from nashra.model import Forward
from nashra.settings.config import Settings

FILE_NAME = "redirects.txt"
# Where pages for addresses with a question mark stand.
ASKED = "asked"
_ASKED = re.compile(r"(p|page_id|cat|tag|author|m|attachment_id)=([\w-]{1,60})(?:&.*)?")
_TEXT = re.compile(r"articles/\d{4}/\d\d/\d\d-[0-9a-f]{6,16}/[a-z]{2,3}\.md|pages/[\w-]+\.[a-z]{2,3}\.md")
HEAD = """\
# Old addresses that lead to a page of this site, a pair a line: the old address, a blank, the new one.
"""
_HINT = "write two addresses of this site with a blank between them, such as `/category/eau/ /fr/topics/eau.html`"


def load(settings: Settings) -> tuple[tuple[Forward, ...], list[Problem]]:
    """The redirects of the site, and what is wrong with their file."""
    path = settings.content / FILE_NAME
    if not os.path.lexists(path):
        return (), []
    try:
        text = read_text(path)
    except ContentError as error:
        return (), list(error.problems)
    return parse(text, path, settings.url)


def parse(text: str, path: Path, url: str) -> tuple[tuple[Forward, ...], list[Problem]]:
    """The redirects in the `text` of the file `path`, and what is wrong. url: of the site."""
    found: dict[str, Forward] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.split()
        if not words or line.lstrip().startswith("#"):
            continue
        try:
            if len(words) != 2:
                raise ValueError("does not say where it leads" if len(words) == 1 else "has more than two addresses")
            old, new = _old(words[0], url), _page(words[1], url)
        except ValueError as fault:
            problems.append(Problem(f"the line {line.strip()[:80]!r} {fault}", path, number, _HINT))
            continue
        found.setdefault(old.casefold(), Forward(old, new, path, number))
    return tuple(found.values()), problems


def asked_path(path: str, query: str, url: str) -> str:
    """The page for an address of the front door that asks for something, "p=12"; empty where nobody can answer.

    url: of the site, whose base path `path` may begin with.
    """
    base = urlsplit(url).path
    path = path.removeprefix(base.rstrip("/")) if f"{path}/".startswith(base) else path
    found = _ASKED.fullmatch(query)
    if found is None or path.strip("/") not in ("", "index.php"):
        return ""
    return f"{ASKED}/{found[1]}-{found[2]}/index.html"


def _old(address: str, url: str) -> str:
    parts = urlsplit(address)
    if parts.query and (asked := asked_path(parts.path, parts.query, url)):
        return asked
    return site_path(address, url)


def _page(address: str, url: str) -> str:
    """The file at `address`: a feed keeps its name, and so does a text in content/."""
    if _TEXT.fullmatch(address.removeprefix("/")):
        return address.removeprefix("/")
    found = site_path(address, url)
    stem = found.removesuffix("/index.html")
    return stem if stem.endswith((".xml", ".json")) else found
