"""What Nashra knows of Italian beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.c arch avv cap cav col d.c dott dott.ssa ecc es gen ing mons num on p.es pag pagg prof
        prof.ssa sen sig sig.na sig.ra sigg tel
        """
    ),
)
