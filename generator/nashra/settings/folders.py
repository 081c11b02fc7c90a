"""The folders that nashra.toml names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from nashra.kit.files import MAX_NAME
from nashra.settings.toml_table import TomlTable

# PATH_MAX of Linux.
_MAX_PATH = 4096
# What lies in the folder of the content, and is no file to publish as it is.
_CONTENT = ("articles", "entities", "inbox", "memory", "pages")


class Places(NamedTuple):
    """The folders of a site. links: where symbolic links may lead besides, see `links`."""

    content: Path
    output: Path
    theme: Path
    static: Path
    cache: Path
    links: tuple[Path, ...]


def places(paths: TomlTable, root: Path) -> Places:
    """The folders that [paths] names, of which none may be where another would be lost or published."""
    content = path(paths, "content", root)
    output = path(paths, "output", root, "site")
    allowed = links(paths, root)
    theme = path(paths, "theme", root, "templates", allowed=allowed)
    static = path(paths, "static", root, allowed=allowed)
    cache = root / ".nashra"
    if output == root or any(
        other.is_relative_to(output) or output.is_relative_to(other) for other in (content, theme, static, cache)
    ):
        raise paths.fail("output", "must be a folder of its own, since a build replaces it whole")
    own = (content, *(content / name for name in _CONTENT), theme, cache)
    if any(each.is_relative_to(static) for each in own) or any(static.is_relative_to(each) for each in own[1:]):
        raise paths.fail("static", "must be a folder of its own, since all that is in it is published")
    if theme == root or any(each.is_relative_to(theme) or theme.is_relative_to(each) for each in (content, cache)):
        raise paths.fail("theme", "must be a folder of its own, since all that is in it is a theme")
    paths.close()
    return Places(content, output, theme, static, cache, allowed)


def packages(run: TomlTable, root: Path) -> Path | None:
    """The folder of the models: anywhere on the disk, "~" for the home, relative to the site's folder."""
    name: str | None = run.take("packages", str)
    if name is None:
        return None
    if "\0" in name or not name.strip():
        raise run.fail("packages", f"is {name!r}, not the name of a folder")
    try:
        return root / Path(name).expanduser()
    except RuntimeError:
        raise run.fail("packages", f"is {name!r}, and there is no such home folder") from None


def links(paths: TomlTable, root: Path) -> tuple[Path, ...]:
    """The folders outside of the site that symbolic links may lead to; "~" is the home."""
    names = paths.take("links", list, [])
    if not all(isinstance(name, str) and name.strip() and "\0" not in name for name in names):
        raise paths.fail("links", "must be a list of folders", 'such as ["../photos"]')
    try:
        return tuple(root / Path(name).expanduser() for name in names)
    except RuntimeError:
        raise paths.fail("links", f"is {names!r}, and there is no such home folder") from None


def path(paths: TomlTable, key: str, root: Path, default: str | None = None, allowed: Sequence[Path] = ()) -> Path:
    """A folder of the site itself, in full. allowed: where it may lead besides, when it is a symbolic link."""
    name: str = paths.take(key, str, default or key)
    if "\0" in name or not name.strip():
        raise paths.fail(key, f"is {name!r}, not the name of a folder")
    _refuse_home(paths, key, name)
    try:
        found = (root / name).resolve()
    except (OSError, RuntimeError):
        raise paths.fail(key, f"is {name!r}, a link that leads nowhere") from None
    if not any(found.is_relative_to(folder.resolve()) for folder in (root, *allowed)):
        hint = "a symbolic link may lead to the folders that `paths.links` names"
        raise paths.fail(key, f"is {name!r}, outside the site's folder", hint)
    return found


def _refuse_home(paths: TomlTable, key: str, name: str) -> None:
    """ "~/" is the home folder to a shell and to whoever writes it; here it would be a folder of that name."""
    if name.startswith("~"):
        raise paths.fail(key, f"is {name!r}, outside the site's folder", "write it relative to nashra.toml")
    if len(name.encode("utf-8", "replace")) > _MAX_PATH or any(
        len(part.encode("utf-8", "replace")) > MAX_NAME for part in Path(name).parts
    ):
        raise paths.fail(key, "is longer than file names can be")
