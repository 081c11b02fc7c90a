"""The feed of daily editions: one entry a day, with the whole edition in it."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.config import Settings
from generator.render import feeds, urls
from generator.render.edition_viewer import EditionViewer
from generator.render.editions import Edition
from generator.render.phrases import clip
from generator.render.theme import Theme
from generator.render.viewer import Viewer

# A month: a reader who was away longer has the archive.
MAX_ITEMS = 31
# Characters of the headlines that stand for an entry where its content is not shown.
_SUMMARY_LENGTH = 500


def editions_feed(settings: Settings, viewer: Viewer, editions: EditionViewer, theme: Theme) -> bytes:
    """RSS of the newest daily editions in the viewer's language, as many as other feeds have, at most MAX_ITEMS."""
    lang, base = viewer.lang, settings.url
    channel = feeds.Channel(
        address=urls.absolute(base, urls.editions_feed(lang)),
        page=urls.absolute(base, urls.editions(lang)),
        title=editions.feed().title.unescape(),
        description=settings.description.get(lang, ""),
        language=viewer.language.tag,
    )
    newest = viewer.plan.days[: min(settings.feed_items, MAX_ITEMS)]
    return feeds.rss(channel, [_item(settings, viewer, editions, theme, edition) for edition in newest])


def _item(settings: Settings, viewer: Viewer, editions: EditionViewer, theme: Theme, edition: Edition) -> feeds.Item:
    lang, base = viewer.lang, settings.url
    view = editions.edition(edition)
    html = theme.render(
        "edition_feed.html", root=base, edition=view, language=viewer.language, _=viewer.messages.text
    ).decode("utf-8")
    host = urlsplit(base).hostname or "localhost"
    return feeds.Item(
        id=f"tag:{host},{edition.name}:edition/{lang}",  # RFC 4151
        address=urls.absolute(base, urls.edition(lang, edition.name)),
        title=view.name.unescape(),
        summary=clip(view.summary, _SUMMARY_LENGTH),
        html=html,
        published=max(article.published for article in edition.articles),
        changed=max(max(article.published, article.updated or article.published) for article in edition.articles),
        categories=tuple(section.title.text for section in view.sections if section.path),
    )
