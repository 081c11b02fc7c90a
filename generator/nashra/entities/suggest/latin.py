"""Possible names in text with capitals: sequences of capitalised words that do not owe their capital to a full stop."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from nashra.entities.normalize import folder
from nashra.entities.rules import rules_of
from nashra.entities.suggest.found import Found, overlaps
from nashra.languages.known import spec_of
from nashra.languages.names.capital_words import FIRST_NAMES, GIVEN_NAMES
from nashra.languages.names.unknown_latin import COMMON_CAPITALS, GROUPS, HEADS, NATIONS, OPENERS
from nashra.model import EntityType

_TOKEN = re.compile(r"([^\W_]+)")
_SENTENCE_END = re.compile(r"[.!?…:\n•|—]|\A\s*[«“\"]|[«“\"]\s*\Z")
_JOINING = re.compile(r"[ \u00a0\u202f]|[-’']|\. ")
_HYPHENS = ("-", "‐", "‑")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_ACRONYM = 6
# Letters that a demonym has in common with its country at the least, and how it may end.
_COMMON_START = 4
_DEMONYM = re.compile(r"(?:ans?|aines?|ains?|iens?|iennes?|ians?|ese|ish|is?|ois|oises?|ais|aises?)\Z")


@dataclass(frozen=True, slots=True)
class _Token:
    word: str
    folded: str
    start: int
    end: int
    gap: str  # what stands before it
    opens: bool  # whether it begins a sentence
    hyphened: bool = False  # whether a hyphen joins it to the next word, which has a capital too

    @property
    def capital(self) -> bool:
        return self.word[0].isupper()


class LatinFinder:
    """The finder of one language.

    small: words, folded, that the texts have in small letters: at the start of a sentence they are no names.
    places: folded names of places that the registry has, to know a demonym when it stands alone.
    """

    def __init__(self, lang: str, small: Collection[str], places: Collection[str]) -> None:
        self._heads_inside, self._small = spec_of(lang).heads_inside, small
        self._rules, self._fold = rules_of(lang), folder(lang)
        self._openers = self._rules.openers | OPENERS
        self._connectors = spec_of(lang).connectors
        self._signs, self._inside = spec_of(lang).place_signs, spec_of(lang).inside_signs
        self._belonging = spec_of(lang).belonging
        self._articles = spec_of(lang).articles
        self._stems = {place[:_COMMON_START] for place in places if len(place) >= _COMMON_START}

    def find(self, text: str, known: list[tuple[int, int]]) -> Iterator[Found]:
        """Possible names in a paragraph, none within `known`, the spans of names that the registry has."""
        tokens = self._tokens(text)
        at = 0
        while at < len(tokens):
            if not tokens[at].capital:
                at += 1
                continue
            last = self._end(tokens, at)
            found = self._name(text, tokens, at, last, known)
            if found is not None:
                yield found
            at = last + 1

    def _tokens(self, text: str) -> list[_Token]:
        pieces = _TOKEN.split(text)
        tokens: list[_Token] = []
        position = 0
        for number, piece in enumerate(pieces):
            if number % 2:
                gap = pieces[number - 1]
                opens = number == 1 or (_SENTENCE_END.search(gap) is not None and not self._is_title(tokens, gap))
                hyphened = (
                    pieces[number + 1] in _HYPHENS
                    and pieces[number + 2 : number + 3] != []
                    and (piece[0].isupper() and pieces[number + 2][:1].isupper())
                )
                tokens.append(_Token(piece, self._fold(piece), position, position + len(piece), gap, opens, hyphened))
            position += len(piece)
        return tokens

    def _is_title(self, tokens: list[_Token], gap: str) -> bool:
        """Whether the full stop belongs to what stands before it: Dr. Smith, J. Smith."""
        before = tokens[-1]
        return gap == ". " and (before.folded in self._rules.titles or (len(before.word) == 1 and before.capital))

    def _end(self, tokens: list[_Token], first: int) -> int:
        """The last word of the sequence that begins at `first`: capitalised words, small connectors between them."""
        last = at = first
        while at + 1 < len(tokens):
            following = tokens[at + 1]
            if following.opens or not _JOINING.fullmatch(following.gap) or following.folded in self._rules.never:
                break
            if following.capital or (at == last and _YEAR.fullmatch(following.word)):
                last = at + 1
            elif following.folded not in self._connectors or at - last >= 2:
                break
            at += 1
        return last

    def _name(
        self, text: str, tokens: list[_Token], first: int, last: int, known: list[tuple[int, int]]
    ) -> Found | None:
        titled = first > 0 and tokens[first - 1].folded in self._rules.titles and not tokens[first].opens
        while first <= last and (tokens[first].folded in self._rules.titles or self._is_no_start(tokens[first])):
            titled = titled or tokens[first].folded in self._rules.titles
            first += 1
        while last > first and (tokens[last].folded in self._rules.never or self._is_nation(tokens[last])):
            last -= 1
        # Moroccan Foreign Minister Nasser Bourita: the name follows the last title
        for place in range(last, first, -1):
            if tokens[place - 1].folded in self._rules.titles:
                first, titled = place, True
                break
        # the American Kenneth Rooks; but not the Moroccan Football Federation
        while last - first > 1 and self._is_nation(tokens[first]) and not self._has_head(tokens[first : last + 1]):
            first += 1
        name = tokens[first : last + 1]
        capitals = [token for token in name if token.capital]
        # a known name, or one behind a word that has its capital from a full stop
        others = capitals[1:] if len(capitals) > 1 and capitals[0].opens else capitals
        if all(overlaps(token.start, token.end, known) or token.folded in GROUPS for token in others):
            return None
        if len(capitals) == 1 and self._says_nothing(capitals[0], titled):
            return None
        if len(capitals) > 2 and all(len(token.word) > 1 and token.word.isupper() for token in capitals):
            return None
        start, end = name[0].start, name[-1].end
        kind, reason, weight = self._kind(tokens, first, name, titled, known)
        return Found(text[start:end], start, end, kind, reason, weight)

    def _is_no_start(self, token: _Token) -> bool:
        """Whether no name begins with the word: an article, a month, a word with the capital of a full stop."""
        word = token.folded
        if token.hyphened:
            return False  # Notre-Dame
        if (
            word in GROUPS
            or word in self._connectors
            or word in self._rules.never
            or (word in self._rules.elisions and len(word) <= 2)
        ):
            return True
        return word in self._openers or (token.opens and word in self._small)

    def _says_nothing(self, token: _Token, titled: bool) -> bool:
        """Whether one word alone is no name, or owes its capital to something else."""
        if len(token.word) < 2 or token.folded in self._rules.never or self._is_nation(token):
            return True
        acronym = token.word.isupper() and len(token.word) <= _MOST_ACRONYM
        if acronym or titled:
            return False
        word = token.folded
        if word in COMMON_CAPITALS:
            return True
        return token.opens or word in self._openers or word in self._small or self._has_head([token])

    @staticmethod
    def _has_head(name: list[_Token]) -> bool:
        """Whether one of the words is the head of a name of another type than person."""
        return any(token.folded in heads for heads in HEADS.values() for token in name)

    def _is_nation(self, token: _Token) -> bool:
        word = token.folded
        if word in NATIONS:
            return True
        return word[:_COMMON_START] in self._stems and _DEMONYM.search(word) is not None

    def _says_where(self, tokens: list[_Token], first: int) -> bool:
        """Whether "in", "en" or "aux" stands before the name, also with an article between: in the United States."""
        place = first - 1
        if place > 0 and tokens[place].folded in self._articles and tokens[first].gap == " ":
            first, place = place, place - 1
        return place >= 0 and tokens[first].gap == " " and tokens[place].folded in self._inside

    def _is_persons(self, name: list[_Token], known: list[tuple[int, int]]) -> bool:
        """Whether a person may be called so: not États-Unis, Wydad de Casablanca, Ahly of Cairo."""
        if all(token.gap in _HYPHENS for token in name[1:]):
            return name[0].folded in FIRST_NAMES
        joints = [token.folded for token in name if not token.capital]
        if not joints:
            return True
        return not self._belonging.intersection(joints) and not overlaps(name[-1].start, name[-1].end, known)

    def _kind(
        self, tokens: list[_Token], first: int, name: list[_Token], titled: bool, known: list[tuple[int, int]]
    ) -> tuple[EntityType | None, str, int]:
        words = [token.folded for token in name]
        if titled:
            return "person", f"after {tokens[first - 1].word}", 3
        for kind, heads in cast("Mapping[EntityType, frozenset[str]]", HEADS).items():
            if words[0] in heads or words[-1] in heads or (self._heads_inside and not heads.isdisjoint(words)):
                return kind, "capitals", 2
        if len(name) == 1 and name[0].word.isupper():
            return "organization", "an acronym", 1
        before = tokens[first - 1] if first else None
        if self._says_where(tokens, first):
            return "place", f"after {tokens[first - 1].word}", 3
        if len(name) > 1 and not self._is_persons(name, known):
            is_joined = all(token.gap in _HYPHENS for token in name[1:])
            return ("place", "a hyphen", 2) if is_joined else ("organization", "of", 2)
        is_person = len(name) > 1 and words[0] in GIVEN_NAMES
        if before is not None and name[0].gap == " " and before.folded in self._signs and not is_person:
            return "place", f"after {before.word}", 1
        if len(name) > 1 and _YEAR.fullmatch(name[-1].word):
            return "event", "a year", 2
        article = before.folded if before is not None and name[0].gap in (" ", "'", "’") else ""
        if article in self._articles and not is_person:
            # la France, les États-Unis; le Wydad de Casablanca
            is_joined = all(token.gap in _HYPHENS for token in name[1:])
            return ("place", "capitals", 1) if is_joined else ("organization", "capitals", 1)
        if len(name) > 1:
            return "person", "capitals", 2 + (words[0] in GIVEN_NAMES)
        return None, "capitals", 1
