"""Which Arabic words look like a particle and a name of the tables, and are neither: برونو is not ب + رونو.

    python -m nashra.entities.collisions > generator/nashra/entities/tables/collisions-ar.txt

Run it again when names of one word are added to the tables. It needs `pip install wordfreq`, whose counts of words in
many kinds of text tell: a particle stands before a name in a small share of its mentions (see USUAL); a word that is
much more frequent than that is a word, or a name, of its own. A name with its article is left out: what stands before
ال is a particle.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nashra.entities.builtin import builtin
from nashra.entities.normalize import folder
from nashra.settings import config

# Particles -> the share of a name's mentions that have them.
USUAL = {
    "و": 0.25, "ف": 0.01, "ب": 0.25, "ك": 0.01, "ل": 0.3, "وب": 0.02, "ول": 0.03, "وك": 0.002, "فب": 0.002, "فل": 0.003,
    "فك": 0.001,
}  # fmt: skip
# How many times more frequent than usual a word must be, and how frequent at all.
TIMES, LEAST = 1.85, 3e-8
UNKNOWN = 2e-9
SITE = '[site]\nurl = "https://example.org/"\nlanguages = ["ar"]\ntitle = "x"\n'


def names() -> set[str]:
    """The folded names of one word that come with Nashra."""
    fold = folder("ar")
    entities = builtin(config.parse(SITE, Path("/site")))[0].values()
    listed = (name for entity in entities for name in (entity.names["ar"], *entity.aliases.get("ar", ())))
    return {fold(name) for name in listed if name.isalpha() and len(name) > 2}


def collisions(counts: dict[str, float]) -> Iterator[str]:
    """The words; counts: folded word -> its frequency."""
    for name in names():
        for particle, share in USUAL.items():
            word = particle + name
            usual = counts.get(name, UNKNOWN) * share
            if not name.startswith("ال") and counts.get(word, 0.0) > max(usual * TIMES, LEAST):
                yield word


def main() -> None:
    """Print the table."""
    from wordfreq import get_frequency_dict  # no dependency: only who renews the table needs it

    fold = folder("ar")
    counts: dict[str, float] = {}
    for word, frequency in get_frequency_dict("ar", wordlist="large").items():
        counts[fold(word)] = counts.get(fold(word), 0.0) + frequency
    print("# Words that look like a particle and a name and are neither. Made by entities/collisions.py; see there.")
    print("\n".join(sorted(set(collisions(counts)))))


if __name__ == "__main__":
    main()
