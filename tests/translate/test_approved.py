from __future__ import annotations

from dataclasses import replace

from nashra.model import Article, Translation
from nashra.translate.approved import approved_pairs, similar
from support.articles import article, body, renew, with_body, with_version

PARAGRAPHS = ["وصل الوفد إلى الرباط. ثم غادر.", "## عنوان", "- بند\n- بند ثان"]
ENGLISH = ["The delegation came to Rabat. Then it left.", "## A title", "- Item\n- Second item"]


def by_people(english: list[str]) -> Article:
    art, _ = renew(article(body(PARAGRAPHS)))
    version = replace(art.versions["en"], body=body(english), translation=Translation("ar", "manual"))
    return with_version(art, version)


def test_sentences_of_a_version_by_people_are_paired_one_by_one() -> None:
    assert approved_pairs([by_people(ENGLISH)], "ar", "en") == {
        "وصل الوفد إلى الرباط.": "The delegation came to Rabat.",
        "ثم غادر.": "Then it left.",
        "عنوان": "A title",
        "بند": "Item",
        "بند ثان": "Second item",
    }


def test_they_serve_the_other_direction_too() -> None:
    assert approved_pairs([by_people(ENGLISH)], "en", "ar")["Then it left."] == "ثم غادر."


def test_blocks_with_another_number_of_sentences_are_not_guessed_at() -> None:
    pairs = approved_pairs([by_people(["It came to Rabat and left.", *ENGLISH[1:]])], "ar", "en")
    assert "ثم غادر." not in pairs
    assert pairs["عنوان"] == "A title"


def test_a_machine_s_blocks_are_no_example_and_stale_ones_neither() -> None:
    art, _ = renew(article(body(PARAGRAPHS)))
    assert approved_pairs([art], "ar", "en") == {}
    english = list(art.versions["en"].body.strip().split("\n\n"))
    art = with_body(art, "en", body([ENGLISH[0], *english[1:]]))
    assert list(approved_pairs([art], "ar", "en")) == ["وصل الوفد إلى الرباط.", "ثم غادر."]
    art = with_body(art, "ar", body(["وصل الوفد إلى فاس. ثم غادر.", *PARAGRAPHS[1:]]))
    assert approved_pairs([art], "ar", "en") == {}


def test_a_similar_sentence_is_shown_with_its_translation_and_an_equal_one_is_not() -> None:
    approved = {"وصل الوفد المغربي إلى باريس صباح اليوم.": "A", "فاز الفريق بالكأس.": "B"}
    (match,) = similar(["وصل الوفد المغربي إلى الرباط صباح اليوم.", "فاز الفريق بالكأس.", "كلام آخر تماما."], approved)
    assert (match.segment, match.target) == ("وصل الوفد المغربي إلى الرباط صباح اليوم.", "A")
    assert 0.75 <= match.ratio < 1
