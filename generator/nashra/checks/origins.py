"""From a page back to content/: which files it was made of, and on which line of them an address stands."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from nashra.checks.built_site import BuiltSite, Target
from nashra.checks.link_address import decoded
from nashra.kit.errors import ContentError
from nashra.kit.files import read_text
from nashra.markup.typed_addresses import addresses
from nashra.model import Article, Content
from nashra.render.ground import urls
from nashra.render.reading.references import addresses as page_addresses
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Text:
    """A Markdown file. page: where it is read; media_id: the id of its article, "" where it has none."""

    path: Path
    body: str
    body_line: int
    page: str
    media_id: str = ""


class Origins:
    """The files behind the pages of a built site."""

    def __init__(self, settings: Settings, content: Content, site: BuiltSite) -> None:
        self._site = site
        self._known: Mapping[Path, str] = page_addresses(content)
        self._folders = {article.id: article.original.path.parent for article in content.articles}
        self.texts: dict[Path, Text] = {}
        self._behind: dict[str, tuple[Path, ...]] = {}
        self._primary: dict[str, Text] = {}
        for article in content.articles:
            self._add_article(article)
        for page in content.pages:
            self._add(Text(page.path, page.body, page.body_line, self._known[page.path]))
        self._lines: dict[Path, tuple[tuple[str, int, frozenset[str]], ...]] = {}
        self._sources: dict[Path, str] = {}

    def _add_article(self, article: Article) -> None:
        original = article.original.path
        self._behind[urls.short(article.id)] = (original,)
        for version in article.versions.values():
            text = Text(version.path, version.body, version.body_line, self._known[version.path], article.id)
            origin = article.versions.get(version.translation.origin) if version.translation else None
            behind = tuple(dict.fromkeys([version.path, *([origin.path] if origin else []), original]))
            self._add(text, behind)
            self._behind[urls.compare(version.lang, article.month, version.slug)] = behind
            self._behind[urls.text(version.lang, article.month, version.slug)] = behind

    def _add(self, text: Text, behind: tuple[Path, ...] = ()) -> None:
        self.texts[text.path] = text
        self._behind[text.page] = behind or (text.path,)
        self._primary[text.page] = text

    def text_of(self, page: str) -> Text | None:
        """The text whose own page this is; None for lists, side-by-side pages and whatever else repeats texts."""
        return self._primary.get(page)

    def files_of(self, page: str) -> tuple[Path, ...]:
        """The files that a page was made of, the nearest first; empty for lists and what the theme makes."""
        return self._behind.get(page, ())

    def file_of_media(self, path: str) -> Path | None:
        """The file beside an article that was published at `path`."""
        parts = path.split("/")
        folder = self._folders.get(parts[1]) if len(parts) == 3 and parts[0] == "media" else None
        return folder / parts[2] if folder else None

    def place(self, page: str, reference: str) -> tuple[Path, int] | None:
        """The file and the line where the editor wrote what is `reference` on `page`; None where nobody did."""
        for path in self.files_of(page):
            # what a translation takes over from its source is read on the translation's page
            line = self._line(path, page, reference)
            if line is not None:
                return path, line
        return None

    def _line(self, path: Path, page: str, reference: str) -> int | None:
        names = self._names(page, reference)
        for _, line, others in self._links(path):
            if not names.isdisjoint(others):
                return line
        return self._line_in_head(path, reference)

    def _links(self, path: Path) -> tuple[tuple[str, int, frozenset[str]], ...]:
        """(address as typed, line, everything that the address may have become) for the links of a text."""
        if path not in self._lines:
            text = self.texts[path]
            self._lines[path] = tuple(
                (typed, line, frozenset(self._becomes(text, typed)))
                for typed, line in addresses(text.body, text.body_line)
            )
        return self._lines[path]

    def _becomes(self, text: Text, typed: str) -> set[str]:
        names = self._names(text.page, typed)
        try:
            parts = urlsplit(typed)
        except ValueError:
            return names
        name = decoded(parts.path)
        if not name or parts.netloc or parts.scheme:
            return names
        target = Path(os.path.normpath(text.path.parent / name))
        fragment = decoded(parts.fragment) or parts.fragment
        if target in self._known:
            names.add(_label(self._known[target], fragment))
        elif target.parent == text.path.parent and text.media_id:
            names.add(_label(urls.media(text.media_id, target.name), fragment))
        return names

    def _names(self, page: str, reference: str) -> set[str]:
        """What `reference` on `page` goes by: as written, decoded, and as a place of the site."""
        plain = decoded(reference) or reference
        names = {" ".join(reference.split()), " ".join(plain.split())}
        located = self._site.locate(page, reference)
        if isinstance(located, Target):
            names.add(_label(located.path, located.fragment))
        return names

    def _line_in_head(self, path: Path, reference: str) -> int | None:
        """The line of the front matter that holds `reference`."""
        text = self.texts[path]
        if path not in self._sources:
            try:
                self._sources[path] = read_text(path)
            except ContentError:  # it was changed or deleted a moment ago
                self._sources[path] = ""
        if len(reference) < 4:
            return None
        for number, line in enumerate(self._sources[path].split("\n")[: text.body_line - 1], 1):
            if reference in line or (decoded(reference) or reference) in line:
                return number
        return None


def _label(path: str, fragment: str) -> str:
    # the signs keep it apart from anything that an editor may type
    return f"\0{path}\0{fragment}"
