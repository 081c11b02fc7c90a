"""The pages outside the news."""

from __future__ import annotations

from hashlib import blake2b

from markupsafe import Markup

from nashra.render.ground.bundle import Needs
from nashra.render.kinds.kind import Desk, Family, Kind
from nashra.render.plan.texts import TextPage, text_pages
from nashra.render.reading.readings import Reading
from nashra.render.shown.article_renderer import Filling
from nashra.render.shown.viewer import HOLDS


def _needs(desk: Desk, page: TextPage) -> Needs:
    # links in it follow the addresses of articles
    reading = desk.readings.pages[page.page.name, page.lang]
    return Needs((), (page.path, reading_digest(reading), page.page.draft))


def reading_digest(reading: Reading) -> bytes:
    """The digest of what readers get of a page outside the news."""
    return blake2b(f"{reading.html}\0{reading.summary}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _fill(desk: Desk, page: TextPage) -> Filling:
    reading = desk.readings.pages[page.page.name, page.lang]
    viewer = desk.viewers[page.lang]
    hold = viewer.messages.text(HOLDS["draft"]) if page.page.draft else None
    values = {
        "name": viewer.phrase(page.page.title),
        "html": Markup(reading.html),  # noqa: S704 - made safe by nashra.markup
        "hold": hold,
    }
    return Filling("page.html", page.page.title, reading.summary, values)


TEXTS = Family(text_pages, [Kind(TextPage, _needs, _fill)])
