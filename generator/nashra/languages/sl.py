"""What Nashra knows of Slovene beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec

SPEC = Spec(
    words_a_minute=180,
)
