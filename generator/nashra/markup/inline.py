"""Inline Markdown as plain text and marks: what a translator needs to move links and emphasis to the right words.

`parse` takes the signs off, `write` puts signs around words again. A hard line break is a "\\n" in the plain text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Literal

from nashra.kit.spaces import one_line

MarkKind = Literal["emphasis", "link", "code", "image", "note", "html", "literal"]

# Marks of these kinds stand for themselves: their words are never translated.
VERBATIM = frozenset({"code", "literal"})
# Marks of these kinds have no words; they stand between two characters.
POINTS = frozenset({"image", "note", "html"})


@dataclass(frozen=True, slots=True)
class Mark:
    """Signs around characters [start, end) of the plain text.

    open, close: the Markdown before and after the words, e.g. "[" and "](https://example.org)".
    A point mark has start == end and all of its Markdown in `open`. A verbatim mark covers the very words it protects.
    alt: the alternative text of a picture, which is translated on its own; `open` then ends before it.
    caption: its title, which stands in `close` between double quotes.
    """

    kind: MarkKind
    start: int
    end: int
    open: str
    close: str = ""
    alt: str = ""
    caption: str = ""

    def in_words(self, alt: str, caption: str) -> Mark:
        """A picture with other words: its alternative text and its caption, if it has one."""
        close = self.close
        if self.caption:
            # a caption ends at the first double quote
            before, _, after = close.rpartition(f'"{self.caption}"')
            close = f'{before}"{caption.replace(chr(34), "”")}"{after}'
        return replace(self, alt=alt, close=close, caption=caption if self.caption else "")


_TOKEN = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()>#+\-.!|])"
    r"|(?P<code>(?P<ticks>(?<!`)`+)(?!`)(?P<inner>.+?)(?<!`)(?P=ticks)(?!`))"
    r"|(?P<note>\[\^[^\]\s]+\])"
    r"|(?P<image>!\[(?!\^[^\]\s]+\]))"
    r"|(?P<link>\[)"
    r"|(?P<auto><(?:https?://[^<>\s]+|mailto:[^<>\s]+|[^<>\s@]+@[^<>\s]+)>)"
    r"|(?P<html></?[a-zA-Z][^<>]*>|<!--.*?-->)"
    r"|(?P<break>  \n|<br\s*/?>)"
    r"|(?P<entity>&(?:[a-zA-Z][a-zA-Z0-9]{1,31}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)"
    r"|(?P<stars>\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w))"
    r"|(?P<address>(?:https?://|www\.)[^\s<>\"«»“”،؛؟\[\]\\*`|]*[^\s<>\"«»“”،؛؟\[\]\\*`|.,:;!?)']"
    r"|(?<![\w@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w@#&/])[@#](?=\w*[^\W\d])\w+)",
    re.DOTALL,
)
_TARGET = re.compile(r"\(\s*(?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")
_TITLE = re.compile(r'\s"([^"]+)"\s*\)\Z')
_LABEL = re.compile(r"\s?\[[^\[\]]*\]")
_BRACKET = re.compile(r"\\.|[\[\]]|`[^`\n]*`", re.DOTALL)
_MAX_NESTING = 16
# More unclosed emphasis than this in one text is no emphasis.
_MAX_OPEN = 200


def parse(source: str, references: frozenset[str] = frozenset()) -> tuple[str, tuple[Mark, ...]]:
    """(plain text, marks by start, outer ones first) of inline Markdown.

    references: labels, in lower case, of the reference links defined elsewhere in the document, so that a bare
    "[label]" is known for a link.
    """
    parser = _Parser(references)
    parser.read(source, 0)
    marks = sorted(parser.marks, key=lambda mark: (mark.start, -mark.end))
    return "".join(parser.plain), tuple(marks)


def plain_text(source: str) -> str:
    """The words of inline Markdown on one line; pictures, notes and raw HTML tags leave nothing behind."""
    if not _TOKEN.search(source):
        return one_line(source)
    return one_line(parse(source)[0])


class _Parser:
    def __init__(self, references: frozenset[str]) -> None:
        self.references = references
        self.plain: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def add(self, text: str) -> None:
        self.plain.append(text)
        self.length += len(text)

    def read(self, source: str, depth: int) -> None:
        """Append the plain text of `source` and its marks."""
        at = 0
        closers: dict[int, int] | None = None
        open_stars: list[tuple[str, int, int]] = []  # (signs, position in the plain text, marks so far)
        while match := _TOKEN.search(source, at):
            self.add(source[at : match.start()])
            at = match.end()
            kind = match.lastgroup
            token = match[0]
            if kind == "escape":
                self.add(token[1])
            elif match["code"] and not match["inner"].strip():
                self.point("html", token)
            elif match["code"]:
                inner = match["inner"]
                self.wrap("code", inner.strip(), match["ticks"], match["ticks"], inner)
            elif kind == "note":
                self.point("note", token)
            elif kind in ("image", "link"):
                closers = _closing_brackets(source) if closers is None else closers
                at = self.bracket(source, match, closers, depth)
            elif kind == "auto":
                self.wrap("literal", token[1:-1], "<", ">")
            elif kind == "break" or (kind == "html" and re.match(r"<br\s*/?>\Z", token)):
                self.add("\n")
            elif kind == "html":
                self.point("html", token)
            elif kind == "entity":
                self.add(unescape(token))
            elif kind == "stars":
                self.stars(token, source, match, open_stars)
            else:
                self.wrap("literal", token, "", "")
        self.add(source[at:])
        for signs, position, _ in reversed(open_stars):
            self._give_back(signs, position)

    def wrap(self, kind: MarkKind, text: str, opening: str, closing: str, padded: str | None = None) -> None:
        if padded is not None and padded != text:
            opening, closing = opening + " ", " " + closing
        self.marks.append(Mark(kind, self.length, self.length + len(text), opening, closing))
        self.add(text)

    def point(self, kind: MarkKind, token: str) -> None:
        self.marks.append(Mark(kind, self.length, self.length, token))

    def bracket(self, source: str, match: re.Match[str], closers: Mapping[int, int], depth: int) -> int:
        """A link or picture at `match`; where it ends, or just after its bracket when it is neither."""
        close = closers.get(match.end() - 1, -1)
        tail = (_TARGET.match(source, close + 1) or _LABEL.match(source, close + 1)) if close >= 0 else None
        inner = source[match.end() : close] if close >= 0 else ""
        known = bool(self.references) and " ".join(inner.lower().split()) in self.references
        if depth > _MAX_NESTING or not (tail or known) or (not inner.strip() and match["link"]):
            self.add(match[0])
            return match.end()
        # the words may change, the label they were must stay
        closing = f"][{inner}]" if tail is None or tail[0].strip() == "[]" else "]" + tail[0]
        end = tail.end() if tail else close + 1
        if match["image"]:
            title = _TITLE.search(closing)
            caption = title[1] if title else ""
            words = _Parser(frozenset())
            words.read(inner, depth + 1)
            alt = one_line("".join(words.plain))
            self.marks.append(Mark("image", self.length, self.length, "![", closing, alt, caption))
            return end
        start, place = self.length, len(self.marks)
        self.read(inner, depth + 1)
        self.marks.insert(place, Mark("link", start, self.length, "[", closing))
        return end

    def stars(self, token: str, source: str, match: re.Match[str], opened: list[tuple[str, int, int]]) -> None:
        before = source[match.start() - 1 : match.start()]
        after = source[match.end() : match.end() + 1]
        for number in range(len(opened) - 1, -1, -1):
            signs, position, place = opened[number]
            if signs == token and before.strip() and position < self.length:
                for lost, at, _ in reversed(opened[number + 1 :]):
                    self._give_back(lost, at)
                del opened[number:]
                self.marks.insert(place, Mark("emphasis", position, self.length, token, token))
                return
        if after.strip() and len(opened) < _MAX_OPEN:
            opened.append((token, self.length, len(self.marks)))
        else:
            self.add(token)

    def _give_back(self, signs: str, position: int) -> None:
        """Signs that opened no emphasis are words after all."""
        text = "".join(self.plain)
        self.plain = [text[:position], signs, text[position:]]
        size = len(signs)
        self.length += size
        self.marks = [
            replace(
                mark,
                start=mark.start + size if mark.start >= position else mark.start,
                end=mark.end + size if mark.end > position or mark.start >= position else mark.end,
            )
            for mark in self.marks
        ]


def _closing_brackets(source: str) -> dict[int, int]:
    """Place of each opening bracket -> place of the one that closes it, in one pass however many there are."""
    opened: list[int] = []
    closers: dict[int, int] = {}
    for match in _BRACKET.finditer(source):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0] == "]" and opened:
            closers[opened.pop()] = match.start()
    return closers


def write(plain: str, marks: Sequence[Mark], *, hard_break: str = "  \n") -> str:
    """Inline Markdown of `plain` with `marks` around its words; what looks like a sign in the words is escaped.

    Marks must nest; `parse(write(plain, marks))` gives them back, a blank between codes that touch. hard_break: what
    a "\\n" becomes; headings and table cells, which stand on one line, need "<br>".
    """
    openings: dict[int, list[Mark]] = {}
    closings: dict[int, list[Mark]] = {}
    verbatim = [(mark.start, mark.end) for mark in marks if mark.kind in VERBATIM]
    for mark in marks:
        openings.setdefault(mark.start, []).append(mark)
        if mark.kind not in POINTS:
            closings.setdefault(mark.end, []).append(mark)
    edges = sorted({0, len(plain), *openings, *closings})
    parts: list[str] = []
    for number, edge in enumerate(edges):
        # what was opened last closes first
        for _, mark in sorted(enumerate(closings.get(edge, [])), key=_closing_order):
            parts.append(mark.close)
        for mark in sorted(openings.get(edge, []), key=_opening_order):
            if mark.open.startswith("`") and parts and parts[-1].endswith("`") and not parts[-1].endswith("\\`"):
                parts.append(" ")  # else the ticks of two codes would be one sign
            parts.append(mark.open + mark.alt + mark.close if mark.kind in POINTS else mark.open)
        if number + 1 < len(edges):
            piece = plain[edge : edges[number + 1]]
            inside = any(start <= edge < end for start, end in verbatim)
            written = piece if inside else escape_words(piece)
            if written.endswith("!") and not inside and _opens_bracket(openings.get(edges[number + 1], [])):
                written = written[:-1] + "\\!"  # else the link would be a picture
            parts.append(written)
    return hard_break.join(escape_line_start(line) for line in "".join(parts).split("\n"))


def _opens_bracket(marks: Sequence[Mark]) -> bool:
    return bool(marks) and min(marks, key=_opening_order).open.startswith("[")


def _closing_order(numbered: tuple[int, Mark]) -> tuple[int, int]:
    return (-numbered[1].start, -numbered[0])


def _opening_order(mark: Mark) -> tuple[bool, int]:
    return (mark.kind not in POINTS, -mark.end)


# "&" is a sign only where an entity would begin.
_SIGNS = re.compile(r"[\\`*\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)")
_LINE_START = re.compile(
    r"(?:(#{1,6})(?=[ \t])|([+-])(?=[ \t])|(\d+)\.(?=[ \t])|(>)|(-+)(?=[ ]*\Z)|(=+)(?=[ ]*\Z)|(~{3}))"
)
# What Markdown knows no backslash for.
_AS_ENTITY = {"<": "&lt;", "&": "&amp;", "=": "&#61;", "~": "&#126;"}


def escape_words(text: str) -> str:
    """`text` with each character that Markdown would take for a sign escaped."""
    return _SIGNS.sub(lambda sign: _AS_ENTITY.get(sign[0], "\\" + sign[0]), text)


def escape_line_start(text: str) -> str:
    """`text` escaped where its first characters would begin a heading, a list, a quote, a rule or a fence."""
    match = _LINE_START.match(text)
    if match is None:
        return text
    if match[3]:
        return f"{match[3]}\\{text[len(match[3]) :]}"
    return _AS_ENTITY.get(text[0], "\\" + text[0]) + text[1:]
