"""What Nashra knows of German beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        abs apr aug bspw bzw ca d.h dez evtl feb fr frl geb gest ggf hl hr i.d.r inkl jan jh jhd jul jun
        kap mio mrd mär nov nr okt prof sep sept str tel u.a usw v.a vgl z.b
        """
    ),
    ordinal_dot=True,
    length=1.4,
)
