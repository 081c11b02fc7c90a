"""What stands between a headline and the text is read as who wrote it, where and when, or stays in the text."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nashra.ingest.draft import Given
from nashra.ingest.readers import paste

ZONE = ZoneInfo("Africa/Casablanca")
TODAY = datetime(2026, 11, 30, 12, tzinfo=UTC)
TITLES = {
    "ar": "الحكومة تصادق على مشروع قانون المالية لسنة 2027",
    "fr": "Le gouvernement adopte le projet de loi de finances 2027",
    "en": "Cabinet approves the 2027 finance bill",
}
TEXTS = {
    "ar": "صادق مجلس الحكومة، المنعقد بالرباط صباح اليوم، على مشروع قانون المالية برسم السنة المقبلة.\n\n"
    "وأضاف الناطق باسمها أن الضريبة لن ترفع خلال السنة المقبلة.",
    "fr": "Le conseil de gouvernement, réuni ce matin à Rabat, a adopté le projet de loi de finances.\n\n"
    "Son porte-parole a ajouté que la taxe ne sera pas relevée l'an prochain.",
    "en": "The cabinet, meeting in Rabat this morning, has approved the finance bill for the coming year.\n\n"
    "Its spokesman added that the tax would not be raised next year.",
}


def cases() -> list[tuple[str, str]]:
    text = (Path(__file__).parent / "heads.txt").read_text(encoding="utf-8")
    blocks = [block.strip() for block in text.split("\n\n") if not block.startswith("#")]
    return [(block.partition("\n")[2], block.partition("\n")[0]) for block in blocks]


@pytest.mark.parametrize(("head", "wanted"), cases(), ids=lambda text: text.replace("\n", " / "))
def test_the_head_of_a_paste_is_read(head: str, wanted: str) -> None:
    lang = wanted[:2]
    given = Given(lang, ZONE, today=TODAY, lang_given=False, languages=("ar", "fr", "en"))
    draft = paste.read(f"{TITLES[lang]}\n\n{head}\n\n{TEXTS[lang]}\n", given).draft
    moment = f"{draft.published.astimezone(ZONE):%Y-%m-%d %H:%M}" if draft.has_time else f"{draft.published:%Y-%m-%d}"
    source = draft.source.name if draft.source else None
    found = (draft.lang, moment, draft.author or "-", source or "-", f"{len(draft.body.split(chr(10) * 2))}")
    assert " | ".join(found) == wanted
    assert draft.body.endswith(TEXTS[lang])


def test_a_headline_of_two_names_that_are_sections_too_is_a_headline() -> None:
    given = Given("ar", ZONE, today=TODAY, lang_given=False, languages=("ar", "fr", "en"))
    draft = paste.read(f"المغرب والجزائر\n26 نونبر 2026\n\n{TEXTS['ar']}\n", given).draft
    assert draft.title == "المغرب والجزائر"
