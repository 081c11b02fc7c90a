"""What GitHub adds to CommonMark: tables, tasks, struck words, bare addresses, tags that would swallow the rest."""

from __future__ import annotations

import pytest

from nashra.markup.html import render
from support.github import comparable, github

TABLES = [
    "| أ | ب |\n|---|---|\n| 1 | 2 |", "أ | ب\n-|-\n1 | 2", "| أ |\n|---|\n| 1 |", "|أ|ب|\n|:-|-:|\n|1|2|\n|3|4|",
    "| a | b |\n| --- | --- |", "| a | b |\n|---|\n| 1 | 2 |", "| a |\n|---|---|\n| 1 | 2 |", "| a | b |\n|---|---|\n| 1 |",
    "| a | b |\n|---|---|\n| 1 | 2 | 3 |", "| a | b |\n|---|---|\n| 1 | 2 |\n> q", "| a | b |\n|---|---|\n1\n\n2",
    "| a | b |\n|---|---|\n| 1 | 2 |\n# h", "| a | b |\n|---|---|\n| `1\\|2` | **x \\| y** |", "| a \\| b | c |\n|---|---|\n| d | e |",
    "|\n-|", "| |\n|-|\n| |", "||\n|-|\n||", "| a | b |\n|:-:|:--|\n| \\\\| c | d |", "نص\n| a | b |\n|---|---|\n| 1 | 2 |",
    "- | a | b |\n  |---|---|\n  | 1 | 2 |", "> | a | b |\n> |---|---|\n> | 1 | 2 |", "| a | b |\n|---|---|\n    | 1 | 2 |",
    "  | a | b |\n  |---|---|\n  | 1 | 2 |", "| a | b |\n+---+---+\n| 1 | 2 |", "| a | b |\n|- -|---|\n| 1 | 2 |",
    "| [x](y) | ![z](w) |\n|---|---|\n| <b>1</b> | https://example.org/a\\|b |", "a | b\n---|---\n- 1 | 2", "a\n-|\n1",
    "| a | b |\n|---|---|\n| 1 | 2 |\n```\nx\n```", "| a | b |\n|---|---|\n| 1 | 2 |\n<div>\nx\n</div>", "| a | b |\n|---|---|\n[x]: y",
]  # fmt: skip
TASKS = [
    "- [ ] مهمة\n- [x] تمت\n- [X] تمت", "* [ ] a\n+ [x] b", "1. [ ] a\n2. [x] b", "- [ ]a", "- [] a", "- [y] a", "- [ ]\ta", "- [ ]",
    "- a\n  - [ ] b\n    - [x] c", "- [ ] a\n\n  b\n- [x] c", "[ ] a", "- \\[ ] a", "> - [x] a", "- [ ] **a** [b](c)", "- [x] [ ] a",
    "- [ ] a\nb", "- a [ ] b", "- [x](y) a", "- [ ] # a",
]  # fmt: skip
STRUCK = [
    "~~أ~~", "~أ~", "~~~أ~~~", "~~أ~", "~أ~~", "~~أ ب~~ ج ~~د~~", "أ~~ب~~ج", "~~ أ ~~", "~~**أ**~~ **~~ب~~**", "~~أ\nب~~", "~~أ\n\nب~~",
    "\\~~أ~~", "`~~أ~~`", "[~~أ~~](ب)", "~~[أ](ب)~~", "~~a *b~~ c*", "a ~ b ~ c", "1~2 و3~4", "~~أ~~.", "(~~أ~~)", "~~~~أ~~~~", "~~a ~b~ c~~",
]  # fmt: skip
ADDRESSES = [
    "https://example.org", "http://example.org/a?b=c&d=e#f", "ftp://example.org/x", "www.example.org", "(www.example.org)", "www.example.org/(a)",
    "https://example.org/a_(b)_c.", "https://example.org, https://example.org; https://example.org!", "https://example.org?", "https://example.org:8080/x",
    "www.example.org&amp;x", "https://example.org/&copy;", "https://example.org<b>x</b>", "**https://example.org**", "_www.example.org_", "xhttps://example.org",
    "x@example.org", "x.y+z@a.example.org.", "x@example", "x@example.org-", "x@example.org_", "mailto:x@example.org", "HTTPS://EXAMPLE.ORG/A", "https://",
    "https:// x", "www.", "www.a_b.example.org", "www.example.a_b", "https://example.org/أخبار/٢٠٢٤", "https://مثال.إختبار/", "`https://example.org`",
    "[a](https://example.org)", "[https://example.org](https://example.org)", "<https://example.org>", "https://example.org/a*b*c", "'https://example.org'",
    "\"https://example.org\"", "https://example.org/\"a\"", "قال:https://example.org", "http://localhost/x", "https://1.2.3.4/", "https://example.org\nx",
    "https://example.org/a\\_x", "x\\_y@example.org", "#https://example.org", "https://example.org/#:~:text=a", "www.example.org**x**", "| https://example.org |\n|---|",
]  # fmt: skip
SWALLOWING = [
    "<title>أ</title> ب", "<textarea> أ *ب*", "a <xmp> b\n\nc", "a <plaintext> b\n\nc", "a <noembed> *b*", "a <style> *b*", "a <script> *b*",
]  # fmt: skip


@pytest.mark.parametrize("text", [*TABLES, *TASKS, *STRUCK, *ADDRESSES, *SWALLOWING])
def test_an_extension_is_shown_as_github_shows_it(text: str) -> None:
    assert comparable(render(f"{text}\n")) == comparable(github(f"{text}\n"))


def test_a_tag_that_would_swallow_the_rest_swallows_nothing() -> None:
    assert "<p>بعده</p>" in render("نص <textarea> هنا\n\nبعده\n")
    assert render("<style>p {}</style>\n\nنص\n") == "<p>نص</p>"
