"""Writing YAML, and changing single keys of YAML that a person wrote: every byte that need not change stays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import yaml

__all__ = ["Flow", "Loader", "dump", "flatten", "set_keys"]

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # PyYAML built without libyaml: slower, same result
    from yaml import BaseLoader as Loader  # type: ignore[assignment]

# (start, end, new text) of a part of the text
Edit: TypeAlias = tuple[int, int, str]

# YAML 1.1 counts these as line ends, editors and Git do not; they come along when text is pasted from other programs.
_ENDS_OF_LINES = "\x85\u2028\u2029"
_LINE_ENDS = str.maketrans(_ENDS_OF_LINES, " " * len(_ENDS_OF_LINES))


class Flow(list[Any]):
    """A list that `dump` writes on one line: [security, sport]."""


class _Dumper(yaml.SafeDumper):
    """Indents list items under their key, as editors write them, and keeps every text on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if len(text.splitlines()) > 1 or text.endswith("\n") else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_flow(dumper: yaml.SafeDumper, items: Flow) -> yaml.SequenceNode:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(Flow, _represent_flow)


def dump(fields: Mapping[str, Any]) -> str:
    """`fields` as YAML lines, in their order, Arabic as Arabic, ready to stand between `---` lines."""
    return _dump(dict(fields)) if fields else ""


def _dump(data: Any, flow: bool = False) -> str:
    return str(
        yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**6, default_flow_style=flow)
    )


def flatten(text: str) -> str:
    """`text` of the same length in which only "\\n" ends a line, so that YAML and editors count lines alike."""
    return text.translate(_LINE_ENDS) if any(sign in text for sign in _ENDS_OF_LINES) else text


def set_keys(text: str, changes: Mapping[str, Any]) -> str:
    """The YAML mapping `text` with the keys in `changes` set anew, or removed for None.

    A value that is a mapping changes the keys it names and leaves the others. Comments, order, quotes and indents of
    the rest stay. New keys come last. Raises ValueError where `text` is no mapping, or is written in a way that
    cannot be changed piece by piece.
    """
    before = _root(text)
    if before is None:
        return _with_line_end(text) + dump(_without_none(changes))
    if not isinstance(before, yaml.MappingNode):
        raise ValueError("the YAML is no mapping of keys to values")
    edits: list[Edit] = []
    _set_in_mapping(text, before, changes, edits, at_root=True)
    result = text
    for start, end, new in sorted(edits, reverse=True):
        result = result[:start] + new + result[end:]
    after = _root(result)
    if (_data(after) if after is not None else {}) != _expected(_data(before), changes):
        raise ValueError("the YAML is written in a way that cannot be changed key by key")
    return result


def _root(text: str) -> yaml.Node | None:
    loader = Loader(flatten(text))
    try:
        node: yaml.Node | None = loader.get_single_node()
    except yaml.YAMLError as error:
        raise ValueError(f"the YAML is malformed: {error}") from None
    finally:
        loader.dispose()
    return node


def _set_in_mapping(
    text: str, node: yaml.MappingNode, changes: Mapping[str, Any], edits: list[Edit], at_root: bool = False
) -> None:
    entries = {str(key.value): (key, value) for key, value in node.value}
    added = {name: new for name, new in changes.items() if name not in entries and new is not None}
    for name, new in changes.items():
        if name not in entries:
            continue
        key, value = entries[name]
        if new is None:
            edits.append(_removal(text, node, key, value))
        else:
            _set_value(text, key, value, new, edits, bool(node.flow_style))
    if added:
        edits.append(_addition(text, node, _without_none(added), at_root))


def _set_value(text: str, key: yaml.Node, value: yaml.Node, new: Any, edits: list[Edit], in_flow: bool) -> None:
    if _data(value) == _data(new):
        return
    if isinstance(new, Mapping) and isinstance(value, yaml.MappingNode) and value.value:
        _set_in_mapping(text, value, new, edits)
    elif _is_list(new) and isinstance(value, yaml.SequenceNode) and len(value.value) == len(new):
        for item, new_item in zip(value.value, new, strict=True):
            _set_value(text, key, item, new_item, edits, in_flow or bool(value.flow_style))
    else:
        edits.append(_replacement(text, key, value, _without_none(new), in_flow))


