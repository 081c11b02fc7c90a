"""Other ways to write a foreign name in Arabic, where they are regular: هونج كونج for هونغ كونغ.

What is not regular stands in the tables as an alias.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.languages.known import SPECS

# The languages that have such.
SPELT = frozenset(lang for lang, spec in SPECS.items() if spec.loose_letters)
# Bodies and works are written in one way, or as their tables say.
SPELT_TYPES = frozenset(("person", "place"))

# The g of other languages, which is ج or ك elsewhere; a name of Arabic origin has its article, or is short.
_G, _G_LETTERS = "غ", "جك"
_LEAST_LETTERS = 5
# Parts of names that are written in two ways.
_PAIRS = (
    ("ديمقراط", "ديموقراط"), ("أمريك", "أميرك"), ("لاند", "لند"),
)  # fmt: skip
_HAS_PAIR = re.compile("|".join(first for pair in _PAIRS for first in pair[:2]))
_LEAST_WITH_ARTICLE = 6
_ARTICLE = "ال"


def spellings(name: str, lang: str, *, is_country: bool) -> Iterator[str]:
    """The other spellings of `name`, a name in the language `lang`; none but in those of SPELT."""
    if lang not in SPELT:
        return
    if is_country and " " not in name and len(name) >= _LEAST_WITH_ARTICLE and not name.startswith(_ARTICLE):
        yield _ARTICLE + name
    if _G in name and len(name) >= _LEAST_LETTERS and not name.startswith(_ARTICLE):
        for other in _G_LETTERS:
            changed = name.replace(_G, other)
            yield changed
            if is_country and " " not in name and len(name) >= _LEAST_WITH_ARTICLE:
                yield _ARTICLE + changed
    if _HAS_PAIR.search(name):
        for one, other in _PAIRS:
            for old, new in ((one, other), (other, one)):
                if old in name and (new not in name or len(new) < len(old)):
                    yield name.replace(old, new)
