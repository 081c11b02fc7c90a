"""The inbox: what lies in content/inbox/ becomes articles. What was taken in is removed, what could not be stays, with
the reason in a file beside it.

Nothing is removed before its words, or its bytes, stand in an article of the site.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

from nashra.ingest.batch import Outcome
from nashra.ingest.chosen_files import gather, is_companion, is_saved_with
from nashra.ingest.draft import Imported
from nashra.ingest.page.html_pictures import picture_ending, picture_fault
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import is_folder, read_bytes, write_atomic
from nashra.kit.slugs import make_slug
from nashra.model import Picture

FOLDER = "inbox"
_REASON = ".reason.txt"
_SIGN = "nashra import --inbox left this here"


class Inbox:
    """The files of an inbox, and what became of each.

    folder: where they lie. paths: those that are texts, in the order in which they are read.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reasons: dict[Path, list[str]] = {}
        self._kept: set[Path] = set()
        self._done: dict[Path, bool] = {}
        self._published: set[str] = set()
        self._files = list(_files(folder))
        self._pictures = {path: data for path in self._files if (data := _picture(path)) is not None}
        links = [path for path in self._files if path.is_symlink()]
        for path in links:
            self._leave(path, "it is a link; put the file itself here")
        texts = gather([str(folder)]).paths if is_folder(folder) and self._files else []
        self.paths = [
            path for path in texts if path in self._files and path not in links and path not in self._pictures
        ]

    def dress(self, path: Path, imported: Imported) -> Imported:
        """`imported`, read from `path`, with the picture of the same name that lies beside it."""
        draft = imported.draft
        for file, data in self._beside(path):
            if data in draft.files.values():
                continue
            if draft.picture is not None:
                self._leave(file, f"{path.name} has a picture of its own; name this one in its text")
                continue
            if fault := picture_fault(data):
                self._leave(file, "the picture is too small" if fault == "small" else f"the picture {fault}")
                continue
            name = f"{make_slug(file.stem)[:60].strip('-.') or 'picture'}{picture_ending(data)}"
            comment = (
                f"the picture {name} came with the text; say in `alt` what is to be seen, and whose it is in `credit`"
            )
            draft = replace(
                draft,
                picture=Picture(name, "", "", ""),
                files={**draft.files, name: data},
                comments=(*draft.comments, comment),
            )
        return replace(imported, draft=draft)

    def note(self, outcome: Outcome) -> None:
        """Remember what became of an article of the file `outcome.path`."""
        path = outcome.path
        self._done.setdefault(path, False)
        match outcome.status:
            case "note":
                return
            case "imported" | "updated":
                files = outcome.imported.draft.files.values() if outcome.imported is not None else ()
                self._published.update(map(_digest, files))
            case "known" if outcome.twin is not None and outcome.twin.why == "text":
                self._published.update(_beside_article(outcome.article))
            case "failed":
                for problem in outcome.problems:
                    self._leave(path, problem.describe(path.parent))
                return
            case _:
                where = outcome.twin.name if outcome.twin is not None else ""
                hint = "`--update` renews it where nobody edited it; else delete this file, or change the article"
                self._leave(path, f"the site has it already, with other words: {_short(where)}; {hint}")
                return
        self._done[path] = True

    def settle(self) -> tuple[list[Path], list[Problem]]:
        """Remove what was taken in and write the reasons beside the rest: (what was removed, what was left and why).

        A file of which nothing was heard, since the import was stopped, stays without a reason.
        """
        removed: list[Path] = []
        for path in self.paths:
            if path not in self._done:
                continue
            if not self._done[path] and path not in self._kept:
                self._leave(path, "nothing to import was found in it")
            if path not in self._kept:
                removed += _remove(path)
        if len(self._done) == len(self.paths):
            removed += self._settle_rest()
        problems = [self._explain(path, reasons) for path, reasons in self._reasons.items()]
        for path in self._files:
            explained = path.with_name(path.name + _REASON)
            if path not in self._reasons and _is_reason(explained):
                _remove(explained)
        _tidy(self._folder)
        return removed, problems

    def _settle_rest(self) -> Iterator[Path]:
        for path in self._files:
            if path in self.paths or path in self._kept or not os.path.lexists(path):
                continue
            data = self._pictures.get(path)
            if data is None:
                self._leave(path, "files of this kind are not read; save its text as .txt, .md, .docx or .html")
            elif _digest(data) in self._published:
                yield from _remove(path)
            else:
                self._leave(path, "no text of the same name lies beside this picture, and none names it")

    def _beside(self, path: Path) -> Iterator[tuple[Path, bytes]]:
        stem = _folded(path.stem)
        for file, data in self._pictures.items():
            if file.parent == path.parent and _folded(file.stem) == stem and not file.is_symlink():
                yield file, data

    def _leave(self, path: Path, reason: str) -> None:
        self._kept.add(path)
        reasons = self._reasons.setdefault(path, [])
        if reason not in reasons:
            reasons.append(reason)

    def _explain(self, path: Path, reasons: list[str]) -> Problem:
        explained = path.with_name(path.name + _REASON)
        text = f"{_SIGN}:\n" + "".join(f"- {reason}\n" for reason in reasons)
        if not os.path.lexists(explained) or _is_reason(explained):
            try:
                write_atomic(explained, text)
            except NashraError as error:
                return error.problems[0]
        return Problem(f"it stays in the inbox: {'; '.join(reasons)}", path)


def _files(folder: Path) -> Iterator[Path]:
    """The files that people put into the inbox; not hidden ones, reasons, its README, nor what is a page's."""
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not is_companion(name, names))
        for name in sorted(names):
            path = Path(at) / name
            if name.startswith(".") or _is_reason(path) or (path.stem.upper() == "README" and path.parent == folder):
                continue
            yield path


def _is_reason(path: Path) -> bool:
    if not path.name.endswith(_REASON) or path.is_symlink():
        return False
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SIGN)) == _SIGN.encode()
    except OSError:
        return False


def _picture(path: Path) -> bytes | None:
    """The bytes of a picture, None for everything else."""
    try:
        if path.is_symlink() or not path.is_file():
            return None
        data = read_bytes(path)
    except (OSError, ContentError):
        return None
    return data if picture_ending(data) else None


def _beside_article(original: Path | None) -> Iterator[str]:
    for path in sorted(original.parent.iterdir()) if original is not None and is_folder(original.parent) else ():
        if (data := _picture(path)) is not None:
            yield _digest(data)


def _remove(path: Path) -> list[Path]:
    """Take away a file, with the folder that a browser saved beside a page. Raises NashraError where that fails."""
    try:
        path.unlink()
        for folder in path.parent.iterdir():
            if is_saved_with(folder.name, [path.name]) and is_folder(folder) and not folder.is_symlink():
                shutil.rmtree(folder)
    except OSError as error:
        hint = "delete it yourself: its article is in its place"
        raise NashraError(f"the file cannot be removed: {error.strerror}", path=path, hint=hint) from error
    return [path]


def _tidy(folder: Path) -> None:
    """Take away the folders in the inbox that are empty now."""
    for at, _, _ in os.walk(folder, topdown=False):
        if Path(at) != folder:
            try:
                Path(at).rmdir()
            except OSError:
                continue


def _folded(name: str) -> str:
    return normalize("NFC", name).casefold().strip()


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _short(name: str) -> str:
    return "/".join(Path(name).parts[-4:])
