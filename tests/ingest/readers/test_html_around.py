"""HTML around Markdown and pictures in HTML, as kramdown and GitHub read them."""

from __future__ import annotations

import pytest

from nashra.ingest.readers.markdown_dialect import adapt


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ('<div dir="rtl" markdown="1">\n\nنص **مهم**\n\n</div>', "نص **مهم**"),
        ("a\n<aside markdown='1' class=q>\n  b [c](d)\n  <p markdown=\"1\">\n  — e\n  </p>\n</aside>\nf",
         "a\n\n> b [c](d)\n>\n> — e\n\nf"),
        ("<section markdown=1>Un *mot*</section>", "Un *mot*"),
        ('<div markdown="1">\n<div class="x">\n**y**\n</div>\nz\n</div>', '<div class="x">\n**y**\n</div>\nz'),
        ('<div markdown="0">\n**y**\n</div>', '<div markdown="0">\n**y**\n</div>'),
        ('```html\n<div markdown="1">\n```', '```html\n<div markdown="1">\n```'),
        ('mot <img src="a b.png" alt="x [y]" width=3> et', "mot ![x \\[y\\]](a%20b.png) et"),
        ("<img src='/a(1).png' title='t'/>", '![](/a%281%29.png "t")'),
        ('<p><img src="a.png"></p>\n<img src="b.png">', '<p><img src="a.png"></p>\n<img src="b.png">'),
        ("voir `<img src=a.png>`", "voir `<img src=a.png>`"),
    ],
)  # fmt: skip
def test_what_kramdown_reads_as_markdown_is_markdown_and_pictures_are_pictures(typed: str, ours: str) -> None:
    assert adapt(typed, 1)[0] == ours
