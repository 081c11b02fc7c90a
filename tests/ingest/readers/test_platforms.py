"""What the exports of Medium and Substack say of a post outside of its text."""

from __future__ import annotations

import csv
from pathlib import Path

from nashra.ingest.draft import Imported
from support.imported import entries

TEXT = (
    "<p>The night bus leaves the depot at ten past one, with the driver and a man who sells bread.</p>"
    '<p>By the third stop they know <a href="https://a.example/names">each other\'s names</a>.</p>'
)
FIELDS = ("post_id", "post_date", "is_published", "audience", "title", "subtitle")


def imported(folder: Path, name: str, *rows: tuple[str, ...]) -> Imported | str:
    """What an import finds in the text `name` of an export with these `rows`; the reason where it is refused."""
    (folder / "posts").mkdir(exist_ok=True)
    page = folder / "posts" / name
    page.write_text(TEXT, encoding="utf-8")
    if rows:
        with (folder / "posts.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([FIELDS, *rows])
    (entry,) = entries(page)
    return entry.imported if entry.imported is not None else entry.problems[0].message


def test_the_table_of_substack_tells_title_day_and_what_was_published(tmp_path: Path) -> None:
    rows = (
        ("151234567.night-bus", "2023-11-24T06:00:11.000Z", "true", "everyone", "The night bus", "Who rides it"),
        ("151234568.not-yet", "", "false", "only_paid", "Not yet", ""),
    )
    found = imported(tmp_path, "151234567.night-bus.html", *rows)
    assert isinstance(found, Imported)
    draft = found.draft
    assert (draft.title, draft.summary, draft.draft) == ("The night bus", "Who rides it", False)
    assert draft.published.isoformat() == "2023-11-24T06:00:11+00:00"
    held = imported(tmp_path, "151234568.not-yet.html")
    assert isinstance(held, Imported)
    assert (held.draft.title, held.draft.draft) == ("Not yet", True)
    assert "it was a draft there" in held.draft.comments
    assert any("only_paid" in each for each in held.draft.comments)


def test_a_text_without_the_table_is_refused_rather_than_named_by_guess(tmp_path: Path) -> None:
    assert imported(tmp_path, "151234569.lost.html") == "there is no title"
    (tmp_path / "posts.csv").write_bytes(b"\xff\xfe\0broken")
    assert imported(tmp_path, "151234569.lost.html") == "there is no title"
