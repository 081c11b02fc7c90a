"""Which old addresses lead where: those of the ledger, of `aliases`, of former ids and of redirects.txt. Pure, no I/O.

A page that is there always has its address; an alias goes before redirects.txt, and that before what the ledger
remembers.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nashra.content.address_ledger import Address, Ledger
from nashra.kit.errors import Problem
from nashra.model import Alias, Content, Entity, Forward, Topic
from nashra.render.ground import urls
from nashra.render.ground.page import Page
from nashra.render.plan.pages import Plan
from nashra.settings.config import Settings
from nashra.settings.feed_formats import FEED_FORMATS


@dataclass(frozen=True, slots=True)
class Target:
    """Where a redirect leads: a page, its language, and its title with the language of that ("" when unknown)."""

    path: str
    lang: str
    title: str
    title_lang: str


@dataclass(frozen=True, slots=True)
class Redirect(Page):
    """The page at an old address. lost: the language it was in, where what it showed is left in another one only.

    file, line: where an editor asked for it; None for what the ledger remembers.
    """

    target: Target
    lost: str = ""
    file: Path | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Routes:
    """Old addresses and present ones.

    redirects: sorted by path. published: addresses of the pages of articles, pages outside the news, topics, entities
    and stories. remembered: those, and the old ones of the ledger that lead to them. Both sorted.
    """

    redirects: tuple[Redirect, ...] = ()
    published: tuple[Address, ...] = ()
    remembered: tuple[Address, ...] = ()

    @property
    def paths(self) -> frozenset[str]:
        """All addresses that something answers to."""
        return frozenset([*(page.path for page in self.redirects), *(address.path for address in self.published)])


# A text in content/, by its file: id of the article or name of the page, and language.
_TEXT = re.compile(r"(?:articles/\d+/\d+/\d+-([0-9a-f]+)/|pages/([\w-]+)\.)([a-z]{2,3})\.md")

# (kind, id) of what the ledger knows -> language -> its page; the language that stands in for others comes first.
_Targets = Mapping[tuple[str, str], Mapping[str, Target]]


def routes(settings: Settings, content: Content, plan: Plan, ledger: Ledger) -> tuple[Routes, list[Problem]]:
    """The redirects of a site whose pages are those of `plan`, and aliases that ask for an address which is taken.

    content: all that there is. A version that is held back gets no redirect: its old addresses would tell of it.
    """
    targets = _targets(settings, content, plan)
    published = tuple(
        sorted(Address(kind, id, page.path) for (kind, id), pages in targets.items() for page in pages.values())
    )
    claims = _Claims(settings)
    for path in (urls.CHOOSER, urls.NOT_FOUND, *(page.path for page in plan.pages)):
        claims.pages.add(path.casefold())
    for alias, file, target in _aliases(plan, targets):
        claims.ask(alias, file, target)
    for path, target in _former(settings, content, targets):
        claims.give(path, target)
    here = {target.path: target for pages in targets.values() for target in pages.values()}
    there = {page.path for page in plan.pages}
    for forward in content.redirects:
        if (text := _TEXT.fullmatch(forward.target)) is not None:
            # a text keeps its redirects whatever becomes of its address; one that is held back has none
            kind, id_ = ("article", text[1]) if text[1] else ("page", text[2])
            if led := targets.get((kind, id_), {}).get(text[3]):
                claims.give(forward.path, led)
            continue
        led, problem = _forwarded(forward, settings, content, here, there)
        if problem:
            claims.problems.append(problem)
        if (
            led
            and not claims.give(forward.path, led)
            and forward.path.casefold() in claims.pages - {led.path.casefold()}
        ):
            message = f"a page of the site answers at {forward.path} itself: this line leads nobody on"
            claims.problems.append(Problem(message, forward.file, forward.line, "delete it, or the page", warning=True))
    old = []
    for address, target in _remembered(content, plan, ledger, {**targets, **_without_pages(plan, targets)}):
        if claims.give(address.path, target, address.lang):
            old.append(address)
    redirects = tuple(claims.given[path] for path in sorted(claims.given))
    return Routes(redirects, published, tuple(sorted([*published, *old]))), claims.problems


class _Claims:
    """Old addresses given away so far. Capitals do not count: many disks do not tell them apart."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self.problems: list[Problem] = []
        self.pages: set[str] = set()
        self.given: dict[str, Redirect] = {}

    def ask(self, alias: Alias, file: Path, target: Target) -> None:
        """Give the address of `alias` in `file`; a problem where it is taken."""
        key = alias.path.casefold()
        rival = self.given.get(key)
        if key in self.pages:
            owner = "the page's own" if alias.path == target.path else "that of a page which is there"
        elif rival is not None:
            if rival.file == file:
                return
            owner = f"an alias of {self._name(rival.file)} already"
        else:
            self.given[key] = self._redirect(alias.path, target, "", file, alias.line)
            return
        message = f"the alias {alias.path} is {owner}"
        self.problems.append(Problem(message, file, alias.line, "take it out of `aliases`"))

    def give(self, path: str, target: Target, lang: str = "") -> bool:
        """Give `path`, which was in the language `lang` ("" where that does not matter), unless it is taken."""
        key = path.casefold()
        if key in self.pages or key in self.given:
            return False
        self.given[key] = self._redirect(path, target, lang if lang != target.lang else "")
        return True

    def _redirect(
        self, path: str, target: Target, lost: str, file: Path | None = None, line: int | None = None
    ) -> Redirect:
        lang = lost if lost in self._settings.languages else target.lang
        return Redirect(path, lang, {lang: path}, path, target, lost, file, line)

    def _name(self, file: Path | None) -> str:
        root = self._settings.root
        return file.relative_to(root).as_posix() if file and file.is_relative_to(root) else str(file)


