"""Mistakes that editors really make: held back and told, never published."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from support.commands import nashra, write_site

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


def test_a_conflict_in_what_git_pip_and_github_read_is_called_by_its_name(tmp_path: Path) -> None:
    names = ("requirements.txt", ".gitattributes", ".github/workflows/publish.yml", ".github/dependabot.yml")
    site = newsroom(tmp_path, ["x-a: 1"], dict.fromkeys(names, BEFORE + "# a\n" + AFTER.format(other="# b\n")))
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, {0})
    assert [name for name in names if f"{name}:1: a merge conflict is not resolved" not in done.stderr] == []
    for name in names:
        (site / name).write_text("# Which to take\n# =============\n>>> a doctest\n", "utf-8")
    done = nashra("build", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")


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


def test_keys_below_the_front_matter_are_no_text_for_readers(site: Path) -> None:
    path = an_original(site)
    head, mark, body = path.read_text("utf-8").partition("\n---\n")
    path.write_text(f"{head}{mark}\ndraft: true\n{body}", "utf-8")
    done = nashra("build", cwd=site)
    assert (done.returncode, pages(site)) == (1, set())
    assert "`draft: true` stands below the front matter" in done.stderr


HELD = [
    # slips of the key
    ("drfat: true", "did you mean `draft`"),
    ("Draft: true", "did you mean `draft`"),
    ("drafts: true", "did you mean `draft`"),
    ("DRAFT: yes", "did you mean `draft`"),
    ("expire: 2024-07-30", "did you mean `expires`"),
    ("Expires: 2024-07-30", "did you mean `expires`"),
    ("darf: true", "did you mean `draft`"),
    ("dratf: yes", "did you mean `draft`"),
    ("drafft: true", "did you mean `draft`"),
    ("daft: oui", "did you mean `draft`"),
    ("drаft: true", "did you mean `draft`"),  # a Cyrillic letter
    ("ｄｒａｆｔ: true", "did you mean `draft`"),
    ("draft\u200f: true", "did you mean `draft`"),
    ("expirs: 2024-07-30", "did you mean `expires`"),
    ("expire_date: 2024-07-30", "did you mean `expires`"),
    ("valid-until: 2024-07-30", "did you mean `expires`"),
    ("<!-- draft: true -->", "did you mean `draft`"),  # comments are `#` here
    ("// draft: true", "did you mean `draft`"),
    ("dtae: 2024-07-30", "did you mean `date`"),
    ("titre: عنوان", "did you mean `title`"),
    ("update: 2024-07-30", "did you mean `updated`"),
    ("Topics: [sport]", "did you mean `topics`"),
    ("SUMMARY: ملخص", "did you mean `summary`"),
    # other words for it
    ("published: false", "did you mean `draft`"),
    ("published: no", "did you mean `draft`"),
    ("publish: لا", "did you mean `draft`"),
    ("publish: later", "did you mean `draft`"),
    ("status: draft", "did you mean `draft`"),
    ("status: pending review", "did you mean `draft`"),
    ("state: draft", "did you mean `draft`"),
    ("statut: brouillon", "did you mean `draft`"),
    ("الحالة: مسودة", "did you mean `draft`"),
    ("مسوّدة: نعم", "did you mean `draft`"),
    ("brouillon: oui", "did you mean `draft`"),
    ("is_draft: true", "did you mean `draft`"),
    ("visibility: private", "did you mean `draft`"),
    ("public: false", "did you mean `draft`"),
    ("hidden: 1", "did you mean `draft`"),
    ("private: true", "did you mean `draft`"),
    ("publie: non", "did you mean `draft`"),  # without its accent
    # of Hugo, Eleventy and others, and of those whom a text was taken back from
    ("_build: {render: never, list: never}", "did you mean `draft`"),
    ("build: {render: false}", "did you mean `draft`"),
    ("permalink: false", "did you mean `draft`"),
    ("eleventyExcludeFromCollections: true", "did you mean `draft`"),
    ("show: false", "did you mean `draft`"),
    ("skip: true", "did you mean `draft`"),
    ("retracted: true", "did you mean `draft`"),
    ("retirer: oui", "did you mean `draft`"),
    ("attente: oui", "did you mean `draft`"),
    ("مسحوب: نعم", "did you mean `draft`"),
    ("الحاله: قيد الاعداد", "did you mean `draft`"),  # without the dots and the hamza
    ("validated: false", "did you mean `draft`"),
    ("proofread: no", "did you mean `draft`"),
    ("تمت المراجعة: لا", "did you mean `draft`"),
    ("التاريخ: 2099-07-18", "did you mean `date`"),
    ("embargo: 2099-01-01", "did you mean `date`"),
    ("publish_date: 2099-01-01T10:00", "did you mean `date`"),
    ("نشر في: 2099-01-01", "did you mean `date`"),
    ("à publier le: 1er janvier 2099", "did you mean `publish_at`"),
    ("publish_on: ٢٠٩٩-٠١-٠١", "did you mean `date`"),
    ("صالح إلى: 2024-07-30", "did you mean `expires`"),
    ("taslak: evet", "did you mean `draft`"),
    ("پیش‌نویس: بله", "did you mean `draft`"),
    ("status: szkic", "did you mean `draft`"),
    ("جاهز للنشر: لا", "did you mean `draft`"),
    ("prêt à publier: non", "did you mean `draft`"),
    ("المراجعة: لم تتم", "did you mean `draft`"),
    ("à publier: plus tard", "did you mean `draft`"),
    ("موافقة رئيس التحرير: لا", "did you mean `draft`"),
    ("validation: non", "did you mean `draft`"),
    ("bloqué: oui", "did you mean `draft`"),
    ("blocked: yes", "did you mean `draft`"),
    ("محجوب: نعم", "did you mean `draft`"),
    ("pas prêt: oui", "did you mean `draft`"),
    ("pas encore relu: oui", "did you mean `draft`"),
    ("not approved: yes", "did you mean `draft`"),
    ("غير مراجع: نعم", "did you mean `draft`"),
    ("noch nicht fertig: ja", "did you mean `draft`"),
    ("à ne publier que: vendredi", "and `vendredi` is a day"),
    ("نشر المقال: يوم الجمعة", "and `يوم الجمعة` is a day"),
    ("الظهور ابتداء من: 2099-01-01", "a day after the article's"),
    ("online_ab: 2024-07-19", "a day after the article's"),
    # values that are neither
    ("draft: tru", "`draft` is 'tru'"),
    ("draft: maybe", "`draft` is 'maybe'"),
    ("draft: [true, false]", "`draft` must be a text"),
    ("draft:true", "stick together"),
    ("draft：true", "behind `draft` stands something else than a colon and a blank"),
    ("draft:\u00a0true", "behind `draft` stands something else"),
    ("draft = true", "behind `draft` stands something else"),
    ("story: نعم", "`story` is 'نعم', and must name one"),
    ("\tdraft: true", "there is a tab"),
    ("expires: never", "not a date"),
    ("expires: 30/07/2024", "not a date"),
    ("expires: 2023-07-30", "before the article's `date`"),
]


DRAFTS = ["true", "True", "TRUE", '"true"', "yes", "Yes", "on", "1", "oui", "نعم", "“true”", "[true]", "'oui'"]
PUBLIC = [
    *("draft: no", "draft: null", "draft: ~", "draft: false", "updated: null", "expires: ~", "author: null"),
    *("source: null", "slug: null", "topics: null", "topics: [null]", "image: ~", "aliases: null", "breaking: null"),
    *("translation: null", "summary: NULL", "x-desk: سارة", "_mine: 1", "author: [سعاد]", "source: [MAP]"),
    "search_words: [فلاحة]",
]
WARNED = [
    ("sumary: x", "did you mean `summary`"),
    ("tags: [a]", "did you mean `topics`"),
    ("القسم: sport", "did you mean `topics`"),
    ("التاريخ: 2024-07-18", "did you mean `date`"),
    ("languages: [ar, de]", "`languages` names 'de', which the site does not have"),
    ("languages: [fr]", "`languages` leaves out 'ar', in which the article is written"),
    ("languages: []", "`languages` is an empty list: the article is wanted in all languages of the site"),
    ("auteur: سعاد", "did you mean `author`"),
    ("language: ar", "did you mean `lang`"),
    ("note: pour Karim", "no key `note`"),
    ("pas prêt: non", "no key `pas prêt`"),
    ("not fiction: yes", "no key `not fiction`"),
    ("publié par: Nadia", "no key `publié par`"),
    ("journal du: vendredi", "no key `journal du`"),
    ("à publier: oui", "no key `à publier`"),
    ("validation: Karim", "no key `validation`"),
    ("name: x", "no key `name`"),
    ("site: x", "no key `site`"),
    ("state: Rabat", "no key `state`"),
    ("time: 10:00", "no key `time`"),
    ("status: published", "no key `status`"),
    ("published: true", "no key `published`"),
    ("experts: [a, b]", "no key `experts`"),
    ("event: 2024-07-17", "no key `event`"),
    ("lastmod: 2024-07-20", "did you mean `updated`"),
    ("layout: post", "no key `layout`"),
    ("source: {name: x, site: y}", "`source` has no key `site`"),
    ("draft:", "`draft` says nothing"),
    ("updated: 2024-07-01", "before the article's `date`"),
    ("topics: [spotr]", "not in topics.yaml, and gets no page; did you mean `sport`"),
    ("topics: [Sport]", "did you mean `sport`"),
    ("topics: رياضة", "did you mean `sport`"),
    ("topics: sport, عطلة", "add it to topics.yaml"),
]
OF_THE_ARTICLE = [
    *("date: 2024-07-19", "topics: [sport]", "breaking: true", "source: x", "updated: 2024-07-20"),
    *("expires: 2024-12-31", "digest: 0123456789abcdef"),
]


def newsroom(root: Path, lines: list[str], more: dict[str, str] | None = None) -> Path:
    """A site with one article for each of `lines`, which is the second line of its head; its text says its number."""
    files = {"content/topics.yaml": "sport: {ar: رياضة, fr: Sport}\n"}
    for number, line in enumerate(lines):
        files[f"content/articles/2024/07/18-{number:06x}/ar.md"] = (
            f"---\n{line}\ntitle: خبر {number}\ndate: 2024-07-18\n---\n\nالنص رقم {number}.\n"
        )
    return write_site(root, {**files, **(more or {})})


def public(root: Path) -> set[int]:
    """The numbers of the articles that some page or feed has."""
    found: set[int] = set()
    for path in (root / "site").rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".js", ".txt"}:
            found |= {int(number) for number in re.findall(r"(?:النص رقم|خبر) (\d+)", path.read_text("utf-8"))}
    return found


def said_of(stderr: str, number: int, name: str = "ar.md") -> list[str]:
    return [line for line in stderr.splitlines() if f"/18-{number:06x}/{name}:" in line]


def test_what_may_mean_that_readers_must_not_see_it_is_held_back_with_its_line(tmp_path: Path) -> None:
    site = newsroom(tmp_path, [line for line, _ in HELD])
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, set())
    for number, (line, said) in enumerate(HELD):
        (told,) = said_of(done.stderr, number)
        assert told.startswith("problem: ") and "ar.md:2: " in told and said in told, (line, told)


def test_a_yes_of_any_kind_makes_a_draft(tmp_path: Path) -> None:
    site = newsroom(tmp_path, [f"draft: {value}" for value in DRAFTS])
    done = nashra("build", cwd=site)
    assert (done.returncode, done.stderr, public(site)) == (0, "", set())
    assert f"{len(DRAFTS)} draft" in done.stdout


def test_null_is_nothing_and_nobody_is_told_of_it(tmp_path: Path) -> None:
    site = newsroom(tmp_path, PUBLIC)
    done = nashra("build", cwd=site)
    assert (done.returncode, done.stderr, public(site)) == (0, "", set(range(len(PUBLIC))))
    for path in (site / "site").rglob("*"):
        assert "null" not in path.name.lower()
        if path.suffix == ".html":
            assert not re.search(r"\"(null|~)\"|>(null|~)<", path.read_text("utf-8"), re.IGNORECASE), path
    assert "null" not in (site / "content/addresses.txt").read_text("utf-8")


def test_any_other_slip_is_a_warning_with_its_line_and_the_article_is_there(tmp_path: Path) -> None:
    site = newsroom(tmp_path, [line for line, _ in WARNED])
    for command in ("build", "status"):
        done = nashra(command, cwd=site)
        assert done.returncode == 0
        for number, (line, said) in enumerate(WARNED):
            (told,) = said_of(done.stderr, number)
            assert told.startswith("warning: ") and "ar.md:2: " in told and said in told, (line, told)
    assert public(site) == set(range(len(WARNED)))
    checked = nashra("check", cwd=site).stdout
    assert [line for line, said in WARNED if said not in checked] == []
    for name in ("spotr", "Sport", "رياضة", "عطلة"):
        assert not list((site / "site").rglob(f"topics/{name}*"))
    change(site / "nashra.toml", "[site]\n", '[site]\ntopics = "free"\n')
    capital = [line for line, _ in WARNED].index("topics: [Sport]")
    change(site / f"content/articles/2024/07/18-{capital:06x}/ar.md", "Sport", "sport")
    assert "topics.yaml" not in nashra("build", cwd=site).stderr
    assert (site / "site/ar/topics/spotr.html").is_file()


def test_a_date_that_is_years_away_from_its_folder_is_a_warning(tmp_path: Path) -> None:
    site = newsroom(tmp_path, ["x-a: 1", "x-b: 1"])
    for number, date in enumerate(("2062-07-18", "1924-07-18")):
        change(site / f"content/articles/2024/07/18-{number:06x}/ar.md", "2024-07-18", date)
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (0, {1})
    for number in (0, 1):
        assert "years away from the day of the folder" in said_of(done.stderr, number)[0]


def test_a_key_of_the_article_in_a_translation_is_an_error_that_says_where_it_belongs(tmp_path: Path) -> None:
    french = "title: Texte {0}\nlang: fr\nauthor: Souad\ntranslation: {{from: ar, state: manual}}\n---\n\nTexte.\n"
    more = {
        f"content/articles/2024/07/18-{number:06x}/fr.md": f"---\n{line}\n" + french.format(number)
        for number, line in enumerate([*OF_THE_ARTICLE, "date: null"])
    }
    site = newsroom(tmp_path, ["x-a: 1"] * len(more), more)
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, set(range(len(more))))
    for number, line in enumerate(OF_THE_ARTICLE):
        (told,) = said_of(done.stderr, number, "fr.md")
        assert f"fr.md:2: `{line.partition(':')[0]}` does not belong in a translation (write it in the original" in told
    assert said_of(done.stderr, len(OF_THE_ARTICLE), "fr.md") == []


FILES = [
    ("content/pages/a.fr.md", "---\ntitle: x\nexpires: 2024-08-01\n---\nx\n", ":3: `expires` does not belong"),
    ("content/pages/b.fr.md", "---\ntitle: x\nDraft: true\n---\nx\n", ":3: there is no key `Draft`"),
    ("content/pages/c.fr.md", "---\ntitle: x\npublished: no\n---\nx\n", ":3: `published: no` seems to hold"),
    ("content/pages/d.fr.md", "---\ntitle: x\nslug: y\n---\nx\n", ":3: a page has no key `slug`"),
    ("content/topics.yaml", "sport: {ar: رياضة, fr: Sport, former_id: [a]}\n", ":1: the topic 'sport' has no key"),
    (
        "content/entities/people.yaml",
        "- id: a\n  name: {ar: ب}\n  names: {ar: ب}\n",
        ":2: the entity 'a' has no key",
    ),
    ("content/terms.yaml", "- {ar: ب, fr: c, em: d}\n", ":1: a term has the language 'em' (did you mean `en`?"),
    ("content/pages/f.fr.md", "---\ntitle: x\npublish_at: 2099-08-01\n---\nx\n", ":3: `publish_at` does not belong"),
    ("content/pages/g.fr.md", "---\ntitle: x\nنشر في: 2099-08-01\n---\nx\n", ":3: there is no key `نشر في` (pages"),
    ("content/pages/h.fr.docx", "x\n", ": this file is not read (save its text as h.fr.md)"),
    ("content/topics (1).yaml", "sport: {ar: رياضة}\n", ": this file is not read; did you mean `topics.yaml`"),
    ("content/Copie de terms.yaml", "x\n", ": this file is not read; did you mean `terms.yaml`"),
    ("content/pages/e.ar.md.txt", "---\ntitle: x\n---\nx\n", ": this is not a page in a language of the site"),
    ("content/entities/x.yaml.txt", "- id: a\n", ": the name of a file of entities must end in .yaml"),
    ("content/articles/2024/07/18-000000/fr.md ", "x\n", ": the name of a text must end in .md"),
    ("content/articles/2024/07/18-000000/fr.MD", "x\n", ": the name of a text must end in .md"),
    ("content/articles/2024/07/18-000000/en.docx", "x\n", ": this file is not read"),
    ("content/articles/2024/07/18-000000/fr.nd", "x\n", ": the name of a text must end in .md"),
    ("content/articles/2024/07/18-000000/fr.mdx", "x\n", ": the name of a text must end in .md"),
    ("content/articles/2024/07/18-000000/en,md", "x\n", ": the name of a text must end in .md"),
    ("content/articles/2024/07/18-000000/en.md.part", "x\n", ": the name of a text must end in .md"),
    ("content/tags.yaml", "sport: {ar: رياضة}\n", ": this file is not read (the tables are topics.yaml"),
    ("content/topics.yml", "sport: {ar: رياضة}\n", ": this file is not read; did you mean `topics.yaml`"),
    ("content/article/2024/x.md", "x\n", ": nothing is read from this folder; did you mean `articles`"),
    ("content/خبر.md", "---\ntitle: x\n---\nx\n", ": this file is not read"),
]


def test_every_kind_of_file_has_a_closed_list_of_keys(tmp_path: Path) -> None:
    odd = "source: {name: x, url: 'https://docs.google.com/document/d/1abc/edit'}"
    site = newsroom(tmp_path, ["topics: [sport؛ x]", odd], {file: text for file, text, _ in FILES})
    done = nashra("build", cwd=site)
    for file, _, said in FILES:
        assert f"{file if 'folder' not in said else 'content/article'}{said}" in done.stderr
    assert "18-000000/ar.md:2: the topic 'sport؛ x' may hold letters" in done.stderr
    assert "18-000001/ar.md:2: in `source`, the address https://docs.google.com" in done.stderr


def test_keys_of_the_editors_own_are_nobodys_business_in_any_table(tmp_path: Path) -> None:
    tables = {
        "content/topics.yaml": "sport:\n  ar: رياضة\n  fr: Sport\n  en: Sport\n  x-desk: Karim\n",
        "content/entities/people.yaml": "- id: ab\n  names: {ar: سعاد الراجي, fr: Souad Raji}\n  x-note: à compléter\n",
        "content/sources.yaml": "map: {feed: 'https://map.example/rss', name: MAP, lang: fr, _asked: 2024}\n",
    }
    site = newsroom(tmp_path, ["topics: [sport]"], tables)
    for command in ("build", "check"):
        done = nashra(command, cwd=site)
        assert (done.returncode, done.stderr) == (0, "")
        assert "desk" not in done.stdout and "note`" not in done.stdout and "_asked" not in done.stdout
    assert "Karim" not in (site / "site/ar/topics/sport.html").read_text("utf-8")


def test_topics_that_differ_in_capitals_alone_are_told_and_the_first_stays(tmp_path: Path) -> None:
    tables = {"content/topics.yaml": "sport: {ar: رياضة, fr: Sport}\nSport: {ar: ألعاب, fr: Jeux}\n"}
    site = newsroom(tmp_path, ["topics: [sport]", "topics: [Sport]"], tables)
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, {0, 1})
    assert "topics.yaml:2: the id of the topic 'Sport' is that of 'sport' but for capitals" in done.stderr
    assert "did you mean `sport`" in said_of(done.stderr, 1)[0]


def test_an_unknown_setting_is_told_with_the_one_that_was_meant(tmp_path: Path) -> None:
    site = newsroom(tmp_path, [])
    change(site / "nashra.toml", "[site]\n", "[site]\npagesize = 2\n")
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert "nashra.toml:2: `site.pagesize` is not a setting; did you mean `page_size`?" in done.stderr


HTML = (
    "<!doctype html><html lang=ar><head><title>وصول الوفد</title></head><body><article><h1>وصول الوفد إلى الرباط</h1>"
    '<time datetime="2024-07-18">18 يوليوز 2024</time><p>وصل الوفد الرسمي إلى العاصمة مساء أمس قادما من باريس.</p>\n'
    "{conflict}<p>وكان في استقباله بالمطار عدد من المسؤولين.</p></article></body></html>"
)
RSS = (
    '<rss version="2.0"><channel><title>x</title><item><title>وصول الوفد</title><guid>{0}</guid>'
    "<pubDate>Thu, 18 Jul 2024 10:00:00 GMT</pubDate><description><![CDATA[<p>وصل الوفد {0} إلى العاصمة.</p>\n"
    "{1}]]></description></item><item><title>خبر سليم</title><guid>b</guid>"
    "<pubDate>Thu, 18 Jul 2024 10:00:00 GMT</pubDate><description>نص سليم.</description></item></channel></rss>"
)


def test_a_conflict_in_a_saved_page_or_a_feed_is_not_imported(site: Path, tmp_path: Path) -> None:
    conflict = f"{BEFORE}<p>قال.</p>\n" + AFTER.format(other="<p>قالت.</p>\n")
    (tmp_path / "page.html").write_text(HTML.format(conflict=conflict), "utf-8")
    (tmp_path / "feed.xml").write_text(RSS.format("أمس", conflict), "utf-8")
    before = set(site.rglob("ar.md"))
    done = nashra("import", str(tmp_path / "page.html"), cwd=site)
    assert (done.returncode, set(site.rglob("ar.md"))) == (1, before)
    assert "a merge conflict is not resolved: “HEAD” and “فرع” differ here" in done.stdout + done.stderr
    done = nashra("import", str(tmp_path / "feed.xml"), cwd=site)
    assert done.returncode == 1
    assert "merge conflict" in done.stdout + done.stderr
    (added,) = set(site.rglob("ar.md")) - before
    assert "خبر سليم" in added.read_text("utf-8")


@pytest.mark.parametrize("kept", ["<<<<<<< HEAD\n", "=======\nقول آخر.\n>>>>>>> فرع\n", ">>>>>>> فرع\n"])
def test_a_conflict_that_is_half_resolved_is_not_published(tmp_path: Path, kept: str) -> None:
    root = newsroom(tmp_path, ["x-a: 1", "x-b: 1"])
    path = root / "content/articles/2024/07/18-000000/ar.md"
    path.write_text(path.read_text("utf-8").rstrip("\n") + f"\n{kept}", "utf-8")
    done = nashra("build", cwd=root)
    assert (done.returncode, public(root)) == (1, {1})
    assert "18-000000/ar.md:8: a merge conflict is only half resolved" in done.stderr


def git(root: Path, *args: str) -> subprocess.CompletedProcess[str]:
    names = ("-c", "user.name=سارة", "-c", "user.email=s@example.org", "-c", "init.defaultBranch=main")
    return subprocess.run(["git", *names, *args], cwd=root, capture_output=True, text=True, encoding="utf-8")


def test_what_two_editors_add_on_two_branches_merges_and_what_both_change_is_named(tmp_path: Path) -> None:
    root = tmp_path / "site"
    assert nashra("init", str(root), "--yes", "--url", "https://x.example/", cwd=tmp_path).returncode == 0
    assert nashra("build", cwd=root).returncode == 0
    for args in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "أول"), ("branch", "other")):
        assert git(root, *args).returncode == 0
    (ours,) = root.glob("content/articles/*/*/*/ar.md")
    for branch, number in (("main", 1), ("other", 2)):
        git(root, "checkout", "-q", branch)
        text = f"---\ntitle: خبر {number}\ndate: 2024-07-18\n---\n\nالنص رقم {number}.\n"
        write_site(root / "content/articles/2024/07" / f"18-00000{number}", {"ar.md": text})
        (root / "content/articles/2024/07" / f"18-00000{number}" / "nashra.toml").unlink()
        change(ours, "title: ", f"title: تعديل {number} ")
        assert nashra("build", cwd=root).returncode == 0
        git(root, "add", "-A")
        assert git(root, "commit", "-qm", f"خبر {number}").returncode == 0
    git(root, "checkout", "-q", "main")
    merged = git(root, "merge", "other")
    assert merged.returncode == 1
    # the addresses of both are kept; the title that both changed is a conflict, and is named
    ledger = (root / "content/addresses.txt").read_text("utf-8")
    assert "<<<<<<<" not in ledger and "000001" in ledger and "000002" in ledger
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    assert (
        f"{ours.relative_to(root)}:2: a merge conflict is not resolved: “HEAD” and “other” differ here" in done.stderr
    )
    assert public(root) == {1, 2}


HEADS = [
    # what stands in the place of a whole file, and what is said of it
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n\nملاحظة: النص رقم {0}.\n\n---\n\nالنص رقم {0}.\n", "does the text begin here?"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n\nالنص رقم {0}.\n", "the front matter has no end"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n---\ndraft: true\n---\n\nالنص رقم {0}.\n", "below the front matter"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\ndraft: true\n\nالنص رقم {0}.\n", "below the front matter"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\nsource:\n  name: x\n  draft: true\n---\n\nالنص رقم {0}.\n", "beginning of its line"),
    ("---\ntitle: خبر {0}\n  draft: true\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", "malformed"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18, draft: true\n---\n\nالنص رقم {0}.\n", "malformed"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\ndraft: true\ndraft: false\n---\n\nالنص رقم {0}.\n", "given twice"),
    ("\ufeff---\r\ntitle: خبر {0}\r\ndate: 2024-07-18\r\nDraft: true\r\n---\r\n\r\nالنص رقم {0}.\r\n", "did you mean `draft`"),
    ("---\ntitle: '[مسودّة] خبر {0}'\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", ":2: the title says `[مسودّة]`"),
    ("---\ntitle: 'مسودة: خبر {0}'\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", ":2: the title says `مسودة:`"),
    ("---\ntitle: خبر {0} (brouillon)\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", ":2: the title says `(brouillon)`"),
    ("---\ntitle: NE PAS PUBLIER – خبر {0}\ndate: 2024-07-18\n---\n\nنص\n", ":2: the title says `NE PAS PUBLIER –`"),
    ("---\ntitle: خبر {0} [WIP]\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", ":2: the title says `[WIP]`"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n\n<!— تحقق من الاسم —>\n", ":8: `<!—` looks like"),
    ("+++\ntitle = 'خبر {0}'\ndraft = true\n+++\n\nالنص رقم {0}.\n", "there is no front matter"),
    ("مقدمة\n---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", "there is no front matter"),
    ('---\ntitle: "\\x80"\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n', "U+0080"),
    ('---\ntitle: "\\u200b\\u200f"\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n', "nothing to be seen of the title"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\nمسودة: نعم\n\nالنص رقم {0}.\n", "`مسودة: نعم` stands below"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n\nNot published : yes\n", "yes` stands below"),
    (
        "---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n\n---\ntitle: آخر\ndraft: true\n---\n\nالنص.\n",
        ":8: a second head begins here, with `title`",
    ),
    ("---\ntitle: خبر {0}\u2028draft: true\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", ":2: `draft` stands behind U+2028"),
    ("---\ntitle: خبر {0}\u0085brouillon : oui\ndate: 2024-07-18\n---\n\nنص\n", ":2: `brouillon` stands behind U+0085"),
    ("---\ntitle: خبر {0}\ndate: 2024-07-18\n---\n\n  <<<<<<< A\n  النص رقم {0}.\n  =======\n  >>>>>>> B\n", ":6: a merge conflict"),
    ("---\ntitle: خبر {0}\nslug: " + "s" * 300 + "\ndate: 2024-07-18\n---\n\nالنص رقم {0}.\n", "longer than 200 bytes"),
]  # fmt: skip


def test_a_head_that_is_not_what_it_seems_is_told_and_nothing_of_it_is_public(tmp_path: Path) -> None:
    files = {
        f"content/articles/2024/07/18-{number:06x}/ar.md": text.replace("{0}", str(number))
        for number, (text, _) in enumerate(HEADS)
    }
    site = newsroom(tmp_path, [], files)
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, set())
    for number, (_, said) in enumerate(HEADS):
        (told,) = said_of(done.stderr, number)
        assert told.startswith("problem: ") and said in told, (said, told)


def test_a_name_that_is_too_long_is_a_problem_of_its_line_and_stops_nothing_else(tmp_path: Path) -> None:
    site = newsroom(tmp_path, ["x-a: 1", "image: " + "a" * 300 + ".jpg", "x-c: 1"])
    path = site / "content/articles/2024/07/18-000000/ar.md"
    long = "ب" * 200
    path.write_text(
        path.read_text("utf-8") + f"\n![صورة]({long}.jpg)\n\n[رابط]({long}.md) [ملف]({long}.pdf)\n", "utf-8"
    )
    done = nashra("build", cwd=site)
    assert (done.returncode, public(site)) == (1, {0, 1, 2})
    assert [line.count("a name of more than 255 bytes") for line in said_of(done.stderr, 0)] == [1, 0, 1]
    (told,) = said_of(done.stderr, 1)
    assert "ar.md:2: the picture" in told
    assert "a name of more than 255 bytes" in told


@pytest.mark.parametrize("line", ["drfat: true", "published: no", "status: à relire", "brouillon: oui", "draft: tru"])
def test_a_text_that_says_in_other_words_that_it_is_not_ready_is_imported_as_a_draft(tmp_path: Path, line: str) -> None:
    root = newsroom(tmp_path / "site", [])
    (tmp_path / "a.md").write_text(f"---\ntitle: وصول الوفد\ndate: 2024-07-18\n{line}\n---\n\nوصل الوفد.\n", "utf-8")
    assert nashra("import", str(tmp_path / "a.md"), "--lang", "ar", cwd=root).returncode == 0
    (path,) = root.rglob("ar.md")
    assert "\ndraft: true\n" in path.read_text("utf-8")


def test_a_symbolic_link_out_of_the_site_is_refused_unless_a_setting_allows_where_it_leads(tmp_path: Path) -> None:
    root = newsroom(tmp_path / "site", ["x-a: 1", "x-b: 1"])
    outside = tmp_path / "outside"
    shutil.move(root / "content/articles/2024/07/18-000001", outside)
    (root / "content/articles/2024/07/18-000001").symlink_to(outside)
    secret = tmp_path / "secret.md"
    secret.write_text("---\ntitle: خبر 2\n---\n\nالنص رقم 2.\n", "utf-8")
    (root / "content/pages").mkdir()
    (root / "content/pages/about.ar.md").symlink_to(secret)
    (root / "content/pages/inside.ar.md").symlink_to(root / "content/copy.md")
    (root / "content/copy.md").write_text("---\ntitle: خبر 3\n---\n\nالنص رقم 3.\n", "utf-8")
    done = nashra("build", cwd=root)
    assert (done.returncode, public(root)) == (1, {0, 3})
    for name in ("articles/2024/07/18-000001", "pages/about.ar.md"):
        assert f"problem: content/{name}: this is a symbolic link that leads out of the site" in done.stderr
    (root / "nashra.toml").write_text(
        (root / "nashra.toml").read_text("utf-8") + '[paths]\nlinks = ["../outside"]\n', "utf-8"
    )
    done = nashra("build", cwd=root)
    assert public(root) == {0, 1, 3}
    (root / "content/topics.yaml").unlink()
    (root / "content/topics.yaml").symlink_to(secret)
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    assert "topics.yaml: this is a symbolic link that leads out of the site" in done.stderr
    assert public(root) == {0, 1, 3}


SEEN_BY_NOBODY = [
    ("18-000001", "title: \u3164\u115f\u2800\ndate: 2024-07-18", "نص.", ":2: there is nothing to be seen of the title"),
    ("18-000002", "title: خبر\ndate: 2024-07-18", "\u200b\n\u2060", ":6: there is nothing in this text"),
    ("18-000003", "title: خبر\ndate: 2024-07-18", "<!-- كل النص -->", ":6: there is nothing in this text"),
    ("18-000004", "<<: {draft: true}\ntitle: خبر\ndate: 2024-07-18", "نص.", ":2: the merge sign `<<`"),
    ("31-000005", "title: خبر\ndate: 2024-06-30", "نص.", ": the folder is named after a day that no month has"),
    ("18-000006", "title: خبر\ndate: 2024-06-18", "| أ |\n|---|\n| 1 | 2 |", ":8: the table has no column for '2'"),
    ("18-000007", "title: خبر\ndate: 2024-06-18", "نص.\n\n[المصدر]: وكالة", ":8: this line is the target of a link"),
]


def test_what_nobody_would_see_and_days_that_are_none_are_told_with_their_line(tmp_path: Path) -> None:
    files = {
        f"content/articles/2024/06/{folder}/ar.md": f"---\n{head}\n---\n\n{body}\n"
        for folder, head, body, _ in SEEN_BY_NOBODY
    }
    site = write_site(tmp_path, files)
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    for folder, _, _, said in SEEN_BY_NOBODY:
        (told,) = [line for line in done.stderr.splitlines() if f"/{folder}" in line and line.startswith("problem")]
        assert said in told
    assert not list((site / "site/ar").glob("2024/06/*.html"))


BODIES = [
    # a text; what is said of it, with its line; what a page shows of it
    ("أول <style> ثان", "problem: {}:9: `<style>` is not closed", None),
    ("أول\n\n<script>ثان", "problem: {}:11: `<script>` is not closed", None),
    ("أول <!-- ثان", "problem: {}:9: `<!--` is not closed", None),
    ("أول <math><mi>س", "problem: {}:9: `<math>` is not closed", None),
    ("<!DOCTYPE ثان", "problem: {}:9: the text of this block would not reach the reader", None),
    (
        '<iframe src="https://x.example/v"></iframe>',
        "warning: {}:9: the embedded `iframe`",
        'href="https://x.example/v"',
    ),
    ("www.x.example و a@x.example و https://y.example/", "", 'href="https://y.example/"'),
    ("**أول **ثان [ثالث", "warning: {}:9: nothing closes `**أول`", "ثالث"),
    ("[" * 30_000 + "أول", "", "أول"),
    ("[أ](" * 5_000, "", "[أ]("),
    ("النص " * 50 + '<a href="' * 3_000, 'warning: {}:9: `<a href="` is no tag', "&lt;a href="),
    ("<table><tr><td>أول" * 60, "", "أول"),
]


def test_texts_that_would_be_lost_are_named_with_their_line_and_stop_no_other(tmp_path: Path) -> None:
    root = newsroom(tmp_path, ["x-a: 1"] * len(BODIES))
    for number, (body, _, _) in enumerate(BODIES):
        path = root / f"content/articles/2024/07/18-{number:06x}/ar.md"
        path.write_text(path.read_text("utf-8") + f"\n{body}\n\nخاتمة رقم {number}.\n", "utf-8")
    done = nashra("build", cwd=root)
    assert done.returncode == 1
    assert public(root) == {number for number, (_, _, shown) in enumerate(BODIES) if shown}
    for number, (body, said, shown) in enumerate(BODIES):
        told = said_of(done.stderr, number)
        name = f"content/articles/2024/07/18-{number:06x}/ar.md"
        assert [line.startswith(said.format(name)) for line in told] == [True] * bool(said), (body[:40], told)
        if shown:
            page = (root / f"site/ar/2024/07/{number:06x}.html").read_text("utf-8")
            assert shown in page and f"خاتمة رقم {number}" in page, body[:40]


def test_a_translation_of_itself_and_a_text_in_a_folder_within_an_article_are_told(tmp_path: Path) -> None:
    folder = "content/articles/2024/07/18-000000"
    version = "---\ntitle: Texte\ntranslation: {{from: {}, state: manual}}\n---\n\nTexte.\n"
    site = newsroom(
        tmp_path,
        ["x-a: 1", "x-b: 1"],
        {
            f"{folder}/fr.md": version.format("fr"),
            "content/articles/2024/07/18-000001/fr.md": version.format("en"),
            "content/articles/2024/07/18-000001/en.md": version.format("fr"),
            f"{folder}/18-abcdef/ar.md": "---\ntitle: خبر 9\ndate: 2024-07-18\n---\n\nالنص رقم 9.\n",
            f"{folder}/photos/README.md": "x\n",
        },
    )
    for _ in ("cold", "warm"):
        done = nashra("build", cwd=site)
        assert (done.returncode, public(site)) == (1, {0, 1})
        assert f"{folder}/fr.md:3: `translation.from` is 'fr', this version itself" in done.stderr
        assert "`translation.from` is 'en', which leads back to it (fr from en from fr)" in done.stderr
        assert f"problem: {folder}/18-abcdef/ar.md: this text is not read" in done.stderr
        assert "README" not in done.stderr


ELSEWHERE = [
    # files beside a good article; what a build says of them
    ({"content/sources.yaml": BEFORE + "- url: a\n" + AFTER.format(other="- url: b\n")}, "problem: content/sources.yaml:1: a merge"),
    ({"content/moved.txt": BEFORE + "a b\n" + AFTER.format(other="c d\n")}, "problem: content/moved.txt:1: a merge conflict"),
    ({"articles/2024/07/18-000009/ar.md": "x\n"}, "warning: articles: nothing is read from this folder"),
    ({"Content/articles/2024/07/18-000009/ar.md": "x\n"}, "warning: Content: nothing is read from this folder; is it a part"),
    ({"Static/logo.svg": "<svg/>\n"}, "warning: Static: nothing is taken from this folder; did you mean `static`?"),
    ({"content/pages/contact.ar.md": "---\ntitle: اتصل بنا\n---\n"}, "warning: content/pages/contact.ar.md:4: the page has no"),
    ({"pages/README.md": "x\n", "docs/a.md": "x\n"}, ""),
]  # fmt: skip


def test_what_lies_where_no_build_looks_is_told(tmp_path: Path) -> None:
    for number, (files, said) in enumerate(ELSEWHERE):
        site = newsroom(tmp_path / str(number), ["x-a: 1"], files)
        stderr = nashra("build", cwd=site).stderr
        assert public(site) == {0}
        assert stderr.startswith(said) and bool(stderr) is bool(said), stderr
    for name in ("Nashra.toml", "nashra.toml.txt", "nashra (1).toml"):
        (site / "nashra.toml").rename(site / name)
        assert f"(there is '{name}': call it nashra.toml)" in nashra("build", cwd=site).stderr
        (site / name).rename(site / "nashra.toml")


def test_check_tells_copies_and_addresses_that_no_reader_can_reach_and_no_fault_of_our_own_making(
    tmp_path: Path,
) -> None:
    site = newsroom(tmp_path, ["x-a: 1", "x-b: 1", "x-c: 1"])
    folder = site / "content/articles/2024/07"
    shutil.copytree(folder / "18-000000", folder / "18-00000a")
    links = "\n".join(f"[ر](http://{host}/a)" for host in ("localhost:8000", "192.168.1.7", "[::1]", "pc-sara.local"))
    for number, more in ((1, f"{links}\n"), (2, "[رابط]()\n\n[^1]: حاشية لا يشير إليها شيء.\n")):
        path = folder / f"18-00000{number}" / "ar.md"
        path.write_text(path.read_text("utf-8") + f"\n{more}", "utf-8")
    (site / "content/sources.yaml").write_text("a: {fed: https://a.example/rss, name: x}\n", "utf-8")
    found = nashra("check", cwd=site).stdout
    assert (
        "18-00000a/ar.md\n      -  warning  content       this text and its title are also those of articles/2024"
        in found
    )
    assert found.count("leads to a machine that readers cannot reach") == 4
    assert "      9  warning  content       `[رابط]()` leads nowhere" in found
    assert "nothing leads to the footnote [^1]" in found
    assert "sources.yaml\n      1  error    content       the source 'a' has no web address as `feed`" in found
    assert "5 errors, 4 warnings" in found
