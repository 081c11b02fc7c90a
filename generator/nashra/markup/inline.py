"""Inline Markdown as plain text and marks: what a translator needs to move links and emphasis to the right words.

`parse` takes the signs off, `write` puts signs around words again. A hard line break is a "\\n" in the plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape, unescape
from typing import Literal

from nashra.kit.spaces import one_line
from nashra.markup.grammar.block.tables import is_dashes
from nashra.markup.grammar.inline.reader import Known, read
from nashra.markup.grammar.inline.span import Span, SpanKind
from nashra.markup.grammar.tree import Target
from nashra.markup.simple import simple_parts

MarkKind = Literal["emphasis", "link", "code", "image", "note", "html", "literal"]

Inside = Literal["", "start", "end", "middle"]

# Marks of these kinds stand for themselves: their words are never translated.
VERBATIM = frozenset({"code", "literal"})
# Marks of these kinds have no words; they stand between two characters.
POINTS = frozenset({"image", "note", "html"})


_KINDS: dict[SpanKind, MarkKind] = {"code": "code", "link": "link", "angle": "literal", "bare": "literal"}


@dataclass(frozen=True, slots=True)
class Mark:
    """Signs around characters [start, end) of the plain text.

    open, close: the Markdown before and after the words, e.g. "[" and "](https://example.org)".
    A point mark has start == end and all of its Markdown in `open`. A verbatim mark covers the very words it protects.
    alt: the alternative text of a picture, which is translated on its own; `open` then ends before it. That of a tag
        stands in `open`.
    caption: the title of a picture or a link, which stands in `close` between double quotes, or of a tag, in `open`.
    inside: where a picture stands in a link that has words too: at their start, at their end or between them.
    leads: whether words that stay as they are are a link by themselves: an address, where it is not glued to others.
    """

    kind: MarkKind
    start: int
    end: int
    open: str
    close: str = ""
    alt: str = ""
    caption: str = ""
    inside: Inside = ""
    leads: bool = False

    def in_words(self, alt: str, caption: str) -> Mark:
        """The mark with another alternative text and another title, where it has them."""
        if self.open.startswith("<"):
            values = {"alt": (self.alt, alt), "title": (self.caption, caption)}
            opening = _SPOKEN.sub(lambda each: _with_value(each, *values[each[1].lower()]), self.open)
            return replace(self, open=opening, alt=alt if self.alt else "", caption=caption if self.caption else "")
        close = self.close
        if self.caption:
            # a caption ends at the first double quote, and stands as it was typed where it is the same
            typed = caption if caption == self.caption else escape_words(caption.replace('"', "”"))
            before, _, after = close.rpartition(f'"{self.caption}"')
            close = f'{before}"{typed}"{after}'
        return replace(self, alt=alt, close=close, caption=caption if self.caption else "")

    @property
    def bare(self) -> Mark:
        """The mark without the words that it says itself: what must be the same in every language."""
        return self.in_words("", "") if self.alt or self.caption else self


def _with_value(attribute: re.Match[str], old: str, new: str) -> str:
    return attribute[0] if new == old else f'{attribute[1]}="{escape(new, quote=True)}"'


_SIGN = re.compile(r"[\\`*_~\[\]<&\n]")
# Words that no translation may change: addresses, also where no link is made of them, names of accounts, hashtags, and
# what a program puts something in the place of: %s and %1$s, {0} and {name}, {{ name }} and {% if %}, ${name}.
_LITERAL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"«»“”،؛؟\[\]\\*`|]*[^\s<>\"«»“”،؛؟\[\]\\*`|.,:;!?)']"
    r"|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w@#&/])[@#](?=\w*[^\W\d])\w+"
    r"|\{\{[^{}\n]{1,200}\}\}|\{%[^{}\n]{1,200}%\}|\$?\{[A-Za-z0-9_.:-]{1,80}\}"
    r"|(?<![\d%])%(?:\d{1,2}\$)?(?:\([A-Za-z_]\w*\))?[+-]?\d{0,3}(?:\.\d{1,2})?[sdifuxXeg@](?![^\W_])"
)
# Without one of these, or "www.", there are none; the search for this is quick.
_MAYBE_LITERAL = re.compile(r"[#@/%{$]")
# What a tag says itself: the alternative text of a picture, and what shows where a reader points.
_SPOKEN = re.compile(r"""(?<=\s)(alt|title)\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_TITLE = re.compile(r'\s"([^"]+)"\s*\)\Z')
_ELEMENT = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_NO_END = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
# Words between these stay as they are, and so do their tags.
_SHOWN_AS_TYPED = frozenset(("code", "kbd", "samp", "script", "style"))
_LINE_BREAK = re.compile(r"<br\s*/?>\Z", re.IGNORECASE)


