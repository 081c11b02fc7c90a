"""Nashra: a static news-briefing generator for right-to-left and left-to-right languages.

What other programs may use is here, and nothing else is promised: `load`, `build` and the types that they give.
docs/library.md shows them in use.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nashra.kit.errors import Problem
    from nashra.model import Content
    from nashra.publish.build_report import BuildReport
    from nashra.settings.config import Settings

__all__ = ["Site", "__version__", "build", "load"]
__version__ = "0.1.0"


@dataclass(frozen=True, slots=True)
class Site:
    """A site's folder, read.

    content:  articles with their versions, pages, entities and topics, drafts included.
    problems: what could not be read, with file and line; it is not in `content`.
    """

    settings: Settings
    content: Content
    problems: tuple[Problem, ...]


def load(folder: str | Path = ".") -> Site:
    """Read the site in `folder`: nashra.toml and content/. Nothing is written.

    Raises nashra.kit.errors.ConfigError where nashra.toml is missing or wrong.
    """
    # Reading is what costs; a program that only asks for the version need not pay for it.
    from nashra.content import store
    from nashra.settings import config

    settings = config.load(Path(folder))
    content, problems = store.load(settings)
    return Site(settings, content, tuple(problems))


def build(folder: str | Path = ".", *, output: str | Path | None = None, now: datetime | None = None) -> BuildReport:
    """Build the site in `folder` as `nashra build` does, but leave the ledger of addresses in content/ alone.

    output: where to, instead of the folder that nashra.toml names; it must be new, empty or an earlier build.
    now: the moment that decides what is public, with a zone; the present one by default.

    Raises nashra.kit.errors.NashraError where no site can be made at all; an earlier one then stays as it was. What
    is wrong with single files is listed in the report.
    """
    from dataclasses import replace

    from nashra import pipeline
    from nashra.settings import config

    settings = config.load(Path(folder))
    if output is not None:
        settings = replace(settings, output=Path(output).resolve())
    return pipeline.build(settings, now=now)
