"""How long a text takes to read."""

from __future__ import annotations

from functools import lru_cache

from nashra.languages.known import spec_of

# Words a minute of practised readers stand in the files of the languages. They are of Trauzettel-Klosinski, Dietz and
# the IReST study group, "Standardized assessment of reading performance", IOVS 53 (2012) 5452, table 2 (texts of the
# same contents in 17 languages). They were read aloud; Brysbaert, "How many words do we read per minute?", J. Mem.
# Lang. 109 (2019), finds 238 for silent English non-fiction, which is close. Arabic words carry more than English ones:
# articles, pronouns, conjunctions.
# The mean over the languages of the study.
OTHERS = 184


def words_a_minute(lang: str) -> int:
    """How fast the language `lang` is read."""
    return spec_of(lang).words_a_minute or OTHERS


# A page says it to readers and to programs.
@lru_cache(maxsize=16)
def minutes(body: str, lang: str) -> int:
    """Minutes, at least 1, to read the Markdown `body` in the language `lang`.

    Words are what blanks part. Signs of Markdown that stand alone count too: too few to tell in minutes.
    """
    return max(1, round(len(body.split()) / words_a_minute(lang)))
