"""Which family a folder's model is of, by the files in it, and which pairs of languages it knows.

What is not clear is refused with the reason: a model with another family's marks writes fluent sentences in the wrong
language, or of words that the text does not have.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nashra.kit.errors import TranslationError
from nashra.languages.codes import CODES, FLORES, THREE, short
from nashra.translate.models.families import readme, saved
from nashra.translate.models.families.manifest import Direction

Pair = tuple[str, str]
_MAX_VOCABULARY = 64 << 20
_M2M100 = {code: f"__{code}__" for code in CODES}
_MADLAD = {code: f"<2{code}>" for code in CODES}


@dataclass(frozen=True, slots=True)
class Said:
    """What is known of a model beside its files.

    names:   of its file, its folder and its address, in which languages may stand.
    address: where it came from. checksum: of what came.
    pairs:   what the editor says that it translates. languages: of a model of very many, those that are wanted.
    """

    names: tuple[str, ...] = ()
    address: str = ""
    checksum: str = ""
    pairs: tuple[Pair, ...] = ()
    languages: tuple[str, ...] = ()


Weights = Literal["ctranslate2", "marian", "transformers"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A recognised folder. weights: whose they are; all but CTranslate2's own have to be converted first."""

    family: str
    source_tokenizer: str
    target_tokenizer: str
    weights: Weights = "ctranslate2"
    forbid_unknown: bool = False


def is_model(folder: Path) -> bool:
    """Whether the folder holds a model of its own, and no packages."""
    names = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    return bool({"decoder.yml", "model.bin"} & names) or any(
        name.endswith(".npz") or saved.WEIGHTS.match(name) for name in names
    )


def layout_of(folder: Path) -> Layout:
    """The layout of the model in `folder`. Raises TranslationError with the reason where it is none that is known."""
    names = {path.name for path in folder.iterdir() if path.is_file()}
    if "model.bin" in names:
        return _converted(folder, names)
    if "decoder.yml" in names or any(name.endswith(".npz") for name in names):
        for ending in ("spm", "bpe"):
            if {f"source.{ending}", f"target.{ending}"} <= names:
                return Layout("opus-mt", f"source.{ending}", f"target.{ending}", "marian")
        raise _refused(folder, "it has neither source.spm and target.spm nor source.bpe and target.bpe")
    if any(saved.WEIGHTS.match(name) for name in names):
        return Layout(*saved.family_of(folder, names), "transformers")
    raise _refused(folder, "it is no model of a kind that is known", "docs/models.md lists the layouts")


def _converted(folder: Path, names: set[str]) -> Layout:
    if {"source.spm", "target.spm"} <= names:
        return Layout("opus-mt", "source.spm", "target.spm")
    if {"src.spm.model", "tgt.spm.model"} <= names:
        return Layout("quickmt", "src.spm.model", "tgt.spm.model", forbid_unknown=True)
    if "joint.spm.model" in names:
        return Layout("quickmt", "joint.spm.model", "joint.spm.model", forbid_unknown=True)
    known = vocabulary(folder, "source")
    for name, family, sign in (
        ("sentencepiece.bpe.model", "nllb", "eng_Latn"),
        ("sentencepiece.bpe.model", "m2m100", "__en__"),
        ("spiece.model", "madlad", "<2en>"),
        ("sentencepiece.model", "madlad", "<2en>"),
        ("spm.model", "madlad", "<2en>"),
    ):
        if name in names and sign in known:
            return Layout(family, name, name)
    raise _refused(
        folder, "its tokenizer is not beside model.bin, or its vocabulary is of no family that is known",
        "source.spm and target.spm, src.spm.model and tgt.spm.model, sentencepiece.bpe.model or spiece.model",
    )  # fmt: skip


def vocabulary(folder: Path, side: str) -> frozenset[str]:
    """The tokens that a converted model in `folder` knows on one side. Raises TranslationError where it has none."""
    return frozenset(tokens_of(folder, side))


def tokens_of(folder: Path, side: str) -> list[str]:
    """The same by their numbers."""
    for stem in ("shared_vocabulary", f"{side}_vocabulary"):
        for path in (folder / f"{stem}.json", folder / f"{stem}.txt"):
            if not path.is_file():
                continue
            try:
                if path.stat().st_size > _MAX_VOCABULARY:
                    raise _refused(path, "its vocabulary is far too large")
                text = path.read_text("utf-8")
                words = json.loads(text) if path.suffix == ".json" else text.removesuffix("\n").split("\n")
            except (OSError, ValueError, RecursionError):
                raise _refused(path, "its vocabulary cannot be read") from None
            if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
                raise _refused(path, "its vocabulary is no list of tokens")
            return words
    raise _refused(folder, "it has no vocabulary")


