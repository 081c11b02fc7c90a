"""Slugs: the part of an address that comes from a title."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nashra.kit.slugs import MAX_LENGTH, make_slug, slug_problem


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("وصول عناصر الأمن المغربي إلى باريس", "وصول-عناصر-الأمن-المغربي-إلى-باريس"),
        ("مُحَمَّدُ بْنُ سَلْمَانَ", "محمد-بن-سلمان"),
        ("ٱلرحمٰن", "ٱلرحمن"),
        ("محمـــد الســادس", "محمد-السادس"),
        ("ﻻ إله ﷲ ﻷن", "لا-إله-الله-لأن"),
        ("ﺍﻟﻤﻐﺮﺏ", "المغرب"),
        ("«نشرة» “الأخبار” (عاجل): هل؟ نعم! ، ؛", "نشرة-الأخبار-عاجل-هل-نعم"),
        ("أخبار 2024 و٢٠٢٤", "أخبار-2024-و٢٠٢٤"),
        ("مدرسة المرأة", "مدرسة-المرأة"),
        ("شركة Renault تفتح مصنعا بطنجة", "شركة-renault-تفتح-مصنعا-بطنجة"),
        ("Le Maroc (المغرب) gagne", "le-maroc-المغرب-gagne"),
        ("L’été à l'Élysée : où ?", "l-ete-a-l-elysee-ou"),
        ("Œuvre, CŒUR, Æsir, Ÿ", "oeuvre-coeur-aesir-y"),
        ("Łódź, Đặng, Ærø, Straße, Þór", "lodz-dang-aero-strasse-thor"),
        ("e\u0301tude", "etude"),
        ("İstanbul ı", "istanbul-i"),
        ("Ελληνικά", "ελληνικά"),
        ("日本語のタイトル", "日本語のタイトル"),
        ("50% of C++ & C#_x", "50-of-c-c-x"),
        ("a/b\\c ../d", "a-b-c-d"),
        ("زيارة\u200f \u200fرسمية", "زيارة-رسمية"),
        ("😀 ... !", ""),
        ("ـ", ""),
        ("", ""),
    ],
)
def test_a_title_becomes_a_slug(title: str, slug: str) -> None:
    assert make_slug(title) == slug


def test_a_long_title_is_cut_between_words() -> None:
    slug = make_slug("كلمة " * 40)
    assert len(slug) <= MAX_LENGTH
    assert set(slug.split("-")) == {"كلمة"}


@pytest.mark.parametrize("title", ["日" * 200, "漢字 " * 60, "ب" * 300, "A" * 300])
def test_a_slug_fits_into_a_file_name(title: str) -> None:
    slug = make_slug(title)
    assert slug
    assert slug_problem(slug) == ""


@given(st.text(max_size=120))
def test_any_title_gives_nothing_or_a_slug_that_stays_itself(title: str) -> None:
    slug = make_slug(title)
    assert slug == unicodedata.normalize("NFC", slug)
    assert not set(slug) & set("/\\.: \n\0")
    assert slug_problem(slug) in (
        "",
        "is empty",
        "is a name that Windows reserves",
        "is the name of a folder's own page",
    )


@pytest.mark.parametrize("slug", ["a", "وصول-الوفد", "2024", "a.b", "a_b", "v2.1-x", "كأس-العالم-2030", "ب" * 100])
def test_a_good_slug_has_no_problem(slug: str) -> None:
    assert slug_problem(slug) == ""


@pytest.mark.parametrize(
    ("slug", "problem"),
    [
        ("", "empty"),
        ("../x", "may hold"),
        ("..", "may hold"),
        (".x", "may hold"),
        ("x.", "may hold"),
        ("-x", "may hold"),
        ("a/b", "may hold"),
        ("a\\b", "may hold"),
        ("a b", "may hold"),
        ("a\n", "may hold"),
        ("😀", "may hold"),
        ("مُحمد", "may hold"),
        ("a\u200cb", "may hold"),
        ("a\u202eb", "may hold"),
        ("cafe\u0301", "NFD"),
        ("ب" * 101, "bytes"),
        ("CON", "Windows"),
        ("con.txt", "Windows"),
        ("Lpt1", "Windows"),
        ("index", "own page"),
        ("INDEX", "own page"),
    ],
)
def test_a_bad_slug_is_told_why(slug: str, problem: str) -> None:
    assert problem in slug_problem(slug)
