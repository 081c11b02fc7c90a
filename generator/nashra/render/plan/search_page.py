"""The page of search in each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nashra.render.ground import urls
from nashra.render.ground.page import Page


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """The page of search in one language."""


def search_pages(langs: Sequence[str]) -> Iterator[SearchPage]:
    """One page a language, `langs` in the site's order."""
    alternates = {lang: urls.search(lang) for lang in langs}
    for lang in langs:
        yield SearchPage(alternates[lang], lang, alternates, alternates[langs[0]])
