"""Addresses of the old site at which no text stood: lists, feeds, archives. They lead to what stands for them now."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.content.forwards import FILE_NAME, HEAD, asked_path, parse
from nashra.head.aliases import site_path
from nashra.ingest.page.html_names import topic_key
from nashra.kit.files import read_text, write_atomic
from nashra.move_in.old_site import OldSite, OldText, Other
from nashra.render.ground import urls
from nashra.settings.config import Settings

_DATED = re.compile(r"(?:/[a-z]{2,3})?(?:/[\w-]+)*?/(?:19|20)\d\d(?=/)(?:/\d{1,2}(?=/)){0,2}")


def archives(texts: Iterable[OldText]) -> Iterator[tuple[str, Other]]:
    """The lists of days, months and years that the addresses of `texts` stand below."""
    seen = set()
    for text in texts:
        found = _DATED.match(unquote(text.address))
        if text.is_page or found is None:
            continue
        path = found[0]
        while re.search(r"/\d{1,4}\Z", path):
            if path not in seen:
                seen.add(path)
                yield f"{path}/", Other("archive", "", text.lang or "")
            path = path.rpartition("/")[0]


def new_address(other: Other, settings: Settings, topics: Mapping[str, str], entities: Mapping[str, str]) -> str:
    """The page, or the feed, that stands for `other` now. topics, entities: folded name -> id."""
    lang = other.lang if other.lang in settings.languages else settings.default_language.code
    match other.kind:
        case "topic":
            id_ = topics.get(topic_key(other.name))
            name = entities.get(topic_key(other.name))
            return urls.topic(lang, id_) if id_ else urls.entity(lang, name) if name else urls.topics(lang)
        case "author":
            id_ = entities.get(topic_key(other.name))
            return urls.entity(lang, id_) if id_ else urls.home(lang)
        case "feed":
            formats = settings.feeds.formats
            return urls.feed(lang, formats[0]) if formats else urls.home(lang)
        case "archive":
            return urls.archive(lang)
        case _:
            return urls.home(lang)


def write_redirects(settings: Settings, rows: Mapping[str, str]) -> None:
    """Add `rows`, old address -> new one, to content/redirects.txt; what stands there stays. Raises NashraError."""
    path = settings.content / FILE_NAME
    old = read_text(path) if path.exists() else ""
    there = {each.path.casefold() for each in parse(old, path, settings.url)[0]}
    lines = []
    for address, new in sorted(rows.items()):
        if "?" in address:
            lines += [f"{address} /{new}\n"] if _asked(address, settings.url) and address not in old else []
            continue
        found = _file_at(address, settings.url)
        if found is None or found.casefold() in there or found.removesuffix("/index.html") == new or found == new:
            continue
        there.add(found.casefold())
        lines.append(f"/{urls.encode(found.removesuffix('index.html'))} /{urls.encode(new)}\n")
    if lines:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = old or HEAD
        write_atomic(path, (text if text.endswith("\n") else f"{text}\n") + "".join(lines))


def _asked(address: str, url: str) -> bool:
    path, _, query = address.partition("?")
    return bool(asked_path(path, query, url))


def _file_at(address: str, url: str) -> str | None:
    try:
        found = site_path(address, url)
    except ValueError:
        return None
    return None if found in (urls.CHOOSER, urls.NOT_FOUND) else found


def all_others(site: OldSite) -> dict[str, Other]:
    """Every address at which no text stood, those of archives with them."""
    found: dict[str, Other] = dict(archives(site.texts))
    found |= site.others
    base = urlsplit(site.home).path.rstrip("/")
    for path in (f"{base}/", f"{base}/index.html"):
        found.setdefault(path, Other("home", "", site.lang))
    return found


def relative(settings: Settings, file: Path) -> str:
    """`file` as the record names it."""
    return file.relative_to(settings.content).as_posix()
