"""What is known of a language stands in its file; a language without one has neutral defaults."""

from __future__ import annotations

from nashra.languages.known import spec_of
from nashra.languages.spec import NEUTRAL
from nashra.versions.guards import check


def test_a_language_without_a_file_has_neutral_defaults() -> None:
    assert spec_of("sw") is NEUTRAL
    assert spec_of("fa") is not NEUTRAL


def test_an_english_text_is_no_translation_into_amazigh() -> None:
    source = "أعلنت الوزارة عن برنامج جديد"
    english = "The ministry announced a new programme"
    assert "script" in [doubt.kind for doubt in check(source, english, "ar", "zgh")]
    assert "script" not in [doubt.kind for doubt in check(source, "ⵜⴰⵏⵎⵀⵍⵜ ⵏ ⵓⵙⴳⵎⵉ", "ar", "zgh")]
