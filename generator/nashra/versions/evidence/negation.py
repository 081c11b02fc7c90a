"""Doubts about whether something is denied: a negation that is lost or was added, "still" that became "no longer"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from nashra.languages.wording.known import is_known
from nashra.versions.evidence.denied import is_said
from nashra.versions.evidence.numerals import numerals
from nashra.versions.evidence.reading import Reading, lexicon, words_of
from nashra.versions.evidence.turns import denies_in_a_word, deny_in_a_word, is_told, of_a_clause, privatives, turns

# How sure a negation is lost where the thing is said without one, and where something else is said: no doubt by itself.
_SAID, _REWORDED = 0.8, 0.35
# How far a negation may stand from "still".
_BESIDE = 4
# How many negations of one text may be said in other words, where the other one has some of its own.
_TWO = 1
# Tokens of a text in which all is near, and how far apart, as a share of the texts, two things are in longer ones.
_SHORT, _APART = 26, 0.4
# What fewer and at most are among the opposites; words between a negation and the number it is about.
_LESS, _BEFORE_NUMBER = frozenset({"number:less", "bound:most"}), 3
# How many words a negation reaches.
DENIED, WHOLE = 4, 9
# Tokens before the negator of a comparison in which "more" stands, and those in which "than" does.
_COMPARED, _TO_ONLY = 12, 3
_CLAUSE_END = re.compile(r"[.!?؟;؛]")


def negation(source: Reading, target: Reading) -> Iterator[tuple[float, str]]:
    """A negation that is lost or was added, in the whole or, where the clauses pair, in one of them."""
    if not (is_known(source.lang) and is_known(target.lang)):
        return
    before, after = negations(source, target), negations(target, source)
    if (word := _affirmed(source, before, target, after) or _affirmed(target, after, source, before)) is not None:
        yield 0.7, f"the other text has nothing for “{word}”"
        return
    if (_goes_on(source) and _stopped(target)) or (_goes_on(target) and _stopped(source)):
        yield 0.7, "“still” and “no longer” are not the same"
        return
    if not (before.strong or after.strong or before.doubles == after.doubles):
        other, reading = (after, target) if before.doubles else (before, source)
        if not other.idioms and any(lexicon("excluded", reading.lang).at(reading, at) for at in other.mild):
            yield 0.7, "what is not ruled out is ruled out, or the other way round"
            return
    firm = [at for at in before.mild if lexicon("deny", source.lang).at(source, at)]
    said = dict(turns(source))
    firm = [at for at in firm if said.get(at) not in after.turned]
    if firm and len(firm) + len(before.strong) > _most(after) and not is_told(after.turned, before.turned):
        yield 0.5, f"the other text has nothing for “{source.tokens[firm[0]].raw}”"
        return
    told = _says_so(after, before) or _turned(source, before, target) or _in_a_word(source, before, target)
    if before.strong and not after.strong and not told:
        sure = _SAID if is_said(source, before.strong, target) else _REWORDED
        yield sure, f"the negation is lost: “{shown(source, before.strong[0])}”"
        return
    added = [at for at in after.strong if not privatives(target.lang) & set(target.tokens[at].forms)]
    if added and not before.strong and not (_says_so(before, after) or _turned(target, after, source)):
        sure = _SAID if is_said(target, added, source) else _REWORDED
        yield sure, f"a negation was added: “{shown(target, added[0])}”"
        return
    both = before.strong and after.strong
    if both and (_many(before) > _most(after) + _TWO or _many(after) > _most(before) + _TWO):
        yield 0.5, f"{len(before.strong)} negations became {len(after.strong)}"
        return
    one, two = _by_clause(source, before), _by_clause(target, after)
    if len(one) == len(two) > 1:
        if [by for _, by in one] != [by for _, by in two]:
            return  # they are parted elsewhere
        clauses = [(first, second) for (first, _), (second, _) in zip(one, two, strict=True)]
        gone, come = (
            any(first[0] and not any(second) for first, second in each)
            for each in (clauses, [(second, first) for first, second in clauses])
        )
        if gone or come:
            # one that only goes may be said in words that are not known
            yield 0.6 if gone and come else 0.4, "the negation stands in another clause"


def _affirmed(denying: Reading, denied: Negations, other: Reading, plain: Negations) -> str | None:
    """A word such as "denied", where the other text has no negation and no word that may stand for one."""
    if denied.strong or not denied.mild or plain.strong or plain.mild or plain.idioms:
        return None
    if plain.turned.total() >= denied.turned.total():
        return None
    firm = [lexicon(table, denying.lang) for table in ("deny", "contrary")]
    said = dict(turns(denying))
    found = next(
        (at for at in denied.mild if said.get(at) not in plain.turned and any(words.at(denying, at) for words in firm)),
        None,
    )
    return None if found is None else denying.tokens[found].raw


class Negations:
    """What a text denies.

    strong: tokens of negators; mild: of words that may stand for one; idioms: of those that may come out as one;
    doubles: how often it denies a denial; says: token -> what a word says that might stand for a negation at all.
    parts: the tokens of its denials, those that go on with one before them too: aucun ... n'a.
    only: the negators that say "only" with another word, which may be said as a denial too: not, except ...
    long: its tokens.
    """

    def __init__(
        self,
        strong: list[int],
        mild: list[int],
        idioms: list[int],
        doubles: int,
        says: Mapping[int, str],
        parts: list[int],
        only: list[int],
        long: int,
    ) -> None:
        self.strong, self.mild, self.idioms, self.doubles = strong, mild, idioms, doubles
        self.says, self.parts, self.only, self.long = says, parts, only, long

    @property
    def turned(self) -> Counter[str]:
        """How often a text says what."""
        return Counter(self.says.values())


def _says_so(plain: Negations, denied: Negations) -> bool:
    """Whether a text without a negation has words that may stand for one, of which the text with it has none."""
    near = [at for at in (*plain.idioms, *plain.says) if _is_near(at, plain, denied)]
    said = Counter(plain.says[at] for at in near if at in plain.says)
    return any(at in plain.idioms for at in near) or is_told(said, denied.turned)


def _is_near(at: int, plain: Negations, denied: Negations) -> bool:
    """Whether a word stands about where the other text has its negation: texts are translated from front to back."""
    if min(plain.long, denied.long) <= _SHORT:
        return True
    return any(abs(at / plain.long - each / denied.long) <= _APART for each in denied.strong)


def _in_a_word(denying: Reading, denied: Negations, other: Reading) -> bool:
    """Whether a text denies by the beginning of a word what the other one denies by one for it: غير عادل, unfair."""
    if not denied.strong or denies_in_a_word(denying.lang) or not deny_in_a_word(other):
        return False
    return all(privatives(denying.lang) & set(denying.tokens[at].forms) for at in denied.strong)


def _turned(denying: Reading, denied: Negations, other: Reading) -> bool:
    """Whether a text has the other side of what one denies: none survived, all were killed."""
    own = {key for key, _, _ in lexicon("opposites", denying.lang).find(denying)}
    there = {key for key, _, _ in lexicon("opposites", other.lang).find(other)} - own
    groups = {key.partition(":")[0] for key in there}
    reached = {at: key for key, at, _ in lexicon("opposites", denying.lang).find(denying)}
    if any(reached[at].partition(":")[0] in groups for at in scope(denying, denied.parts) & reached.keys()):
        return True
    # did not take seven minutes: under seven minutes
    counted = {at for numeral in numerals(denying) for at in range(numeral.first - _BEFORE_NUMBER, numeral.first)}
    return bool(there & _LESS and counted & set(denied.strong))


def scope(reading: Reading, strong: list[int]) -> set[int]:
    """The tokens that negations may deny: "none" a whole clause, others a few words."""
    whole = of_a_clause(reading.lang)
    return {at + step for at in strong for step in range(1, WHOLE if whole & set(reading.tokens[at].forms) else DENIED)}


def _many(found: Negations) -> int:
    return len(found.strong)


def _most(found: Negations) -> int:
    return len(found.strong) + len(found.mild) + len(found.idioms)


def _goes_on(reading: Reading) -> bool:
    return _says_still(reading) and not _is_denied(reading) and not _stopped(reading)


def _stopped(reading: Reading) -> bool:
    return next(lexicon("no_more", reading.lang).find(reading), None) is not None


def _says_still(reading: Reading) -> bool:
    return any(next(lexicon(table, reading.lang).find(reading), None) for table in ("still", "goes_on"))


def _is_denied(reading: Reading) -> bool:
    """Whether a negation stands beside "still": not yet, n'a toujours pas."""
    still = [at for _, at, _ in lexicon("still", reading.lang).find(reading)]
    denied = [at for _, at, _ in lexicon("negators", reading.lang, True).find(reading)]
    return any(
        abs(one - two) <= _BESIDE and not re.search("[,،;؛.]", reading.between(*sorted((one, two))))
        for one in still
        for two in denied
        if one != two
    )


