"""What the page of search shows in each language, what its script must know, and the index behind it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from nashra.entities.matcher import Matcher
from nashra.entities.matchers import compiled
from nashra.languages.cldr import Language
from nashra.languages.known import spec_of
from nashra.model import Article
from nashra.render.ground import urls
from nashra.render.ground.messages import Messages
from nashra.render.ground.phrases import Phrase, clip
from nashra.render.reading.readings import Reading
from nashra.render.search.index import ARTICLES, EntityWords, IndexedVersion, files, plain_text, words_after
from nashra.render.search.rules import RULES
from nashra.render.search.words import Lexicon, question_words, words
from nashra.render.shown.picture_views import cut
from nashra.render.shown.viewer import TYPES, Viewer

# Entities in the list of the filter, those with most articles: a list of thousands helps nobody. The filter takes any.
MOST_ENTITIES = 200
# What is escaped in the data: a page should hold no loose marks, no invisible signs and no letters that normalization
# would change (the compatibility forms above U+F900), and "<" would end the script that the data stands in.
_ODD = re.compile(r"[^\w -~]|[<\uf900-\uffff]")
# A figure among isolates has no letters.
_FIGURE = re.compile(r"[\u2066\u2067](?:[^\w\u2066\u2067\u2069]|\d)+\u2069")
# Every plural category of CLDR: browsers may know of one in a language that Babel does not.
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# Characters of a summary that a result shows; every one of them is downloaded.
SNIPPET_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a filter."""

    value: str
    text: Phrase


@dataclass(frozen=True, slots=True)
class SearchView:
    """The form.

    own:       what the page's language calls itself.
    languages: the others, and "all"; empty where there is one language only.
    entities:  (heading, entities of that type).
    data:      JSON for the script.
    """

    own: str
    languages: tuple[Option, ...]
    topics: tuple[Option, ...]
    entities: tuple[tuple[Markup, tuple[Option, ...]], ...]
    years: tuple[Option, ...]
    data: Markup


def search_view(viewer: Viewer, root: str) -> SearchView:
    """The form in the viewer's language. root: the way from the page to the site's root."""
    plan, settings, language, text = viewer.plan, viewer.settings, viewer.language, viewer.messages.text
    often = sorted(plan.entities, key=lambda id: (-len(plan.entities[id]), id))[:MOST_ENTITIES]
    entities = {
        type: _by_name(
            Option(id, viewer.entity_link(id).text) for id in often if viewer.content.entities[id].type == type
        )
        for type in TYPES
    }
    others = [each for code, each in settings.languages.items() if code != language.code]
    languages = [Option(each.code, Phrase(_own_name(each), each.code, each.dir)) for each in others]
    if languages:
        languages.append(Option("all", Phrase(text("All languages"))))
    years = dict.fromkeys(_day(viewer, article)[:4] for article in plan.articles)
    data = {
        "lang": language.code,
        "tag": language.script_locale,
        "root": root,
        "per": ARTICLES,
        "languages": {
            code: {"dir": each.dir, "label": text("In %(language)s", language=language.name_of(code)).unescape()}
            # the reader's own first: where an article is found in several, the first is shown
            for code, each in {language.code: language, **settings.languages}.items()
        },
        # plain text, while the catalogues give HTML
        "texts": {
            "machine": text("Machine translation").unescape(),
            "searching": text("Searching…").unescape(),
            "none": text(
                "No article found. Try fewer words, or all languages."
                if others
                else "No article found. Try fewer words."
            ).unescape(),
            "some": text("No article has all of these words; those below have some.").unescape() + " ",
            "failed": text("The search could not be loaded. Check the connection and try again.").unescape(),
            "counts": _counts(language, viewer.messages),
        },
        "first": spec_of(language.code).first_of_month,
        "questions": sorted({word for code in settings.languages for word in question_words(code)}),
        "rules": RULES,
    }
    dumped = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return SearchView(
        own=_own_name(language),
        languages=tuple(languages),
        topics=_by_name(Option(id, viewer.topic_link(id).text) for id in plan.topics),
        entities=tuple((text(TYPES[type]), options) for type, options in entities.items() if options),
        years=tuple(Option(year, Phrase(language.year_name(int(year)))) for year in years),
        data=Markup(_ODD.sub(_escaped, dumped)),  # noqa: S704 - see _ODD
    )


