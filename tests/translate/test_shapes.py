"""A translation has the shape of its source: the same blocks in the same blocks, whatever they are."""

from __future__ import annotations

import random

from nashra.markup.grammar.document import read
from nashra.markup.grammar.tree import Node
from nashra.translate.renewal import plan
from support.articles import article, renew

LINES = [
    "نص هنا.", "- بند", "  - فرعي", "    - أعمق", "* نجمة", "1. أول", "٢. ثان", "2) ثان", "  تتمة", "    مزاح",
    "> اقتباس", ">", "> - بند", "", "", "", "# عنوان", "===", "---", "```", "| أ | ب |", "|---|---|", "| `1\\|2` | و | ز |",
    "- [ ] مهمة", "- [x] **تمت**", "[a]: /u", "[a] و[b]", "نص  ", "نص\\", "1.", "   ثلاثة", "<details>", "</details>",
    "\tتبويب", "> \tx", "**ب** *م* ~~ش~~", "[b]: /v 'w'", "[^2]: هامش", "نص[^2]",
]  # fmt: skip


def shape(node: Node) -> tuple[str, list[object]]:
    return node.kind, [shape(child) for child in node.children]


def test_every_block_of_a_source_is_the_same_block_in_its_translation() -> None:
    chance = random.Random(3)
    for _ in range(300):
        body = "\n".join(chance.choice(LINES) for _ in range(chance.randint(1, 9))) + "\n"
        translated, result = renew(article(body))
        if result is not None:
            assert shape(read(translated.versions["en"].body).root) == shape(read(body).root), body
            assert plan(translated, "en") is None
