"""Parts of a text that run against the text around them: set apart, so that each comes out in its own order.

The Unicode bidirectional algorithm (UAX #9) sees letters only. It cannot know that the full stop of a French quotation
in an Arabic article belongs to the quotation, that the groups of a telephone number are one number, or that the figure
after an Arabic name in a French sentence goes on with the sentence. An element with `dir`, or `bdi`, tells it.
"""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

from nashra.languages.cldr import Language, language

# The blocks of Unicode for scripts that run from right to left (Hebrew to Arabic Extended-A, presentation forms).
RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_LETTER = re.compile(rf"(?=[{RTL}])[^\W\d_]")
LTR_LETTER = rf"[^\W\d_{RTL}]"
_HAS_LTR_LETTER = re.compile(LTR_LETTER)

# Words of such a script, with what stands between them and whole brackets or quotations of them. A figure after the
# last word is left out: it goes on with the sentence around.
_WORDS = rf"[{RTL}\u200c\u200d]+(?:[ \u00a0\d.,:/-]+[{RTL}\u200c\u200d]+)*"
_QUOTED = rf"[ \u00a0:،]*(?:\({_WORDS}\)|«\s?{_WORDS}\s?»)"
RTL_RUN = re.compile(rf"(?=[{RTL}])[^\W\d_](?:{_WORDS}|[ \u00a0\d.,:/-]+{_WORDS}|{_QUOTED})*")

_INLINE = r"<(?!/?(?:p|ul|ol|li|dl|blockquote|pre|table|div|figure|h[1-6])\b)[^>]*>"


def _whole(other: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of blocks and of lines without a letter that runs as the page does; `other`: one character of them."""
    block = rf"<(p|blockquote)>((?:<(?!/?\1\b)[^>]*>|{other})*)</\1>"
    line = rf"<(li|td|th|dt|dd|h[2-6]|figcaption)\b([^>]*)>((?:{_INLINE}|{other})*)</\1>"
    return re.compile(block), re.compile(line)


_WHOLE = {"rtl": _whole(rf"[^<{RTL}]"), "ltr": _whole(rf"(?!<)[\W\d_{RTL}]")}

# What runs from left to right in Arabic too: web addresses, telephone numbers, numbers in groups of three, and signs
# before European digits (CLDR's symbols of ar with latn digits begin with a left-to-right mark for that).
_AS_WRITTEN = re.compile(
    r"https?://[^\s<>]*[\w/]"
    r"|(?<![\w+])\+\d[\d \u00a0().-]{6,18}\d(?!\w)"
    r"|(?<![\w+])(?:[0٠]\d{1,3}(?:[ \u00a0.-]\d{2,3}){2,5}|\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?!\w)"
    r"|(?<![^\s(«])[-+\u2212][0-9]+(?:[.,][0-9]+)?(?!\w)"
)
# Without this there is none of it: looked for first, in a tenth of the time.
_HINT = re.compile(r"[0-9٠-٩][ \u00a0\u202f.()-]{1,3}[0-9٠-٩]{2}|[-+\u2212][0-9٠-٩]|[\s>(«]https?:")
# A paragraph here keeps the side of its list, such as the sources in footnotes.
_IN_ITEM = re.compile(r"<li\b[^>]*>\s*\Z")
_CODE = re.compile(r"<(code|pre)\b(?![^>]* dir=)")
_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?(\w+)")
_VOID = frozenset({"br", "hr", "img"})


def runs_against(text: str, dir: str) -> bool:
    """Whether `text` has letters, and none of them runs in the direction `dir`."""
    own, other = (_RTL_LETTER, _HAS_LTR_LETTER) if dir == "rtl" else (_HAS_LTR_LETTER, _RTL_LETTER)
    return not own.search(text) and other.search(text) is not None


def isolate_words(text: str, lang: str = "") -> Markup | None:
    """HTML of a plain text that runs from left to right, with words of the other direction set apart.

    lang: the language of those, "" when unknown. None where there are none.
    """
    if text.isascii() or not _RTL_LETTER.search(text):
        return None
    return Markup(RTL_RUN.sub(rf'<bdi lang="{lang}" dir="rtl">\g<0></bdi>', str(escape(text))))  # noqa: S704 - escaped


def isolate(html: str, page: Language, origin: str) -> str:
    """`html`, a safe body on a page in the language `page`, with what runs against that page set apart.

    origin: the language of the article's original, which foreign words are taken for where it runs as they do.
    """
    if "<code" in html or "<pre" in html:
        html = _CODE.sub(r'<\1 dir="auto"', html)
    if page.dir == "ltr" and (html.isascii() or not _RTL_LETTER.search(html)):
        return html
    other = "ltr" if page.dir == "rtl" else "rtl"
    lang = origin if language(origin).dir == other else ""
    block, line = _WHOLE[page.dir]

    def set_block(found: re.Match[str]) -> str:
        if not _foreign(found[2], page.dir):
            return found[0]
        if found[1] == "p" and _IN_ITEM.search(found.string, max(0, found.start() - 100), found.start()):
            return f'<p><bdi lang="{lang}" dir="{other}">{found[2]}</bdi></p>'
        return f'<{found[1]} lang="{lang}" dir="{other}">{found[2]}</{found[1]}>'

    def set_line(found: re.Match[str]) -> str:
        if not _foreign(found[3], page.dir):
            return found[0]
        return f'<{found[1]}{found[2]}><bdi lang="{lang}" dir="{other}">{found[3]}</bdi></{found[1]}>'

    html = block.sub(set_block, html)
    html = line.sub(set_line, html)
    if page.dir == "rtl":
        if not _HINT.search(html):
            return html
        return _in_texts(html, _AS_WRITTEN, '<bdi dir="ltr">{}</bdi>')
    return _in_texts(html, RTL_RUN, f'<bdi lang="{lang}" dir="rtl">{{}}</bdi>')


def _foreign(html: str, dir: str) -> bool:
    return runs_against(unescape(_TAG.sub("", html)), dir)


def _in_texts(html: str, pattern: re.Pattern[str], wrapped: str) -> str:
    """`html` with what matches put into `wrapped`, save in tags and in elements that have a direction of their own."""
    if not pattern.search(html):
        return html
    pieces = _TAG.split(html)
    inside, depth = "", 0
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            if not inside:
                pieces[number] = pattern.sub(lambda found: wrapped.format(found[0]), piece)
        elif name := _NAME.match(piece):
            if not inside and ' dir="' in piece and name[1] not in _VOID:
                inside, depth = name[1], 1
            elif inside == name[1]:
                depth += -1 if piece.startswith("</") else 1
                inside = inside if depth else ""
    return "".join(pieces)
