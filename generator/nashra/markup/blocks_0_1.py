"""How Nashra 0.1 cut Markdown into blocks, for the fingerprints that stand in its files; nothing else reads so.

Its rules were those of Python-Markdown: blocks were parted by blank lines, so that a list right under a line was part
of the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST_LINES = 2000

_FENCE = re.compile(r"(~{3,}|`{3,})[^`\n]*\Z")
_HEADING = re.compile(r"#{1,6}(?=[ \t])")
_SETEXT = re.compile(r"(?:=+|-+)[ ]*\Z")
_RULE = re.compile(r"[ ]{0,3}(?:(?:-[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,})[ ]*\Z")
_QUOTE = re.compile(r"[ ]{0,3}>")
_LIST_ITEM = re.compile(r"[ ]{0,3}(?:[*+-]|\d+\.)[ ]+\S")
_INDENTED = re.compile(r"(?:[ ]{4}|[ ]{0,3}\t)")
_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^[^\]\n]+\]:")
_REFERENCE = re.compile(r"[ ]{0,3}\[[^\[\]\n^][^\[\]\n]*\]:[ ]*\S+")
_HTML_OPEN = re.compile(r"<(?:!--|/?([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>]|\Z))")
_DELIMITER_ROW = re.compile(r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*\Z")

# Elements whose tag begins a raw HTML block, after the HTML standard's list of elements with block display.
_BLOCK_TAGS = frozenset(
    "address article aside audio blockquote canvas center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr iframe legend li main map menu nav noframes noscript "
    "object ol p pre progress script search section style summary table tbody td template textarea tfoot th thead "
    "tr ul video".split()
)


def split_0_1(body: str) -> list[tuple[int, int, str]]:
    """(first line, line after the last, kind) of the blocks of `body`, lines counted from 0.

    None for a body longer than articles are, since these rules take too long for it.
    """
    lines = body.split("\n")
    if len(lines) > _MOST_LINES:
        return []
    blocks: list[tuple[str, int, int]] = []
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        kind, end = _block_at(lines, at)
        if blocks and _continues(blocks[-1][0], kind, lines, at):
            previous = blocks.pop()
            if previous[0] == "footnote":
                end = _next_match(_FOOTNOTE, lines, at + 1, end)
            blocks.append((previous[0], previous[1], end))
        else:
            blocks.append((kind, at, end))
        at = end
    return [(start, end, kind) for kind, start, end in blocks]


def texts_0_1(body: str) -> list[str]:
    """The source of each of those blocks."""
    lines = body.split("\n")
    return ["\n".join(lines[start:end]) for start, end, _ in split_0_1(body)]


def _continues(previous: str, kind: str, lines: Sequence[str], at: int) -> bool:
    """Whether the block at `at`, after a blank line, still belongs to the list, quote or footnote before it."""
    indented = bool(_INDENTED.match(lines[at]))
    if previous == "list":
        return indented or (kind == "list" and _same_list(lines, at))
    if previous == "quote":
        return kind == "quote"
    return previous == "footnote" and indented


def _same_list(lines: Sequence[str], at: int) -> bool:
    """Whether the list item at `at` has the kind of marker of the list above (sane_lists parts the two kinds)."""
    ordered = lines[at].lstrip()[0].isdigit()
    for line in reversed(lines[:at]):
        if _LIST_ITEM.match(line):
            return line.lstrip()[0].isdigit() == ordered
    return False


def _block_at(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The kind of the block that starts at line `at`, and the line after its last."""
    line = lines[at]
    if _INDENTED.match(line):
        return "code", _run(lines, at)
    if (fence := _FENCE.match(line)) and (end := _fence_end(lines, at, fence[1])):
        return "code", end
    if _starts_html(line):
        return "html", _html_end(lines, at)
    if _HEADING.match(line):
        return "heading", at + 1
    if at + 1 < len(lines) and _SETEXT.match(lines[at + 1]) and not _RULE.match(line):
        return "heading", at + 2
    if _RULE.match(line):
        return "rule", at + 1
    end = _run(lines, at)
    if _QUOTE.match(line):
        return "quote", end
    if _LIST_ITEM.match(line):
        return "list", end
    if _FOOTNOTE.match(line):
        return "footnote", _next_match(_FOOTNOTE, lines, at + 1, end)
    if _REFERENCE.match(line):
        return "reference", at + 1
    if _is_table(lines, at, end):
        return "table", end
    for inner in range(at + 1, end):
        if _QUOTE.match(lines[inner]) or _RULE.match(lines[inner]):
            return "paragraph", inner
    return "paragraph", end


def _run(lines: Sequence[str], at: int) -> int:
    """The end of the run of lines from `at`: before a blank line, a heading or a complete fence."""
    for number in range(at + 1, len(lines)):
        line = lines[number]
        if not line.strip() or _HEADING.match(line):
            return number
        if (fence := _FENCE.match(line)) and _fence_end(lines, number, fence[1]):
            return number
        if _starts_html(line):
            return number
    return len(lines)


def _next_match(pattern: re.Pattern[str], lines: Sequence[str], start: int, end: int) -> int:
    return next((number for number in range(start, end) if pattern.match(lines[number])), end)


def _fence_end(lines: Sequence[str], at: int, fence: str) -> int:
    """The line after the closing fence, 0 when there is none."""
    for number in range(at + 1, len(lines)):
        if lines[number].rstrip() == fence:
            return number + 1
    return 0


def _starts_html(line: str) -> bool:
    match = _HTML_OPEN.match(line)
    return match is not None and (match[1] is None or match[1].lower() in _BLOCK_TAGS)


def _html_end(lines: Sequence[str], at: int) -> int:
    """The line after a raw HTML block: where its first element closes, else at the next blank line."""
    match = _HTML_OPEN.match(lines[at])
    tag = match[1].lower() if match and match[1] else ""
    if not tag:
        closing = next((n for n in range(at, len(lines)) if "-->" in lines[n]), None)
        return closing + 1 if closing is not None else _blank(lines, at)
    edge = re.compile(rf"<(/?){re.escape(tag)}(?=[\s/>])", re.IGNORECASE)
    depth = 0
    for number in range(at, len(lines)):
        for found in edge.finditer(lines[number] + " "):
            depth += -1 if found[1] else 1
        if depth <= 0:
            return _blank(lines, number)
    return _blank(lines, at)


def _blank(lines: Sequence[str], at: int) -> int:
    return next((number for number in range(at + 1, len(lines)) if not lines[number].strip()), len(lines))


def _is_table(lines: Sequence[str], at: int, end: int) -> bool:
    return end - at >= 2 and "|" in lines[at] and "|" in lines[at + 1] and bool(_DELIMITER_ROW.match(lines[at + 1]))
