"""What readers get of each version, worked out once: safe HTML with its entities marked, a summary, what is stale.

This is the costly part of a build. Each reading depends on its version, its source version and the registry alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from unicodedata import normalize

from nashra.entities import offices
from nashra.entities.annotate import Annotator, without_links
from nashra.entities.bylines import Bylines
from nashra.entities.contexts import Context
from nashra.entities.matcher import Matcher
from nashra.entities.matchers import compiled
from nashra.entities.salience import salient
from nashra.kit.budget import BUDGET, OverBudget, within
from nashra.kit.collector import settled
from nashra.kit.errors import ContentError, Problem
from nashra.kit.pictures.published import is_picture
from nashra.kit.pictures.shrink import Sizes, sizes
from nashra.languages.cldr import language
from nashra.markup import html as markup
from nashra.model import Article, Content, StaticPage, Version
from nashra.render.ground import urls
from nashra.render.ground.direction import isolate
from nashra.render.ground.phrases import clip, phrase
from nashra.render.ground.pictures import LeadPicture, dress_pictures, lead_picture
from nashra.render.ground.ties import tied
from nashra.render.reading.brief import brief
from nashra.render.reading.credits import Credits
from nashra.render.reading.loose_ends import loose_ends, refuse_shown_remarks
from nashra.render.reading.lost import has_content, refuse_lost_words
from nashra.render.reading.odd_addresses import odd_addresses
from nashra.render.reading.other_texts import in_another_script, in_other_words, of_another_article
from nashra.render.reading.references import Resolver, addresses
from nashra.render.reading.taken_out import taken_out
from nashra.render.reading.told_together import KeepStories, told_together
from nashra.settings.config import Settings
from nashra.stories.signs import signs
from nashra.versions.alignment import stale_blocks
from nashra.versions.untranslated import untranslated

if TYPE_CHECKING:  # it takes all that finds doubts, which readers never see
    from nashra.render.reading.preview import Marker

# Characters of a lead that stands in for a summary: three or four lines on a phone, and what search engines show.
LEAD_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Reading:
    """One version, ready to be set on a page.

    html:     safe HTML of the body; links are relative to the version's own page.
    summary:  plain text; the editor's, else the lead.
    entities: ids in order of first mention in title, summary and body; without those that only tables name.
    named:    how many of `entities`, the first ones, are in the title.
    about:    those of them that the version is about, see `nashra.entities.salience`.
    stale:    blocks whose source was changed after they were translated.
    media:    site path -> file, for the files that the body uses.
    brief:    the first sentences of the summary or the lead, for editions.
    picture:  the lead picture; its file is among `media`.
    contexts: entity -> the sentence of the body that names it first.
    small:    site path of a picture in the body -> its smaller sizes; theirs are among `media`.
    signs:    what others on the same event have in common with it, see `nashra.stories.signs`.
    """

    html: str
    summary: str
    entities: tuple[str, ...]
    stale: int
    media: Mapping[str, Path]
    brief: str = ""
    named: int = 0
    about: tuple[str, ...] = ()
    picture: LeadPicture | None = None
    contexts: Mapping[str, Context] = field(default_factory=dict)
    small: Mapping[str, Sizes] = field(default_factory=dict)
    signs: str = ""

    def linking(self, paged: Collection[str]) -> Reading:
        """The same with links to the entities `paged` only: others have no page."""
        return replace(self, html=without_links(self.html, paged))


@dataclass(frozen=True, slots=True)
class Readings:
    """All readings: of articles by (article id, language), of static pages by (name, language).

    paged: the entities that have pages: those of the site's own files, and those that enough articles name.
    stories: article id -> the story that it is in, of which it may be the only one.
    """

    articles: Mapping[tuple[str, str], Reading]
    pages: Mapping[tuple[str, str], Reading]
    paged: frozenset[str] = frozenset()
    stories: Mapping[str, str] = field(default_factory=dict)


# Language -> the reading of an article in it, what is wrong with its texts, and whether it would be so another time.
Made = tuple[dict[str, Reading], list[Problem], bool]


class Keep(KeepStories, Protocol):
    """What may know the readings of an article from before."""

    def readings(self, article: Article, known: Mapping[Path, str], read: Callable[[Mapping[Path, str]], Made]) -> Made:
        """What `read` gives, or gave for the same article when `known` gave it the same addresses."""


def read_all(
    settings: Settings,
    content: Content,
    *,
    preview: bool = False,
    budget: float = BUDGET,
    keep: Keep | None = None,
) -> tuple[Readings, list[Problem]]:
    """Readings of everything in `content`, and what is wrong: a text that cannot be read is left out.

    preview: mark what editors should look at, see `nashra.render.reading.preview`. budget: seconds for each text.
    """
    problems: list[Problem] = []
    known = addresses(content)
    reader = Reader(settings, content, preview, budget)
    articles: dict[tuple[str, str], Reading] = {}
    pages: dict[tuple[str, str], Reading] = {}
    with settled():
        for article in content.articles:
            read = partial(reader.read, article)
            found, faults, _ = keep.readings(article, known, read) if keep else read(known)
            problems.extend(faults)
            for lang, reading in found.items():
                articles[article.id, lang] = reading
        for page in content.pages:
            text, faults, _ = _kept_apart(page.path, budget, partial(_read_page, settings, page, known))
            problems.extend(faults)
            if text is not None:
                pages[page.name, page.lang] = text
    paged = _paged(settings, content, articles)
    articles = {key: each.linking(paged) for key, each in articles.items()}
    return Readings(articles, pages, paged, told_together(settings, content, articles, keep)), problems


def _paged(settings: Settings, content: Content, articles: Mapping[tuple[str, str], Reading]) -> frozenset[str]:
    """The entities that have pages. A name that one article has by the way would make a page of one line; whoever signs
    has a page."""
    named: dict[str, set[str]] = {}
    authors = Bylines(content.entities)
    signing = {id for article in content.articles for id in authors.ids(article)}
    for (article, _), reading in articles.items():
        for id in reading.entities:
            named.setdefault(id, set()).add(article)
    least = settings.entities.page_articles
    own = (id for id, found in named.items() if len(found) >= least or content.entities[id].own)
    return frozenset([*own, *signing])


class Reader:
    """Reads articles. What finds names is made when the first one is read."""

    def __init__(self, settings: Settings, content: Content, preview: bool, budget: float = BUDGET) -> None:
        self._settings, self._content, self._preview, self._budget = settings, content, preview, budget

    @cached_property
    def _marker(self) -> Marker | None:
        if not self._preview:
            return None
        from nashra.render.reading.preview import Marker

        return Marker(self._content)

    @cached_property
    def _matchers(self) -> Mapping[str, Matcher]:
        names = compiled(self._content.entities)
        return {lang: names.matcher(lang) for lang in self._settings.languages}

    @cached_property
    def _descriptions(self) -> Mapping[str, _Cards]:
        return {lang: _Cards(self._settings, self._content, lang) for lang in self._settings.languages}

    @cached_property
    def _credits(self) -> Credits:
        return Credits(self._settings, self._content.entities)

    def prepare(self) -> None:
        """Make what the first article needs."""
        _ = self._matchers, self._descriptions, self._marker, self._credits

    def read(self, article: Article, known: Mapping[Path, str]) -> Made:
        """The readings of `article`. known: see `nashra.render.reading.references`."""
        found: dict[str, Reading] = {}
        problems: list[Problem] = []
        all_sure = True
        for lang in self._settings.languages:
            version = article.versions.get(lang)
            if version is None:
                continue
            matcher, cards = self._matchers[lang], self._descriptions[lang]
            marker = self._marker
            read = partial(_read, self._settings, article, version, matcher, cards, known, marker, self._credits)
            reading, faults, sure = _kept_apart(version.path, self._budget, read)
            # versions may show the same picture, which is wrong once
            problems += [fault for fault in faults if fault not in problems]
            all_sure = all_sure and sure
            if reading is not None:
                found[lang] = reading
        problems.extend(_alike(article, found))
        problems.extend(of_another_article(article.versions, {lang: each.entities for lang, each in found.items()}))
        return found, problems, all_sure


_Read = tuple[Reading, list[Problem]]


def _kept_apart(path: Path, budget: float, read: Callable[[], _Read]) -> tuple[Reading | None, list[Problem], bool]:
    """The reading of the text in `path`, None where it cannot be had or takes too long: all others are read; what is
    wrong; and whether it would be so another time."""
    try:
        with within(budget):
            return *read(), True
    except ContentError as error:
        return None, [replace(problem, path=problem.path or path) for problem in error.problems], True
    except OverBudget:
        hint = "look for thousands of brackets, tags or signs that nothing closes"
        return None, [Problem(f"reading this text took longer than {budget:g} seconds", path, hint=hint)], False
    except Exception as error:  # a fault of ours, or of a library: the others must not suffer
        hint = "this is a fault in Nashra: please report it, with this file"
        fault = f"this text cannot be read: {type(error).__name__}: {error}"[:300]
        return None, [Problem(fault, path, hint=hint)], False


def _alike(article: Article, readings: Mapping[str, Reading]) -> Iterator[Problem]:
    """Files of the article that a disk which does not tell capitals, or forms of Unicode, apart would take for one."""
    first: dict[str, Path] = {}
    for lang, version in article.versions.items():
        reading = readings.get(lang)
        for file in reading.media.values() if reading else ():
            if file.parent != version.path.parent:
                continue  # smaller sizes, which are ours
            other = first.setdefault(normalize("NFC", file.name).casefold(), file)
            if other != file:
                fault = (
                    f"the file {file.name!r} has the name of {other.name!r} but for capitals or the form of a letter"
                )
                yield Problem(fault, version.path, hint="rename one of them: many disks hold only one")


class _Cards:
    """The few words on an entity in the language `lang`, as they held on a day."""

    def __init__(self, settings: Settings, content: Content, lang: str) -> None:
        self._entities, self._lang, self._zone = content.entities, lang, settings.timezone
        self._digits = settings.languages[lang].localize_digits
        self._kept: dict[tuple[str, date | None], str] = {}

    def on(self, moment: datetime) -> Callable[[str], str]:
        """Gives the words on an entity, by its id, for an article of `moment`."""
        day = moment.astimezone(self._zone).date()
        return lambda id: self._words(id, day)

    def _words(self, id: str, day: date) -> str:
        entity = self._entities[id]
        key = (id, day if entity.offices else None)
        if key not in self._kept:
            text = offices.about(entity, self._lang, day, self._digits)
            self._kept[key] = phrase(text, self._lang, language(self._lang)).plain if text else ""
        return self._kept[key]


def _read(
    settings: Settings,
    article: Article,
    version: Version,
    matcher: Matcher,
    cards: _Cards,
    known: Mapping[Path, str],
    marker: Marker | None,
    credits: Credits,
) -> _Read:
    page = known[version.path]
    resolve = Resolver(
        version.path, version.body, version.body_line, page, known, article.id, settings.document_authors
    )
    body = markup.render(version.body, resolve=resolve, wrap=marker.wrap(article, version) if marker else None)
    if version.body and not has_content(body):
        message, hint = "there is nothing in this text that readers would see", "write it, or make it a draft"
        raise ContentError(message, path=version.path, line=version.body_line, hint=hint)
    refuse_lost_words(version.body, body, version.path, version.body_line)
    refuse_shown_remarks(version.body, version.path, version.body_line)
    problems = list(loose_ends(version.body, version.path, version.body_line))
    problems += taken_out(version.body, version.path, version.body_line)
    if version.lang == article.lang and article.source and article.source.url:
        for _, what, hint in odd_addresses(article.source.url):
            problems.append(Problem(f"in `source`, {what}", version.path, article.source.line, hint, warning=True))
    problems += in_another_script(version.body, version.lang, version.path, version.body_line)
    untranslated_words = _untranslated(article, version)
    problems += untranslated_words or in_other_words(version)
    body = dress_pictures(body, page, resolve.media)
    picture, fault = lead_picture(article, version, settings.cache / "pictures")
    problems += [fault] if fault else []
    if picture:
        picture = replace(picture, credit=credits.shown(picture.credit, version.lang))
    small = _small(settings, article, resolve.media)
    lead = version.summary or markup.lead(version.body)
    summary = version.summary or clip(lead, LEAD_LENGTH)
    annotator = Annotator(body, matcher, version.title, version.summary or "")
    counts = Counter([*annotator.title, *annotator.summary])
    counts.update(annotator.counts)
    opening = {*annotator.summary, *annotator.opening}
    html = annotator.linked(lambda id: urls.relative(page, urls.entity(version.lang, id)), cards.on(article.published))
    problems.extend(resolve.problems)
    reading = Reading(
        html=tied(isolate(html, settings.languages[version.lang], article.lang), version.lang),
        summary=summary,
        entities=tuple(counts),
        named=len(annotator.title),
        about=salient(counts, annotator.title, opening, annotator.linked_by_author),
        stale=_stale(article, version),
        brief=brief(lead, version.lang),
        media=_media(article, resolve.media, picture, small),
        picture=picture,
        contexts=annotator.contexts(version.lang),
        small=small,
        signs=signs(version.title, _opening(version, lead), version.lang, numbers=version.lang == article.lang),
    )
    return reading, problems


def _untranslated(article: Article, version: Version) -> list[Problem]:
    """A warning where the first of the paragraphs stands that were not translated."""
    source = article.versions.get(version.translation.origin) if version.translation else None
    found = list(islice(untranslated(source, version), 1)) if source else []
    hint = "translate it, or delete it; `nashra translate` makes what is missing"
    return [
        Problem(
            f"`{words[:40]}…` is in the language of its source, word for word", version.path, line, hint, warning=True
        )
        for line, words in found
    ]


def _opening(version: Version, lead: str) -> str:
    """What tells of the event besides the title."""
    return f"{lead} {markup.lead(version.body)}" if version.summary else lead


def _small(settings: Settings, article: Article, media: Mapping[str, Path]) -> dict[str, Sizes]:
    """Site path -> smaller sizes, for the pictures of a body that have any."""
    found = {path: sizes(file, settings.cache / "pictures") for path, file in media.items() if is_picture(file)}
    return {path: each for path, each in found.items() if each.whole}


def _media(
    article: Article, own: Mapping[str, Path], picture: LeadPicture | None, small: Mapping[str, Sizes]
) -> dict[str, Path]:
    """Site path -> file, of all that a version's pages show."""
    media = dict(own)
    for each in small.values():
        media |= {urls.small(article.id, one.name): one.file for one in (*each.whole, *each.whole_webp)}
    if picture:
        media[picture.path] = picture.file
        media |= {urls.small(article.id, one.name): one.file for one in picture.sizes}
    return media


def _stale(article: Article, version: Version) -> int:
    translation = version.translation
    source = article.versions.get(translation.origin) if translation else None
    return stale_blocks(source, version) if translation and translation.blocks and source else 0


def _read_page(settings: Settings, page: StaticPage, known: Mapping[Path, str]) -> _Read:
    resolve = Resolver(page.path, page.body, page.body_line, known[page.path], known)
    body = markup.render(page.body, resolve=resolve)
    refuse_lost_words(page.body, body, page.path, page.body_line)
    refuse_shown_remarks(page.body, page.path, page.body_line)
    problems = list(loose_ends(page.body, page.path, page.body_line))
    problems += taken_out(page.body, page.path, page.body_line)
    problems += in_another_script(page.body, page.lang, page.path, page.body_line)
    problems += in_other_words(Version(page.lang, page.title, "", page.body, page.path, page.body_line))
    problems += resolve.problems
    html = tied(isolate(body, settings.languages[page.lang], page.lang), page.lang)
    return Reading(html, clip(markup.lead(page.body), LEAD_LENGTH), (), 0, {}), problems
