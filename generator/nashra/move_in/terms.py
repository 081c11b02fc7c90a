"""What becomes of the categories, tags and authors of an old site, in a file that an editor can change."""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nashra.head import frontmatter
from nashra.head.frontmatter import Fields
from nashra.ingest.page.html_names import topic_key
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import keys
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text, write_atomic
from nashra.kit.slugs import make_slug, slug_problem
from nashra.languages import cldr
from nashra.model import Content, Entity
from nashra.move_in.joining import Group

FILE_NAME = "authors.yaml"
_HEAD = """\
# What becomes of the categories, tags and authors of the old site. Change what stands behind a name, and run the import
# with this file again:
#   topic ID    the texts get this topic; one that topics.yaml lacks is added to it
#   entity ID   it is a name of the registry, which finds it in the texts by itself
#   person ID   the author becomes a person of the registry
#   words       search finds its texts by it: `search_words` in their heads
#   nothing     it is dropped
"""
_KINDS = {
    "categories": ("topic", "entity", "words", "nothing"),
    "tags": ("topic", "entity", "words", "nothing"),
    "authors": ("person", "words", "nothing"),
}


@dataclass(slots=True)
class Terms:
    """What an editor, or else the import, makes of each name.

    decided: (categories, tags or authors) -> name -> "topic eau" and the like.
    """

    decided: dict[str, dict[str, str]] = field(default_factory=lambda: {kind: {} for kind in _KINDS})

    def topic(self, name: str) -> str | None:
        """The id of the topic that a category or tag shall be."""
        for kind in ("categories", "tags"):
            what, _, id_ = self.decided[kind].get(name, "").partition(" ")
            if what == "topic" and id_:
                return id_
        return None

    @property
    def entities(self) -> dict[str, str]:
        """Folded name -> id of the categories and tags that are names of the registry."""
        rows = [*self.decided["categories"].items(), *self.decided["tags"].items()]
        return {topic_key(name): told.partition(" ")[2] for name, told in rows if told.startswith("entity ")}

    def stays(self, name: str) -> bool:
        """Whether a category or tag that is no topic stays with its texts."""
        told = self.decided["tags"].get(name) or self.decided["categories"].get(name) or "words"
        return told.partition(" ")[0] in ("words", "topic")


def load(path: Path) -> Terms:
    """The file of an editor. Raises ContentError, with the line, for what cannot be meant."""
    terms = Terms()
    if not os.path.lexists(path):
        return terms
    table = frontmatter.parse_yaml(read_text(path), path)
    if not isinstance(table, Fields):
        raise ContentError("this is no list of categories, tags and authors", path=path, line=1)
    for kind, rows in table.items():
        if kind not in _KINDS or not isinstance(rows, Fields | str):
            hint = f"there are {', '.join(_KINDS)}"
            raise ContentError(f"there is no {kind!r} here", path=path, line=table.lines.get(kind), hint=hint)
        if not isinstance(rows, Fields):
            continue
        for name, value in rows.items():
            what, _, id_ = str(value).strip().partition(" ")
            fault = slug_problem(id_.strip()) if what in ("topic", "entity", "person") else ""
            if what not in _KINDS[kind] or fault:
                hint = f"write one of {', '.join(_KINDS[kind])}, and behind topic, entity and person an id"
                raise ContentError(f"{name!r} cannot become {value!r}", path=path, line=rows.lines.get(name), hint=hint)
            terms.decided[kind][name] = f"{what} {id_.strip()}".strip()
    return terms


