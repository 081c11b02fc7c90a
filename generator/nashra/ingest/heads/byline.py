"""Reading the lines around a headline that say who wrote it, when, and where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from urllib.parse import urlsplit

from nashra.ingest.dates.find import FoundDate, find_dates
from nashra.ingest.dates.number_words import day_words
from nashra.ingest.heads.dateline_places import is_place, without_place
from nashra.ingest.heads.houses import house_words, is_house
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key, words
from nashra.ingest.words.press_words import folded, keys, written
from nashra.languages.press.known import phrases

# A line of this kind is never longer (in characters), and a name has no more words than this.
MAX_LENGTH = 200
_MAX_NAME_WORDS = 6
_MAX_NAME_LENGTH = 60
# Years between publication and update.
_MOST_YEARS = 15

_KINDS = ("updated", "published", "author", "source")
_SIGN = r"\s*(?:/{1,2}|:|\||-)\s*"


# "Par Leïla Alaoui", "By John van Dyke": capitals tell a name from "Par ailleurs" where no sign does.
@lru_cache(maxsize=1)
def _signature() -> re.Pattern[str]:
    inside, staff, beside = (written("authors", kind) for kind in ("inside", "staff", "beside"))
    return re.compile(
        rf"(?i:{written('authors', 'by')})\s(?:(?:(?:{inside}|&)\s|d'|[A-ZÀ-ÖØ-Þ][\w.'’-]*\s?){{1,8}}|(?i:{staff}))"
        rf"(?=\s*(?:\Z|[(,;|/–-]|(?:{beside})\s))"
    )


# Words between a date and what belongs to it, words of events and deadlines, and those that no name begins or
# ends in.
_FILLERS, _EVENTS, _EDGE_WORDS = (keys(field) for field in ("fillers", "events", "edges"))

_SPLIT = re.compile(r"\s*[|•·،؛,;/()\[\]«»›‹►◄●▪]+\s*|\s+[-–—]+\s+|^[-–—]+\s*|\s*[-–—]+$|\s*:\s*")
_URL = re.compile(r"https?://[^\s<>\"'«»]+", re.IGNORECASE)
_ADDRESS = re.compile(r"[<(\[]?\s*[\w.+%-]+@[\w-]+(?:\.[\w-]+)+\s*[>)\]]?")
_CAPITAL = re.compile(
    r"[A-ZÀ-ÖØ-Þ]|(?:de|du|des|la|el|al|ben|bin|bint|ibn|van|von|der|den|da|di|d'|l'|al-|el-)", re.UNICODE
)
_NAME = re.compile(r"[^\W\d_][\w.'’ʼ&@\- ]*\Z")
_FULL_STOP = re.compile(r"\w[.!?؟…]\s*\Z")
_EDGES = " \t\u00a0.:;,،؛|/\\-–—•·*#()[]«»\"'“”@_"


@dataclass(frozen=True, slots=True)
class Byline:
    """What one line says. `labelled`: a word such as "by", "source" or "published" stands in it.

    bare_name:  the author stands there without a label, so he is a good guess.
    weakly:     its labels are ones that events bear too: "date: 12 May".
    clock_of:   by whose clock the hour is told, in the line's own words: "بتوقيت الدوحة".
    unresolved: a relative date such as "منذ 4 أشهر", which nobody can place without knowing when it was copied.
    """

    author: str | None = None
    source: str | None = None
    source_url: str | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    unresolved: str | None = None
    labelled: bool = False
    bare_name: bool = False
    weakly: bool = False
    clock_of: str | None = None


@dataclass(slots=True)
class _Reading:
    """A byline while it is read, and the pieces that fit nowhere."""

    author: str | None = None
    bare_name: bool = False
    source: str | None = None
    published: FoundDate | None = None
    updated: FoundDate | None = None
    unresolved: str | None = None
    labels: int = 0
    sure: int = 0
    dates: int = 0
    strange: bool = False
    clock_of: str | None = None


@lru_cache(maxsize=1024)
def read_byline(line: str) -> Byline | None:
    """What `line` (cleaned) tells about the article; None when it is no such line.

    A line counts only when all of it can be accounted for: dates, labels and what they announce, and at most one bare
    name beside a date. So a sentence that happens to have a date in it is left alone.
    """
    if not line or len(line) > MAX_LENGTH:
        return None
    if boilerplate.is_agency(line):
        return Byline(source=line.strip(_EDGES))
    line = _ADDRESS.sub(" ", line) if "@" in line else line
    url = _URL.search(line)
    text = line if url is None else f"{line[: url.start()]} {line[url.end() :]}"
    found = find_dates(text)
    if any(_range().fullmatch(fold(text[one.end : two.start]).text) for one, two in pairwise(found)):
        return None  # from one day to another: an event, and no moment of publication
    reading = _Reading(dates=len(found))
    label: str | None = None
    edges = [0, *(place for each in found for place in (each.start, each.end)), len(text)]
    for index, (start, end) in enumerate(pairwise(edges)):
        if index % 2:
            _take_date(reading, text, found[index // 2], label)
            label = None
        else:
            label = _take_text(reading, text[start:end], label)
            announces = label is None and end < len(text) and text[start:end].rstrip().endswith(":")
            goes_on = start > 0 and label is None and text[start:end].lstrip().startswith(":")
            if (announces and not is_place(text[start:end].strip(_EDGES))) or (goes_on and not reading.labels):
                return None  # "deadline: 12 May", "12 May: the opening"
        if reading.strange:
            return None
    if not reading.labels and not found:
        return None
    if url is not None and label == "source" and reading.source is None:
        reading.source = urlsplit(url[0]).hostname
    if not (reading.author or reading.source or found):
        return None
    if _is_span(reading.published, reading.updated):
        return None  # a life, a reign: nothing is brought up to date after so long
    if reading.bare_name and not (reading.published or reading.updated) and _FULL_STOP.search(line):
        return None  # a sentence of few words: "ثلاثين بالمئة قبل شهر واحد فقط."
    return Byline(
        author=reading.author,
        source=reading.source,
        source_url=url[0].rstrip(".,;:)") if url is not None and reading.source else None,
        published=reading.published,
        updated=reading.updated,
        unresolved=reading.unresolved,
        labelled=reading.labels > 0,
        bare_name=reading.bare_name,
        weakly=reading.labels > 0 and not reading.sure,
        clock_of=reading.clock_of,
    )


def _is_span(first: FoundDate | None, second: FoundDate | None) -> bool:
    days = [each.day for each in (first, second) if each is not None and each.day is not None]
    return len(days) == 2 and abs(days[1].year - days[0].year) > _MOST_YEARS


def _take_date(reading: _Reading, text: str, found: FoundDate, label: str | None) -> None:
    if found.is_relative:
        before = _last_label(text[: found.start]) if label else ""
        reading.unresolved = (before + text[found.start : found.end]).strip()
    elif label == "updated":
        reading.updated = reading.updated or found
    elif reading.published is None:
        reading.published = found
    elif reading.updated is None and (found.day, found.clock) != (reading.published.day, reading.published.clock):
        reading.updated = found


def _last_label(text: str) -> str:
    """The label that `text` ends in, with its separator: "آخر تحديث : "."""
    folded = fold(text)
    starts = [found.start() for found in _label_pattern(True).finditer(folded.text)]
    return text[folded.origin(starts[-1]) :] if starts else ""


def _take_text(reading: _Reading, text: str, label: str | None) -> str | None:
    """Read the text between two dates; the result is the label that governs what comes next."""
    if reading.dates:
        text = _clock().sub(" ", text)  # "Mis à jour à 11:20", beside the day
    folded = fold(text)
    place = 0
    # "By" and "Par" count without a sign where a name follows
    dated = reading.dates > 0 or _signature().match(text.strip()) is not None
    for found in _label_pattern(dated).finditer(folded.text):
        _take_names(reading, text[folded.origin(place) : folded.origin(found.start())], label)
        label = (found.lastgroup or "").partition("_")[0]
        reading.labels += 1
        reading.sure += (found.lastgroup or "").endswith("_1")
        place = found.end()
    rest = text[folded.origin(place) :]
    _take_names(reading, rest, label)
    return label


def _take_names(reading: _Reading, text: str, label: str | None) -> None:
    pieces = [piece.strip(_EDGES) for piece in _SPLIT.split(text)]
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        name = piece
        if not name or all(word in _FILLERS for word in words(name)):
            continue
        if label is None and words(name)[0] in keys("dates", "drawn_up"):
            continue  # "وحرر بالرباط، في 16 يوليوز 2024", at the foot of a communiqué
        name = _without_agency(name, reading) if label == "author" else name
        if label == "author" and reading.author is None and _is_role(name) and is_person(behind):
            continue  # "بقلم الصحفي: كريم زروقي"
        if boilerplate.is_agency(name) or (label == "source" and reading.source is None and _may_be_name(name, True)):
            reading.source = reading.source or name
        elif boilerplate.match(name) or boilerplate.is_section(name):
            continue
        elif label == "author" and reading.author and (says_role(name) or name[0].islower()):
            continue  # "By Sara Idrissi, Tetouan Correspondent", "Par Sara Idrissi, maîtresse de conférences"
        elif (reading.author or label != "author") and (reading.dates or label) and is_house(name, among=text):
            reading.source = reading.source or name  # "Par Khadija Lamrani (Le360)", "LE MATIN | 26 novembre 2026"
        elif label == "author" and reading.author and len(words(name)) == 1:
            continue  # "مراسلة: يوسف بوستة / تارودانت"
        elif label != "author" and reading.dates and _zone().fullmatch(fold(name).text):
            reading.clock_of = name  # "21:30 بتوقيت الدوحة"
        elif label != "author" and _is_event(name):
            reading.strange = True
        elif label != "author" and reading.dates and (len(words(name)) == 1 or is_place(without_edges(name))):
            continue  # one bare word is a place or a section more often than a person
        elif label != "author" and set(words(name)[:1] + words(name)[-1:]) & _EDGE_WORDS:
            reading.strange = True
        elif reading.author is None and _may_be_name(name, False) and (label == "author" or reading.dates):
            name = without_edges(without_place(name)[0]) or name
            reading.author, reading.bare_name = name, label != "author"
        else:
            reading.strange = True


def _without_agency(name: str, reading: _Reading) -> str:
    """`name` without the agency behind it, which is the source then: "Sara Hill Associated Press"."""
    for rest, agency in boilerplate.agencies_behind(name):
        if " " in rest:
            reading.source = reading.source or agency
            return rest
    return name


def _may_be_name(text: str, digits: bool) -> bool:
    if len(text) > _MAX_NAME_LENGTH or not 1 <= len(words(text)) <= _MAX_NAME_WORDS:
        return False
    if digits:
        return any(character.isalpha() for character in text)
    return _NAME.match(text) is not None and not any(character.isdigit() for character in text)


def _is_event(text: str) -> bool:
    found = words(text)
    return not _EVENTS.isdisjoint([*found, *(word[1:] for word in found if word.startswith("و"))])


def without_edges(name: str) -> str:
    """`name` without a preposition that belongs to the date beside it: "Rabat le"."""
    parts = name.split()
    while parts and key(parts[-1]) in _EDGE_WORDS:
        parts.pop()
    return " ".join(parts)


def is_person(text: str) -> bool:
    """Whether `text` could be a person's name: a bare name that is none of a place, a section or an event; in scripts
    with capitals each word has one, or is a particle of names."""
    if len(text.split()) < 2 or not is_bare_name(text) or is_place(text) or boilerplate.is_section(text):
        return False
    if words(text)[0] in house_words() | keys("authors", "article"):
        return False  # "جريدة الضفة"
    return not re.search(r"[A-Za-z]", text) or all(_CAPITAL.match(word) for word in text.split())


def is_bare_name(line: str) -> bool:
    """Whether `line` could be a person's name and nothing else: two to four words, no sign, no figure."""
    if _is_event(line) or set(words(line)[:1] + words(line)[-1:]) & _EDGE_WORDS or says_role(line):
        return False
    if words(line) and words(line)[-1] in day_words():
        return False  # "الجزء الثاني"
    return 2 <= len(words(line)) <= 4 and _may_be_name(line, False) and not boilerplate.is_sentence(line)


