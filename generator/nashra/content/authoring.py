"""Writing articles and versions into content/. Every file appears whole or not at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nashra.content import address_ledger
from nashra.head import frontmatter
from nashra.head.fields import format_record, picture_field, text_field, translation_field
from nashra.kit.errors import ContentError, printable
from nashra.kit.files import create_folder, read_text, write_atomic
from nashra.kit.slugs import make_slug, slug_problem
from nashra.model import Article, Draft, Picture, Translation, Version
from nashra.settings.config import Settings

_ID_LENGTH = 6

# (language, month of the folder, slug): what must be unique on a site.
Address = tuple[str, str, str]


class Taken:
    """The ids and addresses that a new article must not have: read once, and kept up to date over a batch.

    articles: all that could be loaded.
    """

    def __init__(self, settings: Settings, articles: Iterable[Article]) -> None:
        present = list(articles)
        self.ids = {article.id for article in present}
        # with those of articles that could not be loaded
        self.folders = _folders(settings)
        addresses_now = taken_slugs(present)
        former = _former_slugs(settings)
        self._addresses = addresses_now | former.keys()
        self._own: dict[str, set[Address]] = {}
        for address, ids in former.items():
            if len(ids) == 1 and address not in addresses_now:
                self._own.setdefault(next(iter(ids)), set()).add(address)

    def fresh_id(self, digits: str) -> str:
        """The id that `digits`, hexadecimal ones of its text, give a new article. Raises ContentError where its folder
        is there and could not be loaded: most likely it is the very text."""
        windows = (digits[start : start + _ID_LENGTH] for start in range(len(digits) - _ID_LENGTH + 1))
        id_ = next((window for window in windows if window not in self.ids), digits)
        if (unread := self.folders.get(id_)) is not None:
            hint = "`nashra status` says what is wrong there; correct it, or delete the folder, and import again"
            raise ContentError("the article seems to be here already, and cannot be read", path=unread, hint=hint)
        return id_

    def slug(self, lang: str, month: str, title: str, id_: str, wanted: str = "") -> str:
        """A slug that is free, and taken from now on. wanted: taken as it is where it can be, before one of `title`.

        An address that once was another article's is not free: the new article would catch its readers.
        """
        own = self._own.get(id_, set())
        self._addresses -= own
        if wanted and not slug_problem(wanted) and (lang, month, wanted) not in self._addresses:
            slug = wanted
            self._addresses.add((lang, month, slug))
        else:
            slug = free_slug(self._addresses, lang, month, wanted or title, id_)
        self._addresses |= own
        return slug


@dataclass(frozen=True, slots=True)
class Place:
    """Where a new article will stand, reserved for it. slugs: language -> slug."""

    folder: Path
    slugs: Mapping[str, str]


def reserve(settings: Settings, draft: Draft, taken: Taken, versions: Sequence[Draft] = ()) -> Place:
    """The place of a new article, which nobody else gets from now on. versions: its translations.

    Raises ContentError when the text seems to be there as an article that could not be loaded.
    """
    id_ = taken.fresh_id(draft.digest)
    # by the site's clock: half past midnight on the first of a month is not yet that month in UTC
    day = draft.published.astimezone(settings.timezone) if draft.has_time else draft.published
    month = f"{day.year:04}/{day.month:02}"
    folder = settings.content / "articles" / month / f"{day:%d}-{id_}"
    slugs = {each.lang: taken.slug(each.lang, month, each.title, id_, each.slug) for each in (draft, *versions)}
    taken.ids.add(id_)
    return Place(folder, slugs)


def create_article(
    settings: Settings,
    draft: Draft,
    articles: Iterable[Article] | Taken,
    versions: Sequence[Draft] = (),
    place: Place | None = None,
) -> Path:
    """Write `draft` as a new article and return the path of its original.

    articles: all that could be loaded, so that neither id nor address is given twice; a `Taken` made of them where
    many are created. versions: translations by people, of other languages, that come with it. place: what `reserve`
    gave for it. Raises ContentError when the text seems to be there as an article that could not be loaded, and
    NashraError when the disk does not allow writing; nothing is left behind then.
    """
    taken = articles if isinstance(articles, Taken) else Taken(settings, articles)
    place = place or reserve(settings, draft, taken, versions)
    files: dict[str, str | bytes] = {**draft.files}
    for each in (draft, *versions):
        files |= each.files
        files[f"{each.lang}.md"] = _file(each, place.slugs[each.lang], None if each is draft else draft.lang)
    create_folder(place.folder, files)
    taken.folders[place.folder.name.rpartition("-")[2]] = place.folder
    return place.folder / f"{draft.lang}.md"


def add_version(settings: Settings, original: Path, draft: Draft, taken: Taken) -> Path:
    """Write `draft`, a translation by people, beside the article whose file in its own language is `original`.

    Raises ContentError where a version in its language is there already, NashraError where the disk says no.
    """
    folder = original.parent
    path = folder / f"{draft.lang}.md"
    if path.exists():
        raise ContentError("there is a version in this language already", path=path)
    month = folder.parent.relative_to(settings.content / "articles").as_posix()
    slug = taken.slug(draft.lang, month, draft.title, folder.name.rpartition("-")[2], draft.slug)
    for name, data in draft.files.items():
        if not (folder / name).exists():
            write_atomic(folder / name, data)
    write_atomic(path, _file(draft, slug, original.stem))
    return path


def _file(draft: Draft, slug: str, origin: str | None) -> str:
    """The text of a new file. origin: the language that it translates, None for an original."""
    fields: dict[str, Any] = {"title": draft.title, "lang": draft.lang}
    if origin is None:
        fields["date"] = _moment(draft.published, draft.has_time)
        if draft.updated is not None:
            fields["updated"] = _moment(draft.updated, draft.updated_has_time)
    if draft.author:
        fields["author"] = frontmatter.Flow(draft.authors) if draft.authors else draft.author
    if draft.source and origin is None:
        fields["source"] = {"name": draft.source.name} | ({"url": draft.source.url} if draft.source.url else {})
    if draft.topics and origin is None:
        fields["topics"] = frontmatter.Flow(draft.topics)
    fields["slug"] = slug
    if draft.words:
        fields["search_words"] = frontmatter.Flow(draft.words)
    if draft.summary:
        fields["summary"] = draft.summary
    if draft.picture:
        texts = {name: getattr(draft.picture, name) for name in ("file", "alt", "caption", "credit")}
        fields["image"] = {name: text for name, text in texts.items() if text}
    if draft.draft:
        fields["draft"] = True
    if draft.expires and origin is None:
        fields["expires"] = draft.expires
    if draft.aliases:
        fields["aliases"] = list(draft.aliases)
    if origin is not None:
        fields["translation"] = {"from": origin, "state": "manual"}
        if draft.blocks:
            fields["translation"]["blocks"] = [format_record(record) for record in draft.blocks]
        if draft.found:
            # the article has one date, that of its original; what this version had is not lost
            fields["x-date"] = _moment(draft.published, draft.has_time)
    elif draft.found:
        fields["digest"] = draft.digest
        fields["imported"] = fingerprint(draft.title, draft.summary, draft.body)
    comments = "".join(f"# check: {printable(comment)}\n" for comment in draft.comments)
    kept = "".join(f"# {printable(line)}\n" for line in draft.kept)
    return f"---\n{comments}{frontmatter.dump(fields)}{kept}---\n\n{draft.body.strip()}\n"


def fingerprint(title: str, summary: str | None, body: str) -> str:
    """16 hexadecimal digits that change with every letter of the words that an import wrote."""
    text = "\0".join((title, summary or "", body.strip()))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:16]


def is_as_imported(original: Path) -> bool:
    """Whether nobody changed title, summary or text of an imported article; False where it cannot be told."""
    document = frontmatter.split(read_text(original), original)
    known = text_field(document.fields, "imported", original)
    title = text_field(document.fields, "title", original) or ""
    return known == fingerprint(title, text_field(document.fields, "summary", original), document.body)


def update_article(original: Path, draft: Draft) -> bool:
    """Give the article whose original is `original` the words of `draft`; False, and no change, where a person edited
    it since it was imported.

    Title, summary, text and the date of the update are renewed, with the pictures that are new; all else stays.
    Raises ContentError where its front matter cannot be read or changed, and NashraError where the disk says no.
    """
    if not is_as_imported(original):
        return False
    text = read_text(original)
    changes: dict[str, Any] = {"title": draft.title}
    if draft.summary or text_field(frontmatter.split(text, original).fields, "summary", original):
        changes["summary"] = draft.summary
    if draft.updated is not None:
        changes["updated"] = _moment(draft.updated, draft.updated_has_time)
    changes["digest"] = draft.digest
    changes["imported"] = fingerprint(draft.title, draft.summary, draft.body)
    try:
        renewed = frontmatter.replace_fields(text, changes)
    except ValueError as error:
        hint = "write its front matter as plain `key: value` lines"
        raise ContentError(f"the file cannot be renewed: {error}", path=original, line=1, hint=hint) from None
    head = renewed[: len(renewed) - len(frontmatter.rest(renewed))]
    for name, data in draft.files.items():
        if not (original.parent / name).exists():
            write_atomic(original.parent / name, data)
    write_atomic(original, f"{head}\n{draft.body.strip()}\n")
    return True


def _moment(moment: datetime, has_time: bool) -> Any:
    return moment.isoformat() if has_time else moment.date()


def taken_slugs(articles: Iterable[Article]) -> set[Address]:
    """The addresses that the versions of `articles` have."""
    return {
        (version.lang, article.month, version.slug) for article in articles for version in article.versions.values()
    }


def _folders(settings: Settings) -> dict[str, Path]:
    """Id -> folder of every article on the disk, readable or not; the first if there are several."""
    found: dict[str, Path] = {}
    for folder in sorted((settings.content / "articles").glob("[0-9]*/[0-9]*/[0-9]*-*")):
        found.setdefault(folder.name.rpartition("-")[2], folder)
    return found


def _former_slugs(settings: Settings) -> dict[Address, set[str]]:
    """The addresses that articles once had -> the ids of those articles."""
    former: dict[Address, set[str]] = {}
    for each in address_ledger.load(settings)[0].live:
        parts = each.path.split("/")
        if len(parts) == 4:
            address = (parts[0], f"{parts[1]}/{parts[2]}", parts[3].removesuffix(".html"))
            former.setdefault(address, set()).add(each.id)
    return former


def is_slug_of(slug: str, title: str, id_: str) -> bool:
    """Whether `free_slug` may have made `slug` of `title`."""
    made = make_slug(title)
    return slug in (made, f"{made}-{id_}") if made else slug == id_


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
    picture: Mapping[str, str | None] | None = None,
) -> Path:
    """Write or renew the file of a translated version and return its path.

    In an existing file only what changed is replaced: title, slug, summary, the keys of `translation` that are ours
    and the body; every other byte of the front matter stays as its editor left it. picture: what is said of the lead
    picture, `alt` and `caption`, where that is known anew. Raises ContentError when the file
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
        if words := {name: text for name, text in (picture or {}).items() if text}:
            fields["image"] = words
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
    if slug != current.slug:
        changes["slug"] = slug
    if summary != current.summary:
        changes["summary"] = summary
    if told := _of_picture(current, picture or {}):
        bare = isinstance(document.fields.get("image"), str) and current.picture
        changes["image"] = {"file": current.picture.file, **told} if bare and current.picture else told
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


def _of_picture(current: Version, picture: Mapping[str, str | None]) -> dict[str, str | None]:
    """What of `picture` is not in the file."""
    now = current.picture or Picture()
    return {name: text or None for name, text in picture.items() if (text or "") != getattr(now, name)}


def _read_again(document: frontmatter.Document, current: Version) -> Version:
    """`current` with what the file says now."""
    fields, path = document.fields, current.path
    return replace(
        current,
        title=text_field(fields, "title", path) or "",
        slug=text_field(fields, "slug", path) or current.slug,
        summary=text_field(fields, "summary", path),
        picture=picture_field(fields, path),
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
        "older": list(translation.older) or None,
        "title": format_record(translation.title) if translation.title else None,
        "summary": format_record(translation.summary) if translation.summary else None,
        "alt": format_record(translation.alt) if translation.alt else None,
        "caption": format_record(translation.caption) if translation.caption else None,
        "blocks": [format_record(record) for record in translation.blocks] or None,
    }
