"""Stories: what several articles, sources and languages tell of one event."""

from __future__ import annotations

from nashra.render.ground.bundle import Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.stories import StoryPage, story_pages


def _needs(desk: Desk, page: StoryPage) -> Needs:
    return Needs(page.articles, (page.id,))


STORIES = Family(story_pages, [Kind(StoryPage, _needs, lambda desk, page: desk.editions.story(page))])
