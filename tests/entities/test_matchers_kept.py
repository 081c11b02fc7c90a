from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from nashra.entities.matcher import Matcher
from nashra.entities.matchers import Matchers, compiled
from nashra.model import Entity

REGISTRY = {
    "morocco": Entity("morocco", "place", {"ar": "المغرب", "fr": "Maroc", "en": "Morocco"}),
    "may": Entity("may", "person", {"ar": "تيريزا ماي", "en": "Theresa May"}, {"en": ("May",)}),
    "un": Entity("un", "organization", {"ar": "الأمم المتحدة", "fr": "ONU", "en": "UN"}),
}
WORDS = (
    "في بالمغرب المغرب وتيريزا ماي والأمم المتحدة ONU O.N.U. au Maroc MAROC Mai Theresa May may UN un Morocco’s « . ,"
).split()
TEXTS = st.lists(st.sampled_from([*WORDS, "\n\n"]), max_size=25).map(" ".join)


def test_a_registry_read_again_keeps_its_matchers() -> None:
    first = compiled(REGISTRY).matcher("ar")
    again = {id: replace(entity, names=dict(entity.names)) for id, entity in REGISTRY.items()}
    assert compiled(again).matcher("ar") is first
    assert compiled(again).matcher("ar", foreign=False) is not first


def test_a_new_name_is_found_at_once() -> None:
    entities = dict(REGISTRY)
    assert compiled(entities).matcher("fr").find("à Rabat") == []
    entities["rabat"] = Entity("rabat", "place", {"fr": "Rabat"})
    assert [mention.entity for mention in compiled(entities).matcher("fr").find("à Rabat")] == ["rabat"]
    del entities["rabat"]
    assert compiled(entities).matcher("fr").find("à Rabat") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["ar", "fr", "en", "es"]), TEXTS), max_size=6))
def test_what_languages_know_of_words_together_changes_no_mention(texts: list[tuple[str, str]]) -> None:
    together = Matchers(REGISTRY)
    for lang, text in texts:
        assert together.matcher(lang).find(text) == Matcher(REGISTRY, lang).find(text)
