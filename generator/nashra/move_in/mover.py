"""Moving in: every text of the old site gets its place, with its versions, its old addresses and its links."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from nashra.content import authoring, store
from nashra.content.authoring import Place
from nashra.head import frontmatter
from nashra.head.aliases import site_path
from nashra.ingest.companion_files import beside
from nashra.ingest.draft import Given
from nashra.ingest.page.html_names import topic_names
from nashra.ingest.readers import front_matter, markdown_file
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import read_bytes, read_text, write_atomic
from nashra.kit.slugs import make_slug, slug_problem
from nashra.model import Content, Draft, Topic
from nashra.move_in.links import Links, key
from nashra.move_in.old_site import OldSite, OldText
from nashra.move_in.patterns import day_of
from nashra.move_in.topics import add, new_topics
from nashra.settings.config import Settings


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of one text and its versions.

    texts: the old ones, the original first. files: the new ones, in the same order. status: "moved", "known" (it is
    here already), "left out". notes: what to look at.
    """

    texts: tuple[OldText, ...]
    status: str
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True)
class _Group:
    """The versions of one text. drafts: as read, the original first."""

    texts: list[OldText]
    drafts: list[Draft] = field(default_factory=list)
    place: Place | None = None
    known: Path | None = None
    problems: tuple[Problem, ...] = ()
    notes: list[str] = field(default_factory=list)