def negations(reading: Reading, other: Reading) -> Negations:
    """The negations of a text.

    other: the other text; where it has words for "still" too, they stand for those of this one and deny nothing."""
    lang = reading.lang
    on = {first for table in ("still", "goes_on") for _, first, _ in lexicon(table, lang).find(reading)}
    on = on if _says_still(other) and not _is_denied(other) else set()
    idioms = [first for _, first, _ in lexicon("idioms", lang).find(reading) if first not in on]
    idle = {at for _, first, last in lexicon("idioms", lang).find(reading) for at in range(first, last)}
    strong: list[int] = []
    last = 0
    maybe: list[int] = []
    only: list[int] = []
    parts: list[int] = []
    for _, first, _ in lexicon("negators", lang, True).find(reading):
        if first in idle:
            continue
        word = reading.tokens[first].forms[0]
        if _is_only(reading, first):
            idioms.append(first)
            idle.add(first)
            only.append(first)
            continue
        if first and lexicon("no_negators", lang).at(reading, first - 1):
            continue
        if reading.text[reading.tokens[first].end :][:1] in ("-", "‑") and word in words_of("compounds", lang):
            idioms.append(first)  # no-frills, non-lieu
            idle.add(first)
            continue
        following = reading.tokens[first + 1] if first + 1 < len(reading.tokens) else None
        if following and word in privatives(lang) and lexicon("ordinals", lang).at(reading, first + 1):
            continue  # below the fifth year: دون الخامسة
        if following and not following.raw[0].isalpha():
            continue  # No. 5, n° 5
        # neither ... nor, ne ... aucun, لا ... ولا: one denial
        if strong and first - last <= _reach(word, lang) and _same(reading, strong[-1], first, word):
            last = first
            if word in words_of("may_count", lang):
                maybe.append(first)
            parts.append(first)
            idle.add(first)
            continue
        strong.append(first)
        last = first
    idle |= set(strong)
    if strong:  # still not
        idle |= {at for _, at, _ in lexicon("still", lang).find(reading)}
    mild = [first for _, first, _ in lexicon("mild", lang).find(reading) if first not in idle | on]
    mild += [
        at
        for at, token in enumerate(reading.tokens)
        if token.forms
        and len(token.forms[0]) > 5
        and token.forms[0].startswith(reading.wording.mild_prefixes or ("\0",))
        and token.forms[0] not in words_of("not_mild", lang)
    ]
    doubles = 0
    for at in [at for at in mild if lexicon("excluded", lang).at(reading, at)]:
        denied = [each for each in strong if 0 < at - each < DENIED]
        if denied:  # not ruled out is neither denied nor affirmed
            strong = [each for each in strong if each not in denied]
            mild.remove(at)
            idioms.append(at)
            doubles += 1
    mild += maybe
    said = dict(turns(reading))
    says = {at: said.get(at, "other") for at in {*mild, *said} - idle - on}
    return Negations(strong, mild, idioms, doubles, says, [*strong, *parts], only, len(reading.tokens))


