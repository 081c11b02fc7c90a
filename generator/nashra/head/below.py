"""What belongs into the head of a file and stands in its text, where readers read it and nothing obeys it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path

from nashra.head.frontmatter import Document
from nashra.head.known_keys import is_yes, withholds
from nashra.head.spelling import folded
from nashra.kit.errors import ContentError

# Keys that no sentence begins with.
_KEYS = "draft|date|expires|updated|title|lang|slug|topics|breaking|lead|aliases|translation"
_FIRST = re.compile(rf"(?:-{{3,}}[ \t]*\n\s*)?(?P<key>{_KEYS}):(?:[ \t][^\n]*)?(?:\n|\Z)")
# A line that says one thing of another: `مسودة: نعم`, `not published : true`.
_SAYS = re.compile(r"[ \t]*[-*]?[ \t]*(?P<key>[^\W\d_][^:\n]{0,40}?)[ \t]*:[ \t]*(?P<value>\S[^\n]{0,30}?)[ \t]*")
_SECOND = re.compile(r"-{3,}[ \t]*\n\s*(?P<key>title|date|draft|lang|slug)[ \t]*:", re.IGNORECASE)
# Of other keys, which a text may have as its own words below a rule, all that stands between two such lines.
_OTHERS = re.compile(
    r"-{3,}[ \t]*\n(?=(?P<key>[a-z_]+):)"
    r"(?:(?:author|topics|summary|source|expires|updated|image|breaking|story):[ \t][^\n]*\n)+"
    r"-{3,}[ \t]*(?:\n|\Z)"
)
_FENCE = re.compile(r"[ ]{0,3}(`{3,}|~{3,})")
_MOVE = "move it above the line of --- that ends the front matter"


def refuse_head_in_text(document: Document, keys: Collection[str], path: Path) -> None:
    """Raises ContentError where the text begins with keys, holds another head, or has a line that would hold it back.

    keys: those that the head of such a file may have.
    """
    body, first = document.body, _FIRST.match(document.body)
    if first and first["key"] in keys:
        raise _below(first[0].strip(), path, document.body_line)
    lines = body.split("\n")
    in_head, fence = True, ""
    may_have_fences = "```" in body or "~~~" in body
    for number, line in enumerate(lines):
        match = _FENCE.match(line) if may_have_fences else None
        if match and (not fence or match[1].startswith(fence)):
            fence = "" if fence else match[1]
        if fence or not line.strip():
            continue
        if line.startswith("---") and (second := _second_head("\n".join(lines[number : number + 12]))):
            message = f"a second head begins here, with `{second['key']}`: a file holds one text"
            hint = "put what follows into a file of its own, or delete the line of ---"
            raise ContentError(message, path=path, line=document.body_line + number, hint=hint)
        said = _SAYS.fullmatch(line) if ":" in line else None
        if said and (in_head or _is_alone(lines, number)) and _holds_back(said["key"], said["value"]):
            raise _below(line.strip(), path, document.body_line + number)
        in_head = in_head and said is not None


def _second_head(text: str) -> re.Match[str] | None:
    return _SECOND.match(text) or _OTHERS.match(text)


def _is_alone(lines: Sequence[str], number: int) -> bool:
    """Whether a line has empty ones above and below it."""
    return not "".join(lines[max(number - 1, 0) : number]).strip() and not "".join(lines[number + 1 : number + 2])


def _holds_back(key: str, value: str) -> bool:
    """Whether a line of the text was meant to hold it back: a plain yes or no, as no sentence has it."""
    answer = is_yes(value)
    if answer is None:
        return False
    return answer if folded(key) == "draft" else withholds(key, value)


def _below(line: str, path: Path, number: int) -> ContentError:
    message = f"the line `{line[:60]}` stands below the front matter, where it is text"
    return ContentError(message, path=path, line=number, hint=_MOVE)
