"""Locales of which only a few words are wanted take no place afterwards."""

from __future__ import annotations

from babel import Locale, localedata

from nashra.languages import passing


def test_what_was_read_in_passing_is_forgotten_and_what_was_there_stays() -> None:
    there = Locale.parse("fr").months["format"]["wide"][7]
    with passing.locales("cy", "br") as (welsh, breton):
        assert welsh.months["format"]["wide"][7] == "Gorffennaf"
        assert breton.months["format"]["wide"][7] == "Gouere"
        assert "cy" in localedata._cache
    assert not {"cy", "br"} & localedata._cache.keys()
    assert {"fr", "root"} <= localedata._cache.keys()
    assert Locale.parse("fr").months["format"]["wide"][7] == there
    assert Locale.parse("cy").months["format"]["wide"][7] == "Gorffennaf", "it can be read again"
