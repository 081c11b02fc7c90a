"""The title without the site's name, the author without the word for author, the topics that the site has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from nashra.ingest.dates.find import find_dates
from nashra.ingest.draft import one_line
from nashra.ingest.heads.byline import is_person, read_byline
from nashra.ingest.heads.houses import is_house
from nashra.ingest.heads.signature import read_signature
from nashra.ingest.heads.title import MAX_LENGTH
from nashra.ingest.page.html_metadata import PAGE_TITLE
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key, words
from nashra.ingest.words.press_words import folded, keys, written
from nashra.languages.known import spec_of
from nashra.model import Topic

_SEPARATOR = re.compile(r"\s+[|\-–—·•»«:/›>]+\s+|\s*[|»›]\s*")
_CUT = re.compile(r"\s*(?:\.{3}|…)[\"'’”»]?\Z")
# How much is new in an account, before the title of a page of a network: "(3) ...".
_NEW = re.compile(r"\(\d{1,4}\+?\)\s+")
_NOT_A_NAME = re.compile(r"https?:|www\.|@|[<>{}]|\.(?:com|net|org|ma|fr|info)\b", re.IGNORECASE)
# Where somebody is reached, beside his name.
_MAIL = re.compile(r"[<(]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)]?")
_QUOTED = re.compile(r"[«“„].*[»”“]")  # the name of a paper: «الواحة» - بريدة
_MAX_AUTHOR = 120
# Where a headline stands that the head of its page does not know.
ONLY_HEADLINE = "the only headline of the page"
_LEAST_WORDS = 4  # of a headline that the page's title does not say
_MAX_AUTHORS = 6


def choose_title(
    candidates: Sequence[tuple[str, str]], headings: Sequence[str], site: str | None, host: str | None
) -> tuple[str, str, str | None]:
    """(title, where it stands, the site's name when it was seen beside a title); all empty where there is none.

    candidates: (text, where) of the head, most trusted first. headings: texts of <h1>, likeliest first. The headline on
    the page wins where the head confirms it: heads carry variants for search engines and networks.
    """
    site = site_name(site, host)
    cleaned = [(text, where) for raw, where in candidates if (text := one_line(raw[:1000]))]
    cleaned = [(text, where) for text, where in cleaned if not _says_nothing(text)]
    keys = {key(text) for text, _ in cleaned} | {key(text) for text in headings}
    found_site: str | None = None
    bare: list[tuple[str, str]] = []
    for text, where in cleaned:
        title, name = _without_site(text, keys, site, host)
        found_site = found_site or name
        if title:
            bare.append((title, where))
    for heading in headings:
        title, _ = _without_site(heading, keys, site, host)
        if title and len(title) <= MAX_LENGTH and any(_same_headline(title, other) for other, _ in bare):
            return title, "the headline of the page", found_site
    usable = [(title, where) for title, where in bare if len(title) <= MAX_LENGTH and not _is_site(title, site, host)]
    unsaid = bool(usable) and all(where == PAGE_TITLE for _, where in usable)
    if unsaid and len(headings) == 1 and _is_headline(headings[0], site, host):
        return headings[0], ONLY_HEADLINE, found_site
    whole = [pair for pair in usable if not _CUT.search(pair[0])]
    for title, where in whole or usable:
        return title, where, found_site
    for heading in headings:
        if len(heading) <= MAX_LENGTH and not _is_site(heading, site, host):
            return heading, "the headline of the page", found_site
    return "", "", found_site


def _is_headline(heading: str, site: str | None, host: str | None) -> bool:
    """Whether the only <h1> of a page reads as a headline, and as no name of a house or of its sections."""
    if _is_site(heading, site, host) or is_house(heading) or len(words(heading)) < _LEAST_WORDS:
        return False
    return len(heading) <= MAX_LENGTH and not boilerplate.are_sections(heading) and boilerplate.match(heading) is None


def site_name(name: str | None, host: str | None) -> str | None:
    """The name of a site without its motto or its sections: of several parts the one that its host resembles, else the
    first."""
    parts = [part.strip() for part in _SEPARATOR.split(name or "") if part.strip()]
    parts = [part for part in parts if not boilerplate.is_section(part)] or parts
    if len(parts) < 2:
        return parts[0] if parts else name
    return next((part for part in parts if _is_site(part, None, host)), parts[0])


def _without_site(text: str, keys: set[str], site: str | None, host: str | None) -> tuple[str, str | None]:
    """`text` without a site's name at either end, when the page names that site or has the rest alone elsewhere."""
    for found in reversed(list(_SEPARATOR.finditer(text))):
        head, end = text[: found.start()].strip(), text[found.end() :].strip()
        if head and end and _is_network(end, found[0]):
            return _without_site(_NEW.sub("", head, count=1), keys, site, host)[0], end
        if head and end and (_is_site(end, site, host) or (key(head) in keys and len(end) <= 60)):
            shorter, _ = _without_site(head, keys - {key(head)}, site, host)
            return shorter or head, end
        if head and end and _is_site(head, site, host) and len(words(end)) > 1:
            return end, head
    return text, None


def _is_network(text: str, separator: str) -> bool:
    """Whether `text`, behind a separator at the end of a title, is the name of a network."""
    sign = separator.strip()
    return (sign == "|" and key(text) in keys("pages", "network")) or (sign == "/" and key(text) == "x")


def _says_nothing(title: str) -> bool:
    """Whether a title is one that programs give to what has none."""
    return key(title) in keys("pages", "untitled")


def is_cut(title: str) -> bool:
    """Whether a title ends in the sign of words that were left out."""
    return _CUT.search(title) is not None


def _is_site(text: str, site: str | None, host: str | None) -> bool:
    folded = key(text)
    if (
        site
        and folded
        and (folded == key(site) or (len(folded) >= 4 and folded.replace(" ", "") == key(site).replace(" ", "")))
    ):
        return True
    if not host:
        return False
    bare = re.sub(r"^www\.|\.\w+$", "", host.lower())
    squeezed = folded.replace(" ", "")
    return len(squeezed) >= 4 and squeezed in (
        bare.replace("-", ""),
        host.lower().removeprefix("www.").replace(".", ""),
    )


def _same_headline(one: str, two: str) -> bool:
    """Whether two headlines share most of their words, or one is a cut form of the other."""
    first, second = words(one), words(two)
    if not first or not second:
        return False
    if first[: len(second)] == second or second[: len(first)] == first:
        return True
    if _CUT.search(two) and first[: len(second) - 1] == second[: len(first)][: len(second) - 1]:
        return True
    common = len(set(first) & set(second))
    return common >= 0.6 * min(len(set(first)), len(set(second))) and min(len(first), len(second)) >= min(3, len(first))


def choose_authors(candidates: Sequence[str], site: str | None, lang: str) -> str | None:
    """The names in `candidates` (of one place on the page) as one line, None where none is a person or a desk."""
    names: dict[str, str] = {}
    for candidate in candidates[:_MAX_AUTHORS]:
        parts = re.split(r"\s*[;|]\s*|\s*,\s+(?=[A-ZÀ-Þ])|\s*،\s*", _places().sub("", candidate[:1000]))
        if len(parts) > 1 and _correspondents().match(parts[0]):
            parts = parts[1:]  # "Nos correspondants à Brest, Anne Lopez"
        for part in parts:
            name = author_name(part, site)
            if name:
                names.setdefault(key(name), name)
    return spec_of(lang).comma.join(names.values()) or None


def author_name(text: str, site: str | None) -> str | None:
    """The name in the text of an author's line; None where it is an account, the site itself, or no name."""
    name = one_line(_MAIL.sub(" ", text)) or ""
    dates = find_dates(name)
    if dates:
        byline = read_byline(name)
        if byline is not None and byline.labelled and not byline.author:
            return None  # when it was published, and by nobody
        name = (byline.author if byline and byline.author else name[: dates[0].start]).strip(" -–—|·•,،:/")
    if _credit().match(name):
        return None
    label = _labels().match(name) or _later_labels().search(name)
    if label and label.end() < len(name):
        name = name[label.end() :]
    if all(word in keys("fillers") for word in words(name)):
        return None  # "Le", before the day
    name = _signer(name, site)
    name = _roles().sub("", name).strip(" \t-–—|·•,،.:/")
    name = _trailing().sub("", name)
    first, _, calling = name.partition(", ")
    name = first if calling[:1].islower() and is_person(first) else name  # "Jeanne Morvan, hydrologue"
    folded = key(name)
    if (
        _labels().fullmatch(f"{name} ")
        or not folded
        or folded in keys("authors", "nobody")
        or len(name) > _MAX_AUTHOR
        or len(words(name)) > 10
        or _NOT_A_NAME.search(name)
        or _QUOTED.match(name)
    ):
        return None
    if folded.split()[0] in ("admin", "administrator", "webmaster") or (site and folded == key(site)):
        return None
    if boilerplate.match(name) is not None or not any(map(str.isalpha, name)):
        return None
    return name


def _signer(name: str, site: str | None) -> str:
    """The person in a line such as "صوت الريف - كريم البقالي", `name` for others; `site` is no person."""
    signed = read_signature(name)
    if signed is None or not signed.author:
        return name
    return signed.source if signed.source and site and key(signed.author) == key(site) else signed.author


def choose_topics(sections: Sequence[str], keywords: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the site's topics that the page's section or keywords name. known: folded name or id -> id."""
    found = dict.fromkeys(known[folded] for text in (*sections, *keywords) if (folded := topic_key(text)) in known)
    return tuple(found)


def topic_key(text: str) -> str:
    """The form in which names of topics are compared: "الرياضة", "رياضة" and "رياضه" are one."""
    return " ".join(
        _article().sub("", word) if len(word) > 4 else word for word in re.findall(r"[^\W_]+", fold(text).text)
    )


def topic_names(topics: Iterable[Topic]) -> dict[str, str]:
    """`topic_key` of every id and name of the site's topics -> id; of two with one name the first has it."""
    known: dict[str, str] = {}
    for topic in topics:
        for text in (topic.id, *topic.names.values()):
            known.setdefault(topic_key(text), topic.id)
    return known


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    """A word for "author" before a name; those that could begin a name need a sign behind them."""
    return re.compile(
        rf"(?:{written('authors', 'label')})(?:\s*[:/|\-–]+\s*|\s+)|(?:{written('authors', 'signed')})\s*(?::|//?)\s*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _correspondents() -> re.Pattern[str]:
    """Those who wrote from elsewhere, before their names."""
    return re.compile(rf"\s*(?:{written('datelines', 'correspondent')})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _credit() -> re.Pattern[str]:
    """What stands before the maker of a picture, with its sign: no author of the text."""
    return re.compile(rf"(?:{written('pages', 'credit')})\s*:", re.IGNORECASE)


@lru_cache(maxsize=1)
def _later_labels() -> re.Pattern[str]:
    """ "Print By National Desk": a button stands before it."""
    return re.compile(rf"(?<=\s)(?:{written('authors', 'by')})\s+(?=[^\W\d_])")


@lru_cache(maxsize=1)
def _trailing() -> re.Pattern[str]:
    """What led on to the date that stood behind the name."""
    return re.compile(rf"\s+(?:{written('authors', 'trailing')})\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _roles() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*[|/،,–(-]\s*|\s+[–-]\s+)(?:{written('authors', 'role')})\b.*\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _places() -> re.Pattern[str]:
    """Where the author wrote: "Par Jeanne Petit, à Lille", "Jeanne Petit (à Lille)"."""
    place = rf"(?:{written('authors', 'in')})\s+[^,،;|()]{{2,40}}"
    town = rf"(?:{written('authors', 'in')})\s+(?-i:[A-ZÀ-Þ])[\w'’-]+(?:\s(?-i:[A-ZÀ-Þ])[\w'’-]+)?"
    return re.compile(rf"\s*[,،]\s*{place}\Z|\s*\({place}\)\Z|(?<=\w)\s+{town}\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _article() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{folded('dates', 'article')})")
