"""Doubts about what somebody said and no longer stands between marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.versions.evidence.reading import read, words_of
from nashra.versions.evidence.spelling import sounds_alike

_WORD = re.compile(r"\w+")
QUOTES = re.compile(r"«[^«»]*»|“[^“”]*”|„[^„“”]*[“”]|\"[^\"]*\"|‘[^‘’]{3,}’(?!\w)")
# Between single marks, and no apostrophe.
_SINGLE = re.compile(r"(?<![\w'’])['‘]([^\W_](?:[^'‘’\"«»“”\n]|(?<=\w)['’](?=\w))*)['’](?!\w)")
_MARK = re.compile(r"[«»“”„\"]")
# The share of what was said that has to be there still, and the words in marks that a translation has of itself.
_STILL_SAID, _OF_ONE_S_OWN = 0.5, 6
# The words before a mark among which one may say that something is called so.
_NEAR_CALL = 7
_SAID = 5
# The words of what somebody said in a sentence of its own.
_WHOLE = 5


def quotation(source: str, target: str, source_lang: str, target_lang: str) -> Iterator[tuple[float, str]]:
    """What somebody said and no longer stands between marks.

    A sentence of a longer quotation has one mark or none, and what a source says in two pieces ("…", he said, "…")
    stands in one in other languages; so only where the marks of the source are in order, theirs are missed.
    """
    before, after = quoted(source), quoted(target)
    if _is_uneven(source):
        return
    if before and not after:
        # the "yes" camp: who says so in other languages may write it without marks
        said = [
            found
            for found in before
            if _is_said(found, source, source_lang) and not _is_name(found, target, target_lang)
        ]
        if said and not _MARK.search(target):
            # what is a part of a sentence may stand without marks: a situation that he called serious
            whole = any(len(_WORD.findall(found)) >= _WHOLE or _opens(source, found) for found in said)
            yield 0.6 if whole else 0.35, "the quotation marks are lost"
    elif len(before) > len(after) and sum(map(_said_in, after)) < _STILL_SAID * sum(map(_said_in, before)):
        if all(len(_WORD.findall(found)) > 2 for found in before):
            yield 0.5, "a quotation is lost"
    elif not before and any(len(_WORD.findall(found)) > _OF_ONE_S_OWN for found in after):
        yield 0.3, "quotation marks that are not in the source"


def quoted(text: str) -> list[str]:
    """What stands between marks of any kind."""
    found = QUOTES.findall(text)
    rest = QUOTES.sub(" ", text)
    return [*found, *(match[1] for match in _SINGLE.finditer(rest))]


def _said_in(quoted: str) -> int:
    return sum(map(len, _WORD.findall(quoted)))


def _is_said(quoted: str, source: str, lang: str) -> bool:
    """Whether somebody said it: a word or more, but a single one only where the text says that it calls it so."""
    if _said_in(quoted) < _SAID or len(_WORD.findall(quoted)) > 1:
        return _said_in(quoted) >= _SAID
    before = read(source[: source.find(quoted)], lang).tokens[-_NEAR_CALL:]
    calls = words_of("calls", lang)
    return not calls or any(calls & set(token.forms) for token in before)


def _opens(source: str, quoted: str) -> bool:
    """Whether what was said stands behind a colon, or at the beginning."""
    before = source[: source.find(quoted)].rstrip()
    return not before or before.endswith(":")


def _is_uneven(text: str) -> bool:
    """Whether a mark stands alone."""
    return bool(_MARK.search(QUOTES.sub(" ", _SINGLE.sub(" ", text))))


def _is_name(quoted: str, target: str, target_lang: str) -> bool:
    """Whether what stands between marks is a name, which other languages write without them."""
    words = _WORD.findall(quoted)
    if len(words) > 4:
        return False
    if any(word[0].isupper() for word in words) and all(word[0].isupper() or len(word) < 4 for word in words):
        return True
    capitals = [word for word in _WORD.findall(target) if word[0].isupper()]
    long = [word for word in words if len(word) > 3]
    return bool(long) and all(any(sounds_alike(word, capital) for capital in capitals) for word in long)
