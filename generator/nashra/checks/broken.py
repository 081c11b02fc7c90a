"""Addresses that lead nowhere, reported once each however many pages and feeds repeat them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from nashra.checks.case import Case
from nashra.checks.finding import Finding, Severity
from nashra.checks.link_address import readable


class Broken:
    """Collects findings about addresses; `findings` gives them with the number of pages that they are on."""

    def __init__(self, case: Case, check: str) -> None:
        self._case, self._check = case, check
        # what reading the texts said already about their links
        self._said: dict[Path | None, list[str]] = {}
        for problem in case.problems:
            self._said.setdefault(problem.path, []).append(problem.message)
        self._found: dict[tuple[Path | None, int | None, str], tuple[Finding, set[str]]] = {}

    def add(self, severity: Severity, page: str, reference: str, message: str, hint: str, *, source: str = "") -> None:
        """`reference`, on `page`, is at fault: `message` completes "the link 'x' ...".

        source: the page whose text it comes from, where that is another one, as for the items of a feed.
        """
        place = self._case.origins.place(source or page, reference)
        if place is None and not reference.strip() and self._is_said(source or page):
            return
        path, line = place if place else (None, None)
        subject = f"the link {reference!r}"
        if path and any(said.startswith(f"{subject} ") for said in self._said.get(path, ())):
            return
        whole = f"the link {readable(reference)!r} {message}"
        finding = Finding(severity, self._check, whole, path, line, hint, page)
        key = (path, line, whole if path is None else message)
        self._found.setdefault(key, (finding, set()))[1].add(page)

    def _is_said(self, page: str) -> bool:
        """Whether reading the text of `page` found a link without an address."""
        files = self._case.origins.files_of(page)
        return any(" leads nowhere" in said for path in files for said in self._said.get(path, ()))

    def findings(self) -> Iterator[Finding]:
        """What was collected, in the order it was first met."""
        for finding, pages in self._found.values():
            others = len(pages) - 1
            if finding.path is None and others:
                many = "1 other page" if others == 1 else f"{others} other pages"
                yield replace(finding, message=f"{finding.message}, on this and {many}")
            else:
                yield finding
