"""TMX 1.4b, the format in which translators' tools exchange segments: written and read.

Specification: LISA OSCAR, "TMX 1.4b Specification" (2005). Only plain text is exchanged; the native codes that other
tools keep inside a segment (bpt, ept, it, ph, ut) are left out on the way in. What a person approved, and what one of
Nashra's engines made, carries a mark that says so. The mark of an approval names the very words that it is for: where
another tool changed them, or put in units of its own, nobody has approved them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from nashra import __version__
from nashra.kit.errors import ContentError
from nashra.kit.files import refuse_foreign, write_atomic
from nashra.markup.blocks import fingerprint
from nashra.translate.memory import APPROVED, Unit

# Units that came from an engine say which, so that they come back as what they are and not as a person's.
ENGINE_PROPERTY = "x-nashra-engine"
# Units that a person approved: the fingerprints of source and target as they were then.
APPROVED_PROPERTY = "x-nashra-approved"

_ANY_SOURCE = "*all*"
_CODES = {"bpt", "ept", "it", "ph", "ut"}
_CHUNK = 1 << 16
_DATE = re.compile(r"\d{8}T\d{6}Z")
# XML 1.0, production 2: what is no Char cannot be written at all.
_NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class TmxUnit:
    """One `tu`.

    source: language code of its original, None when any may be.
    texts:  (language code, segment) in their order; a language may come more than once.
    engine, approved: what Nashra's marks say, "" without.
    date:   when it was changed last, as the tool wrote it, "" where it does not say.
    line:   where it begins in the file (1-based).
    """

    source: str | None
    texts: list[tuple[str, str]] = field(default_factory=list)
    engine: str = ""
    approved: str = ""
    date: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Imported:
    """A pair of texts that a file holds, in one direction; `unit.fingerprint` is "" where nobody is known to have made
    or approved it. line: where it stands (1-based)."""

    unit: Unit
    line: int


def write_tmx(path: Path, units: Iterable[Unit]) -> int:
    """Write `units` to a TMX file at `path`, in one step; the number of them. Raises NashraError for a disk fault."""
    kept = list(units)
    refuse_foreign(path, b'creationtool="nashra"', "an export of the memory")
    write_atomic(path, format_tmx(kept))
    return len(kept)


def format_tmx(units: Sequence[Unit]) -> str:
    """The text of a TMX file; its header names the source language where all units have the same."""
    sources = {unit.source_code for unit in units}
    return "".join(_document(units, sources.pop() if len(sources) == 1 else _ANY_SOURCE))


def read_tmx(path: Path) -> Iterator[TmxUnit]:
    """The units of the TMX file at `path`, in their order, with the memory of one at a time.

    Language codes are cut to the language ("ar-MA" -> "ar"). Raises ContentError with the line when the file is not
    well-formed, is no TMX, or declares entities; no file but this one is ever read.
    """
    parser = _Parser()
    try:
        with path.open("rb") as stream:
            yield from parser.units(stream)
    except expat.ExpatError as error:
        raise ContentError(
            f"the file is not well-formed XML: {expat.ErrorString(error.code)}", path=path, line=error.lineno
        ) from None
    except (LookupError, ValueError) as error:  # an encoding that Python or expat does not know
        raise ContentError(f"the file cannot be read: {error}", path=path, line=1, hint="save it as UTF-8") from None
    except _Refused as error:
        raise ContentError(str(error), path=path, line=error.line) from None
    except OSError as error:
        raise ContentError(f"the file cannot be read: {error.strerror}", path=path) from None


def pairs_of(path: Path, languages: Collection[str], *, approved: bool = False) -> Iterator[Imported]:
    """The pairs of `languages` that the TMX file at `path` holds, one for each direction that holds.

    approved: a person says that all of it is right. Without that, a unit counts as approved only where Nashra's mark
    names its very words, as an engine's where it has that mark, and as made by nobody knows whom else. Units without
    a source language hold in all directions. Raises ContentError as `read_tmx` does.
    """
    for unit in read_tmx(path):
        for source, text in unit.texts:
            if source in languages and unit.source in (None, source) and text.strip():
                for target, other in unit.texts:
                    if target != source and target in languages and other.strip():
                        proven = approved or unit.approved == _mark(text, other)
                        made = APPROVED if proven else unit.engine
                        yield Imported(Unit(source, target, made, text, other, unit.date), unit.line)


def _mark(source: str, target: str) -> str:
    return f"{fingerprint(source)}-{fingerprint(target)}"


def _document(units: Sequence[Unit], source: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="nashra" creationtoolversion={quoteattr(__version__)} segtype="sentence" '
        f'o-tmf="nashra" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>\n<body>\n'
    )
    for unit in units:
        dated = f" changedate={quoteattr(unit.date)}" if unit.date else ""
        yield f"<tu srclang={quoteattr(unit.source_code)}{dated}>\n"
        if unit.fingerprint == APPROVED:
            # of the words as they will be read back
            mark = _mark(_written(unit.source), _written(unit.target))
            yield f' <prop type="{APPROVED_PROPERTY}">{mark}</prop>\n'
        elif unit.fingerprint:
            yield f' <prop type="{ENGINE_PROPERTY}">{_text(unit.fingerprint)}</prop>\n'
        for code, text in ((unit.source_code, unit.source), (unit.target_code, unit.target)):
            yield f" <tuv xml:lang={quoteattr(code)}><seg>{_text(text)}</seg></tuv>\n"
        yield "</tu>\n"
    yield "</body>\n</tmx>\n"


def _text(text: str) -> str:
    # A bare carriage return would come back as a line feed.
    return escape(_written(text), {"\r": "&#13;"})


def _written(text: str) -> str:
    return _NO_CHARACTER.sub("", text)


class _Refused(Exception):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Parser:
    """Turns expat's events into units."""

    def __init__(self) -> None:
        self._expat: Any = expat.ParserCreate()
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._characters
        # A DOCTYPE alone is common and harmless: nothing it points to is read. Declaring entities is neither.
        self._expat.EntityDeclHandler = self._entity
        self._done: list[TmxUnit] = []
        self._unit: TmxUnit | None = None
        self._default: str | None = None
        self._language = ""
        self._property = ""
        self._text: list[str] | None = None
        self._codes = 0
        self._depth = 0

    def units(self, stream: BinaryIO) -> Iterator[TmxUnit]:
        while chunk := stream.read(_CHUNK):
            self._expat.Parse(chunk, False)
            yield from self._taken()
        self._expat.Parse(b"", True)
        yield from self._taken()

    def _taken(self) -> list[TmxUnit]:
        done, self._done = self._done, []
        return done

    def _entity(self, *_: Any) -> None:
        raise _Refused("the file declares entities, which no TMX file needs", self._expat.CurrentLineNumber)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1 and name != "tmx":
            raise _Refused("the file is no TMX file", self._expat.CurrentLineNumber)
        if name == "header":
            self._default = _source(attributes.get("srclang"))
        elif name == "tu":
            source = _source(attributes["srclang"]) if "srclang" in attributes else self._default
            self._unit = TmxUnit(source, date=_date(attributes), line=self._expat.CurrentLineNumber)
        elif name == "tuv":
            if self._unit is not None:
                self._unit.date = max(self._unit.date, _date(attributes))
            self._language = _language(attributes.get("xml:lang") or attributes.get("lang") or "")
        elif name == "prop":
            self._property = attributes.get("type", "")
            self._text = []
        elif name == "seg":
            self._text, self._codes = [], 0
        elif name in _CODES:
            self._codes += 1

    def _end(self, name: str) -> None:
        self._depth -= 1
        if name in _CODES:
            self._codes -= 1
        elif name in ("seg", "prop") and self._text is not None:
            text, self._text = "".join(self._text), None
            if self._unit is None:
                return
            if name == "prop" and self._property == ENGINE_PROPERTY:
                self._unit.engine = " ".join(text.split())
            elif name == "prop" and self._property == APPROVED_PROPERTY:
                self._unit.approved = text.strip()
            elif name == "seg" and self._language:
                self._unit.texts.append((self._language, text))
        elif name == "tuv":
            self._language = ""
        elif name == "tu" and self._unit is not None:
            self._done.append(self._unit)
            self._unit = None

    def _characters(self, data: str) -> None:
        if self._text is not None and not self._codes:
            self._text.append(data)


def _source(value: str | None) -> str | None:
    return None if value is None or value == _ANY_SOURCE else _language(value)


def _date(attributes: dict[str, str]) -> str:
    """When a unit was changed last, "20261129T100000Z", "" where it is not said in that form."""
    found = attributes.get("changedate") or attributes.get("creationdate") or ""
    return found if _DATE.fullmatch(found) else ""


def _language(code: str) -> str:
    return re.split("[-_]", code.strip(), maxsplit=1)[0].lower()
