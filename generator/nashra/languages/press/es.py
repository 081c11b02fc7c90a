"""What is written in Spanish around an article: by browsers and mail programs."""

from __future__ import annotations

from nashra.languages.press.spec import Press

PRESS = Press(
    pages={"saved_folder": "_archivos"},
    mail_wrote="escribió",
)
