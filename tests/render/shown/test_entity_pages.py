"""Pages of entities and their index, as `nashra build` writes them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

PLACES = """\
- id: france
  type: place
  names: {ar: فرنسا, fr: France, en: France}
  description: {ar: "بلد في أوروبا", fr: "Pays d’Europe", en: "Country in \\"Europe\\" & more"}
- id: paris
  type: place
  names: {ar: باريس, fr: Paris, en: Paris}
  parent: france
  wikidata: Q90
- id: lyon
  type: place
  names: {ar: ليون, fr: Lyon, en: Lyon}
  parent: france
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of four articles on Paris, over two years."""
    translated = "---\ntitle: À Paris\nlang: fr\nslug: a-paris\ntranslation: {from: ar, state: manual}\n---\n\n"
    files = {
        "content/entities/places.yaml": PLACES,
        "content/articles/2024/07/18-3f9a1c/ar.md": article_text(
            "خبر", "وصل الوفد أمس. ثم زار وباريس مدينة Paris وفرنسا. وغادر ليون."
        ),
        "content/articles/2024/07/18-3f9a1c/fr.md": translated
        + "Arrivés hier, ils voient Paris. La France aussi. Lyon.\n",
        "content/articles/2024/08/05-0b77de/ar.md": article_text("باريس وحدها", "لا اسم هنا.", date="2024-08-05"),
        "content/articles/2024/09/05-0b77ef/en.md": article_text(
            "Two", "Paris & <b>France</b> won.", date="2024-09-05", lang="en"
        ),
        "content/articles/2026/09/05-0b77ff/fr.md": article_text(
            "Trois", "Un <i>pont</i> à Paris, مرحبا dit-il.", date="2026-09-05", lang="fr"
        ),
    }
    root = write_site(tmp_path_factory.mktemp("entities"), files)
    done = nashra("build", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "site"


def page(site: Path, path: str) -> str:
    return (site / path).read_text("utf-8")


def text(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_names_that_are_the_same_in_several_languages_stand_once_with_the_languages(site: Path) -> None:
    arabic = page(site, "ar/entities/paris.html")
    assert '<bdi lang="fr" dir="ltr">Paris</bdi> (الفرنسية، الإنجليزية)' in arabic
    french = page(site, "fr/entities/paris.html")
    assert '<bdi lang="ar" dir="rtl">باريس</bdi> (arabe)' in french
    assert "(anglais)" not in french


def test_the_page_leads_to_what_the_entity_is_part_of_and_what_is_part_of_it(site: Path) -> None:
    assert 'href="../../en/entities/france.html">France</a>' in page(site, "en/entities/paris.html")
    assert "Belonging to it Lyon Paris" in text(page(site, "en/entities/france.html"))


def test_an_article_stands_there_with_the_sentence_that_names_the_entity_first(site: Path) -> None:
    arabic, french, english = (page(site, f"{lang}/entities/paris.html") for lang in ("ar", "fr", "en"))
    assert 'ثم زار و<mark>باريس</mark> مدينة <bdi lang="" dir="ltr">Paris</bdi> وفرنسا.' in arabic
    assert "وصل الوفد أمس" not in arabic
    assert "Arrivés hier, ils voient <mark>Paris</mark>." in french
    assert "<mark>Paris</mark> &amp; France won." in english
    # in the words of the only version there is
    assert "À" not in arabic and '<bdi lang="" dir="rtl">مرحبا</bdi> dit-il.' in french


def test_a_name_in_other_letters_is_set_apart_in_its_sentence(tmp_path: Path) -> None:
    files = {
        "content/entities/organizations.yaml": "- {id: nabae, type: organization, names: {ar: NaBae 24, fr: NaBae 24}}",
        "content/articles/2024/07/18-3f9a1c/ar.md": article_text("خبر", "قال موقع NaBae 24 إن الوفد وصل."),
    }
    root = write_site(tmp_path, files)
    nashra("build", cwd=root)
    quote = '<bdi lang="" dir="ltr"><mark>NaBae 24</mark></bdi>'
    assert f"قال موقع {quote} إن الوفد وصل." in page(root / "site", "ar/entities/nabae.html")


def test_an_article_that_names_it_in_the_title_alone_keeps_its_summary(site: Path) -> None:
    assert "لا اسم هنا." in page(site, "ar/entities/paris.html")


def test_other_lists_keep_the_summaries(site: Path) -> None:
    assert "<mark>" not in page(site, "ar/index.html")
    assert "وصل الوفد أمس" in page(site, "ar/index.html")


def test_entities_that_articles_often_name_together_are_linked_the_most_frequent_first(site: Path) -> None:
    english = page(site, "en/entities/paris.html")
    together = english[english.index('id="together"') :]
    together = together[: together.index("</ul>")]
    assert re.findall(r"entities/(\w+)\.html", together) == ["france"]  # Lyon once only


def test_the_chart_says_in_words_what_it_draws(site: Path) -> None:
    english = page(site, "en/entities/paris.html")
    label = re.search(r'<svg role="img" aria-label="([^"]*)"', english)
    assert label is not None
    assert label[1] == "Articles by year – 2024: 3; 2026: 1"
    assert english.count("<rect ") == 2  # 2025 has none
    months = re.search(r'aria-label="(المقالات شهرا بشهر[^"]*)"', page(site, "ar/entities/france.html"))
    assert months is not None
    assert months[1] == "المقالات شهرا بشهر – يوليوز 2024: 1; شتنبر 2024: 1"
    assert "<svg" not in page(site, "en/entities/lyon.html")


def test_in_arabic_time_runs_from_right_to_left(site: Path) -> None:
    def middles(lang: str) -> list[float]:
        return [float(x) for x in re.findall(r'<rect x="([\d.]+)"', page(site, f"{lang}/entities/paris.html"))]

    assert middles("en") == sorted(middles("en"))
    assert middles("ar") == sorted(middles("ar"), reverse=True)


def test_a_wikidata_id_becomes_a_link(site: Path) -> None:
    assert 'href="https://www.wikidata.org/wiki/Q90"' in page(site, "fr/entities/paris.html")
    assert "wikidata" not in page(site, "fr/entities/lyon.html")


def test_a_name_in_the_text_carries_its_description_for_the_card(site: Path) -> None:
    article = next((site / "ar/2024/07").glob("*.html")).read_text("utf-8")
    assert 'data-card="بلد في أوروبا">فرنسا</a>' in article
    english = next((site / "en/2024/09").glob("*.html")).read_text("utf-8")
    assert 'data-card="Country in &quot;Europe&quot; &amp; more">France</a>' in english
    assert re.search(r'<a class="entity" href="[^"]*paris.html">Paris</a>', english)  # nothing to say


def test_a_long_index_is_parted_by_letters_of_the_language(tmp_path: Path) -> None:
    names = [f"{letter}ville{number}" for letter in "ÀBÉ" for number in range(14)]
    entities = "".join(
        f"- id: p{at}\n  type: place\n  names: {{fr: {name}, ar: الم{chr(0x0628 + at % 2 * 4)}{at}}}\n"
        for at, name in enumerate(names)
    )
    files = {
        "content/entities/places.yaml": entities,
        "content/articles/2024/07/18-3f9a1c/fr.md": article_text("Villes", ", ".join(names) + ".", lang="fr"),
    }
    root = write_site(tmp_path, files)
    nashra("build", cwd=root)
    index = page(root / "site", "fr/entities.html")
    assert re.findall(r"<h3 class=\"label\">(.*?)</h3>", index) == ["A", "B", "E"]
    assert index.count("<li><a") >= 42
    assert re.findall(r"<h3 class=\"label\">(.*?)</h3>", page(root / "site", "ar/entities.html")) == ["م"]
