"""Tables on pages: each in a box that scrolls, figures told from words."""

from __future__ import annotations

import re

import pytest

from nashra.render.ground.tables import scrolling_tables


def table(*rows: str) -> str:
    """The HTML of a table, its cells parted by "|", headings first."""
    head, *bodies = (row.split("|") for row in rows)
    text = "".join(f"<th>{cell}</th>\n" for cell in head)
    text += "".join("</tr>\n<tr>\n" + "".join(f"<td>{cell}</td>\n" for cell in row) for row in bodies)
    return f"<table>\n<tr>\n{text}</tr>\n</table>"


@pytest.mark.parametrize(
    ("rows", "figures"),
    [
        (("Pays|Année", "Maroc|2024"), ["Année", "2024"]),
        (("Pays|Part", "Maroc|12,5 %", "Mali|−3 %"), ["Part", "12,5 %", "−3 %"]),
        # what is not known is no word
        (("Pays|Part", "Maroc|12", "Mali|–"), ["Part", "12"]),
        (("Pays|Part", "Maroc|12", "Mali|inconnue"), ["12"]),
        (("Pays|Note", "Maroc|–", "Mali|"), []),
        (("البلد|العدد", 'المغرب|<bdi dir="ltr">37 000 000</bdi>'), ["العدد", '<bdi dir="ltr">37 000 000</bdi>']),
        # a row that is shorter: nobody knows which heading is whose
        (("Pays|Année", "Maroc|2024", "total"), ["2024"]),
    ],
)
def test_cells_of_figures_and_the_headings_of_their_columns_are_told_apart(
    rows: tuple[str, ...], figures: list[str]
) -> None:
    html = scrolling_tables(table(*rows), "Tableau")
    assert re.findall(r'<t[dh] class="number">(.*?)</t[dh]>', html) == figures
    assert html.replace(' class="number"', "").endswith(table(*rows) + "</div>")


def test_each_table_scrolls_by_itself_and_all_else_stays_as_it_is() -> None:
    one = table("a|b", "c|d")
    html = scrolling_tables(f"<p>x</p>\n{one}\n<p>1</p>\n{one}", "A & B")
    assert html.count('<div class="scroll" role="group" tabindex="0" aria-label="A &amp; B"><table>') == 2
    assert html.startswith("<p>x</p>\n<div") and "</div>\n<p>1</p>\n<div" in html
    assert scrolling_tables("<p>x</p>", "A") == "<p>x</p>"


def test_headings_over_cells_that_span_columns_are_left_alone() -> None:
    html = '<table><tr><th colspan="2">x</th></tr><tr><td>1</td><td>2</td></tr></table>'
    assert re.findall(r'class="number">(.*?)<', scrolling_tables(html, "A")) == ["1", "2"]
