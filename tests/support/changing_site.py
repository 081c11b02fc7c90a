"""A small site that changes, built warm and cold."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config

TOML = """\
[site]
url = "https://news.example/n/"
languages = ["ar", "fr"]
title = {ar = "نشرة", fr = "Bulletin"}
page_size = 2
feed_items = 4
plain_text = true
cards = false
[feeds]
formats = ["rss"]
topics = ["json"]
entities = []
[entities]
countries = false
starter = []
"""
ENTITIES = """\
- {id: rabat, type: place, names: {ar: الرباط, fr: Rabat}, parent: morocco}
- {id: morocco, type: place, names: {ar: المغرب, fr: Maroc}}
- {id: sara, type: person, names: {ar: سارة العلوي, fr: Sara Alaoui}}
- {id: fifa, type: organization, names: {fr: FIFA, ar: الفيفا}}
"""
TOPICS = "sport: {ar: رياضة, fr: Sport}\nwater: {ar: ماء, fr: Eau}\n"
NAMES = ("الرباط", "المغرب", "سارة العلوي", "الفيفا")
FRENCH = ("Rabat", "Maroc", "Sara Alaoui", "FIFA")


class Newsroom:
    """A site in `root`. Every build is made twice: warm, over the last one, and cold, elsewhere."""

    last_cold: BuildReport

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = datetime(2024, 9, 1, tzinfo=UTC)
        self.write("nashra.toml", TOML)
        self.write("content/entities/all.yaml", ENTITIES)
        self.write("content/topics.yaml", TOPICS)
        self.write("content/pages/about.fr.md", "---\ntitle: À propos\n---\n\nNous.\n")

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def article(
        self, number: int, *, title: str = "خبر", head: str = "", more: str = "", translated: bool = True
    ) -> None:
        """Article `number`, of its own day: names, topics and the picture of the number."""
        folder = self.folder(number)
        named = f"{NAMES[number % 4]} و{NAMES[(number // 2) % 4]}"
        topics = ("[sport]", "[water, sport]", "[]")[number % 3]
        day = _day(number)
        self.write(
            f"{folder}/ar.md",
            f"---\ntitle: {title} {number}\nslug: a{number}\ndate: {day}\ntopics: {topics}\n{head}---\n\n"
            f"قال {named} كلمة في الخبر {number}.\n\n{more}\n",
        )
        if translated:
            self.write(
                f"{folder}/fr.md",
                f"---\ntitle: Info {number}\nslug: a{number}\ntranslation: {{from: ar, state: manual}}\n---\n\n"
                f"{FRENCH[number % 4]} et {FRENCH[(number // 2) % 4]} parlent de {number}.\n",
            )

    @staticmethod
    def folder(number: int) -> str:
        day = _day(number)
        return f"content/articles/{day[:4]}/{day[5:7]}/{day[8:]}-{number + 0xA00000:06x}"

    def warm(self, output: str = "site") -> BuildReport:
        settings = replace(config.load(self.root), output=self.root / output)
        return build(settings, now=self.now, cached=True, remember=True)

    def cold(self) -> BuildReport:
        shutil.rmtree(self.root / "cold", ignore_errors=True)
        return build(replace(config.load(self.root), output=self.root / "cold"), now=self.now, remember=True)

    def step(self) -> BuildReport:
        """Build warm, hold it against cold."""
        ledgers = [self.root / "content/addresses.txt", self.root / ".nashra/addresses.txt"]
        before = {path: path.read_bytes() for path in ledgers if path.exists()}
        warm = self.warm()
        after = {path: path.read_bytes() for path in ledgers if path.exists()}
        # what the build writes down must not be there for the other one
        for path in ledgers:
            path.unlink(missing_ok=True)
            if path in before:
                path.write_bytes(before[path])
        cold = self.cold()
        assert {path: path.read_bytes() for path in ledgers if path.exists()} == after
        assert tree(warm.output) == tree(cold.output)
        assert (warm.problems, warm.warnings, warm.held) == (cold.problems, cold.warnings, cold.held)
        assert (warm.files, warm.pages, warm.redirects) == (cold.files, cold.pages, cold.redirects)
        self.last_cold = cold
        return warm

    def again(self) -> None:
        """Build warm where nothing has changed since the last `step`: the site is the same, and the same is told."""
        warm, cold = self.warm(), self.last_cold
        assert tree(warm.output) == tree(cold.output)
        assert (warm.problems, warm.warnings, warm.held) == (cold.problems, cold.warnings, cold.held)


def _day(number: int) -> str:
    return f"2024-{5 + number // 28:02}-{1 + number % 28:02}"


def tree(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of all files, and the empty folders."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file():
            found[name] = path.read_bytes()
        elif not any(path.iterdir()):
            found[name + "/"] = b""
    return found
