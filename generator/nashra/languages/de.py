"""What Nashra knows of German beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        abs apr aug bspw bzw ca d.h dez evtl feb fr frl geb gest ggf hl hr i.d.r inkl jan jh jhd jul jun
        kap mio mrd mär nov nr okt prof sep sept str tel u.a usw v.a vgl z.b
        """
    ),
    may_end=words("usw"),
    ordinal_dot=True,
    length=1.4,
    head=HeadWords(
        yes=words("ja wahr"),
        no=words("nein falsch nie"),
        draft=words("entwurf"),
        held=words("entwurf unveröffentlicht nicht_veröffentlicht versteckt privat gesperrt in_arbeit"),
        public=words("veröffentlicht öffentlich fertig sichtbar"),
        denied=words("nicht noch_nicht"),
        status=words("sichtbarkeit"),
        meant={
            "titel": "title",
            "datum": "date",
            "sprache": "lang",
            "autor": "author",
            "quelle": "source",
            "zusammenfassung": "summary",
            "themen": "topics",
            "bild": "image",
        },
    ),
    questions=words("wer wen wem was wann wo wie warum welche welcher welches wieviel ist sind"),
    small_words=words(
        """
        der die das und in den von zu mit ist auf für nicht ein eine dem des sich im auch es als an er sie
        bei nach wie aus am wird hat sind zum zur einer einen
        """
    ),
    words_a_minute=179,
)
