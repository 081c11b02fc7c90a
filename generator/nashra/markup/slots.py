"""The texts of a block: what is between its Markdown signs, to be read or replaced without touching the signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nashra.markup.blocks import LITERAL_KINDS, Block

_HEADING = re.compile(r"(#{1,6}[ \t]+)(.*?)([ \t]*#*[ \t]*)\Z", re.DOTALL)
_SETEXT = re.compile(r"(\s*)([^\n]*?)(\s*\n(?:=+|-+)[ ]*)\Z")
# The signs before a text in lists, quotes and footnotes: any mix of indents, ">", bullets, numbers and "[^1]:".
_LEAD = re.compile(r"[ \t]*(?:>[ \t]*)*(?:(?:[*+-]|\d+\.)[ \t]+|\[\^[^\]\n]+\]:[ \t]*)?")
_QUOTE_SIGN = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
_CELL_EDGE = re.compile(r"(?<!\\)\|")
_CODE_SPAN = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
_HARD_BREAK = re.compile(r"  \n\s*")
_SOFT_BREAK = re.compile(r"[ \t]*\n[ \t]*")


def texts(block: Block) -> list[str]:
    """The texts of `block` in order, each on one line (hard line breaks are kept as "  \\n")."""
    return [_unfold(text, block.kind == "quote") for _, text in _cut(block)]


def fill(block: Block, replacements: Sequence[str]) -> str:
    """The source of `block` with its texts replaced, one by one; `replacements` is as long as `texts(block)`.

    Texts that are equal to the old ones (as `texts` shows them) keep their source unchanged.
    """
    parts: list[str] = []
    quote = block.kind == "quote"
    for (literal, text), new in zip(_cut(block), replacements, strict=True):
        parts.append(literal)
        parts.append(text if new == _unfold(text, quote) else new)
    return "".join(parts) + block.text[sum(len(literal) + len(text) for literal, text in _cut(block)) :]


def _unfold(text: str, quote: bool) -> str:
    if "\n" not in text:
        return text
    if quote:
        text = _QUOTE_SIGN.sub("\n", text)
    kept = _HARD_BREAK.sub("\0", text)
    return _SOFT_BREAK.sub(" ", kept).replace("\0", "  \n")


def _cut(block: Block) -> Iterator[tuple[str, str]]:
    """(signs, text) pairs that follow each other in `block.text`; what is left after the last is signs."""
    if block.kind in LITERAL_KINDS or not block.text.strip():
        return
    if block.kind == "heading":
        heading = _HEADING.match(block.text) or _SETEXT.match(block.text)
        if heading and heading[2]:
            yield heading[1], heading[2]
        return
    if block.kind == "table":
        yield from _cells(block.text)
        return
    if block.kind == "paragraph":
        stripped = block.text.strip()
        yield block.text[: block.text.index(stripped)], stripped
        return
    yield from _lines(block.text)


def _lines(source: str) -> Iterator[tuple[str, str]]:
    """Texts of a list, quote or footnote: a new one begins at each marker and after each empty line."""
    start = text_start = 0
    text_end = 0
    fresh = True
    for match in re.finditer(r"[^\n]*(?:\n|\Z)", source):
        line = match[0]
        if not line:
            break
        lead = _LEAD.match(line)
        signs = lead[0] if lead else ""
        rest = line[len(signs) :].rstrip()
        begins = fresh or signs.rstrip(" \t>") != ""
        if not rest:
            if text_end > text_start:
                yield source[start:text_start], source[text_start:text_end]
                start = text_end
                text_start = text_end
            fresh = True
            continue
        if begins:
            if text_end > text_start:
                yield source[start:text_start], source[text_start:text_end]
                start = text_end
            text_start = match.start() + len(signs)
        text_end = match.start() + len(signs) + len(rest)
        fresh = False
    if text_end > text_start:
        yield source[start:text_start], source[text_start:text_end]


def _cells(source: str) -> Iterator[tuple[str, str]]:
    """The cells of a table, its row of dashes left out."""
    start = 0
    offset = 0
    for number, line in enumerate(source.split("\n")):
        if number != 1:
            masked = _CODE_SPAN.sub(lambda code: "x" * len(code[0]), line)
            edges = [edge.start() for edge in _CELL_EDGE.finditer(masked)]
            bounds = [0, *(edge + 1 for edge in edges)]
            for left, right in zip(bounds, [*edges, len(line)], strict=True):
                cell = line[left:right]
                if cell.strip():
                    begin = offset + left + len(cell) - len(cell.lstrip())
                    end = offset + left + len(cell.rstrip())
                    yield source[start:begin], source[begin:end]
                    start = end
        offset += len(line) + 1
