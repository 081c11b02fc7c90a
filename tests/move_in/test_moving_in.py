"""`nashra import --move`: bilingual sites of other generators move in, by command line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from support.commands import nashra, write_site
from support.pictures import png

ARABIC = "ارتفعت حقينة السدود في المغرب بعد أمطار الأسبوع الماضي، وبلغت نسبة الملء أربعين في المائة."
FRENCH = "Le niveau des barrages du pays est remonté après les pluies de la semaine dernière."
HEAD = "---\ntitle: {}\ndate: 2024-03-{:02}\n{}---\n\n{}\n"

HUGO = {
    "hugo.toml": """\
baseURL = "https://old.example/"
defaultContentLanguage = "ar"
[permalinks]
posts = "/:year/:month/:slug/"
[languages.ar]
weight = 1
[languages.fr]
weight = 2
""",
    "content/posts/barrages/index.ar.md": HEAD.format(
        "ارتفاع حقينة السدود",
        2,
        "slug: سدود\ncategories: [ماء]\naliases: [/old/sudud.html]\n",
        f'{ARABIC}\n\nانظر [الأمطار]({{{{< ref "pluie" >}}}}#غد) و[الصفحة](/about/).\n\n![خريطة](carte.png)',
    ),
    "content/posts/barrages/index.fr.md": HEAD.format(
        "Les barrages se remplissent",
        3,
        "slug: barrages\ncategories: [Eau]\nweight: 3\n",
        f"{FRENCH}\n\nVoir [la pluie](/fr/2024/03/pluie/) et [ailleurs](https://other.example/x/).",
    ),
    "content/posts/pluie.fr.md": HEAD.format("Il pleut", 1, "title: Il pleut encore\n", FRENCH + " Bis."),
    "content/posts/pluie.ar.md": HEAD.format("المطر", 1, "draft: true\n", ARABIC + " ومازال."),
    "content/posts/seul.fr.md": HEAD.format(
        "Seul en français", 5, "", FRENCH + " Ter. Voir [le barrage](barrages/index.fr.md)."
    ),
    "content/posts/_index.ar.md": "---\ntitle: الأخبار\n---\n",
    "content/about.ar.md": "---\ntitle: من نحن\n---\n\nنحن جريدة. اقرأ [السدود](/2024/03/سدود/).\n",
    "content/about.fr.md": "---\ntitle: À propos\n---\n\nNous sommes un journal.\n",
}
JEKYLL = {
    "_config.yml": """\
url: https://old.example
baseurl: /blog
permalink: /:categories/:year/:month/:day/:title.html
languages: [ar, fr]
default_lang: ar
defaults:
  - scope: {path: "fr"}
    values: {lang: fr}
