"""What is written in Dutch around an article: by browsers and mail programs."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    speech={"windows": "nieuw venster|nieuw tabblad"},
    pages={"saved_folder": "_bestanden"},
    labels={
        "updated": "bijgewerkt op|laatst bijgewerkt op|laatst gewijzigd op|gewijzigd op",
        "published": "gepubliceerd op|geplaatst op",
    },
    dates={"on": "op", "hour": "om"},
)
