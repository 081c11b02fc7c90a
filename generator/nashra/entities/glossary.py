"""The names and terms of a site in running text, for those who translate it."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.entities.matcher import Matcher
from nashra.entities.matchers import compiled
from nashra.model import Entity


class Glossary:
    """The names of entities, and terms, in running text: for the guards, and for putting the right ones in."""

    def __init__(self, entities: Mapping[str, Entity]) -> None:
        self._entities = entities
        self._matchers = compiled(entities)

    def named(self, text: str, lang: str, target_lang: str) -> list[str]:
        """Ids of the entities that `text`, in `lang`, names and that have a name in `target_lang`, in order."""
        if not self._entities:
            return []
        found = [mention.entity for mention in self._matcher(lang).find(text)]
        return [id for id in found if target_lang in self._entities[id].names]

    def written(self, text: str, lang: str, target_lang: str) -> dict[str, str]:
        """The names and terms in `text`, as they stand there -> as `target_lang` writes them."""
        if not self._entities:
            return {}
        found = ((text[mention.start : mention.end], mention.entity) for mention in self._matcher(lang).find(text))
        return {
            words: self._entities[id].names[target_lang]
            for words, id in found
            if target_lang in self._entities[id].names
        }

    def with_names(self, text: str, lang: str, target_lang: str) -> str:
        """`text` with its names replaced by those of `target_lang`, which translation models mostly copy."""
        parts: list[str] = []
        at = 0
        for mention in self._matcher(lang).find(text):
            name = self._entities[mention.entity].names.get(target_lang)
            if name is None:
                continue
            before = text[at : mention.start]
            # a particle that was attached, as in "بالرباط", cannot be attached to another script
            parts += [before, " " if before[-1:].isalpha() else "", name]
            at = mention.end
        return "".join(parts) + text[at:]

    def _matcher(self, lang: str) -> Matcher:
        # a name left in the script of the source has not been translated
        return self._matchers.matcher(lang, foreign=False)
