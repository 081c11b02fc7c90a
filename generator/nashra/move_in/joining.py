"""Which texts of a site are versions of one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from nashra.content.authoring import Place
from nashra.kit.errors import Problem
from nashra.move_in.old_site import OldSite, OldText
from nashra.move_in.spool import Ticket


@dataclass(slots=True)
class Group:
    """The versions of one text, the original first.

    langs, titles, tickets: of each version, once it was read. place: where they will stand. files: where each of them
    stands. known: whether it is here already. adopted: whether it came otherwise, without its old addresses.
    problems: why it is left out. notes: what to look at.
    """

    texts: list[OldText]
    langs: list[str] = field(default_factory=list)
    tickets: list[Ticket] = field(default_factory=list)
    place: Place | None = None
    files: list[Path] = field(default_factory=list)
    known: bool = False
    adopted: bool = False
    problems: tuple[Problem, ...] = ()
    notes: list[str] = field(default_factory=list)

    @property
    def is_page(self) -> bool:
        """Whether it stands outside the news."""
        return self.texts[0].is_page


def groups(site: OldSite, languages: tuple[str, ...]) -> list[Group]:
    """The texts by what they are versions of. First comes what was public, then what does not call itself a
    translation, then the oldest, then that in the first language of the old site, and of the new one."""
    texts = _of_one_kind(site.texts, languages)
    found: dict[tuple[bool, str], Group] = {}
    for number, text in enumerate(texts):
        if text.lang is not None and text.lang not in languages:
            group = Group([text])
            message = f"it is in {(text.code or text.lang)!r}, which is no language of the site"
            hint = "add it to site.languages in nashra.toml, and run the same again"
            group.problems = (Problem(message, text.path, hint=hint, warning=True),)
            found[True, f"left {number}"] = group
            continue
        name = (text.is_page, text.key or f"alone {number}")
        note = ""
        if name in found and (rival := next((each for each in found[name].texts if each.lang == text.lang), None)):
            if text.key is not None and text.lang is not None:
                note = f"it was not joined: {rival.address} has the same key in the same language"
            name = (text.is_page, f"alone {number}")
        group = found.setdefault(name, Group([]))
        group.texts.append(text)
        if note:
            group.notes.append(note)
    for group in found.values():
        group.texts.sort(key=lambda text: _rank(text, site, languages))
    return list(found.values())


def _of_one_kind(texts: Sequence[OldText], languages: Sequence[str]) -> list[OldText]:
    """The texts, none a page of which another version that comes along is an article: it only has no date."""
    coming = [text for text in texts if text.lang is None or text.lang in languages]
    articles = {text.key for text in coming if text.key is not None and not text.is_page}
    return [replace(text, is_page=False) if text.is_page and text.key in articles else text for text in texts]


def _rank(text: OldText, site: OldSite, languages: Sequence[str]) -> tuple[bool, bool, str, bool, int]:
    at = languages.index(text.lang) if text.lang in languages else 0
    day = text.day.isoformat() if text.day else "9999"
    return text.held, text.is_translation, day, text.lang != site.lang, at
