"""A text -> its spans, from left to right, with the inline rules of GitHub."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from nashra.markup.grammar.characters import ENTITY, ESCAPE, entity
from nashra.markup.grammar.inline import bare, emphasis
from nashra.markup.grammar.inline.angles import Angles
from nashra.markup.grammar.inline.brackets import Opener, has_typed_target, tail
from nashra.markup.grammar.inline.codes import Codes
from nashra.markup.grammar.inline.span import Run, Span, SpanKind, holding
from nashra.markup.grammar.tree import Target, fold_label

_NEXT = re.compile(rf"(?P<sign>[\\`\[\]<&\n]|!\[|\*+|_+|~+)|{bare.START}")
_SIGN = re.compile(r"[\\`\[\]<&\n*_~]")
_BLANKS = re.compile(r"[ \t]*")
_SOMEWHERE = Target("")


@dataclass(frozen=True, slots=True)
class Known:
    """What the document says about labels.

    references: label -> target. None where nothing is known: then two brackets in a row are a link, one is none.
    notes: the labels, folded, of its footnotes; None where nothing is known: then all are footnotes.
    """

    references: Mapping[str, Target] | None = None
    notes: Container[str] | None = None

    def target(self, label: str, alone: bool) -> Target | None:
        """Where `label` leads, which stands `alone` or behind other words."""
        if self.references is None:
            return None if alone else _SOMEWHERE
        return self.references.get(fold_label(label))

    def is_note(self, label: str) -> bool:
        """Whether there is a footnote of that label."""
        if self.notes is None:
            return bool(label) and not any(char.isspace() for char in label)
        return fold_label(label) in self.notes


def read(source: str, known: Known | None = None) -> list[Span]:
    """The spans of `source`, the text of a paragraph, a heading or a cell."""
    if not (_SIGN.search(source) or "@" in source or "://" in source or "www." in source):
        return [Span("text", 0, len(source), source)] if source else []
    return _Reader(source, known or Known()).read()


@dataclass(slots=True)
class _Reader:
    """done: the spans so far, flat. openers: the brackets that nothing has closed yet.

    no_links_below: how many of the openers stand before a link that is complete: they can hold no link any more.
    """

    source: str
    known: Known
    done: list[Span] = field(default_factory=list)
    openers: list[Opener] = field(default_factory=list)
    no_links_below: int = 0
    codes: Codes | None = None
    angles: Angles | None = None

    def read(self) -> list[Span]:
        """All of it."""
        source, at = self.source, 0
        while match := _NEXT.search(source, at):
            if match.start() > at:
                self.done.append(Span("text", at, match.start(), source[at : match.start()]))
            at = self._take(match)
        if at < len(source):
            self.done.append(Span("text", at, len(source), source[at:]))
        return _joined(emphasis.paired(self.done))

    def _take(self, match: re.Match[str]) -> int:
        """Read what begins at `match`; where that ends."""
        sign, start, end = match["sign"], match.start(), match.end()
        if not sign:
            span = bare.address_at(self.source, match, bool(self.openers))
        elif sign[0] in "*_~":
            span = emphasis.run(self.source, start, end)
        elif sign == "\\":
            span = self._backslash(start)
        elif sign == "`":
            self.codes = self.codes or Codes(self.source)
            span = self.codes.at(start)
        elif sign == "<":
            self.angles = self.angles or Angles(self.source)
            span = self.angles.at(start)
        elif sign == "&":
            found = ENTITY.match(self.source, start)
            char = entity(found[0]) if found else None
            span = Span("entity", start, found.end(), char) if found and char else None
        elif sign == "\n":
            return self._line_end(start)
        elif sign == "]":
            return self._close_bracket(start)
        else:
            if self.openers:
                self.openers[-1].holds_brackets = True
            self.openers.append(Opener(len(self.done), start, end, sign != "["))
            span = None
        self.done.append(span or Span("text", start, end, match[0]))
        return self.done[-1].end

    def _backslash(self, start: int) -> Span | None:
        if escaped := ESCAPE.match(self.source, start):
            return Span("escape", start, escaped.end(), escaped[1])
        if self.source.startswith("\n", start + 1):
            blanks = _BLANKS.match(self.source, start + 2)
            return Span("break", start, blanks.end() if blanks else start + 2)
        return None

    def _line_end(self, start: int) -> int:
        """A line end is a blank, with two blanks before it a break; the blanks around it are of it."""
        blanks = _BLANKS.match(self.source, start + 1)
        end = blanks.end() if blanks else start + 1
        last = self.done[-1] if self.done else None
        size = 0
        if last is not None and last.kind == "text" and not isinstance(last, Run):
            words = last.text.rstrip(" \t")
            size = len(last.text) - len(words)
            hard = last.text.endswith("  ")
            last.text, last.end = words, last.end - size
        self.done.append(Span("break" if size and hard else "soft", start - size, end))
        return end

    def _close_bracket(self, close: int) -> int:
        span = self._bracketed(close) if self.openers else None
        if span is None:
            self.done.append(Span("text", close, close + 1, "]"))
            return close + 1
        self.done.append(span)
        return span.end

    def _bracketed(self, close: int) -> Span | None:
        """The link, picture or footnote that the bracket at `close` ends, taken off `done`."""
        opener = self.openers.pop()
        is_dead = not opener.image and len(self.openers) < self.no_links_below
        self.no_links_below = min(self.no_links_below, len(self.openers))
        label = self.source[opener.inner + 1 : close]
        is_note = self.source.startswith("^", opener.inner) and len(label) < 1000 and self.known.is_note(label)
        if is_note and not has_typed_target(self.source, close):
            del self.done[opener.index + 1 :]
            if opener.image:
                self.done[opener.index] = Span("text", opener.start, opener.start + 1, "!")
            else:
                del self.done[opener.index]
            return Span("note", opener.inner - 1, close + 1, label)
        found = None if is_dead else tail(self.source, opener, close, self.known.target)
        if found is None:
            return None
        inner = _joined(emphasis.paired(self.done[opener.index + 1 :]))
        kind: SpanKind = "image" if opener.image else "link"
        span = holding(kind, opener.start, found.end, inner, (opener.inner, close))
        if span is None:
            # what stands around it would be deeper still
            self.done[opener.index + 1 :] = inner
            self.openers.clear()
            return None
        span.address, span.title, span.by_label = found.target.address, found.target.title, found.by_label
        span.text = found.target.typed if found.typed else ""
        span.ours = "picture" if found.is_file else ""
        del self.done[opener.index :]
        if not opener.image:
            self.no_links_below = len(self.openers)
        return span


def _joined(spans: list[Span]) -> list[Span]:
    """`spans` with words that touch in one span, so that a tag such as "#a_b" is found whole."""
    joined: list[Span] = []
    for span in spans:
        last = joined[-1] if joined else None
        if span.kind == "text" and last is not None and last.kind == "text":
            last.text += span.text
            last.end = span.end
        elif span.kind != "text" or span.text:
            joined.append(span)
    return joined
