"""Addresses that stand in a text as they are: https://, ftp://, www. and mail addresses.

An address ends where the sentence goes on: before a blank, and without the punctuation at its end. Punctuation that
no address has, such as "،" and "»", ends it too, which GitHub does not know.
"""

from __future__ import annotations

import re

from nashra.markup.grammar.addresses import encoded
from nashra.markup.grammar.inline.span import Span

# What may begin one; group "mail" is whole.
START = (
    r"(?<![a-zA-Z])(?i:https?|ftp)://(?=\w)|(?<![^ \t\n*_~(])www\.(?=\w)"
    r"|(?<![a-zA-Z0-9.+-])(?P<mail>(?:mailto:)?(?:[a-zA-Z0-9.+_-]|\\_){1,64}@(?:[a-zA-Z0-9_-]{1,63}\.){1,20}[a-zA-Z0-9_-]{0,63}[a-zA-Z0-9])(?![a-zA-Z0-9_@-])"
)
_ENDS = "«»“”،؛؟۔"
_REST = re.compile(rf"[^\s<{_ENDS}]*")
_IN_BRACKETS = re.compile(rf"[^\s<{_ENDS}\[\]]*")
_ENTITY_END = re.compile(r"&[a-zA-Z0-9]+;\Z")
_HOST = re.compile(r"(?:[a-zA-Z]+://)?([\w.-]*)")


def address_at(source: str, match: re.Match[str], inside_brackets: bool) -> Span | None:
    """The address that begins at `match`, which START has found; None where it is none."""
    start = match.start()
    if match["mail"]:
        text = match[0].replace("\\_", "_")
        address = "mailto:" + text.removeprefix("mailto:")
        return Span("bare", start, match.end(), text, words=match.span(), address=address)
    rest = (_IN_BRACKETS if inside_brackets else _REST).match(source, start)
    text = _without_tail(rest[0] if rest else "")
    host = _HOST.match(text)
    labels = host[1].rstrip(".").split(".") if host else [""]
    if not labels[-1] or any("_" in label for label in labels[-2:]):
        return None
    scheme = "http://" if text.startswith("www.") else ""
    end = start + len(text)
    span = Span("bare", start, end, text, words=(start, end), address=scheme + encoded(text))
    if inside_brackets:
        span.ours = "bracket"
    elif rest and source.startswith(tuple(_ENDS), rest.end()):
        span.ours = "address"
    return span


def _without_tail(text: str) -> str:
    """`text` without what closes a sentence or a bracket around it rather than the address."""
    opened, closed = text.count("("), text.count(")")
    end = len(text)
    while end:
        char = text[end - 1]
        if char == ")" and closed > opened:
            closed -= 1
        elif char == ";":
            entity = _ENTITY_END.search(text, max(0, end - 34), end)
            if entity:
                end = entity.start() + 1
        elif char not in "?!.,:*_~'\"":
            break
        end -= 1
    return text[:end]
