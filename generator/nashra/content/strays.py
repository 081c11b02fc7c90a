"""Files and folders of content/ whose names are nearly right: they would be passed over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from nashra.head.spelling import folded, nearest
from nashra.kit.conflicts import find_conflict
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import is_file, is_folder, read_text, visible
from nashra.settings.config import CHECKSUMS, REQUIREMENTS, Settings

_FOLDERS = ("articles", "entities", "inbox", "memory", "pages")
_FILES = ("topics.yaml", "terms.yaml", "sources.yaml", "addresses.txt", "gathered.txt", "redirects.txt", "moved.txt")
_OF_OTHERS = (REQUIREMENTS, CHECKSUMS, ".gitattributes", ".gitignore", ".github/dependabot.yml")
_WORKFLOWS = ".github/workflows/*.y*ml"
_STEMS = {name.partition(".")[0]: name for name in _FILES}
# A Markdown file that is not called so; what people write their texts in.
_MISNAMED = re.compile(r"\.(?:md|mdown|mkd|markdown|md\.txt)[ .]*\Z")
_OF_WRITERS = ("", "txt", "text", "doc", "docx", "odt", "rtf", "pages", "html", "htm")
# What is one letter from .md, or is not all there yet; what people type between a language and its ending.
_SLIP = re.compile(r"m|d|[^\W\d_]d|m[^\W\d_]|dm|md[^\W\d_]|mmd|m d|md(?:own)?\.(?:part|icloud|crdownload|download|tmp)")
_JOINED = re.compile(r"([a-z]{2,3})[,;:_ -]+md")
_YEAR, _MONTH = re.compile("[0-9]{4}"), re.compile("0[1-9]|1[0-2]")
_TABLE = re.compile(r"\.(?:ya?ml|json)(?:\.txt)?[ .]*\Z", re.IGNORECASE)
# So many files tell what a folder is for.
_SOME = 20
# What a repository has beside what it is about, perhaps with a head for another program.
_OF_REPOSITORIES = ("README", "LICENSE", "CHANGELOG", "CONTRIBUTING", "SECURITY", "CODE_OF_CONDUCT", "AGENTS", "INDEX")
_TEXTS = (".md", ".markdown", ".txt")


def misnamed(path: Path, settings: Settings) -> Problem | None:
    """The problem that a file beside texts is one by its name, and is not called so that it is read."""
    name = path.name.lower()
    stem, _, ending = (part.strip() for part in name.partition("."))
    joined = _JOINED.fullmatch(name)
    is_slip = (stem in settings.languages and _SLIP.fullmatch(ending)) or (joined and joined[1] in settings.languages)
    is_text = path.suffix != ".md" and (_MISNAMED.search(name) is not None or bool(is_slip))
    if not is_text and not (stem in settings.languages and ending in _OF_WRITERS):
        return None
    hint = "name it after its language: " + ", ".join(f"{code}.md" for code in settings.languages)
    what = "the name of a text must end in .md"
    if not is_text and ending not in ("", "txt"):
        what, hint = "this file is not read", f"`nashra import` takes it, or save its text as {stem}.md"
    return Problem(what, path, hint=hint)


def written_elsewhere(path: Path, settings: Settings) -> Problem | None:
    """The problem that a file among the pages is one by its name, and was saved by a program for letters."""
    stem, _, ending = path.name.lower().rpartition(".")
    name, _, lang = stem.rpartition(".")
    if not name or lang not in settings.languages or ending not in _OF_WRITERS or not is_file(path):
        return None
    return Problem("this file is not read", path, hint=f"save its text as {name}.{lang}.md")


def within_pages(path: Path, settings: Settings) -> list[Problem]:
    """The problems that pages lie in the folder `path` among the pages, where none is looked for."""
    found = visible(path, settings.inside)[0] if is_folder(path) else []
    hint = f"pages lie in pages/ itself: call it {path.name}.{settings.default_language.code}.md there"
    return [
        Problem("this page is not read", each, hint=hint)
        for each in found
        if each.suffix.lower() in (".md", ".markdown") and each.stem.upper() != "README" and is_file(each)
    ]


def within_article(path: Path, settings: Settings) -> list[Problem]:
    """The problems that texts lie in the folder `path` in an article's: moved there by a slip, readers lose them."""
    found = visible(path, settings.inside)[0] if is_folder(path) else []
    hint = "move its folder beside that of the other article, or the file itself up into it"
    return [
        Problem("this text is not read, since its folder lies in that of an article", each, hint=hint)
        for each in found
        if each.suffix.lower() in (".md", ".markdown") and each.stem.upper() != "README" and is_file(each)
    ]


