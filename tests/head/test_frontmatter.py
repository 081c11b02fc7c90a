"""Front matter is read with the line of every fault, and changed without touching what need not change."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.head import frontmatter
from nashra.head.frontmatter import Fields, Flow
from nashra.kit.errors import ContentError

FILE = Path("content/articles/2024/07/18-3f9a1c/ar.md")


def document(head: str, body: str = "نص المقال.") -> frontmatter.Document:
    return frontmatter.split(f"---\n{head}---\n\n{body}\n", FILE)


def fault(head: str) -> tuple[int | None, str, str]:
    """(line, message, hint) of what is wrong with the front matter `head`, which starts in line 2."""
    with pytest.raises(ContentError) as caught:
        document(head)
    (problem,) = caught.value.problems
    assert problem.path == FILE
    return problem.line, problem.message, problem.hint


def test_values_stay_text_as_the_editor_typed_them() -> None:
    fields = document("lang: no\ndate: 2024-07-18\nversion: 1.10\nempty:\nnull: ~\nok: yes\n").fields
    assert fields == {"lang": "no", "date": "2024-07-18", "version": "1.10", "empty": "", "null": "", "ok": "yes"}


def test_every_key_knows_its_line() -> None:
    fields = document("# note\ntitle: عنوان\nsource:\n  name: هسبريس\n  url: https://x.example/\n").fields
    assert fields.lines == {"title": 3, "source": 4}
    assert isinstance(fields["source"], Fields)
    assert fields["source"].lines == {"name": 5, "url": 6}


def test_the_body_knows_its_first_line() -> None:
    read = frontmatter.split("---\ntitle: x\n---\n\n\nالأول\n\nالثاني\n\n\n", FILE)
    assert (read.body, read.body_line) == ("الأول\n\nالثاني\n", 6)


def test_blank_lines_before_the_front_matter_do_no_harm_and_are_counted() -> None:
    read = frontmatter.split("\n\n---\ntitle: x\n---\nنص\n", FILE)
    assert (read.fields.lines["title"], read.body_line) == (4, 6)


def test_a_line_separator_pasted_along_does_not_shift_the_lines() -> None:
    fields = document("title: سطر\u2028ثان\u0085ثالث\nlang: ar\n").fields
    assert fields["title"] == "سطر ثان ثالث"
    assert fields.lines["lang"] == 3


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", None, "the file is empty"),
        (" \n\n", None, "the file is empty"),
        ("نص فقط\n", 1, "there is no front matter"),
        ("----\ntitle: x\n---\n", 1, "there is no front matter"),
        ("---\ntitle: x\n", 1, "the front matter has no end"),
        ("---\ntitle: x\n...\nنص\n", 1, "the front matter has no end"),
        ("---\n- a\n- b\n---\nنص\n", 2, "not a list of `key: value` lines"),
        ("---\nكلام\n---\nنص\n", 2, "not a list of `key: value` lines"),
    ],
)
def test_a_file_without_front_matter_is_told_so(text: str, line: int | None, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        frontmatter.split(text, FILE)
    (problem,) = caught.value.problems
    assert (problem.line, message in problem.message, bool(problem.hint or line == 2)) == (line, True, True)


@pytest.mark.parametrize(
    ("head", "line", "message", "hint"),
    [
        ("slug: خبر: جديد\n", 2, "malformed", "must stand in quotes"),
        ('title: x\nauthor: "سارة\n', 3, "malformed", "must stand in quotes"),
        ("slug: *مهم* جدا\n", 2, "malformed", "must stand in quotes"),
        ("slug: %50\n", 2, "malformed", "must stand in quotes"),
        ("title: x\nsource:\n\tname: y\n", 4, "there is a tab", "spaces"),
        ("title: x\n\tauthor: y\n", 3, "there is a tab", "spaces"),
        ("title: x\nlang: ar\ntitle: y\n", 4, "`title` is given twice", "keep one"),
        ("title: x\n? [a]\n: b\n", 3, "a key must be a plain word", ""),
        ("title: x\nslug: &a سارة\n", 3, "anchors", "quotes"),
        ("a: &a [x]\nb: *a\n", 2, "anchors", "repeat"),
        ("slug: !عاجل وصول\n", 2, "malformed", "quotes"),
        ("slug: !urgent وصول\n", 2, "tags", "quotes"),
        ("title: x\nt: !!python/object/apply:os.system ['id']\n", 3, "tags", "quotes"),
        ('title: "a\\0b"\n', 2, "U+0000", "delete it"),
        ("title: x\nauthor: a\x0bb\n", 3, "U+000B", "delete it"),
        ("title: x\n...\nlang: ar\n", 4, "malformed", ""),
    ],
)
def test_a_fault_is_named_with_its_line(head: str, line: int, message: str, hint: str) -> None:
    at, said, advice = fault(head)
    assert (at, message in said, hint in advice) == (line, True, True), (at, said, advice)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("title: Barrages : nette remontée", "Barrages : nette remontée"),
        ("title: وفد : وصول", "وفد : وصول"),
        ("title: سد: ارتفاع", "سد: ارتفاع"),
        ("title: ما بعد السد:", "ما بعد السد:"),
        ('title: "Le pont" rouvre', '"Le pont" rouvre'),
        ('title: "السد" : ارتفاع', '"السد" : ارتفاع'),
        ("title: 'L'eau' monte", "'L'eau' monte"),
        ('title: L\'eau : le "oui" du maire', 'L\'eau : le "oui" du maire'),
        ("title: [فيديو] وصول الوفد", "[فيديو] وصول الوفد"),
        ("title: *مهم* جدا", "*مهم* جدا"),
        ("title: !عاجل وصول", "!عاجل وصول"),
        ("title: !urgent وصول", "!urgent وصول"),
        ("title: & ensuite", "& ensuite"),
        ("title: %50 من السكان", "%50 من السكان"),
        ("title: @compte suspendu", "@compte suspendu"),
        ("title: - tiret", "- tiret"),
        ("title: > 5 morts", "> 5 morts"),
        ("title: وصول #المغرب إلى النهائي", "وصول #المغرب إلى النهائي"),
        ("title: Le pont : réparé # à revoir", "Le pont : réparé"),
        ("title: 'خبر: جديد' # تعليق", "خبر: جديد"),
        ("title: «السد»: ارتفاع", "«السد»: ارتفاع"),
        ("summary: Bilan : 3 % de plus", "Bilan : 3 % de plus"),
        ("author: Karim : envoyé spécial", "Karim : envoyé spécial"),
    ],
)
def test_a_text_is_read_as_it_was_meant_without_the_quotes_that_yaml_asks_for(line: str, value: str) -> None:
    read = document(f"lang: ar\n{line}\nslug: a\n").fields
    assert read[line.partition(":")[0]] == value
    assert (read["slug"], read.lines["slug"]) == ("a", 4)


def test_what_yaml_reads_as_it_was_meant_stays_so() -> None:
    head = 'title: "سطر: \\"أول\\""  # تعليق: هنا\nsummary: |\n  a: b\nauthor: x\n  y\nsource: {name: x, url: "https://x.example/"}\n'
    read = document(head).fields
    assert (read["title"], read["summary"], read["author"]) == ('سطر: "أول"', "a: b\n", "x y")
    assert read["source"] == {"name": "x", "url": "https://x.example/"}


@pytest.mark.parametrize("line", ['title: "سارة', "title: 'Aïd : fête", "title: {a: b", "title: [a"])
def test_half_a_quotation_is_a_fault_and_no_guess(line: str) -> None:
    assert "malformed" in fault(f"lang: ar\n{line}\nslug: a\n")[1]


def test_a_text_without_its_quotes_stays_as_it_was_written_when_another_key_is_changed() -> None:
    text = "---\ntitle: Barrages : nette remontée\nlang: fr  # oui\n---\n\nTexte.\n"
    assert frontmatter.replace_fields(text, {"slug": "a"}) == text.replace("oui\n", "oui\nslug: a\n")
    renewed = frontmatter.replace_fields(text, {"title": "Autre : titre"})
    assert renewed == text.replace("Barrages : nette remontée", "'Autre : titre'")


@pytest.mark.parametrize("nothing", ["", " ", " ~", " null", " Null", " NULL", "  # rien"])
def test_null_is_nothing(nothing: str) -> None:
    assert document(f"title: x\ntopics:{nothing}\nslug: x\n").fields["topics"] == ""


def test_null_in_quotes_is_a_word() -> None:
    assert document("title: 'null'\nauthor: \"~\"\n").fields == {"title": "null", "author": "~"}


def test_a_key_that_sticks_to_its_value_is_told_so() -> None:
    assert fault("title: x\ndraft:true\nlang: ar\n") == (
        3,
        "the YAML is malformed: a key and its value stick together",
        "write a blank after the colon",
    )


def test_an_ampersand_or_a_star_inside_a_text_is_no_anchor() -> None:
    fields = document("title: R & D, A&B *مهم*\nurl: https://x.example/?a=1&b=*2\n").fields
    assert fields["title"] == "R & D, A&B *مهم*"
    assert fields["url"] == "https://x.example/?a=1&b=*2"


@pytest.mark.parametrize(
    "head",
    [
        "x: " + "[" * 100_000 + "]" * 100_000 + "\n",
        "x: " + "{a: " * 50_000 + "b" + "}" * 50_000 + "\n",
        "".join(" " * depth + "a:\n" for depth in range(400)),
        "x:\n  " + "- " * 20_000 + "a\n",
    ],
    ids=["lists", "tables", "indents", "dashes"],
)
def test_nesting_without_end_is_refused_and_not_followed(head: str) -> None:
    assert "nested too deeply" in fault(head)[1]


def test_a_few_lines_that_would_fill_the_memory_are_refused() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    assert "anchors" in fault(bomb)[1]


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"title": "المغرب: زيارة"}, "title: 'المغرب: زيارة'\n"),
        ({"lang": "no"}, "lang: 'no'\n"),
        ({"topics": Flow(["security", "sport"])}, "topics: [security, sport]\n"),
        ({"blocks": ["a-b", "c-d"]}, "blocks:\n  - a-b\n  - c-d\n"),
        ({"title": "سطر\nثان"}, 'title: "سطر\\nثان"\n'),
        ({"title": "كلمة " * 100 + "."}, "title: " + "كلمة " * 100 + ".\n"),
    ],
)
def test_yaml_is_written_as_an_editor_would_write_it(fields: dict[str, Any], text: str) -> None:
    assert frontmatter.dump(fields) == text


def changed(head: str, changes: dict[str, Any]) -> str:
    """The front matter `head` after `changes`; the body must have stayed."""
    body = "\n\n  نص ---\n---\n\nآخر  \n\n\n"
    text = frontmatter.replace_fields(f"---\n{head}---{body}", changes)
    assert text.startswith("---\n")
    assert text.endswith(f"---{body}")
    return text.removeprefix("---\n").removesuffix(f"---{body}")


@pytest.mark.parametrize(
    ("head", "changes", "result"),
    [
        pytest.param(
            "# رأس\ntitle: قديم  # ملاحظة\nlang:   'ar'\n\n# آخر\n",
            {"title": "جديد"},
            "# رأس\ntitle: جديد  # ملاحظة\nlang:   'ar'\n\n# آخر\n",
            id="comments and quotes stay",
        ),
        pytest.param("title: x\n# end\n", {"slug": "س"}, "title: x\n# end\nslug: س\n", id="new keys come last"),
        pytest.param("a: 1\nb: 2\nc: 3\n", {"b": None}, "a: 1\nc: 3\n", id="a key is removed"),
        pytest.param("a: 1\n", {"b": None}, "a: 1\n", id="what is not there need not be removed"),
        pytest.param("title:\nlang: ar\n", {"title": "x"}, "title: x\nlang: ar\n", id="an empty value"),
        pytest.param(
            "title:   # لا شيء\n", {"title": "x"}, "title: x   # لا شيء\n", id="an empty value with a comment"
        ),
        pytest.param(
            "summary: |\n  سطر\n\n  آخر\n\n# بعد\nlang: ar\n",
            {"summary": "س"},
            "summary: س\n\n# بعد\nlang: ar\n",
            id="a literal block",
        ),
        pytest.param("summary: >-\n    أ\n    ب\n", {"summary": "س"}, "summary: س\n", id="a folded block"),
        pytest.param("summary: |\n  أ\nlang: ar\n", {"lang": "fr"}, "summary: |\n  أ\nlang: fr\n", id="after a block"),
        pytest.param("\"title\": 'x'\n", {"title": "ص"}, '"title": ص\n', id="a quoted key"),
        pytest.param(
            'title: "a\n  # b"  # c\n', {"title": "ص"}, "title: ص  # c\n", id="a quoted text that looks like a comment"
        ),
        pytest.param(
            "  title: x\n  lang: ar\n", {"slug": "s"}, "  title: x\n  lang: ar\n  slug: s\n", id="an indented head"
        ),
        pytest.param("? title\n: x\nlang: ar\n", {"title": "ص"}, "? title\n: ص\nlang: ar\n", id="explicit keys"),
        pytest.param(
            "{title: x, lang: ar}\n",
            {"title": "a, b", "slug": "s"},
            "{title: 'a, b', lang: ar, slug: s}\n",
            id="one flow table",
        ),
        pytest.param("{title: x, lang: ar}\n", {"lang": None}, "{title: x}\n", id="a key of a flow table is removed"),
        pytest.param(
            "t: {from: ar, # من\n  state: machine}  # ت\n",
            {"t": {"state": "reviewed", "via": Flow(["en"])}},
            "t: {from: ar, # من\n  state: reviewed, via: [en]}  # ت\n",
            id="a flow table over two lines",
        ),
        pytest.param(
            "t:\n    # ت\n    from: 'ar'  # م\n    checked: سارة\n    state: machine\n    blocks:\n    - a-b\n    - c-d human\n",
            {"t": {"from": "ar", "state": "reviewed", "engine": None, "blocks": ["a-b", "e-f"]}},
            "t:\n    # ت\n    from: 'ar'  # م\n    checked: سارة\n    state: reviewed\n    blocks:\n    - a-b\n    - e-f\n",
            id="an editor's own keys inside a table",
        ),
        pytest.param(
            "b:\n- x\n- y\nc: 1\n", {"b": ["1", "2", "3"]}, "b:\n- '1'\n- '2'\n- '3'\nc: 1\n", id="a longer list"
        ),
        pytest.param("b: [x, y] # c\n", {"b": ["x"]}, "b:\n  - x # c\n", id="a list in brackets"),
        pytest.param("b: x\n", {"b": {"c": "d", "e": None}}, "b:\n  c: d\n", id="a text becomes a table"),
        pytest.param("b:\n  c: d\n", {"b": "x"}, "b:\n  x\n", id="a table becomes a text"),
        pytest.param("", {"b": "x"}, "b: x\n", id="nothing at all"),
        pytest.param("# only\n", {"b": "x"}, "# only\nb: x\n", id="a comment only"),
        pytest.param("a: x\u2028\nb: 1\n", {"b": "2"}, "a: x\u2028\nb: '2'\n", id="a line separator stays"),
        pytest.param("a: 😀 # x\nb: 1\n", {"b": "ب"}, "a: 😀 # x\nb: ب\n", id="characters beyond the first plane"),
    ],
)
def test_only_what_changes_is_written_anew(head: str, changes: dict[str, Any], result: str) -> None:
    assert changed(head, changes) == result


@pytest.mark.parametrize("text", ["no front matter", "---\n- a\n---\n", "---\n{a, b: }\n---\n"])
def test_what_cannot_be_changed_key_by_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"front matter|mapping|key by key"):
        frontmatter.replace_fields(text, {"a": "1", "b": "2"})


_words = (
    st.text(alphabet="ابجـَ aZ09:#'\"-&*!%@[]{},|>\\؟،٣é\u200f😀", min_size=1, max_size=12).map(str.strip).filter(bool)
)
_values = st.one_of(
    _words, st.lists(_words, min_size=1, max_size=3), st.dictionaries(_words, _words, min_size=1, max_size=3)
)
_keys = st.sampled_from(["title", "lang", "summary", "translation", "عنوان"])
_comments = st.sampled_from(["", "# ملاحظة: x\n", "\n", "\n# a\n\n"])


@st.composite
def heads(draw: st.DrawFn) -> tuple[str, dict[str, Any], dict[str, str]]:
    """Front matter in many styles: (text, what it says, key -> its own piece of the text)."""
    data: dict[str, Any] = draw(st.dictionaries(_keys, _values, min_size=1, max_size=5))
    text, pieces = draw(_comments), {}
    for key, value in data.items():
        style = draw(st.sampled_from(["plain", "flow", "literal", "quoted key"]))
        if style == "literal" and isinstance(value, str) and "\\" not in value:
            piece = f"{key}: |-\n    {value}\n"
        elif style == "flow" and not isinstance(value, str):
            piece = frontmatter.dump({"k": Flow([value])})[4:-2]
            piece = f"{key}: " + re.sub(r"^\n?\s*-? ?", "", piece) + "\n"
        else:
            piece = frontmatter.dump({key: value})
            if style == "quoted key":
                piece = piece.replace(f"{key}:", f'"{key}":', 1)
        pieces[key] = piece
        text += piece + draw(_comments)
    return text, data, pieces


def read(head: str) -> Any:
    return frontmatter.parse_yaml(head, FILE)


@settings(max_examples=120, deadline=None)
@given(heads(), st.dictionaries(_keys, st.one_of(st.none(), _values), max_size=3))
def test_any_change_says_what_was_wanted_and_leaves_the_rest_alone(
    head: tuple[str, dict[str, Any], dict[str, str]], changes: dict[str, Any]
) -> None:
    text, data, pieces = head
    assert read(text) == data
    result = frontmatter.replace_fields(f"---\n{text}---\n\nنص\n", changes)
    assert result.endswith("---\n\nنص\n")
    new = result.removeprefix("---\n").removesuffix("---\n\nنص\n")
    wanted = {**data}
    for key, value in changes.items():
        old = wanted.pop(key, None) if value is None else wanted.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            wanted[key] = {**old, **value}
        elif value is not None:
            wanted[key] = value
    assert read(new) == wanted
    for key, piece in pieces.items():
        if key not in changes or changes[key] == data[key]:
            assert piece in new
    comments = [line for line in text.split("\n") if line.startswith("#") and line not in "".join(pieces.values())]
    assert [line for line in new.split("\n") if line in comments] == comments


@settings(max_examples=60, deadline=None)
@given(heads())
def test_a_change_to_what_is_there_already_changes_no_byte(head: tuple[str, dict[str, Any], dict[str, str]]) -> None:
    text, data, _ = head
    whole = f"---\n{text}---\nنص\n"
    assert frontmatter.replace_fields(whole, data) == whole
