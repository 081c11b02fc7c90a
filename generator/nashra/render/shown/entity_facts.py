"""What is known of an entity's time, in words: when it was born or founded, and the offices of a person, each with its
years. No office is told without them or the day it was last checked: a page is read long after it was made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from markupsafe import Markup

from nashra.entities.offices import year
from nashra.model import Entity, Office
from nashra.render.ground.periods import month_name, span_name
from nashra.render.shown.view import OfficeView
from nashra.render.shown.viewer import Viewer

# English messages for the beginning and the end of what has such a type.
_ENDS = {
    "person": ("Born: %(date)s", "Died: %(date)s"),
    "organization": ("Founded: %(date)s", "Ended: %(date)s"),
    "place": ("Founded: %(date)s", "Ended: %(date)s"),
    "event": ("Date: %(date)s", "Ended: %(date)s"),
    "work": ("Date: %(date)s", "Ended: %(date)s"),
}
_DAY = len("2024-07-26")


class EntityFacts:
    """Tells of entities in the language of `viewer`."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer, self._language = viewer, viewer.language

    def dates(self, entity: Entity) -> tuple[Markup, ...]:
        """ "Born: 24 May 1961", "Founded: 1956"; of an event its days."""
        text, (first, last) = self._viewer.messages.text, _ENDS[entity.type]
        start, end = entity.start, entity.end
        if entity.type == "event" and start and end and len(start) == len(end) == _DAY:
            span = span_name(self._language, date.fromisoformat(start), date.fromisoformat(end))
            return (text(first, date=span),)
        said = ((first, start), (last, end))
        return tuple(text(message, date=self.moment(value)) for message, value in said if value)

    def offices(self, entity: Entity) -> tuple[OfficeView, ...]:
        """The offices that have a title in this language, the newest first."""
        known = [office for office in entity.offices if office.title.get(self._viewer.lang)]
        known.sort(key=lambda office: office.start or "", reverse=True)
        return tuple(
            OfficeView(self._viewer.phrase(office.title[self._viewer.lang]), tuple(self._times(office)))
            for office in known
        )

    def moment(self, value: str) -> str:
        """A date of which day and month may be unknown, in words."""
        digits = self._language.localize_digits
        if len(value) == _DAY:
            return self._language.format_date(date.fromisoformat(value))
        if "-" in value:
            return month_name(self._language, date.fromisoformat(f"{value}-01"))
        return digits(value)

    def _times(self, office: Office) -> Iterator[Markup]:
        """Its years, and, while it goes on, the day it was last checked."""
        text, digits = self._viewer.messages.text, self._language.localize_digits
        start, end = digits(year(office.start)), digits(year(office.end))
        if start and end:
            yield Markup("{}").format(start if start == end else f"{start}–{end}")
        elif start:
            yield text("since %(year)s", year=start)
        elif end:
            yield text("until %(year)s", year=end)
        if office.checked and not office.end:
            yield text("last checked: %(date)s", date=self.moment(office.checked))
