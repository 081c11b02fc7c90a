"""How long stories take to be found: all of an archive, and one new article.

    python benchmarks/stories.py [ARTICLES]

The articles are those of the labelled set in tests/stories/, told again and again on other days, in other places and
with other numbers, 300 a day.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

from nashra.entities.builtin import builtin
from nashra.entities.matchers import compiled
from nashra.settings import config
from nashra.stories.grouping import grouped
from nashra.stories.signs import signs
from nashra.stories.telling import NAME, OF, Placed, Telling

TESTS = Path(__file__).parents[1] / "tests" / "stories"
TOML = '[site]\nurl = "https://a.example/"\nlanguages = ["ar", "fr", "en"]\ntitle = {ar = "a", fr = "b", en = "c"}\n'
A_DAY = 300


def main(count: int) -> None:
    """Print the CPU seconds of `count` articles and of one more."""
    sys.path.insert(0, str(TESTS))
    from test_labelled_set import labelled

    chance = Random(1)
    articles = [each for half in ("seen", "held_out") for each in labelled(half)]
    entities = builtin(config.parse(TOML, Path()))[0]
    matchers = compiled(entities)
    find = {lang: matchers.matcher(lang).find for lang in ("ar", "fr", "en")}
    places = [f"{NAME}{id}" for id, entity in entities.items() if entity.type == "place"]
    made: list[tuple[str, str, str, dict[str, float], float]] = []
    for number in range(count):
        one = articles[chance.randrange(len(articles))]
        told = f"{one.text} {chance.randrange(3, 5000)} {chance.choice(articles).text.split('.')[0]}"
        names = dict.fromkeys((NAME + each.entity for each in find[one.lang](f"{one.title} {told}")), 1.0)
        names |= {chance.choice(places): 0.6, f"{OF}morocco": 0.5}
        made.append((one.title, told, one.lang, names, number * 24 / A_DAY))
    start = time.process_time()
    known = {}
    for number, (title, text, lang, names, hours) in enumerate(made):
        id = f"{number:06x}"
        known[id] = Telling(id, hours, lang, title, names, {lang: frozenset(signs(title, text, lang).split())})
    read = time.process_time()
    order = [Placed(each.id, b"", each.hours) for each in known.values()]
    before = grouped(order[:-1], known.__getitem__)
    all_of_them = time.process_time()
    best = float("inf")
    for _ in range(5):  # the garbage of the many above is collected in one of them
        begun = time.process_time()
        grouped(order, known.__getitem__, before)
        best = min(best, time.process_time() - begun)
    stories = len({each.story for each in before})
    print(f"{count:,} articles, {A_DAY} a day: {read - start:.1f} CPU s to read their signs, ", end="")
    print(f"{all_of_them - read:.1f} for {stories:,} stories; one more: {1000 * best:.0f} ms")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
