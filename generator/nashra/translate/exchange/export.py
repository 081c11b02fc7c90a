"""One version of an article as a PO file for a translator. See docs/translation.md for the rules in words.

Every text of a block is an entry. Its context says which text of which source block it is, and which translation it had
when the file was made, so that what comes back can be told from what changed meanwhile.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from nashra import __version__
from nashra.kit.errors import ContentError
from nashra.markup.blocks import Block, fingerprint, labels, split
from nashra.markup.inline import VERBATIM, parse, plain_text
from nashra.markup.slots import texts
from nashra.model import Article, BlockRecord, Version
from nashra.translate.exchange.po import PoEntry, format_po
from nashra.translate.marks import is_translatable
from nashra.versions.alignment import Alignment, Pair, align, record_is_current
from nashra.versions.fields import CALLED, NAMES, Name, fields_of, text_of
from nashra.versions.status import Doubts, origins

FORMAT = "1"
# A block whose translation has another number of texts is exchanged as a whole, in Markdown.
WHOLE = 0


# (place, number): see Unit
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Unit:
    """One text to translate.

    place:   "title", "summary", "alt", "caption", or the fingerprint of the source block, with ".2" and so on where it
        comes again.
    number:  of the text in its block, from 1; WHOLE for the block as one.
    index:   of the source block, None for a field.
    source, target: inline Markdown (plain text for title and summary); an empty target: not translated yet.
    fuzzy:   a machine wrote the target, or its source changed since, or nobody approved it yet.
    comments: what a translator should know.
    stale:   the fingerprint that the source block had when it was translated, "" where that is up to date.
    """

    place: str
    number: int
    index: int | None
    source: str
    target: str
    fuzzy: bool
    comments: tuple[str, ...] = ()
    stale: str = ""

    @property
    def key(self) -> Key:
        """What tells it from every other text of the article."""
        return self.place, self.number

    @property
    def base(self) -> str:
        """The fingerprint of the target, "" for none."""
        return fingerprint(self.target) if self.target else ""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A version, the one it is made from, and its texts in the order of the source.

    references: labels of the source's reference links, for `nashra.markup.inline.parse`.
    """

    article: Article
    lang: str
    source: Version
    target: Version | None
    alignment: Alignment
    units: tuple[Unit, ...]
    references: frozenset[str]


def exchange(article: Article, lang: str, doubts: Doubts | None = None) -> Exchange:
    """The texts of `article` for its version in `lang`, which may be there or not.

    doubts: says why a block is marked for review. Raises ContentError for the original's own language, and where the
    version that it was made from is not there.
    """
    if lang in article.unreadable:
        raise ContentError(f"{article.folder}/{lang}.md cannot be read", hint="`nashra status` says what is wrong")
    target = article.versions.get(lang)
    made = target.translation if target else None
    if lang == article.lang or (target is not None and made is None):
        raise ContentError(f"{article.folder} was written in {lang!r}", path=article.original.path)
    source = article.original if made is None else article.versions.get(made.origin)
    if source is None:
        raise ContentError("the version that it was made from is not there", path=target.path if target else None)
    alignment = align(source, target) if target else Alignment(split(source.body), (), ())
    references = labels(source.body)
    units = tuple(_units(source, target, alignment, references, doubts))
    return Exchange(article, lang, source, target, alignment, units, references)


def _units(
    source: Version, target: Version | None, alignment: Alignment, references: frozenset[str], doubts: Doubts | None
) -> Iterator[Unit]:
    if target is None:
        yield from (_field(name, words, "", None) for name in NAMES if (words := text_of(source, name)))
    else:
        found = (each for each in fields_of(source, target) if each.source)
        yield from (_field(each.name, each.source or "", each.target or "", each.record) for each in found)
    pair_of: dict[int, Pair] = {}
    for partner, each in zip(alignment.partner, alignment.pairs, strict=True):
        if partner is None:
            continue
        held = pair_of.get(partner)
        # of several that tell one source it is the one that an answer replaces, not what tells it once more
        if (
            held is None
            or held.target is None
            or (held.tie == "part" and each.target is not None and each.tie != "part")
        ):
            pair_of[partner] = each
    seen: Counter[str] = Counter()
    for index, block in enumerate(alignment.sources):
        mark = fingerprint(block.text)
        seen[mark] += 1
        place = mark if seen[mark] == 1 else f"{mark}.{seen[mark]}"
        pair = pair_of.get(index)
        if pair is not None and pair.target is None:
            continue  # a person left it out of the translation, or it is told in another block
        head = f"block {index + 1}, {block.kind}"
        for number, before, after in _texts(block, pair.target if pair else None, references):
            comments = [head] + (_remarks(pair, before, after, source, target, doubts) if pair and target else [])
            stale = pair.record.source if pair and pair.stale and pair.record else ""
            fuzzy = pair is not None and _is_fuzzy(pair)
            yield Unit(place, number, index, before, after, fuzzy, tuple(comments), stale)


