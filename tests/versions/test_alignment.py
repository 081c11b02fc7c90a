"""Which block translates which after an editor's work: found by content, or said not to be known."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nashra.markup.blocks import split
from nashra.model import Article
from nashra.versions.alignment import Pair, align
from nashra.versions.review import approve
from nashra.versions.status import Standing, standings
from support.articles import article, body, renew, with_body, with_version

# Sentences of a newspaper with what survives translation: figures, names, quotation marks, links.
SOURCES = [
    "وافق البرلمان على القانون الجديد بعد نقاش طويل.",
    "قال الوزير إن السعر بلغ 1002 درهما في الدار البيضاء.",
    "شارك 4500 شخص في المسيرة التي انطلقت من الرباط.",
    "وقع [الاتفاق](https://example.org/deal) ممثلو النقابات.",
    "غادر السفير المدينة مساء.",
]
ENGLISH = [
    "After a long debate, Parliament passed the new law.",
    "The minister put the price at 1,002 dirhams in Casablanca.",
    "Some 4,500 people joined the march, which set out from Rabat.",
    "Trade union delegates signed [the deal](https://example.org/deal).",
    "The ambassador left town in the evening.",
]
NOTE = "Our correspondent spent the day there."


def translated(sources: list[str] = SOURCES) -> Article:
    return renew(article(body(sources)))[0]


def blocks(art: Article, lang: str = "en") -> list[str]:
    return [block.text for block in split(art.versions[lang].body)]


def edited(art: Article, english: list[str]) -> Article:
    return with_body(art, "en", body(english))


def pairs(art: Article) -> list[Pair]:
    return list(align(art.original, art.versions["en"]).pairs)


def told(art: Article) -> dict[str, str | None]:
    """Block of the version -> its source, None where it has none or none is known."""
    return {pair.target.text: pair.source.text if pair.source else None for pair in pairs(art) if pair.target}


def standing(art: Article) -> Standing:
    return standings(art, ["en"])[0]


def place(art: Article, text: str) -> int:
    """The number of a block of the version, as people count."""
    return blocks(art).index(text) + 1


def changed(art: Article, number: int) -> Article:
    """The article with block `number` (from 0) of its source rewritten."""
    sources = blocks(art, "ar")
    sources[number] = "نص مختلف تماما عما كان عليه."
    return with_body(art, "ar", body(sources))


def settled(art: Article) -> Article:
    """The article after a run of `nashra translate` that has something to do, so that what was found is written down."""
    sources = blocks(art, "ar")
    return renew(with_body(art, "ar", body([*sources, "فقرة أخيرة زائدة."])))[0]


@pytest.mark.parametrize("written_down", [False, True])
def test_a_block_that_is_put_before_a_retyped_one_is_not_taken_for_its_translation(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], NOTE, ENGLISH[1], *machine[2:]])
    art = settled(art) if written_down else art
    assert told(art)[ENGLISH[1]] == SOURCES[1]
    assert told(art)[NOTE] is None
    assert standing(changed(art, 1)).is_stale
    if written_down:
        assert standing(changed(art, 1)).stale == (3,)


@pytest.mark.parametrize("written_down", [False, True])
def test_when_one_block_is_deleted_and_the_next_retyped_each_change_of_their_sources_is_told(
    written_down: bool,
) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], ENGLISH[2], *machine[3:]])
    art = settled(art) if written_down else art
    assert told(art)[ENGLISH[2]] == SOURCES[2]
    assert standing(changed(art, 2)).is_stale
    assert standing(changed(art, 1)).lost == (2,)
    assert standing(changed(art, 1)).stale == ()
    if written_down:
        assert standing(changed(art, 2)).kept == (2,)


@pytest.mark.parametrize("written_down", [False, True])
def test_blocks_that_are_joined_word_for_word_are_known_to_stand_for_both_sources(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [f"{machine[0]} {machine[1]}", *machine[2:]])
    art = settled(art) if written_down else art
    assert [pair.tie for pair in pairs(art)][:2] == ["", "joined"]
    for number in (0, 1):
        assert standing(changed(art, number)).kept == (1,)
    gone = with_body(art, "ar", body([blocks(art, "ar")[0], *blocks(art, "ar")[2:]]))
    assert standing(gone).stale == (1,)


def test_blocks_that_are_joined_stay_so_when_the_whole_is_edited_again() -> None:
    art = translated()
    machine = blocks(art)
    art = settled(edited(art, [f"{machine[0]} {machine[1]}", *machine[2:]]))
    art = edited(art, [f"{ENGLISH[0]} {ENGLISH[1]}", *blocks(art)[1:]])
    for number in (0, 1):
        found = standing(changed(art, number))
        assert found.is_stale or found.unknown


@pytest.mark.parametrize("written_down", [False, True])
def test_blocks_that_are_joined_and_retyped_are_reported_until_somebody_looks(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], f"{ENGLISH[1]} {ENGLISH[2]}", *machine[3:]])
    art = settled(art) if written_down else art
    assert standing(art).unpaired == (2,)
    assert standing(art).unknown == (2, 3)
    for number in (1, 2):
        assert standing(changed(art, number)).lost == (number + 1,)


@pytest.mark.parametrize("written_down", [False, True])
def test_a_block_that_is_cut_in_two_word_for_word_is_stale_as_a_whole(written_down: bool) -> None:
    sources = [*SOURCES, "وصل الوفد صباحا إلى فاس. ثم غادر إلى مكناس ليلا."]
    art = translated(sources)
    machine = blocks(art)
    at = machine[5].index(".") + 1
    art = edited(art, [*machine[:5], machine[5][:at], machine[5][at:].strip()])
    art = settled(art) if written_down else art
    assert [pair.tie for pair in pairs(art)][5:7] == ["", "part"]
    assert standing(changed(art, 5)).kept == (6, 7)


@pytest.mark.parametrize("written_down", [False, True])
def test_a_block_that_is_cut_in_two_and_retyped_is_reported_when_its_source_changes(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], "The minister spoke of prices.", "1,002 dirhams, in Casablanca.", *machine[2:]])
    art = settled(art) if written_down else art
    found = standing(changed(art, 1))
    assert found.is_stale
    assert found.stale in ((3,), ()) or found.lost == (2,)


@pytest.mark.parametrize("written_down", [False, True])
def test_a_block_that_is_moved_and_retyped_is_found_by_what_it_says(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], *machine[2:], ENGLISH[1]])
    art = settled(art) if written_down else art
    assert told(art)[ENGLISH[1]] == SOURCES[1]
    assert standing(changed(art, 1)).is_stale
    if written_down:
        assert standing(changed(art, 1)).kept == (place(art, ENGLISH[1]),)


@pytest.mark.parametrize("written_down", [False, True])
def test_two_blocks_that_change_places_and_are_retyped_keep_their_sources(written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [machine[0], ENGLISH[2], ENGLISH[1], *machine[3:]])
    art = settled(art) if written_down else art
    assert told(art)[ENGLISH[1]] == SOURCES[1]
    assert told(art)[ENGLISH[2]] == SOURCES[2]


@pytest.mark.parametrize("written_down", [False, True])
def test_two_blocks_with_nothing_to_know_them_by_that_change_places_are_not_guessed_at(written_down: bool) -> None:
    sources = ["غادر السفير المدينة مساء.", "نزل المطر على الحقول ليلا.", "عاد الهدوء إلى الشوارع."]
    art = translated(sources)
    machine = blocks(art)
    rain, envoy = "It rained on the fields at night.", "The ambassador left town in the evening."
    art = edited(art, [rain, envoy, machine[2]])
    art = settled(art) if written_down else art
    assert told(art)[rain] is told(art)[envoy] is None
    assert (standing(art).unpaired, standing(art).unknown) == ((1, 2), (1, 2))
    assert [number for number, _ in standing(art).review] == [1, 2]
    for number in (0, 1):
        assert standing(changed(art, number)).lost == (number + 1,)


@pytest.mark.parametrize("written_down", [False, True])
@pytest.mark.parametrize("sign", ["## ", "> ", "- ", "1. "])
def test_a_block_that_becomes_another_kind_keeps_its_source(sign: str, written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    art = edited(art, [NOTE, machine[0], sign + machine[1], *machine[2:]])
    art = settled(art) if written_down else art
    assert told(art)[sign + machine[1]] == SOURCES[1]
    assert standing(changed(art, 1)).kept == (3,)


def test_a_block_that_a_person_took_out_is_reported_when_its_source_changes_or_goes() -> None:
    art = settled(edited(translated(), [blocks(translated())[0], *blocks(translated())[2:]]))
    assert standing(art).lost == ()
    assert standing(changed(art, 1)).lost == (2,)
    sources = blocks(art, "ar")
    assert standing(with_body(art, "ar", body([sources[0], *sources[2:]]))).lost == (0,)


def test_a_translation_that_a_person_wrote_of_a_new_block_is_not_made_again() -> None:
    art = translated(SOURCES[:1])
    art = with_body(art, "ar", body(SOURCES[:2]))
    art = edited(art, [*blocks(art), ENGLISH[1]])
    assert told(art)[ENGLISH[1]] == SOURCES[1]
    assert standing(art).untranslated == 0


def test_the_source_of_a_person_s_block_is_found_among_several_new_ones() -> None:
    art = translated()
    machine = blocks(art)
    art = settled(edited(art, [machine[0], ENGLISH[1], *machine[2:]]))
    new = ["فقرة جديدة لا علاقة لها بغيرها.", "قال الوزير إن السعر في الدار البيضاء ظل 1002 درهما."]
    art = with_body(art, "ar", body([SOURCES[0], *new, *blocks(art, "ar")[2:]]))
    assert told(art)[ENGLISH[1]] == new[1]
    assert (standing(art).kept, standing(art).untranslated) == ((2,), 1)


def test_a_whole_text_that_a_person_wrote_anew_is_paired_through_and_through() -> None:
    art = edited(translated(), ENGLISH)
    assert told(art) == dict(zip(ENGLISH, SOURCES, strict=True))


@pytest.mark.parametrize("swap", [False, True])
def test_a_version_by_people_is_paired_by_content_too(swap: bool) -> None:
    from dataclasses import replace

    from nashra.model import Translation
    from support.articles import with_version

    art = translated()
    english = [ENGLISH[0], ENGLISH[2], ENGLISH[1], *ENGLISH[3:]] if swap else ENGLISH
    art = with_version(art, replace(art.versions["en"], body=body(english), translation=Translation("ar", "manual")))
    assert told(art) == dict(zip(ENGLISH, SOURCES, strict=True))


@pytest.mark.parametrize("written_down", [False, True])
@pytest.mark.parametrize("at", [0, 4])
def test_a_block_that_a_person_copied_goes_stale_with_the_one_it_was_copied_from(at: int, written_down: bool) -> None:
    art = translated()
    machine = blocks(art)
    english = list(machine)
    english.insert(at, machine[1])
    art = edited(art, english)
    art = settled(art) if written_down else art
    first, second = (number for number, text in enumerate(blocks(art), 1) if text == machine[1])
    assert standing(art).stale == ()
    assert standing(changed(art, 1)).stale == (first, second)
    # the machine's is made anew, and the person's copy is still there and still told
    again = renew(changed(art, 1))[0]
    assert blocks(again).count(machine[1]) == 1
    assert standing(again).kept == (place(again, machine[1]),)
    assert renew(again)[1] is None


def test_a_copy_is_the_translation_of_a_source_that_was_copied_as_well() -> None:
    art = translated()
    machine = blocks(art)
    art = with_body(edited(art, [*machine, machine[1]]), "ar", body([*SOURCES, SOURCES[1]]))
    assert renew(art)[1] is None
    assert not standing(art).is_stale
    assert standing(changed(art, 5)).is_stale
    assert standing(changed(settled(art), 5)).stale == (6,)


def test_a_block_that_tells_the_rest_of_a_source_is_known_wherever_it_is_moved_later() -> None:
    sources = [*SOURCES[:2], "وصل الوفد صباحا إلى مراكش. ثم غادر بعد الظهر."]
    art = translated(sources)
    one, two, three = blocks(art)
    first, rest = three.split(". ")
    art = settled(edited(art, [one, two, first + ".", rest]))
    art = settled(edited(art, [rest, one, two, first + ".", *blocks(art)[4:]]))
    assert standing(art).stale == ()
    assert standing(changed(art, 2)).stale == (1, 4)


def test_what_was_retyped_while_its_source_was_rewritten_is_stale_until_somebody_looks() -> None:
    art = translated()
    machine = blocks(art)
    sources = [*SOURCES[2:3], SOURCES[0], "قال الوزير في الدار البيضاء إن السعر صار 1002 درهما.", *SOURCES[3:]]
    art = with_body(edited(art, [machine[0], ENGLISH[1], *machine[2:]]), "ar", body(sources))
    assert told(art)[ENGLISH[1]] == sources[2]
    assert place(art, ENGLISH[1]) in standing(art).stale


def test_the_one_source_that_is_left_of_several_is_found_by_what_it_says() -> None:
    art = edited(translated(), ENGLISH)
    art = settled(art)
    sources = [SOURCES[0], "بلغ السعر في الدار البيضاء 1002 درهما كما قال الوزير.", "خبر عاجل.", *SOURCES[3:]]
    art = renew(with_body(art, "ar", body(sources)))[0]
    assert told(art)[ENGLISH[1]] == sources[1]
    art = with_body(art, "ar", body([*sources[:2], *sources[3:]]))
    art = renew(art)[0]
    assert told(art)[ENGLISH[1]] == sources[1]
    assert place(art, ENGLISH[1]) in standing(art).stale
    assert renew(art)[1] is None


def test_a_block_of_which_nobody_knows_the_source_stays_open_however_it_is_cut_and_rewritten() -> None:
    sources = ["نزل المطر. هدأت الريح. عاد الناس.", "صمت الجميع. خرج القضاة.", "انتهى الخبر."]
    art = translated(sources)
    art = settled(edited(art, ["Hail fell. All was calm. They returned.", blocks(art)[2]]))
    assert standing(art).unpaired == (1,)
    art = edited(art, ["It hailed. All was calm.", "They returned.", *blocks(art)[1:]])
    assert standing(art).unpaired == (1, 2)
    art = settled(art)
    assert standing(changed(art, 0)).is_stale


def test_a_new_block_that_says_again_what_another_tells_goes_stale_with_it() -> None:
    art = translated()
    again = "In Casablanca the price stands at 1,002 dirhams, the minister said."
    art = edited(art, [again, *blocks(art)])
    art = settled(art)
    assert standing(art).stale == ()
    assert 1 in standing(changed(art, 1)).stale
    assert standing(changed(art, 0)).stale == (2,)


def test_a_remark_of_a_person_is_that_person_s_as_long_as_it_can_be_nothing_else() -> None:
    art = translated()
    art = edited(art, [*blocks(art)[:2], NOTE, *blocks(art)[2:]])
    assert standing(art).unpaired == ()
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en")))
    assert standing(changed(art, 0)).unpaired == ()


def test_a_new_block_may_tell_what_nobody_has_translated_yet() -> None:
    art = translated()
    art = with_body(art, "ar", body([*SOURCES[:2], "رفض الناطق التعليق على الخبر.", *SOURCES[2:]]))
    art = edited(art, [*blocks(art)[:2], "The spokesman would not comment.", *blocks(art)[2:]])
    art = settled(art)
    assert standing(art).unpaired == (place(art, "The spokesman would not comment."),)


def test_a_new_block_may_tell_what_the_source_said_before_it_was_changed() -> None:
    art = changed(translated(), 4)
    art = settled(edited(art, [ENGLISH[4], *blocks(art)]))
    assert standing(art).unpaired == (1,)


def test_a_new_block_that_names_whom_another_names_may_tell_it_once_more() -> None:
    art = translated()
    art = settled(edited(art, [*blocks(art), "All of Casablanca talks of nothing else."]))
    assert standing(art).unpaired == (place(art, "All of Casablanca talks of nothing else."),)


def test_a_block_that_says_half_of_a_new_source_does_not_stand_for_the_whole() -> None:
    art = translated(SOURCES[:1])
    art = with_body(art, "ar", body([SOURCES[0], f"{SOURCES[1]} لم يحضر الناطق باسم الحكومة هذا اللقاء."]))
    art = edited(art, [*blocks(art), ENGLISH[1]])
    assert standing(art).unpaired == (2,)
    assert standing(art).untranslated == 1
    whole = edited(art, [*blocks(art)[:1], f"{ENGLISH[1][:-1]}, and the government's spokesman was not there."])
    assert standing(whole).untranslated == 0


def test_two_blocks_that_were_retyped_in_each_other_s_place_are_not_guessed_at_either() -> None:
    sources = [
        "غادر السفير المدينة مساء. وعاد الهدوء إلى شوارعها بعد يومين من الغضب.",
        SOURCES[2],
        "رفض الناطق التعليق.",
    ]
    art = translated(sources)
    machine = blocks(art)
    calm = "The ambassador left town in the evening. Calm returned to its streets after two days of anger."
    art = edited(art, ["The spokesman would not comment.", machine[1], calm])
    assert standing(art).unpaired == (1, 3)
    assert standing(edited(art, [calm, machine[1], "The spokesman would not comment."])).unpaired == ()


def test_a_retyped_block_may_be_of_the_source_whose_translation_nobody_knows() -> None:
    sources = [
        "رفض الناطق التعليق.",
        "غادر السفير المدينة مساء. وعاد الهدوء إلى شوارعها بعد يومين من الغضب.",
        SOURCES[2],
    ]
    art = translated(sources)
    # two were retyped at once, and one of them is taken out another day
    art = settled(edited(art, ["All was calm.", "He would not comment.", blocks(art)[2]]))
    art = edited(art, ["The spokesman would not comment on that.", *blocks(art)[2:]])
    assert told(art)[blocks(art)[0]] is None
    assert 1 in standing(art).unpaired
