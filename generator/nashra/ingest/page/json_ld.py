"""Articles described in a page's JSON-LD (schema.org), read forgivingly: the templates of newsrooms often break it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# https://schema.org/Article and what derives from it, as publishers use it.
_ARTICLES = frozenset(
    "Article NewsArticle BlogPosting LiveBlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle "
    "BackgroundNewsArticle ReviewNewsArticle AskPublicNewsArticle AdvertiserContentArticle SatiricalArticle "
    "SocialMediaPosting DiscussionForumPosting Report ScholarlyArticle TechArticle Review".split()
)
# What a page may be about where it names no article.
_WORKS = frozenset({"Recipe", "HowTo", "Interview"})
_PAGES = frozenset({"WebPage", "ItemPage", "NewsMediaOrganization"})
_MAX_NODES = 5000
_MAX_SCRIPT = 2_000_000
_WRAPPING = re.compile(
    r"\A\s*(?:<!--|//<!\[CDATA\[|/\*<!\[CDATA\[\*/|<!\[CDATA\[)|(?:-->|//\]\]>|/\*\]\]>\*/|\]\]>)?\s*;?\s*\Z"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """What JSON-LD says of the page's article; texts as written, empty where nothing is said.

    node: a WebPage's own words count less than an Article's; `is_article` tells them apart.
    """

    is_article: bool
    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    section: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    images: tuple[tuple[str, str, str], ...] = ()  # address, caption, credit
    body: str = ""
    description: str = ""
    is_free: bool = True


def linked_articles(root: HtmlElement) -> list[LinkedArticle]:
    """The articles of the page's JSON-LD, those that are articles before mere pages. Never raises an error."""
    nodes: list[Mapping[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text and len(script.text) < _MAX_SCRIPT:
            nodes += _nodes(_loads(script.text))
    by_id = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    chosen = [node for node in nodes if _types(node) & _ARTICLES] or [node for node in nodes if _types(node) & _WORKS]
    found = [_read(node, by_id, True) for node in chosen]
    pages = [_read(node, by_id, False) for node in nodes if _types(node) & _PAGES]
    # of several articles the page's own says most; teasers of others have neither text nor author
    found.sort(
        key=lambda each: -sum(map(bool, (each.headline, each.published, each.authors, each.body, each.publisher)))
    )
    return found + pages


def _loads(text: str) -> Any:
    text = _WRAPPING.sub("", text)
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), _TRAILING_COMMA.sub(r"\1", unescape(text))):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(value: Any) -> list[Mapping[str, Any]]:
    """All objects in `value`, outer ones first, at most _MAX_NODES."""
    found: list[Mapping[str, Any]] = []
    queue = [value]
    for item in queue:
        if len(queue) > _MAX_NODES:
            break
        if isinstance(item, dict):
            found.append(item)
            queue += [each for key, each in item.items() if key not in ("comment", "review", "isBasedOn", "hasPart")]
        elif isinstance(item, list):
            queue += item
    return found


def _types(node: Mapping[str, Any]) -> set[str]:
    return {text.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for text in _texts(node.get("@type"))}


def _read(node: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]], is_article: bool) -> LinkedArticle:
    def names(key: str) -> tuple[str, ...]:
        return tuple(filter(None, (_name(each, by_id) for each in _list(node.get(key)))))

    return LinkedArticle(
        is_article=is_article,
        headline=_first(node, "headline", "name") if is_article else "",
        authors=names("author") or names("creator") if is_article else (),
        published=_first(node, "datePublished", "dateCreated", "uploadDate"),
        modified=_first(node, "dateModified"),
        publisher=next(iter(names("publisher") or names("sourceOrganization")), ""),
        url=_first(node, "url") or next(iter(names("mainEntityOfPage")), ""),
        language=_first(node, "inLanguage"),
        section=tuple(_texts(node.get("articleSection"))),
        keywords=tuple(part.strip() for text in _texts(node.get("keywords")) for part in re.split("[,،;؛]", text)),
        images=tuple(filter(None, (_image(each, by_id) for each in _list(node.get("image"))))),
        body=_plain(_first(node, "articleBody", "text")),
        description=_plain(_first(node, "description")),
        is_free=str(node.get("isAccessibleForFree", True)).lower() not in ("false", "http://schema.org/false"),
    )


def _list(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _texts(value: Any) -> Iterator[str]:
    for each in _list(value):
        if isinstance(each, str) and each.strip():
            yield unescape(each.strip())
        elif isinstance(each, dict):
            yield from _texts(each.get("name") or each.get("alternateName") or each.get("@value"))


def _first(node: Mapping[str, Any], *keys: str) -> str:
    return next((text for key in keys for text in _texts(node.get(key))), "")


def _name(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> str:
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        value = by_id.get(value["@id"], value)
    if isinstance(value, dict):
        return _first(value, "name") or str(value.get("url") or value.get("@id") or "")
    return unescape(value.strip()) if isinstance(value, str) else ""


def _image(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> tuple[str, str, str] | None:
    if isinstance(value, dict):
        if "url" not in value and "contentUrl" not in value and isinstance(value.get("@id"), str):
            value = by_id.get(value["@id"], value)
        address = _first(value, "url", "contentUrl") or str(value.get("@id") or "")
        return (address, _first(value, "caption"), _first(value, "creditText", "copyrightNotice")) if address else None
    return (unescape(value.strip()), "", "") if isinstance(value, str) and value.strip() else None


def _plain(text: str) -> str:
    """`text` without tags: some sites put HTML there."""
    return unescape(re.sub(r"<[^<>]{1,2000}>", " ", text)) if "<" in text or "&" in text else text
