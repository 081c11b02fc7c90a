"""What stands between the brackets of a link: its address and its title."""

from __future__ import annotations

import re

from nashra.markup.grammar.characters import plain
from nashra.markup.grammar.tree import Target

# Brackets nest as deep as an address of the world may need, and not so deep that a hostile one costs time.
_BARE = r"(?:[^\\()<\x00-\x20\x7f]|\\[^\x00-\x20\x7f])"
_ROUND = rf"(?:{_BARE}|<)"
_ONE = rf"\({_ROUND}*\)"
_TWO = rf"\((?:{_ROUND}|{_ONE})*\)"
_THREE = rf"\((?:{_ROUND}|{_TWO})*\)"
ADDRESS = re.compile(rf"<(?:[^<>\n\\]|\\.)*>|(?!<)(?:{_ROUND}|{_THREE})*")
TITLE = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|\((?:[^()\\]|\\.)*\)', re.DOTALL)
_NOT_IN_ADDRESS = re.compile(r'[\x00-\x20"<>\\^`{|}]')


def target(source: str, title: str | None) -> Target:
    """The target whose address and title, with its quotation marks, stand so in Markdown."""
    bare = source[1:-1] if source.startswith("<") and source.endswith(">") else source
    typed = plain(bare)
    return Target(encoded(typed), None if title is None else plain(title[1:-1]), typed)


def encoded(address: str) -> str:
    """An address with blanks and the few signs that no address may hold written as percent signs."""
    return _NOT_IN_ADDRESS.sub(lambda char: f"%{ord(char[0]):02X}", address)
