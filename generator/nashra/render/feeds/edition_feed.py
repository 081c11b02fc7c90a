"""The items of the feed of daily editions: one a day, with the whole edition in it."""

from __future__ import annotations

from collections.abc import Sequence

from nashra.render.feeds.feed_model import Item, on_the_clock
from nashra.render.feeds.item_content import feed_html
from nashra.render.feeds.items import tag
from nashra.render.ground import urls
from nashra.render.ground.phrases import clip
from nashra.render.ground.theme import Theme
from nashra.render.plan.editions import Edition
from nashra.render.plan.pages import Plan
from nashra.render.shown.edition_viewer import EditionViewer
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings

# A month: a reader who was away longer has the archive.
MAX_ITEMS = 31
# Characters of the headlines that stand for an entry where its content is not shown.
_SUMMARY_LENGTH = 500


def edition_items(settings: Settings, viewer: Viewer, theme: Theme) -> list[Item]:
    """The newest daily editions in the viewer's language, as many as other feeds have items, at most MAX_ITEMS."""
    editions = EditionViewer(viewer)
    return [_item(settings, viewer, editions, theme, edition) for edition in newest_editions(settings, viewer.plan)]


def newest_editions(settings: Settings, plan: Plan) -> Sequence[Edition]:
    """The daily editions that the feed holds."""
    return plan.days[: min(settings.feed_items, MAX_ITEMS)]


def _item(settings: Settings, viewer: Viewer, editions: EditionViewer, theme: Theme, edition: Edition) -> Item:
    base, zone, path = settings.url, settings.timezone, urls.edition(viewer.lang, edition.name)
    view = editions.edition(edition)
    html = theme.render(
        "edition_feed.html", root=base, edition=view, language=viewer.language, _=viewer.messages.text
    ).decode("utf-8")
    published = [article.published for article in edition.articles]
    changed = [*published, *(article.updated for article in edition.articles if article.updated)]
    return Item(
        id=tag(settings.tag_authority, edition.name, f"edition/{viewer.lang}"),
        address=urls.absolute(base, path),
        title=view.name.unescape(),
        summary=viewer.phrase(clip(view.summary, _SUMMARY_LENGTH)).plain,
        html=feed_html(html.strip(), path, base),
        language=viewer.lang,
        published=on_the_clock(max(published), zone),
        changed=on_the_clock(max(changed), zone),
        categories=tuple(section.title.text for section in view.sections if section.path),
    )
