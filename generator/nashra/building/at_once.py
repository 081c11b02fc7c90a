"""An article of a preview, made anew at once from what the last build has in memory.

It is what an editor looks at after saving. A build of the whole preview comes after it and makes all other pages, and
those of the article where more than its own text has changed them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from nashra.building.database import Damaged
from nashra.content import publication
from nashra.content.store import load_article
from nashra.model import Article, Version
from nashra.render.ground.bundle import File, with_bytes
from nashra.render.ground.page import Page
from nashra.render.reading.readings import Reader
from nashra.render.reading.references import addresses
from nashra.render.site import Renderer

# Where one of these has changed, other pages decide about those of the article.
_DECIDING = (
    "id", "lang", "published", "updated", "topics", "languages", "breaking", "lead", "expires", "unreadable", "story",
    "embargo",
)  # fmt: skip


class AtOnce:
    """renderer: has the site as it was planned last, which is changed here. now: the moment it was planned for."""

    def __init__(self, renderer: Renderer, now: datetime) -> None:
        self._renderer, self._now = renderer, now

    @cached_property
    def _articles(self) -> dict[Path, Article]:
        return {article.original.path.parent: article for article in self._renderer.plan.articles}

    @cached_property
    def _pages(self) -> dict[str, list[Page]]:
        return self._renderer.own_pages()

    @cached_property
    def _reader(self) -> Reader:
        return Reader(self._renderer.settings, self._renderer.desk.content, preview=True)

    @cached_property
    def _known(self) -> dict[Path, str]:
        return addresses(self._renderer.desk.content)

    def prepare(self) -> None:
        """Have ready what the first change needs."""
        _ = self._articles, self._pages, self._known
        self._reader.prepare()

    def show(self, changed: Iterable[Path], output: Path) -> bool:
        """Write the pages of the articles whose files have `changed` into the preview in `output`.

        False where that cannot be done or would not do, and the whole has to be built first.
        """
        folders = {path.parent if path.suffix else path for path in changed}
        if not folders or not all(folder in self._articles for folder in folders):
            return False
        files: list[File] = []
        try:
            for folder in sorted(folders):
                if (made := self._files(folder)) is None:
                    return False
                files += made
        except Damaged:  # texts of other articles are not in memory
            return False
        for path, content in map(with_bytes, files):
            _write(output / path, content)
        return True

    def _files(self, folder: Path) -> list[File] | None:
        renderer, old = self._renderer, self._articles[folder]
        new = self._article(folder)
        if new is None or not _takes_the_place_of(new, old):
            return None
        found, _, _ = self._reader.read(new, self._known)
        known = renderer.readings.articles
        if found.keys() != new.versions.keys() or not isinstance(known, dict):
            return None
        for lang, reading in found.items():
            known[new.id, lang] = reading.linking(renderer.readings.paged)
        pages = [_about(page, new) for page in self._pages[new.id]]
        self._articles[folder], self._pages[new.id] = new, pages
        return list(renderer.article_files(new, pages))

    def _article(self, folder: Path) -> Article | None:
        loaded = load_article(self._renderer.settings, folder).article
        if loaded is None:
            return None
        content = replace(self._renderer.desk.content, articles=(loaded,))
        return next(iter(publication.select(content, self._now, publication.ALL).articles), None)


def _takes_the_place_of(new: Article, old: Article) -> bool:
    """Whether the pages of `old` are those of `new` with other words on them."""
    if new.versions.keys() != old.versions.keys():
        return False
    if any(
        (each.slug, each.hold) != (old.versions[lang].slug, old.versions[lang].hold)
        for lang, each in new.versions.items()
    ):
        return False
    return all(getattr(new, name) == getattr(old, name) for name in _DECIDING)


def _about(page: Page, article: Article) -> Page:
    """`page` with `article` and its versions in the place of those that it was planned with."""
    changes: dict[str, Any] = {}
    for field in fields(page):
        value = getattr(page, field.name)
        if isinstance(value, Article) and value.id == article.id:
            changes[field.name] = article
        elif isinstance(value, Version):
            changes[field.name] = article.versions[value.lang]
    return replace(page, **changes)


def _write(path: Path, data: bytes) -> None:
    """Put `data` into the place of the file, in one step. Nobody else writes into the preview that is shown, not even
    the build of the next one, which may be running; what a kill leaves here, the build after that takes away."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name[:80]}.new")
    new.write_bytes(data)
    new.replace(path)
