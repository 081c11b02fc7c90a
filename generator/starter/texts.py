"""The texts of a new site: files in files/, whose @NAMES@ are filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "files"
_NAME = re.compile(r"@([A-Z]+)@")


def read(name: str) -> str | None:
    """The text of files/`name`, None where there is none."""
    path = _FOLDER / name
    return path.read_text("utf-8") if path.is_file() else None


def need(name: str, values: Mapping[str, str] | None = None) -> str:
    """The text of files/`name`, which is always there; filled, where there are `values`."""
    text = (_FOLDER / name).read_text("utf-8")
    return text if values is None else fill(text, values)


def fill(text: str, values: Mapping[str, str]) -> str:
    """`text` with each @NAME@ replaced by its value, once: what comes from a value is left as it is."""
    return _NAME.sub(lambda found: values[found[1]], text)
