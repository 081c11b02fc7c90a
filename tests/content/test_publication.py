"""What readers may see at a moment, and what front matter may say of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nashra.content import publication, store
from nashra.kit import clock
from nashra.kit.errors import ConfigError, Problem
from nashra.model import Article, Content
from nashra.pipeline import build
from nashra.settings import config
from support.commands import article_text, write_site

FOLDER = "content/articles/2024/07/18-3f9a1c"
FRENCH = "---\ntitle: Arrivée\nslug: arrivee\n{}translation: {{from: ar, state: manual}}\n---\n\nTexte.\n"


def loaded(root: Path, more: str = "", french: str = "") -> tuple[Content, list[Problem]]:
    texts = {
        f"{FOLDER}/ar.md": article_text("وصول الوفد", "نص.", more=more),
        f"{FOLDER}/fr.md": FRENCH.format(french),
    }
    return store.load(config.load(write_site(root, texts)))


def article(root: Path, more: str = "", french: str = "") -> Article:
    content, problems = loaded(root, more, french)
    assert problems == []
    return content.articles[0]


def reason(of: Article, moment: str, lang: str = "ar") -> str:
    return publication.hold(of, of.versions[lang], datetime.fromisoformat(moment))


def test_an_article_is_public_from_its_date_on_in_the_site_s_own_zone(tmp_path: Path) -> None:
    made = article(tmp_path)
    # Casablanca is an hour ahead of UTC in July
    assert reason(made, "2024-07-17T22:59:59+00:00") == "future"
    assert reason(made, "2024-07-17T23:00:00+00:00") == ""


def test_an_update_to_come_holds_the_text_back_too(tmp_path: Path) -> None:
    made = article(tmp_path, "updated: 2024-08-01T10:00:00+01:00\n")
    assert reason(made, "2024-07-20T00:00:00+00:00") == "future"
    assert reason(made, "2024-08-01T09:00:00+00:00") == ""


def test_an_embargo_ends_at_its_minute_whatever_the_date_says(tmp_path: Path) -> None:
    made = article(tmp_path, "publish_at: 2024-07-20T18:30\n")
    assert reason(made, "2024-07-20T17:29:59+00:00") == reason(made, "2024-07-20T17:29:59+00:00", "fr") == "future"
    assert reason(made, "2024-07-20T17:30:00+00:00") == ""


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("publish_at: soon", "not a date"),
        ("publish_at: 2027-04-11T10:00\nupdated: 2024-04-14T02:30", "a time that Africa/Casablanca does not have"),
        ("publish_at: 2024-07-21T10:00\nexpires: 2024-07-20", "has expired"),
        ("publsh_at: 2024-07-21T10:00", "did you mean `publish_at`"),
        ("publish-at: 2024-07-21T10:00", "did you mean `publish_at`"),
    ],
)
def test_a_slip_in_an_embargo_publishes_nothing(tmp_path: Path, line: str, said: str) -> None:
    content, (problem, *_) = loaded(tmp_path, f"{line}\n")
    assert not content.articles and said in problem.message and not problem.warning


def test_until_its_minute_nothing_of_an_article_is_on_the_site_and_then_all_of_it_is(tmp_path: Path) -> None:
    root = write_site(
        tmp_path,
        {
            f"{FOLDER}/ar.md": article_text(
                "سر الوفد", "نص سري.", more="publish_at: 2024-07-20T18:30\ntopics: [secret]\n"
            ),
            "content/topics.yaml": "secret: {ar: سري}\n",
            "content/articles/2024/07/17-3f9a1d/ar.md": article_text("خبر", "نص.", date="2024-07-17"),
        },
    )
    settings = config.load(root)

    def files(moment: str) -> dict[str, bytes]:
        output = build(settings, now=datetime.fromisoformat(moment), cached=True).output
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}

    before = files("2024-07-20T17:29:00+00:00")
    held = ("سر الوفد".encode(), b"3f9a1c", "سري".encode(), b"\\u0633\\u0631 ")
    assert not [path for path, data in before.items() if any(each in data for each in held) or "3f9a1c" in path]
    # the next build, a minute later, with nothing changed but the time
    after = files("2024-07-20T17:30:00+00:00")
    for path in (
        "ar/rss.xml",
        "ar/index.html",
        "sitemap-ar-2024-07.xml",
        "ar/editions/2024-07-18.html",
        "s/3f9a1c/index.html",
    ):
        assert path in after and after[path] != before.get(path)
    preview = replace(settings, output=root / "preview")
    shown = build(preview, now=datetime.fromisoformat("2024-07-20T17:29:00+00:00"), preview=True).output
    assert "Not yet published" in (shown / "ar/index.html").read_text("utf-8") or "سر الوفد" in (
        shown / "ar/index.html"
    ).read_text("utf-8")


def test_a_day_of_expiry_counts_to_its_end(tmp_path: Path) -> None:
    made = article(tmp_path, "expires: 2024-07-20\n")
    assert reason(made, "2024-07-20T22:59:59+00:00") == ""
    assert reason(made, "2024-07-20T23:00:00+00:00") == "expired"


def test_a_time_of_expiry_is_exact(tmp_path: Path) -> None:
    made = article(tmp_path, "expires: 2024-07-20T12:00Z\n")
    assert reason(made, "2024-07-20T11:59:59+00:00") == ""
    assert reason(made, "2024-07-20T12:00:00+00:00") == "expired"


@pytest.mark.parametrize("day", ["9999-12-31", "2024-07-18"])
def test_the_last_day_there_is_and_the_first_that_makes_sense_are_dates(tmp_path: Path, day: str) -> None:
    assert reason(article(tmp_path, f"expires: {day}\n"), "2024-07-18T12:00:00+00:00") == ""


@pytest.mark.parametrize(
    ("more", "french", "message", "name", "line"),
    [
        ("expires: 2024-07-17\n", "", "before the article's `date`", "ar.md", 5),
        ("expires: soon\n", "", "not a date", "ar.md", 5),
        ("draft: perhaps\n", "", "and must be true or false", "ar.md", 5),
        ("aliases: {a: b}\n", "", "`aliases` must be a list", "ar.md", 5),
        ("aliases: [/a.html?x=1]\n", "", "the alias '/a.html?x=1' has a part", "ar.md", 5),
        ("", "expires: 2024-08-01\n", "`expires` does not belong in a translation", "fr.md", 4),
    ],
)
def test_a_fault_is_told_with_its_file_and_line(
    tmp_path: Path, more: str, french: str, message: str, name: str, line: int
) -> None:
    _, problems = loaded(tmp_path, more, french)
    fault = problems[0]
    assert fault.path is not None
    assert (fault.path.name, fault.line) == (name, line)
    assert message in fault.message


def test_a_draft_holds_back_all_languages_and_a_draft_version_its_own(tmp_path: Path) -> None:
    now = datetime(2026, 1, 1, tzinfo=UTC)
    whole, _ = loaded(tmp_path / "a", "draft: true\n")
    chosen = publication.select(whole, now)
    assert chosen.articles == ()
    assert {path.name for path in chosen.held} == {"ar.md", "fr.md"}
    part, _ = loaded(tmp_path / "b", french="draft: true\n")
    chosen = publication.select(part, now)
    assert list(chosen.articles[0].versions) == ["ar"]
    assert {path.name for path in chosen.held} == {"fr.md"}
    assert publication.count_holds(part, now) == {"draft": 1}


def test_a_draft_is_one_whatever_its_dates(tmp_path: Path) -> None:
    made = article(tmp_path, "draft: true\nexpires: 2024-08-01\n")
    assert {reason(made, moment) for moment in ("2020-01-01T00:00Z", "2024-07-20T00:00Z", "2025-01-01T00:00Z")} == {
        "draft"
    }


def test_what_is_shown_all_the_same_carries_its_mark(tmp_path: Path) -> None:
    content, _ = loaded(tmp_path, "expires: 2024-08-01\n")
    shown = publication.select(content, datetime(2026, 1, 1, tzinfo=UTC), frozenset({"expired"}))
    assert [version.hold for version in shown.articles[0].versions.values()] == ["expired", "expired"]
    assert publication.select(content, datetime(2026, 1, 1, tzinfo=UTC), frozenset({"draft"})).articles == ()


def test_what_is_public_is_the_very_same(tmp_path: Path) -> None:
    content, _ = loaded(tmp_path)
    assert publication.select(content, datetime(2026, 1, 1, tzinfo=UTC)) == content


def test_source_date_epoch_stands_in_for_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1721260800")
    assert clock.now() == datetime(2024, 7, 18, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert clock.now() > datetime(2024, 7, 18, tzinfo=UTC)
    for wrong in ("yesterday", "1e9", "9" * 40):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(ConfigError, match="SOURCE_DATE_EPOCH"):
            clock.now()
