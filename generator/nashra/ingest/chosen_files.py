"""Which files an import is about: those that are named, and those in folders that are named."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from nashra.kit.errors import Problem
from nashra.languages.press.known import phrases

STDIN = "-"

# Parts of a site or of its look; an article is none of them.
_LEFT_OUT = frozenset(
    ".css .js .mjs .map .woff .woff2 .ttf .otf .eot .ico .svg .pdf .zip .gz .mp3 .mp4 .webm .m4a .ogg .doc .odt "
    ".xls .xlsx .epub .py .php .sh .toml .lock .log .sqlite .db .tar .bz2 .xz .7z .avi .mov .csv .tsv .yaml .yml "
    ".scss".split()
)
# What nobody means to be an article, even where it is named: settings, tables, programs, shortcuts, subtitles.
_NO_TEXTS = frozenset(
    ".css .js .mjs .scss .py .php .sh .toml .lock .log .sqlite .db .csv .tsv .yaml .yml .po .tmx .ini .ics .vcf .srt "
    ".vtt .url .webloc .desktop .lnk".split()
)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"RIFF", b"BM", b"II*\0", b"MM\0*")
_HEAD = 64
# What content/ has for what is not the site's yet; a file in the folder of an article, below content/.
_INBOX = "inbox"
_OF_ARTICLE = re.compile(r"articles/[0-9]{4}/[0-9]{2}/[0-9]{2}-[0-9a-f]{6,16}/")


@dataclass(slots=True)
class Gathered:
    """paths: what to read, each once, in the order named and, within folders, sorted; `-` is standard input.

    left_out: how many files of folders are no texts. problems: folders that cannot be read."""

    paths: list[Path] = field(default_factory=list)
    left_out: int = 0
    problems: list[Problem] = field(default_factory=list)


def gather(names: Sequence[str], excluded: Collection[Path] = ()) -> Gathered:
    """The files that `names` mean. A folder means all in it, folders in it too, but for hidden files, the folders that
    browsers save beside pages, uploads of WordPress, and what is no text. Links to folders are not followed.

    excluded: folders that are not looked into, such as the site's own content.
    """
    found = Gathered()
    seen: set[str] = set()
    for name in names:
        path = Path(name)
        if fault := _no_text(name, excluded):
            found.problems.append(fault)
            continue
        is_folder = name != STDIN and os.path.isdir(name)  # noqa: PTH112 - no error where permissions hide it
        for each in _walk(path, found, {str(each.resolve()) for each in excluded}) if is_folder else (path,):
            if str(each) not in seen:
                seen.add(str(each))
                found.paths.append(each)
        if is_folder and not any(path in each.parents for each in found.paths):
            found.problems.append(Problem("there is nothing to import in this folder", path))
    return found


def _no_text(name: str, excluded: Collection[Path]) -> Problem | None:
    """The problem that what is named is nothing to import; of standard input there is none."""
    path = Path(name)
    if name.lower().startswith(("http://", "https://")):
        hint = "save the page in a browser and import the file; feeds go into content/sources.yaml, for `nashra gather`"
        return Problem(f"{name}: nothing is fetched from an address", hint=hint)
    if name == STDIN:
        return None
    whole = path.resolve()
    if os.path.isdir(name):  # noqa: PTH112 - no error where permissions hide it
        for folder in (each.resolve() for each in excluded):
            if whole.is_relative_to(folder) and whole.relative_to(folder).parts[:1] != (_INBOX,):
                return Problem("this is the site's own content", path, hint="`nashra build` reads it")
        return None
    if not os.path.isfile(name):  # noqa: PTH113 - no error where permissions hide it
        return None
    if path.suffix.lower() in _NO_TEXTS:
        return Problem("this is no text of an article", path, hint="put its text into a file that ends in .txt")
    for folder in (each.resolve() for each in excluded):
        is_page = path.suffix.lower() in (".html", ".htm") and whole.is_relative_to(folder)
        if is_page and whole.relative_to(folder).parts[:1] != (_INBOX,):
            return Problem("this is a page of the site itself", path, hint="what it shows is in the site's own content")
        if whole.is_relative_to(folder) and _OF_ARTICLE.search(whole.relative_to(folder).as_posix()):
            return Problem("this is in an article of the site already", path, hint="`nashra build` reads it")
    return None


def _walk(top: Path, found: Gathered, excluded: Collection[str]) -> Iterator[Path]:
    def unreadable(error: OSError) -> None:
        name = error.filename if isinstance(error.filename, str) else str(top)
        found.problems.append(Problem(f"the folder cannot be read: {error.strerror}", Path(name)))

    for folder, folders, files in os.walk(top, onerror=unreadable):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and not is_companion(name, files)
            and str((Path(folder) / name).resolve()) not in excluded
        )
        for name in sorted(files):
            if name.startswith("."):
                continue
            path = Path(folder) / name
            if path.suffix.lower() in _LEFT_OUT or path.stem.upper() == "README" or _is_picture(path):
                found.left_out += 1
            else:
                yield path


def is_companion(name: str, files: Sequence[str]) -> bool:
    """Whether a folder holds what belongs to other files: uploads, or the pictures of a page among `files`."""
    return name in ("wp-content", "uploads", "node_modules", "__pycache__") or is_saved_with(name, files)


def is_saved_with(name: str, files: Sequence[str]) -> bool:
    """Whether a browser named the folder `name` so when it saved one of the pages `files` beside it."""
    stem = next((name.removesuffix(ending) for ending in _endings() if name.endswith(ending)), None)
    return stem is not None and any(file.rpartition(".")[0] == stem for file in files)


def _is_picture(path: Path) -> bool:
    """Whether the file is a picture; one that cannot be read is not known to be, and is reported later."""
    try:
        if not path.is_file():
            return not path.is_symlink()  # a broken link is reported too
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return head.startswith(_PICTURES) or head[4:12] in (b"ftypavif", b"ftypavis", b"ftypheic")


@lru_cache(maxsize=1)
def _endings() -> tuple[str, ...]:
    """How browsers, in the languages that editors use, call the folder that they save beside a page."""
    return tuple(sorted(phrases("pages", "saved_folder"), key=len, reverse=True))
