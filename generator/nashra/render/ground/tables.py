"""Tables on pages: they scroll where the page is narrow, and columns of figures are told from columns of words."""

from __future__ import annotations

import re

from markupsafe import escape

_TABLE = re.compile(r"<table>(?:(?!</table>).)*</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(?:(?!</tr>).)*</tr>", re.DOTALL)
_CELL = re.compile(r"<(t[dh])>((?:(?!</\1>).)*)</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


def scrolling_tables(html: str, label: str) -> str:
    """`html` with each of its tables in a box that scrolls, which `label` names to those who hear the page.

    Cells of figures alone have a class, so that none of them breaks over lines and units stand below units; so do the
    headings of columns that have nothing else.
    """
    if "<table>" not in html:
        return html
    opening = f'<div class="scroll" role="group" tabindex="0" aria-label="{escape(label)}">'
    return _TABLE.sub(lambda table: f"{opening}{_told_apart(table[0])}</div>", html)


def _told_apart(table: str) -> str:
    rows = [[(cell[1], _is_figure(cell[2])) for cell in _CELL.finditer(row[0])] for row in _ROW.finditer(table)]
    bodies = [row for row in rows if any(tag == "td" for tag, _ in row)]
    # where cells span columns nobody can say by counting which heading is whose
    even = len({len(row) for row in rows}) == 1 and "span=" not in table
    columns = zip(*bodies, strict=True) if even else ()
    of_figures = [any(figure for _, figure in column) and all(figure is not False for _, figure in column)
                  for column in columns]  # fmt: skip

    def row(found: re.Match[str]) -> str:
        numbers = iter(range(len(found[0])))

        def cell(each: re.Match[str]) -> str:
            number = next(numbers)
            figure = _is_figure(each[2]) if each[1] == "td" else even and bool(of_figures) and of_figures[number]
            return f'<{each[1]} class="number">{each[2]}</{each[1]}>' if figure else each[0]

        return _CELL.sub(cell, found[0])

    return _ROW.sub(row, table)


def _is_figure(cell: str) -> bool | None:
    """Whether a cell has figures and no words; None where it has neither, such as a dash for what is not known."""
    text = _TAG.sub("", cell)
    if re.search(r"[^\W\d_]", text):
        return False
    return True if re.search(r"\d", text) else None
