"""How long a text takes to read."""

from __future__ import annotations

# Words a minute of practised readers, by language: Trauzettel-Klosinski, Dietz and the IReST study group, "Standardized
# assessment of reading performance", IOVS 53 (2012) 5452, table 2 (texts of the same contents in 17 languages). They
# were read aloud; Brysbaert, "How many words do we read per minute?", J. Mem. Lang. 109 (2019), finds 238 for silent
# English non-fiction, which is close. Arabic words carry more than English ones: articles, pronouns, conjunctions.
WORDS_A_MINUTE = {
    "ar": 138,
    "de": 179,
    "en": 228,
    "es": 218,
    "fi": 161,
    "fr": 195,
    "he": 187,
    "it": 188,
    "nl": 202,
    "pl": 166,
    "pt": 181,
    "sl": 180,
    "sv": 199,
    "tr": 166,
}
# The mean over the languages of the study.
OTHERS = 184


def minutes(body: str, lang: str) -> int:
    """Minutes, at least 1, to read the Markdown `body` in the language `lang`.

    Words are what blanks part. Signs of Markdown that stand alone count too: too few to tell in minutes.
    """
    return max(1, round(len(body.split()) / WORDS_A_MINUTE.get(lang, OTHERS)))
