"""Sentences with a name marked."""

from __future__ import annotations

import pytest

from nashra.render.ground.marked_text import with_mark

LTR, RTL = '<bdi lang="" dir="ltr">', '<bdi lang="" dir="rtl">'


@pytest.mark.parametrize(
    ("text", "dir", "expected"),
    [
        ("زار [باريس] أمس.", "rtl", "زار <mark>باريس</mark> أمس."),
        ("Il voit [Paris] & rit.", "ltr", "Il voit <mark>Paris</mark> &amp; rit."),
        ("قال موقع [NaBae 24] إنه وصل.", "rtl", f"قال موقع {LTR}<mark>NaBae 24</mark></bdi> إنه وصل."),
        ("فاز [الرجاء] (RCA).", "rtl", f"فاز <mark>الرجاء</mark> ({LTR}RCA</bdi>)."),
        (
            "كتب «[Paris] est une fête (1964)» هناك.",
            "rtl",
            f"كتب «{LTR}<mark>Paris</mark> est une fête (1964)</bdi>» هناك.",
        ),
        ("[Paris] est une fête (1964).", "rtl", f"{LTR}<mark>Paris</mark> est une fête (1964).</bdi>"),
        ("Le mot [محمد السادس] ici.", "ltr", f"Le mot {RTL}<mark>محمد السادس</mark></bdi> ici."),
        ("Il dit قال [محمد] اليوم ici.", "ltr", f"Il dit {RTL}قال <mark>محمد</mark> اليوم</bdi> ici."),
        ("La revue [Majalla مجلة] paraît.", "ltr", f"La revue <mark>Majalla {RTL}مجلة</bdi></mark> paraît."),
        # what follows the score is another name, and figures belong to the letter behind them
        ("[الكأس]: Aix 3-2 Metz غدا.", "rtl", f"<mark>الكأس</mark>: {LTR}Aix</bdi> 3-2 {LTR}Metz</bdi> غدا."),
        ("[الرباط] بمعدل 1.2x أمس.", "rtl", f"<mark>الرباط</mark> بمعدل {LTR}1.2x</bdi> أمس."),
        ("<b> [Maroc]", "ltr", "&lt;b&gt; <mark>Maroc</mark>"),
    ],
)
def test_the_name_is_marked_and_words_of_the_other_direction_are_set_apart(text: str, dir: str, expected: str) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert with_mark(text.replace("[", "").replace("]", ""), start, end, dir) == expected
