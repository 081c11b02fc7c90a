"""Where one colleague speaks to another in an article: of the text itself, and as no article speaks to its readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice

from nashra.languages.desk.known import DESK, beginning, may_begin, plain, within
from nashra.markup.blocks import Block

Loose = tuple[int, str, str]

_OUT = "write <!-- ... --> around it, or take it out"
# What stands between quotation marks, or behind a dash, is said by others.
_QUOTED = re.compile(
    r"\A[^«]*»|\A[^“]*”|«[^»]*»?|“[^”]*”?|\"[^\"]*\"?|(?<=[:, ])‘[^\n]*|^[ >*_]*[-–—>][^\n]*", re.MULTILINE
)
_SENTENCE = re.compile(r"[^.!?؟…\n]+[.!?؟…]*")
_PIECES = re.compile(r"[,،;]\s")
# Of a king or a world war.
_ORDINAL = re.compile(r"(?<=[a-zà-ÿ]) I\b(?!['’])")
# Where more paragraphs say "I" or "you", it is the way of the text; a longer sentence is one of an article.
_MOST, _MOST_WORDS, _MOST_LETTERS = 2, 22, 110
_SIGNS = str.maketrans(dict.fromkeys(",;:!?()[]؟،", " "))
# So many words lie between what is to be done and to which part of a text.
_BETWEEN = 3


def other_voices(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """(line, what is wrong, what to do) of sentences that one colleague, or a program, says to another of the text."""
    low = set(_said("\n".join(texts)))
    told = set()
    if not _words("spoken").isdisjoint(low):
        speaking = (each for each in zip(blocks, texts, strict=True) if _speaks(_own(each[1])))
        found = list(islice(speaking, _MOST + 1))
        for block, text in found if len(found) <= _MOST else ():
            for note in _first(block, text, _is_spoken):
                told.add(block.line)
                yield note
    of_parts = not _signs_of_parts().isdisjoint(low)
    for block, text in zip(blocks, texts, strict=True):
        is_short = block.kind == "paragraph" and len(text) < _MOST_LETTERS and block.line not in told
        if is_short and (of_parts or may_begin(text, "bare", "lacks", "yours", "works")):
            yield from _first(block, text, _is_bare)


def _first(block: Block, text: str, is_note: Callable[[str], bool]) -> Iterator[Loose]:
    """The first sentence of a paragraph that is one."""
    for match in _SENTENCE.finditer(text) if block.kind == "paragraph" else ():
        if is_note(_own(match[0])):
            line = block.line + text.count("\n", 0, match.start())
            yield line, f"`{match[0].strip()[:60]}` seems to be a note for colleagues, and readers see it", _OUT
            return


def _own(text: str) -> str:
    """What its writer says, and nobody else."""
    return _ORDINAL.sub(" ", _QUOTED.sub(" ", text))


def _speaks(text: str) -> bool:
    return not _words("spoken").isdisjoint(_said(text))


def _said(text: str) -> list[str]:
    """The words of `text`, those too of which an elision left a letter; `m` alone is a metre."""
    return text.lower().replace("’", "'").replace(" m'", " moi ").replace("'", " ").translate(_SIGNS).split()


def _is_spoken(said: str) -> bool:
    words = plain(said)
    is_short = words.count(" ") < _MOST_WORDS and _speaks(said)
    return is_short and any(within(words, field) for field in ("works", "before", "deeds"))


def _is_bare(said: str) -> bool:
    """Whether it names a part of this text and says what is to be done, or begins with that as no article does."""
    words = plain(said)
    if within(words, "parts") and any(within(words, field) for field in ("deeds", "doings", "pending", "yours")):
        return True
    if (
        said.rstrip().endswith((":", "："))
        and within(words, "drafted")
        and not _words("yours").isdisjoint(words.split())
    ):
        return True
    lacks, bare = beginning(words, "lacks"), beginning(words, "bare")
    if (lacks or bare) and within(words, "before"):
        return True
    if lacks:
        return _is_near(words[len(lacks) :])
    if beginning(words, "works") and any(beginning(plain(each), "pending") for each in _PIECES.split(said)[1:]):
        return True
    rest = words[len(bare) :].strip() if bare else ""
    deed = beginning(rest, "deeds") or beginning(rest, "doings")
    return deed is not None and _is_near(rest[len(deed) :])


def _is_near(words: str) -> bool:
    """Whether a part of a text is among the next of `words`."""
    return within(" ".join(words.split()[: _BETWEEN + 1]), "works") is not None


@cache
def _words(field: str) -> frozenset[str]:
    """The single words of a field, as they are written and without what people leave out of them."""
    words = {each for desk in DESK.values() for each in getattr(desk, field).split("|") if each}
    return frozenset({*words, *map(plain, words)})


@cache
def _signs_of_parts() -> frozenset[str]:
    """The longest word of each phrase that names a part of this text, as a quick sign of it."""
    words = {max(part.split(), key=len) for desk in DESK.values() for part in desk.parts.split("|") if part}
    return frozenset({*words, *map(plain, words)})
