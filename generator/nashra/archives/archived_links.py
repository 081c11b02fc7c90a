"""The links of an archive's pages: within it they stay relative, and what it lacks is on the public site."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from posixpath import normpath
from urllib.parse import unquote, urlsplit

from nashra.render.ground import urls

# Scripts and styles hold no links of ours; what looks like a tag in them is none.
_TAG = re.compile(
    r"(?P<raw><(?P<name>script|style)\b[^>]*>)(?P<text>.*?)(?P<end></(?P=name)\s*>)"
    r"|<[a-zA-Z](?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE = re.compile(r"""(\s(?:href|src)\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_REFRESH = re.compile(r"""(\scontent\s*=\s*["']\d+;\s*url=)([^"']*)""", re.IGNORECASE)
# What a browser would fetch without being asked to, from another machine.
_REMOTE_SOURCE = re.compile(r"""\ssrc\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)
_REMOTE_LINK = re.compile(r"""\shref\s*=\s*["'](?:https?:)?//""", re.IGNORECASE)
_FETCHED = re.compile(
    r"""\srel\s*=\s*["'][^"']*\b(?:stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|manifest)\b""",
    re.IGNORECASE,
)
_SIZES = re.compile(r"""\s(?:srcset|sizes)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_WORDS = re.compile(r"""\salt\s*=\s*(?:"([^"]+)"|'([^']+)')""", re.IGNORECASE)


class Links:
    """Resolves references. names: site path -> path in the archive, of every file that the archive holds.

    site: address of the public site, with a closing slash.
    """

    def __init__(self, site: str, names: Mapping[str, str]) -> None:
        self._site, self._names = site, names

    def reference(self, reference: str, page: str, place: str) -> str:
        """What leads from the archive's page `place` to where `reference` leads from the site's page `page`."""
        try:
            parts = urlsplit(reference)
        except ValueError:
            return reference
        if parts.scheme or parts.netloc or reference.startswith("/") or not parts.path:
            return reference
        path = site_path(page, parts.path)
        if path is None:
            return reference
        tail = (f"?{parts.query}" if parts.query else "") + (f"#{parts.fragment}" if parts.fragment else "")
        name = self._names.get(path)
        if name is None:
            return urls.absolute(self._site, path) + tail
        return urls.relative(place, name) + tail

    def page(self, html: str, page: str, place: str) -> str:
        """`html` of the site's page `page`, for the archive's file `place`. Nothing in it is fetched from elsewhere."""

        def tag(found: re.Match[str]) -> str:
            if found["raw"]:
                start = _each(_REFERENCE, found["raw"], resolve)
                return "" if _REMOTE_SOURCE.search(start) else start + found["text"] + found["end"]
            text = _each(_REFERENCE, found[0], resolve)
            match text[1:5].lower():
                case "meta":
                    return _REFRESH.sub(refresh, text)
                case "link" if _FETCHED.search(text) and _REMOTE_LINK.search(text):
                    return ""
                case "img ":
                    return _SIZES.sub("", _without_remote(text))
                case "sour" if _SIZES.search(text):
                    return ""  # an archive has each picture in one size
            return text

        def refresh(found: re.Match[str]) -> str:
            return found[1] + escape(resolve(unescape(found[2])))

        def resolve(reference: str) -> str:
            return self.reference(reference, page, place)

        return _TAG.sub(tag, html)


def _each(pattern: re.Pattern[str], tag: str, resolve: Callable[[str], str]) -> str:
    def attribute(found: re.Match[str]) -> str:
        quote = found[2][0]
        return f"{found[1]}{quote}{escape(resolve(unescape(found[2][1:-1])))}{quote}"

    return pattern.sub(attribute, tag)


def _without_remote(image: str) -> str:
    """The tag of a picture, or the words of one that lies on another machine: an archive asks nobody for anything."""
    if not _REMOTE_SOURCE.search(image):
        return image
    words = _WORDS.search(image)
    return f"<span>{words[1] or words[2] or ''}</span>" if words else ""


def site_path(page: str, path: str) -> str | None:
    """The file below the site's root that the relative address `path` means on the page `page`; None outside it."""
    folder = page.rpartition("/")[0]
    name = unquote(path)
    found = normpath(f"{folder}/{name}" if folder else name)
    if found.startswith("../") or found in ("..", "."):
        return urls.CHOOSER if found == "." else None
    return f"{found}/index.html" if name.endswith("/") else found
