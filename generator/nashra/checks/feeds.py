"""Feeds: each is well-formed, names itself, repeats no id, and every address in it is absolute and leads somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from nashra.checks.broken import Broken
from nashra.checks.built_site import Target
from nashra.checks.case import Case
from nashra.checks.feed_facts import FeedFacts, NotWellFormed, read_feed
from nashra.checks.finding import Finding
from nashra.checks.link_address import Fault, scheme_of
from nashra.content import feed_ids

NAME = "feeds"

_SUFFIXES = (".xml", ".rss", ".atom", ".json", ".opml")


def check(case: Case) -> Iterator[Finding]:
    """What is wrong with the feeds and with what stands in them."""
    broken = Broken(case, NAME)
    yield from (Finding.of(problem, NAME) for problem in feed_ids.changed(case.settings))
    for path in case.site.with_suffix(*_SUFFIXES):
        try:
            facts = read_feed(case.site.read(path))
        except NotWellFormed as error:
            kind = "JSON" if path.endswith(".json") else "XML"
            message = f"the file is no well-formed {kind}: {error}"
            yield Finding("error", NAME, message, hint="feed readers refuse it", page=path)
            continue
        if facts is not None:
            yield from _itself(case, path, facts)
            _links(case, broken, path, facts)
    yield from broken.findings()


def _itself(case: Case, path: str, facts: FeedFacts) -> Iterator[Finding]:
    for id, times in Counter(facts.ids).items():
        if not id:
            yield Finding("error", NAME, f"{times} of the items have no id", page=path)
        elif times > 1:
            message = f"the id {id!r} is that of {times} items"
            yield Finding("error", NAME, message, hint="feed readers show only one of them", page=path)
    if facts.own:
        target = case.site.resolve(path, facts.own)
        if not isinstance(target, Target) or target.path != path:
            message = f"the {facts.kind} feed gives {facts.own!r} as its own address"
            yield Finding("error", NAME, message, hint="it must be that of the file itself", page=path)


def _links(case: Case, broken: Broken, path: str, facts: FeedFacts) -> None:
    for link in facts.links:
        item = case.site.resolve(path, link.item) if link.item else None
        source = item.path if isinstance(item, Target) else ""
        if link.address and not scheme_of(link.address) and not link.address.startswith("//"):
            hint = "feed readers do not know what it is relative to"
            broken.add("error", path, link.address, "is relative in a feed", hint, source=source)
            continue
        found = case.site.resolve(path, link.address, is_link=link.is_link)
        # a link that the item's page has as well is reported there
        if isinstance(found, Fault) and not (source and _is_on_page(case, source, link.address)):
            broken.add("error" if found.grave else "warning", path, link.address, found.message, found.hint)


def _is_on_page(case: Case, page: str, address: str) -> bool:
    """Whether `page` has a link to where `address` leads."""
    wanted = _place(case, page, address)
    facts = case.pages.get(page)
    return facts is not None and any(_place(case, page, other.address) == wanted for other in facts.references)


def _place(case: Case, page: str, address: str) -> Target | str:
    located = case.site.locate(page, address)
    return Target(located.path, located.fragment) if isinstance(located, Target) else address
