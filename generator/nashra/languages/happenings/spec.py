"""The words by which a language tells what happens, as data: one file a language, see `known`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

# Words of at least so many letters may have any ending; shorter ones two letters more.
_LONG, _ENDING = 5, 2
_SHORTEST = 3


@dataclass(frozen=True, slots=True, eq=False)
class Happenings:
    """What is known of one language.

    words:   the beginning of a word, folded and without particles -> what it tells of.
    endings: what is taken off a word that is compared with others, the longer first.
    stem:    letters of a word that count.
    """

    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    endings: tuple[str, ...] = ("s",)
    stem: int = 6

    def told_by(self, word: str) -> tuple[str, ...]:
        """What `word` tells of, by the longest beginning that is known."""
        for length in range(len(word), _SHORTEST - 1, -1):
            found = self.words.get(word[:length])
            if found and (length >= _LONG or len(word) - length <= _ENDING):
                return found
        return ()

    def stem_of(self, word: str) -> str:
        """What other forms of `word` have as well."""
        cut = word[: self.stem]
        for ending in self.endings:
            if cut.endswith(ending) and len(cut) - len(ending) >= _SHORTEST:
                return cut.removesuffix(ending)
        return cut


def told(rows: str) -> Mapping[str, tuple[str, ...]]:
    """Read lines of the form "flood: inondation crue"; what stands before the colon is the same in all languages."""
    found: dict[str, tuple[str, ...]] = {}
    for row in filter(str.strip, rows.splitlines()):
        name, _, words = row.partition(":")
        for word in words.split():
            found[word] = (*found.get(word, ()), name.strip())
    return found
