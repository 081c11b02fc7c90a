"""What a build promises: same bytes, faulty files left out and named, themes overridden, the old site safe."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from nashra.kit.errors import ConfigError, NashraError
from nashra.pipeline import build
from nashra.publish.build_report import BuildReport
from nashra.settings import config


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def article(site: Path, folder: str, title: str = "خبر", slug: str = "خبر", lang: str = "ar", **fields: str) -> Path:
    path = site / "content/articles" / folder / f"{lang}.md"
    own = {} if "translation" in fields else {"date": "2024-07-01"}
    head = {"title": f'"{title}"', **own, "slug": slug, **fields}
    write(path, "---\n" + "".join(f"{key}: {value}\n" for key, value in head.items()) + "---\nمتن الخبر.\n")
    return path


def built(site: Path) -> BuildReport:
    return build(config.load(site))


def test_two_builds_in_two_folders_are_byte_identical(report: BuildReport, copy: Path) -> None:
    assert tree(built(copy).output) == tree(report.output)
    assert tree(built(copy).output) == tree(report.output)


def test_a_site_without_articles_builds(tmp_path: Path) -> None:
    write(tmp_path / "nashra.toml", '[site]\nurl = "https://example.org/"\nlanguages = ["ar"]\ntitle = "نشرة"\n')
    (tmp_path / "content").mkdir()
    report = built(tmp_path)
    assert (report.articles, report.problems) == (0, ())
    text = (report.output / "ar/index.html").read_text("utf-8")
    assert "لا توجد مقالات بعد." in text
    assert 'hreflang="ar"' not in text


def test_a_language_without_a_catalogue_falls_back_to_english_texts(tmp_path: Path) -> None:
    write(tmp_path / "nashra.toml", '[site]\nurl = "https://example.org/"\nlanguages = ["nl"]\ntitle = "Bericht"\n')
    (tmp_path / "content").mkdir()
    assert "There are no articles yet." in (built(tmp_path).output / "nl/index.html").read_text("utf-8")


def test_a_faulty_file_is_named_and_the_rest_is_built(copy: Path) -> None:
    write(copy / "content/articles/2024/07/22-eeee55/ar.md", "---\ntitle: بلا تاريخ\n---\nنص.\n")
    report = built(copy)
    assert report.articles == 5
    assert [problem.message for problem in report.problems] == ["the article has no date"]


def test_two_articles_at_one_address_name_both_files_and_the_older_stays(copy: Path) -> None:
    article(copy, "2024/06/01-aa0001", "القديم", "واحد", date="2024-06-01")
    newer = article(copy, "2024/06/02-aa0002", "الجديد", "واحد", date="2024-06-02")
    report = built(copy)
    assert "القديم" in (report.output / "ar/2024/06/واحد.html").read_text("utf-8")
    (problem,) = report.problems
    assert problem.path == newer
    assert "content/articles/2024/06/01-aa0001/ar.md" in problem.message


def test_addresses_that_differ_in_capitals_only_are_one(copy: Path) -> None:
    article(copy, "2024/06/01-aa0001", slug="Rabat", date="2024-06-01")
    article(copy, "2024/06/02-aa0002", slug="rabat", date="2024-06-02")
    assert len(built(copy).problems) == 1


def test_a_translation_at_a_taken_address_is_left_out_alone(copy: Path) -> None:
    article(copy, "2024/06/01-aa0001", slug="a", date="2024-06-01")
    article(copy, "2024/06/01-aa0001", slug="one", lang="fr", translation="{from: ar, state: manual}")
    article(copy, "2024/06/02-aa0002", slug="b", date="2024-06-02")
    article(copy, "2024/06/02-aa0002", slug="one", lang="fr", translation="{from: ar, state: manual}")
    report = built(copy)
    assert len(report.problems) == 1
    assert (report.output / "ar/2024/06/b.html").is_file()
    assert "../../../fr/index.html" in (report.output / "ar/2024/06/b.html").read_text("utf-8")


def test_a_page_may_not_take_the_place_of_a_list(copy: Path) -> None:
    write(copy / "content/pages/topics.ar.md", "---\ntitle: مواضيع\n---\nنص.\n")
    report = built(copy)
    assert ["already that of a page that the site makes itself" in p.message for p in report.problems] == [True]


@pytest.mark.parametrize("topic", ["../../x", "a/b", "مع مسافة", "<b>"])
def test_a_topic_that_cannot_be_an_address_is_named(copy: Path, topic: str) -> None:
    path = article(copy, "2024/06/01-aa0001", date="2024-06-01", topics=f'["{topic}"]')
    (problem,) = built(copy).problems
    assert problem.path == path and repr(topic) in problem.message


@pytest.mark.parametrize(
    ("reference", "fault"),
    [
        ("missing.jpg", "is not there"),
        ("../../../../nashra.toml", "leads to nothing"),
        ("page.html", "no kind of file"),
        ("../19-aaaa11/en.md", "leads to nothing"),
        ("%00.jpg", "no file name"),
    ],
)
def test_a_link_that_leads_nowhere_is_named_with_its_line(copy: Path, reference: str, fault: str) -> None:
    path = copy / "content/articles/2024/08/01-dddd44/ar.md"
    (path.parent / "page.html").write_text("<script>")
    with path.open("a", encoding="utf-8") as stream:
        stream.write(f"\nسطر\n\n[هنا]({reference})\n")
    (problem,) = built(copy).problems
    assert fault in problem.message
    assert (problem.path, problem.line) == (path, 11)


def test_a_picture_that_is_a_symbolic_link_is_not_published(copy: Path) -> None:
    path = copy / "content/articles/2024/08/01-dddd44/ar.md"
    (copy / "secret.jpg").write_text("secret")
    (path.parent / "photo.jpg").symlink_to(copy / "secret.jpg")
    with path.open("a", encoding="utf-8") as stream:
        stream.write("\n![صورة](photo.jpg)\n")
    report = built(copy)
    assert ["is a symbolic link" in problem.message for problem in report.problems] == [True]
    assert b"secret" not in b"".join(tree(report.output).values())


def test_a_site_may_override_one_template_and_extend_the_default(copy: Path) -> None:
    write(
        copy / "templates/article.html",
        '{% extends "default/article.html" %}{% block footer %}<p>تذييل خاص</p>{% endblock %}',
    )
    output = built(copy).output
    text = (output / "ar/2024/08/لا-جديد-اليوم.html").read_text("utf-8")
    assert "<p>تذييل خاص</p>" in text and "<h1>لا جديد اليوم</h1>" in text
    assert "تذييل خاص" not in (output / "ar/index.html").read_text("utf-8")


def test_a_site_may_override_and_add_assets(copy: Path) -> None:
    write(copy / "templates/assets/style.css", "body { color: red }")
    write(copy / "templates/assets/logo/mark.txt", "x")
    output = built(copy).output
    assert (output / "assets/style.css").read_text() == "body { color: red }"
    assert (output / "assets/logo/mark.txt").is_file()
    assert 'assets/style.css">' in (output / "404.html").read_text("utf-8")


def test_a_site_may_change_one_text_and_keep_the_others(copy: Path) -> None:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    write(copy / "templates/locale/ar.po", head + 'msgid "Home"\nmsgstr "البداية"\n')
    text = (built(copy).output / "ar/index.html").read_text("utf-8")
    assert ">البداية</a>" in text and "الرئيسية" not in text and "المواضيع" in text


@pytest.mark.parametrize(
    ("template", "line"), [("{% if %}", 1), ("\n{{ nothing.here }}", 2), ("{% extends 'none.html' %}", 1)]
)
def test_a_broken_template_is_a_plain_error_and_the_old_site_stays(copy: Path, template: str, line: int) -> None:
    before = tree(built(copy).output)
    write(copy / "templates/article.html", template)
    with pytest.raises(ConfigError) as caught:
        built(copy)
    assert caught.value.problems[0].line == line
    assert tree(copy / "site") == before
    assert not list(copy.glob(".site*"))


@pytest.mark.parametrize(
    "po",
    [
        'msgid "In %(language)s"\nmsgstr "%(langue)s"\n',
        'msgid "In %(language)s"\nmsgstr "100 % %(language)s"\n',
        'msgid "Home"\nmsgstr "x"\nnonsense\n',
        'msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n',
    ],
)
def test_a_broken_catalogue_is_a_plain_error(copy: Path, po: str) -> None:
    write(copy / "templates/locale/fr.po", 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n' + po)
    with pytest.raises(ConfigError) as caught:
        built(copy)
    assert caught.value.problems[0].path == copy / "templates/locale/fr.po"


def test_a_foreign_output_folder_is_left_alone(copy: Path) -> None:
    write(copy / "site/thesis.txt", "mine")
    with pytest.raises(NashraError, match="Nashra did not write"):
        built(copy)
    assert tree(copy / "site") == {"thesis.txt": b"mine"}


def test_the_folder_that_a_site_lies_in_does_not_show(report: BuildReport, copy: Path) -> None:
    moved = copy.parent / "مكان آخر"
    shutil.move(copy, moved)
    assert tree(built(moved).output) == tree(report.output)


def test_arabic_digits_reach_dates_and_counts(copy: Path) -> None:
    with (copy / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write('\n[languages.ar]\nregion = "EG"\ndigits = "arab"\n')
    text = (built(copy).output / "ar/page-1.html").read_text("utf-8")
    assert "الصفحة ١" in text and "يوليو ٢٠٢٤" in text


def test_the_address_of_the_site_is_in_absolute_links_only(copy: Path) -> None:
    settings = config.load(copy)
    first = tree(build(replace(settings, output=copy / "one")).output)
    second = tree(build(replace(settings, output=copy / "two", url="https://other.example/")).output)
    for name, data in first.items():
        if not name.endswith(("rss.xml", "atom.xml", "feed.json")):  # the ids in feeds hold the host's name alone
            for safe in (":/", "/"):  # as it is, and within the link that passes an article on
                old, new = (quote(url, safe=safe) for url in (settings.url, "https://other.example/"))
                data = data.replace(old.encode(), new.encode())
            assert data == second[name], name


def test_a_catalogue_without_a_plural_rule_has_its_languages_own(copy: Path) -> None:
    forms = ["لا شيء", "واحد", "اثنان", "%(count)s قليل", "%(count)s كثير", "%(count)s أخرى"]
    po = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'
    po += 'msgid "%(count)s article"\nmsgid_plural "%(count)s articles"\n'
    write(copy / "templates/locale/ar.po", po + "".join(f'msgstr[{n}] "{form}"\n' for n, form in enumerate(forms)))
    assert "اثنان" in (built(copy).output / "ar/topics/sport.html").read_text("utf-8")
