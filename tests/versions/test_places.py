"""Where blocks stand that people worked on: what two neighbours left out or took over, and what stays so in the next run."""

from __future__ import annotations

from dataclasses import replace

from nashra.markup.blocks import fingerprint, split
from nashra.model import Article, BlockRecord
from nashra.versions.alignment import align
from nashra.versions.review import approve
from nashra.versions.status import standings
from support.articles import article, body, renew, with_body, with_version


def blocks(art: Article, lang: str = "en") -> list[str]:
    return [block.text for block in split(art.versions[lang].body)]


def told(art: Article) -> dict[str, str | None]:
    """Block of the version -> its source, None where none is known."""
    pairs = align(art.original, art.versions["en"]).pairs
    return {pair.target.text: pair.source.text if pair.source else None for pair in pairs if pair.target}


def test_the_second_half_of_a_block_that_was_cut_does_not_take_the_place_of_one_that_was_removed() -> None:
    sources = [
        "غادر السفير المدينة مساء.",
        "كشف التقرير عن اختفاء 240 وثيقة. قالت منى خليل إن الأشغال ستنتهي قريبا.",
        "رأى السكان أن القرار تأخر. عادت المياه.",
    ]
    art = renew(article(body(sources)))[0]
    first = "The report revealed that 240 documents had disappeared."
    second = "Mona Khalil said that the work would soon be over."
    art = with_body(art, "en", body([blocks(art)[0], first, second]))
    assert told(art)[second] is None
    assert 3 in standings(art, ["en"])[0].unpaired


def test_what_came_to_stand_beside_the_words_of_a_block_is_not_passed_for_those_of_a_neighbour_that_went() -> None:
    # two people: one has the changed list renewed, the other put a copy of the old one below it and left the end out
    old, new = "- نزل المطر ليلا\n- عاد 1200 لاعب", "- نزل المطر ليلا\n- عاد 1300 لاعب"
    art = renew(article(body([old, "انتهى الخبر."])))[0]
    copy = blocks(art)[0]
    art = renew(with_body(art, "ar", body([new, "انتهى الخبر."])))[0]
    art = with_body(art, "en", f"{blocks(art)[0]}\n \n{copy}\n")
    assert standings(art, ["en"])[0].more == (1,)


def test_one_block_in_the_place_of_a_person_s_own_and_its_neighbour_may_be_either() -> None:
    art = renew(article(body(["وصل الوفد أمس.", "عاد الهدوء إلى المدينة."])))[0]
    first, last = blocks(art)
    art = with_body(art, "en", body([first, "Our reporter was there.", last]))
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en", [3])))
    assert told(art)["Our reporter was there."] is None
    rewritten = "Our man on the spot saw it all."
    art = with_body(art, "en", body([rewritten, last]))
    assert told(art)[rewritten] is None
    assert 1 in standings(art, ["en"])[0].unpaired
    assert standings(art, ["en"])[0].unknown == (1,)


def test_a_block_beside_one_that_tells_less_than_its_source_may_tell_more_than_its_own() -> None:
    sources = [
        "كشف التقرير عن اختفاء 24035 وثيقة من 1872 ملفا. وتوقفت الأشغال منذ أسبوعين كاملين في الحي كله.",
        "رأى السكان أن القرار جاء متأخرا جدا هذه المرة.",
    ]
    art = renew(article(body(sources)))[0]
    art = with_body(
        art,
        "en",
        body(["The report revealed that 24,035 documents of 1872 files are gone.", "Nobody works there any more."]),
    )
    standing = standings(art, ["en"])[0]
    assert 2 in (*standing.more, *standing.unpaired)


def test_a_second_run_has_nothing_to_do_whatever_the_first_one_dropped_between_moved_blocks_of_people() -> None:
    sources = ["غادر السفير المدينة مساء.", "رفض الناطق التعليق.", "عاد الهدوء إلى الشوارع.", "نزل المطر على الحقول."]
    art = renew(article(body(sources)))[0]
    envoy, spokesman, calm, rain = "The envoy left.", blocks(art)[1], "All was calm in town.", blocks(art)[3]
    art = with_body(art, "en", body([envoy, blocks(art)[1], calm, rain]))
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en", sources={1: (1,), 3: (3,)})))
    art = renew(with_body(art, "ar", body([*sources, "فقرة أخيرة."])))[0]
    art = with_body(art, "en", body([envoy, calm, spokesman, rain, blocks(art)[4]]))
    changed = ["استقبل الملك سفيرا آخر.", sources[1], "أغلقت المدارس أبوابها اليوم.", "فقرة أخيرة."]
    art = renew(with_body(art, "ar", body(changed)))[0]
    assert told(art)[envoy] == changed[0]
    assert renew(art)[1] is None