def directions(
    family: str, folder: Path, sources: frozenset[str], targets: frozenset[str], said: Said
) -> tuple[Direction, ...]:
    """The pairs that the model in `folder` translates, and how it is told which. Raises TranslationError.

    sources, targets: the tokens that it knows on either side.
    """
    if family in ("opus-mt", "quickmt"):
        return _of_few(folder, sources, said)
    mark_of = {"nllb": FLORES, "m2m100": _M2M100, "madlad": _MADLAD}[family]
    tokens = sources if family == "madlad" else targets
    known = {code: mark for code, mark in mark_of.items() if mark in tokens}
    pairs = list(said.pairs) or [
        (one, two)
        for one in (said.languages or known)
        for two in (said.languages or known)
        if one != two and one in known and two in known
    ]
    if strangers := [code for pair in pairs for code in pair if code not in known]:
        raise _refused(folder, f"it does not know the language {strangers[0]}")
    if not pairs:
        among = f"the pairs among {', '.join(said.languages)}" if said.languages else "two languages by their marks"
        raise _refused(folder, f"it does not know any of {among}")
    if family == "madlad":
        return tuple(Direction(one, two, text_prefix=f"{known[two]} ") for one, two in pairs)
    return tuple(Direction(one, two, (known[one],), (known[two],)) for one, two in pairs)


def _of_few(folder: Path, tokens: frozenset[str], said: Said) -> tuple[Direction, ...]:
    """Of a model of one pair, or of a group of languages, by its README, its name, or what the editor says."""
    ones, twos = _said_languages(folder, said)
    marks = _marks(tokens)
    if marks and ones and not twos:
        twos = tuple(marks)
    found = [(one, two) for one in ones for two in twos if one != two]
    if said.pairs:
        wrong = [pair for pair in said.pairs if found and pair not in found]
        if wrong:
            shown = ", ".join(f"{one}-{two}" for one, two in found[:6])
            raise _refused(folder, f"by its README or its name it translates {shown}, and not {'-'.join(wrong[0])}")
        found = list(said.pairs)
    if not found:
        raise _refused(folder, "which languages it translates is not said", "say it: --pair ar-en")
    if not marks:
        if len({two for _, two in found}) > 1:
            raise _refused(folder, "it has several target languages, and no token that says which")
        return tuple(Direction(one, two) for one, two in found)
    lost = [two for _, two in found if two not in marks]
    if lost:
        raise _refused(folder, f"it has no token for the target language {lost[0]}")
    return tuple(Direction(one, two, (marks[two],)) for one, two in found)


def refuse_nameless(family: str, folder: Path, said: Said) -> None:
    """Raise TranslationError where nothing tells which languages the model in `folder` translates: before any work."""
    if family in ("opus-mt", "quickmt") and not said.pairs and not _said_languages(folder, said)[0]:
        raise _refused(folder, "which languages it translates is not said", "say it: --pair ar-en")


def _said_languages(folder: Path, said: Said) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The languages from which and into which a model translates, as its README or its name says it."""
    text = readme.read(folder)
    ones, twos = readme.languages(text, "source"), readme.languages(text, "target")
    named = readme.pair_in((*said.names, *(line.lstrip("# ") for line in text.splitlines() if line.startswith("#"))))
    if not ones and not twos and named:
        return (named[0],), (named[1],)
    return ones, twos


def _marks(tokens: frozenset[str]) -> dict[str, str]:
    """Language -> the token by which a model of several targets is told it: ">>fra<<"."""
    found: dict[str, str] = {}
    marks = sorted(token for token in tokens if token.startswith(">>") and token.endswith("<<"))
    for mark in marks:
        code = short(mark[2:-2])
        if code is not None:
            # the plain code of the language before one with a script or a country
            plain = mark[2:-2] in (code, THREE[code])
            if code not in found or plain:
                found[code] = mark
    return found


def _refused(path: Path, message: str, hint: str = "") -> TranslationError:
    return TranslationError(message, path=path, hint=hint)


def known_pairs(pairs: Sequence[str]) -> tuple[Pair, ...]:
    """Pairs as an editor writes them, "ar-en". Raises ValueError with the one that is none."""
    found = []
    for text in pairs:
        one, sign, two = text.partition("-")
        if not sign or short(one) is None or short(two) is None or short(one) == short(two):
            raise ValueError(text)
        found.append((str(short(one)), str(short(two))))
    return tuple(found)
