"""What the rules of a language say to the matcher. Each language is a file beside this one.

The word lists are ours: short, of words that news texts are full of and that are also, or end in, the name of
something. They need not be complete, since a registry can always name the longer thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nashra.languages.names.around import Around
from nashra.languages.names.grammar import Grammar
from nashra.languages.names.unknown import Unknown
from nashra.languages.spec import words

PREFIXES = words("al el ex pro anti non vice post pre inter trans mid sub neo")


@dataclass(frozen=True, slots=True, eq=False)
class Rules:
    """Rules of one language. Words are in lower case; `rules_of` folds them (see `normalize`).

    conjunctions, prepositions: letters written together with the next word, in this order.
    contractions: (how it is written, what is left without the particle), tried at the place of a preposition; the
                  particle is the first letter.
    joined:       words written together with the following one or apart from it: عبد الله, عبدالله.
    whole:        words that begin like particle + name and are neither.
    local:        those of the prepositions after which a common word is a place.
    common:       words that are also names; as a name of one word they count only with a sign (see `guards`).
    never:        words that are no name when they stand alone, whatever the case: months.
    barred:       name -> words after which it is something else: صلاة المغرب is a prayer; "" for every place, as in lac
                  Tchad. In scripts with capitals `links` may stand between: Banque de France.
    followed:     the same for words that follow: المغرب العربي is no country, the Niger River neither. "#" stands
                  for a number: قطر 20 سنتيمترا.
    idioms:       name -> small words that make a kind of thing of it, in a script with capitals: Brazil nuts, Stockholm
                  syndrome. What goes before it, with "of" between, stands in `barred`: encre de Chine.
    numbers:      words for numbers; before one of the words of `followed` they do as digits do: قطر ثلاثة أمتار.
    strangers:    the same for words anywhere near: Georgia, where Atlanta is named.
    openings:     name -> words that must follow where it opens a sentence: "Le Monde rapporte", but "Le monde change".
    links:        see `barred`.
    idle:         adjectives of countries that are far more often other words, and show no country: الأوراق المالية.
    adjectives:   names of places that are also adjectives: القوات السعودية.
    cues:         entity type -> words after which a common word is a name; "" for every type.
    hard: those of the common words, or of names marked as ambiguous, that stand after a preposition as words too:
                  في العيون. They need a better cue, or their country in view.
    mild:         common words that are hardly ever meant where the country is in view: صيدا, حمص.
    weak:         the cues that do not do for those.
    origin:       words of where somebody comes from: وفد من حماس, طائرة من كوبا.
    speech:       verbs whose subject is a country or a body: أعلنت كوبا.
    objects:      common words that a verb of speech may have for its object: أعلنت فتح باب.
    leads:        what follows the subject of a verb and not its object: أفرجت حماس عن.
    against:      words between two clubs.
    dealings:     what is held "with" or "against" a body: المفاوضات مع حماس.
    joins:        verbs of players who change their club; ways: what stands between: انتقل اللاعب إلى الوداد.
    many_clubs:   common words that are clubs of several lands: they need the word for a club before them, and their own
                  country in view, and none beside it whose clubs have such names.
    off:          "from", behind one of the distances: ثلاثين كيلومترا عن سبها.
    amounts:      words before "of" that tell how much: بكثير من الرقة comes from no town.
    verbs:        names that are verbs too, right before a man with the article: حلب الفلاح بقرته.
    predicates:   name -> words before which it is no name but says something of the noun, or of the word of `subjects`,
                  that goes before: الرئيس مصر على موقفه.
    unbound:      words that end as a noun in the accusative does and are none: particles, verbs, adverbs. adverbs:
                  those that are adjectives too: زار رسميا تركيا, وفدا رسميا تركيا.
    subjects:     see `predicates`.
    elisions:     what may stand before an apostrophe and a name, also with a capital.
    endings:      what may follow a name and an apostrophe; None for anything.
    prefixes:     what may precede a name and a hyphen, also with a capital.
    titles:       capitalised words before a surname that are not its first name.
    honorifics:   those of them that no place follows, so that Mr Jordan is a person; for French also small ones.
    openers:      words that open sentences, so that their capital says nothing.
    extenders:    capitalised words that make another name of the place name they precede: South Sudan.
    followers:    capitalised words that may follow a place all the same: Paris Agreement.
    compounds:    whether a capitalised word after a place makes another name of it: Maroc Telecom. So where adjectives
                  and common nouns are written small; elsewhere it holds only after GIVEN_NAMES.
    modifiers:    whether the name of a body stands before the noun it goes with, as in "White House Press Secretary":
                  there a capitalised word behind it that leads to no office makes another body of it.
    shared:       acronyms of bodies that other countries have too.
    around:       words that make another name of the name beside them, see `around`.
    grammar:      how nouns and adjectives around a name are inflected, see `grammar`.
    unknown:      words by which names are found that no registry has, see `unknown`.
    surname_words: small words that go with a surname, beside those of `capital_words`.
    """

    conjunctions: str = ""
    prepositions: str = ""
    local: str = ""
    contractions: tuple[tuple[str, str], ...] = ()
    joined: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    barred: Mapping[str, frozenset[str]] = field(default_factory=dict)
    followed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    idioms: Mapping[str, frozenset[str]] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()
    strangers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    openings: Mapping[str, frozenset[str]] = field(default_factory=dict)
    links: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    cues: Mapping[str, frozenset[str]] = field(default_factory=dict)
    hard: frozenset[str] = frozenset()
    mild: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    origin: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    objects: frozenset[str] = frozenset()
    leads: frozenset[str] = frozenset()
    against: frozenset[str] = frozenset()
    dealings: frozenset[str] = frozenset()
    joins: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()
    many_clubs: frozenset[str] = frozenset()
    off: frozenset[str] = frozenset()
    distances: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()
    predicates: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unbound: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    elisions: frozenset[str] = frozenset()
    endings: frozenset[str] | None = None
    prefixes: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    honorifics: frozenset[str] = frozenset()
    openers: frozenset[str] = frozenset()
    extenders: frozenset[str] = frozenset()
    followers: frozenset[str] = frozenset()
    compounds: bool = False
    modifiers: bool = False
    shared: frozenset[str] = frozenset()
    around: Around = field(default_factory=Around)
    grammar: Grammar = field(default_factory=Grammar)
    unknown: Unknown = field(default_factory=Unknown)
    surname_words: frozenset[str] = frozenset()
