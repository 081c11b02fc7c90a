"""Recognising a line that belongs to the web page and not to the article. What to look for is in `rules`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from nashra.ingest.words.fold import fold, key, words
from nashra.ingest.words.press_words import keys
from nashra.ingest.words.rules import RULES, Rule

# A line longer than this (in characters) is a paragraph, whatever it begins with.
MAX_LENGTH = 400
# A headline has no more words than this; a longer line is a sentence.
MAX_HEADLINE_WORDS = 25
_MAX_BUTTON_WORDS = 14

_WORD = re.compile(r"\d+(?:[.,٫]\d+)*(?![^\W_])|[^\W_]+|©")  # "57.09 %" is one number
_NUMBER = re.compile(r"\d[\d.,٫]*")
VIEWS = re.compile(r"👁\W{0,3}[\d.,]+\s?[KkMm]?(?:\s[^\W\d]{0,12}[\d:.\s]*)?\Z")  # how a messenger counts them
# Where a channel or a group of a messenger is, and nothing else.
_CHANNEL = re.compile(
    r"\W{0,3}(?:https?://)?(?:t\.me|telegram\.me|chat\.whatsapp\.com|(?:www\.)?whatsapp\.com/channel|wa\.me)/\S+\Z"
)
_OPENS_NAME = re.compile(r"\s*[:|»›>•·«\"“/\-]")
_SENTENCE_END = re.compile(r"[.!?؟…。]['\"’”»)\]]*\Z")
_FULL_STOP = re.compile(r"(?<!\.)[.。]['\"’”»)\]]*\Z")
_CRUMBS = re.compile(r"\s[»›>/\\|←→◄►]\s|\s-\s")


class _Phrase(NamedTuple):
    words: tuple[str, ...]
    kind: str  # "whole", or how it ends in `rules`: "…", ": …", "(:) …"
    rule: Rule


@lru_cache(maxsize=1024)
def match(line: str) -> Rule | None:
    """The rule that says `line` (cleaned, one line) is furniture, None when it may be part of the article."""
    if not line or len(line) > MAX_LENGTH:
        return None
    folded = fold(line).text
    found = list(_WORD.finditer(folded))
    if not found:
        return _RULED_LINE
    if VIEWS.match(line):
        return _COUNTER
    if _CHANNEL.match(line):
        return _FOLLOW
    tokens = ["#" if _NUMBER.fullmatch(token[0]) else token[0] for token in found]
    for phrase in _phrases().get(tokens[0], ()):
        count = len(phrase.words)
        if tuple(tokens[:count]) != phrase.words:
            continue
        if count == len(tokens) or phrase.kind == "…":
            return phrase.rule
        if phrase.kind != "whole" and _OPENS_NAME.match(folded, found[count - 1].end()):
            return phrase.rule
        if phrase.kind == "(:) …" and not is_sentence(line):
            return phrase.rule
    if len(tokens) <= _MAX_BUTTON_WORDS:
        for rule, vocabulary in _vocabularies():
            if vocabulary.issuperset(tokens) and tokens.count("#") < len(tokens):
                return rule
    return _BREADCRUMBS if _is_breadcrumb(line) else None


@lru_cache(maxsize=1024)
def is_sentence(line: str) -> bool:
    """Whether `line` reads as a sentence of an article rather than as a headline, a label or a name."""
    count = len(words(line))
    return count > MAX_HEADLINE_WORDS or (count >= 5 and _SENTENCE_END.search(line) is not None)


def is_heading(line: str) -> bool:
    """Whether the furniture `line` is a heading alone ("اقرأ أيضا:"), without a headline of its own."""
    tokens = tuple(words(line))
    return bool(tokens) and any(phrase.words == tokens for phrase in _phrases().get(tokens[0], ()))


def is_prose(line: str) -> bool:
    """Whether `line` is surely no headline: too long for one, or a sentence with a full stop (not ?, !, … or ..)."""
    return is_sentence(line) and (len(words(line)) > MAX_HEADLINE_WORDS or _FULL_STOP.search(line) is not None)


def is_section(line: str) -> bool:
    """Whether `line` is the name of a section such as "سياسة" or "Politique"."""
    return len(line) <= 40 and key(line) in keys("sections")


def are_sections(line: str) -> bool:
    """Whether `line` names several sections and nothing else: "أخبار وتقارير". A headline may, too."""
    joints = keys("authors", "and")
    found = [word for word in words(line) if word not in joints] if len(line) <= 40 else []
    return len(found) > 1 and all(
        any(form in keys("sections") for form in (word, *map(word.removeprefix, joints))) for word in found
    )


def is_agency(line: str) -> bool:
    """Whether `line` names a news agency, or says "agencies"."""
    return len(line) <= 60 and key(line) in keys("agencies")


def agencies_behind(text: str) -> Iterator[tuple[str, str]]:
    """(what stands before it, the agency) of each way in which `text` ends in an agency's name, the longest first."""
    parts = text.split()
    for count in range(min(3, len(parts) - 1), 0, -1):
        if is_agency(agency := " ".join(parts[-count:])):
            yield " ".join(parts[:-count]), agency


def is_ornament(line: str) -> bool:
    """Whether `line` has no letter and no digit: a ruled line, a row of stars."""
    return bool(line) and not any(character.isalnum() for character in line[:MAX_LENGTH]) and len(line) <= MAX_LENGTH


_FOLLOW = Rule("an invitation to follow or subscribe", "line", ())
_COUNTER = Rule("a counter", "line", ())
_RULED_LINE = Rule("a ruled line", "line", ())
_BREADCRUMBS = Rule("the page's navigation", "line", ())


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, tuple[_Phrase, ...]]:
    """First word -> the phrases that begin with it, longest first."""
    table: dict[str, list[_Phrase]] = {}
    for rule in RULES:
        for text in rule.phrases:
            kind = next((end for end in ("(:) …", ": …", "…") if text.endswith(end)), "whole")
            tokens = tuple(re.findall(r"[^\W_]+|[#©]", fold(text).text))
            table.setdefault(tokens[0], []).append(_Phrase(tokens, kind, rule))
    return {first: tuple(sorted(group, key=lambda each: -len(each.words))) for first, group in table.items()}


@lru_cache(maxsize=1)
def _vocabularies() -> tuple[tuple[Rule, frozenset[str]], ...]:
    return tuple((rule, frozenset({"#", *map(key, rule.words)})) for rule in RULES if rule.words)


def _is_breadcrumb(line: str) -> bool:
    """ "الرئيسية » سياسة » ...", "Accueil > Monde": the way to the page, beginning at the site's home."""
    parts = _CRUMBS.split(line)
    return len(parts) > 1 and key(parts[0]) in keys("homes")
