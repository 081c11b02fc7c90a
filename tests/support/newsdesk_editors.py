"""Editors at work on the versions of two articles that share sentences, on real files and by commands.

`support.papers` has the words, `support.newsdesk` the sources, the exchange and the judge. The other generators
(`support.histories`, `support.desks`) know no files.
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random
from unittest import mock

from nashra.cli import cli
from nashra.content import store
from nashra.entities import registry
from nashra.head import frontmatter
from nashra.kit.errors import NashraError, Problem
from nashra.kit.files import read_text
from nashra.markup.blocks import split
from nashra.model import Article, Entity
from nashra.settings import config
from nashra.settings.config import Settings
from nashra.translate import named_engines, retry
from nashra.translate.models import packages
from nashra.translate.models.packages import Package
from nashra.versions import kept_doubts
from support.commands import article_text, write_site
from support.papers import Paper, exchanged, in_arabic, sentences

FOLDERS = ("2024/07/18-3f9a1c", "2024/07/19-77b2aa")
SIGN = re.compile(r"^(#{1,6} |> |- )")


# A cipher in which no word sounds as it did: other machines do not spell Arabic in Latin letters either.
_CIPHER = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىأإآؤئء،", "qwzxvbkjhgfdsplmnrtycQWZXVBKJHGFDSPL,")

_load_entities = registry.load
_Entities = tuple[dict[str, Entity], list[Problem]]

_known: dict[frozenset[str], _Entities] = {}


def _entities(folder: Path, languages: set[str], base: Mapping[str, Entity], inside: Sequence[Path]) -> _Entities:
    """The names that come with Nashra, as these sites have no others: laid over nothing once, not at every command."""
    key = frozenset(languages)
    if key not in _known:
        _known[key] = _load_entities(folder, languages, base, inside)
    return _known[key]


class _Machine:
    """Writes Buckwalter letters, and lets the paper know what they say."""

    name = "cipher"

    def __init__(self, paper: Paper) -> None:
        self.problems: list[Problem] = []
        self._paper = paper

    def offers(self, packages: Sequence[Package]) -> Sequence[Package]:
        return packages

    def fingerprint(self, package: Package) -> str:
        return package.id

    def stream(self, package: Package, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        for index, text in enumerate(segments):
            yield index, self._said(package, text)

    def translate(self, package: Package, segments: Sequence[str]) -> list[str]:
        return [self._said(package, text) for text in segments]

    def close(self) -> None:
        pass

    def _said(self, package: Package, text: str) -> str:
        paper = self._paper
        made = f"{package.to_code.title()} {text.translate(_CIPHER)}"
        if package.from_code != "ar":
            told = tuple(each for one in sentences(text) for each in paper.truth.get(one, ("?",)))
        else:
            told = tuple(each for one in sentences(text) for each in self._meant(one))
        paper.truth.setdefault(made, told)
        return made

    def _meant(self, text: str) -> tuple[str, ...]:
        """A sentence of the source, also one into which the names were put already."""
        arabic = in_arabic(text)
        return (arabic if arabic in self._paper.meanings else text,)


class Editors:
    """Two articles on the disk, and those who work on their versions."""

    def __init__(self, random: Random, root: Path) -> None:
        self.random, self.root, self.paper = random, root, Paper(random)
        self.log: list[str] = []
        self.languages = ["ar", "en"]
        self.chained = random.random() < 0.5
        # what the guards say of a cipher takes half of the time
        self.guarded = random.random() < 0.2
        self.shelf: dict[tuple[int, str], list[str]] = defaultdict(list)
        self.older: list[tuple[int, str]] = []
        self.sent: dict[tuple[int, str], str] = {}
        # (article, language) -> sentence of a person there -> the sources that it told while they stood there
        self.held: dict[tuple[int, str], dict[str, set[str]]] = defaultdict(dict)
        self.ever_told: dict[tuple[int, str], set[str]] = defaultdict(set)
        self.said: dict[str, str] = {}
        self.titles: dict[tuple[int, str], str] = {}
        first = [self.block() for _ in range(random.randint(3, 6))]
        second = [self.block() for _ in range(3)]
        second[random.randrange(3)] = random.choice(first)
        second.append(" ".join([self.paper.sentence(), random.choice(sentences(first[0]))]))
        files = {
            f"content/articles/{folder}/ar.md": article_text(
                self.paper.sentence().rstrip("."), "\n\n".join(blocks), date=folder[:10].replace("/", "-")
            )
            for folder, blocks in zip(FOLDERS, (first, second), strict=True)
        }
        write_site(root, files)
        self.settle()

    def settle(self) -> None:
        """The languages of the site as they are now."""
        path = self.root / "nashra.toml"
        listed = ", ".join(f'"{each}"' for each in self.languages)
        path.write_text(re.sub(r"languages = \[.*\]", f"languages = [{listed}]", path.read_text("utf-8")), "utf-8")
        self.settings: Settings = config.load(self.root)

    # commands

    def run(self, *args: str) -> str:
        """What a command prints, errors too."""
        pairs = [("ar", "en"), ("en", "fr") if self.chained else ("ar", "fr")]
        models = tuple(Package(*pair, "1.0", Path("none"), "sentencepiece") for pair in pairs)
        output = StringIO()
        stands: list[AbstractContextManager[object]] = [
            mock.patch.object(os, "fsync"),
            mock.patch.object(named_engines, "make_engine", lambda *_args, **_more: _Machine(self.paper)),
            mock.patch.object(named_engines, "second_tries", lambda *_args, **_more: []),
            mock.patch.object(packages, "packages_in", lambda _folder: (models, [])),
            mock.patch.object(registry, "load", _entities),
            redirect_stdout(output),
            redirect_stderr(output),
        ]
        if not self.guarded:
            stands += [mock.patch.object(where, "check", lambda *_args: ()) for where in (retry, kept_doubts)]
        with ExitStack() as stack:
            for each in stands:
                stack.enter_context(each)
            try:
                cli.main(["-C", str(self.root), *args], standalone_mode=False)
            except NashraError as error:
                output.write(f"error: {error}")
        return output.getvalue()

    def command(self, *args: str, changes: Sequence[str] = ()) -> str:
        """A command after which each line of a person is where it was, but those that a person changed by it."""
        before = {key: set(held) for key, held in self.held.items()}
        output = self.run(*args)
        for (which, lang), held in before.items():
            now = set(self.told(which, lang))
            lost = {each for each in held if each not in now and each not in changes}
            assert not lost, f"nashra {args[0]} lost a line of a person: {lost} ({output})"
            if (title := self.titles.get((which, lang))) is not None and title not in changes:
                assert self.title(which, lang) == title, f"nashra {args[0]} lost a title"
        return output

    # files

    def path(self, which: int, lang: str) -> Path:
        return self.root / "content/articles" / FOLDERS[which] / f"{lang}.md"

    def blocks(self, which: int, lang: str) -> list[str]:
        path = self.path(which, lang)
        return [block.text for block in split(frontmatter.split(read_text(path), path).body)] if path.exists() else []

    def told(self, which: int, lang: str) -> list[str]:
        return [each for text in self.blocks(which, lang) for each in sentences(text)]

    def title(self, which: int, lang: str) -> str:
        path = self.path(which, lang)
        return str(frontmatter.split(read_text(path), path).fields["title"])

    def save(self, which: int, lang: str, blocks: Sequence[str]) -> None:
        """An editor saves a file, unless two blocks would be one in Markdown, or nothing would be left."""
        body = "\n\n".join(blocks)
        if not blocks or [block.text for block in split(body)] != list(blocks):
            return
        path = self.path(which, lang)
        text = path.read_text("utf-8")
        head = text[: len(text) - len(frontmatter.rest(text))]
        old = set(self.blocks(which, lang))
        path.write_text(f"{head}\n{body}\n", "utf-8")
        self.typed(which, lang, [each for block in blocks if block not in old for each in sentences(block)])

    def typed(self, which: int, lang: str, told: Sequence[str]) -> None:
        """What stands in blocks that a person wrote is that person's, but the machine's own words."""
        for each in told:
            if lang != "ar" and not each.startswith(("En ", "Fr ")):
                self.held[which, lang].setdefault(each, set())

    def article(self, which: int) -> Article:
        loaded = store.load_article(self.settings, self.root / "content/articles" / FOLDERS[which])
        assert loaded.article is not None and not loaded.problems, loaded.problems
        return loaded.article

    def block(self) -> str:
        """A block of a source."""
        chance = self.random.random()
        if chance < 0.1:
            return "## " + self.paper.sentence()
        if chance < 0.2:
            return "\n".join("- " + self.paper.sentence() for _ in range(self.random.randint(2, 3)))
        return " ".join(self.paper.sentence() for _ in range(self.random.choice([1, 2, 2, 3])))

    # what editors do with a version

    def pick(self) -> tuple[int, str]:
        there = [(n, lang) for n in (0, 1) for lang in self.languages[1:] if self.path(n, lang).exists()]
        return self.random.choice(there)

    def edit(self, change: Callable[[list[str], str], None], where: tuple[int, str] | None = None) -> None:
        which, lang = where or self.pick()
        blocks = self.blocks(which, lang)
        if not blocks:
            return
        change(blocks, lang)
        self.save(which, lang, blocks)

    def at(self, items: Sequence[object]) -> int:
        return self.random.randrange(len(items))

    def again(self, text: str, lang: str, much: float = 1.0) -> str:
        """Words of a version as a person says them, each sentence with the chance `much`."""
        lines = []
        for line in text.split("\n"):
            sign = match[0] if (match := SIGN.match(line)) else ""
            said = []
            for each in sentences(line):
                told = self.paper.says(each, ())
                if len(told) == 1 and told[0] in self.paper.meanings and self.random.random() < much:
                    said.append(self.paper.human(told[0], lang))
                else:
                    said.append(each)
            lines.append(sign + " ".join(said))
        return "\n".join(lines)

    def retype(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            blocks[at] = self.again(blocks[at], lang, self.random.choice([0.5, 1.0]))

        self.edit(change)

    def retype_wrong(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            for each in sentences(blocks[at]):
                told = self.paper.says(each, ())
                if len(told) == 1 and told[0] in self.paper.meanings and "\n" not in blocks[at]:
                    blocks[at] = exchanged(blocks[at], each, self.paper.human(told[0], lang, wrong=True))
                    return

        self.edit(change)

    def exchange_sentences(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = sentences(blocks[at])
            if len(parts) > 1 and not SIGN.match(blocks[at]):
                one = self.random.randrange(len(parts) - 1)
                parts[one], parts[one + 1] = parts[one + 1], parts[one]
                blocks[at] = self.again(" ".join(parts), lang, self.random.choice([0.0, 0.0, 1.0]))

        self.edit(change)

    def split_in_three(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = sentences(blocks[at])
            if len(parts) > 1 and not SIGN.match(blocks[at]):
                blocks[at : at + 1] = [self.again(part, lang, 0.3) for part in parts]

        self.edit(change)

    def merge_list(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = [each for text in blocks[at : at + 2] for each in sentences(text)]
            blocks[at : at + 2] = [self.again(" ".join(parts), lang, self.random.choice([0.0, 0.3]))]

        self.edit(change)

    def demote_heading(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            if "\n" not in blocks[at]:
                sign = self.random.choice(["", "## ", "> "])
                blocks[at] = sign + SIGN.sub("", self.again(blocks[at], lang, 0.3))

        self.edit(change)

    def swap_blocks(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            one, two = self.at(blocks), self.at(blocks)
            much = self.random.choice([0.0, 0.5, 1.0])
            blocks[one], blocks[two] = self.again(blocks[two], lang, much), self.again(blocks[one], lang, much)

        self.edit(change)

    def remove(self) -> None:
        where = self.pick()

        def change(blocks: list[str], lang: str) -> None:
            if len(blocks) > 1:
                self.shelf[where].append(blocks.pop(self.at(blocks)))

        self.edit(change, where)

    def put_back(self) -> None:
        """Another day what was removed is put back, perhaps in other words."""
        where = self.pick()

        def change(blocks: list[str], lang: str) -> None:
            if self.shelf[where]:
                blocks.insert(self.random.randint(0, len(blocks)), self.again(self.shelf[where].pop(), lang, 0.4))

        self.edit(change, where)

    def paste_anew(self) -> None:
        """A person's whole translation of the source as it stands is pasted over the version."""
        which, lang = self.pick()
        made = []
        for text in self.blocks(which, "ar"):
            lines = []
            for line in text.split("\n"):
                sign = match[0] if (match := SIGN.match(line)) else ""
                lines.append(sign + " ".join(self.paper.human(each, lang) for each in sentences(line)))
            made.append("\n".join(lines))
        if self.random.random() < 0.3 and len(made) > 2:
            made.pop(self.at(made))
        if self.random.random() < 0.3 and len(made) > 2:
            one = self.random.randrange(len(made) - 1)
            made[one : one + 2] = [" ".join(each for text in made[one : one + 2] for each in sentences(text))]
        self.save(which, lang, made)

    def copy_over(self) -> None:
        """A paragraph of one article's version is copied into the other's."""
        which, lang = self.pick()
        if not self.path(1 - which, lang).exists():
            return
        block = self.random.choice(self.blocks(which, lang))
        self.edit(lambda blocks, _: blocks.insert(self.random.randint(0, len(blocks)), block), (1 - which, lang))

    def remark(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            made, at = self.paper.own(lang), self.at(blocks)
            if self.random.random() < 0.6 or SIGN.match(blocks[at]):
                blocks.insert(at, made)
            else:
                blocks[at] = f"{blocks[at]} {made}"

        self.edit(change)

    def drop_sentence(self) -> None:
        def change(blocks: list[str], lang: str) -> None:
            at = self.at(blocks)
            parts = sentences(blocks[at])
            if len(parts) > 1 and not SIGN.match(blocks[at]):
                parts.pop(self.at(parts))
                blocks[at] = " ".join(parts)

        self.edit(change)

    def new_title(self) -> None:
        which, lang = self.pick()
        made = f"A title of ours {len(self.log)}"
        path = self.path(which, lang)
        path.write_text(frontmatter.replace_fields(path.read_text("utf-8"), {"title": made}), "utf-8")
        self.titles[which, lang] = made
