"""What only an article's own page has: picture, reading time, short link, related articles, its source beside it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from nashra.model import Article, Version
from nashra.render.ground import urls
from nashra.render.ground.phrases import Phrase, name, phrase
from nashra.render.ground.pictures import LeadPicture
from nashra.render.plan.articles import ArticlePage
from nashra.render.plan.companions import ComparePage, source_of
from nashra.render.shown.compare import Row
from nashra.render.shown.picture_views import whole
from nashra.render.shown.reading_time import minutes
from nashra.render.shown.related import RelatedArticles
from nashra.render.shown.view import Link, Moment, ShownPicture
from nashra.render.shown.viewer import Viewer, article_path
from nashra.settings.report_link import QUOTE, report_address


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture with its caption and maker."""

    shown: ShownPicture
    caption: Phrase | None
    credit: Phrase | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """A related article: its title with the way there, and its day."""

    link: Link
    published: Moment


@dataclass(frozen=True, slots=True)
class ArticleExtras:
    """What only the article's own page shows.

    locale:  BCP 47 tag with the numbering system, for scripts that speak of time.
    short:   the short link as readers may pass it on; short_path: the way there on this site; whatsapp: to send it.
    compare: the translation beside its source. report: where to report a mistake in it. None for originals.
    story:   the page of the story that it is in, None where it is in none.
    """

    reading_time: Markup
    locale: str
    short: str
    short_path: str
    whatsapp: str
    picture: PictureView | None
    related: tuple[RelatedView, ...]
    compare: str | None
    report: str | None
    story: str | None


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two languages of a comparison: its page, and its name in the page's language."""

    lang: str
    dir: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class CompareView:
    """A translation beside its source. original: whether the source is the article's first version."""

    source: Side
    target: Side
    original: bool
    rows: tuple[Row, ...]
    report: str | None


class ArticleViewer:
    """Sees the extras of articles in one language."""

    def __init__(self, viewer: Viewer, related: RelatedArticles) -> None:
        self._viewer, self._related = viewer, related
        self._language = viewer.language
        self._views: dict[str, RelatedView] = {}

    def extras(self, page: ArticlePage) -> ArticleExtras:
        """The extras of the article that `page` shows."""
        article, version = page.article, page.version
        reading = self._viewer.readings.articles[article.id, version.lang]
        short = urls.short(article.id)
        address = urls.absolute(self._viewer.settings.url, short)
        translated = source_of(article, version) is not None
        compare = urls.compare(version.lang, article.month, version.slug)
        story = self._viewer.plan.story_of.get(article.id)
        return ArticleExtras(
            reading_time=self._viewer.messages.count(
                "%(count)s minute to read", "%(count)s minutes to read", minutes(version.body, version.lang)
            ),
            locale=self._language.script_locale,
            short=address,
            short_path=urls.encode(short),
            whatsapp="https://wa.me/?text=" + quote(f"{version.title}\n{address}"),
            picture=self._picture(reading.picture, article) if reading.picture else None,
            related=tuple(self._related_view(other) for other in self._related.to(article, version.lang)),
            compare=urls.encode(compare) if translated else None,
            report=self._report(version, page.path) if translated else None,
            story=urls.encode(urls.story(version.lang, story)) if story else None,
        )

    def compare(self, page: ComparePage, rows: tuple[Row, ...]) -> CompareView:
        """The comparison that `page` shows; `rows` are its blocks."""
        article, version = page.article, page.version
        return CompareView(
            source=self._side(article, page.source),
            target=self._side(article, version),
            original=page.source.lang == article.lang,
            rows=rows,
            report=self._report(version, urls.article(version.lang, article.month, version.slug)),
        )

    def _side(self, article: Article, version: Version) -> Side:
        language = self._viewer.settings.languages[version.lang]
        return Side(version.lang, language.dir, self._language.name_of(version.lang), article_path(article, version))

    def _picture(self, picture: LeadPicture, article: Article) -> PictureView:
        caption, lang = picture.caption
        return PictureView(
            shown=whole(picture, article.id, self._language),
            caption=phrase(caption, lang, self._language) if caption else None,
            credit=name(*picture.credit, self._language) if picture.credit[0] else None,
        )

    def _related_view(self, article: Article) -> RelatedView:
        if article.id not in self._views:
            version = article.versions[self._viewer.lang]
            link = Link(self._viewer.title(version), article_path(article, version))
            self._views[article.id] = RelatedView(link, self._viewer.moment(article.published, False))
        return self._views[article.id]

    def _report(self, version: Version, path: str) -> str | None:
        """The address for reports on `version`; None where the site takes none. In plain text, nothing is escaped."""
        template = self._viewer.settings.report
        if not template:
            return None
        # the title has no markup to protect, and what the desk reads is no HTML
        text = str(self._viewer.messages.text("A mistake in the translation:").unescape())
        body = f"{urls.absolute(self._viewer.settings.url, path)}\n\n{QUOTE}\n\n"
        return report_address(template, f"{text} {version.title}", body)
