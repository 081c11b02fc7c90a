"""Inline HTML -> one line of Markdown: links and emphasis on exactly the words that had them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from nashra.ingest.words.clean import clean
from nashra.ingest.words.escape import escape, escape_inside, escape_start, shows
from nashra.markup.inline import parse

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRONG = frozenset({"strong", "b"})
_EMPHASIS = frozenset({"em", "i", "cite", "dfn", "var"})
_CODE = frozenset({"code", "kbd", "samp", "tt"})
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_STRUCK = frozenset({"del", "s", "strike"})
_STRUCK_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
_NUMBER, _RAISED = re.compile(r"[+\-−]?[0-9]{1,3}"), str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SPACE = re.compile(r"[ \t\n\r\f\v]+")
_BREAK = "\n"
# Spaces that no mark may begin or end with: also those that break no line.
_SPACES = " \u00a0\u202f\u2009"
# What may stand at the edge of an emphasis beside its words.
_SIGNS = ".,;:!?…()[]«»“”\"'’"
_PAIRED = '()[]«»“”"'


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text with the same marks. picture: Markdown of a picture that stands in its place."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    link: str | None = None
    struck: bool = False
    picture: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What the marks of a page mean. link: written address -> safe one or None; picture: <img> -> Markdown or ""."""

    link: Callable[[str], str | None]
    picture: Callable[[HtmlElement], str]
    plain: bool = False  # no emphasis: headings


def inline(element: HtmlElement, context: Context) -> list[str]:
    """The lines of Markdown of what `element` holds, parted where a <br> stood; empty lines are left out.

    They show the same whether they stand alone or together.
    """
    lines: list[list[Piece]] = [[]]
    for piece in _pieces(element, Piece(""), context):
        if piece.text == _BREAK:
            lines.append([])
        else:
            lines[-1].append(piece)
    written = [line for pieces in lines if (line := _line(pieces))]
    if len(written) > 1 and parse("  \n".join(written))[0].split("\n") != [parse(line)[0] for line in written]:
        # a sign of one line finds its partner in another
        return [line for pieces in lines if (line := _line(pieces, alone=False))]
    return written


def _pieces(element: HtmlElement, mark: Piece, context: Context) -> Iterator[Piece]:
    if element.text:
        yield _with(mark, element.text)
    for child in element:
        tag = child.tag
        if tag == "br":
            yield Piece(_BREAK)
        elif tag == "img":
            if picture := context.picture(child):
                yield Piece(picture, link=mark.link, picture=not _is_sign(picture))
        elif tag == "sup" and any((anchor.get("href") or "").startswith("#") for anchor in child.iter("a")):
            yield _with(mark, f"[{''.join(child.itertext()).strip(' []')}]")  # the number of a note
        elif tag == "sup" and _NUMBER.fullmatch(raised := "".join(child.itertext()).strip()):
            yield _with(mark, raised.translate(_RAISED))  # a power, or a note: 10³ is not 103
        elif tag == "q":
            yield _with(mark, "“")
            yield from _pieces(child, mark, context)
            yield _with(mark, "”")
        elif isinstance(tag, str):
            yield from _pieces(child, _marked(child, mark, context), context)
        if child.tail:
            yield _with(mark, child.tail)


def _is_sign(picture: str) -> bool:
    """Whether a picture was replaced by the emoji that it draws."""
    return not picture.startswith("![")


def _with(mark: Piece, text: str) -> Piece:
    return Piece(text.replace(_BREAK, " "), *_marks(mark))


def _marked(element: HtmlElement, mark: Piece, context: Context) -> Piece:
    tag, style = element.tag, element.get("style") or ""
    bold = tag in _STRONG or _BOLD_STYLE.search(style) is not None
    italic = tag in _EMPHASIS or _ITALIC_STYLE.search(style) is not None
    link = mark.link
    if tag == "a" and element.get("href"):
        link = context.link(element.get("href")) or link
    return Piece(
        "",
        not context.plain and (mark.strong or bold),
        not context.plain and (mark.emphasis or italic),
        mark.code or tag in _CODE,
        link,
        mark.struck or tag in _STRUCK or _STRUCK_STYLE.search(style) is not None,
    )


def _line(pieces: list[Piece], *, alone: bool = True) -> str:
    pieces = list(_tidy(pieces))
    if not any(piece.text.strip() for piece in pieces):
        return ""
    words = "".join(piece.text for piece in pieces if not piece.picture)
    markdown = ""
    for markdown in _ways(pieces, alone):
        if shows(markdown, words):
            break
    return markdown


