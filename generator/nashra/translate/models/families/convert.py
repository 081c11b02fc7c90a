"""`python -m nashra.translate.models.families.convert FOLDER TARGET WEIGHTS QUANTISATION`: weights for CTranslate2.

WEIGHTS: whose they are, "marian" or "transformers"; those of Transformers need it, and torch.

Runs as a process of its own: files of strangers are read, and much memory is taken for a moment. Ends with 0 when all
went well, else with 1 and the reason on standard output.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from nashra.kit.errors import TranslationError
from nashra.translate.models.families.saved import missing_converter

_SECONDS = 1_800
_ROW = re.compile(r".+:\s*\d+\s*\Z", re.DOTALL)
_PLAIN = re.compile(r"[\w][\w.+-]*\Z")


def convert(folder: Path, target: Path, weights: str, quantisation: str) -> None:
    """Convert the model in `folder` in another process. Raises TranslationError with the reason.

    weights: "marian" of an OPUS-MT release, or "transformers".
    """
    if weights == "transformers" and (lacking := missing_converter()) is not None:
        raise lacking
    module = "nashra.translate.models.families.convert"
    command = [sys.executable, "-m", module, str(folder), str(target), weights, quantisation]
    # whatever a config names, nothing is fetched while a folder is converted
    environment = os.environ | {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and module
            command, capture_output=True, text=True, timeout=_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired:
        raise TranslationError("the model could not be converted in time", path=folder) from None
    if done.returncode:
        reason = done.stdout.strip().splitlines()
        said = reason[-1] if done.returncode == 1 and reason else _ended(done.returncode)
        raise TranslationError(f"the model cannot be converted: {said}", path=folder)


def _ended(status: int) -> str:
    killed = status in (-9, 137)
    return "the memory was too small for it, perhaps" if killed else f"the converter ended with {status}"


def main(folder: Path, target: Path, weights: str, quantisation: str) -> int:
    """Exit code for one conversion."""
    try:
        if weights == "transformers":
            _convert_saved(folder, target, quantisation)
            return 0
        model, vocabularies = _parts(folder)
        with tempfile.TemporaryDirectory() as scratch:
            from ctranslate2.converters import MarianConverter

            tables = [str(_as_table(path, Path(scratch) / str(number))) for number, path in enumerate(vocabularies)]
            # what OpusMTConverter does, for those too whose vocabularies are plain lists
            MarianConverter(str(model), tables).convert(str(target), quantization=quantisation)
    except Exception as error:  # whatever the files of others bring up in the converter
        print(" ".join(str(error).split())[:400] or type(error).__name__)
        return 1
    return 0


def _convert_saved(folder: Path, target: Path, quantisation: str) -> None:
    """A model as Transformers saves it. No code of the model's own is run."""
    from ctranslate2.converters import TransformersConverter

    class Converter(TransformersConverter):  # type: ignore[misc]
        def load_tokenizer(self, tokenizer_class: Any, model_name_or_path: str, **options: Any) -> Any:
            tokenizer = super().load_tokenizer(tokenizer_class, model_name_or_path, **options)
            # since Transformers 5 M2M100's marks of languages are not where the converter looks for them
            vocabulary, marks = tokenizer.get_vocab(), getattr(tokenizer, "lang_token_to_id", None) or {}
            if not set(marks) <= set(vocabulary):
                tokenizer.get_vocab = lambda: {**vocabulary, **marks}
            return tokenizer

    Converter(str(folder), trust_remote_code=False, low_cpu_mem_usage=True).convert(
        str(target), quantization=quantisation
    )


def _parts(folder: Path) -> tuple[Path, list[Path]]:
    """(weights, vocabularies of source and target), by decoder.yml where there is one, else by their names.

    Raises ValueError where that is not clear, or leads to files that are not beside it.
    """
    if (folder / "decoder.yml").is_file():
        import yaml

        fields = yaml.safe_load((folder / "decoder.yml").read_text("utf-8"))
        if not isinstance(fields, dict):
            raise ValueError("decoder.yml is no table")
        models, vocabularies = _named(folder, fields, "models", 1), _named(folder, fields, "vocabs", 2)
    else:
        models = sorted(folder.glob("*.npz"))
        vocabularies = sorted(folder.glob("*.vocab.yml"))[:1] * 2
        vocabularies = vocabularies or [*folder.glob("*.src.vocab"), *folder.glob("*.trg.vocab")]
    if len(models) > 1:
        raise ValueError("it is an ensemble of several models")
    if not models or len(vocabularies) != 2:
        raise ValueError("which files are its weights and vocabularies is not clear: there is no decoder.yml")
    return models[0], vocabularies


def _named(folder: Path, fields: dict[str, object], key: str, least: int) -> list[Path]:
    names = fields.get(key)
    if not isinstance(names, list) or len(names) < least:
        raise ValueError(f"decoder.yml names no `{key}`")
    if key == "models" and len(names) > 1:
        raise ValueError("it is an ensemble of several models")
    for name in names:
        if not isinstance(name, str) or not _PLAIN.match(name) or not (folder / name).is_file():
            raise ValueError(f"decoder.yml names {name!r}, which is not beside it")
    return [folder / name for name in names]


def _as_table(path: Path, target: Path) -> Path:
    """A vocabulary as the converter reads it: one that is a plain list, a token a line, becomes a table."""
    if path.suffix in (".yml", ".yaml"):
        for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
            if line.strip() and not _ROW.match(line):
                raise ValueError(f"{path.name}, line {number}, is no token with its number: {line:.40}")
        return path
    tokens = [line.split("\t")[0] for line in path.read_text("utf-8").removesuffix("\n").split("\n")]
    lines = (f"{json.dumps(token, ensure_ascii=False)}: {number}" for number, token in enumerate(tokens))
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return target


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], sys.argv[4]))
