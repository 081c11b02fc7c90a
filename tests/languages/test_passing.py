"""Locales of which only a few words are wanted take no place afterwards."""

from __future__ import annotations

from babel import Locale, localedata

from nashra.languages import passing


def test_what_was_read_in_passing_is_forgotten_and_what_was_there_stays() -> None:
    there = Locale.parse("fr").months["format"]["wide"][7]
    with passing.locales("sl", "ar_MA") as (slovene, moroccan):
        assert slovene.months["format"]["wide"][7] == "julij"
        assert moroccan.months["format"]["wide"][7] == "يوليوز"
        assert "sl" in localedata._cache
    assert not {"sl", "ar_MA"} & localedata._cache.keys()
    assert {"fr", "root"} <= localedata._cache.keys()
    assert Locale.parse("fr").months["format"]["wide"][7] == there
    assert Locale.parse("sl").months["format"]["wide"][7] == "julij", "it can be read again"
