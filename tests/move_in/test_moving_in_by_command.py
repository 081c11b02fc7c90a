"""`nashra import --move`, `join`, `part` and `check --old` by command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from move_in.moving import copy_of, files_of
from support.commands import nashra, write_site

FRENCH = "Le niveau des barrages du pays est remonté après les pluies de la semaine dernière."


@pytest.fixture(scope="module")
def hugo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site into which that of Hugo has moved, beside it."""
    root = tmp_path_factory.mktemp("hugo")
    copy_of("hugo", root / "old")
    write_site(root / "site", {}, url="https://new.example/")
    done = nashra("import", "--move", "../old", "--report", "moved.html", "--terms", "terms.yaml", cwd=root / "site")
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def site(hugo: Path, tmp_path: Path) -> Path:
    """A copy of it, and of the old site beside it."""
    shutil.copytree(hugo.parent, tmp_path / "both")
    return tmp_path / "both" / "site"


def statuses(site: Path, *args: str) -> list[str]:
    done = nashra("import", "--move", "../old", "--json", *args, cwd=site)
    assert done.returncode == 0, done.stderr
    return sorted(row["status"] for row in json.loads(done.stdout))


def folder_of(site: Path, lang: str, title: str) -> Path:
    (found,) = [
        path.parent
        for path in (site / "content" / "articles").glob(f"*/*/*/{lang}.md")
        if f"title: {title}\n" in path.read_text(encoding="utf-8")
    ]
    return found


def test_the_report_lists_addresses_what_is_left_out_terms_and_menus(hugo: Path) -> None:
    page = (hugo / "moved.html").read_text(encoding="utf-8")
    for words in ("/old/sudud.html", "nulle-part", "search.md", "topic eau", "main: À propos", "Seul en français"):
        assert words in page, words


def test_what_is_new_on_the_old_site_comes_and_nothing_else_changes(site: Path) -> None:
    posts = site.parent / "old/content/posts"
    (posts / "neuf.fr.md").write_text(f"---\ntitle: Neuf\ndate: 2024-03-09\n---\n\n{FRENCH} Neuf.\n", encoding="utf-8")
    (posts / "seul.ar.md").write_text(
        "---\ntitle: وحيد\ndate: 2024-03-05\n---\n\nهذا نص عربي عن السدود جاء متأخرا إلى الموقع القديم.\n",
        encoding="utf-8",
    )
    before = files_of(site)
    assert statuses(site) == ["grown", "known", "known", "known", "moved"]
    after = files_of(site)
    alone = folder_of(site, "fr", "Seul en français")
    assert "from: fr" in (alone / "ar.md").read_text(encoding="utf-8")
    changed = {name for name in before if before[name] != after.get(name)}
    assert changed <= {"content/moved.txt", "content/redirects.txt"}


def test_what_an_editor_changed_stays_and_what_was_deleted_does_not_come_back(site: Path) -> None:
    alone = folder_of(site, "fr", "Seul en français")
    text = (alone / "fr.md").read_text(encoding="utf-8")
    (alone / "fr.md").write_text(text.replace("Seul en français", "Tout seul"), encoding="utf-8")
    shutil.rmtree(folder_of(site, "fr", "Il pleut encore"))
    before = files_of(site)
    assert statuses(site) == ["gone", "known", "known", "known"]
    assert files_of(site) == before


def test_a_move_that_was_cut_off_goes_on(site: Path) -> None:
    whole = files_of(site)
    shutil.rmtree(folder_of(site, "fr", "Seul en français"))
    (site / "content/moved.txt").unlink()
    assert statuses(site) == ["known", "known", "known", "moved"]
    assert files_of(site) == whole


def test_an_article_that_came_alone_before_gets_its_old_addresses(tmp_path: Path) -> None:
    old = copy_of("pelican", tmp_path / "old")
    site = write_site(tmp_path / "site", {}, url="https://new.example/")
    assert nashra("import", old / "content/matar.md", "--lang", "ar", cwd=site).returncode == 0
    assert statuses(site) == ["known", "moved", "moved", "moved"]
    text = (folder_of(site, "ar", "المطر") / "ar.md").read_text(encoding="utf-8")
    assert "aliases:\n  - /2024/matar.html" in text
    before = files_of(site)
    assert set(statuses(site)) == {"known"} and files_of(site) == before


