"""The `apertium` engine: rules and dictionaries instead of a model, run by the program `apertium` (GPL) as it is.

Real words without a download for pairs that it has data for, such as `apt-get install apertium apertium-fr-es`; none of
them is Arabic. It is also the example of docs/engines.md for an engine that is a program.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from nashra.kit.errors import Problem, TranslationError
from nashra.kit.spaces import one_line
from nashra.languages.codes import short
from nashra.settings.config import TranslateSettings
from nashra.translate.engines.hop import Hop
from nashra.translate.models.packages import Package

_HINT = "install it with its data, such as `apt-get install apertium apertium-fr-es`"
_SECONDS = 600
# Sentences that go through the program together: starting it takes longer than translating a few.
_TOGETHER = 400
_MODE = re.compile(r"([a-z]{2,3})-([a-z]{2,3})\Z")
_FILE = re.compile(r"[^\s'\"|]*/[^\s'\"|]+")
_MODES = ("/usr/share/apertium/modes", "/usr/local/share/apertium/modes")


class ApertiumEngine:
    """Sentences a line each through the program, which translates line by line."""

    name = "apertium"

    def __init__(self, settings: TranslateSettings) -> None:
        """Raises TranslationError where the program is not there."""
        self.problems: list[Problem] = []
        found = shutil.which("apertium")
        if found is None:
            raise TranslationError("the program `apertium` is not installed", hint=_HINT)
        self._program = found

    def offers(self, packages: Sequence[Package]) -> list[Hop]:
        """The pairs that it has data for; of several variants of one the plain one."""
        hops: dict[tuple[str, str], Hop] = {}
        for line in sorted(self._run(["-l"], "").split("\n")):
            match = _MODE.match(line.strip())
            codes = (short(match[1]), short(match[2])) if match else (None, None)
            if codes[0] and codes[1] and codes[0] != codes[1]:
                hops.setdefault((codes[0], codes[1]), Hop(codes[0], codes[1], line.strip()))
        return list(hops.values())

    def fingerprint(self, hop: Hop) -> str:
        """The program's version, the pair, and the sizes of its data."""
        return f"apertium/1 {self._run(['-V'], '').strip()} {hop.id}/{_size_of_data(hop.id)}"

    def stream(self, hop: Hop, segments: Sequence[str]) -> Iterator[tuple[int, str]]:
        """Every segment with its number, some hundreds at a time; blank ones as they are."""
        work = []
        for index, segment in enumerate(segments):
            if segment.strip():
                work.append(index)
            else:
                yield index, segment
        for start in range(0, len(work), _TOGETHER):
            some = work[start : start + _TOGETHER]
            lines = [one_line(segments[index]) for index in some]
            done = self._run(["-f", "line", "-u", hop.id], "\n".join(lines) + "\n").removesuffix("\n").split("\n")
            if len(done) != len(lines):
                raise TranslationError(
                    f"apertium gave {len(done)} lines for {len(lines)} sentences from {hop.from_code} to {hop.to_code}",
                    hint="run it by hand: echo TEXT | apertium -f line " + hop.id,
                )
            for index, line, text in zip(some, lines, done, strict=True):
                # line by line, it takes one full stop from the end of each; a pronoun that it drops leaves its blank
                text = text.strip()
                yield index, text + "." if line.endswith(".") else text

    def close(self) -> None:
        """Nothing is kept open."""

    def _run(self, arguments: list[str], text: str) -> str:
        """What the program writes. Raises TranslationError where it fails."""
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        try:
            done = subprocess.run(  # noqa: S603 - the program of that name; the text is its input, never an argument
                [self._program, *arguments],
                input=text.encode(),
                capture_output=True,
                timeout=_SECONDS,
                check=False,
                env=environment,
            )
            written = done.stdout.decode()
        except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError) as error:
            raise TranslationError(f"apertium failed: {error}", hint=_HINT) from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
            raise TranslationError(f"apertium failed: {said or f'it ended with {done.returncode}'}", hint=_HINT)
        return written


def _size_of_data(mode: str) -> int:
    """The bytes of all files that a pair's pipeline names; 0 where they are not found."""
    for folder in _MODES:
        path = Path(folder) / f"{mode}.mode"
        if path.is_file():
            files = {Path(name) for name in _FILE.findall(path.read_text("utf-8", "replace"))}
            return sum(each.stat().st_size for each in files if each.is_file())
    return 0
