"""What goes into an archive: languages, days, topics, names, single articles; and what that choice is called."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import MINYEAR, date
from difflib import get_close_matches

from nashra.kit.errors import ContentError, NashraError
from nashra.model import Article, Content
from nashra.render.ground import periods
from nashra.render.plan.editions import sunday
from nashra.render.reading.readings import Readings
from nashra.settings.config import Settings

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")
_MONTH = re.compile(r"(\d{4})-(\d{2})")

# Ids that a message names; the rest is counted.
_MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Selection:
    """The choice of an editor. What is empty or None restricts nothing; an article must pass all that is there.

    langs:       language codes; versions in other languages are left out.
    first, last: days on the site's own calendar, both included.
    topics, entities, articles: ids; one of each kind is enough.
    edition:     "2024-08-09" or "2024-W32" (ISO 8601). month: "2024-08".
    """

    langs: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    topics: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    edition: str = ""
    month: str = ""
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Selected:
    """A site of the chosen articles alone.

    settings:  those of the site, with the chosen languages only.
    content:   the chosen articles with their versions in these languages. Where its original is in none of them, an
               article counts as written in the first language it has, so that lists and links stay whole.
    readings:  those of these versions.
    originals: id -> the article as it is on the site.
    name:      what the choice adds to a file's name, such as "2024-W32-ar"; empty for the whole site.
    """

    settings: Settings
    content: Content
    readings: Readings
    originals: Mapping[str, Article]
    selection: Selection
    name: str


def span_of(name: str) -> tuple[date, date]:
    """The first and the last day of "2024-08-09", "2024-W32" (ISO 8601) or "2024-08". Raises ValueError."""
    if _DAY.fullmatch(name):
        day = date.fromisoformat(name)
        return day, day
    if week := _WEEK.fullmatch(name):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday, sunday(monday)
    if month := _MONTH.fullmatch(name):
        first = date(int(month[1]), int(month[2]), 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
        return first, last
    raise ValueError(name)


def select(settings: Settings, content: Content, readings: Readings, selection: Selection) -> Selected:
    """The part of `content` that `selection` chooses; `readings` are those of all of it.

    Raises NashraError for what the site does not have, and ContentError where nothing is left.
    """
    langs = _languages(settings, selection)
    _check_ids(content, readings, selection)
    days = _days(selection)
    kept = [
        cut
        for article in content.articles
        if _is_chosen(article, settings, readings, selection, days) and (cut := _in_languages(article, langs, readings))
    ]
    if not kept:
        raise _empty(settings, content, readings, langs)
    ids = {article.id for article in kept}
    return Selected(
        settings=replace(settings, languages={code: settings.languages[code] for code in langs}),
        content=replace(
            content, articles=tuple(kept), pages=tuple(page for page in content.pages if page.lang in langs)
        ),
        readings=Readings(
            {key: reading for key, reading in readings.articles.items() if key[0] in ids and key[1] in langs},
            {key: reading for key, reading in readings.pages.items() if key[1] in langs},
            readings.paged,
        ),
        originals={article.id: article for article in content.articles if article.id in ids},
        selection=selection,
        name="-".join(_name_parts(settings, selection, langs)),
    )


def _languages(settings: Settings, selection: Selection) -> tuple[str, ...]:
    for code in selection.langs:
        if code not in settings.languages:
            known = ", ".join(settings.languages)
            raise NashraError(f"the site has no language {code!r}", hint=f"it has {known}")
    return tuple(code for code in settings.languages if not selection.langs or code in selection.langs)


def _check_ids(content: Content, readings: Readings, selection: Selection) -> None:
    topics = {id for article in content.articles for id in article.topics}
    _check("topic", selection.topics, topics | content.topics.keys(), topics)
    named = {id for reading in readings.articles.values() for id in reading.entities}
    _check("entity", selection.entities, content.entities.keys(), named)
    articles = {article.id: article for article in content.articles}
    for id in selection.articles:
        if id not in articles:
            raise ContentError(f"there is no article {id!r}", hint="`nashra status` lists them")
        if (id, articles[id].lang) not in readings.articles:
            raise ContentError("the article cannot be published", path=articles[id].original.path)


def _check(what: str, ids: Iterable[str], known: Collection[str], used: Iterable[str]) -> None:
    """Refuse what is not `known`, with those of `used`, which articles have, that it may be meant to be."""
    for id in ids:
        if id not in known:
            close = get_close_matches(id, known)
            names = close or sorted(used)
            begin = "similar:" if close else "there is" if len(names) == 1 else "there are"
            listed = ", ".join(names[:_MOST_NAMED]) or "none"
            more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
            raise NashraError(f"there is no {what} {id!r}", hint=f"{begin} {listed}{more}")


def _days(selection: Selection) -> tuple[date, date]:
    """The first and the last day that pass all restrictions; a first after the last where none does."""
    spans = [(selection.first or date(MINYEAR, 1, 1), selection.last or date.max)]
    for option, name in (("edition", selection.edition), ("month", selection.month)):
        if name:
            try:
                if (_MONTH.fullmatch(name) is not None) != (option == "month"):
                    raise ValueError(name)
                spans.append(span_of(name))
            except ValueError:
                example = '"2024-W32" or "2024-08-09"' if option == "edition" else '"2024-08"'
                raise NashraError(f"there is no {option} {name!r}", hint=f"write it as {example}") from None
    return max(first for first, _ in spans), min(last for _, last in spans)


def _is_chosen(
    article: Article, settings: Settings, readings: Readings, selection: Selection, days: tuple[date, date]
) -> bool:
    if (article.id, article.lang) not in readings.articles:
        return False  # a build leaves it out too
    day = article.published.astimezone(settings.timezone).date()
    return (
        days[0] <= day <= days[1]
        and (not selection.articles or article.id in selection.articles)
        and (not selection.topics or not set(selection.topics).isdisjoint(article.topics))
        and (not selection.entities or not set(selection.entities).isdisjoint(_named(article, readings)))
    )


def _named(article: Article, readings: Readings) -> Iterator[str]:
    for lang in article.versions:
        if reading := readings.articles.get((article.id, lang)):
            yield from reading.entities


def _in_languages(article: Article, langs: Sequence[str], readings: Readings) -> Article | None:
    versions = {
        lang: version
        for lang, version in article.versions.items()
        if lang in langs and (article.id, lang) in readings.articles
    }
    if not versions:
        return None
    lang = article.lang if article.lang in versions else next(code for code in langs if code in versions)
    return replace(article, versions=versions, lang=lang)


def _empty(settings: Settings, content: Content, readings: Readings, langs: Sequence[str]) -> ContentError:
    days = sorted(
        article.published.astimezone(settings.timezone).date()
        for article in content.articles
        if any((article.id, lang) in readings.articles for lang in langs)
    )
    hint = f"in {', '.join(langs)} there are articles from {days[0]} to {days[-1]}" if days else ""
    if not days:
        hint = f"there is no article in {', '.join(langs)} at all"
    return ContentError("no article fits this choice", hint=hint)


def _name_parts(settings: Settings, selection: Selection, langs: Sequence[str]) -> Iterator[str]:
    yield from filter(None, (selection.edition, selection.month))
    if selection.first or selection.last:
        yield f"{selection.first or ''}..{selection.last or ''}".strip(".")
    yield from (*selection.topics[:2], *selection.entities[:2], *selection.articles[:2])
    if len(langs) < len(settings.languages):
        yield from langs


def own_language(selected: Selected) -> str:
    """The language that the archive is named in: the first one in which it has something."""
    articles = selected.content.articles
    found = (code for code in selected.settings.languages if any(code in article.versions for article in articles))
    return next(found, selected.settings.default_language.code)


def label(selected: Selected, lang: str) -> str:
    """What the choice is called in the language `lang`: "August 2024", "Rabat"; empty for the whole site."""
    language, chosen = selected.settings.languages[lang], selected.selection
    parts: list[str] = []
    if chosen.edition:
        first, last = span_of(chosen.edition)
        parts.append(periods.day_name(language, first) if first == last else periods.span_name(language, first, last))
    if chosen.month:
        parts.append(periods.month_name(language, span_of(chosen.month)[0]))
    if chosen.first or chosen.last:
        parts.append(periods.span_name(language, *published_days(selected)))
    topics = selected.content.topics
    parts += [topics[id].name(lang)[0] if id in topics else id for id in chosen.topics]
    parts += [selected.content.entities[id].name(lang)[0] for id in chosen.entities]
    if not parts and len(chosen.articles) == 1:
        (article,) = selected.content.articles
        parts.append(article.shown_in(lang).title)
    return periods.opening(" · ".join(parts))


def published_days(selected: Selected) -> tuple[date, date]:
    """The days of the oldest and of the newest chosen article, on the site's own calendar."""
    zone = selected.settings.timezone
    days = [article.published.astimezone(zone).date() for article in selected.content.articles]
    return min(days), max(days)
