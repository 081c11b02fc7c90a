"""What the matcher of names knows of Italian, as data: see `spec` for what each list does."""

from __future__ import annotations

from nashra.languages.names.spec import PREFIXES, Rules
from nashra.languages.spec import words

NAMES = Rules(elisions=words("l d dell all nell sull dall un quell quest sant coll"), prefixes=PREFIXES)