def parse(source: str, references: frozenset[str] | None = None) -> tuple[str, tuple[Mark, ...]]:
    """(plain text, marks by start, outer ones first) of inline Markdown.

    references: labels, folded, of the reference links defined elsewhere in the document; without them, "[words][label]"
    is taken for a link and "[label]" is not.
    """
    if not _SIGN.search(source):
        if not _may_be_literal(source):
            return source, ()
    elif (simple := _simple(source)) is not None:
        return simple
    known = Known() if references is None else Known(dict.fromkeys(references, Target("")))
    writer = _Marks(source)
    writer.add_all(read(source, known))
    return "".join(writer.plain), tuple(sorted(writer.marks, key=lambda mark: (mark.start, -mark.end)))


def _may_be_literal(text: str) -> bool:
    return _MAYBE_LITERAL.search(text) is not None or "www." in text


def _simple(source: str) -> tuple[str, tuple[Mark, ...]] | None:
    """What `parse` gives for plain words with simple marks among them; None for all else."""
    parts = simple_parts(source) if "\n" not in source else ()
    if len(parts) < 2:
        return None
    plain, marks, length = [parts[0]], list[Mark](), len(parts[0])
    for at in range(1, len(parts), 5):
        strong, emphasis, label, address, after = parts[at : at + 5]
        words = strong or emphasis or label
        end = length + len(words)
        if label:
            marks.append(Mark("link", length, end, "[", f"]({address})"))
        else:
            sign = "**" if strong else "*"
            marks.append(Mark("emphasis", length, end, sign, sign))
        plain += words, after
        length = end + len(after)
    text = "".join(plain)
    return None if _may_be_literal(text) else (text, tuple(marks))


def plain_text(source: str) -> str:
    """The words of inline Markdown on one line; pictures, notes and raw HTML tags leave nothing behind."""
    if not _SIGN.search(source):
        return one_line(source)
    return one_line(parse(source)[0])