def _ways(pieces: list[Piece], alone: bool) -> Iterator[str]:
    """The pieces as Markdown, the most faithful way first: words count more than emphasis, and emphasis than beauty.

    alone: whether nothing stands in other lines that a sign could pair with.
    """
    if all(piece == Piece(piece.text) for piece in pieces):
        text = "".join(piece.text for piece in pieces)
        if alone:
            yield escape(text)
        yield escape_start(escape_inside(text))
        return
    yield _marked_line(pieces)
    bare = [piece if piece.picture else replace(piece, strong=False, emphasis=False) for piece in pieces]
    yield _marked_line(bare)
    words = escape_start(escape_inside("".join(piece.text for piece in pieces if not piece.picture)))
    yield " ".join(filter(None, [words.strip(), *(piece.text for piece in pieces if piece.picture)]))


def _marked_line(pieces: list[Piece]) -> str:
    text = "".join(_linked(link, list(group)) for link, group in groupby(pieces, key=lambda piece: piece.link))
    return (
        text
        if text.startswith(("*", "~~", "[", "`", "!")) and pieces[0] != Piece(pieces[0].text)
        else escape_start(text)
    )


def _tidy(pieces: list[Piece]) -> Iterator[Piece]:
    """Neighbours with equal marks joined, texts cleaned, and no mark over a space at its edge or over nothing."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and not piece.picture and not merged[-1].picture and _marks(merged[-1]) == _marks(piece):
            merged[-1] = Piece(merged[-1].text + piece.text, *_marks(piece))
        else:
            merged.append(piece)
    split: list[Piece] = []
    for piece in merged:
        if piece.picture:
            split.append(piece)
            continue
        body = _clean_keeping_edges(piece.text)
        core = body.strip(_SPACES)
        if not core or not any(character.isalnum() for character in core):
            # signs alone need no emphasis, and a link on nothing leads nobody anywhere
            split.append(Piece(body, link=piece.link if core else None))
            continue
        left, right = body[: len(body) - len(body.lstrip(_SPACES))], body[len(body.rstrip(_SPACES)) :]
        split += [part for part in (Piece(left), Piece(core, *_marks(piece)), Piece(right)) if part.text]
    joined: list[Piece] = []
    for piece in split:
        text = piece.text
        if not piece.picture and text.startswith(" ") and (not joined or joined[-1].text.endswith(" ")):
            text = text.lstrip(" ")
        if not text:
            continue
        plain = not piece.picture and _marks(piece) == _marks(Piece(""))
        if plain and joined and not joined[-1].picture and _marks(joined[-1]) == _marks(piece):
            joined[-1] = Piece(joined[-1].text + text)
        else:
            joined.append(piece if piece.picture else Piece(text, *_marks(piece)))
    while joined and not joined[-1].picture and not joined[-1].text.strip(" "):
        joined.pop()
    if joined and not joined[-1].picture:
        joined[-1] = Piece(joined[-1].text.rstrip(" "), *_marks(joined[-1]))
    yield from _regroup(joined)


def _clean_keeping_edges(text: str) -> str:
    text = _SPACE.sub(" ", text)
    body = clean(text)
    if not body:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{body}{' ' if text[-1].isspace() else ''}"


def _regroup(pieces: list[Piece]) -> Iterator[Piece]:
    """Spaces between two pieces of one link or one emphasis belong to it, so that one mark spans both."""
    for at, piece in enumerate(pieces):
        if piece.text == " " and 0 < at < len(pieces) - 1:
            before, after = pieces[at - 1], pieces[at + 1]
            if not before.picture and not after.picture:
                yield Piece(
                    " ",
                    before.strong and after.strong,
                    before.emphasis and after.emphasis,
                    False,
                    before.link if before.link == after.link else None,
                    before.struck and after.struck,
                )
                continue
        yield piece


def _marks(piece: Piece) -> tuple[bool, bool, bool, str | None, bool]:
    return piece.strong, piece.emphasis, piece.code, piece.link, piece.struck


def _linked(link: str | None, pieces: list[Piece]) -> str:
    freed = _freed(pieces)
    text = "".join(_struck(struck, list(group)) for struck, group in groupby(freed, key=lambda piece: piece.struck))
    if link is None or not text.strip() or (len(pieces) == 1 and pieces[0].picture):
        return text
    return f"[{text}]({link})"


def _struck(struck: bool, pieces: list[Piece]) -> str:
    text = _emphasised(pieces)
    words = text.strip(_SPACES)
    if not struck or not words or any(piece.picture for piece in pieces):
        return text
    start = text.index(words)
    return f"{text[:start]}~~{words}~~{text[start + len(words) :]}"


def _freed(pieces: list[Piece]) -> Iterator[Piece]:
    """Signs at the edge of an emphasis that touch a letter outside leave it: no Markdown has `**Paris.**Puis` bold.

    Beside Arabic letters ours does, and the signs stay.
    """
    for at, piece in enumerate(pieces):
        if piece.picture or piece.code or not (piece.strong or piece.emphasis or piece.struck):
            yield piece
            continue
        before = pieces[at - 1].text[-1:] if at and _marks(pieces[at - 1]) != _marks(piece) else ""
        after = pieces[at + 1].text[:1] if at + 1 < len(pieces) and _marks(pieces[at + 1]) != _marks(piece) else ""
        text = piece.text
        opens = len(text) - len(text.lstrip(_SIGNS + _SPACES)) if text[:1] in _SIGNS else 0
        closes = len(text.rstrip(_SIGNS + _SPACES)) if text[-1:] in _SIGNS else len(text)
        touched = _is_letter(before), _is_letter(after)
        # a pair of brackets or quotation marks stays together
        first = opens if touched[0] or (touched[1] and closes < len(text) and text[0] in _PAIRED) else 0
        last = closes if touched[1] or (touched[0] and first and text[-1] in _PAIRED) else len(text)
        if first >= last:
            first, last = 0, len(piece.text)
        bare = replace(piece, strong=False, emphasis=False, struck=False)
        yield from (replace(bare, text=piece.text[:first]),) if first else ()
        yield replace(piece, text=piece.text[first:last])
        yield from (replace(bare, text=piece.text[last:]),) if last < len(piece.text) else ()


def _is_letter(sign: str) -> bool:
    return sign.isalnum() and not "\u0590" <= sign <= "\u08ff"


def _emphasised(pieces: list[Piece]) -> str:
    """Runs of marked pieces, the wider mark around the narrower one. No two marks touch: one of them is left out."""
    parts: list[str] = []
    for marked, group in groupby(pieces, key=lambda piece: piece.strong or piece.emphasis):
        run = list(group)
        parts.append(_marked_run(run, parts[-1] if parts else "") if marked else "".join(map(_literal, run)))
    return "".join(parts)


def _marked_run(run: list[Piece], before: str) -> str:
    """The pieces of `run`, each of which is strong or emphasised, behind the Markdown `before`."""
    left = _leading_spaces(run)
    right = _leading_spaces(run[:left:-1]) if left < len(run) else 0
    inner = run[left : len(run) - right]
    if not inner:
        return "".join(map(_literal, run))
    strong, emphasis = all(piece.strong for piece in inner), all(piece.emphasis for piece in inner)
    if strong and emphasis:
        mark, text = "***", "".join(map(_literal, inner))
    elif strong:
        mark, text = "**", _nested(inner, lambda piece: piece.emphasis, "*", at_end=True)
    elif emphasis:
        mark, text = "*", _nested(inner, lambda piece: piece.strong, "**")
    else:
        mark, text = "", _side_by_side(inner)
    if before.endswith("*") or text.endswith("\\*"):
        mark = ""
    edges = "".join(map(_literal, run[:left])), "".join(map(_literal, run[len(run) - right :]))
    return f"{edges[0]}{mark}{text}{mark}{edges[1]}"


def _leading_spaces(pieces: list[Piece]) -> int:
    """How many pieces at the start are nothing but spaces."""
    count = 0
    for piece in pieces:
        if piece.picture or piece.text.strip(_SPACES):
            break
        count += 1
    return count


def _side_by_side(pieces: list[Piece]) -> str:
    """Pieces of which neither mark spans all: each run has its own, unless it touches the one before."""
    text = ""
    for (strong, emphasis), group in groupby(pieces, key=lambda piece: (piece.strong, piece.emphasis)):
        run = "".join(map(_literal, group))
        core = run.strip(_SPACES)
        mark = "**" * strong + "*" * emphasis
        start = run.index(core)
        if core and mark and not (start == 0 and text.endswith("*")):
            run = f"{run[:start]}{mark}{core}{mark}{run[start + len(core) :]}"
        text += run
    return text


def _nested(pieces: list[Piece], is_marked: Callable[[Piece], bool], mark: str, at_end: bool = False) -> str:
    """The pieces with `mark` around runs of those that have it, but for runs that touch the edge of the whole.

    at_end: whether a run may touch the end all the same.
    """
    groups = [(marked, list(group)) for marked, group in groupby(pieces, key=is_marked)]
    texts: list[str] = []
    for at, (marked, group) in enumerate(groups):
        text = "".join(map(_literal, group))
        core = text.strip(_SPACES)
        if marked and 0 < at < len(groups) - (not at_end) and core:
            start = text.index(core)
            text = f"{text[:start]}{mark}{core}{mark}{text[start + len(core) :]}"
        texts.append(text)
    return "".join(texts)


def _literal(piece: Piece) -> str:
    if piece.picture:
        return piece.text
    if piece.code:
        fence = "`" * (1 + max((len(run) for run in re.findall("`+", piece.text)), default=0))
        edge = " " if "`" in (piece.text[0], piece.text[-1]) else ""
        return f"{fence}{edge}{piece.text}{edge}{fence}"
    return escape_inside(piece.text)