class Mover:
    """Moves the site `site`, which lies in `root`, into that of `settings`. now: the moment of the move.

    dry_run: nothing is written. Raises NashraError where the site that it moves into cannot be read.
    """

    def __init__(self, settings: Settings, site: OldSite, root: Path, now: datetime, *, dry_run: bool = False) -> None:
        self._settings = settings
        self._site = site
        self._now = now.astimezone(settings.timezone)
        self._dry_run = dry_run
        self._content, _ = store.load(settings)
        self._links = Links(site, root)
        self._taken = authoring.Taken(settings, self._content.articles)
        self._known = topic_names(self._content.topics.values())
        self._digests = {each.digest: each.original.path for each in self._content.articles if each.digest}
        self._aliases = _aliases(self._content)

    def run(self) -> Iterator[Moved]:
        """Move all; one result a text, as it happens. What was moved before is told, and left as it is."""
        groups = _groups(self._site.texts, tuple(self._settings.languages))
        articles = [group for group in groups if not group.texts[0].is_page]
        self._topics(articles)
        for group in articles:
            self._read(group)
        pages = [group for group in groups if group.texts[0].is_page]
        names = {id(group): self._page_files(group) for group in pages}
        for group in articles:
            yield self._settle(group)
        for group in pages:
            yield self._settle_page(group, names[id(group)])

    def _topics(self, groups: Iterable[_Group]) -> None:
        rows = [[(text.lang or "", text.terms) for text in group.texts] for group in groups]
        found = new_topics(rows, self._known)
        if not self._dry_run:
            add(self._settings.content, found)
        for id_, names in found.items():
            self._known |= topic_names([Topic(id_, names, ())])

    def _read(self, group: _Group) -> None:
        """Read the drafts of a group, and say where they will stand."""
        try:
            group.drafts = [self._draft(text, read_text(text.path)) for text in group.texts]
        except ContentError as error:
            group.problems = error.problems
            return
        original = group.drafts[0]
        twin = next((self._digests[each.digest] for each in group.drafts if each.digest in self._digests), None)
        at = next(
            (self._aliases[key(text.address)] for text in group.texts if key(text.address) in self._aliases), None
        )
        group.known = twin or at
        if group.known is not None:
            if twin is None:
                group.notes.append("it has changed on the old site since; what is here was left as it is")
            for text, draft in zip(group.texts, group.drafts, strict=True):
                file = group.known.with_name(f"{draft.lang}.md")
                self._links.add(text, file if file.exists() else group.known)
            return
        try:
            group.place = authoring.reserve(self._settings, original, self._taken, group.drafts[1:])
        except ContentError as error:
            group.problems = error.problems
            return
        self._digests[original.digest] = group.place.folder / f"{original.lang}.md"
        for text, draft in zip(group.texts, group.drafts, strict=True):
            self._links.add(text, group.place.folder / f"{draft.lang}.md")

    def _draft(self, text: OldText, source: str) -> Draft:
        default = next(iter(self._settings.languages))
        held = "_drafts" in text.path.parts
        given = Given(
            lang=text.lang or default,
            timezone=self._settings.timezone,
            date=self._now.date().isoformat() if held and day_of(text.head.fields) is None else None,
            path=text.path,
            lang_given=text.lang is not None,
            languages=tuple(self._settings.languages),
            companion=self._companion(text),
            known_topics=self._known,
            today=self._now,
        )
        draft = markdown_file.read(source, given).draft
        slug = text.slug if not slug_problem(text.slug) else make_slug(text.slug)
        comments = tuple(each for each in draft.comments if not self._is_settled(each))
        kept = tuple(each for each in draft.kept if not each.startswith(_SETTLED))
        aliases, faults = self._old_addresses(text)
        return replace(
            draft,
            slug=slug,
            aliases=aliases,
            comments=(*comments, *faults),
            kept=kept,
            draft=draft.draft or held,
        )

    @staticmethod
    def _is_settled(comment: str) -> bool:
        """Whether a doubt of the reader's is about a link that has been led to its new place."""
        return comment.startswith("the link ") and ".md" in comment and "../" in comment

    def _old_addresses(self, text: OldText) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(the addresses that lead to the article from now on, what is wrong with others)."""
        kept: dict[str, None] = {}
        faults = []
        for address in (text.address, *text.aliases):
            try:
                path = site_path(address, self._settings.url)
            except ValueError as fault:
                faults.append(f"its old address {address} {fault}")
                continue
            if path != "index.html":
                kept[address if address.startswith(("/", "http")) else f"/{address}"] = None
        return tuple(kept), tuple(faults)

    def _companion(self, text: OldText) -> Callable[[str], bytes | None]:
        near = beside(text.path)
        roots = [folder.resolve() for folder in self._site.media]

        def read(address: str) -> bytes | None:
            if (data := near(address)) is not None:
                return data
            for root in roots:
                path = (root / address.lstrip("/")).resolve()
                if path.is_relative_to(root) and path.is_file():
                    try:
                        return read_bytes(path)
                    except ContentError:
                        return None
            return None

        return read

    def _settle(self, group: _Group) -> Moved:
        texts = tuple(group.texts)
        if group.problems:
            return Moved(texts, "left out", problems=group.problems)
        if group.known is not None or group.place is None:
            return Moved(texts, "known", (group.known,) if group.known else (), tuple(group.notes))
        drafts = []
        for text, draft in zip(group.texts, group.drafts, strict=True):
            file = group.place.folder / f"{draft.lang}.md"
            drafts.append(self._draft(text, self._links.rewrite(read_text(text.path), text, file)))
        original, *others = _apart(drafts)
        files = tuple(group.place.folder / f"{draft.lang}.md" for draft in drafts)
        notes = tuple(comment for draft in drafts for comment in draft.comments)
        if not self._dry_run:
            try:
                authoring.create_article(self._settings, original, self._taken, others, group.place)
            except NashraError as error:
                return Moved(texts, "left out", problems=error.problems)
        return Moved(texts, "moved", files, (*group.notes, *notes))

    def _page_files(self, group: _Group) -> list[Path]:
        folder = self._settings.content / "pages"
        name = next(
            (slug for text in group.texts if not slug_problem(slug := make_slug(text.slug)) and slug.isascii()), ""
        )
        name = name or make_slug(group.texts[0].slug) or "page"
        files = []
        for text in group.texts:
            lang = text.lang or next(iter(self._settings.languages))
            files.append(folder / f"{name}.{lang}.md")
            self._links.add(text, files[-1])
        return files

    def _settle_page(self, group: _Group, files: Sequence[Path]) -> Moved:
        notes: list[str] = []
        written = False
        for text, file in zip(group.texts, files, strict=True):
            if os.path.lexists(file):
                continue
            source = self._links.rewrite(read_text(text.path), text, file)
            try:
                head = front_matter.split(source, text.path)
            except ContentError as error:
                return Moved(tuple(group.texts), "left out", problems=error.problems)
            title = front_matter.as_text(head.fields.get("title") or "") or text.slug
            aliases, faults = self._old_addresses(text)
            notes += faults
            fields: dict[str, object] = {"title": title, "lang": file.suffixes[-2].removeprefix(".")}
            if aliases:
                fields["aliases"] = list(aliases)
            if front_matter.as_text(head.fields.get("draft", "")).lower() == "true":
                fields["draft"] = True
            if not self._dry_run:
                file.parent.mkdir(parents=True, exist_ok=True)
                write_atomic(file, f"---\n{frontmatter.dump(fields)}---\n\n{head.body.strip()}\n")
            written = True
        return Moved(tuple(group.texts), "moved" if written else "known", tuple(files), tuple(notes))


# Fields of other generators that the move itself has settled.
_SETTLED = tuple(
    f"{name}:"
    for name in (
        "slug url permalink aliases redirect_from translationkey translation_key ref translation layout type".split()
    )
)


def _groups(texts: Sequence[OldText], languages: tuple[str, ...]) -> list[_Group]:
    """The texts by what they are versions of, the original first: what says that it is no translation, then the oldest,
    then that in the first language of the site."""
    found: dict[tuple[bool, str], _Group] = {}
    for number, text in enumerate(texts):
        if text.lang is not None and text.lang not in languages:
            group = _Group([text])
            message = f"it is in {text.lang!r}, which is no language of the site"
            group.problems = (Problem(message, text.path, hint="add it to site.languages in nashra.toml"),)
            found[True, f"left {number}"] = group
            continue
        name = (text.is_page, text.key or f"alone {number}")
        if name in found and any(each.lang == text.lang for each in found[name].texts):
            name = (text.is_page, f"alone {number}")
        found.setdefault(name, _Group([])).texts.append(text)

    def rank(text: OldText) -> tuple[bool, str, int]:
        day = day_of(text.head.fields)
        at = languages.index(text.lang) if text.lang in languages else 0
        return text.is_translation, day.isoformat() if day else "9999", at

    for group in found.values():
        group.texts.sort(key=rank)
    return list(found.values())


def _apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with pictures of one name that are not the same under names of their own."""
    taken: dict[str, bytes] = {}
    found = []
    for draft in drafts:
        body, files, picture = draft.body, dict[str, bytes](), draft.picture
        for name, data in draft.files.items():
            new = name if taken.get(name, data) == data else f"{draft.lang}-{name}"
            if new != name:
                body = body.replace(f"]({name}", f"]({new}")
                picture = replace(picture, file=new) if picture is not None and picture.file == name else picture
            taken[new] = files[new] = data
        found.append(replace(draft, body=body, files=files, picture=picture))
    return found


def _aliases(content: Content) -> dict[str, Path]:
    """`key` of every alias of the site's articles -> the file that has it."""
    return {
        key(f"/{alias.path}"): version.path
        for article in content.articles
        for version in article.versions.values()
        for alias in version.aliases
    }
