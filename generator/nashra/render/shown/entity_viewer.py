"""Entities as their own pages and their index show them, in one language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from heapq import nsmallest
from itertools import groupby

from markupsafe import Markup

from nashra.languages.collation import letter, sort_key
from nashra.model import Article, Entity, Version
from nashra.render.ground.marked_text import with_mark
from nashra.render.ground.periods import month_name
from nashra.render.ground.phrases import phrase
from nashra.render.ground.ties import tied
from nashra.render.shown.chart import bars, draw
from nashra.render.shown.entity_facts import EntityFacts
from nashra.render.shown.together import Together
from nashra.render.shown.view import ChartView, EntityView, Link, NameView
from nashra.render.shown.viewer import TYPES, Viewer

# From so many names on an index is parted by letters: about two screens of a phone.
LETTERS_FROM = 40
# Entities shown as parts of one: a country has hundreds.
PARTS = 12


class EntityViewer:
    """Sees entities in the language of `viewer`. children: entity -> those it is the parent of, with pages."""

    def __init__(self, viewer: Viewer, together: Together) -> None:
        self._viewer, self._together, self._facts = viewer, together, EntityFacts(viewer)
        self._children: dict[str, list[str]] = {}
        for id in viewer.plan.entities:
            parent = viewer.content.entities[id].parent
            if parent:
                self._children.setdefault(parent, []).append(id)

    def entity(self, entity: Entity, articles: Sequence[Article], *, whole: bool) -> EntityView:
        """The head of an entity's page. articles: all that name it. whole: with what grows as articles come."""
        viewer = self._viewer
        description = entity.description.get(viewer.lang)
        return EntityView(
            name=viewer.subject_name(entity),
            kind=viewer.messages.text(TYPES[entity.type]),
            description=viewer.phrase(description) if description else None,
            dates=self._facts.dates(entity),
            offices=self._facts.offices(entity),
            other_names=self._other_names(entity),
            parent=self._parent(entity),
            people=self._parts(entity, people=True) if whole else (),
            parts=self._parts(entity, people=False) if whole else (),
            together=tuple(viewer.entity_link(id) for id, _ in self._together.of(entity.id)) if whole else (),
            wikidata=entity.wikidata,
            chart=self._chart(articles) if whole else None,
        )

    def quote(self, article: Article, version: Version, entity: Entity) -> Markup | None:
        """The sentence of `version` that names `entity` first, the name marked; None where the body does not."""
        viewer = self._viewer
        context = viewer.readings.articles[article.id, version.lang].contexts.get(entity.id)
        if context is None:
            return None
        marked = with_mark(context.text, context.start, context.end, viewer.settings.languages[version.lang].dir)
        return Markup(tied(marked, version.lang))  # noqa: S704 - escaped

    def index(self) -> tuple[tuple[Markup, tuple[tuple[str, tuple[Link, ...]], ...]], ...]:
        """(heading of a type, (letter, its entities by name)); the letter is empty where there are few of a type."""
        return tuple((heading, self._by_letter(links)) for heading, links in self._viewer.entity_index())

    def _by_letter(self, links: Sequence[Link]) -> tuple[tuple[str, tuple[Link, ...]], ...]:
        if len(links) < LETTERS_FROM:
            return (("", tuple(links)),)
        lang = self._viewer.lang

        def initial(link: Link) -> str:
            return letter(link.text.text, lang)

        return tuple((sign, tuple(members)) for sign, members in groupby(links, key=initial))

    def _other_names(self, entity: Entity) -> tuple[NameView, ...]:
        """Its names in the site's other languages, those that are the same in several once."""
        language = self._viewer.language
        shown = entity.name(self._viewer.lang)[0]
        texts: dict[str, list[str]] = {}
        for code, text in entity.names.items():
            if code != self._viewer.lang and code in self._viewer.settings.languages and text != shown:
                texts.setdefault(text, []).append(code)
        comma = self._viewer.messages.text(", ")
        return tuple(
            NameView(phrase(text, codes[0], language), comma.join(language.name_of(code) for code in codes))
            for text, codes in texts.items()
        )

    def _parent(self, entity: Entity) -> Link | None:
        """The entity it is part of; the link has no path where that has no page."""
        viewer = self._viewer
        parent = viewer.content.entities.get(entity.parent) if entity.parent else None
        if parent is None:
            return None
        known = parent.id in viewer.plan.entities
        return viewer.entity_link(parent.id) if known else Link(viewer.subject_name(parent), "")

    def _parts(self, entity: Entity, *, people: bool) -> tuple[Link, ...]:
        """The most frequent persons, or else bodies, places and so on, that belong to it, by name."""
        viewer, articles, known = self._viewer, self._viewer.plan.entities, self._viewer.content.entities
        own = [id for id in self._children.get(entity.id, ()) if (known[id].type == "person") == people]
        frequent = nsmallest(PARTS, own, key=lambda id: (-len(articles[id]), id))
        return tuple(sorted(map(viewer.entity_link, frequent), key=lambda link: sort_key(link.text.text, viewer.lang)))

    def _chart(self, articles: Sequence[Article]) -> ChartView | None:
        """Its articles over time; None where all are of one month or year."""
        viewer, language = self._viewer, self._viewer.language
        text, digits = viewer.messages.text, language.localize_digits
        zone = viewer.settings.timezone
        by_month, found = bars(article.published.astimezone(zone).date() for article in articles)
        if len(found) < 2:
            return None

        def name(first: date) -> str:
            return month_name(language, first) if by_month else digits(str(first.year))

        title = text("Articles by month") if by_month else text("Articles by year")
        said = [
            text("%(name)s: %(count)s", name=name(bar.first), count=digits(str(bar.count)))
            for bar in found
            if bar.count
        ]
        label = f"{title.unescape()} – {Markup('; ').join(said).unescape()}"
        return ChartView(title, draw(found, label, name, digits, language.dir == "rtl"))
