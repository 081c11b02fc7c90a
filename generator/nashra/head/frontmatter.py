"""Front matter: the YAML between two `---` lines at the head of a Markdown file.

Values stay text as the editor typed them (no `no` that becomes False, no date that becomes a number), but for `null`
and `~`, which are nothing, an empty text; every key knows its line. Changing one key leaves every other byte of the
file as it was.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from nashra.head.lenient import as_written, with_quotes
from nashra.head.yaml_edit import Flow, Loader, dump, flatten, set_keys
from nashra.kit.errors import ContentError
from nashra.kit.files import CONTROL, read_text

__all__ = ["Document", "Fields", "Flow", "Value", "dump", "line_of", "parse_yaml", "replace_fields", "rest", "split"]

Value: TypeAlias = "str | list[Value] | Fields"

_HEAD = re.compile(r"\n*---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_QUOTES = "a text with `: ` or ` #` in it, or with a sign such as \" ' * & ! % @ [ { at its start, must stand in quotes"
# https://yaml.org/spec/1.2.2/#10213-tag-resolution
_NULL = {"null", "Null", "NULL", "~"}
# A key whose value sticks to its colon is no key to YAML.
_STUCK = re.compile(r"^[a-z_]+:[^\s/:]", re.MULTILINE)
# A key before a sign that is no colon, or whose blank is none to YAML.
_ODD_SIGN = re.compile(r"^[\w-]{2,30}[ \t]*(?:[：﹕=]|:[\u00a0\u2007\u202f])", re.MULTILINE)
# Controls of terminals, which come from texts in another encoding; U+0085 ends a line, see `flatten`.
_C1 = re.compile("[\x80-\x9f]")
# A key on what editors show as a line of its own, and YAML as a part of the line before.
_HIDDEN_KEY = re.compile("([\x0b\x0c\x1c-\x1e\x85\u2028\u2029])[ \t]*([^\\W\\d][\\w -]{0,40}?)[ \t]*:(?=\\s|\\Z)")
_REMARK = re.compile(r"^[ \t]*#+[ \t]*(\S[^\n]*)", re.MULTILINE)
_TAGS = {"tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_ANCHOR = re.compile(r"(?:^|[\s\[{,:?-])[&*]\S")
_MAX_DEPTH = 20
# Each level of block style takes a column of a line's beginning, or shares one with the level above it.
_INDENTED = re.compile(rf"^[ ?:-]{{{_MAX_DEPTH // 2}}}", re.MULTILINE)


class Fields(dict[str, Value]):
    """A YAML mapping with the 1-based line of each key in the file.

    bare: the keys after which nothing is written, not even `null`.
    """

    def __init__(self, lines: Mapping[str, int] | None = None) -> None:
        super().__init__()
        self.lines: dict[str, int] = dict(lines or {})
        self.bare: set[str] = set()

    def words(self, key: str) -> str:
        """What is written at `key`; nothing where that is no text."""
        value = self.get(key, "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file split into its front matter and what follows. `body_line` is the body's first line, 1-based.

    remarks: the comments of the front matter that have a line of their own, each with its line.
    """

    fields: Fields
    body: str
    body_line: int
    remarks: tuple[tuple[int, str], ...] = ()


def split(text: str, path: Path, *, last_wins: bool = False) -> Document:
    """`text` of the file `path` as front matter and body. Raises ContentError with the line at fault.

    last_wins: whether of a key that is given twice the last counts, as other generators have it; else it is a fault.
    """
    match = _HEAD.match(text)
    if match is None:
        if not text.strip():
            raise ContentError("the file is empty", path=path, hint="write the front matter and the text, or delete it")
        if re.match(r"\n*---[ \t]*\n", text):
            raise ContentError("the front matter has no end", path=path, line=1, hint="close it with a line of ---")
        raise ContentError("there is no front matter", path=path, line=1, hint="start the file with a line of ---")
    first_line = text.count("\n", 0, match.start(1)) + 1
    if hidden := _HIDDEN_KEY.search(match[1]):
        line = first_line + match[1].count("\n", 0, hidden.start())
        message = f"`{hidden[2]}` stands behind U+{ord(hidden[1]):04X}, which ends a line for people alone"
        raise ContentError(message, path=path, line=line, hint="put a line end of the usual kind before it")
    fields = parse_yaml(with_quotes(flatten(match[1]))[0], path, first_line, last_wins=last_wins)
    if not isinstance(fields, Fields):
        raise ContentError("the front matter is not a list of `key: value` lines", path=path, line=first_line)
    body = text[match.end() :]
    leading = len(body) - len(body.lstrip("\n"))
    body_line = text.count("\n", 0, match.end()) + leading + 1
    remarks = tuple(
        (first_line + match[1].count("\n", 0, each.start()), each[1])
        for each in (_REMARK.finditer(match[1]) if "#" in match[1] else ())
    )
    return Document(fields, body[leading:].rstrip() + "\n" if body.strip() else "", body_line, remarks)


def line_of(path: Path, key: str) -> int | None:
    """The line of `key` in the head of the file `path`, None where there is none or the file cannot be read."""
    with suppress(ContentError):
        return split(read_text(path), path).fields.lines.get(key)
    return None


def rest(text: str) -> str:
    """What follows the front matter in `text`, blank lines included; all of it where there is no front matter."""
    match = _HEAD.match(text)
    return text[match.end() :] if match else text


