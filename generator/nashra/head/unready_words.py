"""Titles and summaries that are none yet: of a new document, of a copy, of a file, or with gaps in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.head.frontmatter import Fields
from nashra.kit.errors import Problem
from nashra.languages.desk.gaps import gaps
from nashra.languages.desk.known import beginning, is_one, phrases, plain
from nashra.languages.desk.spoilt import first_spoilt

# A longer title is none of these.
_LONGEST = 140
_NUMBER = re.compile(r"[\s_]*\(?\d{1,2}\)?\Z")
# The name of a file: its ending, or words that are joined as only files join them.
_FILE = re.compile(r"\S\.(?:docx?|odt|rtf|pdf|txt|md|pages)\Z|[^\W_]+(?:_[^\W_]+){2,}\Z", re.IGNORECASE)
# What people put where a title should be; one without anything to be seen is an error elsewhere.
_NO_WORDS = re.compile(r"[\s?؟!.…_*#-]*[?؟!.…_*#-][\s?؟!.…_*#-]*")
_PRIVATE = re.compile(r"\S+@\S+\.\w+|\+?\d(?:[\d .()-]*\d){7,}")
# What stands behind a dash or in brackets at the end.
_BEHIND = re.compile(r"(?:\s[-–—_]\s|[(\[])\s*([^-–—()\[\]]{2,30}?)\s*[)\]]?\Z")


def unready_words(fields: Fields, path: Path) -> list[Problem]:
    """Warnings of a title that is none yet, and of titles and summaries that only fill the place of others."""
    return [
        Problem(message, path, fields.lines[key], hint, warning=True)
        for key in ("title", "summary")
        for message, hint in _of(key, fields.words(key))
    ] + _bylines(fields, path)


def _bylines(fields: Fields, path: Path) -> list[Problem]:
    """A warning of a byline that is the name of an account, or that has a mail address or a telephone number."""
    found, author = [], fields.get("author", "")
    for name in author if isinstance(author, list) else [author]:
        if not isinstance(name, str):
            continue
        private = _PRIVATE.search(name)
        if private or is_one(plain(name), "accounts"):
            shown = private[0].strip() if private else name
            message = f"`{shown}` in `author` is no name, and readers see it"
            hint = "write who wrote the article, or delete the line"
            found.append(Problem(message, path, fields.lines["author"], hint, warning=True))
    return found


def _of(key: str, text: str) -> Iterator[tuple[str, str]]:
    if key == "title" and text and len(text) < _LONGEST and (what := _no_title(text)):
        yield f"the title is {text!r}, which {what}", "write the title that readers should see, or `draft: true`"
        return
    words = plain(text)
    if key == "summary" and is_one(words, "summaries"):
        yield f"the summary is {text!r}, which is none yet", "write it, or delete the line"
    elif words and any(f" {each} " in f" {words} " for known in phrases("fillers").values() for each in known):
        yield f"the {key} holds the place of other words", "write what readers should see, or delete the line"
    elif gap := next(gaps(text), None):
        yield f"the {key} has a gap, `{gap[1].strip()}`", "write what belongs there, or `draft: true`"
    elif first_spoilt(text) is not None:
        hint = "get the text again where it came from; its file was read in the wrong encoding"
        yield f"letters of the {key} were spoilt on the way", hint


def _no_title(title: str) -> str:
    """What the title is instead of one; nothing where it is one."""
    words = plain(title)
    if is_one(words, "titles") or is_one(plain(_NUMBER.sub("", title)), "titles") or _NO_WORDS.fullmatch(title):
        return "is none yet"
    if _FILE.search(title):
        return "is the name of a file"
    copied = beginning(words, "copies")
    rest = " ".join(title.split()[copied.count(" ") + 1 :]) if copied else ""
    # a title that goes on in small letters speaks of a copy itself; Arabic has none to tell
    if rest[:1].isupper() or rest[:1] in ("«", '"', "“"):
        return "is that of a copy"
    behind = _BEHIND.search(title)
    if behind and is_one(plain(_NUMBER.sub("", behind[1])), "marks"):
        return "is that of one version of a file"
    return ""
