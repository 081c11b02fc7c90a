"""A line of the head that signs an article without a label: `هسبريس - سعيد بنداود`, `الرباط ـ «القدس العربي»:`,
`Khadija Lamrani, à Rabat`, `TelQuel`.

Such a line says nothing by itself; it counts beside the day of publication, and what it tells is a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nashra.ingest.heads.byline import is_person, says_role
from nashra.ingest.heads.dateline_places import is_place, without_place
from nashra.ingest.heads.houses import is_house
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.press_words import keys, written

_LONGEST = 90
_MOST_PIECES = 4
_SPLIT = re.compile(r"\s*[|•·،,;/()\[\]▪]+\s*|\s+[-–—ـ]+\s+|^[-–—]+\s*|\s*[-–—]+\Z|\s*:\s+|:\Z")
_QUOTED = re.compile(r"[«\"“]([^«»\"“”]{2,40})[»\"”]")
_LABEL = re.compile(r":\s*\S")
_LISTED = re.compile(r"[,،;؛]\s")
_INITIALS = re.compile(r"(?:[^\W\d_]\.\s?){1,2}[^\W\d_]?\.?")
_EDGES = ' \t\u00a0.:;,،؛|/\\-–—*_«»"“”'


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the person, the house, the place where that is; each is None where the line has none.

    unknown: a word that could be a house's name as well as a section's; it is nobody's.
    """

    author: str | None = None
    source: str | None = None
    place: str | None = None
    unknown: str | None = None


def read_signature(line: str) -> Signature | None:
    """What `line` signs with; None where not all of it is a person, a house, or a place."""
    text = _before().sub("", line)
    if not text or len(line) > _LONGEST or boilerplate.is_sentence(line):
        return None
    if line.endswith((".", "!", "؟", "?", "…")) and not _INITIALS.fullmatch(line):
        return None
    quoted = {found[1].strip() for found in _QUOTED.finditer(text)}
    people: list[str] = []
    houses: list[str] = []
    places: list[str] = []
    unknown: list[str] = []
    roles: list[str] = []
    pieces = [piece for each in _SPLIT.split(text) if (piece := each.strip(_EDGES))]
    if not 1 <= len(pieces) <= _MOST_PIECES:
        return None
    pieces = [name for name, before in zip(pieces, ["", *pieces], strict=False) if not _credit().fullmatch(before)]
    desks = [piece for piece in pieces if key(piece) in keys("authors", "desks")]
    for piece in pieces:
        name, place = without_place(_correspondent().sub("", piece))
        places += [place] if place else []
        if not name or name in desks or key(name) in keys("datelines", "filler") or _credit().match(name):
            continue
        if is_place(name):
            places.append(name)
        elif name in quoted or is_house(name, among=line):
            houses.append(name)
        elif says_role(name) or boilerplate.are_sections(name):
            roles.append(name)
        elif _INITIALS.fullmatch(name) or all(map(is_person, _and().split(name))):
            people.append(name)
        elif boilerplate.is_section(name):
            continue
        elif len(words(name)) == 1 and _is_name(name):
            unknown.append(name)
        else:
            return None
    if len(people) == 2 and not houses and not _LISTED.search(text):
        houses.append(people.pop())  # "Safaa Kasraoui | Morocco World News": the person comes first
    if unknown and _LABEL.search(text):
        return None  # "المكان: الرباط"
    if unknown and not houses and (people or places):
        houses.append(unknown.pop())
    people = people or desks
    if max(map(len, (people, houses, unknown))) > 1 or not (people or houses or places or unknown or roles):
        return None
    author, source, spare = (next(iter(each), None) for each in (people, houses, unknown))
    return Signature(author, source, ", ".join(places) or None, spare)


def _is_name(word: str) -> bool:
    """Whether one word could be a name: it has a capital, in scripts that know them."""
    return word.isalpha() and (not word[0].islower())


@lru_cache(maxsize=1)
def _before() -> re.Pattern[str]:
    """What stands before one who signs: "كتب محمود عبد الغني"."""
    return re.compile(rf"\A(?:{written('authors', 'wrote')})\s*:?\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    """What stands before the maker of the pictures: "تصوير محمود الركراكي"."""
    return re.compile(rf"\A(?:{written('pages', 'credit')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _and() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{written('authors', 'and')})\s+", re.IGNORECASE)


@lru_cache(maxsize=1)
def _correspondent() -> re.Pattern[str]:
    """What stands before the name of one who reports from a place, or before the place."""
    return re.compile(rf"\A(?:{written('datelines', 'correspondent')})(?:\s+|\Z)", re.IGNORECASE)
