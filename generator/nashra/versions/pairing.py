"""Which block translates which, where no fingerprint tells: by content, and only where it is certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from nashra.languages.known import spec_of
from nashra.markup.blocks import Block
from nashra.markup.inline import parse
from nashra.markup.segments import cut
from nashra.markup.slots import texts
from nashra.versions.pair_evidence import SURE, Evidence, Features, compare, features, lost, of_sentence, rarity, unlike

# So much must a pair be better than the next best, for each of its members.
MARGIN = 2.5
# Where all else speaks for a pair, as its place does, so much may speak against it.
_CONTRADICTION = -3.0
# What a short name weighs: enough to be a trace of a text, and not enough to prove it.
A_NAME = 1.0
# A translation that has less than this of the length expected leaves something out.
_WHOLE = 0.75
# What says how a text is written, and nothing of what is in it.
_OF_FORM = ("quoted ", "break ")
# What stands in more texts than this is no way to find one of them.
_COMMON = 8
# Alignment of more blocks than this at once is not tried: it takes time that grows with the square.
_MOST = 60

# Sentences of one block are taken for pairs where no two of them would fit nearly as well the other way round.
_SURE_ORDER = 3.0
_MOST_SENTENCES = 60

Place = tuple[int, int]


def keep_their_order(ones: Sequence[str], twos: Sequence[str], lang: str, other: str) -> bool:
    """Whether it is certain that the sentences `twos` translate `ones` one by one, in this order."""
    if len(ones) != len(twos) or len(ones) > _MOST_SENTENCES:
        return False
    befores = [of_sentence(one, lang, other) for one in ones]
    afters = [of_sentence(two, other, lang) for two in twos]
    counts = rarity(befores)
    worth = [[compare(one, two, lang, other, counts).total for two in afters] for one in befores]
    return all(worth[at][at] > _CONTRADICTION for at in range(len(ones))) and all(
        worth[at][at] + worth[to][to] - worth[at][to] - worth[to][at] >= _SURE_ORDER
        for at in range(len(ones))
        for to in range(at)
    )


def says_what(one: str, two: str, lang: str, other: str) -> bool:
    """Whether two sentences have something of their own in common; a short word may be an accident."""
    before, after = of_sentence(one, lang, other), of_sentence(two, other, lang)
    return compare(before, after, lang, other, {}).shared > A_NAME


def sentences_keep_their_order(source: Block, target: Block, lang: str, other: str) -> bool:
    """Whether it is certain that the sentences of two blocks translate each other one by one; one alone always does."""
    ones, twos = _sentences(source, lang), _sentences(target, other)
    if [len(each) for each in ones] != [len(each) for each in twos]:
        return False
    flat, turned = [one for each in ones for one in each], [two for each in twos for two in each]
    return len(flat) < 2 or keep_their_order(flat, turned, lang, other)


def _sentences(block: Block, lang: str) -> list[list[str]]:
    """Those of each text. What may be two counts as two: one may be a remark, or tell what another block tells."""
    plain = (parse(text)[0] for text in texts(block))
    return [cut(text, lang, small=True) for text in plain]


class Comparison:
    """The blocks of a source and of a target, compared when asked for."""

    def __init__(self, sources: Sequence[Block], targets: Sequence[Block], lang: str, other: str) -> None:
        self._langs = lang, other
        self._blocks = sources, targets
        self.sources: list[Features] = [features(block, lang, other) for block in sources]
        self.targets: list[Features] = [features(block, other, lang) for block in targets]
        self._counts = rarity(self.sources)
        self._found: dict[Place, Evidence] = {}
        self._related: tuple[Mapping[int, set[int]], Mapping[int, set[int]]] | None = None

    def evidence(self, source: int, target: int) -> Evidence:
        """What speaks for the pair."""
        place = source, target
        if place not in self._found:
            self._found[place] = compare(self.sources[source], self.targets[target], *self._langs, self._counts)
        return self._found[place]

    def may_stand(self, source: int, target: int) -> bool:
        """Whether nothing much speaks against a pair that its place speaks for.

        People shorten: that a figure, a sentence or half the length is left out contradicts nothing; what the target
        says of its own does.
        """
        if self.evidence(source, target).total > _CONTRADICTION:
            return True
        one, two = self.sources[source], self.targets[target]
        return one.kind == two.kind and two.length < one.length and not lost(two, one)

    def fits_better(self, source: int, target: int, other: int) -> bool:
        """Whether two targets together are rather as long as a translation of `source` than `target` alone."""
        parts = self.targets[target], self.targets[other]
        alone = unlike(self.sources[source].length, parts[0].length, *self._langs)
        return unlike(self.sources[source].length, sum(part.length for part in parts), *self._langs) < alone

    def gains(self, pairs: Sequence[Place], apart: Sequence[Place]) -> list[float]:
        """How much more would speak for each of `pairs` if it exchanged targets with the other that suits it best.

        apart: a source and a target that are in no pair.
        """

        def exchanged(one: Place, two: Place) -> float:
            return self.evidence(one[0], two[1]).total + self.evidence(two[0], one[1]).total

        own = {each: self.evidence(*each).total for each in pairs}
        return [
            max(
                [-MARGIN]
                + [exchanged(one, two) - own[one] - own[two] for two in pairs if two != one]
                + [exchanged(one, two) - own[one] for two in apart]
            )
            for one in pairs
        ]

    def is_rather_of(self, others: Collection[int], source: int, target: int) -> bool:
        """Whether a target fits one of `others` better than `source`, and has no less in common with it."""
        own = self.evidence(source, target)
        found = (self.evidence(other, target) for other in others if other != source)
        return any(each.shared >= own.shared and each.total > own.total for each in found)

    def lacks_a_sentence(self, source: int, target: int) -> bool:
        """Whether a target has fewer sentences than the source and is too short to say it all in those."""
        one, two = self.sources[source], self.targets[target]
        expected = one.length * spec_of(self._langs[1]).length / spec_of(self._langs[0]).length
        return two.sentences < one.sentences and two.length < _WHOLE * expected

    def may_be_rest(self, source: int, target: int, neighbour: int, beside: int) -> bool:
        """Whether a target has too few sentences for its source, and tells what `beside` left out of `neighbour`."""
        one, two = self.sources[source], self.targets[target]
        both = self.targets[beside].sentences < self.sources[neighbour].sentences and two.sentences < one.sentences
        return both or self.lacks_a_sentence(source, target)

    def is_proven(self, source: int, target: int, taken: Collection[Place] = ()) -> bool:
        """Whether the two are certain to belong together: much speaks for it, and much less for any other partner.

        taken: pairs that are known already, so that their members are no rivals in earnest.
        """
        found = self.evidence(source, target)
        if not found.is_sure:
            return False
        settled_sources, settled_targets = {one for one, _ in taken}, {two for _, two in taken}
        by_source, by_target = self._kin()
        for rival in by_target[target] - {source}:
            other = self.evidence(rival, target)
            if found.total - other.total < (0.0 if rival in settled_sources else MARGIN):
                return False
            if rival not in settled_sources and self._claims(rival, target, by_source[rival]):
                return False
        for rival in by_source[source] - {target}:
            other = self.evidence(source, rival)
            if found.total - other.total < (0.0 if rival in settled_targets else MARGIN):
                return False
            if rival not in settled_targets and other.shared >= SURE:
                # the rest of it may stand there
                best = max(self.evidence(each, rival).shared for each in by_target[rival])
                if best <= other.shared:
                    return False
        return True

    def says_each_sentence(self, source: int, target: int) -> bool:
        """Whether each sentence of a block has something in common with the one of its number in the other."""
        lang, other = self._langs
        ones = [one for each in _sentences(self._blocks[0][source], lang) for one in each]
        twos = [two for each in _sentences(self._blocks[1][target], other) for two in each]
        if len(ones) != len(twos) or len(ones) > _MOST_SENTENCES:
            return False
        return all(says_what(one, two, lang, other) for one, two in zip(ones, twos, strict=True))

    def has_of_others(self, source: int, target: int, others: Collection[int]) -> bool:
        """Whether a text of `others` has a name or a number in common with `target` that `source` does not have."""
        own, found = self.sources[source], self.targets[target]
        mine = own.items.keys() | own.keys.keys()
        return any(
            weight >= A_NAME and key in having and key not in mine and not key.startswith(_OF_FORM)
            for each in others
            for having in (self.sources[each].items, self.sources[each].keys)
            for key, weight in (*found.items.items(), *found.keys.items())
        )

    def keep_their_order(self) -> frozenset[int]:
        """The numbers of the blocks that are certain to translate those of the same number.

        For two texts of as many blocks, of which one is known to be the translation of the other from end to end: no
        two blocks would fit nearly as well the other way round.
        """
        count = len(self.sources)
        if count != len(self.targets) or count > _MOST:
            return frozenset()
        worth = [[self.evidence(one, two).total for two in range(count)] for one in range(count)]
        loose = {
            number
            for at in range(count)
            for to in range(at)
            if worth[at][at] + worth[to][to] - worth[at][to] - worth[to][at] < _SURE_ORDER
            for number in (at, to)
        }
        return frozenset(n for n in range(count) if n not in loose and worth[n][n] > _CONTRADICTION)

    def _claims(self, source: int, target: int, targets: Collection[int]) -> bool:
        """Whether `target` holds, for all that can be seen, what `source` says, and no other block holds more of it."""
        shared = self.evidence(source, target).shared
        return shared >= SURE and all(self.evidence(source, other).shared <= shared for other in targets)

    def _kin(self) -> tuple[Mapping[int, set[int]], Mapping[int, set[int]]]:
        """(source -> targets, target -> sources) that have anything in common."""
        if self._related is None:
            having: dict[str, list[int]] = defaultdict(list)
            for number, each in enumerate(self.sources):
                for key in each.items.keys() | each.keys.keys():
                    having[key].append(number)
            by_source: dict[int, set[int]] = defaultdict(set)
            by_target: dict[int, set[int]] = defaultdict(set)
            for number, each in enumerate(self.targets):
                for key in each.items.keys() | each.keys.keys():
                    if len(having.get(key, ())) > _COMMON:
                        continue
                    for source in having.get(key, ()):
                        by_source[source].add(number)
                        by_target[number].add(source)
            self._related = by_source, by_target
        return self._related

    def proven(self, sources: Collection[int], targets: Collection[int], taken: Collection[Place]) -> list[Place]:
        """The pairs of `sources` and `targets` that are certain, wherever they stand."""
        by_source, _ = self._kin()
        wanted = frozenset(targets)
        return [
            (source, target)
            for source in dict.fromkeys(sources)
            for target in sorted(by_source[source] & wanted)
            if self.is_proven(source, target, taken)
        ]

    def in_gap(self, sources: Sequence[int], targets: Sequence[int]) -> list[Place]:
        """The pairs in a gap between pairs that are known, both sides in their order.

        One block on each side belong together unless much speaks against it. Of more, those pairs that the best
        alignment needs: it would be much worse without them.
        """
        if len(sources) == len(targets) == 1:
            return [(sources[0], targets[0])] if self.may_stand(sources[0], targets[0]) else []
        if not sources or not targets or max(len(sources), len(targets)) > _MOST:
            return []
        best, path = self._align(sources, targets, None)
        return [
            place
            for place in path
            if self.evidence(*place).shared > 0 or self._is_only_kind(place, sources, targets)
            if best - self._align(sources, targets, place)[0] >= MARGIN
        ]

    def _is_only_kind(self, place: Place, sources: Sequence[int], targets: Sequence[int]) -> bool:
        """Whether both are the only ones of their kind in the gap, such as its one heading."""
        kind = self.sources[place[0]].kind
        alike = [self.targets[number].kind for number in targets].count(kind)
        return (
            kind == self.targets[place[1]].kind
            and alike == 1
            and [self.sources[number].kind for number in sources].count(kind) == 1
        )

    def _align(
        self, sources: Sequence[int], targets: Sequence[int], without: Place | None
    ) -> tuple[float, list[Place]]:
        """(worth, pairs) of the best alignment that keeps the order, not using the pair `without`."""
        row: list[tuple[float, list[Place]]] = [(0.0, [])] * (len(targets) + 1)
        for source in sources:
            new: list[tuple[float, list[Place]]] = [row[0]]
            for column, target in enumerate(targets):
                options = [row[column + 1], new[column]]
                if (source, target) != without:
                    worth, path = row[column]
                    options.append((worth + self.evidence(source, target).total, [*path, (source, target)]))
                new.append(max(options, key=lambda option: option[0]))
            row = new
        return row[-1]
