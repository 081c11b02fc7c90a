"""What the files beside a model say about it: its languages, its licence, what was measured."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from nashra.languages.codes import short
from nashra.translate.models.families.manifest import Figure

_MAX_BYTES = 1 << 20
_MAX_FIGURES = 60
_SIDE = r"^[\s>*-]*{}[ _-]languages?(?:\(s\)|s)?\s*:\s*(.+)$"
_CODE = re.compile(r"\b[a-z]{2,3}(?:[_-][A-Za-z]{2,8})?\b")
_FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_MEASURES = {"BLEU": "BLEU", "CHRF": "chrF", "CHRF2": "chrF", "COMET": "COMET"}
_LICENCES = (
    (re.compile(r"NonCommercial[- ]4\.0|cc-by-nc-4\.0", re.IGNORECASE), "CC-BY-NC 4.0"),
    (re.compile(r"Attribution[- ]4\.0|cc-by-4\.0", re.IGNORECASE), "CC-BY 4.0"),
    (re.compile(r"Apache License|apache-2\.0", re.IGNORECASE), "Apache 2.0"),
    (re.compile(r"\bMIT License|license: mit\b", re.IGNORECASE), "MIT"),
)


def read(folder: Path) -> str:
    """The text of a model's README, "" without one."""
    for name in ("README.md", "README", "README.txt"):
        if text := _text(folder / name):
            return text
    return ""


def languages(text: str, side: str) -> tuple[str, ...]:
    """The codes of the languages that a README names as `side`, "source" or "target"; empty where it names none."""
    found = re.search(_SIDE.format(side), text, re.IGNORECASE | re.MULTILINE)
    return tuple(dict.fromkeys(code for word in _CODE.findall(found[1]) if (code := short(word)))) if found else ()


def pair_in(names: Sequence[str]) -> tuple[str, str] | None:
    """The two languages that stand side by side in a name such as "opus-mt-ar-en"; None where that is not clear."""
    for name in names:
        parts = re.split(r"[-_./ ]+", name.removesuffix(".zip"))
        pairs = {
            (one, two)
            for first, second in pairwise(parts)
            if (one := short(first)) and (two := short(second)) and one != two
        }
        if len(pairs) == 1:
            return pairs.pop()
    return None


def licence(folder: Path, text: str) -> str:
    """The licence that the files name, "" where they name none that is known."""
    front = _FRONT.match(text)
    given = "\n".join(_text(folder / name) for name in ("LICENSE", "LICENSE.txt", "LICENSE.md", "LICENCE"))
    for source in (given, front[1] if front else "", text):
        for pattern, name in _LICENCES:
            if pattern.search(source[:4_000]):
                return name
    return ""


def figures(text: str, source: str) -> tuple[Figure, ...]:
    """What a table of benchmarks in a README says. source: where that README stands."""
    found = []
    heads: list[str] = []
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if "|" not in line:
            heads = []
        elif any(cell.upper() == "BLEU" for cell in cells):
            heads = [_MEASURES.get(cell.upper().replace("-", ""), "") for cell in cells]
        elif len(cells) == len(heads):
            # what stands before the first measure names the test, and the languages where there are several
            test = " ".join(cells[: heads.index(next(filter(None, heads)))]) or cells[0]
            for measure, cell in zip(heads, cells, strict=True):
                if measure and re.fullmatch(r"\d{1,3}(?:\.\d+)?", cell):
                    value = float(cell)
                    # some write chrF as a share, some as a percentage
                    share = measure == "chrF" and 0 < value <= 1
                    found.append(Figure(test, measure, round(value * 100, 1) if share else value, source))
    return tuple(found[:_MAX_FIGURES])


def _text(path: Path) -> str:
    try:
        return path.read_bytes()[:_MAX_BYTES].decode("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""
