"""Removing from a page's tree what is not the article, by what its markup says: roles, hidden parts, names of classes.

Every rule names a kind of furniture, none a site. A part that holds much of the page's text is never removed by its
name alone: some themes call the article's own column "sidebar-right" or "has-comments".
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from nashra.ingest.page.page_tree import remove, text_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TAGS = frozenset({"nav", "menu", "dialog", "footer"})
_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist form "
    "feed".split()
)
# Words of class and id values, as themes and plugins of WordPress, Drupal, Joomla, Blogger and newspapers use them.
_START = r"(?:^|[\s_-])"
_END = r"(?:s?$|s?[\s_-])"
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KINDS: dict[str, str] = {
    "buttons to share": r"shar(?:e|es|ing|edaddy|ebar)|social\w*|addtoany|addthis|a2a|sharrre|whatsapp|"
    r"facebook-like|fb-like",
    "related articles": r"related\w*|yarpp|jp-relatedposts|recommend\w*|readmore|read-more|read-also|"
    r"see-?also|lire-?aussi|"
    r"a-lire|similar|associes|more-(?:news|stories|posts|articles)|you-may|also-like|most-read|most-popular|popular|"
    r"trending|outbrain|taboola|zergnet|mgid|teads|crp|rp4wp|prev-?next|inline-related|articles-lies",
    "comments": r"comment|comments|commentlist|disqus\w*|respond|livefyre|discussion|fb-comments|reactions",
    "an invitation to subscribe": r"newsletter\w*|subscri\w*|signup|sign-up|mailchimp|mc4wp|abonn\w*|"
    r"paywall|inscription|"
    r"donat(?:e|ion)s?|piano",
    "navigation": r"nav|navbar|navigation|menu|breadcrumb\w*|fil-ariane|ariane|pagination|pager|paging|skip-link|toc|"
    r"table-of-contents|post-nav\w*|site-?header|site-?footer|masthead|topbar|top-bar|footer|colophon|sitemap",
    "a sidebar": r"sidebar\w*|side-bar|widget\w*|aside|rail|right-col(?:umn)?|secondary",
    "an advertisement": r"ad|ads|adv|advert\w*|adsense|adsbygoogle|publicite|pub|sponsor\w*|"
    r"promo\w*|dfp|gpt-ad|banner|e3lan",
    "a notice": r"cookie\w*|gdpr|rgpd|consent\w*|popup|pop-up|modal|overlay|lightbox|alert-bar|toast|snackbar",
    "tags": r"tags?|post-tags|tagcloud|tag-list|keywords|entry-tags|cat-links|tags-links|mots-cles|topics",
    "the author's box": r"author-?(?:box|bio|info|card|description|profile|desc|about)|about-?(?:the-)?author|abh_box|"
    r"saboxplugin\w*|vcard|bio",
    "facts about the article": r"byline|dateline|post-?meta|entry-?meta|article-?meta|meta-?info|post-?info|post-?date|"
    r"entry-?date|published|timestamp|posted-on|reading-?time|views?-?count\w*|post-?views|print|rating\w*|"
    r"ratings|votes?|font-?(?:size|resize)|text-?size|entry-footer|post-footer|article-footer|credits?-box|listen|"
    r"audio-player|tools|toolbar|actions|shortlink|short-link|screen-reader-text|visually-hidden|sr-only|hidden-print|"
    r"no-print|noprint|a11y-hidden",
}
_NAMES = re.compile(f"{_START}(?:{'|'.join(_KINDS.values())}){_END}")
# Names that wrap the article itself in some theme, whatever else they say.
_KEEP = re.compile(
    r"(?:article|entry|post|story|news|single|page|main)[_-]?(?:body|content|text|detail)s?|articlebody|content-?body|^content$|"
    r"^article$|^main$|no-sidebar|with-sidebar|has-sidebar|right-sidebar|left-sidebar|sidebar-(?:right|left|none)"
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# Parts of the page with at least this share of the text of its paragraphs are not furniture.
_MAX_SHARE = 0.3
_CANDIDATES = ("div section aside ul ol p span header figure table li form footer nav menu dialog a h2 h3 h4 "
    "h5 h6 details "
               "blockquote dl i button time small").split()  # fmt: skip


def remove_furniture(root: HtmlElement) -> None:
    """Remove the page's furniture from `root`, a tree without scripts."""
    weights = _weights(root)
    total = max(1, weights.get(root, 0))
    headings = set(root.iter("h1"))
    for element in list(root.iter(*_CANDIDATES)):
        if element.getparent() is None or element.tag == "body":
            continue
        if not _is_furniture(element):
            continue
        heavy = weights.get(element, 0)
        share = _MAX_SHARE if element.tag not in ("footer", "nav") else 0.5
        if heavy > share * total and heavy > 200:
            continue
        if headings and any(heading in headings for heading in element.iter("h1")):
            continue
        remove(element)


