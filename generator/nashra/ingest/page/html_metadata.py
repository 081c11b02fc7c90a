"""What the head of a page says about its article, gathered in order of trust; nothing is judged here."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from nashra.ingest.draft import one_line
from nashra.ingest.page.json_ld import LinkedArticle, linked_articles

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Names of <meta> (property, name or itemprop, in lower case), most trusted first. Sources: ogp.me, schema.org, Dublin
# Core, Parse.ly, Sailthru, Google News and the vocabularies of large newspaper systems.
_PUBLISHED = (
    "article:published_time og:article:published_time og:published_time datepublished parsely-pub-date sailthru.date "
    "publishdate publish-date publish_date pubdate published_time published_at publication_date article.published "
    "article_date_original originalpublicationdate dc.date.issued dcterms.issued dcterms.created dc.date.created "
    "citation_publication_date citation_online_date dcterms.date dc.date dc:date displaydate rnews:datepublished "
    "cxenseparse:recs:publishtime bt:pubdate date datecreated"
).split()
_UPDATED = (
    "article:modified_time og:article:modified_time og:updated_time og:modified_time datemodified article.updated "
    "article:updated_time dcterms.modified dc.date.modified last-modified lastmod revised modified_time modified_at"
).split()
_AUTHORS = (
    "article:author og:article:author author parsely-author sailthru.author dc.creator dc:creator dcterms.creator "
    "citation_author byl article:author_name cxenseparse:author"
).split()
_TITLES = "og:title dc.title dcterms.title parsely-title sailthru.title citation_title twitter:title headline".split()
_SECTIONS = "article:section og:article:section parsely-section section dc.subject".split()
_KEYWORDS = "article:tag og:article:tag news_keywords parsely-tags keywords".split()
_IMAGES = "og:image og:image:url og:image:secure_url twitter:image twitter:image:src thumbnail image".split()
_MAX_TITLE = 1000
# Where a <title> stands, which many sites fill with their own name or with words for search engines.
PAGE_TITLE = "the page's title"
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->", re.IGNORECASE)


@dataclass(slots=True)
class PageFacts:
    """Candidates for each field, most trusted first, each with where it stands ("og:title")."""

    titles: list[tuple[str, str]] = field(default_factory=list)
    authors: list[tuple[str, str]] = field(default_factory=list)
    published: list[tuple[str, str]] = field(default_factory=list)
    updated: list[tuple[str, str]] = field(default_factory=list)
    images: list[tuple[str, str, str]] = field(default_factory=list)  # address, caption, credit
    languages: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    site: str | None = None
    url: str | None = None
    base: str | None = None
    body: str = ""
    description: str = ""
    is_free: bool = True


def saved_from(text: str) -> str | None:
    """The address that browsers note in a comment at the head of a page that they save."""
    found = _SAVED_FROM.search(text[:4096])
    return found[1] if found else None


def gather(root: HtmlElement) -> PageFacts:
    """What `root`, an untouched page, says of its article: JSON-LD first, then <meta> and <link>."""
    facts = PageFacts()
    linked = _of_this_page(linked_articles(root))
    for each in linked:
        _add_linked(facts, each)
    meta = _meta(root)

    def values(names: list[str]) -> list[tuple[str, str]]:
        return [(value, name) for name in names for value in meta.get(name, [])]

    facts.titles += values(_TITLES)
    facts.published += values(_PUBLISHED)
    facts.updated += values(_UPDATED)
    facts.authors += [pair for pair in values(_AUTHORS) if not _ADDRESS.search(pair[0])]
    facts.sections += [value for value, _ in values(_SECTIONS)]
    facts.keywords += [part.strip() for value, _ in values(_KEYWORDS) for part in re.split("[,،;؛|]", value)]
    facts.images += [(value, "", "") for value, _ in values(_IMAGES)]
    facts.languages += [root.get("lang") or root.get("xml:lang") or ""]
    body = next(root.iter("body"), None)
    facts.languages += [body.get("lang") or "" if body is not None else ""]
    facts.languages += [
        value for value, _ in values(["og:locale", "content-language", "language", "dc.language", "inlanguage"])
    ]
    facts.languages += [each.language for each in linked if each.language]
    publishers = [each.publisher for each in linked if each.publisher and not _ADDRESS.match(each.publisher)]
    names = [value for value, _ in values(["og:site_name"])] + publishers
    names += [
        value for value, _ in values(["application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher"])
    ]
    facts.site = next(filter(None, (one_line(name) for name in names if not _ADDRESS.match(name))), None)
    canonical = [link.get("href") or "" for link in root.iter("link") if "canonical" in (link.get("rel") or "").split()]
    addresses = canonical + [value for value, _ in values(["og:url", "twitter:url", "parsely-link"])]
    addresses += [each.url for each in linked]
    facts.url = next((url.strip() for url in addresses if _is_page(url)), None)
    base = next(root.iter("base"), None)
    facts.base = (base.get("href") or "").strip() or None if base is not None else None
    facts.description = facts.description or next(
        (value for value, _ in values(["og:description", "description", "twitter:description"])), ""
    )
    title = next(root.iter("title"), None)
    if title is not None and (text := one_line("".join(title.itertext())[:_MAX_TITLE])):
        facts.titles.append((text, PAGE_TITLE))
    return facts


def _of_this_page(linked: list[LinkedArticle]) -> list[LinkedArticle]:
    """The article of the page, other words on it, and the page itself: teasers of others have their own headlines."""
    first = next((each for each in linked if each.is_article), None)
    return [each for each in linked if not each.is_article or first is None or each.headline in ("", first.headline)]


def _is_page(url: str) -> bool:
    """Whether `url` is the address of a page rather than of a site: a careless canonical names the home page."""
    return re.match(r"\s*https?://[^/\s]+/[^\s]+", url) is not None


def _add_linked(facts: PageFacts, linked: LinkedArticle) -> None:
    where = "JSON-LD"
    if linked.headline:
        facts.titles.append((linked.headline[:_MAX_TITLE], where))
    names = [name for name in linked.authors if not _ADDRESS.search(name)]
    if names and not facts.authors:
        facts.authors += [(name, where) for name in names]
    if linked.published:
        facts.published.append((linked.published, where))
    if linked.modified:
        facts.updated.append((linked.modified, where))
    if linked.is_article:
        facts.is_free = facts.is_free and linked.is_free
        facts.images += linked.images
        facts.sections += linked.section
        facts.keywords += linked.keywords
        facts.body = max(facts.body, linked.body, key=len)
        facts.description = facts.description or linked.description


def _meta(root: HtmlElement) -> dict[str, list[str]]:
    """Lower-case name -> its values in order, without empty ones."""
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        value = (meta.get("content") or meta.get("value") or "").strip()
        if not value or len(value) > 5000:
            continue
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            for name in (meta.get(attribute) or "").lower().split():
                found.setdefault(name, []).append(value)
    for element in root.iter("time", "span", "abbr", "div", "p"):
        name = (element.get("itemprop") or "").lower()
        if name in ("datepublished", "datemodified") and (value := (element.get("datetime") or element.get("content"))):
            found.setdefault(name, []).append(value.strip())
    return found