class _Marks:
    """Spans as plain text and marks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.plain: list[str] = []
        self.length = 0
        self.marks: list[Mark] = []

    def add_all(self, spans: Sequence[Span]) -> None:
        """Append the words and marks of `spans`."""
        ends = _ends_of_tags(spans)
        at = 0
        while at < len(spans):
            span, at = spans[at], at + 1
            if (end := ends.get(at - 1)) is not None:
                self._between_tags(span, spans[at:end], spans[end])
                at = end + 1
            elif span.kind == "text":
                self._words(span.text)
            elif span.kind in ("escape", "entity"):
                self._add(span.text)
            elif span.kind == "soft":
                self._add(" ")
            elif span.kind == "break" or (span.kind == "html" and _LINE_BREAK.match(span.text)):
                self._add("\n")
            elif span.kind in ("html", "note") or (span.kind == "code" and not span.text.strip()):
                kind: MarkKind = "note" if span.kind == "note" else "html"
                # a tag may go over two lines; on one it means the same, and no line of it begins with a sign
                opening = self.source[span.start : span.end]
                opening = one_line(opening) if span.kind == "html" else opening
                self.marks.append(_spoken(Mark(kind, self.length, self.length, opening)))
            elif picture := _picture(span):
                self._image(picture, span)
            else:
                self._around(span)

    def _add(self, text: str) -> None:
        self.plain.append(text)
        self.length += len(text)

    def _words(self, text: str) -> None:
        if _may_be_literal(text):
            for match in _LITERAL.finditer(text):
                start = self.length + match.start()
                self.marks.append(Mark("literal", start, start + len(match[0]), "", ""))
        self._add(text)

    def _image(self, picture: Span, around: Span) -> None:
        """A picture, with the signs of the link that it may stand in."""
        alt = _Marks(self.source)
        alt.add_all(picture.children)
        closing = self._closing(picture)
        title = _TITLE.search(closing)
        if around is not picture:
            closing += self._closing(around)
        opening = self.source[around.start : picture.words[0]]
        words = one_line("".join(alt.plain))
        self.marks.append(Mark("image", self.length, self.length, opening, closing, words, title[1] if title else ""))

    def _around(self, span: Span) -> None:
        """Signs around words. A link on nothing but blanks has no words to be set around, and stands as it is."""
        if span.kind == "link" and not self.source[slice(*span.words)].strip():
            self.marks.append(Mark("html", self.length, self.length, self.source[span.start : span.end]))
            return
        place, start = len(self.marks), self.length
        opening, closing = self.source[span.start : span.words[0]], self._closing(span)
        kind = _KINDS.get(span.kind, "emphasis")
        if span.children or span.kind in ("link", "strong", "emphasis", "struck"):
            self.add_all(span.children)
        else:
            words = span.text.strip() if kind == "code" else span.text
            if kind == "code":
                opening += " " * (len(span.text) - len(span.text.lstrip()))
                closing = " " * (len(span.text) - len(span.text.rstrip())) + closing
            self._add(words)
        if self.length > start:
            self._linked(place, start, kind)
            title = _TITLE.search(closing) if kind == "link" else None
            leads, caption = kind == "literal", title[1] if title else ""
            self.marks.insert(place, Mark(kind, start, self.length, opening, closing, caption=caption, leads=leads))
        elif kind == "link":
            # a link without words: its signs stand at one point
            del self.marks[place:]
            self.marks.append(Mark("html", start, start, self.source[span.start : span.end]))

    def _between_tags(self, opening: Span, inside: Sequence[Span], closing: Span) -> None:
        """Words between a tag of HTML and the one that closes it: a mark like any other, so that it moves with them."""
        place, start = len(self.marks), self.length
        self.add_all(inside)
        open_, close = (self.source[tag.start : tag.end] for tag in (opening, closing))
        if self.length > start:
            kind: MarkKind = "link" if _tag_name(open_) == "a" else "emphasis"
            self._linked(place, start, kind)
            self.marks.insert(place, _spoken(Mark(kind, start, self.length, open_, close)))
        else:
            self.marks.insert(place, _spoken(Mark("html", start, start, open_)))
            self.marks.append(Mark("html", start, start, close))

    def _linked(self, place: int, start: int, kind: MarkKind) -> None:
        """Note of the pictures since mark `place` that they stand in a link, whose words began at `start`."""
        for number, mark in enumerate(self.marks[place:] if kind == "link" else (), place):
            if mark.kind == "image":
                where: Inside = "start" if mark.start == start else "end" if mark.start == self.length else "middle"
                self.marks[number] = replace(mark, inside=where)

    def _closing(self, span: Span) -> str:
        """The signs after the words. They may change, the label they were must stay."""
        if span.by_label:
            return f"][{self.source[span.words[0] : span.words[1]]}]"
        return self.source[span.words[1] : span.end]


def _spoken(mark: Mark) -> Mark:
    """A mark that is a tag, with the words that stand in it."""
    if "=" not in mark.open or not mark.open.startswith("<"):
        return mark
    words = {
        each[1].lower(): unescape(each[2] or each[3] or "") for each in reversed(list(_SPOKEN.finditer(mark.open)))
    }
    return replace(mark, alt=words.get("alt", ""), caption=words.get("title", ""))


def _tag_name(tag: str) -> str:
    """The name of the tag that begins or ends an element, folded; "" for other things between angles."""
    match = _ELEMENT.match(tag)
    return match[2].lower() if match and not tag.endswith("/>") else ""


def _ends_of_tags(spans: Sequence[Span]) -> dict[int, int]:
    """Place of each tag of HTML among `spans` that has a closing one -> the place of that; they nest."""
    ends: dict[int, int] = {}
    open_: list[tuple[str, int]] = []
    for place, span in enumerate(spans):
        if span.kind != "html":
            continue
        name = _tag_name(span.text)
        if not name or name in _NO_END or name in _SHOWN_AS_TYPED:
            continue
        if not span.text.startswith("</"):
            open_.append((name, place))
        elif any(name == other for other, _ in open_):
            while open_[-1][0] != name:
                open_.pop()
            ends[open_.pop()[1]] = place
    return ends


def _picture(span: Span) -> Span | None:
    """The picture that `span` is, or that is all there is in the link that it is."""
    if span.kind == "image":
        return span
    if span.kind == "link" and len(span.children) == 1 and span.children[0].kind == "image":
        return span.children[0]
    return None


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
        opened = openings.get(edge, [])
        parts += [_point(mark) for mark in opened if mark.inside == "end"]
        # what was opened last closes first
        for _, mark in sorted(enumerate(closings.get(edge, [])), key=_closing_order):
            parts.append(mark.close)
        for mark in sorted((mark for mark in opened if mark.inside != "end"), key=_opening_order):
            if mark.open.startswith("`") and parts and parts[-1].endswith("`") and not parts[-1].endswith("\\`"):
                parts.append(" ")  # else the ticks of two codes would be one sign
            parts.append(_point(mark) if mark.kind in POINTS else mark.open)
        if number + 1 < len(edges):
            piece = plain[edge : edges[number + 1]]
            inside = any(start <= edge < end for start, end in verbatim)
            written = piece if inside else escape_words(piece)
            if any(mark.kind == "literal" for mark in closings.get(edge, [])):
                written = named_at_start(written)
            if written.endswith("!") and not inside and _opens_bracket(openings.get(edges[number + 1], [])):
                written = written[:-1] + "\\!"  # else the link would be a picture
            parts.append(written)
    return hard_break.join(escape_line_start(line) for line in "".join(parts).split("\n"))


def _opens_bracket(marks: Sequence[Mark]) -> bool:
    return bool(marks) and min(marks, key=_opening_order).open.startswith("[")


def _closing_order(numbered: tuple[int, Mark]) -> tuple[int, int]:
    return (-numbered[1].start, -numbered[0])


def _opening_order(mark: Mark) -> tuple[int, int]:
    # a picture in a link comes when that has begun
    return (2 if mark.inside else mark.kind not in POINTS, -mark.end)


def _point(mark: Mark) -> str:
    return mark.open + (escape_words(mark.alt) if mark.kind == "image" else "") + mark.close


# Behind a bare address a backslash would be part of it; what ends one is told by name, as GitHub does (GFM 6.9).
_NAMED = {"*": "&ast;", "_": "&lowbar;", "`": "&grave;", "[": "&lbrack;", "]": "&rbrack;", "\\": "&bsol;"}
_NAMES = re.compile(r"\\([*_`\[\]\\])")
_ESCAPED = re.compile(rf"\A(?:{_NAMES.pattern})+")


def named_at_start(markdown: str) -> str:
    """`markdown`, which follows a bare address, with the signs escaped at its start told by name instead."""
    return _ESCAPED.sub(lambda signs: _NAMES.sub(lambda sign: _NAMED[sign[1]], signs[0]), markdown)


# "&" is a sign only where an entity would begin.
_SIGNS = re.compile(r"[\\`*~\[\]<]|(?<!\w)_|_(?!\w)|&(?=#?\w{1,31};)")
_LINE_START = re.compile(
    r"(?:(#{1,6})(?=[ \t]|\Z)|([+-])(?=[ \t]|\Z)|(\d{1,9})[.)](?=[ \t]|\Z)|(>)|(-[-\t ]*)\Z|(=+)(?=[ ]*\Z))"
)
# Whoever reads them as HTML too must not be led astray.
_AS_ENTITY = {"<": "&lt;", "&": "&amp;", "=": "&#61;"}


def escape_words(text: str) -> str:
    """`text` with each character that Markdown would take for a sign escaped."""
    return _SIGNS.sub(lambda sign: _AS_ENTITY.get(sign[0], "\\" + sign[0]), text)


def escape_line_start(text: str) -> str:
    """`text` escaped where its first characters would begin a heading, a list, a quote, a rule or a table."""
    bare = text.lstrip(" \t")
    if len(bare) < len(text):
        return text[: len(text) - len(bare)] + escape_line_start(bare)
    match = _LINE_START.match(text)
    if match is None:
        return "\\" + text if text[:1] in ("|", ":", "-") and is_dashes(text) else text
    if match[3]:
        return f"{match[3]}\\{text[len(match[3]) :]}"
    return _AS_ENTITY.get(text[0], "\\" + text[0]) + text[1:]
