"""What stood around a text where it was pasted from: lines of a page, fields of a form, the end of a mail."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nashra.languages.desk.known import DESK, is_one, plain
from nashra.languages.press.known import is_way, keyed, phrases
from nashra.markup.blocks import Block

Loose = tuple[int, str, str]

_HINT = "take it out"
# Kinds of lines on pages that no article has; its own pointers have links.
_KINDS = frozenset({"barrier", "comment_terms", "sharing", "subscribing", "copyright", "advertising", "cookies"})
_POINTERS = "pointers"
# Of these kinds, whole lines of several words alone: a single one may be a heading.
_BUTTONS = frozenset({_POINTERS, "navigation", "tools", "short_link", "comments", "other_news"})
_LONGEST, _LONGEST_CLOSING, _LONGEST_FIELD = 200, 100, 300
# Buttons in one line; two words may be a heading of the site's own.
_FEWEST_BUTTONS = 3
# What leads to the rest of a text elsewhere has fewer words.
_FEW_WORDS = 8
# So many blocks at the beginning and at the end may be fields of a form.
_OUTERMOST = 3
_LINK = re.compile(r"\]\(|://|<a\b|\bwww\.", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d(?:[ .-]?\d){7,}")
_ROUND = re.compile(r"\([^()]{1,20}\)")
_FILE = re.compile(
    r"[^\n/:|<>]{1,70}\.(?:jpe?g|png|gif|webp|heic|tiff?|psd|docx?|odt|pdf|xlsx?|pptx?|mp[34]|mov|wav|zip)(?:\s*:.{0,99})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FIELD = re.compile(r"[\s*_#>-]{0,6}([^\W\d_][^:\n]{1,40}?)[*_ \u00a0\u202f]{0,4}[:：][*_ ]{0,3}(?=[^\s*_])")
_COPYRIGHT = re.compile(r"(?:copyright[ ]?)?(?:©|\([cC]\))[ ]?(?:\d{4}|[^\W\d_]+[ ]\d{4})", re.IGNORECASE)


def pasted(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """(line, what is wrong, what to do) for lines of a page, a form or a letter among the blocks of a text."""
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block.kind != "paragraph" or len(text) >= _LONGEST:
            continue
        if "\n" in text:
            if text.split(None, 1)[0].lower() in _first_buttons() and _are_buttons(plain(text), text):
                yield block.line, f"`{text.split()[0]}` and the lines below seem to be buttons of a page", _HINT
            continue
        leads_on = number + 1 < len(blocks) and blocks[number + 1].kind != "paragraph"
        if _is_of_a_page(text, leads_on=leads_on):
            yield block.line, f"`{text.strip()[:60]}` seems to come from a page around another article", _HINT
        elif _FILE.fullmatch(text):
            yield block.line, f"`{text.strip()[:60]}` names a file, and readers see the name", _HINT
        elif text.rstrip().endswith((":", "：")) and not leads_on and _is_empty_label(text):
            yield block.line, f"nothing stands behind `{text.strip()}`", "write what belongs there, or take it out"
    yield from _fields_of_forms(blocks, texts)
    if len(blocks) > 1 and not texts[0].rstrip().endswith((",", "،")):  # a letter that is published begins so
        for block, text in zip(blocks[-2:], texts[-2:], strict=True):
            if block.kind == "paragraph" and len(text) < _LONGEST_CLOSING and _is_closing(text):
                yield block.line, f"`{text.strip()[:60]}` seems to be the end of a mail", _HINT


def _is_of_a_page(text: str, *, leads_on: bool) -> bool:
    """leads_on: whether a list, a quotation or the like follows, which a short line may be there for."""
    if _COPYRIGHT.match(text):
        return True
    words = plain(_NUMBER.sub(" 0 ", text))
    found = [kind for phrase, kind in _furniture().get(words.split(" ", 1)[0], ()) if _says(words, phrase, kind, text)]
    if found:
        return not _LINK.search(text)
    if words in _lines() and not leads_on and not text.rstrip().endswith(("?", "؟")):
        return not _LINK.search(text)
    if _of_feeds().match(words) or is_way(text):
        return True
    is_short = words.count(" ") < _FEW_WORDS and not text.rstrip().endswith((".", "!", "?", "؟"))
    if is_short and not leads_on and any(f"{words} ".startswith(f"{each} ") for each in _go_on()):
        return not _LINK.search(text)
    return words.split(" ", 1)[0] in _first_buttons() and _are_buttons(words, text)


def _are_buttons(words: str, text: str) -> bool:
    for each in _long_buttons():
        words = words.replace(each, "")
    return len(text.split()) >= _FEWEST_BUTTONS and _buttons().issuperset(words.split()) and not _LINK.search(text)


def _says(words: str, phrase: str, kind: str, text: str) -> bool:
    if kind == "whole":
        return words == phrase
    return f"{words} ".startswith(f"{phrase} ") and (kind == "…" or (":" in text[:40] and words != phrase))


@cache
def _furniture() -> dict[str, list[tuple[str, str]]]:
    """First word -> (phrase, how it ends) of the lines of pages; a zero stands for any number."""
    found: dict[str, list[tuple[str, str]]] = {}
    for of, text in keyed("furniture"):
        end = next((end for end in ("(:) …", ": …", "…") if text.endswith(end)), "whole")
        words = plain(text.removesuffix(end).replace("#", " 0 "))
        if words and "©" not in text and (of in _KINDS or (of == _POINTERS and end == "(:) …")):
            found.setdefault(words.split(" ", 1)[0], []).append((words, end))
    return found


@cache
def _lines() -> frozenset[str]:
    """Whole lines of a page, a reader of feeds or a network, of several words, and numbers of pages."""
    furniture = (text for of, text in keyed("furniture") if of in _BUTTONS and not text.endswith("…"))
    known = map(plain, (*furniture, *phrases("see_more"), *phrases("pages", "goes_on")))
    paged = (plain(f"{page} 0 {of} 0") for page in phrases("prints", "page") for of in (*phrases("prints", "of"), "/"))
    return frozenset({*(words for words in known if " " in words), *paged})


@cache
def _of_feeds() -> re.Pattern[str]:
    """What WordPress adds to an article in its feed."""
    known = ((plain(part) for part in text.split("…")) for text in phrases("pages", "first_on"))
    return re.compile("|".join(".{1,200}".join(parts) for parts in known))


@cache
def _go_on() -> tuple[str, ...]:
    return tuple(words for words in map(plain, phrases("pages", "goes_on")) if " " in words)


def _is_empty_label(text: str) -> bool:
    words = plain(_ROUND.sub(" ", text))
    return words in _empty_labels() or is_one(words, "drafted")


@cache
def _empty_labels() -> frozenset[str]:
    """Labels behind which something should stand."""
    return frozenset({*_labels(), *map(plain, phrases("pages", "credit"))})


@cache
def _long_buttons() -> tuple[str, ...]:
    known = (plain(text) for of, text in keyed("furniture") if of in ("sharing", "short_link") and "…" not in text)
    return tuple(sorted((words for words in known if " " in words and "0" not in words), key=len, reverse=True))


@cache
def _first_buttons() -> frozenset[str]:
    return _buttons() | {each.split(" ", 1)[0] for each in _long_buttons()}


@cache
def _buttons() -> frozenset[str]:
    return frozenset(plain(word) for of, word in keyed("furniture_words") if of == "sharing")


def _fields_of_forms(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """Fields at the beginning and the end: those that no article has, and all others that stand with them."""
    count = len(blocks)
    for numbers in (range(min(_OUTERMOST, count)), range(max(count - _OUTERMOST, _OUTERMOST), count)):
        found = [
            (blocks[number].line + at, line, _label(plain(field[1]), number + at))
            for number in numbers
            if blocks[number].kind in ("paragraph", "heading", "list") and ":" in texts[number][:_LONGEST_FIELD]
            for at, line in enumerate(texts[number].split("\n"))
            if (field := _FIELD.match(line))
        ]
        kinds = {kind for _, _, kind in found}
        if "other" in kinds or ("headline" in kinds and None not in kinds):
            for line, text in ((line, text) for line, text, kind in found if kind):
                yield line, f"`{text.strip()[:60]}` seems to be a field of a form", _HINT


def _label(words: str, at: int) -> str | None:
    """What the label is of; what stands before a title is surely one at the very beginning."""
    return "headline" if at == 0 and is_one(words, "headlines") else _labels().get(words)


@cache
def _labels() -> dict[str, str]:
    """Label -> what it is of: "other" where no article has such a line."""
    own = {plain(label): "other" for desk in DESK.values() for label in desk.fields.split("|") if label}
    return {plain(label): "text" for _, label in keyed("forms")} | own


def _is_closing(text: str) -> bool:
    """Whether it is what a mail ends with: a comma behind it, or a name below it."""
    first, *names = text.strip().split("\n")
    is_signed = bool(names) and not names[-1].rstrip().endswith((".", "!", "?", "؟"))
    if is_signed and _PHONE.search(text) and any(f" {each} " in f" {plain(text)} " for each in _roles()):
        return True
    return (is_signed or (not names and first.endswith((",", "،")))) and plain(first) in _closings()


@cache
def _roles() -> tuple[str, ...]:
    return tuple(words for words in map(plain, phrases("authors", "role")) if words)


@cache
def _closings() -> frozenset[str]:
    return frozenset(map(plain, phrases("closings")))