def says_role(text: str) -> bool:
    """Whether `text` says what somebody is in a newsroom: "صحافية متدربة", "Journaliste à Casablanca"."""
    return _role().search(fold(text).text) is not None


def _is_role(text: str) -> bool:
    """Whether `text` is what somebody is in a newsroom and nothing else, with or without an article."""
    bare = [word for word in words(text) if word not in keys("authors", "article")]
    return len(bare) == 1 and has_role(bare[0])


def has_role(text: str) -> bool:
    """Whether a word of `text` is one for what somebody is in a newsroom, be it with an article: "نبذة عن الكاتب"."""
    return any(_role_alone().fullmatch(word) for word in words(text))


@lru_cache(maxsize=1)
def _role_alone() -> re.Pattern[str]:
    return re.compile(rf"(?:{folded('dates', 'article')})?(?:{folded('authors', 'role')})")


@lru_cache(maxsize=2)
def _label_pattern(dated: bool) -> re.Pattern[str]:
    """Labels in folded text, each as a group named after its kind and a number; `dated`: the line has a date."""

    def groups(field: str, suffix: str) -> str:
        return "|".join(f"(?P<{kind}{suffix}>{folded(field, kind)})" for kind in _KINDS if phrases(field, kind))

    optional = rf"(?![^\W_])(?:{_SIGN})?"
    unsure = optional if dated else _SIGN
    # a label does not begin inside a word; a date may be glued to it on the left
    return re.compile(
        rf"(?<![^\W\d_])(?:(?:{groups('labels', '_1')}){optional}"
        rf"|(?:{groups('weak_labels', '_2')}){unsure}|(?:{groups('signed_labels', '_3')}){_SIGN})"
    )


@lru_cache(maxsize=1)
def _range() -> re.Pattern[str]:
    """What leads from one day to another, in folded text."""
    return re.compile(rf"\s*(?:[-–—]|(?:{folded('dates', 'until')})(?:\s+(?:{folded('dates', 'on')}))?)\s*")


@lru_cache(maxsize=1)
def _clock() -> re.Pattern[str]:
    hour, part = written("dates", "hour"), written("day_parts")
    return re.compile(
        rf"(?<!\w)(?:(?:{hour})\s+)?(?:[01]?\d|2[0-3])\s?[:hH]\s?[0-5]\d(?:\s?(?:{part}|GMT|UTC))?(?!\w)", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def _zone() -> re.Pattern[str]:
    """What says by which place's clock an hour is meant, in folded text."""
    return re.compile(rf"(?:{folded('authors', 'clock_of')})")


@lru_cache(maxsize=1)
def _role() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{folded('authors', 'role')})(?!\w)")
