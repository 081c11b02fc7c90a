"""A text with inline marks -> the segments to translate -> the translated text with its marks on the right words.

The engine sees plain sentences only. Each marked phrase is translated on its own as well, and looked for in the
translated sentence; where it is found the mark goes. Emphasis that finds no place is dropped, a link, code, a picture
or an address never: it is set in brackets after its sentence and the text is marked as doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nashra.markup.inline import POINTS, VERBATIM, Mark, parse, write
from nashra.markup.segments import sentences

_TRAILING = re.compile(r"[\s.!?؟…،؛,;:»”’\"')\]]*\Z")
_EDGE = re.compile(r"(?<!\w)(?=\w)|(?<=\w)(?!\w)|\Z")


@dataclass(frozen=True, slots=True)
class Text:
    """A text to translate: its plain words, marks and sentence spans. `hard_break` is written for a line break."""

    plain: str
    marks: tuple[Mark, ...]
    spans: tuple[tuple[int, int], ...]
    hard_break: str = "  \n"

    @classmethod
    def of(cls, source: str, lang: str, *, references: frozenset[str] | None = None, hard_break: str = "  \n") -> Text:
        """The text of inline Markdown in the language `lang`."""
        plain, marks = parse(source, references)
        spans: list[tuple[int, int]] = []
        for start, end in sentences(plain, lang):
            # code and addresses may hold full stops; no sentence ends inside them
            if spans and any(mark.kind in VERBATIM and mark.start < start < mark.end for mark in marks):
                start = spans.pop()[0]
            spans.append((start, end))
        return cls(plain, marks, tuple(spans), hard_break)

    def segments(self) -> Iterator[str]:
        """Everything the engine must translate for `compose`, in order; may repeat itself."""
        for start, end in self.spans:
            if is_translatable(self.plain[start:end]):
                yield self.plain[start:end]
            for mark in _ranges_in(self.marks, start, end):
                phrase = self.plain[mark.start : mark.end]
                if (mark.start, mark.end) != (start, end) and is_translatable(phrase):
                    yield phrase
        for mark in self.marks:
            yield from (words for words in (mark.alt, mark.caption) if is_translatable(words))


@dataclass(slots=True)
class _Sentence:
    """A translated sentence being put together: its words and the marks placed so far."""

    words: str
    marks: list[Mark] = field(default_factory=list)
    doubtful: bool = False

    @classmethod
    def of(cls, source: str, translated: Callable[[str], str]) -> _Sentence:
        """The translation of `source`; an engine that says nothing leaves the source, marked as doubtful."""
        words = " ".join(translated(source).split())
        return cls(words or source, doubtful=not words)

    def replace(self, start: int, end: int, words: str) -> None:
        """Words [start, end) become `words`; marks after them move along. What is put in between marks is in none."""
        shift = len(words) - (end - start)
        self.words = self.words[:start] + words + self.words[end:]

        def move(at: int) -> int:
            return at + shift if at >= end else at

        self.marks = [
            replace(
                mark,
                start=move(mark.start) if mark.start != start or start == end else start,
                end=move(mark.end) if mark.end != start else start,
            )
            for mark in self.marks
        ]


def is_translatable(text: str) -> bool:
    """Whether there is a letter in it; numbers and signs stay as they are."""
    return any(char.isalpha() for char in text)


def compose(text: Text, table: Mapping[str, str]) -> tuple[str, bool]:
    """(Markdown of the translation, whether something in it is doubtful).

    table: the translation of each of `text.segments()`.
    """

    def translated(words: str) -> str:
        return table.get(words, words) if is_translatable(words) else words

    text = _said_in(text, translated)
    points = [mark for mark in text.marks if mark.kind in POINTS]
    linked = [mark for mark in points if mark.inside]
    points = [mark for mark in points if not mark.inside]
    plain = ""
    marks: list[Mark] = []
    doubtful = False
    at = 0
    for start, end in [*text.spans, (len(text.plain), len(text.plain))]:
        # what stands between two sentences keeps its place in the blanks there
        for mark in points:
            if (at < mark.start or at == 0) and mark.start <= start and not (at == mark.start == start and plain):
                offset = len(plain) + mark.start - at
                marks.append(replace(mark, start=offset, end=offset))
        plain += text.plain[at:start]
        if start < end:
            sentence = _Sentence.of(text.plain[start:end], translated)
            for mark in sorted(_ranges_in(text.marks, start, end), key=lambda mark: mark.kind not in VERBATIM):
                # words that must stay come first: they change the sentence, the others only find a place in it
                _place_range(sentence, mark, (start, end), text, translated)
            for mark in points:
                if start < mark.start <= end:
                    _place_point(sentence, mark, (start, end), text.plain)
            linked = [mark for mark in linked if not _place_in_link(sentence, mark, (start, end), text)]
            base = len(plain)
            marks.extend(replace(mark, start=mark.start + base, end=mark.end + base) for mark in sentence.marks)
            plain += sentence.words
            doubtful = doubtful or sentence.doubtful
        at = end
    marks.sort(key=lambda mark: (mark.start, -mark.end, mark.kind in VERBATIM))
    # blanks that stood inside a mark at the start would make the text part of a list before it
    return write(plain, marks, hard_break=text.hard_break).strip(" "), doubtful


def _said_in(text: Text, translated: Callable[[str], str]) -> Text:
    """`text` with the words that its marks say themselves in the other language."""
    marks = (mark.in_words(translated(mark.alt), translated(mark.caption)) for mark in text.marks)
    return replace(text, marks=tuple(marks))


def compose_safely(text: Text, table: Mapping[str, str]) -> str:
    """The same with bare words and, after them, all marks but emphasis: for what `compose` could not put in place."""

    def said(words: str) -> str:
        return table.get(words, words)

    text = _said_in(text, said)
    plain = ""
    at = 0
    for start, end in [*text.spans, (len(text.plain), len(text.plain))]:
        plain += text.plain[at:start]
        source = text.plain[start:end]
        plain += " ".join((table.get(source, source) if is_translatable(source) else source).split()) or source
        at = end
    kept = [mark for mark in text.marks if mark.kind != "emphasis"]
    ranges = [mark for mark in kept if mark.kind not in POINTS]
    pieces, ends = [], 0
    for mark in kept:
        if any(_is_in(mark, each) for each in ranges) or (mark.start < ends and mark.kind not in POINTS):
            continue  # it goes with what it stands in
        if mark.kind in POINTS:
            pieces.append(write("", [replace(mark, start=0, end=0)]))
            continue
        ends = mark.end
        inner = [
            replace(each, start=each.start - mark.start, end=each.end - mark.start)
            for each in text.marks
            if each.start >= mark.start and each.end <= mark.end and (each.kind not in POINTS or _is_in(each, mark))
        ]
        words = text.plain[mark.start : mark.end]
        if len(inner) == 1 and mark.kind not in VERBATIM and (turned := " ".join(said(words).split())):
            words, inner = turned, [replace(mark, start=0, end=len(turned))]
        pieces.append(write(words, inner, hard_break=text.hard_break))
    return " ".join([write(plain, [], hard_break=text.hard_break).strip(" "), *pieces]).strip(" ")


def _is_in(mark: Mark, around: Mark) -> bool:
    """Whether a mark without words stands in one that has some. One at an edge is in none, but a linked picture."""
    if mark.kind not in POINTS or around.kind in POINTS:
        return False
    at_edge = {"start": around.start, "end": around.end}.get(mark.inside)
    return around.start < mark.start < around.end or (around.kind == "link" and at_edge == mark.start)


def _ranges_in(marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    """The marks with words of the sentence [start, end), cut to it."""
    for mark in marks:
        if mark.kind not in POINTS and mark.start < end and mark.end > start:
            yield replace(mark, start=max(mark.start, start), end=min(mark.end, end))


def _place_range(
    sentence: _Sentence, mark: Mark, span: tuple[int, int], text: Text, translated: Callable[[str], str]
) -> None:
    start, end = span
    phrase = text.plain[mark.start : mark.end]
    if (mark.start, mark.end) == span and mark.kind not in VERBATIM:
        sentence.marks.append(replace(mark, start=0, end=len(sentence.words)))
        return
    wanted = " ".join(translated(phrase).split())
    for inner in _ranges_in(text.marks, mark.start, mark.end):
        if inner.kind in VERBATIM and mark.kind not in VERBATIM:
            # such words are back in the sentence already
            words = text.plain[inner.start : inner.end]
            wanted = wanted.replace(" ".join(translated(words).split()), words)
    candidates = [phrase, wanted] if mark.kind in VERBATIM else [wanted, phrase]
    where = (mark.start - start) / max(1, end - start)
    # words that stand right behind others, such as a link behind code, or before them
    glued = text.plain[mark.start - 1 : mark.start].isalnum(), text.plain[mark.end : mark.end + 1].isalnum()
    found = _find(sentence, candidates, where, mark, glued)
    if found is None:
        if mark.kind != "emphasis":
            _append(sentence, mark, phrase if mark.kind in VERBATIM else wanted or phrase)
        return
    left, right = found
    if mark.kind in VERBATIM and sentence.words[left:right] != phrase:
        sentence.replace(left, right, phrase)
        right = left + len(phrase)
    sentence.marks.append(replace(mark, start=left, end=right))


def _find(
    sentence: _Sentence, candidates: list[str], where: float, mark: Mark, glued: tuple[bool, bool]
) -> tuple[int, int] | None:
    """The place of the first candidate that occurs whole, nearest to the relative position `where`, and nests.

    glued: whether a letter or digit stands right before, and right after, the mark in the source.
    """
    words = sentence.words
    for candidate in candidates:
        core = candidate.strip(" .،,;؛:!?؟…") or candidate
        before, after = "" if glued[0] else r"(?<!\w)", "" if glued[1] else r"(?!\w)"
        whole = f"{before}{re.escape(core)}{after}"
        patterns = [(whole, re.NOFLAG), (whole, re.IGNORECASE)]
        if mark.kind in VERBATIM:
            # a particle may be attached to it, as in "وhttps://..."
            patterns.append((re.escape(core), re.NOFLAG))
        for pattern, flags in patterns:
            places = [
                match.span()
                for match in re.finditer(pattern, words, flags)
                if _nests(sentence.marks, match.span(), mark)
            ]
            if places:
                return min(places, key=lambda place: abs(place[0] / max(1, len(words)) - where))
    return None


def _nests(marks: list[Mark], place: tuple[int, int], new: Mark) -> bool:
    """Whether a mark at `place` would lie apart from, inside or around each mark that is there."""
    start, end = place
    for mark in marks:
        apart = end <= mark.start or start >= mark.end
        around = start <= mark.start and mark.end <= end
        inside = mark.start <= start and end <= mark.end
        if not (apart or around or inside):
            return False
        if (start, end) == (mark.start, mark.end) and mark.kind in VERBATIM and new.kind not in VERBATIM:
            continue  # all of the words that stay as they are, with a mark around them
        if inside and (mark.kind in VERBATIM or (mark.kind == new.kind and mark.kind == "link")):
            return False
        if around and not apart and (new.kind in VERBATIM or (mark.kind == new.kind and new.kind == "link")):
            return False
        if (start, end) == (mark.start, mark.end) and mark.open == new.open:
            return False
    return True


def _append(sentence: _Sentence, mark: Mark, phrase: str) -> None:
    """Words with a mark that found no place, in brackets after the sentence."""
    left = len(sentence.words) + 2
    sentence.words = f"{sentence.words} ({phrase})"
    sentence.marks.append(replace(mark, start=left, end=left + len(phrase)))
    sentence.doubtful = True


def _place_in_link(sentence: _Sentence, mark: Mark, span: tuple[int, int], text: Text) -> bool:
    """Put a picture that stands in a link into that link again, and say whether it is in this sentence."""
    ends = {"start": lambda each: each.start, "end": lambda each: each.end}.get(mark.inside)
    around = next(
        each
        for each in text.marks
        if each.kind == "link"
        and (ends(each) == mark.start if ends is not None else each.start < mark.start < each.end)
    )
    placed = next(
        (each for each in sentence.marks if (each.kind, each.open, each.close) == ("link", around.open, around.close)),
        None,
    )
    # of a link over several sentences it is the first, the last, or the one with the words before it
    goes_on = bool(text.plain[span[1] : around.end if mark.inside == "end" else mark.start].strip())
    if placed is None or (goes_on and mark.inside != "start"):
        return False
    at = placed.start if mark.inside == "start" else placed.end
    if mark.inside == "middle":
        share = (mark.start - around.start) / (around.end - around.start)
        edges = [edge.start() for edge in _EDGE.finditer(sentence.words, placed.start, placed.end)]
        ideal = placed.start + share * (placed.end - placed.start)
        at = min(edges, key=lambda edge: abs(edge - ideal), default=placed.end)
    # the blank beside it was no word of the link's
    if text.plain[mark.start : mark.start + 1].isspace() and not sentence.words[at : at + 1].isspace():
        mark = replace(mark, close=f"{mark.close} ")
    elif text.plain[: mark.start][-1:].isspace() and not sentence.words[:at][-1:].isspace():
        mark = replace(mark, open=f" {mark.open}")
    sentence.marks.append(replace(mark, start=at, end=at))
    return True


def _place_point(sentence: _Sentence, mark: Mark, span: tuple[int, int], plain: str) -> None:
    """A note, picture or tag goes to the end where it was at the end, else to the word edge at the same proportion."""
    start, end = span
    length = len(sentence.words)
    if mark.start >= end:
        at = length
    elif _TRAILING.match(plain[mark.start : end]):
        tail = _TRAILING.search(sentence.words)
        at = tail.start() if tail else length
    else:
        ideal = (mark.start - start) / (end - start) * length
        at = min((edge.start() for edge in _EDGE.finditer(sentence.words)), key=lambda edge: abs(edge - ideal))
    # never inside words that must stay as they are
    for other in sentence.marks:
        if other.start < at < other.end and (other.kind in VERBATIM or other.kind == "link"):
            at = other.end
    if any(other.kind == "literal" and other.end == at for other in sentence.marks) and at:
        # a bare address goes on until a blank
        sentence.replace(at, at, " ")
        at += 1
    if plain[mark.start - 1].isspace() and plain[mark.start : mark.start + 1].isspace() and at < length:
        # it stood between two blanks, of which the engine left one
        if not sentence.words[at].isspace():
            sentence.replace(at, at, " ")
        if at and not sentence.words[at - 1].isspace():
            sentence.replace(at, at, " ")
            at += 1
    sentence.marks.append(replace(mark, start=at, end=at))
