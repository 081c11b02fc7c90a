"""From a name in the registry to the ways it may be written in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from nashra.entities.normalize import any_spelling, is_plain_arabic, plain_lines
from nashra.languages.names.capital_words import SURNAME_WORDS
from nashra.languages.names.spec import Rules
from nashra.languages.scripts import UNSPACED_LANGUAGES
from nashra.model import Entity

# What may stand between two words of a name without changing it.
_JOINERS = re.compile(r"[\s\-‐‑–'’ʼ]+")
_MAX_GAP = 2
# A word of a name that begins with one of some others.
_BEGINS = "(?:^| )(?:%s)"
_MAX_ACRONYM = 6
# The first small letter of the Latin alphabet, and the last of its blocks in Unicode, those up to Latin Extended-B.
FIRST_LATIN, _LAST_LATIN = "a", "\u024f"
AFTER_LATIN = "\u0250"
# بنكيران is بن كيران; below this length the بن is more often part of the root (بنان, بندر).
_LEAST_JOINED = 6
# Limits on the spellings of one name, so that no name, however odd, costs much.
_MAX_SPACINGS, _MAX_WORDS = 8, 12

SMALL, CAPITAL, CAPITALS = 0, 1, 2

_LONGEST_SURNAME = 4


class Word(NamedTuple):
    """A word of a text: its plain spelling, its folded one, where it ends in the raw token, and its capitals.

    capitals: CAPITALS when all its letters are, CAPITAL when some are, else SMALL (scripts without case, digits).
    """

    plain: str
    folded: str
    end: int
    capitals: int


class Form(NamedTuple):
    """One way to write a name of `entity`. A tuple, because a registry makes tens of thousands of them.

    capitals: the least capitals of each word, as in `Word`.
    key:      the folded name when it is one word, else "".
    spelling: the same with its accents, in lower case.
    dotted:   whether it is an acronym with dots, O.N.U.
    has_capitals: whether any word needs capitals.
    ambiguous: whether it counts only with context, see `Entity.ambiguous`.
    bare:      whether it is a surname alone, of a person who has a longer name: something must say whose it is.
    """

    entity: str
    type: str
    capitals: tuple[int, ...]
    has_capitals: bool
    ambiguous: bool
    key: str = ""
    spelling: str = ""
    dotted: bool = False
    bare: bool = False


def names_in(entity: Entity, lang: str) -> Iterator[str]:
    """What to look for in a text in `lang`: the names in it, or, where there are none, those in other languages."""
    if lang in entity.names or lang in entity.aliases:
        if lang in entity.names:
            yield entity.names[lang]
        yield from entity.aliases.get(lang, ())
        return
    yield from entity.names.values()
    for aliases in entity.aliases.values():
        yield from aliases


def foreign_names(entity: Entity, lang: str) -> Iterable[str]:
    """The names in other languages. Those in Latin letters a text in `lang`, of another script, may hold as they are:
    BBC, Renault.

    Not the reverse: Arabic words in a French text are a quotation.
    """
    if lang not in entity.names and lang not in entity.aliases:
        return ()
    found = dict.fromkeys([name for other, name in entity.names.items() if other != lang])
    for other, aliases in entity.aliases.items():
        if other != lang:
            found |= dict.fromkeys(aliases)
    return found


def is_latin(text: str) -> bool:
    """Whether `text` begins with a letter of the Latin alphabet."""
    return text[:1].isalpha() and text[0] <= _LAST_LATIN


def is_ambiguous(entity: Entity, name: str, lang: str) -> bool:
    """Whether a text in `lang` needs context to mean `entity` by `name`."""
    if name == entity.names.get(lang) or name in entity.aliases.get(lang, ()):
        return name in entity.ambiguous.get(lang, ())
    return any(name in names for names in entity.ambiguous.values())


def gap_key(gap: str) -> str | None:
    """What the text between two words means for a name: "" nothing, else a sign such as "." or "&"; None: they part."""
    if gap.isspace():
        return None if gap.count("\n") > 1 else ""
    if "\n" in gap and gap.count("\n") > 1:
        return None
    sign = _JOINERS.sub("", gap)
    return sign if len(sign) <= _MAX_GAP else None


class FormMaker:
    """Turns names into paths of keys.

    lang: language of the texts.
    split: cuts a text into gaps and raw words. words: describes a raw word. fold: folds a plain word.
    """

    def __init__(
        self,
        lang: str,
        rules: Rules,
        split: Callable[[str], list[str]],
        words: Mapping[str, Word],
        fold: Callable[[str], str],
    ) -> None:
        self._lang, self._rules, self._split, self._words, self._fold = lang, rules, split, words, fold
        self._joined = tuple(sorted(rules.joined))
        # whether the keys of a name, with blanks between them, have a word that begins so
        self._has_joined = re.compile(_BEGINS % "|".join(self._joined)).search if self._joined else None
        # whether names that are not folded yet are words of which none begins so
        self._are_plain = plain_lines("|".join(any_spelling(word, lang) for word in self._joined)).fullmatch
        # Le Pen, von der Leyen, دي ميستورا
        self._small = SURNAME_WORDS | rules.surname_words
        self._spaced = lang not in UNSPACED_LANGUAGES

    def are_simple(self, names: list[str]) -> bool:
        """Whether `paths` gives each of `names`, which begin with one word, at most one path, that of `simple`."""
        lines = "\n".join(names)
        if not self._spaced or self._are_plain(lines) is None:
            return False
        return lines[0] >= AFTER_LATIN or not any(" " not in name for name in filter(str.isupper, names))

    def simple(self, name: str, entity: Entity, first: str = "") -> tuple[list[str], Form] | None:
        """The one path of a name of which `are_simple` holds, as `paths` would give it.

        first: the first word folded, where that is known already.
        """
        tokens = name.split(" ")
        if len(tokens) == 1 and (len(name) < 2 or name.isdecimal()):
            return None
        if name[0] >= AFTER_LATIN and (len(tokens) == 1 or is_plain_arabic(name.replace(" ", ""))):
            keys = [first or self._fold(tokens[0]), *map(self._fold, tokens[1:])]
            return keys, self._form(name, entity, keys, (SMALL,) * len(keys), tokens[0])
        words = list(map(self._words.__getitem__, tokens))
        keys = [word.folded for word in words]
        return keys, self._form(name, entity, keys, self._least(words), tokens[0])

    def paths(self, name: str, entity: Entity) -> Iterator[tuple[list[str], Form]]:
        """(keys of the words, form) for each way to write `name`; nothing for a name that could be anything.

        Names without a letter, and of one letter only, are such.
        """
        tokens = name.split(" ")
        gaps: list[str] = []
        if not self._spaced or not all(map(str.isalnum, tokens)):
            pieces = self._split(name)
            tokens = pieces[1::2]
            gaps = ["" if gap == " " else gap_key(gap) or "" for gap in pieces[2:-1:2]]
        words = list(map(self._words.__getitem__, tokens))
        if not words or (len(words) == 1 and (len(words[0].plain) < 2 or words[0].plain.isdecimal())):
            return
        keys = [word.folded for word in words]
        if "" in keys:
            return
        plain = words[0].plain
        form = self._form(name, entity, keys, self._least(words), plain)
        doubtful, bare = form.ambiguous, form.bare
        if any(gaps):
            dotted = [keys[0], *(gap + key for gap, key in zip(gaps, keys[1:], strict=True))]
            yield dotted, form
            if all(gap in ("", ".") for gap in gaps):
                yield keys, form
        else:
            yield keys, form
        if len(words) == 1 and words[0].capitals == CAPITALS and plain.isalpha() and len(plain) <= _MAX_ACRONYM:
            letters = [keys[0][0], *("." + letter for letter in keys[0][1:])]
            yield letters, Form(entity.id, entity.type, (CAPITAL,) * len(letters), True, doubtful, dotted=True)
        if self._has_joined and len(words) <= _MAX_WORDS and self._has_joined(" ".join(keys)):
            for spaced in self._respaced(words, entity):
                if spaced != keys:
                    small = (SMALL,) * len(spaced)
                    key = spaced[0] if len(spaced) == 1 else ""
                    yield spaced, Form(entity.id, entity.type, small, False, doubtful, key, bare=bare)

    def _form(self, name: str, entity: Entity, keys: list[str], least: tuple[int, ...], plain: str) -> Form:
        """The form of `name`, whose first word is `plain`."""
        doubtful = is_ambiguous(entity, name, self._lang) if entity.ambiguous else False
        bare = entity.type == "person" and self._is_bare(keys, entity)
        if len(keys) > 1:
            return Form(entity.id, entity.type, least, any(least), doubtful, bare=bare)
        return Form(entity.id, entity.type, least, any(least), doubtful, keys[0], plain.casefold(), bare=bare)

    def _least(self, words: list[Word]) -> tuple[int, ...]:
        """The capitals that each of `words` needs: Ksar El Kebir is also Ksar el-Kebir."""
        least = tuple([word.capitals for word in words])
        if not any(least):
            return least
        return tuple(
            [
                SMALL
                if number and word.folded in self._small
                else CAPITAL
                if word.capitals and len(word.plain) == 1
                else word.capitals
                for number, word in enumerate(words)
            ]
        )

    def _is_bare(self, keys: list[str], entity: Entity) -> bool:
        """Whether `keys` are one word, but for the small ones of a surname, of a longer name that `entity` has."""
        weighty = [key for key in keys if key not in self._small]
        if len(weighty) > 1 or (keys[0] in self._small and len(keys) > _LONGEST_SURNAME):
            return False
        known = set(keys)
        for name in names_in(entity, self._lang):
            longer = [self._words[token].folded for token in self._split(name)[1::2]]
            if len([key for key in longer if key not in self._small]) > 1 and known.issubset(longer):
                return True
        return False

    def _respaced(self, words: list[Word], entity: Entity) -> list[list[str]]:
        """The keys of عبد الله also as those of عبدالله, and the reverse, in every combination up to a limit."""
        if not words:
            return [[]]
        word, rest = words[0], words[1:]
        starts: list[tuple[list[str], list[Word]]] = [([word.folded], rest)]
        if rest and word.folded in self._rules.joined:
            starts.append(([self._fold(word.plain + rest[0].plain)], rest[1:]))
        for first in self._joined:
            stem = word.plain[len(first) :]
            if word.folded.startswith(first) and self._detaches(first, stem, word, entity):
                starts.append(([first, self._fold(stem)], rest))
        tails = {len(after): self._respaced(after, entity) for _, after in starts}
        return [keys + tail for keys, after in starts for tail in tails[len(after)]][:_MAX_SPACINGS]

    def _detaches(self, first: str, stem: str, word: Word, entity: Entity) -> bool:
        grammar = self._rules.grammar
        if first in grammar.before_article:
            return stem.startswith(self._rules.around.article)
        if first in grammar.before_names:
            return entity.type == "person" and len(word.plain) >= _LEAST_JOINED
        return first in grammar.loosely and len(stem) >= 2
