"""What machines read in a page's head, read back as they do."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.pipeline import build
from nashra.render.machines.structured_data import script_json
from nashra.settings import config
from support.commands import article_text, write_site
from support.newspaper import newspaper

BASE = "https://example.org/nashra/"
ARABIC = "ar/2024/07/وصول-الوفد.html"
FRENCH = "fr/2024/07/la-delegation.html"
ENGLISH = "en/2024/07/the-delegation.html"

Graph = Callable[[str], dict[str, Any]]


class _Scripts(HTMLParser):
    """Collects the contents of data blocks as a browser finds them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.found[-1] += data


def nodes(text: str) -> dict[str, Any]:
    """The nodes of a page by their type."""
    (script,) = _Scripts(text).found
    data = json.loads(script)
    assert data["@context"] == "https://schema.org"
    return {node["@type"]: node for node in data["@graph"]}


def properties(text: str) -> list[tuple[str, str]]:
    found = re.findall(r'<meta property="([^"]+)" content="([^"]*)">', text)
    return [(name, unescape(value)) for name, value in found]


@pytest.fixture(scope="module", name="site")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = build(config.load(newspaper(tmp_path_factory.mktemp("data"))))
    assert report.problems == ()
    return report.output


@pytest.fixture(name="graph")
def graph_of(site: Path) -> Graph:
    return lambda path: nodes((site / path).read_text("utf-8"))


def article_id(path: str) -> str:
    return f"{BASE}{quote(path)}#article"


def test_an_article_says_what_it_is_and_when_it_came_out(graph: Graph) -> None:
    node = graph(ARABIC)["NewsArticle"]
    assert node["@id"] == article_id(ARABIC)
    assert node["headline"] == "وصول الوفد إلى باريس"
    assert node["inLanguage"] == "ar-MA"
    assert node["datePublished"] == "2024-07-18T00:00:00+01:00"
    assert node["dateModified"] == "2024-07-19T10:00:00+01:00"
    assert node["author"] == {"@type": "Organization", "name": "هيئة التحرير"}
    assert node["publisher"]["name"] == "نشرة"
    assert node["articleSection"] == ["رياضة"]
    assert node["timeRequired"] == "PT1M"


def test_an_article_names_where_it_was_first_published(graph: Graph) -> None:
    assert graph(FRENCH)["NewsArticle"]["isBasedOn"] == {
        "@type": "CreativeWork",
        "publisher": {"@type": "Organization", "name": "NaBae 24"},
        "url": "https://nabae24.example/?p=1&q=2",
    }


def test_original_and_translations_point_at_each_other(graph: Graph) -> None:
    original = graph(ARABIC)["NewsArticle"]
    assert [work["@id"] for work in original["workTranslation"]] == [article_id(ENGLISH), article_id(FRENCH)]
    assert "translationOfWork" not in original
    for path in (FRENCH, ENGLISH):
        node = graph(path)["NewsArticle"]
        assert node["translationOfWork"]["@id"] == article_id(ARABIC)
        assert node["translationOfWork"]["inLanguage"] == "ar-MA"
        assert "workTranslation" not in node


def test_what_it_is_about_and_what_it_only_mentions(graph: Graph) -> None:
    node = graph(FRENCH)["NewsArticle"]
    assert [entity["name"] for entity in node["about"]] == ["Paris", "Maroc"]
    assert [entity["name"] for entity in node["mentions"]] == ["Rabat"]
    assert node["about"][1] == {
        "@type": "Place",
        "name": "Maroc",
        "url": BASE + "fr/entities/morocco.html",
        "sameAs": "https://www.wikidata.org/entity/Q1028",
    }
    assert set(node["keywords"]) == {"Sport", "Paris", "Maroc"}


def test_the_picture_is_named_with_its_size_and_its_caption_in_the_language(graph: Graph) -> None:
    assert graph(FRENCH)["NewsArticle"]["image"] == {
        "@type": "ImageObject",
        "url": BASE + "media/3f9a1c/photo.jpg",
        "width": 1200,
        "height": 800,
        "caption": "La délégation à Paris",
        "creditText": "L’agence MAP",
    }


def test_crumbs_lead_from_the_home_over_the_topic_to_the_article(site: Path, graph: Graph) -> None:
    items = graph(FRENCH)["BreadcrumbList"]["itemListElement"]
    assert [item["position"] for item in items] == [1, 2, 3]
    assert [item["name"] for item in items] == ["Accueil", "Sport", "La délégation « arrive » : Paris"]
    assert [item["item"] for item in items] == [BASE + "fr/", BASE + "fr/topics/sport.html", BASE + FRENCH]


