"""What is written in Italian around an article: by browsers and mail programs."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    pages={"saved_folder": "_file"},
)
