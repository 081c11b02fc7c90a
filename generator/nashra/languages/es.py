"""What Nashra knows of Spanish beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.c av avda d d.c dra dña ee ee.uu ej excma excmo gob gral ing lic mons máx mín núm p.ej prof
        profa pág págs s.s sr sra sras sres srta srtas tel ud uds uu vd vds
        """
    ),
    may_end=words("uu ee.uu"),
    length=1.35,
    alphabet="abcdefghijklmnñopqrstuvwxyz",
    head=HeadWords(
        yes=words("sí si verdadero"),
        no=words("no falso nunca"),
        draft=words("borrador"),
        held=words("borrador oculto privado no_publicado pendiente en_revisión"),
        public=words("publicado publicada público visible listo"),
        denied=words("no aún_no todavía_no sin"),
        status=words("estado"),
        meant={
            "título": "title",
            "titulo": "title",
            "fecha": "date",
            "idioma": "lang",
            "autor": "author",
            "fuente": "source",
            "resumen": "summary",
            "temas": "topics",
            "imagen": "image",
        },
    ),
    questions=words("quién quiénes qué cuándo dónde cómo cuál cuáles cuánto cuántos por es son"),
    small_words=words(
        """
        el la los las de del y en que una un por con para se es al lo su como más pero sus este ha fue a o
        no le les entre sobre también dos años desde sin esta son muy han
        """
    ),
    words_a_minute=218,
)
