"""What loading and building reported: front matter, files in the wrong place, texts that cannot be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from nashra.checks import theme, theme_policy
from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.checks.unversioned import unversioned
from nashra.content.address_ledger import ledger_path
from nashra.content.topics import FILE_NAME
from nashra.model import Article, Content, Version
from nashra.sources.listing import load as sources

NAME = "content"
# Letters of a text that no other has by chance.
_LONG = 200
# Shorter titles are those of columns: "News in brief". What programs write behind the name of a copy.
_WORDS, _A_WEEK = 3, 7
_ID = re.compile(r"(?=.*\d)[0-9a-f]{6,16}")
_COPY = re.compile(r"(.+?)[ ]?(?:\(\d\)|\d)")


def check(case: Case) -> Iterator[Finding]:
    """Each problem, those of the registry of entities and of the ledger of addresses left to their own checks."""
    registry, ledger = case.settings.content / "entities", ledger_path(case.settings)
    for problem in case.problems:
        if problem.path is None or not (problem.path == ledger or problem.path.is_relative_to(registry)):
            yield Finding.of(problem, NAME, "info" if problem.machine else None)
    # which no build reads
    for problem in sources(case.settings)[1]:
        if problem not in case.problems:
            yield Finding.of(problem, NAME)
    yield from _twins(case.content)
    yield from _of_one_title(case.content)
    yield from _unnamed(case)
    yield from _unknown_stories(case.content)
    yield from _with_the_site(case)
    yield from unversioned(case.settings, case.content, NAME)
    yield from theme.unused(case.settings, NAME)
    yield from theme_policy.blocked(case.settings, NAME)


def _twins(content: Content) -> Iterator[Finding]:
    """Originals that say the same: one was copied, or imported twice. Short ones under other titles may well do so."""
    first: dict[tuple[str, str], Version] = {}
    for article in reversed(content.articles):
        version = article.original
        text = " ".join(version.body.split())
        title = "" if len(text) >= _LONG else " ".join(version.title.split())
        before = first.setdefault((version.lang, f"{title}\n{text}"), version)
        if before is not version:
            same = (
                "this text and its title are also those" if before.title == version.title else "this text is also that"
            )
            message = f"{same} of {'/'.join(before.path.parts[-5:])}"
            yield Finding("warning", NAME, message, version.path, None, "delete one of the two folders")


def _of_one_title(content: Content) -> Iterator[Finding]:
    """Articles of one day with one title, of which a column has one a day, and titles that end as those of copies do,
    where another has what stands before that."""
    titles: dict[tuple[str, str], list[Article]] = {}
    for article in reversed(content.articles):
        titles.setdefault((article.lang, _folded(article.original.title)), []).append(article)
    for (lang, title), articles in titles.items():
        if len(title.split()) < _WORDS:
            continue
        copied = _COPY.fullmatch(title)
        others = titles.get((lang, copied[1]), []) if copied else []
        for at, article in enumerate(articles):
            days = [other for other in articles[:at] if other.published.date() == article.published.date()]
            days += [other for other in others if abs((other.published - article.published).days) <= _A_WEEK]
            if days and _says(days[0]) != _says(article):
                path = article.original.path
                message = f"this title is also that of {'/'.join(days[0].original.path.parts[-5:])}"
                yield Finding("warning", NAME, message, path, None, "readers cannot tell them apart: change one")


def _folded(title: str) -> str:
    return " ".join(title.casefold().rstrip(" .").split())


def _says(article: Article) -> str:
    return " ".join(article.original.body.split())


def _unnamed(case: Case) -> Iterator[Finding]:
    """Topics that articles have and that have no name in a language of the site."""
    used = {id for article in case.content.articles for id in article.topics}
    for lang in case.settings.languages:
        lacking = [id for id, topic in case.content.topics.items() if id in used and lang not in topic.names]
        if lacking:
            message = f"without a name in {lang!r}, in which readers see that of another language: {', '.join(lacking)}"
            yield Finding("warning", NAME, message, case.settings.content / FILE_NAME, None, "add one to each")


def _unknown_stories(content: Content) -> Iterator[Finding]:
    """Articles that are alone in a story which is called as an article is by its id, and by no id that there is."""
    ids = {article.id for article in content.articles}
    named = Counter(article.story for article in content.articles)
    for article in content.articles:
        if article.story not in ids and named[article.story] == 1 and _ID.fullmatch(article.story):
            message = f"`story` is {article.story!r}, and there is no article of that id"
            hint = "write the id of another article of the story, or a short name in each"
            yield Finding("warning", NAME, message, article.original.path, None, hint)


def _with_the_site(case: Case) -> Iterator[Finding]:
    """Titles that end with the name of the site, as those of saved pages do: pages show it twice."""
    for article in case.content.articles:
        for lang, version in article.versions.items():
            name = case.settings.title.get(lang, "") if lang in case.settings.languages else ""
            if name and re.search(rf"\s[|–—-]\s{re.escape(name)}\s*\Z", version.title, re.IGNORECASE):
                message = f"the title ends with the name of the site, {name!r}"
                yield Finding("warning", NAME, message, version.path, None, "take it off: pages show it themselves")
