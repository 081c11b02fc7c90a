"""What translation and translators' files write is read alike by GitHub and by us, in the blocks of the source."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from nashra.markup.blocks import LITERAL_KINDS, Block, join, labels, split
from nashra.markup.html import render
from nashra.markup.slots import fill, texts
from nashra.translate.exchange.export import exchange, to_po
from nashra.translate.exchange.po import parse_po
from nashra.translate.exchange.returned import take_back
from nashra.translate.marks import Text, compose
from support.articles import article
from support.github import blocks, github
from support.patterns import PATTERNS, WORDS
from support.random_html import WORDS as SIGNS

NOW = datetime(2024, 7, 18, tzinfo=UTC)


def document(seed: str) -> str:
    chance = random.Random(seed)
    words = WORDS[chance.choice(list(WORDS))]
    chosen = chance.sample(PATTERNS, chance.randint(1, 4))
    return "\n\n".join(pattern.format(*(chance.choice(words) for _ in range(4))) for pattern in chosen) + "\n"


def translated(body: str, chance: random.Random) -> str:
    """`body` in words full of signs, put together as `nashra translate` does it."""
    table: dict[str, str] = {}
    known = labels(body)

    def words(text: str, block: Block) -> str:
        made = Text.of(
            text, "ar", references=known, hard_break="<br>" if block.kind in ("heading", "table") else "  \n"
        )
        for segment in made.segments():
            table.setdefault(segment, " ".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 4))))
        return compose(made, table)[0]

    return join(
        block
        if block.kind in LITERAL_KINDS
        else replace(block, text=fill(block, [words(text, block) for text in texts(block)]))
        for block in split(body)
    )


@pytest.mark.parametrize("start", range(0, 300, 100))
def test_a_translation_has_the_blocks_of_its_source_here_and_on_github(start: int) -> None:
    for seed in range(start, start + 100):
        body = document(f"source {seed}")
        new = translated(body, random.Random(seed))
        wanted = blocks(render(body))
        assert blocks(render(new)) == wanted, new
        if wanted == blocks(github(body)):  # else the source has what GitHub shows otherwise on purpose
            assert blocks(github(new)) == wanted, new


@pytest.mark.parametrize("seed", range(40))
def test_what_translators_send_back_has_the_blocks_of_its_source_or_is_refused(seed: int) -> None:
    chance = random.Random(seed)
    body = document(f"file {seed}")
    made = exchange(article(body), "en")
    sent = parse_po(to_po(made, {}, NOW), made.article.original.path)[1]
    answers = [
        replace(entry, target=f"{chance.choice(SIGNS)} {entry.source}", fuzzy=False)
        if chance.random() < 0.7
        else replace(entry, target=entry.source, fuzzy=False)
        for entry in sent
    ]
    outcome = take_back(made, answers, made.article.original.path, approved=True)
    if not outcome.problems:
        assert blocks(render(outcome.body)) == blocks(render(body)), outcome.body
