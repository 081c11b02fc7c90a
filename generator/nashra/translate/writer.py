"""Puts finished versions of articles into content/."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from nashra.content import authoring, history
from nashra.content.edit_lock import only_writer
from nashra.kit.errors import ContentError, Problem
from nashra.model import Article, Content
from nashra.settings.config import Settings
from nashra.translate.renewal import Renewal, Result

# How `nashra.kit.files.write_atomic` names a file that is not finished.
_UNFINISHED = ".new.*"
# Time stamps of files may lie this many seconds behind the clock.
_CLOCK_STEP = 0.02


@dataclass(frozen=True, slots=True)
class Written:
    """A version that was made or renewed.

    renewed, kept, stale, review: blocks translated, left to people, out of date, and marked for review.
    fields: those of a version that was there that were translated anew, such as "title".
    """

    article: Article
    lang: str
    path: Path
    new: bool
    renewed: int
    kept: int
    stale: int
    review: int
    fields: tuple[str, ...] = ()


class Writer:
    """Puts finished versions into content/."""

    def __init__(self, settings: Settings, content: Content) -> None:
        self._settings = settings
        self._taken = authoring.Taken(settings, content.articles)
        self._since = time.time() - _CLOCK_STEP

    def refusal(self, renewal: Renewal) -> Problem | None:
        """Why the version may not be written, which is better known before hours of translation."""
        folder = self._folder(renewal)
        target = renewal.target.path if renewal.target else None
        where = next((path for path in (target, folder) if path is not None and not os.access(path, os.W_OK)), None)
        if where is None:
            return None
        what = "the file" if where == target else "the folder"
        return Problem(f"{what} is write-protected; {renewal.lang}.md was not translated", where)

    def write(self, renewal: Renewal, result: Result) -> Written:
        """Write one version. Raises ContentError where it was left alone, NashraError where nothing can be written."""
        article, target, folder = renewal.article, renewal.target, self._folder(renewal)
        if not folder.is_dir():
            raise ContentError("the article's folder went away while it was being translated", path=folder)
        if not result.body.strip():
            raise ContentError(
                "a person removed every block whose source is left; the version was left as it is",
                path=folder / f"{renewal.lang}.md",
                hint="delete the file to have it translated anew",
            )
        slug = self._slug(renewal, result)
        wanted = {record.source for record in result.translation.blocks}
        history.remember(self._settings.cache, article.id, renewal.lang, renewal.source.body, wanted)
        with only_writer(self._settings.cache):
            path = authoring.write_version(
                folder,
                renewal.lang,
                title=result.title,
                slug=slug,
                summary=result.summary,
                body=result.body,
                translation=result.translation,
                current=target,
                picture={"alt": result.alt, "caption": result.caption},
            )
        self._sweep(folder)
        made = result.translation
        records = (*made.blocks, made.title, made.summary, made.alt, made.caption)
        review = sum(record is not None and record.flag == "review" for record in records)
        counts = result.renewed, result.kept, result.stale, review
        fields = () if target is None else tuple(renewal.fields)
        return Written(article, renewal.lang, path, target is None, *counts, fields)

    def _slug(self, renewal: Renewal, result: Result) -> str:
        """The slug of the version. One that was made of a title of the machine's goes with it when that is made anew.

        Where the old address was published, the ledger knows it, and the next build leads it to the new one.
        """
        article, target = renewal.article, renewal.target
        if target is not None:
            of_old = authoring.is_slug_of(target.slug, target.title, article.id)
            if not result.new_title or not of_old or authoring.is_slug_of(target.slug, result.title, article.id):
                return target.slug
        return self._taken.slug(renewal.lang, article.month, result.title, article.id)

    def _folder(self, renewal: Renewal) -> Path:
        return self._settings.content / "articles" / renewal.article.folder

    def _sweep(self, folder: Path) -> None:
        """Remove what a run that was killed left unfinished. It died over a version that is only written now."""
        for path in folder.glob(_UNFINISHED):
            try:
                if path.is_file() and path.stat().st_mtime < self._since:
                    path.unlink()
            except OSError:
                continue  # hidden and harmless; the next run tries again