@pytest.mark.parametrize(
    ("path", "names"),
    [
        ("ar/topics/sport.html", ["الرئيسية", "المواضيع", "رياضة"]),
        ("fr/entities/morocco.html", ["Accueil", "Personnes et lieux", "Maroc"]),
    ],
)
def test_crumbs_of_a_subject_lead_over_its_index(graph: Graph, path: str, names: list[str]) -> None:
    items = graph(path)["BreadcrumbList"]["itemListElement"]
    assert [item["name"] for item in items] == names
    assert items[-1]["item"] == BASE + path


def test_the_home_is_a_site_that_can_be_searched(site: Path, graph: Graph) -> None:
    node = graph("fr/index.html")["WebSite"]
    assert node["url"] == BASE + "fr/" and node["inLanguage"] == "fr-FR"
    target = node["potentialAction"]["target"]["urlTemplate"]
    assert target == BASE + "fr/search.html?q={search_term_string}"
    assert (site / "fr/search.html").is_file()


def test_open_graph_has_the_regions_of_the_languages(site: Path) -> None:
    found = properties((site / ARABIC).read_text("utf-8"))
    values = dict(found)
    assert values["og:type"] == "article"
    assert values["og:title"] == "وصول الوفد إلى باريس"
    assert values["og:url"] == BASE + quote(ARABIC)
    assert values["og:locale"] == "ar_MA"
    assert [value for name, value in found if name == "og:locale:alternate"] == ["fr_FR", "en_GB"]
    assert values["og:image"] == BASE + "media/3f9a1c/photo.jpg"
    assert (values["og:image:width"], values["og:image:height"]) == ("1200", "800")
    assert values["article:published_time"] == "2024-07-18T00:00:00+01:00"
    assert values["article:modified_time"] == "2024-07-19T10:00:00+01:00"
    assert dict(properties((site / "fr/index.html").read_text("utf-8")))["og:type"] == "website"


def test_an_author_whom_the_registry_knows_is_of_its_type(tmp_path: Path) -> None:
    files = {
        "content/articles/2024/07/18-3f9a1c/ar.md": article_text("خبر", "نص.", more="author: وكالة الأنباء\n"),
        "content/entities/organizations.yaml": "- id: agency\n  names: {ar: وكالة الأنباء}\n  wikidata: Q1\n",
    }
    output = build(config.load(write_site(tmp_path, files))).output
    text = (output / "ar/2024/07/3f9a1c.html").read_text("utf-8")
    assert nodes(text)["NewsArticle"]["author"] == {
        "@type": "Organization",
        "name": "وكالة الأنباء",
        "sameAs": "https://www.wikidata.org/entity/Q1",
        "url": "https://example.org/nashra/ar/entities/agency.html",
    }


def test_an_article_without_an_author_is_its_publishers(tmp_path: Path) -> None:
    files = {"content/articles/1900/07/18-3f9a1c/ar.md": article_text("خبر", "نص.", date="1900-07-18")}
    output = build(config.load(write_site(tmp_path, files))).output
    node = nodes((output / "ar/1900/07/3f9a1c.html").read_text("utf-8"))["NewsArticle"]
    assert node["author"] == node["publisher"]
    # Casablanca was 30 minutes and 20 seconds behind Greenwich then, which ISO 8601 cannot say
    assert node["datePublished"] == "1900-07-18T00:30:20+00:00"


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b & 'c' \\u003c"])
def test_a_title_cannot_leave_the_data(tmp_path: Path, title: str) -> None:
    files = {"content/articles/2024/07/18-3f9a1c/ar.md": article_text(json.dumps(title), "نص.")}
    output = build(config.load(write_site(tmp_path, files))).output
    text = (output / "ar/2024/07/3f9a1c.html").read_text("utf-8")
    assert nodes(text)["NewsArticle"]["headline"] == " ".join(title.split())
    assert "<script>alert" not in text


@given(st.recursive(st.text(), lambda inner: st.lists(inner, max_size=3), max_leaves=5))
def test_any_text_comes_back_from_a_script_element_as_it_was(value: Any) -> None:
    encoded = script_json(value)
    assert not re.search("[<>&\u2028\u2029]", encoded)
    assert json.loads(encoded) == value
