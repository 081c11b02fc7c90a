"""The names that come with Nashra, for texts whose site and registry nobody gave."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from nashra.entities.countries import countries
from nashra.entities.glossary import Glossary
from nashra.entities.starter import PARTS, starter


@lru_cache(maxsize=4)
def common_names(languages: frozenset[str]) -> Callable[[str, str, str], Iterable[str]]:
    """Finds the names of the starter registry and of countries in texts of these languages; see `guards.Names`."""
    known = sorted(languages)
    return Glossary({**countries(known), **starter(PARTS, known)}).named
