"""For every field, what the editor gave beats what was found, and what was found beats what was guessed."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.assembler import Assembler, Fact
from nashra.ingest.draft import Given
from nashra.kit.errors import ContentError

PAST = datetime(2024, 7, 18, 10, tzinfo=UTC)
GIVEN = Given(
    "ar",
    ZoneInfo("UTC"),
    title="عنوان من المحرر",
    author="ليلى العلوي",
    date="2024-07-20",
    source_name="وكالة",
    source_url="https://given.example/x",
    topics=("security",),
)
NOTHING = Given("ar", ZoneInfo("UTC"), lang_given=False, languages=("ar", "fr"))


def test_what_was_given_is_taken_whatever_was_found() -> None:
    made = Assembler(GIVEN)
    assert made.title(Fact("عنوان الصفحة", "the headline")) == "عنوان من المحرر"
    assert made.author(Fact("كاتب الصفحة", "the byline")) == "ليلى العلوي"
    assert made.moment(Fact((PAST, True), "the head")) == (datetime(2024, 7, 20, tzinfo=UTC), False)
    assert made.topics(["sport"], "keywords") == ("security",)
    source = made.source("موقع", "https://found.example/y", "the page")
    assert source is not None and (source.name, source.url) == ("وكالة", "https://given.example/x")
    assert set(made.reasons.values()) == {"given"} and made.doubts == []


def test_a_guess_is_taken_only_where_nothing_was_found_and_leaves_its_doubt() -> None:
    guess, found = Fact("سعد", "beside the date", "a guess"), Fact("ليلى", "the byline")
    made = Assembler(NOTHING)
    assert (made.author(guess, found), made.reasons["author"], made.doubts) == ("ليلى", "the byline", [])
    assert (made.author(guess, None), made.reasons["author"], made.doubts) == ("سعد", "beside the date", ["a guess"])
    assert made.author(None) is None


def test_of_two_that_were_found_the_first_is_taken() -> None:
    assert Assembler(NOTHING).title(None, Fact("", "line 1"), Fact("ب", "line 2"), Fact("ج", "line 3")) == "ب"


@pytest.mark.parametrize(("seconds", "kept"), [(30, False), (59, False), (60, True), (-3600, False)])
def test_a_touch_within_the_minute_is_no_update(seconds: int, kept: bool) -> None:
    later = datetime.fromtimestamp(PAST.timestamp() + seconds, UTC)
    draft = (
        Assembler(NOTHING)
        .finish(lang="ar", title="ع", body="نص", texts=["نص"], moment=(PAST, True), updated=Fact((later, True), "x"))
        .draft
    )
    assert (draft.updated is not None) is kept


def test_a_language_that_the_site_lacks_is_refused_and_one_that_nothing_shows_leaves_a_doubt() -> None:
    with pytest.raises(ContentError, match="no language of the site"):
        Assembler(NOTHING).lang("The ministry said that it was on the way to the city and that it is not late.", ())
    made = Assembler(NOTHING)
    assert made.lang("123", ()) == "ar" and "could not be told" in made.doubts[0]
