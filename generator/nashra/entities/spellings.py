"""Other ways to write a name of another language, where they are regular: هونج كونج for هونغ كونغ, Mohamed.

What is not regular stands in the tables as an alias.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import islice, product

from nashra.entities.demonyms import usual_adjectives
from nashra.entities.normalize import folder
from nashra.entities.rules import rules_of
from nashra.languages.known import SPECS
from nashra.languages.names.known import names_of

# The languages that have such.
SPELT = frozenset(lang for lang, spec in SPECS.items() if spec.loose_letters or names_of(lang).grammar.variants)
# Bodies and works are written in one way, or as their tables say.
SPELT_TYPES = frozenset(("person", "place"))

_LEAST_LETTERS = 5
_LEAST_WITH_ARTICLE = 6
# Spellings of one name that follow from those of its words.
_MOST_VARIANTS = 16
_PARTS = re.compile(r"[\w’']+")


def spellings(name: str, lang: str, *, is_country: bool, is_person: bool = False) -> Iterator[str]:
    """The other spellings of `name`, a name in the language `lang`; none but in those of SPELT."""
    if lang not in SPELT:
        return
    rules = rules_of(lang)
    if is_person:
        yield from _variants(name, rules.grammar.variants)
    if not rules.grammar.foreign_g[0]:
        return
    # a name of Arabic origin has its article, or is short
    article, (letter, others) = rules.around.article, rules.grammar.foreign_g
    pairs = rules.grammar.pairs
    is_adjective = folder(lang)(name) in usual_adjectives(lang)  # البوروندي is a man of بوروندي
    takes_article = is_country and " " not in name and len(name) >= _LEAST_WITH_ARTICLE and not is_adjective
    if takes_article and not name.startswith(article):
        yield article + name
    if letter in name and len(name) >= _LEAST_LETTERS and not name.startswith(article):
        for other in others:
            changed = name.replace(letter, other)
            yield changed
            if takes_article:
                yield article + changed
    for pair in pairs:
        for old, new in (pair, pair[::-1]):
            if old in name and (new not in name or len(new) < len(old)):
                yield name.replace(old, new)


def _variants(name: str, groups: tuple[frozenset[str], ...]) -> Iterator[str]:
    """`name` with every choice for those of its words that are written in several ways."""
    words = set(_PARTS.findall(name))
    here = [(group & words, sorted(group)) for group in groups if group & words]
    for chosen in islice(product(*(group for _, group in here)), _MOST_VARIANTS):
        meant = {word: other for (found, _), other in zip(here, chosen, strict=True) for word in found}
        changed = _PARTS.sub(partial(_chosen, meant), name)
        if changed != name:
            yield changed


def _chosen(meant: Mapping[str, str], part: re.Match[str]) -> str:
    return meant.get(part[0], part[0])
