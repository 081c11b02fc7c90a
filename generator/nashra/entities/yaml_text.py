"""Entities and suggestions as YAML, the way an editor would write them in content/entities/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from nashra.entities.suggest.gather import Suggestion
from nashra.kit.errors import printable
from nashra.kit.slugs import make_slug, slug_problem
from nashra.languages.defaults import OF_ADDRESSES
from nashra.model import Entity

# What YAML would not read as the plain text it is, in a value or in a list between brackets.
_NEEDS_QUOTES = re.compile(
    r"""\A[\s\-?:,\[\]{}#&*!|>'"%@`~]|\A[\d.+]|[:#,\[\]{}"\\]|\s\Z|\A(?:true|false|yes|no|on|off|null)\Z""", re.I
)


def entity_yaml(entity: Entity) -> str:
    """The entry of `entity`."""
    lines = [f"- id: {quote(entity.id)}", f"  type: {entity.type}", "  names:", *_texts(entity.names)]
    for key, table in (("aliases", entity.aliases), ("ambiguous", entity.ambiguous)):
        lines += _lists(key, table)
    if entity.description:
        lines += ["  description:", *_texts(entity.description)]
    if entity.parent:
        lines.append(f"  parent: {quote(entity.parent)}")
    dates = [f"{key}: {value}" for key, value in (("start", entity.start), ("end", entity.end)) if value]
    if dates:
        lines.append(f"  dates: {{{', '.join(dates)}}}")
    if entity.country:
        lines.append(f"  country: {quote(entity.country)}")
    lines += [f"  {key}: true" for key in ("generic", "feminine") if getattr(entity, key)]
    if entity.wikidata:
        lines.append(f"  wikidata: {entity.wikidata}")
    return "\n".join(lines) + "\n"


def suggestion_yaml(one: Suggestion, languages: Iterable[str], taken: set[str]) -> str:
    """The entry of a suggestion, examples before it as comments. Its id is new, and goes into `taken`."""
    times = "1 mention" if one.mentions == 1 else f"{one.mentions} mentions"
    places = "1 article" if one.articles == 1 else f"{one.articles} articles"
    lines = [f"# {times} in {places}; {', '.join(one.reasons)}"]
    lines += [f"#   {lang}: {printable(text)}" for lang, text in one.examples.items()]
    lines.append(f"- id: {quote(_new_id(one.names, taken))}")
    lines.append(f"  type: {one.type}" + ("  # a guess" if one.is_guess else ""))
    lines.append("  names:")
    for lang in languages:
        lines.append(f"    {lang}: {quote(one.names[lang])}" if lang in one.names else f"    # {lang}:")
    lines += _lists("aliases", one.aliases)
    return "\n".join(lines) + "\n"


def quote(text: str) -> str:
    """`text` as a YAML scalar on one line."""
    text = printable(" ".join(text.split()))
    if not _NEEDS_QUOTES.search(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _texts(table: Mapping[str, str]) -> Iterator[str]:
    return (f"    {lang}: {quote(text)}" for lang, text in table.items())


def _lists(key: str, table: Mapping[str, Sequence[str]]) -> list[str]:
    if not table:
        return []
    return [f"  {key}:", *(f"    {lang}: [{', '.join(map(quote, names))}]" for lang, names in table.items())]


def _new_id(names: Mapping[str, str], taken: set[str]) -> str:
    name = next((names[lang] for lang in OF_ADDRESSES if lang in names), next(iter(names.values())))
    base = make_slug(name).replace(".", "-")
    if slug_problem(base):
        base = f"entity-{base}".rstrip("-")
    id, number = base, 1
    while id in taken:
        number += 1
        id = f"{base}-{number}"
    taken.add(id)
    return id
