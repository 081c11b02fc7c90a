"""The languages that have a file, and the one way to read it. A new language is a file and a row here."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages import ar, de, en, es, fa, fr, he, it, pt
from nashra.languages.spec import NEUTRAL, Spec

_SPECS: Mapping[str, Spec] = {
    "ar": ar.SPEC,
    "de": de.SPEC,
    "en": en.SPEC,
    "es": es.SPEC,
    "fa": fa.SPEC,
    "fr": fr.SPEC,
    "he": he.SPEC,
    "it": it.SPEC,
    "pt": pt.SPEC,
}


def spec_of(lang: str) -> Spec:
    """What is known of the language `lang`; neutral defaults where it has no file."""
    return _SPECS.get(lang, NEUTRAL)
