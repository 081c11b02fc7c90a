"""Who signs an article, by the name that the language of a version has for them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from nashra.model import Article, Entity, Version


class Bylines:
    """The names of authors among `entities`."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities

    def of(self, article: Article, version: Version) -> tuple[str, str] | None:
        """(name, its language): what the version itself says, else the registry's name, else that of the original.

        None where nobody signs.
        """
        if version.author:
            return version.author, version.lang
        if not article.author:
            return None
        if (known := self.known(article)) and version.lang in known.names:
            return known.names[version.lang], version.lang
        return article.author, article.lang

    def known(self, article: Article) -> Entity | None:
        """The person or body of the registry that signs `article`; None where it knows none of that name."""
        return self._names.get((article.author or "").casefold())

    @cached_property
    def _names(self) -> Mapping[str, Entity]:
        authors = (entity for entity in self._entities.values() if entity.type in ("person", "organization"))
        return {name.casefold(): entity for entity in authors for name in entity.names.values()}
