from __future__ import annotations

import pytest

from nashra.ingest.heads.byline import read_byline


@pytest.mark.parametrize(
    ("line", "author", "source", "day"),
    [
        ("hassan faqir18 يوليو 2024آخر تحديث : منذ 4 أشهر", "hassan faqir", None, "2024-07-18"),
        ("De // NaBae 24", None, "NaBae 24", None),
        ("بقلم: سعاد المرابط", "سعاد المرابط", None, None),
        ("بقلم سعاد المرابط", "سعاد المرابط", None, None),
        ("كتب: ياسر عبد الحميد", "ياسر عبد الحميد", None, None),
        ("المصدر: وكالات", None, "وكالات", None),
        ("المصدر : هسبريس", None, "هسبريس", None),
        ("نقلا عن وكالة الأنباء", None, "وكالة الأنباء", None),
        ("و م ع", None, "و م ع", None),
        ("الرباط – و م ع | 18 يوليوز 2024", None, "و م ع", "2024-07-18"),
        ("سياسة | محمد العلمي | 18 يوليوز 2024 | 3 تعليقات", "محمد العلمي", None, "2024-07-18"),
        ("Par Leïla Benjelloun (avec MAP)", "Leïla Benjelloun", "MAP", None),
        ("Par Jean de La Brosse, le 18 juillet 2024", "Jean de La Brosse", None, "2024-07-18"),
        ("Source : AFP", None, "AFP", None),
        ("BY JOHN SMITH", "JOHN SMITH", None, None),
        ("By Sara Haddad and Omar Alami | July 18, 2024", "Sara Haddad and Omar Alami", None, "2024-07-18"),
        ("Written by: Sara Haddad", "Sara Haddad", None, None),
        ("Published 18 July 2024", None, None, "2024-07-18"),
        ("18 يوليو 2024", None, None, "2024-07-18"),
    ],
)
def test_a_byline_is_read(line: str, author: str | None, source: str | None, day: str | None) -> None:
    byline = read_byline(line)
    assert byline is not None
    found = byline.published.day.isoformat() if byline.published and byline.published.day else None
    assert (byline.author, byline.source, found) == (author, source, day)


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs",
        "By the numbers",
        "متابعة قضائية للوزير السابق",
        "مصدر أمني ينفي الخبر",
        "كتب مدرسية جديدة",
        "تحرير الأسعار يثير الجدل",
        "Date limite de dépôt",
        "وقع زلزال الحوز يوم 8 شتنبر 2023 ليلا، وخلف آلاف الضحايا في القرى الجبلية.",
        "Le 18 juillet 2024, le tramway a gagné trois stations et une heure de service.",
        "المحكمة تؤجل الملف إلى 18 يوليوز 2024 بطلب من دفاع المتهمين",
        "From the sea",
        "عن قرب",
        "",
    ],
)
def test_a_headline_or_a_sentence_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_publication_and_update_are_told_apart_by_their_labels() -> None:
    byline = read_byline("Mis à jour le 19/07/2024 à 09:10 | Publié le 18/07/2024 à 14:35")
    assert byline is not None and byline.published is not None and byline.updated is not None
    assert (str(byline.published.day), str(byline.updated.day)) == ("2024-07-18", "2024-07-19")


def test_the_address_of_a_source_is_kept() -> None:
    named = read_byline("Source: The Oasis Letter https://oasis.example/a?b=1")
    bare = read_byline("المصدر: https://oasis.example/a")
    assert named is not None and (named.source, named.source_url) == ("The Oasis Letter", "https://oasis.example/a?b=1")
    assert bare is not None and (bare.source, bare.source_url) == ("oasis.example", "https://oasis.example/a")
