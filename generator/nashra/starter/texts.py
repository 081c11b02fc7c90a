"""The texts of a new site: files in files/, whose @NAMES@ are filled in.

What stands between `@SEVERAL{` and `}@` is for sites in several languages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent / "files"
_NAME = re.compile(r"@([A-Z]+)@")
_SEVERAL = re.compile(r"@SEVERAL\{(.*?)\}@", re.DOTALL)
_STEPS = re.compile(r"(?:^\d+\. .*\n)+", re.MULTILINE)
_NUMBER = re.compile(r"^\d+", re.MULTILINE)


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


def for_languages(text: str, number: int) -> str:
    """`text` for a site in `number` languages: the parts about translation stay, or go and the steps are renumbered."""
    text = _SEVERAL.sub(r"\1" if number > 1 else "", text)
    return _STEPS.sub(lambda steps: _numbered(steps[0]), text)


def _numbered(steps: str) -> str:
    numbers = count(1)
    return _NUMBER.sub(lambda _: str(next(numbers)), steps)
