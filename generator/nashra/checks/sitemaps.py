"""Sitemaps and robots.txt: every address in them is one of this site, and a page answers there."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks.case import Case
from nashra.checks.feed_facts import NotWellFormed, parse_xml
from nashra.checks.finding import Finding
from nashra.checks.link_address import Fault

NAME = "sitemaps"

_MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
_LINK = "{http://www.w3.org/1999/xhtml}link"


def check(case: Case) -> Iterator[Finding]:
    """Addresses of the maps that lead nowhere, out of the site, or to a page that only sends on."""
    for path in case.site.with_suffix(".xml"):
        if "/" in path or not path.startswith("sitemap"):
            continue
        try:
            root = parse_xml(case.site.read(path))
        except NotWellFormed as error:
            yield Finding("error", NAME, f"the file is no well-formed XML: {error}", page=path)
            continue
        found = [(element.text or "").strip() for element in root.iter(f"{_MAP}loc")]
        found += [element.get("href", "") for element in root.iter(_LINK)]
        for address in dict.fromkeys(found):
            yield from _judge(case, path, address)
    if "robots.txt" in case.site:
        for line in case.site.read("robots.txt").decode("utf-8", "replace").splitlines():
            name, _, address = line.partition(":")
            if name.strip().lower() == "sitemap":
                yield from _judge(case, "robots.txt", address.strip())


def _judge(case: Case, path: str, address: str) -> Iterator[Finding]:
    target = case.site.resolve(path, address)
    if isinstance(target, Fault):
        yield Finding("error", NAME, f"the address {address!r} {target.message}", hint=target.hint, page=path)
    elif target is None or not address.startswith(case.settings.url):
        message = f"the address {address!r} is not below {case.settings.url}"
        yield Finding("error", NAME, message, hint="search engines pass over it", page=path)
    elif (facts := case.pages.get(target.path)) and facts.refresh:
        message = f"the address {address!r} only sends readers on"
        yield Finding("warning", NAME, message, hint="name the page that it leads to", page=path)
