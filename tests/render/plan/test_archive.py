"""The archive by year and month."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config

PageText = Callable[[str], str]


def main(text: str) -> str:
    return text.partition("<main")[2]


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_every_language_has_every_month(report: BuildReport, lang: str) -> None:
    assert sorted(path.name for path in (report.output / lang / "archive").iterdir()) == [
        "2024-07.html",
        "2024-08.html",
    ]


@pytest.mark.parametrize(
    ("lang", "names"), [("ar", ["غشت", "يوليوز"]), ("fr", ["Août", "Juillet"]), ("en", ["August", "July"])]
)
def test_the_index_has_months_by_year_with_the_numbers_of_their_articles(
    page: PageText, lang: str, names: list[str]
) -> None:
    text = main(page(f"{lang}/archive.html"))
    assert re.findall(r'<h2 class="label">(.*?)</h2>', text) == ["2024"]
    assert re.findall(r'archive/2024-0\d\.html">(.*?)</a> <\w+ class="meta">(\d)<', text) == [
        (names[0], "1"),
        (names[1], "4"),
    ]


def test_years_stand_newest_first_and_each_once(copy: Path) -> None:
    for folder in ("2022/11/02-aa0001", "2022/03/01-aa0002", "2023/01/05-aa0003"):
        path = copy / "content/articles" / folder / "ar.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: خبر\ndate: {folder[:10].replace('/', '-')}\n---\nمتن.\n", "utf-8")
    text = main((build(config.load(copy)).output / "fr/archive.html").read_text("utf-8"))
    assert re.findall(r'<h2 class="label">(.*?)</h2>', text) == ["2024", "2023", "2022"]
    assert re.findall(r"archive/(\d{4}-\d\d)\.html", text) == ["2024-08", "2024-07", "2023-01", "2022-11", "2022-03"]


def test_a_month_has_the_headlines_of_each_day_under_a_link_to_its_edition(page: PageText) -> None:
    text = main(page("fr/archive/2024-07.html"))
    assert "<h1>Juillet 2024</h1>" in text and '<p class="meta">4 articles</p>' in text
    headings = re.findall(r'<h2 class="label"><a href="\.\./\.\./fr/editions/(.*?)\.html">(.*?)</a>', text)
    assert headings[0] == ("2024-07-21", "Dimanche 21\u00a0juillet 2024")
    assert [name for name, _ in headings] == ["2024-07-21", "2024-07-20", "2024-07-19", "2024-07-18"]
    assert ">Une délégation du Maroc arrive à Paris</a>" in text


def test_a_month_of_a_busy_archive_leaves_most_of_a_day_to_its_edition(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nashra.render.plan.archive.MAX_HEADLINES", 5)
    for number in range(4):
        path = copy / f"content/articles/2024/07/21-bb000{number}/ar.md"
        path.parent.mkdir(parents=True)
        path.write_text(f"---\ntitle: خبر {number}\ndate: 2024-07-21T0{number}:00\n---\nمتن.\n", "utf-8")
    text = main((build(config.load(copy)).output / "fr/archive/2024-07.html").read_text("utf-8"))
    days = text.split('<section class="group">')[1:]
    assert [day.partition("</section>")[0].count("<li>") for day in days] == [2, 1, 1, 1]
    assert '<a href="../../fr/editions/2024-07-21.html">Et 3 autres articles</a>' in days[0]
    assert "autres" not in "".join(days[1:])


def test_a_headline_in_another_language_is_isolated_and_marked(page: PageText) -> None:
    text = main(page("fr/archive/2024-08.html"))
    assert 'hreflang="ar"><bdi lang="ar" dir="rtl">لا جديد اليوم</bdi></a> <span class="mark">En arabe</span>' in text


def test_months_lead_to_those_before_and_after_that_have_articles(page: PageText) -> None:
    assert '<a href="../../ar/archive/2024-07.html" rel="prev">' in page("ar/archive/2024-08.html")
    assert '<a href="../../ar/archive/2024-08.html" rel="next">' in page("ar/archive/2024-07.html")


def test_the_date_decides_and_not_the_folder(copy: Path) -> None:
    path = copy / "content/articles/2024/08/01-dddd44/ar.md"
    path.write_text(path.read_text("utf-8").replace("date: 2024-08-01", "date: 2024-07-31T23:30:00Z"), "utf-8")
    output = build(config.load(copy)).output
    # 00:30 of the next day in Casablanca
    assert (output / "ar/archive/2024-08.html").is_file() and (output / "ar/editions/2024-08-01.html").is_file()
    path.write_text(path.read_text("utf-8").replace("2024-07-31T23:30:00Z", "2024-06-30"), "utf-8")
    output = build(config.load(copy)).output
    assert not (output / "ar/archive/2024-08.html").exists() and (output / "ar/archive/2024-06.html").is_file()


def test_the_archive_of_a_site_without_articles_is_empty(copy: Path) -> None:
    shutil.rmtree(copy / "content/articles")
    text = (build(config.load(copy)).output / "en/archive.html").read_text("utf-8")
    assert "There are no articles yet." in text
