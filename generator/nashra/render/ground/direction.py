"""Parts of a text that run against the text around them: set apart, so that each comes out in its own order.

Which parts those are, `figures` says, for titles and bodies alike; here they get elements. An element with `dir`, or
`bdi`, tells the Unicode bidirectional algorithm (UAX #9) what it cannot see: that the full stop of a French quotation
in an Arabic article belongs to the quotation, that the groups of a telephone number are one number. What is read from
left to right and has letters also gets a `lang`, an empty one where nobody knows its language.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from html import unescape
from itertools import accumulate

from markupsafe import Markup, escape

from nashra.languages.cldr import Language, language
from nashra.render.ground.figures import LTR_LETTER, RTL, Piece, may_have_pieces, pieces, with_inner

_RTL_LETTER = re.compile(rf"(?=[{RTL}])[^\W\d_]")
_HAS_LTR_LETTER = re.compile(LTR_LETTER)

_INLINE = r"<(?!/?(?:p|ul|ol|li|d[ltd]|blockquote|pre|table|thead|tbody|t[rdh]|div|figure|figcaption|h[1-6])\b)[^>]*>"


def _whole(other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of blocks and of lines without a letter that runs as the page does; `other`: one character of them."""
    block = rf"<(p|blockquote)>((?:<(?!/?\1\b)[^>]*>|{other})*)</\1>"
    line = rf"<(li|td|th|dt|dd|h[2-6]|figcaption)\b([^>]*)>((?:{_INLINE}|{other})*)</\1>"
    return re.compile(block), re.compile(line)


_WHOLE = {"rtl": _whole(rf"[^<{RTL}]"), "ltr": _whole(rf"(?!<)[\W\d_{RTL}]")}

# A paragraph here keeps the side of its list, such as the sources in footnotes.
_IN_ITEM = re.compile(r"<li\b[^>]*>\s*\Z")
_CODE = re.compile(r"<(code|pre)\b(?![^>]* dir=)")
# The sign of a footnote: behind a figure and its full stop the algorithm would take it for a decimal of that figure.
_FOOTNOTE = re.compile(r'<sup (?=id="fnref)')
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?(\w+)")
# Unicode's own way to set a part of a text apart (UAX #9, section 2.4).
_ISOLATED = re.compile(r'<(/?)(bd[io])\b(?:[^>]* dir="(\w+)")?[^>]*>')
_OF_ELEMENTS = {
    ("bdi", "ltr"): "\u2066",
    ("bdi", "rtl"): "\u2067",
    ("bdi", None): "\u2068",
    ("/bdi", None): "\u2069",
    ("bdo", "ltr"): "\u2066\u202d",
    ("/bdo", None): "\u202c\u2069",
}
_ARABIC_DIGIT = re.compile("[٠-٩۰-۹]")
_VOID = frozenset({"br", "hr", "img"})
# A text goes on through these.
_WITHIN = frozenset("a abbr b bdi bdo cite del em i ins mark q s small span strong time u".split())


def runs_against(text: str, dir: str) -> bool:
    """Whether `text` has letters, and none of them runs in the direction `dir`."""
    own, other = (_RTL_LETTER, _HAS_LTR_LETTER) if dir == "rtl" else (_HAS_LTR_LETTER, _RTL_LETTER)
    return not own.search(text) and other.search(text) is not None


def isolate_words(text: str, dir: str = "ltr") -> Markup | None:
    """HTML of a plain text that runs in the direction `dir`, with what must keep its own order set apart.

    None where there is nothing of it.
    """
    if not pieces(text, dir):
        return None
    parts = [text]
    _set_apart(parts, [0], dir, "", lambda part: str(escape(part)))
    return Markup(parts[0])  # noqa: S704 - escaped


def plain(html: str) -> str:
    """HTML of a phrase, with no elements but `bdi`, as plain text: Unicode's isolates stand for the elements.

    Within a text that has nothing to run from right to left, nothing needs them; a whole one may stand among others.
    """
    bare = _ISOLATED.sub("", html)
    if (
        not _RTL_LETTER.search(bare)
        and not _ARABIC_DIGIT.search(bare)
        and bare != html[html.find(">") + 1 : -len("</bdi>")]
    ):
        return unescape(bare)
    return unescape(_ISOLATED.sub(lambda tag: _OF_ELEMENTS[f"{tag[1]}{tag[2]}", tag[3]], html))


def tags_of(piece: Piece, text: str, lang: str = "") -> tuple[str, str]:
    """The tags to set around `piece`, whose characters are `text`.

    lang: the language of words that run the other way, "" when unknown.
    """
    if piece.figure and piece.dir == "rtl":
        # the mark of a letter, which makes several numbers of them
        return '<bdi dir="rtl">\u061c', "</bdi>"
    if piece.figure:
        # groups of Arabic-Indic digits run from right to left in any direction, unless that is overridden
        name = "bdo" if _ARABIC_DIGIT.search(text) else "bdi"
        return f'<{name} dir="ltr">', f"</{name}>"
    return f'<bdi lang="{lang if piece.dir == "rtl" else ""}" dir="{piece.dir}">', "</bdi>"


