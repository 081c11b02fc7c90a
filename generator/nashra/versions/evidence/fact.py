"""One thing that a text says in numbers."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

# A value with its kind: "n" number, "c" its two parts, "t" minute of the day, "m" month, "d" weekday, "p" telephone,
# "f" fraction, "x" so many times, "s" share of so many, "e" decade, "q" how long, "o" out of how many,
# "v" order of size.
Key = tuple[str, Fraction | str]


@dataclass(frozen=True, slots=True)
class Fact:
    """keys: what it may be read as. hard: whether its lack is an error by itself. first, last: its tokens.

    unit: "km:length", or the name of a currency, or "%"; "" for none. year: a number that may be one.
    """

    keys: frozenset[Key]
    first: int
    last: int
    hard: bool = True
    unit: str = ""
    digits: bool = False
    ordinal: bool = False

    @property
    def value(self) -> Fraction | None:
        """The number, if it is one and nothing else."""
        values = [value for kind, value in self.keys if kind == "n"]
        other = any(kind not in "nfcsqo" for kind, _ in self.keys)
        return values[0] if len(values) == 1 and not other and isinstance(values[0], Fraction) else None


def number(value: Fraction | int) -> Key:
    """The key of a number."""
    return ("n", Fraction(value))
