"""The files of languages in a package: a new language is a file, and no list names it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

# Where a text is as much of one language as of another, the first is meant; the others follow by their codes.
_FIRST = ("ar", "fa", "ur", "fr", "en", "es", "pt", "it", "de", "nl")
_CODE = re.compile(r"[a-z]{2,3}")


def read(package: str, name: str) -> Mapping[str, Any]:
    """Code -> what the file of that language in `package` calls `name`; other modules stand beside them."""
    path = import_module(package).__path__
    codes = sorted(module.name for module in iter_modules(path) if _CODE.fullmatch(module.name))
    order = [*(code for code in _FIRST if code in codes), *(code for code in codes if code not in _FIRST)]
    return {code: getattr(import_module(f"{package}.{code}"), name) for code in order}
