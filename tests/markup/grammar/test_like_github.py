"""Everyday Markdown, held against GitHub's own parser."""

from __future__ import annotations

import random

import pytest

from nashra.markup.html import render
from support.github import comparable, github

# {0}, {1}, ... are words of one language.
PATTERNS = {
    "list after a line": "{0}:\n- {1}\n- {2}",
    "list after a blank line": "{0}:\n\n- {1}\n- {2}\n\n{3}",
    "nested by two": "- {0}\n  - {1}\n  - {2}\n- {3}",
    "nested by three": "1. {0}\n   - {1}\n   - {2}\n2. {3}",
    "nested by four": "- {0}\n    - {1}\n        - {2}\n- {3}",
    "nested numbers": "- {0}\n  1. {1}\n  2. {2}",
    "round brackets": "1) {0}\n2) {1}",
    "change of number sign": "1. {0}\n2) {1}",
    "change of bullet": "- {0}\n- {1}\n* {2}\n* {3}",
    "start number": "7. {0}\n8. {1}",
    "number in a paragraph": "{0}\n2024. {1}",
    "loose list": "- {0}\n\n- {1}\n- {2}",
    "second paragraph": "- {0}\n\n  {1}\n- {2}",
    "code in an item": "- {0}\n\n  ```py\n  x = 1\n\n  y = 2\n  ```\n- {1}",
    "indented code in an item": "1. {0}\n\n       x = 1\n2. {1}",
    "quote in an item": "- {0}\n  > {1}\n  > {2}\n- {3}",
    "list in a quote": "> {0}\n> - {1}\n> - {2}\n>\n> {3}",
    "lazy quote": "> {0}\n{1}\n\n{2}",
    "two quotes": "> {0}\n\n> {1}",
    "quote after a line": "{0}\n> {1}",
    "table": "| {0} | {1} |\n|---|---|\n| {2} | {3} |",
    "table after a line": "{0}\n| {1} | {2} |\n|:--|--:|\n| {3} | x |",
    "table without edges": "{0} | {1}\n--- | ---\n{2} | {3}",
    "table with a bar": "| {0} | {1} |\n|---|---|\n| {2} \\| {3} | `a\\|b` |",
    "underlined heading": "{0}\n===\n{1}\n---\n{2}",
    "heading after a line": "{0}\n## {1}\n{2}",
    "closed heading": "## {0} ##\n\n### {1} # {2}",
    "break after a line": "{0}\n***\n{1}",
    "backslash break": "{0}\\\n{1}",
    "blank break": "{0}  \n{1}",
    "struck": "{0} ~~{1}~~ {2} ~{3}~",
    "tasks": "- [ ] {0}\n- [x] {1}\n- {2}",
    "bare address": "{0} https://example.org/a_b?c=(d) {1}. (http://example.org/x) {2}",
    "www and mail": "{0} www.example.org/a {1} info@example.org.\n{2}",
    "details": "<details>\n<summary>{0}</summary>\n\n- {1}\n- {2}\n\n</details>\n\n{3}",
    "link with brackets": "[{0}](https://example.org/a_(b)) {1} [{2}](<https://example.org/a b>)",
    "link with a title": "[{0}](/a \"{1}\") [{2}](/b '{3}') ![{1}](p.jpg (t))",
    "labels": "[{0}][Ref] [REF] [{1}][] {2}\n\n[ref]: https://example.org/ \"{3}\"\n[{1}]: /b\n\n{0}",
    "emphasis": "*{0}* **{1}** ***{2}*** _{3}_ __{0}__ **{1} *{2}***",
    "fence": "{0}\n```\n{1}\n```\n{2}\n~~~ text\n{3}\n~~~",
    "comment": "{0}\n\n<!-- {1} -->\n\n{2}",
    "picture in a link": "[![{0}](p.jpg)](https://example.org) {1}",
    "escapes": "\\*{0}\\* \\# {1} 1\\. {2} &amp; &copy; {3} `a \\ b`",
    "nested emphasis and links": "**[{0}](https://example.org)** *{1} `x*y` {2}* [**{3}**](/z)",
}  # fmt: skip
WORDS = {
    "ar": "وصل الوفدُ|«كأس العالم»|مـهـم، جدا|في ٢٠٣٠|إلى الرباط؟|آخر؛ وأول|(المغرب)|ولاعبٌ|لـ5 دقائق|قال: نعم".split("|"),
    "fr": "l’équipe|« Coupe »|le 1er, puis|à 20 h 30|Élysée ?|d’abord ; ensuite|(Maroc)|joueur-clé|5 %|dit : oui".split("|"),
    "en": "the team|“World Cup”|first, then|at 8:30 p.m.|why?|a_b and c*d|(Morocco)|player's|5 %|said: yes".split("|"),
}  # fmt: skip


def filled(pattern: str, words: list[str], chance: random.Random) -> str:
    return pattern.format(*(chance.choice(words) for _ in range(4)))


@pytest.mark.parametrize("lang", WORDS)
@pytest.mark.parametrize("name", PATTERNS)
def test_an_everyday_pattern_is_shown_as_github_shows_it(name: str, lang: str) -> None:
    chance = random.Random(f"{name} {lang}")
    for _ in range(10):
        text = filled(PATTERNS[name], WORDS[lang], chance) + "\n"
        assert comparable(render(text)) == comparable(github(text))


@pytest.mark.parametrize("lang", WORDS)
def test_documents_of_such_patterns_are_shown_as_github_shows_them(lang: str) -> None:
    chance = random.Random(lang)
    different = []
    for _ in range(400):
        names = chance.sample(list(PATTERNS), chance.randint(2, 6))
        parts = [filled(PATTERNS[name], WORDS[lang], chance) for name in names]
        text = chance.choice(["\n", "\n\n"]).join(parts) + "\n"
        if comparable(render(text)) != comparable(github(text)):
            different.append(text)
    assert different == []


SOUP = [
    "نص", "- بند", "  - فرعي", "    - أعمق", "* نجمة", "+ زائد", "1. أول", "2) ثان", "  تتمة", "    مزاح", "> اقتباس",
    ">", "> - بند", "", "", "", "# عنوان", "## عنوان ##", "===", "---", "***", "```", "```py", "~~~", "| أ | ب |",
    "|---|---|", "| 1 | 2 | 3 |", "- [ ] مهمة", "- [x] تمت", "<div>", "</div>", "<b>x</b>", "[a]: /u", "[a]", "text  ",
    "text\\", "-", "1.", "   three", "      six", "\tتبويب", "-\tx", "10. عشرة", "   - x", "<!-- c -->", "**b** *i*",
]  # fmt: skip


def test_lines_in_any_order_are_cut_into_the_blocks_of_github() -> None:
    chance = random.Random(11)
    different = []
    for _ in range(2000):
        text = "\n".join(chance.choice(SOUP) for _ in range(chance.randint(1, 9))) + "\n"
        # what an open fence holds at the end, and a second line of dashes in one paragraph, are chances of that parser
        if comparable(render(text + "\n```\n")) != comparable(github(text + "\n```\n")) and comparable(
            render(text)
        ) != comparable(github(text)):
            different.append(text)
    assert len(different) <= 10, different
