"""Whether the ids of feeds still begin as in the last build: with another beginning every item is new to readers."""

from __future__ import annotations

import re
from contextlib import suppress

from nashra.kit.errors import NashraError, Problem
from nashra.kit.files import write_atomic
from nashra.kit.hosts import is_reserved
from nashra.settings.config import Settings

_FILE_NAME = "feed_authority"
_FEEDS = ("atom.xml", "rss.xml", "feed.json")
_ID = re.compile(rb"tag:([a-z0-9.-]{1,253}),")
# An id stands in the first item at the latest.
_BEGINNING = 400_000
_KEY = re.compile(r"^[ \t]*feed_authority[ \t]*=", re.MULTILINE)


def changed(settings: Settings) -> list[Problem]:
    """A warning where the last build, as far as it has left traces, had another authority, and no placeholder."""
    last = _last(settings)
    if not last or last == settings.tag_authority or is_reserved(last):
        return []
    path = settings.root / "nashra.toml"
    message = f"the ids of feeds begin with {settings.tag_authority!r}, and with {last!r} in the last build"
    hint = f'feed readers would show every article anew: write `feed_authority = "{last}"` below [site]'
    return [Problem(message, path, _line(settings), hint, warning=True)]


def remember(settings: Settings) -> None:
    """Keep the authority of the site that readers see now, in the cache; one that cannot be written costs little."""
    path = settings.cache / _FILE_NAME
    with suppress(NashraError, OSError, UnicodeDecodeError):
        if not path.is_file() or path.read_text("utf-8").strip() != settings.tag_authority:
            settings.cache.mkdir(parents=True, exist_ok=True)
            write_atomic(path, f"{settings.tag_authority}\n")


def _last(settings: Settings) -> str:
    """The authority that the cache knows, else that of a feed in the folder of the site; nothing without either."""
    with suppress(OSError, UnicodeDecodeError):
        return (settings.cache / _FILE_NAME).read_text("utf-8").strip()
    for name in _FEEDS:
        with suppress(OSError):
            with (settings.output / settings.default_language.code / name).open("rb") as feed:
                found = _ID.search(feed.read(_BEGINNING))
            if found:
                return found[1].decode("ascii")
    return ""


def _line(settings: Settings) -> int | None:
    """Where nashra.toml sets it, or where its part on the site begins."""
    text = ""
    with suppress(OSError, UnicodeDecodeError):
        text = (settings.root / "nashra.toml").read_text("utf-8")
    found = _KEY.search(text) or re.search(r"^[ \t]*\[site\]", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else None
