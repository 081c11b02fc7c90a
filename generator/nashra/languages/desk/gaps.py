"""Signs that hold the place of a number or a name which somebody was still to find out, in any language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nashra.languages.calendar.wrong_dates import is_month
from nashra.languages.desk.known import is_one, plain, unfinished

# Not those of masked numbers, nor the Roman thirty.
_GAP = re.compile(
    r"(?<![\w.…])(?:X{3,}|X{2,}[,.]X+|X{2,}(?=[ \u00a0\u202f]?%))(?![\w-])(?![ ][\dX])"
    r"|(?<=[ \u00a0])[?؟]{3,}(?=[,،])|(?<=\.[ \u00a0])\?{2,}(?=[,.\s])|\([?؟]{2,}\)|\bTK(?: ?TK)+\b"
    r"|(?<=[a-z] )TK(?=\.?\s*\Z)|(?<=, )TK(?=,)"
    r"|(?<=: )(?:TBC|TBD|TK)[ .]*$|[$€£]_{2,}|\[TK\b[^\[\]\n]{0,40}\]"
    r"|(?<![\w*])_{3,}(?=[ ,.;:)،؛])(?<=[ (]___)|(?<=[ (])_{4,}(?=[ ,.;:)،؛])"
    r"|(?<![\w/])(?:xx|XX|jj|JJ|dd|DD|\.\.|__)/(?:xx|XX|mm|MM|\.\.|__)/(?:\d{4}|xxxx|XXXX|aaaa|AAAA|yyyy|YYYY)\b"
    r"|\[[xX]{2,4}\]|\[X\](?= [a-zß-ÿ])|\([xX]{2,4}\)|(?<!\w)(?:_{2}|X{1,2}|\.{2,3})[hH:](?:_{2}|X{2}|\.{2,3})(?!\w)"
    r"|(?<=[a-zß-ÿ] )(?:NAME|DATE|AMOUNT|PLACE|FIGURE|NOM|PRÉNOM|MONTANT|LIEU|CHIFFRE)(?= [a-z]|[.,])"
)
# What holds the place of a number, before what is counted.
_UNCOUNTED = re.compile(
    r"(?<![\w.…?؟])(?:X{2,}|N{2,}|TK|(?<![:,])(?<!\d[ \u00a0\u202f])00|[?؟]{2,}|\.{3,}|…|_{2,}|\[\.{3}\]|\[ ?\])"
    r"[ \u00a0\u202f]([^\W\d_]+(?: [^\W\d_]+)?)"
)
# Without one of these there is none; to look for each of them alone takes a tenth of the time.
_SIGNS = (
    "X",
    "??",
    "؟؟",
    "?؟",
    "TK",
    "TBC",
    "TBD",
    "xx/",
    "../",
    "__",
    "xx]",
    "[X]",
    "xx)",
    "Xh",
    ".h",
    "NAME",
    "DATE",
    "AMOUNT",
    "PLACE",
    "FIGURE",
    "NOM",
    "MONTANT",
    "LIEU",
    "CHIFFRE",
    "jj/",
    "JJ/",
    "dd/",
    "DD/",
    "NN",
    "...",
    "…",
    "00 ",
    "00\u00a0",
    "[]",
    "[ ]",
)
# Dots apart from both words around them; who hesitates lets them stick to the word before.
_DOTS = re.compile(r"(?<!\S)([^\W\d_]{1,4}) (?:\.{3,}|…[.…]*)(?= [a-zß-ÿ\u0621-\u064a\d])")
_MASKED = re.compile(r"(?:[\dX]{2,4}[ .-]){2,}")
# A thing that bears a Roman number: a name, or one with a chapter.
_NUMBERED = re.compile(r"\b[^\W\d_a-z][^\W\d_]+[ \u00a0]XXX\Z|\b(?:chap\w*|tome|livre|vol\w*|n[°o])[ \u00a0.]+XXX\Z")


def may_have_gaps(text: str) -> bool:
    """Whether there may be one in `text`: a quick look, wrong only towards True."""
    return any(map(text.__contains__, _SIGNS))


def _may_have_dots(text: str) -> bool:
    """Whether dots may stand for words; in a quotation they stand for words that are left out."""
    return ("..." in text or "…" in text) and not any(map(text.__contains__, '"“«'))


def gaps(text: str) -> Iterator[tuple[int, str]]:
    """Where they stand in `text`, each with some of the words around it."""
    if not may_have_gaps(text):
        return
    for match in _UNCOUNTED.finditer(text):
        words = plain(match[1])
        first = words.split(" ", 1)[0]
        # `le XX décembre`; dots before a month may end a sentence
        dated = match[0][0] in "XN?؟_" and (is_month(words) or is_month(first))
        if dated or is_one(words, "units") or is_one(first, "units"):
            yield match.start(), text[max(0, match.start() - 20) : match.end() + 10].replace("\n", " ")
    for match in _DOTS.finditer(text) if _may_have_dots(text) else ():
        if match[1] in unfinished():
            yield match.start(), text[max(0, match.start() - 20) : match.end() + 10].replace("\n", " ")
    for match in _GAP.finditer(text):
        around = text[max(0, match.start() - 12) : match.end() + 6]
        if not _MASKED.search(around) and not _NUMBERED.search(text[max(0, match.start() - 30) : match.end()]):
            yield match.start(), text[max(0, match.start() - 20) : match.end() + 10].replace("\n", " ")
