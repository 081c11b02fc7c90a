"""What came into a text with the mail or the chat that brought it: heads, greetings, the line of a telephone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nashra.languages.desk.known import beginning, first_word, may_begin, plain, within
from nashra.languages.desk.known import phrases as phrases_of_desk
from nashra.languages.press.known import keyed, phrases
from nashra.markup.blocks import Block

Loose = tuple[int, str, str]

# Of chats: "[12/11/2026 10:42] Name:", "12/11/2026, 10:42 - Name:".
_CHAT = re.compile(
    r"^[\u200e\u200f\u202a-\u202c]{0,3}(?:"
    r"\[\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?,? (?:à |at |um )?\d{1,2}[:h]\d{2}(?::\d{2})?(?: [AP]M)?\]|"
    r"\[\d{1,2}:\d{2}, \d{1,2}[/.]\d{1,2}[/.]\d{2,4}\]|"
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? (?:à )?\d{1,2}:\d{2} -) [^:\n]{2,40}:",
    re.MULTILINE,
)
_FORWARDED = re.compile(r"^[-—_ ]{3,20}([^\W\d_][^\n]{3,60}?)[-—_ ]{3,20}$", re.MULTILINE)
_FIELD = re.compile(r"^[>*_ ]{0,4}([^\W\d_][^:\n]{0,30}?)[*_ ]{0,3}:[*_ ]{0,3}\S", re.MULTILINE)
_CLOCK = re.compile(r"\d[:h]\d{2}(?:,| [AP]M,|\s)")
_HINT = "take it out"
# A greeting in a line of its own has at most so many words.
_SHORT_GREETING, _NOTICE_WORDS = 4, 9
# A greeting with what comes with a text has so many words at most; what a telephone adds, so many letters.
_SHORT, _LETTER_LONG, _LINE_LONG, _NOTICE_LONG = 25, 300, 80, 120


def of_messages(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """The head of a message, its greeting, and what a telephone writes below it."""
    for block, text in zip(blocks, texts, strict=True):
        if ":" in text and (chat := _CHAT.search(text)):
            line = block.line + text.count("\n", 0, chat.start())
            yield line, f"`{chat[0][:60]}` comes from a chat, and readers see it", _HINT
        if ":" in text and "\n" in text:
            labels = [(kind, match) for match in _FIELD.finditer(text) if (kind := _fields().get(plain(match[1])))]
            if len(labels) > 1 and any(kind == "subject" or "@" in _line(match) for kind, match in labels):
                yield block.line, "this seems to be the head of a mail, and readers see it", _HINT
        of_a_post = "\n·\n" in text and text.count("@") == 1
        if of_a_post or (len(text) < _NOTICE_LONG and "\n" not in text and _is_notice(text)):
            yield block.line, f"`{text.strip()[:60]}` is what a messenger writes by itself", _HINT
        if (
            text.rstrip().endswith(":")
            and ("@" in text or _CLOCK.search(text))
            and any(each in text for each in phrases("mail_wrote"))
        ):
            yield block.line, f"`{text.strip()[:60]}` comes from a mail, and readers see it", _HINT
        for match in _FORWARDED.finditer(text) if "--" in text or "——" in text or "__" in text else ():
            if plain(match[1]) in _lines("forward_lines"):
                line = block.line + text.count("\n", 0, match.start())
                yield line, f"`{match[0][:60]}` comes from a mail, and readers see it", _HINT
        if may_begin(text[:_LINE_LONG], "disclaimers") and beginning(plain(text[:_LINE_LONG]), "disclaimers"):
            yield block.line, f"`{text[:60]}` comes from a mail, and readers see it", _HINT
    if not blocks:
        return
    first = plain(texts[0][:_LETTER_LONG]) if may_begin(texts[0][:_LINE_LONG], "greetings") else ""
    if first and first.count(" ") < _SHORT and beginning(first, "greetings"):
        second = plain(texts[1][:80]) if len(texts) > 1 else ""
        if within(first, "covers") or beginning(second, "covers"):
            yield blocks[0].line, f"`{texts[0][:60]}` comes from a mail, and readers see it", _HINT
    for block, text in zip(blocks[1:], texts[1:], strict=True):
        if "\n" in text and may_begin(text[:_LINE_LONG], "greetings") and _is_to_a_colleague(text):
            yield block.line, f"`{text[:60]}` comes from a mail, and readers see it", _HINT
    for block, text in zip(blocks[-2:], texts[-2:], strict=True):
        if len(text) < _LINE_LONG and any(f"{plain(text)} ".startswith(f"{each} ") for each in _lines("device_starts")):
            yield block.line, f"`{text.strip()[:60]}` comes from a mail, and readers see it", _HINT


def _line(match: re.Match[str]) -> str:
    return match.string[match.start() :].split("\n", 1)[0]


@cache
def _fields() -> dict[str, str]:
    """Label of a field of a mail's head -> the field."""
    return {plain(label): kind for kind, label in keyed("mail_fields")}


def _is_to_a_colleague(text: str) -> bool:
    """Whether a letter speaks of a part of an article, below its greeting, and says what is to be done."""
    greeting, _, letter = text.partition("\n")
    words = plain(letter[:_LETTER_LONG])
    if plain(greeting).count(" ") >= _SHORT_GREETING or not greeting.rstrip().endswith((",", "،", "!")):
        return False
    return (
        within(words, "works") is not None
        and (beginning(words, "told") or beginning(words, "covers") or beginning(words, "doings")) is not None
    )


def _is_notice(text: str) -> bool:
    """Whether it is a line that a messenger writes; a single word may be a heading."""
    if not text.rstrip().endswith((".", "!")) and text.count(" ") <= _NOTICE_WORDS:
        words = plain(text)
        if words.endswith(_ends()):
            return True
        if "·" in text and any(map(str.isdigit, text)) and within(words, "counters"):
            return True
    known = _notices().get(first_word(text))
    if not known:
        return False
    words = plain(text)
    return any(words == each or (starts and words.startswith(each)) for each, starts in known)


@cache
def _notices() -> dict[str, list[tuple[str, bool]]]:
    """First word -> (notice of a messenger, whether more may follow)."""
    found: dict[str, list[tuple[str, bool]]] = {}
    for field in ("chat_notices", "chat_notice_starts"):
        for words in _lines(field):
            if " " in words:
                found.setdefault(words.split(" ", 1)[0], []).append((words, field != "chat_notices"))
    return found


@cache
def _ends() -> tuple[str, ...]:
    return tuple(f" {each}" for known in phrases_of_desk("notices").values() for each in known)


@cache
def _lines(field: str) -> frozenset[str]:
    return frozenset(map(plain, phrases(field)))
