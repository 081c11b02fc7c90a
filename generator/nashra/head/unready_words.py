"""Titles and summaries that are none yet: of a new document, of a copy, of a file, or with gaps in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from nashra.head.frontmatter import Fields
from nashra.kit.errors import Problem
from nashra.languages.desk.gaps import gaps
from nashra.languages.desk.known import beginning, is_left, is_one, is_to_come, plain, within
from nashra.languages.desk.spoilt import first_spoilt
from nashra.languages.press.known import is_way

# A longer title is none of these; one that is longer still is a paragraph.
_LONGEST, _MOST, _MOST_OF_SUMMARY = 140, 180, 700
_NUMBER = re.compile(r"[\s_]*\(?\d{1,2}\)?\Z")
# The name of a file: its ending, or words that are joined as only files join them.
_FILE = re.compile(
    r"\S\.(?:docx?|odt|rtf|pdf|txt|md|pages)\Z|\A(?:WhatsApp (?:Image|Video)|IMG|DSC|PXL)[ _-]?\d"
    r"|[^\W_]+(?:_[^\W_]+){2,}\Z",
    re.IGNORECASE,
)
# What people put where a title should be; one without anything to be seen is an error elsewhere.
_NO_WORDS = re.compile(r"[\s?؟!.…_*#-]*[?؟!.…_*#-][\s?؟!.…_*#-]*")
_LETTER = re.compile(r"[^\W\d_]")
_PRIVATE = re.compile(r"\S+@\S+\.\w+|\+?\d(?:[\d .()-]*\d){7,}")
# What is no words: an address, a day, one letter again and again; what a program writes for the end of a line.
_NO_TITLE = re.compile(r"\w+://\S+|\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|([^\W\d_])\1{2,}", re.IGNORECASE)
_ESCAPED = re.compile(r"(?:\\r)?\\n(?![a-z]{2})|\\u[0-9a-fA-F]{4}")
_LABEL = re.compile(r"([^:\n]{2,40}?)[ \u00a0\u202f]?:\s*\S")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{3,60})[)\]]")
_PIECES = re.compile(r"[:;?؟،]\s|\s[-–—]\s")
_SAYS = re.compile(r"[,،.!؟?]")
_ADDRESS = re.compile(r"\w+://\S+\Z|www\.\S+\Z|\S+@\S+\.\w+\Z")
# As offices form accounts of names; what ends as hosts do may be a paper.
_ACCOUNT = re.compile(r"[a-z]{1,20}[._](?!(?:info|news|press|media|online|team|site)\b)[a-z]{4,20}\d{0,4}")
_NAMES = re.compile(r"[,،;؛]")
_ENDING = re.compile(r"\.(?:html?|php|md|aspx?)\Z", re.IGNORECASE)
# What stands behind a dash or in brackets at the end.
_BEHIND = re.compile(r"(?:\s[-–—_]\s|[(\[])\s*([^-–—()\[\]]{2,30}?)\s*[)\]]?\Z")


def unready_words(fields: Fields, path: Path) -> list[Problem]:
    """Warnings of a title that is none yet, and of titles and summaries that only fill the place of others."""
    return [
        Problem(message, path, fields.lines[key], hint, warning=True)
        for key in ("title", "summary")
        for message, hint in _of(key, fields.words(key))
    ] + [*_bylines(fields, path), *_of_pictures(fields, path), *_of_sources(fields, path), *_slugs(fields, path)]


def _bylines(fields: Fields, path: Path) -> list[Problem]:
    """A warning of a byline that is the name of an account, or that has a mail address or a telephone number."""
    found, author = [], fields.get("author", "")
    names = author if isinstance(author, list) else _NAMES.split(str(author))
    if len(names) > len(set(map(plain, map(str, names)))) and all(map(str, names)):
        message, hint = "`author` names somebody twice", "take one of the two out"
        found.append(Problem(message, path, fields.lines["author"], hint, warning=True))
    for name in author if isinstance(author, list) else [author]:
        if not isinstance(name, str) or not name.strip():
            continue
        private = _PRIVATE.search(name)
        behind = _BEHIND.search(name)
        unready = behind is not None and (is_one(plain(behind[1]), "marks") or is_one(plain(behind[1]), "pending"))
        if (
            private
            or unready
            or name.startswith("@")
            or is_one(plain(_NUMBER.sub("", name)), "accounts")
            or _ACCOUNT.fullmatch(name)
            or not _LETTER.search(name)
        ):
            shown = private[0].strip() if private else name
            message = f"`{shown}` in `author` is no name, and readers see it"
            hint = "write who wrote the article, or delete the line"
            found.append(Problem(message, path, fields.lines["author"], hint, warning=True))
    return found


def _of_pictures(fields: Fields, path: Path) -> Iterator[Problem]:
    """A warning of each of the words of the lead picture that hold the place of others, or are for colleagues."""
    picture = fields.get("image")
    if not isinstance(picture, Fields):
        return
    for key in ("alt", "caption", "credit"):
        text = picture.words(key)
        asked = key == "credit" and text.endswith(("?", "؟"))
        if text and len(text) < _LONGEST and (asked or _is_for_colleagues(text) or next(gaps(text), None)):
            hint = "write what readers should see, or delete the line"
            message = f"`{text[:60]}` in `{key}` of `image` is not for readers"
            yield Problem(message, path, picture.lines.get(key), hint, warning=True)


def _is_for_colleagues(text: str) -> bool:
    words = plain(text)
    if is_one(words, "alts") or is_one(words, "unknown") or is_to_come(words):
        return True
    inside = _IN_BRACKETS.search(text)
    for said in map(plain, (inside[1] if inside else "", *_PIECES.split(text)[1:])):
        if is_to_come(said) or (" " in said and beginning(said, "asks")) or within(said, "tells"):
            return True
    return False


def _of_sources(fields: Fields, path: Path) -> Iterator[Problem]:
    """A warning of an address in the place of a source's name."""
    source = fields.get("source")
    name = source.words("name") if isinstance(source, Fields) else ""
    if isinstance(source, Fields) and _ADDRESS.match(name.strip()):
        message = f"the name of the source is an address, `{name[:60]}`"
        yield Problem(message, path, source.lines.get("name"), "write whose text it is", warning=True)


