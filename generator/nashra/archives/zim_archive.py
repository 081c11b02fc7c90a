"""The site as a ZIM file, for Kiwix: a main page, titles to suggest, and a full-text index of the articles."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from nashra.archives import drawing
from nashra.archives.iso639 import three_letters
from nashra.archives.selection import Selected, label, own_language
from nashra.archives.staged_site import Progress, StagedSite, counted, last_change
from nashra.archives.zim_stable import settle
from nashra.archives.zim_words import hidden_words
from nashra.kit.errors import NashraError
from nashra.kit.media_types import MEDIA_TYPES, UNKNOWN
from nashra.render.ground import urls
from nashra.render.ground.phrases import clip
from nashra.render.search.index import EntityWords, plain_text
from nashra.render.search.words import Lexicon

# What Kiwix shows of a title and a description (wiki.openzim.org, "Metadata").
_TITLE, _DESCRIPTION, _LONG_DESCRIPTION = 30, 80, 4000
_ILLUSTRATION = 48

_HTML_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


class Indexed(NamedTuple):
    """What the full-text index gets of a page; `hidden`: words by which it is found as well."""

    title: str
    text: str
    hidden: str


def require() -> None:
    """Raises NashraError where libzim is missing."""
    try:
        import libzim.writer  # noqa: F401
    except ImportError:
        hint = "pip install 'nashra[zim]' brings it"
        raise NashraError("ZIM archives need libzim, which is not installed", hint=hint) from None


def is_ours(path: Path) -> bool:
    """Whether a ZIM file was made here, by what it says of its maker."""
    from libzim.reader import Archive

    try:
        return bool(Archive(path).get_metadata("Scraper") == b"Nashra")
    except (RuntimeError, KeyError):
        return False


def write(site: StagedSite, path: Path, top: str, progress: Progress) -> None:
    """Write the archive to `path`; `top` is what catalogues know it by. Raises NashraError where libzim fails."""
    from libzim.writer import Creator, Hint

    selected = site.selected
    # one worker: several write in whatever order they finish
    creator = Creator(path).config_indexing(True, index_language(selected)).config_nbworkers(1)
    try:
        with _quiet(), creator:
            creator.set_mainpath(site.names[site.front])
            pages = _Pages(site)
            for source, name in counted(site.names, "files", progress):
                page = site.pages.get(source)
                if page and (article := page.leads_to):
                    target = urls.article(article.lang, article.month, article.original.slug)
                    creator.add_redirection(name, article.original.title, site.names[target], {})
                else:
                    hints = {Hint.FRONT_ARTICLE: page is not None and page.front}
                    creator.add_item(_item(name, pages.title(source), pages.data(source), pages.indexed(source), hints))
            creator.add_illustration(_ILLUSTRATION, drawing.icon(_ILLUSTRATION))
            for key, value in metadata(selected, top).items():
                creator.add_metadata(key, value)
    except RuntimeError as error:
        raise NashraError(f"libzim cannot write the archive: {error}") from error
    settle(path)


def index_language(selected: Selected) -> str:
    """The language whose word endings the index takes away. There is one only: that of most of the articles' versions.

    Words of the others are found as they are written, and by `hidden_words`.
    """
    counts = dict.fromkeys(selected.settings.languages, 0)
    for article in selected.content.articles:
        for code in article.versions:
            counts[code] += 1
    return three_letters(max(counts, key=lambda code: counts[code]))  # the first in the site's order where equal


def metadata(selected: Selected, name: str) -> dict[str, str]:
    """What catalogues and Kiwix show (wiki.openzim.org, "Metadata"). The date is that of the newest change."""
    settings = selected.settings
    lang = own_language(selected)
    title = settings.title[lang]
    about = label(selected, lang)
    described = settings.description.get(lang) or title
    long = " – ".join(filter(None, (title, about, described)))
    return {
        "Title": clip(f"{title} – {about}" if about else title, _TITLE - 1),
        "Description": clip(described, _DESCRIPTION - 1),
        "LongDescription": clip(long, _LONG_DESCRIPTION - 1),
        "Language": ",".join(three_letters(code) for code in settings.languages),
        "Creator": title,
        "Publisher": title,
        "Name": name,
        "Date": last_change(selected).astimezone(settings.timezone).date().isoformat(),
        "Flavour": "all" if not selected.name else "selection",
        "Tags": "news;_category:news;_ftindex:yes;_pictures:yes;_videos:no;_details:yes",
        "Source": settings.url,
        "Scraper": "Nashra",
    }


# What stands before and after the content of a page. Kiwix leaves out what is between these comments, as ht://Dig did.
_FURNITURE = re.compile(rb"(<body\b[^>]*>|</main>)(.*?)(<main\b|</body>)", re.DOTALL)
# Kiwix completes titles as they are typed.
_ISOLATES = re.compile("[\u061c\u202c\u202d\u2066-\u2069]")


class _Pages:
    """Titles of pages, and what to find them by."""

    def __init__(self, site: StagedSite) -> None:
        self._site, self._readings = site, site.selected.readings
        self._lexicon = Lexicon()
        self._entities = EntityWords(site.selected.content.entities, self._lexicon)

    def data(self, path: str) -> bytes:
        """The file; of a page, all but what it is about is kept from the excerpts that Kiwix shows with its results."""
        data = self._site.read(path)
        return (
            _FURNITURE.sub(rb"\1<!--htdig_noindex-->\2<!--/htdig_noindex-->\3", data)
            if path in self._site.pages
            else data
        )

    def title(self, path: str) -> str:
        page = self._site.pages.get(path)
        if page and (told := page.told):
            return told[1].title
        if not path.endswith(".html"):
            return ""
        found = _HTML_TITLE.search(self._site.read(path).decode("utf-8"))
        title = " ".join(unescape(found[1]).split()) if found else ""
        title = _ISOLATES.sub("", title)
        return title.removesuffix(f" – {self._site.selected.settings.title[page.lang]}") if page else title

    def indexed(self, path: str) -> Indexed | None:
        """None for pages that only lead to others: they would hide the articles among the results."""
        page = self._site.pages.get(path)
        if page is None:
            return None
        if told := page.told:
            article, version = told
            reading = self._readings.articles[article.id, version.lang]
            text = f"{reading.summary}\n{plain_text(reading.html)}"
            day = article.published.date()
            named = set().union(*(self._entities[id] | self._entities.offices(id, day) for id in reading.entities))
            return Indexed(version.title, text, hidden_words(f"{version.title}\n{text}", named))
        if static := page.static:
            text = plain_text(self._readings.pages[static.name, static.lang].html)
            return Indexed(static.title, text, hidden_words(text, set()))
        return None


def _item(path: str, title: str, data: bytes, indexed: Indexed | None, hints: dict[Any, Any]) -> Any:
    """An item for libzim, whose classes exist only where it is installed."""
    from libzim.writer import IndexData, Item, StringProvider

    class Index(IndexData):  # type: ignore[misc]
        def has_indexdata(self) -> bool:
            return indexed is not None

        def get_title(self) -> str:
            return indexed.title if indexed else ""

        def get_content(self) -> str:
            return indexed.text if indexed else ""

        def get_keywords(self) -> str:
            return indexed.hidden if indexed else ""

        def get_wordcount(self) -> int:
            return len(indexed.text.split()) if indexed else 0

        def get_position(self) -> None:
            return None

    class Packed(Item):  # type: ignore[misc]
        def get_path(self) -> str:
            return path

        def get_title(self) -> str:
            return title

        def get_mimetype(self) -> str:
            return MEDIA_TYPES.get(Path(path).suffix.lower(), UNKNOWN)

        def get_contentprovider(self) -> Any:
            return StringProvider(data)

        def get_hints(self) -> dict[Any, Any]:
            return hints

        def get_indexdata(self) -> Any:
            return Index()

    return Packed()


@contextmanager
def _quiet() -> Iterator[None]:
    """libzim speaks on standard output, which belongs to the command: let it speak to nobody."""
    sys.stdout.flush()
    try:
        kept = os.dup(1)
    except OSError:  # there is none
        yield
        return
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a name, not a path
        os.dup2(nowhere.fileno(), 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
