"""What search engines and readers' programs are told about a page: JSON-LD with the terms of schema.org."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from markupsafe import Markup

from nashra.entities.bylines import is_body
from nashra.entities.offices import sure
from nashra.model import Article, Entity, Office, Topic, Version
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.machines.maps import exact
from nashra.render.plan.companions import source_of
from nashra.render.shown.reading_time import minutes
from nashra.render.shown.viewer import Viewer

# Our types of entities as schema.org calls them.
TYPES = {
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "event": "Event",
    "work": "CreativeWork",
}
# And what it calls their beginnings and ends.
DATES = {
    "person": ("birthDate", "deathDate"),
    "organization": ("foundingDate", "dissolutionDate"),
    "event": ("startDate", "endDate"),
    "work": ("datePublished",),
}
WIKIDATA = "https://www.wikidata.org/entity/"

# What could end the script element (HTML, 4.12.1.3) or, in old engines, the string it stands in.
_UNSAFE = "<>&\u2028\u2029"
_ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in _UNSAFE})
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

Node = dict[str, Any]


def script_json(value: Any) -> Markup:
    """`value` as JSON that may stand inside a script element, whatever its texts hold."""
    text = _encode(value)
    if any(sign in text for sign in _UNSAFE):
        text = text.translate(_ESCAPES)
    return Markup(text)  # noqa: S704 - nothing in it can end the element


class StructuredData:
    """The data of pages in one language. What recurs is made once."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer, self._lang = viewer, viewer.lang
        self._base = viewer.settings.url
        self._entities: dict[str, Node] = {}
        title = viewer.settings.title[self._lang]
        self._home = self._address(urls.home(self._lang))
        # the site has no clock: what its newest article is too new for is too old to be told
        articles = viewer.plan.all_articles
        self._newest = articles[0].published.date() if articles else date.min
        self._publisher = {"@type": "Organization", "name": title, "url": self._base}

    def of(self, page: Page) -> Markup | None:
        """The JSON-LD of `page`, None where there is nothing to say of it."""
        nodes: list[Node] = []
        if told := page.told:
            nodes = [self._article(page.path, *told), self._article_crumbs(page.path, *told)]
        elif page.is_home:
            nodes = [self._website()]
        elif subject := page.devoted_to:
            about = [self._portrait(subject)] if isinstance(subject, Entity) else []
            nodes = [self._subject_crumbs(subject), *about]
        return script_json({"@context": "https://schema.org", "@graph": nodes}) if nodes else None

    def _address(self, path: str) -> str:
        return urls.absolute(self._base, path)

    def _website(self) -> Node:
        settings = self._viewer.settings
        node: Node = {
            "@type": "WebSite",
            "name": settings.title[self._lang],
            "url": self._home,
            "inLanguage": self._viewer.language.tag,
            "publisher": self._publisher,
            "potentialAction": {
                "@type": "SearchAction",
                "target": {
                    "@type": "EntryPoint",
                    "urlTemplate": self._address(urls.search(self._lang)) + "?q={search_term_string}",
                },
                "query-input": "required name=search_term_string",
            },
        }
        if settings.description.get(self._lang):
            node["description"] = settings.description[self._lang]
        return node

    def _article(self, path: str, article: Article, version: Version) -> Node:
        reading = self._viewer.readings.articles[article.id, version.lang]
        address = self._address(path)
        about = [self._entity(id) for id in reading.about]
        mentioned = [self._entity(id) for id in reading.entities if id not in reading.about]
        node: Node = {
            "@type": "NewsArticle",
            "@id": address + "#article",
            "url": address,
            "mainEntityOfPage": address,
            "headline": version.title,
            "inLanguage": self._viewer.language.tag,
            "datePublished": self.moment(article.published),
            "dateModified": self.moment(max(article.published, article.updated or article.published)),
            "author": self._author(article, version),
            "publisher": self._publisher,
            "isAccessibleForFree": True,
            "timeRequired": f"PT{minutes(version.body, version.lang)}M",
        }
        optional: Node = {
            "description": reading.summary,
            "articleSection": [self._topic_name(id) for id in self._topics(article)],
            "keywords": [self._topic_name(id) for id in self._topics(article)] + [entity["name"] for entity in about],
            "about": about,
            "mentions": mentioned,
            "image": self._image(article, version),
            "isBasedOn": self._source(article),
            **self._translations(article, version),
        }
        return node | {key: value for key, value in optional.items() if value}

    def _translations(self, article: Article, version: Version) -> Node:
        origin = source_of(article, version)
        made = [other for other in article.versions.values() if source_of(article, other) is version]
        return {
            "translationOfWork": self._version(article, origin) if origin else None,
            "workTranslation": [self._version(article, other) for other in made],
        }

    def _version(self, article: Article, version: Version) -> Node:
        address = self._address(urls.article(version.lang, article.month, version.slug))
        tag = self._viewer.settings.languages[version.lang].tag
        return {"@type": "NewsArticle", "@id": address + "#article", "url": address, "inLanguage": tag}

    def _author(self, article: Article, version: Version) -> Node | list[Node]:
        """Who wrote it, several as a list: of the type the registry knows, else that its words tell; the publisher
        where nobody is named."""
        found: list[Node] = []
        for each in self._viewer.bylines.signed(article, version):
            unknown = {"@type": "Organization" if is_body(each, article) else "Person"}
            found.append((dict(self._entity(each.entity.id)) if each.entity else unknown) | {"name": each.name})
        return found if len(found) > 1 else found[0] if found else self._publisher

    def _source(self, article: Article) -> Node | None:
        if article.source is None:
            return None
        node: Node = {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": article.source.name}}
        return node | {"url": article.source.url} if article.source.url else node

    def _entity(self, id: str) -> Node:
        if id not in self._entities:
            entity = self._viewer.content.entities[id]
            node = {"@type": TYPES[entity.type], "name": entity.name(self._lang)[0]}
            if id in self._viewer.plan.entities:
                node["url"] = self._address(urls.entity(self._lang, id))
            if entity.wikidata:
                node["sameAs"] = WIKIDATA + entity.wikidata
            self._entities[id] = node
        return self._entities[id]

    def _portrait(self, entity: Entity) -> Node:
        """All that is known of an entity, for its own page: description, dates, offices with theirs."""
        node = dict(self._entity(entity.id))
        if about := entity.description.get(self._lang):
            node["description"] = about
        names = zip(DATES.get(entity.type, ()), (entity.start, entity.end), strict=False)
        node |= {name: value for name, value in names if value}
        known = sure(entity, self._newest)
        offices = [self._office(office) for office in known if office.title.get(self._lang)]
        return node | {"hasOccupation": offices} if offices else node

    def _office(self, office: Office) -> Node:
        title = office.title[self._lang]
        node: Node = {"@type": "Role", "roleName": title, "hasOccupation": {"@type": "Occupation", "name": title}}
        dates = (("startDate", office.start), ("endDate", office.end))
        return node | {name: value for name, value in dates if value}

    def _topics(self, article: Article) -> Sequence[str]:
        return [id for id in article.topics if id in self._viewer.plan.topics]

    def _topic_name(self, id: str) -> str:
        return self._viewer.plan.topic_names[id].name(self._lang)[0]

    def _image(self, article: Article, version: Version) -> Node | None:
        picture = self._viewer.readings.articles[article.id, version.lang].picture
        if picture is None:
            return None
        node: Node = {"@type": "ImageObject", "url": self._address(picture.path)}
        if picture.size:
            node |= {"width": picture.size[0], "height": picture.size[1]}
        if picture.caption[0]:
            node["caption"] = picture.caption[0]
        return node | {"creditText": picture.credit[0]} if picture.credit[0] else node

    def _article_crumbs(self, path: str, article: Article, version: Version) -> Node:
        steps = [(str(self._viewer.messages.text("Home")), self._home)]
        topics = self._topics(article)
        if topics:
            steps.append((self._topic_name(topics[0]), self._address(urls.topic(self._lang, topics[0]))))
        return self._crumbs([*steps, (version.title, self._address(path))])

    def _subject_crumbs(self, subject: Topic | Entity) -> Node:
        text = self._viewer.messages.text
        if isinstance(subject, Topic):
            heading, index, own = "Topics", urls.topics, urls.topic(self._lang, subject.id)
        else:
            heading, index, own = "People and places", urls.entities, urls.entity(self._lang, subject.id)
        steps = [("Home", urls.home(self._lang)), (heading, index(self._lang))]
        crumbs = [(str(text(name)), self._address(path)) for name, path in steps]
        return self._crumbs([*crumbs, (subject.name(self._lang)[0], self._address(own))])

    def _crumbs(self, steps: Sequence[tuple[str, str]]) -> Node:
        items = [
            {"@type": "ListItem", "position": number, "name": name, "item": address}
            for number, (name, address) in enumerate(steps, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": items}

    def moment(self, at: datetime) -> str:
        """A point in time on the site's clock, as ISO 8601 with its zone."""
        return exact(at, self._viewer.settings.timezone)
