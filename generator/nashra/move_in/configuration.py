"""The configuration of other generators, read as text: nothing of it is ever run."""

from __future__ import annotations

import ast
import json
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from nashra.head import frontmatter
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text


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
            found = frontmatter.parse_yaml(source, path)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError, SyntaxError) as error:
        raise ContentError(f"the configuration cannot be read: {error}", path=path) from None
    return dict(found) if isinstance(found, dict) else {}


def literals(source: str) -> dict[str, Any]:
    """The names to which a Python text gives a plain value: text, number, list, mapping. Raises SyntaxError."""
    found: dict[str, Any] = {}
    for statement in ast.parse(source).body:
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)) or statement.value is None:
            continue
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        try:
            value = ast.literal_eval(statement.value)
        except (ValueError, TypeError, RecursionError, MemoryError):
            continue
        found |= {target.id: value for target in targets if isinstance(target, ast.Name)}
    return found


def lowered(value: Any) -> Any:
    """`value` with the keys of all its mappings in small letters: Hugo does not tell them apart."""
    if isinstance(value, dict):
        return {str(key).lower(): lowered(each) for key, each in value.items()}
    return [lowered(each) for each in value] if isinstance(value, list) else value


def first(root: Path, names: Iterable[str]) -> Path | None:
    """The first of the files `names` that is in the folder `root`."""
    return next((root / name for name in names if (root / name).is_file()), None)
