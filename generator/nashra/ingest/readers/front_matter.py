"""The heads of Markdown files of other generators -> fields with their lines: YAML, TOML and JSON front matter (Hugo,
Jekyll, Zola and others) and lines of metadata (Pelican, MultiMarkdown).

https://gohugo.io/content-management/front-matter/, https://jekyllrb.com/docs/front-matter/,
https://docs.getpelican.com/en/latest/content.html#file-metadata
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from nashra.head import frontmatter
from nashra.kit.errors import ContentError

_YAML = re.compile(r"---[ \t]*\n")
_TOML = re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_LINE = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")
_TOML_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)\Z|\s*\(at end of document\)\Z")


@dataclass(frozen=True, slots=True)
class Head:
    """What a file's head says. fields: lower-case name with "_" for "-" -> value: text, number, truth, date, list or
    mapping. lines: 1-based line of each field, as far as it is known. body_line: the first line of `body`."""

    fields: Mapping[str, Any]
    body: str
    body_line: int = 1
    lines: Mapping[str, int] = field(default_factory=dict)


def split(text: str, path: Path) -> Head:
    """`text` as head and body. Raises ContentError, with the line, for a head that cannot be read."""
    blank = len(text) - len(text.lstrip("\ufeff \t\n"))
    skipped = text.count("\n", 0, blank)
    text = text[blank:]
    if _YAML.match(text):
        document = frontmatter.split("\n" * skipped + text, path, last_wins=True)
        lines = {_name(key): line for key, line in document.fields.lines.items()}
        return Head(_named(document.fields), document.body, document.body_line, lines)
    if text.startswith("+++"):
        return _toml(text, skipped, path)
    if text.startswith("{"):
        return _json(text, skipped, path)
    return _lines(text, skipped)


def _name(key: str) -> str:
    return key.strip().lower().replace("-", "_").replace(" ", "_")


def _named(table: Mapping[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, value in table.items():
        named.setdefault(_name(key), value)
    return named


def _rest(text: str, end: int, skipped: int) -> tuple[str, int]:
    body = text[end:]
    leading = len(body) - len(body.lstrip("\n"))
    return body[leading:], skipped + text.count("\n", 0, end + leading) + 1


def _toml(text: str, skipped: int, path: Path) -> Head:
    found = _TOML.match(text)
    if found is None:
        raise ContentError("the front matter has no end", path=path, line=skipped + 1, hint="close it with a line +++")
    try:
        table = tomllib.loads(found[1])
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = _TOML_LINE.search(str(error))
        line = skipped + 1 + int(at[1]) if at and at[1] else skipped + 1
        raise ContentError(f"the TOML is malformed: {_TOML_LINE.sub('', str(error))}", path=path, line=line) from None
    lines: dict[str, int] = {}
    for number, line_ in enumerate(found[1].split("\n"), skipped + 2):
        if key := re.match(r"([\w-]+)[ \t]*=", line_):
            lines.setdefault(_name(key[1]), number)
    body, body_line = _rest(text, found.end(), skipped)
    return Head(_named(table), body, body_line, lines)


def _json(text: str, skipped: int, path: Path) -> Head:
    try:
        table, end = json.JSONDecoder(strict=False).raw_decode(text)
    except json.JSONDecodeError as error:
        raise ContentError(f"the JSON is malformed: {error.msg}", path=path, line=skipped + error.lineno) from None
    except (RecursionError, ValueError):
        raise ContentError("the JSON is malformed", path=path, line=skipped + 1) from None
    body, body_line = _rest(text, end, skipped)
    return Head(_named(table) if isinstance(table, dict) else {}, body, body_line)


def _lines(text: str, skipped: int) -> Head:
    fields: dict[str, Any] = {}
    lines: dict[str, int] = {}
    at, last = 0, ""
    for number, line in enumerate(text.split("\n"), skipped + 1):
        found = _LINE.match(line)
        if found:
            last = _name(found[1])
            fields.setdefault(last, found[2].strip())
            lines.setdefault(last, number)
        elif last and line[:1] in (" ", "\t") and line.strip():
            fields[last] = f"{fields[last]} {line.strip()}".strip()
        else:
            break
        at += len(line) + 1
    body, body_line = _rest(text, min(at, len(text)), skipped)
    return Head(fields, body, body_line, lines)


def as_text(value: Any) -> str:
    """A value of a head as text on one line; lists and mappings as JSON."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=as_text)
    return " ".join(str(value).split())
