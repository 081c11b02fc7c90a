"""How the words around a name are inflected, as data: what tells a noun from its adjective, a man from a woman."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """Endings and beginnings of one language; empty where it has no such thing.

    definite:       how a word with the article may begin.
    joining:        the attached particles before what somebody joins: التحق بالوداد, وقع للرجاء.
    purpose:        the attached particle that means "for" or "of": لكرة.
    adjectives:     endings of adjectives of belonging: masculine, then feminine.
    nisba:          the letter that every adjective of a country has; what has none stands in the table as it is.
    countries:      endings of such an adjective, behind or instead of the one in the table.
    sure_countries: those of them that tell an adjective even where the word has no article.
    feminine:       endings of nouns that take feminine adjectives; feminine_nouns: others that do.
    men:            ending of men in the plural.
    plurals:        endings of nouns of men who are several, or two.
    duals:          endings of two things before what they are of; the second instead of the ending of feminine nouns.
    adverbs:        endings of adverbs.
    infinitives:    endings of verbs behind "of" or "to"; not_infinitive: nouns that end alike.
    verb:           ending of verbs that say what she, or a land or a body, did; not_verb: endings of nouns alike.
    accusative:     ending of a noun without article that is done something to, and of its adjective: وفدا تركيا.
    never_accusative: endings of words alike that are none: قضايا, حليفتها.
    others:         "another", which such an adjective follows: وفدا صينيا وآخر روسيا.
    hers:           ending of what is hers: علاقاتها. his: of what is his.
    present:        how verbs of the present begin, hers first; future: the letter before one that makes it future.
    copulas:        those of the verbs that say what something is.
    seats:          letter -> the one that stands for it in haste; nobody writes the first for the second.
    before_article: of the words of `Rules.joined`, those that only a word with the article follows: عبد.
    before_names:   those that are parts of persons' names alone: بن. loosely: those that any word may follow.
    usual:          attached particles -> the share of a name's mentions that have them, see `entities.collisions`.
    pairs:          parts of foreign names that are written in two ways.
    variants:       words of persons' names that are written in several ways.
    foreign_g:      the letter for the g of other languages, and those that stand for it elsewhere.
    """

    definite: tuple[str, ...] = ()
    joining: str = ""
    purpose: str = ""
    adjectives: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    nisba: str = ""
    countries: tuple[str, ...] = ()
    sure_countries: frozenset[str] = frozenset()
    feminine: tuple[str, ...] = ()
    feminine_nouns: frozenset[str] = frozenset()
    men: str = ""
    plurals: tuple[str, ...] = ()
    duals: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    infinitives: tuple[str, ...] = ()
    not_infinitive: frozenset[str] = frozenset()
    verb: str = ""
    not_verb: tuple[str, ...] = ()
    accusative: str = ""
    never_accusative: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    hers: str = ""
    his: str = ""
    present: tuple[str, ...] = ()
    future: str = ""
    copulas: frozenset[str] = frozenset()
    seats: Mapping[str, str] = field(default_factory=dict)
    before_article: frozenset[str] = frozenset()
    before_names: frozenset[str] = frozenset()
    loosely: frozenset[str] = frozenset()
    usual: Mapping[str, float] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()
    variants: tuple[frozenset[str], ...] = ()
    foreign_g: tuple[str, str] = ("", "")
