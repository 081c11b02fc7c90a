"""The configuration of other generators, read as text: nothing of it is ever run."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from nashra.head import frontmatter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text

# Settings are short; what doubles itself on every line is none.
_LONGEST = 100_000
_ANCHOR = re.compile(r"(?m)(?:^|[:\-\s])[&*][A-Za-z_][\w-]*\s*(?:$|[{\[#])|<<:\s*\*|&[\w-]+ ")


def read(path: Path) -> dict[str, Any]:
    """The settings in a TOML, YAML, JSON or Python file. Raises ContentError for one that cannot be read."""
    source = read_text(path)
    try:
        if path.suffix == ".toml":
            return tomllib.loads(source)
        if path.suffix == ".json":
            found = json.loads(source)
        elif path.suffix == ".py":
            return literals(source)
        else:
            found = _with_anchors(source, path) if _ANCHOR.search(source) else frontmatter.parse_yaml(source, path)
    except (tomllib.TOMLDecodeError, yaml.YAMLError, ValueError, RecursionError, SyntaxError) as error:
        raise ContentError(f"the configuration cannot be read: {error}", path=path) from None
    return dict(found) if isinstance(found, dict) else {}


class _Plain(yaml.SafeLoader):
    """Reads all values as text; only `<<` says more."""

    yaml_implicit_resolvers = {"<": [("tag:yaml.org,2002:merge", re.compile(r"\A<<\Z"))]}  # noqa: RUF012, as there


def _with_anchors(source: str, path: Path) -> Any:
    """YAML in which parts are named and used again. Raises ContentError for what would fill the memory."""
    loader = _Plain(source)
    try:
        node = loader.get_single_node()
        if node is not None and _size(node, {}) > _LONGEST:
            raise ContentError("the configuration repeats itself without end", path=path)
        return loader.construct_document(node) if node is not None else {}
    finally:
        loader.dispose()


def _size(node: yaml.Node, known: dict[int, int]) -> int:
    """How many values there are in a node, parts that are used again counted each time."""
    if id(node) not in known:
        known[id(node)] = _LONGEST + 1  # of what holds itself
        inner: list[yaml.Node] = []
        if isinstance(node, yaml.MappingNode):
            inner = [each for pair in node.value for each in pair]
        elif isinstance(node, yaml.SequenceNode):
            inner = list(node.value)
        known[id(node)] = 1 + sum(_size(each, known) for each in inner)
    return known[id(node)]


def literals(source: str) -> dict[str, Any]:
    """The names to which a Python text gives a plain value: text, number, list, mapping, put together of such and of
    names that have one. Nothing is run. Raises SyntaxError."""
    found: dict[str, Any] = {}
    try:
        statements = ast.parse(source).body
    except (MemoryError, RecursionError):  # what Python says of brackets in brackets, by its version
        raise SyntaxError("it is nested too deeply") from None
    for statement in statements:
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        try:
            value = _value(statement.value, found)
        except (ValueError, TypeError, RecursionError, MemoryError):
            continue
        found |= {target.id: value for target in targets if isinstance(target, ast.Name)}
    return found


def _value(node: ast.expr, known: dict[str, Any]) -> Any:
    """The value of an expression. Raises ValueError where only running it would tell; parts of lists and mappings that
    nobody can tell are left out."""
    match node:
        case ast.Constant():
            return node.value
        case ast.Name() if node.id in known:
            return known[node.id]
        case ast.List() | ast.Tuple() | ast.Set():
            return [value for each in node.elts for value in _told(each, known)]
        case ast.Dict():
            pairs: dict[Any, Any] = {}
            for key, value in zip(node.keys, node.values, strict=True):
                for name in _told(key, known) if key is not None else ():
                    if isinstance(name, (str, int)):
                        pairs.update((name, each) for each in _told(value, known))
            return pairs
        case ast.BinOp(op=ast.Add()):
            left, right = _value(node.left, known), _value(node.right, known)
            if isinstance(left, str) and isinstance(right, str) and len(left) + len(right) < _LONGEST:
                return left + right
            if isinstance(left, list) and isinstance(right, list) and len(left) + len(right) < _LONGEST:
                return left + right
        case ast.JoinedStr():
            parts = (each.value if isinstance(each, ast.FormattedValue) else each for each in node.values)
            return "".join(str(_value(each, known)) for each in parts)
        case ast.Call(func=ast.Name(id="dict"), args=[]):
            return {each.arg: value for each in node.keywords if each.arg for value in _told(each.value, known)}
        case ast.UnaryOp():
            return ast.literal_eval(node)
    raise ValueError(ast.dump(node)[:80])


def _told(node: ast.expr, known: dict[str, Any]) -> list[Any]:
    try:
        return [_value(node, known)]
    except ValueError:
        return []


def lowered(value: Any) -> Any:
    """`value` with the keys of all its mappings in small letters: Hugo does not tell them apart."""
    if isinstance(value, dict):
        return {str(key).lower(): lowered(each) for key, each in value.items()}
    return [lowered(each) for each in value] if isinstance(value, list) else value


def first(root: Path, names: Iterable[str]) -> Path | None:
    """The first of the files `names` that is in the folder `root`."""
    return next((root / name for name in names if (root / name).is_file()), None)
