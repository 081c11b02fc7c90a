"""What git leaves out of the repository: it reaches neither colleagues nor what publishes the site."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from nashra.checks.finding import Finding
from nashra.content.history import left_out
from nashra.kit.files import is_file, visible
from nashra.model import Content
from nashra.settings.config import FILE_NAME, Settings

# So many of the newest articles tell what a pattern leaves out.
_ARTICLES = 50


def unversioned(settings: Settings, content: Content, name: str) -> Iterator[Finding]:
    """A warning, of the check `name`, where .gitignore leaves out settings, tables, pages, texts or their pictures."""
    folders = [settings.content, settings.content / "entities", settings.content / "pages"]
    folders += [article.original.path.parent for article in islice(content.articles, _ARTICLES)]
    files = chain([settings.root / FILE_NAME], *(visible(folder)[0] for folder in folders))
    if found := left_out(settings.root, [path for path in files if is_file(path)]):
        yield _left_out(name, found)


def _left_out(name: str, found: list[Path]) -> Finding:
    others = f", nor {len(found) - 1} more files" if len(found) > 1 else ""
    message = f"git does not take this file{others}: .gitignore leaves it out, so that it is published from here alone"
    hint = "`git check-ignore -v FILE` names the line of .gitignore; take it out"
    return Finding("warning", name, message, found[0], None, hint)
