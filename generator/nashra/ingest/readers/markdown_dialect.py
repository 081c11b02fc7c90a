"""What other Markdown readers read differently, written so that ours reads the same. All other text stays as it is.

CommonMark and its kin (Hugo, kramdown, GitHub) nest lists by any indent and let a list follow a paragraph directly;
Python-Markdown wants four columns and a blank line. Shortcodes and template tags are no Markdown: they are reported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ITEM = re.compile(r"( *)([-*+]|\d{1,9}[.)])( +|$)(.*)")
_RULE = re.compile(r" {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*\Z")
_MORE = re.compile(r"[ \t]*<!--\s*(?:more|nextpage)\b.*?-->[ \t]*\Z", re.IGNORECASE)
# kramdown: attributes of the block before, https://kramdown.gettalong.org/syntax.html#block-ials
_ATTRIBUTES = re.compile(r"[ \t]*\{:[^{}]*\}[ \t]*\Z")
_TAG = re.compile(r"\{\{[<%].*?[>%]\}\}|\{%.*?%\}|\{\{.*?\}\}")
_VIDEO = re.compile(r"\{\{<\s*(youtube|vimeo)\s+(?:id\s*=\s*)?\"?([\w-]{5,20})\"?\s*>\}\}")
_FIGURE = re.compile(r"\{\{<\s*figure\s+((?:[^<>\"]|\"[^\"]*\")*)>\}\}")
_PARAMETER = re.compile(r'([\w-]+)\s*=\s*(?:"([^"]*)"|(\S+))')
_PAGES = {"youtube": "https://www.youtube.com/watch?v={}", "vimeo": "https://vimeo.com/{}"}
_MAX_REPORTED = 20


def outside_code(lines: list[str]) -> Iterator[tuple[int, bool]]:
    """(index, whether the line is outside of fenced code) of every line; fences themselves are inside."""
    fence = ""
    for at, line in enumerate(lines):
        found = _FENCE.match(line)
        if not fence and found:
            fence = found[1]
            yield at, False
        elif fence:
            yield at, False
            closing = line.strip()
            if found and found[1].startswith(fence) and closing == closing[0] * len(closing):
                fence = ""
        else:
            yield at, True


def adapt(body: str, first_line: int) -> tuple[str, list[str]]:
    """(`body` in our Markdown, remarks on what is no Markdown, with its line). first_line: number of its first line."""
    remarks: list[str] = []
    lines = body.expandtabs(4).split("\n") if "\t" in body else body.split("\n")
    out: list[str] = []
    removed = False
    lists = _Lists()
    for at, is_text in outside_code(lines):
        line = lines[at]
        if not is_text:
            out.append(lists.inside(line))
            continue
        if _MORE.match(line) or (_ATTRIBUTES.match(line) and out and out[-1].strip()):
            removed = True
            continue
        if removed and not line.strip() and not (out and out[-1].strip()):
            continue  # the blank line on its other side stays
        removed = False
        line = _VIDEO.sub(lambda found: f"<{_PAGES[found[1]].format(found[2])}>", line)
        line = _FIGURE.sub(_figure, line)
        for tag in _TAG.findall(line):
            remarks.append(f"line {first_line + at}: {tag[:80]} is no Markdown; it stands in the text as it was")
        if line.endswith("\\") and not line.endswith("\\\\") and at + 1 < len(lines) and lines[at + 1].strip():
            line = f"{line[:-1].rstrip()}  "  # a hard break
        before = out[-1] if out else ""
        line, starts_list = lists.line(line, before)
        if starts_list and before.strip():
            out.append("")
        out.append(line)
    if len(remarks) > _MAX_REPORTED:
        remarks = [*remarks[:_MAX_REPORTED], f"and {len(remarks) - _MAX_REPORTED} more that are no Markdown"]
    return "\n".join(out).strip("\n"), remarks


def _figure(found: re.Match[str]) -> str:
    fields = {each[1].lower(): each[2] or each[3] or "" for each in _PARAMETER.finditer(found[1])}
    if not fields.get("src"):
        return found[0]
    alt = re.sub(r"[\[\]]", "", fields.get("alt") or "")
    caption = (fields.get("caption") or fields.get("title") or "").replace('"', "”")
    address = fields["src"].replace(" ", "%20")
    return f'![{alt}]({address} "{caption}")' if caption else f"![{alt}]({address})"


class _Lists:
    """The lists that are open while lines go by: for each, the column where the text of its item begins."""

    def __init__(self) -> None:
        self._columns: list[int] = []

    def inside(self, line: str) -> str:
        """A line of fenced code, moved with the item it is in."""
        if not self._columns or not line.strip():
            return line
        indent = len(line) - len(line.lstrip(" "))
        depth = sum(column <= indent for column in self._columns)
        return " " * (4 * depth) + line[self._columns[depth - 1] :] if depth else line

    def line(self, line: str, before: str) -> tuple[str, bool]:
        """(`line` with our indent, whether it begins a list). before: the line above it."""
        if not line.strip():
            return line, False
        indent = len(line) - len(line.lstrip(" "))
        item = None if _RULE.match(line) else _ITEM.match(line)
        depth = sum(column <= indent for column in self._columns)
        if item is not None and (self._columns or indent < 4):
            return self._item(item, depth, indent, before)
        if not self._columns:
            return line, False
        if depth == 0:
            if not before.strip():
                self._columns = []  # a paragraph after the list
            return line, False
        del self._columns[depth:]
        extra = indent - self._columns[-1]
        return " " * (4 * depth + (extra if extra >= 4 else 0)) + line.lstrip(" "), False

    def _item(self, item: re.Match[str], depth: int, indent: int, before: str) -> tuple[str, bool]:
        # an indent between two levels belongs to the outer one
        if depth and indent - self._columns[depth - 1] >= 4 and not before.strip():
            return item[0], False  # code inside an item
        starts = not self._columns
        sign = item[2][:-1] + "." if item[2].endswith(")") else item[2]
        if starts and before.strip() and (sign not in ("-", "*", "+", "1.") or not item[4].strip()):
            return item[0], False  # a number in running text
        del self._columns[depth:]
        self._columns.append(indent + len(item[2]) + min(max(len(item[3]), 1), 4))
        return " " * (4 * depth) + f"{sign} {item[4]}".rstrip(" ") + ("  " if item[4].endswith("  ") else ""), starts
