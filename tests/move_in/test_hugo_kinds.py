"""What real sites of Hugo have: languages in files of their own, mounts, codes with a region, shortcodes of themes."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.commands import nashra, write_site
from support.pictures import png

Done = CompletedProcess[str]
TEXT = "Le journal paraît chaque semaine, et ses lecteurs l’écrivent."
ARABIC = "تصدر النشرة كل أسبوع، ويكتبها قراؤها."
HEAD = "---\ntitle: {}\ndate: 2024-03-{:02}\n{}---\n\n{}\n"
FILES = {
    "config/_default/hugo.toml": 'baseURL = "https://old.example/"\ndefaultContentLanguage = "fr"\n'
    '[module]\n[[module.mounts]]\nsource = "uploads"\ntarget = "static"\n',
    "config/_default/languages.fr.toml": 'contentDir = "content/fr"\nlocale = "fr-FR"\nweight = 1\n',
    "config/_default/languages.ar.toml": 'contentDir = "content/ar"\nlocale = "ar"\nweight = 2\n',
    "config/_default/languages.zh-hant-tw.toml": 'contentDir = "content/tw"\nweight = 3\n',
    "content/fr/post/un/index.md": HEAD.format(
        "Un", 1, "author: Claire Exemple\n", f'{TEXT}\n\n{{{{< img name="plan.png" caption="Le plan" >}}}}\n\n![x](/cartes/a.png)'
    ),
    "content/ar/post/un/index.md": HEAD.format("واحد", 1, "", ARABIC),
    "content/fr/post/deux/index.md": HEAD.format("Deux", 2, "", f"{TEXT} Deux."),
    "content/fr/post/deux/index.zh-hant-tw.md": HEAD.format("二", 2, "author: 作者\n", "每週出版。"),
    "content/tw/post/un/index.md": HEAD.format("一", 1, "author: 作者\n", "每週出版，由讀者撰寫。"),
    "content/ar/vide.md": "---\ntitle: فارغ\n---\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done, Done]:
    root = tmp_path_factory.mktemp("hugo")
    for name, text in FILES.items():
        path = root / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for number, name in enumerate(("content/fr/post/un/plan.png", "uploads/cartes/a.png")):
        path = root / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(png(300 + number, 200))
    site = write_site(root / "site", {}, url="https://new.example/")
    done = nashra("import", "--move", root / "old", cwd=site)
    before = {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}
    again = nashra("import", "--move", root / "old", cwd=site)
    assert before == {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}
    return site, done, again


def test_languages_that_have_files_of_their_own_are_joined(moved: tuple[Path, Done, Done]) -> None:
    site, done, again = moved
    (folder,) = (site / "content/articles/2024/03").glob("01-*")
    assert {path.name for path in folder.glob("*.md")} == {"fr.md", "ar.md"} and ARABIC in (folder / "ar.md").read_text(
        encoding="utf-8"
    )
    assert (
        "- /ar/post/un/" in (folder / "ar.md").read_text(encoding="utf-8") and done.returncode == again.returncode == 0
    )


def test_a_code_with_several_parts_is_a_language_and_its_authors_do_not_come_without_it(
    moved: tuple[Path, Done, Done],
) -> None:
    site, done, _ = moved
    (line,) = [each for each in done.stderr.split("\n") if "no language of the site" in each]
    assert "'zh-hant-tw'" in line and "2 files" in line and "content/fr/post/deux/index.zh-hant-tw.md" in line
    authors = (site / "content/entities/authors.yaml").read_text(encoding="utf-8")
    assert "Claire Exemple" in authors and "作者" not in authors


def test_pictures_of_shortcodes_and_of_mounts_come_along_and_empty_pages_say_why_not(
    moved: tuple[Path, Done, Done],
) -> None:
    site, done, _ = moved
    (folder,) = (site / "content/articles/2024/03").glob("01-*")
    text = (folder / "fr.md").read_text(encoding="utf-8")
    assert '![](plan.png "Le plan")' in text and "![x](a.png)" in text and "# check" not in text
    assert (folder / "plan.png").is_file() and (folder / "a.png").is_file()
    assert "vide.md: there is no text in it" in done.stderr
