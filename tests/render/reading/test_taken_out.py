"""A link or picture that loses its address on the way to the page is told where it stands; all others are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.markup.html import render
from nashra.render.reading.taken_out import taken_out

FILE = Path("ar.md")
TAKEN = {
    "[هنا](javascript:alert(1))": "no kind of address",
    "![جسر](C:\\Users\\salma\\pont.jpg)": "a file on one machine",
    "[التقرير](file:///home/salma/doc.pdf)": "a file on one machine",
    "![جسر](data:image/png;base64,iVBORw0KGgo=)": "a text holds no files",
    "[باريس](htpps://paris.example)": "no kind of address",
    "[باريس](https:\\\\paris.example)": "names no host",
    "[باريس](https://)": "names no host",
    "[الخريطة][1]\n\n[1]: geo:33.9,-6.8": "no kind of address",
    'قال <a href="javascript:void(0)">هنا</a>.': "no kind of address",
    "قال <a href = 'skype:desk'>هنا</a>.": "no kind of address",
    "اكتب إلى <sms:+212600000000>.": "no kind of address",
    "[الوثيقة](\n  ftp://desk.example/a.pdf)": "no kind of address",
}
KEPT = [
    "[هنا](https://paris.example/a:b) و<mailto:desk@paris.example> و[اتصل](tel:+212537000000)",
    "[الملف](rapport.pdf) و![جسر](pont.jpg)",
    "قال: javascript:alert(1) كلمات، و`[هنا](javascript:x)` مثال",
    'La note : « voir a:b », l\'heure "h:m", x=y:z et <b>gras</b>.',
    "[جزء](#خاتمة) و[آخر](../07-aaaa01/ar.md)",
]


@pytest.mark.parametrize("body", TAKEN)
def test_what_is_taken_out_is_told_with_its_line(body: str) -> None:
    (problem,) = taken_out(f"نص قبله.\n\n{body}\n", FILE, 6)
    assert "is taken out" in problem.message
    assert TAKEN[body] in problem.message
    assert problem.line in (8, 10), "where it stands, or where its reference is defined"
    html = render(body)
    assert not any(f'"{scheme}' in html for scheme in ("javascript", "c:", "C:", "file", "data", "htpps", "geo", "sms"))


@pytest.mark.parametrize("body", KEPT)
def test_what_stays_is_not_told(body: str) -> None:
    assert not list(taken_out(body, FILE, 1))


def test_a_long_address_is_told_in_short() -> None:
    (problem,) = taken_out(f"![جسر](data:image/png;base64,{'A' * 5000})", FILE, 1)
    assert len(problem.message) < 150