def in_the_cloud(folder: Path, languages: Sequence[str]) -> Iterator[Problem]:
    """The problems that versions of an article in these `languages` are not on this machine: iCloud left a note."""
    for path in (folder / f".{lang}.md.icloud" for lang in languages):
        if is_file(path):
            yield Problem("this text is in the cloud, and not on this machine", path, hint="open it, so that it comes")


def nearly_named(settings: Settings) -> list[Problem]:
    """Warnings of what lies in content/ under a name that is nearly one that counts, or where no text is looked for."""
    if is_folder(settings.content):
        found, problems = visible(settings.content, settings.inside)
        problems += [problem for path in found for problem in _nearly(path)]
    else:
        problems = []
    problems += [*_unread_conflicts(settings), *_beside(settings), *_nearly_beside(settings), *_missing(settings)]
    for path in visible(settings.content / "entities")[0]:
        if is_folder(path) and any(_TABLE.search(each.name) for each in visible(path)[0]):
            problems.append(_warning(path, "nothing is read from this folder", "move its tables into entities/ itself"))
        elif _TABLE.search(path.name) and path.suffix not in (".yaml", ".yml"):
            problems.append(_warning(path, "the name of a file of entities must end in .yaml"))
    return problems


def _missing(settings: Settings) -> Iterator[Problem]:
    """Warnings that a folder of nashra.toml's own choice is not there."""
    for key, path in (("static", settings.static), ("theme", settings.theme)):
        usual = settings.root / ("templates" if key == "theme" else key)
        if path != usual and not path.exists():
            message = f"there is no folder {path.name!r}, which `paths.{key}` names"
            yield _warning(settings.root / "nashra.toml", message, "correct the name, or make the folder")


def _nearly_beside(settings: Settings) -> Iterator[Problem]:
    """Warnings of folders whose names are nearly those of static/ or of the theme, where these are not there."""
    absent = [
        path.name for path in (settings.static, settings.theme) if path.parent == settings.root and not path.exists()
    ]
    for path in visible(settings.root)[0] if absent else ():
        if (meant := nearest(path.name, absent)) and is_folder(path):
            yield _warning(path, f"nothing is taken from this folder; did you mean `{meant}`?")


def _unread_conflicts(settings: Settings) -> Iterator[Problem]:
    """Merge conflicts in what a build does not read: the command or the host that does would be the first to say so."""
    for path in read_by_others(settings):
        if conflict := find_conflict(_words_of(path), path):
            yield conflict
    for name in ("sources.yaml", "gathered.txt", "moved.txt"):
        if is_file(path := settings.content / name):
            try:
                read_text(path)
            except ContentError as error:
                yield from error.problems


def read_by_others(settings: Settings) -> Iterator[Path]:
    """What there is beside content/ that git, pip and GitHub read, and none of our commands."""
    workflows = sorted(settings.root.glob(_WORKFLOWS))
    yield from (path for path in (*(settings.root / name for name in _OF_OTHERS), *workflows) if is_file(path))


def _words_of(path: Path) -> str:
    """The text of a file of another program, whatever that takes; nothing where it cannot be read."""
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _beside(settings: Settings) -> Iterator[Problem]:
    """Warnings of texts beside content/, and in folders there that are called like it, or like a folder in it."""
    own = {path.name for path in (settings.content, settings.output, settings.static, settings.theme)}
    for path in visible(settings.root)[0] if settings.content.parent == settings.root else ():
        if path.suffix == ".md" and path.stem.upper() not in _OF_REPOSITORIES and is_file(path) and _is_article(path):
            yield _warning(path, "this file is not read", "articles live in content/articles/YYYY/MM/DD-id/")
        is_like = path.name in _FOLDERS or folded(path.name) == folded(settings.content.name)
        if path.name in own or not is_like or not is_folder(path) or path.is_symlink():
            continue
        if next((each for each in path.rglob("*.md") if each.stem.upper() != "README"), None):
            hint = f"move what is in it into {settings.content.name}/"
            yield _warning(path, f"nothing is read from this folder; is it a part of `{settings.content.name}`?", hint)


