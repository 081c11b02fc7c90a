"""The items of the feed of daily editions: one a day, with the whole edition in it."""

from __future__ import annotations

from generator.config import Settings
from generator.render import urls
from generator.render.edition_viewer import EditionViewer
from generator.render.editions import Edition
from generator.render.feeds.content import feed_html
from generator.render.feeds.items import tag
from generator.render.feeds.model import Item, on_the_clock
from generator.render.phrases import clip
from generator.render.theme import Theme
from generator.render.viewer import Viewer

# A month: a reader who was away longer has the archive.
MAX_ITEMS = 31
# Characters of the headlines that stand for an entry where its content is not shown.
_SUMMARY_LENGTH = 500


def edition_items(settings: Settings, viewer: Viewer, theme: Theme) -> list[Item]:
    """The newest daily editions in the viewer's language, as many as other feeds have items, at most MAX_ITEMS."""
    newest = viewer.plan.days[: min(settings.feed_items, MAX_ITEMS)]
    editions = EditionViewer(viewer)
    return [_item(settings, viewer, editions, theme, edition) for edition in newest]


def _item(settings: Settings, viewer: Viewer, editions: EditionViewer, theme: Theme, edition: Edition) -> Item:
    base, zone, path = settings.url, settings.timezone, urls.edition(viewer.lang, edition.name)
    view = editions.edition(edition)
    html = theme.render(
        "edition_feed.html", root=base, edition=view, language=viewer.language, _=viewer.messages.text
    ).decode("utf-8")
    published = [article.published for article in edition.articles]
    changed = [*published, *(article.updated for article in edition.articles if article.updated)]
    return Item(
        id=tag(base, edition.name, f"edition/{viewer.lang}"),
        address=urls.absolute(base, path),
        title=view.name.unescape(),
        summary=clip(view.summary, _SUMMARY_LENGTH),
        html=feed_html(html.strip(), path, base),
        language=viewer.lang,
        published=on_the_clock(max(published), zone),
        changed=on_the_clock(max(changed), zone),
        categories=tuple(section.title.text for section in view.sections if section.path),
    )
