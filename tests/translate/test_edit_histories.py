"""Random histories of an editor's work on real files: what people wrote stays, what is out of date is known."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from nashra.content import authoring, store
from nashra.head import frontmatter
from nashra.kit.errors import Problem
from nashra.kit.files import read_text
from nashra.markup.blocks import fingerprint, split
from nashra.model import Article, BlockRecord, Translation, Version
from nashra.settings import config
from nashra.translate import run
from nashra.translate.models.packages import Package
from nashra.versions import review
from nashra.versions.status import Standing, standings
from support.articles import cipher
from support.commands import article_text, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
PACKAGES = (Package("ar", "en", "1.0", Path("none"), "sentencepiece"),)
# A person's keys and remarks, between ours.
HEAD = (
    "# لا تغير العنوان دون سؤال هيئة التحرير\n"
    "summary: الوفد في المدينة. # سطر واحد\n"
    'x-desk: "الأخبار: الوطنية"\n'
    "\n"
    "x-notes:\n"
    "    - صورة ٢   # لم تصل بعد\n"
)


class QuickEngine:
    """Writes Buckwalter letters, without any model."""

    name = "quick"

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def offers(self, packages: Sequence[Package]) -> Sequence[Package]:
        return packages

    def fingerprint(self, package: Package) -> str:
        return package.id

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index, segment in enumerate(segments):
            yield index, cipher(segment)

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        return [cipher(segment) for segment in segments]

    def close(self) -> None:
        pass


class EditHistory(RuleBasedStateMachine):
    """One article and its English version. Every text that is made up is unlike all others.

    There are no lists and quotes among them: two that come to stand side by side are one block in Markdown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(tempfile.mkdtemp())
        self.count = 0
        # texts of English blocks that are a person's -> the source's fingerprint they were first recorded with
        self.theirs: dict[str, str | None] = {}
        self.title: str | None = None
        self.summary: str | None = None
        # edits of blocks of the machine since the last run: new text -> fingerprint of the source
        self.edited: dict[str, str] = {}
        # whether blocks of the version were added, taken out or moved since the last run, or ever moved
        self.moved = self.reordered = False
        self.kept_lines: list[str] = []

    def teardown(self) -> None:
        shutil.rmtree(self.root)

    # the files

    @property
    def english(self) -> Path:
        return self.root / FOLDER / "en.md"

    @property
    def arabic(self) -> Path:
        return self.root / FOLDER / "ar.md"

    def article(self) -> Article:
        loaded = store.load_article(self.settings, self.root / FOLDER)
        assert not loaded.problems
        assert loaded.article is not None
        return loaded.article

    def blocks(self, path: Path) -> list[str]:
        return [block.text for block in split(frontmatter.split(read_text(path), path).body)]

    def save(self, path: Path, blocks: Sequence[str]) -> None:
        text = path.read_text("utf-8")
        head = text[: len(text) - len(frontmatter.rest(text))]
        path.write_text(head + "\n" + "\n\n".join(blocks) + "\n", "utf-8")

    def set_field(self, path: Path, key: str, value: str | None) -> None:
        path.write_text(frontmatter.replace_fields(path.read_text("utf-8"), {key: value}), "utf-8")

    def version(self) -> tuple[Version, Translation]:
        version = self.article().versions["en"]
        assert version.translation is not None
        return version, version.translation

    def records(self) -> tuple[BlockRecord, ...]:
        return self.version()[1].blocks

    def standing(self) -> Standing:
        return standings(self.article(), ["en"])[0]

    def new(self, words: str) -> str:
        self.count += 1
        return f"{words} {self.count}."

    # what people do

    @initialize()
    def found_the_site(self) -> None:
        body = "\n\n".join(["## تمهيد", *(self.new("فقرة رقم") for _ in range(4))])
        write_site(self.root, {f"{FOLDER}/ar.md": article_text("افتتاح مدرسة", body, more=HEAD)})
        self.settings = config.load(self.root)
        self.translate()

    @rule(at=st.integers(0, 9), much=st.sampled_from(["تعديل", "### عنوان فرعي", "**تنبيه:** «نعم»، قال"]))
    def edit_source(self, at: int, much: str) -> None:
        blocks = self.blocks(self.arabic)
        blocks[at % len(blocks)] = self.new(much)
        self.save(self.arabic, blocks)

    @rule(at=st.integers(0, 9))
    def add_source(self, at: int) -> None:
        blocks = self.blocks(self.arabic)
        blocks.insert(at % (len(blocks) + 1), self.new("وأضاف المصدرُ فـي بيان"))
        self.save(self.arabic, blocks)

    @rule(at=st.integers(0, 9))
    def delete_source(self, at: int) -> None:
        blocks = self.blocks(self.arabic)
        if len(blocks) > 1:
            del blocks[at % len(blocks)]
            self.save(self.arabic, blocks)

    @rule(at=st.integers(0, 9), to=st.integers(0, 9))
    def move_source(self, at: int, to: int) -> None:
        blocks = self.blocks(self.arabic)
        blocks.insert(to % len(blocks), blocks.pop(at % len(blocks)))
        self.save(self.arabic, blocks)

    @rule(at=st.integers(0, 9))
    def edit_target(self, at: int) -> None:
        blocks = self.blocks(self.english)
        at %= len(blocks)
        old, blocks[at] = blocks[at], self.new("What a person  wrote")
        self.theirs.pop(old, None)
        self.theirs[blocks[at]] = None
        source = next((record.source for record in self.records() if record.target == fingerprint(old)), None)
        if source is not None:
            self.edited[blocks[at]] = source
        self.edited.pop(old, None)
        self.save(self.english, blocks)

    @rule(at=st.integers(0, 9))
    def add_target(self, at: int) -> None:
        blocks = self.blocks(self.english)
        blocks.insert(at % (len(blocks) + 1), self.new("What a person added"))
        self.theirs.update({text: None for text in blocks if "person added" in text and text not in self.theirs})
        self.save(self.english, blocks)
        self.moved = True

    @rule(at=st.integers(0, 9))
    def delete_target(self, at: int) -> None:
        blocks = self.blocks(self.english)
        if len(blocks) > 1:
            old = blocks.pop(at % len(blocks))
            self.theirs.pop(old, None)
            self.save(self.english, blocks)
            self.moved = True

    @rule(at=st.integers(0, 9), to=st.integers(0, 9))
    def move_target(self, at: int, to: int) -> None:
        blocks = self.blocks(self.english)
        blocks.insert(to % len(blocks), blocks.pop(at % len(blocks)))
        self.save(self.english, blocks)
        self.moved = self.reordered = True

    @rule()
    def edit_source_title(self) -> None:
        self.set_field(self.arabic, "title", self.new("عنوان آخر"))

    @rule(gone=st.booleans())
    def edit_source_summary(self, gone: bool) -> None:
        self.set_field(self.arabic, "summary", None if gone else self.new("ملخص آخر"))

    @rule()
    def edit_target_title(self) -> None:
        self.title = self.new("A better title")
        self.set_field(self.english, "title", self.title)

    @precondition(lambda self: self.version()[0].summary is not None)
    @rule()
    def edit_target_summary(self) -> None:
        self.summary = self.new("A better summary")
        self.set_field(self.english, "summary", self.summary)

    @rule()
    def annotate_the_target(self) -> None:
        lines = [f"# remark {self.count} by Fāṭima", f"x-checked-{self.count}: 'نعم: {self.count}'   # twice"]
        self.count += 1
        self.kept_lines += lines
        text = self.english.read_text("utf-8")
        self.english.write_text(text.replace("lang: en\n", "lang: en\n" + "\n".join(lines) + "\n"), "utf-8")

    @rule(at=st.integers(0, 9), whole=st.booleans())
    def approve(self, at: int, whole: bool) -> None:
        if self.edited or self.moved:
            return  # what is approved then is not known to this test
        version, _ = self.version()
        blocks = self.blocks(self.english)
        numbers = [] if whole else [at % len(blocks) + 1]
        if set(numbers) & set(self.standing().unpaired):
            return  # a person would have to say what it translates
        made = review.approve(self.article(), "en", numbers, force=True)
        authoring.write_version(
            self.english.parent, "en", title=version.title, slug=version.slug, summary=version.summary,
            body=version.body, translation=made, current=version,
        )  # fmt: skip
        for number, text in enumerate(blocks, 1):
            if whole or number in numbers:
                self.theirs[text] = None
        if whole:
            self.title, self.summary = version.title, version.summary or self.summary

    # what the machine does

    @rule()
    def translate(self) -> None:
        new = not self.english.exists()
        before = () if new else self.records()
        texts = [] if new else self.blocks(self.english)
        present = {fingerprint(text) for text in self.blocks(self.arabic)}
        untouched = {
            text
            for text in texts
            for record in before
            if record.target == fingerprint(text) and (record.source in present or record.by_person)
        }
        self.run_translate()
        after = self.blocks(self.english)
        assert untouched <= set(after)
        self.check_what_is_recorded()
        saved = self.english.read_bytes()
        assert self.run_translate() == 0
        assert self.english.read_bytes() == saved
        assert self.standing().untranslated == 0
        self.edited, self.moved = {}, False

    def run_translate(self) -> int:
        article = self.article()
        content = store.load(self.settings)[0]
        with mock.patch.object(os, "fsync"):
            renewals = run.plan_all([article], ["en"])
            report = run.translate(self.settings, content, renewals, PACKAGES, QuickEngine())
        assert report.problems == []
        return len(report.written)

    def check_what_is_recorded(self) -> None:
        """A person's block keeps the source it was first seen with, and that source is the right one."""
        sources = {record.target: record.source for record in self.records() if record.by_person}
        for text, source in self.theirs.items():
            known = sources.get(fingerprint(text))
            if known is None:
                # nothing was written since the edit, so nothing is recorded yet
                continue
            if not source:
                if source is None and text in self.edited and not self.moved:
                    # where a person changed the order, two edits may be taken for one another, and none is forgotten
                    # where it is not certain, the source is not said at all
                    assert known in ("", *(self.edited.values() if self.reordered else [self.edited[text]]))
                self.theirs[text] = known
            else:
                assert known == source

    # what is true at any moment

    @invariant()
    def no_word_of_a_person_is_lost(self) -> None:
        if not self.english.exists():
            return
        text = self.english.read_text("utf-8")
        assert set(self.theirs) <= set(self.blocks(self.english))
        version, _ = self.version()
        assert self.title in (None, version.title)
        assert self.summary in (None, version.summary)
        assert set(self.kept_lines) <= set(text.split("\n"))
        assert all(
            line in self.arabic.read_text("utf-8") for line in HEAD.split("\n") if not line.startswith("summary")
        )

    @invariant()
    def what_is_out_of_date_is_reported(self) -> None:
        if not self.english.exists():
            return
        _, made = self.version()
        source = self.article().original
        blocks = self.blocks(self.english)
        present = {fingerprint(text) for text in self.blocks(self.arabic)}
        record_of = {record.target: record for record in made.blocks}
        reported = self.standing()
        stale = {
            number
            for number, text in enumerate(blocks, 1)
            if (record := record_of.get(fingerprint(text))) and record.source and record.source not in present
        }
        known = {number for number, text in enumerate(blocks, 1) if fingerprint(text) in record_of}
        assert set(reported.stale) & known == stale
        human = {number for number in stale if blocks[number - 1] in self.theirs}
        assert human <= set(reported.kept)
        # edits that no run has seen yet: as many as there are records whose block is gone
        lost = [record for record in made.blocks if record.source and record.source not in present]
        if not self.moved and len(blocks) == len([record for record in made.blocks if record.target]):
            told = len(reported.stale) + len(reported.lost)
            assert told >= len([record for record in lost if record.target])
        title = made.title is not None and made.title.source != fingerprint(source.title)
        assert ("title" in reported.fields) == title


EditHistory.TestCase.settings = settings(
    max_examples=20,
    stateful_step_count=16,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
test_a_history_of_edits_loses_nothing_and_hides_nothing = EditHistory.TestCase
