"""What is written around an article in raw text: a mail, a chat, a post, a page, a byline. One file a language.

Each field is a text of phrases with "|" between them; they are compared as folded words, so case, accents, hamza forms
and tashkeel do not count. What ends in `_starts` begins a line in which more may follow; the others are whole lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Press:
    """Phrases of one language. The defaults are those of a language of which nothing is known.

    mail_fields:    field of a message's head (from, to, copy, date, subject, other) -> its labels.
    reply_marks:    before a subject that was answered or passed on.
    forward_lines, forward_starts: above a message that was passed on.
    greetings:      a whole line, or its beginning where a name may follow; greeting_starts: where one follows.
    cover_starts:   a sentence of the sender, not of the article, begins so.
    press_labels:   what a press office writes above its text: no headline.
    closings, closing_starts: above a signature. device_starts: what a telephone adds.
    confidential_starts: the notice below a signature.
    chat_notices, chat_notice_starts: lines that a messenger writes by itself, and what stands for a file.
    chat_actions:   what it says that a member of a group did.
    see_more:       what a network prints at the end of a long text that it folds.
    reactions:      its buttons and counters below every text. audience: what it says of who may see one.
    cities:         cities of news that CLDR, which names one or a few a time zone, lacks.
    furniture:      kind of line on web pages (see `nashra.ingest.words.rules`) -> such lines; `#` is any number,
                    and the ends `…`, `: …` and `(:) …` say what may follow.
    furniture_words: kind -> words of which a line of nothing but these and numbers is made.
    reaching:       words with which a house says, below a text, how its author is reached or followed.
    homes:          how the way to a page begins. sections: what stands above a headline.
    agencies:       as they are credited in a line of their own or beside a date, with stock words for them.
    labels:         updated, published, author, source -> words before it that say so by themselves.
    weak_labels:    those that also begin headlines and sentences. signed_labels: those that are mostly plain words.
    fillers:        words between a date and what belongs to it. edges: those that no name begins or ends in.
    events:         what stands beside a date with one of them is an announcement, no name.
    months, weekdays: spellings of the press that CLDR lacks; a month by its number.
    day_parts:      am, pm, night (late evening or small hours) -> words after an hour.
    time_units:     second to year -> its forms. time_duals: those that count two by themselves.
    small_numbers:  number, None for a few -> words for it. moments: (unit, how many ago) -> words for it.
    zones:          minutes east of Greenwich -> names and letters of a time zone.
    dates:          words in and around dates: article (glued to a noun), day ("on the day"), on (before a day),
                    drawn_up (before the place and the day at the foot of a communiqué), of
                    (before a month), in_year (before a year), first (of a month), ordinal (endings of numbers),
                    era, islamic_era, same_day (between a date and the same one of another calendar), hour (before
                    an hour), hour_glued (glued to one), hour_and (between an hour and its minutes), full_hour (for
                    the minutes of a full one), until (between two dates), ago and ago_after (before and after an
                    age), about, one (after a unit of time), numbered (what bears a number that looks like a date)
                    and numbered_more (between it and the number).
    datelines:      agency and agency_end (first and last words of an agency's name), correspondent (before a name),
                    filler (what else stands there), sentence (words that begin a sentence and no place's name),
                    small (words of a name that have no capital).
    authors:        label (before a name), signed (those that need a sign), from (over a dateline), by (within a
                    line), trailing (after a name, before its date), in (before the place of a writer), role (after
                    a name), nobody (accounts that are no persons), and (between two names), inside (small words
                    of names), staff (who signs without a name), beside (what may follow a signature), wrote (before
                    a name that signs), clock_of (whose clock an hour is told by), article (with which no person's name
                    begins).
    pages:          site_rules (pages on which a site sets out its rules), network (where people are followed),
                    first_on (the line that feeds add), updated (just before a date), stamped (before an hour),
                    untitled (titles that say nothing), sponsored (labels of a text that is paid for), copied (before
                    the day on which a page was printed or fetched),
                    goes_on (at the end of a text that was cut), credit (before the maker of a picture),
                    saved_folder (end of the name of the folder that browsers save beside a page),
                    error, gone (in the title of what a server sends in the place of a page: before a number, alone),
                    gate (titles of pages that ask for consent, or whether a person reads).
    speech:         kind of furniture -> beginnings of words with which it speaks of itself and an article hardly
                    does; windows: what a link says, unseen, of the window that it opens.
    wires:          urgent and note (slugs above a report), editors (before a note for them), rubric (before a slash
                    and a headline), over (below a report), code (before the initials there), utc and local (behind
                    the hour of a stamp).
    prints:         page (before its number), of and of_pages (before how many there are; `of` also where the word
                    for a page is not there), issue (before the number of a newspaper), hyphen_first and
                    hyphen_second (parts of words that are written with a hyphen wherever they stand).
    networks:       count (thousands and millions of reactions), age (letters for units of time), account_picture
                    (what the picture of an account is called), below (first words of lines below a post), likes
                    (behind their number).
    forms:          labels of the fields of a form: title, text (what follows is text, or a standfirst), other (of
                    no use to an article).
    institutions:   first words of the names of those who send releases.
    press_contacts: before the names and numbers of a press office. chat_replies: a whole message that is no news.
    chat_files:     before the name of a file in a messenger. mail_wrote: after the name of who wrote what is
                    quoted.
    letters:        by_use (the alphabet, most frequent first), glued (what words begin with), words (that every
                    text has): evidence that bytes were read in the right encoding.
    In `datelines` to `pages`, a phrase that ends in `*` goes on within its word, and `…` stands for other text.
    """

    mail_fields: Mapping[str, str] = field(default_factory=dict)
    reply_marks: str = ""
    forward_lines: str = ""
    forward_starts: str = ""
    greetings: str = ""
    greeting_starts: str = ""
    cover_starts: str = ""
    press_labels: str = ""
    closings: str = ""
    closing_starts: str = ""
    device_starts: str = ""
    confidential_starts: str = ""
    chat_notices: str = ""
    chat_notice_starts: str = ""
    chat_actions: str = ""
    see_more: str = ""
    reactions: str = ""
    audience: str = ""
    cities: str = ""
    furniture: Mapping[str, str] = field(default_factory=dict)
    furniture_words: Mapping[str, str] = field(default_factory=dict)
    reaching: str = ""
    homes: str = ""
    sections: str = ""
    agencies: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)
    weak_labels: Mapping[str, str] = field(default_factory=dict)
    signed_labels: Mapping[str, str] = field(default_factory=dict)
    fillers: str = ""
    edges: str = ""
    events: str = ""
    months: Mapping[int, str] = field(default_factory=dict)
    weekdays: str = ""
    day_parts: Mapping[str, str] = field(default_factory=dict)
    time_units: Mapping[str, str] = field(default_factory=dict)
    time_duals: Mapping[str, str] = field(default_factory=dict)
    small_numbers: Mapping[int | None, str] = field(default_factory=dict)
    moments: Mapping[tuple[str, int], str] = field(default_factory=dict)
    zones: Mapping[int, str] = field(default_factory=dict)
    dates: Mapping[str, str] = field(default_factory=dict)
    datelines: Mapping[str, str] = field(default_factory=dict)
    authors: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    speech: Mapping[str, str] = field(default_factory=dict)
    wires: Mapping[str, str] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    networks: Mapping[str, str] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)
    press_contacts: str = ""
    institutions: str = ""
    chat_replies: str = ""
    chat_files: str = ""
    mail_wrote: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
