"""Patterns of addresses such as /:year/:month/:slug/ of Hugo and Jekyll."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from nashra.ingest.page.html_dates import read_written
from nashra.kit.slugs import make_slug

_NAME = re.compile(r":([a-z_]+)(?:\[[^\]]*\])?")
_HUGO_DATE = {"2006": "%Y", "01": "%m", "02": "%d"}


def day_of(fields: Mapping[str, object]) -> date | None:
    """The day that a head names, None where it names none."""
    for name in ("date", "publishdate", "pubdate"):
        value = fields.get(name)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and (found := read_written(value)) is not None and found.day is not None:
            return found.day
    return None


def fill(pattern: str, named: Mapping[str, str], fields: Mapping[str, object], day: date | None = None) -> str:
    """The address that `pattern` gives. named: what stands for each name; days are read from `fields`, or are `day`."""
    day = day or day_of(fields)
    parts = dict(named)
    if "title" in parts:
        parts["title"] = make_slug(parts["title"])
    if day is not None:
        parts |= {
            "year": f"{day:%Y}",
            "short_year": f"{day:%y}",
            "month": f"{day:%m}",
            "i_month": str(day.month),
            "monthname": f"{day:%B}".lower(),
            "day": f"{day:%d}",
            "i_day": str(day.day),
            "yearday": f"{day:%j}",
            "y_day": f"{day:%j}",
        }
        pattern = re.sub(r":(2006|01|02)\b", lambda found: day.strftime(_HUGO_DATE[found[1]]), pattern)
    path = _NAME.sub(lambda found: parts.get(found[1], ""), pattern)
    path = re.sub("/{2,}", "/", path)
    return path if path.startswith("/") else f"/{path}"
