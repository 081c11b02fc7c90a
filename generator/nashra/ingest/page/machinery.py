"""What programs add to a page that is no part of it: the banner of an archive or of a translator around a saved copy,
the names and buttons around the posts of a network, the links of a wiki by which its parts are edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nashra.ingest.draft import Dropped
from nashra.ingest.page.furniture_names import COMMENTS, UNSEEN
from nashra.ingest.page.page_tree import remove, text_of
from nashra.ingest.words.clean import clean

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Ids that web archives, caches and translators give to what they put above a page that they show.
_BANNERS = frozenset(
    {"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato", "google-cache-hdr", "goog-gt-tt", "gt-nvframe"}
)
# Classes of what programs set into a text, exactly so: of MediaWiki the links beside headings.
_TOOLS = frozenset({"mw-editsection", "mw-jump-link"})
# Classes of what is shown beside a word while a pointer stands on it.
_TIPS = frozenset({"tooltiptext", "tooltip-text", "tooltip-content", "tooltip__text", "tooltip__content"})
# Themes give their articles, and parts of them, the role that they have anyway; networks give it to bare elements.
_POSTS = ".//*[(@role='article' and not(self::article) and not(self::body)) or @data-testid='tweet']"
# Around the words of a post: who wrote it, and what can be done with it.
_AROUND_POST = ".//*[@role='group' or @role='button' or @role='toolbar' or @data-testid='User-Name']"
_SHOWN = 200  # characters of a comment that are told


def remove_machinery(root: HtmlElement) -> list[Dropped]:
    """Remove from `root`, an untouched page, what programs added. The result tells of what people had written there."""
    told = []
    for element in list(root.iter("div", "span", "table", "a", "iframe")):
        names = (element.get("class") or "").split()
        if element.get("id") in _BANNERS or not _TOOLS.isdisjoint(names):
            remove(element)
        elif element.get("role") == "tooltip" or not _TIPS.isdisjoint(names):
            told.append(Dropped(1, clean(text_of(element, gap=" "))[:_SHOWN], UNSEEN))
            remove(element)
    return [each for each in (*told, *_settle_posts(root)) if each.text]


def _settle_posts(root: HtmlElement) -> list[Dropped]:
    """Of a page that shows a post of a network, leave its words: one in another that has a label is a comment, and so
    is what others write below the first."""
    posts = root.xpath(_POSTS)
    known = set(posts)
    outer = [each for each in posts if known.isdisjoint(each.iterancestors())]
    comments = [each for each in posts if each.get("aria-label") and not known.isdisjoint(each.iterancestors())]
    by = [_account(each) for each in outer]
    comments += [each for each, account in zip(outer, by, strict=True) if account and by[0] and account != by[0]]
    told = [Dropped(1, clean(text_of(each, gap=" "))[:_SHOWN], COMMENTS) for each in comments]
    for each in comments:
        remove(each)
    for post in outer:
        for element in post.xpath(_AROUND_POST) if next(post.iter("h1"), None) is None else ():
            remove(element)
    return told


def _account(post: HtmlElement) -> str:
    """Who wrote a post, by the sign that networks set before the name of an account."""
    for name in post.xpath(".//*[@data-testid='User-Name']"):
        return next((word for word in text_of(name, gap=" ").split() if word.startswith("@")), "")
    return ""
