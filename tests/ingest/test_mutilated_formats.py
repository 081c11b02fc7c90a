"""Every fixture cut, doubled, shuffled and in other encodings: an article or a refusal, never anything else."""

from __future__ import annotations

import random
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nashra.ingest.extract import Extract
from nashra.markup.html import render
from support.imported import FORMATS, entries

ROOT = Path(__file__).parent
FILES = sorted(
    path
    for folder in (FORMATS, ROOT / "pages", ROOT / "fixtures", ROOT / "cases", ROOT / "pastes")
    for path in folder.iterdir()
    if path.is_file() and path.suffix in (".xml", ".json", ".md", ".html", ".mhtml", ".txt")
    and not (folder != FORMATS and path.suffix in (".json", ".md"))
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "windows-1256", "iso-8859-6", "latin-1", "utf-8-sig")


def check(found: list[Extract], path: Path) -> None:
    assert found
    for entry in found:
        assert all(problem.message and problem.path == path for problem in entry.problems)
        if entry.imported is None:
            continue
        draft = entry.imported.draft
        assert draft.title and draft.body.strip() and draft.published.tzinfo is not None
        assert not any("/" in name or name.startswith(".") for name in draft.files)
        shown = Shown()
        shown.feed(render(draft.body))
        assert not shown.tags & {"script", "iframe", "style", "object", "embed", "svg", "form"}
        assert not any(name.startswith("on") or name == "style" for name in shown.names)
        assert not any(address.strip().lower().startswith(("javascript:", "data:")) for address in shown.addresses)


class Shown(HTMLParser):
    """The tags, attributes and addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.addresses: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.addresses |= {value or "" for name, value in attrs if name in ("href", "src")}


def mutate(data: bytes, rng: random.Random) -> bytes:
    """`data` damaged in one or two ways."""
    for _ in range(rng.randint(1, 2)):
        match rng.randrange(9):
            case 0:
                data = data[: rng.randrange(len(data) + 1)]
            case 1:
                data = data[rng.randrange(len(data) + 1) :]
            case 2:
                at, size = rng.randrange(len(data) + 1), rng.randrange(1, 400)
                data = data[:at] + data[at + size :]
            case 3:
                at, size = rng.randrange(len(data) + 1), rng.randrange(1, 3000)
                data = data[:at] + data[at : at + size] * 2 + data[at + size :]
            case 4:
                cuts = sorted(rng.randrange(len(data) + 1) for _ in range(3))
                parts = [data[: cuts[0]], data[cuts[0] : cuts[1]], data[cuts[1] : cuts[2]], data[cuts[2] :]]
                rng.shuffle(parts)
                data = b"".join(parts)
            case 5:
                data = data.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")
            case 6:
                changed = bytearray(data)
                for _ in range(rng.randint(1, 20)):
                    if changed:
                        changed[rng.randrange(len(changed))] = rng.randrange(256)
                data = bytes(changed)
            case 7:
                data = data * 2
            case _:
                hostile = rng.choice((b"<script>alert(1)</script>", b'<img src=x onerror="a()">', b"]]>", b"<!--", b"&lt;svg onload=a()&gt;",
                                      b"\n---\n", b"\0", b'"', b"[x](javascript:alert(1))", b"\xff\xfe", b"<item>", b"{{<"))  # fmt: skip
                at = rng.randrange(len(data) + 1)
                data = data[:at] + hostile + data[at:]
    return data


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_damage_ends_in_anything_but_an_article_or_a_refusal(path: Path) -> None:
    rng = random.Random(path.name)
    data = path.read_bytes()
    for _ in range(2000 // len(FILES) + 1):
        check(entries(path, data=mutate(data, rng)), path)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_an_article_or_a_refusal(data: bytes) -> None:
    check(entries(Path("x.txt"), data=data), Path("x.txt"))


WORDPRESS = (
    '<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
    "<item><title>ع</title><wp:post_date>2024-07-18 10:00:00</wp:post_date>"
    "<content:encoded><![CDATA[{}]]></content:encoded></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><updated>2024-07-18</updated><content type="html">'
    "{}</content></entry></feed>"
)
HEADS = (
    WORDPRESS,
    ATOM,
    "---\ntitle: t\ndate: 2024-07-18\n---\n\n{}\n",
    "+++\ntitle = 't'\ndate = 2024-07-18\n+++\n{}\n",
    "Title: t\nDate: 2024-07-18\n\n{}\n",
)
PIECES = st.sampled_from(
    ["نص عربي", "word", "\n", "\n\n", "- ", "  - ", "1) ", "    ", "```", "<p>", "</p>", "<li>", "<ul>", "[caption id=1]", "[/caption]",
     "[gallery]", "[x y=1]", "[/x]", "<img src=a>", "![a](b.png)", "{{< figure src=\"x\" >}}", "{% x %}", "<script>", "</script>",
     "<a href='javascript:a()'>", "&lt;", "&", "<blockquote>", "|a|b|", "\\", "# ", "<!--more-->", "https://x.example/a\n"]
)  # fmt: skip


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(HEADS), st.lists(PIECES, max_size=25).map("".join))
def test_any_text_in_any_carrier_is_an_article_or_a_refusal(head: str, text: str) -> None:
    check(entries(Path("x"), data=head.replace("{}", text).encode()), Path("x"))
