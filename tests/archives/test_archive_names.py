"""File names that every system takes."""

from __future__ import annotations

import unicodedata

import pytest

from nashra.archives.names import portable, portable_names


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("media/3f9a1c/photo.jpg", "media/3f9a1c/photo.jpg"),
        ("ar/2024/07/وصول-الوفد.html", "ar/2024/07/وصول-الوفد.html"),
        ("media/1/صورة: 1?.png", "media/1/صورة- 1-.png"),
        ('media/1/<a>"b"|c*d\\e.png', "media/1/-a--b--c-d-e.png"),
        ("media/1/nul.png", "media/1/_nul.png"),
        ("media/1/COM1", "media/1/_COM1"),
        ("media/1/console.png", "media/1/console.png"),
        ("media/1/dots. . .", "media/1/dots"),
        ("media/1/...", "media/1/_"),
        ("media/1/e\u0301te\u0301.jpg", "media/1/été.jpg"),
        ("media/1/\u202egpj.exe\u202c.jpg", "media/1/-gpj.exe-.jpg"),
        ("media/1/line\nbreak.jpg", "media/1/line-break.jpg"),
    ],
)
def test_a_name_is_changed_only_where_some_system_refuses_it(path: str, expected: str) -> None:
    assert portable(path) == expected


@pytest.mark.parametrize("letter", ["a", "ط", "語"])
def test_a_long_name_is_cut_before_its_ending(letter: str) -> None:
    name = portable(f"media/1/{letter * 300}.jpeg").rpartition("/")[2]
    assert len(name.encode()) <= 255
    assert name.endswith(f"{letter}.jpeg")


def test_the_page_of_the_longest_slug_keeps_its_name() -> None:
    path = f"ar/2024/07/{'a' * 200}.html"
    assert portable(path) == path


def test_names_that_some_systems_cannot_tell_apart_get_numbers() -> None:
    paths = ["m/Photo.JPG", "m/photo.jpg", "m/é.png", "m/" + unicodedata.normalize("NFD", "é") + ".png", "m/a", "m/A"]
    names = portable_names(paths)
    assert list(names.values()) == ["m/Photo.JPG", "m/photo-2.jpg", "m/é.png", "m/é-2.png", "m/a", "m/A-2"]
    assert portable_names(paths) == names
