"""`nashra translate --retry-with`: another engine is asked for what is in doubt, and for nothing else."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.commands import article_text, nashra, write_site
from support.llm_server import Model, llm_server

FOLDER = "content/articles/2024/07/18-3f9a1c"
# what the model of the tests loses is the negation
DOUBTFUL, PLAIN = "لم يصل الوفد إلى القاعة اليوم.", "بدأ النقاش العمومي."
GOOD, WORSE = "The delegation did not reach the hall today.", "Here is the translation: 17 of 93 http://example.org/"


def saying(words: str) -> Model:
    return lambda sentences: json.dumps(dict.fromkeys(sentences, words))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {f"{FOLDER}/ar.md": article_text("وصول", f"{DOUBTFUL}\n\n{PLAIN}")})


def english(root: Path) -> str:
    return (root / FOLDER / "en.md").read_text("utf-8")


def translate(root: Path, env: dict[str, str], url: str = "", *args: str, status: int = 0) -> str:
    toml = (root / "nashra.toml").read_text("utf-8").partition("[translate]")[0]
    (root / "nashra.toml").write_text(f'{toml}[translate]\nurl = "{url}"\nmodel = "small"\n' if url else toml, "utf-8")
    done = nashra("translate", "--to", "en", *args, cwd=root, env=env)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stderr


def test_what_is_in_doubt_goes_to_the_second_engine_and_its_better_words_are_taken(
    root: Path, env: dict[str, str]
) -> None:
    asked: list[dict[str, Any]] = []
    with llm_server(saying(GOOD), asked) as url:
        translate(root, env, url, "--retry-with", "openai")
    (question,) = asked
    assert list(question["sentences"].values()) == [DOUBTFUL]
    (around,) = question["context"].values()
    assert around == {"after": PLAIN}
    assert english(root).endswith(f"{GOOD}\n\nbd> AlnqA$ AlEmwmy.\n")
    assert "engine: ctranslate2 ar_en-1.0 & openai small\n" in english(root)


def test_what_is_there_already_is_asked_for_too_and_worse_words_are_not_taken(root: Path, env: dict[str, str]) -> None:
    translate(root, env)
    before = english(root)
    with llm_server(saying(WORSE)) as url:
        translate(root, env, url, "--retry-with", "openai")
    assert english(root) == before
    with llm_server(saying(GOOD)) as url:
        translate(root, env, url, "--retry-with", "openai")  # the memory knows what the worse one said
        assert english(root) == before
        (root / ".nashra/memory.sqlite").unlink()
        translate(root, env, url, "--retry-with", "openai")
    assert GOOD in english(root)


def test_without_the_second_engine_the_first_one_s_words_stay(root: Path, env: dict[str, str]) -> None:
    with llm_server(saying(GOOD)) as url:
        pass
    told = translate(root, env, url, "--retry-with", "openai", status=1)
    assert "cannot be reached" in told
    assert "lm ySl" in english(root)
    assert "engine: ctranslate2 ar_en-1.0\n" in english(root)


@pytest.mark.parametrize(
    ("name", "message", "status"),
    [
        ("ctranslate2", "is the engine of this site already", 2),
        ("nothing", "there is no engine 'nothing'", 2),
        ("openai", "no model is set", 1),
    ],
)
def test_an_engine_that_cannot_be_asked_is_told_before_anything_is_done(
    root: Path, env: dict[str, str], name: str, message: str, status: int
) -> None:
    assert message in translate(root, env, "", "--retry-with", name, status=status)
    assert not (root / FOLDER / "en.md").exists()
