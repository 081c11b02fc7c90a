"""Words by which names are found that no registry has, in a script without capitals, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, eq=False)
class Unknown:
    """Words of one language; a language without `titles` shows its names by capitals.

    titles:    words that a person's name follows at once. offices: those that it follows after what the office is of.
    saying:    verbs of saying; the name behind one ends where what was said begins, at one of `said`.
    heads:     entity type -> heads of names, which are part of them.
    towns:     words before the name of a place, which are not part of it. lands: words behind which a place stands.
    where:     words behind which a place may stand, one of many things.
    bodies:    words behind which a body stands that has a name of its own.
    common:    common words that stand behind such cues and are no names.
    stops:     what is not in a name.
    parts:     first parts of names of towns: سيدي إفني.
    suffixes:  pronouns that a noun may have behind it, and no name has; instead: (last letter, what it becomes there).
    owned:     the same, as nearly no name ends.
    compounds: first parts of compound names: what follows belongs to them.
    firsts:    first names that begin with a letter that otherwise is "and".
    doubtful:  first names that are other words far more often.
    inside:    the attached particle that says where: بالرباط.
    vowels:    Latin letters for the vowel that the letter of "and" may stand for at the start of a name.
    phrases:   words behind a noun that no name has behind it.
    """

    titles: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()
    saying: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()
    heads: Mapping[str, frozenset[str]] = field(default_factory=dict)
    towns: frozenset[str] = frozenset()
    lands: frozenset[str] = frozenset()
    where: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    stops: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    suffixes: tuple[str, ...] = ()
    instead: tuple[str, str] = ("", "")
    owned: tuple[str, ...] = ()
    compounds: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    inside: str = ""
    vowels: str = ""
    phrases: frozenset[str] = frozenset()