def test_a_trial_writes_nothing_but_the_terms_it_was_asked_for(tmp_path: Path) -> None:
    copy_of("hugo", tmp_path / "old")
    site = write_site(tmp_path / "site", {}, url="https://new.example/")
    assert statuses(site, "--dry-run", "--terms", "terms.yaml") == ["moved"] * 4
    assert not (site / "content").exists() and "ماء: topic eau" in (site / "terms.yaml").read_text(encoding="utf-8")


def test_an_editor_decides_what_becomes_of_categories_tags_and_authors(tmp_path: Path) -> None:
    copy_of("hugo", tmp_path / "old")
    terms = """\
categories: {ماء: topic water, Eau: topic water, Météo: words, طقس: nothing}
tags: {فلاحة: topic farming, المغرب: nothing, maroc: words}
authors: {أمينة الكتاني: person amina, Amina El Kettani: person amina}
"""
    site = write_site(tmp_path / "site", {"terms.yaml": terms}, url="https://new.example/")
    assert statuses(site, "--terms", "terms.yaml") == ["moved"] * 4
    topics = (site / "content/topics.yaml").read_text(encoding="utf-8")
    assert "water:\n  ar: ماء\n  fr: Eau\n" in topics and "farming:\n  ar: فلاحة" in topics and "meteo" not in topics
    text = (folder_of(site, "ar", "ارتفاع حقينة السدود") / "ar.md").read_text(encoding="utf-8")
    assert "topics: [water, farming]" in text and "search_words" not in text
    persons = (site / "content/entities/authors.yaml").read_text(encoding="utf-8")
    assert persons.count("- id:") == 1 and "ar: أمينة الكتاني\n    fr: Amina El Kettani" in persons


def test_a_decision_that_cannot_be_meant_is_refused_with_its_line(tmp_path: Path) -> None:
    copy_of("hugo", tmp_path / "old")
    site = write_site(tmp_path / "site", {"terms.yaml": "tags:\n  a: topic\n  b: person x\n"})
    done = nashra("import", "--move", "../old", "--terms", "terms.yaml", cwd=site)
    assert done.returncode == 1 and "terms.yaml:2" in done.stderr and "cannot become" in done.stderr


def test_an_address_that_is_lost_is_told_with_its_line(site: Path) -> None:
    (site / "old.txt").write_text("# a list\nhttps://old.example/about/\nhttps://old.example/lost/\n/?p=7\n", "utf-8")
    done = nashra("check", "--old", "old.txt", "--only", "addresses", "--json", cwd=site)
    found = json.loads(done.stdout)["findings"]
    assert done.returncode == 1
    assert [(each["line"], each["check"]) for each in found if each["severity"] == "error"] == [(3, "old"), (4, "old")]
    (site / "empty.txt").write_text("nothing\n", encoding="utf-8")
    assert nashra("check", "--old", "empty.txt", "--only", "addresses", cwd=site).returncode == 1


def test_comments_come_along_cleaned_if_wanted(tmp_path: Path) -> None:
    copy_of("wordpress", tmp_path / "old")
    site = write_site(tmp_path / "site", {}, url="https://new.example/")
    disqus = """\
<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:dsq="http://disqus.com/disqus-internals">
<thread dsq:id="1"><link>https://old.example/fr/2024/03/03/barrages/</link></thread>
<post dsq:id="2"><message><![CDATA[<p>Très <b>clair</b> <script>x()</script></p>]]></message><createdAt>2024-03-04T08:00:00Z</createdAt>
<isDeleted>false</isDeleted><isSpam>false</isSpam><author><name>Zineb</name></author><thread dsq:id="1"/></post>
<post dsq:id="3"><message>spam</message><isSpam>true</isSpam><author><name>Bot</name></author><thread dsq:id="1"/></post>
</disqus>"""
    (site / "disqus.xml").write_text(disqus, encoding="utf-8")
    done = nashra("import", "--move", "../old", "--comments", "--disqus", "disqus.xml", cwd=site)
    assert done.returncode == 0, done.stderr
    folder = folder_of(site, "ar", "ارتفاع حقينة السدود")
    arabic, french = ((folder / f"{lang}.md").read_text(encoding="utf-8") for lang in ("ar", "fr"))
    assert "**علي** (2024-03-03)\n\n> شكرا **جزيلا**" in arabic and "alert" not in arabic and "buy" not in arabic
    assert "**Zineb** (2024-03-04)\n\n> Très **clair**" in french and "spam" not in french


