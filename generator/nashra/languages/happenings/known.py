"""The languages whose words of what happens are known. A new language is a file."""

from __future__ import annotations

from collections.abc import Mapping

from nashra.languages import files
from nashra.languages.happenings.spec import Happenings

HAPPENINGS: Mapping[str, Happenings] = files.read("nashra.languages.happenings", "SPEC")
