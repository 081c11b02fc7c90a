"""reStructuredText of Pelican and Nikola moves in."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from nashra.ingest.readers import restructured
from nashra.move_in import nikola, pelican
from support.commands import nashra, write_site
from support.pictures import png

TEXT = "Le journal paraît chaque semaine, et ses lecteurs l’écrivent."
ARABIC = "تصدر النشرة كل أسبوع، ويكتبها قراؤها."
PELICAN = {
    "pelicanconf.py": "SITEURL = 'https://old.example'\nDEFAULT_LANG = 'fr'\n",
    "content/un.rst": "Un titre\n########\n\n:date: 2024-03-02\n:slug: un\n:lang: fr\n:category: Eau\n\n"
    f"{TEXT} Voir `la pluie <{{filename}}/pluie.rst>`_, ``{{{{ x }}}}`` et *un mot*.\n\n"
    ".. image:: {static}/img/a.png\n   :alt: carte\n\nPartie\n=======\n\n.. code-block:: python\n   :linenos: table\n\n   x = 1\n\n"
    ".. boum:: Bar\n\n.. include:: /etc/hostname\n",
    "content/un-ar.rst": f"عنوان\n######\n\n:date: 2024-03-02\n:slug: un\n:lang: ar\n:category: ماء\n\n{ARABIC}\n",
    "content/pluie.rst": f"La pluie\n########\n\n:date: 2024-03-03\n:slug: pluie\n\n{TEXT} Encore.\n",
}
NIKOLA = {
    "conf.py": "SITE_URL = 'https://old2.example/'\nDEFAULT_LANG = 'fr'\nTRANSLATIONS = {'fr': '', 'ar': './ar'}\n"
    "POSTS = (('posts/*.rst', 'posts', 'post.tmpl'),)\nPAGES = ()\n",
    "posts/deux.rst": f".. title: Deux\n.. slug: deux\n.. date: 2024-04-02\n\n{TEXT} Deux.\n\n.. TEASER_END\n\n"
    ".. youtube:: abcdefghijk\n\n.. note:: Attention.\n\nVoir :doc:`trois`.\n\n.. boum:: x\n",
    "posts/deux.ar.rst": f".. title: اثنان\n.. slug: deux\n.. date: 2024-04-02\n\n{ARABIC} اثنان.\n",
    "posts/trois.rst": f".. title: Trois\n.. slug: trois\n.. date: 2024-04-03\n\n{TEXT} Trois.\n",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[CompletedProcess[str]]]:
    root = tmp_path_factory.mktemp("rst")
    site = write_site(root / "site", {}, url="https://new.example/")
    done = []
    for system, files in (("pelican", PELICAN), ("nikola", NIKOLA)):
        for name, text in files.items():
            path = root / system / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if system == "pelican":
            (root / system / "content/img").mkdir()
            (root / system / "content/img/a.png").write_bytes(png(300, 200))
        done.append(nashra("import", "--move", root / system, cwd=site))
    return site, done


def article(site: Path, month: str, day: str) -> tuple[Path, str]:
    (folder,) = (site / "content/articles/2024" / month).glob(f"{day}-*")
    return folder, (folder / "fr.md").read_text(encoding="utf-8")


def test_pelican_texts_come_with_their_fields_versions_pictures_and_links(
    moved: tuple[Path, list[CompletedProcess[str]]],
) -> None:
    site, done = moved
    folder, text = article(site, "03", "02")
    rain, _ = article(site, "03", "03")
    assert done[0].returncode == 0 and (folder / "ar.md").is_file() and (folder / "a.png").is_file()
    assert f"[la pluie](../{rain.name}/fr.md), `{{{{ x }}}}` et *un mot*" in text and "![carte](a.png)" in text
    assert "## Partie" in text and "```python\nx = 1\n```" in text and "topics: [eau]" in text


def test_what_docutils_does_not_know_stays_and_is_told_and_no_file_is_read(
    moved: tuple[Path, list[CompletedProcess[str]]],
) -> None:
    _, text = article(moved[0], "03", "02")
    assert '# check: line 22: Unknown directive type "boum"; it stands in the text as it was' in text
    assert '# check: line 24: "include" directive disabled' in text and "```\n.. include:: /etc/hostname\n```" in text


def test_nikola_texts_come_with_players_notes_and_roles(moved: tuple[Path, list[CompletedProcess[str]]]) -> None:
    site, done = moved
    folder, text = article(site, "04", "02")
    other, _ = article(site, "04", "03")
    assert done[1].returncode == 0 and (folder / "ar.md").is_file() and "TEASER" not in text
    assert "youtube.com/watch?v=abcdefghijk" in text and "> Attention." in text
    assert f"](../{other.name}/fr.md)" in text and '# check: line 15: Unknown directive type "boum"' in text


def test_without_docutils_it_is_told_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(restructured, "is_readable", lambda: False)
    for system, files, name in ((pelican, PELICAN, "pelicanconf.py"), (nikola, NIKOLA, "conf.py")):
        for file, text in files.items():
            path = tmp_path / system.__name__ / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        root = tmp_path / system.__name__
        site = system.read(root, root / name)
        assert site.texts == [] and all("pip install 'nashra[rst]'" in why for why in site.left_out.values())
        assert len(site.left_out) == 3
