"""An export carries the owner's own words: nothing in it is furniture, what was not public stays so, and what is no
article is counted."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from nashra.ingest.extract import Extract
from nashra.markup.html import render
from support.html_words import words_shown
from support.imported import OPTIONS, entries

OWN = [
    "<p>اقرأ أيضا: خبر آخر من المنطقة</p>",
    '<p><a href="https://s.example.org/a">À lire aussi : la suite du dossier sur le marché</a></p>',
    '<p><a href="https://s.example.org/r.pdf">Le rapport (PDF)</a></p>',
    '<div class="share"><p>Partagez ce texte avec vos voisins du quartier, ils en ont besoin.</p></div>',
    '<div class="wp-block-file"><a href="https://s.example.org/liste.xls">La liste</a></div>',
    (
        "<ul><li><a href='https://s.example.org/1'>Une première page du dossier</a></li> "
        "<li><a href='https://s.example.org/2'>Une deuxième page du dossier</a></li></ul>"
    ),
    "<p>Newsletter</p>",
    "<aside><p>Un encadré de la rédaction avec son explication.</p></aside>",
    '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>',
]
TEXT = "<p>Les commerçants disent avoir perdu beaucoup de clients pendant le chantier de la halle.</p>"
HEAD = (
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>S</title><language>fr</language>'
)


def wxr(content: str, extra: str = "", dates: str = "<wp:post_date>2024-05-01 10:00:00</wp:post_date>") -> bytes:
    item = f"<title>Un titre assez long</title><content:encoded><![CDATA[{content}]]></content:encoded>{dates}{extra}"
    return f"{HEAD}<item>{item}<wp:post_type>post</wp:post_type></item></channel></rss>".encode()


def rest(content: str) -> bytes:
    post = {
        "title": {"rendered": "Un titre assez long"},
        "content": {"rendered": content},
        "date": "2024-05-01T10:00:00",
    }
    return json.dumps([post]).encode()


def blogger(content: str, more: str = "", kind: str = "post") -> bytes:
    escaped = content.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:app="http://www.w3.org/2007/app" '
        'xmlns:blogger="http://schemas.google.com/blogger/2018"><title>S</title><entry>'
        '<category scheme="http://schemas.google.com/g/2005#kind" '
        f'term="http://schemas.google.com/blogger/2008/kind#{kind}"/><title>Un titre assez long</title>'
        f"<published>2024-05-01T10:00:00Z</published>{more}"
        f'<content type="html">{escaped}</content></entry></feed>'
    ).encode()


def found(data: bytes, *, pages: bool = False) -> list[Extract]:
    return entries(Path("export"), replace(OPTIONS, lang="fr", pages=pages), data)


@pytest.mark.parametrize("make", [wxr, rest, blogger], ids=["wordpress", "rest", "blogger"])
@pytest.mark.parametrize("part", OWN)
def test_what_the_owner_wrote_stays(make: Callable[[str], bytes], part: str) -> None:
    imported = found(make(TEXT + part))[0].imported
    assert imported is not None and imported.dropped == ()
    block = imported.draft.body.split("\n\n")[1]
    shown = words_shown(render(block))
    assert shown == (words_shown(f"<div>{part}</div>") or "youtube.com")


@pytest.mark.parametrize(
    "more",
    [
        "<app:control><app:draft>yes</app:draft></app:control>",
        "<blogger:status>DRAFT</blogger:status>",
    ],
)
def test_a_draft_of_blogger_stays_a_draft(more: str) -> None:
    (entry,) = found(blogger(TEXT, more))
    assert entry.imported is not None and entry.imported.draft.draft


def test_what_is_no_article_of_blogger_is_counted() -> None:
    for kind in ("comment", "settings", "template", "page"):
        refused, note = found(blogger(TEXT, kind=kind))
        assert refused.problems[0].message == "there are no articles in this feed"
        assert f"({kind}: 1)" in note.note
    (entry,) = found(blogger(TEXT, kind="page"), pages=True)
    assert entry.imported is not None


def test_comments_of_wordpress_are_counted() -> None:
    comment = "<wp:comment><wp:comment_content>Merci</wp:comment_content></wp:comment>"
    assert "comment: 2" in found(wxr(TEXT, comment * 2))[-1].note


@pytest.mark.parametrize("year", ["-0001", "0000"])
def test_a_draft_without_a_date_gets_none_invented(year: str) -> None:
    dates = f"<pubDate>Mon, 30 Nov {year} 00:00:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date>"
    entry = found(wxr(TEXT, "<wp:status>draft</wp:status>", dates))[0]
    assert entry.imported is not None
    draft = entry.imported.draft
    assert draft.draft and draft.published.date().isoformat() == "2024-11-20"  # the day of the import
    assert any("no date" in each for each in draft.comments)


def test_what_was_public_and_has_no_date_is_refused() -> None:
    dates = "<pubDate>Mon, 30 Nov -0001 00:00:00 +0000</pubDate><wp:post_date>0000-00-00 00:00:00</wp:post_date>"
    assert "no date" in found(wxr(TEXT, "<wp:status>publish</wp:status>", dates))[0].problems[0].message
