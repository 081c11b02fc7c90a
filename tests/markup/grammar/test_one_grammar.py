"""What translation, search and checks see of a text is what its readers get, whatever the text."""

from __future__ import annotations

import random

import lxml.html
import pytest

from nashra.markup.blocks import join, labels, split
from nashra.markup.html import render
from nashra.markup.inline import parse
from nashra.markup.slots import fill, texts

LINES = [
    "نص", "- بند", "  - فرعي", "    - أعمق", "* نجمة", "1. أول", "٢. ثان", "2) ثان", "  تتمة", "    مزاح", "> اقتباس",
    ">", "> - بند", "> > أعمق", "", "", "", "# عنوان", "## عنوان ##", "#وسم", "===", "---", "***", "```", "~~~ py",
    "| أ | ب |", "|---|---|", "| `1\\|2` | 2 | 3 |", "a | b", "- [ ] مهمة", "- [x] **تمت**", "[a]: /u", "[a] و[b]",
    "نص  ", "نص\\", "-", "1.", "   three", "      six", "\tتبويب", "-\tx", "> \tx", "**b** *i* ~~s~~", "[b]: /v 'w'",
    "[^2]: هامش", "    تتمة الهامش",
]  # fmt: skip
SIGNS = [
    "كلمة", "«قال»", "foo", "é", " ", " ", "*", "**", "***", "_", "__", "~", "~~", "`", "``", "[", "]", "(", ")", "](", "](/u)",
    "[a]", "![", "!", "<", "https://e.org/a_b", "www.e.org", "a@b.org", "\\", "&amp;", "&", "\n", "  \n", "\\\n", ".", "،",
    "<https://x.y>", "#وسم", "|", ":", "2024", "-", "'",
]  # fmt: skip
TAGS = {
    "paragraph": {"p"}, "heading": {"h2", "h3"}, "list": {"ul", "ol"}, "quote": {"blockquote"}, "table": {"table"},
    "code": {"pre"}, "rule": {"hr"},
}  # fmt: skip


def soup(seed: int, parts: list[str], glue: str, most: int) -> str:
    chance = random.Random(seed)
    return glue.join(chance.choice(parts) for _ in range(chance.randint(1, most))) + "\n"


def seen(body: str) -> str:
    """The words that a translator gets, without footnotes and the blanks between them."""
    known = labels(body)
    return "".join(
        "".join(
            parse(text, known)[0] for block in split(body) if block.kind != "footnote" for text in texts(block)
        ).split()
    )


def read(html: str) -> str:
    """The words that readers get, without code blocks, footnotes and the signs of tasks."""
    page = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in page.xpath("//pre | //sup | //div[@class='footnote']"):
        element.drop_tree()
    return "".join(page.text_content().translate(dict.fromkeys(map(ord, "☐☑"))).split())


@pytest.mark.parametrize("start", range(0, 5000, 1000))
def test_translators_see_the_blocks_that_readers_get(start: int) -> None:
    for seed in range(start, start + 1000):
        body = soup(seed, LINES, "\n", 9)
        blocks = [block for block in split(body) if block.kind not in ("reference", "footnote")]
        page = lxml.html.fragment_fromstring(render(body), create_parent="div")
        shown = [element.tag for element in page if element.get("class") != "footnote"]
        if shown and shown[-1] == "div":
            del shown[-1]
        assert len(shown) == len(blocks), body
        assert all(tag in TAGS[block.kind] for tag, block in zip(shown, blocks, strict=True)), body


@pytest.mark.parametrize("start", range(0, 5000, 1000))
def test_translators_see_the_words_that_readers_get(start: int) -> None:
    for seed in range(start, start + 1000):
        lines = soup(seed, LINES, "\n", 9)
        if "[^" not in lines:
            assert seen(lines) == read(render(lines)), lines
        signs = soup(seed, SIGNS, "", 12) + "\n[a]: /u\n"
        assert seen(signs) == read(render(signs)), signs


@pytest.mark.parametrize("start", range(0, 5000, 1000))
def test_the_places_of_all_texts_are_exact(start: int) -> None:
    for seed in range(start, start + 1000):
        body = soup(seed, LINES, "\n", 9)
        blocks = split(body)
        assert join(blocks) == body.lstrip("\n") or join(blocks).split() == body.split()
        lines = body.split("\n")
        for block in blocks:
            assert lines[block.line] == block.text.split("\n")[0]
            assert fill(block, texts(block)) == block.text
            words = [f"س{number}س" for number in range(len(texts(block)))]
            assert [text for part in split(fill(block, words)) for text in texts(part)] == words, body
