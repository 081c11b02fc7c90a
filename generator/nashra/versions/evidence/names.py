"""Names of the registry that a translation lacks, by what else a text may call them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from nashra.versions.evidence import meaning
from nashra.versions.evidence.reading import Reading, Token, lexicon, read, words_of
from nashra.versions.evidence.registry import (
    SEATS,
    capitals,
    common_countries,
    common_places,
    institutions,
    parents,
    written,
)
from nashra.versions.evidence.spelling import distance, skeleton, sounds_alike

# Called with a text, its language and another language, gives the ids of the entities and terms in it that have a name
# in the other language.
Names = Callable[[str, str, str], Iterable[str]]

# Letters of a part of a name that is enough to know it by.
_TELLING = 4
# What ends a sentence, behind which any word has a capital.
_ENDS = re.compile(r"[.!?:«»“”\"]")


def lost_names(names: Names, source: str, target: str, source_lang: str, target_lang: str) -> list[str]:
    """The names of the source, as `names` gives them, that the target lacks; a nationality stands for its country.

    A country stands for its capital too, and for its team; a part of a long name for the whole; and of who is named in
    both texts nobody needs to say again to which country or organisation he belongs.
    """
    present = set(names(target, target_lang, source_lang))
    wanted = dict.fromkeys(names(source, source_lang, target_lang))
    lost = [name for name in wanted if name not in present]
    if not lost:
        return []
    after = read(target, target_lang)
    nations = {key for key, _ in meaning.places(after)}
    # a capital that stands beside its country is a place of its own
    before = read(source, source_lang)
    places, tokens = meaning.places(before), before.tokens
    said = {key for key, at in places if not any(_names(id, tokens[at].raw) for id in lost)}
    over = {**{id: country for id, country in capitals().items() if country not in said}, **institutions()}
    # and where a nationality looks like a town of the country: برازيليا
    over |= {id: key for id in lost for key, at in places if parents().get(id) == key and _is(id, tokens[at].raw)}
    # and the other way round: Berlin for Germany
    nations |= {country for id, country in capitals().items() if id in present}
    # and some words name two: Brexit
    called = {key.rstrip("*") for key, _, _ in lexicon("adjectives", target_lang).find(after)}
    nations |= {id for key in called for id in key.split("/")}
    nations |= {SEATS[id] for id in present if id in SEATS}
    sitting = {id for id in lost if SEATS.get(id) in present | nations}
    heard = {name for name in lost if _sounds(name, after, present - set(wanted)) or _in_other_words(name, after)}
    kept = (present & wanted.keys()) | heard
    # where another name has come in, nothing goes without saying
    belongs = {parents()[id] for id in kept if id in parents() and kept >= present}
    # who is of a country is named in its stead: Bank Al-Maghrib, Morocco's central bank
    come = {id for id in present - wanted.keys() if id in capitals() or id in common_countries()}
    if not come:  # and not where another country has come
        belongs |= {parents()[id] for id in present if id in parents() and id not in capitals()} & common_countries()
    # the General Assembly is one of the United Nations
    # and the U.N. food agency stands for the FAO
    come = {id for id in present - wanted.keys() if written(id, target_lang)}
    belongs |= {id for id in lost if parents().get(id) in come}
    inside = {id for id in present if id in parents() and written(id, target_lang)}
    belongs |= {parents()[id] for id in inside if written(parents()[id], target_lang)}
    explained = {key for key, at in places if _goes_without_saying(before, at)} | heard | belongs | sitting
    if len({*lost} - explained - nations) == 1 and not present - wanted.keys() and _says_country(after):
        explained |= common_countries()
    left = {*lost} - explained - nations
    if len(left) == 1 and not present - wanted.keys() and _says_town(before, after):
        explained |= left & (common_places() - common_countries())
    return [name for name in lost if name not in explained and not {name, over.get(name)} & nations]


def has_strange_name(source: Reading, target: Reading) -> bool:
    """Whether a translation, in a language with capitals, has a name that sounds like nothing in its source."""
    if not target.wording.capitals:
        return False
    nations = {at for _, at in meaning.places(target)}
    dates = {at for table in ("months", "weekdays") for _, at, _ in lexicon(table, target.lang).find(target)}
    words = [token.raw for token in source.tokens if token.kind == "word"]
    words += [one + two for one, two in pairwise(words)]
    return any(
        not any(sounds_alike(token.raw, word) for word in words)
        for at, token in enumerate(target.tokens)
        if at not in nations | dates and _may_be_a_name(target, at)
    )


def _may_be_a_name(reading: Reading, at: int) -> bool:
    """Whether a token is a long word with a capital inside a sentence, and no title."""
    token = reading.tokens[at]
    if token.kind != "word" or len(token.raw) <= _TELLING or not token.raw.istitle():
        return False
    begins = not at or _ENDS.search(reading.between(at - 1, at))
    return not begins and words_of("titles", reading.lang).isdisjoint(token.forms)


def _says_country(target: Reading) -> bool:
    """Whether a text speaks of "the country", which it need not name twice."""
    return next(lexicon("homeland", target.lang).find(target), None) is not None


def _says_town(source: Reading, target: Reading) -> bool:
    """Whether a text speaks of "the capital" or the like, of which its source says nothing."""
    here, there = (sum(1 for _ in lexicon("town", each.lang).find(each)) for each in (source, target))
    return there > here


def _goes_without_saying(reading: Reading, at: int) -> bool:
    """Whether a country stands before a headline, or only says where somebody is from: "Égypte : ...", Egypt's Sisi."""
    rest = reading.text[reading.tokens[at].end :]
    return (at == 0 and bool(re.match(r"\s*:", rest))) or bool(re.match(r"'s [A-Z]", rest))


