"""Which parts of a text must keep an order of their own: figures, addresses, and words that run against the text.

The Unicode bidirectional algorithm (UAX #9) sees letters and digits. It cannot know that the groups of a telephone
number are one number, that a sign belongs to its figure, or that a quotation mark after French words belongs to the
Arabic sentence around them. What it does well is left to it: dates, times, scores and ranges come out as a reader of
the text reads them.

The same pieces serve every place: HTML of bodies and of titles (direction.py), sentences with a mark in them
(marked_text.py), and plain text, where Unicode's isolates stand for elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from nashra.languages.known import SPECS

# The blocks of Unicode for scripts that run from right to left (Hebrew to Arabic Extended-A, presentation forms).
RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
LTR_LETTER = rf"[^\W\d_{RTL}]"
_LTR_WORD = rf"[^\W{RTL}]"  # a letter, a European digit or _

# Words of such a script, with what stands between them and whole brackets or quotations of them. A figure after the
# last word is left out: it goes on with the sentence around. A hashtag begins with its # and may end with a year.
_WORDS = rf"[{RTL}\u200c\u200d]+(?:[ \u00a0\d.,:/_+%-]+[{RTL}\u200c\u200d]+)*"
_QUOTED = rf"[ \u00a0:،]*(?:\({_WORDS}\)|«\s?{_WORDS}\s?»)"
RTL_RUN = re.compile(rf"#?(?=[{RTL}])[^\W\d_](?:{_WORDS}|[ \u00a0\d.,:/_+%-]+{_WORDS}|{_QUOTED})*(?:_\d+)*")

_SPACE = " \u00a0\u202f"
_HYPHEN = "\u2011-"
# Where a figure may begin: within no other one and in no Latin word. In Arabic a particle may stand right before it.
_START = rf"(?<![\d_+])(?<!{LTR_LETTER})"
_END = r"(?![\d_])"
_DIGITS = "0-9٠-٩۰-۹"
# Groups of digits with one sign between each two: `_is_one_number` tells what they are.
_GROUPS = re.compile(
    rf"(?=[(+{_DIGITS}]){_START}(?:"
    rf"\((?:\+\d{{1,4}}|0\d{{0,4}})\)[{_SPACE}{_HYPHEN}]?\d{{1,4}}(?:[{_SPACE}.{_HYPHEN}]?\d{{2,4}})+{_END}"
    rf"|\(\d{{3}}\)[{_SPACE}]?\d{{3}}[{_SPACE}.{_HYPHEN}]\d{{4}}{_END}"
    rf"|\+\d[\d{_SPACE}().{_HYPHEN}]{{6,18}}\d{_END}"
    rf"|(?<!\w[{_HYPHEN}])(?<!\d[.,:/])\d{{1,8}}(?:[{_SPACE}.’'{_HYPHEN}]\d{{1,20}})+"
    rf"(?:[,٫]\d+|[{_HYPHEN}][Xx]\b)?{_END})"
)
_GROUP_HINT, _PLUS_HINT = re.compile(rf"\d[{_SPACE}.’'(){_HYPHEN}]{{1,3}}\d"), re.compile(r"\+\d")
# What follows a telephone number: to be dialled when it answers, or the ends of other lines.
_EXTENSION = re.compile(rf"[{_SPACE}]?(?:x|[Ee]xt\.?|poste)[{_SPACE}]?\d{{1,5}}\b|(?:/\d{{2,4}}(?![\d/.]))+")
_LARGE = re.compile(rf"\d{{1,3}}(?:[{_SPACE}’']\d{{3}})+(?:[.,٫]\d+)?")
# As in "in 2024 10 000 people".
_YEAR_BEFORE = re.compile(rf"(\d{{4}})[{_SPACE}](?={_LARGE.pattern}\Z)")
_RANGE = re.compile(rf"[{_HYPHEN}]")

# Digits before the first word of the text, with hyphens between them. The algorithm takes them for one number there,
# and for several behind a word: the same score would stand the other way round at the head of a title.
_FIRST_RANGE = re.compile(r"(?<![\w.,:/+#@-])[0-9]+(?:[.,:][0-9]+)*(?:-[0-9]+(?:[.,:][0-9]+)*)+%?(?![\w/])")
_RANGE_HINT = re.compile(r"[0-9]-[0-9]")

# A sign belongs to the figure that follows it at the start of a word, or after a particle of one letter that is written
# together with what it governs, as in "و+2%" and "بـ-5"; the hyphen of "كوفيد-19" does not.
_ATTACHED = "".join(sorted({each for spec in SPECS.values() for each in spec.attached if len(each) == 1}))
_PARTICLE = rf"\b(?<!-)[{_ATTACHED}]"
_BEFORE_SIGN = (
    rf"(?:(?<!\S)|(?<=[(\[«“\"/:،])|(?<={_PARTICLE})|(?<={_PARTICLE}[\u0640\u064b-\u0652])"
    rf"|(?<={_PARTICLE}[\u0621-\u064a]\u0640)|(?<={_PARTICLE}[{_ATTACHED}]))"
)
_MINUS = r"\-\u2010\u2011\u2212"
_MONEY = "$€£¥\u20a0-\u20c0"
# European digits only: Arabic-Indic ones have their sign to the right and their percent sign to the left of them
# (CLDR's symbols of `arab`), which is where the algorithm puts them.
_NUMBER = rf"[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}})+(?:[.,][0-9]+)?(?![0-9])|[0-9]+(?:[.,:][0-9]+)*"
_SIGNED = (
    rf"{_BEFORE_SIGN}(?:\+/[{_MINUS}]|[+±{_MINUS}]|\u2013(?![0-9]{{4}}))[{_MONEY}]?(?:{_NUMBER})"
    rf"(?:[{_SPACE}]?[%٪‰]|[{_SPACE}]?°|[{_MONEY}])?{LTR_LETTER}*"
)
_DEGREES = rf"{_START}(?<![.,])[0-9]+(?:[.,][0-9]+)?[{_SPACE}]?°[{_SPACE}]?[CFNSEW]\b"
_MINUTES = (
    rf"{_START}(?<![.,])[0-9]{{1,3}}°[{_SPACE}]?[0-9]{{1,2}}(?:[.,][0-9]+)?['’′]"
    rf"(?:[{_SPACE}]?[0-9]{{1,2}}(?:[.,][0-9]+)?(?:[\"”″]|['’′]{{2}}))?(?:[{_SPACE}]?[NSEWO]\b)?"
)
# A time that was run, the scale of a map, a power, what a unit is worth in another.
_MEASURED = (
    rf"{_START}(?<![.,])(?:[0-9]{{1,3}}['’′][0-9]{{2}}(?:[\"”″]|['’′]{{2}})(?:[0-9]{{1,3}}\b)?"
    rf"|(?:[0-9]{{1,3}}:|1/)[0-9]{{1,3}}(?:[{_SPACE}][0-9]{{3}})+(?![0-9])|[0-9]+\^[{_MINUS}]?[0-9]+"
    rf"|(?:{_NUMBER})[{_SPACE}]{LTR_LETTER}++[{_SPACE}][=≈][{_SPACE}](?:{_NUMBER})(?:[{_SPACE}]{LTR_LETTER}++)?)"
)
_DECIMAL = rf"[+{_MINUS}]?[0-9]{{1,3}}\.[0-9]+"
_PLACE = (
    rf"{_DEGREES}(?:(?:,[{_SPACE}]?|[{_SPACE}](?=[0-9.,]+[{_SPACE}]?°[{_SPACE}]?[NSEW])){_DEGREES})?|{_MINUTES}(?:,?[{_SPACE}]?{_MINUTES})?"
    rf"|{_START}(?<![.,])[0-9]+(?:\.[0-9]+)?[{_SPACE}]?[NS],[{_SPACE}]?[0-9]+(?:\.[0-9]+)?[{_SPACE}]?[EWO]\b"
    rf"|{_START}(?<![.,+{_MINUS}])(?:{_DECIMAL}°,[{_SPACE}]?{_DECIMAL}°"
    rf"|(?=[^,]*\.[0-9]{{3}}){_DECIMAL},[{_SPACE}]?(?=[^ ]*\.[0-9]{{3}}){_DECIMAL}(?![0-9%٪]))"
)
# An account of a bank.
_ACCOUNT = rf"(?<!{_LTR_WORD})[A-Z]{{2}}[0-9]{{2}}(?:[{_SPACE}][0-9A-Z]{{4}}){{2,7}}(?:[{_SPACE}][0-9A-Z]{{1,3}})?\b"
# Without its word before it, the number of a journal is a range.
_SERIES = "|".join(rf"(?<=\b{word}[ \u00a0])" for spec in SPECS.values() for word in sorted(spec.series))
_SERIAL = rf"(?:{_SERIES})[0-9]{{4}}-[0-9]{{3}}[0-9X]\b"
# What is dialled to ask a telephone network.
_DIALLED = rf"(?<![*#])(?<!{_LTR_WORD})[*#]{{1,2}}[0-9]+(?:[*#][0-9]+)*#(?!\w)"

_ADDRESS = (
    r"(?:https?://|\bwww\.)(?:[^\s<>()\u2066-\u2069]|\([^\s<>()\u2066-\u2069]*\))*(?<=[\w/)])"
    r"|(?<![A-Za-z0-9])[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
    r"|(?<![A-Za-z0-9.@/-])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/(?:[^\s<>]*[\w/])?"
)
# The place of a file, and what a command is told.
_FILE = rf"\.?{_LTR_WORD}++(?:[.-]{_LTR_WORD}++)*+"
_PATH = (
    rf"(?<![\w/.:~<])(?<!{_LTR_WORD}[{_SPACE}])(?:~|\.{{1,2}})?/(?=\.?{LTR_LETTER}){_FILE}(?:/{_FILE})*+/?(?![\w/])"
    # behind a word of the same command they are of one piece with it already
    rf"|(?<!\S)(?<!{_LTR_WORD}[{_SPACE}])(?:--{LTR_LETTER}{_LTR_WORD}*+(?:-{_LTR_WORD}++)*+|-{LTR_LETTER})(?![\w-])"
    rf"|(?:(?<![\w*.])|(?<={_PARTICLE}))\*\.{_LTR_WORD}++(?![\w*])"
)
_TAGGED = rf"(?<!{_LTR_WORD})[#@]{_LTR_WORD}++(?:[@.-]{_LTR_WORD}++)*+(?!\w)"
# A house number before its street: the comma would part them.
_STREET = (
    rf"{_START}(?<![.,/-])[0-9]{{1,3}}(?: (?:bis|ter))?,[ ](?={LTR_LETTER}+[. ]+{_LTR_WORD})"
    rf"[^{RTL}()\"«»“”<>\n]*(?:{LTR_LETTER}|[0-9])"
)
# Letters and figures in one word that does not begin or end with a letter: 5.0-beta, 18+, C++, .NET.
_MIXED = (
    rf"{_START}(?<![.,/:-])[0-9]+(?:[.,:/+-][0-9]+)*[-.:/+&](?={LTR_LETTER})"
    rf"(?:{_LTR_WORD}|:?[-.:/+&'’@](?={_LTR_WORD}))+\+?"
    rf"|(?:(?<![\w.])|(?<={_PARTICLE}))\.(?={LTR_LETTER}){_LTR_WORD}+(?:[.-]{_LTR_WORD}+)*"
    rf"|(?<!{_LTR_WORD})(?<![.,:/+&-]){_LTR_WORD}+(?:[-.:/&]{_LTR_WORD}+)*(?:\++|#|[®™℠⁺⁻{_MONEY}]+(?![{_SPACE}]{_LTR_WORD}))(?![\w+#])"
    rf"(?:(?<=[⁺⁻])/{_LTR_WORD}+[⁺⁻]+)?"
    rf"|(?<!{_LTR_WORD})[{_MONEY}][0-9]+(?:[.,][0-9]+)*[{_SPACE}]?{LTR_LETTER}+\b"
    # as agencies rate debts, and as blood is told apart
    rf"|(?:(?<=[\w،][ـ{_SPACE}])|(?<={_PARTICLE}))(?:A{{1,3}}|B{{1,3}}|C{{1,3}}|D|AB|O)-(?![^\s.,;:!?)»،؛؟])"
    # a point that is no end of a sentence: that of initials and of what ends a name
    rf"|(?<!{_LTR_WORD})(?<![.,:/+-])(?:(?:{LTR_LETTER}\.){{2,}}|(?:Inc|Jr|Sr|Ltd|Corp|Co|Bros|Cie)\.)(?!\w)"
)
_SCALE = "|".join(rf"(?<=[:/][0-9]{{{digits}}}[{_SPACE}])" for digits in (1, 2, 3))
# Words of the same name beside such a one, with the figures that such words take along.
_NAME_WORD = rf"{LTR_LETTER}{_LTR_WORD}*(?:[.&'’/-]{_LTR_WORD}+)*"
_NAME_FIGURE = rf"[0-9]+(?:\.[0-9]+)*(?![{_SPACE}]?[\d%٪]|[.,:]\d)(?![^\s()»\"”.,،؛:!؟])"
# Words between quotation marks, without the marks: these belong to the sentence around.
_OPEN, _CLOSE = '"“„«‹', '"“”»›'
_SPOKEN = (
    rf"(?:(?<=[{_OPEN}])|(?<=[{_OPEN}][{_SPACE}]))(?=[^{_OPEN}{_CLOSE}{RTL}]*{LTR_LETTER})[#@]?{_LTR_WORD}"
    rf"(?:[^{_OPEN}{_CLOSE}{RTL}<>]*{_LTR_WORD})?[+#]*\)?(?=[^\w{_OPEN}{_CLOSE}<>]{{0,4}}[{_CLOSE}])"
)
# A name, where a figure that cannot be part of it comes next, such as a score, a share or a date.
# Three digits and three more are a model, as of aeroplanes.
_FIGURE = (
    rf"(?![0-9]{{3}}-[0-9]{{3}}\b)[0-9]+(?:[-/][0-9]|(?<![0-9]{{3}}):[0-9]|\u2013[0-9]|(?:[.,][0-9]+)?[{_SPACE}]?%)"
    rf"|[{_MONEY}][0-9]"
)
# Beyond it the words are whole sentences, at each of whose words the search for a figure would begin again.
_LONGEST_NAME = 400
_NAMED = (
    rf"(?<!{_LTR_WORD})(?<![-.@#/]){LTR_LETTER}(?:{_LTR_WORD}|\.?[{_SPACE}.&'’/-](?={_LTR_WORD})){{0,{_LONGEST_NAME}}}?"
    rf"(?<![{_SPACE}])(?=[{_SPACE}]\(?(?:{_FIGURE})|[{_SPACE}]?،)"
)
_KINDS = "|".join(
    (
        _ADDRESS,
        _PATH,
        _SPOKEN,
        _DIALLED,
        _TAGGED,
        _PLACE,
        _MEASURED,
        _SIGNED,
        _ACCOUNT,
        _SERIAL,
        _STREET,
        f"(?P<name>{_MIXED})",
        _NAMED,
    )
)
_BEFORE_NAME = re.compile(
    rf"(?:(?<![\w@#/.:&+-])|(?<={_PARTICLE})){_NAME_WORD}(?:[{_SPACE}](?:&(?:amp;)?[{_SPACE}])?(?:{_NAME_WORD}|{_NAME_FIGURE}))*[{_SPACE}](?:&(?:amp;)?[{_SPACE}])?\Z"
)
_AFTER_NAME = re.compile(rf"(?:[{_SPACE}]{_NAME_WORD}(?:[{_SPACE}]{_NAME_FIGURE})?)+")
_VERSION = re.compile(rf"[{_SPACE}]{_NAME_FIGURE}")
_HAS_VERSIONS = re.compile(r"\..*|.*(?:#|\+\+|\.)")
# Without any of this there is none of it: looked for first, in a fraction of the time. Plain ranges are quickest.
_LATIN = "A-Za-z\u00aa-\u058f\u0900-\u1fff\u2c00-\ud7ff"
# What begins with anything else is passed over at once.
_AS_WRITTEN = re.compile(rf"(?=[+±{_MINUS}\u2013#*@./~0-9_{_MONEY}{_LATIN}])(?:{_KINDS})")
_HINT = re.compile(
    rf"[+±{_MINUS}\u2013#*@°.,:/&'’′^=≈،®™℠⁺⁻{_MONEY}{_OPEN}{_SPACE}](?:(?<=[.,:/&])(?=[{_LATIN}])"
    rf"|(?<=[+±{_MINUS}\u2013#*@°{_MONEY}{_OPEN}])(?=[{_MONEY}]?[#@]?[0-9{_LATIN}])"
    rf"|(?<=[,{_OPEN}])(?=[{_SPACE}][#@]?[{_LATIN}])|(?<=[0-9{_LATIN}][+#/°])|(?<=[0-9][{_SPACE}])(?=°)"
    rf"|(?<=[{_LATIN}0-9][{_SPACE}])(?=\(?(?:{_FIGURE}))|(?<=[{_LATIN}][®™℠⁺⁻{_MONEY}])|(?<=[A-DO]-)(?!\w)"
    rf"|(?<=[{_LATIN}][{_SPACE}][=≈])|(?<=[0-9]['’′^®™℠])|(?<=[{_LATIN}0-9]،)|(?<=[{_LATIN}]\.)(?!\w)|(?:{_SCALE})(?=[0-9])"
    rf"|(?<=[A-Z][0-9]{{2}}[{_SPACE}])(?=[0-9A-Z]{{4}})|(?:(?<=[0-9]{{3}},)|(?<=[NS],))(?=[{_SPACE}]?[0-9])|(?:{_SERIES})(?=[0-9]))"
)
_NAME_LENGTH = 80
_ANY_RTL = re.compile(f"[{RTL}]")
_HAS_LETTER = re.compile(LTR_LETTER)
_HAS_WORD = re.compile(r"[^\W\d_]")


class Piece(NamedTuple):
    """Characters [start, end) of a text, which run in the direction `dir`. figure: they are digits and signs alone."""

    start: int
    end: int
    dir: str
    figure: bool = False


def _may_have_groups(text: str) -> bool:
    return _GROUP_HINT.search(text) is not None or ("+" in text and _PLUS_HINT.search(text) is not None)


def may_have_pieces(text: str, dir: str) -> bool:
    """False where `text` has no piece for certain: a quick look."""
    if _may_have_groups(text):
        return True
    if dir == "rtl" and _RANGE_HINT.search(text):
        return True
    return not text.isascii() and _ANY_RTL.search(text) is not None if dir == "ltr" else bool(_HINT.search(text))


def pieces(text: str, dir: str) -> list[Piece]:
    """What must be set apart in `text`, which runs in the direction `dir`; in order, and none in another.

    In a text from left to right the words that run the other way, which may hold pieces themselves; and, in both, the
    figures.
    """
    found = list(_numbers(text)) if _may_have_groups(text) else []
    if dir == "ltr":
        if not text.isascii() and _ANY_RTL.search(text):
            found = merged(found, [Piece(*each.span(), "rtl") for each in RTL_RUN.finditer(text)])
        return found
    if _HINT.search(text):
        found = merged(found, [_as_written(text, each) for each in _AS_WRITTEN.finditer(text)])
    if _RANGE_HINT.search(text):
        found = merged(found, list(_first_ranges(text, found)))
    return found


def _first_ranges(text: str, found: list[Piece]) -> Iterator[Piece]:
    """The ranges before the first word of `text` that is not in a piece of those `found`."""
    at = 0
    for piece in [*found, Piece(len(text), len(text), "")]:
        word = _HAS_WORD.search(text, at, piece.start)
        end = word.start() if word else piece.start
        yield from (Piece(*each.span(), "rtl", True) for each in _FIRST_RANGE.finditer(text, at, end))
        if word:
            return
        at = piece.end


def _as_written(text: str, found: re.Match[str]) -> Piece:
    """The piece that was `found`; a name takes along the words beside it that belong to it, as in "Canal+ Sport"."""
    start, end = found.span()
    if found["name"]:
        if before := _BEFORE_NAME.search(text, max(0, start - _NAME_LENGTH), start):
            start = before.start()
        if _HAS_VERSIONS.fullmatch(found[0]) and (version := _VERSION.match(text, end)):
            end = version.end()
        if after := _AFTER_NAME.match(text, end):
            end = after.end()
    return Piece(start, end, "ltr", not _HAS_LETTER.search(found[0]))


def with_inner(text: str, dir: str) -> Iterator[Piece]:
    """The pieces of `text`, each before those within it."""
    for piece in pieces(text, dir):
        yield piece
        if piece.dir == "rtl" and not piece.figure:
            for inner in pieces(text[piece.start : piece.end], "rtl"):
                yield Piece(piece.start + inner.start, piece.start + inner.end, inner.dir, inner.figure)


def _numbers(text: str) -> Iterator[Piece]:
    for found in _GROUPS.finditer(text):
        if (year := _YEAR_BEFORE.match(found[0])) and _is_year(year[1]):
            yield Piece(found.start() + year.end(), found.end(), "ltr", True)
            continue
        if found[0][0] in "+(" or _is_one_number(found[0]):
            extension = _EXTENSION.match(text, found.end())
            end = (extension or found).end()
            yield Piece(found.start(), end, "ltr", not _HAS_LETTER.search(text, found.end(), end))
            continue
        # two numbers with a hyphen between them, such as "10 000-20 000", are a range
        at = found.start()
        for part in _RANGE.split(found[0]):
            if _is_one_number(part):
                yield Piece(at, at + len(part), "ltr", True)
            at += len(part) + 1


def _is_one_number(text: str) -> bool:
    """Whether groups of digits are one number, read from left to right: a large one, a telephone's, an ISBN."""
    if _LARGE.fullmatch(text):
        return True
    groups = re.findall(r"\d+", text)
    signs = set(re.sub(r"[\dXx]", "", text))
    lengths = [len(group) for group in groups]
    # points keep the groups together without help
    if not 8 <= sum(lengths) <= 28 or signs <= {"."} or _is_date(groups) or all(map(_is_year, groups)):
        return False
    if int(groups[0][0]) == 0:
        return True
    return len(signs) == 1 and (len(groups) > 3 or (len(groups) == 3 and min(lengths[1:]) > 2))


def _is_date(groups: list[str]) -> bool:
    if len(groups) != 3:
        return False
    first, middle, last = map(int, groups)
    return middle <= 31 and ((first <= 31 and _is_year(groups[2])) or (_is_year(groups[0]) and last <= 31))


def _is_year(group: str) -> bool:
    return len(group) == 4 and 1300 <= int(group) <= 2199


def merged(first: list[Piece], second: list[Piece]) -> list[Piece]:
    """Both in order; of two that overlap, one over both, or the one that holds the other."""
    together: list[Piece] = []
    for piece in sorted([*first, *second]):
        last = together[-1] if together else None
        if last is None or piece.start >= last.end:
            together.append(piece)
        elif last.dir == piece.dir:
            together[-1] = Piece(last.start, max(last.end, piece.end), last.dir, last.figure and piece.figure)
        elif piece.start == last.start and piece.end > last.end:
            together[-1] = piece
    return together
