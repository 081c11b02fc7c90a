"""What every page of the plan has. The kinds of pages stand in `nashra.render.plan.pages` and beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    path:       its file below the site's root.
    alternates: language code -> path of the same page in that language, this one included, in the site's order.
    fallback:   path for readers of any other language (x-default).
    """

    path: str
    lang: str
    alternates: Mapping[str, str]
    fallback: str
