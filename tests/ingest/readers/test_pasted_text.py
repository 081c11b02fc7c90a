from __future__ import annotations

import html
import json
import re
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.ingest.draft import Imported
from nashra.ingest.readers.paste import read_text
from nashra.ingest.words.fold import words
from nashra.kit.errors import ContentError

FIXTURES = Path(__file__).parents[1] / "fixtures"
SEED = Path(__file__).parents[4] / "shared" / "seed" / "nabae24.txt"
ZONE = ZoneInfo("Africa/Casablanca")
SENTENCE = "افتتح الوزير صباح اليوم مدرسة جديدة في القرية بحضور عدد كبير من السكان والتلاميذ."


def paste(text: str, lang: str = "ar", **given: Any) -> Imported:
    return read_text(text, lang=lang, timezone=ZONE, **given)


def account(imported: Imported) -> dict[str, Any]:
    """Everything but the body, as the .json files beside the fixtures hold it."""
    draft = imported.draft
    published = draft.published if draft.has_time else draft.published.date()
    return {
        "title": draft.title,
        "author": draft.author,
        "date": published.isoformat(),
        "updated": draft.updated.isoformat() if draft.updated else None,
        "source": [draft.source.name, draft.source.url] if draft.source else None,
        "dropped": [[each.line, each.reason] for each in imported.dropped],
        "notes": list(imported.notes),
    }


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_paste_gives_exactly_the_expected_article(path: Path) -> None:
    imported = paste(path.read_text(encoding="utf-8"), path.name[:2])
    assert account(imported) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert imported.draft.body + "\n" == path.with_suffix(".md").read_text(encoding="utf-8")


@pytest.mark.skipif(not SEED.is_file(), reason="the seed text is not on this machine")
def test_the_seed_gives_nine_paragraphs_byte_for_byte() -> None:
    text = SEED.read_text(encoding="utf-8")
    imported = paste(text)
    draft = imported.draft
    assert draft.title == text.splitlines()[0]
    assert draft.author == "hassan faqir"
    assert (draft.published.isoformat(), draft.has_time) == ("2024-07-18T00:00:00+01:00", False)
    assert draft.source is not None and (draft.source.name, draft.source.url) == ("NaBae 24", None)
    paragraphs = [line for line in text.splitlines() if len(line) > 150]
    assert len(paragraphs) == 9
    assert draft.body.split("\n\n") == paragraphs
    assert [each.text[:12] for each in imported.dropped] == [
        "لتأمين الألع", "hassan faqir", "لتأمين الألع", "De // NaBae ", "رابط مختصر",
        "اترك تعليق", "يجب ان تسجل ", "الاخبار العا",
    ]  # fmt: skip
    assert "منذ 4 أشهر" in imported.dropped[1].reason


def test_a_title_printed_twice_is_kept_once() -> None:
    title = "مدرسة جديدة في القرية"
    imported = paste(f"موقع كذا\n\n{title}\n\n{title}\n18/07/2024\n\n{SENTENCE}\n\nمدرسه جديدة في القرية")
    assert imported.draft.title == title
    assert [each.line for each in imported.dropped if each.reason == "repeats the title"] == [5, 10]
    assert imported.draft.body == f"موقع كذا\n\n{SENTENCE}"


def test_a_sites_name_behind_the_title_becomes_the_source() -> None:
    imported = paste(f"مدرسة جديدة في القرية | مرفأ الأخبار\nمدرسة جديدة في القرية\n18/07/2024\n{SENTENCE}")
    assert imported.draft.title == "مدرسة جديدة في القرية"
    assert imported.draft.source is not None and imported.draft.source.name == "مرفأ الأخبار"


def test_the_byline_is_trusted_before_a_date_in_the_body() -> None:
    imported = paste(f"عنوان الخبر\n\n18 يوليوز 2024\n\n{SENTENCE} وذلك في 3 ماي 2020.\n\nثم عاد يوم 26 يوليوز الجاري.")
    assert imported.draft.published.date().isoformat() == "2024-07-18"
    assert "3 ماي 2020" in imported.draft.body and "26 يوليوز الجاري" in imported.draft.body


def test_a_date_in_the_body_alone_is_not_the_date_of_publication() -> None:
    with pytest.raises(ContentError) as error:
        paste(f"عنوان الخبر\n\n{SENTENCE}\n\nستنطلق التظاهرة يوم 26 يوليوز الجاري، بعد اتفاق وقع في 3 ماي 2020.")
    assert "--date 2024-07-18" in error.value.problems[0].hint


def test_a_relative_date_alone_is_no_date() -> None:
    with pytest.raises(ContentError) as error:
        paste(f"عنوان الخبر\n\nحسن فقير منذ 3 أيام\n\n{SENTENCE}")
    assert "--date" in error.value.problems[0].hint


def test_dates_that_head_the_entries_of_a_chronology_stay_in_the_text() -> None:
    imported = paste(f"محطات في تاريخ القرية\n18/07/2024\n{SENTENCE}\n12 مارس 2020\n{SENTENCE}\n3 ماي 2021\n{SENTENCE}")
    assert "12 مارس 2020" in imported.draft.body and "3 ماي 2021" in imported.draft.body


def test_the_date_of_an_update_stands_in_for_a_missing_one_and_is_noted() -> None:
    imported = paste(f"عنوان الخبر\nآخر تحديث: 19 يوليوز 2024\n{SENTENCE}")
    assert imported.draft.published.date().isoformat() == "2024-07-19"
    assert imported.draft.updated is None
    assert any("last update" in note for note in imported.notes)


def test_a_date_that_reads_two_ways_is_noted() -> None:
    assert any("2024-08-07" in note for note in paste(f"عنوان الخبر\n07/08/2024\n{SENTENCE}").notes)


