from __future__ import annotations

from dataclasses import replace

import pytest

from nashra.head.fields import format_record
from nashra.model import Article, Translation
from nashra.translate.approved import approved_texts, similar, texts_of_people, unapproved
from nashra.translate.evaluation.samples import of_site
from nashra.translate.renewal import finish, plan
from nashra.versions.review import approve
from support.approved import approved_pairs
from support.articles import article, body, renew, table, with_body, with_version

PARAGRAPHS = ["وصل الوفد إلى الرباط سنة 1487. ثم غادر.", "## عنوان", "- بند 14\n- بند ثان 27"]
ENGLISH = ["The delegation came to Rabat in 1487. Then it left.", "## A title", "- Item 14\n- Second item 27"]


def by_people(english: list[str], *, approved: bool = True) -> Article:
    """A version that people wrote; approved: block by block, and by name."""
    art, _ = renew(article(body(PARAGRAPHS)))
    version = replace(art.versions["en"], body=body(english), translation=Translation("ar", "manual"))
    art = with_version(art, version)
    return named(art, *range(1, len(english) + 1)) if approved else art


def named(art: Article, *numbers: int) -> Article:
    return with_version(art, replace(art.versions["en"], translation=approve(art, "en", numbers)))


def waiting(art: Article) -> dict[str, str]:
    """What people seem to have translated, and nobody has approved."""
    return {text: known.target for text, known in texts_of_people([art], "ar", "en")[1].items()}


def test_sentences_of_a_version_by_people_are_paired_one_by_one() -> None:
    wanted = {
        # whatever comes first in it, the paragraph as a whole is one
        "وصل الوفد إلى الرباط سنة 1487. ثم غادر.": "The delegation came to Rabat in 1487. Then it left.",
        "وصل الوفد إلى الرباط سنة 1487.": "The delegation came to Rabat in 1487.",
        # its last sentence has nothing of its source, and might be a remark that is right in this paragraph
        "عنوان": "A title",
        "بند 14": "Item 14",
        "بند ثان 27": "Second item 27",
    }
    assert approved_pairs([by_people(ENGLISH)], "ar", "en") == wanted
    # whether their source is still the one that they were written for, nobody knows before that
    assert approved_pairs([by_people(ENGLISH, approved=False)], "ar", "en") == {}
    del wanted[PARAGRAPHS[0]]
    assert waiting(by_people(ENGLISH, approved=False)) == wanted
    assert waiting(by_people(ENGLISH)) == {}


def test_they_serve_the_other_direction_too() -> None:
    assert approved_pairs([by_people(ENGLISH)], "en", "ar")["A title"] == "عنوان"


def test_blocks_with_another_number_of_sentences_are_not_guessed_at() -> None:
    pairs = approved_pairs([by_people(["It came to Rabat and left.", *ENGLISH[1:]])], "ar", "en")
    assert "ثم غادر." not in pairs
    assert pairs["عنوان"] == "A title"


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("بلغ عدد المشاركين 2500 شخص.", "The unions dispute the figure of 2,500."),
        ("فاز كريم بنعلي على ليلى الشرقاوي.", "Karim Benali and Leila Cherkaoui were born in Fez."),
        ("> نزل المطر.", "> A heavy rain."),
        ("- بند 1487", "- See page 1487"),
    ],
)
def test_nothing_that_a_person_wrote_serves_before_somebody_approved_it_however_alike_it_is(
    source: str, said: str
) -> None:
    # it may be a remark in the place of what was left out, and no likeness tells
    art, _ = renew(article(body([source, *PARAGRAPHS])))
    machine = art.versions["en"].body.strip().split("\n\n")
    art = with_body(art, "en", body([said, *machine[1:]]))
    assert approved_pairs([art], "ar", "en") == {}
    by_hand = replace(art.versions["en"], translation=Translation("ar", "manual"))
    assert approved_pairs([with_version(art, by_hand)], "ar", "en") == {}
    # who named the block has read it beside its source
    assert list(approved_pairs([named(art, 1)], "ar", "en").values()) == [said.strip(">- ")]


def test_what_nobody_approved_is_shown_where_its_source_comes_again() -> None:
    art = by_people(ENGLISH, approved=False)
    others = texts_of_people([art], "ar", "en")[1]
    (match,) = unapproved(["عنوان", "كلام آخر.", "عنوان"], others)
    assert (match.source, match.target, match.waits_in) == ("عنوان", "A title", art.id)


