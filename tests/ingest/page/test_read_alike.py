"""What import writes is read alike by GitHub and by us, and shows every word of the page."""

from __future__ import annotations

import re
from pathlib import Path
from zoneinfo import ZoneInfo

import lxml.html
import pytest

from nashra.ingest.draft import Imported
from nashra.kit.errors import ContentError
from nashra.markup.differences import differences
from nashra.markup.html import render
from support.github import blocks, comparable, github
from support.imported import entries, read
from support.random_html import article

HERE = Path(__file__).parents[1]
INPUTS = sorted(
    path
    for folder in ("cases", "pages", "pastes", "fixtures")
    for path in (HERE / folder).rglob("*")
    if path.suffix in (".html", ".xml", ".txt", ".md", ".mhtml", ".json") and path.is_file()
)


def written(path: Path) -> list[str]:
    try:
        return [entry.imported.draft.body for entry in entries(path) if entry.imported is not None]
    except ContentError:
        return []


def test_everything_that_the_tests_import_is_read_alike() -> None:
    bodies = [body for path in INPUTS for body in written(path)]
    assert len(bodies) > 100
    for body in bodies:
        assert blocks(render(body)) == blocks(github(body))
        assert comparable(render(body)) == comparable(github(body)) or differences(body)


def imported(html: str) -> Imported:
    return read(html.encode(), Path("page.html"), lang="fr", timezone=ZoneInfo("UTC"), date="2024-07-18")


def bare(text: str) -> str:
    # a cell with several blocks has them parted by a dot
    return re.sub(r"[\s·]", "", text)


def lines(html: str) -> list[str]:
    """The words of each block of `html` that holds no other, and of all of it."""
    page = lxml.html.fromstring(f"<div>{html}</div>")
    leaves = [each for each in page.iter("p", "li", "td", "th", "h2", "h3") if each.find(".//p") is None]
    leaves = [each for each in leaves if each.find(".//li") is None and each.find(".//h2") is None]
    return [bare("".join(map(str, each.itertext()))) for each in [page, *leaves]]


@pytest.mark.parametrize("start", range(0, 200, 50))
def test_pages_full_of_signs_are_read_alike_and_lose_no_word(start: int) -> None:
    for seed in range(start, start + 50):
        html = article(seed)
        found = imported(html)
        body = found.draft.body
        assert blocks(render(body)) == blocks(github(body)), seed
        assert comparable(render(body)) == comparable(github(body)) or differences(body), seed
        source = html[html.index("</h1>") + 5 : html.index("</article>")]
        (shown, *_), (whole, *leaves) = lines(render(body)), lines(source)
        if shown != whole:  # a line of links or of signs, of which the editor is told
            told = "".join(bare(each.text) for each in found.dropped)
            assert all(line in shown or line in told for line in leaves), seed


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("La dépense est de <del>deux</del> trois millions.", "La dépense est de ~~deux~~ trois millions."),
        ("Il a dit <s>«&nbsp;oui&nbsp;»</s>non hier.", "Il a dit «\u00a0~~oui~~\u00a0»non hier."),
        ("2*3=6<br>4*5=20 et la suite", "2\\*3=6  \n4\\*5=20 et la suite"),
        ("Voir www.example.org/a<b>_x_</b> ici.", "Voir www.example.org/a_x&lowbar; ici."),
        ("Voir https://example.org/a_b_c et *x*.", "Voir https://example.org/a_b_c et \\*x\\*."),
    ],
)
def test_signs_are_written_so_that_both_show_them(html: str, markdown: str) -> None:
    page = article(0)
    page = f"{page[: page.index('<p>')]}<p>{html}</p>{page[page.index('<p>') :]}"
    assert imported(page).draft.body.startswith(f"{markdown}\n\n")
