"""What Nashra knows of Italian beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.c arch avv cap cav col d.c dott dott.ssa ecc es gen ing mons num on p.es pag pagg prof
        prof.ssa sen sig sig.na sig.ra sigg tel
        """
    ),
    may_end=words("ecc"),
    head=HeadWords(
        yes=words("sì vero"),
        no=words("no falso mai"),
        draft=words("bozza"),
        held=words("bozza nascosto privato non_pubblicato in_revisione"),
        public=words("pubblicato pubblica visibile pronto"),
        denied=words("non non_ancora"),
        status=words("stato"),
        meant={
            "titolo": "title",
            "data": "date",
            "lingua": "lang",
            "autore": "author",
            "fonte": "source",
            "sommario": "summary",
            "temi": "topics",
            "immagine": "image",
        },
    ),
    questions=words("chi che cosa quando dove come perché quale quali quanto quanti è sono"),
    small_words=words(
        """
        il la lo gli le di del della e in che una un per con si è al nel sono come più non anche i da l dell
        alla dei delle nella ha ed o su ma anni dal dalla alle
        """
    ),
    words_a_minute=188,
)