def _is_furniture(element: HtmlElement) -> bool:
    if element.tag in _TAGS or (element.get("role") or "") in _ROLES:
        return not (bool(element.tag == "footer") and _in_quote(element))
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    if _HIDDEN_STYLE.search(element.get("style") or ""):
        return True
    if element.tag == "aside":
        return not _is_pull_quote(element)
    return _named_as_furniture(element)


def _named_as_furniture(element: HtmlElement) -> bool:
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if not value or len(value) > 2000:
            continue
        if (
            element.tag in ("p", "blockquote", "figure", "span", "table", "li")
            and attribute == "class"
            and _is_long(element)
        ):
            continue  # a paragraph keeps its words, whatever its class
        names = _plain(value).split()
        if any(_KEEP.search(name) for name in names):
            return False
        if any(_NAMES.search(name) for name in names):
            return True
    return False


def _is_long(element: HtmlElement) -> bool:
    text = text_of(element)
    linked = sum(len(text_of(link)) for link in element.iter("a"))
    return len(text) > 120 and linked < 0.4 * len(text)


def _in_quote(element: HtmlElement) -> bool:
    return next(element.iterancestors("blockquote"), None) is not None


def _is_pull_quote(element: HtmlElement) -> bool:
    return next(element.iter("blockquote"), None) is not None and next(element.iter("a"), None) is None


def is_apart(element: HtmlElement, around: Collection[HtmlElement] = ()) -> bool:
    """Whether `element` lies in a part of the page that speaks of other articles: navigation, related, comments.

    around: the elements around the headline; they hold the article, whatever they are called.
    """
    for parent in element.iterancestors():
        if parent in around:
            return False
        if parent.tag in ("nav", "menu", "dialog") or parent.tag == "body":
            return bool(parent.tag != "body")
        names = _plain(f"{parent.get('class') or ''} {parent.get('id') or ''}")
        if parent.tag != "html" and _APART.search(names) and not _KEEP.search(names):
            return True
    return False


_OTHERS = "|".join(_KINDS[kind] for kind in ("related articles", "comments", "a sidebar", "an advertisement"))
_APART = re.compile(f"{_START}(?:{_OTHERS}){_END}")


def _plain(names: str) -> str:
    """Class names in lower case, their words parted: "ShareBar" is "share-bar"."""
    return _CAMEL.sub("-", names).lower()


def _weights(root: HtmlElement) -> dict[HtmlElement, int]:
    """Element -> characters of running text below it: paragraphs and text of blocks with few links."""
    weights: dict[HtmlElement, int] = {}
    for element in root.iter("p", "div", "td", "section", "article", "blockquote", "li", "span"):
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag == "p":
            own += sum(len(text_of(child)) for child in element if child.tag not in ("a", "span"))
        if own < 25:
            continue
        node = element
        while node is not None:
            weights[node] = weights.get(node, 0) + own
            node = node.getparent()
    return weights