def parse_yaml(text: str, path: Path, first_line: int = 1, *, last_wins: bool = False) -> Value:
    """YAML `text`, all scalars as text. `first_line` is where it starts in the file. Raises ContentError.

    Anchors and aliases are refused: nobody needs them here and a few lines of them can fill the memory.
    """
    text = flatten(text)
    loader = None
    try:
        if _is_suspect(text):
            _refuse_tricks(text, path, first_line)
        loader = Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _malformed(error, text, path, first_line) from None
    except yaml.YAMLError as error:
        raise _unreadable(error, text, path, first_line) from None
    finally:
        if loader is not None:
            loader.dispose()
    return Fields() if node is None else _value(node, path, first_line, last_wins)


def _malformed(error: yaml.MarkedYAMLError, text: str, path: Path, first_line: int) -> ContentError:
    mark = error.problem_mark or error.context_mark
    if "nesting depth" in str(error.problem):
        # newer versions of libyaml stop by themselves, before we count
        line = mark.line + first_line if mark else first_line
        return ContentError("the YAML is nested too deeply", path=path, line=line)
    if mark is None:
        return ContentError(f"the YAML is malformed: {error.problem}", path=path, line=first_line)
    if "\t" in text[mark.index : mark.index + 1]:
        return ContentError(
            "the YAML is malformed: there is a tab", path=path, line=mark.line + first_line, hint="indent with spaces"
        )
    # an error at the very end began earlier
    if mark.index >= len(text.rstrip()) and error.context_mark is not None:
        mark = error.context_mark
    if stuck := _STUCK.search(text):
        line = text.count("\n", 0, stuck.start()) + first_line
        message, hint = "the YAML is malformed: a key and its value stick together", "write a blank after the colon"
        return ContentError(message, path=path, line=line, hint=hint)
    if odd := _ODD_SIGN.search(text):
        line = text.count("\n", 0, odd.start()) + first_line
        key = odd[0].rstrip("：﹕=:\u00a0\u2007\u202f \t")
        message = f"the YAML is malformed: behind `{key}` stands something else than a colon and a blank"
        return ContentError(message, path=path, line=line, hint=f"type it anew: `{key}: ...`")
    return ContentError(f"the YAML is malformed: {error.problem}", path=path, line=mark.line + first_line, hint=_QUOTES)


def _unreadable(error: yaml.YAMLError, text: str, path: Path, first_line: int) -> ContentError:
    control = CONTROL.search(text)
    if control is None:
        reason = str(error).strip().split("\n", 1)[0]
        return ContentError(f"the YAML cannot be read: {reason}", path=path, line=first_line)
    line = text.count("\n", 0, control.start()) + first_line
    return _control(control[0], path, line)


def _control(char: str, path: Path, line: int) -> ContentError:
    return ContentError(
        f"the control character U+{ord(char):04X} is not allowed", path=path, line=line, hint="delete it"
    )


def _is_suspect(text: str) -> bool:
    """Whether `text` could be nested beyond _MAX_DEPTH or hold an anchor; a cheap guess, wrong only towards True."""
    return (
        text.count("[") + text.count("{") > _MAX_DEPTH
        or _INDENTED.search(text) is not None
        or _ANCHOR.search(text) is not None
    )


def _refuse_tricks(text: str, path: Path, first_line: int) -> None:
    """Raise ContentError for anchors, and for nesting so deep that libyaml's composer would overflow the stack."""
    depth = 0
    for event in yaml.parse(text, Loader=Loader):
        line = (event.start_mark.line if event.start_mark else 0) + first_line
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            message = "YAML anchors (& and *) are not allowed here"
            raise ContentError(message, path=path, line=line, hint="repeat the text, or put it in quotes")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > _MAX_DEPTH:
                raise ContentError("the YAML is nested too deeply", path=path, line=line)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _value(node: yaml.Node, path: Path, first_line: int, last_wins: bool) -> Value:
    line = node.start_mark.line + first_line
    if node.tag not in _TAGS:
        message = f"YAML tags such as {node.tag} are not allowed here"
        raise ContentError(message, path=path, line=line, hint="put a text that starts with ! in quotes")
    if isinstance(node, yaml.ScalarNode):
        value = str(node.value)
        control = CONTROL.search(value) or _C1.search(value)
        if control is not None:
            raise _control(control[0], path, line)
        return "" if value in _NULL and not node.style else value
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, path, first_line, last_wins) for item in node.value]
    fields = Fields()
    for key_node, value_node in node.value:
        key_line = key_node.start_mark.line + first_line
        if not isinstance(key_node, yaml.ScalarNode):
            raise ContentError("a key must be a plain word", path=path, line=key_line)
        key = str(key_node.value)
        if key == "<<":
            message, hint = "the merge sign `<<` of YAML is not read here", "write its keys out"
            raise ContentError(message, path=path, line=key_line, hint=hint)
        if key in fields and not last_wins:
            raise ContentError(f"`{key}` is given twice", path=path, line=key_line, hint="keep one of them")
        fields[key] = _value(value_node, path, first_line, last_wins)
        fields.lines[key] = key_line
        if isinstance(value_node, yaml.ScalarNode) and not value_node.value and not value_node.style:
            fields.bare.add(key)
    return fields


def replace_fields(text: str, changes: Mapping[str, Any]) -> str:
    """`text` of a file with the keys in `changes` of its front matter set anew (or removed, for None).

    A value that is a mapping changes the keys that it names. All else stays, byte for byte; new keys come last. Raises
    ValueError where `text` has no front matter, or one that cannot be changed key by key.
    """
    match = _HEAD.match(text)
    if match is None:
        raise ValueError("the text has no front matter")
    head, quoted = with_quotes(match[1])
    return text[: match.start(1)] + as_written(set_keys(head, changes), quoted) + text[match.end(1) :]
