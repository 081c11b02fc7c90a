"""Small articles made in memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nashra.model import Article, Version
from nashra.translate.renewal import Renewal, Result, finish, plan

# The first hop of the tests' cipher: enough of it for exact expectations.
_LETTERS = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإ،؛؟", "AbtvjHxd*rzs$SDTZEgfqklmnhwypYOI,;?")

# What a line of a heading, a quotation or a list begins with.
SIGNS = re.compile(r"^(?:#{1,6} |> ?|[-*+] |\d+\. )", re.MULTILINE)


def without_signs(text: str) -> str:
    """The words of a block on one line, whatever its kind."""
    return SIGNS.sub("", text).replace("\\", "").replace("\n", " ")


def cipher(text: str) -> str:
    """A stand-in for an engine: Buckwalter letters, everything else as it is."""
    return text.translate(_LETTERS)


def article(body: str, *, title: str = "عنوان المقال", summary: str | None = None, lang: str = "ar") -> Article:
    """An article with an original only."""
    version = Version(lang=lang, title=title, slug="s", body=body, path=Path(f"{lang}.md"), summary=summary)
    return Article(
        id="3f9a1c",
        folder="2024/07/18-3f9a1c",
        lang=lang,
        published=datetime(2024, 7, 18, tzinfo=UTC),
        has_time=False,
        versions={lang: version},
    )


def with_version(old: Article, version: Version) -> Article:
    """`old` with a version added or replaced."""
    return replace(old, versions={**old.versions, version.lang: version})


def with_body(old: Article, lang: str, body: str) -> Article:
    """`old` with another body in one language, as if an editor had saved it."""
    return with_version(old, replace(old.versions[lang], body=body))


def renew(old: Article, lang: str = "en", engine: Callable[[str], str] = cipher) -> tuple[Article, Result | None]:
    """`old` after `nashra translate` with a stand-in engine; None where nothing was to do."""
    renewal = plan(old, lang)
    if renewal is None:
        return old, None
    result = finish(renewal, {segment: engine(segment) for segment in renewal.segments()}, "cipher", ())
    target = old.versions.get(lang)
    version = Version(
        lang=lang,
        title=result.title,
        slug=target.slug if target else "s",
        body=result.body,
        path=Path(f"{lang}.md"),
        summary=result.summary,
        translation=result.translation,
    )
    return with_version(old, version), result


def table(renewal: Renewal) -> dict[str, str]:
    """What the stand-in engine says to every segment of `renewal`."""
    return {segment: cipher(segment) for segment in renewal.segments()}


def body(paragraphs: Iterable[str]) -> str:
    """Paragraphs as a Markdown body."""
    return "\n\n".join(paragraphs) + "\n"
