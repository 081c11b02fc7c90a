from __future__ import annotations

from pathlib import Path

import pytest

from nashra.ingest.readers.front_matter import split
from nashra.ingest.readers.markdown_dialect import adapt
from nashra.kit.errors import ContentError
from nashra.markup.html import render


@pytest.mark.parametrize(
    ("typed", "ours"),
    [
        ("- أ\n  - ب\n    - ج\n- د", "- أ\n  - ب\n    - ج\n- د"),
        ("- أ\n    - ب", "- أ\n    - ب"),
        ("1. أ\n   فقرة\n\n   أخرى", "1. أ\n   فقرة\n\n   أخرى"),
        ("نص\n- أ\n- ب", "نص\n- أ\n- ب"),
        ("سنة\n2024. كانت", "سنة\n2024. كانت"),
        ("1) أ\n2) ب", "1) أ\n2) ب"),
        ("سطر\\\nآخر", "سطر\\\nآخر"),
        ("أ\n\n<!--more-->\n\nب", "أ\n\nب"),
        ("أ\n{: .big}", "أ"),
        ("---\nأ", "---\nأ"),
        ("* * *\nأ", "* * *\nأ"),
        ("```\n- أ\n  - ب\\\n```", "```\n- أ\n  - ب\\\n```"),
        ("- أ\n\n  ```\n  x\n  ```", "- أ\n\n  ```\n  x\n  ```"),
        ("    code\n    - code", "    code\n    - code"),
        ('{{< figure src="a.png" caption="ش" >}}', '![](a.png "ش")'),
        ("{{< vimeo 12345 >}}", "<https://vimeo.com/12345>"),
        ("- أ\n\nفقرة\n\n  مزاحة", "- أ\n\nفقرة\n\n  مزاحة"),
    ],
)
def test_markdown_stays_as_it_is_and_what_generators_add_becomes_markdown(typed: str, ours: str) -> None:
    assert adapt(typed, 1)[0] == ours


def test_a_nested_list_renders_nested() -> None:
    assert "<ul>" in render(adapt("نص\n- أ\n  - ب\n- ج", 1)[0]).split("<li>أ")[1]


def test_tags_of_templates_are_reported_with_their_line_and_stay() -> None:
    body, remarks = adapt("أ\n{{< x >}} {% y %}\n{{ z }}", 10)
    assert body == "أ\n{{< x >}} {% y %}\n{{ z }}"
    assert [remark.partition(":")[0] for remark in remarks] == ["line 11", "line 11", "line 12"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a\nb: [\n---\nx", 3),
        ("+++\ntitle = 'a'\nb = \n+++\nx", 3),
        ('{"title": "a",\n"b" 1}\n\nx', 2),
        ("+++\ntitle = 'a'\n", 1),
    ],
)
def test_a_broken_head_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ContentError) as error:
        split(text, Path("x.md"))
    assert error.value.problems[0].line in (line, line + 1)


def test_fields_know_their_lines_and_the_body_too() -> None:
    head = split("+++\ntitle = 'a'\nLast-Mod = 2024-01-02\n+++\n\n\nx\n", Path("x.md"))
    assert head.lines == {"title": 2, "last_mod": 3} and head.body_line == 7 and head.body == "x\n"
    head = split("Title: a\nTags: b,\n  c\n\nx\n", Path("x.md"))
    assert head.fields == {"title": "a", "tags": "b, c"} and head.body_line == 5
