"""Where a text names again what a cue has shown once: مدينة بوعرفة, then بوعرفة; حسن بوصوف, then بوصوف."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nashra.entities.normalize import folder
from nashra.entities.rules import rules_of
from nashra.entities.suggest.cued import Words
from nashra.entities.suggest.found import Found, overlaps

REASON = "named again"
# What a cue must say at the least, and the letters of a word that is looked for alone.
_LEAST_WEIGHT, _LEAST_LETTERS = 2, 4

Spans = list[tuple[int, int]]


class Again:
    """The finder of one language without capitals."""

    def __init__(self, lang: str) -> None:
        rules = rules_of(lang)
        self._fold = folder(lang)
        self._particles = frozenset(rules.conjunctions + rules.prepositions)
        self._words = rules.unknown.common | rules.unknown.stops | rules.around.given | rules.around.ordinary

    def find(
        self, blocks: Sequence[str], found: Sequence[tuple[int, Found]], known: Sequence[Spans]
    ) -> Iterator[tuple[int, Found]]:
        """(block, name) of further mentions of what was `found`, as (block, name), in an article.

        known: for each block the spans of names that the registry has.
        """
        keys: dict[tuple[str, ...], Found] = {}
        for _, one in found:
            words = tuple(Words(one.name, self._fold).folded)
            if one.weight < _LEAST_WEIGHT or one.type is None:
                continue
            keys.setdefault(words, one)
            if one.type == "person" and len(words) > 1:
                keys.setdefault(words[-1:], one)
        keys = {key: one for key, one in keys.items() if self._may_be(key)}
        longest = max(map(len, keys), default=0)
        for number, text in enumerate(blocks):
            taken = [*known[number], *((one.start, one.end) for block, one in found if block == number)]
            words_ = Words(text, self._fold)
            for place in range(len(words_.folded)):
                for first, last, skip in self._windows(words_, place, longest):
                    key = (words_.folded[first][skip:], *words_.folded[first + 1 : last + 1])
                    one_ = keys.get(key)
                    start, end = words_.spans[first][0] + skip, words_.spans[last][1]
                    if one_ is not None and not overlaps(start, end, taken):
                        taken.append((start, end))
                        yield number, Found(text[start:end], start, end, one_.type, REASON, 1)
                        break

    def _windows(self, words: Words, place: int, longest: int) -> Iterator[tuple[int, int, int]]:
        """(first word, last word, letters of a particle) of what may be a name at `place`, the longest first."""
        last = place
        while last - place + 1 < longest and words.joined(last):
            last += 1
        for end in range(last, place - 1, -1):
            for skip in (0, 1):
                if not skip or words.folded[place][:1] in self._particles:
                    yield place, end, skip

    def _may_be(self, key: tuple[str, ...]) -> bool:
        return len(key) > 1 or (len(key[0]) >= _LEAST_LETTERS and key[0] not in self._words)