def test_the_rest_of_a_block_stays_the_rest_when_it_becomes_another_kind() -> None:
    sources = ["غادر السفير. رفض الناطق. عاد الهدوء.", "نزل المطر."]
    art = renew(article(body(sources)))[0]
    one, two, three = blocks(art)[0].split(". ")
    art = with_body(art, "en", body([one + ".", two + ".", three, blocks(art)[1]]))
    art = renew(with_body(art, "ar", body([*sources, "فقرة أخيرة."])))[0]
    art = with_body(art, "en", body([one + ".", two + ".", f"> {three}", *blocks(art)[3:]]))
    assert [pair.tie for pair in align(art.original, art.versions["en"]).pairs][:3] == ["", "part", "part"]
    art = renew(with_body(art, "ar", body(["أغلقت المدارس.", *sources[1:]])))[0]
    assert renew(art)[1] is None
    assert standings(art, ["en"])[0].kept == (1, 2, 3)


def test_of_two_blocks_that_are_alike_the_one_that_stays_translates_the_source_that_stays() -> None:
    alike = "أعلنت الوزارة موعد الامتحان."
    for number in (0, 2):
        sources = [alike, "عاد الهدوء إلى المدينة.", alike, "توقفت الأشغال."]
        art = renew(article(body(sources)))[0]
        kept = blocks(art)
        sources[number] = "أجلت الوزارة موعد الامتحان."
        art = with_body(art, "ar", body(sources))
        art = with_body(art, "en", body(kept[1:] if number == 2 else [*kept[:2], kept[3]]))
        # whichever of the two copies a person took out, what is left is no translation of what was changed
        assert told(art)[kept[0]] == alike
        assert standings(art, ["en"])[0].lost == (number + 1,)
        # where the changed one is gone too, the other keeps its translation
        del sources[number]
        art = renew(with_body(art, "ar", body(sources)))[0]
        assert kept[0] in blocks(art)
        assert told(art)[kept[0]] == alike


def test_a_copy_that_was_left_out_is_open_again_when_the_source_of_the_other_changes() -> None:
    sources = ["أعلنت الوزارة موعد الامتحان.", "عاد الهدوء إلى المدينة.", "أعلنت الوزارة موعد الامتحان."]
    art = renew(article(body(sources)))[0]
    art = with_body(art, "en", body(blocks(art)[:2]))
    sources.append("توقفت الأشغال.")
    art = renew(with_body(art, "ar", body(sources)))[0]
    assert standings(art, ["en"])[0].unknown == ()
    sources[0] = "أجلت الوزارة موعد الامتحان."
    art = renew(with_body(art, "ar", body(sources)))[0]
    # what the third one says stands nowhere any more, and not because a person wanted that
    assert standings(art, ["en"])[0].unknown == (3,)


def test_of_copies_that_are_alike_those_that_stay_are_the_ones_that_a_person_approved() -> None:
    alike = "أعلنت الوزارة موعد الامتحان."
    art = renew(article(body([alike, "عاد الهدوء إلى المدينة.", alike])))[0]
    art = with_version(art, replace(art.versions["en"], translation=approve(art, "en", [3])))
    first, second, third = blocks(art)
    art = with_body(art, "en", body([first, second, "The ministry named the day."]))
    (pair,) = [
        pair for pair in align(art.original, art.versions["en"]).pairs if pair.target and pair.target.text == third
    ]
    assert pair.human


def test_words_of_which_nobody_knows_the_source_are_not_those_of_a_source_that_came_later() -> None:
    art = renew(article(body(["عاد الهدوء إلى المدينة.", "نسي الوفد في القسم `k2609` حقيبة."])))[0]
    own = "Somebody was seen near `k2609`."
    version = with_body(art, "en", body([blocks(art)[0], own])).versions["en"]
    assert version.translation is not None
    # what it was put beside is not known, and its neighbour, twice left out, said something else
    left_out = BlockRecord(fingerprint("زار الوفد القسم `k2609`."), "", "unpaired")
    records = (version.translation.blocks[0], BlockRecord("", fingerprint(own), "unpaired"), left_out, left_out)
    art = with_version(art, replace(version, translation=replace(version.translation, blocks=records)))
    (pair,) = [
        pair for pair in align(art.original, art.versions["en"]).pairs if pair.target and pair.target.text == own
    ]
    assert (pair.source, pair.tie) == (None, "unpaired")
