"""What the guards of translations know of a language's words: numbers, dates, hours, units, negation, places.

Tables are texts of one row a line, or with ";" between rows: a key, then the words for it. A word of several parts is
written with "_" between them; "*" at its end stands for the endings of `Wording.endings`. All words are compared folded
(without accents, tashkeel, hamza seats), so one spelling is enough; in Arabic without the article and attached
particles; "=" before a word keeps its article. "~" among the parts of a word stands for up to three words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Words of one language. The defaults are those of a language of which nothing is known.

    proclitics:   (letters that may stand before a word, "" for none), one group after another: "وف", "بكل".
    article:      what may stand between them and the word. case_ending: what a case may add: خامسا.
    future:       (what may stand before a verb, beginnings of the verbs that it stands before): سيغلق.
    nation:       the end of words that are a country or its adjective: السعودية.
    owners:       endings that say whose a thing is, of words in `opposites`: فوزه.
    endings:      (end of a word with "*", what may stand in its place).
    decimal, grouping: the separators of numbers; one that is in both decides by the three digits after it.
    cardinals, ordinals: value, words. 100 and the powers of a thousand multiply what stands before them.
    roman_endings: endings that make an ordinal of a Roman number: XIXe; the longest come first.
    alone:        words of the two tables above that count only beside another number.
    loose:        words of them that often mean something else: they explain a number and ask for none.
    glued:        two words in one, with "_" between them: mm_dh for MMDH.
    short:        value, letters that stand for it beside a currency: 5 M€.
    either:       fraction, words of `cardinals` that may say it too: خمس.
    uncounted:    words that count nothing. uncounted_signs: a pattern of such.
    between:      words between a number and what is counted: straight, full. origin: words before where one came from.
    one_share, share_of: words around an ordinal that make a fraction of it: a fifth of.
    out_of:       words between the two numbers of a share: one in five.
    route:        words between where something begins and where it ends: from Rabat to Fez.
    joiners:      words between the parts of a number; in Arabic it is the attached و.
    before_part:  words between a number and the half or the quarter that is added to it: two and a half.
    joined_tens:  whether units come before tens, with a joiner between them: خمسة وعشرون.
    vigesimal:    whether sixty and eighty go on to seventy and ninety, and four twenties are eighty.
    dual:         endings of words that may say "two" by themselves.
    times:        2, 3, words for so many times as much. nil: words for no goal.
    scores_turn:  whether it writes results in either order, 1-3 and 3-1.
    fractions:    fraction, words. vague: order of size, words for a number nobody counted: dozens.
    year_before:  words for the year before one that is named; month_before: for the month before one.
    compared:     words before what something is measured by.
    several:      words before a hundred or a thousand that nobody counted.
    hints:        values with "/" between them, words that may stand for one of them: a decade, a hat-trick.
    tens:         words that multiply the number before them by ten: decades.
    months, weekdays: number (Monday is 1), words. before_month: words after which an ambiguous month is one.
    at_month:     letters that may be attached to it and say the same.
    loose_months: months that are also something else. month_capitals: whether only a capital makes months of them.
    am, pm, night: words after an hour. clock: words before an hour. o_clock: words after one.
    past, before: words between minutes, or a part of an hour, and the hour: half past eight, ten to nine. spoken: words
                  before minutes of which the second kind is true; without them 20 to 10 is a result.
    hour_ending:  the end of the ordinals that are hours: الثامنة, not الثامن.
    hours:        words after an hour that make a duration as well.
    noon, midnight: words for them.
    below_zero:   words beside degrees of frost.
    units, currencies: name, words and signs. loose_units: words of them that are something else too.
    each:         name of a unit of time, words for what happens in each: monthly.
    percent:      words for "%".
    negators:     words of negation. mild: words that may stand for one: unable, failed, illegal.
    mild_prefixes: beginnings of such words, with `not_mild` words that begin alike.
    deny:         words of `mild` that deny for sure: failed, denied.
    contrary:     more of them, which another text often says in words of its own.
    excluded:     words of `mild` that affirm when they are denied: not ruled out.
    still:        words for "still"; goes_on: groups with a negation that say so: لا يزال;
                  no_more: groups for "no longer".
    idioms:       groups of words that negate nothing: not only, لا يزال.
    compounds:    negators that are part of the word behind the hyphen: no-frills, non-lieu.
    go_on:        negators that only go on with one before them; may_count: those of them that may be one of their own.
    begin:        negators that others complete: rien ne. completes: those others. no_negators: word and negator that
                  are no negation together: un pas.
    only:         words that make "only" of a negation before them, unless one of `not_only` is there too.
    comparing:    words of comparisons, behind which it denies nothing either: plus grand qu'il ne l'était.
    expletive:    words after which a negator denies nothing: avant qu'il ne parte.
    decades:      words before the two digits of one; of_a_decade: words that stand before nothing else: années 90;
                  after_decade: what is written at it: 1990s. decade_names: first year, words: nineties.
                  of: words between a number and what is counted.
    auxiliaries:  forms of verbs that only help another one, behind a negation: has not been seen.
    clauses:      words that begin a clause of its own: but, while.
    opposites:    "group:side" and words; a text has one side of a group, its translation has not the other.
    places:       id of a country or region, its names; nationalities that the tables of names lack.
    less:         words behind noon and midnight before a quarter that is taken away: midi moins le quart.
    town:         words for a town that need not be named: the capital.
    homeland:     words for a country that need not be named: le pays. calls: words before what something is called.
    meets:        words for what two do with each other, which may be said of either first.
    adjectives:   id of an organisation, adjectives that stand for it: أممي.
    capital_of:   how the table of names describes the capital of a country, in the project's own language.
    capitals:     whether they begin with a capital.
    chatter:      patterns of what a machine says beside the translation.
    localities:   words before the name of a place: the town of.
    sure:         words of `function` of which one is enough; shared: those that are words of another language too.
    repeats:      words that may follow themselves.
    function:     words that no text of another language has.
    foreign:      patterns of words that are not of this language, for words left as they were.
    titles:       words before the name of a person; no_people: words that no person is called by: General Assembly.
                  by: words before who does it, in the passive. beside: words between two who are named together.
    starts:       words before the first of two numbers, the second of which has one of `route`: from 6 to 4.
    wholes, parts: words before the second of two numbers which say that it is the whole, or a part: 2 of 5, including.
    against:      words before a number that was there before another: from 6, against 6.
    instead:      those of `pairs`, and others, behind which what was before stands: 5 instead of 3, from 3 to 5.
    pairs:        words between numbers that belong together: from 3 to 5, 2 against 1.
    """

    proclitics: tuple[str, ...] = ()
    article: str = ""
    case_ending: str = ""
    future: tuple[str, tuple[str, ...]] = ("", ())
    nation: str = ""
    owners: tuple[str, ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    decimal: str = ".,٫"
    grouping: str = ".,٬"
    cardinals: str = ""
    ordinals: str = ""
    roman_endings: str = ""
    alone: str = ""
    loose: str = ""
    glued: str = ""
    short: str = ""
    either: str = ""
    uncounted: str = ""
    uncounted_signs: str = ""
    between: str = ""
    origin: str = ""
    one_share: str = ""
    share_of: str = ""
    out_of: str = ""
    joiners: str = ""
    route: str = ""
    before_part: str = ""
    joined_tens: bool = False
    vigesimal: bool = False
    dual: tuple[str, ...] = ()
    times: str = ""
    nil: str = ""
    scores_turn: bool = False
    fractions: str = ""
    vague: str = ""
    year_before: str = ""
    month_before: str = ""
    compared: str = ""
    several: str = ""
    hints: str = ""
    tens: str = ""
    months: str = ""
    loose_months: str = ""
    month_capitals: bool = False
    before_month: str = ""
    at_month: str = ""
    weekdays: str = ""
    am: str = ""
    pm: str = ""
    night: str = ""
    clock: str = ""
    o_clock: str = ""
    past: str = ""
    before: str = ""
    spoken: str = ""
    hours: str = ""
    hour_ending: str = ""
    below_zero: str = ""
    noon: str = ""
    midnight: str = ""
    units: str = ""
    currencies: str = ""
    loose_units: str = ""
    each: str = ""
    percent: str = ""
    negators: str = ""
    mild: str = ""
    mild_prefixes: tuple[str, ...] = ()
    not_mild: str = ""
    deny: str = ""
    contrary: str = ""
    still: str = ""
    excluded: str = ""
    goes_on: str = ""
    no_more: str = ""
    idioms: str = ""
    compounds: str = ""
    go_on: str = ""
    may_count: str = ""
    begin: str = ""
    completes: str = ""
    no_negators: str = ""
    not_only: str = ""
    expletive: str = ""
    comparing: str = ""
    only: str = ""
    decades: str = ""
    of_a_decade: str = ""
    after_decade: str = ""
    decade_names: str = ""
    of: str = ""
    auxiliaries: str = ""
    clauses: str = ""
    opposites: str = ""
    places: str = ""
    capital_of: str = ""
    adjectives: str = ""
    homeland: str = ""
    town: str = ""
    less: str = ""
    calls: str = ""
    meets: str = ""
    capitals: bool = True
    chatter: tuple[str, ...] = ()
    repeats: str = ""
    function: str = ""
    localities: str = ""
    sure: str = ""
    shared: str = ""
    foreign: tuple[str, ...] = ()
    not_foreign: str = ""
    titles: str = ""
    no_people: str = ""
    by: str = ""
    beside: str = ""
    pairs: str = ""
    starts: str = ""
    wholes: str = ""
    parts: str = ""
    against: str = ""
    instead: str = ""


PLAIN = Wording()
