"""What the guards say of a block or a field as it stands: its words, and what its pictures, links and tags say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from nashra.kit.spaces import one_line, shortened
from nashra.markup import segments
from nashra.markup.blocks import Block
from nashra.markup.inline import parse
from nashra.markup.kept import EMPHASIS, lost
from nashra.markup.slots import texts
from nashra.model import Version
from nashra.versions.alignment import Pair
from nashra.versions.echoes import echoes
from nashra.versions.fields import Field

T = TypeVar("T")
# (source text, target text, source language, target language) -> reasons to doubt a translation, in whatever form
Check = Callable[[str, str, str, str], Sequence[T]]


def said(text: str) -> tuple[str, ...]:
    """The words of inline Markdown on one line, then those that its pictures, links and tags say themselves."""
    plain, marks = parse(text)
    for mark in reversed(marks):
        # code, and what a program fills in, is neither a number nor a sum of money, nor left in the source's language
        if mark.kind == "code" or (mark.kind == "literal" and plain[mark.start] in "%${"):
            plain = plain[: mark.start] + plain[mark.end :]
    spoken = (mark for mark in marks if mark.kind == "image" or mark.alt or mark.caption)
    return one_line(plain), *(words for mark in spoken for words in (mark.alt, mark.caption))


def in_pairs(source: Block, target: Block) -> Iterator[tuple[str, str]]:
    """The plain texts of two blocks side by side; none where the blocks have not the same number of texts."""
    befores, afters = texts(source), texts(target)
    if len(befores) != len(afters):
        return
    for before, after in zip(befores, afters, strict=True):
        ones, twos = said(before), said(after)
        rows = zip(ones, twos, strict=True) if len(ones) == len(twos) else [(ones[0], twos[0])]
        yield from ((one, two) for one, two in rows if any(char.isalnum() for char in one))


def of_pair(pair: Pair, lang: str, other: str, check: Check[T]) -> list[T]:
    """What `check` says of a block in `other` beside its source in `lang`."""
    if pair.source is None or pair.target is None:
        return []
    return [doubt for one, two in in_pairs(pair.source, pair.target) for doubt in check(one, two, lang, other)]


def lost_marks(pair: Pair) -> list[str]:
    """The links, pictures, codes, notes, breaks and emphasis of the source that a block has not."""
    if pair.source is None or pair.target is None:
        return []
    befores, afters = texts(pair.source), texts(pair.target)
    if len(befores) != len(afters):
        return []
    return [name for one, two in zip(befores, afters, strict=True) for name in lost(one, two)]


def without_marks(found: Sequence[str]) -> list[str]:
    """`lost_marks` in words."""
    names = dict.fromkeys(EMPHASIS if name.startswith(EMPHASIS) else name for name in found)
    return [f"not in the translation: {', '.join(names)}"] if names else []


def of_field(field: Field, lang: str, other: str, check: Check[T]) -> list[T]:
    """The same of a field."""
    if field.source is None or field.target is None:
        return []
    return list(check(field.source, field.target, lang, other))


def repeated(source: Version, target: Version, pairs: Sequence[Pair], fields: Sequence[Field]) -> dict[str, str]:
    """Sentence of the source -> another one, unlike it, that the machine gave the same words; see `echoes`."""
    rows = [
        (one, two)
        for pair in pairs
        if pair.source is not None and pair.target is not None and not pair.human
        for one, two in in_pairs(pair.source, pair.target)
    ]
    rows += [(each.source, each.target) for each in fields if each.source and each.target and not each.human]
    return echoes(cut for one, two in rows for cut in _sentences(one, two, source.lang, target.lang))


def _sentences(one: str, two: str, lang: str, other: str) -> Iterator[tuple[str, str]]:
    ones, twos = segments.cut(one, lang), segments.cut(two, other)
    if len(ones) == len(twos):
        yield from zip(ones, twos, strict=True)
    else:
        yield one, two


def again(source: Block | str, lang: str, found: Mapping[str, str]) -> list[str]:
    """What is to be said of a block or a field of which `repeated` found a sentence, in words."""
    parts = [source] if isinstance(source, str) else [words for text in texts(source) for words in said(text)]
    pieces = (piece for part in parts for piece in (part, *segments.cut(part, lang)))
    others = dict.fromkeys(found[piece] for piece in pieces if piece in found) if found else {}
    return [f"the same words stand for another sentence: {shortened(other)}" for other in others]
