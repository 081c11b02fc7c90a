"""Doubts about names of people: one that became another, two that changed places; by how they sound."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise

from nashra.entities.normalize import folder, plain
from nashra.languages.wording.first_names import FIRST_NAMES
from nashra.languages.wording.surnames import SURNAMES
from nashra.versions.evidence.meaning import places, swapped
from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.spelling import distance, skeleton, sounds_alike

# What stands in names of people alone.
_PARTICLES = frozenset({"van", "von", "bin", "ben", "ibn"})
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’'-]*[a-zß-ÿ]\Z|[A-ZÀ-Þ]\Z")
_FIRST_AND_LAST = 2
# Consonants of a name that can be told from another one.
_HEARD = 2
# How many words may stand between two names of one clause.
_REACH = 15


def people(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """Names after a title, or with a first name, that sound like nothing in the other text; two that were exchanged."""
    here, there = _named(source), _named(target)
    lost = [name for name in here if not _heard(source, name, target)]
    strange = [name for name in there if not _heard(target, name, source)]
    one = source.wording.capitals and lost
    two = target.wording.capitals and strange
    if became := next(_well_known(source, target), ""):
        yield 0.7, became
    elif two:
        yield 0.7, f"“{_shown(target, strange[0])}” is no name of the source"
    elif one:
        yield 0.7, f"“{_shown(source, lost[0])}” is missing"
    elif other := next(chain(_other_names(source, here, target), _other_names(target, there, source)), ""):
        yield 0.6, other
    else:
        yield from _exchanged(source, _named(source, wide=True), target, _named(target, wide=True))
        yield from _other_way(source, target)


def _well_known(source: Reading, target: Reading) -> Iterator[str]:
    """A name that everybody knows and that became another such name."""
    here, there = _known_in(source), _known_in(target)
    lost = [at for key, at in here.items() if key not in there]
    strange = [at for key, at in there.items() if key not in here]
    if lost and strange:
        yield f"“{source.tokens[lost[0]].raw}” became “{target.tokens[strange[0]].raw}”"


def _known_in(reading: Reading) -> dict[str, int]:
    """Name -> the first token that is it."""
    names, fold = _surnames(reading.wording.capitals, reading.lang), folder(reading.lang)
    found: dict[str, int] = {}
    for at, token in enumerate(reading.tokens):
        if token.kind == "word" and not (reading.wording.capitals and not token.raw[0].isupper()):
            both = fold(plain(reading.tokens[at - 1].raw + token.raw)) if at else ""  # راين إير
            key = next((names[form] for form in (*token.forms, both) if form in names), "")
            if key:
                found.setdefault(key, at)
    return found


@lru_cache(maxsize=8)
def _surnames(latin: bool, lang: str) -> dict[str, str]:
    """Folded spelling -> the first spelling of the name."""
    fold = folder(lang)
    rows = [row.split("|") for row in SURNAMES.strip().splitlines()]
    return {fold(plain(word)): row[0].split()[0] for row in rows for word in row[0 if latin else 1].split()}


def _named(reading: Reading, *, wide: bool = False) -> list[list[int]]:
    """Runs of capitalised words, as tokens, that are people: after a title or beginning with a first name.

    wide: also any two such words or more.
    """
    if not reading.wording.capitals:
        return []
    runs: list[list[int]] = []
    titles = words_of("titles", reading.lang)
    fold = folder(reading.lang)
    nations = {at for _, at in places(reading)}
    dates = {at for table in ("months", "weekdays") for _, at, _ in lexicon(table, reading.lang).find(reading)}
    at = 0
    tokens = reading.tokens
    while at < len(tokens):
        run: list[int] = []
        while (
            at < len(tokens)
            and _CAPITAL.match(tokens[at].raw)
            and at not in nations
            and at not in dates
            and fold(plain(tokens[at].raw)) not in titles
            and (not run or not reading.between(at - 1, at).strip(" -'"))
        ):
            run.append(at)
            at += 1
        if not run:
            at += 1
            continue
        if run[0] == 0 and len(run) > 2 and fold(plain(tokens[run[1]].raw)) in FIRST_NAMES:
            run = run[1:]  # Singer Najat Aatabou
        before = {form for token in tokens[max(0, run[0] - 1) : run[0]] for form in token.forms}
        titled = bool(before & titles) and not reading.between(run[0] - 1, run[0]).strip(" .")
        # "le ministre de la Santé, Khalid Ait Taleb,"
        lately = {form for token in tokens[max(0, run[0] - 7) : run[0]] for form in token.forms}
        titled = titled or (
            len(run) > 1 and run[0] > 0 and bool(lately & titles) and reading.between(run[0] - 1, run[0]).strip() == ","
        )
        if words_of("no_people", reading.lang) & {fold(plain(tokens[each].raw)) for each in (run[0], run[-1])}:
            continue
        given = fold(plain(tokens[run[0]].raw)) in FIRST_NAMES and len(run) > 1
        noble = len(run) > 1 and any(tokens[each].raw.lower() in _PARTICLES for each in run[:-1])
        if titled or given or noble or (wide and len(run) > 1):
            runs.append(run)
    return runs


def _called_otherwise(reading: Reading, runs: list[list[int]], other: Reading) -> Iterator[str]:
    """People who have their last name in the other text, behind another first name."""
    fold = folder(reading.lang)
    for run in runs:
        first, last = reading.tokens[run[0]].raw, reading.tokens[run[-1]].raw
        if len(run) < 2 or fold(plain(first)) not in FIRST_NAMES:
            continue
        if any(_may_be(first, word, other) for word in _alone_and_joined(other)):
            continue
        for at, token in enumerate(other.tokens[1:], 1):
            before = other.tokens[at - 1].raw
            if token.kind == "word" and _may_be(last, token.raw, other) and _is_first_name(other, at - 1):
                yield f"“{first}” {last} is “{before}” in the other text"


def _other_names(reading: Reading, runs: list[list[int]], other: Reading) -> Iterator[str]:
    """People of whom the other text has one name, with another one beside it."""
    yield from _of_another_family(reading, runs, other)
    yield from _called_otherwise(reading, runs, other)


def _of_another_family(reading: Reading, runs: list[list[int]], other: Reading) -> Iterator[str]:
    """People whose first name stands before a name that sounds like nothing of theirs, where names have no capitals."""
    if other.wording.capitals:
        return
    fold = folder(reading.lang)
    for run in runs:
        first, last = reading.tokens[run[0]].raw, reading.tokens[run[-1]].raw
        if len(run) != _FIRST_AND_LAST or fold(plain(first)) not in FIRST_NAMES or len(skeleton(last)) < _HEARD:
            continue
        if any(sounds_alike(last, word) for word in _alone_and_joined(other)):
            continue
        for before, following in pairwise(other.tokens):
            is_first = before.kind == following.kind == "word" and skeleton(first) == skeleton(before.raw)
            if is_first and len(skeleton(following.raw)) >= _HEARD and not _sounds_a_bit(last, following.raw):
                yield f"“{first} {last}” is “{before.raw} {following.raw}” in the other text"


def _sounds_a_bit(one: str, two: str) -> bool:
    """Whether half of the consonants of two words follow each other alike: one name, however it is spelled."""
    first, second = skeleton(one), skeleton(two)
    longest = max(len(first), len(second))
    return 2 * distance(first, second) <= longest


def _is_first_name(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    if reading.wording.capitals:
        return folder(reading.lang)(plain(token.raw)) in FIRST_NAMES
    sound = skeleton(token.raw)
    return len(sound) > 2 and sound in _first_sounds() and not set(token.forms) & words_of("titles", reading.lang)


@lru_cache(maxsize=1)
def _first_sounds() -> frozenset[str]:
    return frozenset(map(skeleton, FIRST_NAMES))


def words(reading: Reading) -> list[int]:
    """The tokens of the names of people."""
    return [at for run in _named(reading) for at in run]


def _heard(reading: Reading, run: list[int], other: Reading) -> bool:
    """Whether the last word of a name, or any other of its long ones, is in the other text."""
    words = [reading.tokens[at].raw for at in run]
    heard = [any(_may_be(word, each, other) for each in _alone_and_joined(other)) for word in words]
    longest = max(range(len(words)), key=lambda at: len(words[at]))
    if heard[0] and len(words) > 1 and folder(reading.lang)(plain(words[0])) in _surnames(True, reading.lang):
        return True  # Kim Jong-un, where the family name stands first
    return heard[-1] or heard[longest] or sum(heard) * 2 > len(heard)


def _alone_and_joined(reading: Reading) -> list[str]:
    """The words of a text, and each with the one before it: عبد اللطيف is Abdellatif."""
    words = [token.raw for token in reading.tokens if token.kind == "word"]
    return [*words, *(one + two for one, two in pairwise(words))]


def _may_be(word: str, raw: str, other: Reading) -> bool:
    if other.wording.capitals and not raw[0].isupper():
        return False
    return len(raw) > 1 and sounds_alike(word, raw)


def _exchanged(
    source: Reading, here: list[list[int]], target: Reading, there: list[list[int]]
) -> Iterator[tuple[float, str]]:
    """By the last words of the names, which stand for the whole of them."""
    runs, reading, other = (here, source, target) if len(here) >= len(there) else (there, target, source)
    if len(runs) < 2:
        return
    places_here = [(reading.tokens[run[-1]].raw, run[-1]) for run in runs]
    places_there = []
    for name, _ in places_here:
        known = _surnames(True, reading.lang).get(folder(reading.lang)(plain(name)), "")
        stands = _known_in(other).get(known)  # شفيونتيك does not sound like Swiatek
        heard = {
            at for at, token in enumerate(other.tokens) if token.kind == "word" and _may_be(name, token.raw, other)
        }
        found = sorted(heard if stands is None else heard | {stands})
        if len(found) != 1:
            return
        places_there.append((name, found[0]))
    places_there.sort(key=lambda item: item[1])
    yield from swapped(reading, places_here, other, places_there, _REACH)


def _other_way(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """From Rabat to Fez, and from Fez to Rabat in the translation; in Aden from Riyadh, and in Riyadh from Aden."""
    for table in ("route", "origin"):
        for first, second in _around(source, table):
            for third, fourth in _around(target, table):
                straight = sounds_alike(first, third) or sounds_alike(second, fourth)
                if not straight and sounds_alike(first, fourth) and sounds_alike(second, third):
                    yield 0.6, f"“{first}” and “{second}” have changed places"
                    return


def _around(reading: Reading, table: str) -> list[tuple[str, str]]:
    """The words on both sides of those of a table; in languages with capitals only names."""
    tokens = reading.tokens
    found = []
    for _, start, end in lexicon(table, reading.lang).find(reading):
        if not 0 < start < end < len(tokens):
            continue
        one, two = tokens[start - 1], tokens[end]
        named = (one.raw[0].isupper() and two.raw[0].isupper()) or not reading.wording.capitals
        if named and min(len(one.raw), len(two.raw)) > 2:
            found.append((one.raw, two.raw))
    return found


def _shown(reading: Reading, run: list[int]) -> str:
    return " ".join(reading.tokens[at].raw for at in run)
