"""Pages that go with an article and are nobody's destination: its short link, and each translation beside its source.

Search engines are told not to list them, and the sitemap leaves them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nashra.model import Article, Version
from nashra.render.ground import urls
from nashra.render.ground.page import Page


@dataclass(frozen=True, slots=True)
class ShortPage(Page):
    """The short link of an article: it sends readers on to the original."""

    article: Article

    @property
    def listed(self) -> bool:
        return False

    @property
    def leads_to(self) -> Article:
        return self.article

    @property
    def stands_for(self) -> str:
        return urls.article(self.article.lang, self.article.month, self.article.original.slug)


@dataclass(frozen=True, slots=True)
class ComparePage(Page):
    """A translation beside the version it was made from, block by block."""

    article: Article
    version: Version
    source: Version

    @property
    def listed(self) -> bool:
        return False

    @property
    def about(self) -> Article:
        return self.article

    @property
    def stands_for(self) -> str:
        return urls.article(self.version.lang, self.article.month, self.version.slug)


def companion_pages(langs: Sequence[str], articles: Iterable[Article]) -> Iterator[ShortPage | ComparePage]:
    """The companions of `articles`, whose versions are those that have a page; `langs` in the site's order."""
    for article in articles:
        short = urls.short(article.id)
        yield ShortPage(short, article.lang, {article.lang: short}, short, article)
        sources = {lang: source_of(article, version) for lang, version in article.versions.items()}
        # a version that has no source to stand beside is there as it is
        alternates = {
            lang: (urls.compare if sources[lang] else urls.article)(lang, article.month, article.versions[lang].slug)
            for lang in langs
            if lang in article.versions
        }
        for lang, path in alternates.items():
            source = sources[lang]
            if source is not None:
                yield ComparePage(path, lang, alternates, path, article, article.versions[lang], source)


def source_of(article: Article, version: Version) -> Version | None:
    """The version that `version` was made from, None where it was not, or that one has no page."""
    return article.versions.get(version.translation.origin) if version.translation else None
