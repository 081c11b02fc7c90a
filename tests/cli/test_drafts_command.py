"""Drafts, articles to come and expired ones, as `nashra build` and `nashra status` treat them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, nashra, write_site

SECRET = "zanzibar"
ARABIC_SECRET = "زنجبار"
HELD = "content/articles/2024/07/19-bbbbbb"
# 2024-07-20, noon
NOON = {"SOURCE_DATE_EPOCH": "1721476800"}


def held(more: str, date: str = "2024-07-19") -> dict[str, str]:
    """An article that must be nowhere: its words stand in its title, text, slug, topic, names, picture and redirects."""
    front = f"slug: {ARABIC_SECRET}-{SECRET}\ntopics: [{SECRET}]\naliases: [/{SECRET}.html]\nbreaking: true\n{more}"
    body = f"سر {ARABIC_SECRET} {SECRET} في الرباط.\n\n![{SECRET}]({SECRET}.txt)\n\n[وثيقة]({SECRET}.txt)"
    return {
        f"{HELD}/ar.md": article_text(f"خبر {ARABIC_SECRET} {SECRET}", body, date=date, more=front),
        f"{HELD}/fr.md": f"---\ntitle: L’affaire {SECRET}\nslug: affaire-{SECRET}\n"
        f"translation: {{from: ar, state: manual}}\n---\n\nTexte {SECRET}.\n",
        f"{HELD}/{SECRET}.txt": SECRET,
    }


def newsroom(root: Path, files: dict[str, str]) -> Path:
    body = "وصل الوفد، انظر [الخبر](../19-bbbbbb/ar.md)." if f"{HELD}/ar.md" in files else "وصل الوفد."
    public = article_text("وصول الوفد", body, more="slug: وصول\ntopics: [news]\n")
    names = f"- id: {SECRET}\n  names: {{ar: {ARABIC_SECRET}, fr: {SECRET}}}\n"
    made = write_site(
        root,
        {
            "content/articles/2024/07/18-aaaaaa/ar.md": public,
            "content/entities/places.yaml": names,
            "content/topics.yaml": f"news: {{ar: أخبار}}\n{SECRET}: {{ar: {ARABIC_SECRET}}}\n",
            **files,
        },
    )
    with (made / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write("plain_text = true\n")
    return made


def traces(site: Path) -> list[str]:
    """The files of the built site that have the secret words in their names or their bytes, in any spelling."""
    needles = [
        SECRET.encode(),
        ARABIC_SECRET.encode(),
        "".join(f"%{byte:02X}" for byte in ARABIC_SECRET.encode()).encode(),
        json.dumps(ARABIC_SECRET).strip('"').encode(),
        b"bbbbbb",
    ]
    found = []
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        data = name.encode() + (path.read_bytes() if path.is_file() else b"")
        if any(needle in data.lower() or needle in data for needle in needles):
            found.append(name)
    return found


def tree(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("more", "date", "reason"),
    [
        ("draft: true\n", "2024-07-19", "1 draft"),
        ("", "2024-07-21", "1 future"),
        ("", "2024-07-20T15:00:00+01:00", "1 future"),
        ("updated: 2024-07-21\n", "2024-07-19", "1 future"),
        ("expires: 2024-07-19\n", "2024-07-18", "1 expired"),
    ],
)
def test_what_is_not_public_is_nowhere(tmp_path: Path, more: str, date: str, reason: str) -> None:
    root = newsroom(tmp_path, held(more, date))
    done = nashra("build", cwd=root, env=NOON)
    assert (done.returncode, done.stderr) == (0, "")
    assert "built 1 article, " in done.stdout
    assert f"; not public: {reason}" in done.stdout
    assert traces(root / "site") == []
    assert SECRET not in (root / "content/addresses.txt").read_text("utf-8")
    # what links to it is plain text
    assert "انظر <a>الخبر</a>." in (root / "site/ar/2024/07/وصول.html").read_text("utf-8")


def test_the_search_for_traces_finds_what_is_public(tmp_path: Path) -> None:
    root = newsroom(tmp_path, held(""))
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    found = traces(root / "site")
    for name in (
        f"ar/2024/07/{ARABIC_SECRET}-{SECRET}.html",
        f"{SECRET}.html",
        "addresses.txt",
        "ar/index.html",
        "ar/2024/07/وصول.html",
        f"ar/topics/{SECRET}.html",
        f"ar/entities/{SECRET}.html",
        "ar/editions/2024-07-19.html",
        "ar/rss.xml",
        "s/bbbbbb/index.html",
        f"media/bbbbbb/{SECRET}.txt",
        "sitemap-ar.xml",
        "llms.txt",
    ):
        assert name in found
    assert any(name.startswith("ar/search/") for name in found)


def test_an_article_that_was_public_and_is_held_back_leaves_no_trace_and_no_warning(tmp_path: Path) -> None:
    root = newsroom(tmp_path, held(""))
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    write_site(root, held("draft: true\n"))
    with (root / "nashra.toml").open("a", encoding="utf-8") as stream:
        stream.write("plain_text = true\n")
    done = nashra("build", cwd=root, env=NOON)
    assert (done.returncode, done.stderr) == (0, "")
    assert traces(root / "site") == []
    write_site(
        root, {f"{HELD}/ar.md": held("")[f"{HELD}/ar.md"].replace(f"slug: {ARABIC_SECRET}-{SECRET}", "slug: آخر")}
    )
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    assert "آخر" not in traces(root / "site")
    old = (root / f"site/ar/2024/07/{ARABIC_SECRET}-{SECRET}.html").read_text("utf-8")
    assert 'http-equiv="refresh"' in old


@pytest.mark.parametrize(
    ("option", "more", "date"), [("--drafts", "draft: true\n", "2024-07-19"), ("--future", "", "2024-08-01")]
)
def test_an_option_shows_it_marked_and_remembers_nothing(tmp_path: Path, option: str, more: str, date: str) -> None:
    root = newsroom(tmp_path, held(more, date))
    mark = {"--drafts": "مسودة", "--future": "لم يُنشر بعد"}[option]
    assert nashra("build", option, cwd=root, env=NOON).returncode == 0
    for name in (f"ar/2024/07/{ARABIC_SECRET}-{SECRET}.html", "ar/index.html"):
        assert f'<span class="mark"><strong>{mark}</strong></span>' in (root / "site" / name).read_text("utf-8")
    assert f"<strong>{mark}</strong>" not in (root / "site/ar/2024/07/وصول.html").read_text("utf-8")
    assert not (root / "content/addresses.txt").exists()
    other = "--future" if option == "--drafts" else "--drafts"
    assert nashra("build", other, cwd=root, env=NOON).returncode == 0
    assert traces(root / "site") == []


@pytest.mark.parametrize(
    ("more", "date", "mark"),
    [
        ("draft: true\n", "2024-07-19", "Brouillon"),
        ("", "2999-01-01", "Pas encore publié"),
        ("expires: 2024-07-30\n", "2024-07-19", "Publication terminée"),
    ],
)
def test_a_preview_shows_everything_and_marks_it(tmp_path: Path, more: str, date: str, mark: str) -> None:
    root = newsroom(
        tmp_path, {**held(more, date), "content/pages/about.fr.md": "---\ntitle: x\ndraft: true\n---\n\ny\n"}
    )
    report = build(config.load(root), preview=True)
    for name in (f"fr/2024/07/affaire-{SECRET}.html", "fr/index.html"):
        assert f'<span class="mark"><strong>{mark}</strong></span>' in (report.output / name).read_text("utf-8")
    assert '<span class="mark"><strong>Brouillon</strong></span>' in (report.output / "fr/about.html").read_text(
        "utf-8"
    )


def test_a_draft_page_is_not_built(tmp_path: Path) -> None:
    text = f"---\ntitle: {SECRET}\ndraft: true\n---\n\nنص\n"
    root = newsroom(tmp_path, {f"content/pages/{SECRET}.ar.md": text})
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    assert traces(root / "site") == []


def test_the_same_moment_gives_the_same_bytes_and_so_does_a_later_one_that_changes_nothing(tmp_path: Path) -> None:
    root = newsroom(tmp_path, held("expires: 2024-08-31\n"))
    built = []
    for moment in ("1721476800", "1721476800", "1721478600"):
        assert nashra("build", cwd=root, env={"SOURCE_DATE_EPOCH": moment}).returncode == 0
        built.append(tree(root / "site"))
    assert built[0] == built[1] == built[2]
    assert nashra("build", cwd=root, env={"SOURCE_DATE_EPOCH": "1735689600"}).returncode == 0
    assert traces(root / "site") == []


def test_a_wrong_source_date_epoch_is_told(tmp_path: Path) -> None:
    root = newsroom(tmp_path, {})
    done = nashra("build", cwd=root, env={"SOURCE_DATE_EPOCH": "yesterday"})
    assert done.returncode == 2
    assert "SOURCE_DATE_EPOCH is 'yesterday'" in done.stderr


def test_status_says_what_readers_do_not_see(tmp_path: Path) -> None:
    root = newsroom(tmp_path, held("draft: true\n"))
    done = nashra("status", cwd=root, env=NOON)
    assert "original, draft" in done.stdout
    assert "manual, draft" in done.stdout
    rows = json.loads(nashra("status", "--json", cwd=root, env=NOON).stdout)
    assert {row["id"]: row["versions"][0]["hold"] for row in rows} == {"aaaaaa": "", "bbbbbb": "draft"}


def test_a_deleted_article_is_a_warning_that_does_not_fail_the_build(tmp_path: Path) -> None:
    root = newsroom(tmp_path, held(""))
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    shutil.rmtree(root / HELD)
    public = root / "content/articles/2024/07/18-aaaaaa/ar.md"
    public.write_text(article_text("وصول الوفد", "وصل الوفد.", more="slug: وصول\n"), "utf-8")
    done = nashra("build", cwd=root, env=NOON)
    assert done.returncode == 0
    assert "warning: content/addresses.txt:" in done.stderr
    assert "the article bbbbbb is gone, and with it " in done.stderr


def test_a_new_article_does_not_take_the_address_that_another_had(tmp_path: Path) -> None:
    root = newsroom(tmp_path, {})
    assert nashra("build", cwd=root, env=NOON).returncode == 0
    write_site(root, {"content/articles/2024/07/18-aaaaaa/ar.md": article_text("وصول", "نص.", more="slug: آخر\n")})
    (root / "paste.txt").write_text("وصول\n\n18 يوليوز 2024\n\nوصل وفد آخر اليوم إلى المدينة.\n", "utf-8")
    done = nashra("import", "paste.txt", cwd=root, env=NOON)
    assert done.returncode == 0, done.stderr
    (made,) = [path for path in (root / "content/articles").rglob("ar.md") if "aaaaaa" not in str(path)]
    slug = next(line for line in made.read_text("utf-8").split("\n") if line.startswith("slug: "))
    assert slug != "slug: وصول"
    assert slug.startswith("slug: وصول-")
