"""Moving in: every text of the old site gets its place, with its versions, its old addresses and its links."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from nashra.content import authoring, store
from nashra.head import frontmatter
from nashra.head.aliases import site_path
from nashra.ingest.page.html_names import topic_key, topic_names
from nashra.kit.errors import ContentError, NashraError, Problem
from nashra.kit.files import read_text, write_atomic
from nashra.model import Draft, Topic
from nashra.move_in import elsewhere, pages, record, terms
from nashra.move_in.comments import Talk
from nashra.move_in.drafting import Drafting
from nashra.move_in.joining import Group, groups
from nashra.move_in.links import Links, distinct, key
from nashra.move_in.old_site import OldSite, OldText, Other
from nashra.move_in.pairs import pairs
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
    of what was here came along), "known" (it is here already), "gone" (it moved in once, and an editor took it away),
    "left out". notes: what to look at.
    """

    texts: tuple[OldText, ...]
    status: str
    files: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Mover:
    """Moves the site `site` into that of `settings`. now: the moment of the move.

    dry_run: nothing is written. show: told how far it is. given: what an editor has decided on categories, tags and
    authors. talk: comments to keep. Once it has run, `others` has the old addresses of lists and feeds with the new
    ones, and `terms` what became of each name. Raises NashraError where the site that it moves into cannot be read.
    """

    def __init__(
        self,
        settings: Settings,
        site: OldSite,
        now: datetime,
        *,
        dry_run: bool = False,
        show: Show = lambda _what, _done, _total: None,
        given: terms.Terms | None = None,
        talk: Talk | None = None,
    ) -> None:
        self._settings = settings
        self._site = site
        self._dry_run = dry_run
        self._show = show
        content, _ = store.load(settings)
        self._content, self._given = content, given or terms.Terms()
        self.terms = self._given
        self._talk = talk or Talk()
        self._persons: dict[str, str] = {}
        # that of the old site first
        self._languages = sorted(settings.languages, key=lambda code: code != site.lang)
        self._links = Links(site)
        self._taken = authoring.Taken(settings, content.articles)
        self._topics = topic_names(content.topics.values())
        self._record = record.load(settings)
        self._here = Here.of(settings, content, self._record)
        self._digests = {each.digest: each.original.path for each in content.articles if each.digest}
        self._known_digests = frozenset(self._digests)
        self._drafting = Drafting(settings, self._links, now.astimezone(settings.timezone), self._topics)
        self._claimed = {path.casefold() for path in pages.own(settings)}
        # a text's own address is no other text's alias
        self._owners: dict[str, str] = {}
        for text in site.texts:
            self._owners.setdefault(_folded(text.address, settings.url), text.address)
        self._page_names = {each.name for each in content.pages}
        self.others: dict[str, str] = {}
        # addresses that ask for a text by its number -> its file
        self._asked: dict[str, str] = {}

    def run(self) -> Iterator[Moved]:
        """Move all; one result a text, as it happens. What was moved before is told, and left as it is."""
        found = groups(self._site, tuple(self._settings.languages))
        self._make_topics([group for group in found if not group.problems])
        try:
            with Spool() as spool:
                for number, group in enumerate(found):
                    self._show("reading", number, len(found))
                    self._read(group, spool)
                self._lead_on()
                for number, group in enumerate(found):
                    self._show("moving in", number, len(found))
                    done = self._settle(group, spool)
                    if done.status in ("moved", "grown", "known"):
                        self._note(done)
                    yield done
        finally:
            if not self._dry_run:
                self._record.save()
                elsewhere.write_redirects(self._settings, self._asked)

    def _make_topics(self, found: Sequence[Group]) -> None:
        for kind in ("categories", "tags"):
            for name in self._given.decided[kind]:
                if id_ := self._given.topic(name):
                    self._topics[topic_key(name)] = id_
        plain = {term for term in self._given.decided["categories"] if self._given.topic(term) is None}
        rows: list[list[tuple[str, Sequence[str]]]] = []
        rows += [[(lang, (name,)) for lang, name in names.items()] for names in self._site.names]
        used = {term for group in found for text in group.texts for term in text.terms}
        rows = [row for row in rows if any(names[0] in used for _, names in row)]
        rows += [
            [self._named(text, [term for term in text.terms if term not in plain]) for text in group.texts]
            for group in found
            if not group.is_page
        ]
        made = new_topics(rows, self._topics)
        for id_, names in made.items():
            self._topics |= topic_names([Topic(id_, names, ())])
        # topics that an editor has thought of
        for text in (text for group in found for text in group.texts):
            for name in (*text.terms, *text.tags):
                id_ = self._given.topic(name) or ""
                if id_ and id_ not in self._content.topics:
                    made.setdefault(id_, {}).setdefault(self._named(text, [name])[0], name)
        self.terms = terms.proposed(found, self._content, self._topics, self._given)
        self._drafting.known_topics, self._drafting.terms = self._topics, self.terms
        if not self._dry_run:
            order = list(self._settings.languages)
            add(
                self._settings.content,
                {
                    id_: dict(
                        sorted(names.items(), key=lambda row: order.index(row[0]) if row[0] in order else len(order))
                    )
                    for id_, names in made.items()
                },
            )
        self._persons = terms.add_persons(
            self._settings.content,
            found,
            self.terms,
            self._content.entities,
            self._languages,
            write=not self._dry_run,
        )

    def _named(self, text: OldText, names: list[str]) -> tuple[str, list[str]]:
        """(the language of names that go with `text`, the names): where its words alone tell it, by their script."""
        return text.lang or terms.language_of("".join(names), self._languages) or self._languages[0], names

    def _lead_on(self) -> None:
        """What was no text leads to what stands for it."""
        for old, other in elsewhere.all_others(self._site).items():
            new = elsewhere.new_address(other, self._settings, self._topics, self.terms.entities | self._persons)
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
        own = [text.address for text in group.texts]
        more = [address for text in group.texts for address in text.aliases]
        known = self._here.at((*own, *more), "pages" if group.is_page else ARTICLES)
        day = next((text.day.isoformat() for text in group.texts if text.day), None)
        drafts: list[Draft] = []
        texts: list[OldText] = []
        problems: list[Problem] = []
        for text in group.texts:
            try:
                draft = self._drafting.draft(text, None if text.is_page else day)
            except ContentError as error:
                problems += self._refused(text, error)
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

    def _refused(self, text: OldText, error: ContentError) -> Iterator[Problem]:
        """What to tell of a text that cannot be read. One that says nothing had a page all the same."""
        where = f"{text.label}, {text.title or text.address!r}: " if text.label else ""
        for each in error.problems:
            is_empty = "no text" in each.message
            if is_empty and not text.held:
                self._site.others.setdefault(text.address, Other("home", "", text.lang or ""))
            note = "; its address leads to the front page" if is_empty and not text.held else ""
            yield replace(each, path=each.path or text.path, message=f"{where}{each.message}{note}", warning=is_empty)

    def _place_article(self, group: Group, drafts: Sequence[Draft], known: Path | None) -> None:
        twin = next((self._digests[each.digest] for each in drafts if each.digest in self._known_digests), None)
        original = known or twin
        if original is not None and ARTICLES in original.parts:
            group.known, group.adopted = True, known is None
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
            name = pages.free_name(group.texts, drafts, self._page_names)
            self._page_names.add(name)
        group.files = [folder / f"{name}.{draft.lang}.md" for draft in drafts]

    def _settle(self, group: Group, spool: Spool) -> Moved:
        texts = tuple(group.texts)
        if not group.tickets or (group.place is None and not group.known and not group.is_page):
            return Moved(texts, "left out", problems=group.problems, notes=tuple(group.notes))
        fresh = [at for at, file in enumerate(group.files) if not file.exists()]
        if fresh and all(self._here.was(texts[at].address) for at in fresh):
            if len(fresh) == len(texts):
                return Moved(texts, "gone", tuple(group.files), tuple(group.notes), group.problems)
            fresh = []
        if group.known and not group.is_page and group.files and not self._is_whole(group, fresh):
            fresh = []
        if group.adopted and not self._dry_run:
            self._adopt(group)
        if not fresh:
            files = tuple(file if file.exists() else group.files[0] for file in group.files)
            return Moved(texts, "known", files, tuple(group.notes), group.problems)
        drafts = []
        for at in fresh:
            text, file = texts[at], group.files[at]
            draft = self._drafting.settled(spool.get(group.tickets[at]), text, file)
            aliases, faults = self._aliases(text, self._new_path(group, at, draft))
            body = draft.body.rstrip() + self._talk.below(text)
            drafts.append(replace(draft, body=body, aliases=aliases, comments=(*draft.comments, *faults)))
        notes = tuple(comment for draft in drafts for comment in draft.comments)
        try:
            if not self._dry_run:
                self._write(group, _apart(drafts), [group.files[at] for at in fresh])
        except NashraError as error:
            return Moved(texts, "left out", problems=(*group.problems, *error.problems))
        status = "grown" if group.known else "moved"
        return Moved(texts, status, tuple(group.files), (*group.notes, *notes), group.problems)

    def _adopt(self, group: Group) -> None:
        """Give the old addresses of a text to the article that an earlier import has made of it."""
        for text, file in zip(group.texts, group.files, strict=True):
            if not file.exists():
                continue
            source = read_text(file)
            fields = frontmatter.split(source, file).fields
            slug = str(fields.get("slug", ""))
            new = urls.article(file.stem, "/".join(file.parent.parts[-3:-1]), slug)
            there = fields.get("aliases")
            old = [str(each) for each in there] if isinstance(there, list) else []
            aliases = [each for each in self._aliases(text, new)[0] if each not in old]
            try:
                if aliases:
                    write_atomic(file, frontmatter.replace_fields(source, {"aliases": [*old, *aliases]}))
            except ValueError:
                group.notes.append(f"its old address could not be written into its head: {aliases[0]}")

    def _is_whole(self, group: Group, fresh: Sequence[int]) -> bool:
        """Whether versions can be added to the article that the group is: it has an original."""
        folder = group.files[0].parent
        return len(fresh) < len(group.files) or any(folder.glob("*.md"))

    def _write(self, group: Group, drafts: Sequence[Draft], files: Sequence[Path]) -> None:
        if group.is_page:
            for draft, file in zip(drafts, files, strict=True):
                pages.write(self._settings, draft, file)
        elif group.place is not None:
            versions = [replace(draft, blocks=pairs(drafts[0], draft)) for draft in drafts[1:]]
            authoring.create_article(self._settings, drafts[0], self._taken, versions, group.place)
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
            owner = self._owners.get(path.casefold(), text.address)
            if path.casefold() == new.casefold() or path.casefold() in self._claimed or owner != text.address:
                continue
            self._claimed.add(path.casefold())
            kept.append(address if address.startswith(("/", "http")) else f"/{address}")
        return tuple(kept), tuple(faults)

    def _note(self, done: Moved) -> None:
        """Remember what moved in, so that the next run knows it."""
        for text, file in zip(done.texts, done.files, strict=False):
            for address in distinct(text.addresses):
                self._record.add(address, elsewhere.relative(self._settings, file))
                if "?" in address:
                    self._asked[address] = elsewhere.relative(self._settings, file)


ARTICLES = "articles"


def _folded(address: str, url: str) -> str:
    try:
        return site_path(address, url).casefold()
    except ValueError:
        return address


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
