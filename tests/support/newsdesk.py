"""A newsroom at work on real files: random histories, and a judge of every sentence.

Editors (`support.newsdesk_editors`) work on versions; here their sources change, commands run, and files go out and in.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from nashra.head import frontmatter
from nashra.markup.blocks import fingerprint
from nashra.translate.approved import approved_texts
from nashra.translate.exchange.exported import units_of
from nashra.translate.exchange.imports import Imports
from nashra.translate.exchange.po import PoEntry, parse_po
from nashra.versions.alignment import align
from nashra.versions.fields import fields_of
from nashra.versions.status import Standing, standings
from support.newsdesk_editors import FOLDERS, SIGN, Editors
from support.papers import TERMS, exchanged, sentences

_STEPS = (
    "retype retype retype_wrong exchange_sentences split_in_three merge_list demote_heading remove put_back "
    "paste_anew copy_over remark swap_blocks new_title drop_sentence "
    "source_number source_number source_sentence source_block source_remove source_move source_merge source_split "
    "source_list source_lend source_title source_anew source_back "
    "review review_one po po tmx_out tmx_in add_language renew term translate translate translate translate translate"
).split()
_TU = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="ar" datatype="plaintext"/><body>{units}</body></tmx>
"""


class Newsdesk(Editors):
    """Two articles, everyone who works on them, and what must be true of them."""

    def step(self) -> None:
        """Something that somebody does. Raises AssertionError where the judge finds a fault."""
        name = self.random.choice(_STEPS)
        if not self.path(0, "en").exists():
            name = "translate"
        self.log.append(name)
        getattr(self, name)()
        self.judge()

    # what editors do with a source

    def write(self, change: Callable[[list[str]], None], which: int | None = None) -> None:
        which = self.random.randint(0, 1) if which is None else which
        blocks = self.blocks(which, "ar")
        self.older.append((which, self.random.choice(blocks)))
        change(blocks)
        self.save(which, "ar", blocks)

    def source_number(self) -> None:
        """A figure is corrected."""

        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            old = self.random.choice(sentences(blocks[at]))
            blocks[at] = exchanged(blocks[at], old, self.paper.other_number(old))

        self.write(change)

    def source_sentence(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            old, new = self.random.choice(sentences(blocks[at])), self.paper.sentence()
            blocks[at] = exchanged(blocks[at], old, self.random.choice([new, f"{old} {new}"]))

        self.write(change)

    def source_block(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            if self.random.random() < 0.5:
                blocks[at] = self.block()
            else:
                blocks.insert(at, self.block())

        self.write(change)

    def source_remove(self) -> None:
        def change(blocks: list[str]) -> None:
            if len(blocks) > 2:
                blocks.pop(self.at(blocks))

        self.write(change)

    def source_move(self) -> None:
        self.write(lambda blocks: blocks.insert(self.at(blocks), blocks.pop(self.at(blocks))))

    def source_merge(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            blocks[at : at + 2] = [" ".join(each for text in blocks[at : at + 2] for each in sentences(text))]

        self.write(change)

    def source_split(self) -> None:
        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            if not SIGN.match(blocks[at]):
                blocks[at : at + 1] = sentences(blocks[at])

        self.write(change)

    def source_list(self) -> None:
        """A paragraph becomes a list, or a list a paragraph; a heading becomes a paragraph."""

        def change(blocks: list[str]) -> None:
            at = self.at(blocks)
            parts = sentences(blocks[at])
            listed = not SIGN.match(blocks[at]) and len(parts) > 1
            blocks[at] = "\n".join("- " + part for part in parts) if listed else " ".join(parts)

        self.write(change)

    def source_lend(self) -> None:
        which = self.random.randint(0, 1)
        block = self.random.choice(self.blocks(1 - which, "ar"))
        self.write(lambda blocks: blocks.insert(self.random.randint(0, len(blocks)), block), which)

    def source_back(self) -> None:
        if self.older:
            which, old = self.random.choice(self.older)
            self.write(lambda blocks: blocks.insert(self.random.randint(0, len(blocks)), old), which)

    def source_anew(self) -> None:
        """The whole source is pasted over: half of it is as it was, in another order, half is new."""

        def change(blocks: list[str]) -> None:
            kept = self.random.sample(blocks, max(1, len(blocks) // 2))
            blocks[:] = [*kept, self.block(), self.block()]
            self.random.shuffle(blocks)

        self.write(change)

    def source_title(self) -> None:
        path = self.path(self.random.randint(0, 1), "ar")
        fields = {self.random.choice(["title", "title", "summary"]): self.paper.sentence().rstrip(".")}
        path.write_text(frontmatter.replace_fields(path.read_text("utf-8"), fields), "utf-8")

    # commands

    def translate(self) -> None:
        some = [FOLDERS[0]] if self.random.random() < 0.2 else []
        self.command("translate", *some)
        if not some:
            there = {(n, lang): self.path(n, lang).read_bytes() for n in (0, 1) for lang in self.written(n)}
            self.command("translate")
            again = {key: self.path(*key).read_bytes() for key in there}
            assert again == there, "a second run changed something"

    def renew(self) -> None:
        self.command("translate", "--renew", *self.random.choice([[], ["doubtful"]]))

    def add_language(self) -> None:
        self.languages = ["ar", "en", "fr"]
        self.settle()

    def term(self) -> None:
        path = self.root / "content/terms.yaml"
        rows = [dict(zip(("ar", "fr", "en"), words, strict=True)) for words in self.random.sample(TERMS, 1)]
        lines = ("- {" + ", ".join(f"{lang}: {row[lang]}" for lang in self.languages) + "}\n" for row in rows)
        path.write_text("".join(lines), "utf-8")

    def review(self) -> None:
        which, lang = self.pick()
        self.command("review", FOLDERS[which], lang)

    def review_one(self) -> None:
        """Who knows both languages says what a block translates."""
        which, lang = self.pick()
        blocks, sources = self.blocks(which, lang), self.blocks(which, "ar")
        at = self.at(blocks)
        told = [each for one in sentences(blocks[at]) for each in self.paper.says(one, ())]
        if sorted(told) == sorted(dict.fromkeys(told)):
            places = [n for n, text in enumerate(sources, 1) if set(told) & set(sentences(text))]
            if sorted(told) == sorted(part for n in places for part in sentences(sources[n - 1])):
                self.command("review", FOLDERS[which], lang, "--block", f"{at + 1}={'+'.join(map(str, places)) or 0}")

    def po(self) -> None:
        """A file goes to a translator, who works on it while others work on the version, or comes back."""
        which, lang = where = self.pick()
        path = self.root / f"{which}.{lang}.po"
        if where not in self.sent:
            self.run("export", FOLDERS[which], lang, "-o", str(path), "--force")
            self.sent[where] = path.read_text("utf-8") if path.exists() else ""
            return
        text, changes, answers = self.sent.pop(where), set[str](), set[str]()
        if not text:
            return
        for entry in parse_po(text, path)[1]:
            if self.random.random() < 0.5:
                text = self.answered(text, entry, lang, changes, answers)
        path.write_text(text, "utf-8")
        self.command("apply", str(path), *self.random.choice([[], ["--approved"]]), changes=sorted(changes))
        self.titles.pop(where, None)
        self.typed(*where, [each for each in self.told(*where) if each in answers])

    def answered(self, text: str, entry: PoEntry, lang: str, changes: set[str], answers: set[str]) -> str:
        told = sentences(entry.source)
        if "\n" in entry.source or not told or not all(each in self.paper.meanings for each in told):
            return text
        old = _po("msgid", entry.source) + "\n" + _po("msgstr", entry.target)
        new = " ".join(self.paper.human(each, lang) for each in told)
        if old in text:
            changes.update(sentences(entry.target))
            answers.update(sentences(new))
            text = text.replace(old, _po("msgid", entry.source) + "\n" + _po("msgstr", new))
        return text

    def tmx_out(self) -> None:
        path = self.root / "out.tmx"
        self.run("memory", "export", str(path))
        if path.exists():
            text = re.sub(r"<prop.*?</prop>", "", path.read_text("utf-8")) if self.random.random() < 0.5 else None
            if text:
                path.write_text(text, "utf-8")
            self.command("memory", "import", str(path))
            path.unlink()

    def tmx_in(self) -> None:
        """What people wrote in another tool, of sentences of both articles."""
        lang, path = self.random.choice(self.languages[1:]), self.root / f"in{len(self.log)}.tmx"
        told = [each for which in (0, 1) for each in self.told(which, "ar")]
        units = "".join(
            f'<tu><tuv xml:lang="ar"><seg>{one}</seg></tuv>'
            f'<tuv xml:lang="{lang}"><seg>{self.paper.human(one, lang)}</seg></tuv></tu>'
            for one in self.random.sample(told, 2)
        )
        path.write_text(_TU.format(units=units), "utf-8")
        self.command("memory", "import", str(path), *self.random.choice([[], ["--approved"]]))

    # the judge

    def written(self, which: int) -> list[str]:
        return [lang for lang in self.languages[1:] if self.path(which, lang).exists()]

    def judge(self) -> None:
        for which in (0, 1):
            self.said.update((fingerprint(text), text) for text in self.blocks(which, "ar"))
            for lang in self.written(which):
                self.judge_version(which, lang)
        articles = [self.article(which) for which in (0, 1)]
        titles = {each.original.title for each in articles} | {each.original.summary for each in articles}
        imports, faults = Imports.load(self.settings)
        assert not faults
        for lang in self.languages[1:]:
            for text, known in approved_texts(articles, "ar", lang).items():
                if text not in titles:
                    self.same(text, known.target, "serve")
            for unit in units_of(articles, ("ar", lang), imports):
                if unit.source not in titles:
                    self.same(unit.source, unit.target, "go out")

    def same(self, source: str, target: str, do: str) -> None:
        told = [each for one in sentences(target) for each in self.paper.says(one)]
        assert sorted(told) == sorted(sentences(source)), f"words of another sentence {do}: {source} / {target}"

    def judge_version(self, which: int, lang: str) -> None:
        article = self.article(which)
        source, version = article.versions["ar"], article.versions[lang]
        present = set(self.told(which, "ar"))
        held = self.held[which, lang]
        blocks = [(number, each) for number, text in enumerate(self.blocks(which, lang), 1) for each in sentences(text)]
        for each in set(held) - {each for _, each in blocks}:
            del held[each]
        for each, told in held.items():
            told |= set(self.paper.says(each, ())) & present
        if version.translation is None or not version.translation.blocks:
            return
        found = standings(article, [lang])[0]
        alignment = align(source, version)
        reported: set[str] = set()
        number = 0
        for pair in alignment.pairs:
            number += pair.target is not None
            if pair.record is not None and (pair.stale or pair.tie == "unpaired"):
                reported |= set(sentences(self.said.get(pair.record.source, "")))
            if pair.source is not None and pair.target is not None and not pair.human and not pair.stale:
                self.same(pair.source.text, pair.target.text, f"stand in block {number}")
            elif pair.source is not None and pair.target is not None and not (pair.stale or pair.tie):
                told = {each for one in sentences(pair.target.text) for each in self.paper.says(one, ())}
                # what tells nothing of this article may well have been put in the place of another
                elsewhere = told & present - set(sentences(pair.source.text))
                assert told != elsewhere or not told, f"block {number} of {which} {lang} is taken for another's"
        named = self.named(found)
        for number, each in blocks:
            gone = held[each] - present if each in held else set()
            if gone and number not in named:
                assert gone <= reported, f"block {number} of {which} {lang} is out of date in silence: {each}"
        for field in fields_of(source, version):
            if field.name == "title" and field.stale:
                assert "title" in found.fields
        told = self.ever_told[which, lang]
        told |= {each for _, one in blocks for each in self.paper.says(one, ())}
        if not (found.is_stale or found.unknown or found.unpaired or found.more):
            # what a person took out was told once
            assert present <= told, f"{present - told} is missing from {which} {lang} in silence"

    def named(self, found: Standing) -> set[int]:
        return {*found.stale, *found.unpaired, *found.more, *(number for number, _ in found.review)}


def _po(name: str, text: str) -> str:
    return f'{name} "' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
