"""What real sites of Jekyll have: code in Liquid, pages of prose with a loop, languages that the new site lacks."""

from __future__ import annotations

from pathlib import Path
from subprocess import CompletedProcess

import pytest

from support.commands import nashra, write_site
from support.pictures import png

Done = CompletedProcess[str]

PROSE = "Ce journal paraît chaque semaine ; il est écrit par des lecteurs de trois villes, et traduit par eux."
ARABIC = "تصدر هذه النشرة كل أسبوع، ويكتبها قراء من ثلاث مدن ويترجمونها بأنفسهم."
LOOP = "{% for each in site.posts %}\n- [{{ each.title }}]({{ each.url }}) et encore beaucoup de mots dans la boucle\n{% endfor %}"
FILES = {
    "_config.yml": "url: https://old.example\nbaseurl: /blog\npermalink: pretty\n"
    'languages: ["fr", "ar", "pt-BR", "de"]\ndefault_lang: fr\n',
    "about.fr.md": f"---\ntitle: À propos\npermalink: about/\nlang: fr\n---\n\n{PROSE}\n\n"
    "<p>Voir <a href=\"{{site.baseurl}}/aide/\">l’aide</a>, [l’aide]({{ '/aide/' | relative_url }}) et "
    '[l’aide]({{ "/aide/" | absolute_url }}).</p>\n\n'
    "{% highlight html %}\n{% raw %}\n{% for each in site.posts %}{{ each.title }}{% endfor %}\n{% endraw %}\n{% endhighlight %}\n",
    "about.ar.md": f"---\ntitle: من نحن\npermalink: about/\nlang: ar\n---\n\n{ARABIC}\n\n{LOOP}\n",
    "about.pt-BR.md": f"---\ntitle: Sobre\npermalink: about/\nlang: pt-BR\n---\n\n{PROSE}\n",
    "aide.md": f"---\ntitle: Aide\n---\n\n{PROSE}\n\n<aside markdown='1'>\n  <img src='/blog/img/a.png' alt='carte'>\n  Un **mot**\n"
    '</aside>\n\n<p align="center"><img src="{{ site.baseurl }}/img/b.png"></p>\n\n<div><img src="/img/none.png"></div>\n',
    "liste.md": f"---\ntitle: Tout\n---\n\n# Tous les articles\n\n{LOOP}\n",
    "contact.html": f"---\ntitle: Contact\n---\n<p>{PROSE}</p><p>{PROSE}</p><p>{PROSE}</p>\n{{% include form.html %}}\n",
    "_posts/pt-BR/2024-01-02-um.md": f"---\ntitle: Um\n---\n\n{PROSE}\n",
    "_posts/pt-BR/2024-01-03-dois.md": f"---\ntitle: Dois\n---\n\n{PROSE} Dois.\n",
    "_posts/de/2024-01-02-um.md": f"---\ntitle: Eins\n---\n\n{PROSE}\n",
    "_posts/2024-01-02-um.md": f"---\ntitle: Un\n---\n\n{PROSE} Un.\n",
}


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    root = tmp_path_factory.mktemp("jekyll")
    for name, text in FILES.items():
        path = root / "old" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name in "ab":
        (root / "old" / "img").mkdir(exist_ok=True)
        (root / "old" / "img" / f"{name}.png").write_bytes(png(200 + ord(name), 200))
    site = write_site(root / "site", {}, url="https://new.example/")
    return site, nashra("import", "--move", root / "old", cwd=site)


def page(site: Path, name: str) -> str:
    return (site / "content" / "pages" / name).read_text(encoding="utf-8")


def test_a_page_of_prose_comes_in_with_its_loops_told_and_a_mere_list_does_not(moved: tuple[Path, Done]) -> None:
    site, done = moved
    assert ARABIC in page(site, "about.ar.md") and PROSE in page(site, "about.fr.md")
    assert "{% for each in site.posts %} is no Markdown" in page(site, "about.ar.md")
    assert "{% include form.html %} is a tag of the theme" in page(site, "contact.fr.md")
    assert (
        not (site / "content" / "pages" / "liste.fr.md").exists()
        and "liste.md: it is the page of a list" in done.stderr
    )


def test_liquid_in_code_is_code_and_its_links_are_links(moved: tuple[Path, Done]) -> None:
    text = page(moved[0], "about.fr.md")
    assert "```html\n{% for each in site.posts %}{{ each.title }}{% endfor %}\n```" in text
    assert '<a href="aide.fr.md">' in text and text.count("](aide.fr.md)") == 2 and "# check" not in text


def test_a_language_that_the_site_lacks_is_told_once_by_the_name_it_has_there(moved: tuple[Path, Done]) -> None:
    _, done = moved
    assert done.returncode == 0
    told = [line for line in done.stderr.split("\n") if "no language of the site" in line]
    assert len(told) == 2 and all(line.startswith("warning: ") for line in told)
    (brazilian,) = [line for line in told if "'pt-BR'" in line]
    assert (
        "with 3 files" in brazilian and "_posts/pt-BR/2024-01-02-um.md" in brazilian and "about.pt-BR.md" in brazilian
    )


def test_pictures_in_html_come_along_and_asides_are_quotations(moved: tuple[Path, Done]) -> None:
    site, _ = moved
    text = page(site, "aide.fr.md")
    assert "> ![carte](https://new.example/pages/aide/a.png)\n> Un **mot**" in text and "aside" not in text
    assert '<img src="https://new.example/pages/aide/b.png">' in text
    assert "# check: the file /img/none.png, which HTML shows, is not among the files" in text
    assert {path.name for path in site.rglob("pages/aide/*.png")} == {"a.png", "b.png"}