""",
    "_posts/2024-03-02-sudud.md": "---\ntitle: ارتفاع حقينة السدود\nlang: ar\nref: dams\ncategories: [ماء]\n---\n\n"
    f"{ARABIC}\n\n[المطر]({{% post_url 2024-03-01-matar %}})\n\n![خريطة]({{{{ '/img/carte.png' | relative_url }}}})\n",
    "fr/_posts/2024-03-03-barrages.md": f"---\ntitle: Les barrages\nref: dams\ncategories: [Eau]\n---\n\n{FRENCH}\n",
    "_posts/2024-03-01-matar.md": f"---\ntitle: المطر\nlang: ar\nredirect_from: [/old/matar/]\n---\n\n{ARABIC} أيضا.\n",
    "_drafts/plus-tard.md": f"---\ntitle: Plus tard\nlang: fr\n---\n\n{FRENCH} Demain.\n",
    "about.md": "---\ntitle: من نحن\nlang: ar\npermalink: /about/\n---\n\nنحن جريدة.\n",
    "README.md": "# not a page\n",
}
PELICAN = {
    "pelicanconf.py": "SITEURL = 'https://old.example'\nDEFAULT_LANG = 'ar'\nARTICLE_URL = '{date:%Y}/{slug}.html'\n"
    "ARTICLE_LANG_URL = '{date:%Y}/{slug}-{lang}.html'\nimport os\nBOOM = os.system('exit 1')\n",
    "content/sudud.md": f"Title: ارتفاع حقينة السدود\nDate: 2024-03-02\nSlug: sudud\nLang: ar\nCategory: ماء\n\n{ARABIC}\n\n"
    "[المطر]({filename}/matar.md)\n\n![خريطة]({static}/img/carte.png)\n",
    "content/sudud-fr.md": f"Title: Les barrages\nDate: 2024-03-02\nSlug: sudud\nLang: fr\nCategory: Eau\nTranslation: true\n\n{FRENCH}\n",
    "content/matar.md": f"Title: المطر\nDate: 2024-03-01\nSlug: matar\n\n{ARABIC} أيضا.\n",
    "content/old.rst": "Title\n=====\n",
    "content/pages/about.md": "Title: من نحن\nSlug: about\n\nنحن جريدة.\n",
}
PICTURES = {"hugo": "content/posts/barrages/carte.png", "jekyll": "img/carte.png", "pelican": "content/img/carte.png"}
SITES: dict[str, Mapping[str, str]] = {"hugo": HUGO, "jekyll": JEKYLL, "pelican": PELICAN}


def old_site(root: Path, name: str) -> Path:
    for file, text in SITES[name].items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    picture = root / PICTURES[name]
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(png(300, 200))
    return root


@pytest.fixture(scope="module", params=SITES)
def moved(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[dict[str, Any]]]:
    """(a site into which one of SITES has moved, what the command said of each text)."""
    root = tmp_path_factory.mktemp(request.param)
    site = write_site(root / "site", {}, url="https://new.example/")
    return site, move(site, old_site(root / "old", request.param))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_site(tmp_path / "site", {}, url="https://new.example/")


def move(site: Path, old: Path, *args: str, code: int = 0) -> list[dict[str, Any]]:
    done = nashra("import", "--move", old, "--json", *args, cwd=site, offline=True)
    assert done.returncode == code, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


def article(site: Path, title: str) -> Path:
    (found,) = [
        path
        for path in (site / "content" / "articles").glob("*/*/*/*.md")
        if path.read_text(encoding="utf-8").split("title: ", 1)[1].startswith(title)
    ]
    return found


def old_addresses(rows: list[dict[str, Any]]) -> list[str]:
    return [
        address
        for row in rows
        if row["status"] == "moved"
        for version in row["versions"]
        for address in (version["old"], *version["aliases"])
    ]


def test_versions_are_joined_addresses_lead_on_and_the_site_checks_clean(
    moved: tuple[Path, list[dict[str, Any]]],
) -> None:
    site, rows = moved
    original = article(site, "ارتفاع حقينة السدود")
    french = original.with_name("fr.md")
    assert original.name == "ar.md" and "translation:\n  from: ar\n  state: manual" in french.read_text(
        encoding="utf-8"
    )
    assert (original.parent / "carte.png").is_file()
    done = nashra("build", cwd=site)
    assert done.returncode == 0, done.stderr
    for address in old_addresses(rows):
        file = site / "site" / address.strip("/")
        held = "plus-tard" in address or address in ("/2024/03/المطر/", "/2024/03/pluie/")
        answers = (file if file.suffix == ".html" else file / "index.html").is_file()
        assert answers != held, address
    found = json.loads(nashra("check", "--json", cwd=site).stdout)
    assert [each for each in found["findings"] if each["severity"] == "error"] == []


def test_links_between_texts_lead_to_the_new_files(moved: tuple[Path, list[dict[str, Any]]]) -> None:
    site, _ = moved
    text = article(site, "ارتفاع حقينة السدود").read_text(encoding="utf-8")
    rain = article(site, "المطر")
    assert f"](../../01-{rain.parent.name[3:]}/" in text or f"](../{rain.parent.name}/" in text
    assert "leads into the old site" not in text and "post_url" not in text and "{filename}" not in text


def test_categories_become_topics_named_in_both_languages(moved: tuple[Path, list[dict[str, Any]]]) -> None:
    site, _ = moved
    topics = (site / "content" / "topics.yaml").read_text(encoding="utf-8")
    assert "eau:" in topics and "ar: ماء" in topics and "fr: Eau" in topics
    assert "topics: [eau]" in article(site, "ارتفاع حقينة السدود").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SITES)
def test_moving_twice_changes_nothing_and_brings_what_is_new(site: Path, tmp_path: Path, name: str) -> None:
    old = old_site(tmp_path / "old", name)
    move(site, old)
    before = {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}
    assert {row["status"] for row in move(site, old)} == {"known"}
    assert {path: path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()} == before
    new = {"hugo": "content/posts/neuf.fr.md", "jekyll": "fr/_posts/2024-03-09-neuf.md", "pelican": "content/neuf.md"}[
        name
    ]
    head = (
        "Title: Neuf\nDate: 2024-03-09\nLang: fr\n\n"
        if name == "pelican"
        else "---\ntitle: Neuf\ndate: 2024-03-09\n---\n\n"
    )
    (old / new).write_text(head + FRENCH + " Neuf.\n", encoding="utf-8")
    assert sorted(row["status"] for row in move(site, old)).count("moved") == 1
    assert article(site, "Neuf").name == "fr.md"


def test_pages_without_a_date_become_pages(moved: tuple[Path, list[dict[str, Any]]]) -> None:
    site, _ = moved
    text = (site / "content" / "pages" / "about.ar.md").read_text(encoding="utf-8")
    assert "title: من نحن" in text and "aliases:" in text and "نحن جريدة." in text


def test_drafts_stay_drafts_and_slugs_and_the_last_of_two_keys_stay(site: Path, tmp_path: Path) -> None:
    move(site, old_site(tmp_path / "old", "hugo"))
    assert "draft: true" in article(site, "المطر").read_text(encoding="utf-8")
    assert "title: Il pleut encore" in article(site, "المطر").with_name("fr.md").read_text(encoding="utf-8")
    text = article(site, "ارتفاع حقينة السدود").read_text(encoding="utf-8")
    assert "slug: سدود" in text and "- /old/sudud.html" in text and "/2024/03/سدود/" in text
    page = (site / "content/pages/about.ar.md").read_text(encoding="utf-8")
    assert "](../articles/2024/03/02-" in page


def test_a_draft_of_jekyll_without_a_date_is_a_draft_of_today(site: Path, tmp_path: Path) -> None:
    move(site, old_site(tmp_path / "old", "jekyll"))
    assert "draft: true" in article(site, "Plus tard").read_text(encoding="utf-8")


def test_what_is_not_taken_along_is_told(site: Path, tmp_path: Path) -> None:
    done = nashra("import", "--move", old_site(tmp_path / "old", "pelican"), cwd=site)
    assert done.returncode == 0 and "old.rst" in done.stderr and "pandoc" in done.stderr
    german = tmp_path / "old2"
    old_site(german, "hugo")
    (german / "content/posts/neu.de.md").write_text(HEAD.format("Neu", 7, "lang: de\n", "Ein Text."), encoding="utf-8")
    done = nashra("import", "--move", german, cwd=site)
    assert done.returncode == 0 and "neu.de.md" in done.stderr and "no language of the site" in done.stderr


def test_the_configuration_is_read_and_never_run(site: Path, tmp_path: Path) -> None:
    old = old_site(tmp_path / "old", "pelican")
    config = old / "pelicanconf.py"
    config.write_text(config.read_text() + f"open({str(tmp_path / 'ran')!r}, 'w').write('x')\n")
    move(site, old)
    assert not (tmp_path / "ran").exists()


def test_a_trial_writes_nothing(site: Path, tmp_path: Path) -> None:
    rows = move(site, old_site(tmp_path / "old", "hugo"), "--dry-run")
    assert {row["status"] for row in rows} == {"moved"} and not (site / "content").exists()


def test_what_is_no_site_is_refused(site: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for args in ([str(tmp_path / "empty")], [str(tmp_path / "none")], []):
        assert nashra("import", "--move", *args, cwd=site).returncode == 2
