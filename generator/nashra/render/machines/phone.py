"""What a reader's device keeps: the worker that reads on without a network, and the web app manifests."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any

from markupsafe import Markup

from nashra.render.ground import urls
from nashra.render.ground.theme import Theme
from nashra.render.plan.pages import Plan
from nashra.render.shown.viewer import Viewer, article_path
from nashra.settings.config import Settings

# Editions of a day that are kept in a language, and articles of theirs: a phone should not load more than it reads.
EDITIONS = 3
ARTICLES = 12
_FILES = ("assets/home.css", "assets/phone.js", "assets/ago.js")


def phone_files(
    settings: Settings, plan: Plan, viewers: Mapping[str, Viewer], theme: Theme
) -> Iterator[tuple[str, bytes]]:
    """(path, content) of the worker and of the manifest of each language.

    Where the site is not to be kept, the worker is one that takes itself and what an earlier one kept away.
    """
    kept = {lang: list(_kept(plan, viewer)) for lang, viewer in viewers.items()} if settings.offline else {}
    texts = {lang: _texts(viewer) for lang, viewer in viewers.items()}
    yield (
        urls.WORKER,
        theme.render("sw.js", kept=_json(kept) if kept else None, texts=_json(texts), style=urls.STYLE),
    )
    for lang, viewer in viewers.items() if settings.offline else ():
        yield urls.manifest(lang), _json(_manifest(viewer)).encode()


def _kept(plan: Plan, viewer: Viewer) -> Iterator[str]:
    """Encoded paths of what is kept in a language."""
    lang, site = viewer.lang, viewer.site()
    yield from (path for path in (urls.STYLE, site.fonts, *_FILES, site.newest) if path)
    yield from (urls.home(lang), urls.editions(lang))
    days = plan.days_of.get(lang, ())[:EDITIONS]
    for day in days:
        yield urls.encode(urls.edition(lang, day.name))
    for article in islice((article for day in days for article in day.articles), ARTICLES):
        yield article_path(article, article.shown_in(lang))


def _texts(viewer: Viewer) -> dict[str, str]:
    text, language = viewer.messages.text, viewer.language
    return {
        "lang": language.code,
        "dir": language.dir,
        "tag": language.script_locale,
        "old": str(text("No network: this page is as it was on %(date)s.", date="{date}")),
        "none": str(text("No network: this page is not kept on this device.")),
        "home": str(text("Go to the home page")),
        "path": urls.home(viewer.lang),
    }


def _manifest(viewer: Viewer) -> dict[str, Any]:
    """See https://www.w3.org/TR/appmanifest/; addresses are below the manifest's own."""
    settings, lang = viewer.settings, viewer.lang
    about = settings.description.get(lang)
    icon = {"src": "../assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}
    png = {"src": "../assets/icon.png", "sizes": "512x512", "type": "image/png"}
    return {
        "name": settings.title[lang],
        "short_name": settings.title[lang],
        **({"description": about} if about else {}),
        "lang": viewer.language.tag,
        "dir": viewer.language.dir,
        "id": "./",
        "start_url": "./",
        "scope": "../",
        "display": "minimal-ui",
        "background_color": "#fcfbf8",
        "theme_color": "#0b5a54",
        "icons": [icon, png],
    }


def _json(value: object) -> Markup:
    # ASCII throughout, so that it needs no charset and no mark of direction stands loose in it
    return Markup(json.dumps(value))  # noqa: S704 - JSON in files of its own
