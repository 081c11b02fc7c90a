"""Which articles readers may see at a moment: not drafts, not what is still to come, not what has expired. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from nashra.model import Article, Content, Hold, Version

# Every reason not to be public.
ALL: frozenset[Hold] = frozenset({"draft", "future", "expired"})


def hold(article: Article, version: Version, now: datetime) -> Hold:
    """Why `version` is not public at the moment `now`; empty where it is.

    A draft is one for as long as it says so, whatever its dates. An article is not public before its date, nor before
    the date of its latest update (the text that is there is the one to come), nor before its embargo ends.
    """
    if article.original.draft or version.draft:
        return "draft"
    if max(article.published, article.updated or article.published, article.embargo or article.published) > now:
        return "future"
    if article.expires is not None and article.expires <= now:
        return "expired"
    return ""


def select(content: Content, now: datetime, shown: frozenset[Hold] = frozenset()) -> Content:
    """`content` without what is not public at `now`, except for the holds in `shown`: those versions carry their mark.

    A version in a language in which its article is not wanted is never public.
    Pages outside the news have no date, and may be drafts. The files of what was left out are in `held`.
    """
    articles = []
    held = []
    for article in content.articles:
        versions: dict[str, Version] = {}
        for lang, version in article.versions.items():
            reason = hold(article, version, now)
            if article.is_wanted_in(lang) and (not reason or reason in shown):
                versions[lang] = replace(version, hold=reason) if reason else version
            else:
                held.append(version.path)
        if article.lang in versions:
            unchanged = len(versions) == len(article.versions) and not any(each.hold for each in versions.values())
            articles.append(article if unchanged else replace(article, versions=versions))
    pages = content.pages
    if "draft" not in shown:
        held += [page.path for page in pages if page.draft]
        pages = tuple(page for page in pages if not page.draft)
    return replace(content, articles=tuple(articles), pages=pages, held=frozenset(held))


def count_holds(content: Content, now: datetime) -> Mapping[Hold, int]:
    """How many articles of `content` are not public at `now`, by reason; an article counts by its original.

    One whose original is public and one of whose translations is a draft counts as a draft.
    """
    counts: Counter[Hold] = Counter()
    for article in content.articles:
        reasons = [hold(article, version, now) for version in (article.original, *article.versions.values())]
        counts.update([reason for reason in reasons if reason][:1])
    return counts
