"""What the names of classes, ids and roles say of a part of a page: which kind of furniture it is. No text is judged.

Every rule names a kind of furniture, none a site.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from nashra.ingest.words.fold import fold
from nashra.ingest.words.press_words import folded
from nashra.markup.raw_html import UNSEEN_CLASSES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHARE = "buttons to share"
RELATED = "related articles"
COMMENTS = "comments"
SUBSCRIBE = "an invitation to subscribe"
PAYWALL = "a barrier for those who do not pay"
NAVIGATION = "navigation"
SIDEBAR = "a sidebar"
ADVERTISEMENT = "an advertisement"
NOTICE = "a notice"
TAGS = "tags"
AUTHOR = "the author's box"
FACTS = "facts about the article"
UNSEEN = "words that are not shown"
CARD = "a card about what is linked"
WINDOW = "what a link says of its window"

# Words of class and id values, as themes and plugins of WordPress, Drupal, Joomla, Blogger and newspapers use them.
_START = r"(?:^|[\s_-])"
_END = r"(?:s?$|s?[\s_-])"
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_KINDS: dict[str, str] = {
    SHARE: r"shar(?:e|es|ing|edaddy|ebar)|social\w*|addtoany|addthis|a2a|sharrre|whatsapp|facebook-like|fb-like",
    RELATED: r"related\w*|yarpp|jp-relatedposts|recommend\w*|readmore|read-more|read-also|see-?also|lire-?aussi|"
    r"a-lire|similar|associes|more-(?:news|stories|posts|articles)|you-may|also-like|most-read|most-popular|popular|"
    r"trending|outbrain|taboola|zergnet|mgid|teads|crp|rp4wp|prev-?next|inline-related|articles-lies",
    COMMENTS: r"comment|comments|commentlist|disqus\w*|respond|livefyre|discussion|fb-comments|reactions",
    PAYWALL: r"paywall|piano",
    SUBSCRIBE: r"newsletter\w*|subscri\w*|signup|sign-up|mailchimp|mc4wp|abonn\w*|inscription|donat(?:e|ion)s?",
    NAVIGATION: r"nav|navbar|navigation|menu|breadcrumb\w*|fil-ariane|ariane|pagination|pager|paging|skip-link|toc|"
    r"table-of-contents|post-nav\w*|site-?header|site-?footer|masthead|topbar|top-bar|footer|colophon|sitemap",
    SIDEBAR: r"sidebar\w*|side-bar|widget\w*|aside|rail|right-col(?:umn)?|secondary",
    ADVERTISEMENT: r"ad|ads|adv|advert\w*|adsense|adsbygoogle|publicite|pub|sponsor\w*|"
    r"promo\w*|dfp|gpt-ad|banner|e3lan",
    NOTICE: r"cookie\w*|gdpr|rgpd|consent\w*|popup|pop-up|modal|overlay|lightbox|alert-bar|toast|snackbar",
    TAGS: r"tags?|post-tags|tagcloud|tag-list|keywords|entry-tags|cat-links|tags-links|mots-cles|topics",
    AUTHOR: r"author-?(?:box|bio|info|card|description|profile|desc|about)|about-?(?:the-)?author|abh_box|"
    r"saboxplugin\w*|vcard|bio",
    UNSEEN: rf"(?<!not-)(?:{'|'.join(sorted(UNSEEN_CLASSES))})",
    FACTS: r"surtitre|kicker|overline|eyebrow|byline|dateline|post-?meta|entry-?meta|article-?meta|meta-?info|"
    r"post-?info|post-?date|entry-?date|published|timestamp|posted-on|reading-?time|views?-?count\w*|post-?views|print|rating\w*|"
    r"ratings|votes?|font-?(?:size|resize)|text-?size|entry-footer|post-footer|article-footer|credits?-box|listen|"
    r"audio-player|tools|toolbar|actions|shortlink|short-link|hidden-print|no-print|noprint",
}
_NAMES = re.compile(f"{_START}(?:{'|'.join(f'({words})' for words in _KINDS.values())}){_END}")
# Kinds that hold running text of their own beside an article: what is named so and reads like text may still be one.
WORDY = frozenset({RELATED, COMMENTS, SUBSCRIBE, NOTICE, AUTHOR, ADVERTISEMENT, SHARE, UNSEEN})
# Kinds that are made of links or buttons: where there are none, the name says something else.
OF_LINKS = frozenset({RELATED, SHARE, TAGS, NAVIGATION})
# Where pages whose classes are numbers say what a part is.
_LABELS = ("aria-labelledby", "data-component", "data-testid")
_NOTE = re.compile(r"(?:^|[\s-])(?:foot|end|rear)notes?(?:$|\s)")
_OF_AUTHORS = re.compile(r"(?:^|[\s_-])byline(?:$|[\s_-])")
# Names that wrap the article itself in some theme, whatever else they say.
_KEEP = re.compile(
    r"(?:article|entry|post|story|news|single|page|main)[_-]{0,2}(?:body|content|text|detail|paragraph|chunk)s?|"
    r"articlebody|content[_-]?body|^content$|^article$|^main$|no-sidebar|with-sidebar|has-sidebar|right-sidebar|"
    r"left-sidebar|sidebar-(?:right|left|none)"
)

# Kinds that speak of themselves with words that an article hardly has -> what those words are called in `Press.speech`.
# Lines made of stock phrases are known to `nashra.ingest.words.rules`.
_SPEECH: dict[str, str] = {
    SHARE: "sharing",
    SUBSCRIBE: "subscribing",
    PAYWALL: "barrier",
    ADVERTISEMENT: "advertising",
    NOTICE: "notices",
    AUTHOR: "authors",
    TAGS: "tags",
    NAVIGATION: "navigation",
    WINDOW: "windows",
}

_SHORT = 25  # words
TAG_NAMES = frozenset({"nav", "menu", "dialog", "footer"})
ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alertdialog menu menubar toolbar tablist form "
    "feed".split()
)
# Not shown, or shown in so small a window or such small letters, or so far outside, that only machines find it.
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]|clip-path\s*:\s*(?:inset\((?:50|100)%|circle\(\s*0)"
    r"|font-size\s*:\s*[01](?:px|pt)?(?![\w.%])|(?<![\w-])(?:left|right|top|text-indent)\s*:\s*-\d{3,}(?:px|em|%)"
    r"|(?<![\w-])color\s*:\s*transparent\b|transform\s*:\s*scale\(\s*0\s*\)",
    re.IGNORECASE,
)


def kind_of(element: HtmlElement) -> str:
    """The kind of furniture that the class or the id of `element` names; empty where they name none."""
    for attribute in ("class", "id"):
        value = element.get(attribute)
        if value and len(value) <= 2000:
            found = _kind_of(value)
            if found is not None:
                return found
    labels = filter(None, map(element.get, _LABELS))
    return FACTS if any(map(_OF_AUTHORS.search, labels)) else ""


def is_named(element: HtmlElement, kind: str) -> bool:
    """Whether one of the classes of `element` names a `kind` of furniture, be another named before it."""
    return any(_kind_of(name) == kind for name in (element.get("class") or "")[:2000].split())


def kind_by_markup(element: HtmlElement) -> str:
    """The kind of furniture that the tag, the role or the names of `element` name; empty for none."""
    if element.tag in TAG_NAMES or (element.get("role") or "") in ROLES:
        quoted = element.tag == "footer" and next(element.iterancestors("blockquote"), None) is not None
        return "" if quoted else f"<{element.tag}>"
    if element.tag == "aside":
        return "" if _is_pull_quote(element) or _is_note(element) else "<aside>"
    return kind_of(element)


def _is_note(element: HtmlElement) -> bool:
    """Whether an <aside> is a note of the text, as books call it: by its role, or by its type in EPUB."""
    return _NOTE.search(f"{element.get('role') or ''} {element.get('epub:type') or ''}") is not None


def _is_pull_quote(element: HtmlElement) -> bool:
    return next(element.iter("blockquote"), None) is not None and next(element.iter("a"), None) is None


@lru_cache(maxsize=4096)
def _kind_of(names: str) -> str | None:
    """The kind that `names` name, empty where they name the article itself, None where they say nothing."""
    each = _plain(names).split()
    if any(_KEEP.search(name) for name in each):
        return ""
    for name in each:
        if (found := _NAMES.search(name)) is not None:
            return list(_KINDS)[(found.lastindex or 1) - 1]
    return None


@lru_cache(maxsize=32)
def _speech(kind: str) -> re.Pattern[str] | None:
    speech = _SPEECH.get(kind)
    return re.compile(rf"(?<![^\W_])(?:{folded('speech', speech)})") if speech else None


def speaks_as(kind: str, text: str) -> bool:
    """Whether `text` has words with which furniture of `kind` speaks of itself."""
    pattern = _speech(kind)
    return pattern is not None and pattern.search(fold(text).text) is not None


# Properties of schema.org that themes print for machines, and values that no reader is shown.
_PROPERTIES = frozenset("datepublished datemodified datecreated mainentityofpage keywords publisher url logo".split())
_VALUE = re.compile(r"\s*(?:\d{4}-\d\d-\d\dT[\d:.]+\S*|https?://\S+|\d+)?\s*\Z")


def speeches(kind: str, text: str) -> int:
    """With how many different words `text` speaks as furniture of `kind` does."""
    pattern = _speech(kind)
    return len(set(pattern.findall(fold(text).text))) if pattern is not None else 0


def is_data(element: HtmlElement) -> bool:
    """Whether `element` is a property for machines (microdata) in a block of its own, with nothing to read."""
    names = (element.get("itemprop") or "").lower().split()
    if not names or next(element.iter("img", "a", "p", "h1", "h2"), None) is not None:
        return False
    parent, before = element.getparent(), element.getprevious()
    if parent is None or any(
        map(str.strip, ((parent.text or "") if before is None else (before.tail or ""), element.tail or ""))
    ):
        return False
    text = "".join(element.itertext())
    if _VALUE.match(text):
        return bool(text.strip())
    return element.tag == "div" and not _PROPERTIES.isdisjoint(names) and len(text.split()) < _SHORT


def is_apart(element: HtmlElement, around: Collection[HtmlElement] = ()) -> bool:
    """Whether `element` lies in a part of the page that speaks of other articles: navigation, related, comments.

    around: the elements around the headline; they hold the article, whatever they are called.
    """
    return Apart(around)(element)


class Apart:
    """As `is_apart`, for many elements of one page: what is around several of them is looked at once."""

    def __init__(self, around: Collection[HtmlElement]) -> None:
        self._known: dict[HtmlElement, bool] = dict.fromkeys(around, False)

    def __call__(self, element: HtmlElement) -> bool:
        above: list[HtmlElement] = []
        holds = False
        for parent in element.iterancestors():
            known = self._known.get(parent)
            above.append(parent)
            holds = bool(_sets_apart(parent)) if known is None else known
            if holds or known is not None or parent.tag == "body":
                break
        self._known.update(dict.fromkeys(above, holds))
        return holds


def _sets_apart(parent: HtmlElement) -> bool:
    if parent.tag in ("html", "body"):
        return False
    if parent.tag in ("nav", "menu", "dialog"):
        return True
    return _names_others(f"{parent.get('class') or ''} {parent.get('id') or ''}")


@lru_cache(maxsize=4096)
def _names_others(names: str) -> bool:
    plain = _plain(names)
    return _APART.search(plain) is not None and not _KEEP.search(plain)


_OTHERS = "|".join(_KINDS[kind] for kind in (RELATED, COMMENTS, SIDEBAR, ADVERTISEMENT))
_APART = re.compile(f"{_START}(?:{_OTHERS}){_END}")


def _plain(names: str) -> str:
    """Class names in lower case, their words parted: "ShareBar" is "share-bar"."""
    return _CAMEL.sub("-", names).lower()
