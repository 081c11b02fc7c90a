"""content/topics.yaml -> topics, and the topics of articles held against it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from nashra.head import frontmatter, known_keys
from nashra.head.aliases import former_ids_field
from nashra.head.frontmatter import Fields
from nashra.head.spelling import folded, nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text
from nashra.kit.slugs import slug_problem
from nashra.languages.cldr import is_language_code
from nashra.model import Article, Topic
from nashra.settings.config import Settings

FILE_NAME = "topics.yaml"


def load(settings: Settings) -> tuple[dict[str, Topic], list[Problem]]:
    """The topics by id, in the order of the file, and what is wrong with it."""
    problems: list[Problem] = []
    path = settings.content / FILE_NAME
    if not os.path.lexists(path):
        return {}, problems
    topics: dict[str, Topic] = {}
    try:
        table = frontmatter.parse_yaml(read_text(path), path)
        if not isinstance(table, Fields):
            raise ContentError(
                "must map topic ids to names", path=path, line=1, hint="security: {ar: أمن, fr: Sécurité}"
            )
        for key, names in table.items():
            line = table.lines[key]
            fault = slug_problem(key)
            former: tuple[str, ...] = ()
            if isinstance(names, Fields):
                _drop_unknown(key, names, settings, path, problems)
                former = _former_ids(names, path, problems)
            if fault or not isinstance(names, Fields) or not all(isinstance(name, str) for name in names.values()):
                reason = f"the id {fault}" if fault else "it needs one name a language"
                problems.append(Problem(f"the topic {key!r} cannot be used: {reason}", path, line))
                continue
            topics[key] = Topic(key, {code: str(name) for code, name in names.items() if name}, former)
    except ContentError as error:
        problems.extend(error.problems)
    return topics, problems


def _drop_unknown(topic: str, names: Fields, settings: Settings, path: Path, problems: list[Problem]) -> None:
    """Takes what is neither a language nor a key out of the names of a topic, with a warning."""
    keys = [*settings.languages, "former_ids"]
    for code in [each for each in names if each not in keys and not is_language_code(each)]:
        problems.append(known_keys.unknown(code, keys, f"the topic {topic!r}", path, names.lines[code]))
        del names[code]


def _former_ids(names: Fields, path: Path, problems: list[Problem]) -> tuple[str, ...]:
    """The former ids of a topic, taken out of its table of names."""
    try:
        return former_ids_field(names, path)
    except ContentError as error:
        problems.extend(error.problems)
        return ()
    finally:
        names.pop("former_ids", None)


def unlisted(articles: Iterable[Article], topics: Mapping[str, Topic], lines: Mapping[Path, int]) -> list[Problem]:
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
            hint = f"write its id in {FILE_NAME}" if meant else f"add it to {FILE_NAME}, with its names, or delete it"
            message = f"the topic {id!r} is not in {FILE_NAME}, and gets no page"
            message += f"; did you mean `{meant}`?" if meant else ""
            found.append(Problem(message, path, lines.get(path), hint, warning=True))
    return found
