"""Old addresses and where they lead: the whole site is built, changed and built again."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config
from support.commands import article_text, write_site

ONE = "content/articles/2024/07/18-aaaaaa"
TWO = "content/articles/2024/07/19-bbbbbb"


def text(title: str, slug: str, more: str = "", lang: str = "ar") -> str:
    return article_text(title, "نص المقال.", lang=lang, more=f"slug: {slug}\n{more}")


def french(slug: str, more: str = "") -> str:
    return f"---\ntitle: Arrivée\nslug: {slug}\n{more}translation: {{from: ar, state: manual}}\n---\n\nTexte.\n"


@dataclass
class Newsroom:
    """A site that a test changes and builds again and again, as the public one."""

    root: Path
    report: BuildReport = field(init=False)

    def build(self, files: Mapping[str, str] | None = None) -> None:
        write_site(self.root, files or {})
        self.report = build(config.load(self.root), remember=True)

    def leads(self, path: str) -> str:
        """The file that the page at the old address `path` sends readers on to."""
        html = self.page(path)
        refresh = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', html)
        link = re.search(r'<main.*?<a href="([^"]+)"', html, re.DOTALL)
        assert refresh is not None
        assert link is not None
        assert refresh[1] == link[1]
        return self.resolve(path, refresh[1])

    def resolve(self, path: str, link: str) -> str:
        found = unquote(urljoin(f"http://x/{path}", unescape(link))).removeprefix("http://x/")
        assert (self.report.output / found).is_file()
        return found

    def page(self, path: str) -> str:
        return (self.report.output / path).read_text("utf-8")

    def has(self, path: str) -> bool:
        return (self.report.output / path).exists()

    def is_article(self, path: str) -> bool:
        return '<article class="story">' in self.page(path)

    def messages(self) -> list[str]:
        return [problem.describe(self.root) for problem in self.report.problems]


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    made = Newsroom(tmp_path)
    made.build(
        {
            f"{ONE}/ar.md": text("وصول الوفد", "وصول"),
            f"{ONE}/fr.md": french("arrivee"),
            f"{TWO}/ar.md": text("عودة الوفد", "عودة"),
        }
    )
    yield made


def test_a_changed_slug_leaves_a_redirect_behind(room: Newsroom) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول-الوفد")})
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/07/وصول-الوفد.html"
    html = room.page("ar/2024/07/وصول.html")
    assert '<html lang="ar" dir="rtl">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert '<link rel="canonical" href="https://example.org/nashra/ar/2024/07/%D9%88' in html
    assert (room.report.redirects, room.report.problems, room.report.warnings) == (1, (), ())


def test_every_earlier_address_leads_straight_to_the_present_one(room: Newsroom) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "ب")})
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "ج")})
    assert room.leads("ar/2024/07/وصول.html") == room.leads("ar/2024/07/ب.html") == "ar/2024/07/ج.html"


def test_a_slug_changed_back_turns_the_redirect_round(room: Newsroom) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "ب")})
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول")})
    assert room.is_article("ar/2024/07/وصول.html")
    assert room.leads("ar/2024/07/ب.html") == "ar/2024/07/وصول.html"


def test_slugs_swapped_between_two_articles_are_pages_and_no_redirects(room: Newsroom) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "عودة"), f"{TWO}/ar.md": text("عودة الوفد", "وصول")})
    assert room.is_article("ar/2024/07/وصول.html")
    assert "عودة الوفد" in room.page("ar/2024/07/وصول.html")
    assert "وصول الوفد" in room.page("ar/2024/07/عودة.html")
    assert (room.report.redirects, room.report.problems, room.report.warnings) == (0, (), ())


def test_an_address_that_two_articles_had_in_turn_is_the_newer_one_s(room: Newsroom) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "ب")})
    room.build({f"{TWO}/ar.md": text("عودة الوفد", "وصول")})
    room.build({f"{TWO}/ar.md": text("عودة الوفد", "ج").replace("2024-07-18", "2024-07-19")})
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/07/ج.html"


def test_an_article_moved_to_another_month_is_found_from_the_old_one(room: Newsroom) -> None:
    (room.root / "content/articles/2024/08").mkdir()
    (room.root / ONE).rename(room.root / "content/articles/2024/08/01-aaaaaa")
    room.build()
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/08/وصول.html"
    assert room.leads("fr/2024/07/arrivee.html") == "fr/2024/08/arrivee.html"
    assert not room.report.warnings


def test_a_deleted_version_offers_the_original_and_says_so(room: Newsroom) -> None:
    (room.root / ONE / "fr.md").unlink()
    room.build()
    html = room.page("fr/2024/07/arrivee.html")
    assert '<html lang="fr"' in html
    assert "Cette page n’existe plus en français" in html
    assert '<bdi lang="ar" dir="rtl">وصول الوفد</bdi>' in html
    # a reader of French is asked before Arabic comes
    assert 'http-equiv="refresh"' not in html
    link = re.search(r'<main.*?<a href="([^"]+)"', html, re.DOTALL)
    assert link is not None
    assert room.resolve("fr/2024/07/arrivee.html", link[1]) == "ar/2024/07/وصول.html"


def test_a_language_taken_off_the_site_speaks_the_one_that_is_left(room: Newsroom) -> None:
    toml = room.root / "nashra.toml"
    (room.root / ONE / "fr.md").unlink()
    toml.write_text(toml.read_text("utf-8").replace('["ar", "fr", "en"]', '["ar"]'), "utf-8")
    room.report = build(config.load(room.root), remember=True)
    html = room.page("fr/2024/07/arrivee.html")
    assert '<html lang="ar" dir="rtl">' in html
    assert "لم تعد هذه الصفحة موجودة باللغة الفرنسية" in html


def test_a_deleted_article_is_a_warning_and_its_address_nothing(room: Newsroom) -> None:
    shutil.rmtree(room.root / ONE)
    room.build()
    (warning,) = room.report.warnings
    assert "the article aaaaaa is gone, and with it ar/2024/07/وصول.html and 1 more" in warning.message
    assert room.report.problems == ()
    assert not room.has("ar/2024/07/وصول.html")
    assert "aaaaaa" not in room.page("addresses.txt")
    room.build()
    assert len(room.report.warnings) == 1, "it is told at every build"
    ledger = room.root / "content/addresses.txt"
    ledger.write_text(ledger.read_text("utf-8").replace("article aaaaaa", "gone article aaaaaa"), "utf-8")
    room.build()
    assert not room.report.warnings


def test_an_alias_of_another_article_takes_the_address_of_a_deleted_one(room: Newsroom) -> None:
    shutil.rmtree(room.root / ONE)
    more = "aliases: [/ar/2024/07/وصول.html, /fr/2024/07/arrivee.html]\n"
    room.build({f"{TWO}/ar.md": text("عودة الوفد", "عودة", more)})
    assert not room.report.warnings
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/07/عودة.html"


def test_another_article_at_the_address_of_a_deleted_one_is_an_answer_too(room: Newsroom) -> None:
    shutil.rmtree(room.root / ONE)
    room.build({f"{TWO}/ar.md": text("عودة الوفد", "وصول"), f"{TWO}/fr.md": french("arrivee")})
    assert not room.report.warnings
    assert room.leads("ar/2024/07/عودة.html") == "ar/2024/07/وصول.html"


def test_aliases_of_versions_and_pages_lead_to_them(room: Newsroom) -> None:
    room.build(
        {
            f"{ONE}/fr.md": french("arrivee", "aliases: [/2023/05/ancien.html, old/path/, '/nashra/page.php']\n"),
            "content/pages/about.ar.md": "---\ntitle: حول\naliases: https://example.org/nashra/%D9%85%D9%86.html\n---\n\nنص\n",
        }
    )
    assert room.report.problems == ()
    for path in ("2023/05/ancien.html", "old/path/index.html", "page.php/index.html"):
        assert room.leads(path) == "fr/2024/07/arrivee.html"
        assert '<html lang="fr"' in room.page(path)
    assert room.leads("من.html") == "ar/about.html"


@pytest.mark.parametrize(
    ("alias", "message"),
    [
        ("/ar/2024/07/عودة.html", "that of a page which is there"),
        ("/AR/2024/07/عودة.html", "that of a page which is there"),
        ("/ar/2024/07/وصول.html", "the page's own"),
        ("/", "that of a page which is there"),
        ("/s/bbbbbb/", "that of a page which is there"),
        ("/assets/style.css", "a file or a folder that the site needs itself"),
        ("/addresses.txt", "a file or a folder that the site needs itself"),
        ("/robots.txt/", "a file or a folder that the site needs itself"),
        ("/ar/2024/07/عودة.html/x/", "a file or a folder that the site needs itself"),
    ],
)
def test_an_alias_never_takes_what_is_there(room: Newsroom, alias: str, message: str) -> None:
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول", f"aliases: ['{alias}']\n")})
    (problem,) = room.messages()
    assert problem.startswith(f"{ONE}/ar.md:6: the alias ")
    assert message in problem
    assert room.report.redirects == 0
    assert room.is_article("ar/2024/07/وصول.html")
    assert room.is_article("ar/2024/07/عودة.html")


def test_of_two_that_want_an_alias_the_older_article_gets_it(room: Newsroom) -> None:
    more = "aliases: [/old.html]\n"
    two = text("عودة الوفد", "عودة", more).replace("2024-07-18", "2024-07-19")
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول", more), f"{TWO}/ar.md": two})
    (problem,) = room.messages()
    assert problem.startswith(f"{TWO}/ar.md:6: the alias old.html is an alias of {ONE}/ar.md already")
    assert room.leads("old.html") == "ar/2024/07/وصول.html"


def test_the_pages_of_a_renamed_entity_and_topic_are_found_from_the_old_ids(room: Newsroom) -> None:
    body = article_text("الرباط", "خبر من الرباط.", more="slug: وصول\ntopics: [news]\n")
    places = "- id: rabat\n  names: {ar: الرباط}\n  former_ids: [rbat]\n"
    topics = "news: {ar: أخبار, former_ids: [actualites]}\n"
    room.build({f"{ONE}/ar.md": body, "content/entities/places.yaml": places, "content/topics.yaml": topics})
    assert room.report.problems == ()
    assert room.leads("fr/entities/rbat.html") == "fr/entities/rabat.html"
    assert room.leads("en/topics/actualites.html") == "en/topics/news.html"


def test_a_held_back_version_has_no_redirect_that_tells_of_it(room: Newsroom) -> None:
    room.build({f"{ONE}/fr.md": french("arrivee-2")})
    assert room.leads("fr/2024/07/arrivee.html") == "fr/2024/07/arrivee-2.html"
    room.build({f"{ONE}/fr.md": french("arrivee-2", "draft: true\n")})
    assert not any(room.has(f"fr/2024/07/{name}.html") for name in ("arrivee", "arrivee-2"))
    assert "arrivee" not in room.page("addresses.txt")
    assert not room.report.warnings
    room.build({f"{ONE}/fr.md": french("arrivee-3")})
    assert room.leads("fr/2024/07/arrivee.html") == "fr/2024/07/arrivee-3.html"


def test_no_address_is_ever_lost_whatever_happens_to_slugs_months_and_versions(room: Newsroom) -> None:
    rng = random.Random(5)
    slugs = {"ar": ["وصول", "عودة", "ب", "ج"], "fr": ["arrivee", "retour", "b", "c"]}
    ids = ["aaaaaa", "bbbbbb", "cccccc"]
    owners = {
        "ar/2024/07/وصول.html": {"aaaaaa"},
        "fr/2024/07/arrivee.html": {"aaaaaa"},
        "ar/2024/07/عودة.html": {"bbbbbb"},
    }
    for _ in range(9):
        shutil.rmtree(room.root / "content/articles")
        chosen = {lang: rng.sample(names, 3) for lang, names in slugs.items()}
        files, pages = {}, {}
        for number, id in enumerate(ids):
            month, with_french = rng.choice(["07", "08"]), rng.random() < 0.7
            folder = f"content/articles/2024/{month}/18-{id}"
            files[f"{folder}/ar.md"] = text(f"مقال {id}", chosen["ar"][number])
            pages[f"ar/2024/{month}/{chosen['ar'][number]}.html"] = id
            if with_french:
                files[f"{folder}/fr.md"] = french(chosen["fr"][number]).replace("Arrivée", f"Titre {id}")
                pages[f"fr/2024/{month}/{chosen['fr'][number]}.html"] = id
        room.build(files)
        assert (room.report.problems, room.report.warnings) == ((), ())
        for path, id in pages.items():
            owners.setdefault(path, set()).add(id)
        for path, possible in owners.items():
            html = room.page(path)
            assert room.is_article(path) == (path in pages)
            assert any(id in html for id in ([pages[path]] if path in pages else possible))
            if path not in pages:
                link = re.search(r'<main.*?<a href="([^"]+)"', html, re.DOTALL)
                assert link is not None
                assert pages[room.resolve(path, link[1])] in possible
    assert len(owners) > 12


def test_redirects_are_in_no_sitemap(room: Newsroom) -> None:
    room.build({f"{ONE}/fr.md": french("arrivee-2")})
    maps = "".join(path.read_text("utf-8") for path in sorted((room.root / "site").glob("sitemap*.xml")))
    assert "fr/2024/07/arrivee-2.html" in maps
    assert "fr/2024/07/arrivee.html" not in maps


def test_the_site_lists_its_addresses(room: Newsroom) -> None:
    room.build({f"{ONE}/fr.md": french("arrivee-2")})
    assert [line for line in room.page("addresses.txt").split("\n") if "arrivee" in line] == [
        "article aaaaaa fr/2024/07/arrivee-2.html",
        "article aaaaaa fr/2024/07/arrivee.html",
    ]


def test_a_build_that_is_not_the_public_one_remembers_nothing(tmp_path: Path) -> None:
    write_site(tmp_path, {f"{ONE}/ar.md": text("وصول الوفد", "وصول")})
    build(config.load(tmp_path))
    build(config.load(tmp_path), preview=True)
    assert not (tmp_path / "content/addresses.txt").exists()
    assert not (tmp_path / ".nashra" / "addresses.txt").exists()


def test_without_the_ledger_in_content_the_copy_in_the_cache_remembers(room: Newsroom) -> None:
    (room.root / "content/addresses.txt").unlink()
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول-الوفد")})
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/07/وصول-الوفد.html"
    assert "ar/2024/07/وصول.html" in (room.root / "content/addresses.txt").read_text("utf-8")


def test_a_build_that_has_nothing_to_add_writes_no_ledger(room: Newsroom) -> None:
    paths = (room.root / "content/addresses.txt", room.root / ".nashra/addresses.txt")
    before = [path.stat().st_ino for path in paths]
    room.build()
    assert [path.stat().st_ino for path in paths] == before
    assert paths[0].read_bytes() == paths[1].read_bytes()
    room.build({f"{ONE}/fr.md": french("arrivee-2")})
    assert [path.stat().st_ino for path in paths] != before


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "a merge conflict is only half resolved"),
        ("article x y z", "the line 'article x y z' is damaged"),
    ],
)
def test_a_damaged_line_is_a_problem_and_the_rest_still_leads(room: Newsroom, line: str, message: str) -> None:
    ledger = room.root / "content/addresses.txt"
    old = ledger.read_text("utf-8")
    ledger.write_text(f"{line}\n{old}", "utf-8")
    room.build({f"{ONE}/ar.md": text("وصول الوفد", "وصول-الوفد")})
    assert room.leads("ar/2024/07/وصول.html") == "ar/2024/07/وصول-الوفد.html"
    (problem,) = room.messages()
    assert problem.startswith(f"content/addresses.txt:1: {message}")
    assert ledger.read_text("utf-8") == f"{line}\n{old}"


def test_a_line_of_redirects_for_a_page_that_is_there_is_told(room: Newsroom) -> None:
    lines = ("/ar/2024/07/عودة.html /ar/index.html", "/ar/index.html /ar/index.html", "/old.html /ar/index.html")
    room.build({"content/redirects.txt": "".join(f"{line}\n" for line in lines)})
    (told,) = [warning.describe(room.root) for warning in room.report.warnings]
    assert told.startswith("content/redirects.txt:1: a page of the site answers at ar/2024/07/عودة.html itself")
    assert room.is_article("ar/2024/07/عودة.html")
    assert room.leads("old.html") == "ar/index.html"
