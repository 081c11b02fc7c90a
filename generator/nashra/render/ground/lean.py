"""The default theme's style sheets and scripts as readers get them: without what only people need."""

from __future__ import annotations

import re
from functools import lru_cache

# Strings and bare addresses first: what looks like a comment or a blank in them is none. Blanks go beside what parts
# words by itself; a colon needs none behind it, but one before it is a selector's "any descendant that".
_TOKENS = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^)"']*\))"""
    r"""|(?P<zero>(?<![\w.])0(?=\.\d))"""
    r"""|(?P<gap>(?:\s|/\*.*?\*/)*(?:(?P<mark>[{};,>])|(?P<colon>:)|\Z)?(?:\s|/\*.*?\*/)*)""",
    re.DOTALL,
)


# What a script has for people only: the comment it begins with, lines that are one, indents, empty lines, and blanks
# beside marks that part words by themselves. Texts and patterns first: nothing in them is a comment or a blank.
_FOR_PEOPLE = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"""
    r"""|(?<=[(,=:\[!&|?{};>])[ ]?/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n\[])+/)"""
    r"""|\A/\*(?s:.*?)\*/\s*|^[ \t]*//.*\n|^[ \t]+|^\n|[ ]*(?P<mark>[{}=,;:?&|<>]+)[ ]*""",
    re.MULTILINE,
)


@lru_cache(maxsize=32)
def lean_js(text: str) -> str:
    """`text`, a script of the default theme, in fewer bytes. No text in it may hold another, or go over lines."""
    return _FOR_PEOPLE.sub(lambda token: token["kept"] or token["mark"] or "", text)


@lru_cache(maxsize=32)
def lean_css(text: str) -> str:
    """`text`, a style sheet, with the same rules in fewer bytes."""
    return _TOKENS.sub(_lean, text).replace(";}", "}").strip()


def _lean(token: re.Match[str]) -> str:
    if token["kept"] is not None or not token[0]:
        return token[0]
    if token["zero"]:
        return ""
    if token["mark"]:
        return token["mark"]
    if token["colon"]:
        return " :" if token[0][0] != ":" else ":"
    return " "
