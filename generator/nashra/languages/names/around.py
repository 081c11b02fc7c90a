"""Words that, standing beside a name, make another name of it, or say whose name it is: what they are, as data.

The words of a language stand in `around_CODE`, which its own file names.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """Words of one language, in lower case. In Arabic they stand without article and attached particles.

    article:    the article that is written together with a word.
    seeming:    words that begin with its letters and have none. no_article: how a word begins that has none, though
                folding makes it look so: إليوت.
    callings:   what people are. Between a thing with the article and a name they tell that the thing is not named after
                it: صمم المعرض المهندس فلان.
    kin:        before a person's name they are part of a longer one: bin, ben, ibn, abu.
    constructs: names that a noun with the article makes another of: مونديال الشباب, أولمبياد الرياضيات.
    years:      "year" and the like before a date.
    descent:    son of, daughter of: after a full name they go on with it, as in محمد بن سلمان بن خالد.
    articles:   small words that no full name of a person has before it: the Mohammed bin Salman is a ship.
    family:     relatives: a place with a first name for its name is none right behind them: their daughter Paris.
    juniors:    after a person's name they make a relative of him: Jr, fils.
    given:      first names. Before a full name they make another person of it, before a surname a relative.
    western:    those of them behind which a place is a surname: دينزل واشنطن.
    namesakes:  places that are first names too, and begin a person's name between "said" and "that".
    acts:       verbs of men, which no town can have for its subject: سجل بغداد بونجاح.
    halves:     words that a given name may have for its second half: صلاح الدين, Salah Eddine.
    ordinary:   words before a surname that are no given name, in a script where capitals do not tell.
    things:     things that are named after persons, before the name: avenue, hospital, prize.
    crafts:     those of them that stand with the article right before their name: الفرقاطة محمد السادس. Others with
                it are the subject of the verb before: كرم النادي محمد صلاح.
    named:      the same, after the name: Mohammed VI Bridge.
    turns:      those of the things that open a sentence behind a comma too: place au sport.
    between:    what may stand between a thing and the name: hôpital universitaire, مستشفى الأمير.
    heads:      before the name of a place they make something else of it: gulf, bank, university of.
    tails:      the same, after it: Kenitra University.
    fairs:      fairs, hospitals and the like, whose the name before an adjective is: معرض دمشق الدولي.
    bodies:     words of a name that begins with a place, written with a capital: Boston Consulting Group.
    teams:      the same right after the place: Chicago Bulls.
    directions: adjectives that part a land: اللاتينية, du Nord.
    newer:      those of them that make a new town of a name even behind geography: منطقة مصر الجديدة.
    arms:       before the name of a body they make another of it: brigades of Hezbollah.
    areas:      parts of a town that are named after anything, before or after the name.
    wings:      the same, after it.
    surnames:   surnames that are no adjectives; after a full name they make another person of it.
    offices:    titles and offices by which a surname alone tells who is meant.
    players:    those of them that sportsmen have: a minister is no goalkeeper. neutral: those that anybody has.
    joint:      "and" as a word, between two who have an office together.
    lead:       what may stand between an office and the surname: président de la République, former president.
    women:      titles of women.
    sports:     sports, and what goes with one, that a cup, a side or a federation may be of; football is not there,
                since the bodies and cups of the registry are its own.
    ball:       the word for ball in the names of sports.
    cups:       what may stand between a quality and the name of a cup: Women's World Cup.
    games:      those of the sports whose names mean nothing else: in one sentence with the football side of a land, or
                a football cup, they make another of it.
    football:   how football is called after a name: "for football", "de football".
    qualifiers: words after a cup, a side or a body that make another of it: women's, youth, winter, national.
    fields:     those with "for" before what a body works for; behind one word they belong to what goes before it.
    ages:       words that, with a number, do the same: تحت 20, moins de 23.
    epithets:   adjectives after a body that leave it what it is: "former", "new".
    indefinite: articles before an office behind a name: Macron, the president. of: "of" alone.
    ones:       the articles of one thing among others: he drank a Bordeaux.
    times:      words behind a cup that begin with "for" and leave it what it is: for the first time.
    namings:    words between a thing and its name: a horse called Damascus.
    works:      what has a name of its own, right before it: the film Casablanca.
    titled: what, beside the works, has a title of several words in quotation marks: le groupe « Les Enfants de Fès
    ».
    parts:      endings of adjectives that, behind a body whose name ends in a noun, make another of it; verbs: words
                that only look like such.
    links:      small words between a name and what belongs to it: of, de la.
    regions:    states and provinces by which towns are told apart: Cairo, Illinois.
    compass:    words that such names begin with: New Hampshire.
    states:     what such lands are called: ولاية.
    determiners: articles and the like, before a small noun that has a person's name right behind it. Such a noun is
                somebody's (le candidat X) or that of a thing named after him (le carrefour X).
    humans:     nouns of people, beside the offices, and of what is a person's own (le clan, l'affaire), or a time.
    human_endings: endings of nouns of people.
    clauses:    words before a determiner that make a verb of what looks like a noun: comme le souligne X.
    rivers:     words between a town and its river, joined by hyphens: Vienne-sur-Rhône.
    beats:      verbs of games beside the name of a side: Chelsea beat Valencia. meets: other words of games, that go
                with facing: "a draw with". yields: words behind which facing_next does: "lost to".
    facing:     "against". facing_next: "to", after those of yields, or the second word of facing: "face à".
    beaten_by:  "by", where it is none of facing; right behind one of beats.
    auxiliaries: what stands between a side and a participle. relegated: such participles.
    nearby:     prepositions that only places have: near. at: those that persons have too, behind the words of gives:
                à Florence, but hommage à Florence. tributes: nouns that do as they do.
    blames:     how verbs begin whose object is blamed for something, or robbed of it: accuser l'ONU de complicité.
    quarters:   adjectives with a capital that leave a land what it is: Eastern Ukraine.
    makers:     words that the description of a maker has, whose products' names begin with its own: Renault Clio.
    models:     words before a maker and the number of a model, where verbs stand first: طائرة بوينغ 737.
    hours:      acronyms behind an hour, which belong to no name behind them: at 8 PM Paris time.
    masculines: articles that no town has which has none in its name: le Bordeaux is a wine, le Dakar a rally.
    of_towns:   nouns before "of" and a town: the mayor of.
    visits:     verbs whose object, behind their subject, is a town, in a script without capitals.
    squads:     players, and what a club has beside them: a town that goes with one is its club.
    goals:      what is scored; with one of scored_for, or the attached particle, a town behind it is its club.
    sides:      words that the description of a side of a land has.
    youths:     those of the qualities that make another of a football side or cup anywhere in the sentence.
    clubs:      words that the description of a club has.
    towns:      words that the description of a town begins with.
    capitals:   "capital": behind it the name of a land is that of its seat: العاصمة تونس.
    races:      what goes from one town to another: سباق باريس نيس.
    liberations: "liberation", which with one of the movements before it makes the place behind it part of a name.
    hosts:      verbs between two sides: Liverpool host Real Madrid.
    treaties:   what is called after the town where it was made: accords d'Oslo.
    inside:     prepositions that say where a body stands: in, en, au.
    """

    article: str = ""
    seeming: frozenset[str] = frozenset()
    no_article: str = ""
    callings: frozenset[str] = frozenset()
    kin: frozenset[str] = frozenset()
    constructs: frozenset[str] = frozenset()
    years: frozenset[str] = frozenset()
    descent: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    juniors: frozenset[str] = frozenset()
    given: frozenset[str] = frozenset()
    western: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    halves: frozenset[str] = frozenset()
    ordinary: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    crafts: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    turns: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    fairs: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    teams: frozenset[str] = frozenset()
    directions: frozenset[str] = frozenset()
    newer: frozenset[str] = frozenset()
    arms: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    wings: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    players: frozenset[str] = frozenset()
    neutral: frozenset[str] = frozenset()
    joint: frozenset[str] = frozenset()
    lead: frozenset[str] = frozenset()
    women: frozenset[str] = frozenset()
    sports: frozenset[str] = frozenset()
    ball: frozenset[str] = frozenset()
    cups: frozenset[str] = frozenset()
    games: frozenset[str] = frozenset()
    football: frozenset[str] = frozenset()
    qualifiers: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    epithets: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    namings: frozenset[str] = frozenset()
    works: frozenset[str] = frozenset()
    titled: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    indefinite: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    ones: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    humans: frozenset[str] = frozenset()
    human_endings: tuple[str, ...] = ()
    clauses: frozenset[str] = frozenset()
    rivers: frozenset[str] = frozenset()
    beats: frozenset[str] = frozenset()
    meets: frozenset[str] = frozenset()
    yields: frozenset[str] = frozenset()
    facing: frozenset[str] = frozenset()
    facing_next: frozenset[str] = frozenset()
    beaten_by: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    relegated: frozenset[str] = frozenset()
    nearby: frozenset[str] = frozenset()
    at: frozenset[str] = frozenset()
    gives: frozenset[str] = frozenset()
    tributes: frozenset[str] = frozenset()
    blames: tuple[str, ...] = ()
    quarters: frozenset[str] = frozenset()
    makers: frozenset[str] = frozenset()
    models: frozenset[str] = frozenset()
    hours: frozenset[str] = frozenset()
    masculines: frozenset[str] = frozenset()
    of_towns: frozenset[str] = frozenset()
    visits: frozenset[str] = frozenset()
    squads: frozenset[str] = frozenset()
    goals: frozenset[str] = frozenset()
    scored_for: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    youths: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    races: frozenset[str] = frozenset()
    liberations: frozenset[str] = frozenset()
    movements: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()
    treaties: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    compass: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
