"""A page that was saved in part, or has something in it that nothing closes, so that the article lacks its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from nashra.ingest.page.page_tree import first_page
from nashra.ingest.words.press_words import written

# What a browser shows nothing of until it is closed.
_HIDING = re.compile(
    r"<!--(?!-?>)|"
    r"<(?P<tag>style|script|textarea|title|xmp|noembed|noframes|iframe|noscript|template|select)(?=[\s/>])",
    re.IGNORECASE,
)
# A value that goes on over the end of its tag, up to the quotation mark of another.
_SWALLOWING = re.compile(
    r"""=(["'])(?:(?<=href=.)|(?<=class=.)|(?<=src=.)|(?<=id=.))[^"'<>]{0,500}>[^"']{0,500}?</""", re.IGNORECASE
)
_BODY, _ENDED = re.compile(r"<body[\s>]", re.IGNORECASE), re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_OPENED, _CLOSED = (
    re.compile(r"<(article|main)[\s>]", re.IGNORECASE),
    re.compile(r"</(article|main)\s*>", re.IGNORECASE),
)
_IN_A_TAG = re.compile(r"<[a-z/][^<>]{0,2000}\Z", re.IGNORECASE)
# Of a line that numbers pages, and how many pages are more than one.
_SHORT, _FEWEST = 80, 2
# So much is looked at from the end of a page for the end of its last tag.
_END = 4000


def doubts_of(page: str) -> Iterator[str]:
    """What the editor should look at in the HTML `page`."""
    if len(first := first_page(page)) < len(page):
        page = first
        yield "the file holds several pages, and the text is that of the first"
    if hidden := _never_closed(page):
        line, sign = hidden
        yield f"`{sign}` in line {line} of the page is not closed, and what stands behind it is not in the text"
    elif _is_cut_off(page):
        yield "the page ends before its text does, and may have been saved in part"
    if swallowing := _SWALLOWING.search(page):
        line = page.count("\n", 0, swallowing.start()) + 1
        yield f"a {swallowing[1]} in line {line} of the page is not closed, and words behind it are not in the text"


def _never_closed(page: str) -> tuple[int, str] | None:
    """(line, sign) of what hides the rest of the page."""
    lower, at = page.lower(), 0
    while match := _HIDING.search(page, at):
        sign = match[0] if match["tag"] is None else f"{match[0]}>"
        closing = lower.find("-->" if match["tag"] is None else f"</{match['tag'].lower()}", match.end())
        if closing < 0:
            end = page.find(">", match.end())
            if match["tag"] is None or end < 0 or page[end - 1] != "/":
                return page.count("\n", 0, match.start()) + 1, sign
            closing = end
        at = closing
    return None


def _is_cut_off(page: str) -> bool:
    """Whether the page ends in the middle of a tag, or of an element that holds its text and that all pages close."""
    if _ENDED.search(page):
        return False
    if _IN_A_TAG.search(page[-_END:]):
        return True
    return _BODY.search(page) is not None and len(_OPENED.findall(page)) > len(_CLOSED.findall(page))


def one_of_several(lines: Iterable[str]) -> str:
    """What to look at where one of the `lines` of a page says that it is one of several: "Page 1 of 3"."""
    found = next(filter(None, (page_number(line) for line in lines if len(line) <= _SHORT)), None)
    return f"the page is one of several ({found}), and the text of the others is not in it" if found else ""


def page_number(line: str) -> str | None:
    """The number of a page among several at the start of `line`, where there is one: "Page 1 of 3", "صفحة 1 من 3"."""
    found = _numbered().match(line)
    if found is None or not 1 <= int(found["at"]) <= int(found["all"]) or int(found["all"]) < _FEWEST:
        return None
    return found[0].strip()


@lru_cache(maxsize=1)
def _numbered() -> re.Pattern[str]:
    between = "|".join(["/", written("prints", "of"), written("prints", "of_pages")])
    return re.compile(
        rf"\W{{0,3}}(?:{written('prints', 'page')})\s*(?P<at>\d{{1,2}})\s*(?:{between})\s*(?P<all>\d{{1,2}})(?!\w)",
        re.IGNORECASE,
    )
