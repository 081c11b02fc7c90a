"""content/ -> model: what can be read is read, and every fault is named with file, line and a way out."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.content import store
from nashra.kit.errors import ContentError, Problem, errors_in
from nashra.model import Article, BlockRecord, Content, Source
from nashra.settings import config
from support.commands import article_text, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
GOOD = {"content/articles/2024/07/19-aaaaaa/ar.md": article_text("خبر صحيح", "نصه.", date="2024-07-19")}
HEAD = "title: عنوان\nlang: ar\ndate: 2024-07-18\n"


def text(head: str, body: str = "نص المقال.") -> str:
    return f"---\n{head}---\n\n{body}\n"


def load(root: Path, files: dict[str, str]) -> tuple[Content, list[Problem]]:
    return store.load(config.load(write_site(root, {**GOOD, **files})))


def one_fault(root: Path, files: dict[str, str]) -> tuple[str, int | None, str]:
    """(path, line, message and hint) of the only problem; the good article must have been read nevertheless."""
    content, problems = load(root, files)
    assert "aaaaaa" in [article.id for article in content.articles]
    (problem,) = problems
    assert problem.path is not None
    return problem.path.relative_to(root).as_posix(), problem.line, f"{problem.message} ({problem.hint})"


def original(root: Path, head: str) -> Article:
    content, problems = load(root, {f"{FOLDER}/ar.md": text(head)})
    assert errors_in(problems) == ()
    return next(article for article in content.articles if article.id == "3f9a1c")


def test_an_article_is_read_with_all_its_fields(tmp_path: Path) -> None:
    head = (
        "title:  وصول\n  الوفد\nlang: ar\ndate: 2024-07-18\nupdated: 2024-07-19T10:00:00+02:00\nauthor: سارة\n"
        "source: {name: هسبريس, url: https://x.example/أ?b=1}\ntopics: [security, sport, security]\nslug: وصول\n"
        "summary: |\n  سطر\n  آخر\ndigest: 0123456789abcdef\nx-mine: kept\n"
    )
    article = original(tmp_path, head)
    assert (article.folder, article.month, article.lang) == ("2024/07/18-3f9a1c", "2024/07", "ar")
    assert article.published.isoformat() == "2024-07-18T00:00:00+01:00"
    assert article.has_time is False
    assert article.updated is not None
    assert article.updated.isoformat() == "2024-07-19T10:00:00+02:00"
    assert (article.authors, article.source) == (("سارة",), Source("هسبريس", "https://x.example/أ?b=1"))
    assert (article.topics, article.digest) == (("security", "sport"), "0123456789abcdef")
    version = article.original
    assert (version.title, version.slug, version.summary) == ("وصول الوفد", "وصول", "سطر آخر")
    assert (version.body, version.body_line, version.translation) == ("نص المقال.\n", 18, None)


def test_a_version_is_read_with_what_is_remembered_of_its_blocks(tmp_path: Path) -> None:
    french = (
        "title: Arrivée\nlang: fr\ntranslation:\n  from: ar\n  state: machine\n  engine: ar_en-1.0\n  via: [en]\n"
        "  title: 00000000-11111111\n  blocks:\n    - aaaaaaaa-bbbbbbbb\n    - aaaaaaaa-bbbbbbbb human\n"
        "    - -bbbbbbbb human\n    - aaaaaaaa- human\n    - aaaaaaaa-bbbbbbbb review\n"
    )
    content, problems = load(tmp_path, {f"{FOLDER}/ar.md": text(HEAD), f"{FOLDER}/fr.md": text(french, "Texte.")})
    assert problems == []
    article = next(article for article in content.articles if article.id == "3f9a1c")
    made = article.versions["fr"].translation
    assert made is not None
    assert (made.origin, made.state, made.engine, made.via) == ("ar", "machine", "ar_en-1.0", ("en",))
    assert (made.title, made.summary) == (BlockRecord("00000000", "11111111"), None)
    assert [store.format_record(record) for record in made.blocks] == [
        "aaaaaaaa-bbbbbbbb",
        "aaaaaaaa-bbbbbbbb human",
        "-bbbbbbbb human",
        "aaaaaaaa- human",
        "aaaaaaaa-bbbbbbbb review",
    ]
    assert article.versions["fr"].slug == "3f9a1c"


def test_articles_come_newest_first_and_in_a_fixed_order(tmp_path: Path) -> None:
    dates = {
        "01-aaaaa1": "2024-07-01",
        "01-aaaaa2": "2024-07-01T10:00",
        "02-aaaaa3": "2024-07-01",
        "03-aaaaa4": "2024-08-01",
    }
    files = {f"content/articles/2024/07/{name}/ar.md": article_text("x", "y", date=day) for name, day in dates.items()}
    content, _ = load(tmp_path, files)
    assert [article.id for article in content.articles] == ["aaaaa4", "aaaaaa", "aaaaa2", "aaaaa3", "aaaaa1"]


@pytest.mark.parametrize(
    ("date", "moment", "has_time"),
    [
        ("2024-07-18", "2024-07-18T00:00:00+01:00", False),
        ("'2024-07-18'", "2024-07-18T00:00:00+01:00", False),
        ("2024-07-18T10:00:00+01:00", "2024-07-18T10:00:00+01:00", True),
        ("2024-07-18T10:00:00Z", "2024-07-18T10:00:00+00:00", True),
        ("2024-07-18t10:00z", "2024-07-18T10:00:00+00:00", True),
        ("2024-07-18 10:00", "2024-07-18T10:00:00+01:00", True),
        ("٢٠٢٤-٠٧-١٨", "2024-07-18T00:00:00+01:00", False),
        ("2024-07-18 10:00:00 +0200", "2024-07-18T10:00:00+02:00", True),
        ("2024-03-20 10:00", "2024-03-20T10:00:00+00:00", True),  # Morocco goes back an hour for Ramadan
        # what is said of so far a day differs with the zone tables of the system
        ("9999-12-31", datetime(9999, 12, 31, tzinfo=ZoneInfo("Africa/Casablanca")).isoformat(), False),
    ],
)
def test_a_date_is_read_with_its_zone_or_that_of_the_site(
    tmp_path: Path, date: str, moment: str, has_time: bool
) -> None:
    article = original(tmp_path, HEAD.replace("2024-07-18", date))
    assert (article.published.isoformat(), article.has_time) == (moment, has_time)


@pytest.mark.parametrize(
    "date",
    [
        "2024-13-45",
        "2024-02-30",
        "0001-01-01",
        "9999-12-31T23:59:59-12:00",
        "20240718",
        "2024-W29-4",
        "2024-7-8",
        "18/07/2024",
        "18 يوليوز 2024",
        "2024-07-18T25:00",
        "2024-07-18T10",
        "2024-07-18T10:00+99:00",
        "2024-07-18T10:00+15:00",
        "yesterday",
    ],
)
def test_what_is_no_date_is_told_how_to_be_one(tmp_path: Path, date: str) -> None:
    path, line, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD.replace("2024-07-18", date))})
    assert (path, line) == (f"{FOLDER}/ar.md", 4)
    assert "not a date (write it as 2024-07-18" in said


@pytest.mark.parametrize("date", ["1448-05-09", "١٤٤٨-٠٥-٠٩", "1405-09-09T10:00"])
def test_a_day_of_another_calendar_holds_the_article_back(tmp_path: Path, date: str) -> None:
    path, line, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD.replace("2024-07-18", date))})
    assert (path, line) == (f"{FOLDER}/ar.md", 4)
    assert "a day of the Islamic or of the Persian calendar" in said


@pytest.mark.parametrize(
    ("head", "line", "message"),
    [
        ("title: عنوان\nlang: ar\ndate:\n", 1, "no date"),
        ("title: عنوان\nlang: ar\ndate: ~\n", 1, "no date"),
        ("title: عنوان\nlang: ar\n", 1, "no date (add a line such as `date: 2024-07-18`)"),
        (HEAD.replace("عنوان", ""), 1, "no title"),
        (HEAD.replace("عنوان", "[a]"), 2, "`title` must be a text"),
        (HEAD.replace("lang: ar", "lang: no"), 3, "`lang` is 'no' in a file named ar.md"),
        (HEAD.replace("lang: ar", "lang: fr"), 3, "`lang` is 'fr' in a file named ar.md"),
        (HEAD + "date: 2024-07-19\n", 5, "`date` is given twice"),
        (HEAD + "updated: غدا\n", 5, "`updated` is 'غدا', not a date"),
        (HEAD + "author: {a: b}\n", 5, "`author` must be a list of words"),
        (HEAD + "topics: {a: b}\n", 5, "`topics` must be a list of words"),
        (HEAD + "topics: [[a]]\n", 5, "`topics` must be a list of words"),
        (HEAD + "source: {url: https://x.example}\n", 5, "`source` needs a name"),
        (HEAD + "source: {name: x, url: 'javascript:alert(1)'}\n", 5, "not a web address"),
        (HEAD + "source:\n  name: x\n  url: http://a b/\n", 5, "not a web address"),
        (HEAD + "slug: ../x\n", 5, "the slug '../x' may hold"),
        (HEAD + "slug: CON\n", 5, "Windows"),
        (HEAD + "slug: a/b\n", 5, "may hold"),
        (HEAD + "slug: 😀\n", 5, "may hold"),
        (HEAD + "slug: cafe\u0301\n", 5, "NFD"),
        (HEAD + "slug: index\n", 5, "own page"),
        (HEAD + "translation: fr\n", 5, "`translation` must be a table"),
        (HEAD + "translation: {from: xx, state: manual}\n", 5, "`translation.from` is 'xx'"),
        (HEAD + "translation: {from: fr, state: auto}\n", 5, "one of machine, reviewed, manual"),
        (HEAD + "translation:\n  from: fr\n  state: manual\n  blocks: x\n", 8, "must be a list"),
        (HEAD + "translation:\n  from: fr\n  state: manual\n  blocks: [zz]\n", 8, "no pair of fingerprints"),
        (HEAD + "translation:\n  from: fr\n  state: manual\n  blocks: [aaaaaaaa-bbbbbbbb maybe]\n", 8, "no mark"),
    ],
)
def test_a_fault_in_a_field_is_named_and_the_rest_is_read(tmp_path: Path, head: str, line: int, message: str) -> None:
    path, at, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(head)})
    assert (path, at) == (f"{FOLDER}/ar.md", line)
    assert message in said


def test_an_article_without_text_is_a_fault(tmp_path: Path) -> None:
    assert "has no text" in one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD, "")})[2]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, text(HEAD).encode("windows-1256"), text(HEAD).encode("utf-16"), b""]
)
def test_a_file_that_is_no_text_is_a_fault(tmp_path: Path, data: bytes) -> None:
    write_site(tmp_path, GOOD)
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "ar.md").write_bytes(data)
    content, problems = store.load(config.load(tmp_path))
    assert [article.id for article in content.articles] == ["aaaaaa"]
    assert [(problem.path, bool(problem.hint)) for problem in problems] == [(tmp_path / FOLDER / "ar.md", True)]


def test_windows_line_ends_and_a_byte_order_mark_change_nothing(tmp_path: Path) -> None:
    plain = original(tmp_path / "a", HEAD)
    content, problems = load(tmp_path / "b", {f"{FOLDER}/ar.md": "\ufeff" + text(HEAD).replace("\n", "\r\n")})
    assert problems == []
    other = content.articles[1]
    assert (other.original.title, other.original.body, other.original.body_line) == (
        plain.original.title,
        plain.original.body,
        plain.original.body_line,
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("xx.md", "there is no language 'xx' (name the file after its language: ar.md, fr.md, en.md)"),
        ("de.md", "the site has no language 'de' (add it to site.languages in nashra.toml)"),
        ("AR.md", "there is no language 'AR'"),
        ("ar (1).md", "there is no language 'ar (1)'"),
        ("fr.markdown", "must end in .md"),
        ("fr.MD", "must end in .md"),
        ("fr.md.txt", "must end in .md"),
    ],
)
def test_a_file_in_no_language_of_the_site_is_named(tmp_path: Path, name: str, message: str) -> None:
    path, _, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD), f"{FOLDER}/{name}": text(HEAD)})
    assert path == f"{FOLDER}/{name}"
    assert message in said


def test_files_of_other_kinds_beside_an_article_are_left_alone(tmp_path: Path) -> None:
    names = [
        "photo.jpg",
        "notes.txt",
        ".DS_Store",
        "Thumbs.db",
        "ar.md~",
        ".ar.md.swp",
        "ar.md.orig",
        "a/b/ar.md",
        "~$fr.md",
        "fr.po",
    ]
    content, problems = load(tmp_path, {f"{FOLDER}/ar.md": text(HEAD)} | {f"{FOLDER}/{name}": "x" for name in names})
    assert (len(content.articles), problems) == (2, [])


def test_two_originals_are_a_fault(tmp_path: Path) -> None:
    files = {f"{FOLDER}/ar.md": text(HEAD), f"{FOLDER}/fr.md": text(HEAD.replace("lang: ar", "lang: fr"))}
    path, _, said = one_fault(tmp_path, files)
    assert path == FOLDER
    assert "ar.md, fr.md" in said
    assert "state: manual" in said


def test_an_article_without_an_original_is_a_fault(tmp_path: Path) -> None:
    version = "title: t\nlang: fr\ntranslation: {from: ar, state: manual}\n"
    assert "no original" in one_fault(tmp_path, {f"{FOLDER}/fr.md": text(version)})[2]
    assert "no original" in one_fault(tmp_path / "empty", {f"{FOLDER}/photo.jpg": ""})[2]


def test_a_faulty_original_is_not_reported_twice(tmp_path: Path) -> None:
    version = "title: t\nlang: fr\ntranslation: {from: ar, state: manual}\n"
    path, _, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": "x", f"{FOLDER}/fr.md": text(version)})
    assert (path, "no front matter" in said) == (f"{FOLDER}/ar.md", True)


def test_a_faulty_version_does_not_take_the_article_away(tmp_path: Path) -> None:
    content, problems = load(tmp_path, {f"{FOLDER}/ar.md": text(HEAD), f"{FOLDER}/fr.md": "x"})
    assert [list(article.versions) for article in content.articles] == [["ar"], ["ar"]]
    assert len(problems) == 1


def test_a_version_of_a_version_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    version = "title: t\nlang: fr\ntranslation: {from: en, state: manual}\n"
    path, line, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD), f"{FOLDER}/fr.md": text(version)})
    assert (path, line) == (f"{FOLDER}/fr.md", 4)
    assert "'en', a version that is not there" in said


def test_two_articles_with_one_id_are_a_fault(tmp_path: Path) -> None:
    later = "content/articles/2024/08/01-3f9a1c"
    path, _, said = one_fault(tmp_path, {f"{FOLDER}/ar.md": text(HEAD), f"{later}/ar.md": text(HEAD)})
    assert path == later
    assert "already that of 2024/07/18-3f9a1c" in said


@pytest.mark.parametrize(
    ("name", "blamed"),
    [
        ("ar.md", "ar.md"),
        ("2024/ar.md", "2024/ar.md"),
        ("2024/07/ar.md", "2024/07/ar.md"),
        ("2024/18-3f9a1c/ar.md", "2024/18-3f9a1c/ar.md"),
        ("2024/07/18-XYZ/ar.md", "2024/07/18-XYZ"),
        ("2024/7/18-3f9a1c/ar.md", "2024/7/18-3f9a1c"),
        ("2024/13/18-3f9a1c/ar.md", "2024/13/18-3f9a1c"),
        ("2024/07/45-3f9a1c/ar.md", "2024/07/45-3f9a1c"),
        ("12024/07/18-3f9a1c/ar.md", "12024/07/18-3f9a1c"),
        ("٢٠٢٤/07/18-3f9a1c/ar.md", "٢٠٢٤/07/18-3f9a1c"),
        ("notes/a/b/c.md", "notes/a/b"),
    ],
)
def test_a_text_in_the_wrong_place_is_not_passed_over_in_silence(tmp_path: Path, name: str, blamed: str) -> None:
    path, _, said = one_fault(tmp_path, {f"content/articles/{name}": text(HEAD)})
    assert path == f"content/articles/{blamed}"
    waits = name in ("ar.md", "2024/ar.md", "2024/07/ar.md")
    assert ("gives it its place" if waits else "articles/YYYY/MM/DD-id/") in said


def test_stray_files_are_nobodys_business(tmp_path: Path) -> None:
    names = ["README.md", "2024/README.md", "2024/07/README.md", "2024/07/Thumbs.db", ".DS_Store", "2024/.DS_Store"]
    assert load(tmp_path, {f"content/articles/{name}": "x" for name in names})[1] == []


def test_a_file_where_a_folder_should_be_is_a_fault(tmp_path: Path) -> None:
    root = write_site(tmp_path, {"content/pages": "x", "content/entities": "x"})
    _, problems = store.load(config.load(root))
    assert [problem.message for problem in problems] == ["this must be a folder"] * 2


def test_articles_that_cannot_be_listed_are_an_error_and_no_empty_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = config.load(write_site(tmp_path, {"content/articles/2024/07/18-3f9a1c/ar.md": text(HEAD)}))
    scandir = os.scandir

    def refuse(folder: str | Path) -> object:
        if Path(folder) == settings.content / "articles":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    with monkeypatch.context() as patch, pytest.raises(ContentError, match="cannot be read: Permission denied"):
        patch.setattr(os, "scandir", refuse)
        store.load(settings)
    assert len(store.load(settings)[0].articles) == 1


def test_a_new_site_needs_no_content_but_a_named_folder_must_be_there(tmp_path: Path) -> None:
    content, problems = store.load(config.load(write_site(tmp_path / "new", {})))
    assert (content.articles, problems) == ((), [])
    root = write_site(tmp_path / "named", {})
    toml = root / "nashra.toml"
    toml.write_text(toml.read_text("utf-8") + '[paths]\ncontent = "contents"\n', "utf-8")
    with pytest.raises(ContentError, match="is not there"):
        store.load(config.load(root))
    with pytest.raises(ContentError, match="is not there"):
        store.load(config.load(write_site(tmp_path / "file", {"content": "x"})))


@pytest.mark.parametrize(
    ("yaml", "line", "message"),
    [
        ("- a\n", 1, "must map topic ids to names"),
        ("sport: رياضة\n", 1, "one name a language"),
        ("ok: {ar: ج}\nC/D: {ar: x}\n", 2, "may hold"),
        ("a: {ar: [x]}\n", 1, "one name a language"),
        ("a: {ar: x}\na: {ar: y}\n", 2, "given twice"),
        ("a: {\n", 2, "malformed"),
    ],
)
def test_a_fault_in_the_topics_is_named(tmp_path: Path, yaml: str, line: int, message: str) -> None:
    path, at, said = one_fault(tmp_path, {"content/topics.yaml": yaml})
    assert (path, message in said) == ("content/topics.yaml", True)
    assert at == line


def test_topics_that_readers_cannot_tell_apart_are_told(tmp_path: Path) -> None:
    topics = "eco: {ar: اقتصاد, fr: Économie}\neconomy: {ar: مال, fr: économie}\nsport: {fr: Sport, en: Sport}\n"
    path, at, said = one_fault(tmp_path, {"content/topics.yaml": topics})
    assert (path, at) == ("content/topics.yaml", 2)
    assert "'eco' and 'economy' have one name, 'économie'" in said


def test_topics_have_names_by_language(tmp_path: Path) -> None:
    content, problems = load(tmp_path, {"content/topics.yaml": "sport: {ar: رياضة, fr: Sport, de: Sport}\nempty: {}\n"})
    assert problems == []
    assert content.topics["sport"].name("ar") == ("رياضة", "ar")
    assert content.topics["sport"].name("en") == ("رياضة", "ar")
    assert content.topics["empty"].name("ar") == ("empty", "")


def test_pages_are_read_by_name_and_language(tmp_path: Path) -> None:
    files = {
        "about.ar.md": text("title: عنا\n"),
        "about.fr.md": text("title: À propos\nlang: fr\n"),
        "photo.jpg": "",
        "README.md": "x",
    }
    content, problems = load(tmp_path, {f"content/pages/{name}": file for name, file in files.items()})
    assert problems == []
    assert [(page.name, page.lang, page.title) for page in content.pages] == [
        ("about", "ar", "عنا"),
        ("about", "fr", "À propos"),
    ]


@pytest.mark.parametrize(
    ("name", "file", "message"),
    [
        ("about.xx.md", text("title: x\n"), "not a page in a language"),
        ("about.md", text("title: x\n"), "not a page in a language"),
        ("con.ar.md", text("title: x\n"), "Windows"),
        ("about.ar.md", text("title:\n"), "no title"),
        ("about.ar.md", text("title: x\nlang: fr\n"), "`lang` is 'fr'"),
        ("about.ar.md", "x", "no front matter"),
    ],
)
def test_a_faulty_page_is_named(tmp_path: Path, name: str, file: str, message: str) -> None:
    path, _, said = one_fault(tmp_path, {f"content/pages/{name}": file})
    assert path == f"content/pages/{name}"
    assert message in said


@pytest.mark.parametrize(
    ("url", "good"),
    [
        ("https://x.example/أ/ب?c=d#e", True),
        ("http://127.0.0.1:8000/", True),
        ("HTTPS://X.example", True),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("//x.example/", False),
        ("https:///x", False),
        ("https://x.example:99999/", False),
        ('https://x.example/"onclick="', False),
        ("https://x.example/<script>", False),
        ("https://x.example/ y", False),
        ("https://x.example/\u202egpj", False),
        ("https://[::1", False),
        ("x.example", False),
        ("", False),
    ],
)
def test_a_web_address_is_told_from_what_is_none(url: str, good: bool) -> None:
    assert store.is_web_address(url) is good


@given(st.text(max_size=30))
def test_any_text_may_be_asked_whether_it_is_a_web_address(url: str) -> None:
    assert store.is_web_address(url) is False or url.lower().startswith("http")


def test_the_oldest_date_leaves_room_for_sums(tmp_path: Path) -> None:
    article = original(tmp_path, HEAD.replace("2024-07-18", "0001-01-05"))
    assert article.published - timedelta(days=2) > datetime.min.replace(tzinfo=article.published.tzinfo)
