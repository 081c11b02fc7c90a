"""`python -m nashra.translate.engines.probe FOLDER`: opens a package and translates with it.

An Argos package gets one character. Of a model of another family it is looked at whether its tokenizer and its marks
belong to its vocabulary, and whether anything comes out of a sentence in each of its first pairs.

Runs as a process of its own, because a damaged or hostile model may bring down the process that opens it. Ends with
0 when all went well, else with 1 and the reason on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

from nashra.kit.errors import TranslationError
from nashra.languages.known import spec_of
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.engines.tokenizers import load_tokenizer
from nashra.translate.models.families.layout import vocabulary
from nashra.translate.models.families.manifest import Direction
from nashra.translate.models.packages import Package, read_packages

_PAIRS = 4
# Of the tokens of a plain sentence so many must be known; the tokenizer of another model knows few of them.
_KNOWN = 0.5


def main(folder: Path) -> int:
    """Exit code for the package in `folder`."""
    try:
        packages = read_packages(folder)
        with CTranslate2Engine(TranslateSettings(threads=1, beam_size=1)) as engine:
            for package in packages[:_PAIRS]:
                text = spec_of(package.from_code).sample.format(1) if package.manifest else "1"
                if package.direction is not None:
                    _check_tokens(package, package.direction, text)
                if not engine.translate(package, [text])[0].strip() and package.manifest:
                    raise TranslationError(f"nothing came out of a sentence from {' to '.join(package.pair)}")
    except TranslationError as error:
        problem = error.problems[0]
        print(problem.message + (f" ({problem.hint})" if problem.hint else ""))
        return 1
    return 0


def _check_tokens(package: Package, direction: Direction, text: str) -> None:
    """Raise TranslationError where the model's vocabulary does not know what it is sent."""
    sources, targets = vocabulary(package.model, "source"), vocabulary(package.model, "target")
    lost = [mark for mark in direction.source_prefix if mark not in sources]
    lost += [mark for mark in direction.target_prefix if mark not in targets]
    if lost:
        raise TranslationError(f"the model does not know the mark {lost[0]}")
    tokens = load_tokenizer(package).encode(text)
    if sum(token in sources for token in tokens) < len(tokens) * _KNOWN:
        raise TranslationError("the tokenizer is that of another model: the vocabulary knows too few of its pieces")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
