"""A translation beside its source: which blocks stand together, and what is said of each."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, write_site
from support.newspaper import FOLDER, newspaper
from support.pictures import png

FRENCH = "fr/original/2024/07/la-delegation.html"
ENGLISH = "en/original/2024/07/the-delegation.html"


@pytest.fixture(scope="module", name="site")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    report = build(config.load(newspaper(tmp_path_factory.mktemp("compare"))))
    assert report.problems == ()
    return report.output


def rows(site: Path, path: str) -> list[str]:
    """The rows of a comparison, the titles first."""
    text = (site / path).read_text("utf-8")
    return re.split(r'<li class="pair">', text.partition("</main>")[0])[1:]


@pytest.mark.parametrize(
    ("number", "source", "target", "marks"),
    [
        (0, "وصول الوفد", "La délégation «", []),
        (1, "<strong>المغرب</strong>", "18\u00a0juillet 2024", ["Traduction automatique"]),
        (2, "<h2>قبل", "<h2>Avant", ["Traduction automatique, à vérifier"]),
        (3, "12,5٪", "12,5\u00a0%", ["Traduction automatique", "L’original a changé depuis."]),
        (4, "<li>أولا</li>", "<li>premièrement</li>", ["Écrit ou relu par une personne"]),
        (8, "[1] عن وكالة", "[1] D’après", ["Traduction automatique"]),
    ],
)
def test_each_block_stands_beside_its_source_and_says_who_made_it(
    site: Path, number: int, source: str, target: str, marks: list[str]
) -> None:
    left, right = rows(site, FRENCH)[number].split('<div class="text">')
    assert '<div class="text" lang="ar" dir="rtl">' in left and source in left
    assert target in right
    assert re.findall(r"<span>(.*?)</span>", right) == marks


@pytest.mark.parametrize(
    ("number", "present", "gap"),
    [
        (5, "Un paragraphe de la rédaction.", "Paragraphe ajouté dans la traduction."),
        (6, "فقرة حذفها المترجم.", "Paragraphe retiré de la traduction par la rédaction."),
        (7, "فقرة جديدة لم تُترجم بعد.", "Pas encore traduit."),
    ],
)
def test_a_block_without_a_partner_says_why(site: Path, number: int, present: str, gap: str) -> None:
    row = rows(site, FRENCH)[number]
    assert present in row and f'<p class="meta gap">{gap}</p>' in row


def test_a_block_whose_source_is_gone_says_so(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    path = root / FOLDER / "ar.md"
    path.write_text(path.read_text("utf-8").replace("- أولا\n- ثانيا\n\n", ""), "utf-8")
    row = next(row for row in rows(build(config.load(root)).output, FRENCH) if "premièrement" in row)
    assert "Ce paragraphe n’est plus dans l’original." in row
    assert "L’original a changé depuis." not in row


def test_an_approved_translation_is_marked_as_a_persons(tmp_path: Path) -> None:
    root = newspaper(tmp_path)
    path = root / FOLDER / "fr.md"
    path.write_text(path.read_text("utf-8").replace("state: machine", "state: reviewed"), "utf-8")
    text = "".join(rows(build(config.load(root)).output, FRENCH))
    assert "Traduction automatique" not in text and text.count("Écrit ou relu par une personne") == 6


def test_a_translation_by_people_is_shown_without_marks(site: Path) -> None:
    found = rows(site, ENGLISH)
    assert "The delegation came to Paris." in found[1] and "وصل وفد" in found[1]
    assert "<span>" not in "".join(found)
    assert "Nothing in the translation stands for this paragraph." in found[3]


def test_search_engines_are_told_to_list_the_article_in_place_of_the_comparison(site: Path) -> None:
    text = (site / FRENCH).read_text("utf-8")
    assert 'name="robots"' not in text
    assert '<link rel="canonical" href="https://example.org/nashra/fr/2024/07/la-delegation.html">' in text
    assert "hreflang=" not in text.partition("</head>")[0]


def test_the_notice_leads_to_the_comparison_and_that_back_to_both_versions(site: Path) -> None:
    article = (site / "fr/2024/07/la-delegation.html").read_text("utf-8")
    assert f'<a href="../../../{FRENCH}">Comparer avec l’original</a>' in article
    text = (site / FRENCH).read_text("utf-8").partition("<main")[2]
    assert 'href="../../../../fr/2024/07/la-delegation.html">français</a> <span>(la traduction)</span>' in text
    assert 'hreflang="ar">arabe</a> <span>(l’original)</span>' in text


def test_tables_beside_each_other_scroll_each_by_itself(tmp_path: Path) -> None:
    """A wide one would make the page wider than the window."""
    root = newspaper(tmp_path)
    for name, rows_ in (("ar", "| البلد | العدد |"), ("fr", "| Pays | Nombre |")):
        path = root / FOLDER / f"{name}.md"
        path.write_text(path.read_text("utf-8") + f"\n{rows_}\n|---|---|\n| Mali | 12 |\n", "utf-8")
    text = (build(config.load(root)).output / FRENCH).read_text("utf-8")
    assert text.count("<table>") == text.count('aria-label="Tableau"><table>') == 2
    assert text.count('<td class="number">12</td>') == 2


def test_signs_of_html_in_titles_are_shown_as_they_are(tmp_path: Path) -> None:
    made = "translation: {from: ar, state: machine}\n"
    root = write_site(
        tmp_path,
        {
            f"{FOLDER}/ar.md": article_text("شركة H&M وأقل من <5%", "نص.", more="slug: a\n"),
            f"{FOLDER}/fr.md": f"---\ntitle: H&M et moins de <5 %\nslug: la-delegation\n{made}---\n\nTexte.\n",
        },
    )
    text = (build(config.load(root)).output / FRENCH).read_text("utf-8")
    assert "<p><b>شركة H&amp;M وأقل من &lt;5%</b></p>" in text
    assert "<p><b>H&amp;M et moins de &lt;5\u00a0%</b></p>" in text


def test_an_original_has_no_comparison(site: Path) -> None:
    assert not (site / "ar/original").exists()
    assert "original/2024" not in (site / "ar/2024/07/وصول-الوفد.html").read_text("utf-8").partition("<main")[2]


def test_the_language_switch_leads_to_the_other_comparison_and_to_the_original(site: Path) -> None:
    switch = (site / FRENCH).read_text("utf-8").partition("</nav>")[0]
    assert f'href="../../../../{ENGLISH}" lang="en"' in switch
    assert 'href="../../../../ar/2024/07/%D9%88%D8%B5%D9%88%D9%84-' in switch


def test_no_slug_can_take_the_place_of_a_comparison(tmp_path: Path) -> None:
    made = "translation: {from: ar, state: manual}\n"
    files = {}
    for number, slug in enumerate(["a", "a.original", "original", "a.txt", "a.html"]):
        folder = f"content/articles/2024/07/0{number + 1}-aaaa0{number}"
        files[f"{folder}/ar.md"] = article_text(f"خبر {number}", "نص.", more=f"slug: {slug}\n")
        files[f"{folder}/fr.md"] = f"---\ntitle: N {number}\nslug: {slug}\n{made}---\n\nTexte.\n"
    files["content/pages/original.fr.md"] = "---\ntitle: Original\n---\nTexte.\n"
    root = write_site(tmp_path, files)
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write("plain_text = true\n")
    report = build(config.load(root))
    assert report.problems == ()
    assert len(list(report.output.glob("fr/original/2024/07/*.html"))) == 5
    assert (report.output / "fr/original.html").is_file()


def test_links_and_pictures_of_blocks_lead_where_they_do_on_the_article(tmp_path: Path) -> None:
    body = "[مقال](../02-aaaa02/ar.md) و[مرجع][m] `[^x]` <span title='[^1]'>م</span>[^1].\n\n![صورة](p.png)\n\n"
    body += "[m]: https://e.org/x\n\n[^1]: حاشية\n    على سطرين\n\n***\n\n```\nx[^1]\n```\n"
    made = "translation: {from: ar, state: manual}\n"
    folder = "content/articles/2024/07"
    root = write_site(
        tmp_path,
        {
            f"{folder}/01-aaaa01/ar.md": article_text("واحد", body, more="slug: one\n"),
            f"{folder}/01-aaaa01/fr.md": f"---\ntitle: Un\nslug: un\n{made}---\n\nTexte.\n",
            f"{folder}/02-aaaa02/ar.md": article_text("اثنان", "نص.", more="slug: two\n"),
        },
    )
    (root / folder / "01-aaaa01/p.png").write_bytes(png(4, 3))
    report = build(config.load(root))
    assert report.problems == ()
    text = (report.output / "fr/original/2024/07/un.html").read_text("utf-8")
    assert 'href="../../../../ar/2024/07/two.html"' in text
    assert 'src="../../../../media/aaaa01/p.png"' in text
    assert '<a href="https://e.org/x">مرجع</a>' in text
    assert '<span title="[^1]">م</span><sup>1</sup>' in text
    assert "[1] حاشية" in text
    assert "[m]:" not in text and "<hr" not in text
