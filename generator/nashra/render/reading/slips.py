"""What a hand slips into a text that is ready: a word twice, a bracket that nothing closes, a day of another week."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import pairwise
from operator import eq

from nashra.languages.calendar.wrong_dates import wrong_dates
from nashra.languages.desk.known import DESK, beginning, may_begin, plain, unfinished, within
from nashra.languages.desk.secrets import (
    first_account,
    first_card,
    first_paper,
    first_phone,
    first_real_name,
    real_names,
)
from nashra.languages.desk.spoilt import are_apart
from nashra.languages.known import loose
from nashra.languages.press.known import phrases
from nashra.markup.blocks import Block

Loose = tuple[int, str, str]

_PHONE = re.compile(r"0[67](?:[ .-]?\d\d){4}")
_LATE = re.compile(r"(?<![\d.,/-])3\d[ \u00a0][^\W\d_]")
_FIGURES = re.compile(r"\d{4,}(?:[ \u00a0-]\d{4})*")
_LONE = frozenset({"paragraph", "quote"})
_PAIRS = (("(", ")", "bracket"), ("[", "]", "bracket"), ("«", "»", "quotation mark"), ("“", "”", "quotation mark"))
# In a text with one of these, marks may stand for other things, or be closed by others.
_OTHER = {
    "(": ("((", "\\(", "`", "<"),
    "[": ("[[", "\\[", "`", "<", "://"),
    "«": (">>", '"', "`", "<"),
    "“": ("„", '"', "`", "<", "''"),
}
_SMILE = re.compile(r"[:;=]['-]?\(")
# Behind a name, with a comma or a colon between them.
_TO_SOMEBODY = re.compile(
    r"(?=\w{3}|\w{1,2} )[^\W\d_a-z]\w{0,20}(?: [^\W\d_a-z]\w{1,20})?[ \u00a0\u202f]?([:,،])\s+([^\n]+)"
)
_SPEAKER = re.compile(r"[\s>*_]{0,6}[^\W\d_][\w .'’-]{1,40}?[*_]{0,2}[ \u00a0\u202f]?[:：]")
_LONGEST = 120
# A shorter sentence may be a call, and a shorter paragraph the line of a poem; so many words of its end are shown.
_SENTENCE, _CUT, _SHOWN = 40, 25, 3
# A title that ends in one of these would go on.
_GOES_ON = frozenset(":,،;؛([«“–—-/")
# So many longer paragraphs show how those of a text end.
_LONG, _FEWEST_ENDS = 30, 2
# No language that a site is likely to have writes words as long as this one.
_LONGEST_WORD = 45
_SAME, _DIGITS = 8, re.compile(r"\d+")
_INCHES = re.compile('[0-9]["]')
_STUCK = re.compile(
    r"(?<![@/\w.-])[a-zß-ÿ]{2,}(?:[ \u00a0]?[.!?][A-ZÀ-Þ][a-zß-ÿ]+|,[a-zß-ÿ]{2,}(?= [a-zß-ÿ]))(?![\w./@-])"
)
_BROKEN = re.compile(r"(?<![\w-])([^\W\d_]+)-\n([a-zß-ÿ]+)")
_SENTENCES = re.compile(r"[.!?؟…]\s+")
# Behind a question, an article goes on.
_ASKED = re.compile("[?؟] *[^ ]")
_QUOTED = re.compile('[«»“”"]')


def slips(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """(line, what is wrong, what to do) of slips in the `texts` of `blocks`."""
    whole = "\n\n".join(texts)
    low = whole.lower().split()
    looks: list[Callable[[str], Iterator[tuple[int, str, str]]]] = []
    if any(map(eq, low, low[1:])) and any(one == two and one in _once() for one, two in pairwise(low)):
        looks.append(_twice)
    # one look for figures tells which others are worth their time
    lengths = {each.end() - each.start() for each in _FIGURES.finditer(whole)}
    if 4 in lengths or _LATE.search(whole):
        looks.append(_wrong_dates)
    if any(each > 4 for each in lengths) or _PHONE.search(whole):
        looks.append(_private_numbers)
    if any(map(whole.__contains__, real_names())):
        looks.append(_real_names)
    for block, text in zip(blocks, texts, strict=True) if looks else ():
        for look in looks:
            for at, message, hint in look(text):
                yield block.line + text.count("\n", 0, at), message, hint
    yield from _open(blocks, texts, whole)
    yield from _straight(blocks, texts, whole)
    yield from _left_over(blocks, texts, whole)
    yield from _run_together(blocks, texts, low)
    yield from _stuck(blocks, texts, whole)
    yield from _cut_off(blocks, texts)
    for block, text in zip(blocks, texts, strict=True) if " \u0627 " in whole else ():
        if are_apart(text):
            hint = "get the text again where it came from, or type it"
            yield block.line, f"`{text[:40]}…` has its letters set apart", hint
    yield from _said_again(blocks, texts)
    yield from _broken_words(blocks, texts, whole)
    yield from _to_somebody(blocks, texts)


def slips_of(line: str) -> Iterator[tuple[str, str]]:
    """(what is wrong, what to do) of slips in a title, a summary or a caption."""
    for look in (_twice, _wrong_dates):
        yield from ((message, hint) for _, message, hint in look(line))
    if line and line[-1] in _GOES_ON and not _SMILE.search(line):
        yield f"the end is missing behind `{line[-12:]}`", "write the rest, or take the sign out"
    half = (len(line) - 1) // 2
    if half >= _CUT // 2 and line[half : half + 1].isspace() and line[:half] == line[half + 1 :]:
        yield f"`{line[:half]}` stands there twice", "take one of them out"
    if len(line) >= _CUT and (last := line.rstrip(" .…").rsplit(None, 1)[-1]) in unfinished():
        yield f"the end is missing behind `{last}`", "write the rest"
    for opening, closing, name in _PAIRS:
        is_open = line.count(opening) > line.count(closing) and not _SMILE.search(line)
        if is_open and not any(each in line for each in _OTHER[opening]):
            yield (
                f"nothing closes the {name} of `{line[line.rfind(opening) :][:30]}…`",
                f"write {closing} where it ends",
            )


def _cut_off(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """Paragraphs that end in a word which no sentence ends with; what a list or a quotation goes on from does so. The
    last one of a text has its full stop, so that more words tell that it has none."""
    known = unfinished()
    for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
        if block.kind != "paragraph" or not (text[-1:].isalnum() or text[-1:] in "’'"):
            continue
        goes_on = number + 1 < len(blocks) and blocks[number + 1].kind not in ("paragraph", "heading")
        last = text.rsplit(None, _SHOWN)
        known = unfinished() if number + 1 < len(blocks) else unfinished() | _once()
        if len(text) >= _CUT and not goes_on and last[-1] in known:
            line = block.line + text.count("\n")
            yield line, f"`…{' '.join(last[1:])}` ends as no sentence does: something is missing", "write the rest"
    if blocks and _is_long(blocks[-1], texts[-1]) and texts[-1][-1].isalpha():
        ends = [text[-1] for block, text in zip(blocks, texts, strict=True) if _is_long(block, text)]
        last = texts[-1].rsplit(None, _SHOWN)
        if (
            len(ends) > _FEWEST_ENDS
            and not any(map(str.isalnum, ends[:-1]))
            and not last[-1][0].isupper()
            and last[-1] not in known
        ):
            line = blocks[-1].line + texts[-1].count("\n")
            message = f"`…{' '.join(last[1:])}` has no full stop, as all other paragraphs have: the end may be missing"
            yield line, message, "write the rest, or the full stop"


def _is_long(block: Block, text: str) -> bool:
    return block.kind == "paragraph" and len(text) >= _LONG


def _said_again(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """Where a whole sentence stands twice in a row; what is called out or sung may, between quotation marks."""
    for block, text in zip(blocks, texts, strict=True):
        if block.kind != "paragraph" or len(text) < 2 * _CUT:
            continue
        said = _SENTENCES.split(text)
        for one, two in pairwise(said):
            if one[:_SAME] != two[:_SAME]:
                continue
            again = two.rstrip(" .!?؟…")
            if one == again and len(one) >= _SENTENCE and not _QUOTED.search(text):
                yield block.line, f"`{one[:40]}…` stands twice in a row", "take one of them out"
                return
            if one != again and len(one) >= _CUT and _DIGITS.sub("", one) == _DIGITS.sub("", again):
                message = f"`{one[:40]}…` differs from the next sentence by its figures alone"
                yield block.line, message, "take one of them out, or say what tells them apart"
                return


def _broken_words(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> Iterator[Loose]:
    """Words that the ends of printed lines broke, where there are several; some keep their hyphen everywhere."""
    if "-\n" not in whole:
        return
    found = [
        (block.line + text.count("\n", 0, match.start()), match)
        for block, text in zip(blocks, texts, strict=True)
        for match in _BROKEN.finditer(text)
        if match[1].lower() not in _hyphened()
    ]
    if len(found) > 1:
        line, match = found[0]
        message = f"`{match[1]}-` and `{match[2]}` are one word, which the end of a line broke"
        yield line, message, "join the words at the ends of lines"


@cache
def _hyphened() -> frozenset[str]:
    return frozenset(phrases("prints", "hyphen_first"))


def _wrong_dates(text: str) -> Iterator[tuple[int, str, str]]:
    for at, told, message in wrong_dates(text):
        yield at, f"`{told}`: {message}", "correct the day, or the date"


def _private_numbers(text: str) -> Iterator[tuple[int, str, str]]:
    kinds = (
        (first_card, "a bank card"),
        (first_paper, "a passport or an identity card"),
        (first_account, "a bank account"),
        (first_phone, "the telephone of somebody who is to be protected"),
    )
    for find, what in kinds:
        if (at := find(text)) is not None:
            yield at, f"this seems to be the number of {what}, which everybody can read", "take it out, or write XX"


def _real_names(text: str) -> Iterator[tuple[int, str, str]]:
    if (at := first_real_name(text)) is not None:
        message = f"`{text[at : at + 40]}…` seems to say who somebody is whom the article protects"
        yield at, message, "take it out"


@cache
def _once() -> frozenset[str]:
    """The words of which no sentence has two in a row, Arabic ones also without what people leave out of them; `à` is
    another word than `a`."""
    words = {each for desk in DESK.values() for each in desk.once.split("|") if each}
    return frozenset({*words, *(loose(word) for word in words if word > "\u0600")})


def _twice(text: str) -> Iterator[tuple[int, str, str]]:
    """Where a word stands twice of which no sentence has two in a row."""
    for one, two in pairwise(text.lower().split()):
        # not `de De Gaulle`
        if (
            one == two
            and one in _once()
            and (found := re.search(rf"(?<!\S)\w{re.escape(one[1:])}\s+{re.escape(two)}(?!\S)", text))
        ):
            yield found.start(), f"`{two} {two}`: the word stands there twice", "take one out"
            return


def _open(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> Iterator[Loose]:
    """Brackets and quotation marks that nothing closes: neither their block nor, as some write quotations of several
    paragraphs, one that begins with such a mark again. A text that has as many of both has closed them somewhere."""
    for opening, closing, name in _PAIRS:
        if whole.count(opening) <= whole.count(closing):
            continue
        for number, (block, text) in enumerate(zip(blocks, texts, strict=True)):
            if text.count(opening) <= text.count(closing) or any(each in text for each in _OTHER[opening]):
                continue
            after = texts[number + 1].lstrip("> *_\n") if number + 1 < len(texts) else ""
            if (name != "bracket" and after.startswith((opening, closing))) or block.kind == "html":
                continue
            at = _last_open(_SMILE.sub("..", text) if name == "bracket" else text, opening, closing)
            # that of a link has its own look
            if at is not None and text[at - 1 : at] != "]":
                line = block.line + text.count("\n", 0, at)
                shown = text[at : at + 30].split("\n", 1)[0]
                yield line, f"nothing closes the {name} of `{shown}…`", f"write {closing} where it ends, or take it out"


def _left_over(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> Iterator[Loose]:
    """The one star or backtick of a text, at a word: emphasis or code that nothing closes."""
    for sign in "`*":
        if whole.count(sign) != 1:
            continue
        at, text = next((number, text) for number, text in enumerate(texts) if sign in text)
        before, _, after = text.partition(sign)
        if blocks[at].kind == "paragraph" and after[:1].isalpha() and (sign == "`" or not before.strip()):
            message = f"nothing closes the {sign} before `{after[:20]}…`: readers see it"
            yield blocks[at].line + before.count("\n"), message, f"write {sign} behind it as well, or take it out"


def _run_together(blocks: Sequence[Block], texts: Sequence[str], low: Sequence[str]) -> Iterator[Loose]:
    """Words without blanks between them."""
    longest = max(low, key=len, default="")
    if len(longest) < _LONGEST_WORD or not longest.strip('.,;:!?…»«"”“()').isalpha():
        return
    for block, text in zip(blocks, texts, strict=True):
        if longest in text.lower():
            yield block.line, f"`{longest[:40]}…` seems to be several words", "write the blanks between them"
            return


def _straight(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> Iterator[Loose]:
    """The one straight quotation mark of a text; of several nobody knows which of them close, and inches have one."""
    if whole.count('"') != 1 or _INCHES.search(whole) or "<" in whole or "`" in whole:
        return
    number = next(number for number, text in enumerate(texts) if '"' in text)
    before, _, after = texts[number].partition('"')
    message = f'there is no other quotation mark to `{before[-10:]}"{after[:20]}…`'
    yield blocks[number].line + before.count("\n"), message, "write the other one, or take it out"


def _stuck(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> Iterator[Loose]:
    """Where two sentences stick together, as when the end of a line was lost between them."""
    if not _STUCK.search(whole):
        return
    for block, text in zip(blocks, texts, strict=True):
        if block.kind != "html" and (found := _STUCK.search(text)):
            line = block.line + text.count("\n", 0, found.start())
            sign = "comma" if "," in found[0] else "end of the sentence"
            yield line, f"no blank stands behind the {sign} in `{found[0]}`", "write one"
            return


def _last_open(text: str, opening: str, closing: str) -> int | None:
    """Where the last `opening` mark without a `closing` one stands."""
    found: list[int] = []
    for match in re.finditer(f"[{re.escape(opening)}{re.escape(closing)}]", text):
        if match[0] == opening:
            found.append(match.start())
        elif found:
            found.pop()
    return found[-1] if found else None


def _is_asked(words: str) -> bool:
    if beginning(words, "told"):
        return True
    return within(words, "works") is not None and bool(beginning(words, "doings") or beginning(words, "asks"))


def _to_somebody(blocks: Sequence[Block], texts: Sequence[str]) -> Iterator[Loose]:
    """Short paragraphs in which one colleague asks another, by name; in an interview several begin with a name."""
    found = []
    for block, text in zip(blocks, texts, strict=True):
        if len(text) > _LONGEST:
            continue
        said = text.strip(" >*_\n")
        if block.kind not in _LONE or _ASKED.search(said) or not (told := _TO_SOMEBODY.fullmatch(said)):
            continue
        if not _QUOTED.search(said) and may_begin(told[2], "told", "doings", "asks") and _is_asked(plain(told[2])):
            found.append((block.line, said, told[1]))
    for line, said, sign in found:
        if sign != ":" or sum(_SPEAKER.match(text) is not None for text in texts) == 1:
            hint = "write <!-- ... --> around it, or take it out"
            yield line, f"`{said[:60]}` seems to be a note for colleagues, and readers see it", hint
