"""Writing articles and versions into content/. Every file appears whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from generator import addresses, frontmatter, store
from generator.config import Settings
from generator.errors import ContentError, printable
from generator.fields import format_record, text_field, translation_field
from generator.files import create_folder, read_text, write_atomic
from generator.model import Article, Draft, Translation, Version
from generator.slugs import make_slug, slug_problem

_ID_LENGTH = 6

# (language, month of the folder, slug): what must be unique on a site.
Address = tuple[str, str, str]


def find_twin(articles: Iterable[Article], digest: str) -> Article | None:
    """The article that was imported from the same text, if any."""
    return next((article for article in articles if article.digest == digest), None)


def create_article(settings: Settings, draft: Draft, articles: Iterable[Article]) -> Path:
    """Write `draft` as a new article and return the path of its original.

    articles: all that could be loaded, so that neither id nor address is given twice. Raises ContentError when the
    text seems to be there as an article that could not be loaded, and NashraError when the disk does not allow
    writing; nothing is left behind then.
    """
    present = list(articles)
    taken = {article.id for article in present}
    digits = draft.digest
    windows = (digits[start : start + _ID_LENGTH] for start in range(len(digits) - _ID_LENGTH + 1))
    id_ = next((window for window in windows if window not in taken), digits)
    # an article that could not be loaded, most likely of this very text
    if (unread := store.folder_of(settings, id_)) is not None:
        hint = "`nashra status` says what is wrong there; correct it, or delete the folder, and import again"
        raise ContentError("the article seems to be here already, and cannot be read", path=unread, hint=hint)
    month = f"{draft.published.year:04}/{draft.published.month:02}"
    taken_addresses = taken_slugs(present) | _former_slugs(settings, id_)
    slug = free_slug(taken_addresses, draft.lang, month, draft.title, id_)
    fields: dict[str, Any] = {"title": draft.title, "lang": draft.lang}
    fields["date"] = _moment(draft.published, draft.has_time)
    if draft.updated is not None:
        fields["updated"] = _moment(draft.updated, draft.updated_has_time)
    if draft.author:
        fields["author"] = draft.author
    if draft.source:
        fields["source"] = {"name": draft.source.name} | ({"url": draft.source.url} if draft.source.url else {})
    if draft.topics:
        fields["topics"] = frontmatter.Flow(draft.topics)
    fields["slug"] = slug
    if draft.summary:
        fields["summary"] = draft.summary
    if draft.picture:
        texts = {name: getattr(draft.picture, name) for name in ("file", "alt", "caption", "credit")}
        fields["image"] = {name: text for name, text in texts.items() if text}
    fields["digest"] = draft.digest
    comments = "".join(f"# check: {printable(comment)}\n" for comment in draft.comments)
    folder = settings.content / "articles" / month / f"{draft.published:%d}-{id_}"
    name = f"{draft.lang}.md"
    text = f"---\n{comments}{frontmatter.dump(fields)}---\n\n{draft.body.strip()}\n"
    create_folder(folder, {name: text, **draft.files})
    return folder / name


def _moment(moment: datetime, has_time: bool) -> Any:
    return moment.isoformat() if has_time else moment.date()


def taken_slugs(articles: Iterable[Article]) -> set[Address]:
    """The addresses that the versions of `articles` have."""
    return {
        (version.lang, article.month, version.slug) for article in articles for version in article.versions.values()
    }


def _former_slugs(settings: Settings, id_: str) -> set[Address]:
    """The addresses that articles other than `id_` once had: a new article there would catch their readers."""
    former = (each.path.split("/") for each in addresses.load(settings, []).live if each.id != id_)
    return {(parts[0], f"{parts[1]}/{parts[2]}", parts[3].removesuffix(".html")) for parts in former if len(parts) == 4}


def free_slug(taken: set[Address], lang: str, month: str, title: str, id_: str) -> str:
    """A slug for `title` that no other article of the month has in this language; the id is added where needed.

    The new address is added to `taken`.
    """
    slug = make_slug(title)
    if not slug:
        slug = id_
    elif slug_problem(slug):
        slug = f"{slug}-{id_}"
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

    In an existing file only what changed is replaced: the title, the summary, the keys of `translation` that are ours
    and the body; every other byte of the front matter stays as its editor left it. Raises ContentError when the file
    changed since `current` was read, so that a save made meanwhile is not lost, and when its front matter is written
    in a way that cannot be changed key by key.
    """
    path = folder / f"{lang}.md"
    table = _translation_fields(translation)
    if current is None:
        if path.exists():
            raise ContentError("the file appeared while it was being translated; it was left alone", path=path)
        fields: dict[str, Any] = {"title": title, "lang": lang, "slug": slug}
        if summary:
            fields["summary"] = summary
        fields["translation"] = {key: value for key, value in table.items() if value is not None}
        write_atomic(path, f"---\n{frontmatter.dump(fields)}---\n\n{body}")
        return path
    text = read_text(path)
    document = frontmatter.split(text, path)
    if _read_again(document, current) != current:
        hint = "run `nashra translate` again"
        raise ContentError("the file was edited while it was being translated; it was left alone", path=path, hint=hint)
    changes: dict[str, Any] = {"translation": table}
    if title != current.title:
        changes["title"] = title
    if summary != current.summary:
        changes["summary"] = summary
    try:
        renewed = frontmatter.replace_fields(text, changes)
    except ValueError as error:
        hint = "write its front matter as plain `key: value` lines"
        raise ContentError(f"the file cannot be renewed: {error}", path=path, line=1, hint=hint) from None
    if body != document.body:
        head = renewed[: len(renewed) - len(frontmatter.rest(renewed))]
        renewed = f"{head}\n{body}"
    if renewed != text:
        write_atomic(path, renewed)
    return path


def _read_again(document: frontmatter.Document, current: Version) -> Version:
    """`current` with what the file says now."""
    fields, path = document.fields, current.path
    return replace(
        current,
        title=text_field(fields, "title", path) or "",
        summary=text_field(fields, "summary", path),
        translation=translation_field(fields, path),
        body=document.body,
    )


def _translation_fields(translation: Translation) -> Mapping[str, Any]:
    """The keys of `translation` that are ours; None for those that must not be there."""
    return {
        "from": translation.origin,
        "state": translation.state,
        "engine": translation.engine or None,
        "via": frontmatter.Flow(translation.via) or None,
        "title": format_record(translation.title) if translation.title else None,
        "summary": format_record(translation.summary) if translation.summary else None,
        "blocks": [format_record(record) for record in translation.blocks] or None,
    }
