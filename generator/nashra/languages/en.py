"""What Nashra knows of English beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.m approx apr aug capt co col corp dec dept dr e.g est feb ft gen gov hon i.e inc jan jr jul
        jun lt ltd mar mr mrs ms mt nov oct p.m prof rep rev sen sep sept sgt sr st u.k u.n u.s
        """
    ),
    # "Dupont Sr. left"; in Spanish and Portuguese a name follows: "el Sr. García"
    may_end=words("sr"),
    length=1.25,
)
