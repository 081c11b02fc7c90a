"""Hosts that nobody publishes on: those of examples and of one's own machine."""

from __future__ import annotations

import re

# Names that nobody publishes under: RFC 2606, RFC 6761.
_RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.com|\.net|\.org)?|test|invalid|localhost)|127(?:\.\d+){3}|\[?::1\]?")


def is_reserved(host: str) -> bool:
    """Whether `host` is a placeholder for one that is still to come."""
    return _RESERVED.fullmatch(host) is not None
