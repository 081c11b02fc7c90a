"""Locales of which a few words are wanted: what Babel read for them is let go again.

A locale takes most of a megabyte, and Babel keeps all that it ever read. Tables that take the months of twenty-five of
them would make a process 15 MB larger for as long as it lives.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from babel import Locale, localedata

# What every locale rests on; reading it anew each time would take longer than all the others.
_ROOT = "root"


@contextmanager
def locales(*codes: str) -> Iterator[tuple[Locale, ...]]:
    """The locales `codes`; what was read for them is forgotten at the end, what was there before stays."""
    stores = [found for name in ("_cache", "_dict_cache") if isinstance(found := getattr(localedata, name, None), dict)]
    known = [{_ROOT, *store} for store in stores]
    try:
        yield tuple(map(Locale.parse, codes))
    finally:
        for store, before in zip(stores, known, strict=True):
            for name in store.keys() - before:
                store.pop(name, None)
