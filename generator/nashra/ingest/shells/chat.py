"""Taking the shell of WhatsApp and Telegram off: stamps, senders, notices. Nobody's name or number is published."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import lru_cache

from nashra.ingest.dates.find import FoundDate, fixed_dates
from nashra.ingest.dates.yearless import find_yearless
from nashra.ingest.draft import Dropped
from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.phrases import begins, is_one_of, table
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import fold, key
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.press_words import folded, written

# [02/05/2024 18:31:07] Name: text
_BRACKET = re.compile(r"\[(?P<stamp>[^\[\]]{4,40})\]\s*(?P<rest>.*)")
# 02/05/2024, 18:31 - Name: text
_DASH = re.compile(
    r"(?P<stamp>[\d٠-٩][^\[\]A-Za-z]{4,20}?[\d٠-٩]{1,2}[:h٫][\d٠-٩]{2}[^-–\n]{0,14}?)\s[-–]\s(?P<rest>.*)"
)
# Name, [02.05.2024 18:31] and the text below
_AFTER = re.compile(r"(?P<name>[^\[\]]{1,60}?),?\s*\[(?P<stamp>[^\[\]]{4,40})\]:?\s*(?P<rest>)")
_NAME = re.compile(r"(?P<name>[^:،,.!?؟]{1,40}?)\s?:\s(?P<text>.*)|(?P<alone>[^:]{1,40}):")
_CLOCK = re.compile(r"[\d٠-٩]{1,2}[:h٫.][\d٠-٩]{2}")
_AMERICAN = re.compile(r"\b[ap]\.?m\b", re.IGNORECASE)
_BRACKETED = re.compile(r"[<\[(‹«]([^<>\[\]()]*)[>\])›»]")
_MARKED = re.compile(r"(?<![\w*_~])([*_~])(?=\S)([^*_~\n]+?)(?<=\S)\1(?![\w*_~])")
_HANDLE = re.compile(r"@\w{3,32}")
_ANSWER = 3  # words
_COVER = 10  # words of a message that only says what comes next
_CALLED = 2  # words for whom a greeting is
_CALL = re.compile(r"[^,،!:.؟?]{2,40}[,،!:]")  # whom a message calls before it says something
_PHONE = re.compile(r"[+~\d\s().-]+\Z")


def open_chat(shelled: Shelled) -> None:
    """Take the shell of messages off, where at least one line has the stamp of one."""
    for at in shelled.filled()[:2]:
        text = shelled.lines[at].text
        if begins(text, "forward_starts") and len(key(text).split()) <= 8 and text[-1] not in ".!?؟":
            shelled.drop([at], "a notice of the messenger")
    _take_channel(shelled)
    found = {at: message for at in shelled.filled() if (message := _message(shelled.lines[at].text))}
    sure = [each for each in found.values() if each.name or each.alone]
    if not sure:
        return
    if len(sure) == 1 and not (sure[0].bracketed and _has_day(sure[0].stamp)):
        return
    senders: list[str] = []
    lines: list[Line] = []
    owners: list[tuple[str, int]] = []  # of each line: who sent its message, and which message of the chat that is
    owner = ("", 0)
    for at, line in enumerate(shelled.lines):
        message = found.get(at)
        text = line.text if message is None else message.text
        if message is not None:
            lines.append(Line(line.number, ""))
            owner = (message.name, owner[1] + 1)
            shelled.dropped.append(_stamp_of(line, message.text))
            if message.name or not (text and _is_notice(text, message)):
                _keep_stamp(shelled, message, line.number)
            if message.name:
                senders.append(message.name)
        if text and _is_notice(text, message):
            shelled.dropped.append(Dropped(line.number, text, "a notice of the messenger"))
            lines.append(Line(line.number, ""))
            continue
        owners += [owner] * (len(lines) + 1 - len(owners))
        lines.append(Line(line.number, _plain(text)))
    owners += [owner] * (len(lines) - len(owners))
    shelled.lines = lines
    _drop_small_talk(shelled, owners)
    _take_channel_handle(shelled, set(senders))
    names = list(dict.fromkeys(name for name in senders if not _PHONE.match(fold(name).text)))
    shelled.secret |= {name for name in senders if _PHONE.match(fold(name).text)}
    if names and not (shelled.source is not None and [shelled.source[0]] == names):
        shelled.checks.append(f"sent by {', '.join(map(repr, names[:5]))}; no sender stands in a field of the article")


def _take_channel(shelled: Shelled) -> None:
    """The name of a channel above a post that ends in its views: who published it."""
    filled = shelled.filled()
    if len(filled) < 4 or not any(boilerplate.VIEWS.match(shelled.lines[at].text) for at in filled[-3:]):
        return
    name, title = (shelled.lines[at] for at in filled[:2])
    if len(key(name.text).split()) <= _ANSWER and _may_be_title(title.text):
        shelled.source = (name.text, f"line {name.number}, above the post")
        shelled.checks.append(f"{name.text!r} stands above the post and was taken for its source")
        shelled.drop(filled[:1], "the name above a post")


def _take_channel_handle(shelled: Shelled, senders: set[str]) -> None:
    """The handle of a channel in the last line; it published what comes from a sender of that name."""
    last = shelled.lines[shelled.filled()[-1]] if shelled.filled() else None
    if last is None or not _HANDLE.fullmatch(last.text):
        return
    shelled.drop(shelled.filled()[-1:], "the handle of a channel")
    name = next(iter(senders), "")
    if len(senders) == 1 and key(name).replace(" ", "") == last.text[1:].replace("_", "").lower():
        shelled.source = shelled.source or (name, f"line {last.number}, below the post")
        shelled.checks.append(f"{name!r} is the channel of the post and was taken for its source")


def _may_be_title(text: str) -> bool:
    return _ANSWER < len(key(text).split()) <= boilerplate.MAX_HEADLINE_WORDS and not boilerplate.is_prose(text)


def _drop_small_talk(shelled: Shelled, owners: list[tuple[str, int]]) -> None:
    """Drop the messages that are a greeting, and short answers of others than the one who sent most of the text."""
    said: Counter[str] = Counter()
    messages: dict[tuple[str, int], list[int]] = {}
    for at in shelled.filled():
        messages.setdefault(owners[at], []).append(at)
        said[owners[at][0]] += len(key(shelled.lines[at].text).split())
    if not said:
        return
    author = said.most_common(1)[0][0]
    above = True  # whether nothing of the text stands above
    for (sender, _), inside in messages.items():
        text = " ".join(shelled.lines[at].text for at in inside)
        bare = text.strip(" ,،!.:-–؛🙏👍🌹")
        announces = above and text.endswith(":")  # "From the town hall, for tomorrow:"
        covers = len(messages) > 1 and len(key(text).split()) <= _COVER and (announces or _only_covers(text))
        if not key(bare) or is_one_of(bare, "greetings") or is_one_of(bare, "chat_replies") or covers:
            shelled.drop(inside, "small talk of the chat")
            continue
        above = False
        if sender != author and len(key(text).split()) <= _ANSWER and len(messages) > 1:
            shelled.drop(inside, "an answer in the chat")
        elif sender != author:
            shelled.checks.append(
                f"line {shelled.lines[inside[0]].number} was sent by another than most of the text, and stays in it"
            )


def _only_covers(text: str) -> bool:
    """Whether a short message speaks of the one that follows, or greets somebody and says more: "Hello desk, ..."."""
    bare = _ungreeted(text)
    if begins(bare, "cover_starts"):
        return True
    called = _CALL.match(text)
    return called is not None and bare != key(text) and len(_ungreeted(called[0]).split()) <= _CALLED


def _ungreeted(text: str) -> str:
    """`text` without a greeting before it, as its folded words."""
    folded = key(text)
    longest = max((each for each in table("greetings") if f"{folded} ".startswith(f"{each} ")), key=len, default="")
    return folded.removeprefix(longest).strip()


class _Message:
    """A line with a stamp, taken apart."""

    def __init__(self, stamp: str, name: str, text: str, *, bracketed: bool, alone: bool = False) -> None:
        self.stamp, self.name, self.text, self.bracketed, self.alone = stamp, name, text, bracketed, alone


def _message(text: str) -> _Message | None:
    for pattern in (_BRACKET, _DASH, _AFTER):
        found = pattern.fullmatch(text)
        if found is None or not _is_stamp(found["stamp"]):
            continue
        rest = found["rest"]
        if pattern is _AFTER:
            return _Message(found["stamp"], found["name"].strip(), "", bracketed=True, alone=True)
        named = _NAME.fullmatch(rest)
        if named is None:
            return _Message(found["stamp"], "", rest, bracketed=pattern is _BRACKET)
        name = (named["name"] or named["alone"] or "").strip()
        return _Message(found["stamp"], name, named["text"] or "", bracketed=pattern is _BRACKET)
    return None


def _is_stamp(stamp: str) -> bool:
    if _CLOCK.search(stamp) is None:
        return False
    return _only_clock().fullmatch(fold(stamp).text) is not None or _has_day(stamp)


def _has_day(stamp: str) -> bool:
    return bool(fixed_dates(stamp)) or find_yearless(stamp) is not None


def _stamp_of(line: Line, text: str) -> Dropped:
    shell = line.text[: len(line.text) - len(text)].strip() if text and line.text.endswith(text) else line.text
    return Dropped(line.number, shell, "the stamp and the sender of a message")


def _keep_stamp(shelled: Shelled, message: _Message, number: int) -> None:
    if shelled.stamp is not None:
        return
    dates = fixed_dates(message.stamp)
    if dates:
        shelled.stamp = (_american(dates[0], message.stamp), f"line {number}, the stamp of the message")


def _american(found: FoundDate, stamp: str) -> FoundDate:
    """Where the clock is American, the month comes first."""
    if not found.ambiguous or found.day is None or _AMERICAN.search(stamp) is None:
        return found
    return replace(found, day=found.day.replace(month=found.day.day, day=found.day.month))


def _is_notice(text: str, message: _Message | None) -> bool:
    bare = _BRACKETED.fullmatch(text)
    inner = bare[1].strip() if bare else text
    if is_one_of(inner, "chat_notices") and (bare is not None or message is not None):
        return True
    if begins(text, "chat_notice_starts") or _attached().fullmatch(text):
        return True
    if is_one_of(inner, "forward_lines") or begins(inner, "forward_starts"):
        return True
    folded = f" {key(text)} "
    by_itself = message is not None and not message.name
    return by_itself and len(folded.split()) <= 8 and any(f" {action} " in folded for action in table("chat_actions"))


def _plain(text: str) -> str:
    """Without the stars, underscores and tildes that a messenger shows as emphasis."""
    return _MARKED.sub(r"\2", text)


@lru_cache(maxsize=1)
def _only_clock() -> re.Pattern[str]:
    return re.compile(rf"\d{{1,2}}[:h.]\d{{2}}(?:[:.]\d{{2}})?(?:\s?(?:[ap]\.?m\.?|{folded('day_parts')}))?")


@lru_cache(maxsize=1)
def _attached() -> re.Pattern[str]:
    return re.compile(
        r"(?:[<\u200e]?\s*)?(?:\S+\.(?:jpe?g|png|webp|mp4|opus|pdf|docx?|mp3|m4a|vcf|heic)\b.*"
        rf"|<?(?:{written('chat_files')})\s*:.*)",
        re.IGNORECASE,
    )
