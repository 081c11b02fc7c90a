"""What Nashra knows of Swedish beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    words_a_minute=199,
    head=HeadWords(
        yes=words("ja sant"),
        no=words("nej falskt"),
        draft=words("utkast"),
        held=words("utkast opublicerad ej_publicerad publicera_inte dold konfidentiell"),
        public=words("publicerad publicera offentlig"),
    ),
)
