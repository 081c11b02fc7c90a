"""Texts on one line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from nashra.kit.spaces import one_line
from support.commands import article_text, nashra, write_site


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("  الخبر\n\t العاجل  ", "الخبر العاجل"),
        ("Six buts contre l’Égypte\u202f: le bronze", "Six buts contre l’Égypte\u202f: le bronze"),
        ("«\u00a0نعم\u00a0»  قال", "«\u00a0نعم\u00a0» قال"),
        ("3\u202f000 m\u2028steeple\u3000final", "3\u202f000 m steeple final"),
        (" \u00a0 ", ""),
    ],
)
def test_runs_of_spaces_become_one_and_no_break_spaces_stay(text: str, line: str) -> None:
    assert one_line(text) == line


def test_the_no_break_spaces_of_a_title_and_a_lead_reach_the_page(tmp_path: Path) -> None:
    article = article_text('"Le bilan\u202f: 3\u202f000 m"', "Un mot\u202f: «\u202fbravo\u202f!\u202f»", lang="fr")
    root = write_site(tmp_path, {"content/articles/2024/07/18-3f9a1c/fr.md": article})
    assert nashra("build", cwd=root).returncode == 0
    home = (root / "site" / "fr" / "index.html").read_text("utf-8")
    assert "Le bilan\u202f: 3\u202f000\u00a0m" in re.sub("</?bdi[^>]*>", "", home)
    assert "Un mot\u202f: «\u202fbravo\u202f!\u202f»" in home
