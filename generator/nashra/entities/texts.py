"""The words of an article as running text, for those who look at names in all of a site's texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from nashra.entities.matchers import compiled
from nashra.markup.blocks import split
from nashra.markup.inline import plain_text
from nashra.markup.slots import texts
from nashra.model import Article, Entity, Version

# Addresses that stand in the text.
_NOT_WORDS = re.compile(r"https?://\S+")


def paragraphs(version: Version) -> list[str]:
    """The blocks of words of a version, each a plain text, in order, with the cells of tables on lines of
    their own; "" for a block of code, HTML or the like."""
    return [_NOT_WORDS.sub(" ", "\n".join(map(plain_text, texts(block)))) for block in split(version.body)]


def running_text(version: Version) -> str:
    """Title, summary and paragraphs, a blank line between them."""
    return "\n\n".join(text for text in (version.title, version.summary or "", *paragraphs(version)) if text)


def articles_by_entity(
    articles: Iterable[Article], entities: Mapping[str, Entity], languages: Iterable[str]
) -> dict[str, set[str]]:
    """Id of each entity that is named -> ids of the articles that name it, in any of `languages`."""
    found: dict[str, set[str]] = {}
    names = compiled(entities)
    matchers = {lang: names.matcher(lang) for lang in languages}
    for article in articles:
        for lang, version in article.versions.items():
            if lang in matchers:
                for mention in matchers[lang].find(running_text(version)):
                    found.setdefault(mention.entity, set()).add(article.id)
    return found
