"""What is written in Spanish around an article: by browsers, mail programs and web pages."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    pages={"saved_folder": "_archivos"},
    speech={
        "windows": "nueva ventana|nueva pestaña",
        "notices": "privacidad|navegador",
        "subscribing": "suscrib",
        "barrier": "suscrip",
    },
    mail_wrote="escribió",
    labels={
        "updated": "actualizado el|actualizado|última actualización|modificado el",
        "published": "publicado el|publicada el|publicado",
    },
    dates={"of": "de|del", "hour": "a las"},
)