def _replacement(text: str, key: yaml.Node, value: yaml.Node, new: Any, in_flow: bool) -> Edit:
    start, end = value.start_mark.index, _end(text, value)
    if start == end:  # `key:` alone
        while start > key.end_mark.index and text[start - 1] in " \t":
            start -= 1
        end = start
        lead = "" if text[start - 1] == ":" else ":"
    else:
        lead = ""
    is_block = not in_flow and not isinstance(new, Flow) and isinstance(new, Mapping | list) and bool(new)
    if not is_block:
        inline = _dump(Flow([new]), flow=True)[1:-2]
        if not in_flow and not isinstance(new, Mapping | list):
            inline = _dump({"k": new})[3:-1]
        return start, end, f"{lead} {inline}" if start == value.start_mark.index == end or lead else inline
    line_start = text.rfind("\n", 0, start) + 1
    if not text[line_start:start].strip(" "):  # an old value that begins on a line of its own
        column = start - line_start
        return start, end, _indented(_dump(new), column).lstrip(" ").rstrip("\n")
    while text[start - 1] in " \t":
        start -= 1
    return start, end, f"{lead}\n" + _indented(_dump(new), key.start_mark.column + 2).rstrip("\n")


def _removal(text: str, node: yaml.MappingNode, key: yaml.Node, value: yaml.Node) -> Edit:
    start, end = key.start_mark.index, max(key.end_mark.index, _end(text, value))
    if not node.flow_style:
        return text.rfind("\n", 0, start) + 1, _line_end(text, end), ""
    at = next(number for number, (other, _) in enumerate(node.value) if other is key)
    if at + 1 < len(node.value):
        return start, node.value[at + 1][0].start_mark.index, ""
    if at > 0:
        start = _end(text, node.value[at - 1][1])
    return start, end, ""


def _addition(text: str, node: yaml.MappingNode, added: Mapping[str, Any], at_root: bool) -> Edit:
    last_key, last_value = node.value[-1]
    end = max(last_key.end_mark.index, _end(text, last_value))
    if node.flow_style:
        return end, end, ", " + _dump(added, flow=True).strip()[1:-1]
    column = node.value[0][0].start_mark.column
    lines = _indented(_dump(added), column)
    at = len(text) if at_root else _line_end(text, end)
    return at, at, lines if at == 0 or text[at - 1] == "\n" else "\n" + lines


def _end(text: str, node: yaml.Node) -> int:
    """Where the last character of `node` ends; what YAML counts to it beyond that are comments and blank lines."""
    start = int(node.start_mark.index)
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(_end(text, part) for part in last) if isinstance(last, tuple) else _end(text, last)
    return start + len(text[start : node.end_mark.index].rstrip("\n"))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _with_line_end(text: str) -> str:
    return text if not text or text.endswith("\n") else text + "\n"


def _indented(lines: str, column: int) -> str:
    return "".join(" " * column + line for line in lines.splitlines(keepends=True))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _without_none(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: _without_none(item) for name, item in value.items() if item is not None}
    return value


def _data(value: Any) -> Any:
    """A node, or a value to be written, as mappings, lists and texts, so that the two can be compared."""
    if isinstance(value, yaml.MappingNode):
        return {_data(key): _data(item) for key, item in value.value}
    if isinstance(value, yaml.SequenceNode):
        return [_data(item) for item in value.value]
    if isinstance(value, yaml.ScalarNode):
        return str(value.value)
    if isinstance(value, Mapping):
        return {str(name): _data(item) for name, item in value.items() if item is not None}
    if _is_list(value):
        return [_data(item) for item in value]
    return "" if value is None else str(value)


def _expected(before: Any, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What `before` must be after `changes`."""
    after = dict(before)
    for name, new in changes.items():
        old = after.get(name)
        if new is None:
            after.pop(name, None)
        elif isinstance(new, Mapping) and isinstance(old, dict) and old:
            after[name] = _expected(old, new)
        else:
            after[name] = _data(new)
    return after
