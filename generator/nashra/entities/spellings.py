"""Other ways to write a foreign name in Arabic, where they are regular: هونج كونج for هونغ كونغ.

What is not regular stands in the tables as an alias.
"""

from __future__ import annotations

from collections.abc import Iterator

from nashra.entities.rules import rules_of
from nashra.languages.known import SPECS

# The languages that have such.
SPELT = frozenset(lang for lang, spec in SPECS.items() if spec.loose_letters)
# Bodies and works are written in one way, or as their tables say.
SPELT_TYPES = frozenset(("person", "place"))

_LEAST_LETTERS = 5
_LEAST_WITH_ARTICLE = 6


def spellings(name: str, lang: str, *, is_country: bool) -> Iterator[str]:
    """The other spellings of `name`, a name in the language `lang`; none but in those of SPELT."""
    if lang not in SPELT:
        return
    rules = rules_of(lang)
    # a name of Arabic origin has its article, or is short
    article, (letter, others) = rules.around.article, rules.grammar.foreign_g
    pairs = rules.grammar.pairs
    if is_country and " " not in name and len(name) >= _LEAST_WITH_ARTICLE and not name.startswith(article):
        yield article + name
    if letter in name and len(name) >= _LEAST_LETTERS and not name.startswith(article):
        for other in others:
            changed = name.replace(letter, other)
            yield changed
            if is_country and " " not in name and len(name) >= _LEAST_WITH_ARTICLE:
                yield article + changed
    for pair in pairs:
        for old, new in (pair, pair[::-1]):
            if old in name and (new not in name or len(new) < len(old)):
                yield name.replace(old, new)