def test_words_that_a_person_puts_where_a_block_was_left_out_on_purpose_are_approved_by_nobody() -> None:
    art, _ = renew(article(body(["بلغ عدد المشاركين 2500 شخص.", "انتهى الخبر."])))
    machine = art.versions["en"].body.strip().split("\n\n")
    art = with_body(art, "en", body([machine[1]]))
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en")))
    art = with_body(art, "en", body(["The unions dispute the figure of 2,500.", machine[1]]))
    assert list(approved_pairs([art], "ar", "en")) == ["انتهى الخبر."]


def test_a_remark_before_words_in_small_letters_is_taken_for_no_part_of_them() -> None:
    # no capital shows where the second sentence begins
    said = ["wSl Alwfd <lY AlrbAT here snp 1487. The hall was full to the last seat. vm gAdr now.", *ENGLISH[1:]]
    art, _ = renew(article(body(PARAGRAPHS)))
    art = with_body(art, "en", body(said))
    assert all("hall" not in words for words in approved_pairs([art], "ar", "en").values())
    read = with_version(art, replace(art.versions["en"], translation=approve(art, "en")))
    assert all("hall" not in words for words in approved_pairs([read], "ar", "en").values())
    assert all("hall" not in words for words in waiting(by_people(said, approved=False)).values())
    assert approved_pairs([named(art, 1)], "ar", "en")[PARAGRAPHS[0]] == said[0]


def test_a_machine_s_blocks_are_no_example_and_stale_ones_neither() -> None:
    art, _ = renew(article(body(PARAGRAPHS)))
    assert approved_pairs([art], "ar", "en") == {}
    english = list(art.versions["en"].body.strip().split("\n\n"))
    art = with_body(art, "en", body([ENGLISH[0], *english[1:]]))
    # nobody has said that the block is right, and its second sentence may tell anything
    assert approved_pairs([art], "ar", "en") == {}
    assert list(waiting(art)) == ["وصل الوفد إلى الرباط سنة 1487."]
    assert list(approved_pairs([named(art, 1)], "ar", "en")) == [
        "وصل الوفد إلى الرباط سنة 1487. ثم غادر.", "وصل الوفد إلى الرباط سنة 1487.",
    ]  # fmt: skip
    art = with_body(art, "ar", body(["وصل الوفد إلى فاس سنة 1487. ثم غادر.", *PARAGRAPHS[1:]]))
    assert approved_pairs([art], "ar", "en") == {}


def test_a_similar_sentence_is_shown_with_its_translation_and_an_equal_one_is_not() -> None:
    approved = {"وصل الوفد المغربي إلى باريس صباح اليوم.": "A", "فاز الفريق بالكأس.": "B"}
    (match,) = similar(["وصل الوفد المغربي إلى الرباط صباح اليوم.", "فاز الفريق بالكأس.", "كلام آخر تماما."], approved)
    assert (match.segment, match.target) == ("وصل الوفد المغربي إلى الرباط صباح اليوم.", "A")
    assert 0.75 <= match.ratio < 1


@pytest.mark.parametrize("numbers", [None, [], [1]])
def test_a_remark_in_the_place_of_a_sentence_that_was_left_out_is_no_translation_of_it(
    numbers: list[int] | None,
) -> None:
    art, _ = renew(article(body(["غادر السفير المدينة مساء. شارك 4500 شخص في المسيرة.", "انتهى الخبر."])))
    told = "Our correspondent spent the day there. Some 4,500 people joined the march."
    art = with_body(art, "en", body([told, art.versions["en"].body.strip().split("\n\n")[1]]))
    if numbers is not None:
        art = named(art, *numbers)
    pairs = approved_pairs([art], "ar", "en") | waiting(art)
    assert pairs.pop("شارك 4500 شخص في المسيرة.") == "Some 4,500 people joined the march."
    paragraph = {"غادر السفير المدينة مساء. شارك 4500 شخص في المسيرة.": told} if numbers else {}
    assert pairs.items() >= paragraph.items()
    assert not [target for target in pairs.values() if "correspondent" in target and target != told]


SWAPPED = "وصل الوزير إلى مراكش صباحا. غادر السفير المدينة مساء."


@pytest.mark.parametrize("approved", [False, True])
def test_sentences_that_change_places_inside_a_block_teach_nothing_wrong(approved: bool) -> None:
    english = "The ambassador left town in the evening. The minister reached Marrakesh in the morning."
    art = with_body(renew(article(body([SWAPPED])))[0], "en", body([english]))
    if approved:
        art = with_version(art, replace(art.versions["en"], translation=approve(art, "en", [1])))
    pairs = approved_pairs([art], "ar", "en")
    assert "غادر السفير المدينة مساء." not in pairs
    assert "وصل الوزير إلى مراكش صباحا." not in pairs
    # what a person approved is right as a whole
    assert pairs == ({SWAPPED: english} if approved else {})