def save(path: Path, terms: Terms) -> None:
    """Write the file for an editor. Raises NashraError where the disk says no."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = {kind: dict(found) for kind, found in terms.decided.items() if found}
    write_atomic(path, _HEAD + frontmatter.dump(rows))


def proposed(groups: Sequence[Group], content: Content, topics: Mapping[str, str], given: Terms) -> Terms:
    """What becomes of each name: what the editor says; categories are topics, tags that are names of the registry are
    entities. topics: folded name -> id, those of the categories with it."""
    terms = Terms()
    names = {name.casefold(): entity for entity in content.entities.values() for name in _all_names(entity)}
    texts = [text for group in groups for text in group.texts]
    counted: dict[str, Counter[str]] = {
        "categories": Counter(term for text in texts for term in text.terms),
        "tags": Counter(term for text in texts for term in text.tags),
        "authors": Counter(name for text in texts for name in text.authors),
    }
    for kind, found in counted.items():
        for name, _ in sorted(found.items(), key=lambda each: (-each[1], each[0])):
            told = given.decided[kind].get(name)
            if told is None and kind == "authors":
                told = f"person {author_id(name, names)}" if _is_person(name) else "words"
            elif told is None:
                id_ = topics.get(topic_key(name))
                entity = names.get(name.casefold())
                told = f"topic {id_}" if id_ else f"entity {entity.id}" if entity else "words"
            terms.decided[kind][name] = told
    return terms


def _all_names(entity: Entity) -> Iterable[str]:
    yield from entity.names.values()
    for names in entity.aliases.values():
        yield from names


def author_id(name: str, known: Mapping[str, Entity]) -> str:
    """The id of a person of this name."""
    entity = known.get(name.casefold())
    return entity.id if entity is not None else make_slug(name).replace(".", "-") or "author"


def language_of(name: str, languages: Sequence[str]) -> str:
    """The first of the languages whose script a name is in; empty where there is none."""
    return next((code for code in languages if _script(cldr.language(code).name) == _script(name)), "")


def _script(text: str) -> str:
    """The script of the first letter, as Unicode calls it."""
    return next((unicodedata.name(sign, "").partition(" ")[0] for sign in text if sign.isalpha()), "")


def _is_person(name: str) -> bool:
    """Whether a name can be that of a person: a login, a desk and a mail address cannot."""
    words = name.split()
    if key(name) in keys("authors", "desks"):
        return False
    return 2 <= len(words) <= 5 and not any(sign.isdigit() or sign in "@/\\\\:_" for sign in name)


def add_persons(
    content_folder: Path,
    groups: Iterable[Group],
    terms: Terms,
    known: Mapping[str, Entity],
    languages: Sequence[str],
    *,
    write: bool,
) -> dict[str, str]:
    """The ids of the authors that are persons, by folded name; those that the registry lacks are written into
    content/entities/authors.yaml. Two names are one person where the editor gives them one id. Raises NashraError."""
    ids = {
        name: told.partition(" ")[2] for name, told in terms.decided["authors"].items() if told.startswith("person ")
    }
    names: dict[str, dict[str, list[str]]] = {}
    for group in groups:
        for text in group.texts if not group.problems else ():
            for name in text.authors:
                lang = language_of(name, [text.lang] if text.lang else languages)
                if name in ids and lang:
                    signed = names.setdefault(ids[name], {}).setdefault(lang, [])
                    signed += [name] if name not in signed else []
    path = content_folder / "entities" / FILE_NAME
    old = read_text(path) if os.path.lexists(path) else ""
    folded = {name.casefold() for each in known.values() for name in _all_names(each)}
    lines = ""
    for id_, told in names.items():
        if (
            id_ in known
            or f"id: {id_}\n" in old
            or any(name.casefold() in folded for many in told.values() for name in many)
        ):
            continue
        fields: dict[str, object] = {"id": id_, "type": "person", "names": {lang: told[lang][0] for lang in told}}
        if aliases := {lang: told[lang][1:] for lang in told if told[lang][1:]}:
            fields["aliases"] = aliases
        entry = frontmatter.dump(fields).splitlines(keepends=True)
        lines += "".join(("- " if at == 0 else "  ") + line for at, line in enumerate(entry))
    if lines and write:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(path, f"{old.rstrip()}\n{lines}".lstrip())
    return {topic_key(name): id_ for name, id_ in ids.items() if id_ in known or id_ in names}
