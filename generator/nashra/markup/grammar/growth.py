"""The tree of a text while it grows: the blocks that are still open, the innermost last."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nashra.markup.grammar.block.references import definition
from nashra.markup.grammar.line import Line
from nashra.markup.grammar.tree import CONTAINERS, Node, Piece, Target, fold_label

# Nobody means a quote in a quote in a quote a hundred times; what is deeper stays text.
MAX_DEPTH = 40

Finish = Callable[[Node], None]


class Growth:
    """path: the open blocks. matched: how many of them the line at hand belongs to.

    may_be_lazy: whether the line may just be more words of a paragraph further in, whose signs it lacks.
    """

    def __init__(self, finish: Mapping[str, Finish]) -> None:
        self.root = Node("document", 0, 0)
        self.path = [self.root]
        self.matched = 1
        self.may_be_lazy = False
        self.references: dict[str, Target] = {}
        self.notes: dict[str, Node] = {}
        self._finish = finish

    @property
    def tip(self) -> Node:
        """The innermost open block."""
        return self.path[-1]

    @property
    def is_deep(self) -> bool:
        """Whether no more block may be opened inside the open ones."""
        return self.matched > MAX_DEPTH

    @property
    def is_between_blocks(self) -> bool:
        """Whether no block is open."""
        return len(self.path) == 1

    def add_paragraph(self, number: int, piece: Piece) -> None:
        """Put a paragraph of that one line between blocks."""
        self.root.children.append(Node("paragraph", number, number + 1, pieces=[piece]))
        self.root.end = number + 1

    def add(self, node: Node) -> Node:
        """Put `node` where the line at hand has led to, and leave it open."""
        self.close_unmatched()
        while not _may_hold(self.tip, node):
            self._close()
        self.tip.children.append(node)
        self.path.append(node)
        self.matched = len(self.path)
        self.stretch(node.end)
        return node

    def add_closed(self, node: Node) -> Node:
        """Put `node`, which is complete, where the line at hand has led to."""
        self.add(node)
        self._close()
        return node

    def end_leaf(self, line: Line) -> None:
        """The innermost block ends with this line."""
        self.close_unmatched()
        self.stretch(line.number + 1)
        self._close()

    def stretch(self, end: int) -> None:
        """All open blocks reach as far as the line before `end`."""
        for node in self.path:
            node.end = end

    def close_unmatched(self) -> None:
        """Close the blocks that the line at hand does not belong to."""
        while len(self.path) > self.matched:
            self._close()

    def close_all(self) -> None:
        """The text is at its end."""
        while len(self.path) > 1:
            self._close()

    def turn_last_line(self, paragraph: Node, into: Node) -> None:
        """Take the last line of the open `paragraph` away for `into`, which then stands open in its place."""
        del paragraph.pieces[-1]
        paragraph.end = into.start
        self._close()
        self.add(into)

    def take_references(self, paragraph: Node) -> None:
        """Cut the targets of references off the start of the innermost `paragraph`."""
        if not paragraph.pieces or not paragraph.pieces[0].text.startswith("["):
            return
        siblings = self.path[-2].children
        text, at, taken = paragraph.text, 0, 0
        while found := definition(text, at):
            self.references.setdefault(found.label, found.target)
            start = paragraph.start + taken
            reference = Node("reference", start, start + found.lines, label=found.label)
            reference.pieces = paragraph.pieces[taken : taken + found.lines]
            siblings.insert(-1, reference)
            at, taken = found.end, taken + found.lines
            if at >= len(text):
                break
        del paragraph.pieces[:taken]
        paragraph.start += taken

    def _close(self) -> None:
        node = self.tip
        if node.kind == "paragraph":
            self.take_references(node)
            _trim(node)
            if not node.pieces:
                self.path[-2].children.pop()
        elif node.kind == "heading":
            _trim(node)
        elif node.kind == "footnote":
            self.notes.setdefault(fold_label(node.label), node)
        self.path.pop()
        self.matched = min(self.matched, len(self.path))
        if finish := self._finish.get(node.kind):
            finish(node)


def _may_hold(holder: Node, node: Node) -> bool:
    if holder.kind == "list":
        return node.kind == "item"
    return holder.kind in CONTAINERS and node.kind != "item"


def _trim(node: Node) -> None:
    """Blanks at the end of a text are no break."""
    if node.pieces:
        last: Piece = node.pieces[-1]
        last.text = last.text.rstrip(" \t")
