"""Memories of other tools, taken in: they are content, one TMX file each in content/memory/, which people may read,
edit and delete like any other.

A pair without a mark of Nashra's is a machine's until a person says otherwise (`nashra memory import --approved`):
other tools do not keep apart what people wrote and what they only passed on.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import visible, write_atomic
from nashra.kit.spaces import one_line, shortened
from nashra.markup.blocks import split
from nashra.markup.inline import parse
from nashra.markup.slots import texts
from nashra.model import Article, Version
from nashra.settings.config import Settings
from nashra.translate.approved import approved_texts
from nashra.translate.exchange.tmx import format_tmx, pairs_of
from nashra.translate.memory import APPROVED, Pair, Unit

FOLDER = "memory"
SUFFIX = ".tmx"
_MOMENT = "%Y%m%dT%H%M%SZ"
_NO_NAME = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Found:
    """What the imports make of a text.

    approved: by a person. unsure: there is another translation of the same standing.
    """

    target: str
    approved: bool
    unsure: bool


@dataclass(frozen=True, slots=True)
class _Place:
    unit: Unit
    path: Path
    line: int


class Imports:
    """All pairs of content/memory/."""

    def __init__(self, places: Iterable[tuple[Unit, Path, int]] = ()) -> None:
        """places: pairs with the file and the line where each stands."""
        self._known: dict[tuple[str, str, str], list[_Place]] = defaultdict(list)
        for unit, path, line in places:
            self._known[unit.source_code, unit.target_code, one_line(unit.source)].append(_Place(unit, path, line))

    @classmethod
    def load(cls, settings: Settings) -> tuple[Imports, list[Problem]]:
        """Those of a site, and what is wrong: a file that cannot be read is left out."""
        places = []
        paths, problems = visible(settings.content / FOLDER, settings.inside)
        for path in paths:
            if path.suffix.lower() != SUFFIX:
                hint = f"what is imported lies here as {SUFFIX}; move the file away"
                problems.append(Problem("this file is not read", path, None, hint, warning=True))
                continue
            try:
                places += [(each.unit, path, each.line) for each in pairs_of(path, settings.languages)]
            except ContentError as error:
                problems.extend(error.problems)
        return cls(places), problems

    def __bool__(self) -> bool:
        return bool(self._known)

    def find(self, pair: Pair, text: str, made_by: Collection[str]) -> Found | None:
        """What serves for `text`, blanks apart: the newest of what people approved, else of what a machine made.

        made_by: names of the engine in use; what another engine of Nashra's made does not serve.
        """
        places = self._known.get((*pair, one_line(text)), ())
        for approved in (True, False):
            units = [place.unit for place in places if (place.unit.fingerprint == APPROVED) == approved]
            if not approved:
                units = [unit for unit in units if not unit.fingerprint or unit.fingerprint in made_by]
            if units:
                newest = max(units, key=lambda unit: unit.date)
                unsure = len({one_line(unit.target) for unit in units}) > 1
                return Found(newest.target.strip(), approved, unsure)
        return None

    def approved(self) -> Iterator[Unit]:
        """What people approved, in the order of the files; of what stands there twice the first."""
        seen = set()
        for places in self._known.values():
            for place in places:
                unit = replace(place.unit, date="")
                if unit.fingerprint == APPROVED and unit not in seen:
                    seen.add(unit)
                    yield place.unit

    def holds(self, unit: Unit) -> bool:
        """Whether the very pair is there, whenever it was made."""
        places = self._known.get((unit.source_code, unit.target_code, one_line(unit.source)), ())
        return any(replace(place.unit, date="") == replace(unit, date="") for place in places)

    def others(self, unit: Unit, root: Path) -> list[tuple[str, str]]:
        """(another translation of its source, where it stands as the editor knows it), each once. root: the site's."""
        places = self._known.get((unit.source_code, unit.target_code, one_line(unit.source)), ())
        found: dict[str, str] = {}
        for place in places:
            words = one_line(place.unit.target)
            if words != one_line(unit.target):
                found.setdefault(words, _shown(place.path, place.line, root))
        return list(found.items())


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an imported file. path: where it lies now, None where all of it was there already.

    pairs: how many it holds, and of them the approved ones. conflicts: sources with more than one translation.
    """

    path: Path | None
    pairs: int
    approved: int
    conflicts: tuple[Problem, ...]


def take_in(path: Path, settings: Settings, articles: Sequence[Article], moment: datetime, *, approved: bool) -> Taken:
    """Put the pairs in the site's languages that the TMX file `path` holds into content/memory/.

    approved: a person says that all of it is right. moment: when units without a date count as made. Nothing that is
    there is replaced: a second file of the same name lies beside the first. Raises ContentError where the file is no
    TMX file or has no such pair, NashraError where it cannot be written.
    """
    now = moment.astimezone(UTC).strftime(_MOMENT)
    found = list(pairs_of(path, settings.languages, approved=approved))
    if not found:
        hint = f"the languages are {', '.join(settings.languages)}"
        raise ContentError("the file has no pair in two languages of the site", path=path, hint=hint)
    before, _ = Imports.load(settings)
    units = [replace(each.unit, date=each.unit.date or now) for each in found]
    inside = Imports((each.unit, path, each.line) for each in found)
    conflicts = _conflicts(path, [(each.unit, each.line) for each in found], (inside, before), articles, settings.root)
    count = sum(unit.fingerprint == APPROVED for unit in units)
    if all(before.holds(unit) for unit in units):
        return Taken(None, len(units), count, conflicts)
    folder = settings.content / FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NashraError(f"the folder cannot be made: {error.strerror}", path=folder) from None
    target = _free(folder, path)
    write_atomic(target, format_tmx(units))
    return Taken(target, len(units), count, conflicts)


def _conflicts(
    path: Path, units: Sequence[tuple[Unit, int]], known: Sequence[Imports], articles: Sequence[Article], root: Path
) -> tuple[Problem, ...]:
    """A warning for each source of `units` that has several translations, in the file, in others, or in an article."""
    by_id = {article.id: article for article in articles}
    written = {}
    for pair in dict.fromkeys((unit.source_code, unit.target_code) for unit, _ in units):
        written[pair] = {one_line(text): each for text, each in approved_texts(articles, *pair).items()}
    found: dict[tuple[str, str, str], Problem] = {}
    for unit, line in units:
        pair = (unit.source_code, unit.target_code)
        key = (*pair, one_line(unit.source))
        others = dict(other for imports in known for other in imports.others(unit, root))
        article = written[pair].get(one_line(unit.source))
        if article is not None and one_line(article.target) != one_line(unit.target):
            version = by_id[article.article].versions[unit.target_code]
            others.setdefault(one_line(article.target), _shown(version.path, _line_of(article.target, version), root))
        if others and key not in found:
            more = ", ".join(f"{_quoted(words)} ({where})" for words, where in others.items())
            message = f"{_quoted(unit.source)} has several translations: {_quoted(unit.target)}, {more}"
            hint = "all are kept; an article's serves first, then the newest, which is marked for review"
            found[key] = Problem(message, path, line, hint, warning=True)
    return tuple(found.values())


def _line_of(words: str, version: Version) -> int:
    """The line of the file in which a text of a version begins, that of the head for its title and the like."""
    wanted = one_line(words)
    for block in split(version.body):
        if any(wanted in one_line(parse(text)[0]) for text in texts(block)):
            return version.body_line + block.line
    return 1


def _shown(path: Path, line: int, root: Path) -> str:
    place = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
    return f"{place}:{line}"


def _free(folder: Path, path: Path) -> Path:
    """A path in `folder` for what comes from `path`, at which nothing lies yet."""
    stem = _NO_NAME.sub("-", path.stem).strip("-.") or "import"
    number, target = 1, folder / f"{stem}{SUFFIX}"
    while target.exists() or target.is_symlink():
        number += 1
        target = folder / f"{stem}-{number}{SUFFIX}"
    return target


def _quoted(text: str) -> str:
    return f"“{shortened(one_line(text))}”"
