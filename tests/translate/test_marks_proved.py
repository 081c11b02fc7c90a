"""Whatever an engine makes of the words, the marks of the source are in the translation, or the block is doubted."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nashra.markup.blocks import labels, split
from nashra.markup.kept import EMPHASIS, lost, strange
from nashra.markup.slots import texts
from nashra.translate.renewal import Result, finish, plan
from support.articles import article

WORDS = [
    "وصل", "الوفد", "إلى", "باريس،", "والوزير", "قال:", "«نعم»", "2030", "12,5", "ثم", "غدا.", "حقا؟", "minister",
    "l’accord", "!", "[x]", "*", "#وسم", "@user",
]  # fmt: skip
KINDS = [
    "words", "words", "bold", "italic", "both", "link", "bold link", "two in a link", "code", "code and link", "note",
    "picture", "linked picture", "picture in a link", "tag", "break", "address", "struck", "empty link", "reference", "anchor",
]  # fmt: skip
WAYS = ["same", "drop", "repeat", "order", "nothing", "signs", "other words"]


def some(random: Random, most: int = 5) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, most)))


def inline(random: Random, depth: int = 0) -> str:
    """Words with a mark, in which there may be others."""
    inner = some(random, 3).replace("[x]", "x").replace("*", "x")
    if depth < 2 and random.random() < 0.4:
        inner = inline(random, depth + 1)
    to = f"https://a.b/{random.randint(1, 9)}"
    return {
        "words": some(random),
        "bold": f"**{inner}**",
        "italic": f"*{inner}*",
        "both": f"***{inner}***",
        "link": f"[{inner}]({to})",
        "bold link": f"[**{inner}**]({to})",
        "two in a link": f"[*a {inner}* **و**]({to})",
        "code": f"`{some(random, 2)}`",
        "code and link": f"``a`b {random.randint(1, 9)}``[رابط]({to})",
        "note": f"{some(random)}[^1]",
        "picture": f'![صورة وصف](p{random.randint(1, 3)}.jpg "تعليق هنا")',
        "linked picture": f"[![صورة]({random.randint(1, 3)}.jpg)]({to})",
        "picture in a link": random.choice(
            [
                f"[![صورة](4.jpg) {inner}]({to})",
                f"[{inner} ![صورة](5.jpg)]({to})",
                f"[{inner} ![صورة](6.jpg) {inner}]({to})",
            ]
        ),
        "tag": f"<b>{inner}</b>",
        "break": f"{some(random)}  \n{some(random)}",
        "address": to,
        "struck": f"~~{inner}~~",
        "empty link": "[](https://a.b/z)",
        "reference": "[المصدر]",
        "anchor": f'<a href="{to}">{inner}</a>',
    }[random.choice(KINDS)]


def block(random: Random) -> str:
    line = " ".join(inline(random) for _ in range(random.randint(1, 5))).strip()
    flat = line.replace("  \n", " ")
    table = f"| {flat.replace('|', '')} | ب |\n|---|---|\n| 1 | 2 |"
    return random.choice([line, line, f"## {flat}", f"- {flat}\n- بند", f"> {flat}", table])


def say(random: Random, way: str, text: str) -> str:
    """What a bad engine makes of a text."""
    words = text.split()
    if way == "drop":
        words = [word for word in words if random.random() < 0.6]
    elif way == "repeat":
        words = [word for word in words for _ in range(random.choice([1, 1, 2]))]
    elif way == "order":
        random.shuffle(words)
    elif way == "nothing":
        words = []
    elif way == "signs":
        words = [word + random.choice(["", "*", "`", "[", "](", "_", "<b>", "!"]) for word in words]
    elif way == "other words":
        words = [word[::-1] for word in words]
    return " ".join(words)


def translate(text: str, random: Random, way: str) -> Result:
    renewal = plan(article(text), "en")
    assert renewal is not None
    return finish(renewal, {segment: say(random, way, segment) for segment in renewal.segments()}, "bad", ())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.sampled_from(WAYS))
def test_no_link_picture_code_note_tag_or_break_is_lost_and_no_emphasis_in_silence(random: Random, way: str) -> None:
    blocks = [block(random) for _ in range(random.randint(1, 3))]
    text = "\n\n".join([*blocks, "[المصدر]: https://r.e/f", "[^1]: هامش"]) + "\n"
    made = translate(text, random, way)
    sources, targets, references = split(text), split(made.body), labels(text)
    assert [each.kind for each in sources] == [each.kind for each in targets]
    for source, target, record in zip(sources, targets, made.translation.blocks, strict=True):
        for one, two in zip(texts(source), texts(target), strict=True):
            wrong = [*lost(one, two, references), *strange(one, two, references)]
            assert all(name.startswith(EMPHASIS) for name in wrong), (one, two)
            assert not wrong or record.flag == "review", (one, two)


@pytest.mark.parametrize(
    "text",
    [
        "قال [![صورة](1.jpg)](https://a.b) نعم",
        "قال [![صورة](1.jpg) نعم](https://a.b) ثم",
        "[قال![صورة](1.jpg)](https://a.b)![أخرى](2.jpg)",
        "![أخرى](2.jpg)[![صورة](1.jpg)نعم قال ![ثالثة](3.jpg) ثم](https://a.b)",
        "``a`b``[رابط](https://a.b) نعم",
        "[](https://a.b) **نعم** قال",
        "[*أول* **ثان**](https://a.b) قال",
        "<a href='https://a.b'>قال *نعم*</a> ثم",
        "[`رمز`](https://a.b) و [@user](https://a.b)",
    ],
)
def test_an_engine_that_changes_nothing_loses_no_mark_and_raises_no_doubt(text: str) -> None:
    made = translate(text + "\n", Random(1), "same")
    (record,) = made.translation.blocks
    assert (made.body, record.flag) == (text + "\n", "")


def test_emphasis_that_found_no_place_is_told() -> None:
    renewal = plan(article("قال **الوزير** نعم.\n"), "en")
    assert renewal is not None
    made = finish(renewal, {"قال الوزير نعم.": "He said yes.", "الوزير": "the minister"}, "bad", ())
    assert made.body == "He said yes.\n"
    assert made.translation.blocks[0].flag == "review"


@pytest.mark.parametrize("said", ["He wrote to «www.e.org» yesterday.", "He wrote.www.e.org yesterday."])
def test_an_address_that_is_no_link_any_more_where_the_engine_put_it_stands_after_the_words(said: str) -> None:
    renewal = plan(article("كتب إلى www.e.org أمس.\n"), "en")
    assert renewal is not None
    made = finish(renewal, dict.fromkeys(renewal.segments(), said), "bad", ())
    assert made.body.endswith(" www.e.org\n")
    assert made.translation.blocks[0].flag == "review"


def test_an_address_that_the_engine_says_twice_is_doubted() -> None:
    renewal = plan(article("كتب إلى https://e.org/a أمس.\n"), "en")
    assert renewal is not None
    said = "He wrote to https://e.org/a and https://e.org/a yesterday."
    made = finish(renewal, dict.fromkeys(renewal.segments(), said), "bad", ())
    assert (made.body, made.translation.blocks[0].flag) == (said + "\n", "review")
