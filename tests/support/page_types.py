"""One page of each type, for tests that look at all types."""

from __future__ import annotations

from pathlib import Path

# Where pages of each type lie below the folder of a language; the first that matches stands for its type.
_PATTERNS = (
    "index.html",
    "2024/07/*.html",
    "original/2024/*/*.html",
    "about.html",
    "search.html",
    "feeds.html",
    "topics.html",
    "topics/*.html",
    "entities.html",
    "entities/*.html",
    "editions.html",
    "editions/*-W*.html",
    "editions/????-??-??.html",
    "archive.html",
    "archive/*.html",
)
# Types that a language has only where something was translated into it.
_SOMETIMES = {"original/2024/*/*.html"}


def page_types(site: Path, lang: str) -> list[str]:
    """One page of each type in the language `lang`, as paths below the folder `site`: the home page, an article, ..."""
    found = []
    for pattern in _PATTERNS:
        pages = sorted((site / lang).glob(pattern))
        if pages or pattern not in _SOMETIMES:
            found.append(pages[0].relative_to(site).as_posix())
    return found


def common_pages(site: Path) -> list[str]:
    """The pages that belong to no single language: the chooser, the page for wrong addresses, a short link."""
    return ["index.html", "404.html", min((site / "s").glob("*/index.html")).relative_to(site).as_posix()]