def test_what_the_editor_gives_overrides_what_is_found() -> None:
    imported = paste(
        f"عنوان قديم للخبر\nبقلم: حسن فقير\n18/07/2024\nالمصدر: وكالات\n{SENTENCE}",
        title="عنوان  جديد",
        author="سعاد المرابط",
        date="2023-01-02T10:30",
        source_name="مدى",
        source_url="https://mada.example/1",
        topics=("culture",),
    )
    draft = imported.draft
    assert (draft.title, draft.author, draft.topics) == ("عنوان جديد", "سعاد المرابط", ("culture",))
    assert (draft.published.isoformat(), draft.has_time) == ("2023-01-02T10:30:00+01:00", True)
    assert draft.source is not None and (draft.source.name, draft.source.url) == ("مدى", "https://mada.example/1")
    assert draft.body == SENTENCE
    assert imported.reasons["title"] == "given"


def test_with_a_given_title_a_paste_may_begin_with_its_first_paragraph() -> None:
    assert paste(f"{SENTENCE}\n\n{SENTENCE} نعم.", title="عنوان", date="2024-07-18").draft.body.startswith(SENTENCE)


def test_a_title_with_markup_is_kept_as_plain_text() -> None:
    imported = paste(f"خبر <script>alert(1)</script> عاجل\n18/07/2024\n{SENTENCE}")
    assert imported.draft.title == "خبر <script>alert(1)</script> عاجل"


@pytest.mark.parametrize(
    ("text", "given", "word"),
    [
        ("عنوان فقط", {}, "no text"),
        ("عنوان فقط\n18/07/2024\nاترك تعليقا", {}, "no text"),
        ("عنوان فقط\n18/07/2024\n***\n---", {}, "no text"),
        ("18/07/2024", {}, "no title"),
        ("كلمة " * 100_000, {}, "no title"),
        (f"عنوان الخبر\n{SENTENCE}", {}, "no date"),
        (f"عنوان الخبر\n{SENTENCE}", {"date": "2024-02-31"}, "not a date"),
        (f"عنوان الخبر\n{SENTENCE}", {"date": "منذ شهرين"}, "not a date"),
        (f"عنوان الخبر\n18/07/2024\n{SENTENCE}", {"source_url": "javascript:alert(1)"}, "not a web address"),
    ],
)
def test_a_paste_that_lacks_something_is_refused_with_a_hint(text: str, given: dict[str, Any], word: str) -> None:
    with pytest.raises(ContentError) as error:
        paste(text, **given)
    assert word in error.value.problems[0].message
    assert error.value.problems[0].hint


def test_the_digest_knows_a_paste_again_and_tells_others_apart() -> None:
    first = paste(f"عنوان الخبر\nhassan faqir18 يوليو 2024آخر تحديث : منذ 4 أشهر\n{SENTENCE}\nرابط مختصر")
    again = paste(f"عنوان  الخبر\n\nhassan faqir18 يوليو 2024آخر تحديث : منذ 5 أشهر\n\n{SENTENCE}\n\nاترك تعليقا")
    other = paste(f"عنوان الخبر\n18 يوليو 2024\n{SENTENCE} وعاد.")
    assert first.draft.digest == again.draft.digest != other.draft.digest
    assert len(first.draft.digest) == 16 and int(first.draft.digest, 16) >= 0


def test_comments_above_the_article_do_not_end_it() -> None:
    assert paste(f"عنوان الخبر\n18/07/2024\nالتعليقات (3)\nاترك تعليقا\n{SENTENCE}").draft.body == SENTENCE


def test_a_crosshead_after_a_pointer_stays() -> None:
    imported = paste(f"عنوان الخبر\n18/07/2024\n{SENTENCE}\n\nاقرأ أيضا:\n\nخبر آخر\n\nماذا بعد\n\n{SENTENCE}")
    assert imported.draft.body == f"{SENTENCE}\n\nماذا بعد\n\n{SENTENCE}"


def test_a_huge_line_is_one_paragraph() -> None:
    line = "كلمة عن *خبر* و [x](y) " * 20_000
    body = paste(f"عنوان الخبر\n18/07/2024\n{line}").draft.body
    assert body.count("\n") == 0 and body.count("\\*خبر\\*") == 20_000


PIECES = st.lists(
    st.sampled_from(
        [
            *SENTENCE.split()[:4], SENTENCE, "18 يوليو 2024", "منذ شهرين", "بقلم: حسن فقير", "De // NaBae 24",
            "اترك تعليق",
            "اقرأ أيضا:", "Lire aussi : x", "<script>", "- ", "1. ", "#", "***", "By ", "Par Leïla",
            "المصدر:", "http://a.b/c",
            "\u200f", "ـــ", "|", "//", "2024-07-18T10:00", "31/12/9999", "٠", "\n", "\n\n", " ",
        ]
    ),
    max_size=30,
)  # fmt: skip


@given(PIECES)
@settings(max_examples=300, deadline=None)
def test_any_shuffle_of_pieces_imports_or_is_refused_and_no_word_vanishes(pieces: list[str]) -> None:
    text = "".join(pieces)
    try:
        imported = paste(text)
    except ContentError as error:
        assert error.problems[0].message
        return
    assert imported.draft.title and imported.draft.body
    assert "<script" not in imported.draft.body
    assert imported == paste(text)
    source = imported.draft.source
    body = html.unescape(imported.draft.body)
    unlinked = re.sub(r"\[([^\]]*)\]\(<[^>]*>\)", r"\1", body)  # an address that is glued to a word gets brackets
    kept = [imported.draft.title, body, unlinked, source.name if source else ""]
    everything = "\n".join([*kept, *(each.text for each in imported.dropped)])
    assert {word for word in words(text) if not word.isdigit()} <= set(words(everything))
