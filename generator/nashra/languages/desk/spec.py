"""What colleagues of a newsroom write to each other in a text that is not ready. One file a language.

Each field is a text of phrases with "|" between them; they are compared as `plain` words, so case, accents, hamza
forms, tashkeel and punctuation do not count.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """Phrases of one language. The defaults are those of a language of which nothing is known.

    held:     begins a line of its own, or a remark in brackets, that says: not for readers.
    then:     words that may follow it, as in "not before six"; what else follows makes a sentence of it.
    alone:    says that a text is not ready where it is all that a line holds, above or below the text.
    embargo:  before a day or an hour, in a line of its own.
    notes:    before a colon at the beginning of a paragraph, and in brackets: for colleagues.
    asks:     begins a remark in brackets that asks a colleague for something.
    pleas:    begins such a remark in round brackets too, where nothing else could be meant.
    slots:    in square brackets in a paragraph of its own, before a colon: what is still to be put in.
    fillers:  words that fill a page until there are others; anywhere.
    answers:  how a program that writes texts begins its answer, above a text. offers: what it says below it.
    greetings: before a name, in a mail or a message.
    covers:   what comes with a text that is handed over.
    disclaimers: begins what mail programs of companies write below a mail.
    comments: before the sign of a comment, as word processors print it.
    tracked:  before a colon, as they print changes.
    proposals: before a colon and words in quotation marks, as editors on the web print a change that is proposed.
    cleared:  begins a short line above or below a text that says who has read it, or that it may go out.
    before:   in a line that asks for something "before publication".
    counts:   what the length of a text is told in, behind a number. ends: a last line that says "the end".
    prompts:  begins what a program was asked to do with a text.
    unknown:  before question marks: what is still to be found out.
    titles:   a title that is none yet. copies: begins the name of a copy. marks: ends one, behind a dash or in
              brackets.
    summaries: a summary that is none yet. accounts: names of those who may log in, which sign nothing.
    alts:     words of a picture that are none yet.
    secrets:  before a colon and a password.
    lone:     begins a short paragraph, or what stands in brackets, that only colleagues need: what is still to be done
              with a text, what may be cut from it, what came along with it.
    fields:   before a colon at the beginning or the end of a text: fields of a form that it was written in.
    headlines: before a colon at the beginning of a title, or of a text.
    tells:    somewhere in a remark in brackets: what one colleague asks of another, or tells them to have done.
    told:     behind a name, begins what one colleague asks another.
    links:    in round brackets: what holds the place of a link.
    once:     words that no sentence has twice in a row.
    papers:   before the number of a paper that says who somebody is.
    bank:     before the number of a bank account. gifts: in a text that asks for money, or tells how to pay.
    shielded: those who are to be protected, and what is their own. real: before a name that is to stay unknown.
    blanks: begins, in square brackets, what is still to be found out, before what it is of.
    counters: beside a middle dot, what a page counts, or when it was changed.
    notices: ends a line that a messenger writes by itself.
    due: before one of the doings or deeds, says that it is still to be done.
    readers: in a line that tells readers, and no colleague, what to do; and the verbs of a sentence.
    works:    the parts of an article, as a desk calls them. own: those of them that hardly stand in one.
    doings:   begins what a colleague is to do with one; modals: may begin it, and other sentences. pending: says of one
              that it is still to come or to be done.
    answering: how a language model may begin, before a colon, where a word of `versions` follows. given: what it says
              of the text that it was asked about.
    selves:   how it begins to speak of itself.
    backups:  in the name of a file that holds copies of others.
    offering: how a language model may begin its offer. versions: what it offers to make of a text.
    on:       before the day of an embargo.
    unfinished: words that neither a sentence nor a title ends with, in any language: `or` is French for gold.
    lists:    names of files in which a desk keeps those whom it calls.
    spoken:   words by which one says "I" to another, and hardly an article. yours: by which one says "you".
    parts:    a part of this very text, which no article names. drafted: what becomes of a text that is written anew.
    deeds:    what is done to a text that is being made.
    bare:     begins, before one of the `deeds`, what one says to another without a subject. lacks: before one of the
              `works`, what is missing.
    units:    behind a number, or behind what holds the place of one.
    """

    held: str = ""
    then: str = ""
    alone: str = ""
    embargo: str = ""
    notes: str = ""
    asks: str = ""
    pleas: str = ""
    slots: str = ""
    fillers: str = ""
    answers: str = ""
    offers: str = ""
    greetings: str = ""
    covers: str = ""
    disclaimers: str = ""
    comments: str = ""
    tracked: str = ""
    proposals: str = ""
    cleared: str = ""
    before: str = ""
    counts: str = ""
    ends: str = ""
    prompts: str = ""
    unknown: str = ""
    titles: str = ""
    copies: str = ""
    marks: str = ""
    summaries: str = ""
    accounts: str = ""
    alts: str = ""
    secrets: str = ""
    lone: str = ""
    fields: str = ""
    headlines: str = ""
    units: str = ""
    lists: str = ""
    tells: str = ""
    told: str = ""
    links: str = ""
    once: str = ""
    papers: str = ""
    bank: str = ""
    gifts: str = ""
    shielded: str = ""
    real: str = ""
    blanks: str = ""
    counters: str = ""
    notices: str = ""
    due: str = ""
    readers: str = ""
    works: str = ""
    own: str = ""
    doings: str = ""
    modals: str = ""
    pending: str = ""
    offering: str = ""
    answering: str = ""
    given: str = ""
    selves: str = ""
    backups: str = ""
    versions: str = ""
    on: str = ""
    unfinished: str = ""
    spoken: str = ""
    yours: str = ""
    parts: str = ""
    drafted: str = ""
    deeds: str = ""
    bare: str = ""
    lacks: str = ""
