"""Footnotes of a text: the order in which readers meet them, and the names of their places on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from nashra.markup.grammar.inline.reader import Known, read
from nashra.markup.grammar.inline.span import Span
from nashra.markup.grammar.tree import Node, fold_label

_NOT_IN_NAME = re.compile(r"[^\w-]")


def in_order(nodes: Sequence[Node], known: Known, labels: Iterable[str]) -> list[str]:
    """`labels`, folded, by where something first refers to them; those that nothing refers to come last."""
    found = dict.fromkeys(referred(nodes, known))
    return [*found, *(label for label in labels if label not in found)]


def referred(nodes: Sequence[Node], known: Known) -> list[str]:
    """The labels, folded, of the footnotes that `nodes` refer to, each once, in their order."""
    return list(
        dict.fromkeys(fold_label(span.text) for node in _with_signs(nodes) for span in _notes(read(node.text, known)))
    )


def anchor(label: str) -> str:
    """`label` as the name of a place on the page, where only letters, digits, "-" and "_" may stand."""
    return _NOT_IN_NAME.sub(lambda sign: f"-{ord(sign[0]):x}-", label)


def _with_signs(nodes: Iterable[Node]) -> Iterator[Node]:
    """The texts in `nodes` that may refer to a footnote."""
    for node in nodes:
        if any("[^" in piece.text for piece in node.pieces) and node.kind != "reference":
            yield node
        yield from _with_signs(node.children)


def _notes(spans: Iterable[Span]) -> Iterator[Span]:
    for span in spans:
        if span.kind == "note":
            yield span
        yield from _notes(span.children)
