"""Stories are decided in the order of time; what was decided is decided again only where it may have changed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from nashra.model import ALONE
from nashra.stories.grouping import grouped
from nashra.stories.signs import signs
from nashra.stories.telling import Placed, Telling

FLOOD = ("سيول تجتاح مدينة تطوان وتغمر المنازل", "فيضان وادي مرتيل بعد أمطار بلغت 112 ملمترا، وإجلاء 140 أسرة.")
FLOOD_FR = ("Inondations à Tétouan", "L'oued Martil a débordé après 112 millimètres de pluie, 140 familles évacuées.")
MATCH = ("الرجاء يفوز على الوداد في الديربي", "سجل بلعمري هدفين في مركب محمد الخامس بالدار البيضاء أمام 45000 متفرج.")


def telling(
    id: str, hours: float, text: tuple[str, str], lang: str = "ar", *, names: str = "", hand: str = "", source: str = ""
) -> Telling:
    """An article, of a source of its own where none is named."""
    found = dict.fromkeys((f"@{name}" for name in names.split()), 1.0)
    return Telling(
        id, hours, lang, text[0], found, {lang: frozenset(signs(*text, lang).split())}, source or id, hand=hand
    )


def stories(tellings: list[Telling], before: list[Placed] | None = None) -> dict[str, str]:
    return {each.id: each.story for each in placed(tellings, before or [])}


def placed(tellings: list[Telling], before: list[Placed]) -> list[Placed]:
    known = {each.id: each for each in tellings}
    order = sorted(tellings, key=lambda each: (each.hours, each.id))
    return grouped([Placed(each.id, repr(each).encode(), each.hours) for each in order], known.__getitem__, before)


def test_two_languages_tell_of_one_event_by_its_names_and_numbers() -> None:
    both = [telling("a", 0, FLOOD, names="tetouan"), telling("b", 3, FLOOD_FR, "fr", names="tetouan")]
    assert stories([*both, telling("c", 4, MATCH, names="raja wydad")]) == {"a": "a", "b": "a", "c": "c"}


def test_a_story_that_nobody_went_on_with_for_two_days_is_over() -> None:
    both = [telling("a", 0, FLOOD, names="tetouan"), telling("b", 60, FLOOD_FR, "fr", names="tetouan")]
    assert stories(both) == {"a": "a", "b": "b"}


def test_what_one_desk_tells_next_is_another_event() -> None:
    first = (
        "اختتام دورة الألعاب الأولمبية في باريس",
        "فاز المغرب بميداليتين في باريس، ذهبية الموانع وبرونزية كرة القدم.",
    )
    then = ("المغرب يعود من باريس بميداليتين", "ذهبية الموانع وبرونزية كرة القدم حصيلة المغرب من الألعاب الأولمبية.")
    both = [telling("a", 0, first, names="morocco paris games"), telling("b", 9, then, names="morocco paris games")]
    assert stories(both) == {"a": "a", "b": "a"}
    assert stories([replace(each, source="") for each in both]) == {"a": "a", "b": "b"}


def test_two_matches_of_one_evening_stay_two() -> None:
    texts = [
        ("برشلونة يفوز في دوري أبطال أوروبا", "سجل لامين جمال هدف الفوز في الشوط الثاني أمام باريس."),
        ("ليفربول يفوز في دوري أبطال أوروبا", "سجل محمد صلاح هدف الفوز في الشوط الثاني أمام ريال مدريد."),
    ]
    both = [telling("a", 0, texts[0], names="league barcelona"), telling("b", 0, texts[1], names="league liverpool")]
    assert stories(both) == {"a": "a", "b": "a"}  # nothing tells that these are the names of who plays
    actors = [frozenset({"@barcelona"}), frozenset({"@liverpool"})]
    assert stories([replace(each, actors=own) for each, own in zip(both, actors, strict=True)]) == {"a": "a", "b": "b"}


def test_the_numbers_of_a_series_are_no_story() -> None:
    prices = "أسعار العملات في السوق اليوم: الدولار 9,8 دراهم والأورو 10,7 دراهم."
    daily = [
        telling(f"{day}", 24.0 * day, (f"أسعار الصرف ليوم {day} نونبر", prices), source="بنك") for day in range(3, 6)
    ]
    assert stories(daily) == {"3": "3", "4": "4", "5": "5"}
    copied = [telling("a", 0, ("أسعار الصرف", prices)), telling("b", 1, ("أسعار الصرف", prices), source="وكالة")]
    assert stories(copied) == {"a": "a", "b": "a"}


def test_two_editions_of_one_event_that_a_congress_decided_on_one_day_stay_two() -> None:
    text = "قرر كونغرس الفيفا في زوريخ بالإجماع منح تنظيم كأس العالم."
    both = [
        telling("a", 0, ("كأس العالم 2030 للمغرب وإسبانيا", text), names="fifa morocco", source="وكالة"),
        telling("b", 1, ("كأس العالم ٢٠٣٤ للسعودية", text), names="fifa saudi-arabia", source="جريدة"),
    ]
    assert stories(both) == {"a": "a", "b": "b"}


def test_what_a_source_tells_besides_on_one_day_is_another_event_unless_it_shares_nearly_all() -> None:
    bronze = ("المغرب يحرز برونزية كرة القدم في باريس", "فاز المنتخب المغربي على مصر بستة أهداف في أولمبياد باريس.")
    gold = ("البقالي يحتفظ بذهبية الموانع في باريس", "أحرز العداء المغربي ثاني ذهبية له في أولمبياد باريس.")
    names = "morocco paris olympics"
    two = [telling("a", 0, gold, names=names, source="وكالة"), telling("b", 20, bronze, names=names, source="وكالة")]
    assert stories(two) == {"a": "a", "b": "b"}
    update = (FLOOD[0], f"{FLOOD[1]} وأغلقت المدارس أبوابها.")
    again = [
        telling("a", 0, FLOOD, names="tetouan", source="وكالة"),
        telling("b", 2, update, names="tetouan", source="وكالة"),
    ]
    assert stories(again) == {"a": "a", "b": "a"}


def test_what_editors_say_goes_before_what_is_found() -> None:
    parted = [telling("a", 0, FLOOD, names="tetouan"), telling("b", 1, FLOOD, names="tetouan", hand=ALONE)]
    assert stories(parted) == {"a": "a", "b": "-b"}
    # not even a copy joins one that is to stay alone
    assert stories([*parted, telling("c", 2, FLOOD, names="tetouan")])["c"] == "a"
    joined = [telling("a", 0, FLOOD, hand="north"), telling("b", 1, MATCH, hand="north")]
    assert stories(joined) == {"a": "north", "b": "north"}
    assert stories([*joined, telling("c", 2, FLOOD, hand="south")])["c"] == "south"
    # and what is like those joined by hand goes with them
    named = [telling("a", 0, FLOOD, names="tetouan", hand="north"), telling("b", 2, FLOOD_FR, "fr", names="tetouan")]
    assert stories(named) == {"a": "north", "b": "north"}


@pytest.mark.parametrize("seed", range(3))
def test_what_is_taken_over_from_the_last_time_is_what_would_be_decided_anew(seed: int) -> None:
    chance = Random(seed)
    places = ["tetouan", "fez", "oujda", "safi", "taza"]

    def one(number: int) -> Telling:
        text = chance.choice([FLOOD, FLOOD_FR, MATCH])
        lang = "fr" if text is FLOOD_FR else "ar"
        hand = chance.choice(["", "", "", "", ALONE, "x", f"{number - 1:04}"])
        return telling(f"{number:04}", chance.uniform(0, 2400), text, lang, names=chance.choice(places), hand=hand)

    tellings = [one(number) for number in range(120)]
    last = placed(tellings, [])
    for _ in range(8):
        at = chance.randrange(len(tellings))
        change = chance.choice(["edit", "delete", "add", "nothing"])
        if change == "edit":
            tellings[at] = one(int(tellings[at].id))
        elif change == "delete":
            del tellings[at]
        elif change == "add":
            tellings.append(one(1000 + chance.randrange(1000)))
        tellings = list({each.id: each for each in tellings}.values())
        last = placed(tellings, last)
        assert [each.story for each in last] == [each.story for each in placed(tellings, [])]


def test_what_is_left_is_taken_over_when_all_that_was_older_has_gone() -> None:
    left = telling("b", 200, MATCH)
    last = placed([telling("a", 0, FLOOD), left], [])
    assert placed([left], last) == placed([left], []) == last[1:]


def test_a_new_article_asks_for_those_of_the_last_days_alone() -> None:
    tellings = [telling(f"{day:04}", 24.0 * day, MATCH, names=f"club-{day}") for day in range(200)]
    last = placed(tellings, [])
    asked: list[str] = []
    new = telling("9999", 24.0 * 199 + 1, FLOOD, names="tetouan")
    known = {each.id: each for each in [*tellings, new]}

    def tell(id: str) -> Telling:
        asked.append(id)
        return known[id]

    order = [Placed(each.id, each.ground, each.hours) for each in last]
    assert grouped([*order, Placed(new.id, b"", new.hours)], tell, last)[-1].story == "9999"
    assert 1 < len(asked) <= 20
    asked.clear()
    # and one of the past those of the days around it
    order.insert(100, Placed("old", b"", 24.0 * 100 - 1))
    known["old"] = telling("old", 24.0 * 100 - 1, FLOOD, names="tetouan")
    assert [each.id for each in grouped(order, tell, last)] == [each.id for each in order]
    assert len(asked) <= 60
