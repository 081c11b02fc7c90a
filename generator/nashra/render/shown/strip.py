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
# The page of an article leaves itself out, and what it shows elsewhere; more to choose from would be heavy on a phone.
KNOWN_LATEST = MAX_LATEST + 3


@dataclass(frozen=True, slots=True)
class Strip:
    """Articles for the strip, newest first; all of them breaking, or none chosen for that."""

    breaking: bool
    articles: tuple[Article, ...]


class Candidates:
    """What a site's strips may hold, so that a page asks no article for more than it shows."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """articles: all of a site, newest first."""
        urgent: list[Article] = []
        for article in articles:
            # one more than a strip holds: a page does not announce itself
            if articles[0].published - article.published > BREAKING or len(urgent) > MAX_BREAKING:
                break
            if article.breaking:
                urgent.append(article)
        self.breaking = tuple(urgent)
        self._newest = tuple(articles[: MAX_LATEST + 1])
        self.ids = frozenset(article.id for article in (*self.breaking, *self._newest))

    def strip(self, without: str = "", *, newest: bool = True) -> Strip:
        """The strip of the page about the article with the id `without`, or about none.

        newest: whether it holds the newest articles where none is breaking.
        """
        urgent = tuple(article for article in self.breaking if article.id != without)[:MAX_BREAKING]
        if urgent or not newest:
            return Strip(bool(urgent), urgent)
        return Strip(False, tuple(article for article in self._newest if article.id != without)[:MAX_LATEST])
