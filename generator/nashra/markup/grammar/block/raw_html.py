"""Blocks of HTML: from a tag at the start of a line to the next empty line, or to where it says that it ends."""

from __future__ import annotations

import re

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tags import TAG
from nashra.markup.grammar.tree import Node

# Elements whose tag begins a block, after the list of CommonMark.
_BLOCK_TAGS = frozenset(
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul".split()
)
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)(?=[ \t>]|/>|\Z)")
# How a block begins that may hold empty lines, and what ends it.
_WITH_END = (
    (re.compile(r"<(?:script|pre|style|textarea)(?=[ \t>]|\Z)", re.IGNORECASE),
     re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)),
    (re.compile(r"<!--"), re.compile(r"-->")),
    (re.compile(r"<\?"), re.compile(r"\?>")),
    (re.compile(r"<![a-zA-Z]"), re.compile(r">")),
    (re.compile(r"<!\[CDATA\["), re.compile(r"\]\]>")),
)  # fmt: skip


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The block of HTML that begins here."""
    if line.indent >= TAB or line.text[line.next : line.next + 1] != "<":
        return None
    ending = next((number for number, (begin, _) in enumerate(_WITH_END) if begin.match(line.text, line.next)), None)
    if ending is None:
        name = _NAME.match(line.text, line.next)
        if not (name and name[1].lower() in _BLOCK_TAGS) and not _is_lone_tag(line, container):
            return None
    html = growth.add(Node("html", line.number, line.number + 1, ending="" if ending is None else str(ending)))
    add(growth, html, line)
    return html


def _is_lone_tag(line: Line, container: Node) -> bool:
    """Whether a whole tag, of any name, has the line to itself; such a tag ends no paragraph."""
    if container.kind == "paragraph":
        return False
    tag = TAG.match(line.text, line.next)
    return tag is not None and not line.text[tag.end() :].strip(" \t")


def add(growth: Growth, html: Node, line: Line) -> None:
    """One more line of the block, which may be its last."""
    html.literal.append(line.literal)
    if html.ending and _WITH_END[int(html.ending)][1].search(line.text, line.at):
        growth.end_leaf(line)


def goes_on(html: Node, line: Line) -> bool:
    """Whether the line is of the block."""
    return bool(html.ending) or not line.blank


def finish(html: Node) -> None:
    """Empty lines at the end belong to nothing."""
    while html.literal and not html.literal[-1].strip():
        html.literal.pop()
