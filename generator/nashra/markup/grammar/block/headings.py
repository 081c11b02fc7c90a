"""Headings: "## words", and words underlined with "===" or "---". A "#" without a blank is a hashtag."""

from __future__ import annotations

import re

from nashra.markup.grammar.growth import Growth
from nashra.markup.grammar.line import TAB, Line
from nashra.markup.grammar.tree import Node, Piece

_SIGNS = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*\Z")


def opens(growth: Growth, line: Line, container: Node) -> Node | None:
    """The heading that this line is, or that it makes of the paragraph above."""
    if line.indent >= TAB:
        return None
    if signs := _SIGNS.match(line.text, line.next):
        words = line.text[signs.end() :].rstrip(" \t")
        # a hostile line of blanks and signs must not be searched from every blank on
        if words.endswith("#"):
            bare = words.rstrip("#")
            words = bare.rstrip(" \t") if not bare or bare[-1] in " \t" else words
        heading = Node("heading", line.number, line.number + 1, level=len(signs[1]))
        heading.pieces.append(Piece(line.offset + signs.end(), words))
        return growth.add_closed(heading)
    if container.kind == "paragraph" and (underline := _UNDERLINE.match(line.text, line.next)):
        growth.take_references(container)
        if container.pieces:
            container.kind = "heading"
            container.level = 1 if underline[1][0] == "=" else 2
            growth.end_leaf(line)
            return container
    return None
