"""Signs that are nearly Markdown or HTML, and that readers therefore see as they were typed: found by their form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from nashra.head.spelling import folded
from nashra.languages.known import head_words, loose
from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node
from nashra.markup.inline import plain_text
from nashra.markup.raw_html import UNSEEN_CLASSES, for_cleaning
from nashra.render.reading.near_rows import OF_PROGRAM, ROWS, SPOILER, Row

Loose = tuple[int, str, str]

# What may be a note for colleagues.
_NOTE = re.compile(r"(?<!\])[\[(]\s*([^\[\]()\n]{3,80}?)\s*[\])](?![(\[:])|\b(TODO|FIXME)\b(?=\s*:)")
_BRACKET = re.compile(r"[\[(]|TODO|FIXME")
_TARGET = re.compile(r" {0,3}\[[^\[\]\n]+\]:")
_FIRST = re.compile(r"[:,،؛;.–—-]")
# Without one of these there is nothing to look for.
_ANY = re.compile(
    r"[\[(\\]|TODO|FIXME|\|\||oaicite|citeturn|†|={2}|'{3}|[$%}]|undefined|NaN|#|Err|<[!hb?%]|<font|<span|:[a-z_]{3,30}:|;[^\s&]"
    r"|^(?:!!!|\?\?\?|:::|\+[-=]|NULL|null)|\{==|<[^<>\s]*:|<\w+[ >]|<<<|>>>|&amp;|&lt;"
    r"|[ ]{3}|O(?<=\dO)|file:/|ftp:/|smb:/|afp:/|ssh:/|/Users/|/home/"
    r"|[\ufe80-\ufefc\u202d\u202e\U000e0020-\U000e007f\U000e0100-\U000e01ef]|\?\?|\*\*|~~|-{2}"
    r"|^ {0,3}(?:[-+*–—•·‣▪◦●○■]|[0-9٠-٩]{1,2}[-–.)]|[^\W\d_][-–)]|[IVX]{1,4}[-–.)]|[§‒⁃·]|.*\t)"
    r"|^ {0,3}[\u2190-\u27bf\U0001f000-\U0001faff]|\*|#{7}|\{\.[a-z]|\^\d|\.{4}[ ]*\d"
    r"|&(?:nbsp|[er](?:acute|grave|squo))(?!;)|__(?=[^\W\d_])",
    re.MULTILINE,
)
# An opening sign that is left over when all pairs are taken away; `2**3` is none, `***` stands for letters left out.
_OPENED = re.compile(
    r"(?<![\w*])(\*\*|~~)(?=[^\W\d_])[^\s*~]*|(?<=\S )(\*)(?=[^\W\d_])[^\s*]*(?!\*)"
    r"|(?<![\w/.@`_])(__?)(?=[^\W\d_])[^\s_]*(?![\w(])"
)
# What begins a tag, in words that no tag is left in.
_TAG = re.compile(r"<[a-z][a-z0-9]{0,9}\s+[a-z-]+\s*=\s*[\"'“”«]", re.IGNORECASE)
# Stars with blanks inside; words in the brackets of a tag, and no tag, where another such bracket makes it a quotation.
_SPACED = re.compile(r"(?<![\w*])\*\*(?:[ ]+[^\W\d_][^*\n]{0,80}?[ ]*|[^\W\d_][^*\n]{0,80}?[ ]+)\*\*(?![\w*])")
_PLACE = re.compile(r"(?<![<\w])<[^\W\d_][^<>=\n/:@]{1,50}>(?!>)")
_INLINE = re.compile(
    r"<(/?)(a|b|i|u|em|strong|mark|small|sup|sub|del|ins|span|font)(?:\s[^<>]*)?(?<!/)>", re.IGNORECASE
)
# What people begin the items of a list with, and Markdown does not.
_ITEM = re.compile(
    r" {0,3}(?:[-+][^\W\d_]|\*[^\W\d_][^*]*\Z|[•·‣▪◦●○■–—][ \t\u00a0]*\w|[0-9٠-٩]{1,2}(?:[-–][ \t]*|[.)])[^\W\d_]"
    r"|\([0-9٠-٩]{1,2}\)[ \t]|[IVX]{1,4}[-–).][ \t]|[§‒⁃·][ \t]|o\t"
    r"|[^\W\d_][-–)][ \t]|[\u2190-\u21ff\u2300-\u27bf\U0001f000-\U0001faff]\ufe0f?[ \t]*\w)"
)
_BARE = re.compile(r"^[ \t>]*(?:[-+*]|[0-9]{1,3}[.)])[ \t]*$", re.MULTILINE)
# With figures in its rows, since verses have two halves with blanks between.
_DIGIT = re.compile(r"\d")
_COLUMNS = re.compile(r"\S[ ]{3,}\S")
_LEADERS = re.compile(r"\S[ ]?\.{4,}[ ]*\d+[ ]*\Z")
_STUCK = re.compile(r" {0,3}(?:[-+*]|[0-9٠-٩]{1,2}[.)])[^\W\d_]")
_BROKEN_LINE = re.compile(r"(?:[ ]{2}|\\|<br\s*/?>)\Z", re.IGNORECASE)
_RULE = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?")
_LETTER = re.compile(r"\w|[^\x00-\x7f]|!\[")
_AFTER_SEMICOLON = re.compile(r";(?:\s|\Z)")
_UNDERLINE = re.compile(r" {0,3}-{2,}[ \t]*")
_SENTENCE = re.compile(r"[.!؟?…][\"'»”’)\]]*\Z")
# A tag that hides what it holds; `hidden` as a word in the value of an attribute hides nothing.
_START_TAG = re.compile(r"<[a-z][^<>]*>", re.IGNORECASE)
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_HIDDEN = re.compile(r"\shidden(?=[\s=/>])", re.IGNORECASE)
_STYLED = re.compile(
    r"\sstyle\s*=\s*([\"'])(?:[^\"']*[;\s])?(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])"
    r"|opacity\s*:\s*0(?![.\d])|color\s*:\s*(?:white|transparent|#fff(?:fff)?)\b)",
    re.IGNORECASE,
)
# What browsers never show, or not before a script says so.
_UNSEEN = re.compile(r"<(?:template|dialog)\b(?![^<>]*\sopen\b)", re.IGNORECASE)
_CLASSED = re.compile(
    rf"\sclass\s*=\s*[\"']?(?:[^\"'>]*\s)?(?:{'|'.join(sorted(UNSEEN_CLASSES))})(?=[\s\"'/>])", re.IGNORECASE
)
_MAY_HIDE = re.compile(
    rf"<template|<dialog|hidden|display|font-size|opacity|color|{'|'.join(sorted(UNSEEN_CLASSES))}", re.IGNORECASE
)


def hiding_tag(text: str) -> re.Match[str] | None:
    """The first tag in `text` that would hide what it holds: pages have no hidden parts, so readers would see it."""
    if "<" not in text or not _MAY_HIDE.search(text):
        return None
    tags = _START_TAG.finditer(text)
    return next((tag for tag in tags if _hides(tag[0])), None)


def _hides(tag: str) -> bool:
    if _HIDDEN.search(_VALUE.sub("=", tag)) or _STYLED.search(tag):
        return True
    return bool(_UNSEEN.match(tag) or _CLASSED.search(tag))


def may_be_near(body: str) -> bool:
    """Whether the Markdown `body` may have anything of this; a cheap guess, wrong only towards True."""
    return _ANY.search(body) is not None


def rows_of(body: str) -> list[Row]:
    """The kinds of slips of which `body` has a sign: to ask each block for all of them takes ten times as long."""
    return [row for row in (*ROWS, OF_PROGRAM, SPOILER) if any(map(body.__contains__, row.signs))]


def near_markup(text: str, kind: str, rows: Sequence[Row]) -> Iterator[Loose]:
    """(line, what is wrong, what to do) for the visible text of a block of this kind, which is no code.

    rows: those of its body, from `rows_of`.
    """
    for row in rows:
        if (row is OF_PROGRAM and kind == "html") or (row is SPOILER and kind == "table"):
            continue
        for match in row.pattern.finditer(text) if any(map(text.__contains__, row.signs)) else ():
            shown = match[0].strip() or f"U+{ord(match[0]):04X}"
            shown = f"U+{ord(shown):04X}" if len(shown) == 1 else shown
            yield text.count("\n", 0, match.start()), f"`{shown[:60]}` {row.what}", row.hint
    for note in _NOTE.finditer(text) if _BRACKET.search(text) else ():
        if not _TARGET.match(text, text.rfind("\n", 0, note.start()) + 1) and (note[2] or _is_remark(note[1])):
            message = f"`{note[0][:60]}` seems to be a note for colleagues, and readers see it"
            yield text.count("\n", 0, note.start()), message, "write <!-- ... --> around it, or take it out"
    if kind == "html" or not any(sign in text for sign in ("*", "~~", "<", "__")):
        return
    words = plain_text(text.replace("\\*", " ").replace("\\~", " "))
    for opened in _OPENED.finditer(words):
        sign = opened[1] or opened[2] or opened[3]
        if opened[3] and "__" not in text:
            continue
        if sign == "*" and f" {opened[0]}" not in text:
            continue  # at the beginning of a line it stands for a note or an item
        line = text.count("\n", 0, max(0, text.find(opened[0])))
        yield line, f"nothing closes `{opened[0][:40]}`: readers see its signs", f"write {sign} behind it as well"
        break
    if bold := _SPACED.search(words) if "**" in words else None:
        line = text.count("\n", 0, max(0, text.find(bold[0])))
        yield line, f"`{bold[0][:40]}` is not bold: readers see its stars", "write ** right at the words"
    for place in _PLACE.finditer(text) if "<" in text else ():
        if for_cleaning(place[0]).startswith("&lt;"):
            hint = "write what readers should see, or put it between backticks"
            yield text.count("\n", 0, place.start()), f"`{place[0][:40]}` is no tag: readers see it as it is", hint
    if "<" in text and (tag := _unclosed(text)):
        name = tag[2].lower()
        yield text.count("\n", 0, tag.start()), f"nothing closes this `<{name}>`", f"write </{name}> where it ends"
    if open_tag := _TAG.search(words):
        line = text.count("\n", 0, max(0, text.find(open_tag[0])))
        yield (
            line,
            f"`{open_tag[0][:40]}` is no tag: readers see it as it is",
            "close its quotation marks and its bracket",
        )


def _unclosed(text: str) -> re.Match[str] | None:
    """The last tag of words that its block does not close."""
    opened: dict[str, list[re.Match[str]]] = {}
    for tag in _INLINE.finditer(text):
        same = opened.setdefault(tag[2].lower(), [])
        if not tag[1]:
            same.append(tag)
        elif same:
            same.pop()
    return next((tags[-1] for tags in opened.values() if tags), None)


def _is_remark(words: str) -> bool:
    """Whether what stands in brackets is a note for colleagues, or begins as one before a colon or comma."""
    return loose(folded(_FIRST.split(words, maxsplit=1)[0])) in head_words().remark


def near_blocks(body: str) -> Iterator[Loose]:
    """Lines that look like a list, a table or a rule, and are none."""
    lines = body.split("\n")
    for node in _empty_items(read(body).root.children) if _BARE.search(body) else ():
        yield node.start, "this item of a list has no words", "write them, or take its sign out"
        break
    for node, listed in _paragraphs(read(body).root.children):
        own = lines[node.start : node.end]
        if node.kind == "heading":
            if not any(map(_LETTER.search, own)):
                yield node.start, "this heading has no words", "write them, or take its signs out"
            elif len(own) > 1 and _UNDERLINE.fullmatch(own[-1]) and _SENTENCE.search(unescape(own[-2].strip())):
                message = "this sentence is shown as a heading, since --- stands right below it"
                yield node.start, message, "put an empty line between them"
        elif len(own) == 1 and _RULE.fullmatch(own[0].strip()):
            hint = "the rows of a table stand right below each other, without empty lines"
            yield node.start, "this is the second line of a table, and its first is missing", hint
        elif len(own) > 1 and len({line.strip().count("\t") for line in own}) == 1 and "\t" in own[0].strip():
            yield (
                node.start,
                "these lines look like a table, and run together",
                "write | between the columns, as in a table",
            )
        elif (len(own) > 2 and all(map(_COLUMNS.search, own)) and all(map(_DIGIT.search, own[1:]))) or (
            len(own) > 1 and all(map(_LEADERS.search, own))
        ):
            message = "these lines look like a table, and run together"
            yield node.start, message, "write | between the columns, as in a table"
        elif len(own) > 2 and _are_columns(own):
            yield (
                node.start,
                "these lines look like the rows of a sheet, and run together",
                "write | between the columns",
            )
        elif listed and len(stuck := [number for number, line in enumerate(own) if number and _STUCK.match(line)]) > 0:
            message = f"`{own[stuck[0]].strip()[:40]}` is no item: it runs together with the line above"
            yield node.start + stuck[0], message, "write a blank behind its sign"
        elif len(items := [number for number, line in enumerate(own) if _ITEM.match(line)]) > 1:
            first, second = items[:2]
            if second == first + 1 and not _BROKEN_LINE.search(own[first]):
                message = f"`{own[first].strip()[:40]}` begins no list: its lines run together"
                yield node.start + first, message, "begin each line with `- ` or `1. `, or end it with two blanks"


def _are_columns(lines: list[str]) -> bool:
    """Whether each of `lines` has as many semicolons as the others, with no blank behind: cells of a sheet."""
    counts = {line.count(";") for line in lines}
    return len(counts) == 1 and counts != {0} and not any(_AFTER_SEMICOLON.search(line) for line in lines)


def _empty_items(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        if node.kind == "item" and not node.children:
            yield node
        else:
            yield from _empty_items(node.children)


def _paragraphs(nodes: list[Node], *, listed: bool = False) -> Iterator[tuple[Node, bool]]:
    """Each with whether it stands in a list."""
    for node in nodes:
        if node.kind in ("paragraph", "heading"):
            yield node, listed
        else:
            yield from _paragraphs(node.children, listed=listed or node.kind == "item")
