"""Which words of a block the guards are asked about."""

from __future__ import annotations

import pytest

from nashra.versions.doubts import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("دفع ${sum} إلى %1$s و{{ name }} ثم 5%.", ("دفع إلى و ثم 5%.",)),
        ('دفع 5 $ إلى [البنك](https://e.org/7 "بنك كبير").', ("دفع 5 $ إلى البنك.", "", "بنك كبير")),
        ('قبل <img src="p.jpg" alt="صورة"> بعد.', ("قبل بعد.", "صورة", "")),
        ("كتب إلى a7@e.org.", ("كتب إلى a7@e.org.",)),
    ],
)
def test_words_of_marks_are_looked_at_on_their_own_and_what_a_program_fills_in_not_at_all(
    text: str, expected: tuple[str, ...]
) -> None:
    assert said(text) == expected
