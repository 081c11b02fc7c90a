"""The front page of a language: plan -> view. How its articles are chosen is in `nashra.render.plan.front`."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.periods import day_name
from nashra.render.ground.phrases import Phrase, phrase
from nashra.render.plan import front
from nashra.render.plan.lists import ListPage
from nashra.render.shown.view import Link, Moment, ShownPicture
from nashra.render.shown.viewer import HOLDS, Viewer, article_path


@dataclass(frozen=True, slots=True)
class Story:
    """An article on the front page.

    words, lang, foreign, badge, hold: see `Item`; text: its first sentences; topic: the first of its topics.
    published: the time alone for an article of the day of the newest edition. urgent: "Breaking".
    """

    words: Markup
    title: Phrase
    path: str
    lang: str
    text: Phrase
    published: Moment
    topic: Link | None
    picture: ShownPicture | None
    urgent: Markup | None
    foreign: Markup | None
    badge: Markup | None
    hold: Markup | None


@dataclass(frozen=True, slots=True)
class Block:
    """The articles of one topic."""

    title: Phrase
    path: str
    stories: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page. edition: the newest daily one, with the number of its articles; it frames what stands there.

    columns: the blocks of topics, column after column. locale: see `ArticleExtras`.
    """

    edition: Link
    lead: Story
    seconds: tuple[Story, ...]
    columns: tuple[tuple[Block, ...], ...]
    latest: tuple[Story, ...]
    locale: str


class FrontViewer:
    """Sees the front page as `viewer` sees everything else: in its language."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._zone = viewer.settings.timezone

    def view(self, page: ListPage) -> FrontView | None:
        """The front page, where `page` is one and has articles."""
        viewer = self._viewer
        if not page.is_home or not page.articles or not viewer.plan.days:
            return None
        edition = viewer.plan.days[0]
        topics = [id for id in viewer.content.topics if id in viewer.plan.topics]
        topics += sorted(viewer.plan.topics.keys() - viewer.content.topics.keys())
        chosen = front.front(front.candidates(page.articles, viewer.plan.articles), self._look, topics)
        assert chosen.lead is not None  # noqa: S101 - there are articles
        name = viewer.messages.text("Briefing for %(date)s", date=day_name(viewer.language, edition.first))
        language = viewer.language
        blocks = [self._block(id, found) for id, found in chosen.blocks]
        columns = front.columns([(len(block.stories), block.stories[0].picture is not None) for block in blocks])
        return FrontView(
            edition=Link(
                Phrase(name), urls.edition(viewer.lang, edition.name), viewer.article_count(len(edition.articles))
            ),
            lead=self._story(chosen.lead),
            seconds=tuple(map(self._story, chosen.seconds)),
            columns=tuple(tuple(blocks[index] for index in column) for column in columns),
            latest=tuple(map(self._story, chosen.latest)),
            locale=language.script_locale,
        )

    def _look(self, article: Article) -> front.Seen:
        version = article.shown_in(self._viewer.lang)
        reading = self._viewer.readings.articles[article.id, version.lang]
        return front.Seen(
            here=version.lang == self._viewer.lang,
            picture=reading.picture is not None,
            titled=reading.entities[: reading.named],
        )

    def _block(self, id: str, articles: tuple[Article, ...]) -> Block:
        link = self._viewer.topic_link(id)
        return Block(link.text, link.path, tuple(map(self._story, articles)))

    def _story(self, article: Article) -> Story:
        viewer = self._viewer
        version = article.shown_in(viewer.lang)
        reading = viewer.readings.articles[article.id, version.lang]
        own = viewer.settings.languages[version.lang]
        item = viewer.item(article)
        return Story(
            words=item.words,
            title=item.title,
            path=article_path(article, version),
            lang=version.lang,
            text=phrase(reading.brief, version.lang, own),
            published=self._moment(article),
            topic=item.topics[0] if item.topics else None,
            picture=item.picture,
            urgent=viewer.messages.text("Breaking") if self._urgent(article) else None,
            foreign=item.foreign,
            badge=item.badge,
            hold=viewer.messages.text(HOLDS[version.hold]) if version.hold else None,
        )

    def _urgent(self, article: Article) -> bool:
        return article.breaking and self._viewer.plan.articles[0].published - article.published <= front.FRESH

    def _moment(self, article: Article) -> Moment:
        """The time alone on the day of the newest edition, which stands above; the day, and the time, else."""
        whole = self._viewer.moment(article.published, article.has_time)
        local = article.published.astimezone(self._zone)
        if not article.has_time or local.date() != self._viewer.plan.days[0].first:
            return whole
        return Moment(self._viewer.language.format_time(local), whole.machine)