def _nearly(path: Path) -> Iterator[Problem]:
    """What is to be said of something that lies in content/ itself."""
    name = path.name
    if name in (*_FOLDERS, *_FILES) or path.stem.upper() == "README":
        return
    if is_folder(path):
        if meant := nearest(name, _FOLDERS):
            yield _warning(path, f"nothing is read from this folder; did you mean `{meant}`?")
        elif not name.startswith("_") and (text := _text_in(path)):
            hint = (
                "articles live in articles/YYYY/MM/DD-id/; a name that begins with `_` says that the folder is your own"
            )
            yield _warning(path, f"nothing is read from this folder, and there is a text in it: {text.name}", hint)
    elif meant := _STEMS.get(folded(path.stem)) or nearest(name, _FILES) or _copied(path):
        yield _warning(path, f"this file is not read; did you mean `{meant}`?")
    elif _TABLE.search(name) and not name.startswith("_"):
        hint = "the tables are topics.yaml, terms.yaml, sources.yaml and those in entities/; `_` begins your own"
        yield _warning(path, "this file is not read", hint)
    elif path.suffix.lower() in _TEXTS and _has_head(path):
        yield _warning(path, "this file is not read", "articles live in articles/YYYY/MM/DD-id/, pages in pages/")


def loose_texts(settings: Settings) -> Iterator[Path]:
    """The Markdown files that lie in the folder of the articles, or in one of its years and months, and so have no
    folder of their own yet. Links are none, nor is what begins with a dot."""
    top = settings.content / "articles"
    for folder in (top, *_named(top, _YEAR)):
        for each in (folder,) if folder == top else (folder, *_named(folder, _MONTH)):
            yield from (
                path
                for path in visible(each)[0]
                if path.suffix.lower() in (".md", ".markdown")
                and path.stem.upper() != "README"
                and not path.is_symlink()
                and is_file(path)
            )


def misplaced(path: Path, top: Path) -> Iterator[Problem]:
    """The problem that a text in the file `path`, below the folder `top` of the articles, is in no article's folder;
    what else lies about (README.md, Thumbs.db) is nobody's business."""
    if path.suffix.lower() not in (".md", ".markdown") or path.stem.upper() == "README":
        return
    parts = path.relative_to(top).parts[:-1]
    waits = all(pattern.fullmatch(part) for part, pattern in zip(parts, (_YEAR, _MONTH), strict=False))
    if len(parts) <= 2 and waits:
        hint = "the next `nashra build` gives it its place"
    else:
        hint = "move it into articles/YYYY/MM/DD-id/, the id being 6 hexadecimal digits"
    yield Problem("this text is not in an article's folder", path, hint=hint)


def _named(folder: Path, pattern: re.Pattern[str]) -> list[Path]:
    found = visible(folder)[0] if is_folder(folder) else []
    return [path for path in found if pattern.fullmatch(path.name) and is_folder(path) and not path.is_symlink()]


def _text_in(folder: Path) -> Path | None:
    """A text with front matter in `folder`, by its first files; links are not followed."""
    if folder.is_symlink():
        return None
    texts = (each for each in islice(folder.rglob("*.md"), _SOME) if not each.is_symlink() and is_file(each))
    return next((each for each in texts if _has_head(each)), None)


def _copied(path: Path) -> str | None:
    """The table that the file is a copy of, by its name: `topics (1).yaml`, `Copie de topics.yaml`."""
    if path.suffix.lower() not in (".yaml", ".yml", ".txt"):
        return None
    return next((name for stem, name in _STEMS.items() if re.search(rf"(?<![^\W_]){stem}(?![^\W_])", path.stem)), None)


def _has_head(path: Path) -> bool:
    """Whether the file is a text with front matter, and no note of the editors."""
    try:
        return read_text(path).lstrip().startswith("---\n")
    except ContentError:
        return False


def _is_article(path: Path) -> bool:
    """Whether the file has the head of an article, and not that of another program's notes."""
    try:
        head = read_text(path).lstrip()
    except ContentError:
        return False
    head = head[: head.find("\n---", 3)] if head.startswith("---\n") else ""
    return "\ntitle:" in head and ("\ndate:" in head or "\nlang:" in head)


def _warning(path: Path, message: str, hint: str = "rename it") -> Problem:
    return Problem(message, path, None, hint, warning=True)
