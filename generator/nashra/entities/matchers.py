"""A registry compiled once for all languages, and kept in memory for as long as it stays the same.

`nashra serve` asks for the same registry at every build; what its matchers have learnt of words then serves the next
build too. On disk nothing is kept: with 10,000 entities unpickling takes twice as long as sorting the names.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nashra.entities.index import Words
from nashra.entities.matcher import Matcher
from nashra.entities.normalize import folder
from nashra.model import Entity

# Registries kept at a time: the site's entities, and the same with its terms.
_KEPT = 2


class Matchers:
    """The matchers of one registry, each made when a language is first asked for. Get them from `compiled`.

    Languages whose words are folded alike, which is all but Arabic, share what is known of words.
    """

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self.entities = dict(entities)
        self._words: dict[Callable[[str], str], Words] = {}
        self._matchers: dict[tuple[str, bool], Matcher] = {}

    def matcher(self, lang: str, *, foreign: bool = True) -> Matcher:
        """The matcher for texts in `lang`; `foreign` as for `Matcher`."""
        key = lang, foreign
        if key not in self._matchers:
            fold = folder(lang)
            words = self._words.setdefault(fold, Words(fold))
            self._matchers[key] = Matcher(self.entities, lang, foreign=foreign, words=words)
        return self._matchers[key]


_kept: list[Matchers] = []


def compiled(entities: Mapping[str, Entity]) -> Matchers:
    """The matchers of `entities`, those of an earlier call where it was given equal entities."""
    for matchers in _kept:
        if matchers.entities == entities:
            return matchers
    matchers = Matchers(entities)
    _kept.insert(0, matchers)
    del _kept[_KEPT:]
    return matchers
