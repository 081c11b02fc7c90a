"""The pages of stories: all that was told of one event, in the languages in which several tellings are wanted. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.survey import Survey, several, wanted


@dataclass(frozen=True, slots=True)
class StoryPage(Page):
    """A story in one language. articles: newest first."""

    id: str
    articles: Sequence[Article]

    @property
    def story(self) -> str:
        return self.id

    @property
    def shows(self) -> Sequence[Article]:
        return self.articles


def story_pages(survey: Survey) -> Iterator[StoryPage]:
    """The pages of all stories, by id."""
    own: Mapping[str, Mapping[str, Sequence[Article]]] = {
        lang: several({id: wanted(found, lang) for id, found in survey.stories.items()}) for lang in survey.langs
    }
    for id in survey.stories:
        alternates = {lang: urls.story(lang, id) for lang in survey.langs if id in own[lang]}
        for lang, path in alternates.items():
            yield StoryPage(path, lang, alternates, next(iter(alternates.values())), id, own[lang][id])
