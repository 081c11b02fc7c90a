"""`nashra status` shows what is asked for, and what it knows from before is what it would find out anew."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

FIRST, SECOND, THIRD = (f"content/articles/2024/0{month}/18-3f9a1{month}" for month in (7, 8, 9))
FRENCH = "---\ntitle: Info\nlang: fr\nslug: info\ntranslation: {from: ar, state: manual}\n---\n\nUn mot.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Three articles of three months: a translated one, a draft, one of the evening of the last day of a month."""
    files = {
        f"{FIRST}/ar.md": article_text("الأول", "كلمة.", date="2024-07-18"),
        f"{FIRST}/fr.md": FRENCH,
        f"{SECOND}/ar.md": article_text("الثاني", "كلمة.", date="2024-08-18", more="draft: true\n"),
        f"{THIRD}/ar.md": article_text("الثالث", "كلمة.", date="2024-09-18T23:30:00+01:00"),
    }
    return write_site(tmp_path / "site", files)


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ("", "987"),
        ("--since 2024-08-18", "98"),
        ("--until 2024-08-18", "87"),
        ("--since 2024-09-18 --until 2024-09-18", "9"),
        ("--state manual", "7"),
        ("--state manual --lang ar", ""),
        ("--state missing --lang fr", "98"),
        ("--state draft,manual", "87"),
        ("--state draft --state manual --until 2024-08-01", "7"),
        ("--lang all --state original", "987"),
        ("--since 2025-01-01", ""),
    ],
)
def test_articles_are_chosen_by_day_language_and_state(root: Path, options: str, shown: str) -> None:
    done = nashra("status", "--json", *options.split(), cwd=root)
    assert "".join(row["article"][6] for row in json.loads(done.stdout)) == shown
    assert done.returncode == 0, done.stderr


def test_a_table_has_the_languages_asked_for_and_says_where_it_is_empty(root: Path) -> None:
    table = nashra("status", "--lang", "fr", cwd=root).stdout
    assert table.splitlines()[0].split() == ["article", "fr", "title"]
    assert nashra("status", "--state", "stale", cwd=root).stdout == "no article is like that\n"
    assert nashra("status", "--state", "missing", "--lang", "ar", "--fail-on", "missing", cwd=root).returncode == 0
    assert nashra("status", "--fail-on", "missing", cwd=root).returncode == 1


@pytest.mark.parametrize("options", ["--state worn", "--lang xx", "--since yesterday"])
def test_what_nobody_can_mean_is_refused(root: Path, options: str) -> None:
    done = nashra("status", *options.split(), cwd=root)
    assert (done.returncode, done.stdout) == (2, "") and options.split()[1] in done.stderr


def test_what_is_known_from_before_is_what_would_be_found_anew(root: Path) -> None:
    def told() -> str:
        """What it says, which is what it says where nothing is known."""
        warm = nashra("status", "--json", cwd=root)
        shutil.move(root / ".nashra", root.parent / "away")
        cold = nashra("status", "--json", cwd=root)
        assert not (root / ".nashra").exists()
        shutil.move(root.parent / "away", root / ".nashra")
        assert (warm.stdout, warm.stderr) == (cold.stdout, cold.stderr)
        return warm.stdout

    assert nashra("build", cwd=root).returncode == 0
    assert told() == told()
    (root / FIRST / "fr.md").write_text(FRENCH.replace("manual", "reviewed"), "utf-8")
    assert '"reviewed"' in told()
    (root / FIRST / "ar.md").unlink()
    assert FIRST[17:] not in told()
    shutil.rmtree(root / SECOND)
    assert "الثاني" not in json.dumps(json.loads(told()), ensure_ascii=False)
    database = root / ".nashra/build.db"
    database.write_bytes(database.read_bytes()[:5000])
    told()
