"""The sentence in which a text names an entity first."""

from __future__ import annotations

import pytest

from nashra.entities.annotate import Annotator
from nashra.entities.contexts import MAX_LENGTH, Context
from nashra.entities.matcher import Matcher
from nashra.model import Entity

ENTITIES = {
    id: Entity(id=id, type="place", names=names)
    for id, names in {
        "morocco": {"ar": "المغرب", "fr": "Maroc", "en": "Morocco"},
        "rabat": {"ar": "الرباط", "fr": "Rabat", "en": "Rabat"},
    }.items()
}


def contexts(html: str, lang: str) -> dict[str, tuple[str, str]]:
    """Entity -> (sentence, the name in it)."""
    found = Annotator(html, Matcher(ENTITIES, lang)).contexts(lang)
    return {id: (context.text, context.text[context.start : context.end]) for id, context in found.items()}


@pytest.mark.parametrize(
    ("lang", "html", "expected"),
    [
        (
            "ar",
            "<p>وصل الوفد أمس. وزار د. أحمد الرباط، ثم عاد. وغادر.</p>",
            {"rabat": ("وزار د. أحمد الرباط، ثم عاد.", "الرباط")},
        ),
        (
            "ar",
            "<p>قال: «نعم».</p>\n<p>سفره إلى <em>الرباط</em>\nوللمغرب كله. انتهى.</p>",
            {"rabat": ("سفره إلى الرباط وللمغرب كله.", "الرباط"), "morocco": ("سفره إلى الرباط وللمغرب كله.", "لمغرب")},
        ),
        (
            "fr",
            "<h2>Titre</h2><ul><li>M. Alami quitte l’Inde.</li><li>Il vient du Maroc\u202f! Il rit.</li></ul><p>Le Maroc</p>",
            {"morocco": ("Il vient du Maroc\u202f!", "Maroc")},
        ),
        (
            "en",
            "<p>Tom &amp; Ann left.  Rabat is near &lt;here&gt;. Bye.</p>",
            {"rabat": ("Rabat is near <here>.", "Rabat")},
        ),
        ("en", "<p>Nothing here.</p>", {}),
    ],
)
def test_the_sentence_of_the_first_mention_is_found(lang: str, html: str, expected: dict[str, tuple[str, str]]) -> None:
    assert contexts(html, lang) == expected


@pytest.mark.parametrize("words", [(0, 120), (60, 60), (120, 0)])
def test_a_long_sentence_is_cut_between_words_around_the_name(words: tuple[int, int]) -> None:
    sentence = " ".join(["كلمة"] * words[0] + ["الرباط"] + ["كلمة"] * words[1])
    found = Annotator(f"<p>{sentence}</p>", Matcher(ENTITIES, "ar")).contexts("ar")["rabat"]
    assert isinstance(found, Context)
    assert found.text[found.start : found.end] == "الرباط"
    assert len(found.text) <= MAX_LENGTH + 2
    assert set(found.text.strip("…").split()) <= {"كلمة", "الرباط"}
