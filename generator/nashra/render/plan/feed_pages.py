"""The page that explains feeds and lists them, in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nashra.render.ground import urls
from nashra.render.ground.page import Page


@dataclass(frozen=True, slots=True)
class FeedsPage(Page):
    """The page of feeds in one language."""


def feeds_pages(langs: Sequence[str]) -> Iterator[FeedsPage]:
    """One page a language, `langs` in the site's order."""
    alternates = {lang: urls.feeds(lang) for lang in langs}
    for lang in langs:
        yield FeedsPage(alternates[lang], lang, alternates, alternates[langs[0]])