def isolate(html: str, page: Language, origin: str) -> str:
    """`html`, a safe body on a page in the language `page`, with what runs against that page set apart.

    origin: the language of the article's original, which foreign words are taken for where it runs as they do.
    """
    if "<code" in html or "<pre" in html:
        html = _CODE.sub(r'<\1 dir="auto"', html)
    if page.dir == "rtl":
        html = _FOOTNOTE.sub('<sup dir="ltr" ', html)
    other = "ltr" if page.dir == "rtl" else "rtl"
    lang = origin if language(origin).dir == other else ""
    if page.dir == "ltr" and (html.isascii() or not _RTL_LETTER.search(html)):
        return _in_texts(html, "ltr", lang)
    block, line = _WHOLE[page.dir]

    def set_block(found: re.Match[str]) -> str:
        if not _foreign(found[2], page.dir):
            return found[0]
        inner = _in_texts(found[2], other, lang)
        if found[1] == "p" and _IN_ITEM.search(found.string, max(0, found.start() - 100), found.start()):
            return f'<p><bdi lang="{lang}" dir="{other}">{inner}</bdi></p>'
        return f'<{found[1]} lang="{lang}" dir="{other}">{inner}</{found[1]}>'

    def set_line(found: re.Match[str]) -> str:
        if not _foreign(found[3], page.dir):
            return found[0]
        inner = _in_texts(found[3], other, lang)
        return f'<{found[1]}{found[2]}><bdi lang="{lang}" dir="{other}">{inner}</bdi></{found[1]}>'

    return _in_texts(line.sub(set_line, block.sub(set_block, html)), page.dir, lang)


def _foreign(html: str, dir: str) -> bool:
    return runs_against(unescape(_TAG.sub("", html)), dir)


def _in_texts(html: str, dir: str, lang: str) -> str:
    """`html`, which runs in the direction `dir`, with elements around the pieces of its texts.

    A text goes on through links and emphasis, and around elements that have a direction of their own; these stay as
    they are. lang: the language of words that run the other way.
    """
    if not may_have_pieces(_TAG.sub("", html), dir):
        return html
    parts = _TAG.split(html)
    inside, depth = "", 0
    text: list[int] = []
    for number, part in enumerate(parts):
        if number % 2 == 0:
            if part and part != "\n" and not inside:
                text.append(number)
        elif name := _NAME.match(part):
            if inside == name[1]:
                depth += -1 if part.startswith("</") else 1
                inside = inside if depth else ""
            elif inside:
                continue
            elif ' dir="' in part and name[1] not in _VOID:
                inside, depth = name[1], 1
                text.append(number)
            elif name[1] not in _WITHIN:
                _set_apart(parts, text, dir, lang)
                text = []
    _set_apart(parts, text, dir, lang)
    return "".join(parts)


def _set_apart(
    parts: list[str], numbers: list[int], dir: str, lang: str, escape: Callable[[str], str] | None = None
) -> None:
    """Put elements around the pieces of one text, `parts[number]` for each of `numbers`; an odd one is an element."""
    texts = ["\ufffc" if number % 2 else parts[number] for number in numbers]
    text = "".join(texts)
    if not may_have_pieces(text, dir):
        return
    starts = list(accumulate(map(len, texts), initial=0))
    # part -> (place in it, order among the tags at one place, tag): what closes goes before what opens
    found: dict[int, list[tuple[int, int, str]]] = {}
    for order, piece in enumerate(with_inner(text, dir), 1):
        first = bisect_right(starts, piece.start) - 1
        last = bisect_left(starts, piece.end) - 1
        begin, end = (numbers[first], piece.start - starts[first]), (numbers[last], piece.end - starts[last])
        if begin[0] != end[0]:
            begin, end = _around(parts, begin, end)
        if begin[0] % 2 or end[0] % 2 or begin[0] < 0:
            continue
        opening, closing = tags_of(piece, text[piece.start : piece.end], lang)
        found.setdefault(begin[0], []).append((begin[1], order, opening))
        found.setdefault(end[0], []).append((end[1], -order, closing))
    for number in found if escape is None else numbers:
        at, pieces_ = 0, []
        for place, _, tag in sorted(found.get(number, ())):
            between = parts[number][at:place]
            pieces_ += [escape(between) if escape else between, tag]
            at = place
        rest = parts[number][at:]
        parts[number] = "".join([*pieces_, escape(rest) if escape else rest])


_Place = tuple[int, int]


def _around(parts: list[str], begin: _Place, end: _Place) -> tuple[_Place, _Place]:
    """Where tags must stand around characters from `begin` to `end`, (part, place in it) each, to nest with others.

    The part is -1 where there is no such place.
    """
    low = depth = 0
    for number in range(begin[0] + 1, end[0], 2):
        tag = parts[number]
        if (name := _NAME.match(tag)) and name[1] not in _VOID:
            depth += -1 if tag.startswith("</") else 1
            low = min(low, depth)
    for _ in range(-low):  # elements that end in between: from their beginning
        if begin[1] or begin[0] < 2 or parts[begin[0] - 1].startswith("</"):
            return (-1, 0), end
        begin = (begin[0] - 2, len(parts[begin[0] - 2]))
    for _ in range(depth - low):  # elements that begin in between: to their end
        if end[1] < len(parts[end[0]]) or end[0] + 2 >= len(parts) or not parts[end[0] + 1].startswith("</"):
            return (-1, 0), end
        end = (end[0] + 2, 0)
    return begin, end
