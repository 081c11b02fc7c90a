"""What Nashra knows of Portuguese beyond CLDR."""

from __future__ import annotations

from nashra.languages.spec import Spec, words

SPEC = Spec(
    abbreviations=words(
        """
        a.c av cap cel d.c dep dra eng ex exma exmo gen gov máx mín núm p.ex prof profa pág págs sen sr
        sra sras srs srta tel ten
        """
    ),
)
