"""What the local server shows at a moment: which folder, under which address, and what is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from nashra.kit.errors import Problem, printable
from nashra.kit.spaces import shortened
from nashra.settings.config import Settings

# Problems told to the browser, and characters of each part of one: an event must fit into a socket's buffer.
MOST_PROBLEMS = 20
MOST_CHARACTERS = 400


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the local server. Handlers take it once a request, so that an answer is all of one build.

    output:    the folder of the built site, resolved; None while no build has succeeded yet.
    site_url:  where the site will be published. base_path: the path part of it, decoded.
    root:      the site's folder; paths of problems are shown relative to it.
    live:      whether pages are told of changes.
    pages, style: names of this state of the pages and of the style sheets; a page that was sent under another name
               is reloaded, or fetches its style sheets anew.
    build:     a name of the last build, successful or not.
    errors:    why the last build failed; empty when it did not.
    problems:  what the last build left out.
    """

    output: Path | None
    site_url: str
    base_path: str
    root: Path
    live: bool = False
    pages: str = ""
    style: str = ""
    build: str = ""
    errors: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, settings: Settings, output: Path | None) -> Shown:
        """The site of `settings` as it is built in the folder `output`."""
        base = unquote_to_bytes(settings.base_path).decode("utf-8", "replace")
        return cls(output.resolve() if output else None, settings.url, base, settings.root)

    @property
    def local_path(self) -> str:
        """The base path as browsers write it."""
        return quote(self.base_path)

    def message(self) -> str:
        """What open pages are told, as JSON on one line."""
        return json.dumps(
            {
                "base": self.local_path,
                "pages": self.pages,
                "style": self.style,
                "build": self.build,
                "errors": self.listed(self.errors),
                "problems": self.listed(self.problems),
                "count": len(self.problems),
            },
            ensure_ascii=False,
        )

    def listed(self, problems: Iterable[Problem]) -> list[dict[str, str]]:
        """The first problems, by place, each as {place, message, hint}: plain text, not HTML."""
        ordered = sorted(problems, key=lambda problem: (str(problem.path or ""), problem.line or 0))
        return [
            {"place": self._place(problem), "message": _clipped(problem.message), "hint": _clipped(problem.hint)}
            for problem in ordered[:MOST_PROBLEMS]
        ]

    def _place(self, problem: Problem) -> str:
        if problem.path is None:
            return ""
        path = problem.path.relative_to(self.root) if problem.path.is_relative_to(self.root) else problem.path
        return _clipped(f"{path}:{problem.line}" if problem.line else str(path))


def _clipped(text: str) -> str:
    return shortened(printable(text), MOST_CHARACTERS)