def _in_other_words(id: str, target: Reading) -> bool:
    """Whether a text has most of the words of a long name of an organisation or an event, if not all."""
    there = {form for token in target.tokens for form in token.forms}
    for name in written(id, target.lang):
        words = [token.forms for token in read(name, target.lang).tokens if len(token.raw) >= _TELLING and token.forms]
        told = sum(bool(there & set(forms)) for forms in words)
        if told > 1 and 2 * told > len(words):
            return True
    return False


def _names(id: str, word: str) -> bool:
    """Whether a word is the name of a capital, which may stand for its country: Washington."""
    return id in capitals() and _is(id, word)


def _is(id: str, word: str) -> bool:
    return sounds_alike(id.partition("-")[0].title(), word)


def _sounds(id: str, target: Reading, strange: Collection[str]) -> bool:
    """Whether a text has the words of an id, or in a script without capitals words that sound so: there many names are
    common words, which the matcher takes for names only where something says so: الرجاء.

    strange: ids of names of the text that the other one does not have.
    """
    parts = [part for part in id.split("-") if len(part) > 2]
    if not parts:
        return False
    # a word that is another name is not this one: بغداد is not Beirut, and United is no longer City
    others = {part for other in strange for part in other.split("-") if len(part) > 2}
    if target.wording.capitals:
        said = " ".join(token.forms[0] for token in target.tokens if token.forms)
        if f" {id.replace('-', ' ')} " in f" {said} ":
            return True
        # Marrakech is Marrakesh to others
        words = [token.forms[0] for token in target.tokens if token.forms]
        capitals = [token.forms[0] for token in target.tokens if token.forms and token.raw[0].isupper()]
        heard = [
            any(_is_spelling(part, word) for word in capitals)
            or any(form.startswith(_root(part)) and len(form) > _TELLING <= len(part) for form in words)
            for part in parts
        ]
        # of countries there are too many that sound alike
        all_heard = all(heard) and id not in common_countries()
    else:
        strangers = {skeleton(part) for part in others} - set(map(skeleton, parts))
        words = [token.raw for token in target.tokens if token.kind == "word" and skeleton(token.raw) not in strangers]
        words += [one + two for one, two in pairwise(words) if len(one) > 2 < len(two)]  # بيونغ يانغ
        heard = [any(skeleton(part) and sounds_alike(part, word) for word in words) for part in parts]
        all_heard = all(heard)
    if target.wording.capitals and any(skeleton(token.raw).startswith(_whole(id)) for token in target.tokens):
        return True  # portoricain
    known_by = [
        part
        for part, is_heard in zip(parts, heard, strict=True)
        if is_heard
        and part not in others
        and any(_surely(part, token.raw) or _begins(part, token) for token in target.tokens)
    ]
    most = len(parts) > 1 and id not in common_countries() and 2 * sum(heard) >= len(parts)
    return all_heard or (most and bool(known_by))


def _root(part: str) -> str:
    """A part of a name without the vowel at its end, which goes where it is said who comes from there: genevois."""
    return part[:-1] if len(part) > _TELLING + 1 and part[-1] in "aeio" else part


def _is_spelling(part: str, word: str) -> bool:
    """Whether a word is a part of a name as another language spells it, or who comes from there: Golfe, bretonnes."""
    wanted, said = skeleton(part), skeleton(word)
    same = wanted == said and min(distance(part, word), distance(part, word.rstrip("e"))) < 2
    return same or _is_from(wanted, said)


def _is_from(wanted: str, said: str) -> bool:
    return len(wanted) >= _TELLING and said.startswith(wanted) and len(said) <= len(wanted) + 2


def _whole(id: str) -> str:
    """The consonants of a name of several words, to be found in one; nothing is found where there are few."""
    whole = skeleton(id.replace("-", ""))
    return whole if "-" in id and len(whole) > _TELLING else "\0"


def _begins(part: str, token: Token) -> bool:
    return len(part) > _TELLING and any(form.startswith(part) for form in token.forms)


def _surely(part: str, word: str) -> bool:
    """Whether a word has all the consonants of a part of a name, or nearly all of many."""
    wanted = skeleton(part)
    if len(part) < _TELLING or len(wanted) < 2:
        return False
    said = {skeleton(word), skeleton(word[1:])}
    return wanted in said or (len(wanted) >= _TELLING and sounds_alike(part, word))
