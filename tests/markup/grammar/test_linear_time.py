"""Hostile texts cost time in proportion to their length, in blocks, in words and in what translators see."""

from __future__ import annotations

import time
from collections.abc import Callable
from math import isqrt

import pytest

from nashra.kit.errors import ContentError
from nashra.markup.blocks import split
from nashra.markup.html import render
from nashra.markup.inline import parse
from nashra.markup.slots import texts

HOSTILE: dict[str, Callable[[int], str]] = {
    "emphasis that nothing closes": lambda n: "*a **b " * n,
    "emphasis in emphasis": lambda n: "*_" * n + "a" + "_*" * n,
    "runs of signs": lambda n: "*" * n + "a" + "*" * n,
    "signs of three kinds": lambda n: "*_~" * n,
    "struck by one and by two": lambda n: "~a~~b" * n,
    "open brackets": lambda n: "[" * n + "]" * n,
    "links that nothing closes": lambda n: "[a](b" * n,
    "angle brackets that nothing closes": lambda n: "[a](<b" * n,
    "titles that nothing closes": lambda n: '[a](b "' * n + "[a](b '",
    "links in a row": lambda n: "[a](b)" * n,
    "pictures in pictures": lambda n: "![" * n + "](b)" * n,
    "pictures with half a name": lambda n: "![a](b c" * n,
    "round brackets": lambda n: "[a](" + "(" * n,
    "ticks of many lengths": lambda n: "".join("`" * (number % 200 + 1) + "a" for number in range(n // 20)),
    "tags that nothing closes": lambda n: "<a b=" * n + '<a x="' * n,
    "comments that nothing closes": lambda n: "a <!--" * n + "b <?" * n + "c <![CDATA[" * n,
    "half entities": lambda n: "&amp" * n + "&#x" * n,
    "backslashes": lambda n: "\\*" * n,
    "half addresses": lambda n: "www." * n + "http://" * n,
    "mail addresses without an end": lambda n: "a_" * n + "@b.c" + "a" * n + "@" + "b." * n,
    "addresses in brackets": lambda n: "http://a.b/" + "(" * n + ")" * n + "&a;" * n + ".",
    "quotes in quotes": lambda n: "> " * n + "a",
    "lists in lists": lambda n: "- " * n + "a",
    # of so many steps that four times n is four times the text
    "staircases": lambda n: "\n".join("  " * number + "- a" for number in range(isqrt(60 * n))),
    "targets": lambda n: "".join(f"[a{number}]: /u\n" for number in range(n)),
    "half targets": lambda n: "[a]: /u\n'b\n" * n + "[a\n" * n,
    "uses of one target": lambda n: "[a]: /u\n\n" + "[a]" * n,
    "a wide table": lambda n: "|a" * n + "|\n" + "|-" * n + "|\n" + "a\n" * 100,
    "a long table": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "lines that are nearly rules": lambda n: "- " * n + "x\n" + "* " * n + "x",
    "fences of many lengths": lambda n: "".join("`" * (3 + number % 50) + "\n" for number in range(n)),
    "elements that nothing closes": lambda n: "<div>\n\n" * 90 + "x\n\n" * n,
    "marks that nothing ends": lambda n: '{{<{% <a href="[a](<!-- a.' * n + "@",
    "tags of closed elements": lambda n: "<p>\n" + "<b>x</b><i>y</i>" * n,
    "notes used often": lambda n: "[^a]" * n + "\n\n[^a]: b\n",
    "many notes": lambda n: "".join(f"x[^a{number}]\n\n[^a{number}]: b\n\n" for number in range(n // 4)),
    "notes in another order": lambda n: (
        "".join(f"[^a{number}]" for number in range(n // 4, 0, -1))
        + "".join(f"\n\n[^a{number}]: b[^a{number}](c" for number in range(n // 4))
    ),
    "names of notes that nothing closes": lambda n: "[^" * n + "]" * n + "\n\n[^a]: b\n",
    "scripts that nothing closes": lambda n: "a <script> b <style> c\n\n" * n + "<textarea>" * n,
    "mail addresses of escapes": lambda n: "\\_" * n + "@" + "mailto:" * n + "a\\_" * n + "@b.c",
    "bars behind backslashes": lambda n: "|a\\|" * n + "|\n|-|\n" + "\\|" * n,
    "words written on": lambda n: "**«أ»**ب" * n + "**،" * n,
    "tasks in tasks": lambda n: "- [ ] " * n + "a\n" + "- [x] [ ] b\n" * n,
    "headings under each other": lambda n: "a\n===\n" * n + "# " * n,
    "blanks": lambda n: "a" + " " * n + "b\n" + " " * n + "\t" * n + "c  \n" + " " * n + "d",
    "signs after a heading": lambda n: "# a" + " #" * n + " " * n + "#" * n + "b",
}


def seconds(text: str) -> float:
    begin = time.process_time()
    render(text)
    for block in split(text):
        for part in texts(block):
            parse(part)
    return time.process_time() - begin


@pytest.mark.parametrize("name", HOSTILE)
def test_four_times_the_text_takes_no_more_than_about_four_times_as_long(name: str) -> None:
    write = HOSTILE[name]
    # What grows with the square takes sixteen times as long, whatever the machine; twice the share and half a second are
    # left to chance. A machine that stopped for a moment is asked again, with a text that no cache holds.
    tries = range(1000, 1003)
    assert any(seconds(write(4 * size)) < 8 * seconds(write(size)) + 0.5 for size in tries)


@pytest.mark.parametrize("text", ["<div>\n\n", "<ul><li>", "<b>", "<table><tr><td>", "<blockquote></x>", "<details>"])
def test_elements_that_are_nested_without_end_are_refused(text: str) -> None:
    with pytest.raises(ContentError, match="stand inside each other"):
        render(text * 5000)
