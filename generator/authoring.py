"""Writing articles and versions into content/. Every file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from generator import frontmatter, store
from generator.config import Settings
from generator.errors import ContentError
from generator.files import create_folder, read_text, write_atomic
from generator.model import Article, Draft, Translation, Version
from generator.slugs import make_slug

_ID_LENGTH = 6

# (language, month of the folder, slug): what must be unique on a site.
Address = tuple[str, str, str]


def find_twin(articles: Iterable[Article], digest: str) -> Article | None:
    """The article that was imported from the same text, if any."""
    return next((article for article in articles if article.digest == digest), None)


def create_article(settings: Settings, draft: Draft, articles: Iterable[Article]) -> Path:
    """Write `draft` as a new article and return the path of its original.

    articles: all that there are, so that neither id nor address is given twice. Raises NashraError when the disk does
    not allow it; nothing is left behind then.
    """
    present = list(articles)
    taken = {article.id for article in present}
    digits = draft.digest
    windows = (digits[start : start + _ID_LENGTH] for start in range(len(digits) - _ID_LENGTH + 1))
    id_ = next((window for window in windows if window not in taken), digits)
    month = f"{draft.published:%Y}/{draft.published:%m}"
    slug = free_slug(taken_slugs(present), draft.lang, month, draft.title, id_)
    fields: dict[str, Any] = {"title": draft.title, "lang": draft.lang}
    fields["date"] = _moment(draft.published, draft.has_time)
    if draft.updated is not None:
        fields["updated"] = draft.updated.isoformat()
    if draft.author:
        fields["author"] = draft.author
    if draft.source:
        fields["source"] = {"name": draft.source.name} | ({"url": draft.source.url} if draft.source.url else {})
    if draft.topics:
        fields["topics"] = frontmatter.Flow(draft.topics)
    fields["slug"] = slug
    if draft.summary:
        fields["summary"] = draft.summary
    fields["digest"] = draft.digest
    folder = settings.content / "articles" / month / f"{draft.published:%d}-{id_}"
    name = f"{draft.lang}.md"
    create_folder(folder, {name: f"---\n{frontmatter.dump(fields)}---\n\n{draft.body.strip()}\n"})
    return folder / name


def _moment(moment: datetime, has_time: bool) -> Any:
    return moment.isoformat() if has_time else moment.date()


def taken_slugs(articles: Iterable[Article]) -> set[Address]:
    """The addresses that the versions of `articles` have."""
    return {
        (version.lang, article.month, version.slug) for article in articles for version in article.versions.values()
    }


def free_slug(taken: set[Address], lang: str, month: str, title: str, id_: str) -> str:
    """A slug for `title` that no other article of the month has in this language; the id is added where needed.

    The new address is added to `taken`.
    """
    slug = make_slug(title) or id_
    if (lang, month, slug) in taken:
        slug = f"{slug}-{id_}"
    taken.add((lang, month, slug))
    return slug


def write_version(
    folder: Path,
    lang: str,
    *,
    title: str,
    slug: str,
    summary: str | None,
    body: str,
    translation: Translation,
    current: Version | None,
) -> Path:
    """Write or renew the file of a translated version and return its path.

    In an existing file only what changed is replaced: the title, the summary, `translation` and the body; every other
    line of the front matter stays as its editor left it. Raises ContentError when the file changed since `current`
    was read, so that a save made meanwhile is not lost.
    """
    path = folder / f"{lang}.md"
    table = _translation_fields(translation)
    if current is None:
        if path.exists():
            raise ContentError("the file appeared while it was being translated; it was left alone", path=path)
        fields: dict[str, Any] = {"title": title, "lang": lang, "slug": slug}
        if summary:
            fields["summary"] = summary
        fields["translation"] = table
        write_atomic(path, f"---\n{frontmatter.dump(fields)}---\n\n{body}")
        return path
    text = read_text(path)
    document = frontmatter.split(text, path)
    if document.body != current.body:
        hint = "run `nashra translate` again"
        raise ContentError("the file was edited while it was being translated; it was left alone", path=path, hint=hint)
    changes: dict[str, Any] = {"translation": table}
    if title != current.title:
        changes["title"] = title
    if summary != current.summary:
        changes["summary"] = summary
    renewed = frontmatter.replace_fields(text, changes)
    if body != document.body:
        head = renewed[: len(renewed) - len(frontmatter.rest(renewed))]
        renewed = f"{head}\n{body}"
    if renewed != text:
        write_atomic(path, renewed)
    return path


def _translation_fields(translation: Translation) -> Mapping[str, Any]:
    table: dict[str, Any] = {"from": translation.origin, "state": translation.state}
    if translation.engine:
        table["engine"] = translation.engine
    if translation.via:
        table["via"] = frontmatter.Flow(translation.via)
    if translation.title:
        table["title"] = store.format_record(translation.title)
    if translation.summary:
        table["summary"] = store.format_record(translation.summary)
    if translation.blocks:
        table["blocks"] = [store.format_record(record) for record in translation.blocks]
    return table
