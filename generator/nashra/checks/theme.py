"""Files of a site's own theme that nothing uses, since their name or that of a block in them is mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.checks.finding import Finding
from nashra.head.spelling import nearest
from nashra.kit.errors import ContentError, Problem
from nashra.kit.files import files_below, read_text
from nashra.render.ground.theme import default_folder
from nashra.settings.config import Settings

_BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
_EXTENDS = re.compile(r"\{%-?\s*extends\s+[\"'](?P<default>default/)?(?P<name>[^\"']+)[\"']")


def unused(settings: Settings, check: str) -> Iterator[Finding]:
    """Warnings of the check of this name. What a site's own templates name is used, whatever it is called."""
    default = default_folder()
    if settings.theme == default:
        return
    usual = {path.relative_to(default).as_posix() for path in files_below(default, ()) if isinstance(path, Path)}
    elsewhere = {name.rpartition("/")[2]: name for name in usual if "/" in name}
    own: dict[str, tuple[Path, str]] = {}
    for path in files_below(settings.theme, settings.inside):
        if isinstance(path, Problem) or path.name.startswith("."):
            continue
        try:
            text = read_text(path) if path.suffix == ".html" else ""
        except ContentError:  # reported by the build
            text = ""
        own[path.relative_to(settings.theme).as_posix()] = (path, text)
    texts = "\n".join(text for _, text in own.values())
    for name, (path, text) in own.items():
        meant = None if name in usual or path.name in texts else elsewhere.get(path.name) or nearest(name, usual)
        if path.suffix == ".po" and path.parent.name == "locale" and path.stem not in settings.languages:
            hint = "name it after a language of the site: " + ", ".join(f"{code}.po" for code in settings.languages)
            yield Finding("warning", check, "these texts are used by no page", path, None, hint)
        elif meant:
            yield Finding("warning", check, f"nothing uses this file; did you mean `{meant}`?", path, None, "rename it")
        base = _EXTENDS.search(text)
        if base and (base["default"] or base["name"] not in own):
            yield from _blocks(check, path, text, base["name"], default)


def _blocks(check: str, path: Path, text: str, base: str, default: Path) -> Iterator[Finding]:
    """Blocks of the template `path` that the templates it is based on do not have: they are shown nowhere."""
    known: set[str] = set()
    while (parent := default / base).is_file():
        above = parent.read_text("utf-8")
        known |= set(_BLOCK.findall(above))
        further = _EXTENDS.search(above)
        if further is None:
            break
        base = further["name"]
    for block in _BLOCK.finditer(text):
        if (meant := nearest(block[1], known)) and block[1] not in known:
            message = f"no page has a block `{block[1]}`; did you mean `{meant}`?"
            line = text.count("\n", 0, block.start()) + 1
            yield Finding("warning", check, message, path, line, "what stands in it is shown nowhere: correct its name")
