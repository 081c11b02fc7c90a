"""The page of each article in each language that it is in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nashra.model import Article, Version
from nashra.render.ground import urls
from nashra.render.ground.page import Page


@dataclass(frozen=True, slots=True)
class ArticlePage(Page):
    """An article in one language; older and newer are its neighbours among those in this language."""

    article: Article
    version: Version
    older: Article | None
    newer: Article | None

    @property
    def front(self) -> bool:
        return True

    @property
    def told(self) -> tuple[Article, Version]:
        return (self.article, self.version)

    @property
    def about(self) -> Article:
        return self.article

    @property
    def shows(self) -> Sequence[Article]:
        return (self.article,)


def article_pages(langs: Sequence[str], articles: Sequence[Article]) -> Iterator[ArticlePage]:
    """The pages of `articles`, newest first, language by language; `langs` in the site's order."""
    for lang in langs:
        here = [article for article in articles if lang in article.versions]
        for older, article, newer in zip([*here[1:], None], here, [None, *here], strict=False):
            alternates = {
                code: urls.article(code, article.month, article.versions[code].slug)
                for code in langs
                if code in article.versions
            }
            yield ArticlePage(
                path=alternates[lang],
                lang=lang,
                alternates=alternates,
                fallback=alternates[article.lang],
                article=article,
                version=article.versions[lang],
                older=older,
                newer=newer,
            )
