"""The moment a build is for: the one place that reads the clock."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from nashra.kit.errors import ConfigError, Problem

_VARIABLE = "SOURCE_DATE_EPOCH"


def now() -> datetime:
    """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names, so that a build can be repeated.

    The variable holds seconds since 1970: https://reproducible-builds.org/specs/source-date-epoch/. Raises ConfigError
    for anything else.
    """
    given = os.environ.get(_VARIABLE)
    if not given:
        return datetime.now(UTC)
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        hint = "write seconds since 1970, such as 1721260800, or unset it"
        raise ConfigError(f"{_VARIABLE} is {given!r}, no point in time", hint=hint) from None


# A battery that is empty sets the clock of a machine to 1970, 1980 or 1999; nothing of ours is older, or will last.
_YEARS = range(2000, 2100)


def doubts(now: datetime) -> list[Problem]:
    """A warning where the moment of a build cannot be right: it decides which articles are public."""
    if now.year in _YEARS:
        return []
    hint = f"set the clock of this machine, or {_VARIABLE}: articles are public from their `date` until they expire"
    return [Problem(f"the clock says {now:%Y-%m-%d %H:%M}, which cannot be right", hint=hint, warning=True)]
