"""A whole bilingual site of each system moves in: golden trees, and nothing lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from move_in.moving import GOLDEN, NAMES, SITES, as_golden, copy_of, files_of, move, new_site
from nashra.checks.run import check_site
from nashra.kit import clock
from nashra.move_in.mover import Moved
from nashra.pipeline import build
from nashra.settings.config import Settings

Done = tuple[Settings, Path, list[Moved]]


@pytest.fixture(scope="module", params=NAMES)
def moved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """(a site into which an old one has moved, the old one, what became of each text)."""
    root = tmp_path_factory.mktemp(request.param)
    old = copy_of(request.param, root / request.param)
    settings = new_site(root / "site")
    return settings, old, move(settings, old)


def test_what_is_written_is_golden(moved: Done) -> None:
    settings, old, _ = moved
    assert as_golden(settings.root) == (GOLDEN / f"{old.name}.txt").read_text(encoding="utf-8")


def test_versions_are_joined_and_drafts_stay_drafts(moved: Done) -> None:
    settings, old, done = moved
    joined = [each for each in done if {text.lang for text in each.texts} == {"ar", "fr"}]
    # an export of Blogger does not tell which posts belong together
    assert len(joined) >= (0 if old.name == "blogger" else 1)
    heads = [path.read_text(encoding="utf-8") for path in settings.content.rglob("*.md")]
    assert any("draft: true" in head for head in heads) or old.name == "saved"
    assert {each.status for each in done} == {"moved"}


def test_no_old_address_is_lost_and_the_site_checks_clean(moved: Done) -> None:
    settings, old, _ = moved
    addresses = next(SITES.joinpath(old.name).glob("addresses.*"))
    report = check_site(settings, clock.now(), old=addresses)
    assert [each for each in report.findings if each.severity == "error"] == []


def test_no_link_leads_into_the_old_site(moved: Done) -> None:
    settings, _, _ = moved
    for path in settings.content.rglob("*.md"):
        body = path.read_text(encoding="utf-8").split("\n---\n", 1)[1]
        links = re.findall(r"\]\(([^)]*)\)", body)
        assert [each for each in links if "old" in each or each.startswith("/") or "{" in each] == []


def test_moving_twice_changes_nothing(moved: Done) -> None:
    settings, old, _ = moved
    before = files_of(settings.root)
    assert {each.status for each in move(settings, old)} == {"known"}
    assert files_of(settings.root) == before


def test_tags_that_are_no_topic_find_their_text(moved: Done) -> None:
    settings, old, _ = moved
    if old.name == "hugo":
        report = build(settings)
        index = "".join(path.read_text("utf-8") for path in (report.output / "ar/search").glob("words-*.js"))
        assert "فلاح" in index
