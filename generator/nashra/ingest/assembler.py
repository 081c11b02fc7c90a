"""Putting an article together: for every field, what the editor gave beats what was found, and that what was guessed.

A reader says what its file tells of each field, the most telling first; the choice, the reasons that the editor is
shown, and the doubts that the article keeps are made here, alike for every kind of file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from nashra.ingest.draft import Dropped, Given, Imported, digest, one_line
from nashra.ingest.words import language
from nashra.kit.errors import ContentError
from nashra.model import Draft, Picture, Source

# A moment, and whether its time of day is known.
Moment = tuple[datetime, bool]
T = TypeVar("T")

_GIVEN = "given"
# Systems touch an article while they publish it.
_TOUCHED = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """What a file tells of one field. where: for the editor, "line 3". doubt: why it is a guess; empty for none."""

    value: T
    where: str
    doubt: str = ""


@dataclass(slots=True)
class Assembler:
    """One article while it is put together.

    reasons: field -> where its value came from. doubts: what the article keeps as comments. notes: what else the editor
    should know.
    """

    given: Given
    reasons: dict[str, str] = field(default_factory=dict)
    doubts: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fail(self, message: str, hint: str = "", line: int | None = None) -> ContentError:
        """The error that refuses the article."""
        return ContentError(message, path=self.given.path, line=line, hint=hint)

    def choose(self, name: str, given: T | None, facts: Iterable[Fact[T] | None]) -> T | None:
        """The value of the field `name`, its reason and its doubt noted; None where nobody says anything."""
        if given:
            self.reasons[name] = _GIVEN
            return given
        told = [fact for fact in facts if fact is not None and fact.value]
        for fact in sorted(told, key=lambda fact: bool(fact.doubt))[:1]:
            self.reasons[name] = fact.where
            if fact.doubt:
                self.doubts.append(fact.doubt)
            return fact.value
        return None

    def title(self, *facts: Fact[str] | None) -> str | None:
        """The title on one line."""
        return self.choose("title", self.given.cleaned_title(), facts)

    def author(self, *facts: Fact[str] | None) -> str | None:
        """Who wrote it, on one line."""
        return self.choose("author", one_line(self.given.author), facts)

    def moment(self, *facts: Fact[Moment] | None) -> Moment | None:
        """When it was published. Raises ContentError for a given date that is none."""
        return self.choose("date", self.given.moment(), facts)

    def source(self, name: str | None, url: str | None, where: str) -> Source | None:
        """Where it was published first, each part given, else found. Raises ContentError for a wrong address."""
        source = self.given.source(name, url)
        if source is not None:
            self.reasons["source"] = _GIVEN if self.given.source_name or self.given.source_url else where
        return source

    def topics(self, found: Sequence[str], where: str) -> tuple[str, ...]:
        """The ids of its topics."""
        return self.choose("topics", self.given.topics or None, [Fact(tuple(found), where)]) or ()

    def lang(self, text: str, declared: Sequence[str | None]) -> str:
        """The language, by `text` and what its file declares. Raises ContentError for one the site lacks."""
        given = self.given
        if given.lang_given or not given.languages:
            if given.lang_given:
                self.reasons["lang"] = _GIVEN
            return given.lang
        code, seen = language.choose(text, declared, given.languages)
        if code is None:
            taken = language.likely(text, given.languages, given.lang)
            self.doubts.append(f"the language could not be told; {taken!r} was taken")
            return taken
        if code not in given.languages:
            message = f"the text is in {code!r}, which is no language of the site"
            raise self.fail(message, "give another with --lang, or add the language to nashra.toml")
        self.reasons["lang"] = seen
        return code

    def finish(
        self,
        *,
        lang: str,
        title: str,
        body: str,
        texts: Sequence[str],
        moment: Moment,
        updated: Fact[Moment] | None = None,
        author: str | None = None,
        source: Source | None = None,
        summary: Fact[str] | None = None,
        topics: tuple[str, ...] = (),
        picture: Fact[Picture] | None = None,
        files: Mapping[str, bytes] | None = None,
        expires: str = "",
        held: str = "",
        kept: tuple[str, ...] = (),
        dropped: Sequence[Dropped] = (),
    ) -> Imported:
        """The article. held: why it is a draft. An update before the publication, or of the same minute, is none."""
        if updated is not None and updated.value[0] - moment[0] < _TOUCHED:
            updated = None
        lead = self.choose("image", None, [picture])
        files = files or {}
        draft = Draft(
            lang=lang,
            title=title,
            body=body,
            published=moment[0],
            has_time=moment[1],
            digest=digest(title, texts),
            author=author,
            source=source,
            updated=updated.value[0] if updated else None,
            updated_has_time=updated.value[1] if updated else True,
            summary=self.choose("summary", None, [summary]),
            topics=topics,
            picture=lead,
            files={name: data for name, data in files.items() if name in body or (lead and lead.file == name)},
            draft=bool(held),
            expires=expires,
            kept=kept,
            comments=tuple(self.doubts),
        )
        if updated:
            self.reasons["updated"] = updated.where
        if held:
            self.reasons["draft"] = held
        return Imported(draft, tuple(dropped), (*self.doubts, *self.notes), self.reasons)
