"""Which words look like an attached particle and a name of the tables, and are neither: برونو is not ب + رونو.

    python -m nashra.entities.collisions CODE > generator/nashra/entities/tables/collisions-CODE.txt

CODE is a language whose file says how often names have which particles (`Grammar.usual`), such as Arabic. Run it again
when names of one word are added to the tables. It needs `pip install wordfreq`, whose counts of words in many kinds of
text tell: a particle stands before a name in a small share of its mentions; a word that is much more frequent than that
is a word, or a name, of its own. A name with its article is left out: what stands before an article is a particle.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from nashra.entities.builtin import builtin
from nashra.entities.normalize import folder
from nashra.entities.rules import rules_of
from nashra.settings import config

# How many times more frequent than usual a word must be, and how frequent at all.
TIMES, LEAST = 1.85, 3e-8
UNKNOWN = 2e-9
SITE = '[site]\nurl = "https://example.org/"\nlanguages = ["%s"]\ntitle = "x"\n'


def names(lang: str) -> set[str]:
    """The folded names of one word, in the language `lang`, that come with Nashra."""
    fold = folder(lang)
    entities = builtin(config.parse(SITE % lang, Path("/site")))[0].values()
    listed = (name for entity in entities for name in (entity.names[lang], *entity.aliases.get(lang, ())))
    return {fold(name) for name in listed if name.isalpha() and len(name) > 2}


def collisions(counts: dict[str, float], lang: str) -> Iterator[str]:
    """The words; counts: folded word -> its frequency."""
    rules = rules_of(lang)
    for name in names(lang):
        for particle, share in rules.grammar.usual.items():
            word = particle + name
            usual = counts.get(name, UNKNOWN) * share
            if not name.startswith(rules.around.article) and counts.get(word, 0.0) > max(usual * TIMES, LEAST):
                yield word


def main(lang: str) -> None:
    """Print the table of the language `lang`."""
    from wordfreq import get_frequency_dict  # no dependency: only who renews the table needs it

    fold = folder(lang)
    counts: dict[str, float] = {}
    for word, frequency in get_frequency_dict(lang, wordlist="large").items():
        counts[fold(word)] = counts.get(fold(word), 0.0) + frequency
    print("# Words that look like a particle and a name and are neither. Made by entities/collisions.py; see there.")
    print("\n".join(sorted(set(collisions(counts, lang)))))


if __name__ == "__main__":
    main(sys.argv[1])
