"""Where the two sides of each remembered pair stand now: in an edited source, and in an edited translation."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from nashra.markup.blocks import Block, fingerprint
from nashra.markup.slots import texts
from nashra.model import BlockRecord
from nashra.versions.found import Found, Tie
from nashra.versions.matching import match, rising
from nashra.versions.pairing import A_NAME, MARGIN, Comparison
from nashra.versions.proofs import cut_from, extended, merged, other_kinds
from nashra.versions.sources import Source, among_twins, sources_now


def find(
    records: Sequence[BlockRecord],
    source_prints: Sequence[str],
    target_prints: Sequence[str],
    targets: Sequence[Block],
    comparison: Callable[[], Comparison],
) -> list[Found]:
    """Every block of the target in its order, and between them the records whose block is not there.

    comparison: makes what compares the two bodies, where that is needed.
    """
    exact, in_order = match(["" if each.flag == "joined" else each.target for each in records], target_prints)
    place_of = {number: place for place, number in exact.items()}
    sources = sources_now(records, source_prints, place_of, comparison)
    exact, loose = among_twins(records, sources, exact)
    work = _Work(records, sources, targets, exact, in_order, comparison, loose=loose)
    open_sources = frozenset(range(len(source_prints))) - {source.index for source in sources.values()}
    work.settle(open_sources, source_prints)
    return work.entries()


@dataclass(slots=True)
class _Work:
    """Finds the pairs of blocks that no fingerprint tells."""

    records: Sequence[BlockRecord]
    sources: Mapping[int, Source]
    targets: Sequence[Block]
    exact: Mapping[int, int]  # target -> record
    in_order: set[int]
    comparison: Callable[[], Comparison]
    pairs: dict[int, Found] = field(default_factory=dict)  # by target
    joined: dict[int, list[int]] = field(default_factory=dict)  # target -> records whose sources are told there too
    loose: set[int] = field(default_factory=set)  # records that stay unpaired
    extended: dict[int, int] = field(
        default_factory=dict
    )  # target with more than one record's words -> whose they may be
    edited: int = 0  # how many blocks have no fingerprint that is known
    frame: list[tuple[int, int]] = field(default_factory=list)  # (record, target) of those that kept their order

    def settle(self, open_sources: frozenset[int], source_prints: Sequence[str]) -> None:
        """Fill `pairs`, `joined` and `loose`."""
        for place, number in self.exact.items():
            if not self._is_open(number):
                self.pairs[place] = self._found(number, place, self._tie(number))
        gone = [
            number
            for number, record in enumerate(self.records)
            if record.target and record.source and record.flag != "joined" and number not in self._used()
        ]
        new = [place for place in range(len(self.targets)) if place not in self.pairs]
        self._know_copies(new, {source_prints[index]: index for index in sorted(open_sources, reverse=True)})
        self.edited = len(new)
        if new:
            self._leave_open([place for place in new if self._holds_open(place)], new)
            self._prove_by_prints(gone, new)
            self._prove_by_content(gone, new, open_sources)
        self.frame = rising(
            sorted(
                (found.record, place)
                for place, found in self.pairs.items()
                if found.record is not None and (place in self.in_order or place not in self.exact)
            )
        )
        if self.edited or self.extended:
            self._fill_gaps(gone, new)
        self._follow_hosts()

    def _is_open(self, number: int) -> bool:
        """Whether the record says of a target that nobody knows its source."""
        record = self.records[number]
        return record.flag == "unpaired" and not record.source

    def _tie(self, number: int) -> Tie:
        flag = self.records[number].flag
        return flag if flag in ("part", "more") else ""

    def _found(self, number: int | None, place: int | None, tie: Tie = "") -> Found:
        source = self.sources.get(number) if number is not None else None
        if source is None:
            return Found(number, None, place, tie=tie)
        return Found(number, source.index, place, source.same, source.moved, tie)

    def _used(self) -> set[int]:
        return {found.record for found in self.pairs.values() if found.record is not None}

    def _know_copies(self, new: list[int], open_sources: dict[str, int]) -> None:
        """A block that stands there once more tells its source once more, or another source of the same words."""
        known = {self.records[number].target: number for number in reversed(list(self.exact.values()))}
        for place in list(new):
            if place in self.exact or not texts(self.targets[place]):
                continue
            number = known.get(fingerprint(self.targets[place].text))
            if number is None or not self.records[number].source:
                continue
            index = open_sources.pop(self.records[number].source, None)
            if index is not None:
                self.pairs[place] = Found(None, index, place, same=True)
            else:
                self.pairs[place] = self._found(number, place, "part")
            new.remove(place)

    def _prove_by_prints(self, gone: list[int], new: list[int]) -> None:
        """Blocks that a person joined, cut, or made another kind of, and left word for word."""
        known = {self.records[number].target: number for number in reversed(gone)}
        for place in list(new):
            mark = next((mark for mark in other_kinds(self.targets[place].text) if mark in known), None)
            pieces = [mark] if mark else merged(self.targets[place].text, known)
            numbers = [known.pop(piece) for piece in pieces]
            if numbers:
                self._take(numbers[0], place, gone, new, self._tie(numbers[0]))
                self.joined[place] = numbers[1:]
                gone[:] = [number for number in gone if number not in numbers]
            elif found := extended(self.targets[place].text, known):
                number = known.pop(found[0])
                self._take(number, place, gone, new, self._tie(number))
                self.extended[place] = number + found[1]
        for places, mark in cut_from({place: self.targets[place].text for place in new}, known):
            number = known[mark]
            for place in places:
                self._take(number, place, gone, new, "part" if place > places[0] else self._tie(number))

    def _take(self, number: int, place: int, gone: list[int], new: list[int], tie: Tie = "") -> None:
        self.pairs[place] = self._found(number, place, tie)
        new.remove(place)
        if number in gone:
            gone.remove(number)

    def _prove_by_content(self, gone: list[int], new: list[int], open_sources: frozenset[int]) -> None:
        """Blocks that say, for all that can be seen, what one source says and no other."""
        used = self._used() | {number for numbers in self.joined.values() for number in numbers}
        waiting: dict[int, int | None] = dict.fromkeys(sorted(open_sources))
        for number, record in reversed(list(enumerate(self.records))):
            source = self.sources.get(number)
            if source is not None and number not in used and record.flag != "joined":
                waiting[source.index] = number
        if not waiting:
            return
        taken = [(found.source, place) for place, found in self.pairs.items() if found.source is not None]
        # what both sides have rewritten cannot be told from what is new
        changed = [number for number in gone if number not in used and not self._is_as_it_was(number)]
        proven = self.comparison().proven(list(waiting), list(new), taken)
        unknown = [index for index, _ in proven if waiting[index] is None]
        for index, place in proven:
            known = waiting[index]
            if known is None and (place in self.exact or self.comparison().lacks_a_sentence(index, place)):
                continue  # nobody would be told of what is missing from it, or that it was written for another source
            if known is None and len(unknown) == len(changed) == 1:
                self.pairs[place] = Found(changed[0], index, place)
                new.remove(place)
                gone.remove(changed[0])
            elif known is None and changed:
                self.pairs[place] = Found(None, index, place, same=True, tie="more")
                new.remove(place)
            elif known is None:
                self.pairs[place] = Found(None, index, place, same=True)
                new.remove(place)
            else:
                self._take(known, place, gone, new, self._tie(known))

    def _is_as_it_was(self, number: int) -> bool:
        source = self.sources.get(number)
        return source is not None and source.same

    def _fill_gaps(self, gone: list[int], new: list[int]) -> None:
        """What is left stands between the same neighbours as before, or it is not known where it belongs."""
        removed: list[int] = []
        added: list[int] = []
        guessed = False
        by_place: list[tuple[int, int]] = []
        before = (-1, -1)
        for number, place in [*self.frame, (len(self.records), len(self.targets))]:
            rows = [each for each in gone if before[0] < each < number]
            columns = [each for each in new if before[1] < each < place and each not in self.exact]
            for row, column in self._in_gap(rows, columns, alone=len(gone) == self.edited == 1):
                rows.remove(row)
                columns.remove(column)
                source = self.sources.get(row)
                found = None if source is None else self.comparison().evidence(source.index, column)
                if (found is None or not found.shared) and any(map(self._is_own_gone, range(before[0] + 1, number))):
                    self.loose.add(row)
                    self._leave_open([column])
                    continue
                self.pairs[column] = self._found(row, column, self._tie(row))
                # a block that was put in elsewhere may as well be the one that was here
                guessed = guessed or found is None or not found.shared
                if found is not None and not found.is_sure:
                    by_place.append((row, column))
            if rows and columns:
                self.loose.update(rows)
                self._leave_open(columns)
            else:
                removed += rows
                added += columns
            before = number, place
        self._doubt_places(by_place, removed, added)
        for place, number in self.extended.items():
            # what stands beside the old words may be what its neighbour said, or a copy, or anything
            self._tell_more([place])
            if number in removed and not added:
                removed.remove(number)
                self.joined.setdefault(place, []).append(number)
        # what went here may be what came there
        self.loose.update(row for row in removed if any(self._may_be(row, column) for column in added))
        self._leave_open(
            [
                column
                for column in added
                if guessed
                or any(self._is_open(each) and self._is_own_gone(each) for each in range(len(self.records)))
                or self._what_it_may_be_the_rest_of(column)
                or any(self._may_be(row, column) for row in removed)
            ]
        )
        self._know_what_is_told_again([column for column in added if column not in self.pairs])
        if removed or self.loose or any(found.tie == "unpaired" for found in self.pairs.values()):
            # words of a block that is nowhere may stand in any that a person rewrote
            self._tell_more([place for place in self.pairs if place not in self.exact])
        rewritten = [place for place in self.pairs if place not in self.exact]
        self._tell_more(
            [place for place in rewritten if self._may_tell_others(place, guessed or bool(added) or len(rewritten) > 1)]
        )
        self._leave_open([column for column in added if column not in self.pairs and self._may_tell_any(column)])
        for each in range(len(self.targets)):
            if each not in self.pairs:
                known = self.exact.get(each)
                self.pairs[each] = Found(known, None, each, tie="" if known is None else "unpaired")

    def _in_gap(self, rows: Sequence[int], columns: Sequence[int], *, alone: bool) -> list[tuple[int, int]]:
        if len(rows) == len(columns) == 1 and rows[0] not in self.sources:
            # both sides changed, and nothing is left to compare
            return [(rows[0], columns[0])] if alone else []
        known = {self.sources[row].index: row for row in rows if row in self.sources}
        if not known or not columns or (len(columns) == 1 and len(rows) > len(known)):
            return []
        found = self.comparison().in_gap(list(known), columns)
        return [(known[index], column) for index, column in found if not self._is_told_elsewhere(index, column)]

    def _doubt_places(self, pairs: Sequence[tuple[int, int]], removed: Sequence[int], added: Sequence[int]) -> None:
        """Of blocks that have their sources by their places alone, two may have changed places when they were retyped,
        or one with another that nobody can pair. pairs: (record, target); removed, added: those without a partner."""
        rows = [self.sources[row].index for row in (*removed, *self.loose) if row in self.sources]
        places = (*added, *(place for place, found in self.pairs.items() if found.tie == "unpaired"))
        apart = [(index, place) for index in rows for place in places if place not in self.exact]
        gains = self.comparison().gains([(self.sources[row].index, column) for row, column in pairs], apart)
        open_ones = [n for n, record in enumerate(self.records) if record.flag == "unpaired" and not record.target]
        rivals = [self.sources[row].index for row in (*open_ones, *removed, *self.loose) if row in self.sources]
        for (row, column), gain in zip(pairs, gains, strict=True):
            index, comparison = self.sources[row].index, self.comparison()
            beside = self._what_it_may_be_the_rest_of(column)
            if (
                any(comparison.may_be_rest(index, column, *each) for each in beside)
                or gain > 0
                or comparison.is_rather_of(rivals, index, column)
            ):
                self.loose.add(row)
                self._leave_open([column])
            elif beside or gain > -MARGIN:
                self._tell_more([column])

    def _know_what_is_told_again(self, added: Sequence[int]) -> None:
        """A new block that surely says what a source says, which another block tells already; one that stands there
        twice, of which nobody knows the source, is open in both places."""
        open_ones = {self.targets[place].text for place, found in self.pairs.items() if found.tie == "unpaired"}
        tellers = {found.source: found.record for found in self.pairs.values() if found.source is not None}
        for place in added:
            evidence = [(self.comparison().evidence(index, place), index) for index in tellers]
            told = [index for found, index in evidence if found.is_sure]
            if self.targets[place].text in open_ones or len(told) > 1:
                self._leave_open([place])
            elif told:
                self.pairs[place] = self._found(tellers[told[0]], place, "part")

    def _may_tell_others(self, place: int, several: bool) -> bool:
        """Whether a block that a person rewrote may hold words of another source, which no block of old tells.

        several: it is not the only one, so that a sentence may have gone from one to another.
        """
        found = self.pairs[place]
        if found.source is None:
            return False
        is_long = self.comparison().targets[place].sentences > 1
        if several and is_long and not self.comparison().says_each_sentence(found.source, place):
            return True
        told = {self.pairs[each].source for each in self.exact if each in self.pairs}
        others = [
            index for index in range(len(self.comparison().sources)) if index not in told and index != found.source
        ]
        return self.comparison().has_of_others(found.source, place, others)

    def _is_told_elsewhere(self, index: int, place: int) -> bool:
        """Whether another block that a person wrote has more of what a source says than the one at its place."""
        comparison = self.comparison()
        here = comparison.evidence(index, place).shared
        new = (each for each in range(len(self.targets)) if each not in self.exact and each != place)
        there = max((comparison.evidence(index, each).shared for each in new), default=0.0)
        return there > here and there >= A_NAME

    def _may_tell_any(self, place: int) -> bool:
        """Whether a new block may be more than a remark of a person's: it may tell what the source said before, what
        it says now and nobody has translated, or said in between, or once more what another block tells."""
        if any(record.source and not self._is_as_it_was(number) for number, record in enumerate(self.records)):
            return True
        joined = [number for number, record in enumerate(self.records) if record.flag == "joined"]
        joined += [each for numbers in self.joined.values() for each in numbers]
        told = {found.source for found in self.pairs.values()}
        told |= {self.sources[number].index for number in joined if number in self.sources}
        indexes = range(len(self.comparison().sources))
        return any(index not in told or self.comparison().evidence(index, place).shared >= A_NAME for index in indexes)

    def _is_own_gone(self, number: int) -> bool:
        """Whether a block of a person's own, without a source that is known, is gone: any may be what became of it."""
        record = self.records[number]
        return bool(record.target) and not record.source and number not in self.exact.values()

    def _what_it_may_be_the_rest_of(self, place: int) -> list[tuple[int, int]]:
        """(source, target) of the neighbours that a person retyped, and that have left out what a block may tell."""
        near = [(self.pairs.get(beside), beside) for beside in (place - 1, place + 1) if beside not in self.exact]
        pairs = [(each.source, beside) for each, beside in near if each is not None and each.source is not None]
        return [each for each in pairs if self.comparison().fits_better(*each, place)]

    def _may_be(self, number: int, place: int) -> bool:
        source = self.sources.get(number)
        return source is None or self.comparison().may_stand(source.index, place)

    def _tell_more(self, places: Sequence[int]) -> None:
        for place in places:
            if not self.pairs[place].tie and not self.joined.get(place):
                self.pairs[place] = replace(self.pairs[place], tie="more")

    def _holds_open(self, place: int) -> bool:
        """Whether a block of which nobody knows the source was put together with another."""
        present = {self.records[number].target for number in self.exact.values()}
        known = {
            record.target: number
            for number, record in enumerate(self.records)
            if self._is_open(number) and record.target not in present
        }
        return extended(self.targets[place].text, known) is not None

    def _leave_open(self, places: Sequence[int], new: list[int] | None = None) -> None:
        for place in places:
            self.pairs[place] = Found(None, None, place, tie="unpaired")
            if new is not None:
                new.remove(place)

    def _follow_hosts(self) -> None:
        """Sources that were joined to another in one target go where that target goes."""
        hosts = {
            self.records[found.record].target: place
            for place, found in self.pairs.items()
            if found.record is not None and self.records[found.record].target
        }
        for number, record in enumerate(self.records):
            if record.flag != "joined":
                continue
            if (place := hosts.get(record.target)) is not None:
                self.joined.setdefault(place, []).append(number)
            else:
                self.loose.add(number)

    def entries(self) -> list[Found]:
        """All that was found, in the target's order."""
        told = self._used() | {number for numbers in self.joined.values() for number in numbers}
        absent = [
            number
            for number, record in enumerate(self.records)
            if number not in told and record.source and number not in self.exact.values()
        ]
        stops = {place: number for number, place in self.frame}
        result: list[Found] = []
        for place in range(len(self.targets) + 1):
            stop: int | None = stops.get(place) if place < len(self.targets) else len(self.records)
            while stop is not None and absent and absent[0] < stop:
                result.append(self._absent(absent.pop(0)))
            if place < len(self.targets):
                result.append(self.pairs[place])
                result += [replace(self._found(each, None), tie="joined") for each in self.joined.get(place, ())]
        return result

    def _absent(self, number: int) -> Found:
        is_open = number in self.loose or self.records[number].flag == "unpaired"
        return replace(self._found(number, None), tie="unpaired" if is_open else "")
