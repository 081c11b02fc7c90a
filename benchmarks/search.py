"""The search index of a large site: how long it takes to make, how large it is, and what queries transfer.

    python benchmarks/search.py 10000

N articles of about 400 words in one language, in made-up words whose frequencies follow Zipf's law with the long tail
that Arabic has, each with a title, a summary, three topics and five entities. Printed for a set of queries: how many
articles have all words, and the bytes of all files of the index that the page loads for it and its first 20 results,
as they are and as a server sends them (gzip).
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import time
from bisect import bisect_right
from itertools import accumulate
from pathlib import Path

from nashra.model import Entity
from nashra.render.search.index import ARTICLES, EntityWords, IndexedVersion, files
from nashra.render.search.postings import ALPHABET, BASE
from nashra.render.search.words import Lexicon, forms

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# With these frequencies ten thousand articles have about 190,000 distinct words, as Arabic news has.
VOCABULARY = 400_000
WORDS, ENTITIES, TOPICS = 400, 2_000, 60


def vocabulary() -> tuple[list[str], list[float]]:
    """Words, the most frequent first and short ones before long ones, and their cumulative weights."""
    choose = random.Random(7)
    made = dict.fromkeys(
        "".join(choose.choices(LETTERS, k=min(11, 2 + int(n**0.16) + choose.randrange(3)))) for n in range(VOCABULARY)
    )
    # every fourth word with the article, every eighth with a particle
    words = [("ال" if n % 4 == 0 else "و" if n % 8 == 1 else "") + word for n, word in enumerate(made)]
    return words, list(accumulate(1 / (n + 2.7) ** 1.2 for n in range(len(words))))


def entries(count: int) -> tuple[list[IndexedVersion], dict[str, Entity]]:
    """The articles, oldest first, and the entities they name."""
    choose = random.Random(11)
    words, weights = vocabulary()
    ids = [f"e{n}" for n in range(ENTITIES)]
    entities = {id: Entity(id, "person", {"ar": " ".join(choose.choices(words, k=2))}) for id in ids}
    likely = list(accumulate(1 / (n + 2) for n in range(ENTITIES)))

    def text(length: int) -> str:
        return " ".join(choose.choices(words, cum_weights=weights, k=length))

    found = []
    for number in range(count):
        named = list(dict.fromkeys(choose.choices(ids, cum_weights=likely, k=5)))
        filters = [f"topic=t{n}" for n in choose.sample(range(TOPICS), 3)] + [f"entity={id}" for id in named]
        paragraphs = "\n".join(f"<p>{text(WORDS // 8)}</p>" for _ in range(8))
        summary, year = text(28), 2010 + number * 15 // count
        path = f"{year}/07/{text(6).replace(' ', '-')}"
        filters.append(f"year={year}")
        found.append(
            IndexedVersion(
                number, text(9), summary, paragraphs, filters, named, path, f"{year}-07-18", summary[:200], False
            )
        )
    return found, entities


def decode(codes: str) -> list[int]:
    """The numbers of the articles, as the script reads them."""
    numbers, number, value, scale = [], 0, 0, 1
    for digit in map(ALPHABET.index, codes):
        value += digit % BASE * scale
        scale *= BASE
        if digit < BASE:
            number += value >> 2
            numbers.append(number)
            value, scale = 0, 1
    return numbers


class Reader:
    """Loads what the page of search would."""

    def __init__(self, made: dict[str, bytes]) -> None:
        self.made = made
        self.starts: list[str] = []
        self.shelves: list[dict[str, str]] = []
        for n in range(sum("/words-" in name for name in made)):
            parts = made[f"ar/search/words-{n}.js"].decode().split('","')[1].removesuffix('")\n').split(" ")
            self.shelves.append(dict(zip(parts[::2], parts[1::2], strict=True)))
            self.starts.append(parts[0])

    def query(self, words: list[str], start: str = "") -> tuple[int, list[str]]:
        """(articles with all `words` and a word that begins with `start`, names of the files loaded)."""
        loaded = {"ar/search/index.js"}
        sets = []
        for word in words + [start] * bool(start):
            found: set[int] = set()
            for form in [start] if word == start else forms(word):
                first = max(0, bisect_right(self.starts, form) - 1)
                last = first + 1
                while word == start and last < min(first + 3, len(self.starts)) and self.starts[last].startswith(start):
                    last += 1
                loaded.update(f"ar/search/words-{n}.js" for n in range(first, last))
                for shelf in self.shelves[first:last]:
                    for each, codes in shelf.items():
                        if each == form or (word == start and each.startswith(start)):
                            found.update(decode(codes))
            sets.append(found)
        hits = sorted(set.intersection(*sets), reverse=True)
        loaded.update(f"ar/search/articles-{number // ARTICLES}.js" for number in hits[:20])
        return len(hits), sorted(loaded)


def main() -> None:
    """Print the figures; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=10_000)
    found, entities = entries(parser.parse_args().count)
    before, start = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
    lexicon = Lexicon()
    made = dict(files("ar/search", found, EntityWords(entities, lexicon), lexicon))
    seconds = time.process_time() - start
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    sizes = sorted(map(len, made.values()))
    print(f"{len(found)} articles: {seconds:.1f} CPU s, {1000 * seconds / len(found):.2f} ms each, {grown} MB more")
    print(f"{len(made)} files, {sum(sizes) / 1e6:.1f} MB, the largest {sizes[-1] / 1000:.0f} kB")
    words = vocabulary()[0]
    assets = Path(__file__).parents[1] / "templates" / "assets"
    page = sum(len((assets / name).read_bytes()) for name in ("search.js", "style.css"))
    print(f"the script and the style sheet, {page / 1000:.0f} kB, are not in these figures")
    print(f"{'query':34}{'found':>7}{'files':>7}{'kB':>7}{'gzip':>7}")
    reader = Reader(made)
    queries = {
        "the most frequent word": ([words[0]], ""),
        "one frequent, one rare": ([words[3], words[3000]], ""),
        "four frequent": (words[1:5], ""),
        "six frequent": (words[5:11], ""),
        "four of the middle": (words[101:105], ""),
        "two letters": ([], "مع"),
        "three words and two letters": (words[8:11], "مع"),
        "three words and three letters": (words[9:12], "محم"),
    }
    for name, (query, beginning) in queries.items():
        hits, loaded = reader.query(query, beginning)
        raw, sent = sum(len(made[each]) for each in loaded), sum(len(gzip.compress(made[each])) for each in loaded)
        print(f"{name:34}{hits:7}{len(loaded):7}{raw / 1000:7.0f}{sent / 1000:7.0f}")


if __name__ == "__main__":
    main()
