"""What the site's texts and their translations hold, as pairs for other tools.

They are read from the articles, not from the memory: that one also knows sentences that stand in no text, such as those
into which a name was put for a second try, and the halves of a way over another language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nashra.kit.spaces import one_line
from nashra.markup.blocks import Block
from nashra.markup.inline import parse
from nashra.markup.segments import cut
from nashra.markup.slots import texts
from nashra.model import Article, Version
from nashra.translate.approved import texts_of_people
from nashra.translate.exchange.imports import Imports
from nashra.translate.marks import is_translatable
from nashra.translate.memory import APPROVED, WRITTEN, Pair, Unit
from nashra.versions.alignment import Alignment, align, record_is_current


def units_of(articles: Sequence[Article], pair: Pair, imports: Imports, earlier: Iterable[Unit] = ()) -> list[Unit]:
    """What is known of one pair of languages, in a fixed order: what people approved, what else they wrote, what
    machines made.

    Of what people approved the articles come before the imports, and those before `earlier`, what the memory of an
    earlier version of Nashra holds. What they wrote and nobody approved is left out where something is approved, and
    what a machine made of a sentence where a person said it otherwise.
    """
    source, target = pair
    written, others = texts_of_people(articles, source, target)
    units = [Unit(source, target, APPROVED, one, two.target) for one, two in sorted(written.items())]
    known = {one_line(one) for one in written}
    mine = [unit for unit in imports.approved() if (unit.source_code, unit.target_code) == pair]
    given = [unit for unit in mine if one_line(unit.source) not in known]
    known |= {one_line(unit.source) for unit in given}
    for unit in earlier:
        if unit.fingerprint == APPROVED and one_line(unit.source) not in known:
            given.append(unit)
            known.add(one_line(unit.source))
    units += sorted(given, key=lambda unit: unit.source)
    units += [
        Unit(source, target, WRITTEN, one, two.target)
        for one, two in sorted(others.items())
        if one_line(one) not in known
    ]
    known |= {one_line(one) for one in others}
    made: dict[str, Unit] = {}
    for article in sorted(articles, key=lambda article: (article.published, article.folder), reverse=True):
        for unit in _machines(article, pair):
            if one_line(unit.source) not in known:
                made.setdefault(one_line(unit.source), unit)
    return units + [made[text] for text in sorted(made)]


def _machines(article: Article, pair: Pair) -> Iterator[Unit]:
    """What a machine made for the version in one language of an article that was written in the other."""
    source, target = article.versions.get(pair[0]), article.versions.get(pair[1])
    if source is None or target is None or target.translation is None:
        return
    made = target.translation
    if made.origin != source.lang or not made.engine or made.state != "machine":
        return
    for one, two in _texts(source, target):
        yield Unit(*pair, made.engine, one, two)


def _texts(source: Version, target: Version) -> Iterator[tuple[str, str]]:
    made = target.translation
    fields = ((made.title, source.title, target.title), (made.summary, source.summary, target.summary)) if made else ()
    for record, before, after in fields:
        by_machine = record is not None and record.flag in ("", "review")
        if before and after and by_machine and record_is_current(record, before, after) == (True, True):
            yield from _sentences(before, after, source.lang, target.lang)
    alignment = align(source, target)
    for one, two in _blocks(alignment):
        befores, afters = texts(one), texts(two)
        if len(befores) == len(afters):
            for before, after in zip(befores, afters, strict=True):
                yield from _sentences(parse(before)[0], parse(after)[0], source.lang, target.lang)


def _blocks(alignment: Alignment) -> Iterator[tuple[Block, Block]]:
    """Blocks that the machine made of a source that is as it was, and that nobody touched."""
    shared = Counter(alignment.partner)
    for pair, index in zip(alignment.pairs, alignment.partner, strict=True):
        if pair.source is None or pair.target is None or index is None or shared[index] > 1:
            continue
        if not (pair.human or pair.stale or pair.tie) and pair.source.kind == pair.target.kind:
            yield pair.source, pair.target


def _sentences(before: str, after: str, lang: str, other: str) -> Iterator[tuple[str, str]]:
    """A text sentence by sentence, as machines translate it; as a whole where there are more on one side."""
    ones, twos = cut(before, lang), cut(after, other)
    pairs = zip(ones, twos, strict=True) if len(ones) == len(twos) else [(before, after)]
    for one, two in pairs:
        if is_translatable(one) and one_line(one) != one_line(two):
            yield one_line(one), one_line(two)