def _slugs(fields: Fields, path: Path) -> Iterator[Problem]:
    """A warning of a slug with the ending of a file, which an address has by itself, and of that of a copy."""
    words = plain(fields.words("slug").replace("-", " "))
    if words and (beginning(words, "copies") or is_one(words, "titles")):
        message = f"the slug is `{fields.words('slug')}`, that of a copy or of a text without a title"
        yield Problem(message, path, fields.lines["slug"], "write the words of the title, or delete it", warning=True)
    if ending := _ENDING.search(fields.words("slug")):
        message = f"the slug ends in `{ending[0]}`, and the address would end in two endings"
        yield Problem(message, path, fields.lines["slug"], "leave the ending out", warning=True)


def _of(key: str, text: str) -> Iterator[tuple[str, str]]:
    if key == "title" and len(text) > _MOST:
        yield f"the title has {len(text)} letters: lists, feeds and links are made for fewer", "shorten it, or move it"
        return
    if key == "title" and text and len(text) < _LONGEST and (what := _no_title(text)):
        yield f"the title is {text!r}, which {what}", "write the title that readers should see, or `draft: true`"
        return
    if key == "summary" and len(text) > _MOST_OF_SUMMARY:
        yield f"the summary has {len(text)} letters: it stands in lists beside others", "shorten it"
        return
    words = plain(text)
    if key == "summary" and text and (is_one(words, "summaries") or _NO_WORDS.fullmatch(text)):
        yield f"the summary is {text!r}, which is none yet", "write it, or delete the line"
    elif note := _note(key, text):
        yield f"`{note[:60]}` in the {key} seems to be a note for colleagues", "take it out, or `draft: true`"
    elif within(words, "fillers"):
        yield f"the {key} holds the place of other words", "write what readers should see, or delete the line"
    elif is_way(text):
        yield f"the {key} is {text!r}, the way to a page of another site", "write it anew, or delete the line"
    elif gap := next(gaps(text), None):
        yield f"the {key} has a gap, `{gap[1].strip()}`", "write what belongs there, or `draft: true`"
    elif first_spoilt(text) is not None:
        hint = "get the text again where it came from; its file was read in the wrong encoding"
        yield f"letters of the {key} were spoilt on the way", hint


def _note(key: str, text: str) -> str:
    """What one colleague wrote to another in brackets, or in the place of a summary; nothing where there is none."""
    for inside in _IN_BRACKETS.finditer(text) if "(" in text or "[" in text else ():
        said = plain(inside[1])
        pending = beginning(said, "pending") or ""
        named = " " in pending and inside[1].split()[-1][0].isupper() and said.count(" ") == pending.count(" ") + 1
        if is_left(said) or named or (" " in said and said == pending) or within(said, "tells"):
            return inside[0]
    first = plain(_SAYS.split(text, maxsplit=1)[0]) if key == "summary" else ""
    return text if " " in first and is_one(first, "pending") else ""


def _no_title(title: str) -> str:
    """What the title is instead of one; nothing where it is one."""
    words = plain(title)
    if is_one(words, "titles") or is_one(plain(_NUMBER.sub("", title)), "titles") or _NO_WORDS.fullmatch(title):
        return "is none yet"
    if _NO_TITLE.fullmatch(title):
        return "is none yet"
    if _FILE.search(title):
        return "is the name of a file"
    if escaped := _ESCAPED.search(title):
        return f"has `{escaped[0]}`, as programs write the end of a line or a letter"
    label = _LABEL.match(title)
    if label and is_one(plain(label[1]), "headlines"):
        return f"begins with `{label[1]}`, as in a form or a mail"
    copied = beginning(words, "copies")
    rest = " ".join(title.split()[copied.count(" ") + 1 :]) if copied else ""
    # a title that goes on in small letters speaks of a copy itself; Arabic has none to tell
    if rest[:1].isupper() or rest[:1] in ("«", '"', "“"):
        return "is that of a copy"
    behind = _BEHIND.search(title)
    if behind and is_one(plain(_NUMBER.sub("", behind[1])), "marks"):
        return "says that it is one version of several, or not ready"
    return ""
