"""What the local server adds to the pages it sends: a script that reloads them and shows what is wrong.

Nothing of it is ever written to disk.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from nashra.publish.answers import Answer
from nashra.publish.shown import Shown

# No page can have such an address: names that begin with a dot are never published.
_FOLDER = ".nashra"
EVENTS = "events"
SCRIPT = "reload.js"


def special(target: str) -> str | None:
    """EVENTS or SCRIPT where the request target asks for that, below any base path; else None.

    Any, since a page that was sent before the base path changed asks below the old one.
    """
    try:
        parts = urlsplit(target).path.split("/")
    except ValueError:
        return None
    return parts[-1] if parts[-2:-1] == [_FOLDER] and parts[-1] in (EVENTS, SCRIPT) else None


@lru_cache(maxsize=1)
def script() -> bytes:
    """The script, UTF-8."""
    return Path(__file__).with_name(SCRIPT).read_bytes()


def inject(page: bytes, shown: Shown) -> bytes:
    """The page with the script as the last element of its body."""
    base = escape(shown.local_path)
    names = f'data-pages="{escape(shown.pages)}" data-style="{escape(shown.style)}" data-base="{base}"'
    element = f'<script src="{base}{_FOLDER}/{SCRIPT}" {names} defer></script>'.encode("ascii")
    end = page.lower().rfind(b"</body>")
    return page[:end] + element + page[end:] if end >= 0 else page + element


def failure(shown: Shown) -> Answer:
    """What every address shows while there has been no build yet that succeeded."""
    rows = []
    for problem in shown.listed(shown.errors):
        place = f"<code><bdi>{escape(problem['place'])}</bdi></code> " if problem["place"] else ""
        hint = f" (<bdi>{escape(problem['hint'])}</bdi>)" if problem["hint"] else ""
        rows.append(f"<li>{place}<bdi>{escape(problem['message'])}</bdi>{hint}</li>")
    page = (
        '<!doctype html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n<title>The site cannot be built</title>\n</head>\n<body>\n'
        f"<h1>The site cannot be built</h1>\n<ul>\n{''.join(rows)}\n</ul>\n"
        "<p>Save a correction, and the site appears here by itself.</p>\n</body>\n</html>\n"
    )
    return Answer(HTTPStatus.SERVICE_UNAVAILABLE, page.encode("utf-8"))