def test_two_articles_are_joined_and_parted_again_with_links_and_addresses(site: Path) -> None:
    alone, rain = folder_of(site, "fr", "Seul en français"), folder_of(site, "fr", "Il pleut encore")
    (rain / "ar.md").unlink()
    arabic = site / "content/articles/2024/05/07-abcdef"
    arabic.mkdir(parents=True)
    text = "---\ntitle: وحيد\ndate: 2024-05-07\nslug: wahid\ntopics: [meteo]\n---\n\nنص. [المطر](../../03/{}/fr.md)\n"
    (arabic / "ar.md").write_text(text.format(rain.name), encoding="utf-8")
    page = site / "content/pages/about.fr.md"
    page.write_text(page.read_text("utf-8") + "\n[v](../articles/2024/05/07-abcdef/ar.md)\n", encoding="utf-8")
    assert nashra("join", alone, arabic, cwd=site).returncode == 0
    joined = (alone / "ar.md").read_text(encoding="utf-8")
    assert not arabic.exists() and "from: fr" in joined and "x-date: '2024-05-07'" in joined.replace('"', "'")
    assert "/ar/2024/05/wahid.html" in joined and f"(../{rain.name}/fr.md)" in joined and "\ndate:" not in joined
    assert "topics: [meteo]" in (alone / "fr.md").read_text(encoding="utf-8")
    assert f"03/{alone.name}/ar.md" in page.read_text(encoding="utf-8")
    again = nashra("join", alone, rain, cwd=site)
    assert again.returncode == 1 and "both have a version in 'fr'" in again.stderr
    assert nashra("part", alone, "ar", cwd=site).returncode == 0
    (parted,) = (site / "content/articles/2024/05").iterdir()
    assert "translation" not in (parted / "ar.md").read_text(encoding="utf-8") and not (alone / "ar.md").exists()
    assert f"05/{parted.name}/ar.md" in page.read_text(encoding="utf-8")
    assert nashra("part", alone, "ar", cwd=site).returncode == 1


def test_the_configuration_is_read_and_never_run(tmp_path: Path) -> None:
    old = copy_of("pelican", tmp_path / "old")
    config = old / "pelicanconf.py"
    config.write_text(config.read_text("utf-8") + f"open({str(tmp_path / 'ran')!r}, 'w').write('x')\n", "utf-8")
    site = write_site(tmp_path / "site", {})
    assert nashra("import", "--move", "../old", cwd=site, offline=True).returncode == 0
    assert not (tmp_path / "ran").exists()


def test_what_is_not_taken_along_is_told_and_much_of_one_kind_once(tmp_path: Path) -> None:
    old = copy_of("nikola", tmp_path / "old")
    for number in range(9):
        (old / f"posts/p{number}.org").write_text("x\n", encoding="utf-8")
    (old / "posts/neu.md").write_text(".. title: Neu\n.. date: 2024-01-01\n\nEin Text.\n", encoding="utf-8")
    conf = (old / "conf.py").read_text("utf-8").replace('"./fr"}', '"./fr", "de": "./de"}')
    (old / "conf.py").write_text(conf, encoding="utf-8")
    (old / "posts/neu.md").rename(old / "posts/neu.de.md")
    done = nashra("import", "--move", "../old", cwd=write_site(tmp_path / "site", {}))
    assert done.returncode == 0 and "neu.de.md" in done.stderr and "no language of the site" in done.stderr
    assert done.stderr.count("pandoc") == 1 and "9 files" in done.stderr


def test_what_is_no_site_is_refused(hugo: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "x.xml").write_text("<rss/>", encoding="utf-8")
    for args in ([str(tmp_path / "empty")], [str(tmp_path / "none")], [str(tmp_path / "x.xml")], []):
        assert nashra("import", "--move", *args, cwd=hugo).returncode == 2
    assert nashra("import", "--report", "x.html", "nashra.toml", cwd=hugo).returncode == 2