def _texts(block: Block, target: Block | None, references: frozenset[str]) -> Iterator[tuple[int, str, str]]:
    """(number, text of the source, text of the target) for all texts of a block that hold words."""
    befores = texts(block)
    afters = texts(target) if target else [""] * len(befores)
    if not any(_has_words(before, references) for before in befores):
        return
    if target is not None and len(befores) != len(afters):
        yield WHOLE, block.text, target.text
        return
    for number, (before, after) in enumerate(zip(befores, afters, strict=True), 1):
        if _has_words(before, references):
            yield number, before, after


def _has_words(text: str, references: frozenset[str]) -> bool:
    """Whether there is anything to translate in inline Markdown: words that are no code and no address."""
    plain, marks = parse(text, references)
    for mark in reversed(marks):
        if mark.kind in VERBATIM:
            plain = plain[: mark.start] + plain[mark.end :]
    return is_translatable(plain) or any(is_translatable(mark.alt + mark.caption) for mark in marks)


def _is_fuzzy(pair: Pair) -> bool:
    return not pair.human or pair.stale or pair.draft


def _remarks(pair: Pair, before: str, after: str, source: Version, target: Version, doubts: Doubts | None) -> list[str]:
    remarks = []
    if pair.stale:
        remarks.append("the source changed after this was translated")
    if not pair.human:
        remarks.append("translated by a machine")
        remarks.extend(f"with {words}" for words in origins(pair.record.reused if pair.record else ()))
        if pair.record is not None and pair.record.flag == "review":
            found = doubts(plain_text(before), plain_text(after), source.lang, target.lang) if doubts else ()
            remarks.extend(f"in doubt: {reason}" for reason in found or ("a link or other mark found no place",))
    elif pair.draft:
        remarks.append("not approved yet")
    return remarks


def _field(name: Name, source: str, target: str, record: BlockRecord | None) -> Unit:
    same, untouched = record_is_current(record, source, target)
    stale = record is not None and not same and bool(target)
    by_machine = record is not None and untouched and record.flag in ("", "review")
    draft = record is not None and untouched and record.flag == "draft"
    remarks = ["the source changed after this was translated"] * stale
    remarks += ["translated by a machine"] * by_machine + ["not approved yet"] * draft
    remarks += [f"with {words}" for words in origins(record.reused if record is not None and by_machine else ())]
    return Unit(name, 1, None, source, target, stale or by_machine or draft, (CALLED[name], *remarks))


def to_po(made: Exchange, previous: Mapping[str, str], moment: datetime) -> str:
    """The text of the PO file, with all the headers that gettext asks for.

    previous: fingerprint -> text of source blocks as they were, where that is known. moment: the present one.
    """
    now = moment.strftime("%Y-%m-%d %H:%M%z")
    header = {
        "Project-Id-Version": f"nashra {made.article.id}",
        "POT-Creation-Date": now,
        "PO-Revision-Date": now,
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": made.lang,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(made.lang),
        "X-Generator": f"nashra {__version__}",
        "X-Source-Language": made.source.lang,
        "X-Nashra-Format": FORMAT,
        "X-Nashra-Article": made.article.id,
        "X-Nashra-From": made.source.lang,
        "X-Nashra-To": made.lang,
    }
    return format_po(header, [_entry(made, unit, previous) for unit in made.units])


def _plural_forms(lang: str) -> str:
    """How the language counts. No entry has plural forms, but translators' tools ask for it all the same."""
    from babel.messages.plurals import get_plural

    return str(get_plural(lang).plural_forms)


def _entry(made: Exchange, unit: Unit, previous: Mapping[str, str]) -> PoEntry:
    source = made.source
    line = 1 if unit.index is None else source.body_line + made.alignment.sources[unit.index].line
    return PoEntry(
        context=f"{unit.place}/{unit.number}-{unit.base}",
        source=unit.source,
        target=unit.target,
        fuzzy=unit.fuzzy,
        previous=_previous(made, unit, previous.get(unit.stale, "")),
        comments=unit.comments,
        place=f"{source.path.name}:{line}",
    )


def _previous(made: Exchange, unit: Unit, old: str) -> str:
    """What the text of `unit` was in the block that was `old`; "" where it was the same, or cannot be told."""
    if not old or unit.index is None:
        return ""
    if unit.number == WHOLE:
        return old
    befores, afters = texts(split(old)[0]), texts(made.alignment.sources[unit.index])
    if len(befores) != len(afters) or befores[unit.number - 1] == unit.source:
        return ""
    return befores[unit.number - 1]
