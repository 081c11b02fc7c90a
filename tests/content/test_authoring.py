"""Writing articles and versions: whole or not at all, and never over what a person wrote."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.content import authoring, store
from nashra.kit.errors import ContentError, NashraError, errors_in
from nashra.model import Article, BlockRecord, Draft, Source, Translation, Version
from nashra.settings import config
from nashra.settings.config import Settings
from support.commands import article_text, write_site

DRAFT = Draft(
    lang="ar",
    title="وصول الوفد: «باريس» تستعد",
    body="الفقرة الأولى.\n\nالفقرة الثانية.",
    published=datetime(2024, 7, 18, tzinfo=UTC),
    has_time=False,
    digest="3f9a1c0123456789",
)
ORIGINAL = article_text("عنوان", "الأولى.\n\nالثانية.")
FRENCH = """\
---
# ترجمة سارة
title: 'Ancien titre'   # à revoir
lang: "fr"
slug: ancien

reviewer: Sara
translation:
    from: ar   # l'original
    state: machine
    checked: 2024-07-20
    engine: ar_en-1.0
    blocks:
    - aaaaaaaa-bbbbbbbb
    - cccccccc-dddddddd
# fin
---


Premier.

Deuxième.
"""


@pytest.fixture
def site(tmp_path: Path) -> Settings:
    return config.load(write_site(tmp_path, {"content/articles/2024/07/18-aaaaaa/ar.md": ORIGINAL}))


def articles(settings: Settings) -> list[Article]:
    found, problems = store.load_articles(settings)
    assert errors_in(problems) == ()
    return found


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_imported_article_is_read_back_as_it_was(site: Settings) -> None:
    draft = replace(
        DRAFT,
        author="سارة: مراسلة",
        source=Source("هسبريس", "https://x.example/?a=1&b=#z"),
        updated=datetime(2024, 7, 19, 10, tzinfo=UTC),
        topics=("security", "sport"),
        summary="خلاصة # قصيرة",
    )
    path = authoring.create_article(site, draft, articles(site))
    assert path.relative_to(site.root).as_posix() == "content/articles/2024/07/18-3f9a1c/ar.md"
    article = next(each for each in articles(site) if each.id == "3f9a1c")
    assert (article.authors, article.source, article.topics) == ((draft.author,), draft.source, draft.topics)
    assert (article.updated, article.digest, article.has_time) == (draft.updated, draft.digest, False)
    version = article.original
    assert (version.title, version.summary, version.body) == (draft.title, draft.summary, draft.body + "\n")
    assert version.slug == "وصول-الوفد-باريس-تستعد"


def test_a_time_of_day_is_kept(site: Settings) -> None:
    moment = datetime(2024, 7, 18, 22, 30, tzinfo=UTC)
    authoring.create_article(site, replace(DRAFT, published=moment, has_time=True), articles(site))
    article = next(each for each in articles(site) if each.id == "3f9a1c")
    assert (article.published, article.has_time) == (moment, True)


def test_an_early_year_has_four_digits(site: Settings) -> None:
    draft = replace(DRAFT, published=datetime(850, 1, 2, tzinfo=UTC))
    path = authoring.create_article(site, draft, articles(site))
    assert path.parent.relative_to(site.content).as_posix() == "articles/0850/01/02-3f9a1c"
    assert len(articles(site)) == 2


@pytest.mark.parametrize(
    ("title", "slug"), [("CON", "con-3f9a1c"), ("Index", "index-3f9a1c"), ("!!!", "3f9a1c"), ("عنوان", "عنوان")]
)
def test_a_title_that_is_no_file_name_gets_the_id(site: Settings, title: str, slug: str) -> None:
    authoring.create_article(site, replace(DRAFT, title=title), articles(site))
    assert next(each for each in articles(site) if each.id == "3f9a1c").original.slug == slug


def test_neither_an_id_nor_an_address_is_given_twice(site: Settings) -> None:
    for body in ("واحد", "اثنان", "ثلاثة"):
        authoring.create_article(site, replace(DRAFT, body=body), articles(site))
    found = [(article.id, article.original.slug) for article in articles(site) if article.id != "aaaaaa"]
    assert len(found) == len({id_ for id_, _ in found}) == len({slug for _, slug in found}) == 3
    assert ("3f9a1c", "وصول-الوفد-باريس-تستعد") in found


def test_an_article_that_cannot_be_read_is_not_imported_beside_itself(site: Settings) -> None:
    path = authoring.create_article(site, DRAFT, articles(site))
    path.write_text("---\nbroken", "utf-8")
    with pytest.raises(ContentError, match="cannot be read") as caught:
        authoring.create_article(site, DRAFT, [])
    assert caught.value.problems[0].path == path.parent
    assert path.read_text("utf-8") == "---\nbroken"


def test_nothing_is_left_behind_where_nothing_can_be_written(tmp_path: Path) -> None:
    settings = config.load(write_site(tmp_path, {"content/articles": "a file"}))
    with pytest.raises(NashraError, match="cannot be written"):
        authoring.create_article(settings, DRAFT, [])
    assert names(settings.content) == ["articles"]


def version_of(settings: Settings) -> tuple[Path, Version]:
    folder = settings.content / "articles" / "2024" / "07" / "18-aaaaaa"
    return folder, articles(settings)[0].versions["fr"]


MADE = Translation(
    origin="ar",
    state="machine",
    engine="ar_en-1.0+en_fr-1.9",
    via=("en",),
    blocks=(BlockRecord("aaaaaaaa", "bbbbbbbb"), BlockRecord("eeeeeeee", "ffffffff", "human")),
)


def write(folder: Path, current: Version | None, **changes: object) -> Path:
    what: dict[str, object] = {
        "title": current.title if current else "Titre",
        "slug": current.slug if current else "titre",
        "summary": current.summary if current else None,
        "body": current.body if current else "Premier.\n",
        "translation": MADE,
        "current": current,
    }
    return authoring.write_version(folder, "fr", **{**what, **changes})  # type: ignore[arg-type]


def test_a_new_version_is_read_back_as_it_was(site: Settings) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    write(folder, None, summary="Résumé : court")
    version = version_of(site)[1]
    assert (version.title, version.slug, version.summary, version.body) == (
        "Titre",
        "titre",
        "Résumé : court",
        "Premier.\n",
    )
    assert version.translation == MADE


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_only_what_is_new_is_written_into_a_file_that_is_there(site: Settings, line_end: str) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    path = folder / "fr.md"
    path.write_bytes(("\ufeff" + FRENCH).replace("\n", line_end).encode())
    current = version_of(site)[1]
    write(folder, current, title="Titre : nouveau", body="Premier.\n\nSecond.\n")
    expected = (
        FRENCH.replace("'Ancien titre'   # à revoir", "'Titre : nouveau'   # à revoir")
        .replace("engine: ar_en-1.0\n", "engine: ar_en-1.0+en_fr-1.9\n")
        .replace("- cccccccc-dddddddd\n", "- eeeeeeee-ffffffff human\n    via: [en]\n")
        .replace("---\n\n\nPremier.\n\nDeuxième.\n", "---\n\nPremier.\n\nSecond.\n")
    )
    assert path.read_bytes() == ("\ufeff" + expected).replace("\n", line_end).encode()
    assert version_of(site)[1].translation == MADE


def test_writing_what_is_there_already_touches_nothing(site: Settings) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    (folder / "fr.md").write_text(FRENCH, "utf-8")
    os.utime(folder / "fr.md", ns=(1, 1))
    current = version_of(site)[1]
    write(folder, current, translation=current.translation)
    assert (folder / "fr.md").read_text("utf-8") == FRENCH
    assert (folder / "fr.md").stat().st_mtime_ns == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Deuxième.", "Deuxième, corrigé."),
        ("Ancien titre", "Titre corrigé"),
        ('lang: "fr"', "lang: fr\nsummary: ajouté"),
        ("state: machine", "state: reviewed"),
    ],
    ids=["text", "title", "summary", "state"],
)
def test_what_a_person_saved_meanwhile_is_never_lost(site: Settings, old: str, new: str) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    path = folder / "fr.md"
    path.write_text(FRENCH, "utf-8")
    current = version_of(site)[1]
    edited = FRENCH.replace(old, new)
    assert edited != FRENCH
    path.write_text(edited, "utf-8")
    with pytest.raises(ContentError, match="left alone"):
        write(folder, current, title="Titre de la machine", body="Tout autre.\n")
    assert path.read_text("utf-8") == edited


def test_a_file_that_appeared_meanwhile_is_left_alone(site: Settings) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    (folder / "fr.md").write_text("mine", "utf-8")
    with pytest.raises(ContentError, match="appeared"):
        write(folder, None)
    assert (folder / "fr.md").read_text("utf-8") == "mine"


def test_front_matter_in_one_flow_table_is_renewed_too(site: Settings) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    head = "{title: Titre, lang: fr, translation: {from: ar, state: machine}}  # court\n"
    (folder / "fr.md").write_text(f"---\n{head}---\n\nPremier.\n", "utf-8")
    write(folder, version_of(site)[1])
    assert version_of(site)[1].translation == MADE
    assert "}  # court\n---\n\nPremier.\n" in (folder / "fr.md").read_text("utf-8")


def test_a_removed_summary_goes_and_comes_back(site: Settings) -> None:
    folder = site.content / "articles" / "2024" / "07" / "18-aaaaaa"
    (folder / "fr.md").write_text(FRENCH.replace("slug: ancien\n", "slug: ancien\nsummary: |\n  Vieux\n"), "utf-8")
    write(folder, version_of(site)[1], summary=None)
    assert version_of(site)[1].summary is None
    write(folder, version_of(site)[1], summary="Neuf")
    assert version_of(site)[1].summary == "Neuf"
    assert "reviewer: Sara\n" in (folder / "fr.md").read_text("utf-8")
