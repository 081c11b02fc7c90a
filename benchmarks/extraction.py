"""How well imports find articles and dates on public sets: `python benchmarks/extraction.py CHECKOUT [CHECKOUT ...]`.

A CHECKOUT is a copy of one of these repositories, which it is told by its files; nothing of theirs stands in ours:

- github.com/scrapinghub/article-extraction-benchmark: precision, recall and F1 of the words (four in a row) of the text
- github.com/adbar/htmldate: precision and recall of the day of publication
- github.com/flairNLP/fundus: as the first, by country, and how many of the lost paragraphs no report tells of

Every second page, in the order of their names, is shown apart as held out: mend by looking at the others.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import mean
from typing import Any
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from lxml.html import fromstring

from nashra.ingest.draft import Imported
from nashra.kit.errors import ContentError
from nashra.markup.html import render
from support.imported import read

_BLOCKS = "p li h1 h2 h3 h4 h5 h6 td th tr blockquote pre figcaption br dt dd".split()
_DAY = "2024-07-18"
_ROW = 4


def article(page: bytes, **options: Any) -> Imported | None:
    """The article in `page`; None where the import refuses it."""
    try:
        return read(page, Path("page.html"), lang="en", timezone=ZoneInfo("UTC"), **options)
    except ContentError:
        return None


def shown(markdown: str) -> str:
    """What a reader sees of a body, a line for each block."""
    root = fromstring(f"<div>{render(markdown)}</div>")
    for element in root.iter(*_BLOCKS):
        element.text, element.tail = f"\n{element.text or ''}", f"\n{element.tail or ''}"
    return str(root.text_content())


def score(true: str, found: str) -> tuple[float, float]:
    """(precision, recall) of the runs of four words of `found`."""
    runs = []
    for text in (true, found):
        words = re.findall(r"\w+", text)
        runs.append(Counter(tuple(words[at : at + _ROW]) for at in range(max(1, len(words) - _ROW + 1))))
    both = sum((runs[0] & runs[1]).values())
    return tuple(both / (sum(each.values()) or 1) for each in reversed(runs))  # type: ignore[return-value]


def print_scores(name: str, scores: Sequence[tuple[float, float]]) -> None:
    """One line: how many pages, and the means."""
    precision, recall = (mean(column) for column in zip(*scores, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name:24} {len(scores):4} pages  P {precision:.4f}  R {recall:.4f}  F1 {f1:.4f}", flush=True)


def measure_articles(checkout: Path) -> None:
    """scrapinghub's pages."""
    truth = json.loads((checkout / "ground-truth.json").read_text())
    scores, before = [], time.process_time()
    for name in sorted(truth):
        found = article(gzip.decompress((checkout / "html" / f"{name}.html.gz").read_bytes()), date=_DAY)
        scores.append(score(truth[name]["articleBody"], shown(found.draft.body) if found else ""))
    spent = (time.process_time() - before) / len(scores)
    print_scores("articles", scores)
    print_scores("articles, held out", scores[1::2])
    print(f"{1000 * spent:.0f} ms of CPU a page, with the comparison")


def measure_dates(tests: Path) -> None:
    """htmldate's pages."""
    right = wrong = missing = 0
    for name in ("eval_mediacloud_2020.json", "eval_default.json"):
        for each in json.loads((tests / name).read_text()).values():
            places = (tests / folder / each["file"] for folder in ("test_set", "cache", "eval"))
            file = next((place for place in places if place.is_file()), None)
            if file is None or not isinstance(each["date"], str):
                continue
            found = article(file.read_bytes(), saved=datetime(2026, 7, 1, tzinfo=UTC))
            if found is None:
                missing += 1
            elif found.draft.published.date().isoformat() == each["date"]:
                right += 1
            else:
                wrong += 1
    print(f"dates: {right} right, {wrong} wrong, {missing} missing", end="  ")
    print(f"P {right / (right + wrong):.4f}  R {right / (right + missing):.4f}", flush=True)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _versions(folder: Path, name: str) -> Iterator[list[str]]:
    """The paragraphs that fundus has for a page, by each version of its parser."""
    publisher = re.split(r"_\d{4}_", name)[0]
    for version in json.loads((folder / f"{publisher}.json").read_text()).values():
        if body := version.get("body"):
            inside = [text for part in body["sections"] for text in [*part["headline"], *part["paragraphs"]]]
            yield [*body["summary"], *inside]


def measure_paragraphs(data: Path) -> None:
    """fundus's pages."""
    scores: dict[str, list[tuple[float, float]]] = {}
    silent = lost = 0
    for meta in sorted(data.glob("*/meta.info")):
        for name in sorted(json.loads(meta.read_text())):
            versions = list(_versions(meta.parent, name))
            if not versions or not (meta.parent / name).is_file():
                continue
            found = article(gzip.decompress((meta.parent / name).read_bytes()), date=_DAY)
            body = shown(found.draft.body) if found else ""
            whole = f"{found.draft.summary or ''}\n{body}" if found else ""
            told = _letters(whole + " ".join(each.text for each in found.dropped)) if found else ""
            own = [(score("\n".join(each), text), each) for each in versions for text in (body, whole)]
            best, paragraphs = max(own, key=lambda pair: min(pair[0]))
            for group in ("all", meta.parent.name):
                scores.setdefault(group, []).append(best)
            gone = [text for text in map(_letters, paragraphs) if text not in _letters(whole)]
            lost += len(gone)
            silent += sum(text not in told for text in gone)
    for group in ("all", "fr", "lb", "uk", "us"):
        if group in scores:
            print_scores(f"fundus, {group}", scores[group])
    print(f"{lost} paragraphs differ or are lost, {silent} of them without a word")


def main() -> None:
    """Measure every checkout named on the command line."""
    for checkout in map(Path, sys.argv[1:]):
        if (checkout / "ground-truth.json").is_file():
            measure_articles(checkout)
        elif (checkout / "tests" / "eval_default.json").is_file():
            measure_dates(checkout / "tests")
        elif (data := checkout / "tests" / "resources" / "parser" / "test_data").is_dir():
            measure_paragraphs(data)
        else:
            print(f"{checkout}: no set that is known; see the head of this file", file=sys.stderr)


if __name__ == "__main__":
    main()
