"""The plan -> the sitemaps of the site."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo

from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.machines import sitemap
from nashra.render.plan.pages import Plan
from nashra.settings.config import Settings


def maps(settings: Settings, plan: Plan, news: int) -> Iterator[tuple[str, bytes]]:
    """(file name, content) of all sitemaps. Pages that search engines should not list are left out.

    The articles of a month have a map of their own, so that what is long past stays as it is. news: how many of the
    newest articles are news, see `count_news`; the map of the news is left out where there is none.
    """
    base = settings.url
    entries: dict[str, list[sitemap.Location]] = {lang: [] for lang in settings.languages}
    by_month: dict[str, list[sitemap.Location]] = {}
    entries[settings.default_language.code].append(sitemap.Location(base))
    for page in plan.pages:
        if not page.listed:
            continue
        alternates: dict[str, str] = {}
        if len(page.alternates) > 1:
            alternates = {code: urls.absolute(base, path) for code, path in page.alternates.items()}
            alternates["x-default"] = urls.absolute(base, page.fallback)
        entry = sitemap.Location(urls.absolute(base, page.path), _changed(settings, page), alternates)
        if told := page.told:
            by_month.setdefault(f"{page.lang}-{told[0].month.replace('/', '-')}", []).append(entry)
        else:
            entries[page.lang].append(entry)
    return sitemap.sitemaps(base, entries | dict(sorted(by_month.items())), tuple(_news(settings, plan, news)))


def count_news(plan: Plan, now: datetime) -> int:
    """How many of the newest articles are news at the moment `now`."""
    return sitemap.still_news([article.published for article in plan.articles], now)


def _news(settings: Settings, plan: Plan, count: int) -> Iterator[sitemap.News]:
    for article in plan.articles[:count]:
        for lang in settings.languages:
            version = article.versions.get(lang)
            if version is not None:
                yield sitemap.News(
                    address=urls.absolute(settings.url, urls.article(lang, article.month, version.slug)),
                    lang=lang,
                    publication=settings.title[lang],
                    title=version.title,
                    published=exact(article.published, settings.timezone),
                )


def exact(at: datetime, zone: tzinfo) -> str:
    """A point in time on the clock of `zone`, as ISO 8601 to the second."""
    local = at.astimezone(zone)
    offset = local.utcoffset()
    # ISO 8601 has no seconds in an offset, and local mean times before 1913 have them
    whole = local if offset is None or offset.seconds % 60 == 0 else at.astimezone(UTC)
    return whole.isoformat(timespec="seconds")


def _changed(settings: Settings, page: Page) -> date | None:
    """The day on which what the page shows was last changed, None where that cannot be told."""
    moments = [max(article.published, article.updated or article.published) for article in page.shows]
    return max(moments).astimezone(settings.timezone).date() if moments else None
