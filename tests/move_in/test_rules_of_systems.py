"""What each system's configuration and heads say of a text: its language, its versions, its addresses."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from move_in.moving import move, new_site
from nashra.move_in import configuration
from nashra.move_in.old_site import OldSite, OldText
from nashra.move_in.systems import old_site
from nashra.move_in.topics import new_topics

AR = "ارتفعت حقينة السدود في المغرب بعد أمطار الأسبوع الماضي، وبلغت نسبة الملء أربعين في المائة.\n"
FR = "Le niveau des barrages du pays est remonté après les pluies de la semaine dernière.\n"
WXR = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>'
    "<title>x</title><link>https://old.example/blog</link><language>fr-FR</language><wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_blog_url>https://old.example/blog</wp:base_blog_url>{}</channel></rss>"
)


def head(title: str, day: str = "2024-01-02", more: str = "", body: str = AR) -> str:
    return f"---\ntitle: {title}\ndate: {day}\n{more}---\n\n{body}"


def read(root: Path, files: Mapping[str, str]) -> OldSite:
    for name, text in files.items():
        path = root / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    site = old_site(root / "old", new_site(root / "site"))
    assert site is not None
    return site


def by_address(site: OldSite) -> dict[str, OldText]:
    return {text.address: text for text in site.texts}


def joined(site: OldSite) -> set[frozenset[str]]:
    """The addresses of texts that are versions of one another."""
    keys: dict[str, set[str]] = {}
    for text in site.texts:
        keys.setdefault(text.key or text.address, set()).add(text.address)
    return {frozenset(each) for each in keys.values() if len(each) > 1}


def test_hugo_with_a_folder_a_language_and_settings_in_many_files(tmp_path: Path) -> None:
    site = read(
        tmp_path,
        {
            "config/_default/hugo.yaml": "baseURL: https://u.github.io/blog/\ndefaultContentLanguage: ar\n"
            "defaultContentLanguageInSubdir: true\n",
            "config/_default/languages.yaml": "ar:\n  contentDir: content/ar\nfr:\n  contentDir: content/fr\n",
            "config/_default/permalinks.toml": 'news = "/:sections[1:]/:year/:contentbasename/"\n',
            "content/ar/news/a/x.md": head("س"),
            "content/fr/news/a/x.md": head("F", body=FR),
            "content/fr/À Propos.md": "---\ntitle: À Propos\n---\n" + FR,
            "content/ar/news/leaf/index.md": head("ب"),
            "content/ar/news/leaf/note.md": "part of the page beside it",
        },
    )
    assert by_address(site).keys() == {
        "/blog/ar/a/2024/x/",
        "/blog/fr/a/2024/x/",
        "/blog/fr/à-propos/",
        "/blog/ar/2024/leaf/",
    }
    assert joined(site) == {frozenset({"/blog/ar/a/2024/x/", "/blog/fr/a/2024/x/"})}
    assert [path.name for path in site.left_out] == ["note.md"]


@pytest.mark.parametrize(
    ("settings", "name", "text", "address"),
    [
        ('{"languageCode": "ar-MA", "uglyURLs": true}', "post/a.md", head("س"), "/post/a.html"),
        ("{}", "p/u.md", head("U", more="url: /custom/u.html\n"), "/custom/u.html"),
        ("{}", "p/Un Été.md", head("U"), "/p/un-été/"),
        ('{"permalinks": {"page": {"p": "/:slugorcontentbasename/"}}}', "p/x.md", head("U", more="slug: y\n"), "/y/"),
        ('{"permalinks": {"p": "/:year/:monthname/:day/:title/"}}', "p/x.md", head("Deux Mots"), "/2024/january/02/deux-mots/"),
        ("{}", "p/x.md", '+++\ntitle = "T"\ndate = 2024-01-02\n+++\n' + FR, "/p/x/"),
        ("{}", "p/x.md", '{"title": "T", "date": "2024-01-02"}\n\n' + FR, "/p/x/"),
        ('{"base_url": "https://zola.example"}', "blog/2024-01-02-vingt.md", "+++\ntitle = 'T'\n+++\n" + FR, "/blog/vingt/"),
    ],
)  # fmt: skip
def test_addresses_of_hugo(tmp_path: Path, settings: str, name: str, text: str, address: str) -> None:
    site = read(tmp_path, {"config.json": settings, "archetypes/x.md": "", f"content/{name}": text})
    assert list(by_address(site)) == [address]


def test_hugo_joins_by_translation_key_and_the_public_version_is_the_original(tmp_path: Path) -> None:
    files = {
        "hugo.toml": 'defaultContentLanguage = "ar"\n[languages.ar]\n[languages.fr]\n',
        "content/n/a.ar.md": head("س", more="translationKey: k\ndraft: true\n"),
        "content/n/b.fr.md": head("B", "2024-02-02", "translationKey: k\n", FR),
    }
    read(tmp_path, files)
    (done,) = move(new_site(tmp_path / "site"), tmp_path / "old")
    assert [path.name for path in done.files] == ["fr.md", "ar.md"]


@pytest.mark.parametrize(
    ("permalink", "address"),
    [
        ("date", "/eau/2024/01/02/a-b.html"),
        ("pretty", "/eau/2024/01/02/a-b/"),
        ("ordinal", "/eau/2024/002/a-b.html"),
        ("none", "/eau/a-b.html"),
        ("/:year/:short_month/:i_day/:slug:output_ext", "/2024/Jan/2/a-b.html"),
    ],
)
def test_addresses_of_jekyll(tmp_path: Path, permalink: str, address: str) -> None:
    config = f"url: https://old.example\npermalink: {permalink}\n"
    site = read(
        tmp_path, {"_config.yml": config, "_posts/2024-01-02-a-b.md": head("A", more="categories: Eau\n", body=FR)}
    )
    assert list(by_address(site)) == [address]


def test_ways_in_which_sites_of_jekyll_keep_languages_apart(tmp_path: Path) -> None:
    site = read(
        tmp_path,
        {
            "_config.yml": "url: https://old.example\npermalink: /:categories/:title/\nlang: fr\n",
            "_posts/fr/2024-01-02-a.md": head("A", body=FR, more="categories: un\n"),
            "_posts/ar/2024-01-02-a.md": head("س", more="categories: wahid\n"),
            "_posts/2024-02-02-b.md": head("B", "2024-02-02", body=FR),
            "ar/_posts/2024-02-02-b.md": head("ب", "2024-02-02"),
            "_posts/2024-03-02-c.md": head("C", "2024-03-02", "t_id: c\n", FR),
            "_posts/2024-03-04-jim.md": head("ج", "2024-03-04", "t_id: c\nlang: ar-MA\n"),
            "_posts/2024-04-02-d.fr.md": head("D", "2024-04-02", body=FR),
            "_posts/2024-04-02-d.ar.md": head("د", "2024-04-02", "slug: dal\n"),
            "about.html": "---\ntitle: À propos\n---\n<p>Nous sommes un journal.</p>\n",
        },
    )
    assert joined(site) == {
        frozenset({"/un/a/", "/wahid/a/"}),
        frozenset({"/b/", "/ar/b/"}),
        frozenset({"/c/", "/jim/"}),
        frozenset({"/d/", "/dal/"}),
    }
    assert by_address(site)["/about/"].is_page and by_address(site)["/jim/"].lang == "ar"


@pytest.mark.parametrize("day", ["2024-01-03 10:00:00 Africa/Casablanca", "Jan 3, 2024", "2024-01-03 10:00:00 +0100"])
def test_days_as_heads_write_them(tmp_path: Path, day: str) -> None:
    read(tmp_path, {"_config.yml": "title: x\n", "_posts/2024-01-02-a.md": head("A", day, body=FR)})
    (done,) = move(new_site(tmp_path / "site"), tmp_path / "old")
    assert done.files[0].parent.name.startswith("03-")


def test_settings_of_pelican_that_are_put_together(tmp_path: Path) -> None:
    site = read(
        tmp_path,
        {
            "pelicanconf.py": "DEFAULT_LANG = 'fr'\nPLACE = '{date:%Y}/{date:%m}/{slug}'\nARTICLE_URL = f'blog/{PLACE}/'\n"
            "ARTICLE_SAVE_AS = ARTICLE_URL + 'index.html'\nARTICLE_LANG_URL = '{lang}/blog/{slug}/'\n",
            "content/eau/barrages.md": "Title: Barrages\nDate: 2024-03-02 10:20\nSlug: b\nTags: x,\n  y\n\n" + FR,
            "content/eau/sudud.md": "title: سدود\ndate: 2024-03-02\nslug: b\nlang: ar\n\n" + AR,
            "content/2024-05-06-titre.md": "Title: Déjà l'été\nLang: fr\n\n" + FR,
        },
    )
    assert by_address(site).keys() == {"/blog/2024/03/b/", "/ar/blog/b/", "/blog/2024/05/deja-lete/"}
    assert joined(site) == {frozenset({"/blog/2024/03/b/", "/ar/blog/b/"})}
    assert by_address(site)["/blog/2024/03/b/"].tags == ("x", "y")


def test_folders_and_addresses_of_nikola_differ_by_language(tmp_path: Path) -> None:
    site = read(
        tmp_path,
        {
            "conf.py": 'DEFAULT_LANG = "fr"\nTRANSLATIONS = {DEFAULT_LANG: "", "ar": "./ar"}\nPRETTY_URLS = False\n'
            'POSTS = (("posts/*.md", {"fr": "articles", "ar": "maqalat"}, "post.tmpl"),)\n',
            "posts/2024/a.md": head("A", more="slug: aa\ntags: private\n", body=FR),
            "posts/2024/a.ar.md": head("س", more="slug: aa\n"),
            "posts/b.md": FR,
            "posts/b.meta": "Titre\nb\n2024-03-04\n",
        },
    )
    assert by_address(site).keys() == {"/articles/2024/aa.html", "/ar/maqalat/2024/aa.html", "/articles/b.html"}
    assert by_address(site)["/articles/2024/aa.html"].held and len(joined(site)) == 1


def item(number: int, title: str, path: str, body: str, *meta: tuple[str, str], more: str = "") -> str:
    fields = "".join(
        f"<wp:postmeta><wp:meta_key>{k}</wp:meta_key><wp:meta_value>{v}</wp:meta_value></wp:postmeta>" for k, v in meta
    )
    status = "" if "<wp:status>" in more else "<wp:status>publish</wp:status>"
    return (
        f"<item><title>{title}</title><link>https://old.example/blog{path}</link><content:encoded><![CDATA[{body}]]>"
        f"</content:encoded><wp:post_id>{number}</wp:post_id><wp:post_date>2024-03-02 10:00:00</wp:post_date>{status}"
        f"<wp:post_type>post</wp:post_type>{fields}{more}</item>"
    )


def test_wordpress_with_wpml_in_one_file_a_language(tmp_path: Path) -> None:
    def wpml(lang: str) -> tuple[tuple[str, str], ...]:
        return ("_wpml_import_language_code", lang), ("_wpml_import_translation_group", "5")

    held = item(4, "Secret", "/d/", FR, more="<wp:post_password>x</wp:post_password>")
    trash = item(5, "Poubelle", "/e/", FR, more="<wp:status>trash</wp:status>")
    later = item(6, "Plus tard", "/f/", FR, more="<wp:status>future</wp:status>")
    files = {
        "fr.xml": WXR.format(item(1, "A", "/a/", FR, *wpml("fr")) + held + trash + later),
        "ar.xml": WXR.format(item(2, "ب", "/ar/b/", AR, *wpml("ar"), ("_wpml_import_source_language_code", "fr"))),
    }
    site = read(tmp_path, files)
    assert by_address(site).keys() == {"/blog/a/", "/blog/ar/b/", "/blog/d/", "/blog/f/"}
    assert joined(site) == {frozenset({"/blog/a/", "/blog/ar/b/"})}
    assert by_address(site)["/blog/d/"].held and not by_address(site)["/blog/f/"].held
    assert by_address(site)["/blog/ar/b/"].is_translation and by_address(site)["/blog/a/"].aliases == ("/blog/?p=1",)


def test_a_post_of_wordpress_without_words_keeps_its_address(tmp_path: Path) -> None:
    site = read(tmp_path, {"x.xml": WXR.format(item(1, "", "/a/", FR) + item(2, "Image", "/b/", "<img src='x.png'>"))})
    settings = new_site(tmp_path / "site")
    done = move(settings, tmp_path / "old")
    assert sorted(each.status for each in done) == ["left out", "moved"] and len(site.texts) == 2
    redirects = (settings.content / "redirects.txt").read_text(encoding="utf-8")
    assert "/blog/b/ /" in redirects


def test_python_settings_are_put_together_and_never_run() -> None:
    source = "A = 'x'\nB = A + '/y'\nC = f'{A}-{B}'\nD = {A: [1, open('f')], 'k': dict(z=B)}\nE = boom()\nF = -1\n"
    found = configuration.literals(source)
    assert found == {"A": "x", "B": "x/y", "C": "x-x/y", "D": {"x": [1], "k": {"z": "x/y"}}, "F": -1}


def test_settings_that_repeat_themselves_are_read_and_those_without_end_refused(tmp_path: Path) -> None:
    path = tmp_path / "_config.yml"
    path.write_text("a: &a {lang: fr}\nb:\n  <<: *a\n  c: d\n", encoding="utf-8")
    assert configuration.read(path)["b"] == {"lang": "fr", "c": "d"}
    rows = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 10)}]\n" for n in range(1, 9))
    path.write_text(f"k0: &k0 [x]\n{rows}", encoding="utf-8")
    with pytest.raises(Exception, match="without end"):
        configuration.read(path)


def test_categories_are_paired_by_what_is_left_over_and_never_by_their_order() -> None:
    groups = [
        [("ar", ["رياضة", "ماء"]), ("fr", ["Eau", "Sport"])],
        [("ar", ["ماء"]), ("fr", ["Eau"])],
        [("ar", ["تربية", "صحة"]), ("fr", ["École", "Santé"])],
        [("ar", ["Docker"]), ("fr", ["Docker"])],
    ]
    found = new_topics(groups, {})
    assert found["eau"] == {"fr": "Eau", "ar": "ماء"} and found["sport"] == {"fr": "Sport", "ar": "رياضة"}
    assert found["ecole"] == {"fr": "École"} and found["تربية"] == {"ar": "تربية"}
    assert found["docker"] == {"ar": "Docker", "fr": "Docker"}
