"""Sentences with every mention marked, one file a language: tests/entities/golden/."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra.entities import registry
from nashra.entities.matcher import Matcher

HERE = Path(__file__).parent
LANGUAGES = ("ar", "fr", "en")
MARK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def sentences(lang: str) -> list[str]:
    lines = (HERE / "golden" / f"{lang}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def mark(text: str, matcher: Matcher) -> str:
    """`text` with its mentions marked as in the golden files."""
    parts: list[str] = []
    done = 0
    for mention in matcher.find(text):
        parts.append(f"{text[done : mention.start]}[{text[mention.start : mention.end]}]({mention.entity})")
        done = mention.end
    return "".join(parts) + text[done:]


@pytest.fixture(scope="module")
def matchers() -> dict[str, Matcher]:
    entities, problems = registry.load(HERE / "registry", set(LANGUAGES))
    assert problems == []
    return {lang: Matcher(entities, lang) for lang in LANGUAGES}


@pytest.mark.parametrize(("lang", "marked"), [(lang, line) for lang in LANGUAGES for line in sentences(lang)])
def test_the_marked_names_are_found_and_no_others(lang: str, marked: str, matchers: dict[str, Matcher]) -> None:
    assert mark(MARK.sub(r"\1", marked), matchers[lang]) == marked


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_are_found_in_a_whole_article_as_in_its_sentences(lang: str, matchers: dict[str, Matcher]) -> None:
    # sentences whose names need context of their own are left out: their neighbours would be that context
    lines = [
        line for line in sentences(lang) if "tripoli" not in line and "Tripoli" not in line and "طرابلس" not in line
    ]
    article = "\n\n".join(lines)
    assert mark(MARK.sub(r"\1", article), matchers[lang]) == article
