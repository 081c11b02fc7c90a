"""Patterns of addresses such as /:year/:month/:slug/ of Hugo and Jekyll."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from nashra.ingest.page.html_dates import read_written

_NAME = re.compile(r":([a-z_]+)(?:\[([^\]]*)\])?")
_HUGO_DATE = {"2006": "%Y", "01": "%m", "02": "%d"}
# In addresses these are English whatever the language of the text is.
_MONTHS = "january february march april may june july august september october november december".split()
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def day_of(fields: Mapping[str, object]) -> date | None:
    """The day that a head names, None where it names none."""
    for name in ("date", "publishdate", "publish_date", "pubdate", "created", "created_at"):
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (found := read_written(value)) is not None and found.day is not None:
            return found.day
    return None


def fill(
    pattern: str,
    named: Mapping[str, str],
    day: date | None = None,
    sections: Sequence[str] = (),
) -> str:
    """The address that `pattern` gives. named: what stands for each name. day: for the names of days. sections: the
    folders that `:sections` and its parts stand for."""
    parts = {"sections": "/".join(sections), **named}
    if day is not None:
        parts |= {
            "year": f"{day:%Y}",
            "short_year": f"{day:%y}",
            "month": f"{day:%m}",
            "i_month": str(day.month),
            "monthname": _MONTHS[day.month - 1],
            "short_month": _MONTHS[day.month - 1][:3].title(),
            "long_month": _MONTHS[day.month - 1].title(),
            "day": f"{day:%d}",
            "i_day": str(day.day),
            "yearday": f"{day:%j}".lstrip("0"),
            "y_day": f"{day:%j}",
            "weekday": str(day.isoweekday() % 7),
            "weekdayname": _DAYS[day.weekday()],
            "week": f"{day:%V}",
            "w_year": f"{day:%G}",
            "w_day": str(day.isoweekday()),
        }
        pattern = re.sub(r":(2006|01|02)\b", lambda found: day.strftime(_HUGO_DATE[found[1]]), pattern)

    def value(found: re.Match[str]) -> str:
        if found[1] == "sections" and found[2]:
            return "/".join(_sliced(sections, found[2]))
        return parts.get(found[1], "")

    path = re.sub("/{2,}", "/", _NAME.sub(value, pattern))
    return path if path.startswith("/") else f"/{path}"


def _sliced(parts: Sequence[str], wanted: str) -> Sequence[str]:
    """Some of `parts`: "1:" from the second on, "last" the last, "0" the first."""
    first, colon, last = wanted.replace("last", "-1").partition(":")
    try:
        if not colon:
            return [parts[int(first)]]
        return parts[int(first or 0) : int(last) if last else None]
    except (ValueError, IndexError):
        return ()
