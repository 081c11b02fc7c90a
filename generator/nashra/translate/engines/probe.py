"""`python -m nashra.translate.engines.probe FOLDER`: opens a package and translates one character with it.

Runs as a process of its own, because a damaged or hostile model may bring down the process that opens it. Ends with
0 when all went well, else with 1 and the reason on standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

from nashra.kit.errors import TranslationError
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.engine import CTranslate2Engine
from nashra.translate.models.packages import read_package


def main(folder: Path) -> int:
    """Exit code for the package in `folder`."""
    try:
        package = read_package(folder)
        with CTranslate2Engine(TranslateSettings(threads=1, beam_size=1)) as engine:
            engine.translate(package, ["1"])
    except TranslationError as error:
        problem = error.problems[0]
        print(problem.message + (f" ({problem.hint})" if problem.hint else ""))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
