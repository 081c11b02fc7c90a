"""Plain text -> Markdown that shows exactly that text, with as few backslashes as will do."""

from __future__ import annotations

import re

from nashra.markup.grammar.block.tables import is_dashes
from nashra.markup.grammar.inline.bare import START, address_at
from nashra.markup.inline import named_at_start, parse

# A `<` that begins a tag, a comment, a declaration or (where there is an @) a mail address, and an `&` that begins the
# number or the name of a character.
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_MARKED_TAG = re.compile(r"<(?!https?://[^\s<>]+>)(?=[A-Za-z/!?])")
# A link that leads to no page: javascript:
_STRANGE_LINK = re.compile(r"\]\((?!\s*<?(?:https?:|mailto:|[./#]))")
_MARKED_START = re.compile(r"(?:#{1,6}|>)\s+\S")
_ADDRESS_START = re.compile(r"<(?=\S)")
_REFERENCE = re.compile(r"&(?=#[0-9xX]|\w+;)")
# A backslash counts only before punctuation.
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~]|\Z)")
# A mark that can open or close emphasis: a space on both sides, or (for _) a letter on both, makes it an ordinary sign.
_STARS = re.compile(r"(?<!\S)\*+(?!\S)|(\*+)")
_UNDERSCORES = re.compile(r"(?<!\S)_+(?!\S)|(?<=[^\W_])_+(?=[^\W_])|(_+)")
_TILDES = re.compile(r"(?<!\S)~+(?!\S)|(~+)")
# What would make a link, a picture or a footnote; other brackets are ordinary signs.
_BRACKET = re.compile(r"\](?=\()|\[(?=\^)")
_DEFINITION = re.compile(r"\[(?=[^\[\]]*\]:)|\*(?=\[)")
# Among marks every sign counts, but an underscore inside a word never does.
_MARKS_INSIDE = re.compile(r"[*`~\[\]]|(?<![^\W_])_|_(?![^\W_])")
_ADDRESS = re.compile(START)
# Stands for an address.
_PLACE = "\ue000"
_BLOCK_MARK = re.compile(r"(#+|>|[-+*](?=\s|\Z)|!!!|:(?=\s)|=+\Z|-+\Z)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|\Z)")
_FENCE = re.compile(r"~(?=~~)")


def escape(text: str) -> str:
    """One line of plain text as one line of Markdown. Ordinary text comes back as it is.

    Takes time linear in the length of the text.
    """
    text, addresses = _without_addresses(text)
    text = _BACKSLASH.sub(r"\\\\", text)
    if "&" in text:
        text = _REFERENCE.sub("&amp;", text)
    if "<" in text:
        text = (_ADDRESS_START if "@" in text else _TAG_START).sub("&lt;", text)
    if text.count("`") > 1:
        text = text.replace("`", "\\`")
    text = _escape_pairs(text, "*", _STARS)
    text = _escape_pairs(text, "_", _UNDERSCORES)
    text = _escape_pairs(text, "~", _TILDES)
    if "]" in text:
        text = _BRACKET.sub(r"\\\g<0>", text)
    return _escape_start(_with_addresses(text, addresses))


def kept(text: str) -> str:
    """One line of Markdown as its author wrote it; only HTML, and what would begin another block, is escaped."""
    if "<" in text:
        text = _MARKED_TAG.sub("&lt;", text)
    text = _STRANGE_LINK.sub(r"\\](", text)
    return text if _MARKED_START.match(text) else _escape_start(text)


def shows(markdown: str, words: str) -> bool:
    """Whether readers of `markdown` see just `words`, pictures left out, but for blanks."""
    plain, marks = parse(markdown)
    strange = any(mark.kind == "note" or (mark.kind == "html" and mark.open.startswith("<")) for mark in marks)
    return plain.split() == words.split() and not strange


def _without_addresses(text: str) -> tuple[str, list[str]]:
    """`text` with a sign for each bare address, in which every character counts as it is, and the addresses."""
    if ("://" not in text and "www." not in text) or _PLACE in text:
        return text, []
    parts: list[str] = []
    addresses: list[str] = []
    at = 0
    while match := _ADDRESS.search(text, at):
        span = address_at(text, match, False)
        end = span.end if span else match.end()
        parts.append(text[at : match.start()] + _PLACE if span else text[at:end])
        addresses += [text[match.start() : end]] if span else []
        at = end
    return "".join([*parts, text[at:]]), addresses


def _with_addresses(text: str, addresses: list[str]) -> str:
    if not addresses:
        return text
    first, *parts = text.split(_PLACE)
    return first + "".join(_before(part, address) for address, part in zip(addresses, parts, strict=True))


def _before(part: str, address: str) -> str:
    """`address` and what follows it; a "<" that is no tag would be of a bare address."""
    if part.startswith("&lt;"):
        return f"[{address}](<{'http://' if address.startswith('www.') else ''}{address}>){part}"
    return address + named_at_start(part)


def _escape_pairs(text: str, mark: str, pattern: re.Pattern[str]) -> str:
    """A single mark has no partner and stays as it is."""
    if text.count(mark) < 2 or sum(len(found[1] or "") for found in pattern.finditer(text)) < 2:
        return text
    return pattern.sub(lambda found: "".join("\\" + each for each in found[1]) if found[1] else found[0], text)


def _escape_start(text: str) -> str:
    rule = text.startswith(("*", "_", "-")) and not any(character.isalnum() for character in text)
    if rule or (text and is_dashes(text)) or _BLOCK_MARK.match(text) or _DEFINITION.match(text):
        return f"&#58;{text[1:]}" if text[0] == ":" else f"&#61;{text[1:]}" if text[0] == "=" else "\\" + text
    if numbered := _NUMBERED.match(text):
        return f"{numbered[1]}\\{text[numbered.end(1) :]}"
    return f"&#126;{text[1:]}" if _FENCE.match(text) else text


def escape_inside(text: str) -> str:
    """A piece of plain text that stands among marks of the same line: no sign in it may pair with those around it."""
    text, addresses = _without_addresses(text)
    text = _BACKSLASH.sub(r"\\\\", text)
    if "&" in text:
        text = _REFERENCE.sub("&amp;", text)
    if "<" in text:
        text = _ADDRESS_START.sub("&lt;", text)
    return _with_addresses(_MARKS_INSIDE.sub(r"\\\g<0>", text), addresses)


def escape_start(text: str) -> str:
    """`text`, whose inner signs are escaped already, so that its beginning makes no heading, list or quote of it."""
    return text if text.startswith(("\\", "&")) else _escape_start(text)
