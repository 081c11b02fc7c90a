"""What Nashra knows of Hebrew beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    length=0.95,
    words_a_minute=187,
    head=HeadWords(
        yes=words("כן"),
        no=words("לא"),
        draft=words("טיוטה"),
        held=words("טיוטה לא_לפרסום לא_פורסם בהמתנה חסוי"),
        public=words("פורסם לפרסום"),
    ),
)
