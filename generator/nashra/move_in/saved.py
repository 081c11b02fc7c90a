"""A folder of saved pages, with the sitemap that lists them: what wget, HTTrack or a browser kept of any site."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from nashra.ingest.draft import Given, Imported
from nashra.ingest.page.html_dates import read_written
from nashra.ingest.readers import saved_page
from nashra.ingest.words.decode import decode_page
from nashra.kit.errors import ContentError
from nashra.kit.files import read_bytes
from nashra.move_in.old_site import OldSite, OldText, Other, Read, language, path_below, texts_below

_ENDINGS = (".html", ".htm", ".xhtml", ".php", ".asp", ".aspx")
_LINK = re.compile(r"<link\b[^>]{1,2000}>", re.IGNORECASE)
_META = re.compile(r"<meta\b[^>]{1,3000}>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-zA-Z:-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
_HTML = re.compile(r"<html\b[^>]*\blang=[\"']?([A-Za-z_-]+)", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_DATED = re.compile(r"\"datePublished\"\s*:\s*\"([^\"]+)\"|<time\b[^>]*\bdatetime=[\"']([^\"']+)", re.IGNORECASE)
_IS_ARTICLE = re.compile(
    r"\"@type\"\s*:\s*\[?\s*\"(?:News|Blog|Reportage|Opinion)?(?:Article|Posting)\"", re.IGNORECASE
)
_DATES = ("article:published_time", "datepublished", "dc.date", "date", "pubdate", "parsely-pub-date")
_LISTED = re.compile(
    r"/(?:category|categories|tag|tags|topic|topics|author|authors|page|search|archive|archives|feed)(?:/|\Z|\.html)"
)
# Much more than any head has; what comes after it is looked at by the reader of pages alone.
_HEAD = 200_000


def sitemaps_in(folder: Path) -> Path | None:
    """What tells that `folder` holds saved pages: its sitemap, or a page in it or below."""
    found = sorted(each for each in folder.rglob("*sitemap*.xml") if each.is_file())
    return found[0] if found else next((each for each in texts_below(folder, _ENDINGS)), None)


def read(root: Path, path: Path, _languages: tuple[str, ...] = ()) -> OldSite:
    """The pages in the folder `root`."""
    listed, alternates = _sitemaps(root)
    pages = list(texts_below(root, _ENDINGS))
    heads = {file: _Head.of(file) for file in pages}
    site = OldSite("saved pages", _home(listed, heads), media=(root,))
    host = urlsplit(site.home).netloc
    if host and (root / host).is_dir():
        site.media += (root / host,)
    for file, head in heads.items():
        address = _address(file, head, root, site.home, listed)
        lang = head.lang
        versions = {
            path_below(href, site.home): language(code) for code, href in head.alternates if _ours(href, site.home)
        }
        versions |= alternates.get(_plain(address), {})
        lang = versions.get(address) or versions.get(_plain(address)) or lang
        if head.is_moved or _is_list(address, head):
            name = re.split(r"\s+[|–—-]\s+", head.title)[0]
            is_subject = re.search(r"/(?:category|categories|tag|tags|topics?)/", f"{address}/") is not None
            site.others[address] = Other("topic", name, lang or "") if is_subject else Other("home", "", lang or "")
            site.left_out[file] = "it is the page of a list, which Nashra makes itself"
            continue
        keys = sorted({_plain(each) for each in (*versions, address)}) if len(versions) > 1 else []
        aliases = {path_below(href, site.home) for href in head.other_addresses if _ours(href, site.home)} - {address}
        site.texts.append(
            OldText(
                path=file,
                lang=lang,
                key=f"alternates {' '.join(keys)}" if keys else None,
                address=address,
                slug=unquote(address.rstrip("/").rpartition("/")[2]).rpartition(".")[0]
                or unquote(address.rstrip("/").rpartition("/")[2]),
                title=head.title,
                read=_reader(file, head),
                day=head.day,
                aliases=tuple(sorted(aliases)),
                is_page=head.day is None,
                terms=head.sections,
                tags=(),
            )
        )
    for address in listed:
        if _LISTED.search(unquote(address)):
            site.others.setdefault(path_below(address, site.home), Other("home"))
    site.others.setdefault("/", Other("home", "", site.lang))
    return site


class _Head:
    """What the head of a saved page says of it."""

    def __init__(self, source: str) -> None:
        links = [_attributes(each) for each in _LINK.findall(source)]
        metas = [_attributes(each) for each in _META.findall(source)]
        told = {(each.get("property") or each.get("name") or each.get("itemprop", "")).lower(): each.get("content", "")
                for each in reversed(metas)}  # fmt: skip
        self.lang = language(next(iter(_HTML.findall(source)), "")) or language(told.get("og:locale"))
        named = (each.get("href", "") for each in links if each.get("rel", "").lower() == "canonical")
        self.canonical = next(named, "") or told.get("og:url", "")
        self.alternates = [
            (each["hreflang"], each.get("href", ""))
            for each in links
            if each.get("hreflang", "x-default") != "x-default" and "alternate" in each.get("rel", "alternate").lower()
        ]
        self.other_addresses = [each["href"] for each in links if each.get("rel", "").lower() == "shortlink"
                                and each.get("href")]  # fmt: skip
        title = _TITLE.search(source)
        self.title = told.get("og:title") or (unescape(title[1]).strip() if title else "")
        written = next((told[name] for name in _DATES if told.get(name)), "")
        dated = _DATED.search(source)
        kind = told.get("og:type", "").lower()
        self.is_article = kind == "article" or _IS_ARTICLE.search(source) is not None or bool(written)
        self.is_front = kind == "website" and not self.is_article
        if not written and dated and (self.is_article or source.count("<time") < 4):
            written = dated[1] or dated[2]
        found = read_written(written) if written else None
        self.day: date | None = found.day if found is not None and not found.is_relative else None
        self.sections = tuple(told[name] for name in ("article:section",) if told.get(name))
        self.is_moved = any(each.get("http-equiv", "").lower() == "refresh" for each in metas)

    @classmethod
    def of(cls, path: Path) -> _Head:
        """That of the file `path`."""
        return cls(decode_page(read_bytes(path))[0][:_HEAD])


def _attributes(tag: str) -> dict[str, str]:
    return {found[1].lower(): unescape(found[2] or found[3] or found[4] or "") for found in _ATTRIBUTE.finditer(tag)}


def _sitemaps(root: Path) -> tuple[list[str], dict[str, dict[str, str | None]]]:
    """(the addresses that the sitemaps list, in their order; path -> path of each version -> its language)."""
    listed: list[str] = []
    alternates: dict[str, dict[str, str | None]] = {}
    for path in sorted(root.rglob("*sitemap*.xml")):
        source = read_bytes(path).decode("utf-8", "replace")
        for entry in re.findall(r"<url>(.*?)</url>", source, re.DOTALL):
            found = re.search(r"<loc>\s*(?:<!\[CDATA\[)?\s*(\S+?)\s*(?:\]\]>)?\s*</loc>", entry)
            if found is None:
                continue
            listed.append(unescape(found[1]))
            rows = [_attributes(each) for each in re.findall(r"<xhtml:link\b[^>]*>", entry)]
            versions = {path_below(row["href"], ""): language(row["hreflang"]) for row in rows
                        if row.get("href") and row.get("hreflang", "x-default") != "x-default"}  # fmt: skip
            alternates[_plain(path_below(listed[-1], ""))] = versions
    return listed, alternates


def _home(listed: list[str], heads: dict[Path, _Head]) -> str:
    """The address of the site: the host that most of what is listed, or of what pages say of themselves, has."""
    hosts: dict[str, int] = {}
    for address in (*listed, *(head.canonical for head in heads.values())):
        parts = urlsplit(address)
        if parts.scheme in ("http", "https") and parts.netloc:
            home = f"{parts.scheme}://{parts.netloc}"
            hosts[home] = hosts.get(home, 0) + 1
    return max(hosts, key=lambda home: hosts[home]) if hosts else ""


def _address(file: Path, head: _Head, root: Path, home: str, listed: list[str]) -> str:
    if head.canonical and _ours(head.canonical, home) and urlsplit(head.canonical).path.strip("/"):
        return path_below(head.canonical, home)
    inner = file.relative_to(root).as_posix()
    host = urlsplit(home).netloc
    inner = inner.removeprefix(f"{host}/") if host else inner
    address = re.sub(r"(?:^|(?<=/))index\.\w+\Z", "", f"/{inner}")
    known = {_plain(path_below(each, home)): path_below(each, home) for each in listed} if len(listed) < 50 else {}
    return known.get(_plain(address), address)


def _ours(address: str, home: str) -> bool:
    hosts = [urlsplit(each).netloc.removeprefix("www.") for each in (address, home)]
    return not all(hosts) or hosts[0] == hosts[1]


def _plain(address: str) -> str:
    return re.sub(r"(?:/index)?\.\w{3,5}\Z", "", address).rstrip("/")


def _is_list(address: str, head: _Head) -> bool:
    bare = address.strip("/")
    if not bare or language(bare) == bare.lower():
        return True
    return not head.is_article and (head.is_front or _LISTED.search(address) is not None)


def _reader(path: Path, head: _Head) -> Read:
    def read(given: Given, _prepare: object) -> Imported:
        text, _ = decode_page(read_bytes(path))
        day = head.day.isoformat() if head.day else None
        try:
            return saved_page.read(text, given)
        except ContentError:
            if day is None or given.date:
                raise
            return saved_page.read(text, replace(given, date=day))

    return read
