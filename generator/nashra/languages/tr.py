"""What Nashra knows of Turkish beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    words_a_minute=166,
    head=HeadWords(
        yes=words("evet doğru"),
        no=words("hayır yanlış"),
        draft=words("taslak"),
        held=words("taslak yayımlanmadı yayınlanmadı yayımlama yayınlama gizli beklemede"),
        public=words("yayımlandı yayınlandı yayında"),
    ),
)
