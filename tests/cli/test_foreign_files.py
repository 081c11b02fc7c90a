"""No file of a person is lost, and nothing from outside of the site is published: site/, static/, symbolic links."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.commands import article_text, nashra, write_site

ARTICLE = "content/articles/2024/07/18-3f9a1c/ar.md"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = write_site(tmp_path / "news", {ARTICLE: article_text("وصول", "وصل الوفد.")})
    assert nashra("build", cwd=folder).returncode == 0
    return folder


FOREIGN = ["CNAME", "notes.txt", "google123.html", "ar/2024/ملاحظة.txt", ".well-known/security.txt", "img/a b.png"]


def add(site: Path, names: list[str]) -> None:
    for name in names:
        path = site / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"mine: {name}", "utf-8")


def test_what_people_put_into_the_site_is_kept_and_told(site: Path) -> None:
    add(site, FOREIGN)
    assert nashra("build", cwd=site).returncode == 0
    done = nashra("build", cwd=site)
    assert done.returncode == 0
    for name in FOREIGN:
        assert (site / "site" / name).read_text("utf-8") == f"mine: {name}"
        assert f"site/{name}: Nashra did not write this file; it was kept" in done.stderr


def test_pages_that_are_no_longer_made_go_all_the_same(site: Path) -> None:
    shutil.rmtree((site / ARTICLE).parent)
    (site / "content/addresses.txt").unlink()
    done = nashra("build", cwd=site)
    assert done.returncode == 0
    assert "did not write" not in done.stderr
    assert not (site / "site/ar/2024/07/3f9a1c.html").exists()


def test_without_the_cache_what_no_site_has_is_kept(site: Path) -> None:
    notes = ["CNAME", "notes/todo.txt", "ar/2024/ملاحظة.txt", "fr/todo.md", "ar/photo.jpg"]
    add(site, notes)
    for path in (site / ".nashra/published").iterdir():
        path.unlink()
    (site / "site/ar/2023").mkdir()
    (site / "site/ar/2023/old.html").write_text("a page of an earlier build")
    done = nashra("build", cwd=site)
    assert done.returncode == 0
    for name in notes:
        assert (site / "site" / name).read_text("utf-8") == f"mine: {name}"
        assert f"site/{name}: Nashra did not write this file; it was kept" in done.stderr
    assert not (site / "site/ar/2023").exists()


def test_a_file_of_a_person_in_the_place_of_one_of_ours_stops_the_build(site: Path) -> None:
    add(site, ["robots-notes.txt", "logo.txt"])
    (site / "static").mkdir()
    (site / "static/logo.txt").write_text("other")
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert "site/logo.txt: this file is not of Nashra, and the site has one of that name" in done.stderr
    assert (site / "site/logo.txt").read_text() == "mine: logo.txt"
    (site / "static/logo.txt").write_text("mine: logo.txt")
    assert nashra("build", cwd=site).returncode == 0


def test_static_files_are_published_as_they_are(site: Path) -> None:
    files = {"CNAME": b"x.example\n", ".well-known/a": b"\x00\xff", "صورة.svg": b"<svg/>", "a/b/c.html": b"<p>x</p>"}
    for name, data in files.items():
        path = site / "static" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (site / "static/.DS_Store").write_bytes(b"x")
    done = nashra("build", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert {name: (site / "site" / name).read_bytes() for name in files} == files
    assert not (site / "site/.DS_Store").exists()


def test_what_programs_leave_behind_secrets_and_conflicts_in_static_are_told_and_stay_there(site: Path) -> None:
    left = ["notes.txt~", ".a.swp", "~$doc.docx", "page.html.orig", ".~lock.a.odt#", "page.html.old"]
    secret = [".env", "id_rsa", "cert.key", "Dump.sql.gz", "secrets.yml"]
    held = {**dict.fromkeys(secret, "x"), "ads.txt": "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n"}
    (site / "static").mkdir()
    for name, text in {
        **dict.fromkeys(left, "x"),
        **held,
        "humans.txt": "نحن",
        ".htaccess": "x",
        ".nojekyll": "",
    }.items():
        (site / "static" / name).write_text(text, "utf-8")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    for name in left:
        assert f"warning: static/{name}: a program left this file behind" in done.stderr
    assert ".nojekyll" not in done.stderr
    for name in secret:
        assert f"problem: static/{name}: this file seems to hold a secret" in done.stderr
    assert "problem: static/ads.txt:1: a merge conflict is not resolved: “HEAD” and “x”" in done.stderr
    assert (site / "site/humans.txt").exists() and (site / "site/.htaccess").exists()
    assert not [name for name in (*left, *held) if (site / "site" / name).exists()]


def test_programs_for_a_server_and_keys_are_not_published(tmp_path: Path) -> None:
    site = write_site(tmp_path, {})
    held = {
        "wp-config.php": "<?php x",
        "mot de passe.txt": "x",
        "mdp.csv": "x",
        "passwords.xlsx": "x",
        "config.json": '{"key": "ghp_' + "a1" * 18 + '"}',
        "mail.eml": "x",
        "session.har": "{}",
        "terraform.tfstate": "{}",
        "original.CR2": "x",
        "brouillon.docx": "x",
        "مسودة.txt": "x",
        "env.txt": "DB_PASSWORD=hunter2taza",
        "settings.yml": "db:\n  password: Taza2026x",
        "app.js": "const key = `-----BEGIN PRIVATE KEY-----\nAA`",
    }
    (site / "static").mkdir()
    for name, text in {**held, "install.sh": "x", "keys.txt": "sk-abc", "motdepasse-conseils.txt": "x"}.items():
        (site / "static" / name).write_text(text, "utf-8")
    warned = {
        "carte.vcf": "x",
        "contacts.csv": "x",
        ".aws/credentials": "x",
        ".bash_history": "x",
        "node_modules/a.js": "x",
    }
    for name, text in {**warned, ".well-known/security.txt": "x", "private.css": "x"}.items():
        (site / "static" / name).parent.mkdir(exist_ok=True)
        (site / "static" / name).write_text(text, "utf-8")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    assert {name for name in warned if f"warning: static/{name}: " in done.stderr} == set(warned)
    there = {name for name in warned if (site / "site" / name).exists()}
    assert there == {"carte.vcf", "contacts.csv"}
    assert (site / "site/.well-known/security.txt").exists() and (site / "site/private.css").exists()
    assert {name for name in held if f"problem: static/{name}:" in done.stderr} == set(held)
    assert not [name for name in held if (site / "site" / name).exists()]
    assert {"install.sh", "keys.txt", "motdepasse-conseils.txt"} <= {each.name for each in (site / "site").iterdir()}


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("templates/page.html", "templates/page.html:1: a merge conflict"),
        ("templates/assets/style.css", "templates/assets/style.css:1: a merge conflict"),
        ("templates/locale/ar.po", "templates/locale/ar.po:1: a merge conflict"),
    ],
)
def test_a_conflict_in_the_theme_stops_the_build_and_the_old_site_stays(site: Path, name: str, said: str) -> None:
    (site / name).parent.mkdir(parents=True)
    (site / name).write_text("  <<<<<<< HEAD\na\n  =======\nb\n  >>>>>>> x\n", "utf-8")
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert said in done.stderr
    assert (site / "site/index.html").exists()


@pytest.mark.parametrize("name", ["index.html", "AR/index.html", "sitemap.xml", "ar/2024/07/3f9a1c.html", "ar"])
def test_a_static_file_at_the_address_of_a_page_is_a_problem_and_the_page_stays(site: Path, name: str) -> None:
    path = site / "static" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    assert f"static/{name}: the site has a file or a folder of that address itself" in done.stderr
    assert "mine" not in (site / "site/index.html").read_text("utf-8")


def test_a_robots_txt_of_the_sites_own_stands_in_for_ours_and_ours_comes_back(site: Path) -> None:
    own, published = site / "static/robots.txt", site / "site/robots.txt"
    for _ in range(2):
        assert nashra("build", cwd=site).returncode == 0
        assert "Sitemap: https://example.org/nashra/sitemap.xml" in published.read_text("utf-8")
        own.parent.mkdir(exist_ok=True)
        own.write_text("User-agent: Bot\nDisallow: /\n", "utf-8")
        done = nashra("build", cwd=site)
        assert (done.returncode, done.stderr) == (0, "")
        assert published.read_text("utf-8") == own.read_text("utf-8")
        own.unlink()


def settings(site: Path, old: str, new: str) -> None:
    path = site / "nashra.toml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def test_cname_comes_from_the_settings(site: Path) -> None:
    settings(site, "[site]\n", '[site]\ncname = "example.org"\n')
    assert nashra("build", cwd=site).returncode == 0
    assert (site / "site/CNAME").read_text() == "example.org\n"
    assert nashra("build", "--url", "https://fork.github.io/news/", cwd=site).returncode == 0
    assert not (site / "site/CNAME").exists()
    settings(site, '"example.org"', '"other.example"')
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert "nashra.toml:2: `site.cname` is 'other.example', and the host of `url` is 'example.org'" in done.stderr


LINKS = [
    ("static/secret.txt", "static/secret.txt"),
    ("static/a/folder", "static/a/folder"),
    ("templates/page.html", "templates/page.html"),
    ("templates/assets/style.css", "templates/assets/style.css"),
    ("templates/locale/ar.po", "templates/locale/ar.po"),
    ("content/pages/about.ar.md", "content/pages/about.ar.md"),
    ("content/entities/people.yaml", "content/entities/people.yaml"),
    ("content/articles/2024/07/18-3f9a1c/fr.md", "18-3f9a1c/fr.md"),
    ("content/topics.yaml", "content/topics.yaml"),
    ("content/terms.yaml", "content/terms.yaml"),
]


@pytest.mark.parametrize(("name", "told"), LINKS)
def test_a_symbolic_link_out_of_the_site_is_refused_wherever_it_stands(site: Path, name: str, told: str) -> None:
    outside = site.parent / "private"
    outside.mkdir()
    target = outside / ("folder" if "." not in Path(name).name else "secret")
    if target.name == "folder":
        target.mkdir()
        (target / "x.txt").write_text("سر كبير")
    else:
        target.write_text("سر كبير", "utf-8")
    link = site / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(target)
    done = nashra("build", cwd=site)
    assert done.returncode in (1, 2)
    assert told in done.stderr and "symbolic link" in done.stderr
    assert not [
        path for path in (site / "site").rglob("*") if path.is_file() and "سر كبير".encode() in path.read_bytes()
    ]


@pytest.mark.parametrize("name", ["static", "templates"])
def test_a_setting_allows_where_links_lead(site: Path, name: str) -> None:
    outside = site.parent / "shared"
    (outside / "assets").mkdir(parents=True)
    (outside / "assets/more.css").write_text("p {}")
    (site / name).symlink_to(outside)
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert "outside the site's folder" in done.stderr
    settings(site, "[site]\n", '[paths]\nlinks = ["../shared"]\n\n[site]\n')
    done = nashra("build", cwd=site)
    assert (done.returncode, done.stderr) == (0, "")
    assert (site / "site/assets/more.css").exists()


def test_links_in_a_circle_end_no_build(site: Path) -> None:
    (site / "static/a").mkdir(parents=True)
    (site / "static/a/up").symlink_to("..")
    (site / "static/gone").symlink_to("nowhere")
    done = nashra("build", cwd=site)
    assert done.returncode == 1
    assert "static/a/up: this is a symbolic link to a folder that it is in" in done.stderr
    assert "static/gone: this leads to nothing" in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{% extends "base.html" %}{% block main %}{% include "page.html" %}{% endblock %}', "uses itself"),
        ('{% extends "page.html" %}', "uses itself"),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", "uses itself"),
    ],
)
def test_a_template_without_an_end_is_named(site: Path, text: str, said: str) -> None:
    (site / "templates").mkdir()
    (site / "templates/page.html").write_text(text)
    (site / "content/pages").mkdir()
    (site / "content/pages/about.ar.md").write_text("---\ntitle: عنا\n---\n\nنص.\n", "utf-8")
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert "templates/page.html:" in done.stderr and said in done.stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            '\n{% extends "default/pages.html" %}',
            "home.html:2: there is no template 'default/pages.html' (did you mean 'd",
        ),
        ('\n\n{% include "own/boxes.html" %}', "home.html:3: there is no template 'own/boxes.html' (correct its name"),
    ],
)
def test_a_template_that_is_not_there_is_told_where_it_is_asked_for(site: Path, text: str, said: str) -> None:
    (site / "templates").mkdir()
    (site / "templates/home.html").write_text(text)
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert f"templates/{said}" in done.stderr


@pytest.mark.parametrize(
    ("key", "value"),
    [("content", "~/articles"), ("output", "~/www"), ("theme", "~"), ("static", "x" * 300), ("content", "y/" * 3000)],
)
def test_folders_that_cannot_be_are_told_with_their_line(site: Path, key: str, value: str) -> None:
    settings(site, "[site]\n", f'[paths]\n{key} = "{value}"\n\n[site]\n')
    done = nashra("build", cwd=site)
    assert done.returncode == 2
    assert f"nashra.toml:2: `paths.{key}`" in done.stderr