def _targets(settings: Settings, content: Content, plan: Plan) -> _Targets:
    found: dict[tuple[str, str], dict[str, Target]] = {}
    for article in plan.articles:
        versions = [article.original, *(each for lang, each in article.versions.items() if lang != article.lang)]
        found["article", article.id] = {
            each.lang: Target(urls.article(each.lang, article.month, each.slug), each.lang, each.title, each.lang)
            for each in versions
        }
    for page in sorted(plan.text_pages, key=lambda page: list(settings.languages).index(page.lang)):
        targets = found.setdefault(("page", page.page.name), {})
        targets[page.lang] = Target(page.path, page.lang, page.page.title, page.lang)
    for lang in settings.languages:
        own = plan.of(lang)
        for id in own.topics:
            topic = plan.topic_names[id]
            found.setdefault(("topic", id), {})[lang] = Target(urls.topic(lang, id), lang, *topic.name(lang))
        for id in own.entities:
            entity = content.entities[id]
            found.setdefault(("entity", id), {})[lang] = Target(urls.entity(lang, id), lang, *entity.name(lang))
        for id, articles in own.stories.items():
            first = articles[-1].shown_in(lang)
            found.setdefault(("story", id), {})[lang] = Target(urls.story(lang, id), lang, first.title, first.lang)
    return found


def _without_pages(plan: Plan, targets: _Targets) -> _Targets:
    """Entities that have no page, or none any more, though an article names them: that article stands for it; and
    stories that were named after an article which is in another one now, or in none."""
    found = {("entity", id): targets["article", article.id] for id, article in plan.alone.items()}
    for article in plan.articles:
        if (key := ("story", article.id)) not in targets:
            found[key] = targets.get(("story", plan.story_of.get(article.id, ""))) or targets["article", article.id]
    return found


def _aliases(plan: Plan, targets: _Targets) -> Iterator[tuple[Alias, Path, Target]]:
    """(alias, its file, where it leads); older articles first, so that they keep what two ask for."""
    for article in reversed(plan.articles):
        for lang, target in targets["article", article.id].items():
            version = article.versions[lang]
            yield from ((alias, version.path, target) for alias in version.aliases)
    for page in plan.text_pages:
        target = targets["page", page.page.name][page.lang]
        yield from ((alias, page.page.path, target) for alias in page.page.aliases)


def _former(settings: Settings, content: Content, targets: _Targets) -> Iterator[tuple[str, Target]]:
    """(address under a former id, where it leads), in all languages."""
    subjects: tuple[tuple[str, Iterable[Topic | Entity]], ...] = (
        ("topic", content.topics.values()),
        ("entity", content.entities.values()),
    )
    for kind, members in subjects:
        address = urls.topic if kind == "topic" else urls.entity
        for subject in members:
            pages = targets.get((kind, subject.id), {})
            for old in subject.former_ids:
                yield from ((address(lang, old), pages[lang]) for lang in settings.languages if lang in pages)


def _forwarded(
    forward: Forward, settings: Settings, content: Content, here: Mapping[str, Target], there: Collection[str]
) -> tuple[Target | None, Problem | None]:
    """(where a line of redirects.txt leads, a warning where that is no page of the site). A list that has nothing yet
    stands aside for the list of all.

    here: the pages that have a title, by path. there: the paths of all.
    """
    path, lang = forward.target, forward.target.partition("/")[0]
    if lang not in settings.languages:
        hint = "the new address begins with a language of the site"
        message = f"the redirect leads to {path}, which is no page of the site"
        return None, Problem(message, forward.file, forward.line, hint)
    if path in here:
        return here[path], None
    name = settings.title.get(lang, "")
    if path in there or path.rpartition("/")[2] in {each.file for each in FEED_FORMATS.values()}:
        return Target(path, lang, name, lang), None
    home = Target(urls.home(lang), lang, name, lang)
    id_ = path.rpartition("/")[2].removesuffix(".html")
    lists = {urls.topics(lang): (urls.topic, content.topics), urls.entities(lang): (urls.entity, content.entities)}
    for index, (address, members) in lists.items():
        if path == index or (id_ in members and path == address(lang, id_)):
            return Target(index, lang, name, lang) if index in there else home, None
    hint = "correct the new address; until then the front page stands in"
    message = f"the redirect leads to {path}, which is no page of the site"
    return home, Problem(message, forward.file, forward.line, hint, warning=True)


def _remembered(content: Content, plan: Plan, ledger: Ledger, targets: _Targets) -> Iterator[tuple[Address, Target]]:
    """(old address, where it leads). Where two articles had an address in turn, it is the newer one's."""
    written = {(article.id, lang) for article in content.articles for lang in article.versions}
    rank = {article.id: number for number, article in enumerate(plan.articles)}
    renamed = {
        (kind, old): (kind, subject.id)
        for kind, members in (("topic", content.topics.values()), ("entity", content.entities.values()))
        for subject in members
        for old in subject.former_ids
    }
    here = {target.path for pages in targets.values() for target in pages.values()}
    old = [address for address in ledger.live if address.path not in here]
    for address in sorted(old, key=lambda address: (rank.get(address.id, -1), address)):
        key = (address.kind, address.id)
        pages = targets.get(key) or targets.get(renamed.get(key, key), {})
        target = pages.get(address.lang)
        if target is None and address.kind == "article" and (address.id, address.lang) in written:
            continue
        target = target or next(iter(pages.values()), None)
        if target is not None:
            yield address, target
