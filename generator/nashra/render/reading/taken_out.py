"""Addresses that a page may not have: the links and pictures that they stand in lose them, which the editor is told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.kit.errors import Problem
from nashra.kit.spaces import shortened
from nashra.markup.html import SCHEMES
from nashra.markup.typed_addresses import addresses

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)\s*:")
# What browsers make no address of, although its scheme is right.
_NO_HOST = re.compile(r"https?:(?:[/\\]*\Z|/{0,2}\\)", re.IGNORECASE)
# A quick look for either where an address may begin: most texts have none, and need not be read for their links again.
_MAY_BE = re.compile(
    rf"(?:\]\(|\]:|[<=\"'])[\s<]*(?:(?!(?:{'|'.join(SCHEMES)})\s*:)[a-zA-Z][a-zA-Z0-9+.-]*\s*:"
    r"|https?:(?:[/\\]*[\s)>\"']|/{0,2}\\))",
    re.IGNORECASE,
)


def taken_out(body: str, path: Path, first_line: int) -> Iterator[Problem]:
    """One for each link and picture of the Markdown `body` whose address is not published.

    first_line: the line of the file `path` where `body` starts.
    """
    if not _MAY_BE.search(body):
        return
    for address, line in addresses(body, first_line):
        if told := _fault(address):
            fault, hint = told
            yield Problem(f"the link '{shortened(address)}' is taken out: {fault}", path, line, hint)


def _fault(address: str) -> tuple[str, str] | None:
    """What is wrong with `address`, and what to do."""
    if _NO_HOST.match(address):
        return "it names no host", "write it as https://example.org/page"
    found = _SCHEME.match(address)
    scheme = found[1].lower() if found else ""
    if not scheme or scheme in SCHEMES:
        return None
    # the letter of a disk: C:\Users\...
    if scheme == "file" or len(scheme) == 1:
        return "it leads to a file on one machine", "put the file beside the article, and write its name"
    if scheme == "data":
        return "a text holds no files", "save it as a file beside the article, and write its name"
    return f"{scheme}: is no kind of address to publish", "only https:, http:, mailto: and tel: are"
