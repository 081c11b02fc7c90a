"""Paragraphs of a translation that still stand in the language of their source, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.languages.known import spec_of
from nashra.markup.blocks import split
from nashra.model import Version

# A shorter paragraph may be a name or a figure in all languages, and so may one that has few small words.
_LONG, _FEW = 40, 2
_WORD = re.compile(r"[^\W\d_]+")


def untranslated(source: Version, version: Version) -> Iterator[tuple[int, str]]:
    """(line in the file, words) of the paragraphs that `version` has word for word from `source`.

    Those in a third language, such as what somebody said, and lists of names have no small words of the source's.
    """
    small = spec_of(source.lang).small_words
    if not small or source.lang == version.lang:
        return
    own = {block.text for block in split(source.body) if block.kind == "paragraph" and len(block.text) >= _LONG}
    for block in split(version.body) if own else ():
        if block.text in own and sum(word.lower() in small for word in _WORD.findall(block.text)) >= _FEW:
            yield version.body_line + block.line, block.text
