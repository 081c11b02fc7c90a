"""The chapters of a book: one article in one language each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from markupsafe import Markup

from nashra.archives.archived_links import site_path
from nashra.archives.book_images import BookImages
from nashra.archives.originals import ArchiveTheme, with_original
from nashra.archives.selection import Selected
from nashra.archives.strict_addresses import web_address
from nashra.archives.xhtml import to_xhtml
from nashra.model import Article, Version
from nashra.render.ground import urls
from nashra.render.ground.phrases import Phrase, name, phrase
from nashra.render.ground.pictures import LeadPicture
from nashra.render.plan.pages import Plan
from nashra.render.shown.view import ArticleView
from nashra.render.shown.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Chapter:
    """An article in one language. file: its page in the book; title: ready for a page in its language."""

    id: str
    file: str
    article: Article
    version: Version
    title: Phrase


@dataclass(frozen=True, slots=True)
class PictureView:
    """The lead picture. source: its file in the book; size: attributes, or empty."""

    source: str
    size: Markup
    alt: Phrase
    caption: Phrase | None
    credit: Phrase | None


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A chapter ready to be set. original: where the original of a translation is; address: the article on the web."""

    title: Phrase
    article: ArticleView
    source_url: str | None
    original: str
    picture: PictureView | None
    body: Markup
    address: str


class Chapters:
    """The chapters of what is `selected`, and what they need. `images` fills while chapters are seen."""

    def __init__(self, selected: Selected, plan: Plan, theme: ArchiveTheme) -> None:
        self._selected = selected
        self._viewers = {
            lang: Viewer(selected.settings, selected.content, plan.of(lang), selected.readings, theme.messages[lang])
            for lang in selected.settings.languages
        }
        self._chapters = {
            lang: [
                _chapter(article, article.versions[lang], self._viewers[lang])
                for article in reversed(plan.articles)
                if lang in article.versions
            ]
            for lang in selected.settings.languages
        }
        self._files = {_page(chapter): chapter.file for chapters in self._chapters.values() for chapter in chapters}
        self._subjects = {
            address(lang, id)
            for lang in selected.settings.languages
            for address, ids in ((urls.entity, plan.of(lang).entities), (urls.topic, plan.of(lang).topics))
            for id in ids
        }
        self.images = BookImages()

    def of(self, lang: str) -> Sequence[Chapter]:
        """The chapters in the language `lang`, the oldest article first."""
        return self._chapters[lang]

    def view(self, chapter: Chapter) -> ChapterView:
        """`chapter` as its page shows it."""
        settings, article, version = self._selected.settings, chapter.article, chapter.version
        viewer, page = self._viewers[version.lang], _page(chapter)
        reading = self._selected.readings.articles[article.id, version.lang]
        view = viewer.article(article, version, None, None)
        first = self._selected.originals[article.id]
        if first.lang != article.lang:
            view = with_original(view, first, self._selected, version.lang)
        media = {urls.relative(page, path): file for path, file in reading.media.items()}

        def picture(reference: str) -> str | None:
            image = self.images.add(media[reference]) if reference in media else None
            return image.name if image else None

        body = to_xhtml(reading.html, lambda reference: self._link(reference, page), picture)
        return ChapterView(
            title=chapter.title,
            article=view,
            source_url=web_address(view.source_url) if view.source_url else None,
            original=self._original(view),
            picture=self._picture(reading.picture, first, viewer) if reading.picture else None,
            body=Markup(body),  # noqa: S704 - made safe by nashra.markup, and put together by its own serializer
            address=urls.absolute(settings.url, page),
        )

    def _link(self, reference: str, page: str) -> str | None:
        """Where a link in the body of the site's page `page` leads in the book; None for a name without a link.

        To an article in the book; to the web otherwise. Lists of subjects are no reading: their links are left out.
        """
        try:
            parts = urlsplit(reference)
        except ValueError:
            return None
        if parts.scheme or parts.netloc:
            return web_address(reference if parts.scheme else f"https:{reference}")
        path = site_path(page, parts.path) if parts.path and not reference.startswith("/") else None
        if path is None or path in self._subjects:
            return None
        return self._files.get(path) or web_address(urls.absolute(self._selected.settings.url, path))

    def _original(self, view: ArticleView) -> str:
        if view.notice is None:
            return ""
        path = unquote(view.notice.original.path)
        return self._files.get(path) or urls.absolute(self._selected.settings.url, path)

    def _picture(self, picture: LeadPicture, article: Article, viewer: Viewer) -> PictureView | None:
        image = self.images.add(picture.file)
        if image is None:
            return None
        language = viewer.language
        caption, lang = picture.caption
        return PictureView(
            source=image.name,
            size=Markup(' width="{}" height="{}"').format(*picture.size) if picture.size else Markup(""),
            alt=phrase(*picture.alt, language),
            caption=phrase(caption, lang, language) if caption else None,
            credit=name(*picture.credit, language) if picture.credit[0] else None,
        )


def _chapter(article: Article, version: Version, viewer: Viewer) -> Chapter:
    id = f"{version.lang}-{article.id}"
    return Chapter(id, f"{id}.xhtml", article, version, viewer.title(version))


def _page(chapter: Chapter) -> str:
    """The page of the chapter's article on the site."""
    return urls.article(chapter.version.lang, chapter.article.month, chapter.version.slug)
