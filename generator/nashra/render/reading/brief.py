"""The few sentences that stand for an article in a briefing."""

from __future__ import annotations

import re

from nashra.markup.segments import MAX_LENGTH, sentences
from nashra.render.ground.phrases import clip

# A briefing gives "a headline and two or three sentences" of each article.
SENTENCES = 3
# Characters of them. The splitter cuts a sentence that is longer at ؛ or ،, so that its first piece always fits.
LENGTH = MAX_LENGTH

_STOP = re.compile(r"[.!?؟…]")
_STOPPED = re.compile(r"[.!?؟…][\"'”’“‘»›)\]}\s]*\Z")


def brief(text: str, lang: str) -> str:
    """The first sentences of `text`, at most SENTENCES and LENGTH characters; the whole where it is no longer.

    text: plain text on one line in the language `lang`. "…" at the end tells that a sentence had to be cut.
    """
    if len(text) <= LENGTH and len(_STOP.findall(text)) <= SENTENCES:
        return text
    ends = [end for _, end in sentences(text, lang) if end <= LENGTH]
    whole = [end for end in ends if end == len(text) or _STOPPED.search(text, 0, end)]
    if whole:
        return text[: whole[:SENTENCES][-1]]
    return text[: ends[-1]].rstrip(" ،؛,;:") + "…" if ends else clip(text, LENGTH)
