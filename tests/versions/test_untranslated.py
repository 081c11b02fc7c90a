"""What still stands in the language of its source is found; names, figures and what somebody said are not."""

from __future__ import annotations

from pathlib import Path

from nashra.model import Version
from nashra.versions.untranslated import untranslated

TEXT = "La commune a rouvert la passerelle mercredi, après trois semaines de travaux."
NAMES = "Bouzidi – Rhanjaoui, El Hilali, Sabri, Oukhrib – Kandoussi, Jabri – Hamidouche, Mrabet"
SAID = "“We had walked over it for years, and nobody saw it,” said the engineer of the town."


def version(lang: str, *paragraphs: str) -> Version:
    return Version(lang, "Pont", "pont", "\n\n".join(paragraphs) + "\n", Path(f"{lang}.md"), 6)


def test_a_paragraph_that_was_not_translated_is_found_with_its_line() -> None:
    source = version("fr", TEXT, NAMES, SAID, "Fin.")
    assert list(untranslated(source, version("en", "The town.", TEXT))) == [(8, TEXT)]
    assert list(untranslated(source, version("ar", TEXT))) == [(6, TEXT)]


def test_names_words_in_a_third_language_and_short_words_are_left_in_peace() -> None:
    source = version("fr", TEXT, NAMES, SAID, "Fin.")
    assert list(untranslated(source, version("ar", NAMES, SAID, "Fin."))) == []
    assert list(untranslated(source, version("en", "The town reopened the bridge.", NAMES))) == []
