"""What Nashra knows of Portuguese beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import HeadWords, Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.c av cap cel d.c dep dra eng ex exma exmo gen gov máx mín núm p.ex prof profa pág págs sen sr
        sra sras srs srta tel ten
        """
    ),
    head=HeadWords(
        yes=words("sim verdadeiro"),
        no=words("não nao falso nunca"),
        draft=words("rascunho"),
        held=words("rascunho oculto privado não_publicado pendente em_revisão"),
        public=words("publicado publicada público visível pronto"),
        denied=words("não ainda_não"),
        status=words("situação"),
        meant={
            "título": "title",
            "data": "date",
            "língua": "lang",
            "autor": "author",
            "fonte": "source",
            "resumo": "summary",
            "temas": "topics",
            "imagem": "image",
        },
    ),
    questions=words("quem que quando onde como porquê qual quais quanto quantos é são"),
    small_words=words(
        """
        o a os as de da do dos das e em que uma um por com para se é ao no na não mais sua foi ou seu são os
        aos pelo pela entre também anos ser nos nas
        """
    ),
    words_a_minute=181,
)
