"""What Nashra knows of Finnish beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    words_a_minute=161,
    head=HeadWords(
        yes=words("kyllä"),
        no=words("ei"),
        draft=words("luonnos"),
        held=words("luonnos julkaisematon ei_julkaista piilotettu salainen"),
        public=words("julkaistu julkaise julkinen"),
    ),
)
