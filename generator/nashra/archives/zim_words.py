"""Words by which Kiwix finds an article besides those that stand in it.

Kiwix looks for words as they are written, less the endings that its one language has. It knows that بالرباط has الرباط
in it, but not that والمغرب has المغرب. The forms that the site's own search goes by make up for that, in all languages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from nashra.languages.known import SPECS
from nashra.render.search.words import words

# Longer than this are no words that anybody types with an article.
_MOST = 20
# A language whose article is written together with the word -> words that may have it.
_JOINED = {spec.joined_article: re.compile(f"{spec.letters}{{3,}}") for spec in SPECS.values() if spec.joined_article}


def hidden_words(text: str, names: Iterable[str]) -> str:
    """The forms of the words of `text`, and `names` (forms of the names of what it is about), sorted, with blanks."""
    found = {form for forms in words(text) for form in forms} | set(names)
    # where the index is in another language, Kiwix keeps the article that a reader types
    found |= {
        article + form
        for article, pattern in _JOINED.items()
        for form in found
        if len(form) <= _MOST and pattern.fullmatch(form)
    }
    return " ".join(sorted(found))
