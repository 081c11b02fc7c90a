"""How fast names are found: `python benchmarks/entities.py [ENTITIES]` (default 10,000 in three languages).

The registry and the texts are made up from a fixed seed: words of each language's letters with frequencies as in real
texts (Zipf's law), about one mention in 14 words, Arabic ones often behind a particle. Beside them stand the articles
in this repository's content/ with the names that they are published with.

Times are CPU seconds of this process. From cold: a matcher that was just made and knows no word yet reads all texts in
their order; the trees of the names that they begin, the words around these and the tables of the language are made on
the way. Five such runs, each text's best. Warm: the same texts again, each text's best of fifteen. So other work on the
machine counts little. As in a build, Python's collector of garbage leaves alone what is there before the first text.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from random import Random
from time import process_time

from nashra.content import store
from nashra.entities.annotate import Annotator
from nashra.entities.matcher import Matcher
from nashra.entities.matchers import compiled
from nashra.entities.texts import running_text
from nashra.kit.collector import settled
from nashra.model import Entity, EntityType
from nashra.settings import config

LETTERS = {
    "ar": "اااااللللينمموورتبكدسعحقفجهةىأإشصطخضذثغظز",
    "fr": "eeeeeeaaaisssnnrrttoollluuddccmmppévqfbghjàxèêyz",
    "en": "eeeeeettttaaaooiinnsshhrrddlluccmwfgypbvkjxqz",
}
CAPITALISED = ("fr", "en")
VOCABULARY, ARTICLES, WORDS = 40_000, 500, 420
ROOT = Path(__file__).resolve().parent.parent
COLD_RUNS, WARM_RUNS = 5, 3
TYPES: tuple[EntityType, ...] = ("person", "organization", "place", "event", "work")


def words(random: Random, lang: str, count: int, least: int, most: int) -> list[str]:
    """`count` made-up words, all different."""
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(random.choices(LETTERS[lang], k=random.randint(least, most)))] = None
    return list(found)


def registry(random: Random, count: int) -> dict[str, Entity]:
    """`count` entities with a name of one to three words and an alias in each language."""
    stock = {lang: words(random, lang, count, 4, 9) for lang in LETTERS}
    for lang in CAPITALISED:
        stock[lang] = [word.capitalize() for word in stock[lang]]
    entities: dict[str, Entity] = {}
    for number in range(count):
        names = {lang: " ".join(random.choices(stock[lang], k=random.randint(1, 3))) for lang in LETTERS}
        aliases = {lang: (" ".join(random.choices(stock[lang], k=2)),) for lang in LETTERS}
        entities[f"e{number}"] = Entity(f"e{number}", random.choice(TYPES), names, aliases)
    return entities


def texts(random: Random, lang: str, entities: dict[str, Entity]) -> list[str]:
    """Articles of short paragraphs that name entities, the first ones far more often than the last."""
    vocabulary = sorted(words(random, lang, VOCABULARY, 2, 11), key=len)
    weights = list(accumulate(1 / (rank + 3) for rank in range(VOCABULARY)))
    names = [entity.names[lang] for entity in entities.values()]
    chances = list(accumulate(1 / (rank + 30) for rank in range(len(names))))
    particles = ["", "", "و", "ب", "ل"] if lang == "ar" else [""]
    articles: list[str] = []
    for _ in range(ARTICLES):
        tokens = random.choices(vocabulary, cum_weights=weights, k=WORDS)
        for place in range(0, WORDS, 14):
            tokens[place] = random.choice(particles) + random.choices(names, cum_weights=chances)[0]
        sentences = [" ".join(tokens[start : start + 20]) for start in range(0, WORDS, 20)]
        articles.append("\n\n".join(". ".join(sentences[start : start + 3]) + "." for start in range(0, 21, 3)))
    return articles


def main(count: int) -> None:
    """Print build time, and per language characters per CPU second, and the time annotate adds."""
    random = Random(2024)
    entities = registry(random, count)
    best = min(_build_time(entities) for _ in range(COLD_RUNS))
    print(f"build: {count} entities, {len(LETTERS)} languages: {best:.3f} s; asked for again: {_again(entities):.4f} s")
    for lang in LETTERS:
        articles = texts(random, lang, entities)
        matcher = _measure(lang, articles, entities)
        pages = ["".join(f"<p>{paragraph}</p>\n" for paragraph in article.split("\n\n")) for article in articles]
        start = process_time()
        for article in articles:
            matcher.find(article)
        middle = process_time()
        for page in pages:
            Annotator(page, matcher).linked(lambda name: f"../entities/{name}.html")
        extra = (process_time() - middle - (middle - start)) / len(pages) * 1000
        print(f"    annotate adds {extra:.2f} ms an article")
    content, _ = store.load(config.load(ROOT))
    print(f"content/ of this repository, {len(content.entities)} entities")
    for lang in LETTERS:
        versions = [article.versions[lang] for article in content.articles if lang in article.versions]
        _measure(lang, [running_text(version) for version in versions], content.entities)


def _measure(lang: str, articles: Sequence[str], entities: Mapping[str, Entity]) -> Matcher:
    """Print how fast `articles` are searched; gives a matcher that knows them."""
    size = sum(map(len, articles))
    cold, warm = [float("inf")] * len(articles), [float("inf")] * len(articles)
    for _ in range(COLD_RUNS):
        matcher = Matcher(entities, lang)
        mentions = 0
        with settled():
            for number, article in enumerate(articles):
                start = process_time()
                mentions += len(matcher.find(article))
                cold[number] = min(cold[number], process_time() - start)
        for _ in range(WARM_RUNS):
            for number, article in enumerate(articles):
                start = process_time()
                matcher.find(article)
                warm[number] = min(warm[number], process_time() - start)
    print(
        f"{lang}: {size / 1e6:.2f} million characters, {mentions / size * 1000:.1f} mentions in 1,000: "
        f"{size / sum(cold) / 1e6:.1f} million characters per CPU second from cold, {size / sum(warm) / 1e6:.1f} warm"
    )
    return matcher


def _build_time(entities: dict[str, Entity]) -> float:
    start = process_time()
    for lang in LETTERS:
        Matcher(entities, lang)
    return process_time() - start


def _again(entities: dict[str, Entity]) -> float:
    """Time to get the matchers of a registry that was compiled before, and was read anew since."""
    for lang in LETTERS:
        compiled(entities).matcher(lang)
    same = {id: replace(entity) for id, entity in entities.items()}
    start = process_time()
    for lang in LETTERS:
        compiled(same).matcher(lang)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
