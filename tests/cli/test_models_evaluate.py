"""`nashra models evaluate`: models measured by what people translated, on models whose every word is known."""

from __future__ import annotations

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from support.argos_packages import AR_EN, EN_FR, cipher
from support.commands import article_text, nashra, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
ARABIC = [
    "وصل الوفد المغربي إلى باريس في 14 يوليوز.",
    "ثم غادر الوفد القاعة 32 مساء.",
    "وانتهى الخبر هنا بعد 27 يوما.",
]
# people: the first two as the model of the tests says it, the third in other words
PEOPLE = [*(cipher(text, AR_EN) for text in ARABIC[:2]), "And here the news ended after 27 days."]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with an article and what a person made of it."""
    head = "---\ntitle: The delegation\nlang: en\nslug: s\ntranslation: {from: ar, state: manual}\n---\n\n"
    return write_site(
        tmp_path_factory.mktemp("evaluate") / "site",
        {
            f"{FOLDER}/ar.md": article_text("الوفد", "\n\n".join(ARABIC)),
            f"{FOLDER}/en.md": head + "\n\n".join(PEOPLE) + "\n",
        },
    )


def evaluate(root: Path, env: dict[str, str], *args: str | Path, status: int = 0) -> CompletedProcess[str]:
    done = nashra("models", "evaluate", *args, cwd=root, env=env)
    assert done.returncode == status, done.stdout + done.stderr
    return done


def rows(done: CompletedProcess[str]) -> list[dict[str, Any]]:
    return list(json.loads(done.stdout)["rows"])


@pytest.fixture(scope="module")
def table(root: Path) -> Path:
    """A table of three languages beside the site; French is what the way over English gives."""
    lines = ["ar\ten\tfr"]
    for text in ARABIC:
        english = cipher(text, AR_EN)
        lines.append(f"{text}\t{english}\t{cipher(english, EN_FR)}")
    path = root.parent / "test.tsv"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def test_the_site_s_own_translations_are_the_measure(root: Path, env: dict[str, str]) -> None:
    found = rows(evaluate(root, env, "--json"))
    model = next(row for row in found if row["pair"] == ["ar", "en"] and row["model"] != "(people)")
    assert (model["model"], model["sentences"], model["known"]) == ("ctranslate2 ar_en-1.0", 3, 0)
    assert 30 < model["bleu"] < 100 and 30 < model["chrf"] < 100
    assert model["numbers"] == {"kept": 3, "of": 3}
    assert model["seconds"] > 0
    people = next(row for row in found if row["pair"] == ["ar", "en"] and row["model"] == "(people)")
    assert (people["bleu"], people["numbers"], people["seconds"]) == (100.0, {"kept": 3, "of": 3}, None)
    assert model["doubtful"]["of"] == people["doubtful"]["of"] == 3
    # the other way holds too, and no model goes it
    assert [row["model"] for row in found if row["pair"] == ["en", "ar"]] == ["no way"]
    # nothing was remembered of it
    assert not (root / ".nashra/memory.sqlite").exists()


def test_a_file_is_measured_with_the_models_that_are_named(root: Path, table: Path, env: dict[str, str]) -> None:
    done = evaluate(root, env, "--pairs", table, "--models", "ar_en-1.0,ar_en-1.0+en_fr-1.0", "--pair", "ar-fr")
    lines = [line.split("  ") for line in done.stdout.splitlines()]
    cells = [[cell.strip() for cell in line if cell.strip()] for line in lines]
    assert cells[0] == [
        "pair",
        "model",
        "sentences",
        "BLEU",
        "chrF",
        "names kept",
        "numbers kept",
        "doubtful",
        "seconds",
    ]
    assert cells[1][:4] == ["ar-fr", "ar_en-1.0", "3", "-"]
    assert cells[2][:5] == ["ar-fr", "ctranslate2 ar_en-1.0 + en_fr-1.0", "3", "100.0", "100.0"]
    assert cells[2][6] == "100%"
    assert "tok:13a" in done.stdout


def test_outside_a_site_files_alone_can_be_measured(table: Path, env: dict[str, str]) -> None:
    found = rows(evaluate(table.parent, env, "--pairs", table, "--json"))
    best = {"-".join(row["pair"]): row["bleu"] for row in found if row["model"].startswith("ctranslate2 ")}
    assert best == pytest.approx({"ar-en": 100.0, "ar-fr": 100.0, "en-fr": 100.0})
    assert "say which sentences" in evaluate(table.parent, env, status=2).stderr


def test_what_the_memory_knows_word_for_word_is_not_counted(root: Path, env: dict[str, str], tmp_path: Path) -> None:
    text = (root / FOLDER / "ar.md").read_text("utf-8")
    other = write_site(tmp_path / "other", {f"{FOLDER}/ar.md": text})
    nashra("translate", "--to", "fr", cwd=other, env=env)
    lines = ["ar\tfr", f"{ARABIC[0]}\t{cipher(cipher(ARABIC[0], AR_EN), EN_FR)}", f"{ARABIC[1]}\tAutre chose."]
    (other / "x.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    found = rows(evaluate(other, env, "--pairs", "x.tsv", "--pair", "ar-fr", "--json"))
    assert (found[0]["sentences"], found[0]["known"]) == (1, 1)
    assert found[0]["bleu"] < 50
    (other / "x.tsv").write_text("\n".join(lines[:2]) + "\n", "utf-8")
    done = evaluate(other, env, "--pairs", "x.tsv", "--pair", "ar-fr", status=1)
    assert "the memory knows all of the 1 translation word for word" in done.stderr


@pytest.mark.parametrize(
    ("args", "status", "message"),
    [
        (["--models", "nothing-1.0"], 1, "there is no model or engine 'nothing-1.0'"),
        (["--pair", "ar"], 2, "'ar' is no pair of languages"),
        (["--pairs", "nowhere.tsv"], 1, "nowhere.tsv: the file cannot be read"),
    ],
)
def test_what_cannot_be_measured_is_told(
    root: Path, env: dict[str, str], args: list[str], status: int, message: str
) -> None:
    assert message in evaluate(root, env, *args, status=status).stderr


def test_a_broken_file_is_told_with_its_line(root: Path, env: dict[str, str]) -> None:
    (root.parent / "bad.tsv").write_text("ar\ten\nكلمة\n", "utf-8")
    assert "bad.tsv:2: the line has 1 columns" in evaluate(root, env, "--pairs", "../bad.tsv", status=1).stderr


def test_a_site_without_translations_by_people_says_what_to_do(tmp_path: Path, env: dict[str, str]) -> None:
    done = evaluate(write_site(tmp_path, {}), env, status=1)
    assert "no translation in the site is a person's, or approved (approve some with `nashra review`" in done.stderr
