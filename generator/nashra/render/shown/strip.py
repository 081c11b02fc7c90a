"""The strip: what is breaking, on every page, else what is newest, on few. The content itself is the clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from nashra.model import Article

# What is "breaking" stays so while it is this much older than the newest article, at most.
BREAKING = timedelta(hours=48)
MAX_BREAKING = 5
MAX_LATEST = 3


@dataclass(frozen=True, slots=True)
class Strip:
    """Articles for the strip, newest first; all of them breaking, or none chosen for that."""

    breaking: bool
    articles: tuple[Article, ...]


def strip(articles: Sequence[Article], without: str = "") -> Strip:
    """The strip of a site with these `articles`, newest first. `without`: the id of the article a page is about."""
    if not articles:
        return Strip(False, ())
    newest = articles[0].published
    urgent: list[Article] = []
    for article in articles:
        if newest - article.published > BREAKING or len(urgent) == MAX_BREAKING:
            break
        if article.breaking and article.id != without:
            urgent.append(article)
    if urgent:
        return Strip(True, tuple(urgent))
    others = [article for article in articles[: MAX_LATEST + 1] if article.id != without]
    return Strip(False, tuple(others[:MAX_LATEST]))
