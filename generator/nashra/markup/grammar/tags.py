"""What a tag of HTML looks like, for blocks and inside a text."""

from __future__ import annotations

import re

_ATTRIBUTE = (
    r"(?:\s+[a-zA-Z_:][a-zA-Z0-9_.:-]*"
    r"(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)"
)
TAG = re.compile(rf"<[a-zA-Z][a-zA-Z0-9-]*{_ATTRIBUTE}*\s*/?>|</[a-zA-Z][a-zA-Z0-9-]*\s*>")
