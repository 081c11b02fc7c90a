"""Moving in: every text of the old site gets its place, with its versions, its old addresses and its links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from nashra.content import authoring, store
from nashra.head import frontmatter
from nashra.head.aliases import site_path
from nashra.ingest.page.html_names import topic_names
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import write_atomic
from nashra.kit.slugs import make_slug, slug_problem
from nashra.model import Draft, Topic
from nashra.move_in import elsewhere, record
from nashra.move_in.drafting import Drafting
from nashra.move_in.joining import Group, groups
from nashra.move_in.links import Links, distinct, key
from nashra.move_in.old_site import OldSite, OldText
from nashra.move_in.record import Here
from nashra.move_in.spool import Spool
from nashra.move_in.topics import add, new_topics
from nashra.render.ground import urls
from nashra.settings.config import Settings

Show = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of one text and its versions.

    texts: the old ones, the original first. files: the new ones, in the same order. status: "moved", "grown" (a version
    of what was here came along), "known" (it is here already), "left out". notes: what to look at.
    """

    texts: tuple[OldText, ...]
    status: str
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Mover:
    """Moves the site `site` into that of `settings`. now: the moment of the move.

    dry_run: nothing is written. show: told how far it is. Raises NashraError where the site that it moves into cannot
    be read. others: the old addresses of lists and feeds -> the new ones, once it has run.
    """

    def __init__(
        self,
        settings: Settings,
        site: OldSite,
        now: datetime,
        *,
        dry_run: bool = False,
        show: Show = lambda _what, _done, _total: None,
    ) -> None:
        self._settings = settings
        self._site = site
        self._dry_run = dry_run
        self._show = show
        content, _ = store.load(settings)
        self._links = Links(site)
        self._taken = authoring.Taken(settings, content.articles)
        self._topics = topic_names(content.topics.values())
        self._record = record.load(settings)
        self._here = Here.of(settings, content, self._record)
        self._digests = {each.digest: each.original.path for each in content.articles if each.digest}
        self._known_digests = frozenset(self._digests)
        self._drafting = Drafting(settings, self._links, now.astimezone(settings.timezone), self._topics)
        self._claimed = {path.casefold() for path in _own_pages(settings)}
        self._page_names = {each.name for each in content.pages}
        self.others: dict[str, str] = {}

    def run(self) -> Iterator[Moved]:
        """Move all; one result a text, as it happens. What was moved before is told, and left as it is."""
        found = groups(self._site, tuple(self._settings.languages))
        self._make_topics(found)
        try:
            with Spool() as spool:
                for number, group in enumerate(found):
                    self._show("reading", number, len(found))
                    self._read(group, spool)
                self._lead_on()
                for number, group in enumerate(found):
                    self._show("moving in", number, len(found))
                    done = self._settle(group, spool)
                    if done.status != "left out":
                        self._note(done)
                    yield done
        finally:
            if not self._dry_run:
                self._record.save()

    def _make_topics(self, found: Iterable[Group]) -> None:
        rows: list[list[tuple[str, tuple[str, ...]]]] = []
        rows += [[(lang, (name,)) for lang, name in names.items()] for names in self._site.names]
        used = {term for group in found for text in group.texts for term in text.terms}
        rows = [row for row in rows if any(names[0] in used for _, names in row)]
        rows += [[(text.lang or "", text.terms) for text in group.texts] for group in found if not group.is_page]
        made = new_topics(rows, self._topics)
        if not self._dry_run:
            add(self._settings.content, made)
        for id_, names in made.items():
            self._topics |= topic_names([Topic(id_, names, ())])
        self._drafting.known_topics = self._topics

    def _lead_on(self) -> None:
        """What was no text leads to what stands for it."""
        for old, other in elsewhere.all_others(self._site).items():
            new = elsewhere.new_address(other, self._settings, self._topics, {})
            if key(old) not in self._links.by_address:
                self._links.by_address[key(old)] = urls.absolute(self._settings.url, new)
                self.others[old] = new
        if not self._dry_run:
            elsewhere.write_redirects(self._settings, self.others)
            for old, new in self.others.items():
                self._record.add(old, new)

    def _read(self, group: Group, spool: Spool) -> None:
        """Read the drafts of a group, and say where they will stand."""
        if group.problems:
            return
        known = self._here.at(address for text in group.texts for address in text.addresses)
        day = next((text.day.isoformat() for text in group.texts if text.day), None)
        drafts: list[Draft] = []
        texts: list[OldText] = []
        problems: list[Problem] = []
        for text in group.texts:
            try:
                draft = self._drafting.draft(text, None if text.is_page else day)
            except ContentError as error:
                problems += error.problems
                continue
            if any(each.lang == draft.lang for each in drafts):
                problems.append(Problem(f"there is another version in {draft.lang!r}: {texts[0].address}", text.path))
                continue
            drafts.append(draft)
            texts.append(text)
        group.problems = tuple(problems)
        if not drafts:
            return
        # an article has the topics of all its versions
        drafts[0] = replace(drafts[0], topics=tuple(dict.fromkeys(id_ for each in drafts for id_ in each.topics)))
        group.texts, group.langs = texts, [draft.lang for draft in drafts]
        if group.is_page:
            self._place_page(group, drafts, known)
        else:
            self._place_article(group, drafts, known)
        group.tickets = [spool.put(draft) for draft in drafts]
        for text, file, draft in zip(texts, group.files, drafts, strict=True):
            self._links.add(text, file, draft.title)

    def _place_article(self, group: Group, drafts: Sequence[Draft], known: Path | None) -> None:
        twin = next((self._digests[each.digest] for each in drafts if each.digest in self._known_digests), None)
        original = known or twin
        if original is not None and ARTICLES in original.parts:
            group.known = True
            if twin is None:
                group.notes.append("it has changed on the old site since; what is here was left as it is")
            group.files = [original.with_name(f"{draft.lang}.md") for draft in drafts]
            return
        try:
            group.place = authoring.reserve(self._settings, drafts[0], self._taken, drafts[1:])
        except ContentError as error:
            group.problems += error.problems
            group.files = [self._settings.content / f"{draft.lang}.md" for draft in drafts]
            return
        group.files = [group.place.folder / f"{draft.lang}.md" for draft in drafts]

    def _place_page(self, group: Group, drafts: Sequence[Draft], known: Path | None) -> None:
        folder = self._settings.content / "pages"
        if known is not None and known.parent == folder:
            group.known = True
            name = known.name.split(".")[0]
        else:
            name = self._page_name(group.texts, drafts)
            self._page_names.add(name)
        group.files = [folder / f"{name}.{draft.lang}.md" for draft in drafts]

    def _page_name(self, texts: Sequence[OldText], drafts: Sequence[Draft]) -> str:
        """A free name: of Latin letters where a version has such, since the addresses of all versions share it."""
        parts = [[part for part in text.address.split("?")[0].split("/") if part] for text in texts]
        tries = [draft.slug for draft in drafts]
        tries += ["-".join(each[-2:]).removesuffix(".html") for each in parts]
        tries += [draft.title for draft in drafts]
        made = [re.sub(r"[^\w-]+", "-", make_slug(each)).strip("-") for each in tries]
        usable = [each for each in made if not slug_problem(each)]
        for each in sorted(usable, key=lambda name: not name.isascii()):
            if each not in self._page_names and f"{each}.html" not in _FIXED:
                return each
        base, number = (usable or ["page"])[0], 2
        while f"{base}-{number}" in self._page_names:
            number += 1
        return f"{base}-{number}"

    def _settle(self, group: Group, spool: Spool) -> Moved:
        texts = tuple(group.texts)
        if not group.tickets or (group.place is None and not group.known and not group.is_page):
            return Moved(texts, "left out", problems=group.problems, notes=tuple(group.notes))
        fresh = [at for at, file in enumerate(group.files) if not file.exists()]
        if group.known and not group.is_page and group.files and not self._is_whole(group, fresh):
            fresh = []
        if not fresh:
            files = tuple(file if file.exists() else group.files[0] for file in group.files)
            return Moved(texts, "known", files, tuple(group.notes), group.problems)
        drafts = []
        for at in fresh:
            text, file = texts[at], group.files[at]
            draft = self._drafting.settled(spool.get(group.tickets[at]), text, file)
            aliases, faults = self._aliases(text, self._new_path(group, at, draft))
            drafts.append(replace(draft, aliases=aliases, comments=(*draft.comments, *faults)))
        notes = tuple(comment for draft in drafts for comment in draft.comments)
        try:
            if not self._dry_run:
                self._write(group, _apart(drafts), [group.files[at] for at in fresh])
        except NashraError as error:
            return Moved(texts, "left out", problems=(*group.problems, *error.problems))
        status = "grown" if group.known else "moved"
        return Moved(texts, status, tuple(group.files), (*group.notes, *notes), group.problems)

    def _is_whole(self, group: Group, fresh: Sequence[int]) -> bool:
        """Whether versions can be added to the article that the group is: it has an original."""
        folder = group.files[0].parent
        return len(fresh) < len(group.files) or any(folder.glob("*.md"))

    def _write(self, group: Group, drafts: Sequence[Draft], files: Sequence[Path]) -> None:
        if group.is_page:
            for draft, file in zip(drafts, files, strict=True):
                self._write_page(draft, file)
        elif group.place is not None:
            authoring.create_article(self._settings, drafts[0], self._taken, drafts[1:], group.place)
        else:
            original = self._original(group.files[0].parent)
            for draft in drafts:
                authoring.add_version(self._settings, original, draft, self._taken)

    @staticmethod
    def _original(folder: Path) -> Path:
        paths = sorted(folder.glob("*.md"))
        return next(
            (each for each in paths if frontmatter.line_of(each, "translation") is None), folder / paths[0].name
        )

    def _write_page(self, draft: Draft, file: Path) -> None:
        fields: dict[str, object] = {"title": draft.title, "lang": draft.lang}
        if draft.aliases:
            fields["aliases"] = list(draft.aliases)
        if draft.draft:
            fields["draft"] = True
        body = draft.body
        # pages have no folder of their own: their pictures are files of the whole site
        below = f"pages/{file.name.split('.')[0]}"
        for name, data in draft.files.items():
            new = urls.absolute(self._settings.url, f"{below}/{name}")
            body = body.replace(f"]({name}", f"]({new}")
            path = self._settings.static / below / name
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                write_atomic(path, data)
        checks = "".join(f"# check: {each}\n" for each in draft.comments)
        kept = "".join(f"# {each}\n" for each in draft.kept)
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(file, f"---\n{checks}{frontmatter.dump(fields)}{kept}---\n\n{body.strip()}\n")

    def _new_path(self, group: Group, at: int, draft: Draft) -> str:
        """Where the version will be read."""
        file = group.files[at]
        if group.is_page:
            return urls.static(draft.lang, file.name.split(".")[0])
        month = "/".join(file.parent.parts[-3:-1])
        slug = group.place.slugs[draft.lang] if group.place is not None else draft.slug
        return urls.article(draft.lang, month, slug)

    def _aliases(self, text: OldText, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """(the old addresses that lead to the text, which will be at `new`; what is wrong with others)."""
        kept: list[str] = []
        faults: list[str] = []
        for address in text.addresses:
            if "?" in address:
                continue  # no page that is a file can answer to it; the record has it
            try:
                path = site_path(address, self._settings.url)
            except ValueError as fault:
                faults.append(f"its old address {address} {fault}")
                continue
            if path.casefold() == new.casefold() or path.casefold() in self._claimed:
                continue
            self._claimed.add(path.casefold())
            kept.append(address if address.startswith(("/", "http")) else f"/{address}")
        return tuple(kept), tuple(faults)

    def _note(self, done: Moved) -> None:
        """Remember what moved in, so that the next run knows it."""
        for text, file in zip(done.texts, done.files, strict=False):
            for address in distinct(text.addresses):
                self._record.add(address, elsewhere.relative(self._settings, file))


ARTICLES = "articles"
# What stands at these names in every language.
_FIXED = frozenset(f"{name}.html" for name in "index topics entities editions archive search feeds".split())


def _own_pages(settings: Settings) -> Iterator[str]:
    yield urls.CHOOSER
    yield urls.NOT_FOUND
    for lang in settings.languages:
        yield from (f"{lang}/{name}" for name in _FIXED)


def counts(done: Iterable[Moved]) -> Counter[str]:
    """How many texts there are of each status."""
    return Counter(each.status for each in done)


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
