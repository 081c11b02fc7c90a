"""What is written in Polish around an article: by browsers and mail programs."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    pages={"saved_folder": "_pliki"},
    labels={
        "updated": "aktualizacja|ostatnia aktualizacja",
        "published": "opublikowano|data publikacji",
    },
)
