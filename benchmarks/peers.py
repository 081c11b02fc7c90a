"""The same articles as sites of other generators, and how each of those is called.

The plain themes are in `skeletons/`; Hugo's is in `build.py`. Programs are looked for below the folder of peers (see
`peers.sh`) and then on the PATH; one that is not there is left out.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from build import LANGUAGES, START, body, topics, write_hugo, write_nashra

SKELETONS = Path(__file__).parent / "skeletons"


@dataclass(frozen=True)
class Peer:
    """A generator. command: what builds the site, output: the folder it builds, caches: what else it leaves.

    article: the file of an article in English, by its number. title: how its title stands there. template: one that
    every article is shown by.
    """

    name: str
    write: Callable[[Path, int], None]
    command: list[str]
    output: str
    caches: tuple[str, ...]
    article: Callable[[int], str]
    title: str
    template: str


def _nashra_article(number: int) -> str:
    moment = START + timedelta(minutes=37 * number)
    return f"content/articles/{moment:%Y/%m/%d}-{number + 0xA00000:06x}/en.md"


def _posts(root: Path, count: int, name: str, write: Callable[[int, str], tuple[str, str]]) -> None:
    shutil.copytree(SKELETONS / name, root, dirs_exist_ok=True)
    for text in root.glob("*.py.txt"):
        text.rename(text.with_suffix(""))
    for number in range(count):
        for lang in LANGUAGES:
            path, content = write(number, lang)
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(content, "utf-8")


def _quoted(text: object) -> str:
    return json.dumps(text, ensure_ascii=False)


def write_eleventy(root: Path, count: int) -> None:
    """The articles as a site of Eleventy."""

    def post(number: int, lang: str) -> tuple[str, str]:
        title, summary, text = body(number, lang)
        moment = START + timedelta(minutes=37 * number)
        fields = f"title: {_quoted(title)}\ndate: {moment.isoformat()}Z\ndescription: {_quoted(summary)}\n"
        names = [f"t{each}" for each in topics(number)]
        return f"content/{lang}/a{number:05d}.md", f"---\n{fields}topics: {_quoted(names)}\n---\n\n{text}"

    _posts(root, count, "eleventy", post)


def write_pelican(root: Path, count: int) -> None:
    """The articles as a site of Pelican."""

    def post(number: int, lang: str) -> tuple[str, str]:
        title, summary, text = body(number, lang)
        moment = START + timedelta(minutes=37 * number)
        names = ", ".join(f"t{each}" for each in topics(number))
        fields = (
            f"Title: {title}\nDate: {moment:%Y-%m-%d %H:%M}\nSummary: {summary}\nSlug: a{number:05d}\nLang: {lang}\n"
        )
        return f"content/{lang}/a{number:05d}.md", f"{fields}Tags: {names}\n\n{text}"

    _posts(root, count, "pelican", post)


def write_zola(root: Path, count: int) -> None:
    """The articles as a site of Zola."""

    def post(number: int, lang: str) -> tuple[str, str]:
        title, summary, text = body(number, lang)
        moment = START + timedelta(minutes=37 * number)
        names = [f"t{each}" for each in topics(number)]
        fields = f"title = {_quoted(title)}\ndate = {moment.isoformat()}Z\ndescription = {_quoted(summary)}\n"
        name = f"content/a{number:05d}{'' if lang == 'en' else '.' + lang}.md"
        return name, f"+++\n{fields}[taxonomies]\ntags = {_quoted(names)}\n+++\n\n{text}"

    _posts(root, count, "zola", post)


def _program(*places: Path | str) -> str | None:
    for place in places:
        if isinstance(place, str):
            if found := shutil.which(place):
                return found
        elif place.exists():
            return str(place.resolve())
    return None


def peers(folder: Path) -> list[Peer]:
    """Nashra, and those of the others that are there."""
    nashra = [sys.executable, "-m", "nashra", "build"]
    found = [
        Peer(
            "Nashra", write_nashra, nashra, "site", (".nashra",), _nashra_article, 'title: "', "templates/article.html"
        )
    ]
    binaries = sorted((folder / "venvs/hugo").glob("lib/*/site-packages/hugo/binaries/hugo*"))
    if hugo := _program(*binaries, "hugo"):
        command = [hugo, "-d", "public", "--quiet"]
        place = "content/en/posts/a{:05d}.md".format
        caches = ("resources", ".hugo_build.lock")
        found.append(Peer("Hugo", write_hugo, command, "public", caches, place, 'title: "', "layouts/page.html"))
    if zola := _program(folder / "zola/zola", "zola"):
        place = "content/a{:05d}.md".format
        template = "templates/page.html"
        found.append(Peer("Zola", write_zola, [zola, "build"], "public", (), place, 'title = "', template))
    node = shutil.which("node")
    if node and (eleventy := _program(folder / "npm/node_modules/@11ty/eleventy/cmd.cjs")):
        place = "content/en/a{:05d}.md".format
        template = "_includes/post.njk"
        command = [node, eleventy, "--quiet"]
        found.append(Peer("Eleventy", write_eleventy, command, "public", (), place, 'title: "', template))
    if pelican := _program(folder / "venvs/pelican/bin/pelican", "pelican"):
        place = "content/en/a{:05d}.md".format
        command = [pelican, "-q", "-s", "pelicanconf.py"]
        template = "theme/templates/article.html"
        found.append(Peer("Pelican", write_pelican, command, "output", ("cache",), place, "Title: ", template))
    return found
