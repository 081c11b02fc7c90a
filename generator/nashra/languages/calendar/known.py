"""The languages whose words of dates are known. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages import files
from nashra.languages.calendar.spec import DateWords

# Raw text says nothing of its language before it is read, so all of them are looked for in every text.
DATE_WORDS: Mapping[str, DateWords] = files.read("nashra.languages.calendar", "DATE_WORDS")
