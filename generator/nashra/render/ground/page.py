"""What every page of the plan has, and what the rest may ask of it.

A kind of page is a class below `Page`: it says there what it shows and how search engines, feeds and archives should
take it. Nothing outside asks for the kind. What it rests on and what makes its HTML stand in `nashra.render.kinds`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nashra.model import Article, Entity, StaticPage, Topic, Version


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    path:       its file below the site's root.
    alternates: language code -> path of the same page in that language, this one included, in the site's order.
    fallback:   path for readers of any other language (x-default).
    """

    path: str
    lang: str
    alternates: Mapping[str, str]
    fallback: str

    @property
    def listed(self) -> bool:
        """Whether sitemaps list it: not where it goes with another page and is nobody's destination."""
        return True

    @property
    def front(self) -> bool:
        """Whether archives show it among what there is to read."""
        return False

    @property
    def is_home(self) -> bool:
        """Whether it is the first page of its language."""
        return False

    @property
    def renewed(self) -> bool:
        """Whether it changes with every article that comes anyway, so that the newest headlines may stand on it."""
        return False

    @property
    def editions(self) -> bool:
        """Whether it belongs to the editions, and so to their feed."""
        return False

    @property
    def told(self) -> tuple[Article, Version] | None:
        """The article, and the version of it, whose text it is."""
        return None

    @property
    def about(self) -> Article | None:
        """The one article that it is about, in whatever way."""
        return None

    @property
    def shows(self) -> Sequence[Article]:
        """The articles that it shows: it changed when the newest change among them was made."""
        return ()

    @property
    def devoted_to(self) -> Topic | Entity | None:
        """The topic or the name whose articles it lists."""
        return None

    @property
    def story(self) -> str | None:
        """The id of the story that it tells, whose feed it has."""
        return None

    @property
    def static(self) -> StaticPage | None:
        """The page outside the news that it is."""
        return None

    @property
    def stands_for(self) -> str | None:
        """The path of the page that search engines should list in its place."""
        return None

    @property
    def leads_to(self) -> Article | None:
        """The article to whose original it sends readers on at once."""
        return None
