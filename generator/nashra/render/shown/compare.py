"""A translation beside its source, block by block, with words that say who made each block and what is out of date."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import dedent

from markupsafe import Markup

from nashra.languages.cldr import language
from nashra.markup.blocks import Block, split
from nashra.markup.html import render_block
from nashra.model import Article, Version
from nashra.render.ground.direction import isolate
from nashra.render.ground.messages import Messages
from nashra.render.ground.phrases import Phrase, phrase
from nashra.render.ground.pictures import dress_pictures
from nashra.render.ground.tables import scrolling_tables
from nashra.render.ground.ties import tied
from nashra.render.plan.companions import ComparePage
from nashra.render.reading.references import Resolver
from nashra.versions.alignment import Pair, align, record_is_current

# Blocks that show nothing to a reader: a rule parts what these pages part anyway, a reference is only an address.
_SILENT = frozenset({"rule", "reference"})
# Blocks that nobody translates: who made them is no question.
_AS_THEY_ARE = frozenset({"code", "html"})

_FOOTNOTE = re.compile(r"[ ]{0,3}\[\^([^\]\n]+)\]:[ ]*")
_TAG = re.compile(r"""(<(?:[^<>"]|"[^"]*")*>)""")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]")


@dataclass(frozen=True, slots=True)
class Row:
    """A block and its translation. source, target: safe HTML, None where that side has nothing.

    gap:   what the empty side says instead. marks: what is to be said of the translation, in the page's language.
    doubt: whether the marks are a warning.
    """

    source: Markup | None
    target: Markup | None
    gap: Markup | None
    marks: tuple[Markup, ...]
    doubt: bool


class Comparer:
    """Makes the rows of comparisons. known: the page of each content file, see `nashra.render.reading.references`."""

    def __init__(self, known: Mapping[Path, str]) -> None:
        self._known = known
        self._last: tuple[Version, dict[Block, Markup]] | None = None

    def rows(self, page: ComparePage, messages: Messages) -> tuple[Row, ...]:
        """The rows of `page` in the order of the translation; the titles come first."""
        article, version, source = page.article, page.version, page.source
        sources = _shown(self._source_blocks(page), messages)
        targets = _shown(self._blocks(article, version, page.path), messages)
        rows = [_title_row(source, version, messages)]
        rows += [
            _row(pair, sources, targets, messages, recorded=bool(_records(version)))
            for pair in _pairs(source, version)
            if (pair.target or pair.source) and not _is_silent(pair)
        ]
        return tuple(rows)

    def _source_blocks(self, page: ComparePage) -> dict[Block, Markup]:
        """HTML of the source's blocks, kept for its next translation: all these pages lie at one depth."""
        if self._last is None or self._last[0] is not page.source:
            self._last = (page.source, self._blocks(page.article, page.source, page.path))
        return self._last[1]

    def _blocks(self, article: Article, version: Version, page: str) -> dict[Block, Markup]:
        resolve = Resolver(version.path, version.body, version.body_line, page, self._known, article.id)
        blocks = split(version.body)
        references = "".join(f"\n\n{block.text}" for block in blocks if block.kind == "reference")
        parts = []
        for block in blocks:
            html = render_block(_alone(block, references), resolve=resolve)
            parts.append(_notes(dress_pictures(html, page, resolve.media)))
        # all in one go, which is quicker; no text holds a NUL
        whole = tied(isolate("\0".join(parts), language(version.lang), article.lang), version.lang)
        found: dict[Block, Markup] = {}
        for block, html in zip(blocks, whole.split("\0") if blocks else (), strict=True):
            found[block] = Markup(html)  # noqa: S704 - made safe by nashra.markup
        return found


def _shown(blocks: Mapping[Block, Markup], messages: Messages) -> Callable[[Block], Markup | None]:
    """Gives the HTML of one of `blocks` as a page shows it."""

    def show(block: Block) -> Markup | None:
        html = blocks.get(block)
        return html and Markup(scrolling_tables(html, messages.text("Table")))  # noqa: S704 - made safe by nashra.markup

    return show


def _alone(block: Block, references: str) -> Block:
    """`block` so that it can be read without the others: with the addresses it refers to, a footnote by its label."""
    text = block.text
    if block.kind == "footnote" and (label := _FOOTNOTE.match(text)):
        first, _, more = text[label.end() :].partition("\n")
        text = f"\\[{label[1]}\\] {first}" + (f"\n{dedent(more)}" if more else "")
        return Block("paragraph", text + references)
    if references and "[" in text and block.kind not in ("code", "reference"):
        return Block(block.kind, text + references)
    return block


def _notes(html: str) -> str:
    """Marks of footnotes, whose definitions are another block's, as the superscripts they are on the article's page."""
    if "[^" not in html:
        return html
    pieces = _TAG.split(html)
    pieces[::2] = [_NOTE.sub(lambda note: f"<sup>{note[1]}</sup>", piece) for piece in pieces[::2]]
    return "".join(pieces)


def _records(version: Version) -> bool:
    return bool(version.translation and version.translation.blocks)


def _pairs(source: Version, version: Version) -> Iterator[Pair]:
    """The pairs in the target's order; what is not translated stands before the first block that comes after it."""
    alignment = align(source, version)
    missing = list(alignment.missing)
    # of a version that people made, with blocks left over on both sides: nobody has said which belong together
    unknown = bool(missing) and None in alignment.partner and not _records(version)
    for pair, partner in zip(alignment.pairs, alignment.partner, strict=True):
        while partner is not None and missing and missing[0] < partner:
            yield _missing(alignment.sources[missing.pop(0)], unknown)
        yield replace(pair, tie="unpaired") if unknown and partner is None else pair
    for number in missing:
        yield _missing(alignment.sources[number], unknown)


def _missing(block: Block, unknown: bool) -> Pair:
    return Pair(block, None, None, human=False, stale=False, tie="unpaired" if unknown else "")


def _is_silent(pair: Pair) -> bool:
    return all(block is None or block.kind in _SILENT for block in (pair.source, pair.target))


def _row(
    pair: Pair,
    source: Callable[[Block], Markup | None],
    target: Callable[[Block], Markup | None],
    messages: Messages,
    *,
    recorded: bool,
) -> Row:
    gap = _gap(pair, messages.text, recorded)
    review = pair.record is not None and pair.record.flag == "review" and not pair.human
    marks: list[Markup] = []
    literal = all(block is None or block.kind in _AS_THEY_ARE | _SILENT for block in (pair.source, pair.target))
    if recorded and pair.target is not None and not literal:
        marks.append(messages.text(_maker(pair.human, review, draft=pair.draft)))
    # where the source is gone, the gap says so already
    if pair.stale and (pair.source is not None or pair.tie):
        marks.append(messages.text("The original has changed since."))
    return Row(
        source=source(pair.source) if pair.source else None,
        target=target(pair.target) if pair.target else None,
        gap=gap,
        marks=tuple(marks),
        doubt=pair.stale or review or pair.tie == "unpaired",
    )


def _maker(human: bool, review: bool, *, draft: bool = False) -> str:
    if draft:
        return "Written by a person, not approved yet"
    if human:
        return "Written or checked by a person"
    return "Machine translation, still to be checked" if review else "Machine translation"


def _gap(pair: Pair, text: Callable[[str], Markup], recorded: bool) -> Markup | None:
    """What stands where one side is empty."""
    if pair.tie == "unpaired":
        return text("It is not known which paragraph of the other text belongs to it.")
    if pair.tie == "joined":
        return text("Told in the translation together with the paragraph before.")
    if pair.source is None:
        if not recorded:
            return text("Nothing in the original stands for this paragraph.")
        return text("No longer in the original.") if pair.stale else text("Added in the translation.")
    if pair.target is None:
        if not recorded:
            return text("Nothing in the translation stands for this paragraph.")
        return text("Left out by the editors.") if pair.record else text("Not translated yet.")
    return None


def _title_row(source: Version, version: Version, messages: Messages) -> Row:
    made = version.translation
    marks: tuple[Markup, ...] = ()
    stale = review = False
    if made and made.title:
        same_source, same_target = record_is_current(made.title, source.title, version.title)
        human = made.state == "reviewed" or made.title.is_settled or not same_target
        stale, review = not same_source, made.title.flag == "review" and not human
        marks = (messages.text(_maker(human, review)),)
        if stale:
            marks += (messages.text("The original has changed since."),)
    title = Markup("<p><b>{}</b></p>")
    return Row(title.format(_title(source)), title.format(_title(version)), None, marks, stale or review)


def _title(version: Version) -> Phrase:
    return phrase(version.title, version.lang, language(version.lang))
