"""Taking the shell of a press office off: its label above a release, and whom the press may call below it."""

from __future__ import annotations

import re

from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.mail import ADDRESS
from nashra.ingest.shells.phrases import begins, is_one_of
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key
from nashra.ingest.words.press_words import keys

_HEAD, _TAIL = 3, 8
_NUMBER = re.compile(r"\+?[\d٠-٩](?:[\s().-]?[\d٠-٩]){7,}")
_LONGEST = 160


def open_release(shelled: Shelled) -> None:
    """Take the labels above a release off, and behind its end the lines that say how its office is reached."""
    labels = _labels(shelled)
    shelled.drop(labels, "a label of the press office")
    filled = shelled.filled()
    end = next((at for at in filled[2:] if _is_end(shelled.lines[at].text)), None)
    if not labels and end is None:
        return
    start = next((at for at in filled[2:][-_TAIL:] if begins(shelled.lines[at].text, "press_contacts")), None)
    if start is None:
        return
    below = [at for at in filled if at >= start]
    texts = [shelled.lines[at].text for at in below]
    reached = any(ADDRESS.search(text) or _NUMBER.search(text) for text in texts)
    if not reached or any(len(text) > _LONGEST or _is_told(text) for text in texts):
        return
    gone = [*below, *([end] if end is not None and end < start else [])]
    shelled.drop(sorted(gone), "how the press office is reached")


def _labels(shelled: Shelled) -> list[int]:
    found: list[int] = []
    filled = shelled.filled()
    for at in filled[:_HEAD]:
        if not is_one_of(shelled.lines[at].text.strip(" ,،!.:-–—؛*#[]()"), "press_labels"):
            break
        found.append(at)
    return found if len(found) < len(filled) - 1 else []


def _is_end(text: str) -> bool:
    """Whether a line says that the release ends here: "ENDS", "– Fin –", "###"."""
    bare = text.strip(" -–—*#/()[].")
    return (not bare and text.count("#") > 1) or (key(bare) in keys("wires", "over") and not key(bare).isdigit())


def _is_told(text: str) -> bool:
    """Whether a line is a sentence of the text, and not one that tells how somebody is reached."""
    return boilerplate.is_sentence(ADDRESS.sub("", text)) and not begins(text, "press_contacts")