def _escaped(odd: re.Match[str]) -> str:
    """As JSON and JavaScript write it, in UTF-16."""
    codes = odd[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{codes[at : at + 4]}" for at in range(0, len(codes), 4))


def _own_name(language: Language) -> str:
    """What the language calls itself, standing alone: CLDR writes some names small, as within a sentence."""
    return language.name[:1].upper() + language.name[1:]


def _by_name(options: Iterable[Option]) -> tuple[Option, ...]:
    """By what a reader looks for: without article and accents."""
    return tuple(sorted(options, key=lambda option: ([own for own, *_ in words(option.text.text)], option.value)))


def _counts(language: Language, messages: Messages) -> dict[str, str]:
    """Plural category of CLDR (what Intl.PluralRules gives) -> the text, where %n stands for the number."""
    category = language.locale.plural_form
    # beyond a hundred no language has a new category, but for the round millions of a few
    numbers: dict[str, int] = {"other": 100} | {category(number): number for number in (1_000_000, *range(100, -1, -1))}
    return {
        name: messages.count(
            "%(count)s article found", "%(count)s articles found", numbers.get(name, numbers["other"]), count="%n"
        ).unescape()
        for name in _CATEGORIES
    }


def search_files(viewers: Iterable[Viewer]) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, content) of the index of each viewer's language."""
    viewers = list(viewers)
    entities: dict[str, dict[str, None]] = {}
    for viewer in viewers:
        for (article, _), reading in viewer.readings.articles.items():
            entities.setdefault(article, {}).update(dict.fromkeys(reading.entities))
    named = {article: sorted(ids) for article, ids in entities.items()}
    for viewer in viewers:
        # one a language: few words are in two, and then they are forgotten
        lexicon = Lexicon()
        names = EntityWords(viewer.content.vocabulary, lexicon)
        yield from files(f"{viewer.lang}/{urls.SEARCH_FOLDER}", _entries(viewer, named), names, lexicon)


def _entries(viewer: Viewer, entities: Mapping[str, Sequence[str]]) -> list[IndexedVersion]:
    """The versions in the viewer's language. entities: article's id -> the entities that any version of it names."""
    terms = _terms(viewer)
    found = []
    for number, article in enumerate(reversed(viewer.plan.all_articles)):
        if viewer.lang in article.versions:
            reading = viewer.readings.articles[article.id, viewer.lang]
            found.append(_entry(viewer, number, article, reading, entities.get(article.id, ()), terms))
    return found


def _terms(viewer: Viewer) -> Matcher | None:
    return compiled(viewer.content.terms).matcher(viewer.lang) if viewer.content.terms else None


def _entry(
    viewer: Viewer, number: int, article: Article, reading: Reading, entities: Sequence[str], terms: Matcher | None
) -> IndexedVersion:
    """The version of `article` in the viewer's language. number: the article's, in the index."""
    version, day = article.versions[viewer.lang], _day(viewer, article)
    named = list(entities)
    if terms:
        text = f"{version.title}\n\n{reading.summary}\n\n{plain_text(reading.html)}"
        named += dict.fromkeys(mention.entity for mention in terms.find(text))
    filters = [f"topic={id}" for id in article.topics if id in viewer.plan.topics]
    filters += [f"entity={id}" for id in named if id in viewer.plan.entities]
    filters.append(f"year={day[:4]}")
    return IndexedVersion(
        number=number,
        title=version.title,
        shown=_shown(viewer.title(version)),
        summary=" ".join((reading.summary, *version.words)),
        html=reading.html,
        filters=filters,
        entities=named,
        path=f"{article.month}/{version.slug}",
        day=day,
        snippet=_shown(viewer.phrase(clip(reading.summary, SNIPPET_LENGTH))),
        machine=version.translation is not None and version.translation.state == "machine",
        picture=cut(reading.picture, article.id, viewer.language).path if reading.picture else "",
    )


def search_files_after(
    viewer: Viewer, article: Article, place: int, readings: tuple[Reading, Reading], read: Callable[[str], bytes]
) -> list[tuple[str, bytes]]:
    """The files of words among `search_files`, and their list, where the text of one version is another and nothing
    else; none where it has the same words.

    place: of `article` among all, the newest first. readings: of its version in the viewer's language, before and now.
    read: gives a file of the index as it was, by its path.
    """
    found = (viewer.readings.articles[article.id, lang].entities for lang in article.versions)
    named = sorted({id for each in found for id in each})
    terms, number = _terms(viewer), len(viewer.plan.all_articles) - 1 - place
    before, after = (_entry(viewer, number, article, each, named, terms) for each in readings)
    lexicon = Lexicon()
    names = EntityWords(viewer.content.vocabulary, lexicon)
    return words_after(f"{viewer.lang}/{urls.SEARCH_FOLDER}", read, before, after, names, lexicon)


def words_file(lang: str, number: int) -> str:
    """The path of a file of words in the index of a language."""
    return f"{lang}/{urls.SEARCH_FOLDER}/words-{number}.js"


def _shown(text: Phrase) -> str:
    """As plain text, whose figures do not break over lines: the script sets texts and knows nothing of figures."""
    return _FIGURE.sub(lambda found: found[0].replace(" ", "\u00a0").replace("-", "-\u2060"), text.plain)


def _day(viewer: Viewer, article: Article) -> str:
    """The day it came out, on the site's own clock; ISO 8601."""
    return article.published.astimezone(viewer.settings.timezone).date().isoformat()
