"""Who made a picture, on pages in other languages: by the names that are known, else as it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from nashra.model import Entity
from nashra.render.reading.credits import Credits
from nashra.settings import config
from support.commands import write_site

AFP = Entity(
    "afp",
    "organization",
    {"ar": "وكالة فرانس برس", "fr": "Agence France-Presse"},
    aliases={"ar": ("فرانس برس", "الوكالة"), "fr": ("AFP",)},
    ambiguous={"ar": ("الوكالة",)},
)
FIRST = Entity("first", "person", {"ar": "محمد العلوي", "fr": "Mohammed Alaoui, peintre"})
SECOND = Entity("second", "person", {"ar": "محمد العلوي", "fr": "Mohamed El Alaoui"})
PEN = Entity("pen", "term", {"ar": "قلم", "fr": "stylo"})


@pytest.fixture(scope="module")
def credits_(tmp_path_factory: pytest.TempPathFactory) -> Credits:
    root: Path = write_site(tmp_path_factory.mktemp("credits"), {})
    settings = config.load(root)
    return Credits(settings, {each.id: each for each in (AFP, FIRST, SECOND, PEN)})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("وكالة فرانس برس", "Agence France-Presse"),
        ("فرانس  برس", "Agence France-Presse"),
        ("الوكالة", None),  # which one, the name alone does not say
        ("محمد العلوي", None),  # two people
        ("قلم", None),  # a term is nobody
        ("تصوير: فرانس برس", None),
        ("سعيد الناصري", None),
        ("AFP", None),  # no Arabic name: a reader of French knows it as it is
        ("", None),
    ],
)
def test_a_maker_is_named_in_the_language_of_the_page_where_one_name_is_known(
    credits_: Credits, text: str, shown: str | None
) -> None:
    assert credits_.shown((text, "ar"), "fr") == ((shown, "fr") if shown else (text, "ar"))


def test_a_language_that_the_maker_has_no_name_in_shows_it_as_it_is_written(credits_: Credits) -> None:
    assert credits_.shown(("فرانس برس", "ar"), "en") == ("فرانس برس", "ar")
    assert credits_.shown(("AFP", "fr"), "fr") == ("AFP", "fr")


def test_the_site_goes_by_its_title(tmp_path: Path) -> None:
    settings = config.load(write_site(tmp_path, {}))
    known = Credits(settings, {})
    assert known.shown((settings.title["ar"], "ar"), "fr") == (settings.title["fr"], "fr")
    assert known.shown((settings.title["fr"], "fr"), "ar") == (settings.title["ar"], "ar")
