"""Text -> the tokens of a package's model, and back, as argostranslate does it for the same package."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Protocol
from unicodedata import category

from nashra.kit.errors import TranslationError
from nashra.translate.engines.bpe import CONTINUES, Bpe, BpeError
from nashra.translate.models.families.layout import vocabulary
from nashra.translate.models.families.manifest import Direction, Manifest
from nashra.translate.models.packages import Package

_SIGNS = {"’": "'", "“": '"', "”": '"', "《": '"', "》": '"', "「": '"', "」": '"', "━": "-", "、": ",", "∶": ":"}
# How the codes of an OPUS-MT release end that has no SentencePiece.
BPE_CODES = ".bpe"
SPACE_MARK = "▁"  # SentencePiece's own sign for a space, U+2581
# Moses does not know these marks and sets a space before them, which no Arabic typography has.
_BEFORE_ARABIC_MARK = re.compile(r" +(?=[،؛؟])")
_JOINS = re.compile(rf"{re.escape(CONTINUES)}(?: |$)")


class Tokenizer(Protocol):
    """The two directions. Neither adds begin or end marks: CTranslate2 does, as the model's config says."""

    def encode(self, text: str) -> list[str]:
        """The tokens of `text`."""

    def decode(self, tokens: list[str]) -> str:
        """The text of `tokens`, without a space before or after it."""


class SentencePieceTokenizer:
    """For packages with sentencepiece.model."""

    def __init__(self, path: Path) -> None:
        import sentencepiece

        try:
            self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError, TypeError):
            raise TranslationError("the tokenizer is damaged", path=path, hint="install the package again") from None

    def encode(self, text: str) -> list[str]:
        """The pieces of `text`."""
        pieces: list[str] = self._processor.encode(text, out_type=str)
        return pieces

    def decode(self, tokens: list[str]) -> str:
        """The text of the pieces. argostranslate 1.11 makes a space of `_`; this does not, for addresses' sake."""
        text: str = self._processor.decode_pieces(tokens)
        return text.replace(SPACE_MARK, " ").strip(" ")


class MarkedTokenizer:
    """For models of other families: a SentencePiece or BPE codes for each side, and the marks that the model wants.

    The tokens are those that the family's own code sends: marks of the languages, pieces, end of sentence.
    """

    def __init__(self, package: Package, manifest: Manifest, direction: Direction) -> None:
        source, target = (package.path / name for name in (manifest.source_tokenizer, manifest.target_tokenizer))
        self._source: Tokenizer
        self._target: Tokenizer
        if source.suffix == BPE_CODES:
            self._source = self._target = BpeTokenizer(source, direction.source, direction.target, as_opus=True)
        else:
            self._source = self._target = SentencePieceTokenizer(source)
            if target != source:
                self._target = SentencePieceTokenizer(target)
        self._plain = _plain_signs(package) if source.suffix == ".spm" and manifest.family == "opus-mt" else {}
        self._before, self._text_prefix = list(direction.source_prefix), direction.text_prefix
        self._after = list(manifest.source_suffix)

    def encode(self, text: str) -> list[str]:
        """The pieces of `text` between the marks; no marks around nothing."""
        pieces = self._source.encode(self._text_prefix + text.translate(self._plain)) if text.strip() else []
        return [*self._before, *pieces, *self._after] if pieces else []

    def decode(self, tokens: list[str]) -> str:
        """The text of the pieces."""
        return self._target.decode(tokens)


def _plain_signs(package: Package) -> dict[int, str]:
    """Signs that no word of the model has -> the plain ones that OPUS-MT's scripts put in their place before a model of
    theirs learns from a text. A model that knows a sign is sent it as it is."""
    letters = frozenset("".join(vocabulary(package.model, "source")))
    return {ord(sign): plain for sign, plain in _SIGNS.items() if sign not in letters and plain in letters}


class BpeTokenizer:
    """For packages with bpe.model: Moses tokens, then BPE.

    What comes out has "@@" where its words go on: no codes are needed for that.
    """

    def __init__(self, path: Path, from_code: str, to_code: str, *, as_opus: bool = False) -> None:
        """as_opus: as the scripts of OPUS-MT's releases do it, who replace more signs and part words at hyphens."""
        try:
            from sacremoses.normalize import MosesPunctNormalizer
            from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer
        except ImportError:
            raise TranslationError(
                "this package needs the Moses tokenizer, which is not installed",
                path=path.parent,
                hint="run `pip install sacremoses`",
            ) from None
        try:
            self._bpe = Bpe.load(path)
        except (BpeError, OSError) as error:
            raise TranslationError(
                f"the tokenizer is damaged: {error}", path=path, hint="install the package again"
            ) from None
        self._as_opus = as_opus
        self._normalizer: Any = MosesPunctNormalizer(from_code, pre_replace_unicode_punct=as_opus)
        self._tokenizer: Any = MosesTokenizer(from_code)
        self._detokenizer: Any = MosesDetokenizer(to_code)

    def encode(self, text: str) -> list[str]:
        """The subwords of `text`."""
        if self._as_opus:
            text = "".join(" " if category(letter)[0] == "C" else letter for letter in text)
        words = self._tokenizer.tokenize(self._normalizer.normalize(text), aggressive_dash_splits=self._as_opus)
        return [part for word in words for part in self._bpe.split(word)]

    def decode(self, tokens: list[str]) -> str:
        """The text of the subwords, with the target language's spacing around punctuation."""
        words = _JOINS.sub("", " ".join(tokens)).split(" ")
        text: str = self._detokenizer.detokenize(words)
        return _BEFORE_ARABIC_MARK.sub("", text).strip(" ")


def load_tokenizer(package: Package) -> Tokenizer:
    """The tokenizer of `package`. Raises TranslationError when it is damaged or its library is missing."""
    if package.manifest is not None and package.direction is not None:
        return MarkedTokenizer(package, package.manifest, package.direction)
    if package.kind == "bpe":
        return BpeTokenizer(package.tokenizer, package.from_code, package.to_code)
    return SentencePieceTokenizer(package.tokenizer)
