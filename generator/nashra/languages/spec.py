"""The shape of what Nashra knows of a language beyond CLDR: one file a language holds a `Spec`, see `known`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nashra.languages import sounds


def words(text: str) -> frozenset[str]:
    """The words of a list that is written with blanks between them."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, eq=False)
class HeadWords:
    """What people write in the head of a text who do not know our keys, in lower case, words joined by "_".

    yes, no:  the two answers.
    draft:    what is not finished; in brackets in a title it says so too.
    held:     keys that say with a yes, and values that say by themselves, that readers must not see the text.
    public:   keys that say so with a no; as values they say that readers may see it.
    done:     keys that say so with a no and may have other values; as values like those of `public`.
    checked:  keys that say so with a no, and nothing as values.
    denied:   what makes of one of the three above, behind it, a key that says so with a yes.
    status:   keys whose value is one of these.
    since, until: keys for the day from which, and up to which, readers see it.
    meant:    other keys -> ours that says the same.
    ordinary: words that are nearly one of our keys and are another word of the language.
    remark:   how notes for colleagues begin; in brackets in a text they are no text for readers.
    """

    yes: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    draft: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    public: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    checked: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    until: frozenset[str] = frozenset()
    meant: Mapping[str, str] = field(default_factory=dict)
    ordinary: frozenset[str] = frozenset()
    remark: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class SearchWords:
    """What makes two spellings one word to a search; patterns are those of `nashra.render.search.rules`.

    elided:   what stands before an apostrophe and a noun. possessive: what stands behind a noun.
    article:  the article with what it joins to. whole: words that only look as if they began with it.
    particles: further forms of a word, what the group holds of it: without a letter that may be a particle.
    joined:   words that are one with the word behind them: (letters, how that must begin). behind: letters that may be
              attached to such a word.
    spelled:  (spelling, the usual one) that letters alone do not show; the second has another form.
    plurals:  words in the plural, each with its singular behind it, that no ending leads back to it.
    final:    words that only a last letter tells apart.
    """

    elided: str = ""
    possessive: str = ""
    article: str = ""
    whole: str = ""
    particles: tuple[str, ...] = ()
    joined: tuple[tuple[tuple[str, ...], str], ...] = ()
    behind: str = ""
    spelled: tuple[tuple[str, str], ...] = ()
    plurals: tuple[str, ...] = ()
    final: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Spec:
    """Data of one language; the defaults are what holds for a language of which nothing is known.

    abbreviations: those that do not end a sentence, in lower case and without their last dot.
    may_end:       those of them that end one when a capital follows, or a letter of the same script without capitals.
    before_number: those that are one only before a number, besides the Latin ones of `abbreviations.BEFORE_NUMBER`.
    ordinal_dot:   whether "the third" is written "3.", as in "am 3. Oktober"; a year may still end a sentence.
    length:        characters that a text takes, relative to Arabic, which leaves short vowels out; measured on the
                   articles of the demo.
    alphabet:      its letters in order, where the order of Unicode is not theirs; "" for that of Unicode.
    same_letters:  letter -> the one it is sorted as; the Arabic ones of `collation` when empty.
    first_of_month: what follows the figure 1 of the first day of a month, such as the "er" of "1er mai".
    article:       pattern of what does not count at the beginning of a name in an index.
    sounds:        letters, also two or three at once -> the consonant that a name keeps in another script.
    attached:      what is written together with the word that follows it, such as "and" and "the" in Arabic.
    joined_article: the article where it is one of these. letters: pattern of a letter of words that may have it.
    questions:     words of a question that say nothing of what is asked for, such as "who is"; a search drops them.
    head:          what people write in the heads of texts.
    search:        what makes two spellings one word to a search.
    small_words:   those that every text of some sentences has, those too that a neighbour has: a list that left out
                   what French and Spanish share would hand each text of many "de" and "la" to the one that keeps them.
    not_letters:   letters of its script that a text in it does not have.
    dotted:        words, folded, that the dots of the last letter tell from another which is too common to be a name.
    loose_letters: letters of foreign names -> those that the same name is spelt with as well, where one name is written
                   in several ways; elsewhere they are letters of their own.
    words_a_minute: how fast practised readers read it; see `nashra.render.shown.reading_time`.
    persian_months: region, "" for any other -> the months of the Persian calendar from فروردین on.
    comma:         what stands between the names of a list.
    series:        what stands before the number of a journal (ISO 3297).
    units:         symbols of units in its own script, which stand behind a figure.
    locales:       CLDR's locales whose names of months newspapers use, the first one standing for its names of days.
    demonym_endings: what the adjective of a country in the tables of names may have behind it; feminine: the same for
                   the first one.
    connectors:    small words that may stand inside a name of capitalised words, folded.
    articles:      definite articles, also elided, which no person's name has before it.
    place_signs:   those before the name of a place. heads_inside: whether the head of a name, such as "committee", may
                   stand inside it. inside_signs: those of the signs before which no person stands, "in".
    belonging:     connectors that no person's name has: Ahly of Cairo.
    term:          an example of a word that is no name and must be translated in one way; two texts of it, or one.
    sample:        a sentence with the place "{}" of a name in it.
    desks:         words of a byline by which it is a body's and no person's.
    pictures:      what people, phones and programs in this language call pictures that have no name but a number.
    """

    abbreviations: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    ordinal_dot: bool = False
    length: float = 1.3
    alphabet: str = ""
    same_letters: Mapping[str, str] = field(default_factory=dict)
    first_of_month: str = ""
    article: str = ""
    sounds: Mapping[str, str] = field(default_factory=lambda: sounds.LATIN)
    attached: tuple[str, ...] = ()
    joined_article: str = ""
    letters: str = ""
    questions: frozenset[str] = frozenset()
    head: HeadWords = HeadWords()
    search: SearchWords = SearchWords()
    small_words: frozenset[str] = frozenset()
    not_letters: str = ""
    dotted: frozenset[str] = frozenset()
    loose_letters: Mapping[str, str] = field(default_factory=dict)
    words_a_minute: int | None = None
    persian_months: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    comma: str = ", "
    series: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    locales: tuple[str, ...] = ()
    demonym_endings: tuple[str, ...] = ()
    feminine: str = ""
    connectors: frozenset[str] = words("de del della di da do dos das du la le el al von van der of the ben bin ibn")
    articles: frozenset[str] = frozenset()
    place_signs: frozenset[str] = frozenset()
    inside_signs: frozenset[str] = frozenset()
    belonging: frozenset[str] = frozenset()
    heads_inside: bool = False
    term: tuple[str, ...] = ()
    sample: str = "— {}."
    desks: frozenset[str] = frozenset()
    pictures: tuple[str, ...] = ()


NEUTRAL = Spec()
