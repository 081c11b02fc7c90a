"""Title, summary, alternative text and caption go through translation, status and review as blocks do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from support.commands import article_text, nashra, write_site
from support.pictures import png

FOLDER = "content/articles/2024/07/18-3f9a1c"
HEAD = """\
summary: ملخص الخبر.
image:
  file: wafd.png
  alt: أعضاء الوفد في القاعة
  caption: الوفد عند وصوله
"""


@pytest.fixture
def root(tmp_path: Path, env: dict[str, str]) -> Path:
    """A site with one article, translated."""
    text = article_text("وصول الوفد", "وصل الوفد صباح اليوم.\n\nوانتهى الخبر.", more=HEAD)
    site = write_site(tmp_path / "site", {f"{FOLDER}/ar.md": text})
    (site / FOLDER / "wafd.png").write_bytes(png(4, 3))
    done = nashra("translate", "--to", "en", cwd=site, env=env)
    assert done.returncode == 0, done.stderr
    return site


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def english(root: Path) -> dict[str, Any]:
    (row,) = json.loads(nashra("status", "--json", cwd=root).stdout)
    return next(version for version in row["versions"] if version["lang"] == "en")


def test_what_is_said_of_the_picture_is_translated_and_shown(root: Path) -> None:
    text = (root / FOLDER / "en.md").read_text("utf-8")
    assert "image:\n  alt: >EDA' Alwfd fy AlqAEp\n  caption: Alwfd End wSwlh\n" in text.replace('"', "").replace(
        "'>EDA'' ", ">EDA' "
    ).replace("AlqAEp'", "AlqAEp")
    assert "  alt: " in text.partition("translation:")[2]
    assert nashra("build", cwd=root).returncode == 0
    page = next((root / "site" / "en" / "2024" / "07").glob("*.html")).read_text("utf-8")
    assert "Alwfd End wSwlh" in page
    assert "الوفد عند وصوله" not in page


@pytest.mark.parametrize(
    ("field", "old", "new", "said"),
    [
        ("title", "title: وصول الوفد", "title: عودة الوفد", "Ewdp Alwfd"),
        ("summary", "ملخص الخبر", "ملخص آخر", "mlxS |xr"),
        ("alt", "أعضاء الوفد في القاعة", "رئيس الوفد وحده", "r}ys Alwfd wHdh"),
        ("caption", "الوفد عند وصوله", "الوفد عند عودته", "Alwfd End Ewdth"),
    ],
)
def test_a_changed_field_is_stale_then_renewed_and_a_person_s_is_kept(
    root: Path, env: dict[str, str], field: str, old: str, new: str, said: str
) -> None:
    version = root / FOLDER / "en.md"
    edit(root / FOLDER / "ar.md", old, new)
    assert english(root)["fields"] == [field]
    assert f"the {field} is stale" in nashra("status", cwd=root).stdout
    done = nashra("translate", "--to", "en", cwd=root, env=env)
    assert done.stdout.splitlines()[0].endswith(f"/en.md: the {field} translated")
    assert said in version.read_text("utf-8")
    assert english(root)["fields"] == []
    # approved by its name, it is a person's: it stays, and is reported when its source changes
    done = nashra("review", "3f9a1c", "en", "--block", field, cwd=root)
    assert done.returncode == 0, done.stderr
    assert f"approved the {field}" in done.stdout
    assert said in done.stdout
    assert new.removeprefix("title: ") in done.stdout
    edit(root / FOLDER / "ar.md", new, old)
    before = version.read_bytes()
    done = nashra("translate", "--to", "en", cwd=root, env=env)
    assert version.read_bytes() == before
    assert f"stale, left as people wrote it: 2024/07/18-3f9a1c/en.md: {field}" in done.stdout
    done = nashra("review", "3f9a1c", "en", cwd=root)
    assert f"left open, the {field}: " in done.stdout
    assert done.returncode == 1
    assert nashra("review", "3f9a1c", "en", "--block", field, cwd=root).returncode == 0
    assert english(root)["fields"] == []


def test_what_was_not_there_before_is_translated_or_told(root: Path, env: dict[str, str]) -> None:
    version = root / FOLDER / "en.md"
    head, sign, body = version.read_text("utf-8").partition("translation:")
    lines = [line for line in body.split("\n") if not line.startswith(("  alt:", "  caption:"))]
    version.write_text(head.partition("image:")[0] + sign + "\n".join(lines), "utf-8")
    assert english(root)["absent"] == ["alt", "caption"]
    assert "the alt is not translated yet" in nashra("check", cwd=root).stdout
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert english(root)["absent"] == []
    assert "Alwfd End wSwlh" in version.read_text("utf-8")


def test_a_slug_made_of_the_machine_s_title_goes_with_it(root: Path, env: dict[str, str]) -> None:
    def slug() -> str:
        lines = (root / FOLDER / "en.md").read_text("utf-8").split("\n")
        return next(line for line in lines if line.startswith("slug: ")).removeprefix("slug: ")

    assert slug() == "wswl-alwfd"
    edit(root / FOLDER / "ar.md", "title: وصول الوفد", "title: عودة الوفد")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert slug() == "ewdp-alwfd"
    assert nashra("build", cwd=root).returncode == 0
    assert not (root / "site/en/2024/07/wswl-alwfd.html").exists()
    # now readers have it: the old address leads to the new one
    edit(root / FOLDER / "ar.md", "title: عودة الوفد", "title: سفر الوفد")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert slug() == "sfr-alwfd"
    assert nashra("build", cwd=root).returncode == 0
    assert "sfr-alwfd.html" in (root / "site/en/2024/07/ewdp-alwfd.html").read_text("utf-8")
    # a slug that an editor chose stays
    edit(root / FOLDER / "en.md", "slug: sfr-alwfd", "slug: mine")
    edit(root / FOLDER / "ar.md", "title: سفر الوفد", "title: وصول الوفد")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert slug() == "mine"


def test_a_title_with_the_wrong_words_is_doubted_listed_first_and_not_approved_unasked(
    root: Path, env: dict[str, str]
) -> None:
    (root / FOLDER / "en.md").unlink()
    edit(root / FOLDER / "ar.md", "title: وصول الوفد", "title: الوزير لم يوافق على القرار")
    assert nashra("translate", "--to", "en", cwd=root, env=env).returncode == 0
    assert "the title to review: " in nashra("status", cwd=root).stdout
    assert "the title is to be reviewed: " in nashra("check", cwd=root).stdout
    assert "en.md: the title\n" in nashra("review", "--worst", "20", cwd=root).stdout
    done = nashra("review", "3f9a1c", "en", cwd=root)
    assert done.returncode == 1
    assert "left open, the title: doubtful: " in done.stdout
    assert nashra("review", "3f9a1c", "en", "--block", "title", cwd=root).returncode == 0
    assert "the title to review: " not in nashra("status", cwd=root).stdout
