"""Model -> view: how the site, its articles and its subjects appear in one language. Pure; what recurs is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, datetime

from markupsafe import Markup, escape

from nashra.entities.bylines import Bylines
from nashra.languages.collation import sort_key
from nashra.languages.defaults import OWN
from nashra.model import Article, Content, Entity, Topic, Translation, Version
from nashra.render.ground import urls
from nashra.render.ground.messages import Messages
from nashra.render.ground.page import Page
from nashra.render.ground.phrases import Phrase, name, phrase
from nashra.render.ground.tables import scrolling_tables
from nashra.render.plan.pages import Plan
from nashra.render.reading.readings import Readings
from nashra.render.shown import picture_views
from nashra.render.shown.view import ArticleView, Item, Link, Moment, Notice, PageView, Site, Tab
from nashra.settings.config import Settings

# English headings of the types of entities, in the order of an article's tags.
TYPES = {
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "event": "Events",
    "work": "Works",
}
# English marks of what readers do not see, in previews.
HOLDS = {"draft": "Draft", "future": "Not yet published", "expired": "Expired"}


class Viewer:
    """Sees everything in one language of the site."""

    def __init__(
        self,
        settings: Settings,
        content: Content,
        plan: Plan,
        readings: Readings,
        messages: Messages,
        assets: Collection[str] = (),
    ) -> None:
        """assets: the site paths of the theme's files."""
        self._assets = assets
        self.settings, self.content, self.plan, self.readings = settings, content, plan, readings
        self.messages, self.bylines = messages, Bylines(content.entities)
        self.language = messages.language
        self.lang = self.language.code
        self._links: dict[str, Link] = {}
        self._titles: dict[tuple[str, str], Phrase] = {}
        self._times: dict[tuple[int, int], str] = {}
        self._pages: Mapping[str, str] = {
            page.path: page.page.title for page in plan.text_pages if page.lang == self.lang
        }

    def site(self) -> Site:
        """The site's names and main links."""
        text = self.messages.text
        nav = [Link(Phrase(text("Home")), urls.home(self.lang))]
        if self.plan.days:
            nav.append(Link(Phrase(text("Briefings")), urls.editions(self.lang)))
        if self.plan.topics:
            nav.append(Link(Phrase(text("Topics")), urls.topics(self.lang)))
        if self.plan.entities:
            nav.append(Link(Phrase(text("People and places")), urls.entities(self.lang)))
        if self.plan.days:
            nav.append(Link(Phrase(text("Archive")), urls.archive(self.lang)))
        more = [Link(self.phrase(title), urls.encode(path)) for path, title in self._pages.items()]
        more.append(Link(Phrase(text("Feeds")), urls.feeds(self.lang)))
        return Site(
            title=self.settings.title[self.lang],
            name=self.phrase(self.settings.title[self.lang]),
            description=self.phrase(about) if (about := self.settings.description.get(self.lang)) else None,
            language=self.language,
            nav=tuple(nav),
            more=tuple(more),
            search=Link(Phrase(text("Search")), urls.search(self.lang)),
            home=urls.home(self.lang),
            feed=urls.feed(self.lang, self.settings.feeds.formats[0]),
            style=urls.STYLE,
            newest=urls.newest(self.lang),
            fonts=fonts if (fonts := urls.fonts(self.lang)) in self._assets and self.settings.fonts else None,
            sent_to=self.sent_to(),
            manifest=urls.manifest(self.lang) if self.settings.offline else None,
        )

    def sent_to(self) -> Markup | None:
        """What every page says where texts left the machine to be translated."""
        if not (host := self.settings.translate.remote_host):
            return None
        return self.messages.text(
            "To be translated, texts of this site were sent to a server elsewhere: %(host)s.",
            host=name(host, OWN, self.language),
        )

    def page(self, page: Page, title: str, description: str) -> PageView:
        """What every page has: addresses, languages. title, description: plain text for the head."""
        base = self.settings.url
        alternates = [(code, urls.absolute(base, path)) for code, path in page.alternates.items()]
        alternates.append(("x-default", urls.absolute(base, page.fallback)))
        return PageView(
            path=urls.encode(page.path),
            root=urls.up(page.path),
            title=self.phrase(title).plain,
            description=self.phrase(description).plain,
            canonical=urls.absolute(base, page.path),
            alternates=tuple(alternates) if len(page.alternates) > 1 else (),
            tabs=tuple(
                self._tab(code, page.alternates)
                for code in self.settings.languages
                # no way leads from an article to a language in which it is not wanted
                if page.about is None or page.about.is_wanted_in(code)
            ),
        )

    def _tab(self, code: str, alternates: Mapping[str, str]) -> Tab:
        language = self.settings.languages[code]
        return Tab(
            lang=code,
            dir=language.dir,
            name=language.name,
            path=urls.encode(alternates.get(code) or urls.home(code)),
            current=code == self.lang,
            same_page=code in alternates,
        )

    def phrase(self, text: str) -> Phrase:
        """A text in this language."""
        return phrase(text, self.lang, self.language)

    def title(self, version: Version) -> Phrase:
        """The version's title."""
        key = (version.title, version.lang)
        if key not in self._titles:
            self._titles[key] = phrase(version.title, version.lang, self.language)
        return self._titles[key]

    def words(self, lang: str) -> Markup:
        """Attributes of an element that holds texts in the language `lang`; empty in this language."""
        return Phrase("", lang, self.settings.languages[lang].dir).attributes if lang != self.lang else Markup("")

    def headlines(self, articles: Iterable[Article]) -> str:
        """The titles of `articles` on one line, as plain text."""
        return " · ".join(each.shown_in(self.lang).title for each in articles)

    def item(self, article: Article) -> Item:
        """The article in a list, in its original's words where this language has no version."""
        version = article.shown_in(self.lang)
        reading = self.readings.articles[article.id, version.lang]
        own = self.settings.languages[version.lang]
        foreign = badge = None
        if version.lang != self.lang:
            foreign = self.messages.text("In %(language)s", language=self.language.name_of(version.lang))
        elif version.translation and version.translation.state == "machine":
            badge = self.messages.text("Machine translation")
        return Item(
            words=self.words(version.lang),
            title=phrase(version.title, version.lang, own),
            path=article_path(article, version),
            lang=version.lang,
            summary=phrase(reading.summary, version.lang, own),
            published=self.moment(article.published, article.has_time),
            topics=self.topics(article),
            foreign=foreign,
            badge=badge,
            hold=self._hold(version),
            picture=picture_views.cut(reading.picture, article.id, self.language) if reading.picture else None,
        )

    def _hold(self, version: Version) -> Markup | None:
        return self.messages.text(HOLDS[version.hold]) if version.hold else None

    def article(self, article: Article, version: Version, older: Article | None, newer: Article | None) -> ArticleView:
        """The article on its page in this language; older, newer: its neighbours, in this language too."""
        reading = self.readings.articles[article.id, self.lang]
        path = urls.article(self.lang, article.month, version.slug)
        html = picture_views.with_sizes(reading.html, path, article.id, reading.small)
        html = scrolling_tables(html, self.messages.text("Table"))
        authors = self._authors(article, version)
        return ArticleView(
            title=self.title(version),
            html=Markup(html),  # noqa: S704 - made safe by nashra.markup
            author=self.messages.text(", ").join(escape(each.text) for each in authors) or None,
            authors=authors,
            source=name(article.source.name, article.lang, self.language) if article.source else None,
            source_url=article.source.url if article.source else None,
            published=self.moment(article.published, article.has_time),
            updated=self._updated(article),
            topics=self.topics(article),
            tags=self._tags(reading.about),
            others=tuple(self.entity_link(id) for id in reading.entities if id not in reading.about),
            notice=self.notice(article, version),
            older=self._neighbour(older),
            newer=self._neighbour(newer),
            hold=self._hold(version),
        )

    def _authors(self, article: Article, version: Version) -> tuple[Link, ...]:
        found = []
        for each in self.bylines.signed(article, version):
            path = self.entity_link(each.entity.id).path if each.entity else ""
            found.append(Link(name(each.name, each.lang, self.language), path))
        return tuple(found)

    def _updated(self, article: Article) -> Moment | None:
        """When it was changed after it came out. An update at midnight is one of which only the day is known."""
        if article.updated is None or article.updated <= article.published:
            return None
        local = article.updated.astimezone(self.settings.timezone)
        return self.moment(local, with_time=(local.hour, local.minute) != (0, 0))

    def _neighbour(self, article: Article | None) -> Link | None:
        if article is None:
            return None
        version = article.versions[self.lang]
        return Link(self.title(version), article_path(article, version))

    def notice(self, article: Article, version: Version) -> Notice | None:
        """How `version`, which is in this language, was translated; None for an original."""
        if version.translation is None:
            return None
        stale = self.readings.articles[article.id, version.lang].stale
        return self._notice(article, version, version.translation, stale)

    def _notice(self, article: Article, version: Version, made: Translation, stale: int) -> Notice:
        text = self.messages.text
        origin = self.language.name_of(made.origin)
        details = []
        if made.state == "machine":
            main = text("A machine translated this page from %(language)s. It may contain mistakes.", language=origin)
        elif made.state == "reviewed":
            main = text("A machine translated this page from %(language)s, and a person reviewed it.", language=origin)
        else:
            main = text("Translated by the editors from %(language)s.", language=origin)
        if made.via:
            names = text(", ").join(self.language.name_of(code) for code in made.via)
            details.append(text("By way of %(languages)s.", languages=names))
        if made.engine and made.state != "manual":
            details.append(text("Engine: %(engine)s.", engine=name(made.engine, OWN, self.language)))
        changed = None
        if stale:
            changed = self.messages.count(
                "%(count)s paragraph has changed in the original since.",
                "%(count)s paragraphs have changed in the original since.",
                stale,
            )
        original = article.original
        link = Link(self.title(original), article_path(article, original))
        return Notice(made.state, main, tuple(details), changed, link)

    def _tags(self, ids: Iterable[str]) -> tuple[tuple[Markup, tuple[Link, ...]], ...]:
        groups: dict[str, list[Link]] = {type: [] for type in TYPES}
        for id in ids:
            groups[self.content.entities[id].type].append(self.entity_link(id))
        return tuple((self.messages.text(TYPES[type]), tuple(links)) for type, links in groups.items() if links)

    def topics(self, article: Article) -> tuple[Link, ...]:
        """Links to the article's topics, in its own order."""
        return tuple(self.topic_link(id) for id in article.topics if id in self.plan.topics)

    def topic_link(self, id: str) -> Link:
        """Link to a topic's page."""
        return self._link(f"topic {id}", self.plan.topic_names[id], urls.topic, len(self.plan.topics[id]))

    def entity_link(self, id: str) -> Link:
        """Link to an entity's page; its path is empty where there is none."""
        entity = self.content.entities[id]
        if id not in self.plan.entities:
            return Link(self.subject_name(entity), "")
        return self._link(f"entity {id}", entity, urls.entity, len(self.plan.entities[id]))

    def _link(self, key: str, subject: Topic | Entity, address: Callable[[str, str], str], count: int) -> Link:
        if key not in self._links:
            path = urls.encode(address(self.lang, subject.id))
            self._links[key] = Link(self.subject_name(subject), path, self.language.localize_digits(str(count)))
        return self._links[key]

    def subject_name(self, subject: Topic | Entity) -> Phrase:
        """The name of a topic or an entity, in this language if it has one there."""
        return phrase(*subject.name(self.lang), self.language)

    def article_count(self, number: int) -> str:
        """ "3 articles" in this language."""
        return str(self.messages.count("%(count)s article", "%(count)s articles", number))

    def topic_index(self) -> tuple[Link, ...]:
        """All topics by name."""
        return tuple(map(self.topic_link, self.topic_order()))

    def topic_order(self) -> list[str]:
        """The ids of all topics, by name."""
        return sorted(self.plan.topics, key=lambda id: self._by_name(self.topic_link(id)))

    def entity_index(self) -> tuple[tuple[Markup, tuple[Link, ...]], ...]:
        """All entities by type and name, with the types' headings."""
        groups = self._tags(self.plan.entities)
        return tuple((heading, tuple(sorted(links, key=self._by_name))) for heading, links in groups)

    def _by_name(self, link: Link) -> tuple[bool, str, str]:
        return sort_key(link.text.text, self.lang)

    def moment(self, at: datetime, with_time: bool) -> Moment:
        """A point in time on the site's own clock; the day alone unless `with_time`."""
        local = at.astimezone(self.settings.timezone)
        day = self.language.format_date(local.date())
        if not with_time:
            return Moment(day, local.date().isoformat())
        key = (local.hour, local.minute)
        if key not in self._times:
            self._times[key] = self.language.format_time(local)
        # HTML's datetime knows no seconds in an offset, and local mean times before 1913 have them
        offset = local.utcoffset()
        exact = local if offset is None or offset.seconds % 60 == 0 else at.astimezone(UTC)
        text = self.messages.text("%(date)s, %(time)s", date=day, time=self._times[key])
        return Moment(str(text), exact.isoformat(timespec="minutes"))


def article_path(article: Article, version: Version) -> str:
    """The encoded path of a version's page."""
    return urls.encode(urls.article(version.lang, article.month, version.slug))
