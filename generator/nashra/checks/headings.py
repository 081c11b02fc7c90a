"""Headings of articles and pages: none skips a level, for those who walk through a page by its headings."""

from __future__ import annotations

from collections.abc import Iterator

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.checks.origins import Text
from nashra.markup.blocks import split
from nashra.markup.inline import plain_text
from nashra.markup.slots import texts

NAME = "headings"


def check(case: Case) -> Iterator[Finding]:
    """Headings that are more than one level below the one before (WCAG 2.2, technique G141)."""
    for page, facts in case.pages.items():
        text = case.origins.text_of(page)
        if text is None:
            continue
        level = 1
        for heading in facts.headings:
            if heading.level > level + 1:
                words = f"the heading {heading.text!r}"
                message = f"{words} is of level {heading.level}, after one of level {level}"
                hint = f"make it level {level + 1} ({'#' * (level + 1)})"
                yield Finding("warning", NAME, message, text.path, _line(text, heading.text), hint, page)
            level = heading.level


def _line(text: Text, words: str) -> int | None:
    """The line of the heading that reads `words`."""
    wanted = words.split()
    for block in split(text.body):
        if block.kind == "heading" and [word for part in texts(block) for word in plain_text(part).split()] == wanted:
            return text.body_line + block.line
    return None
