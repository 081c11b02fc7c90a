"""Articles -> the items of feeds in one language. Each is written once, for all feeds and formats that have it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from markupsafe import Markup, escape

from nashra.kit.media_types import MEDIA_TYPES
from nashra.kit.pictures.published import look
from nashra.model import Article, Version
from nashra.render.feeds.feed_model import Enclosure, Item, on_the_clock
from nashra.render.feeds.formats import WRITERS
from nashra.render.feeds.item_content import feed_html
from nashra.render.ground import urls
from nashra.render.ground.phrases import name, phrase
from nashra.render.ground.pictures import LeadPicture
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings

# Articles that are kept written, since the newest are in many feeds: some 20 MB at 400 words an article.
KEPT = 1_000


@dataclass(slots=True)
class Written:
    """An item with its text in each format that was asked for."""

    item: Item
    parts: dict[str, bytes] = field(default_factory=dict)


def write(items: Sequence[Written], formats: Collection[str]) -> None:
    """Fill in what `items` lack of `formats`."""
    missing = [written for written in items if not written.parts.keys() >= set(formats)]
    if not missing:
        return
    items_ = [written.item for written in missing]
    for parts in dict.fromkeys(WRITERS[format].parts for format in formats):
        for written, found in zip(missing, parts(items_, formats), strict=True):
            written.parts.update(found)


class ArticleItems:
    """The items of articles in the viewer's language."""

    def __init__(self, settings: Settings, viewer: Viewer) -> None:
        self._settings, self._viewer = settings, viewer
        self._text = viewer.messages.text
        self._kept: OrderedDict[str, Written] = OrderedDict()

    def written(self, articles: Sequence[Article], formats: Collection[str]) -> list[Written]:
        """The items of `articles`, which have versions in this language, in `formats`."""
        found = [self._kept.get(article.id) or Written(self.item(article)) for article in articles]
        write(found, formats)
        for article, written in zip(articles, found, strict=True):
            self._kept[article.id] = written
            self._kept.move_to_end(article.id)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found

    def item(self, article: Article) -> Item:
        """The article as an item."""
        version = article.versions[self._viewer.lang]
        reading = self._viewer.readings.articles[article.id, version.lang]
        path = urls.article(version.lang, article.month, version.slug)
        language, zone, base = self._viewer.language, self._settings.timezone, self._settings.url
        html = feed_html("\n".join(self._blocks(article, version)), path, base)
        names = [link.text.text for link in self._viewer.topics(article)]
        names += [self._viewer.entity_link(id).text.text for id in reading.about]
        return Item(
            id=tag(self._settings.tag_authority, article.month.partition("/")[0], f"{article.id}/{version.lang}"),
            address=urls.absolute(base, path),
            title=self._viewer.title(version).plain,
            summary=self._viewer.phrase(reading.summary).plain,
            html=f'<div lang="{language.code}" dir="{language.dir}">{html}</div>',
            language=language.code,
            published=on_the_clock(article.published, zone),
            changed=changed_on(article, zone),
            authors=tuple(each.name for each in self._viewer.bylines.signed(article, version)),
            categories=tuple(dict.fromkeys(names)),
            source=article.source,
            picture=self._enclosure(reading.picture) if reading.picture else None,
        )

    def _blocks(self, article: Article, version: Version) -> Iterator[str]:
        """What the article's page shows, from how it was translated to where it comes from."""
        reading = self._viewer.readings.articles[article.id, version.lang]
        if notice := self._viewer.notice(article, version):
            parts = filter(None, (notice.text, notice.stale))
            original = notice.original
            link = Markup('<a href="{}">{}</a>').format(self._settings.url + original.path, escape(original.text))
            yield f"<p><em>{' '.join(parts)}</em> {link}</p>"
        if reading.picture:
            yield self._figure(reading.picture)
        yield reading.html
        if article.source:
            source = escape(name(article.source.name, article.lang, self._viewer.language))
            if article.source.url:
                source = Markup('<a href="{}">{}</a>').format(article.source.url, source)
            yield f"<p>{self._text('Source: %(name)s', name=source)}</p>"

    def _figure(self, picture: LeadPicture) -> str:
        language = self._viewer.language
        alt = phrase(*picture.alt, language)
        size = Markup(' width="{}" height="{}"').format(*picture.size) if picture.size else Markup("")
        image = Markup('<img src="{}" alt="{}"{}{}>').format(
            urls.absolute(self._settings.url, picture.path), alt.plain_inner, alt.attributes, size
        )
        below = [escape(phrase(*picture.caption, language))] if picture.caption[0] else []
        if picture.credit[0]:
            below.append(self._text("Picture: %(name)s", name=name(*picture.credit, language)))
        caption = f"<figcaption>{' '.join(below)}</figcaption>" if below else ""
        return f"<figure>{image}{caption}</figure>"

    def _enclosure(self, picture: LeadPicture) -> Enclosure:
        address = urls.absolute(self._settings.url, picture.path)
        return Enclosure(address, MEDIA_TYPES[picture.file.suffix.lower()], look(picture.file).size)


def changed_on(article: Article, zone: tzinfo) -> datetime:
    """When `article` was changed last, on the clock of `zone`."""
    return on_the_clock(max(article.published, article.updated or article.published), zone)


def tag(authority: str, year: str, rest: str) -> str:
    """A tag URI (RFC 4151) under `authority`: it stays when title, slug or date are changed. year: or a day."""
    return f"tag:{authority},{year}:{rest}"
