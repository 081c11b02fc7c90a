"""Whether a pasted text is Markdown already, so that its signs are its author's."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Signs that hardly stand in text that is none, by kind. A star on each side alone is WhatsApp's.
_KINDS = tuple(
    map(
        re.compile,
        (
            r"#{1,6}\s+\S",
            r".*(?<![*\w])\*\*(?=[^\s*])[^*]{1,300}(?<=[^\s*])\*\*(?!\*)",
            r".*\[[^\[\]]{1,300}\]\(<?(?:https?://|/|\.)[^\s()]+>?\)",
            r">\s+\S",
        ),
    )
)
# Those of them that stand within a line.
_WITHIN = frozenset((1, 2))
# A block of code keeps its lines, which a paste does not.
_FENCE = re.compile(r"```|~~~")


def is_marked(texts: Iterable[str]) -> bool:
    """Whether signs of Markdown of two kinds stand in the lines of a text, bold words or links among them.

    One kind may be anybody's habit, and mail has > and # before its lines.
    """
    found: set[int] = set()
    for text in texts:
        if _FENCE.match(text):
            return False
        found |= {kind for kind, sign in enumerate(_KINDS) if sign.match(text)}
    return len(found) > 1 and not found.isdisjoint(_WITHIN)
