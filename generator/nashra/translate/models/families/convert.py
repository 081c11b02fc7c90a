"""`python -m nashra.translate.models.families.convert FOLDER TARGET QUANTISATION`: Marian's weights for CTranslate2.

Runs as a process of its own: files of strangers are read, and much memory is taken for a moment. Ends with 0 when all
went well, else with 1 and the reason on standard output.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from nashra.kit.errors import TranslationError

_SECONDS = 1_800
_PLAIN = re.compile(r"[\w][\w.+-]*\Z")


def convert(folder: Path, target: Path, quantisation: str) -> None:
    """Convert the OPUS-MT release in `folder` in another process. Raises TranslationError with the reason."""
    command = [sys.executable, "-m", "nashra.translate.models.families.convert", str(folder), str(target), quantisation]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)  # noqa: S603
    except subprocess.TimeoutExpired:
        raise TranslationError("the model could not be converted in time", path=folder) from None
    if done.returncode:
        reason = done.stdout.strip().splitlines()
        raise TranslationError(
            f"the model cannot be converted: {reason[-1] if reason else 'the converter failed'}", path=folder
        )


def main(folder: Path, target: Path, quantisation: str) -> int:
    """Exit code for one conversion."""
    try:
        _check(folder)
        from ctranslate2.converters import OpusMTConverter

        OpusMTConverter(str(folder)).convert(str(target), quantization=quantisation)
    except Exception as error:  # whatever the files of others bring up in the converter
        print(" ".join(str(error).split())[:400] or type(error).__name__)
        return 1
    return 0


def _check(folder: Path) -> None:
    """Raise ValueError unless decoder.yml names plain files that lie beside it."""
    import yaml

    fields = yaml.safe_load((folder / "decoder.yml").read_text("utf-8"))
    if not isinstance(fields, dict):
        raise ValueError("decoder.yml is no table")
    for key, count in (("models", 1), ("vocabs", 2)):
        names = fields.get(key)
        if not isinstance(names, list) or len(names) < count:
            raise ValueError(f"decoder.yml names no `{key}`")
        if key == "models" and len(names) > 1:
            raise ValueError("it is an ensemble of several models")
        for name in names:
            if not isinstance(name, str) or not _PLAIN.match(name) or not (folder / name).is_file():
                raise ValueError(f"decoder.yml names {name!r}, which is not beside it")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
