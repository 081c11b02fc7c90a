"""Words that an editor wrote and readers would not see: the words of the source and of its page are compared.

What takes words along is named where it is known: a tag or comment that nothing closes, a row with more cells than its
table has columns, words behind the sign of a code block, the target of a link that is no address.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nashra.kit.errors import ContentError
from nashra.markup.blocks import Block, split
from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node, Tree, fold_label
from nashra.markup.inline import parse, plain_text
from nashra.markup.raw_html import EMBED, embedded, for_cleaning, with_links, without_code, words_of

# Without one of these, nothing in a text can take words along.
_RISKY = ("<", "|", "]:", "```", "~~~")
# Elements whose content is no text for readers, or is read by other rules, until they are closed.
_OPEN = re.compile(
    r"<!--(?!-?>)|<(?P<tag>style|script|math|svg|textarea|title|template|noscript|noframes|noembed|iframe|object|"
    r"select|xmp|plaintext|canvas|audio|video|head|frameset)(?=[\s/>])",
    re.IGNORECASE | re.ASCII,
)
_FENCE = re.compile(r"(?:`{3,}|~{3,})(.*)\Z")
# What is said of a code block behind its sign, for programs: "python", "js {1,3}", "sh title=x".
_INFO = re.compile(r"\s*[!-~]*\s*(?:\{[ -~]*\}|[\w-]+=[ -~]*)?\s*\Z", re.ASCII)
# What is shown as it is written: code spans, escaped signs.
_SHOWN = re.compile(r"(?<![`\\])(`+)(?!`).*?(?<!`)\1(?!`)|\\[\\<]", re.DOTALL)
_NOTE_SIGN = re.compile(r"<sup id=[^>]*>.*?</sup>", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->|<\?.*?\?>", re.DOTALL)
_WORD = re.compile(r"\w+")
_LABEL = re.compile(r"\[([^\[\]\n]{1,999})\]")
_ADDRESS = re.compile(r"[/.#@:]")
# Where it leads nowhere, a target is an editor's way to hide a remark: "[//]: # (...)".
NOWHERE = ("", "#")


@dataclass(frozen=True, slots=True)
class _Said:
    """Words that readers must see. line: of the body. signs: their letters, without what stands between them."""

    line: int
    words: tuple[str, ...]

    @property
    def signs(self) -> str:
        return "".join(self.words)


def is_risky(body: str) -> bool:
    """Whether anything in `body` could take words along."""
    return any(sign in body for sign in _RISKY)


def has_content(rendered: str) -> bool:
    """Whether the HTML `rendered` shows anything: words, signs, a picture."""
    return "<img" in rendered or any(unicodedata.category(char)[0] in "LNPS" for char in words_of(rendered))


def refuse_lost_words(body: str, rendered: str, path: Path, body_line: int) -> None:
    """Raises ContentError, with the line, where a text of `body` is not in its HTML `rendered`.

    body_line: the first line of `body` in the file `path`.
    """
    if not is_risky(body):
        return
    if "<" in body and (opened := _unclosed(split(body))):
        line, sign = opened
        hint = f"close it, or write `{sign}` between backticks or as \\{sign} to show it"
        message = f"`{sign}` is not closed: what follows it would be lost"
        raise ContentError(message, path=path, line=body_line + line, hint=hint)
    tree = read(body)
    for line, message, hint in _known_losses(body, tree):
        raise ContentError(message, path=path, line=body_line + line, hint=hint)
    if lost := _first_lost(tree.root.children, rendered):
        line, word = lost
        message = f"the text of this block would not reach the reader, from {word!r} on"
        hint = "look for a tag in it or before it that is not closed, or put `<` between backticks"
        raise ContentError(message, path=path, line=body_line + line, hint=hint)


def _known_losses(body: str, tree: Tree) -> Iterator[tuple[int, str, str]]:
    """(line, what is wrong, what to do) of words that the grammar itself has no place for."""
    lines = body.split("\n")
    for node in unused(tree.root.children, body):
        target = tree.references[node.label].address
        if target not in NOWHERE and not _ADDRESS.search(target):
            message = "this line is the target of a link that is not there: no reader sees it"
            yield node.start, message, "write \\[ at its start to show it"
    for node in all_nodes(tree.root.children):
        if node.kind == "row" and any(map(_WORD.search, node.literal)):
            hint = "add a column to its first two lines, or write \\| for a bar that is text"
            yield node.start, f"the table has no column for {node.literal[0]!r}", hint
        elif node.kind == "code" and node.fence and (info := _FENCE.search(lines[node.start])):
            if not _INFO.match(info[1]) and _WORD.search(info[1]):
                yield node.start, f"{info[1].strip()!r} stands behind the sign of a code block", "put it below"
        elif node.kind == "footnote" and tree.notes[fold_label(node.label)] is not node:
            yield node.start, f"there is a footnote [^{node.label}] already", "give it another sign"


def unused(nodes: Sequence[Node], body: str) -> list[Node]:
    """The targets that no label in the text leads to."""
    targets = [node for node in all_nodes(nodes) if node.kind == "reference"]
    if not targets:
        return []
    named = Counter(fold_label(match[1]) for match in _LABEL.finditer(body))
    named.subtract(node.label for node in targets)
    return [node for node in targets if named[node.label] < 1]


def all_nodes(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from all_nodes(node.children)


def _unclosed(blocks: Sequence[Block]) -> tuple[int, str] | None:
    """(line in the body, sign) of the first element that is never closed."""
    text = "\n".join(visible_text(block) for block in blocks)
    at = 0
    while match := _OPEN.search(text, at):
        end = "-->" if match["tag"] is None else f"</{match['tag']}"
        closing = re.compile(re.escape(end), re.IGNORECASE | re.ASCII).search(text, match.end())
        if closing is None and not _closes_itself(text, match):
            sign = match[0] if match["tag"] is None else f"{match[0]}>"
            starts = [block.line + number for block in blocks for number in range(block.text.count("\n") + 1)]
            return starts[text.count("\n", 0, match.start())], sign
        at = closing.start() if closing else match.end()
    return None


def _closes_itself(text: str, match: re.Match[str]) -> bool:
    end = text.find(">", match.end())
    return end > 0 and text[end - 1] == "/" and match["tag"] is not None and match["tag"].lower() in ("svg", "math")


def visible_text(block: Block) -> str:
    """A block without what shows its signs as they are, line for line."""
    if block.kind == "code":
        return "\n" * block.text.count("\n")
    if "`" not in block.text and "\\" not in block.text:
        return block.text
    return _SHOWN.sub(lambda shown: "\n" * shown[0].count("\n"), block.text)


def _first_lost(nodes: Sequence[Node], rendered: str) -> tuple[int, str] | None:
    """(line, word) of the first word of `nodes` that is not in the page."""
    notes: list[Node] = []
    said = [*_said(nodes, notes)]
    while notes:  # they stand below the text, and may hold notes themselves
        further: list[Node] = []
        said += [each for note in notes for each in _said(note.children, further)]
        notes = further
    shown = _WORD.findall(words_of(_NOTE_SIGN.sub("", rendered)))
    page = "".join(shown)
    if "".join(each.signs for each in said) == page:
        return None
    left = Counter(shown)
    at = 0
    for each in said:
        place = page.find(each.signs, at)
        if place >= 0:
            at = place + len(each.signs)
            left.subtract(each.words)
            continue
        for number, word in enumerate(each.words):
            if left[word] <= 0 and "".join(each.words[number:]) not in page:
                return each.line, word
            left[word] -= 1
    return None


def _said(nodes: Sequence[Node], notes: list[Node]) -> Iterator[_Said]:
    """What readers must see of `nodes`, in its order; footnotes go to `notes`."""
    for node in nodes:
        if node.kind == "footnote":
            notes.append(node)
        elif node.children:
            yield from _said(node.children, notes)
        elif node.kind in ("paragraph", "heading", "cell"):
            for text in _parts(node.text):
                if words := tuple(_WORD.findall(text)):
                    yield _Said(node.start, words)
        elif node.kind in ("code", "html"):
            for number, line in enumerate(_lines_of(node)):
                if words := tuple(_WORD.findall(line)):
                    yield _Said(node.start + number, words)


def _parts(source: str) -> Iterator[str]:
    """The words of an inline text, parted where what looks like a tag is shown as words."""
    if "<" not in source:
        yield plain_text(source)
        return
    linked = EMBED.sub(lambda match: embedded(match) or match[0], source)
    plain, marks = parse(_COMMENT.sub("", without_code(linked)))
    at = 0
    for mark in marks:
        if mark.kind == "html" and for_cleaning(mark.open).startswith("&lt;"):
            yield plain[at : mark.start]
            at = mark.start
    yield plain[at:]


def _lines_of(node: Node) -> Sequence[str]:
    if node.kind == "code":
        return node.literal
    return words_of(with_links(for_cleaning("\n".join(node.literal)))).split("\n")
