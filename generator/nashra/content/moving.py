"""Giving an article another day: its date, its folder and with it its address; the old address leads to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from nashra.content import address_ledger, authoring
from nashra.head import frontmatter
from nashra.head.fields import expiry_field
from nashra.kit.errors import ContentError, NashraError
from nashra.kit.files import read_text, write_atomic
from nashra.model import Article
from nashra.settings.config import Settings

# What an import wrote of the date: settled now that a person has given one.
_SETTLED = re.compile(
    r"# check: (?:the date \d|the date could be read|no date of publication|only the date of the last update).*\n"
)


def move_article(
    settings: Settings, article: Article, published: datetime, articles: Iterable[Article], *, has_time: bool
) -> Path:
    """Give `article` the date `published` and the folder of that day; the result is the folder.

    articles: all of the site. What is not a draft keeps its readers: its addresses are written into the ledger, so that
    they redirect. Raises ContentError where another article has the new address, or the head cannot be changed, and
    NashraError where the disk says no; the article is then where and what it was.
    """
    old = article.original.path.parent
    day = published.astimezone(settings.timezone)
    month = f"{day.year:04}/{day.month:02}"
    new = settings.content / "articles" / month / f"{day:%d}-{article.id}"
    text = _with_date(settings, article, published, has_time=has_time)
    if new != old:
        _refuse_taken(article, month, articles)
        if new.exists():
            raise ContentError("there is something of that name already", path=new, hint="look at it, and move it away")
        if month != article.month:
            _remember(settings, article)
        _rename(old, new)
    try:
        write_atomic(new / article.original.path.name, text)
    except NashraError:
        if new != old:
            _rename(new, old)
        raise
    return new


def _with_date(settings: Settings, article: Article, published: datetime, *, has_time: bool) -> str:
    """The text of the original with the new date, without the doubts about the old one."""
    original = article.original.path
    text = read_text(original)
    expiry_field(frontmatter.split(text, original).fields, published, original, settings.timezone)
    try:
        text = frontmatter.replace_fields(text, {"date": published.isoformat() if has_time else published.date()})
    except ValueError as error:
        hint = "write its front matter as plain `key: value` lines"
        raise ContentError(f"the date cannot be changed: {error}", path=original, line=1, hint=hint) from None
    body = frontmatter.rest(text)
    return _SETTLED.sub("", text[: len(text) - len(body)]) + body


def _refuse_taken(article: Article, month: str, articles: Iterable[Article]) -> None:
    wanted = {(version.lang, month, version.slug): version.path for version in article.versions.values()}
    taken = authoring.taken_slugs(other for other in articles if other.id != article.id)
    for address in sorted(wanted.keys() & taken):
        message = f"another article of that month has the slug {address[2]!r}"
        raise ContentError(message, path=wanted[address], hint="give one of them another `slug` first")


def _remember(settings: Settings, article: Article) -> None:
    problems = address_ledger.remember(
        settings,
        (
            address_ledger.Address("article", article.id, f"{version.lang}/{article.month}/{version.slug}.html")
            for version in article.versions.values()
            if not version.draft
        ),
    )
    if problems:
        raise ContentError.of(problems)


def _rename(old: Path, new: Path) -> None:
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        old.rename(new)
    except OSError as error:
        raise NashraError(f"the folder {old.name} cannot be moved: {error.strerror}", path=old) from error
    for folder in (old.parent, old.parent.parent):
        try:
            folder.rmdir()
        except OSError:
            return  # other articles are in it
