"""Sentences with the translations that people made of them, to measure models by: from files, or the site's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from nashra.kit.errors import ContentError
from nashra.kit.spaces import one_line
from nashra.languages.codes import short
from nashra.markup.segments import sentences
from nashra.model import Article
from nashra.translate.approved import texts_of_people
from nashra.translate.exchange.tmx import read_tmx
from nashra.translate.memory import Pair

_TMX = ".tmx"
_HINT = "begin the file with a line of languages, such as `ar<TAB>en`"


@dataclass(frozen=True, slots=True)
class Sample:
    """A text of one language with a person's translation of it, each on one line."""

    source: str
    reference: str


def read_files(paths: Sequence[Path], languages: Collection[str] = ()) -> dict[Pair, list[Sample]]:
    """Pair of languages -> what the files hold of it, in their order, each text once.

    languages: those that are wanted, all without. A file is TMX; or a table whose first line names the language of each
    column between tabs, as `ar`, `ara` or `arb_Arab` (other columns are passed over); or the sentences of one language,
    a line each, named for it as FLORES and NTREX do (`eng_Latn.devtest`, `newstest2019-ref.arb.txt`), beside those of
    the others. Raises ContentError with the line for a file that is none of these.
    """
    found: dict[Pair, dict[str, Sample]] = defaultdict(dict)
    plain: dict[str, tuple[Path, list[str]]] = {}
    for path in paths:
        rows: Iterable[Mapping[str, str]]
        if path.suffix.lower() == _TMX:
            for source, target, sample in _of_tmx(path, languages):
                found[source, target].setdefault(sample.source, sample)
            continue
        lines = _lines(path)
        if lines and "\t" in lines[0]:
            rows = _of_table(path, lines, languages)
        else:
            code = _code_of(path, languages)
            if code in plain:
                raise ContentError(f"{plain[code][0].name} has sentences in {code!r} too", path=path)
            plain[code] = path, lines
            continue
        _take(found, rows, languages)
    _take(found, _beside(plain), languages)
    if not any(found.values()):
        among = f" of {', '.join(languages)}" if languages else ""
        raise ContentError(f"there is no pair of languages{among} in it", path=paths[0], hint=_HINT)
    return {pair: list(samples.values()) for pair, samples in found.items()}


def of_site(articles: Sequence[Article], pair: Pair, most: int) -> list[Sample]:
    """What people approved in the articles, or seem to have translated, a sentence each; at most `most` of them.

    Which ones depends on their words alone, so that they are the same next week.
    """
    approved, others = texts_of_people(articles, *pair)
    single = [
        Sample(one_line(text), one_line(known.target))
        for text, known in (approved | others).items()
        if len(sentences(text, pair[0])) == 1 and any(char.isalpha() for char in text)
    ]
    return sorted(single, key=lambda each: blake2b(each.source.encode(), digest_size=8).digest())[:most]


def _of_tmx(path: Path, languages: Collection[str]) -> Iterator[tuple[str, str, Sample]]:
    for unit in read_tmx(path):
        for source, text in unit.texts:
            for target, other in unit.texts:
                wanted = source != target and unit.source in (None, source)
                wanted = wanted and (not languages or {source, target} <= set(languages))
                if wanted and text.strip() and other.strip():
                    yield source, target, Sample(one_line(text), one_line(other))


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ContentError(f"the file cannot be read: {error.strerror}", path=path) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ContentError("the file is not UTF-8", path=path, line=line, hint="save it as UTF-8") from None
    lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ContentError("the file is no text", path=path, line=line)
    if not text.strip():
        raise ContentError("the file is empty", path=path, line=1)
    return lines


def _of_table(path: Path, lines: Sequence[str], languages: Collection[str]) -> Iterator[dict[str, str]]:
    heads = lines[0].split("\t")
    rows: list[list[str]] = []
    for number, line in enumerate(lines[1:], 2):
        cells = line.split("\t") if line.strip() else [""] * len(heads)
        if len(cells) != len(heads):
            raise ContentError(
                f"the line has {len(cells)} columns, the first one has {len(heads)}",
                path=path,
                line=number,
                hint="a text may have no tab in it",
            )
        rows.append(cells)
    columns: dict[str, int] = {}
    for place, head in enumerate(heads):
        code = _language(head, languages)
        if code is None or (rows and all(cells[place].strip().isdigit() for cells in rows)):
            continue  # `id` is Indonesian, or the number of the line
        if code in columns:
            raise ContentError(f"two columns are in {code!r}", path=path, line=1, hint="leave one of them")
        columns[code] = place
    if len(columns) < 2:
        raise ContentError("the first line does not name two languages", path=path, line=1, hint=_HINT)
    for cells in rows:
        yield {code: cells[place] for code, place in columns.items()}


def _language(name: str, languages: Collection[str]) -> str | None:
    """The language that the head of a column or a part of a file's name means: "ar", "sentence_arb_Arab"."""
    name = name.strip().removeprefix("sentence_")
    if name in languages:
        return name
    return short(name) if 2 <= len(name.replace("-", "_").split("_")[0]) <= 3 and len(name) <= 12 else None


def _code_of(path: Path, languages: Collection[str]) -> str:
    """The language of a file of sentences, which its name tells."""
    found = [
        _language(part, languages) or _language(part.rpartition("-")[2], languages) for part in path.name.split(".")
    ]
    codes = list(dict.fromkeys(code for code in found if code is not None))
    if len(codes) != 1:
        said = f"tells {', '.join(codes)}" if codes else "does not tell its language"
        hint = f"{_HINT}; or name it for its language, such as eng_Latn.devtest"
        raise ContentError(f"the first line has no tab, and the file's name {said}", path=path, line=1, hint=hint)
    return codes[0]


def _beside(plain: Mapping[str, tuple[Path, list[str]]]) -> Iterator[dict[str, str]]:
    if not plain:
        return
    files = list(plain.values())
    if len(files) == 1:
        hint = "give the file of another language too: --pairs FILE --pairs FILE"
        raise ContentError("the file has sentences in one language", path=files[0][0], line=1, hint=hint)
    (first, lines), *others = files
    for path, some in others:
        if len(some) != len(lines):
            raise ContentError(
                f"the file has {len(some)} lines and {first.name} has {len(lines)}",
                path=path,
                line=min(len(some), len(lines)) + 1,
                hint="the same line of each must say the same",
            )
    for row in zip(*(some for _, some in files), strict=True):
        yield dict(zip(plain, row, strict=True))


def _take(found: dict[Pair, dict[str, Sample]], rows: Iterable[Mapping[str, str]], languages: Collection[str]) -> None:
    for row in rows:
        texts = {code: one_line(text) for code, text in row.items() if not languages or code in languages}
        for source, text in texts.items():
            for target, other in texts.items():
                if source != target and text and other:
                    found[source, target].setdefault(text, Sample(text, other))
