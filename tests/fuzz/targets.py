"""What is fuzzed: every parser of what people and other programs write, as a function of bytes.

A target may raise what its parser documents; anything else is a finding. `python tests/fuzz/run.py MINUTES` runs all of
them; findings become rows of FINDINGS, which run with every test.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

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
from nashra.render.reading.loose_ends import loose_ends
from nashra.render.reading.lost import refuse_lost_words
from nashra.settings import config
from support import recordings
from support.imported import OPTIONS
from support.pictures import avif, exif, jpeg, png, webp

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


def _imported(suffix: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"fuzz.{suffix}"
            path.write_bytes(data)
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
    **{f"import {suffix}": _imported(suffix) for suffix in ("txt", "md", "html", "xml", "json", "mhtml", "eml")},
}

_PAGE = "<html><head><title>عنوان الخبر</title></head><body><article><h1>عنوان الخبر</h1><p>نص</p>{}</article></body>"
SEEDS: Mapping[str, tuple[bytes, ...]] = {
    "body": (
        "# عنوان\n\n**كل**مة [رابط](https://x.example/ \"ع\") و`رمز`[^1].\n\n- أ\n  1. ب\n\n> قول\n\n| أ | ب |\n|---|---|\n"
        "| 1 | 2 |\n\n[^1]: حاشية\n\n[r]: /x\n".encode(),
        b"<div>\n\n<b a='x'>y</b> <!-- z -->\n\n</div>\n\n```py\nx\n```\n",
    ),
    "raw html": (b"<a href='x'>y</a><style>z</style><![CDATA[a]]><John Smith><math><mi>x</mi></math>",),
    "sentences": ("قال د. علي: «نعم.» ثم (مضى). J.-P. Dupont a dit : « Oui ! » 3.5 %…".encode(),),
    "head": ("---\ntitle: خبر: عاجل\ndate: 2024-07-18\ntopics: [a, b]\nimage: {file: a.jpg}\n---\n\nنص\n".encode(),),
    "yaml": ("- id: a\n  name: {ar: ب, fr: c}\n  aliases: [x, \"y\"]\n".encode(),),
    "settings": (b'[site]\nurl = "https://e.org/"\nlanguages = ["ar"]\ntitle = "x"\n[paths]\ncontent = "c"\n',),
    "conflicts": ("<<<<<<< HEAD\nأ\n=======\nب\n>>>>>>> x\n".encode(),),
    "picture": (
        (b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xfe\x04note\x00,\x00\x00\x00\x00\x01\x00\x01\x00"
        b"\x00\x02\x02D\x01\x00;"),
        b"\xff\xd8\xff\xe1\x00\x08Exif\x00\x00\xff\xd9",
        jpeg(40, 30, orientation=6, extra=[(0xFE, b"note"), (0xE1, b"http://ns.adobe.com/xap/1.0/\0<x/>")], after=b"more"),
        png(4, 3, [(b"tEXt", b"Location\0x"), (b"eXIf", exif(6)), (b"acTL", bytes(8))]),
        webp("VP8X", 40, 30, [(b"EXIF", exif(6)), (b"XMP ", b"<x/>")]),
        webp("VP8L", 40, 30),
        avif(b"note"),
    ),
    "recording": (recordings.film(), recordings.song(3), recordings.song(4), recordings.wave()),
    "document": (
        recordings.pdf("<< /Author (A) /Subtype /Text >>", packed="<< /Author <FEFF0041> >>"),
        recordings.document({"docProps/core.xml": "<dc:creator>A</dc:creator>", "word/document.xml": "<w:del/>"}),
        b"<svg><dc:creator>A</dc:creator><image href='data:image/png;base64,TU0AKg=='/></svg>",
    ),
    "import txt": ("عنوان الخبر\n\nالرباط - 18 يوليوز 2024\n\nقال الوزير إن الأشغال بدأت.\n".encode(),),
    "import md": ("---\ntitle: عنوان\ndate: 2024-07-18\n---\n\nنص {{< figure src=\"a.jpg\" >}}\n".encode(),),
    "import html": (_PAGE.format("<table><tr><td>أ<td>ب</table><ul><li>ج").encode(), _PAGE.format("&#1;&#xD800;").encode()),
    "import xml": (
        "<rss version='2.0'><channel><title>x</title><item><title>خبر</title><description>نص &lt;b&gt;</description>"
        "<pubDate>Thu, 18 Jul 2024 10:00:00 GMT</pubDate></item></channel></rss>".encode(),
    ),
    "import json": (b'[{"title": {"rendered": "x"}, "content": {"rendered": "<p>y</p>"}, "date": "2024-07-18T10:00:00"}]',),
    "import mhtml": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>y\n--x--",),
    "import eml": ("From: a@b.example\nSubject: خبر\n\nنص\n".encode(),),
}  # fmt: skip

# (target, input) of what was found once.
FINDINGS: tuple[tuple[str, bytes], ...] = (
    ("import html", _PAGE.format("نص &#x1; &#11; \f &#xFFFE;").encode()),
    ("raw html", b"<a " * 500),
    ("raw html", b"<!" * 500),
    ("body", b'<div title="x>\ny\n</div>\n\n[a]: b c\n'),
    # an item that claims to lie in the boxes behind the data
    ("picture", avif(b"note").replace(b"\xcf\0\0\0\4", b"\xcf\0\0\0\x20")),
    # the label of a footnote with a capital letter
    ("body", "نص[^Z]\n\n[^Z]:\n".encode()),
    ("body", "| أ |\n|---|\n| 1 | 2 |\n\n``` a b\n".encode()),
)
