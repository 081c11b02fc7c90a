"""The same words for different sentences: an engine that has lost its way says one thing of everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

# Two sources as alike as this may well have one translation.
_ALIKE = 0.6
# Shorter translations, such as "Yes.", stand for much.
_LETTERS, _WORDS = 8, 2


def echoes(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Source -> another source, unlike it, that has the very same translation. pairs: (source, target) sentences."""
    by_target: dict[str, dict[str, str]] = defaultdict(dict)
    for source, target in pairs:
        words = _words(target)
        if len(words) >= _WORDS and sum(map(len, words)) >= _LETTERS:
            by_target[" ".join(words)][" ".join(_words(source))] = source
    found: dict[str, str] = {}
    for sources in by_target.values():
        first, *others = sources.items()
        for folded, source in others:
            if SequenceMatcher(None, first[0], folded, autojunk=False).ratio() < _ALIKE:
                found[source] = first[1]
                found.setdefault(first[1], source)
    return found


def _words(text: str) -> list[str]:
    """The words of a text without case and signs."""
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()
