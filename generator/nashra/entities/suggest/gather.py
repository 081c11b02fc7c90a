"""New entities that the texts ask for: possible names, gathered over articles and joined over languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nashra.entities.forms import names_in
from nashra.entities.matcher import Matcher
from nashra.entities.matchers import compiled
from nashra.entities.normalize import folder, normalize, plain, token_pattern
from nashra.entities.rules import rules_of
from nashra.entities.suggest.again import Again
from nashra.entities.suggest.common import CommonWords
from nashra.entities.suggest.cued import CuedFinder, is_cued
from nashra.entities.suggest.found import Found, overlaps
from nashra.entities.suggest.join import Sighting, join
from nashra.entities.suggest.latin import LatinFinder
from nashra.entities.suggest.repeated import REASON, repeated
from nashra.entities.suggest.spacy_models import Finder, spacy_finder
from nashra.entities.texts import paragraphs
from nashra.markup.segments import sentences
from nashra.model import Article, Entity, EntityType

# Characters of an example sentence; more is cut around the name.
_MAX_EXAMPLE = 160
# Evidence: a language more, an article more, and a mention more.
_PER_LANGUAGE, _PER_ARTICLE = 3, 2


@dataclass(slots=True)
class Suggestion:
    """A possible entity.

    names, aliases: per language. examples: per language a sentence that has the name. score: evidence, for ordering.
    mentions, articles: how often, and in how many articles it is named.
    """

    names: dict[str, str]
    aliases: dict[str, list[str]]
    type: EntityType
    is_guess: bool
    reasons: tuple[str, ...]
    mentions: int
    articles: int
    score: int
    examples: dict[str, str] = field(default_factory=dict)


def suggest(
    articles: Sequence[Article], entities: Mapping[str, Entity], languages: Sequence[str], least: int = 2
) -> list[Suggestion]:
    """What could be added to `entities`, the best evidence first.

    least: mentions that a name must have, those in the versions of an article counted together. Takes time in
    proportion to the texts.
    """
    finders = {lang: _finder(lang, articles, entities) for lang in languages}
    matchers = {lang: compiled(entities).matcher(lang) for lang in languages}
    # who is known by the full name is no news by the surname, nor is a name that the matcher leaves alone
    listed = {lang: {key for entity in entities.values() for key in _listed(entity, lang)} for lang in languages}
    sightings: list[list[Sighting]] = []
    texts: dict[tuple[str, str], list[str]] = {}
    for article in articles:
        seen: list[Sighting] = []
        for lang in languages:
            if lang not in article.versions:
                continue
            blocks = texts[article.id, lang] = paragraphs(article.versions[lang])
            for number, text in enumerate(blocks):
                known = [(mention.start, mention.end) for mention in matchers[lang].find(text)]
                for found in finders[lang](text, known):
                    if normalize(found.name, lang) not in listed[lang]:
                        seen.append(Sighting(article.id, lang, number, found))
        sightings.append(seen)
    for lang in filter(is_cued, languages):
        sightings = _without_common(sightings, texts, lang)
        _add_repeated(articles, sightings, texts, matchers[lang])
        _add_again(articles, sightings, texts, matchers[lang])
    return sorted(
        (
            suggestion
            for cluster in join(sightings, texts)
            if not _is_adjective(cluster) and (suggestion := _suggestion(cluster, texts, languages)).mentions >= least
        ),
        key=lambda suggestion: (-suggestion.score, *suggestion.names.values()),
    )


def _is_adjective(cluster: Sequence[Sighting]) -> bool:
    """Whether an uncased word stands behind one and the same noun only: مدينة صناعية may be an industrial town."""
    reasons = {sighting.found.reason for sighting in cluster}
    is_bare = all(is_cued(sighting.lang) and " " not in sighting.found.name for sighting in cluster)
    return is_bare and len(reasons) == 1 and cluster[0].found.type == "place" and not reasons & {REASON}


def _without_common(
    sightings: Sequence[list[Sighting]], texts: Mapping[tuple[str, str], list[str]], lang: str
) -> list[list[Sighting]]:
    """`sightings` without the persons whose first name is a common word that the texts inflect: إدارة السجن."""
    fold, split = folder(lang), token_pattern(lang)
    whole = {
        fold(plain(word))
        for (_, of), blocks in texts.items()
        if of == lang
        for text in blocks
        for word in split.findall(text)
    }
    common, rules = CommonWords(lang, whole), rules_of(lang)

    def is_common(one: Sighting) -> bool:
        if one.lang != lang or one.found.type != "person":
            return False
        first = fold(plain(one.found.name.split()[0]))
        is_common = common.has(first) or common.goes_on(first) or first in rules.unknown.common
        return first not in rules.around.given and is_common

    return [[one for one in seen if not is_common(one)] for seen in sightings]


def _add_repeated(
    articles: Sequence[Article],
    sightings: Sequence[list[Sighting]],
    texts: Mapping[tuple[str, str], list[str]],
    matcher: Matcher,
) -> None:
    """Add to the sightings of each article the names that its text, with all the others, repeats."""
    lang = matcher.lang
    places = [
        (number, block, text)
        for number, article in enumerate(articles)
        for block, text in enumerate(texts.get((article.id, lang), ()))
    ]
    given = []
    for number, block, text in places:
        known = [(mention.start, mention.end) for mention in matcher.find(text)]
        here = (one.found for one in sightings[number] if (one.lang, one.block) == (lang, block))
        given.append((text, known, [*known, *((found.start, found.end) for found in here)]))
    found = repeated(given, lang)
    for (number, block, _), names in zip(places, found, strict=True):
        sightings[number].extend(Sighting(articles[number].id, lang, block, name) for name in names)


def _add_again(
    articles: Sequence[Article],
    sightings: Sequence[list[Sighting]],
    texts: Mapping[tuple[str, str], list[str]],
    matcher: Matcher,
) -> None:
    """Add to the sightings of each article the further mentions of the names that its text was seen to have."""
    lang, again = matcher.lang, Again(matcher.lang)
    for article, seen in zip(articles, sightings, strict=True):
        blocks = texts.get((article.id, lang), [])
        known = [[(mention.start, mention.end) for mention in matcher.find(text)] for text in blocks]
        found = [(one.block, one.found) for one in seen if one.lang == lang]
        seen.extend(Sighting(article.id, lang, block, one) for block, one in again.find(blocks, found, known))


def _finder(
    lang: str, articles: Sequence[Article], entities: Mapping[str, Entity]
) -> Callable[[str, list[tuple[int, int]]], Iterator[Found]]:
    model = spacy_finder(lang)
    if is_cued(lang):
        cued = CuedFinder(lang)
        return lambda text, known: _with_model(cued.find(text, known), text, known, model)
    fold, split = folder(lang), token_pattern(lang)
    small = {
        fold(plain(word))
        for article in articles
        if lang in article.versions
        for word in split.findall(article.versions[lang].body)
        if word.islower()
    }
    places = {normalize(entity.names[lang], lang) for entity in entities.values() if _is_place(entity, lang)}
    finder = LatinFinder(lang, small, places)
    return lambda text, known: _with_model(finder.find(text, known), text, known, model)


def _listed(entity: Entity, lang: str) -> Iterator[str]:
    """The folded names of an entity; the last words of a person's, with the particle before them and without."""
    for name in names_in(entity, lang):
        words = normalize(name, lang).split()
        yield " ".join(words)
        if entity.type == "person":
            yield from (" ".join(words[-count:]) for count in (1, 2))


