"""What the checks look at, gathered once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from nashra.checks.built_site import BuiltSite
from nashra.checks.finding import Finding
from nashra.checks.origins import Origins
from nashra.checks.page_facts import PageFacts, Reference, read_page
from nashra.kit.errors import Problem
from nashra.model import Content
from nashra.settings.config import Settings


@dataclass
class Case:
    """A site under examination.

    problems:    what loading, and building where it was built, reported.
    environment: variables such as GITHUB_REPOSITORY.
    """

    settings: Settings
    content: Content
    problems: tuple[Problem, ...]
    built: BuiltSite | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def site(self) -> BuiltSite:
        """The built site; only checks that ask for one may use it."""
        if self.built is None:
            raise ValueError("this check needs a built site")
        return self.built

    @cached_property
    def origins(self) -> Origins:
        """The way from the pages back to content/."""
        return Origins(self.settings, self.content, self.site)

    @cached_property
    def pages(self) -> Mapping[str, PageFacts]:
        """What each HTML page of the site says, by its path, in their order."""
        pages: dict[str, PageFacts] = {}
        # pages have most of their links and ids in common: one of each is kept
        references: dict[Reference, Reference] = {}
        ids: dict[frozenset[str], frozenset[str]] = {}
        for path in self.site.with_suffix(".html"):
            details = self.origins.text_of(path) is not None
            facts = read_page(self.site.read(path), self.site.url, details=details)
            pages[path] = replace(
                facts,
                references=tuple(references.setdefault(each, each) for each in facts.references),
                ids=ids.setdefault(facts.ids, facts.ids),
            )
        return pages


Check = Callable[[Case], Iterator[Finding]]
