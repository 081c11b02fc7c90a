"""What a model that is no Argos package needs, in one file beside it: its metadata.json.

The name is that of Argos packages, and the type one that argostranslate passes over: both programs share a folder.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

TYPE = "nashra"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Direction:
    """One pair of languages of a model, and how the model is told so.

    source_prefix: tokens before the source. target_prefix: tokens that every output begins with.
    text_prefix:   words before the source, which its tokenizer takes for one token.
    """

    source: str
    target: str
    source_prefix: tuple[str, ...] = ()
    target_prefix: tuple[str, ...] = ()
    text_prefix: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """What somebody published about the quality: the test, the measure ("BLEU"), the value, and where it stands."""

    test: str
    measure: str
    value: float
    source: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """One model.

    name:         for people, and the name of its folder, "opus-mt-ar-en".
    family:       "opus-mt", "quickmt", "nllb", "m2m100", "madlad".
    licence, address: of the model, and where it was got; checksum: SHA-256 of the model as it came.
    source_tokenizer, target_tokenizer: SentencePiece files, often one and the same.
    source_suffix: tokens after every source, where the model's own config does not add them.
    length_penalty: of the search, as the family has it. forbid_unknown: whether it may write no unknown word.
    quantisation: of the weights, "as published" where they came converted; sizes in bytes.
    """

    name: str
    version: str
    family: str
    licence: str
    address: str
    checksum: str
    directions: tuple[Direction, ...]
    source_tokenizer: str
    target_tokenizer: str
    source_suffix: tuple[str, ...] = ()
    length_penalty: float = 1.0
    forbid_unknown: bool = False
    quantisation: str = ""
    size_before: int = 0
    size: int = 0
    figures: tuple[Figure, ...] = ()

    def fields(self) -> dict[str, Any]:
        """For metadata.json."""
        return {"type": TYPE, "format": FORMAT, "package_version": self.version, **asdict(self)}


def parse(fields: Any) -> Manifest:
    """The manifest that decoded JSON holds. Raises ValueError with a readable text for anything else."""
    if not isinstance(fields, dict) or fields.get("type") != TYPE:
        raise ValueError("the file is no manifest of a model")
    if fields.get("format") != FORMAT:
        raise ValueError("the manifest was made by another version of Nashra; install the model again")
    known = {name: fields[name] for name in Manifest.__slots__ if name in fields}
    try:
        known["directions"] = tuple(_direction(row) for row in known["directions"])
        known["figures"] = tuple(Figure(**row) for row in known.get("figures", ()))
        known["source_suffix"] = tuple(known.get("source_suffix", ()))
        found = Manifest(**known)
    except (KeyError, TypeError, AttributeError):
        raise ValueError("the manifest lacks what a model needs; install the model again") from None
    for name in (found.name, found.version, found.source_tokenizer, found.target_tokenizer):
        # they become parts of paths
        if not isinstance(name, str) or not name or name != name.strip(". ") or {"/", "\\", "\0"} & set(name):
            raise ValueError(f"the manifest has {name!r} where a plain name belongs")
    if not found.directions:
        raise ValueError("the manifest names no pair of languages")
    return found


def _direction(row: dict[str, Any]) -> Direction:
    return Direction(
        str(row["source"]),
        str(row["target"]),
        tuple(map(str, row.get("source_prefix", ()))),
        tuple(map(str, row.get("target_prefix", ()))),
        str(row.get("text_prefix", "")),
    )
