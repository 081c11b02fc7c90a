"""The same length, area, weight or heat in other units: 10 inches are 25 centimetres to readers elsewhere."""

from __future__ import annotations

from fractions import Fraction

from nashra.versions.evidence.fact import Fact

# What one unit is in the smallest of its kind. Newspapers round what they convert, by up to a tenth.
_IN_SMALLEST = {
    "mm:length": Fraction(1),
    "cm:length": Fraction(10),
    "inch:length": Fraction("25.4"),
    "foot:length": Fraction("304.8"),
    "yard:length": Fraction("914.4"),
    "metre:length": Fraction(1000),
    "km:length": Fraction(1_000_000),
    "mile:length": Fraction("1609344"),
    "sqm:area": Fraction(1),
    "acre:area": Fraction(4047),
    "hectare:area": Fraction(10_000),
    "sqkm:area": Fraction(1_000_000),
    "gram:mass": Fraction(1),
    "kg:mass": Fraction(1000),
    "tonne:mass": Fraction(1_000_000),
}
_ROUNDED = Fraction(11, 100)
_HEAT, _A_DEGREE = "degree:heat", 2
# Words between the first number of some and their unit: from 2 to 3 inches.
_TO_UNIT = 4


def converted(mine: list[Fact], theirs: list[Fact], unexplained: list[Fact]) -> list[Fact]:
    """Those of `unexplained`, which are of `mine`, that stand in another unit among `theirs` or beside themselves."""
    there = [(_unit(fact, theirs), fact) for fact in theirs]
    here = [(_unit(fact, mine), fact) for fact in mine]
    found = []
    for fact in unexplained:
        unit = _unit(fact, mine)
        hot = unit == _HEAT and any(other == unit and _as_hot(fact, each) for other, each in there)
        if hot or any(other != unit and _as_much(fact, unit, each, other) for other, each in (*there, *here)):
            found.append(fact)
    return found


def _unit(fact: Fact, among: list[Fact]) -> str:
    """The unit of a number; that of the next one, where it has none of its own: 2 to 3 inches."""
    if fact.unit or not fact.hard:
        return fact.unit
    following = [other for other in among if 0 <= other.first - fact.last < _TO_UNIT and other.unit]
    return following[0].unit if following else ""


def _as_much(one: Fact, unit: str, two: Fact, other: str) -> bool:
    if unit not in _IN_SMALLEST or other not in _IN_SMALLEST or unit.partition(":")[2] != other.partition(":")[2]:
        return False
    first, second = one.value, two.value
    if not first or not second:
        return False
    share = first * _IN_SMALLEST[unit] / (second * _IN_SMALLEST[other])
    # of small numbers half of the last place is more
    room = max(_ROUNDED, Fraction(1, 2) / min(first, second))
    # ten times as much is another number: 1 km and 100 metres
    return first != second and abs(share - 1) <= min(room, Fraction(1, 4))


def _as_hot(one: Fact, two: Fact) -> bool:
    """Degrees of the two scales."""
    if one.value is None or two.value is None:
        return False
    pairs = ((one.value, two.value), (two.value, one.value))
    return any(abs((hot - 32) * Fraction(5, 9) - cold) < _A_DEGREE for hot, cold in pairs)
