"""What Nashra knows of Polish beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    words_a_minute=166,
    head=HeadWords(
        yes=words("tak prawda"),
        no=words("nie fałsz"),
        draft=words("szkic"),
        held=words("szkic roboczy brudnopis nieopublikowany nie_publikować ukryty poufne"),
        public=words("opublikowany opublikowane publikować publiczny"),
    ),
)
