"""Keys of services, by the letters that they begin them with, and passwords, by the words before them."""

from __future__ import annotations

import re
from functools import cache

from nashra.languages.desk.known import DESK

KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----|\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|glpat-[\w-]{20,}"
    r"|xox[abprs]-[\w-]{10,}|sk-[\w-]{20,}|AIza[\w-]{35}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}"
    r"|Authorization: (?:Basic|Bearer) [\w+/=.-]{8,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{6,})(?!\w)"
)
_VALUE = re.compile(r"(?: [^\W\d_]+(?:-[^\W\d_]+)?){0,3}[ \u00a0\u202f]?[:=][ \u00a0\u202f]?([^\s\"'«»“”`<>]{6,40})")


def first_password(text: str) -> int | None:
    """Where a word for a password stands, and one behind it; None where there is none."""
    low = text.lower()
    for phrase in _phrases():
        if (at := low.find(phrase)) >= 0 and (value := _VALUE.match(text, at + len(phrase))) and _is_secret(value[1]):
            return at
    return None


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted({each for desk in DESK.values() for each in desk.secrets.split("|") if each}))


def _is_secret(value: str) -> bool:
    """Whether `value` has letters and others, as passwords have."""
    return "://" not in value and any(map(str.isalpha, value)) and not value.rstrip(".,;)").isalpha()
