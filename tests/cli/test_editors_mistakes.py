"""Mistakes that editors really make: held back and told, never published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.commands import nashra

BULLETIN = Path(__file__).parents[1] / "sites" / "bulletin"
BEFORE = "<<<<<<< HEAD\n"
AFTER = "=======\n{other}>>>>>>> فرع\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(BULLETIN, tmp_path / "site"))
    assert nashra("build", cwd=folder).returncode == 0
    assert pages(folder)
    return folder


def an_original(site: Path) -> Path:
    return next(site.glob("content/articles/2024/07/*-3f9a1c/ar.md"))


def pages(site: Path) -> set[Path]:
    """The pages, feeds and indexes that have the article's own words."""
    files = (path for path in (site / "site").rglob("*") if path.suffix in {".html", ".xml", ".json"})
    return {path for path in files if "يوم 18 يوليوز 2024، وبالرباط" in path.read_text("utf-8")}


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "drfat: true",
        "Draft: true",
        "darft: true",
        "drafts: true",
        "DRAFT: yes",
        "expire: 2024-07-30",
        "Expires: 2024-07-30",
    ],
)
def test_an_article_with_a_mistyped_key_that_counts_is_held_back_with_file_line_and_what_was_meant(
    site: Path, line: str
) -> None:
    path = an_original(site)
    change(path, "title:", f"{line}\ntitle:")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    assert f"{path.relative_to(site)}:2" in done.stderr + done.stdout
    meant = "expires" if line.lower().startswith("e") else "draft"
    assert f"did you mean `{meant}`" in done.stderr + done.stdout
    assert pages(site) == set()


def test_a_conflict_in_an_article_is_neither_built_nor_translated(site: Path) -> None:
    path = an_original(site)
    text = path.read_text("utf-8").rstrip("\n")
    head, last = text.rsplit("\n", 1)
    path.write_text(f"{head}\n{BEFORE}{last}\n" + AFTER.format(other="قول آخر.\n"), "utf-8")
    for command in ("build", "check", "status"):
        done = nashra(command, cwd=site)
        assert done.returncode == 1, command
        assert "merge conflict" in done.stderr + done.stdout, command
        assert "“HEAD” and “فرع”" in done.stderr + done.stdout, command
    assert pages(site) == set()


@pytest.mark.parametrize("name", ["content/topics.yaml", "nashra.toml"])
def test_a_conflict_in_a_table_or_the_settings_is_called_by_its_name(site: Path, name: str) -> None:
    path = site / name
    text = path.read_text("utf-8")
    path.write_text(BEFORE + text + AFTER.format(other=text), "utf-8")
    done = nashra("build", cwd=site)
    assert done.returncode in (1, 2)
    assert f"{name}:1: a merge conflict" in (done.stderr + done.stdout).replace(f"{site}/", "")


@pytest.mark.parametrize("head", ["", "---\ntitle: وصول الوفد\ndate: 2024-07-18\n---\n"])
def test_a_text_with_a_conflict_is_not_imported(site: Path, tmp_path: Path, head: str) -> None:
    source = tmp_path / "text.md"
    body = f"وصول الوفد إلى الرباط\n\n18 يوليوز 2024\n\n{BEFORE}وصل الوفد.\n" + AFTER.format(other="وصلت الوفود.\n")
    source.write_text(head + body, "utf-8")
    before = sorted(site.rglob("ar.md"))
    done = nashra("import", str(source), "--lang", "ar", cwd=site)
    assert done.returncode == 1
    assert "merge conflict" in done.stderr + done.stdout
    assert sorted(site.rglob("ar.md")) == before
