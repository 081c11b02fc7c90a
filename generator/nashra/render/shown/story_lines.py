"""One item a story: which of its tellings leads in a language, and who told of it besides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.phrases import Phrase, name
from nashra.render.shown.edition_view import Told
from nashra.render.shown.viewer import Viewer, article_path


class StoryLines:
    """Sees stories in the viewer's language."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer

    def lead(self, articles: Iterable[Article]) -> Article:
        """The telling to show: what an editor wants to lead, then what can be read best here, what is the site's own,
        and the newest."""
        return min(articles, key=self._rank)

    def others(self, stories: Mapping[str, Sequence[Article]]) -> dict[str, Sequence[Article]]:
        """Id of the article that leads each of `stories` -> the others of it, in their order."""
        found: dict[str, Sequence[Article]] = {}
        for articles in stories.values():
            lead = self.lead(articles)
            found[lead.id] = [article for article in articles if article is not lead]
        return found

    def told(self, lead: Article, others: Iterable[Article]) -> tuple[Told, ...]:
        """Who told of it besides `lead`: each source once a language, by its first article among `others`."""
        found: dict[tuple[str, str], Told] = {}
        known = {(self.source(lead).text, lead.lang)}
        for article in others:
            key = (self.source(article).text, article.lang)
            if key not in known:
                found.setdefault(key, self._told(article))
        return tuple(found.values())

    def source(self, article: Article) -> Phrase:
        """Who told it: its source, or the site itself."""
        viewer = self._viewer
        if article.source:
            return name(article.source.name, article.lang, viewer.language)
        return viewer.phrase(viewer.settings.title[viewer.lang])

    def page(self, id: str) -> str:
        """The way to the page of a story."""
        return urls.encode(urls.story(self._viewer.lang, id))

    def _told(self, article: Article) -> Told:
        viewer, foreign = self._viewer, None
        if article.lang != viewer.lang:
            foreign = viewer.messages.text("In %(language)s", language=viewer.language.name_of(article.lang))
        version = article.shown_in(viewer.lang)
        return Told(self.source(article), article_path(article, version), version.lang, foreign)

    def _rank(self, article: Article) -> tuple[object, ...]:
        version = article.versions.get(self._viewer.lang)
        if version is None:
            reads = 3
        elif version.translation is None:
            reads = 0
        else:
            reads = 2 if version.translation.state == "machine" else 1
        newest = -max(article.published, article.updated or article.published).timestamp()
        return not article.lead, reads, article.source is not None, newest, article.id
