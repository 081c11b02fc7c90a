"""What Nashra knows of Dutch beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    small_words=words(
        """
        de het een en van in is dat op te voor met zijn niet aan die er om ook als bij door naar heeft wordt
        uit maar nog hij ze dan
        """
    ),
    words_a_minute=202,
    head=HeadWords(
        yes=words("ja waar"),
        no=words("nee onwaar"),
        draft=words("klad"),
        held=words("klad concept ongepubliceerd niet_gepubliceerd niet_publiceren verborgen vertrouwelijk"),
        public=words("gepubliceerd publiceren openbaar"),
    ),
)
