"""What an editor should look at in the registry: names that clash, that are never found, that say too much or nothing.

Only the site's own entries are looked at; those that come with Nashra are tested with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nashra.entities.matcher import Matcher
from nashra.entities.normalize import folder, normalize
from nashra.entities.registry import PlacedEntity
from nashra.entities.rules import rules_of
from nashra.entities.texts import running_text
from nashra.languages.known import spec_of
from nashra.model import Article, Entity

Kind = Literal["collision", "missing", "unmatched", "common", "unused"]
# The kinds that an editor must do something about; the others are advice.
FAULTS: frozenset[Kind] = frozenset({"collision", "missing", "unmatched"})

# A word in small letters that is so often in the texts is a common word.
_LEAST_SMALL = 3
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. `line` is 1-based, of the file at `path`."""

    kind: Kind
    entity: str
    message: str
    hint: str
    path: Path
    line: int

    @property
    def is_fault(self) -> bool:
        """Whether something must be done."""
        return self.kind in FAULTS


def review(
    entries: Mapping[str, PlacedEntity],
    languages: Collection[str],
    articles: Iterable[Article],
    named: Mapping[str, Collection[str]],
) -> list[Finding]:
    """What is to be said of the entries of a site in `languages`, in the order of files and lines.

    articles: all of the site. named: id of an entity -> the articles that name it.
    """
    usable = {id: entry for id, entry in entries.items() if entry.entity is not None}
    findings = [
        *_collisions(usable, languages),
        *(finding for entry in usable.values() for finding in _of_names(entry, languages)),
        *_common(usable, languages, articles),
        *(_unused(entry) for id, entry in usable.items() if not named.get(id)),
    ]
    return sorted(findings, key=lambda finding: (finding.path, finding.line, finding.kind))


def _named(entity: Entity, lang: str) -> list[str]:
    return [name for name in (entity.names.get(lang), *entity.aliases.get(lang, ())) if name]


def _line(entry: PlacedEntity, name: str, lang: str) -> int:
    """The line on which `name` stands."""
    entity = entry.entity
    key = "names" if entity is not None and entity.names.get(lang) == name else "aliases"
    return entry.line_of(f"{key}.{lang}")


def _collisions(entries: Mapping[str, PlacedEntity], languages: Collection[str]) -> Iterator[Finding]:
    """Names of two entities that the matcher takes for one, unless both are marked as ambiguous."""
    for lang in languages:
        owners: dict[str, tuple[PlacedEntity, Entity, str]] = {}
        for entry in entries.values():
            entity = entry.entity
            for name in _named(entity, lang) if entity else ():
                key = normalize(name, lang)
                other = owners.get(key)
                if other is None or entity is None:
                    if entity is not None:
                        owners[key] = (entry, entity, name)
                    continue
                first, holder, spelling = other
                if holder.id == entity.id:
                    continue
                if name in entity.ambiguous.get(lang, ()) and spelling in holder.ambiguous.get(lang, ()):
                    continue
                place = "" if first.path == entry.path else f" in {first.path.name}"
                message = f"entity {entity.id!r}: the {lang} name {name!r} is also one of {holder.id!r}{place}"
                hint = "take it out of one of them, or list it under `ambiguous` of both: then the context decides"
                yield Finding("collision", entity.id, message, hint, entry.path, _line(entry, name, lang))


def _of_names(entry: PlacedEntity, languages: Collection[str]) -> Iterator[Finding]:
    entity = entry.entity
    if entity is None:
        return
    for lang in languages:
        if lang not in entity.names:
            message = f"entity {entity.id!r} has no name in {lang!r}"
            hint = "add one under `names`: pages in that language show another name, in another script perhaps"
            yield Finding("missing", entity.id, message, hint, entry.path, entry.line_of("names"))
            continue
        matcher = Matcher({entity.id: entity}, lang)
        for name in _named(entity, lang):
            if name in entity.ambiguous.get(lang, ()) or _is_found(name, entity.names[lang], lang, matcher):
                continue
            line = _line(entry, name, lang)
            if normalize(name, lang) in rules_of(lang).common:
                message = f"entity {entity.id!r}: the {lang} name {name!r} is a common word"
                hint = "it is found only after words such as a title or a preposition; add a longer name"
                yield Finding("common", entity.id, message, hint, entry.path, line)
            else:
                message = f"entity {entity.id!r}: the {lang} name {name!r} is never found in a text"
                hint = "write it as texts do: two letters at least, and no month, number or sign"
                yield Finding("unmatched", entity.id, message, hint, entry.path, line)


def _is_found(name: str, main: str, lang: str, matcher: Matcher) -> bool:
    """Whether `name` is found in a text that has the main name too: a surname alone means nobody."""
    carrier = spec_of(lang).sample
    text = carrier.format(name) + ("\n\n" + carrier.format(main) if name in main else "")
    start = text.index(name)
    return any(mention.start < start + len(name) and mention.end > start for mention in matcher.find(text))


def _common(
    entries: Mapping[str, PlacedEntity], languages: Collection[str], articles: Iterable[Article]
) -> Iterator[Finding]:
    """Names of one capitalised word that the texts have more often in small letters: Tours, and tours of a stadium."""
    single: dict[tuple[str, str], tuple[PlacedEntity, Entity, str]] = {}
    for entry in entries.values():
        entity = entry.entity
        for lang in languages if entity else ():
            for name in _named(entity, lang) if entity else ():
                if entity and name.isalpha() and name.lower() != name and name not in entity.ambiguous.get(lang, ()):
                    single.setdefault((lang, folder(lang)(name)), (entry, entity, name))
    if not single:
        return
    small: Counter[tuple[str, str]] = Counter()
    large: Counter[tuple[str, str]] = Counter()
    spellings: dict[tuple[str, str], str] = {key: name.casefold() for key, (_, _, name) in single.items()}
    for article in articles:
        for lang, version in article.versions.items():
            fold = folder(lang)
            for word, count in Counter(_WORD.findall(running_text(version))).items():
                key = lang, fold(word)
                if spellings.get(key) == word.casefold():
                    (small if word.islower() else large)[key] += count
    for key, (entry, entity, name) in single.items():
        if small[key] >= _LEAST_SMALL and small[key] > large[key]:
            message = f"entity {entity.id!r}: {name!r} is a common word in the {key[0]} texts ({small[key]} times)"
            hint = "list it under `ambiguous`, so that it counts only with context"
            yield Finding("common", entity.id, message, hint, entry.path, _line(entry, name, key[0]))


def _unused(entry: PlacedEntity) -> Finding:
    id = entry.entity.id if entry.entity else ""
    hint = "it has no page; keep it for later, or delete it"
    return Finding("unused", id, f"entity {id!r} is named in no article", hint, entry.path, entry.line)
