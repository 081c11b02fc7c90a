"""What writes each format of feeds: what the module that its row names, in `settings.feed_formats`, has for it."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from nashra.render.feeds.feed_model import FeedWriter
from nashra.settings.feed_formats import FEED_FORMATS

WRITERS: Mapping[str, FeedWriter] = {
    row.name: import_module(f"nashra.render.feeds.{row.writer}").WRITERS[row.name] for row in FEED_FORMATS.values()
}
