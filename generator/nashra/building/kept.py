"""What a build knows of the last one, and what the next will know of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from nashra.building.articles import Kept
from nashra.building.bundles import Keys
from nashra.building.database import Store
from nashra.building.world import code_digest, digest, files_in, registry_digest, settings_digest, shared_digest
from nashra.entities.bylines import Bylines
from nashra.model import Article
from nashra.render.ground.bundle import ON_FEW_PAGES
from nashra.render.ground.theme import ASSETS, Theme
from nashra.render.machines.card import are_drawn
from nashra.render.reading.readings import Readings
from nashra.render.shown.strip import Candidates
from nashra.render.site import Renderer
from nashra.settings.config import Settings


def opened(settings: Settings) -> Store:
    """The store of a site."""
    return Store(settings.cache, code_digest())


class World:
    """What all pages rest on, and the articles of the last build; nothing of either without a store."""

    def __init__(self, articles: Kept | None, base: bytes | None, registry: bytes = b"") -> None:
        self.articles, self._base, self._registry = articles, base, registry

    def keys(self, renderer: Renderer, theme: Theme) -> Keys:
        """By what the files of this build would be known again."""
        if self.articles is None or self._base is None:
            return Keys(None, b"", {}, {}, None, None, {}, {})
        plan, settings = renderer.plan, renderer.settings
        names = {id: digest(repr(entity)) for id, entity in renderer.desk.content.entities.items()}
        topics = {id: digest(repr(topic), repr(id in plan.topics)) for id, topic in plan.topic_names.items()}
        grounds: dict[str, bytes] = {}
        authors = Bylines(renderer.desk.content.entities)
        for article in plan.articles:
            if (own := self.articles.grounds.get(article.id)) is not None:
                grounds[article.id] = (
                    own
                    + ",".join(article.versions).encode()
                    + _named(article, renderer.readings, names, authors.ids(article))
                    + b"".join(topics.get(id, b"-") for id in article.topics)
                )
        shown = [viewer.plan for viewer in renderer.viewers.values()]
        urgent = [article for each in shown for article in Candidates(each.articles).breaking]
        whole = _together(plan.articles, grounds)
        breaking = _together(urgent, grounds)
        there = [(bool(each.days), bool(each.topics), bool(each.entities)) for each in shown]
        pages = [(page.path, page.page.title) for page in plan.text_pages]
        found = theme.assets()
        # of style sheets and scripts pages know whether they are there
        base = digest(self._base, repr((there, pages, sorted(found))), *_theme(theme.folders))
        assets = digest(*(part for path, file in found.items() for part in (path.encode(), *files_in(file))))
        world = None if breaking is None else digest(base, breaking)
        chosen_settings = {name: repr(getattr(settings, name)).encode() for name in ON_FEW_PAGES}
        lists = repr((list(plan.topics), list(plan.entities), list(topics.items())))
        everything = None if whole is None else digest(whole, self._registry, lists, *chosen_settings.values())
        texts = self.articles.texts
        every_text = _together(plan.articles, texts)
        return Keys(world, assets, grounds, texts, everything, every_text, names, chosen_settings)

    def settle(self) -> None:
        """The build is done: forget what is not there any more."""
        if self.articles is not None:
            self.articles.forget_the_rest()


def world(settings: Settings, store: Store | None, preview: bool) -> World:
    """What is known; nothing without a store."""
    if store is None:
        return World(None, None)
    own, shared, registry = settings_digest(settings, ON_FEW_PAGES), shared_digest(settings), registry_digest(settings)
    variant = "preview" if preview else ""
    # what Pillow needs of the system may have come or gone
    drawn = repr(are_drawn(settings))
    return World(
        Kept(store, settings.root, own, digest(shared, registry), variant),
        digest(own, shared, variant, drawn),
        registry,
    )


def few(settings: Settings, store: Store) -> Kept:
    """The articles of the last build that was no preview, of which only a few will be asked for."""
    grounds = digest(shared_digest(settings), registry_digest(settings))
    return Kept(store, settings.root, settings_digest(settings, ON_FEW_PAGES), grounds, "", few=True)


def _named(article: Article, readings: Readings, names: Mapping[str, bytes], signing: Iterable[str]) -> bytes:
    """What is known of the names in `article` and of those who sign it, and which have a page, and so are links: what
    others say of them decides that."""
    named = set(signing) | {
        id
        for lang in article.versions
        if (reading := readings.articles.get((article.id, lang))) is not None
        for id in reading.entities
    }
    return digest(*(part for id in sorted(named) for part in (id, names[id], repr(id in readings.paged))))


def _together(articles: Iterable[Article], grounds: dict[str, bytes]) -> bytes | None:
    """The digest of `articles` in their order; None where one of them cannot be told."""
    found = [grounds.get(article.id) for article in articles]
    return None if None in found else digest(*(each for each in found if each is not None))


def _theme(folders: Iterable[Path]) -> Iterable[bytes]:
    """All of the theme but what is published as it is."""
    for folder in folders:
        for path in sorted(folder.iterdir()):
            if path.name != ASSETS and not path.name.startswith("."):
                yield from files_in(path)
