"""The words of what happens are as the folding of names leaves the words of a text; others would never be met."""

from __future__ import annotations

import pytest

from nashra.entities.normalize import folder
from nashra.languages.happenings.known import HAPPENINGS


@pytest.mark.parametrize("lang", HAPPENINGS)
def test_words_of_what_happens_are_folded(lang: str) -> None:
    fold = folder(lang)
    assert [word for word in HAPPENINGS[lang].words if fold(word) != word] == []
