"""Addresses: which file of the site a page is, and how one page names another. Pure text, no I/O.

A path here is a file below the site's root, "ar/2024/07/وصول.html", as the file system spells it. Every page is one
file and every link names that file, so that the same pages work at a domain, under a base path and from a USB stick.
"""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import quote

from nashra.settings.feed_formats import FEED_FORMATS

CHOOSER = "index.html"
NOT_FOUND = "404.html"
SITEMAP = "sitemap.xml"
STYLE = "assets/style.css"
# A worker sees to the pages below its own folder.
WORKER = "sw.js"
# Below a language's folder: its search index. No article's month, no list of a subject and no edition goes there.
SEARCH_FOLDER = "search"


def home(lang: str, number: int = 0) -> str:
    """A language's list of articles, or page `number` of it, from 1 for the oldest."""
    return f"{lang}/index.html" if not number else f"{lang}/page-{number}.html"


def article(lang: str, month: str, slug: str) -> str:
    """A version of an article; `month` is "2024/07"."""
    return f"{lang}/{month}/{slug}.html"


def compare(lang: str, month: str, slug: str) -> str:
    """A version beside its source. A folder of its own: whatever the slug, no other page can want this address."""
    return f"{lang}/original/{month}/{slug}.html"


def text(lang: str, month: str, slug: str) -> str:
    """A version as plain text. Pages end in ".html", so no page can want this address."""
    return f"{lang}/{month}/{slug}.txt"


def short(article_id: str) -> str:
    """The short link of an article. Languages have two letters or more, so the folder is nobody else's."""
    return f"s/{article_id}/index.html"


def topic(lang: str, id: str, number: int = 0) -> str:
    """The articles on a topic, or page `number` of them, from 1 for the oldest."""
    return _listing(f"{lang}/topics/{id}", number)


def entity(lang: str, id: str, number: int = 0) -> str:
    """The articles that name an entity, or page `number` of them, from 1 for the oldest."""
    return _listing(f"{lang}/entities/{id}", number)


def _listing(stem: str, number: int) -> str:
    return f"{stem}.html" if not number else f"{stem}/page-{number}.html"


def topics(lang: str) -> str:
    """The index of topics."""
    return f"{lang}/topics.html"


def entities(lang: str) -> str:
    """The index of people, bodies, places, events and works."""
    return f"{lang}/entities.html"


def editions(lang: str) -> str:
    """The index of editions."""
    return f"{lang}/editions.html"


def edition(lang: str, name: str) -> str:
    """The edition of a day or a week; `name` is "2024-08-09" or "2024-W32" (ISO 8601)."""
    return f"{lang}/editions/{name}.html"


def editions_feed(lang: str, format: str = "rss") -> str:
    """The feed of the daily editions."""
    return f"{lang}/editions/{FEED_FORMATS[format].file}"


def story(lang: str, id: str) -> str:
    """All that was told of one event."""
    return f"{lang}/stories/{id}.html"


def story_feed(lang: str, id: str, format: str = "rss") -> str:
    """The feed of a story."""
    return f"{lang}/stories/{id}/{FEED_FORMATS[format].file}"


def archive(lang: str) -> str:
    """The index of months."""
    return f"{lang}/archive.html"


def month(lang: str, name: str) -> str:
    """The articles of a month; `name` is "2024-08"."""
    return f"{lang}/archive/{name}.html"


def search(lang: str) -> str:
    """The page of search; it takes what to look for as `?q=`."""
    return f"{lang}/search.html"


def newest(lang: str) -> str:
    """The script that adds the newest headlines to the pages of articles in a language."""
    return f"{lang}/newest.js"


def manifest(lang: str) -> str:
    """The web app manifest of a language."""
    return f"{lang}/app.webmanifest"


def static(lang: str, name: str) -> str:
    """A page outside the news, such as "about"."""
    return f"{lang}/{name}.html"


def feed(lang: str, format: str = "rss") -> str:
    """The feed of all articles in a language."""
    return f"{lang}/{FEED_FORMATS[format].file}"


def topic_feed(lang: str, id: str, format: str = "rss") -> str:
    """The feed of a topic, in the folder of its list: pages there end in ".html"."""
    return f"{lang}/topics/{id}/{FEED_FORMATS[format].file}"


def entity_feed(lang: str, id: str, format: str = "rss") -> str:
    """The feed of an entity."""
    return f"{lang}/entities/{id}/{FEED_FORMATS[format].file}"


def feeds(lang: str) -> str:
    """The page that explains feeds and lists them."""
    return f"{lang}/feeds.html"


def feeds_outline(lang: str) -> str:
    """All feeds of a language as OPML, for feed readers to import."""
    return f"{lang}/feeds.opml"


def media(article_id: str, name: str) -> str:
    """A picture or another file that lies beside an article."""
    return f"media/{article_id}/{name}"


def fonts(lang: str) -> str:
    """The style sheet of the faces for a language, where the theme has any."""
    return f"assets/fonts/{lang}.css"


def card(lang: str, article_id: str = "") -> str:
    """A social card: of an article, or of the home page. No language has a code this long."""
    # in 256 folders, since most articles of a large archive have one
    name = f"{article_id[:2]}/{article_id[2:]}" if article_id else "home"
    return f"cards/{lang}/{name}.png"


def small(article_id: str, name: str) -> str:
    """A smaller size of a picture. A folder of its own: no file beside an article is in it."""
    return f"media/{article_id}/sizes/{name}"


# A page names the same few paths over and over, and quoting Arabic takes longer than all the rest of a link.
@lru_cache(maxsize=4096)
def encode(path: str) -> str:
    """`path` as it stands in an address: UTF-8, percent-encoded (RFC 3986, section 2.1)."""
    return quote(path, safe="/")


def up(path: str) -> str:
    """From the page `path` to the site's root, "../../"; empty for a page at the root."""
    return "../" * path.count("/")


def relative(from_page: str, to_page: str) -> str:
    """The link on `from_page` that leads to `to_page`; right wherever the site's root is."""
    return up(from_page) + encode(to_page)


def absolute(site: str, path: str) -> str:
    """The public address of `path` on the site at `site` (with a closing slash). Folders stand for their index.html."""
    folder, _, name = path.rpartition("/")
    if name == "index.html":
        path = f"{folder}/" if folder else ""
    return site + encode(path)
