"""How fast names are found: `python benchmarks/entities.py [ENTITIES]` (default 10,000 in three languages).

The registry and the texts are made up from a fixed seed: words of each language's letters with frequencies as in real
texts (Zipf's law), about one mention in 14 words, Arabic ones often behind a particle. Times are CPU seconds of this
process, the best of three runs, each with a new matcher that knows no word yet.
"""

from __future__ import annotations

import sys
from itertools import accumulate
from random import Random
from time import process_time

from generator.entities.annotate import annotate
from generator.entities.matcher import Matcher
from generator.model import Entity, EntityType

LETTERS = {
    "ar": "اااااللللينمموورتبكدسعحقفجهةىأإشصطخضذثغظز",
    "fr": "eeeeeeaaaisssnnrrttoollluuddccmmppévqfbghjàxèêyz",
    "en": "eeeeeettttaaaooiinnsshhrrddlluccmwfgypbvkjxqz",
}
CAPITALISED = ("fr", "en")
VOCABULARY, ARTICLES, WORDS = 40_000, 500, 420
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
    best = min(_build_time(entities) for _ in range(3))
    print(f"build: {count} entities, {len(LETTERS)} languages: {best:.3f} s")
    for lang in LETTERS:
        articles = texts(random, lang, entities)
        size = sum(map(len, articles))
        runs = []
        for _ in range(3):
            matcher = Matcher(entities, lang)
            start = process_time()
            mentions = sum(len(matcher.find(article)) for article in articles)
            runs.append(process_time() - start)
        start = process_time()
        for article in articles:
            matcher.find(article)
        warm = process_time() - start
        pages = ["".join(f"<p>{paragraph}</p>\n" for paragraph in article.split("\n\n")) for article in articles]
        start = process_time()
        for page in pages:
            annotate(page, matcher, lambda name: f"../entities/{name}.html")
        extra = (process_time() - start - warm) / len(pages) * 1000
        print(
            f"{lang}: {size / 1e6:.2f} million characters, {mentions} mentions: "
            f"{size / min(runs) / 1e6:.1f} million characters per CPU second from cold, {size / warm / 1e6:.1f} warm; "
            f"annotate adds {extra:.2f} ms an article"
        )


def _build_time(entities: dict[str, Entity]) -> float:
    start = process_time()
    for lang in LETTERS:
        Matcher(entities, lang)
    return process_time() - start


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
