"""Links, pictures, styles and scripts on the pages: each leads to a file that is there, and to a part of it that is.

Nothing is fetched: of an address elsewhere only its form is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from nashra.checks.broken import Broken
from nashra.checks.built_site import Target
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.checks.link_address import Fault

NAME = "links"

# A page may send on to a page that sends on; more than this is a circle.
_MOST_HOPS = 5
_CSS_ADDRESS = re.compile(r"url\(\s*(?:\"([^\"]*)\"|'([^']*)'|([^'\"\s)]+))\s*\)")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def check(case: Case) -> Iterator[Finding]:
    """Addresses that lead nowhere, and links without words."""
    broken = Broken(case, NAME)
    wanted: list[tuple[str, str, Target]] = []
    for page, facts in case.pages.items():
        for reference in facts.references:
            found = case.site.resolve(page, reference.address, is_link=reference.is_link)
            _judge(broken, page, reference.address, found)
            if isinstance(found, Target) and found.fragment:
                wanted.append((page, reference.address, found))
            if reference.empty and not isinstance(found, Fault):
                broken.add("warning", page, reference.address, "has no words to click on", "write what it leads to")
    for page, address, target in wanted:
        _check_fragment(case, broken, page, address, target)
    for path in case.site.with_suffix(".css"):
        for address in _css_addresses(case.site.read(path).decode("utf-8", "replace")):
            _judge(broken, path, address, case.site.resolve(path, address, is_link=False))
    yield from broken.findings()


def _judge(broken: Broken, page: str, address: str, found: Target | Fault | None) -> None:
    if isinstance(found, Fault):
        broken.add("error" if found.grave else "warning", page, address, found.message, found.hint)
    elif isinstance(found, Target) and found.from_root:
        hint = "write it relative to the file it is in, so that it also works from a folder or an archive"
        broken.add("warning", page, address, "starts at the root of the server", hint)


def _check_fragment(case: Case, broken: Broken, page: str, address: str, target: Target) -> None:
    path = target.path
    for _ in range(_MOST_HOPS):
        facts = case.pages.get(path)
        if facts is None or not facts.refresh:
            break
        onward = case.site.resolve(path, facts.refresh)
        if not isinstance(onward, Target):
            break
        path = onward.path
    facts = case.pages.get(path)
    # "#top" and a text to look for need no id: HTML standard, "select the indicated part"; WICG, Text Fragments
    wanted = target.fragment.partition(":~:")[0]
    if facts is None or not wanted or wanted in facts.ids or wanted.lower() == "top":
        return
    raw = address.partition("#")[2]
    if raw in facts.ids:
        return
    twin = next((id for id in sorted(facts.ids) if _folded(id) == _folded(wanted)), None)
    where = "this page" if path == page else f"the page {path}"
    if twin:
        message, hint = f"names the part {wanted!r} of {where}, which is spelled {twin!r}", "copy that name"
    else:
        message, hint = f"names the part {wanted!r} of {where}, which has no such part", "link to the page as a whole"
    broken.add("error", page, address, message, hint)


def _folded(id: str) -> str:
    return normalize("NFC", id).casefold()


def _css_addresses(text: str) -> Iterator[str]:
    for match in _CSS_ADDRESS.finditer(_CSS_COMMENT.sub("", text)):
        yield match[1] or match[2] or match[3] or ""
