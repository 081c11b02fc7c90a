"""Which articles are called related."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nashra.model import Article
from nashra.render.shown.related import Related
from support.articles import article


def newest_first(count: int) -> list[Article]:
    return [replace(article("نص.\n"), id=f"{number:06x}") for number in range(count)]


@pytest.mark.parametrize(("between", "is_best"), [(0, True), (49, True), (50, False)])
def test_in_the_list_of_a_name_the_fifty_nearest_articles_are_looked_at(between: int, is_best: bool) -> None:
    articles = newest_first(130)
    first, last = articles[0], articles[120]
    # only the two share both names, so the last is the best of all, if it is near enough in both lists
    rabat, flood = articles[1 : 1 + between], articles[60 : 60 + between]
    related = Related(articles, {"rabat": [first, *rabat, last], "flood": [first, *flood, last]}, {})
    assert (related.to(first, "ar")[:1] == (last,)) == is_best


def test_what_stands_beyond_the_next_article_on_a_name_is_looked_at_too() -> None:
    articles = newest_first(10)
    shown = Related(articles, {"rabat": [articles[0], articles[4], articles[7]]}, {}).to(articles[0], "ar")
    assert [other.id for other in shown] == [articles[4].id, articles[7].id]
