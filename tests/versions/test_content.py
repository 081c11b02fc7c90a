from __future__ import annotations

import pytest

from nashra.versions.evidence.content import anchors, content
from nashra.versions.evidence.polarity import polarity
from nashra.versions.evidence.reading import read
from nashra.versions.evidence.roles import roles
from nashra.versions.evidence.topics import topics
from nashra.versions.evidence.ways import ways

FARMERS = "The farmers blocked the road to the port after the price of wheat fell."
BLOCKED = "Les agriculteurs ont bloqué la route du port après la chute du prix du blé."


def reasons(rule, source: str, target: str, source_lang: str, target_lang: str, *more: float) -> list[str]:  # type: ignore[no-untyped-def]
    return [text for _, text in rule(read(source, source_lang), read(target, target_lang), *more)]


def test_a_text_and_its_translation_speak_of_the_same_things() -> None:
    here, there = read(FARMERS, "en"), read(BLOCKED, "fr")
    assert {"farmer", "road", "port", "price", "wheat"} <= frozenset().union(*topics(here)) & frozenset().union(
        *topics(there)
    )
    assert [kept for _, kept in anchors(here, there)].count(True) >= 5


def test_another_text_has_nothing_of_what_the_source_speaks_of() -> None:
    other = (
        "Le musée expose jusqu’en juin les tableaux d’un peintre que les élèves de la ville ont découvert à l’école."
    )
    assert reasons(content, FARMERS, other, "en", "fr", 1.0) == ["it speaks of nothing that the source speaks of"]
    assert not reasons(content, FARMERS, BLOCKED, "en", "fr", 1.0)


def test_a_sentence_of_which_the_source_has_nothing_was_added() -> None:
    added = BLOCKED + " Le film a reçu une récompense au festival."
    assert reasons(content, FARMERS, added, "en", "fr", 1.5) == ["the source has nothing of “Le film a reçu”"]


def test_the_last_clause_that_is_missing_is_told_where_the_translation_is_shorter() -> None:
    whole = FARMERS[:-1] + ", and the police arrested two journalists."
    assert reasons(content, whole, BLOCKED, "en", "fr", 0.7)
    assert not reasons(content, whole, BLOCKED, "en", "fr", 1.0)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The union said that it had talks, but that it would not appeal.", "Le syndicat a discuté, et il fera appel."),
        ("Le syndicat a discuté, et il fera appel.", "The union said that it had talks, but that it would not appeal."),
    ],
)
def test_what_is_denied_here_is_not_said_plainly_there(source: str, target: str) -> None:
    langs = ("en", "fr") if source.startswith("The") else ("fr", "en")
    assert reasons(polarity, source, target, *langs)


def test_two_countries_do_not_change_their_ministers_and_ambassadors() -> None:
    source = "Le ministre espagnol a convoqué l’ambassadeur de Suède."
    assert reasons(roles, source, "The Swedish minister summoned Spain’s ambassador.", "fr", "en")
    assert not reasons(roles, source, "The Spanish minister summoned Sweden’s ambassador.", "fr", "en")


def test_who_voted_for_did_not_vote_against() -> None:
    source = "Kenya voted in favour of the resolution and Brazil against."
    assert reasons(roles, source, "صوتت البرازيل لصالح القرار وكينيا ضده.", "en", "ar") == ["kenya voted otherwise"]
    assert not reasons(roles, source, "صوتت كينيا لصالح القرار والبرازيل ضده.", "en", "ar")


def test_a_number_goes_the_way_that_it_went() -> None:
    source = "Exports were down 12 percent while prices rose."
    assert reasons(ways, source, "Les exportations ont progressé de 12 % alors que les prix baissaient.", "en", "fr")
    assert not reasons(ways, source, "Les exportations ont reculé de 12 % alors que les prix augmentaient.", "en", "fr")
