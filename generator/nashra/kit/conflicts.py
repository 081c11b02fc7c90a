"""The marks that git leaves in a file where two people changed the same lines (git-merge(1), "how conflicts are
presented"). A file with them holds two texts at once, and nobody has chosen yet; nor has anybody where a part of the
marks is left.

In Markdown some of these lines may mean something else, and only there are they looked at twice:

- a whole conflict, or a single mark, inside a fenced block of code is an example of one, and so is what is indented;
- `=======` below a line of its own makes that line a heading, unless it ends as a sentence does;
- `>>>>>>>` beside other quoted lines is a quotation of a quotation, as in mails.

A whole conflict is one too where all its marks were moved inwards or quoted, as editors do with lines they paste.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from nashra.kit.errors import ContentError, Problem

_OURS, _BASE, _MIDDLE, _THEIRS = "<<<<<<<", "|||||||", "=======", ">>>>>>>"
_MARKS = (_OURS, _BASE, _MIDDLE, _THEIRS)
# Python-Markdown's fenced_code: at the beginning of a line, closed by the same sign as often.
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})[^`\n]*\Z")
_CODE = re.compile(r"^(`{3,}|~{3,})[^\n]*\n.*?^\1[ \t]*$|`[^`\n]+`|^(?: {4}|\t)[^\n]*$", re.DOTALL | re.MULTILINE)
# What stands between the two sides is a ruled line to HTML, and gets lost on the way.
_IN_WORDS = re.compile(
    r"(?<!<)<{7}(?!<)[ \t]*(?P<ours>[^\s<>]*).{0,20000}?(?<!>)>{7}(?!>)[ \t]*(?P<theirs>[^\s<>]*)", re.DOTALL
)
# What may stand before the marks of a conflict that was moved.
_BEFORE = re.compile(rf"(?P<before>[ \t>]*[ \t]){_OURS}(?: |\Z)")
# So far inwards, a line of Markdown is code.
_CODE_INDENT = re.compile(r" {4}|\t")
_CODE_OF_PAGES = re.compile(r"<(pre|code|script|style|textarea|samp)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_SENTENCE = (".", "…", "،", ",", "؛", ";", ">")


def find_conflict(text: str, path: Path | None) -> Problem | None:
    """The first conflict in the text of the file `path`, None where there is none.

    Without a path, and in what ends in .md, .markdown or .txt, the text is Markdown.
    """
    if not any(mark in text for mark in _MARKS):
        return None
    lines = [line.rstrip("\r") for line in text.split("\n")]
    is_markdown = path is None or _is_text(path)
    marks = list(_marks(lines, is_markdown)) or _moved(lines, is_markdown)
    if not marks:
        return None
    first, mark = marks[0]
    upto, sides = first, [lines[first][len(mark) :].strip()] if mark in (_OURS, _THEIRS) else []
    for number, sign in marks[1:]:
        if sign == _OURS:
            break
        upto = number
        if sign == _THEIRS:
            sides.append(lines[number][len(sign) :].strip())
            break
    named = " and ".join(f"“{side}”" for side in sides if side)
    if mark == _OURS and lines[upto].startswith(_THEIRS):
        message = "a merge conflict is not resolved" + (f": {named} differ here" if named else "")
        hint = f"keep what is right up to line {upto + 1}, and delete the lines of {_OURS}, {_MIDDLE} and {_THEIRS}"
    else:
        message = "a merge conflict is only half resolved" + (f" (of {named})" if named else "")
        hint = f"see whether the text around it is right, and delete the line `{lines[first].strip()}`"
    return Problem(message, path, first + 1, hint)


def _is_text(path: Path) -> bool:
    return path.suffix.lower() in ("", ".md", ".markdown", ".txt") and path.name != "addresses.txt"


def refuse_conflict(text: str, path: Path | None) -> None:
    """Raises ContentError where a conflict in the text of the file `path` is not resolved."""
    if problem := find_conflict(text, path):
        raise ContentError.of([problem])


def _marks(lines: list[str], is_markdown: bool) -> Iterator[tuple[int, str]]:
    """(index of the line, mark) of the marks that are no part of the text."""
    start, examples = _body(lines) if is_markdown else len(lines), set[int]()
    if is_markdown:
        examples = _examples(lines, start)
    is_open = False
    for number, line in enumerate(lines):
        sign = next((mark for mark in _MARKS if line.startswith(mark)), None)
        if sign is None or number in examples or line[len(sign) : len(sign) + 1] not in ("", " "):
            continue
        if sign == _MIDDLE and line.strip() != _MIDDLE:
            continue
        if number >= start and not is_open and _is_markdown(lines, number, sign):
            continue
        if sign == _BASE and not is_open and line.rstrip().endswith("|"):
            continue
        is_open = sign != _THEIRS
        yield number, sign


def _moved(lines: list[str], is_markdown: bool) -> list[tuple[int, str]]:
    """The marks of the first whole conflict that stands behind blanks or signs of quotation; takes these away."""
    examples = _examples(lines, _body(lines)) if is_markdown else set[int]()
    for first, line in enumerate(lines):
        match = _BEFORE.match(line)
        if match is None or first in examples or (is_markdown and _CODE_INDENT.search(match["before"])):
            continue
        quoted = match["before"].strip()
        found = [(first, _OURS)]
        for number in range(first + 1, len(lines)):
            rest = lines[number].lstrip(" \t")
            if quoted:
                rest = rest.removeprefix(quoted).lstrip(" \t")
            sign = next((mark for mark in _MARKS[1:] if rest.startswith(mark)), None)
            if sign is None or (sign == _MIDDLE and rest.rstrip() != _MIDDLE):
                continue
            found.append((number, sign))
            if sign == _THEIRS:
                if _MIDDLE not in [mark for _, mark in found]:
                    break
                for at, mark in found:
                    lines[at] = lines[at][lines[at].index(mark) :]
                return found
    return []


def _body(lines: list[str]) -> int:
    """The index of the first line that is Markdown: behind the front matter, of which no mark is a part."""
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if not lines[first : first + 1] or lines[first].strip() != "---":
        return 0
    return next((number for number in range(first + 1, len(lines)) if lines[number].rstrip() == "---"), len(lines))


def _examples(lines: list[str], start: int) -> set[int]:
    """The lines inside blocks of code that are closed, but for a block on one side of a conflict alone."""
    found: set[int] = set()
    number, is_open = start, False
    while number < len(lines):
        line = lines[number]
        fence = _FENCE.match(line)
        if fence:
            end = next((at for at in range(number + 1, len(lines)) if lines[at].rstrip() == fence["fence"]), None)
            inside = range(number + 1, end) if end is not None else range(0)
            # half a conflict in a block and the other half outside of it is a conflict
            kinds = [next((m for m in _MARKS if lines[at].startswith(m)), "") for at in inside]
            if end is not None and not (is_open and (_MIDDLE in kinds or _THEIRS in kinds)):
                found.update(inside)
                if _OURS in kinds and _THEIRS not in kinds and _THEIRS in (each[:7] for each in lines[end:]):
                    found.difference_update(inside)
                    is_open = True
                number = end
        elif line.startswith(_OURS):
            is_open = True
        elif line.startswith(_THEIRS):
            is_open = False
        number += 1
    return found


def _is_markdown(lines: list[str], number: int, sign: str) -> bool:
    """Whether a line that begins like a mark, where no conflict is open, is a heading's or a quotation's."""
    before = lines[number - 1].strip() if number else ""
    after = lines[number + 1].strip() if number + 1 < len(lines) else ""
    if sign == _THEIRS:
        return before.startswith(">") or after.startswith(">")
    if sign == _MIDDLE:
        is_line_alone = number < 2 or not lines[number - 2].strip() or lines[number - 2].rstrip() == "---"
        return bool(before) and is_line_alone and not before.endswith(_SENTENCE)
    return False


def find_conflict_in_words(text: str) -> Problem | None:
    """The whole conflict in the Markdown `text` of a page or a feed whose lines were joined or escaped on the way, None
    where there is none outside of code."""
    plain = html.unescape(_CODE.sub("", text)).replace("\\", "")
    match = _IN_WORDS.search(plain)
    if match is None:
        return None
    sides = " and ".join(f"“{side[:60]}”" for side in (match["ours"], match["theirs"]) if side)
    message = "a merge conflict is not resolved" + (f": {sides} differ here" if sides else "")
    return Problem(message, hint="resolve it where the page was made, or copy the right text from it")


def find_conflict_in_page(text: str) -> Problem | None:
    """The whole conflict that stands in lines of its own in the HTML `text`, escaped or not, None where there is none.

    What shows code, and scripts, may have an example of one.
    """
    if _OURS not in text and "&lt;" * 7 not in text:
        return None
    lines = html.unescape(_CODE_OF_PAGES.sub(_lines_alone, text)).split("\n")
    marks = [(number, line.strip()) for number, line in enumerate(lines) if line.strip().startswith(_MARKS)]
    for at, (first, line) in enumerate(marks):
        if not line.startswith(_OURS):
            continue
        rest = [each for _, each in marks[at + 1 :]]
        end = next((number for number, each in enumerate(rest) if each.startswith(_THEIRS)), None)
        if end is not None and _MIDDLE in rest[:end]:
            sides = " and ".join(f"“{side[7:67].strip()}”" for side in (line, rest[end]) if side[7:].strip())
            message = "a merge conflict is not resolved" + (f": {sides} differ here" if sides else "")
            return Problem(message, line=first + 1, hint="resolve it where the page was made")
    return None


def _lines_alone(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")
