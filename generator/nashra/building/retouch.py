"""Articles of which the text alone has changed, made anew without planning the site.

It is what happens most: a word is corrected. All that is shown of an article elsewhere (its title, summary, names, the
sentences that are quoted) stays, and so do all pages but its own, the feeds that hold it whole, and the words by which
it is found. Wherever it is not as simple as that, nothing is done here and the whole is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from nashra.building.articles import Kept
from nashra.building.database import Store, packed, unpacked
from nashra.building.kept import few
from nashra.building.outline import Outline, Unplanned, outlined
from nashra.building.replay import Replay
from nashra.content import publication
from nashra.content.store import load_all_else, load_article
from nashra.model import Article, Content, Hold
from nashra.publish.build_report import BuildReport
from nashra.publish.writer import writing
from nashra.render.feeds.plan import Key
from nashra.render.ground.bundle import with_bytes
from nashra.render.ground.theme import Theme
from nashra.render.kinds.kind import Desk
from nashra.render.reading.readings import Reader, Reading, Readings
from nashra.render.search.search_view import search_files_after, words_file
from nashra.render.site import Renderer
from nashra.settings.config import Settings

_KIND = "outline"


def remember(settings: Settings, store: Store, renderer: Renderer, kept: Kept) -> None:
    """Keep what `retouched` needs of the site that `renderer` makes."""
    store.put(_KIND, str(settings.output), b"", packed({}), packed(outlined(renderer, kept)))


@dataclass(frozen=True, slots=True)
class _Changed:
    """An article, and what was read of it, before and now: of each language in which it has a page.

    links: the files that its texts lead to, with their addresses.
    """

    article: Article
    links: Mapping[Path, str | None]
    before: Mapping[str, Reading]
    now: Mapping[str, Reading]


def retouched(
    settings: Settings, store: Store, again: Replay, now: datetime, shown: frozenset[Hold]
) -> BuildReport | None:
    """Make anew what the texts that have changed make other, and report; None where the whole has to be built.

    shown: what to show, marked, although it is not public.
    """
    texts = again.texts(now)
    if not texts:
        return None
    try:
        kept, content = few(settings, store), load_all_else(settings)[0]
        outline, reader = _outline(settings, store, content, kept), Reader(settings, content, preview=False)
        changed = []
        for folder in texts:
            loaded = kept.article(folder, partial(load_article, settings, folder)).article
            public = publication.select(replace(content, articles=(loaded,)), now, shown).articles if loaded else ()
            changed += [_changed(kept, outline, reader, article) for article in public]
        if len(changed) < len(texts):
            return None
        with writing(settings.output) as writer:
            files, folders = writer.present()
            if not again.saw(files, folders):
                return None
            new: dict[str, bytes] = {}
            for path, data in _files(settings, outline, content, changed, writer.output):
                if path not in files:
                    raise Unplanned  # the index is longer by a file
                if (writer.output / path).read_bytes() != data:
                    new[path] = data
            files |= writer.patch(new.items(), list)
            texts_now = packed(outline.texts | {each.article.id: kept.texts[each.article.id] for each in changed})
            store.put(_KIND, str(settings.output), b"", texts_now)
            return again.with_texts(len(new), files, folders)
    except Unplanned:
        return None


def _outline(settings: Settings, store: Store, content: Content, kept: Kept) -> Outline:
    name = str(settings.output)
    data, retouched = store.large(_KIND, name), store.one(_KIND, name)
    if data is None or retouched is None:
        raise Unplanned
    return Outline(unpacked(data), unpacked(retouched[1]), content, kept)


def _changed(kept: Kept, outline: Outline, reader: Reader, article: Article) -> _Changed:
    """What has changed of `article`, as it was loaded a moment ago. Raises Unplanned where more has than its text."""
    before = outline.last_read(article.id)
    # as long as the store has them
    old = {lang: replace(each) for lang, each in before.readings.items()}
    found, problems, sure = kept.readings(article, _Links(before.links), partial(reader.read, article))
    if not sure or problems != before.problems or found.keys() != old.keys() or not outline.is_but_text(article):
        raise Unplanned
    return _Changed(article, before.links, old, found)


def _files(
    settings: Settings, outline: Outline, content: Content, changed: Iterable[_Changed], site: Path
) -> Iterator[tuple[str, bytes]]:
    """The files that may be others. Raises Unplanned."""
    known: dict[Path, str | None] = {}
    for each in changed:
        outline.put(each.article, each.now)
        known |= each.links
    plan = outline.plan()
    readings = Readings(_Read(outline), {}, outline.paged)
    theme = Theme(settings)
    whole = replace(content, articles=plan.articles)
    desk = Desk(settings, whole, plan, readings, theme, related=_Related(outline), known=_Links(known))
    renderer = Renderer(settings, whole, plan, readings, theme, desk=desk)
    feeds: dict[Key, None] = {}
    for each in changed:
        article = outline.article(outline.place[each.article.id])
        yield from map(with_bytes, renderer.article_files(article, outline.pages(article, list(settings.languages))))
        feeds |= dict.fromkeys(outline.feeds(article))
    for key in feeds:
        bundle = desk.feeds.bundle(key)
        if bundle is None:
            raise Unplanned
        yield from map(with_bytes, bundle.make())
    yield from _search(renderer, outline, changed, site)


def _search(
    renderer: Renderer, outline: Outline, changed: Iterable[_Changed], site: Path
) -> Iterator[tuple[str, bytes]]:
    """The files of the index of words, of those languages in which it is another."""
    for lang, viewer in renderer.viewers.items():
        files: dict[str, bytes] = {}

        def read(path: str, files: dict[str, bytes] = files) -> bytes:
            return files.get(path) or (site / path).read_bytes()

        for each in changed:
            if lang not in each.now or each.now[lang].html == each.before[lang].html:
                continue
            place = outline.place[each.article.id]
            pair = each.before[lang], each.now[lang]
            files |= search_files_after(viewer, outline.article(place), place, pair, read)
        if files and (site / words_file(lang, len(files) - 1)).exists():
            raise Unplanned  # the index is shorter by a file
        yield from files.items()


class _Related:
    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def to(self, article: Article, lang: str) -> Sequence[Article]:
        return self._outline.related(article, lang)


class _Read(Mapping[tuple[str, str], Reading]):
    """The readings of the last build, fetched when they are asked for."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def __getitem__(self, key: tuple[str, str]) -> Reading:
        return self._outline.reading(*key)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        raise Unplanned

    def __len__(self) -> int:
        raise Unplanned


class _Links(Mapping[Path, str]):
    """The addresses of the files that were asked for before. Another one nobody knows here."""

    def __init__(self, known: Mapping[Path, str | None]) -> None:
        self._known = known

    def __getitem__(self, path: Path) -> str:
        if path not in self._known:
            raise Unplanned
        if (address := self._known[path]) is None:
            raise KeyError(path)
        return address

    def __iter__(self) -> Iterator[Path]:
        raise Unplanned

    def __len__(self) -> int:
        raise Unplanned
