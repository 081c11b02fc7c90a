"""What Nashra knows of Slovene beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    words_a_minute=180,
    head=HeadWords(
        yes=words("da"),
        no=words("ne"),
        draft=words("osnutek"),
        held=words("osnutek neobjavljeno ne_objavi skrito zaupno"),
        public=words("objavljeno objavi javno"),
    ),
)
