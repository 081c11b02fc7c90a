"""A model of another family, as it was published -> a package of ours: weights, tokenizers and one manifest."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from nashra.kit.files import sha256_of
from nashra.translate.models.families import readme
from nashra.translate.models.families.convert import convert
from nashra.translate.models.families.fits import check_fit, config_of
from nashra.translate.models.families.layout import Layout, Said, directions, layout_of, refuse_nameless, vocabulary
from nashra.translate.models.families.manifest import Manifest

QUANTISATION = "int8"
# Licences under which the families are published, where no file beside the model names one.
_LICENCES = {
    "opus-mt": "CC-BY 4.0",
    "quickmt": "CC-BY 4.0",
    "nllb": "CC-BY-NC 4.0",
    "m2m100": "MIT",
    "madlad": "Apache 2.0",
}
_MODEL_FILES = re.compile(r"(?:model\.bin|config\.json|(?:shared|source|target)_vocabulary\.(?:json|txt)|vmap\.txt)\Z")
_KEPT = ("README.md", "README", "LICENSE", "LICENSE.txt", "LICENSE.md")
_DATE = re.compile(r"\b20\d{2}-[01]\d-[0-3]\d\b")
_VERSION = re.compile(rf"{_DATE.pattern}|(?<![\d.])v?\d+(?:\.\d+)+(?![\d.])")


def adopt(folder: Path, target: Path, said: Said) -> Manifest:
    """Make the package of the model in `folder` at `target`, which does not exist yet.

    Raises TranslationError with the reason where it is not clear what the model needs, and OSError.
    """
    layout = layout_of(folder)
    refuse_nameless(layout.family, folder, said)
    target.mkdir()
    model = target / "model"
    before = _size(folder)
    if layout.weights != "ctranslate2":
        convert(folder, model, layout.weights, QUANTISATION)
    else:
        model.mkdir()
        for path in folder.iterdir():
            if _MODEL_FILES.match(path.name) and path.is_file():
                shutil.copyfile(path, model / path.name)
    for name in dict.fromkeys((layout.source_tokenizer, layout.target_tokenizer, *_KEPT)):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, target / name)
    check_fit(model)
    manifest = _manifest(folder, model, layout, said, before)
    (target / "metadata.json").write_text(json.dumps(manifest.fields(), ensure_ascii=False, indent=1), "utf-8")
    return manifest


def _manifest(folder: Path, model: Path, layout: Layout, said: Said, before: int) -> Manifest:
    sources, targets = vocabulary(model, "source"), vocabulary(model, "target")
    pairs = directions(layout.family, folder, sources, targets, said)
    text, config = readme.read(folder), config_of(model)
    name = _name(layout, said, (pairs[0].source, pairs[0].target), many=len(pairs) > 1)
    dates = [found for name in said.names if (found := _VERSION.search(name))] + [_DATE.search(text)]
    version = next((found[0] for found in dates if found), "1.0")
    return Manifest(
        name=name,
        version=version,
        family=layout.family,
        licence=readme.licence(folder, text) or f"{_LICENCES[layout.family]}, as its family is published",
        address=said.address,
        checksum=said.checksum or sha256_of(model / "model.bin"),
        directions=pairs,
        source_tokenizer=layout.source_tokenizer,
        target_tokenizer=layout.target_tokenizer,
        source_suffix=() if config["add_source_eos"] else (config["eos_token"],),
        forbid_unknown=layout.forbid_unknown,
        quantisation="as published" if layout.weights == "ctranslate2" else QUANTISATION,
        size_before=before,
        size=_size(model),
        figures=readme.figures(text, said.address or f"README of {name}"),
    )


def _name(layout: Layout, said: Said, pair: tuple[str, str], *, many: bool) -> str:
    """A name that says what it is: that of the file or folder where it does, else made of family and languages."""
    for given in said.names:
        plain = re.sub(r"[^\w.-]+", "-", given.removesuffix(".zip"), flags=re.ASCII).strip("-.")
        if layout.family.split("-")[0] in plain.lower():
            return plain
    return layout.family if many else f"{layout.family}-{pair[0]}-{pair[1]}"


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
