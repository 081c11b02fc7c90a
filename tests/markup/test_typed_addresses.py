"""The addresses of a Markdown body are found as they were typed, each with its line."""

from __future__ import annotations

from nashra.markup.typed_addresses import addresses

MARKDOWN = """\
[أولا](one.md) و![صورة](two.jpg "عنوان") و[ثالثا](<three four.md>)
و<https://five.ma/> و[سادسا](six_(a).md).

`[لا](code.md)` [ثامنا](eight.md
"على سطرين")

<div><a class="x" href="nine.html">ن</a> <img src='ten.png'></div>

    [لا](indented.md)

[مرجع]: https://eleven.ma/ "عنوان"
"""


def test_the_addresses_of_a_body_are_found_with_their_lines() -> None:
    assert sorted(addresses(MARKDOWN, 10), key=lambda found: (found[1], found[0])) == [
        ("one.md", 10),
        ("three four.md", 10),
        ("two.jpg", 10),
        ("https://five.ma/", 11),
        ("six_(a).md", 11),
        ("eight.md", 13),
        ("nine.html", 16),
        ("ten.png", 16),
        ("https://eleven.ma/", 20),
    ]


def test_addresses_are_found_wherever_readers_get_a_link() -> None:
    body = (
        "نص\n- [أ](a.md)\n  > [ب](<b c.md>) `[لا](no.md)`\n\n| x | [ج](c.md) |\n|---|---|\n| <b>\\|</b> | www.d.ma |\n\n"
        "    [لا](no.md)\n\nنص <a\nhref='e.md'>هـ</a>\n\n[^1]: [و](f.md)\n\n[x]: g.md\n[ز][x]\n"
    )
    assert list(addresses(body, 1)) == [
        ("a.md", 2), ("b c.md", 3), ("c.md", 5), ("http://www.d.ma", 7), ("e.md", 12), ("f.md", 14), ("g.md", 16),
    ]  # fmt: skip
