"""The table of feed formats and that of what writes them."""

from __future__ import annotations

from nashra.render.feeds.formats import WRITERS
from nashra.settings.feed_formats import FEED_FORMATS


def test_every_format_that_settings_know_has_a_writer() -> None:
    assert list(WRITERS) == list(FEED_FORMATS)


def test_no_two_formats_share_the_name_of_a_file() -> None:
    assert len({row.file for row in FEED_FORMATS.values()}) == len(FEED_FORMATS)
