"""Byte-pair encoding as Argos' older packages use it: apply a list of learned merges to words.

The method is that of Sennrich, Haddow and Birch, "Neural Machine Translation of Rare Words with Subword Units"
(2016); the file format is that of their subword-nmt: a line "#version: 0.2", then one merge a line, most frequent
first.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

CONTINUES = "@@"
_WORD_END = "</w>"


class BpeError(ValueError):
    """The file holds no BPE merges, or some of a version that is not known."""


class Bpe:
    """Merges, ready to be applied."""

    def __init__(self, merges: Iterable[tuple[str, str]], *, end_is_token: bool = False) -> None:
        """`end_is_token`: the end of a word is a symbol of its own, as in version 0.1 of the format."""
        self._ranks: dict[tuple[str, str], int] = {}
        for merge in merges:
            self._ranks.setdefault(merge, len(self._ranks))
        self._end_is_token = end_is_token
        self._known: dict[str, list[str]] = {}

    @classmethod
    def load(cls, path: Path) -> Bpe:
        """Read a bpe.model. Raises BpeError, or OSError when it cannot be read."""
        try:
            lines = path.read_bytes().decode("utf-8").split("\n")
        except UnicodeDecodeError:
            raise BpeError("it is not UTF-8 text") from None
        version: tuple[int, ...] = (0, 1)
        if lines[0].startswith("#version:"):
            version = _version(lines.pop(0))
        if version not in ((0, 1), (0, 2)):
            raise BpeError("its version is not known")
        merges = []
        for number, line in enumerate(lines, 2):
            parts = line.strip("\r\n ").split(" ")
            if len(parts) == 2:
                merges.append((parts[0], parts[1]))
            elif any(parts):
                raise BpeError(f"line {number} is not a merge of two parts")
        if not merges:
            raise BpeError("it holds no merges")
        return cls(merges, end_is_token=version == (0, 1))

    def split(self, word: str) -> list[str]:
        """The subwords of one word; all but the last end in "@@"."""
        known = self._known.get(word)
        if known is None:
            parts = self._merge(word)
            known = self._known[word] = [part + CONTINUES for part in parts[:-1]] + parts[-1:]
        return known

    def _merge(self, word: str) -> list[str]:
        if not word:
            return []
        parts = [*word, _WORD_END] if self._end_is_token else [*word[:-1], word[-1] + _WORD_END]
        while len(parts) > 1:
            best = min(pairwise(parts), key=lambda pair: self._ranks.get(pair, len(self._ranks)))
            if best not in self._ranks:
                break
            parts = _join(parts, best)
        if parts[-1] == _WORD_END:
            return parts[:-1]
        return [*parts[:-1], parts[-1].removesuffix(_WORD_END)]


def _join(parts: list[str], pair: tuple[str, str]) -> list[str]:
    """`parts` with every occurrence of `pair`, from the left, made one."""
    result = []
    index = 0
    while index < len(parts):
        if index + 1 < len(parts) and (parts[index], parts[index + 1]) == pair:
            result.append(parts[index] + parts[index + 1])
            index += 2
        else:
            result.append(parts[index])
            index += 1
    return result


def _version(line: str) -> tuple[int, ...]:
    numbers = line.split()[-1].split(".")
    try:
        values = [int(number) for number in numbers]
    except ValueError:
        raise BpeError("its version is not known") from None
    while len(values) > 2 and values[-1] == 0:
        values.pop()
    return tuple(values)
