"""Feeds as readers see them: feedparser, newsboat and sfeed from Debian, and rss-parser from npm."""

from __future__ import annotations

import json
import shutil
import sqlite3
import subprocess
from calendar import timegm
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import feedparser

from support.tools import missing

_TOOLS = Path(__file__).parents[2] / ".tools"
_RSS_PARSER = """
const Parser = require(process.argv[1]);
const fs = require("fs");
(async () => {
  const all = {};
  for (const file of process.argv.slice(2)) {
    const feed = await new Parser().parseString(fs.readFileSync(file, "utf8"));
    all[file] = feed.items.map(item => [
      item.guid || item.id, item.title, item.link, Date.parse(item.pubDate) / 1000, item.creator || item.author || ""]);
  }
  console.log(JSON.stringify(all));
})();
"""


class FeedItem(NamedTuple):
    """An item as a reader lists it. published: seconds since 1970; author: empty where it shows none."""

    id: str
    title: str
    link: str
    published: int
    author: str


def by_feedparser(path: Path) -> list[FeedItem]:
    """The items of an RSS or Atom feed as feedparser reads them; fails where it has to mend anything."""
    feed = feedparser.parse(path.read_bytes(), sanitize_html=False)
    assert not feed.bozo, (path, feed.bozo_exception)
    return [
        FeedItem(entry.id, entry.title, entry.link, timegm(entry.published_parsed), entry.get("author", ""))
        for entry in feed.entries
    ]


def by_json(path: Path) -> list[FeedItem]:
    """The items of a JSON feed."""
    return [
        FeedItem(
            item["id"],
            item["title"],
            item["url"],
            int(datetime.fromisoformat(item["date_published"]).timestamp()),
            "".join(author["name"] for author in item.get("authors", ())),
        )
        for item in json.loads(path.read_bytes())["items"]
    ]


def by_sfeed(path: Path) -> list[FeedItem]:
    """The items of an RSS or Atom feed as sfeed(1) reads them; see sfeed(5) for its columns."""
    program = shutil.which("sfeed") or missing("sfeed")
    done = subprocess.run([program], input=path.read_bytes(), capture_output=True, check=True, timeout=60)
    rows = [line.split("\t") for line in done.stdout.decode("utf-8").splitlines()]
    return [FeedItem(row[5], row[1], row[2], int(row[0]), row[6]) for row in rows]


def by_newsboat(paths: Iterable[Path], folder: Path) -> dict[Path, tuple[bool, list[FeedItem]]]:
    """Feed -> (whether it runs from right to left, its items), as newsboat(1) keeps them.

    newsboat knows an item by its id alone, so each feed is read into a cache of its own, in `folder`.
    """
    program = shutil.which("newsboat") or missing("newsboat")
    found = {}
    for number, path in enumerate(paths):
        home = folder / str(number)
        home.mkdir(parents=True)
        (home / "config").touch()
        (home / "urls").write_text(f"file://{path}\n", "utf-8")
        command = [program, "-u", "urls", "-c", "cache", "-C", "config", "-x", "reload"]
        environment = {"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        subprocess.run(
            command, cwd=home, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=60
        )
        with sqlite3.connect(home / "cache") as cache:
            ((rtl,),) = cache.execute("SELECT is_rtl FROM rss_feed").fetchall()
            items = cache.execute("SELECT guid, title, url, pubDate, author FROM rss_item ORDER BY id DESC").fetchall()
        # newer versions of newsboat (Debian 13's) give a feed's author to items that name none, as RFC 4287 has it
        author = ElementTree.parse(path).findtext("./{*}author/{*}name")
        entries = [FeedItem(*item) for item in items]
        found[path] = (bool(rtl), [each._replace(author="") if each.author == author else each for each in entries])
        cache.close()
    return found


def by_rss_parser(paths: Iterable[Path]) -> dict[Path, list[FeedItem]]:
    """Feed -> its items as rss-parser reads them."""
    node, package = shutil.which("node"), _TOOLS / "node_modules/rss-parser"
    if node is None:
        missing("node")
    if not package.is_dir():
        missing("rss-parser")
    command = [node, "-e", _RSS_PARSER, str(package), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=60)
    return {
        Path(name): [FeedItem(item[0], item[1], item[2], int(item[3]), item[4]) for item in items]
        for name, items in json.loads(done.stdout).items()
    }
