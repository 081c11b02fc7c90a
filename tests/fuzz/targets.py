"""What is fuzzed: every parser of what people and other programs write, as a function of bytes.

A target may raise what its parser documents; anything else is a finding. `python tests/fuzz/run.py MINUTES` runs all of
them; findings become rows of FINDINGS, which run with every test.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from fuzz.seeds import PAGE
from nashra.content import address_ledger
from nashra.head import frontmatter
from nashra.ingest.worker import read_file
from nashra.kit.conflicts import find_conflict
from nashra.kit.errors import NashraError
from nashra.kit.image_size import size_of
from nashra.kit.pictures.png import SIGNATURE, has_all_rows
from nashra.kit.pictures.published import stripped
from nashra.kit.unseen import drawing, office, pdf
from nashra.kit.unseen.cleaned import clean, tells
from nashra.markup import html, inline, segments
from nashra.markup.blocks import join, split
from nashra.markup.raw_html import for_cleaning, words_of
from nashra.move_in import configuration
from nashra.render.reading.loose_ends import loose_ends
from nashra.render.reading.lost import refuse_lost_words
from nashra.settings import config
from nashra.translate.exchange.po import format_po, parse_po
from nashra.translate.exchange.tmx import read_tmx
from nashra.translate.models.index import parse_index
from nashra.translate.models.packages import read_packages
from nashra.translate.models.unpack import unpack
from support.imported import OPTIONS
from support.pictures import avif

PATH = Path("fuzz.md")
# Lines without a word before the first block belong to none.
LEADING_BLANK = re.compile(r"\A(?:[^\S\n]*(?:\n|\Z))+")


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def body(data: bytes) -> None:
    """A body: it is put together again byte for byte, shown, and loses no word unsaid."""
    text = LEADING_BLANK.sub("", text_of(data).replace("\r", "").strip("\n"))
    blocks = split(text)
    assert join(blocks) == text
    with suppress(NashraError):
        page = html.render(text)
        refuse_lost_words(text, page, PATH, 1)
        loose_ends(text, PATH, 1)
    for block in blocks:
        inline.parse(block.text)


def raw(data: bytes) -> None:
    """HTML in a body."""
    words_of(for_cleaning(text_of(data)))


def sentences(data: bytes) -> None:
    """Sentences hold every character that is no blank, once and in order."""
    text = text_of(data)
    for lang in ("ar", "fr"):
        spans = segments.sentences(text, lang)
        assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def head(data: bytes) -> None:
    """A file with front matter."""
    with suppress(NashraError):
        frontmatter.split(text_of(data), PATH)


def yaml(data: bytes) -> None:
    """A table: topics, entities, terms."""
    with suppress(NashraError):
        frontmatter.parse_yaml(text_of(data), PATH)


def settings(data: bytes) -> None:
    """nashra.toml."""
    with suppress(NashraError):
        config.parse(text_of(data), Path("/nowhere"))


def conflicts(data: bytes) -> None:
    """Merge conflicts, whole and half."""
    find_conflict(text_of(data), PATH)


def picture(data: bytes) -> None:
    """A picture: cleaned, and cleaned again it is the same."""
    with suppress(ValueError):
        once = stripped(data)
        assert stripped(once) == once
        size_of(once)
        has_all_rows(once) if once.startswith(SIGNATURE) else None


def recording(data: bytes) -> None:
    """A film or a sound: of the same length when it is cleaned, and cleaned again it is the same."""
    with tempfile.TemporaryDirectory() as folder:
        for ending in ("mp4", "mp3", "wav"):
            path = Path(folder) / f"fuzz.{ending}"
            path.write_bytes(data)
            tells(path)
            once = clean(path)
            if isinstance(once, bytes):
                assert len(once) == len(data)
                path.write_bytes(once)
                again = clean(path)
                assert not isinstance(again, bytes) or again == once


def document(data: bytes) -> None:
    """A document: what it tells of its authors is found, or nothing."""
    for told in (pdf.told, office.told, drawing.told):
        list(told(data))


def po(data: bytes) -> None:
    """A PO file: what is read and written is read the same again."""
    with suppress(NashraError):
        header, entries = parse_po(text_of(data).replace("\0", ""), PATH)
        _, again = parse_po(format_po(header, entries), PATH)
        assert [(each.context, each.source, each.target) for each in again] == [
            (each.context, each.source, each.target) for each in entries
        ]


def tmx(data: bytes) -> None:
    """A TMX file."""
    with _file(data, "tmx") as path, suppress(NashraError):
        list(read_tmx(path))


def ledger(data: bytes) -> None:
    """The list of published addresses: every address of it is kept when it is written again."""
    known, _ = address_ledger.parse(text_of(data), PATH)
    again, problems = address_ledger.parse(address_ledger.format_ledger(known.lines, known.gone), PATH)
    assert (set(again.lines), again.gone) == (set(known.lines), known.gone)
    assert not problems


def index(data: bytes) -> None:
    """A list of model packages."""
    with suppress(NashraError):
        parse_index(data)


def package(data: bytes) -> None:
    """A model package: nothing is written outside its folder."""
    with _file(data, "argosmodel") as path, suppress(NashraError):
        inside = path.parent / "inside"
        inside.mkdir()
        try:
            read_packages(unpack(path, inside))
        finally:
            assert {each.name for each in path.parent.iterdir()} == {path.name, "inside"}


def configuration_of_others(data: bytes) -> None:
    """The configuration of another generator."""
    for ending in ("toml", "yaml", "json", "py"):
        with _file(data, ending) as path, suppress(NashraError):
            configuration.read(path)


@contextmanager
def _file(data: bytes, ending: str) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"fuzz.{ending}"
        path.write_bytes(data)
        yield path


def _imported(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        with _file(data, suffix) as path:
            for entry in read_file(path, OPTIONS):
                for problem in entry.problems:
                    assert not problem.message.startswith("reading it failed"), problem.message

    return target


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    "body": body,
    "raw html": raw,
    "sentences": sentences,
    "head": head,
    "yaml": yaml,
    "settings": settings,
    "conflicts": conflicts,
    "picture": picture,
    "recording": recording,
    "document": document,
    "po": po,
    "tmx": tmx,
    "ledger": ledger,
    "index": index,
    "package": package,
    "configuration": configuration_of_others,
    **{
        f"import {suffix}": _imported(suffix)
        for suffix in ("txt", "md", "html", "xml", "json", "mhtml", "eml", "docx", "pdf")
    },
}

# (target, input) of what was found once.
FINDINGS: tuple[tuple[str, bytes], ...] = (
    ("import html", PAGE.format("نص &#x1; &#11; \f &#xFFFE;").encode()),
    ("raw html", b"<a " * 500),
    ("raw html", b"<!" * 500),
    ("body", b'<div title="x>\ny\n</div>\n\n[a]: b c\n'),
    # an item that claims to lie in the boxes behind the data
    ("picture", avif(b"note").replace(b"\xcf\0\0\0\4", b"\xcf\0\0\0\x20")),
    # one that claims to lie in the boxes before them, which a first cleaning would make others
    ("picture", avif(b"note").replace(b"\xcf\0\0\0\4", b"\x8b\0\0\0\4")),
    # the label of a footnote with a capital letter
    ("body", "نص[^Z]\n\n[^Z]:\n".encode()),
    # blanks, digits and lines that two parts of one expression could take, which then tried every way to share them
    ("import eml", b"From: a@b.example\n\n" + "٢٠٢٤".encode() * 50 + b" x\n"),
    ("import txt", b"A title\n\nA sentence of five words.\n\n" + b"2024" * 20 + b" x\n"),
    ("import md", b"---\ntitle: x\ndate: 2024-07-18\n---\n\n{{< figure sr" + b" " * 2_000 + b"x\n"),
    ("import md", b"---\n" + b"\n" * 200 + b"x\n"),
    ("body", "| أ |\n|---|\n| 1 | 2 |\n\n``` a b\n".encode()),
    # a tag without a byte that says it has a second head
    ("recording", b"ID3\4\0\x40\0\0\0\0"),
    ("configuration", b"{" + b"[" * 199 + b't "x"}'),
)
