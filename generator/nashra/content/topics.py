"""content/topics.yaml -> topics, and the topics of articles held against it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nashra.head import frontmatter, known_keys
from nashra.head.aliases import former_ids_field
from nashra.head.frontmatter import Fields, Value
from nashra.head.spelling import folded, nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text
from nashra.kit.slugs import slug_problem
from nashra.languages import examples
from nashra.languages.cldr import is_language_code
from nashra.languages.desk.known import is_one, plain
from nashra.languages.scripts import in_wrong_letters
from nashra.model import Article, Topic
from nashra.settings.config import Settings

FILE_NAME = "topics.yaml"
_FORMER = "former_ids"


def load(settings: Settings) -> tuple[dict[str, Topic], list[Problem]]:
    """The topics by id, in the order of the file, and what is wrong with it."""
    path = settings.content / FILE_NAME
    if not os.path.lexists(path):
        return {}, []
    try:
        table = frontmatter.parse_yaml(read_text(path), path)
        if not isinstance(table, Fields):
            raise ContentError("must map topic ids to names", path=path, line=1, hint=examples.TOPICS)
    except ContentError as error:
        return {}, list(error.problems)
    topics: dict[str, Topic] = {}
    problems: list[Problem] = []
    for key, row in table.items():
        topic, faults = _topic(settings, key, row, path, table.lines[key])
        problems += faults
        if topic is None:
            continue
        if twin := next((id for id in topics if id.casefold() == key.casefold()), None):
            message = f"the id of the topic {key!r} is that of {twin!r} but for capitals, and so are their addresses"
            problems.append(Problem(message, path, table.lines[key], "rename one of them, or make them one"))
        else:
            topics[key] = topic
    looks = (_of_one_name, _of_other_letters, _to_come)
    return topics, [*problems, *(problem for look in looks for problem in look(topics, path, table.lines))]


def _of_one_name(topics: Mapping[str, Topic], path: Path, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Warnings of topics that readers cannot tell apart, since they have one name in a language."""
    seen: dict[tuple[str, str], str] = {}
    for id, topic in topics.items():
        for lang, name in topic.names.items():
            if (first := seen.setdefault((lang, folded(name)), id)) != id:
                message = f"the topics {first!r} and {id!r} have one name, {name!r}"
                hint = "give them names of their own, or make them one, with the other id in `former_ids`"
                yield Problem(message, path, lines[id], hint, warning=True)
                break


def _of_other_letters(topics: Mapping[str, Topic], path: Path, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Warnings of topics whose names stand beside the wrong languages."""
    for id, topic in topics.items():
        if lang := in_wrong_letters(topic.names, words=True):
            message = f"the name of the topic {id!r} in {lang!r}, {topic.names[lang]!r}, is not in its letters"
            yield Problem(message, path, lines[id], "write each name beside its language", warning=True)


def _to_come(topics: Mapping[str, Topic], path: Path, lines: Mapping[str, int]) -> Iterator[Problem]:
    """Warnings of topics that have a note for colleagues in the place of a name."""
    for id, topic in topics.items():
        for lang, name in topic.names.items():
            words = plain(name)
            if any(is_one(words, field) for field in ("notes", "asks", "alone")):
                message = f"the name of the topic {id!r} in {lang!r} is {name!r}, which is none yet"
                yield Problem(message, path, lines[id], "write it, or delete the line", warning=True)


def _topic(settings: Settings, key: str, row: Value, path: Path, line: int) -> tuple[Topic | None, list[Problem]]:
    """The topic, None when it cannot be used. What is neither a language nor a key of a topic is left out."""
    fault = slug_problem(key)
    if not isinstance(row, Fields):
        reason = f"the id {fault}" if fault else "it needs one name a language"
        return None, [Problem(f"the topic {key!r} cannot be used: {reason}", path, line)]
    keys = [*settings.languages, _FORMER]
    own = [code for code in row if known_keys.is_own(code)]
    unknown = [code for code in row if code not in (*keys, *own) and not is_language_code(code)]
    problems = [known_keys.unknown(code, keys, f"the topic {key!r}", path, row.lines[code]) for code in unknown]
    former: tuple[str, ...] = ()
    try:
        former = former_ids_field(row, path)
    except ContentError as error:
        problems.extend(error.problems)
    names = {code: name for code, name in row.items() if code not in (*unknown, *own, _FORMER)}
    if fault or not all(isinstance(name, str) for name in names.values()):
        reason = f"the id {fault}" if fault else "it needs one name a language"
        return None, [*problems, Problem(f"the topic {key!r} cannot be used: {reason}", path, line)]
    return Topic(key, {code: str(name) for code, name in names.items() if name}, former), problems


def unlisted(
    articles: Iterable[Article], topics: Mapping[str, Topic], lines: Mapping[Path, int | None]
) -> list[Problem]:
    """A warning for every topic of an article that is not in `topics`.

    lines: file of an original -> the line of its `topics`.
    """
    by_name = {folded(name): id for id, topic in topics.items() for name in (id, *topic.names.values())}
    former = {old: id for id, topic in topics.items() for old in topic.former_ids}
    found: list[Problem] = []
    for article in articles:
        path = article.original.path
        for id in article.topics:
            # what no id may look like is reported where pages are planned
            if id in topics or slug_problem(id):
                continue
            meant = former.get(id) or by_name.get(folded(id)) or nearest(id, topics)
            message = f"the topic {id!r} is not in {FILE_NAME}, and gets no page"
            hint = f"write `{meant}` instead" if meant else f"add it to {FILE_NAME}, with its names, or delete it"
            message += f"; did you mean `{meant}`?" if meant else ""
            found.append(Problem(message, path, lines.get(path), hint, warning=True))
    return found
