"""What Nashra knows of Hebrew beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec

SPEC = Spec(
    length=0.95,
    words_a_minute=187,
)
