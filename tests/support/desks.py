"""Random histories of a desk: people (`support.desk_authors`), a machine, reviews, exchange, and a strict judge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from nashra.kit.errors import ContentError
from nashra.markup.blocks import split
from nashra.model import Version
from nashra.translate.approved import approved_texts
from nashra.translate.exchange.export import exchange, to_po
from nashra.translate.exchange.exported import units_of
from nashra.translate.exchange.imports import Imports
from nashra.translate.exchange.po import parse_po
from nashra.translate.exchange.returned import take_back
from nashra.translate.memory import APPROVED, Unit
from nashra.translate.renewal import finish, plan
from nashra.versions.alignment import align
from nashra.versions.review import approve
from nashra.versions.status import standings
from support.articles import with_version
from support.desk_authors import Authors, sentences

_NOW = datetime(2024, 7, 18, tzinfo=UTC)
_STEPS = (
    "retype_half retype merge_three split_away swap duplicate change_kind cut paste note drop_sentence carry_sentence "
    "source_sentence source_block source_add source_drop source_move source_merge source_split source_kind source_back "
    "source_lend review name translate translate translate send take exchange_memories"
).split()


@dataclass(frozen=True, slots=True)
class _Taken:
    """What is known of a text before the machine is asked: from the articles, or from an import."""

    articles: Mapping[str, str]
    imports: Imports
    pair: tuple[str, str]

    def __contains__(self, text: object) -> bool:
        return self.get(str(text)) is not None

    def get(self, text: str) -> str | None:
        found = self.imports.find(self.pair, text, ())
        return self.articles.get(text) or (found.target if found else None)


class Desk(Authors):
    """Two articles in the hands of several people and a machine, and a judge of what became of their sentences."""

    def step(self) -> None:
        """Something that somebody does; the judge looks afterwards, and raises AssertionError."""
        name = self.random.choice(_STEPS)
        self.log.append(name)
        if not self.articles[0].versions.keys() - {self.lang}:
            for which in (0, 1):
                for lang in self.others:
                    self.run(which, lang)
        getattr(self, name)()
        for which in (0, 1):
            for lang in self.others:
                self.judge(which, lang)
        for lang in self.others:
            self.judge_memory(lang)

    # the machine

    def translate(self) -> None:
        which = self.random.randint(0, 1)
        for lang in self.random.choice([self.others, self.others[:1], self.others[1:]]):
            self.run(which, lang)

    def run(self, which: int, lang: str) -> None:
        renewal = plan(self.articles[which], lang)
        if renewal is None:
            return
        known = {text: each.target for text, each in approved_texts(self.articles, self.lang, lang).items()}
        imports = self.imports()

        taken = _Taken(known, imports, (self.lang, lang))
        renewal = renewal.with_whole_texts(taken)
        table = {text: taken.get(text) or self.machine(text, lang) for text in renewal.segments()}
        origins = {text: "other" for text in table if text in taken}
        made = finish(renewal, table, "machine", (), origins=origins)
        if not made.body.strip():
            return
        old = renewal.target
        self.articles[which] = with_version(
            self.articles[which],
            Version(
                lang, made.title, old.slug if old else "s", made.body, Path(f"{lang}.md"),
                translation=made.translation,
            ),
        )  # fmt: skip
        assert plan(self.articles[which], lang) is None, "a second run has work to do"

    def imports(self) -> Imports:
        return Imports((unit, Path("x.tmx"), 1) for unit in self.taken)

    # reviews

    def review(self) -> None:
        which, lang = self.pick()
        self.approve(which, lang, {})

    def name(self) -> None:
        """Somebody who knows says what a block translates, one that is known or one that is not."""
        which, lang = self.pick()
        blocks = self.blocks(which, lang)
        at = self.at(blocks)
        told = {source for each in sentences(blocks[at]) for source in self.truth[each]}
        sources = self.blocks(which, self.lang)
        places = tuple(n for n, text in enumerate(sources, 1) if told & set(sentences(text)))
        if any(not self.truth[each] for each in sentences(blocks[at])):
            return
        if sorted(told) == sorted(part for n in places for part in sentences(sources[n - 1])):
            self.approve(which, lang, {at + 1: places})

    def approve(self, which: int, lang: str, said: dict[int, tuple[int, ...]]) -> None:
        try:
            made = approve(self.articles[which], lang, sources=said)
        except ContentError:
            return
        self.articles[which] = with_version(self.articles[which], replace(self.version(which, lang), translation=made))

    # exchange

    def send(self) -> None:
        which, lang = self.pick()
        self.sent[which, lang] = []
        for entry in parse_po(to_po(exchange(self.articles[which], lang), {}, _NOW), Path("x.po"))[1]:
            told = sentences(entry.source)
            if "\n" not in entry.source and self.random.random() < 0.5:
                words = " ".join(self.retold((each,), lang) for each in told)
                entry = replace(entry, target=words, fuzzy=self.random.random() < 0.3)
            elif self.random.random() < 0.5 and self.says(entry.target) == told:
                entry = replace(entry, fuzzy=False)
            self.sent[which, lang].append(entry)

    def says(self, text: str) -> list[str]:
        return [source for each in sentences(text) for source in self.truth.get(each, ("?",))]

    def take(self) -> None:
        if not self.sent:
            self.send()
        which, lang = self.random.choice(sorted(self.sent))
        before = self.theirs.get((which, lang), set())
        made = exchange(self.articles[which], lang)
        entries = self.sent[which, lang]
        outcome = take_back(made, entries, Path("x.po"), approved=self.random.random() < 0.5)
        if outcome.translation is None:
            return
        version = replace(
            self.version(which, lang), body=outcome.body, title=outcome.title, translation=outcome.translation
        )
        self.articles[which] = with_version(self.articles[which], version)
        after = set(self.told(which, lang))
        changed = {each for unit in made.units for each in sentences(unit.target) if unit.target}
        assert before <= after | changed, "the exchange lost a line of a person"
        self.theirs[which, lang] = {each for each in after if self.is_theirs(each, lang)}

    def exchange_memories(self) -> None:
        """Sentences go out to another tool, and those that somebody wrote there come in."""
        lang = self.random.choice(self.others)
        pair = (self.lang, lang)
        units = units_of(self.articles, pair, self.imports())
        titles = {each.original.title for each in self.articles}
        given = {unit.source for unit in self.taken}
        for unit in units:
            if unit.source not in titles | given:
                assert sorted(self.says(unit.target)) == sorted(sentences(unit.source)), "words of another go out"
        self.taken += [replace(unit, fingerprint="") for unit in units if self.random.random() < 0.2]
        for text in self.random.sample(self.told(0, self.lang), 2):
            made = APPROVED if self.random.random() < 0.5 else ""
            self.taken.append(Unit(*pair, made, text, self.retold((text,), lang)))

    # the judge

    def judge(self, which: int, lang: str) -> None:
        """No line of a person is lost, no change hidden from the block that it is about, no machine's block wrong."""
        told, present = set(self.told(which, lang)), set(self.told(which, self.lang))
        assert self.theirs.get((which, lang), set()) <= told, "a line of a person is lost"
        source, version = self.version(which, self.lang), self.version(which, lang)
        alignment = align(source, version)
        found = standings(self.articles[which], [lang])[0]
        named = {*found.stale, *found.unpaired}
        reported: set[str] = set()
        number = 0
        for pair in alignment.pairs:
            number += pair.target is not None
            if pair.tie == "more":
                # its mark says that nobody knows what else it tells
                named.add(number)
            of_old = self.said.get(pair.record.source, "") if pair.record is not None else ""
            if (pair.stale and (number in named or pair.target is None)) or pair.tie == "unpaired":
                reported |= set(sentences(of_old)) if of_old else set()
            if pair.source is not None and pair.target is not None and not pair.human and not pair.stale:
                mine = sentences(pair.source.text)
                said = self.says(pair.target.text)
                assert sorted(said) == sorted(mine), f"block {number} has words of another sentence"
        for number, block in enumerate(split(version.body), 1):
            for each in sentences(block.text):
                gone = set(self.truth[each]) - present
                if gone and each in self.theirs.get((which, lang), set()) and number not in named:
                    assert gone <= reported, f"block {number} is out of date in silence: {each}"

    def judge_memory(self, lang: str) -> None:
        """Nothing serves for other words than it tells."""
        titles = {each.original.title for each in self.articles}
        for text, known in approved_texts(self.articles, self.lang, lang).items():
            if text not in titles:
                assert sorted(self.says(known.target)) == sorted(sentences(text)), (
                    f"words of another sentence serve: {text} / {known.target}"
                )
