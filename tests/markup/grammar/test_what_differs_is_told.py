"""Where GitHub's parser shows a text otherwise, `nashra check` says so: nothing differs without a word."""

from __future__ import annotations

import random

import pytest

from nashra.markup.differences import differences
from nashra.markup.html import render
from support.github import comparable, github
from support.patterns import PATTERNS, WORDS


def filled(pattern: str, words: list[str], chance: random.Random) -> str:
    return pattern.format(*(chance.choice(words) for _ in range(4)))


def differs(text: str) -> bool:
    return comparable(render(text)) != comparable(github(text))


@pytest.mark.parametrize("lang", WORDS)
def test_a_pattern_is_shown_as_github_shows_it_or_the_difference_is_told(lang: str) -> None:
    chance = random.Random(lang)
    texts = [filled(pattern, WORDS[lang], chance) + "\n" for pattern in PATTERNS for _ in range(6)]
    assert [text for text in texts if differs(text) and not differences(text)] == []
    assert sum(bool(differences(text)) for text in texts) <= len(texts) * 0.05


@pytest.mark.parametrize("lang", WORDS)
def test_a_document_is_shown_as_github_shows_it_or_the_difference_is_told(lang: str) -> None:
    chance = random.Random(f"documents {lang}")
    silent = []
    for _ in range(250):
        parts = [filled(pattern, WORDS[lang], chance) for pattern in chance.sample(PATTERNS, chance.randint(2, 6))]
        text = chance.choice(["\n", "\n\n"]).join(parts) + "\n"
        if differs(text) and not differences(text):
            silent.append(text)
    assert silent == []
