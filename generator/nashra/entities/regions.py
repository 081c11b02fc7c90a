"""Whether a town is said to lie in a state or province of a land that is not its own: Cairo, Illinois."""

from __future__ import annotations

from nashra.entities import marks as m
from nashra.entities.lands import Lands
from nashra.entities.states import namesakes
from nashra.entities.surroundings import Hit, Surroundings

# The lands whose towns are told apart in this way.
_OF_STATES = frozenset(("united-states", "canada"))
# Small words between a town and its state.
_BETWEEN = 4
_GAPS = (", ", " (", "، ")


def is_of_states(land: str) -> bool:
    """Whether towns of `land` are told apart by their state or province."""
    return land in _OF_STATES


def lies_elsewhere(text: Surroundings, own: str, lands: Lands) -> bool:
    """Whether a state or province of another land follows the name of a place in the land `own`.

    So it does behind a comma ("Paris, Texas", "Paris (Texas)") or behind the word for it (باريس بولاية تكساس).
    """
    last = text.hit.last
    if not own or own in _OF_STATES:
        return False
    if text.gap_after in _GAPS:
        if any(form.entity in namesakes() for form in text.hit.forms):
            return False  # Georgia, Arizona and Nevada: see `states`
        after = text.taken.get(last + 1)
        if after is not None and any(lands.country(form.entity) == own for form in after.forms):
            return False  # Tbilisi, Georgia
        place = last + 1
        for _ in range(_BETWEEN):
            if not text.mark(place) & (m.INSIDE | m.LINK | m.STATE) or place in text.taken:
                break
            place += 1  # Paris, dans le Kentucky
        return _is_region(text, place, lands)
    if text.cased or not text.gap_after.isspace():
        return False
    place = last + 1
    if text.mark(place) & m.INSIDE:
        place += 1
    return text.mark(place) & m.STATE != 0 and _is_region(text, place + 1, lands)


def _are_of_states(hit: Hit, lands: Lands) -> bool:
    return any(is_of_states(lands.country(form.entity)) for form in hit.forms)


def _is_region(text: Surroundings, place: int, lands: Lands) -> bool:
    """Whether the name of one stands at `place`, also New Hampshire, West Virginia."""
    first, hit = text.mark(place), text.taken.get(place)
    if hit is not None and hit.forms[0].entity not in namesakes() and not _are_of_states(hit, lands):
        return False  # China, Mexico and Peru
    if text.cased and not text.token(place)[:1].isupper():
        return False
    return bool(first & m.REGION) or bool(first & m.COMPASS and text.mark(place + 1) & m.REGION)
