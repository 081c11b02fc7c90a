"""Dates of an article that are probably slips."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from nashra.head.frontmatter import Fields
from nashra.kit.errors import Problem

# Days between the folder of an article and its date.
_FAR = 366


def doubtful_dates(
    day: date, published: datetime, updated: datetime | None, fields: Fields, path: Path
) -> Iterator[Problem]:
    """Warnings of a `date` years away from the `day` of the folder, and of an update before it."""
    far = abs((published.date() - day).days) > _FAR
    if far or ((published.month, published.day) == (day.month, day.day) and published.year != day.year):
        how = "years away from" if far else "of another year than"
        message = f"`date` is {published:%Y-%m-%d}, {how} the day of the folder, {day}"
        hint = "correct it, or move the folder; an article with a date to come is not public"
        yield Problem(message, path, fields.lines["date"], hint, warning=True)
    if updated is not None and updated.date() < published.date():
        message = f"`updated` is {updated:%Y-%m-%d}, before the article's `date`"
        yield Problem(message, path, fields.lines["updated"], "correct one of them", warning=True)


def doubtful_embargo(published: datetime, embargo: datetime | None, fields: Fields, path: Path) -> Iterator[Problem]:
    """A warning of a `publish_at` of another day before `date`, which holds nothing back."""
    if embargo is not None and embargo.date() < published.date():
        message = f"`publish_at` is {embargo:%Y-%m-%d}, before the article's `date`: it holds nothing back"
        yield Problem(message, path, fields.lines["publish_at"], "correct it, or delete the line", warning=True)