# How far from each other the parts of one denial stand; a second "ni" may stand further away.
_SAME_DENIAL, _LISTED = 9, 18


def _reach(word: str, lang: str) -> int:
    return _LISTED if word in words_of("may_count", lang) else _SAME_DENIAL


def _same(reading: Reading, first: int, second: int, word: str) -> bool:
    if _CLAUSE_END.search(reading.between(first, second)):
        return False
    if word in words_of("go_on", reading.lang):
        return True
    begins = reading.tokens[first].forms[0] in words_of("begin", reading.lang)
    joiner = "|".join(reading.wording.joiners.split())
    between = re.search(rf"[,،]|\b(?:{joiner})\b", reading.between(first, second))
    return begins and word in words_of("completes", reading.lang) and not between


def _is_only(reading: Reading, at: int) -> bool:
    """Whether a negator says "only" (ne ... que), or nothing at all (avant qu'il ne parte)."""
    only, completing = words_of("only", reading.lang), words_of("completes", reading.lang)
    if not only or (completing and reading.tokens[at].forms[0] not in completing):
        return False
    following, preceding = reading.tokens[at + 1 : at + 12], reading.tokens[max(0, at - 5) : at]
    after = {token.forms[0] for token in following if token.forms}
    before = {token.forms[0] for token in preceding if token.forms}
    reached = next((at for at, token in enumerate(following) if only & set(token.forms[:1])), len(following))
    between = {token.forms[0] for token in following[:reached] if token.forms}
    if words_of("not_only", reading.lang) & (between | before):
        return False
    if completing and not (completing | words_of("begin", reading.lang)) & after and _is_compared(reading, at):
        return True
    spared = [token.forms[0] for token in preceding if token.forms]
    places = [at for at, word in enumerate(spared) if word in words_of("expletive", reading.lang)]
    # before "que": avant qu'il ne parte, and not "moins de 16 ans ne"
    return bool(only & after) or any(only & set(spared[at:]) for at in places)


def _is_compared(reading: Reading, at: int) -> bool:
    """Whether a negator stands in what is compared with: plus à l'aise que je ne l'ai été."""
    before = [token.forms[0] for token in reading.tokens[max(0, at - _COMPARED) : at] if token.forms]
    near = words_of("only", reading.lang) & set(before[-_TO_ONLY:])
    return bool(near and words_of("comparing", reading.lang) & set(before[:-1]))


def _by_clause(reading: Reading, found: Negations) -> list[tuple[tuple[bool, bool], str]]:
    """((denied, mildly denied), whether it begins by a word or by a sign) of each clause."""
    starts = {first: "word" for _, first, _ in lexicon("clauses", reading.lang, True).find(reading) if first}
    signs = (at + 1 for at in range(len(reading.tokens) - 1) if re.search(r"[;؛]", reading.between(at, at + 1)))
    starts = {0: "", **dict.fromkeys(signs, "sign"), **starts}
    edges = [*sorted(starts), len(reading.tokens)]
    soft = {*found.mild, *found.idioms, *dict(turns(reading))}
    return [
        ((any(a <= at < b for at in found.strong), any(a <= at < b for at in soft)), starts[a])
        for a, b in pairwise(edges)
    ]


def shown(reading: Reading, at: int) -> str:
    """A negation with the word behind it."""
    return " ".join(token.raw for token in reading.tokens[at : at + 2])
