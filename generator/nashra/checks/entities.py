"""The registry of entities: what is wrong in its files, what no article names, what two entities share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.entities.normalize import normalize
from nashra.head import frontmatter
from nashra.head.frontmatter import Fields
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text, visible
from nashra.languages.known import spec_of
from nashra.render.ground import urls

NAME = "entities"


def check(case: Case) -> Iterator[Finding]:
    """Faults of the files, entities that no published article names, and names that mean more than one of them."""
    folder = case.settings.content / "entities"
    for problem in case.problems:
        if problem.path is not None and problem.path.is_relative_to(folder):
            yield Finding.of(problem, NAME)
    places = _places(folder)
    lang = case.settings.default_language.code
    for id, entity in case.content.entities.items():
        # where the entry of the site is faulty, the one that comes with Nashra stands in, and nobody asks who names it
        if id in places and entity.own and urls.entity(lang, id) not in case.site:
            name = entity.name(lang)[0]
            hint = "add the names that articles use, or delete it"
            yield Finding("info", NAME, f"no published article names {name!r} ({id})", *places[id], hint)
    yield from _shared(case, places)


def _shared(case: Case, places: dict[str, tuple[Path, int]]) -> Iterator[Finding]:
    """Names that two entities of the site's own files have in one language, as the matcher reads them."""
    for lang in case.settings.languages:
        owners: dict[str, tuple[str, str]] = {}
        for id, entity in case.content.entities.items():
            if id not in places:
                continue
            names = ([entity.names[lang]] if lang in entity.names else []) + list(entity.aliases.get(lang, ()))
            for name in names:
                if fault := _too_common(name, lang):
                    message = f"the name {name!r} ({lang}) of {id} is {fault}: it is found where nobody is meant"
                    yield Finding("warning", NAME, message, *places[id], "write a longer name")
                first, _ = owners.setdefault(normalize(name, lang), (id, name))
                if first != id:
                    message = f"the name {name!r} ({lang}) of {id} is also that of {first}"
                    hint = "it counts only where the article says which is meant; give one of them a longer name"
                    yield Finding("warning", NAME, message, *places[id], hint)


def _too_common(name: str, lang: str) -> str | None:
    """What makes every text have `name`."""
    letters = [letter for letter in name if letter.isalnum()]
    if len(letters) < 2:
        return "one letter"
    return "a word of every text" if normalize(name, lang) in spec_of(lang).small_words else None


def _places(folder: Path) -> dict[str, tuple[Path, int]]:
    """Id -> file and line of the entities in the site's own files, as far as these can be read."""
    places: dict[str, tuple[Path, int]] = {}
    for path in visible(folder)[0]:
        if path.suffix != ".yaml":
            continue
        try:
            rows = frontmatter.parse_yaml(read_text(path), path)
        except ContentError:  # reported by the loading
            continue
        for row in rows if isinstance(rows, list) else ():
            if isinstance(row, Fields) and isinstance(id := row.get("id"), str):
                places.setdefault(id.strip(), (path, row.lines["id"]))
    return places
