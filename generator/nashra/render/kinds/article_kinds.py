"""An article in one language."""

from __future__ import annotations

from nashra.render.ground.bundle import Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.articles import ArticlePage, article_pages


def _needs(desk: Desk, page: ArticlePage) -> Needs:
    related = desk.articles.related.to(page.article, page.lang)
    beside = [each for each in (page.older, page.newer) if each is not None]
    topics = tuple(id for id in page.article.topics if id in desk.plan.topics)
    story = desk.plans[page.lang].story_of.get(page.article.id)
    settings = ("cards", "plain_text", "report")
    return Needs((page.article, *beside, *related), (topics, story), settings=settings, texts=(page.article,))


ARTICLES = Family(
    lambda survey: article_pages(survey.langs, survey.articles),
    [Kind(ArticlePage, _needs, lambda desk, page: desk.articles.article(page))],
)
