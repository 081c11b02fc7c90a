"""Taking the web page away from around the lines of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nashra.ingest.draft import Dropped
from nashra.ingest.words import boilerplate
from nashra.ingest.words.paragraphs import Line
from nashra.ingest.words.rules import CAPTION, SHORT_LINK, Rule

# Characters of sentences that must come before "leave a comment" may end the article: at the top it is a button.
_MIN_ARTICLE = 200
_ADDRESS = re.compile(r"https?://\S+\Z")


def trim(lines: Sequence[Line]) -> tuple[list[Line], list[Dropped]]:
    """(what is left of `lines`, what was dropped). `lines` has no blank ones.

    Dropped are the lines that a rule knows, the headlines under a heading such as "read also", and whatever comes
    after the article's end. A paragraph in the middle of an article is never dropped.
    """
    known = [boilerplate.match(line.text) for line in lines]
    end = _end(lines, known)
    last = max((at for at in range(end) if known[at] is None and boilerplate.is_prose(lines[at].text)), default=-1)
    reasons: dict[int, str] = {}
    started = False
    heading, place = "", 0
    for at, line in enumerate(lines):
        rule = known[at]
        if rule is not None:
            reasons[at] = rule.purpose
            heading = rule.purpose if rule.action == "list" and started and boilerplate.is_heading(line.text) else ""
            place = at
        elif at >= end:
            reasons[at] = "stands after the end of the article"
        elif known[at - 1] is SHORT_LINK and _ADDRESS.match(line.text) and at:
            reasons[at] = SHORT_LINK.purpose
        elif at and known[at - 1] is CAPTION and _belongs(lines, at, at) and not boilerplate.is_prose(line.text):
            reasons[at] = CAPTION.purpose  # its label, in a line of its own, ends in a comma
        elif heading and not boilerplate.is_prose(line.text) and (at > last or _belongs(lines, at, place)):
            reasons[at] = f"stands under {heading}"
        else:
            heading = ""
            started = started or boilerplate.is_sentence(line.text)
    kept = [line for at, line in enumerate(lines) if at not in reasons]
    return kept, [Dropped(lines[at].number, lines[at].text, reason) for at, reason in reasons.items()]


def _end(lines: Sequence[Line], known: Sequence[Rule | None]) -> int:
    """Index of the line after which nothing belongs to the article; the number of lines when there is none."""
    seen = 0
    for at, (line, rule) in enumerate(zip(lines, known, strict=True)):
        if rule is None:
            seen += len(line.text) if boilerplate.is_sentence(line.text) else 0
        elif rule.action == "rest" and seen >= _MIN_ARTICLE:
            return at
    return len(lines)


def _belongs(lines: Sequence[Line], at: int, heading: int) -> bool:
    """Whether line `at` is in the list under `heading`: directly below it, or directly below the list's last line.

    One blank line is allowed after the heading only: a short line that stands apart may be a crosshead of the article.
    """
    return lines[at].number - lines[at - 1].number <= (2 if at == heading + 1 else 1)
