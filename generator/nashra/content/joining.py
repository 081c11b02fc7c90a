"""Two articles become versions of one, and a version becomes an article of its own."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from nashra.content import authoring
from nashra.head import frontmatter
from nashra.head.known_keys import TRANSLATION
from nashra.kit.errors import ContentError, NashraError
from nashra.kit.files import create_folder, read_bytes, read_text, write_atomic
from nashra.model import Article, Version
from nashra.settings.config import Settings

# What names files of content/ beside the texts themselves.
_LISTS = ("moved.txt", "redirects.txt")


def join(settings: Settings, first: Article, second: Article, articles: Iterable[Article]) -> list[Path]:
    """Make the versions of `second` translations by people of `first`; its folder goes, its old addresses lead on.

    Gives the files that came. articles: all of the site. Raises ContentError where both have a version in one language
    or a head cannot be changed, and NashraError where the disk says no; all is then as it was.
    """
    if first.id == second.id:
        raise ContentError("these are one article already", path=first.original.path)
    if shared := sorted(first.versions.keys() & second.versions.keys()):
        hint = "take the version that you do not want away first"
        raise ContentError(f"both have a version in {shared[0]!r}", path=second.versions[shared[0]].path, hint=hint)
    taken = authoring.Taken(settings, [each for each in articles if each.id != second.id])
    target, old = first.original.path.parent, second.original.path.parent
    texts, renamed = {}, _renamed(target, old)
    for lang, version in second.versions.items():
        slug = taken.slug(lang, first.month, version.title, second.id, version.slug)
        texts[lang] = _as_translation(settings, version, second, first, slug, renamed)
    topics = [*first.topics, *(each for each in second.topics if each not in first.topics)]
    own = read_text(first.original.path)
    if len(topics) > len(first.topics):
        own = _changed(own, {"topics": frontmatter.Flow(topics)}, first.original.path)
    written: list[Path] = []
    try:
        for name, new in renamed.items():
            if not (target / new).exists():
                write_atomic(target / new, read_bytes(old / name))
                written.append(target / new)
        for lang, text in texts.items():
            write_atomic(target / f"{lang}.md", text)
            written.append(target / f"{lang}.md")
        write_atomic(first.original.path, own)
    except NashraError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    shutil.rmtree(old)
    files = {old / f"{lang}.md": target / f"{lang}.md" for lang in texts}
    _lead_links(settings, files)
    return list(files.values())


def part(settings: Settings, article: Article, lang: str, articles: Iterable[Article]) -> Path:
    """Make the version of `article` in `lang` an article of its own. Gives its file.

    articles: all of the site. Raises ContentError where there is no such version, where others were made from it, or a
    head cannot be changed, and NashraError where the disk says no.
    """
    version = article.versions.get(lang)
    if version is None or version.translation is None:
        there = ", ".join(each for each, found in article.versions.items() if found.translation) or "none"
        hint = f"its translations: {there}"
        raise ContentError(f"there is no translation into {lang!r}", path=article.original.path, hint=hint)
    others = [each.lang for each in article.versions.values() if each.translation and each.translation.origin == lang]
    if others:
        raise ContentError(f"the version in {others[0]!r} was made from it", path=article.versions[others[0]].path)
    rest = replace(article, versions={code: found for code, found in article.versions.items() if code != lang})
    taken = authoring.Taken(settings, [rest if each.id == article.id else each for each in articles])
    text = read_text(version.path)
    fields = frontmatter.split(text, version.path).fields
    moment = _moment(str(fields.get("x-date", "")), settings) or article.published
    digits = authoring.fingerprint(version.title, version.summary, version.body)
    id_ = taken.fresh_id(digits)
    day = moment.astimezone(settings.timezone)
    month = f"{day.year:04}/{day.month:02}"
    folder = settings.content / "articles" / month / f"{day:%d}-{id_}"
    slug = taken.slug(lang, month, version.title, article.id, version.slug)
    changes: dict[str, Any] = {
        "date": fields.get("x-date") or (moment.isoformat() if article.has_time else moment.date().isoformat()),
        "translation": None,
        "slug": slug,
        "topics": frontmatter.Flow(article.topics) or None,
    }
    if "x-date" in fields:
        changes["x-date"] = None
    aliases = _aliases(version, article, month, slug)
    if aliases:
        changes["aliases"] = aliases
    used = [
        path.name
        for path in version.path.parent.iterdir()
        if path.suffix != ".md" and (path.name in text or _shows(article, version, path.name))
    ]
    if version.picture is not None and not version.picture.file and article.original.picture is not None:
        changes["image"] = {"file": article.original.picture.file}
    files: dict[str, str | bytes] = {name: read_bytes(version.path.parent / name) for name in used}
    files[f"{lang}.md"] = _changed(text, changes, version.path)
    create_folder(folder, files)
    version.path.unlink()
    _lead_links(settings, {version.path: folder / f"{lang}.md"})
    return folder / f"{lang}.md"


def _shows(article: Article, version: Version, name: str) -> bool:
    lead = article.original.picture
    return version.picture is not None and lead is not None and lead.file == name


def _moment(written: str, settings: Settings) -> datetime | None:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=settings.timezone)


def _renamed(target: Path, old: Path) -> dict[str, str]:
    """The files beside the texts in `old` -> their names in `target`, where another file may have theirs."""
    found = {}
    for path in sorted(old.iterdir()):
        if path.suffix == ".md" or not path.is_file():
            continue
        name = path.name
        while (target / name).exists() and read_bytes(target / name) != read_bytes(path):
            name = f"{old.name.rpartition('-')[2]}-{name}"
        found[path.name] = name
    return found


def _as_translation(
    settings: Settings, version: Version, old: Article, new: Article, slug: str, renamed: dict[str, str]
) -> str:
    text = read_text(version.path)
    fields = frontmatter.split(text, version.path).fields
    changes: dict[str, Any] = {"slug": slug}
    if version.translation is None:
        changes |= {key: None for key in TRANSLATION.elsewhere if key in fields}
        changes["translation"] = {"from": new.lang, "state": "manual"}
        changes["x-date"] = str(fields.get("date", ""))
    if aliases := _aliases(version, old, new.month, slug):
        changes["aliases"] = aliases
    if version.picture is not None and renamed.get(version.picture.file, version.picture.file) != version.picture.file:
        changes["image"] = {"file": renamed[version.picture.file]}
    text = _changed(text, changes, version.path)
    for name, other in renamed.items():
        text = text.replace(f"]({name}", f"]({other}") if name != other else text
    return text


def _aliases(version: Version, article: Article, month: str, slug: str) -> list[str]:
    """The old addresses of a version, with the one that it loses."""
    found = [f"/{alias.path.removesuffix('index.html')}" for alias in version.aliases]
    if (article.month, version.slug) != (month, slug) and not version.draft:
        found.append(f"/{version.lang}/{article.month}/{version.slug}.html")
    return found


def _changed(text: str, changes: dict[str, Any], path: Path) -> str:
    try:
        return frontmatter.replace_fields(text, changes)
    except ValueError as error:
        hint = "write its front matter as plain `key: value` lines"
        raise ContentError(f"the head cannot be changed: {error}", path=path, line=1, hint=hint) from None


def _lead_links(settings: Settings, moved: dict[Path, Path]) -> None:
    """Links in content/ to files that went elsewhere lead there; so do relative links in those files themselves."""
    backwards = {new: old for old, new in moved.items()}
    names = {f"{old.parent.name}/{old.name}": new for old, new in moved.items()}
    links = re.compile(r"(\]\(\s*<?)((?:\.{1,2}/)*[^()\s<>:#]*\.md)(?=[#>)\s])")
    for path in sorted((settings.content).rglob("*.md")):
        text = read_text(path)
        home = backwards.get(path, path).parent

        def lead(found: re.Match[str], here: Path = path, home: Path = home) -> str:
            file = Path(os.path.normpath(home / found[2]))
            new = moved.get(file, file)
            if new == file and home == here.parent:
                return found[0]
            return found[1] + os.path.relpath(new, here.parent).replace(os.sep, "/")

        if path in backwards or any(name in text or name.rpartition("/")[2] in text for name in names):
            changed = links.sub(lead, text)
            if changed != text:
                write_atomic(path, changed)
    for name in _LISTS:
        if (path := settings.content / name).exists():
            text = changed = read_text(path)
            for old, new in moved.items():
                before, after = (each.relative_to(settings.content).as_posix() for each in (old, new))
                changed = changed.replace(before, after)
            if changed != text:
                write_atomic(path, changed)
