"""What is written in German around an article: by browsers, mail programs and web pages."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    pages={"saved_folder": "-Dateien"},
    speech={
        "windows": "neuen fenster|neuem fenster|neuen tab|neuem tab",
        "notices": "datenschutz|einverstanden",
        "subscribing": "abonnier|anmeld",
        "barrier": "abonn",
    },
    mail_wrote="schrieb",
    labels={
        "updated": (
            "aktualisiert am|zuletzt aktualisiert am|zuletzt aktualisiert|letzte aktualisierung|zuletzt geändert am|"
            "geändert am|zuletzt bearbeitet am"
        ),
        "published": "veröffentlicht am|publiziert am|erschienen am|erstellt am|veröffentlicht",
    },
    dates={"on": "am|den|vom", "hour": "um"},
)
