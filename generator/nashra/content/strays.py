"""Files and folders of content/ whose names are nearly right: they would be passed over in silence."""

from __future__ import annotations

from pathlib import Path

from nashra.head.spelling import folded, nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import is_folder, read_text, visible
from nashra.settings.config import Settings

_FOLDERS = ("articles", "entities", "memory", "pages")
_FILES = ("topics.yaml", "terms.yaml", "addresses.txt")
_STEMS = {name.partition(".")[0]: name for name in _FILES}
_TEXTS = (".md", ".markdown", ".txt")


def nearly_named(settings: Settings) -> list[Problem]:
    """Warnings of what lies in content/ under a name that is nearly one that counts, or where no text is looked for."""
    problems: list[Problem] = []
    for path in visible(settings.content, problems, settings.inside) if is_folder(settings.content) else []:
        name = path.name
        if name in (*_FOLDERS, *_FILES) or path.stem.upper() == "README":
            continue
        if is_folder(path):
            if meant := nearest(name, _FOLDERS):
                _warn(path, f"nothing is read from this folder; did you mean `{meant}`?", problems)
        elif meant := _STEMS.get(folded(path.stem)) or nearest(name, _FILES):
            _warn(path, f"this file is not read; did you mean `{meant}`?", problems)
        elif path.suffix.lower() in _TEXTS and _has_head(path):
            _warn(path, "this file is not read", problems, "articles live in articles/YYYY/MM/DD-id/, pages in pages/")
    for path in visible(settings.content / "entities", []):
        if path.suffix.lower() in (".yaml", ".json") and path.suffix != ".yaml":
            _warn(path, "the name of a file of entities must end in .yaml", problems)
    return problems


def _has_head(path: Path) -> bool:
    """Whether the file is a text with front matter, and no note of the editors."""
    try:
        return read_text(path).lstrip().startswith("---\n")
    except ContentError:
        return False


def _warn(path: Path, message: str, problems: list[Problem], hint: str = "rename it") -> None:
    problems.append(Problem(message, path, None, hint, warning=True))
