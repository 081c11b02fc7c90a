"""New entities that the texts ask for: possible names, gathered over articles and joined over languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nashra.entities.matchers import compiled
from nashra.entities.normalize import folder, normalize, plain, token_pattern
from nashra.entities.suggest import arabic
from nashra.entities.suggest.found import Found, overlaps
from nashra.entities.suggest.join import Sighting, join
from nashra.entities.suggest.latin import LatinFinder
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
                    seen.append(Sighting(article.id, lang, number, found))
        sightings.append(seen)
    return sorted(
        (
            suggestion
            for cluster in join(sightings, texts)
            if (suggestion := _suggestion(cluster, texts, languages)).mentions >= least
        ),
        key=lambda suggestion: (-suggestion.score, *suggestion.names.values()),
    )


def _finder(
    lang: str, articles: Sequence[Article], entities: Mapping[str, Entity]
) -> Callable[[str, list[tuple[int, int]]], Iterator[Found]]:
    model = spacy_finder(lang)
    if lang == "ar":
        return lambda text, known: _with_model(arabic.find(text, known), text, known, model)
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
