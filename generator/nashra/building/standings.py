"""How far each article is in each language, taken over from the last look where nothing about it has changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from nashra.building.articles import Kept
from nashra.building.database import Store, using
from nashra.building.fetched import whole
from nashra.building.world import code_digest, digest, files_in, registry_digest, settings_digest
from nashra.content import publication, store
from nashra.entities import terms
from nashra.kit.errors import Problem
from nashra.model import Article
from nashra.render.ground.bundle import ON_FEW_PAGES
from nashra.settings.config import Settings
from nashra.versions.kept_doubts import KeptDoubts
from nashra.versions.status import Standing, standings

Row = tuple[Article, list[Standing]]


def all_standings(
    settings: Settings, now: datetime, wanted: Callable[[Article], bool] = lambda article: True
) -> tuple[list[Row], list[Problem]]:
    """The articles that are `wanted`, the newest folder first, each with how far it is; and what is wrong.

    Of an article where nothing is stale, the texts may not be asked for any more.

    now: the moment at which readers would look.
    """
    # a site that was never built has no cache, and gets none
    known = Store(settings.cache, code_digest()) if settings.cache.is_dir() else None
    return using(known, lambda store: _told(settings, now, wanted, store))


def _told(
    settings: Settings, now: datetime, wanted: Callable[[Article], bool], known: Store | None
) -> tuple[list[Row], list[Problem]]:
    articles: Kept | None = None
    if known is not None:
        # as builds know them, which would else have to load all articles anew
        own = settings_digest(settings, ON_FEW_PAGES)
        # a term and a language of the site decide about a standing as a name does
        grounds = digest(own, registry_digest(settings), *files_in(settings.content / terms.FILE_NAME))
        articles = Kept(known, settings.root, own, grounds, "")
    content, problems = store.load(settings, articles)
    languages = list(settings.languages)
    rows: list[Row] = []
    doubts: KeptDoubts | None = None

    def made(article: Article) -> list[Standing]:
        nonlocal doubts
        if doubts is None:
            doubts = KeptDoubts(content.vocabulary, settings.cache)
        return standings(article, languages, doubts.in_words)

    for article in sorted(filter(wanted, content.articles), key=lambda each: each.folder, reverse=True):
        make = partial(made, article)
        found = articles.standings(article, make) if articles else make()
        # what is stale is shown beside its source, when the store is closed
        rows.append((whole(article) if any(each.stale for each in found) else article, found))
    if doubts is not None:
        with doubts:
            pass  # what they said is kept
    return [(article, [_held(each, article, now) for each in found]) for article, found in rows], problems


def _held(standing: Standing, article: Article, now: datetime) -> Standing:
    version = article.versions.get(standing.lang)
    held = publication.hold(article, version, now) if version is not None else ""
    return replace(standing, hold=held) if held else standing
