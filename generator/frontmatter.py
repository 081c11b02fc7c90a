"""Front matter: the YAML between two `---` lines at the head of a Markdown file.

Values stay text as the editor typed them (no `no` that becomes False, no date that becomes a number), and every key
knows its line. Changing one key leaves every other byte of the file as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.errors import ContentError

try:
    from yaml import CBaseLoader as _Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import BaseLoader as _Loader  # type: ignore[assignment]

Value: TypeAlias = "str | list[Value] | Fields"

_HEAD = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MAX_DEPTH = 20
# Each level of block style takes a column of a line's beginning, or shares one with the level above it.
_INDENTED = re.compile(r"^[ ?:-]{%d}" % (_MAX_DEPTH // 2), re.MULTILINE)


class Fields(dict[str, Value]):
    """A YAML mapping with the 1-based line of each key in the file."""

    def __init__(self, lines: Mapping[str, int] | None = None) -> None:
        super().__init__()
        self.lines: dict[str, int] = dict(lines or {})


@dataclass(frozen=True, slots=True)
class Document:
    """A file split into its front matter and what follows. `body_line` is the body's first line, 1-based."""

    fields: Fields
    body: str
    body_line: int


def split(text: str, path: Path) -> Document:
    """`text` of the file `path` as front matter and body. Raises ContentError with the line at fault."""
    match = _HEAD.match(text)
    if match is None:
        if not text.strip():
            raise ContentError("the file is empty", path=path, hint="write the front matter and the text, or delete it")
        if text.startswith("---"):
            raise ContentError("the front matter has no end", path=path, line=1, hint="close it with a line of ---")
        raise ContentError("there is no front matter", path=path, line=1, hint="start the file with a line of ---")
    fields = parse_yaml(match[1], path, first_line=2)
    if not isinstance(fields, Fields):
        raise ContentError("the front matter is not a list of `key: value` lines", path=path, line=2)
    body = text[match.end() :]
    leading = len(body) - len(body.lstrip("\n"))
    body_line = text.count("\n", 0, match.end()) + leading + 1
    return Document(fields, body[leading:].rstrip() + "\n" if body.strip() else "", body_line)


def rest(text: str) -> str:
    """What follows the front matter in `text`, blank lines included; all of it where there is no front matter."""
    match = _HEAD.match(text)
    return text[match.end() :] if match else text


def parse_yaml(text: str, path: Path, first_line: int = 1) -> Value:
    """YAML `text`, all scalars as text. `first_line` is where it starts in the file. Raises ContentError.

    Anchors and aliases are refused: nobody needs them here and a few lines of them can fill the memory.
    """
    loader = None
    try:
        if _may_be_deep(text):
            _refuse_deep(text, path, first_line)
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + first_line if mark else first_line
        hint = "a text with `: ` or `#` in it, or a quote at its start, must stand in quotes"
        raise ContentError(f"the YAML is malformed: {error.problem}", path=path, line=line, hint=hint) from None
    except yaml.YAMLError as error:
        raise ContentError(f"the YAML cannot be read: {_first_line(error)}", path=path, line=first_line) from None
    finally:
        if loader is not None:
            loader.dispose()  # type: ignore[no-untyped-call]
    return Fields() if node is None else _value(node, path, first_line, set(), 0)


def _may_be_deep(text: str) -> bool:
    """Whether `text` could be nested beyond _MAX_DEPTH; a cheap bound that ordinary front matter never reaches."""
    return text.count("[") + text.count("{") > _MAX_DEPTH or _INDENTED.search(text) is not None


def _refuse_deep(text: str, path: Path, first_line: int) -> None:
    """Raise ContentError where `text` is nested too deeply: libyaml's composer would overflow the stack and crash."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                line = event.start_mark.line + first_line
                raise ContentError("the YAML is nested too deeply", path=path, line=line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]


def _value(node: yaml.Node, path: Path, first_line: int, seen: set[int], depth: int) -> Value:
    line = node.start_mark.line + first_line
    if id(node) in seen:
        raise ContentError("YAML anchors (& and *) are not allowed here", path=path, line=line, hint="repeat the text")
    if depth > _MAX_DEPTH:
        raise ContentError("the YAML is nested too deeply", path=path, line=line)
    if isinstance(node, yaml.ScalarNode):
        return str(node.value)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path, first_line, seen, depth + 1) for item in node.value]
    fields = Fields()
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            raise ContentError("a key must be a plain word", path=path, line=key_line)
        key = str(key_node.value)
        if key in fields:
            raise ContentError(f"`{key}` is given twice", path=path, line=key_line, hint="keep one of them")
        fields[key] = _value(value_node, path, first_line, seen, depth + 1)
        fields.lines[key] = key_line
    return fields


def dump(fields: Mapping[str, Any]) -> str:
    """`fields` as YAML lines, in their order, Arabic as Arabic, ready to stand between `---` lines."""
    return str(yaml.dump(dict(fields), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6))


class _Dumper(yaml.SafeDumper):
    """Indents list items under their key, as editors write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


class Flow(list[Any]):
    """A list that `dump` writes on one line: [security, sport]."""


_Dumper.add_representer(
    Flow, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)
)


def replace_fields(text: str, changes: Mapping[str, Any]) -> str:
    """`text` of a file with the top-level keys in `changes` set anew (or removed, for None), all else untouched.

    Keys that were not there are added at the end of the front matter. `text` must start with front matter.
    """
    match = _HEAD.match(text)
    if match is None:
        raise ValueError("the text has no front matter")
    spans = list(_key_spans(match[1]))
    parts: list[str] = []
    done: set[str] = set()
    for key, lines in spans:
        if key in changes:
            done.add(key)
            if changes[key] is not None:
                parts.append(dump({key: changes[key]}))
            # comments and blank lines that follow the value belong to the editor
            parts.append("".join(_trailing_comments(lines)))
        else:
            parts.append("".join(lines))
    for key, value in changes.items():
        if key not in done and value is not None:
            parts.append(dump({key: value}))
    head = "".join(parts)
    return text[: match.start(1)] + head + text[match.end(1) :]


def _key_spans(head: str) -> Iterator[tuple[str, list[str]]]:
    """(key, its lines) of the top-level keys, in order; lines before the first key come under the key ""."""
    lines = head.splitlines(keepends=True)
    node = _Loader(head).get_single_node()
    starts: list[tuple[int, str]] = []
    if isinstance(node, yaml.MappingNode):
        starts = [(key.start_mark.line, str(key.value)) for key, _ in node.value]
    if not starts or starts[0][0] > 0:
        starts.insert(0, (0, ""))
    for (start, key), (end, _) in zip(starts, [*starts[1:], (len(lines), "")], strict=True):
        yield key, lines[start:end]


def _trailing_comments(lines: list[str]) -> list[str]:
    kept: list[str] = []
    for line in reversed(lines[1:]):
        if line.strip() and not line.startswith("#"):
            break
        kept.insert(0, line)
    return kept
