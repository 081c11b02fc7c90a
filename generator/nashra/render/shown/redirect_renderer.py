"""The pages at old addresses: view -> template, and none where the site has a file or a folder of that name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple

from nashra.content.address_ledger import FILE_NAME, format_ledger
from nashra.kit.errors import Problem
from nashra.render.ground import urls
from nashra.render.ground.bundle import Bundle, File, Needs
from nashra.render.ground.phrases import phrase
from nashra.render.ground.theme import Theme
from nashra.render.plan.redirects import Redirect, Routes
from nashra.render.shown.viewer import Viewer
from nashra.settings.config import Settings

_NOTE = "# Addresses of this site that lead somewhere, for `nashra check`: kind, id, address.\n"


class RedirectRenderer:
    """Fills the pages of redirects. left_out: those that had to give way, once some are `chosen`."""

    def __init__(self, settings: Settings, routes: Routes, viewers: Mapping[str, Viewer], theme: Theme) -> None:
        self._settings, self._routes, self._viewers, self._theme = settings, routes, viewers, theme
        self.left_out: list[Redirect] = []

    @property
    def all(self) -> tuple[Redirect, ...]:
        """Those that are asked for, also where something is in the way."""
        return self._routes.redirects

    def listed(self) -> Iterator[File]:
        """The list of addresses, where there are any."""
        if self._routes.remembered:
            yield FILE_NAME, format_ledger(self._routes.remembered, comments=_NOTE).encode()

    def chosen(self, paths: Iterable[str]) -> list[Redirect]:
        """The redirects that none of the site's other files, `paths`, is in the way of."""
        self.left_out, chosen = [], []
        if not self._routes.redirects:
            return []
        wanted = {redirect.path.casefold() for redirect in self._routes.redirects}
        wanted_folders = {folder for path in wanted for folder in _folders(path)}
        blocked: set[str] = set()
        for path in paths:
            name = path.casefold()
            if name in wanted or name in wanted_folders:
                blocked.add(name)
            blocked.update(folder for folder in _folders(name) if folder in wanted)
        for redirect in self._routes.redirects:
            path = redirect.path.casefold()
            if path in blocked or not blocked.isdisjoint(_folders(path)):
                self.left_out.append(redirect)
                continue
            blocked.add(path)
            blocked.update(folder for folder in _folders(path) if folder in wanted)
            chosen.append(redirect)
        return chosen

    def bundle(self, redirect: Redirect) -> Bundle:
        """The page at an old address."""
        facts = (
            redirect.path, redirect.lang, redirect.lost, astuple(redirect.target), self._settings.translate.remote_host
        )  # fmt: skip
        return Bundle(
            f"redirect/{redirect.path}", lambda: Needs((), facts), lambda: [(redirect.path, self.page(redirect))]
        )

    def problems(self) -> list[Problem]:
        """The aliases among `left_out`."""
        hint = "take it out of `aliases`"
        return [
            Problem(
                f"the alias {each.path} is a file or a folder that the site needs itself", each.file, each.line, hint
            )
            for each in self.left_out
            if each.file
        ]

    def page(self, redirect: Redirect) -> bytes:
        """The page at the old address, which sends readers on; where only another language is left, it asks first."""
        viewer, target = self._viewers[redirect.lang], redirect.target
        text, language = viewer.messages.text, viewer.language
        if redirect.lost:
            lost, left = language.name_of(redirect.lost), language.name_of(target.lang)
            message = text("This page is no longer there in %(language)s.", language=lost)
            offer = text("Read it in %(language)s:", language=left)
        else:
            message, offer = text("This page has moved"), text("Its new address:")
        return self._theme.render(
            "redirect.html",
            language=language,
            root=urls.up(redirect.path),
            style=urls.STYLE,
            target=urls.encode(target.path),
            canonical=urls.absolute(self._settings.url, target.path),
            at_once=not redirect.lost,
            message=message,
            offer=offer,
            sent_to=viewer.sent_to(),
            name=phrase(target.title, target.title_lang, language),
        )


def _folders(path: str) -> Iterator[str]:
    """The folders that `path` is in."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)
