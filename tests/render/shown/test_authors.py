"""Authors on the site: bylines that lead to their pages, their feeds, and what search engines are told."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from typing import Any

import feedparser
import pytest

from nashra.pipeline import build
from nashra.settings import config
from support.changing_site import tree

TOML = """\
[site]
url = "https://news.example/"
languages = ["ar", "fr"]
title = {ar = "نشرة", fr = "Bulletin"}
cards = false
[entities]
countries = false
starter = []
"""
ENTITIES = """\
- {id: sara, type: person, names: {ar: سارة العلوي, fr: Sara Alaoui}}
- {id: ali, type: person, names: {ar: علي بنصالح, fr: Ali Bensalah}}
"""
NOW = datetime(2026, 10, 9, tzinfo=UTC)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    def put(name: str, text: str) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    put("nashra.toml", TOML)
    put("content/entities/all.yaml", ENTITIES)
    put(
        "content/articles/2026/10/05-a00001/ar.md",
        "---\ntitle: خبر\nslug: a\ndate: 2026-10-05\nauthor: [سارة العلوي, علي بنصالح, هيئة التحرير]\n---\n\nنص الخبر.\n",
    )
    put(
        "content/articles/2026/10/05-a00001/fr.md",
        "---\ntitle: Info\nslug: a\ntranslation: {from: ar, state: manual}\n---\n\nLe texte.\n",
    )
    put(
        "content/articles/2026/10/06-a00002/ar.md",
        "---\ntitle: آخر\nslug: b\ndate: 2026-10-06\nauthor: علي بنصالح\n---\n\nنص آخر.\n",
    )
    return tmp_path


def built(site: Path, cached: bool = False) -> Path:
    report = build(config.load(site), now=NOW, cached=cached)
    assert not report.problems
    return report.output


def article_node(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    graph: list[dict[str, Any]] = json.loads(found[1])["@graph"]
    return next(node for node in graph if node["@type"] == "NewsArticle")


def test_several_authors_have_bylines_pages_and_feeds_in_each_language(site: Path) -> None:
    output = built(site)
    french, arabic = ((output / lang / "2026/10/a.html").read_text("utf-8") for lang in ("fr", "ar"))
    assert '<a href="../../../fr/entities/sara.html" rel="author">Sara Alaoui</a>, <a' in french
    byline = re.search(r'<span>(بقلم .*?rel="author".*?)</span>\n', arabic)
    assert byline and re.sub("<[^>]+>", "", byline[1]) == "بقلم سارة العلوي، علي بنصالح، هيئة التحرير"
    # an author whom no text names has a page and a feed all the same, with what is signed
    page = unescape((output / "ar/entities/ali.html").read_text("utf-8"))
    assert "خبر" in page and "آخر" in page
    feed = feedparser.parse((output / "ar/entities/ali/rss.xml").read_bytes())
    assert [entry.title for entry in feed.entries] == ["آخر", "خبر"]
    items = json.loads((output / "fr/feed.json").read_text("utf-8"))["items"]
    assert [author["name"] for author in items[0]["authors"]] == ["Sara Alaoui", "Ali Bensalah", "هيئة التحرير"]
    atom = feedparser.parse((output / "fr/atom.xml").read_bytes())
    assert [author.name for author in atom.entries[0].authors][:2] == ["Sara Alaoui", "Ali Bensalah"]


def test_search_engines_are_told_who_is_a_person(site: Path) -> None:
    output = built(site)
    authors = article_node((output / "fr/2026/10/a.html").read_text("utf-8"))["author"]
    assert [(each["@type"], each["name"]) for each in authors] == [
        ("Person", "Sara Alaoui"),
        ("Person", "Ali Bensalah"),
        ("Organization", "هيئة التحرير"),
    ]
    assert authors[0]["url"] == "https://news.example/fr/entities/sara.html"
    assert article_node((output / "ar/2026/10/b.html").read_text("utf-8"))["author"]["@type"] == "Person"


def test_a_name_that_changes_in_the_registry_changes_every_byline(site: Path) -> None:
    built(site)
    for text in (ENTITIES.replace("Sara Alaoui", "Sarah Alaoui"), ENTITIES.splitlines()[1] + "\n", ENTITIES):
        (site / "content/entities/all.yaml").write_text(text, "utf-8")
        warm = tree(built(site, cached=True))
        cold = build(replace(config.load(site), output=site / "cold"), now=NOW).output
        assert tree(cold) == warm