def test_a_retyped_block_is_an_example_when_its_source_is_certain_or_a_person_said_so() -> None:
    sources = ["نزل المطر على الحقول ليلا.", "بلغ عدد الزوار 73500 زائر.", "انتهى الخبر."]
    art, _ = renew(article(body(sources)))
    machine = art.versions["en"].body.strip().split("\n\n")
    rain, visitors = "It rained on the fields at night.", "Some 73,500 people came to visit."
    art = with_body(art, "en", body([rain, machine[1], machine[2]]))
    assert approved_pairs([art], "ar", "en") == waiting(art) == {}
    assert approved_pairs([named(art, 1)], "ar", "en") == {sources[0]: rain}
    # approved along with all the rest, it might be anything that stands at that place
    whole = with_version(art, replace(art.versions["en"], translation=approve(art, "en")))
    assert sources[0] not in approved_pairs([whole], "ar", "en")
    art = with_body(art, "en", body([machine[0], visitors, machine[2]]))
    assert waiting(art) == {sources[1]: visitors}
    whole = with_version(art, replace(art.versions["en"], translation=approve(art, "en")))
    assert approved_pairs([whole], "ar", "en")[sources[1]] == visitors


def test_blocks_that_nobody_can_pair_are_no_example() -> None:
    sources = ["نزل المطر على الحقول ليلا.", "عاد الهدوء إلى الشوارع."]
    art, _ = renew(article(body(sources)))
    art = with_body(art, "en", body(["Calm came back to the streets.", "It rained on the fields at night."]))
    assert approved_pairs([art], "ar", "en") == {}
    forced = with_version(art, replace(art.versions["en"], translation=approve(art, "en", force=True)))
    assert approved_pairs([forced], "ar", "en") == {}
    said = approve(art, "en", sources={1: (2,), 2: (1,)})
    assert approved_pairs([with_version(art, replace(art.versions["en"], translation=said))], "ar", "en") == {
        sources[0]: "It rained on the fields at night.",
        sources[1]: "Calm came back to the streets.",
    }


def test_a_paragraph_that_was_approved_serves_as_a_whole_and_says_where_it_comes_from() -> None:
    english = "The ambassador left town in the evening. The minister reached Marrakesh in the morning."
    art = with_body(renew(article(body([SWAPPED])))[0], "en", body([english]))
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en", [1])))
    known = approved_texts([art], "ar", "en")
    renewal = plan(article(body([SWAPPED, "خبر آخر."])), "en")
    assert renewal is not None
    renewal = renewal.with_whole_texts(known)
    words = {text: each.target for text, each in known.items()}
    result = finish(
        renewal, {**table(renewal), **words}, "cipher", (), None, {text: each.article for text, each in known.items()}
    )
    assert result.body.startswith(english + "\n\n")
    assert [record.reused for record in result.translation.blocks] == [("3f9a1c",), ()]
    assert format_record(result.translation.blocks[0]).endswith(" from:3f9a1c")


REST = ["دخل القانون حيز التنفيذ في باريس.", "وصل الوفد ليلا. بلغ عدد الزوار 4790 زائرا.", "هدأت الريح."]


@pytest.mark.parametrize(
    ("english", "why"),
    [
        (
            ["The delegation arrived.", "There were 4790 visitors. The law came into force in Paris.", "z"],
            "the rest of a block that was parted, joined to the next one",
        ),
        (["The wind fell.", "In Paris they came at night. Visitors: 4790.", "z"], "a name of another source"),
        (
            ["Nobody knows.", "They came at night. There were 4790 visitors.", "z"],
            "its neighbour may tell a part of it",
        ),
    ],
)
def test_a_block_that_may_hold_words_of_another_source_is_no_example(english: list[str], why: str) -> None:
    art, _ = renew(article(body(REST)))
    last = art.versions["en"].body.strip().split("\n\n")[2]
    art = with_body(art, "en", body([*english[:2], last]))
    assert approved_pairs([art], "ar", "en") == waiting(art) == {}, why
    version = replace(art.versions["en"], translation=approve(art, "en"))
    assert REST[1] not in approved_pairs([with_version(art, version)], "ar", "en"), why


def test_to_measure_models_the_sentences_of_people_are_taken_one_by_one() -> None:
    articles = [by_people(ENGLISH)]
    found = of_site(articles, ("ar", "en"), 100)
    assert {each.source for each in found} == {
        "وصل الوفد إلى الرباط سنة 1487.",
        "عنوان",
        "بند 14",
        "بند ثان 27",
    }
    assert of_site(articles, ("ar", "en"), 2) == found[:2]
    assert of_site(articles, ("ar", "fr"), 100) == []
