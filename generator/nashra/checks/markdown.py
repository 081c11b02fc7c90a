"""What GitHub's preview of a text shows otherwise than readers get it: good to know for those who write there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from nashra.checks.case import Case
from nashra.checks.finding import Finding
from nashra.markup.differences import DifferenceKind, differences
from nashra.model import StaticPage, Version

NAME = "markdown"


class _Told(NamedTuple):
    """here: what readers get. there: what GitHub shows. hint: how both show the same, where that is wanted."""

    here: str
    there: str
    hint: str


_TOLD: Mapping[DifferenceKind, _Told] = {
    "emphasis": _Told(
        "readers see {} as emphasis",
        "its signs, since a letter and a punctuation mark meet there",
        "leave it so, or put a blank between the sign and the letter",
    ),
    "number": _Told(
        "readers get a numbered list from {}",
        "plain text",
        "leave it so, or write the numbers with European digits",
    ),
    "address": _Told(
        "readers get a link that ends before the punctuation behind {}",
        "a link that swallows it",
        "leave it so, or write <address>",
    ),
    "bracket": _Told(
        "readers get a link from the address in the square bracket, {}",
        "plain text",
        "leave it so, or write <address>",
    ),
    "picture": _Told(
        "readers see the picture {}",
        "its Markdown, since the file has a blank in its name",
        "leave it so, or write <name of the file> between the round brackets",
    ),
    "target": _Told(
        "readers do not see {}, which gives a link its address",
        "it as text, since a table is right below it",
        "put an empty line before the table",
    ),
    "unused note": _Told(
        "readers find the footnote {} at the end",
        "nothing of it, since nothing in the text refers to it",
        "refer to it where it belongs, or take it out",
    ),
    "note with blanks": _Told(
        "readers get a footnote from {}",
        "something else, since its name has a blank",
        "take the blank out of the name",
    ),
    "blank line": _Told(
        "readers see an empty line, which ends the paragraph",
        "a line of blanks that goes on with it",
        "leave the line really empty",
    ),
    "deep": _Told(
        "readers get the rest of {} as text, since it is nested so deep",
        "a nest",
        "nest it less deep",
    ),
    "alert": _Told(
        "readers see {} as words in a quotation",
        "a coloured box",
        "write the word as your readers know it, in bold",
    ),
    "formula": _Told(
        "readers see {} as it is typed",
        "a formula",
        "write it with words and signs, or show a picture of it",
    ),
    "embed": _Told(
        "readers get a link instead of {}",
        "nothing of it",
        "leave it so: pages show nothing from elsewhere",
    ),
}  # fmt: skip


def check(case: Case) -> Iterator[Finding]:
    """One note for each kind of difference in each file, on the first line that has it."""
    texts: list[Version | StaticPage] = [*case.content.pages]
    for article in case.content.articles:
        texts += article.versions.values()
    for text in texts:
        told: set[DifferenceKind] = set()
        for difference in differences(text.body):
            if difference.kind in told:
                continue
            told.add(difference.kind)
            here, there, hint = _TOLD[difference.kind]
            message = f"{here.format(repr(difference.words))}; GitHub's preview shows {there}"
            yield Finding("info", NAME, message, text.path, text.body_line + difference.line, hint)
