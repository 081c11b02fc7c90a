"""Editions, archive, strip -> view: how they appear in one language."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup, escape

from nashra.model import Article, Version
from nashra.render.ground import urls
from nashra.render.ground.periods import day_name, month_alone, month_name, opening, span_name
from nashra.render.ground.phrases import Phrase, phrase
from nashra.render.plan import archive
from nashra.render.plan.archive import ArchivePage, Month, MonthPage
from nashra.render.plan.editions import Edition, EditionPage, EditionsPage, in_full, monday
from nashra.render.plan.stories import StoryPage
from nashra.render.shown.edition_view import (
    Brief,
    DayLink,
    DayOfHeadlines,
    EditionView,
    Group,
    Headline,
    MonthOfEditions,
    MonthView,
    Section,
    StoryView,
    StripView,
)
from nashra.render.shown.picture_views import cut
from nashra.render.shown.story_lines import StoryLines
from nashra.render.shown.strip import Candidates
from nashra.render.shown.view import Link
from nashra.render.shown.viewer import TYPES, Viewer, article_path


class EditionViewer:
    """Sees editions as `viewer` sees everything else: in its language."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._language, self._text = viewer.language, viewer.messages.text
        self.candidates = Candidates(viewer.plan.articles)
        self._stories = StoryLines(viewer)

    def edition(self, edition: Edition, page: EditionPage | None = None) -> EditionView:
        """The edition; where its `page` is given with its neighbours and related ones, and what is much is folded."""
        text, is_day = self._text, edition.kind == "day"
        others = self._stories.others(edition.stories)
        below = {article.id for found in others.values() for article in found}
        return EditionView(
            name=self.name(edition),
            title=self._days(edition),
            label=text("Daily briefing") if is_day else text("Weekly briefing"),
            week=None if is_day else self._week(edition),
            count=self._viewer.article_count(len(edition.articles)),
            summary=self._viewer.headlines(each for each in edition.articles if each.id not in below),
            sections=self._sections(edition, others, below, fold=page is not None),
            dated=not is_day,
            named_label=text("People and places of the day") if is_day else text("People and places of the week"),
            named=self._named(edition),
            machine=self._machine(edition.articles),
            related=self._related(page) if page else None,
            older=self._link(page.older) if page and page.older else None,
            newer=self._link(page.newer) if page and page.newer else None,
        )

    def story(self, page: StoryPage) -> StoryView:
        """All that was told of one event."""
        briefs = tuple(replace(self._brief(article), source=self._stories.source(article)) for article in page.articles)
        timeline = Section(Phrase(self._text("Timeline")), None, "timeline", briefs)
        title = self._viewer.title(self._version(page.articles[-1]))
        return StoryView(title, self._viewer.article_count(len(page.articles)), (timeline,))

    def name(self, edition: Edition) -> Markup:
        """The edition in one phrase: "Briefing for Friday, 9 August 2024"."""
        dates = self._dates(edition)
        if edition.kind == "day":
            return self._text("Briefing for %(date)s", date=dates)
        return self._text("Briefing for the week of %(dates)s", dates=dates)

    def strip(self, without: str, *, newest: bool) -> StripView | None:
        """The strip of the page of the article `without`, or of any other page; None where there is nothing in it.

        newest: show what is newest where nothing is breaking.
        """
        chosen = self.candidates.strip(without, newest=newest)
        if not chosen.articles:
            return None
        label = self._text("Breaking") if chosen.breaking else self._text("Latest")
        return StripView(label, chosen.breaking, tuple(map(self._headline, chosen.articles)))

    def latest(self, most: int) -> tuple[Headline, ...]:
        """The newest articles, at most so many."""
        return tuple(map(self._headline, self._viewer.plan.articles[:most]))

    def index(self, page: EditionsPage) -> list[tuple[str, list[MonthOfEditions]]]:
        """(year, its months), newest first. A week stands in the month of the newest day of it that has an edition."""
        weeks = {week.first: week for week in page.weeks}
        years = []
        for year, months in groupby(archive.months(page.days), key=lambda month: month.first.year):
            found = []
            for month in months:
                mondays = dict.fromkeys(monday(day.first) for day in month.days)
                links = tuple(self._week_link(weeks.pop(first)) for first in mondays if first in weeks)
                days = tuple(map(self._day_link, month.days))
                found.append(MonthOfEditions(opening(month_alone(self._language, month.first.month)), days, links))
            years.append((self._language.year_name(year), found))
        return years

    def months(self, page: ArchivePage) -> list[tuple[Markup, tuple[Link, ...]]]:
        """(year, its months with the numbers of their articles), newest first."""
        years = groupby(page.months, key=lambda month: month.first.year)
        return [
            (escape(self._language.year_name(year)), tuple(map(self._month_link, months))) for year, months in years
        ]

    def month(self, page: MonthPage) -> MonthView:
        """The headlines of a month, day by day."""
        return MonthView(
            name=opening(month_name(self._language, page.month.first)),
            count=self._viewer.article_count(page.month.count),
            days=tuple(
                DayOfHeadlines(
                    self._link(day), tuple(map(self._headline, found)), self._more(len(day.articles) - len(found))
                )
                for day, found in page.month.headlines()
            ),
            older=self._whole_month_link(page.older) if page.older else None,
            newer=self._whole_month_link(page.newer) if page.newer else None,
        )

    def _dates(self, edition: Edition) -> str:
        if edition.kind == "day":
            return day_name(self._language, edition.first)
        return span_name(self._language, edition.first, edition.last)

    def _days(self, edition: Edition) -> Phrase:
        return phrase(opening(self._dates(edition)), self._language.code, self._language)

    def _week(self, edition: Edition) -> Markup:
        return self._text("Week %(number)s", number=self._digits(edition.first.isocalendar().week))

    def _digits(self, number: int) -> str:
        return self._language.localize_digits(str(number))

    def _link(self, edition: Edition) -> Link:
        path = urls.edition(self._viewer.lang, edition.name)
        return Link(self._days(edition), path, self._digits(len(edition.articles)))

    def _week_link(self, edition: Edition) -> Link:
        return Link(Phrase(self._week(edition)), urls.edition(self._viewer.lang, edition.name))

    def _day_link(self, edition: Edition) -> DayLink:
        path = urls.edition(self._viewer.lang, edition.name)
        top = next((a for a in edition.articles if a.lead or a.breaking), edition.articles[0])
        date = self._language.format_date(edition.first)
        return DayLink(self._language.day_number(edition.first), date, path, self._headline(top))

    def _month_link(self, month: Month) -> Link:
        name = Phrase(opening(month_alone(self._language, month.first.month)))
        return Link(name, urls.month(self._viewer.lang, month.name), self._digits(month.count))

    def _whole_month_link(self, month: Month) -> Link:
        name = Phrase(opening(month_name(self._language, month.first)))
        return Link(name, urls.month(self._viewer.lang, month.name))

    def _related(self, page: EditionPage) -> Group:
        label = self._text("The whole week") if page.edition.kind == "day" else self._text("Day by day")
        return Group(label, tuple(map(self._link, page.related)))

    def _version(self, article: Article) -> Version:
        return article.shown_in(self._viewer.lang)

    def _headline(self, article: Article) -> Headline:
        version = self._version(article)
        title = self._viewer.title(version)
        return Headline(title, article_path(article, version), version.lang, self._foreign(version))

    def _foreign(self, version: Version) -> Markup | None:
        if version.lang == self._viewer.lang:
            return None
        return self._text("In %(language)s", language=self._language.name_of(version.lang))

    def _sections(
        self, edition: Edition, others: Mapping[str, Sequence[Article]], below: Collection[str], *, fold: bool
    ) -> tuple[Section, ...]:
        """others: lead of a story -> its other articles, which are `below` it and have no item of their own."""
        sections = []
        topics = [(topic, [each for each in found if each.id not in below]) for topic, found in edition.topics]
        topics = [(topic, found) for topic, found in topics if found]
        counts = [len(articles) for _, articles in topics]
        shares = in_full(counts) if fold else counts
        story_of = {each.id: id for id, found in edition.stories.items() for each in found}
        for (topic, articles), full in zip(topics, shares, strict=True):
            if topic:
                link = self._viewer.topic_link(topic)
                title, path = link.text, link.path
            else:
                title = Phrase(self._text("Other news") if len(topics) > 1 else self._text("In brief"))
                path = ""
            rest = tuple(map(self._headline, articles[full:]))
            briefs = tuple(self._brief_of(each, others, story_of.get(each.id)) for each in articles[:full])
            anchor = f"topic-{topic}" if topic else "other"
            sections.append(Section(title, path or None, anchor, briefs, rest, self._more(len(rest))))
        return tuple(sections)

    def _brief_of(self, article: Article, others: Mapping[str, Sequence[Article]], story: str | None) -> Brief:
        """The item of an article, or of the story that it leads."""
        brief = self._brief(article)
        if story is None:
            return brief
        told = self._stories.told(article, others.get(article.id, ()))
        return replace(brief, others=told, story=self._stories.page(story))

    def _more(self, count: int) -> Markup | None:
        """That there are `count` more articles."""
        messages = self._viewer.messages
        return messages.count("And %(count)s more article", "And %(count)s more articles", count) if count else None

    def _brief(self, article: Article) -> Brief:
        version = self._version(article)
        reading = self._viewer.readings.articles[article.id, version.lang]
        made = version.translation if version.lang == self._viewer.lang else None
        own = self._viewer.settings.languages[version.lang]
        return Brief(
            words=self._viewer.words(version.lang),
            title=phrase(version.title, version.lang, own),
            path=article_path(article, version),
            lang=version.lang,
            text=phrase(reading.brief, version.lang, own),
            published=self._viewer.moment(article.published, article.has_time),
            foreign=self._foreign(version),
            badge=self._text("Machine translation") if made and made.state == "machine" else None,
            picture=cut(reading.picture, article.id, self._language) if reading.picture else None,
        )

    def _named(self, edition: Edition) -> tuple[Group, ...]:
        """The entities of the edition by type, in the order of an article's tags."""
        groups = []
        for type, heading in TYPES.items():
            links = [
                Link(link.text, link.path, self._digits(count) if count > 1 else "")
                for id, count in edition.named.get(type, ())
                for link in (self._viewer.entity_link(id),)
            ]
            if links:
                groups.append(Group(self._text(heading), tuple(links)))
        return tuple(groups)

    def _machine(self, articles: Iterable[Article]) -> tuple[Group, ...]:
        """Which articles a machine translated into this language, those that nobody reviewed first."""
        found: dict[str, list[Link]] = {"machine": [], "reviewed": []}
        for article in articles:
            version = article.versions.get(self._viewer.lang)
            if version and version.translation and version.translation.state in found:
                link = Link(self._viewer.title(version), article_path(article, version))
                found[version.translation.state].append(link)
        count = self._viewer.messages.count
        groups = []
        if links := found["machine"]:
            sentence = count(
                "A machine translated %(count)s article of this edition. It may contain mistakes.",
                "A machine translated %(count)s articles of this edition. They may contain mistakes.",
                len(links),
            )
            groups.append(Group(sentence, tuple(links)))
        if links := found["reviewed"]:
            sentence = count(
                "A machine translated %(count)s article of this edition, and a person reviewed it.",
                "A machine translated %(count)s articles of this edition, and a person reviewed them.",
                len(links),
            )
            groups.append(Group(sentence, tuple(links)))
        return tuple(groups)
