"""The addresses in a Markdown body, as the editor typed them, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from nashra.markup.blocks import split

# Longer addresses are data or mischief; the bound keeps the search linear.
_LONGEST = 2000
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)[^`]*?(?<!`)\1(?!`)")
_PATTERNS = (
    # [words](address "title"), ![words](<address>)
    re.compile(
        rf"\]\([ \t\n]*(?:<([^<>\n]*)>|((?:[^()\n]|\([^()\n]*\)){{0,{_LONGEST}}}?))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
    ),
    # <https://example.org/>
    re.compile(rf"<([a-zA-Z][a-zA-Z0-9+.-]*:[^<>\s]{{0,{_LONGEST}}})>"),
    # [words]: address
    re.compile(r"^[ ]{0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ \t]*<?([^\s<>]+)>?", re.MULTILINE),
    # <a href="address">
    re.compile(
        r"<[a-zA-Z][^<>]*?\s(?:href|src|poster|cite)\s*=\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|([^\s\"'<>=`]+))",
        re.IGNORECASE,
    ),
)


def addresses(body: str, first_line: int) -> Iterator[tuple[str, int]]:
    """(address, 1-based line of the file) of every link and picture of `body`, code left out, block by block.

    first_line: the line of the file where `body` starts.
    """
    for block in split(body):
        if block.kind in ("code", "rule"):
            continue
        # code holds no links; its length is kept, so that places stay right
        text = _CODE_SPAN.sub(lambda span: re.sub(r"[^\n]", " ", span[0]), block.text)
        for pattern in _PATTERNS:
            for match in pattern.finditer(text):
                place = next((number for number in range(1, len(match.groups()) + 1) if match[number] is not None), 0)
                address = unescape(match[place]).strip()
                line = first_line + block.line + text.count("\n", 0, match.start(place))
                yield address, line
