"""Articles in an archive that leaves their original's language out: readers still learn where they come from.

A reader must always know what a text was translated from and be able to see it; the original is then on the public
site, to which `nashra.archives.archived_links` turns every link that the archive cannot follow.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from markupsafe import Markup, escape

from nashra.archives.selection import Selected
from nashra.entities.bylines import Bylines
from nashra.languages.known import spec_of
from nashra.model import Article
from nashra.render.ground.phrases import name, phrase
from nashra.render.ground.theme import Theme
from nashra.render.machines.head import Head
from nashra.render.shown.view import ArticleView, Link
from nashra.render.shown.viewer import article_path


class ArchiveTheme(Theme):
    """The site's theme, filled with what holds for pages that have left the site."""

    def __init__(self, selected: Selected) -> None:
        super().__init__(selected.settings)
        self._selected = selected
        self._moved: Mapping[str, Article] = {
            path: selected.originals[article.id]
            for article in selected.content.articles
            if article.lang != selected.originals[article.id].lang
            for path in (article_path(article, version) for version in article.versions.values())
        }

    def render(self, template: str, **context: Any) -> bytes:
        """As `Theme.render`, for a page of the archive."""
        if isinstance(context.get("head"), Head):
            # these pages are read, and neither shared nor crawled: nothing speaks to networks and search engines
            context["head"] = replace(context["head"], properties=Markup(""), data=None)
        view = context.get("article")
        if isinstance(view, ArticleView):
            original = self._moved.get(context["page"].path)
            if original is not None:
                context["article"] = with_original(view, original, self._selected, context["site"].language.code)
        return super().render(template, **context)


def with_original(view: ArticleView, article: Article, selected: Selected, lang: str) -> ArticleView:
    """`view` of an article in the language `lang`, with what belongs to the original of the site's `article`."""
    page = selected.settings.languages[lang]
    notice = view.notice
    if notice is not None:
        title = phrase(article.original.title, article.lang, page)
        notice = replace(notice, original=Link(title, article_path(article, article.original)))
    version = article.versions.get(lang, article.original)
    names = [name(each.name, each.lang, page) for each in Bylines(selected.content.entities).signed(article, version)]
    return replace(
        view,
        notice=notice,
        author=escape(spec_of(page.code).comma).join(names) or None,
        # the same people, whose pages in the archive are those of `view`
        authors=tuple(Link(own, seen.path) for own, seen in zip(names, view.authors, strict=True)),
        source=name(article.source.name, article.lang, page) if article.source else None,
    )
