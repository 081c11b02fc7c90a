from __future__ import annotations

import random

import pytest

from nashra.ingest.duplicates import Register, Twin, address_key, shingles

WORDS = (
    "وصل الوفد المغربي إلى العاصمة صباح اليوم للمشاركة في الاجتماع وأعلنت الوزارة أن الأشغال ستنتهي قبل نهاية شهر غشت "
    "المقبل وقال المدير إن القاعات امتلأت بالقراء منذ يوليوز والطلبة في مدينة يستعدون لامتحانات شتنبر كما أوضح مسؤول"
).split()


def text(seed: int, words: int) -> str:
    rng = random.Random(seed)
    return " ".join(f"{rng.choice(WORDS)}{rng.randrange(40)}" for _ in range(words))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://www.x.example/a/", "http://x.example/a"),
        ("https://x.example/a?utm_source=rss", "https://x.example/a#top"),
        ("https://x.example/%D8%AE%D8%A8%D8%B1", "https://x.example/خبر"),
        ("https://m.x.example/a", "https://x.example/a/amp/"),
        ("https://x.example/a?id=7&amp=1", "https://x.example/a?id=7"),
    ],
)
def test_addresses_of_one_article_are_the_same(one: str, two: str) -> None:
    assert address_key(one) == address_key(two) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("https://x.example/a?id=7", "https://x.example/a?id=8"),
        ("https://x.example/a", "https://y.example/a"),
        ("https://x.example/amplitude", "https://x.example/litude"),
    ],
)
def test_addresses_of_two_articles_differ(one: str, two: str) -> None:
    assert address_key(one) != address_key(two)


@pytest.mark.parametrize("address", ["https://x.example/", "https://x.example", "https://[x", "nothing"])
def test_the_address_of_a_site_names_no_article(address: str) -> None:
    assert address_key(address) is None


def test_the_same_words_win_over_the_same_address_and_that_over_a_near_copy() -> None:
    body = text(1, 300)
    register = Register([("one", "d1", "https://x.example/1", "ar", body), ("two", "d2", None, "ar", text(2, 300))])
    assert register.find("d2", "https://x.example/1", "ar", body) == Twin("two", "text")
    assert register.find("d3", "https://x.example/1/", "ar", "نص") == Twin("one", "address")
    assert register.find("d3", None, "ar", body) == Twin("one", "near")
    assert register.find("d3", None, "ar", text(3, 300)) is None


def test_a_translation_at_the_same_address_is_no_duplicate() -> None:
    register = Register([("one", "d1", "https://x.example/1", "ar", text(1, 100))])
    assert register.find("d2", "https://x.example/1", "fr", "texte") is None


def test_spelling_marks_and_addresses_of_links_make_no_difference() -> None:
    one = "أعلنت الوزارةُ عن إطلاق برنامج [جديد](https://a.example/1) " + text(4, 100)
    two = "اعلنت الوزاره عن اطلاق برنامج [جديد](https://b.example/222/x) " + text(4, 100)
    assert shingles(one) == shingles(two)


def test_a_cut_copy_with_a_new_head_is_found_in_a_long_text() -> None:
    long = text(5, 2000).split()
    register = Register((f"other {n}", None, None, "ar", text(100 + n, 400)) for n in range(50))
    register.add("long", None, None, "ar", " ".join(long))
    found = register.find("x", None, "ar", text(6, 10) + " " + " ".join(long[700:900]))
    assert found is not None and found.name == "long" and found.why == "near" and 0.9 < found.share < 1


def test_half_a_copy_is_none() -> None:
    register = Register([("one", None, None, "ar", text(7, 200))])
    half = " ".join(text(7, 200).split()[:100]) + " " + text(8, 100)
    assert register.find("x", None, "ar", half) is None


def test_short_texts_are_never_near_copies() -> None:
    register = Register([("one", None, None, "ar", text(9, 20))])
    assert register.find("x", None, "ar", text(9, 20)) is None


def test_articles_added_after_a_search_are_found_too() -> None:
    register = Register([])
    assert register.find("x", None, "ar", text(1, 100)) is None
    register.add("one", None, None, "ar", text(1, 100))
    assert register.find("x", None, "ar", text(1, 100)) == Twin("one", "near")
