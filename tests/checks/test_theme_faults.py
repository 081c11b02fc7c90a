"""Faults that no text has: they come from the theme, stand on every page, and are named once."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.commands import article_text, write_site
from support.faults import AR, FR, URL, clean_site, findings, line_of


def with_template(root: Path, name: str, old: str, new: str) -> Path:
    """`root` with a template of its own that differs from the default one."""
    text = (Path(__file__).parents[2] / "templates" / name).read_text("utf-8")
    assert old in text
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace(old, new, 1), "utf-8")
    return root


@pytest.mark.parametrize(
    ("piece", "severity", "says"),
    [
        ('<a href="{{ page.root }}gone.html">x</a>', "error", "leads to nothing"),
        ('<a href="{{ page.root }}assets/Style.css">x</a>', "error", "in other capitals"),
        ('<img src="{{ page.root }}logo.png" alt="x">', "error", "leads to nothing"),
        ('<img srcset="{{ page.root }}logo.png 2x" src="{{ page.root }}assets/icon.svg" alt="x">', "error", "logo.png"),
        ('<video poster="{{ page.root }}logo.png"></video>', "error", "logo.png"),
        ('<script src="{{ page.root }}gone.js"></script>', "error", "gone.js"),
        ('<a href="{{ page.root }}ar/index.html"></a>', "warning", "no words"),
        ('<a href="#nowhere">x</a>', "error", "no such part"),
        ('<a href="javascript:history.back()">x</a>', "error", "refuse or run"),
    ],
)
def test_a_fault_of_the_theme_is_named_with_its_first_page_and_the_number_of_others(
    piece: str, severity: str, says: str, tmp_path: Path
) -> None:
    root = with_template(clean_site(tmp_path), "home.html", "{% block main %}", "{% block main %}" + piece)
    found = findings(root, "links")
    assert len({finding.message.partition("' ")[2].partition(",")[0] for finding in found}) == 1
    assert {(finding.severity, finding.path, finding.line) for finding in found} == {(severity, None, None)}
    assert says in found[0].message
    assert "ar/index.html" in {finding.page for finding in found}


def test_one_link_on_many_pages_is_one_finding(tmp_path: Path) -> None:
    root = with_template(
        clean_site(tmp_path), "article.html", "{% block main %}", '{% block main %}<a href="https:///x">x</a>'
    )
    (found,) = findings(root)
    assert found.message.endswith("names no host, on this and 5 other pages")
    assert found.page == min(found.page or "", "ar/2024/07/خبر-ثان.html")


def test_a_style_that_names_a_file_that_is_not_there_is_found(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    (root / "templates" / "assets").mkdir(parents=True)
    (root / "templates" / "assets" / "extra.css").write_text(
        "/* url(no.png) */ a{background:url(icon.svg)} b{background:url('gone.png')} c{src:url(\"data:font/woff2,x\")}"
    )
    (found,) = findings(root)
    assert (found.severity, found.page) == ("error", "assets/extra.css")
    assert "'gone.png' leads to nothing" in found.message


def test_a_lost_picture_of_the_theme_is_not_laid_at_the_door_of_a_text(tmp_path: Path) -> None:
    root = with_template(
        clean_site(tmp_path), "article.html", "{% block main %}", '{% block main %}<img src="gone.png" alt="x">'
    )
    assert {finding.path for finding in findings(root, "links")} == {None}


def test_at_a_domain_of_its_own_links_from_the_root_are_judged_from_there(tmp_path: Path) -> None:
    link = "[باريس](https://paris.fr/visite?a=1&b=2)"
    changes = {AR: (link, "[باريس](/ar/about.html) [ن](/nashra/ar/about.html)")}
    root = clean_site(tmp_path, changes, url="https://news.rabat.ma/")
    found = findings(root)
    line = line_of(root, AR, "/ar/about.html")
    assert [(each.severity, each.file(root), each.line) for each in found] == [
        ("error", AR, line),
        ("warning", AR, line),
    ]
    assert "'/nashra/ar/about.html' leads to nothing" in found[0].message


def test_an_address_is_found_on_its_own_line_where_a_text_has_it_twice(tmp_path: Path) -> None:
    body = f"Un [lien]({URL}fr/la.html).\n\nUn [autre]({URL}fr/la-bas.html).\n\nEt [encore]({URL}fr/la.html)."
    root = clean_site(tmp_path, {FR: ("La délégation est arrivée à Paris.", body)})
    assert [finding.line for finding in findings(root)] == [
        line_of(root, FR, "fr/la.html"),
        line_of(root, FR, "la-bas.html"),
    ]


def test_a_link_to_a_draft_is_plain_text_until_then_and_no_finding(tmp_path: Path) -> None:
    folder = "content/articles/2024/07/20-cccc03"
    root = clean_site(tmp_path, {AR: ("../19-bbbb02/ar.md", "../20-cccc03/ar.md")})
    (root / folder).mkdir()
    draft = article_text("مسودة", "نص.", date="2024-07-20", more="draft: true\nslug: مسودة\n")
    (root / folder / "ar.md").write_text(draft, "utf-8")
    assert [finding for finding in findings(root) if finding.severity != "info"] == []


def test_files_and_blocks_of_a_theme_that_are_mistyped_are_told(tmp_path: Path) -> None:
    root = clean_site(tmp_path)
    block = '{%% extends "default/article.html" %%}\n{%% block %s %%}{{ super() }}{%% endblock %%}\n{%% include "short2.html" %%}'
    for name, text in {
        "article.html": block % "main",
        "artcile.html": "x",
        "short2.html": "x",
        "assets/styel.css": "a{}",
        "locale/AR.po": 'msgid ""\nmsgstr ""\n',
        "my-part.html": "x",
    }.items():
        (root / "templates" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "templates" / name).write_text(text, "utf-8")
    told = {finding.file(root): (finding.line, finding.message) for finding in findings(root, "content")}
    assert told == {
        "templates/artcile.html": (None, "nothing uses this file; did you mean `article.html`?"),
        "templates/assets/styel.css": (None, "nothing uses this file; did you mean `assets/style.css`?"),
        "templates/locale/AR.po": (None, "these texts are used by no page"),
    }
    (root / "templates/article.html").write_text(block % "mian", "utf-8")
    found = {finding.line: finding.message for finding in findings(root, "content") if finding.line}
    assert found == {2: "no page has a block `mian`; did you mean `main`?"}


@pytest.mark.parametrize(
    ("name", "piece", "says"),
    [
        ("home.html", "<script>\nstart()\n</script>", "a script"),
        ("home.html", '<script async src="https://count.example/a.js"></script>', "a script of another host"),
        ("home.html", "<style>p { color: red }</style>", "styles"),
        ("home.html", '<link rel="stylesheet" href="//fonts.example/css?family=Amiri">', "styles of another host"),
        ("home.html", '<p class="a" style="color: red">x</p>', "a style of one element"),
        ("home.html", '<button type="button" onclick="go()">x</button>', "a script of one element"),
        ("home.html", '<iframe src="https://map.example/1"></iframe>', "a page of another host"),
        ("assets/style.css", "@import url('https://fonts.example/css');", "styles of another host"),
        (
            "assets/style.css",
            "@font-face { font-family: A; src: url(https://fonts.example/a.woff2) }",
            "a font of another",
        ),
    ],
)
def test_what_the_policy_of_the_pages_forbids_is_told_with_its_line(
    name: str, piece: str, says: str, tmp_path: Path
) -> None:
    root = clean_site(tmp_path)
    write_site(root, {f"templates/{name}": opening(name) + piece + closing(name)})
    (found,) = findings(root, "content")
    assert (found.severity, found.path, found.line) == ("warning", root / "templates" / name, 2)
    assert f"forbids {says}" in found.message
    # whoever writes a policy of its own knows what it allows
    write_site(root, {"templates/_policy.html": ""})
    assert findings(root, "content") == []


def opening(name: str) -> str:
    return '{% extends "default/home.html" %}{% block footer %}\n' if name.endswith(".html") else "/* own */\n"


def closing(name: str) -> str:
    return "\n{% endblock %}\n" if name.endswith(".html") else "\n"


def test_what_the_policy_allows_is_not_spoken_of(tmp_path: Path) -> None:
    root, name = clean_site(tmp_path), "home.html"
    pieces = (
        '<script src="{{ page.root }}assets/own.js" defer></script>',
        '<script type="application/ld+json">{"@type": "Thing"}</script>',
        '<link rel="preconnect" href="https://news.rabat.ma">',
        '<img src="https://photos.rabat.ma/a.jpg" alt="x">',
        "{# <script>old()</script> #}<!-- <style>p {}</style> -->",
        "<p>x = on = y</p>",
    )
    files = {
        f"templates/{name}": opening(name) + "\n".join(pieces) + closing(name),
        "templates/assets/own.js": "start()\n",
        "templates/assets/own.css": "/* @import url(https://a.example) */\np { background: url(own.png) }\n",
        "templates/mail/own.html": "<style>p {}</style>\n",
    }
    assert [each for each in findings(write_site(root, files), "content") if "policy" in each.message] == []
