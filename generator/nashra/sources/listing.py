"""content/sources.yaml -> the sources of the site."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from nashra.head import frontmatter, known_keys
from nashra.head.fields import flag_field, ids_field, is_web_address, text_field
from nashra.head.frontmatter import Fields
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import read_text
from nashra.settings.config import Settings

FILE_NAME = "sources.yaml"
_KEYS = frozenset("feed name lang topics rights limit days publish private".split())
_LIMIT, _DAYS = 20, 7
_HINT = "map: {feed: https://www.mapnews.ma/ar/rss, name: و م ع, lang: ar}"


@dataclass(frozen=True, slots=True)
class Source:
    """A feed that is gathered.

    id:      its key in the file; line: where that stands. feed: the address. name: as readers are told.
    lang:    of its texts; None where each tells its own. topics: that its articles get.
    rights:  what permits to print whole texts; None: two sentences at most.
    limit:   articles a day at most. days: how old an article may be.
    publish: whether articles are public at once; else they are drafts.
    private: whether its address may lie in a private network, or on this machine.
    """

    id: str
    line: int
    feed: str
    name: str
    lang: str | None = None
    topics: tuple[str, ...] = ()
    rights: str | None = None
    limit: int = _LIMIT
    days: int = _DAYS
    publish: bool = False
    private: bool = False


def load(settings: Settings) -> tuple[list[Source], list[Problem]]:
    """The sources in the order of the file, and what is wrong with it; a faulty one is left out."""
    path = settings.content / FILE_NAME
    if not os.path.lexists(path):
        return [], []
    problems: list[Problem] = []
    found: list[Source] = []
    try:
        table = frontmatter.parse_yaml(read_text(path), path)
        if not isinstance(table, Fields):
            raise ContentError("must map the id of each source to its feed", path=path, line=1, hint=_HINT)
        for key, fields in table.items():
            try:
                if isinstance(fields, Fields):
                    unknown = [each for each in fields if each not in _KEYS and not known_keys.is_own(each)]
                    what = f"the source {key!r}"
                    problems += [known_keys.unknown(each, _KEYS, what, path, fields.lines[each]) for each in unknown]
                found.append(_source(settings, path, key, fields, table.lines[key]))
            except ContentError as error:
                problems.extend(error.problems)
    except ContentError as error:
        problems.extend(error.problems)
    return found, problems


def _source(settings: Settings, path: Path, key: str, fields: object, line: int) -> Source:
    if not isinstance(fields, Fields):
        raise ContentError(f"the source {key!r} needs `feed` and `name`", path=path, line=line, hint=_HINT)
    feed, name = text_field(fields, "feed", path), text_field(fields, "name", path)
    if feed is None or not is_web_address(feed):
        at = fields.lines.get("feed", line)
        raise ContentError(f"the source {key!r} has no web address as `feed`", path=path, line=at, hint=_HINT)
    if name is None:
        raise ContentError(f"the source {key!r} has no `name`", path=path, line=line, hint="readers are told it")
    lang = text_field(fields, "lang", path)
    if lang is not None and lang not in settings.languages:
        known = ", ".join(settings.languages)
        message = f"the site has no language {lang!r}; it has {known}"
        raise ContentError(message, path=path, line=fields.lines["lang"], hint="correct `lang`")
    return Source(
        id=key,
        line=line,
        feed=feed,
        name=name,
        lang=lang,
        topics=ids_field(fields, "topics", path),
        rights=text_field(fields, "rights", path),
        limit=_number(fields, "limit", _LIMIT, path),
        days=_number(fields, "days", _DAYS, path),
        publish=flag_field(fields, "publish", path),
        private=flag_field(fields, "private", path),
    )


def _number(fields: Fields, key: str, default: int, path: Path) -> int:
    text = text_field(fields, key, path)
    if text is None:
        return default
    if not re.fullmatch(r"\d{1,4}", text) or int(text) == 0:
        message = f"`{key}` is {text!r}, and must be a number from 1 to 9999"
        raise ContentError(message, path=path, line=fields.lines[key], hint=f"{key}: {default}")
    return int(text)
