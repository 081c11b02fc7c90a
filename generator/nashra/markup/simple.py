"""Inline Markdown as plain as most of it is: words, emphasis of either strength on nothing but words, links to the web.

It is taken apart in one go, where the grammar would go from sign to sign; `tests/markup` holds that both see the same.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Anything that may begin an inline construct, an entity, an escape or a hard break.
_SPECIAL = re.compile(r"[*_`~\[\]<>&\\!@]|  \n|\t|://|www\.")
_WORDS = r"[^\s*_`~\[\]<>&\\!@]+(?: [^\s*_`~\[\]<>&\\!@]+)*"
# Emphasis of words that begin and end with a letter is emphasis, whatever stands around it.
_EDGED = rf"(?=[\w\u064b-\u0652]){_WORDS}(?<=[\w\u064b-\u0652])"
_SIMPLE = re.compile(
    rf"(?<!\*)\*\*({_EDGED})\*\*(?!\*)|(?<!\*)\*({_EDGED})\*(?!\*)|\[({_WORDS})\]\((https?://[\w./~%?=#+:@,;-]+)\)"
)

_PARTS, _ADDRESS = 5, 4


# One text is asked for several times in a row: for its HTML, its alignment.
@lru_cache(maxsize=64)
def simple_parts(text: str) -> tuple[str, ...]:
    """The parts of `text`: words, then by fives what is strong, emphasised, linked, the address of that, more words;
    those that are not there are None. Nothing where the grammar has to be asked."""
    if not _SPECIAL.search(text):
        return (text,)
    parts = _SIMPLE.split(text)
    shown = [part for number, part in enumerate(parts) if part and number % _PARTS != _ADDRESS]
    return () if _SPECIAL.search("".join(shown)) else tuple(parts)
