"""PO files: written and read, with nothing evaluated and no more memory taken than the file has bytes.

Format: GNU gettext manual, "The Format of PO Files". Babel's reader is not used for what comes from outside: it drops
headers it does not know, merges entries that are given twice, and makes room for as many plural forms as a file claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from nashra.kit.errors import ContentError

_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')
_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)[ \t]*(?=\")")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_SIGNS = str.maketrans({"\\": r"\\", '"': r"\"", "\t": r"\t", "\r": r"\r"})
_HEADER = re.compile(r"([\w-]+):[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class PoEntry:
    """One entry of a PO file.

    context, source, target: msgctxt (None without), msgid and msgstr, unescaped.
    fuzzy:    whether the translation is marked as not final.
    previous: an earlier msgid, "" when none is known.
    comments: lines for the translator. notes: lines from the translator.
    place:    where the text stands, such as "ar.md:14"; not read back, nor is `previous`.
    line:     1-based line of the msgid in the file that was read, 0 for one to be written.
    """

    context: str | None
    source: str
    target: str
    fuzzy: bool = False
    previous: str = ""
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    place: str = ""
    line: int = 0


def format_po(header: Mapping[str, str], entries: Iterable[PoEntry]) -> str:
    """The text of a PO file. header: name -> value, each on one line."""
    head = "".join(f"{name}: {value}\n" for name, value in header.items())
    return "\n".join(_lines_of(entry) for entry in [PoEntry(None, "", head), *entries])


def parse_po(text: str, path: Path) -> tuple[dict[str, str], list[PoEntry]]:
    """(header, entries) of the text of the PO file `path`, obsolete entries left out.

    Names in the header are in lower case. Raises ContentError with the line where the text is no PO file or an entry
    is malformed, is given in plural forms, or is given twice.
    """
    header: dict[str, str] = {}
    entries: list[PoEntry] = []
    first_lines: dict[tuple[str | None, str], int] = {}
    for entry in _Reader(path).entries(text):
        key = (entry.context, entry.source)
        if key in first_lines:
            hint = "keep one of them"
            message = f"this text stands in line {first_lines[key]} already"
            raise ContentError(message, path=path, line=entry.line, hint=hint)
        first_lines[key] = entry.line
        if key == (None, ""):
            fields = (_HEADER.fullmatch(line) for line in entry.target.split("\n"))
            header = {match[1].lower(): match[2].strip() for match in fields if match}
        else:
            entries.append(entry)
    if not header:
        raise ContentError("the file is no PO file: it has no header", path=path, line=1)
    return header, entries


def _lines_of(entry: PoEntry) -> str:
    lines = [f"# {note}".rstrip() for note in entry.notes]
    lines += [f"#. {comment}" for comment in entry.comments]
    if entry.place:
        lines.append(f"#: {entry.place}")
    if entry.fuzzy:
        lines.append("#, fuzzy")
    if entry.previous:
        lines += [f"#| {line}" for line in _strings("msgid", entry.previous)]
    if entry.context is not None:
        lines += _strings("msgctxt", entry.context)
    lines += _strings("msgid", entry.source)
    lines += _strings("msgstr", entry.target)
    return "".join(line + "\n" for line in lines)


def _strings(keyword: str, text: str) -> Iterator[str]:
    parts = text.translate(_SIGNS).split("\n")
    if len(parts) == 1:
        yield f'{keyword} "{parts[0]}"'
        return
    yield f'{keyword} ""'
    yield from (f'"{part}\\n"' for part in parts[:-1])
    if parts[-1]:
        yield f'"{parts[-1]}"'


class _Reader:
    """Collects the lines of one entry after the other."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._begin()

    def _begin(self) -> None:
        self.parts: dict[str, list[str]] = {}
        self.keyword = ""
        self.flags: set[str] = set()
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.line = 0

    def entries(self, text: str) -> Iterator[PoEntry]:
        for number, raw in enumerate(text.split("\n"), 1):
            line = raw.strip(" \t\r")
            if not line or line.startswith("#~"):
                continue
            if "msgstr" in self.parts and line.startswith(("#", "msgctxt", "msgid")):
                yield self._entry()
            if line.startswith("#"):
                self._comment(line)
            else:
                self._string(line, number)
        if self.parts:
            if "msgstr" not in self.parts:
                raise self._fault("the last entry has no msgstr", text.rstrip().count("\n") + 1)
            yield self._entry()

    def _comment(self, line: str) -> None:
        kind, rest = line[1:2], line[2:].strip()
        if kind == ",":
            self.flags.update(flag.strip() for flag in rest.split(","))
        elif kind == ".":
            self.comments.append(rest)
        elif kind not in (":", "|") and line[1:].strip():
            self.notes.append(line[1:].strip())

    def _string(self, line: str, number: int) -> None:
        keyword = _KEYWORD.match(line)
        if keyword is not None:
            self.keyword = keyword[1]
            if self.keyword in self.parts:
                raise self._fault(f"there is a second {self.keyword}", number)
            if self.keyword != "msgid" and self.keyword != "msgctxt" and "msgid" not in self.parts:
                raise self._fault(f"there is a {self.keyword} without msgid", number)
            if "[" in self.keyword or self.keyword == "msgid_plural":
                raise self._fault("an article has no plural forms", number)
            if self.keyword == "msgid":
                self.line = number
            self.parts[self.keyword] = []
        match = _STRING.fullmatch(line[keyword.end() :] if keyword else line)
        if match is None or not self.keyword:
            raise self._fault("this is no line of a PO file", number, 'a text stands between " and ", a " in it is \\"')
        self.parts[self.keyword].append(match[1])

    def _entry(self) -> PoEntry:
        texts = {keyword: "".join(map(_unescape, parts)) for keyword, parts in self.parts.items()}
        entry = PoEntry(
            context=texts.get("msgctxt"),
            source=texts["msgid"],
            target=texts["msgstr"],
            fuzzy="fuzzy" in self.flags,
            comments=tuple(self.comments),
            notes=tuple(self.notes),
            line=self.line,
        )
        self._begin()
        return entry

    def _fault(self, message: str, line: int, hint: str = "") -> ContentError:
        return ContentError(message, path=self.path, line=line or None, hint=hint)


def _unescape(text: str) -> str:
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    if match[1] or match[2]:
        return chr(int(match[1], 8) if match[1] else int(match[2], 16))
    return _ESCAPED.get(match[3], match[3])
