"""Which language stands in where nothing says one. Outside this room hardly a module names one: tests/test_house.py."""

from __future__ import annotations

# What the project's own texts are written in: messages before they are translated, names of engines.
OWN = "en"
# Most Argos packages have English on one side, so that is the language with the best models on both.
PIVOT = "en"
# Whose abbreviations words in plain Latin letters are held against inside a text of another language.
LATIN_ABBREVIATIONS = "en"
# The languages from whose names addresses are made, the first that a thing has.
OF_ADDRESSES = ("en", "fr")
# A few words in Arabic letters, none of which Arabic lacks.
IN_ARABIC_LETTERS = "ar"
# A text whose language neither itself nor the editor shows, on a site without languages.
UNTOLD = "ar"
