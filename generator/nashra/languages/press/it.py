"""What is written in Italian around an article: by browsers and mail programs."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    speech={"windows": "nuova finestra|nuova scheda"},
    pages={"saved_folder": "_file"},
    labels={
        "updated": "aggiornato il|ultimo aggiornamento|modificato il",
        "published": "pubblicato il|pubblicata il",
    },
    dates={"hour": "alle|ore"},
)
