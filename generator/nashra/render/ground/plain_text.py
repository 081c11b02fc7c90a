"""Articles without markup, for programs that read: one text a version, and /llms.txt as the way to them.

llms.txt follows https://llmstxt.org: a heading, a quoted line, sections with lists of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nashra.kit.spaces import one_line
from nashra.markup.blocks import LITERAL_KINDS, split
from nashra.markup.inline import plain_text
from nashra.markup.slots import fill, texts

_WITH_SIGNS = frozenset({"list", "table", "footnote"})


@dataclass(frozen=True, slots=True)
class LlmsLine:
    """A line of llms.txt. address: of the plain text, absolute."""

    title: str
    address: str
    summary: str


def article_text(title: str, facts: Iterable[str], body: str) -> bytes:
    """The text of an article: its title, one line for each of `facts` (date, source, how it was made), its body."""
    parts = [title, "\n".join(fact for fact in facts if fact), *_blocks(body)]
    return ("\n\n".join(filter(None, parts)) + "\n").encode("utf-8", "replace")


def llms_text(title: str, description: str, sections: Sequence[tuple[str, Sequence[LlmsLine]]]) -> bytes:
    """llms.txt; sections: (heading, its entries)."""
    lines = [f"# {one_line(title)}", ""]
    if description:
        lines += [f"> {one_line(description)}", ""]
    for heading, entries in sections:
        lines += [f"## {one_line(heading)}", ""]
        for entry in entries:
            summary = f": {one_line(entry.summary)}" if entry.summary else ""
            lines.append(f"- [{_label(entry.title)}]({entry.address}){summary}")
        lines.append("")
    return "\n".join(lines).encode("utf-8", "replace")


def _blocks(body: str) -> Iterator[str]:
    for block in split(body):
        if block.kind == "code":
            yield block.text
        elif block.kind in _WITH_SIGNS:
            # plain words between the signs: bullets, numbers and cells are read as they are
            yield fill(block, [plain_text(text) for text in texts(block)])
        elif block.kind not in LITERAL_KINDS:
            yield "\n".join(plain_text(text) for text in texts(block))


def _label(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", one_line(text))
