"""Taking the shell of a press office off: its label above a release, and whom the press may call below it."""

from __future__ import annotations

import re

from nashra.ingest.dates.find import find_dates
from nashra.ingest.heads.byline import read_byline
from nashra.ingest.shells.found import Shelled
from nashra.ingest.shells.mail import ADDRESS
from nashra.ingest.shells.phrases import begins, is_one_of
from nashra.ingest.words import boilerplate
from nashra.ingest.words.fold import key, words
from nashra.ingest.words.press_words import keys

_HEAD, _TAIL = 3, 8
_LETTERHEAD, _NAME = 4, 9  # lines above the label; words of each
_NUMBER = re.compile(r"\+?[\d٠-٩](?:[\s().-]?[\d٠-٩]){7,}")
_LONGEST = 160


def open_release(shelled: Shelled) -> None:
    """Take the labels above a release off, and behind its end the lines that say how its office is reached."""
    letterhead, labels = _labels(shelled)
    if letterhead:
        _take_letterhead(shelled, letterhead)
    shelled.drop(labels, "a label of the press office")
    if labels:
        _take_contact_above(shelled)
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


def _labels(shelled: Shelled) -> tuple[list[int], list[int]]:
    """(the lines of a letterhead, those with the labels below it)."""
    above: list[int] = []
    found: list[int] = []
    filled = shelled.filled()
    for at in filled[: _HEAD + _LETTERHEAD]:
        text = shelled.lines[at].text
        if _is_label(text):
            found.append(at)
        elif found or len(above) == _LETTERHEAD or len(key(text).split()) > _NAME or _is_told(text):
            break
        else:
            above.append(at)
    return (above if found else [], found if len(found) < len(filled) - 1 else [])


def _is_label(text: str) -> bool:
    return is_one_of(text.strip(" ,،!.:-–—؛*#[]()"), "press_labels")


def _take_letterhead(shelled: Shelled, above: list[int]) -> None:
    """Take off what stands above the label, where that names no day: the state and the house. The last of its lines
    is who speaks."""
    texts = [shelled.lines[at].text for at in above]
    if any(find_dates(text) or read_byline(text) for text in texts) or not _has_headline(shelled, above[-1]):
        return
    if not any(words(text)[0] in keys("institutions") for text in texts if words(text)):
        return
    name = shelled.lines[above[-1]]
    shelled.source = shelled.source or (name.text, f"line {name.number}, above the release")
    shelled.checks.append(f"{name.text!r} stands above the release and was taken for its source")
    shelled.drop(above, "the letterhead of the press office")


def _has_headline(shelled: Shelled, above: int) -> bool:
    """Whether a headline stands below the labels: else what stands above them is one."""
    for at in (at for at in shelled.filled() if at > above):
        text = shelled.lines[at].text
        if _is_label(text) or read_byline(text) or find_dates(text):
            continue
        return not boilerplate.is_prose(text)
    return False


def _take_contact_above(shelled: Shelled) -> None:
    """Take off whom the press may call, where that stands above the headline, with the lines that have numbers."""
    filled = shelled.filled()[: _HEAD + 1]
    start = next((place for place, at in enumerate(filled) if begins(shelled.lines[at].text, "press_contacts")), None)
    if start is None:
        return
    end = start
    for place in range(start, len(filled)):
        text = shelled.lines[filled[place]].text
        if ADDRESS.search(text) or _NUMBER.search(text):
            end = place + 1
        elif _is_told(text) or len(text) > _LONGEST or place > start + 1:
            break
    below = [shelled.lines[at].text for at in filled[start:end]]
    if end > start and not any(map(_is_told, below)):
        shelled.drop(filled[start:end], "how the press office is reached")


def _is_end(text: str) -> bool:
    """Whether a line says that the release ends here: "ENDS", "– Fin –", "###"."""
    bare = text.strip(" -–—*#/()[].")
    return (not bare and text.count("#") > 1) or (key(bare) in keys("wires", "over") and not key(bare).isdigit())


def _is_told(text: str) -> bool:
    """Whether a line is a sentence of the text, and not one that tells how somebody is reached."""
    return boilerplate.is_sentence(ADDRESS.sub("", text)) and not begins(text, "press_contacts")
