"""The names below an article are those it is about; a page has who is named in two articles, or is the site's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

LONG = """\
Macron a reçu mercredi le chef du gouvernement à Rabat. Il a parlé d’agriculture.

Le texte cite l’Espagne une fois. Il y a aussi la [Niger](https://example.org/).

Plus loin, Dakar. Puis Dakar encore, et enfin Dakar.

| Pays | Or |
|---|---|
| Irak | 3 |
| Japon | 2 |
"""
PASSING = "Une matinée ordinaire au bureau.\n\nUn visiteur revenait d’Islande.\n"
MANY = "Il a cité le Brésil, le Chili, le Pérou, la Chine, le Japon, l’Inde, le Kenya, le Ghana, Cuba, le Canada, la Norvège, la Suède, la Finlande et le Danemark.\n"


def article(title: str, body: str, id: str, day: str = "2024-07-18") -> dict[str, str]:
    folder = f"content/articles/{day[:4]}/{day[5:7]}/{day[8:]}-{id}"
    return {f"{folder}/fr.md": article_text(title, body, date=day, lang="fr")}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        **article("Emmanuel Macron au Maroc", LONG, "aa0001"),
        **article("Quatorze pays", MANY, "aa0002", "2024-07-19"),
        **article("Le Sénégal", "Le Maroc et la ville d’Atlantide.", "aa0003", "2024-07-20"),
        **article("Une matinée", PASSING, "aa0004", "2024-07-21"),
        "content/entities/places.yaml": "- id: atlantis\n  names: {ar: أطلنطس, fr: Atlantide, en: Atlantis}\n",
    }
    root = write_site(tmp_path_factory.mktemp("names"), files)
    done = nashra("build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root


def below(site: Path, path: str) -> tuple[list[str], list[str]]:
    """(the names that the article is about, the folded ones)."""
    html = (site / "site/fr" / f"{path}.html").read_text("utf-8")
    (section,) = re.findall(r'<section class="tags".*?</section>', html, re.DOTALL)
    shown, _, folded = section.partition("<details>")

    def names(part: str) -> list[str]:
        return [re.sub("<[^>]+>", "", each) for each in re.findall(r"<li>(.*?)</li>", part)]

    return names(shown), names(folded)


def test_an_article_is_about_its_title_its_lead_its_links_and_what_it_keeps_naming(site: Path) -> None:
    shown, folded = below(site, "2024/07/aa0001")
    assert set(shown) == {"Emmanuel Macron", "Maroc", "Rabat", "Niger", "Dakar"}
    assert folded == ["Espagne"]


def test_a_table_of_results_makes_no_topic(site: Path) -> None:
    html = (site / "site/fr/2024/07/aa0001.html").read_text("utf-8")
    assert "Irak" in html
    assert not {"Irak", "Japon"} & {*below(site, "2024/07/aa0001")[0], *below(site, "2024/07/aa0001")[1]}
    assert not (site / "site/fr/entities/iraq.html").exists()


def test_there_are_a_dozen_at_most(site: Path) -> None:
    shown, folded = below(site, "2024/07/aa0002")
    assert (len(shown), len(folded)) == (12, 2)


def test_no_heading_stands_over_names_that_are_all_folded(site: Path) -> None:
    assert below(site, "2024/07/aa0004") == ([], ["Islande"])
    html = (site / "site/fr/2024/07/aa0004.html").read_text("utf-8")
    (section,) = re.findall(r'<section class="tags".*?</section>', html, re.DOTALL)
    assert "<h2" not in section
    assert 'aria-label="' in section


def test_a_page_has_who_is_named_in_two_articles_or_is_the_sites_own(site: Path) -> None:
    there = {path.stem for path in (site / "site/fr/entities").glob("*.html")}
    assert there == {"morocco", "atlantis"}
    html = (site / "site/fr/2024/07/aa0003.html").read_text("utf-8")
    assert 'href="../../../fr/entities/atlantis.html"' in html
    assert "<span>Sénégal</span>" in html and "entities/senegal" not in html


def test_the_setting_says_how_many_articles_a_page_takes_and_old_pages_lead_to_the_article(site: Path) -> None:
    text = (site / "nashra.toml").read_text("utf-8")
    (site / "nashra.toml").write_text(text + "\n[entities]\npage_articles = 1\n", "utf-8")
    assert nashra("build", cwd=site).returncode == 0
    assert (site / "site/fr/entities/senegal.html").exists()
    (site / "nashra.toml").write_text(text, "utf-8")
    assert nashra("build", cwd=site).returncode == 0
    assert "2024/07/aa0003.html" in (site / "site/fr/entities/senegal.html").read_text("utf-8")
    assert not (site / "site/fr/entities/iraq.html").exists()


def test_search_finds_an_article_by_a_name_that_has_no_page(site: Path) -> None:
    words = "".join(path.read_text("utf-8") for path in sorted((site / "site/fr/search").glob("words-*.js")))
    assert "ماكرون" in words or "ماكر" in words
    assert "=entity=emmanuel-macron" not in words
