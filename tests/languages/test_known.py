"""What is known of a language stands in its file; a language without one has neutral defaults."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    ("lang", "own"),
    [
        ("hi", "मंत्रालय ने नए कार्यक्रम की घोषणा की"),
        ("zh", "该部宣布了一项新计划"),
        ("ja", "省は新しい計画を発表しました"),
        ("ko", "부처는 새로운 프로그램을 발표했다"),
        ("am", "ሚኒስቴሩ አዲስ ፕሮግራም አስታወቀ"),
        ("ru", "Министерство объявило о новой программе"),
        ("fa", "وزارتخانه برنامه تازه‌ای را اعلام کرد"),
        ("th", "กระทรวงประกาศโครงการใหม่"),
    ],
)
def test_a_text_in_latin_letters_is_no_translation_into_a_language_of_another_script(lang: str, own: str) -> None:
    source = "La ministre a annoncé un nouveau programme"
    english = "The ministry announced a new programme"
    assert "script" in [doubt.kind for doubt in check(source, english, "fr", lang)]
    assert "script" not in [doubt.kind for doubt in check(source, own, "fr", lang)]


def test_a_brand_may_stay_in_its_letters_in_any_script() -> None:
    found = check("Le ministère a signé avec OpenAI un accord", "मंत्रालय ने OpenAI के साथ समझौता किया", "fr", "hi")
    assert "script" not in [doubt.kind for doubt in found]