def _is_place(entity: Entity, lang: str) -> bool:
    return entity.type == "place" and lang in entity.names


def _with_model(
    found: Iterator[Found], text: str, known: list[tuple[int, int]], model: Finder | None
) -> Iterator[Found]:
    taken = list(known)
    for one in found:
        taken.append((one.start, one.end))
        yield one
    for one in model(text) if model else ():
        if not overlaps(one.start, one.end, taken):
            taken.append((one.start, one.end))
            yield one


def _suggestion(
    cluster: Sequence[Sighting], texts: Mapping[tuple[str, str], list[str]], languages: Sequence[str]
) -> Suggestion:
    names: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    examples: dict[str, str] = {}
    for lang in languages:
        here = [sighting for sighting in cluster if sighting.lang == lang]
        if not here:
            continue
        spellings = Counter(sighting.found.name for sighting in here)
        # the fullest of the spellings, then the most frequent
        ordered = sorted(spellings, key=lambda name: (-len(name.split()), -spellings[name], name))
        names[lang] = ordered[0]
        if ordered[1:]:
            aliases[lang] = ordered[1:]
        best = next(sighting for sighting in here if sighting.found.name == ordered[0])
        examples[lang] = _example(texts[best.article, lang][best.block], best.found, lang)
    kinds = Counter[EntityType]()
    for sighting in cluster:
        if sighting.found.type is not None:
            kinds[sighting.found.type] += sighting.found.weight
    for lang in filter(is_cued, names):
        if headed := CuedFinder(lang).kind_of(names[lang]):
            kinds[headed] += sum(kinds.values()) + 1
    articles = len({sighting.article for sighting in cluster})
    strongest = max(sighting.found.weight for sighting in cluster)
    return Suggestion(
        names=names,
        aliases=aliases,
        # what one word names and no title introduces is more often a place than a person
        type=kinds.most_common(1)[0][0] if kinds else "place",
        is_guess=strongest < 3,
        reasons=tuple(dict.fromkeys(sighting.found.reason for sighting in cluster))[:3],
        mentions=len(cluster),
        articles=articles,
        score=len(cluster) + _PER_ARTICLE * articles + _PER_LANGUAGE * len(names) + strongest,
        examples=examples,
    )


def _example(text: str, found: Found, lang: str) -> str:
    for start, end in sentences(text, lang):
        if start <= found.start < end:
            if end - start > _MAX_EXAMPLE:
                start = max(start, found.start - _MAX_EXAMPLE // 2)
                end = min(end, start + _MAX_EXAMPLE)
                return "…" + " ".join(text[start:end].split()) + "…"
            return " ".join(text[start:end].split())
    return " ".join(text.split())[:_MAX_EXAMPLE]
