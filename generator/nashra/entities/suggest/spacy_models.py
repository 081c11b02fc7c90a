"""Names that a spaCy model finds, where spaCy and a model of the language are installed; Nashra needs neither."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from nashra.entities.suggest.found import Found
from nashra.model import EntityType

# The packages of spaCy's models that have a recogniser of names, the better first; "xx" knows many languages.
_MODELS = ("{lang}_core_news_lg", "{lang}_core_news_md", "{lang}_core_news_sm",
           "{lang}_core_web_lg", "{lang}_core_web_md", "{lang}_core_web_sm", "xx_ent_wiki_sm")  # fmt: skip
_TYPES: Mapping[str, EntityType] = {
    "PER": "person",
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "EVENT": "event",
    "WORK_OF_ART": "work",
}

Finder = Callable[[str], Iterator[Found]]


def spacy_finder(lang: str) -> Finder | None:
    """A finder of names in texts in `lang`; None where spaCy or a model for it is missing, or cannot be loaded."""
    if find_spec("spacy") is None:
        return None
    for pattern in _MODELS:
        name = pattern.format(lang=lang)
        if find_spec(name) is not None and (model := _load(name)) is not None:
            return _reader(name, model)
    return None


def _load(name: str) -> Any:
    try:
        return import_module("spacy").load(name, disable=["parser", "tagger", "lemmatizer"])
    except Exception:  # a model for another version of spaCy raises whatever its parts raise
        return None


def _reader(name: str, model: Any) -> Finder:
    def find(text: str) -> Iterator[Found]:
        for span in model(text).ents:
            kind = _TYPES.get(span.label_)
            if kind is not None:
                yield Found(span.text, span.start_char, span.end_char, kind, f"spaCy model {name}", 2)

    return find
