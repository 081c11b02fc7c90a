"""Telling the language of a text by its script and its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping

from nashra.languages import passing
from nashra.languages.defaults import IN_ARABIC_LETTERS
from nashra.languages.known import SPECS
from nashra.languages.scripts import ARABIC, LATIN, SCRIPTS, script_of

# Letters of the languages whose script alone tells them, and of the two scripts of many languages.
_SCRIPTS = {code: re.compile(f"[{script.letters}]") for code, script in SCRIPTS.items()}
_MANY = (ARABIC, LATIN)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000
# Of the words of a news text 25 to 55 in 100 are in the list of its language, fewer than 10 in that of another family.
_MIN_SHARE = 0.08
_TELLING = 40  # words of any of the known languages would have shown it
_CODE = re.compile("[a-z]{2,3}")
_MIN_WORDS = 3  # a text with fewer small words than this tells nothing
# A language of the site stands for the one that a text shows when it has so much of that one's small words: two
# languages of one family have 40 to 75 in 100 of each other's.
_NEAR, _DECLARED = 0.85, 0.8


def detect(text: str) -> str | None:
    """The ISO 639 code of the language of `text`, None where it has too little to tell.

    Knows the languages whose file has small words by them, and others by their script.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script not in _MANY:
        return SCRIPTS[script].language if script else None
    scores, enough = _scores(sample, script)
    best = max(scores, key=lambda code: scores[code])
    if scores[best] >= enough:
        return best
    return _alphabet(sample) if script == ARABIC else None


def choose(text: str, declared: Collection[str | None], known: Collection[str]) -> tuple[str | None, str]:
    """(the language of `text` or None, where that was seen). declared: codes that the page gives, most trusted first.

    What the text shows wins over what a template says, since themes often keep the language that they came with; but of
    languages that look alike the one that is declared, or is one of `known`, the site's, is meant. The result may lie
    outside of `known` only when the text shows it.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    said = next((short for code in declared if (short := _short(code)) in known), None)
    if script is None:
        return said, "the page's declaration" * bool(said)
    if script not in _MANY:
        return SCRIPTS[script].language, "the script of the text"
    scores, enough = _scores(sample, script)
    best = max(scores, key=lambda code: scores[code])
    if scores[best] < enough:
        if script == ARABIC and (alphabet := _alphabet(sample)) is not None:
            return alphabet, "the script of the text"
        if said is not None:
            return said, "the page's declaration"
        if (foreign := _foreign(sample, declared)) is not None:
            return foreign, "the page's declaration"
        own = _by_calendar(sample, known) or _only(scores, known)
        return (own, "the words of the text") if own is not None else (None, "")
    if said is not None and scores.get(said, 0) >= max(_DECLARED * scores[best], _MIN_WORDS):
        return said, "the page's declaration"
    own = max((code for code in known if code in scores), key=lambda code: scores[code], default=None)
    if own is not None and scores[own] >= _NEAR * scores[best]:
        return own, "the words of the text"
    return best, "the words of the text"


def likely(text: str, known: Collection[str], first: str) -> str:
    """The language to take where nothing tells it: `first`, or the first of `known` that is written in such letters."""
    script = _script(text[:_SAMPLE])
    if script is None or script_of(first) == script:
        return first
    return next((code for code in known if script_of(code) == script), first)


def _foreign(sample: str, declared: Collection[str | None]) -> str | None:
    """The language, none of those known by their words, that a page declares whose text is long enough to show one."""
    code = next((short for code in declared if (short := _short(code))), None)
    is_foreign = code is not None and _CODE.fullmatch(code) is not None and code not in SPECS
    return code if is_foreign and len(_WORD.findall(sample)) >= _TELLING else None


def _only(scores: Mapping[str, int], known: Collection[str]) -> str | None:
    """The language of `known` that a few words speak for, where they speak for no other one so much."""
    ranked = sorted((code for code in known if code in scores), key=lambda code: -scores[code])
    if not ranked or scores[ranked[0]] < max([1, *scores.values()]):
        return ranked[0] if len(ranked) == 1 else None
    return ranked[0] if len(ranked) == 1 or scores[ranked[0]] > scores[ranked[1]] else None


def _by_calendar(sample: str, known: Collection[str]) -> str | None:
    """The language of `known` of whose days and months alone a text speaks: a list of matches has no other words."""
    words = Counter(word.lower() for word in _WORD.findall(sample))
    counts: dict[str, int] = {}
    for code in (code for code in known if code in SPECS):
        with passing.locales(code) as (locale,):
            own = {*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()}
            counts[code] = sum(words[name.lower()] for name in own)
    best = max(counts, key=lambda code: counts[code], default=None)
    alone = best is not None and sum(count == counts[best] for count in counts.values()) == 1
    return best if alone and best is not None and counts[best] > 1 else None


def _short(code: str | None) -> str:
    return re.split("[-_]", (code or "").strip().lower())[0]


def _script(sample: str) -> str | None:
    """The script that most letters of `sample` belong to; None where it has no letters."""
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS.items()})
    if counts["Kana"]:
        counts["Kana"] += counts.pop("Hani")
    name, count = counts.most_common(1)[0]
    return name if count else None


def _scores(sample: str, script: str) -> tuple[Mapping[str, int], float]:
    """(language of the script -> its small words in `sample`, how many a text must have to tell)."""
    words = [word.lower() for word in _WORD.findall(sample)]
    spoken = {code: spec.small_words for code, spec in SPECS.items() if spec.small_words and script_of(code) == script}
    scores = {code: sum(word in small for word in words) for code, small in spoken.items()}
    return scores, max(_MIN_WORDS, _MIN_SHARE * len(words))


def _alphabet(sample: str) -> str | None:
    """A headline or two: letters of the Arabic alphabet are Arabic until shown otherwise."""
    others = SPECS[IN_ARABIC_LETTERS].not_letters
    return None if any(letter in sample for letter in others) else IN_ARABIC_LETTERS
