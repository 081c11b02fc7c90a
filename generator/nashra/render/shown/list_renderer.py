"""Lists of articles: the home page, topics, entities, and the two indexes. Plan -> view -> template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from nashra.model import Article, Entity
from nashra.render.ground import urls
from nashra.render.ground.theme import Theme
from nashra.render.plan.lists import IndexPage, ListPage
from nashra.render.plan.pages import Plan
from nashra.render.shown.article_renderer import Filling
from nashra.render.shown.entity_viewer import EntityViewer
from nashra.render.shown.together import Together
from nashra.render.shown.view import Link, TopicLine
from nashra.render.shown.viewer import Viewer, article_path

# Stand for the way to the site's root, and for what is said of the article, in a rendered piece. No content file may
# hold these characters.
_ROOT, _WORDS = "\0", "\1"


class ListRenderer:
    """Fills lists. An article in a list is rendered once a language and serves in all lists."""

    def __init__(self, plan: Plan, viewers: Mapping[str, Viewer], theme: Theme) -> None:
        self._viewers, self._theme = viewers, theme
        together = Together(plan.entities)
        self._entities = {
            lang: EntityViewer(viewer, together if viewer.plan is plan else Together(viewer.plan.entities))
            for lang, viewer in viewers.items()
        }
        self._items: dict[tuple[str, str], tuple[str, Markup]] = {}

    def list(self, page: ListPage) -> Filling:
        """A page of a list."""
        viewer = self._viewers[page.lang]
        text, digits = viewer.messages.text, viewer.language.localize_digits
        template, title, description = "home.html", "", viewer.settings.description.get(page.lang, "")
        values: dict[str, Any] = {
            "items": [self._item(article, page) for article in page.articles],
            # what grows stands on the first page alone, so that the others stay as they are
            "count": viewer.article_count(page.count) if page.first else None,
            "first": page.first,
            "older": urls.encode(page.older) if page.older else None,
            "newer": urls.encode(page.newer) if page.newer else None,
            "jumps": [(digits(str(number)), urls.encode(path)) for number, path in page.jumps],
        }
        if page.subject is not None:
            name = values["name"] = viewer.subject_name(page.subject)
            template, title, description = "topic.html", name.text, viewer.headlines(page.articles)
        if isinstance(page.subject, Entity):
            entity = values["entity"] = self._entities[page.lang].entity(
                page.subject, viewer.plan.entities[page.subject.id], whole=page.first
            )
            template = "entity.html"
            if entity.description:
                description = entity.description.text
        place = text("Page %(number)s", number=digits(str(page.number)))
        values["place"] = place if page.older or page.newer else None
        if not page.first:
            title = f"{title} – {place}" if title else str(place)
        return Filling(template, title, description, values)

    def index(self, page: IndexPage) -> Filling:
        """The index of topics, or of entities."""
        viewer = self._viewers[page.lang]
        if page.kind == "topics":
            heading = viewer.messages.text("Topics")
            lines = [self._line(id, page.lang) for id in viewer.topic_order()]
            return Filling("index.html", heading, "", {"heading": heading, "groups": [(None, lines)]})
        heading = viewer.messages.text("People and places")
        groups = self._entities[page.lang].index()
        return Filling("entities.html", heading, "", {"heading": heading, "groups": groups})

    def _line(self, topic: str, lang: str) -> TopicLine:
        """The topic with the headline of its newest article that can be read in `lang`, else of its newest."""
        link, articles = self._viewers[lang].topic_link(topic), self._viewers[lang].plan.topics[topic]
        newest = next((article for article in articles if lang in article.versions), articles[0])
        version = newest.shown_in(lang)
        top = Link(self._viewers[lang].title(version), article_path(newest, version))
        return TopicLine(link.text, link.path, link.count, top)

    def _item(self, article: Article, page: ListPage) -> Markup:
        """The article as `page` shows it: with its summary, or the sentence that names what the page is about."""
        html, summary = self._piece(article, page.lang)
        words: Markup | None = None
        if isinstance(page.subject, Entity):
            version = article.shown_in(page.lang)
            words = self._entities[page.lang].quote(article, version, page.subject)
        filled = html.replace(_ROOT, urls.up(page.path)).replace(_WORDS, words or summary)
        return Markup(filled)  # noqa: S704 - made by a template

    def _piece(self, article: Article, lang: str) -> tuple[str, Markup]:
        """(the article in lists in the language `lang`, its summary for where _WORDS stands)."""
        key = (article.id, lang)
        if key not in self._items:
            viewer = self._viewers[lang]
            item = viewer.item(article)
            html = self._theme.render("item.html", root=_ROOT, words=_WORDS, item=item, _=viewer.messages.text)
            self._items[key] = html.decode("utf-8"), item.summary.inner
        return self._items[key]
